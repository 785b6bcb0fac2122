# Runs the kinds of tests one after another, counts what each of them ran, and sums it up.

PASSED=0
FAILED=0
SUMMARY=""
LOGS=$(mktemp -d)
trap 'rm -rf "$LOGS"' EXIT

# wanted KIND: whether SOEPEL_SKIP leaves it in; what it leaves out is said at the end.
wanted() {
  case " ${SOEPEL_SKIP:-} " in
    *" $1 "*) leave_out "$1" "by SOEPEL_SKIP"; return 1 ;;
  esac
}

leave_out() {
  case $SUMMARY in *"$1: left out"*) ;; *) SUMMARY="$SUMMARY$1: left out, $2"$'\n' ;; esac
}

# check NAME COMMAND...: one that passes or fails as a whole; tells which.
check() {
  local name=$1 started=$SECONDS code=0
  shift
  say "$name"
  "$@" || code=$?
  if [ "$code" = 0 ]; then count "$name" 1 0 "$started"; else count "$name" 0 1 "$started"; fi
  return "$code"
}

# run KIND RUNNER COMMAND...: one that says itself how many passed; RUNNER is how it says so.
run() {
  local kind=$1 runner=$2 started=$SECONDS code=0 passed failed
  shift 2
  say "$kind"
  "$@" 2>&1 | tee "$LOGS/$kind" || code=$?
  read -r passed failed < <("count_$runner" "$LOGS/$kind")
  # A runner that broke, or that found nothing to run, has not passed.
  if [ "$failed" = 0 ] && { [ "$code" != 0 ] || [ "$passed" = 0 ]; }; then failed=1; fi
  count "$kind" "$passed" "$failed" "$started"
}

count() {
  PASSED=$((PASSED + $2))
  FAILED=$((FAILED + $3))
  SUMMARY="$SUMMARY$1: $2 passed, $3 failed, $((SECONDS - $4)) s"$'\n'
}

count_cargo() {
  awk '/^test result:/ { passed += $4; failed += $6 } END { print passed + 0, failed + 0 }' "$1"
}

# Its last lines are "  2 failed" and "  40 passed (30s)", in colours on a terminal.
count_playwright() {
  sed $'s/\033\\[[0-9;]*[A-Za-z]//g' "$1" | awk '
    /^ +[0-9]+ passed/ { passed = $1 }
    /^ +[0-9]+ (failed|flaky|interrupted|did not run)/ { failed += $1 }
    END { print passed + 0, failed + 0 }'
}

count_own() {
  awk '/^[0-9]+ passed, [0-9]+ failed$/ { passed = $1; failed = $3 } END { print passed + 0, failed + 0 }' "$1"
}

finish() {
  say "in all"
  printf '%s\n' "$SUMMARY"
  printf '%s passed, %s failed\n' "$PASSED" "$FAILED"
  if [ "$FAILED" = 0 ]; then exit 0; else exit 1; fi
}
