#!/usr/bin/env bash
# packages/try.sh [FOLDER]: each package of packages/build.sh (in FOLDER, target/packages by default), installed and run where nothing else
# of the program is: the static program in a root that holds nothing but it, the package in a fresh Debian, the wheel by pipx and by
# pre-commit without Rust, the extensions' own programs, and the program for Windows by Wine.
# Needs root (chroot), debootstrap, pipx, pre-commit, unzip, wine and the C compiler for Windows.
set -euo pipefail
cd "$(dirname "$0")/.."
top=$PWD packages=$(cd "${1:-target/packages}" && pwd)
for tool in debootstrap pipx pre-commit wine unzip; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: see the head of packages/try.sh" >&2; exit 1; }
done
pipx=$(command -v pipx) precommit=$(command -v pre-commit)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }
one() { local found=("$packages"/$1); [ ${#found[@]} = 1 ] && [ -e "${found[0]}" ] || fail "no $1, or several"; echo "${found[0]}"; }
seen() { printf '%-46s %s\n' "$1" "$2"; }
# What it says and makes, wherever it stands. In: a command, then the plan's path for it, then where its results are for us.
works() {
  local plan=$1 out=$2; shift 2
  local told
  told=$("$@" check "$plan/mistakes/budget.dsl" --lang fr --format concise 2>&1) && fail "$*: a mistake passes" || [ $? -eq 1 ] || fail "$*: $told"
  case $told in *E0603*) ;; *) fail "$*: $told" ;; esac
  [ -z "$out" ] && return
  "$@" build "$plan/saint-aubin" -q -o "$out/saint-aubin.pdf" 2>&1 || fail "$*: no document"
}
is_pdf() { [ "$(head -c 5 "$1")" = %PDF- ] || fail "$1 is no PDF"; }
(cd "$packages" && sha256sum --quiet -c SHA256SUMS)

# --- the static program, in a root that holds nothing but it ----------------------------------------------------------------
mkdir -p "$work/root/tmp" && tar -C "$work/root" -xzf "$(one '*-x86_64-linux.tar.gz')" --strip-components=1
cp -r examples "$work/root/"
works /examples /tmp chroot "$work/root" /strategy
is_pdf "$work/root/tmp/saint-aubin.pdf"
for file in man/strategy-check.1.gz completions/strategy.bash LICENSE-MIT README.fr.md; do [ -s "$work/root/$file" ] || fail "$file"; done
seen "the static program" "checks and makes a PDF in a root with no library"

# --- the package, in a fresh Debian -------------------------------------------------------------------------------------------
debootstrap --variant=minbase stable "$work/debian" >"$work/debootstrap.log" 2>&1 || { tail -5 "$work/debootstrap.log"; fail debootstrap; }
cp "$(one '*.deb')" "$work/debian/tmp/strategy.deb"
cp -r examples "$work/debian/srv/"
chroot "$work/debian" dpkg -i /tmp/strategy.deb >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log"; fail dpkg; }
works /srv/examples /tmp chroot "$work/debian" strategy
is_pdf "$work/debian/tmp/saint-aubin.pdf"
for file in man/man1/strategy-check.1.gz bash-completion/completions/strategy doc/strategy/copyright; do [ -s "$work/debian/usr/share/$file" ] || fail "$file"; done
chroot "$work/debian" dpkg -r strategy >/dev/null 2>&1 && [ ! -e "$work/debian/usr/bin/strategy" ] || fail "it cannot be taken out"
seen "the Debian package" "installed, run and taken out in Debian $(cat "$work/debian/etc/debian_version")"

# --- the wheel, without Rust --------------------------------------------------------------------------------------------------
wheel=$(one '*manylinux*.whl')
without_rust=$(printf '%s' "$PATH" | tr : '\n' | grep -v cargo | paste -sd:)
(
  export PATH=$without_rust PIPX_HOME="$work/pipx" PIPX_BIN_DIR="$work/bin"
  command -v cargo >/dev/null && fail "Rust is there"
  "$pipx" install --quiet "$wheel" >"$work/pipx.log" 2>&1 || { cat "$work/pipx.log"; fail pipx; }
  works "$top/examples" "$work" "$work/bin/strategy"
)
is_pdf "$work/saint-aubin.pdf"
seen "the wheel, by pipx" "installed and run without Rust"
mkdir "$work/town" && cp -r examples/montreval/. "$work/town/"
cat >"$work/town/.pre-commit-config.yaml" <<END
repos:
  - repo: local
    hooks:
      - id: strategy-check
        name: strategy check
        entry: strategy check --staged
        language: python
        additional_dependencies: ["$wheel"]
        files: \.dsl$
        require_serial: true
        always_run: true
END
(
  export PATH=$without_rust HOME="$work" PRE_COMMIT_HOME="$work/hooks" GIT_CONFIG_NOSYSTEM=1
  cd "$work/town"
  git init -q && git config user.name Mairie && git config user.email mairie@example.org && git add -A
  "$precommit" run --all-files >"$work/hook.log" 2>&1 || { cat "$work/hook.log"; fail "the hook refuses a sound plan"; }
  echo 'objectif x "X" { dépend de nulle-part }' >>plan.dsl
  "$precommit" run --all-files >"$work/hook.log" 2>&1 && fail "the hook lets a broken plan pass"
  grep -q nulle-part "$work/hook.log" || fail "$(cat "$work/hook.log")"
)
seen "the wheel, by pre-commit" "installed and run without Rust"

# --- the extensions -----------------------------------------------------------------------------------------------------------
for platform in linux-x64 win32-x64; do
  mkdir "$work/$platform" && unzip -q "$(one "*-$platform.vsix")" -d "$work/$platform"
done
chmod +x "$work/linux-x64/extension/bin/strategy"
works "$top/examples" "" "$work/linux-x64/extension/bin/strategy"
[ -s "$work/win32-x64/extension/bin/strategy.exe" ] || fail "the extension for Windows has no program"
seen "the extensions" "have the program of their platform inside"

# --- Windows, by Wine ---------------------------------------------------------------------------------------------------------
unzip -q "$(one '*-x86_64-windows.zip')" -d "$work/windows"
program=$(echo "$work"/windows/*/strategy.exe)
# Windows has it since version 7 and Wine since version 9: what gives random bytes.
if ! find /usr -name bcryptprimitives.dll 2>/dev/null | grep -q .; then
  printf '%s\n' '#include <windows.h>' '#include <ntsecapi.h>' '__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T size) { return RtlGenRandom(to, size); }' >"$work/prng.c"
  x86_64-w64-mingw32-gcc -shared -o "$(dirname "$program")/bcryptprimitives.dll" "$work/prng.c" -ladvapi32
fi
export WINEPREFIX="$work/wine" WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
# An extension of pathnames: Z: is the root.
windows() { printf 'Z:%s' "${1//\//\\}"; }
timeout 300 wine "$program" --version >"$work/wine.log" 2>&1 || { cat "$work/wine.log"; fail "wine"; }
told=$(timeout 300 wine "$program" check "$(windows "$top/examples/mistakes/budget.dsl")" --lang fr --format concise 2>&1) && fail "Windows: a mistake passes" || [ $? -eq 1 ] || fail "Windows: $told"
case $told in *E0603*) ;; *) fail "Windows: $told" ;; esac
timeout 300 wine "$program" check "$(windows "$top/examples/montreval")" --lang fr >"$work/wine.log" 2>&1 || fail "Windows: $(cat "$work/wine.log")"
timeout 300 wine "$program" export "$(windows "$top/examples/montreval")" --format json -q >"$work/wine.json"
"$work/root/strategy" export examples/montreval --format json -q | cmp - "$work/wine.json" || fail "Windows reads the plan otherwise"
case ${WINDOWS_PDF:-yes} in
  yes)
    timeout 600 wine "$program" build "$(windows "$top/examples/saint-aubin")" -q -o "$(windows "$work/windows.pdf")" || fail "Windows: no document"
    is_pdf "$work/windows.pdf"
    seen "the program for Windows, by Wine" "checks, exports the same bytes, makes a PDF" ;;
  *) seen "the program for Windows, by Wine" "checks, exports the same bytes" ;;
esac
