#!/bin/sh
# All tests of the grammar. Needs node and a C compiler; brings the right tree-sitter itself on Debian.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cli=$("$here/test/cli.sh")
exec node "$here/test/run.mjs" "$cli"
