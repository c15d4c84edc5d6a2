"""A long conversation that no sane editor would hold: edits, requests at any place, cancelled ones, frames that are no frames, files that go
away. The server lives, answers each request once, and says in the end what a cold check says of the same bytes. SEED and MESSAGES are set
by the environment."""

import json
import os
import pathlib
import queue
import random
import shutil
import subprocess
import threading
import time

import pytest

from conftest import BINARY, REPOSITORY

MESSAGES = int(os.environ.get("MESSAGES", "10000"))
SEEDS = [int(seed) for seed in os.environ.get("SEED", "1").split(",")]
PUT = ["x", "7", " ", "\n", '"', "{", "}", ",", "é", "😀", "2029", " k€", "// note\n", "pilote DSI\n", "«", "»", ".", "\r\n", "objectif neuf \"Neuf\" {\n  }\n", "e\u0301"]
HERE = ["hover", "completion", "definition", "references", "documentHighlight", "prepareRename", "rename", "linkedEditingRange", "signatureHelp", "prepareCallHierarchy", "onTypeFormatting"]
WHOLE = ["documentSymbol", "foldingRange", "semanticTokens/full", "documentLink", "codeLens", "inlayHint", "codeAction", "formatting", "rangeFormatting", "semanticTokens/range", "selectionRange", "diagnostic"]


class Conversation:
    def __init__(self, folder: pathlib.Path, seed: int):
        self.folder, self.random = folder, random.Random(seed)
        self.server = subprocess.Popen([BINARY, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=open(os.environ.get("STDERR", os.devnull), "wb"))
        self.answers: dict[int, int] = {}
        self.shown: dict[str, tuple] = {}
        self.sent: dict[str, set] = {}
        self.wrong: list[str] = []
        self.asked: list[int] = []
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.inbox: queue.Queue = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()

    # --- the wire -----------------------------------------------------------------------------------------------------

    def raw(self, data: bytes):
        self.server.stdin.write(data)
        self.server.stdin.flush()

    def send(self, message: dict):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def ask(self, method: str, params: dict) -> int:
        identity = len(self.asked) + 1
        self.asked.append(identity)
        self.send({"id": identity, "method": method, "params": params})
        return identity

    def listen(self):
        while True:
            length = 0
            while line := self.server.stdout.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if length == 0:
                return self.inbox.put(None)
            self.take(json.loads(self.server.stdout.read(length)))

    def take(self, message: dict):
        if "method" not in message:
            if isinstance(message.get("id"), int):
                self.answers[message["id"]] = self.answers.get(message["id"], 0) + 1
                if "error" in message and message["error"]["code"] == -32603:
                    self.wrong.append(f"an internal error: {message}")
        elif message["method"] == "textDocument/publishDiagnostics":
            params = message["params"]
            uri, version = params["uri"], params.get("version")
            if version is not None and version not in self.sent.get(uri, set()):
                self.wrong.append(f"findings of version {version}, which {uri} never had")
            known = self.shown.get(uri)
            if known and known[0] is not None and version is not None and version < known[0]:
                self.wrong.append(f"findings of version {version} after those of {known[0]}")
            self.shown[uri] = (version, params["diagnostics"])

    # --- an editor without sense ----------------------------------------------------------------------------------------

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str):
        if name in self.texts or not (self.folder / name).exists():
            return
        text = (self.folder / name).read_text(encoding="utf-8", errors="replace")
        self.texts[name], version = text, self.versions.get(name, 0) + 1
        self.versions[name] = version
        self.sent.setdefault(self.uri(name), set()).add(version)
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": self.uri(name), "languageId": "strategy", "version": version, "text": text}}})

    def close(self, name: str):
        del self.texts[name]
        self.send({"method": "textDocument/didClose", "params": {"textDocument": {"uri": self.uri(name)}}})

    def position(self, text: str, offset: int) -> dict:
        before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n")
        return {"line": line, "character": len(before.rpartition("\n")[2].encode("utf-16-le")) // 2}

    def spot(self, text: str) -> int:
        at = self.random.randrange(len(text) + 1)
        # Between the two signs of one line's end nobody stands.
        return at - 1 if 0 < at < len(text) and text[at - 1 : at + 1] == "\r\n" else at

    def change(self, name: str):
        text, changes = self.texts[name], []
        for _ in range(self.random.choice([1, 1, 1, 3])):
            start = self.spot(text)
            end = min(len(text), start + self.random.choice([0, 0, 1, 2, 40]))
            if text[end - 1 : end + 1] == "\r\n":
                end -= 1
            end = max(start, end)
            put = self.random.choice(PUT)
            changes.append({"range": {"start": self.position(text, start), "end": self.position(text, end)}, "text": put})
            text = text[:start] + put + text[end:]
        if self.random.random() < 0.02 or len(text) > 40_000:
            text = self.original(name)
            changes = [{"text": text}]
        self.texts[name] = text
        self.versions[name] += 1
        self.sent.setdefault(self.uri(name), set()).add(self.versions[name])
        self.send({"method": "textDocument/didChange", "params": {"textDocument": {"uri": self.uri(name), "version": self.versions[name]}, "contentChanges": changes}})

    def original(self, name: str) -> str:
        return (REPOSITORY / "examples" / "montreval" / name).read_text(encoding="utf-8")

    def request(self, name: str):
        text = self.texts.get(name, "x")
        where, document = self.position(text, self.spot(text)), {"uri": self.uri(name)}
        far = {"line": self.random.choice([0, 3, 10_000]), "character": self.random.choice([0, 9, 10_000])}
        place = self.random.choice([where, where, where, far])
        params = {"textDocument": document, "position": place, "range": {"start": place, "end": where}, "positions": [place]}
        params |= {"context": {"includeDeclaration": True, "diagnostics": []}, "newName": self.random.choice(["neuf", "a b", "DSI", "é", ""]), "ch": "}", "options": {}}
        kind = self.random.choice(HERE + WHOLE)
        identity = self.ask(f"textDocument/{kind}", params)
        if self.random.random() < 0.2:
            self.send({"method": "$/cancelRequest", "params": {"id": identity if self.random.random() < 0.8 else 99_999}})

    def nonsense(self):
        wrong = self.random.choice(
            [
                b"Content-Length: 7\r\n\r\nnot { }",
                b"Content-Length: 2\r\n\r\n[]",
                b"Content-Length: 4\r\n\r\nnull",
                b'Content-Length: 18\r\n\r\n{"jsonrpc": "2.0"}',
                b"Content-Length: 3\r\nContent-Type: x\r\n\r\n\xff\xfe\x00",
                b"Content-Length: -3\r\n\r\n",
                b"Content-Length: two\r\n\r\n",
            ]
        )
        self.raw(wrong)
        self.ask("textDocument/nothing", {})
        self.ask("textDocument/hover", {"textDocument": 7})
        self.send({"method": "textDocument/didChange", "params": {"textDocument": {"uri": self.uri("never.dsl"), "version": 3}, "contentChanges": []}})

    def disk(self, name: str):
        path, kind = self.folder / name, 2
        if path.exists() and self.random.random() < 0.5:
            path.unlink()
            kind = 3
        else:
            path.parent.mkdir(exist_ok=True)
            text = self.original(name)
            path.write_text(text if self.random.random() < 0.7 else text[: self.random.randrange(len(text))], encoding="utf-8")
        if self.random.random() < 0.9:
            self.send({"method": "workspace/didChangeWatchedFiles", "params": {"changes": [{"uri": self.uri(name), "type": kind}]}})

    def step(self, names: list[str]):
        name, chance = self.random.choice(names), self.random.random()
        if name not in self.texts:
            self.open(name)
        elif chance < 0.45:
            self.change(name)
        elif chance < 0.90:
            self.request(name)
        elif chance < 0.93:
            self.ask("workspace/symbol", {"query": self.random.choice(["", "gui", "é"])})
        elif chance < 0.95:
            self.ask("workspace/diagnostic", {"previousResultIds": []})
        elif chance < 0.965:
            self.disk(name)
        elif chance < 0.98:
            self.nonsense()
        elif chance < 0.985:
            self.close(name)
        else:
            self.send({"method": "textDocument/didSave", "params": {"textDocument": {"uri": self.uri(name)}}})

    def wait(self, met, what: str):
        deadline = time.time() + 60
        while not met():
            assert self.server.poll() is None, "the server is gone"
            assert time.time() < deadline, what
            time.sleep(0.02)


def found_by_a_check(folder: pathlib.Path, into: pathlib.Path, texts: dict[str, str]) -> dict[str, list]:
    """What `strategy check` says of the texts as the editor has them; by file."""
    shutil.copytree(folder, into)
    for name, text in texts.items():
        (into / name).parent.mkdir(exist_ok=True)
        (into / name).write_bytes(text.encode())
    run = subprocess.run([BINARY, "check", "plan.dsl", "--format", "json"], capture_output=True, text=True, cwd=into)
    found: dict[str, list] = {}
    for one in json.loads(run.stdout)["diagnostics"]:
        found.setdefault(one["file"], []).append((one["code"], one["line"] - 1, one["end_line"] - 1))
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_a_conversation_without_sense(tmp_path, seed):
    folder = tmp_path / "plan é"
    shutil.copytree(REPOSITORY / "examples" / "montreval", folder)
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.dsl"))
    talk = Conversation(folder, seed)
    talk.ask("initialize", {"capabilities": {}, "rootUri": folder.as_uri()})
    talk.send({"method": "initialized", "params": {}})
    talk.open("plan.dsl")
    for _ in range(MESSAGES):
        talk.step(names)
    # In the end everything lies on the disk, and a few files are open with other texts.
    for name in names:
        if not (folder / name).exists():
            (folder / name).write_text(talk.original(name), encoding="utf-8")
    talk.send({"method": "workspace/didChangeWatchedFiles", "params": {"changes": [{"uri": talk.uri(name), "type": 2} for name in names]}})
    talk.open("plan.dsl")
    for name in list(talk.texts):
        talk.change(name)
    last = talk.ask("textDocument/documentSymbol", {"textDocument": {"uri": talk.uri("plan.dsl")}})
    talk.wait(lambda: last in talk.answers, "the last request was not answered")
    for name, text in talk.texts.items():
        uri = talk.uri(name)
        talk.wait(lambda: talk.shown.get(uri, (None,))[0] == talk.versions[name], f"{name} was not looked at in its last version")
    assert not talk.wrong, talk.wrong[:5]
    missing = [identity for identity in talk.asked if talk.answers.get(identity) != 1]
    assert not missing, f"{len(missing)} requests without one answer"
    wanted = found_by_a_check(folder, tmp_path / "cold", talk.texts)
    for name in names:
        own = [one for one in talk.shown.get(talk.uri(name), (None, []))[1] if one["severity"] != 4]
        shown = [(one["code"], one["range"]["start"]["line"], one["range"]["end"]["line"]) for one in own]
        assert sorted(shown) == sorted(wanted.get(name, [])), name
    talk.ask("shutdown", {})
    talk.send({"method": "exit"})
    assert talk.server.wait(10) == 0
