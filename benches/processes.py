#!/usr/bin/env python3
"""Whole processes, measured from outside: user CPU, time and memory of `strategy check`, against Python reading and
sorting the same plan, and against another binary that STRATEGY_BEFORE names; and the editor's delay.

    processes.py BINARY FOLDER      FOLDER holds 50/, 10000/, 100000/ (a plan and plan.json each) and editor/ (many files)
"""
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOPOSORT = """
import json, sys, graphlib
plan = json.load(open(sys.argv[1], encoding="utf-8"))
list(graphlib.TopologicalSorter({goal["id"]: goal["deps"] for goal in plan["goals"]}).static_order())
"""


def run(command):
    """User CPU, elapsed seconds and peak bytes of one process."""
    start = time.perf_counter()
    with open(os.devnull, "wb") as nowhere:
        child = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
        _, _, usage = os.wait4(child.pid, 0)
    return usage.ru_utime, time.perf_counter() - start, usage.ru_maxrss * 1024


def rounds(commands, count):
    """The measures of each command, its rounds interleaved with those of the others."""
    found = {name: [] for name in commands}
    for number in range(count + 1):
        for name, command in commands.items():
            measured = run(command)
            if number:
                found[name].append(measured)
    return found


def ratio(found, over, under, at):
    return statistics.median(a[at] / b[at] for a, b in zip(found[over], found[under]))


def mark(name, value, most, unit="×"):
    print(f"  {name:<52}{value:>7.2f} {unit}   mark ≤ {most}   {'met' if value <= most else 'NOT MET'}")


def source_bytes(folder):
    return sum(path.stat().st_size for path in folder.rglob("*.dsl"))


def checks(binary, folder):
    before = os.environ.get("STRATEGY_BEFORE")
    for goals, count in ((50, 30), (10_000, 15), (100_000, 5)):
        own = folder / str(goals)
        plan = str(own / "plan.dsl")
        commands = {"check": [binary, "check", "-q", plan], "python": [sys.executable, "-c", TOPOSORT, str(own / "plan.json")]}
        if before:
            commands["before"] = [before, "check", "-q", plan]
        found = rounds(commands, count)
        print(f"\n{goals} goals, whole processes, {count} rounds (medians)")
        for name, measures in found.items():
            cpu, elapsed, memory = (statistics.median(m[at] for m in measures) for at in range(3))
            print(f"  {name:<10}{cpu * 1e3:>9.1f} ms of user CPU {elapsed * 1e3:>9.1f} ms elapsed {memory / 1e6:>8.1f} MB")
        if goals == 50:
            mark("a plan of 50 goals, whole process", statistics.median(m[1] for m in found["check"]) * 1e3, 10, "ms")
        else:
            mark("user CPU of check / Python's json and toposort", ratio(found, "check", "python", 0), 0.65)
        if before:
            mark("elapsed, check / the binary before", ratio(found, "check", "before", 1), 1.0)
        if goals >= 100_000:
            per_byte = statistics.median(m[2] for m in found["check"]) / source_bytes(own)
            mark("memory of check, bytes a source byte", per_byte, 9.0, "B")
            if before:
                print(f"  before: {statistics.median(m[2] for m in found['before']) / source_bytes(own):.1f} bytes a source byte")
    if not before:
        print("\nSTRATEGY_BEFORE names no binary: nothing was compared with an earlier one")


class Editor:
    """As much of a client as the delay needs."""

    def __init__(self, binary, folder):
        self.server = subprocess.Popen([binary, "lsp"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        root = Path(folder).as_uri()
        self.send({"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": root, "capabilities": {}, "workspaceFolders": [{"uri": root, "name": "plan"}]}})
        self.until(lambda message: message.get("id") == 1)
        self.send({"method": "initialized", "params": {}})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def until(self, wanted):
        while True:
            length = 0
            while line := self.server.stdout.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            message = json.loads(self.server.stdout.read(length))
            if wanted(message):
                return message


def delay(binary, folder):
    own = folder / "editor"
    cold = [run([binary, "check", "-q", str(own / "plan.dsl")])[1] for _ in range(12)][2:]
    editor = Editor(binary, own)
    rng = random.Random(1)
    files = sorted((own / "axes").glob("*.dsl"))
    path = files[len(files) // 2]
    text, uri, version = path.read_text(encoding="utf-8"), path.as_uri(), 1
    told = lambda message: message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri and message["params"].get("version") == version
    editor.send({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "strategy", "version": 1, "text": text}}})
    editor.until(told)
    lines, delays = text.split("\n"), []
    for _ in range(600):
        # A letter is typed somewhere, and taken back.
        line = rng.randrange(len(lines))
        at = rng.randrange(len(lines[line]) + 1)
        typed = rng.choice("aeinrst0127 ,.\"{}")
        for begin, end, put in (((line, at), (line, at), typed), ((line, at), (line, at + 1), "")):
            version += 1
            place = {"start": {"line": begin[0], "character": begin[1]}, "end": {"line": end[0], "character": end[1]}}
            start = time.perf_counter()
            editor.send({"method": "textDocument/didChange", "params": {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"range": place, "text": put}]}})
            editor.until(told)
            delays.append(time.perf_counter() - start)
    editor.server.kill()
    delays.sort()
    whole = statistics.median(cold)
    p50, p99 = delays[len(delays) // 2], delays[len(delays) * 99 // 100]
    print(f"\neditor: 10 000 goals in {len(files)} files, {len(delays)} changes; a cold check takes {whole * 1e3:.1f} ms")
    print(f"  from didChange to findings: p50 {p50 * 1e3:.2f} ms, p99 {p99 * 1e3:.2f} ms")
    mark("p50 / a cold check", p50 / whole * 100, 5, "%")
    mark("p99 / a cold check", p99 / whole * 100, 15, "%")


def with_a_common_name(folder, into):
    """The same plan, in which one owner of the plan's own has half of the goals: its name, and the copy."""
    name = "service-commun"
    shutil.copytree(folder, into)
    for path in into.rglob("*.dsl"):
        text = re.sub(r"\b(DGS|CDO)\b", name, path.read_text(encoding="utf-8"))
        path.write_text(text + (f'\nowner {name} "Service commun"\n' if path.name == "plan.dsl" else ""), encoding="utf-8")
    return name


def features(binary, folder, said, common=None):
    """How long an editor waits for what it asks for, and what the server keeps over a long day."""
    plan = folder / "plan.dsl"
    cold = statistics.median([run([binary, "check", "-q", str(plan)])[1] for _ in range(12)][2:])
    editor, rng = Editor(binary, folder), random.Random(2)
    files = sorted(folder.rglob("*.dsl"))
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    path = max(texts, key=lambda path: len(texts[path]) if path != plan else 0)
    number, version = 100, 1
    for opened in {path, plan}:
        editor.send({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": opened.as_uri(), "languageId": "strategy", "version": 1, "text": texts[opened]}}})
    editor.until(lambda message: message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == path.as_uri())

    def ask(method, params):
        nonlocal number
        number += 1
        start = time.perf_counter()
        editor.send({"id": number, "method": method, "params": params})
        answer = editor.until(lambda message: message.get("id") == number and "method" not in message)
        return time.perf_counter() - start, answer.get("result")

    print(f"\n{said}: {len(files)} files; a cold check takes {cold * 1e3:.1f} ms")
    lines = texts[path].split("\n")
    document = {"uri": path.as_uri()}
    for method in ("hover", "completion"):
        times = []
        for _ in range(500):
            line = rng.randrange(len(lines))
            times.append(ask(f"textDocument/{method}", {"textDocument": document, "position": {"line": line, "character": rng.randrange(len(lines[line]) + 1)}})[0])
        times.sort()
        print(f"  {method}: p50 {times[250] * 1e3:.2f} ms, p99 {times[495] * 1e3:.2f} ms")
        mark(f"{method}, p99", times[495] * 1e3, 20, "ms")
    for method in ("documentSymbol", "semanticTokens/full", "codeLens", "foldingRange", "inlayHint"):
        whole = {"start": {"line": 0, "character": 0}, "end": {"line": len(lines), "character": 0}}
        times = sorted(ask(f"textDocument/{method}", {"textDocument": document, "range": whole})[0] for _ in range(20))
        print(f"  {method} of {len(texts[path]) // 1000} kB: {times[10] * 1e3:.1f} ms")
    if common:
        line = next(at for at, text in enumerate(texts[plan].split("\n")) if text.startswith(f"owner {common} "))
        place = {"textDocument": {"uri": plan.as_uri()}, "position": {"line": line, "character": 8}}
        uses = len(ask("textDocument/references", {**place, "context": {"includeDeclaration": True}})[1])
        times = sorted(ask("textDocument/rename", {**place, "newName": "un-autre-nom"})[0] for _ in range(9))
        print(f"  rename of a name that stands in {uses} places: {times[4] * 1e3:.1f} ms")
        mark("rename / a cold check", times[4] / cold, 1, "x")
    # A letter typed and taken back, over and over.
    held = lambda: int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{editor.server.pid}/status").read_text())[1])
    after = {}
    for edit in range(5_200):
        line = rng.randrange(len(lines))
        at = rng.randrange(len(lines[line]) + 1)
        typed = rng.choice("aeinrst0127 ,.\"{}")
        for begin, end, put in (((line, at), (line, at), typed), ((line, at), (line, at + 1), "")):
            version += 1
            place = {"start": {"line": begin[0], "character": begin[1]}, "end": {"line": end[0], "character": end[1]}}
            editor.send({"method": "textDocument/didChange", "params": {"textDocument": {"uri": path.as_uri(), "version": version}, "contentChanges": [{"range": place, "text": put}]}})
            editor.until(lambda message: message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == path.as_uri() and message["params"].get("version") == version)
        if edit in (199, 5_199):
            after[edit] = held()
    print(f"  held after 400 changes {after[199] / 1024:.0f} MB, after 10 400 {after[5_199] / 1024:.0f} MB")
    mark("memory over 10 000 changes", after[5_199] / after[199], 1.1, "x")
    editor.server.kill()


if __name__ == "__main__":
    checks(sys.argv[1], Path(sys.argv[2]))
    delay(sys.argv[1], Path(sys.argv[2]))
    with tempfile.TemporaryDirectory() as copy:
        own = Path(copy) / "editor"
        name = with_a_common_name(Path(sys.argv[2]) / "editor", own)
        features(sys.argv[1], own, "10 000 goals", name)
    features(sys.argv[1], Path(__file__).resolve().parents[1] / "examples" / "montreval", "montreval")
