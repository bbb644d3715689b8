# Sourced by ./zhixin: the whole check. Builds with all analyzers (warnings are errors) and runs every test project on real servers.

# Projects whose rules must not depend on where the machine stands: they run a second time across New York's clock changes.
RULE_PROJECTS=(Zhixin.Tests Zhixin.Regulations.Tests)

# run_tests [PROJECT] [-- ARGUMENTS OF XUNIT]
run_tests() {
  local project='' projects=()
  if [[ $# -gt 0 && "$1" != -- ]]; then project="$1"; shift; fi
  if [[ "${1:-}" == -- ]]; then shift; fi
  passed=0 failed=0 skipped=0 broken=0
  cd "$ZHIXIN_ROOT"
  need_dotnet
  need_node_packages
  find_projects "$project"
  if needs_browser; then need_browser; fi
  build_tests "$project"

  rm -rf artifacts/test-results
  mkdir -p artifacts/test-results
  local name
  for name in "${projects[@]}"; do
    run_project "$name" UTC "$@"
  done
  for name in "${RULE_PROJECTS[@]}"; do
    if [[ " ${projects[*]} " == *" $name "* ]]; then run_project "$name" America/New_York "$@"; fi
  done
  if (( passed + failed == 0 )); then say 'No test ran.'; broken=1; fi
  printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  (( failed == 0 && broken == 0 ))
}

# Fills `projects` with the named project, or with all that have sources.
find_projects() {
  local folder
  for folder in tests/*.Tests/; do
    folder="$(basename "$folder")"
    if [[ -n "$1" && "$1" != "$folder" ]]; then continue; fi
    if [[ -n "$(find "tests/$folder" -name '*.cs' -print -quit)" ]]; then projects+=("$folder"); fi
  done
  (( ${#projects[@]} > 0 )) || fail "没有名为 $1 的测试项目。No test project named '$1' in tests/."
}

needs_browser() { [[ " ${projects[*]} " == *' Zhixin.Browser.Tests '* ]]; }

# A browser and a font with Chinese characters, for the pages as people see them.
need_browser() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  if ! command -v fc-list >/dev/null || [[ -z "$(fc-list :lang=zh family)" ]]; then missing+=(fontconfig fonts-noto-cjk); fi
  (( ${#missing[@]} == 0 )) || apt_install 'browser tests' "${missing[@]}"
}

build_tests() {
  local target="${1:+tests/$1}" analyzed=artifacts/.analyzed again=()
  # What ./zhixin up has compiled without analyzers is compiled again with them.
  if [[ -n "$(find artifacts -maxdepth 1 -name '.built-*' -newer "$analyzed" -print -quit 2>/dev/null)" || ! -f "$analyzed" ]]; then again=(--no-incremental); fi
  say 'Building with analyzers'
  ( with_build_lock; dotnet build ${target:-Zhixin.slnx} -c Release -v quiet -nologo "${again[@]}" >&2 ) ||
    { say '编译或代码检查未通过。The build or its analyzers failed.'; printf '\n0 passed, 1 failed, 0 skipped\n'; exit 1; }
  if [[ -z "$target" ]]; then touch "$analyzed"; fi
}

# run_project NAME TIMEZONE [ARGUMENTS]: runs one test program and adds its counts to the totals.
run_project() {
  local name="$1" zone="$2" code=0; shift 2
  local result="artifacts/test-results/$name.${zone//\//-}.xml" log
  log="${result%.xml}.log"
  printf '%-28s %-17s ' "$name" "$zone"
  TZ="$zone" dotnet "$(program "$name")" -noColor -noLogo -xml "$result" "$@" >"$log" 2>&1 || code=$?
  local total p f s e
  total="$(count "$result" total)" p="$(count "$result" passed)" f="$(count "$result" failed)"
  s="$(count "$result" skipped)" e="$(count "$result" errors)"
  printf '%5d passed %4d failed %4d skipped  %ss\n' "$p" "$(( f + e ))" "$s" "$(seconds "$result")"
  (( passed += p, failed += f + e, skipped += s )) || true
  if (( f + e > 0 || (code != 0 && total == 0) )); then cat "$log"; fi
  if (( code != 0 && f + e == 0 )); then printf '%s ended with code %d\n' "$name" "$code"; broken=1; fi
  if (( total == 0 && $# == 0 )); then printf '%s has sources, but ran no test\n' "$name"; broken=1; fi
}

# count RESULT ATTRIBUTE: a number from the <assembly> element of xunit's result file; 0 when the program did not get that far.
count() {
  local number
  number="$(grep -o '<assembly [^>]*>' "$1" 2>/dev/null | head -1 | sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p")"
  printf '%d' "${number:-0}"
}

seconds() { grep -o '<assembly [^>]*>' "$1" 2>/dev/null | head -1 | sed -n 's/.* time="\([0-9]*\)[^"]*".*/\1/p'; }
