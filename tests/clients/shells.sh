#!/usr/bin/env bash
# tests/clients/shells.sh STRATEGY: what a person's shell completes, asked of real shells: commands, options, names of the plan that the
# folder is in, codes of rules. Needs bash, zsh and fish. And `--watch`: it tells again what is saved, and ends when it is told to.
set -euo pipefail
strategy=$(realpath "$1")
repository=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$strategy" "$work/bin/strategy"
export PATH="$work/bin:$PATH" HOME="$work" LANG=en_GB.UTF-8 LC_ALL=
cp -r "$repository/examples/montreval" "$work/"
cd "$work/montreval"

fail() { echo "FAILED: $*" >&2; exit 1; }
holds() { case "$2" in *"$1"*) ;; *) fail "« $1 » is not in: $2" ;; esac; }
lacks() { case "$2" in *"$1"*) fail "« $1 » is in: $2" ;; esac; }
goal=$(strategy graph --format json -q | python3 -c 'import json, sys; print(next(one["name"] for one in json.load(sys.stdin)["nodes"] if one["name"] and len(one["name"]) > 4))')
begun=${goal:0:3}

# In: the words typed, the last one unfinished. Out: what bash offers.
bash_offers() {
  bash --norc -c '
    source <(strategy completions bash)
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
    function=$(complete -p strategy | sed "s/.*-F \([^ ]*\).*/\1/")
    "$function" strategy "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
    printf "%s\n" "${COMPREPLY[@]}"' bash "$@"
}
fish_offers() { fish --no-config -c 'strategy completions fish | source; complete --do-complete "'"$*"'"'; }
# zsh shows its offers on a terminal only: a pseudo-terminal of its own types for us.
zsh_offers() {
  zsh -f -c '
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell "PS1=; autoload -Uz compinit; compinit -u; source <(strategy completions zsh); zstyle \":completion:*\" list-prompt \"\"; LISTMAX=1000; print READY"
    zpty -r -m shell line "*READY*"; sleep 1
    zpty -n -w shell "'"$*"'"$'"'\t\t'"'
    sleep 3
    while zpty -r -t shell line; do print -r -- "$line"; done
    zpty -d shell'
}

for shell in bash fish zsh; do
  command -v "$shell" >/dev/null || fail "$shell is missing"
  offers=${shell}_offers
  out=$("$offers" strategy bl)
  holds blame "$out"
  out=$("$offers" strategy blame "$begun")
  holds "$goal" "$out"
  out=$("$offers" strategy explain ART-0)
  holds ART-0 "$out"
  out=$("$offers" strategy check --for)
  holds --format "$out"
  echo "$shell: commands, options, names and rules are completed"
done
lacks "$goal" "$(cd / && bash_offers strategy blame "$begun" 2>&1)"
strategy completions powershell | grep -q Register-ArgumentCompleter || fail "PowerShell"

# --- --watch --------------------------------------------------------------------------------------------------------------
until_holds() {
  for _ in $(seq 100); do grep -q -- "$1" "$2" && return; sleep 0.1; done
  fail "« $1 » never came: $(cat "$2")"
}
strategy check --watch --format concise --lang en >"$work/told" 2>"$work/beside" &
watcher=$!
until_holds "Waits for more" "$work/beside"
lacks E0 "$(cat "$work/told")"
printf 'objectif inconnu "X" {\n  dépend de nulle-part\n}\n' >>plan.dsl
until_holds "nulle-part" "$work/told"
cp "$repository/examples/montreval/plan.dsl" plan.dsl
rounds() { grep -c "Waits for more" "$work/beside"; }
for _ in $(seq 100); do [ "$(rounds)" -ge 3 ] && break; sleep 0.1; done
[ "$(rounds)" -ge 3 ] || fail "the mended plan was not told again: $(cat "$work/beside")"
# What is no part of a plan does not make it run again.
sleep 1; before=$(rounds); echo "x" >notes.txt; sleep 1; [ "$(rounds)" = "$before" ] || fail "a text beside the plan made it run again"
kill -INT "$watcher" 2>/dev/null || true
kill "$watcher" 2>/dev/null || true
wait "$watcher" 2>/dev/null && fail "it ended as if nothing had been" || true
echo "--watch: told again what was saved"
