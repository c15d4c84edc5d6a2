#!/usr/bin/env bash
# tests/clients/neovim.sh STRATEGY [NEOVIM]: Neovim, set up exactly as docs/editors.md prints it, talks with `strategy lsp`
# and loads the tree-sitter grammar. Needs neovim (0.7 or later) and a C compiler.
set -euo pipefail
cd "$(dirname "$0")/../.."
strategy=$(realpath "$1") nvim=${2:-nvim}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The first block of a language behind a heading of the page.
block() {
  awk -v heading="$1" -v fence="\`\`\`$2" '
    index($0, "#") == 1 && $0 ~ heading { here = 1 }
    here && $0 == fence { inside = 1; next }
    inside && /^```$/ { exit }
    inside' docs/editors.md >"$3"
  test -s "$3" || { echo "docs/editors.md: no $2 block under \"$1\"" >&2; exit 1; }
}

heading='Neovim 0[.]7'
case $("$nvim" --version | head -n 1) in *v0.[789].* | *v0.10.*) ;; *) heading='Neovim 0[.]11' ;; esac
mkdir -p "$work/bin" "$work/home" "$work/mistakes" "$work/plan/axes" "$work/elsewhere"
ln -s "$strategy" "$work/bin/strategy"
block "$heading" lua "$work/init.lua"
block 'Colours and folds' sh "$work/grammar.sh"

export PATH="$work/bin:$PATH" HOME="$work/home" XDG_CONFIG_HOME="$work/home/config" XDG_DATA_HOME="$work/home/data"
export XDG_STATE_HOME="$work/home/state" XDG_CACHE_HOME="$work/home/cache"
sed -i "s|STRATEGY|$PWD|" "$work/grammar.sh"
sh -e "$work/grammar.sh"

cp examples/mistakes/budget.dsl "$work/mistakes/plan.dsl"
(cd "$work/mistakes" && strategy check -q --format json plan.dsl) >"$work/expected.json" || test $? -eq 1

cat >"$work/plan/plan.dsl" <<'END'
utiliser std.roles
utiliser "axes/socle.dsl"

stratégie "Feuille de route 2026-2032" {
  période 2026-09 .. 2032-03
}

axe usagers "Des services pour les usagers" {
  objectif guichet "Guichet numérique" {
    pilote    CDO
    période   2028
    dépend de identite
    action portail "Déployer le portail" {
      dépend de identite.pilote-technique
    }
  }
}
END
cat >"$work/plan/axes/socle.dsl" <<'END'
axe socle "Un socle sûr" {
  objectif identite "Identité de l'usager" {
    pilote  DSI
    période 2027
    jalon pilote-technique "Pilote technique" au 2027-06
  }
}
END
echo 'workspace { model }' >"$work/elsewhere/model.dsl"

cd "$work"
export WORK=$work
timeout 120 "$nvim" --headless -u init.lua -c "luafile $OLDPWD/tests/clients/neovim.lua" 2>&1
