# The browsers that the tests drive: those of the machine, by Debian's packages where they lack.

# Sets CHROMIUM, or gives up: the tests can't do without it.
ensure_chromium() {
  CHROMIUM=${CHROMIUM:-$(first_chromium)}
  if [ -z "$CHROMIUM" ] && is_debian && apt_install chromium; then CHROMIUM=$(first_chromium); fi
  [ -x "$CHROMIUM" ] || give_up "the tests need Chromium or Chrome" \
    "sudo apt-get install chromium  (or: CHROMIUM=/path/to/chrome scripts/test)"
  export CHROMIUM
}

# Sets FIREFOX, or returns 1.
ensure_firefox() {
  FIREFOX=${FIREFOX:-$(first_of firefox-esr)}
  if [ -z "$FIREFOX" ] && is_debian && apt_install firefox-esr; then FIREFOX=$(first_of firefox-esr); fi
  export FIREFOX
  [ -n "$FIREFOX" ]
}

# Sets WEBKIT_DRIVER, or returns 1. WebKitGTK has no headless mode, hence the pretended screen.
ensure_webkit() {
  WEBKIT_DRIVER=${WEBKIT_DRIVER:-$(first_of WebKitWebDriver)}
  if is_debian && ! { [ -n "$WEBKIT_DRIVER" ] && have xvfb-run; }; then
    apt_install webkit2gtk-driver xvfb xauth && WEBKIT_DRIVER=$(first_of WebKitWebDriver)
  fi
  export WEBKIT_DRIVER
  [ -n "$WEBKIT_DRIVER" ] && have xvfb-run
}

# A pretended screen for a browser with a window, or returns 1.
ensure_screen() {
  have Xvfb || { is_debian && apt_install xvfb; }
  [ -n "${DISPLAY:-}" ] || have Xvfb
}

first_chromium() {
  first_of chromium chromium-browser google-chrome-stable google-chrome \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
}

# The path of the first of these programs that is there.
first_of() {
  local program
  for program in "$@"; do
    if type -P "$program"; then return; fi
  done
}
