#!/usr/bin/env python3
"""What the documents cost, measured from outside: time against `typst compile` of the same files, pages, memory, growth.

    documents.py BINARY [TYPST]      BINARY has Typst in it; TYPST is a typst command of the same version

Pages and memory do not depend on what else the machine does: a mark of theirs that is not met is an error. Times are printed as ratios.
"""
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from processes import mark, run

unmet = []


def bound(name, value, most, unit):
    mark(name, value, most, unit)
    if value > most:
        unmet.append(name)


def build(binary, plan, *more):
    return [binary, "build", "--draft", "-q", str(plan), *more]


def pages(binary, plan, pdf):
    said = subprocess.run([binary, "build", "--draft", str(plan), "-o", str(pdf)], capture_output=True, text=True, encoding="utf-8").stderr
    return int(re.search(r": (\d+) pages?\.", said).group(1))


def sizes(binary, folder):
    each = {}
    for goals, count in ((100, 3), (300, 3), (1_000, 1)):
        plan = folder / str(goals) / "plan.dsl"
        subprocess.run([binary, "new", str(plan.parent), "--sample", str(goals), "--seed", "1"], check=True, capture_output=True)
        measured = [run(build(binary, plan, "-o", str(folder / "a.pdf"))) for _ in range(count)]
        elapsed, memory = (statistics.median(one[at] for one in measured) for at in (1, 2))
        printed = pages(binary, plan, folder / "a.pdf")
        each[goals] = elapsed / goals
        print(f"\n{goals} goals: {printed} pages, {elapsed:.1f} s, {memory / 1e6:.0f} MB")
        if goals == 300:
            bound("pages of 300 goals", printed, 160, "pages")
            mark("seconds for 300 goals", elapsed, 6, "s")
            bound("memory for 300 goals", memory / 1e6, 700, "MB")
        if goals == 1_000:
            bound("memory for 1 000 goals", memory / 1e9, 1.5, "GB")
    mark("a goal of 1 000 / a goal of 100, in time", each[1_000] / each[100], 1.3)


def against(binary, typst, folder):
    """The same files by the process and by a typst command, interleaved."""
    for plan, count in ((Path("examples/montreval"), 7), (folder / "300", 3)):
        files = folder / f"files-{plan.name}"
        subprocess.run(build(binary, plan, "--emit", "typst", str(files)), check=True)
        pdf = str(folder / "b.pdf")
        theirs = [typst, "compile", "--ignore-system-fonts", "--font-path", str(files / "fonts"), "--pdf-standard", "ua-1,a-2a", str(files / "main.typ"), pdf]
        ours = build(binary, plan, "-o", str(folder / "a.pdf"))
        ratios = []
        for number in range(count + 1):
            pair = run(ours)[1] / run(theirs)[1]
            if number:
                ratios.append(pair)
        print(f"\n{plan.name}: build / typst compile of the same files, {count} rounds")
        mark("elapsed", statistics.median(ratios), 1.1)


def wide(binary, folder):
    """A table in a `///`: twice the rows may take twice what they add."""
    took = []
    for rows in (0, 200, 400, 800):
        table = "".join(f"    /// | {row} | a | b | c | d | e | f |\n" for row in range(rows))
        head = "    /// | n | a | b | c | d | e | f |\n    /// |---|---|---|---|---|---|---|\n" if rows else ""
        plan = folder / f"wide-{rows}.dsl"
        plan.write_text(f'strategy "S" {{\n}}\naxis a "A" {{\n{head}{table}  goal g "G" {{\n  }}\n}}\n', encoding="utf-8")
        took.append(statistics.median(run(build(binary, plan, "-o", str(folder / "w.pdf")))[1] for _ in range(3)))
    nothing, *added = took
    print(f"\na table of 200, 400 and 800 rows in a text adds {', '.join(f'{one - nothing:.2f} s' for one in added)}")
    mark("800 rows / 400 rows, in what they add", (added[2] - nothing) / max(added[1] - nothing, 0.01), 2.6)


if __name__ == "__main__":
    binary, typst = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        sizes(binary, folder)
        wide(binary, folder)
        if typst:
            against(binary, typst, folder)
        else:
            print("\nNOT MEASURED: no typst command was named to compare with")
    sys.exit(f"not met: {', '.join(unmet)}" if unmet else 0)
