# Sourced by ./zhixin: what a command needs before it can run. Says what it does on standard error, so that results stay clean.

say() { printf '%s\n' "$@" >&2; }

fail() { say "$@"; exit 1; }

program() { printf '%s/artifacts/bin/%s/release/%s.dll' "$ZHIXIN_ROOT" "$1" "$1"; }

# The .NET tools and npm write to HOME; a service or a container may have none that can be written.
need_home() {
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
  if [[ -z "${HOME:-}" || ! -d "$HOME" || ! -w "$HOME" ]]; then
    export HOME="$ZHIXIN_ROOT/artifacts/home"
    mkdir -p "$HOME"
    export DOTNET_CLI_HOME="$HOME"
  fi
}

need_dotnet() {
  need_home
  if ! command -v dotnet >/dev/null; then
    local place
    for place in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
      [[ -n "$place" && -x "$place/dotnet" ]] && PATH="$place:$PATH" && break
    done
  fi
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
    fail '需要 .NET SDK 10：请先安装（https://dotnet.microsoft.com/download），再运行一次。' \
         'The .NET SDK 10 is needed: install it (https://dotnet.microsoft.com/download), then run this again.'
  fi
}

# apt_install WHY PACKAGE...: installs as root, else says what to install.
apt_install() {
  local why="$1"; shift
  if [[ $EUID -ne 0 ]] || ! command -v apt-get >/dev/null; then
    fail "缺少 $*（$why）：请由管理员安装，例如 apt-get install $*。" \
         "$* missing ($why): have it installed, for example by: apt-get install $*"
  fi
  say "Installing $* ($why)"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"; } >&2 ||
    fail "安装失败 Could not install: $*"
}

# Browser assets and the private database's programs, exactly as package-lock.json pins them.
need_node_packages() {
  local have="$ZHIXIN_ROOT/node_modules/.package-lock.json"
  [[ -f "$have" && ! "$ZHIXIN_ROOT/package-lock.json" -nt "$have" ]] && return
  command -v npm >/dev/null || apt_install 'node packages' nodejs npm
  say 'Fetching node packages'
  (
    with_build_lock
    # --ignore-scripts: nothing fetched runs here; the program itself makes the links that the database's package needs.
    cd "$ZHIXIN_ROOT" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
  ) || fail 'npm ci 失败：请检查网络或 npm 源。npm ci failed: check the network or the registry.'
  touch "$have"
}

# Two commands started together must not build into the same folder. Held until the calling subshell ends.
with_build_lock() {
  mkdir -p "$ZHIXIN_ROOT/artifacts"
  exec 9>"$ZHIXIN_ROOT/artifacts/.lock"
  command -v flock >/dev/null && flock 9
  return 0
}

# is_stale STAMP: a source is newer than the last build that succeeded (directories count, so a deleted file does too).
is_stale() {
  [[ -f "$1" ]] || return 0
  local source roots=()
  for source in src benchmarks regulations calendars courts node_modules/.package-lock.json \
    Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig; do
    [[ -e "$ZHIXIN_ROOT/$source" ]] && roots+=("$ZHIXIN_ROOT/$source")
  done
  [[ -n "$(find "${roots[@]}" -newer "$1" -print -quit)" ]]
}

# build_when_stale PROJECT ASSEMBLY
build_when_stale() {
  local stamp="$ZHIXIN_ROOT/artifacts/.built-$2"
  if [[ -f "$(program "$2")" ]] && ! is_stale "$stamp"; then return 0; fi
  (
    with_build_lock
    is_stale "$stamp" || [[ ! -f "$(program "$2")" ]] || exit 0 # another command built it meanwhile
    say 'Building'
    touch "$stamp.begun" # a source changed during the build is newer than this
    # Analyzers belong to ./zhixin test: a user waits only for the compiler.
    dotnet build "$ZHIXIN_ROOT/$1" -c Release -v quiet -nologo -p:RunAnalyzers=false -clp:NoSummary >&2
    mv "$stamp.begun" "$stamp"
  ) || fail '编译失败。The build failed.'
}
