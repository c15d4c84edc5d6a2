#!/usr/bin/env bash
# A plan's life in git, from end to end: a version is adopted, a branch breaks the plan and mends it; `diff`, `--since`, a baseline, the
# hook of the real pre-commit and the amendment are read. What git cannot give is told in words.
# In: the binary; the pre-commit command.
set -euo pipefail
strategy=$(realpath "$1")
precommit=$(realpath "$2")
repository=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PATH="$(dirname "$strategy"):$PATH" HOME="$work" GIT_CONFIG_NOSYSTEM=1 PRE_COMMIT_HOME="$work/hooks"
git config --global user.name "Mairie"
git config --global user.email "mairie@example.org"
git config --global init.defaultBranch main
git config --global advice.detachedHead false
git config --global --add safe.directory '*'

fail() { echo "FAILED: $*" >&2; exit 1; }
# In: the words that have to be there, then the text.
holds() { case "$2" in *"$1"*) ;; *) fail "« $1 » is not in: $2" ;; esac; }
lacks() { case "$2" in *"$1"*) fail "« $1 » is in: $2" ;; esac; }

# --- no git, no commit, a plan that was not there -------------------------------------------------------------------------
mkdir "$work/none" && cp -r "$repository/examples/montreval" "$work/none/"
out=$(cd "$work/none/montreval" && strategy diff --lang fr 2>&1) && fail "a diff without git" || test $? -eq 2
holds "n'est dans aucun dépôt git" "$out"

mkdir "$work/town" && cd "$work/town" && git init -q
cp -r "$repository/examples/montreval/." .
out=$(strategy diff --lang fr 2>&1) && fail "a diff without a commit" || test $? -eq 2
holds "aucune version enregistrée" "$out"
git commit -q --allow-empty -m "Vide"
out=$(strategy check --since HEAD --lang fr --format concise 2>&1)
holds "tout y est nouveau" "$out"
out=$(strategy diff --lang fr 2>&1) && fail "a diff with nothing" || test $? -eq 2
holds "n'existe pas dans la révision" "$out"
out=$(strategy diff jamais --lang fr 2>&1) && fail "an unknown revision" || test $? -eq 2
holds "ne connaît aucune révision « jamais »" "$out"

# --- a version is adopted, and nothing changes ----------------------------------------------------------------------------
cat > .pre-commit-config.yaml <<END
repos:
  - repo: $repository
    rev: $(git -C "$repository" rev-parse HEAD)
    hooks:
      - id: strategy-check
END
# Something that is known to be missing.
sed -i '0,/^ *durée /{/^ *durée /d}' axes/territoire.dsl
git add -A && git commit -qm "Stratégie adoptée" && git tag adoption
out=$(strategy diff adoption --lang fr)
holds "Rien ne change" "$out"
"$precommit" install >/dev/null

# --- a branch breaks the plan: the hook refuses it ------------------------------------------------------------------------
git checkout -q -b suite
sed -i '0,/pilote  *DSI/s//pilote  NOBODY/' axes/usagers.dsl
sed -i 's/2028-01 \.\. 2029-03/2028-01 .. 2029-06/' axes/usagers.dsl
git add -A
out=$(git commit -m "Cassé" 2>&1) && fail "the broken plan was committed"
holds "NOBODY" "$out"
test "$(grep -c 'Failed' <<<"$out")" -eq 1 || fail "one plan, one check: $out"
out=$(strategy check --since adoption --format concise --lang fr 2>"$work/notes") && fail "an error that is new" || test $? -eq 1
test "$(grep -c E0301 <<<"$out")" -eq 1 || fail "$out"
lacks "avertissement CPL" "$out"
holds "1 constat existait déjà" "$(cat "$work/notes")"

# --- mended: the commit goes through, and what changed is told ------------------------------------------------------------
sed -i 's/pilote  NOBODY/pilote  CDO/' axes/usagers.dsl
sed -i '0,/fonctionnement 2027: 25 k€/s//fonctionnement 2027: 30 k€/' axes/usagers.dsl
git add -A && git commit -qm "Report du portail"
strategy check --since adoption -q || fail "nothing new is wrong"
out=$(strategy diff adoption..HEAD --lang fr | tr '\240\302' '  ')
for words in "pilote : DSI → CDO" "fin : mars 2029 → juin 2029" "fonctionnement 2027 : 25" "Argent, par an et par section" "en tout :"; do
  holds "$words" "$(strategy diff adoption..HEAD --lang fr | sed 's/\xc2\xa0/ /g')"
done
strategy diff adoption --format json >"$work/diff.json"
python3 - "$work/diff.json" <<'END'
import json, sys
kinds = [one["kind"] for one in json.load(open(sys.argv[1]))["changes"]]
assert sorted(set(kinds)) == ["handed-over", "money", "rescheduled"], kinds
END
strategy diff adoption --format markdown --lang fr | grep -q '| Année | Section |' || fail "the table of a merge request"

# --- the plan's life, and who changed what --------------------------------------------------------------------------------
holds "adoption" "$(strategy history --lang fr)"
test "$(strategy history --format json | python3 -c 'import json, sys; print(len(json.load(sys.stdin)["versions"]))')" -eq 2
sed -i 's/\bacculturation\b/pedagogie/g' axes/donnees.dsl
strategy check -q >/dev/null || fail "the plan with another name"
git commit -qam "Un autre nom"
out=$(strategy blame portail --format json)
python3 - "$out" <<'END'
import json, sys
fields = {one["field"].lower(): one["summary"] for one in json.loads(sys.argv[1])["fields"]}
assert fields["pilote"] == "Report du portail" and fields["fin"] == "Report du portail", fields
assert fields["début"] == "Stratégie adoptée" and fields["investissement 2028"] == "Stratégie adoptée", fields
END
python3 - "$(strategy blame pedagogie --format json)" <<'END'
import json, sys
fields = {one["field"].lower(): one["summary"] for one in json.loads(sys.argv[1])["fields"]}
assert fields["nom"] == "Un autre nom" and fields["titre"] == "Stratégie adoptée", fields
END
sed -i 's/"Expliquer ce que sont les données ouvertes[^"]*"/"Un autre titre"/' axes/donnees.dsl
holds "pas encore enregistré" "$(strategy blame pedagogie --lang fr)"
git checkout -q axes/donnees.dsl
out=$(strategy blame portial --lang fr 2>&1) && fail "an unknown name" || test $? -eq 2
holds "Vouliez-vous dire \`portail\`" "$out"

# --- a document says what it was made from; an older one is made without a checkout ---------------------------------------
digits=$(git rev-parse --short=10 HEAD)
strategy build --format markdown -o now.md -q
grep -q "révision $digits · strategy" now.md || fail "the revision: $(tail -3 now.md)"
echo "// note" >>axes/socle.dsl
strategy build --format markdown -o now.md -q
grep -q "révision $digits, modifiée depuis" now.md || fail "a change that is not committed: $(tail -3 now.md)"
strategy build --rev adoption --format markdown -o then.md -q
grep -q "révision $(git rev-parse --short=10 adoption) · strategy" then.md || fail "an older revision: $(tail -3 then.md)"
git checkout -q axes/socle.dsl
rm now.md then.md

# --- a shallow clone, a worktree, a bare repository -----------------------------------------------------------------------
git worktree add -q "$work/tree" adoption
holds "Rien ne change" "$(cd "$work/tree" && strategy diff adoption --lang fr)"
git clone -q --depth 1 "file://$work/town" "$work/shallow"
out=$(cd "$work/shallow" && strategy diff adoption --lang fr 2>&1) && fail "a shallow clone has no such revision" || test $? -eq 2
holds "copie partielle" "$out"

# --- what is known is kept in a file --------------------------------------------------------------------------------------
strategy check --baseline known.json --write-baseline -q
out=$(strategy check --baseline known.json --format concise --lang fr 2>/dev/null)
test -z "$out" || fail "all is known: $out"
sed -i '0,/pilote  *RSSI/s//pilote  NOBODY/' axes/socle.dsl
out=$(strategy check --baseline known.json --format concise --lang fr 2>/dev/null) && fail "an error that is new" || test $? -eq 1
holds "NOBODY" "$out"
git checkout -q axes/socle.dsl
python3 - <<'END'
import json
known = json.load(open("known.json"))
known["findings"].append("CPL-01 goal disparu")
json.dump(known, open("known.json", "w"))
END
holds "1 entrées ne correspondent plus à rien" "$(strategy check --baseline known.json --lang fr 2>&1 >/dev/null)"
echo "{" >known.json
out=$(strategy check --baseline known.json --lang fr 2>&1) && fail "a torn file" || test $? -eq 2
holds "n'est pas une liste de constats connus" "$out"
rm known.json

# --- every command of the pages about git, as it is written there ---------------------------------------------------------
git branch -q ma-branche && git branch -q my-branch
git update-ref refs/remotes/origin/main adoption
export CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main
count=0
while IFS= read -r line; do
  line=${line//'${{ github.base_ref }}'/main}
  out=$(bash -c "$line" 2>&1) || test $? -eq 1 || fail "$line: $out"
  count=$((count + 1))
done < <(
  for page in "$repository"/docs/fr/ci.md "$repository"/docs/en/ci.md; do
    sed -n '/^```bash/,/^```$/p' "$page" | grep '^strategy'
    sed -n 's/^ *- \(run: \)\?\(strategy .*\)/\2/p' "$page" | grep -v '^strategy-'
  done
)
test "$count" -ge 20 || fail "only $count commands"
git status --porcelain | grep -v '^??' && fail "a command changed the plan" || true
git clean -qfd

# --- a merge that was left in the text ------------------------------------------------------------------------------------
git checkout -q -b autre adoption
sed -i 's/2028-01 \.\. 2029-03/2028-02 .. 2029-03/' axes/usagers.dsl
git commit -qam "Autre" --no-verify
git merge -q suite >/dev/null 2>&1 && fail "the merge should conflict"
out=$(strategy check --format concise --lang fr 2>/dev/null) && fail "a conflict" || test $? -eq 1
test "$(grep -c '<<<<<<<\|fusion' <<<"$out")" -eq 1 || fail "a conflict has a message of its own: $out"
echo "a plan's life in git: seen"
