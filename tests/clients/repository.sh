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

# --- a file of the plan goes: the hook refuses it; what is no plan goes through -------------------------------------------
git rm -q axes/socle.dsl
out=$(git commit -m "Sans le socle" 2>&1) && fail "a plan without one of its files was committed"
holds "axes/socle.dsl" "$out"
git reset -q --hard
rm axes/socle.dsl
out=$(git commit -am "Sans le socle" 2>&1) && fail "a plan without one of its files was committed at once"
holds "axes/socle.dsl" "$out"
git reset -q --hard
mkdir -p autre && cp "$repository/examples/mistakes/budget.dsl" autre/plan.dsl && git add autre && git commit -qm "Un autre plan" --no-verify
echo note >note.txt && git add note.txt
git commit -qm "Une note" || fail "a commit that touches no plan"
git rm -qr autre && git commit -qm "Sans l'autre" || fail "a plan that goes as a whole"
git reset -q --hard adoption

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

# --- a file that goes elsewhere and changes at once -----------------------------------------------------------------------
git mv axes/donnees.dsl axes/ouvertes.dsl
sed -i 's|axes/donnees.dsl|axes/ouvertes.dsl|' plan.dsl
sed -i 's/"Expliquer ce que sont les données ouvertes[^"]*"/"Un titre ailleurs"/' axes/ouvertes.dsl
git commit -qam "Ailleurs" --no-verify
out=$(strategy diff HEAD~..HEAD --format json)
python3 - "$out" <<'END'
import json, sys
assert [one["kind"] for one in json.loads(sys.argv[1])["changes"]] == ["retitled"], sys.argv[1]
END
python3 - "$(strategy blame pedagogie --format json)" <<'END'
import json, sys
fields = {one["field"].lower(): one["summary"] for one in json.loads(sys.argv[1])["fields"]}
assert fields["titre"] == "Ailleurs" and fields["nom"] == "Un autre nom", fields
END
git reset -q --hard HEAD~

# --- a shallow clone, a worktree, a submodule, a bare repository, one of somebody else ------------------------------------
git worktree add -q "$work/tree" adoption
holds "Rien ne change" "$(cd "$work/tree" && strategy diff adoption --lang fr)"
git clone -q --depth 1 "file://$work/town" "$work/shallow"
holds "--unshallow" "$(cd "$work/shallow" && strategy blame portail --lang fr 2>&1)"
holds "copie partielle" "$(cd "$work/shallow" && strategy history --lang fr 2>&1)"
holds "copie partielle" "$(cd "$work/shallow" && strategy doctor --lang fr || true)"
out=$(cd "$work/shallow" && strategy diff adoption --lang fr 2>&1) && fail "a shallow clone has no such revision" || test $? -eq 2
holds "copie partielle" "$out"
git init -q "$work/above" && git -C "$work/above" -c protocol.file.allow=always submodule --quiet add "$work/town" town
git -C "$work/above/town" checkout -q adoption
holds "pilote : CDO → DSI" "$(cd "$work/above/town" && strategy diff origin/suite --lang fr | sed 's/\xc2\xa0/ /g')"
git clone -q --bare "$work/town" "$work/bare.git"
out=$(cd "$work/bare.git" && strategy diff --lang fr 2>&1) && fail "a bare repository holds no plan" || test $? -eq 2
holds "aucun fichier plan.dsl" "$out"
mkdir "$work/bare.git/plan" && cp "$repository"/examples/mistakes/budget.dsl "$work/bare.git/plan/plan.dsl"
out=$(cd "$work/bare.git/plan" && strategy diff --lang fr 2>&1) && fail "a plan within a bare repository" || test $? -eq 2
holds "n'existe pas dans la révision" "$out"
holds "Rien ne change" "$(cd "$work/bare.git" && strategy diff adoption..adoption plan.dsl --lang fr)"
if [ "$(id -u)" = 0 ]; then
  cp -r "$work/town" "$work/theirs" && chown -R 12345 "$work/theirs" && mkdir "$work/nobody"
  out=$(cd "$work/theirs" && HOME="$work/nobody" strategy diff --lang fr 2>&1) && fail "somebody else's repository" || test $? -eq 2
  holds "appartient à un autre utilisateur" "$out"
  holds "appartient à un autre utilisateur" "$(cd "$work/theirs" && HOME="$work/nobody" strategy doctor --lang fr || true)"
fi

# --- five thousand commits ------------------------------------------------------------------------------------------------
mkdir "$work/long" && cd "$work/long" && git init -q
cat >"$work/commits.py" <<'END'
import sys
text = open(sys.argv[1] + "/examples/mistakes/budget.dsl", encoding="utf-8").read()
out = sys.stdout.buffer
for number in range(5000):
    body = (text + f"\n// {number}\n" + ('principe "Tard venu"\n' if number >= 4000 else "")).encode()
    said = f"Pas {number}".encode()
    out.write(b"commit refs/heads/main\ncommitter Mairie <mairie@example.org> %d +0000\ndata %d\n%s\n" % (1_700_000_000 + 3600 * number, len(said), said))
    out.write(b"M 100644 inline plan.dsl\ndata %d\n%s\n" % (len(body), body))
    if number % 1000 == 999:
        out.write(b"reset refs/tags/v%d\nfrom refs/heads/main\n\n" % (number // 1000))
END
python3 "$work/commits.py" "$repository" | git fast-import --quiet
git reset -q --hard main
test "$(git rev-list --count HEAD)" -eq 5000
goal=$(strategy graph --format json -q | python3 -c 'import json, sys; print(next(one["name"] for one in json.load(sys.stdin)["nodes"] if one["name"]))' || true)
for command in "blame $goal" history "diff v0"; do
  begun=$(date +%s%N)
  timeout 120 strategy $command --lang fr >"$work/out" 2>&1 || fail "$command: $(cat "$work/out")"
  echo "5 000 commits, $command: $((($(date +%s%N) - begun) / 1000000)) ms"
done
holds "Pas 0" "$(strategy blame "$goal" --lang fr)"
test "$(strategy history --format json | python3 -c 'import json, sys; print(len(json.load(sys.stdin)["versions"]))')" -eq 6
# A decision that adopted the plan is a version too: what stood there on its day.
printf '\ndécision vote "Vote de la stratégie" le 2024-01-15 {\n  résultat adoptée\n}\ndécision ancienne "Vote ancien" le 2020-01-15 {\n  résultat adoptée\n}\n' >>plan.dsl
strategy history --format json --lang fr >"$work/history.json" 2>"$work/notes"
holds "Vote ancien" "$(cat "$work/notes")"
python3 - "$work/history.json" <<'END'
import json, sys
versions = json.load(open(sys.argv[1]))["versions"]
assert [one["version"] for one in versions] == ["v0", "Vote de la stratégie", "v1", "v2", "v3", "v4", "aujourd'hui"], versions
assert versions[1]["date"] == "2024-01-15", versions[1]
END
cd "$work/town"

# --- a new plan with all that git needs -----------------------------------------------------------------------------------
strategy new "$work/fresh" --kind commune --set nom=Montreval --git --lang fr 2>"$work/notes"
holds "Dépôt git commencé" "$(cat "$work/notes")"
(
  cd "$work/fresh"
  for file in .pre-commit-config.yaml .gitlab-ci.yml .github/workflows/strategie.yml .gitattributes .gitignore .gitconfig plan.dsl; do
    test -s "$file" || fail "$file"
  done
  git add -A && git commit -qm "Premier plan" && "$precommit" install >/dev/null
  # The layout alone: git shows nothing. A change: under the head of its block.
  file=$(grep -l "^ *objectif" axes/*.dsl | head -n 1)
  sed -i 's/^ *pilote/&      /; s/^ *pilote/          &/' "$file"
  test -n "$(git status --porcelain)" || fail "the text did not change"
  test -z "$(git diff -- "$file" | grep '^[-+] ' || true)" || fail "the layout is shown: $(git diff)"
  git checkout -q -- "$file"
  sed -i '0,/à définir/s//2028-01 .. 2028-06/' "$file"
  git diff -U0 -- "$file" >"$work/shown"
  grep -q '^@@.*@@ *objectif' "$work/shown" || fail "no head: $(cat "$work/shown")"
  # A plan that cannot be read is shown as it is.
  echo 'objectif {{{ "' >>"$file"
  git diff -- "$file" | grep -q '{{{' || fail "the broken line is not shown"
  git add -A
  out=$(git commit -m "Cassé" 2>&1) && fail "the broken plan was committed"
  holds "$file" "$out"
)
out=$(strategy new "$work/town/inner" --kind epci --git --lang fr 2>&1)
holds "déjà dans un dépôt git" "$out"
holds "config --add include.path ../inner/.gitconfig" "$out"
holds ".pre-commit-config.yaml existe déjà" "$out"
test -s .gitlab-ci.yml && test -s .github/workflows/strategie.yml || fail "the pipelines stand at the top: $out"
rm -rf inner .gitlab-ci.yml .github

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
known["plans"]["plan.dsl"].append("CPL-01 goal disparu")
json.dump(known, open("known.json", "w"))
END
holds "1 entrée ne correspond plus à rien" "$(strategy check --baseline known.json --lang fr 2>&1 >/dev/null)"
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
