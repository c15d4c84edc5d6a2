#!/bin/sh
# Prints the path of the tree-sitter that the committed parser was generated with: the one of the PATH, the one that
# TREE_SITTER names, or Debian's, unpacked beside the system (its C library too: an older system has not the one it needs).
set -eu
WANTED=0.22.6
CACHE=${STRATEGY_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/strategy-editors}/tree-sitter-$WANTED

for found in "${TREE_SITTER:-}" "$(command -v tree-sitter || true)" "$CACHE/tree-sitter"; do
    if [ -n "$found" ] && [ -x "$found" ] && [ "$("$found" --version | cut -d' ' -f2)" = "$WANTED" ]; then
        echo "$found"
        exit 0
    fi
done

# The system's own mirror, in the release that has the version.
sources=/etc/apt/sources.list.d/debian.sources
[ -f "$sources" ] || {
    echo "tree-sitter $WANTED is wanted: put it in the PATH, or its path in TREE_SITTER" >&2
    exit 1
}
rm -rf "$CACHE"
mkdir -p "$CACHE/lists/partial" "$CACHE/archives/partial"
cd "$CACHE"
awk 'BEGIN { RS = "" } NR == 1' "$sources" | sed 's/^Suites:.*/Suites: trixie/' > debian.sources
apt() {
    apt-get -qq -o Dir::Etc::sourcelist="$CACHE/debian.sources" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$CACHE/lists" \
        -o Dir::Cache="$CACHE" -o APT::Sandbox::User=root "$@" >&2
}
apt update
apt download tree-sitter-cli libc6 libgcc-s1
for package in *.deb; do dpkg -x "$package" root; done
rm -rf lists archives ./*.deb ./*.bin
loader=$(find "$CACHE/root" -name 'ld-linux-*' | head -n 1)
cat > tree-sitter <<END
#!/bin/sh
exec "$loader" --library-path "$(dirname "$(find "$CACHE/root" -name libc.so.6)")" "$CACHE/root/usr/bin/tree-sitter" "\$@"
END
chmod +x tree-sitter
[ "$(./tree-sitter --version | cut -d' ' -f2)" = "$WANTED" ] || {
    echo "Debian's tree-sitter is not $WANTED" >&2
    exit 1
}
echo "$CACHE/tree-sitter"
