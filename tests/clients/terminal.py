"""What takes more than a second shows on a terminal that it goes on, and nothing elsewhere.

    terminal.py STRATEGY
"""

import os
import pty
import re
import select
import subprocess
import sys
import tempfile
import time
from pathlib import Path

strategy = str(Path(sys.argv[1]).resolve())
examples = Path(__file__).resolve().parents[2] / "examples"
CLEARED = b"\r\x1b[2K"


def on_a_terminal(command, **variables):
    """What a terminal was sent, and the exit code."""
    environment = {name: value for name, value in os.environ.items() if name not in ("CI", "NO_COLOR")}
    environment |= {"TERM": "xterm-256color", "COLUMNS": "60", **variables}
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    told, start = b"", time.monotonic()
    while time.monotonic() - start < 300:
        ready, _, _ = select.select([ours], [], [], 1)
        if not ready:
            continue
        try:
            read = os.read(ours, 65536)
        except OSError:
            break
        if not read:
            break
        told += read
    os.close(ours)
    return told, process.wait()


def shown(told):
    """What a reader sees at the end: each line as it was last written."""
    lines = told.replace(b"\r\n", b"\n").split(b"\n")
    return [line.rsplit(CLEARED, 1)[-1].rsplit(b"\x1b[2K", 1)[-1].strip(b"\r") for line in lines]


with tempfile.TemporaryDirectory() as folder:
    out = str(Path(folder, "montreval.pdf"))
    for lang, busy in (("fr", "Mise en page du document…"), ("en", "Laying out the document…")):
        build = [strategy, "build", str(examples / "montreval"), "-o", out, "--lang", lang]
        told, code = on_a_terminal(build)
        assert code == 0, told
        assert re.search(rf"{busy} \d+s".encode(), told), (lang, told)
        left = b"\n".join(shown(told))
        assert busy.encode() not in left, ("it stays", left)
        assert b"montreval.pdf" in left, left
        width = max(len(re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", part).strip()) for part in told.decode().split("\r") if busy in part)
        assert width <= 40, width
        for variables in ({"TERM": "dumb"}, {"CI": "true"}):
            told, code = on_a_terminal(build, **variables)
            assert code == 0 and busy.encode() not in told, (variables, told)
        told, code = on_a_terminal([*build, "-q"])
        assert (code, told) == (0, b""), told
        piped = subprocess.run(build, capture_output=True, env={**os.environ, "CI": ""})
        assert piped.returncode == 0 and busy.encode() not in piped.stdout + piped.stderr, piped
    # What is done within a second says nothing.
    told, code = on_a_terminal([strategy, "check", str(examples / "saint-aubin")])
    assert code == 0 and "Lecture".encode() not in told, told
print("what lasts is shown on a terminal, and nowhere else")
