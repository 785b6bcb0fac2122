# Speaking to the person, and asking the machine for what needs its owner.

say() { printf '\033[1m>> %s\033[0m\n' "$*" >&2; }

# give_up WHAT COMMAND: what is missing, and what would install it.
give_up() {
  printf '\033[1m!! %s\033[0m\n' "$1" >&2
  [ -z "${2:-}" ] || printf '   Try: %s\n' "$2" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

is_debian() { [ -r /etc/os-release ] && grep -q '^ID=debian' /etc/os-release && have apt-get; }

# as_owner COMMAND...: as root, or through sudo where there is one.
as_owner() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif have sudo; then sudo "$@"; else return 1; fi
}

# apt_install PACKAGE...: those of them that are not there yet.
apt_install() {
  local package missing=""
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  say "apt-get install$missing"
  # A new machine has no list of packages yet, an old one a list of packages that are gone.
  as_owner apt-get update -qq </dev/null || true
  local log code=0
  log=$(mktemp)
  # shellcheck disable=SC2086 # One word per package is what is meant.
  as_owner env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $missing </dev/null >"$log" 2>&1 || code=$?
  if [ "$code" != 0 ]; then tail -n 20 "$log" >&2; fi
  rm -f "$log"
  return "$code"
}
