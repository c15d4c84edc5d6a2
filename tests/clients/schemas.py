"""Every JSON of ours holds to its published schema, and the schema lets nothing else pass. The argument: the binary.

Each command that writes JSON runs over sound plans, wrong ones and a plan in git. Then what it wrote is damaged at each of its keys in turn:
the key left out, one more beside it, a value of another kind in its place. No damage may pass."""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema_rs

ROOT = pathlib.Path(__file__).resolve().parents[2]
STRATEGY = str(pathlib.Path(sys.argv[1]).absolute())
EXAMPLES = ROOT / "examples"
# What is there only where it says something; and what is anything that a plan may hold, so that another kind of value is no damage.
OPTIONAL = {"check": {"revision", "aside_because"}, "export": {"in all"}, "show": set()}


def run(*arguments, cwd=EXAMPLES):
    """What it wrote; findings are no failure, anything else is."""
    done = subprocess.run([STRATEGY, *map(str, arguments)], cwd=cwd, capture_output=True)
    assert done.returncode in (0, 1), (arguments, done.stderr.decode())
    return json.loads(done.stdout)


def written():
    """Each schema's name, and what its command wrote."""
    plans = ["montreval", "bretagne", "saint-aubin-2029", "department", *sorted(EXAMPLES.glob("mistakes/*.dsl"))]
    for plan in plans:
        yield "check", run("check", plan, "--format", "json", "-q")
        yield "export", run("export", plan, "--format", "json", "-q")
        yield "graph", run("graph", plan, "--format", "json", "-q")
        yield "rules", run("rules", plan, "--format", "json")
        for what in ("schedule", "load", "budget"):
            yield "show", run("show", what, plan, "--format", "json", "-q")
        yield "show", run("show", "council", plan, "--session", "2027-06-21", "--format", "json", "-q")
    yield "rules", run("rules", "--format", "json")
    yield "diff", run("diff", EXAMPLES / "saint-aubin", "saint-aubin-2029", "--format", "json")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        table = folder / "table.csv"
        table.write_text("Axe;Action;Pilote;Début;Coût;Remarque\nUn;Ouvrir;DSI;2027;12 k€;sans\nUn;Fermer;COM;jamais;beaucoup;\n", encoding="utf-8")
        yield "import", run("import", table, "-o", folder / "plan", "--format", "json", cwd=folder)
        plan = folder / "plan" / "plan.dsl"
        git = ["git", "-c", "user.name=Mairie", "-c", "user.email=mairie@example.org"]
        town = folder / "town"
        town.mkdir()
        text = (EXAMPLES / "montreval" / "plan.dsl").read_text(encoding="utf-8")
        for other in (EXAMPLES / "montreval").rglob("*"):
            if other.is_file():
                (town / other.relative_to(EXAMPLES / "montreval")).parent.mkdir(parents=True, exist_ok=True)
                (town / other.relative_to(EXAMPLES / "montreval")).write_bytes(other.read_bytes())
        for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "La stratégie"], ["tag", "v1"]):
            subprocess.run([*git, *command], cwd=town, check=True)
        (town / "plan.dsl").write_text(text + "\nprincipe \"Nouveau\"\n", encoding="utf-8")
        goals = [one for one in run("graph", town, "--format", "json")["nodes"] if one["name"]]
        yield "history", run("history", town, "--format", "json", cwd=town)
        yield "blame", run("blame", goals[0]["name"], town, "--format", "json", cwd=town)
        yield "diff", run("diff", "--format", "json", cwd=town)
        yield "check", run("check", "--since", "v1", "--format", "json", "-q", cwd=town)
        known = folder / "known.json"
        subprocess.run([STRATEGY, "check", EXAMPLES / "mistakes", "--baseline", known, "--write-baseline", "-q"], check=True)
        yield "baseline", json.loads(known.read_text(encoding="utf-8"))
        assert plan.exists()


def places(value, path=()):
    """The way to each key, one for each that differs in more than a number of a list."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from places(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from places(inner, (*path, at))


def holder(value, path):
    for step in path[:-1]:
        value = value[step]
    return value


def damages(name, value, seen):
    for path in places(value):
        generic = tuple("*" if isinstance(step, int) else step for step in path)
        # A plan's own tree is as deep as its author likes: the last steps tell where a key stands.
        if (name, generic[-3:]) in seen:
            continue
        seen.add((name, generic[-3:]))
        for what in ("left out", "one more", "another kind"):
            damaged = copy.deepcopy(value)
            where = holder(damaged, path)
            if what == "left out":
                if path[-1] in OPTIONAL.get(name, set()) or table_of(name, path):
                    continue
                del where[path[-1]]
            elif what == "one more":
                where["une clef de plus"] = None
            else:
                where[path[-1]] = [{"rien": 1}]
            yield f"{what}: {'/'.join(map(str, path))}", damaged


def table_of(name, path):
    """Tables, fields and notes are there where the plan has them, plans where they were checked."""
    if name == "baseline":
        return len(path) == 2
    if name == "show":
        return len(path) == 2 or str(path[-1]).endswith("_title")
    return name == "export" and len(path) > 1 and path[-2] in ("fields", "notes", "computed")


validators, counts, unseen, seen = {}, {}, [], set()
for name, value in written():
    if name not in validators:
        schema = subprocess.run([STRATEGY, "schema", name], capture_output=True, check=True).stdout
        jsonschema_rs.meta.validate(json.loads(schema))
        validators[name] = jsonschema_rs.Draft202012Validator(json.loads(schema))
    said = sorted(validators[name].iter_errors(value), key=lambda error: len(error.instance_path), reverse=True)
    assert not said, (name, list(said[0].instance_path), said[0].message[:300])
    number, damaged = counts.get(name, (0, 0))
    # Each key is damaged once, in the first output that has it; those of a whole plan would take long.
    if len(json.dumps(value)) < 60_000 or name not in ("export", "check", "rules"):
        for what, wrong in damages(name, value, seen):
            damaged += 1
            if validators[name].is_valid(wrong):
                unseen.append((name, what))
    counts[name] = (number + 1, damaged)
for name, (number, damaged) in counts.items():
    print(f"{name}: {number} outputs hold to their schema, {damaged} damages looked for")
    assert damaged > 10, name
names = subprocess.run([STRATEGY, "schema", "nothing", "--lang", "en"], capture_output=True).stderr.decode()
for name in counts:
    assert name in names, names
assert not unseen, unseen[:20]
