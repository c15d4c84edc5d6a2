#!/usr/bin/env bash
# packages/twice.sh [OPTIONS OF build.sh]: the packages of this commit, built in two clones that stand in folders of other names. The same
# bytes must come out of both.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder in one a-folder/with-a-longer-name; do
  mkdir -p "$work/$folder"
  git clone --quiet "$top" "$work/$folder/strategy"
  "$work/$folder/strategy/packages/build.sh" "$@" "$work/$folder/packages"
done
diff "$work/one/packages/SHA256SUMS" "$work/a-folder/with-a-longer-name/packages/SHA256SUMS" || { echo "FAILED: two builds of one commit differ" >&2; exit 1; }
echo "two builds of one commit are the same, byte for byte"
