"""Every form of `strategy check`, read by programs that are not ours: of sound plans, of all the mistakes, and of one whose titles hold
signs that each form has a meaning for. The arguments: the binary, and the schema of SARIF 2.1.0."""

import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse

import jsonschema
from junitparser import JUnitXml

ROOT = pathlib.Path(__file__).resolve().parents[2]
STRATEGY = str(pathlib.Path(sys.argv[1]).absolute())
SARIF = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
# As https://docs.gitlab.com/ci/testing/code_quality/ gives it.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 8},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/]"},
                    "positions": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "object", "required": ["line"], "properties": {"line": {"type": "integer", "minimum": 1}}}}},
                },
            },
        },
    },
}
# As https://github.com/reviewdog/reviewdog/tree/master/proto/rdf gives it.
PLACE = {"type": "object", "required": ["line"], "additionalProperties": False, "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}}}
RANGE = {"type": "object", "required": ["start"], "additionalProperties": False, "properties": {"start": PLACE, "end": PLACE}}
RDJSON = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "url": {"type": "string"}}},
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": {"type": "object", "required": ["path"], "additionalProperties": False, "properties": {"path": {"type": "string"}, "range": RANGE}},
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"], "properties": {"value": {"type": "string"}, "url": {"type": "string"}}},
                    "suggestions": {"type": "array", "items": {"type": "object", "required": ["range", "text"], "additionalProperties": False, "properties": {"range": RANGE, "text": {"type": "string"}}}},
                },
            },
        },
    },
}
HOSTILE = """utiliser std.roles
stratégie "100 %0A ::error::x ]]> <b>&amp;</b>" {
  langue fr
}
axe x "a | b `c` @tous \u202etxt" {
  objectif g "%25 :: , ]]> --> \U0001f600" {
    pilote "NOPE :: | ]]>"
  }
}
"""


def check(folder: pathlib.Path, plan: str, form: str) -> str:
    run = subprocess.run([STRATEGY, "check", plan, "--format", form, "--lang", "fr", "-q"], cwd=folder, capture_output=True)
    assert run.returncode in (0, 1), (plan, form, run.stderr)
    return run.stdout.decode()


def look(folder: pathlib.Path, plan: str):
    """Each form holds each finding, at its place."""
    found = json.loads(check(folder, plan, "json"))["diagnostics"]
    codes = sorted(one["code"] for one in found)

    sarif = json.loads(check(folder, plan, "sarif"))
    jsonschema.validate(sarif, SARIF)
    (run,) = sarif["runs"]
    results = [one for one in run["results"] if "suppressions" not in one]
    assert sorted(one["ruleId"] for one in results) == codes, plan
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"]), plan
    for one, wanted in zip(results, found):
        place = one["locations"][0]["physicalLocation"]
        assert urllib.parse.unquote(place["artifactLocation"]["uri"]) == wanted["file"] and not wanted["file"].startswith("/")
        assert place["region"]["startLine"] == wanted["line"] and place["region"]["endColumn"] == wanted["end_column"]
        assert one["message"]["text"].startswith(wanted["message"])
    prints = [one["partialFingerprints"]["strategyKey/v2"] for one in results]
    assert len(set(prints)) == len(prints), f"{plan}: two findings have one fingerprint"

    gitlab = json.loads(check(folder, plan, "gitlab"))
    jsonschema.validate(gitlab, GITLAB)
    assert sorted(one["check_name"] for one in gitlab) == codes
    assert len({one["fingerprint"] for one in gitlab}) == len(gitlab)

    rdjson = json.loads(check(folder, plan, "rdjson"))
    jsonschema.validate(rdjson, RDJSON)
    assert sorted(one["code"]["value"] for one in rdjson["diagnostics"]) == codes
    for one, wanted in zip(rdjson["diagnostics"], found):
        lines = (folder / wanted["file"]).read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        start = one["location"]["range"]["start"]
        line = lines[start["line"] - 1].decode(errors="replace")
        before = lines[start["line"] - 1][: start["column"] - 1].decode()
        assert len(before) == wanted["column"] - 1 or "\ufffd" in line or line.startswith("\ufeff"), (plan, one)

    suites = JUnitXml.fromstring(check(folder, plan, "junit").encode())
    cases = [case for suite in suites for case in suite]
    failed = [case for case in cases if any(type(result).__name__ == "Failure" for result in case.result)]
    assert len(failed) == sum(one["severity"] == "error" for one in found), plan
    assert sum(suite.tests for suite in suites) == len(cases)

    lines = check(folder, plan, "github").splitlines()
    assert len(lines) == len(found), f"{plan}: a line a finding"
    for line, wanted in zip(lines, found):
        command, _, message = line[2:].partition("::")
        level, _, properties = command.partition(" ")
        told = dict(one.split("=", 1) for one in properties.split(","))
        assert level == {"error": "error", "warning": "warning", "advice": "notice"}[wanted["severity"]]
        assert told["title"] == wanted["code"] and int(told["line"]) == wanted["line"]
        assert urllib.parse.unquote(told["file"]) == wanted["file"]
        assert "\n" not in message and "\u202e" not in message

    markdown = check(folder, plan, "markdown")
    assert markdown.startswith("### ") and "\u202e" not in markdown and "<b>" not in markdown and "@tous" not in markdown
    rows = [row for row in markdown.splitlines() if row.startswith("| ") and not row.startswith("| |")]
    assert len(rows) == min(50, len(found)), plan
    for row in rows:
        cells = row.replace("\\|", "").count("|")
        assert cells == 6, row

    narrated = check(folder, plan, "narrated")
    assert narrated.count("Constat ") == len(found) and not set("│╭╰─`«»") & set(narrated), plan


plans = sorted(path.relative_to(ROOT) for path in ROOT.glob("examples/**/plan.dsl")) + sorted(path.relative_to(ROOT) for path in ROOT.glob("examples/mistakes/*.dsl"))
for plan in plans:
    look(ROOT, str(plan))
with tempfile.TemporaryDirectory() as folder:
    own = pathlib.Path(folder)
    (own / "plan é %.dsl").write_text(HOSTILE, encoding="utf-8")
    look(own, "plan é %.dsl")
    (own / "vide.dsl").write_text("", encoding="utf-8")
    look(own, "vide.dsl")
# What somebody stands for is told, and suppressed with its reason.
montreval = json.loads(check(ROOT, "examples/montreval/plan.dsl", "sarif"))
waived = [one for one in montreval["runs"][0]["results"] if "suppressions" in one]
assert waived and all(one["suppressions"][0]["justification"] for one in waived)
print(f"{len(plans) + 2} plans in eight forms")
