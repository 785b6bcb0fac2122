# The site: dist/, for any static host, at its root or in a folder.

build_site() {
  trunk build --release --locked --skip-version-check
}
