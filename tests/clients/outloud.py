"""tests/clients/outloud.py STRATEGY: what a checker of accessibility says of the documents. No error; no warning but those that
docs/accessibility.md explains; and a document that is damaged on purpose is seen to be."""

import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

STRATEGY = sys.argv[1]
OUTLOUD = pathlib.Path(sys.executable).with_name("outloud")
EXPLAINED = set(re.findall(r"^\| ([A-Z]{3}-\d{3}) \|", pathlib.Path("docs/accessibility.md").read_text(), re.M))
BUILDS = [
    ("examples/montreval", "2026-11-30", document) for document in ["strategy", "deliberation", "note", "sheets", "finance"]
] + [
    ("examples/bretagne", "2026-11-30", "strategy"),
    ("examples/saint-aubin", "2026-11-30", "strategy"),
    ("examples/saint-aubin", "2026-11-30", "deliberation"),
    ("examples/saint-aubin-2029", "2029-01-31", "report"),
    ("examples/saint-aubin-2029", "2029-01-31", "amendment"),
    ("examples/department", "2026-11-30", "strategy"),
]


def read(pdf):
    said = subprocess.run([OUTLOUD, pdf, "--json", "-"], capture_output=True, text=True).stdout
    return json.loads(said)["results"][0]["findings"]


def main():
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        pdf = pathlib.Path(folder) / "document.pdf"
        for plan, day, document in BUILDS:
            extra = ["--against", "examples/saint-aubin"] if document == "amendment" else []
            subprocess.run([STRATEGY, "build", "-q", "--as-of", day, plan, "--document", document, "-o", pdf, *extra], check=True)
            subprocess.run(["qpdf", "--check", pdf], check=True, capture_output=True)
            findings = read(pdf)
            for one in findings:
                if one["severity"] == "error" or one["rule"] not in EXPLAINED:
                    wrong.append(f"{plan} {document}: {one['severity']} {one['rule']}, page {one.get('page')}: {one['message']}")
            counts = collections.Counter(one["rule"] for one in findings)
            print(f"{plan} {document}: {dict(counts) or 'nothing to say'}")
        # Without its tags it says nothing to somebody who listens.
        bare = pathlib.Path(folder) / "bare.pdf"
        import pikepdf

        with pikepdf.open(pdf) as damaged:
            del damaged.Root.StructTreeRoot
            damaged.save(bare)
        assert any(one["severity"] == "error" for one in read(bare)), "a document without tags passes"
    assert not wrong, "\n".join(wrong)


main()
