# What builds the site, in the tools folder of this checkout: trunk, wasm-bindgen, wasm-opt.
#
# SOEPEL_TOOLS names another folder, for checkouts that share one.

TOOLS=${SOEPEL_TOOLS:-$PWD/.tools}
TRUNK_VERSION=$(sed -n 's/^trunk-version = "\(.*\)"/\1/p' Trunk.toml)
# The program and the crate must be of exactly one version.
BINDGEN_VERSION=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/"/, "", $3); print $3; exit }' Cargo.lock)
export PATH="$TOOLS/bin:$PATH"

ensure_tools() {
  ensure_crate trunk "$TRUNK_VERSION" trunk --no-default-features --features rustls
  ensure_crate wasm-bindgen "$BINDGEN_VERSION" wasm-bindgen-cli
  ensure_npm
  # Trunk takes any wasm-opt on the PATH; Debian's own is too old for what Rust makes.
  export PATH="$PWD/node_modules/.bin:$PATH"
}

# What looks after the dependencies; its version is ours to choose.
ensure_deny() { ensure_crate cargo-deny 0.20.2 cargo-deny --no-default-features; }

# What changes the code to see whether a test notices.
ensure_mutants() {
  [ "$(cargo mutants --version 2>/dev/null)" = "cargo-mutants 27.1.0" ] && return
  ensure_crate cargo-mutants 27.1.0 cargo-mutants
}

# ensure_crate PROGRAM VERSION CRATE OPTION...
ensure_crate() {
  [ "$("$1" --version 2>/dev/null | awk '{ print $2 }')" = "$2" ] && return
  say "cargo install $3 $2 (once, a few minutes)"
  # With the lock its authors tested, or without where the registry lacks one of those versions.
  install_crate "$@" --locked || install_crate "$@" ||
    give_up "$3 $2 could not be installed" "cargo install $3 --version $2"
}

# They run for seconds: built for speed, trunk alone would take a quarter of an hour.
install_crate() {
  local crate=$3 version=$2
  shift 3
  env -u CARGO_TARGET_DIR -u CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS \
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_DEBUG=0 \
    cargo install "$crate" --version "$version" --root "$TOOLS" --ignore-rust-version "$@"
}

# What judges a page as search engines and browsers' makers do. Of this size it is no dependency of
# the tests: it stands in the tools folder. The last one that runs on Node 20.
ensure_lighthouse() {
  local version=12.8.2 folder="$TOOLS/lighthouse"
  grep -qs "\"version\": \"$version\"" "$folder/node_modules/lighthouse/package.json" && return
  say "npm install lighthouse $version (once)"
  npm install --prefix "$folder" --no-save --no-audit --no-fund --loglevel=error "lighthouse@$version" >&2 ||
    give_up "lighthouse $version could not be installed" "npm install --prefix $folder lighthouse@$version"
}

ensure_npm() {
  { have node && have npm; } || give_up "Node.js is missing" "sudo apt-get install nodejs npm"
  [ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] ||
    give_up "Node.js $(node -v) is too old: 20 or newer is needed" "https://nodejs.org"
  # npm can't tell by itself, without asking, that nothing has changed.
  cmp -s package-lock.json node_modules/.installed-lock && return
  say "npm ci"
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error >&2
  cp package-lock.json node_modules/.installed-lock
}
