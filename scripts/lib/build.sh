# The site: dist/, for any static host, at its root or in a folder.

build_site() {
  trunk build --release --locked --skip-version-check
}

# A release holds no path of the machine that made it: whoever builds the same sources with the same
# toolchain, in any folder, gets the same bytes. Only the flags for wasm, so that what runs here while
# building keeps its own. They take the place of those in .cargo/config.toml, so these stand here too.
forget_this_machine() {
  local flags=${CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS:---cfg erase_components}
  local crates=${CARGO_HOME:-$HOME/.cargo}
  # Our own paths are told from here anyway, so that crates need not be built anew in each folder.
  flags="$flags --remap-path-prefix=$crates=/cargo --remap-path-prefix=$(rustc --print sysroot)=/rust"
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$flags
}
