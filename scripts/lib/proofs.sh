# What is proved by doing it very often: R3, R4 and R16 of docs/reliability.md.

# prove TRACES INPUTS STATES
prove() {
  # Built for speed: at a hundred thousand times it pays.
  local proofs=(cargo test --locked --quiet --profile proofs)
  SOEPEL_TRACES=$1 "${proofs[@]}" --test faults -- --nocapture &&
    SOEPEL_FUZZ=$2 "${proofs[@]}" --test fuzz -- --nocapture &&
    "${proofs[@]}" --test large -- --nocapture &&
    PROPTEST_CASES=$3 "${proofs[@]}" --test archive -- \
      an_export_read_into merging_twice the_order_of_two the_grouping_of_three
}

# Without the network, once everything of the lock file is here.
dependencies_are_ours() {
  cargo fetch --locked --quiet || say "cargo fetch: out of reach"
  cargo deny --offline --locked check bans licenses sources
}
