# A Rust that can make wasm: the one that is there, or by rustup, or by Debian's packages.
#
# SOEPEL_TOOLCHAIN=debian takes Debian's packages whatever else there is.

WASM=wasm32-unknown-unknown

ensure_toolchain() {
  if [ "${SOEPEL_TOOLCHAIN:-}" = debian ]; then debian_toolchain; return; fi
  prefer_rustup
  if ! { have cargo && is_recent && has_wasm; }; then
    rustup_wasm || debian_toolchain
  fi
}

# With Debian's rustc before rustup's on the PATH, cargo would mix the programs of two compilers.
prefer_rustup() {
  local cargo
  if have rustup && cargo=$(rustup which cargo 2>/dev/null); then
    export PATH="$(dirname "$cargo"):$PATH"
    hash -r
  fi
}

# Formatting and linting come apart from the compiler in rustup's smallest profile, and in Debian.
ensure_lints() {
  has_lints && return
  if [ -n "${DEBIAN_RUST:-}" ]; then
    apt_install rustfmt-web rust-web-clippy && link_debian_toolchain
  elif have rustup; then
    rustup component add rustfmt clippy
  fi
  has_lints ||
    give_up "cargo fmt or cargo clippy is missing" "rustup component add rustfmt clippy"
}

has_lints() { cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1; }

is_recent() {
  local wanted found
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  found=$(rustc --version | awk '{print $2}')
  [ "$(printf '%s\n%s\n' "$wanted" "$found" | sort -V | head -n 1)" = "$wanted" ]
}

has_wasm() {
  local libraries
  libraries=$(rustc --print target-libdir --target $WASM 2>/dev/null) && compgen -G "$libraries/libstd-*.rlib" >/dev/null
}

rustup_wasm() {
  have rustup || return 1
  if ! is_recent; then
    say "this Rust is older than Cargo.toml asks for (rustup update stable renews it)"
    return 1
  fi
  say "rustup target add $WASM"
  # Where rustup's servers are out of reach it would try for minutes.
  if have timeout; then timeout 300 rustup target add $WASM; else rustup target add $WASM; fi
}

# Debian's rustc-web knows wasm and brings the sources of the standard library, but not the library
# itself: built here, once, into the tools folder. The system and rustup stay as they are.
debian_toolchain() {
  is_debian || give_up "there is no Rust that can make wasm" \
    "install rustup from https://rustup.rs, then: rustup target add $WASM"
  apt_install rustc-web cargo-web rust-web-src rust-web-llvm lld-22 gcc libc6-dev ||
    give_up "Debian's Rust for wasm is missing" \
      "sudo apt-get install rustc-web cargo-web rust-web-src rust-web-llvm lld-22 gcc libc6-dev"
  DEBIAN_RUST=1
  link_debian_toolchain
  unset RUSTUP_TOOLCHAIN CARGO RUSTC
  local sysroot="$TOOLS/sysroot"
  if [ "$(cat "$sysroot/made-by" 2>/dev/null)" != "$(rustc -vV)" ]; then build_std "$sysroot"; fi
  # Of the target only: build scripts and macros run here and keep the system's library.
  # These take the place of those in .cargo/config.toml.
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--sysroot=$sysroot --cfg erase_components"
}

# /usr/bin/cargo runs the first rustc on the PATH, which may be rustup's: a folder with nothing but
# Debian's programs goes before it. Not the folder of the tools, which serves both ways.
link_debian_toolchain() {
  local program
  mkdir -p "$TOOLS/debian"
  for program in rustc cargo rustdoc rustfmt cargo-fmt clippy-driver cargo-clippy; do
    if [ -x "/usr/bin/$program" ]; then ln -sf "/usr/bin/$program" "$TOOLS/debian/$program"; fi
  done
  case ":$PATH:" in *":$TOOLS/debian:"*) ;; *) export PATH="$TOOLS/debian:$PATH" ;; esac
  hash -r
}

build_std() {
  say "building the standard library for wasm (once, about two minutes)"
  local work
  work=$(mktemp -d)
  mkdir "$work/src"
  echo '#![no_std]' >"$work/src/lib.rs"
  printf '[package]\nname = "std-for-wasm"\nversion = "0.0.0"\nedition = "2021"\n' >"$work/Cargo.toml"
  # Bitcode, because the app is linked with LTO; `test`, for tests that run as wasm.
  (cd "$work" && env -u CARGO_TARGET_DIR RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
    cargo build --release --target $WASM -Zbuild-std=std,panic_abort,test)
  rm -rf "$1"
  mkdir -p "$1/lib/rustlib/$WASM/lib"
  find "$work/target/$WASM/release/deps" -name '*.rlib' ! -name 'libstd_for_wasm-*' \
    -exec cp {} "$1/lib/rustlib/$WASM/lib/" \;
  rm -rf "$work"
  rustc -vV >"$1/made-by"
}
