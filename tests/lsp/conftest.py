"""The language server as an editor sees it. `STRATEGY` names the binary (default: target/release/strategy)."""

import asyncio
import json
import os
import pathlib
import subprocess

import pytest
import pytest_asyncio
from lsprotocol import types as lsp
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("STRATEGY", REPOSITORY / "target" / "release" / "strategy")).absolute()
SOON = 10


class Editor:
    """An editor with one folder open, and a few words for what people do in it."""

    def __init__(self, client: LanguageClient, folder: pathlib.Path):
        self.client, self.folder = client, folder
        self.versions: dict[str, int] = {}

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str | None = None, uri: str | None = None):
        uri = uri or self.uri(name)
        if text is None:
            text = (self.folder / name).read_bytes().decode()
        self.versions[uri] = 1
        item = lsp.TextDocumentItem(uri=uri, language_id="strategy", version=1, text=text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(text_document=item))

    def change(self, name: str, text: str, at: tuple | None = None, uri: str | None = None):
        """The whole text or, with `at` = (line, column, end line, end column), a part of it."""
        uri = uri or self.uri(name)
        self.versions[uri] += 1
        if at is None:
            change = lsp.TextDocumentContentChangeWholeDocument(text=text)
        else:
            place = lsp.Range(start=lsp.Position(*at[:2]), end=lsp.Position(*at[2:]))
            change = lsp.TextDocumentContentChangePartial(range=place, text=text)
        document = lsp.VersionedTextDocumentIdentifier(uri=uri, version=self.versions[uri])
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(text_document=document, content_changes=[change]))

    def close(self, name: str, uri: str | None = None):
        document = lsp.TextDocumentIdentifier(uri=uri or self.uri(name))
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(text_document=document))

    def files_changed(self, name: str, kind=lsp.FileChangeType.Changed):
        event = lsp.FileEvent(uri=self.uri(name), type=kind)
        self.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams(changes=[event]))

    def codes(self, name: str, uri: str | None = None) -> list[str] | None:
        """The errors that the editor shows for a file; none before it was told anything."""
        found = self.client.diagnostics.get(uri or self.uri(name))
        return None if found is None else sorted(item.code for item in found if item.severity == lsp.DiagnosticSeverity.Error)

    async def until(self, met, what: str = ""):
        deadline = asyncio.get_running_loop().time() + SOON
        while not met():
            if asyncio.get_running_loop().time() > deadline:
                shown = {uri: [item.code for item in found] for uri, found in self.client.diagnostics.items()}
                pytest.fail(f"not within {SOON} s {what}: the editor shows {shown}")
            await asyncio.sleep(0.01)

    async def shows(self, name: str, codes: list[str], uri: str | None = None):
        await self.until(lambda: self.codes(name, uri) == codes, f"{name} {codes}")

    async def hover(self, name: str, line: int, column: int, uri: str | None = None):
        document = lsp.TextDocumentIdentifier(uri=uri or self.uri(name))
        return await self.client.text_document_hover_async(lsp.HoverParams(text_document=document, position=lsp.Position(line, column)))

    async def definition(self, name: str, line: int, column: int):
        document = lsp.TextDocumentIdentifier(uri=self.uri(name))
        params = lsp.DefinitionParams(text_document=document, position=lsp.Position(line, column))
        return await self.client.text_document_definition_async(params)

    async def complete(self, name: str, line: int, column: int) -> list[lsp.CompletionItem]:
        document = lsp.TextDocumentIdentifier(uri=self.uri(name))
        params = lsp.CompletionParams(text_document=document, position=lsp.Position(line, column))
        return (await self.client.text_document_completion_async(params)).items

    async def fixes(self, name: str, start: tuple[int, int], end: tuple[int, int], only: list[str] | None = None) -> list[lsp.CodeAction]:
        params = lsp.CodeActionParams(
            text_document=lsp.TextDocumentIdentifier(uri=self.uri(name)),
            range=lsp.Range(start=lsp.Position(*start), end=lsp.Position(*end)),
            context=lsp.CodeActionContext(diagnostics=[], only=only),
        )
        return await self.client.text_document_code_action_async(params)

    async def symbols(self, name: str):
        document = lsp.TextDocumentIdentifier(uri=self.uri(name))
        return await self.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(text_document=document))


@pytest.fixture
def folder(tmp_path):
    """A name that only a server which decodes addresses can read."""
    folder = tmp_path / "Béziers & plans 100% #1"
    folder.mkdir()
    (folder / ".git").mkdir()
    return folder


@pytest_asyncio.fixture
async def editors(folder):
    """Makes editors: `await editors(capabilities="neovim", arguments=[...])`."""
    started = []

    async def start(capabilities: str = "visual-studio-code", arguments=(), root: pathlib.Path = folder) -> Editor:
        client = make_test_lsp_client()
        editor = Editor(client, root)

        @client.feature("client/registerCapability")
        def _(params: lsp.RegistrationParams):
            return None

        await client.start_io(str(BINARY), "lsp", *arguments)
        params = lsp.InitializeParams(
            capabilities=client_capabilities(capabilities),
            workspace_folders=[lsp.WorkspaceFolder(uri=root.as_uri(), name="plan")],
        )
        editor.initialized = await client.initialize_session(params)
        started.append(editor)
        return editor

    yield start
    for editor in started:
        await editor.client.shutdown_session()
        await editor.client.stop()


@pytest_asyncio.fixture
async def editor(editors):
    return await editors()


class Wire:
    """The bare protocol, for what no proper editor would send."""

    def __init__(self):
        self.process = subprocess.Popen([str(BINARY), "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def send(self, message):
        body = message if isinstance(message, bytes) else json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def raw(self, data: bytes):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def codes(self, uri: str, version: int | None = None) -> list[str]:
        """The findings that are published next for an address and, if given, a version."""
        while True:
            message = self.receive()
            params = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == uri and version in (None, params.get("version")):
                return [found["code"] for found in params["diagnostics"]]

    def receive(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b": ")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self.process.stdout.read(length))

    def answer(self, identity):
        """The answer to a request; what comes before it is dropped."""
        while True:
            message = self.receive()
            if message.get("id") == identity and "method" not in message:
                return message

    def initialize(self):
        self.send({"id": 1, "method": "initialize", "params": {"capabilities": {}}})
        answer = self.answer(1)
        self.send({"method": "initialized", "params": {}})
        return answer

    def code(self) -> int:
        return self.process.wait(SOON)


@pytest.fixture
def wire():
    wire = Wire()
    yield wire
    if wire.process.poll() is None:
        wire.process.kill()
        wire.process.wait()
    for stream in (wire.process.stdin, wire.process.stdout, wire.process.stderr):
        stream.close()
