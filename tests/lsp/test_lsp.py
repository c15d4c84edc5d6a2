"""`strategy lsp` against a real client. Each test writes its plan into a folder of its own."""

import asyncio
import json

import pytest
from lsprotocol import types as lsp

ROOT = """utiliser std.roles
utiliser "pilotes.dsl"
utiliser "axes/usagers.dsl"

stratégie "Agglomération numérique" {
  langue fr
  période 2026-09 .. 2032-03
  chef-de-file CDO
}
"""
OWNERS = """/// Le centre intercommunal d'action sociale.
pilote cias "CIAS 😀"
"""
AXIS = """axe usagers "Usagers" {
  objectif guichet "Guichet numérique unique" {
    pilote cias
    période 2027-01 .. 2028-06
    budget {
      investissement 2027: 120 k€
    }
    jalon ouverture "Ouverture" au 2027-12
  }
  objectif inclusion "Inclusion" {
    pilote CDO
    durée 6 mois
    dépend de guichet.ouverture
  }
}
"""
UNKNOWN = "E0301"
NO_STRATEGY = "E0304"


@pytest.fixture
def plan(folder):
    (folder / "axes").mkdir()
    (folder / "plan.dsl").write_text(ROOT)
    (folder / "pilotes.dsl").write_text(OWNERS)
    (folder / "axes" / "usagers.dsl").write_text(AXIS)
    return folder


def lines(text: str, word: str, shift: int = 0) -> tuple[int, int]:
    """Line and column, in UTF-16 units, of the first `word`."""
    before = text[: text.index(word) + shift]
    return before.count("\n"), len(before.rpartition("\n")[2].encode("utf-16-le")) // 2


# --- findings -------------------------------------------------------------------------------------------------------


async def test_a_name_broken_in_an_unsaved_file_shows_in_another(plan, editor):
    editor.open("pilotes.dsl")
    await editor.shows("axes/usagers.dsl", [])
    editor.change("pilotes.dsl", OWNERS.replace("pilote cias", "pilote ccas"))
    await editor.shows("axes/usagers.dsl", [UNKNOWN])

    editor.change("pilotes.dsl", OWNERS)
    await editor.shows("axes/usagers.dsl", [])

    editor.change("pilotes.dsl", "")
    await editor.shows("axes/usagers.dsl", [UNKNOWN])
    editor.close("pilotes.dsl")
    await editor.shows("axes/usagers.dsl", [])


async def test_every_file_of_the_plan_hears_of_itself(plan, editor):
    editor.open("axes/usagers.dsl")
    for name in ("plan.dsl", "pilotes.dsl", "axes/usagers.dsl"):
        await editor.shows(name, [])
    assert not [uri for uri in editor.client.diagnostics if not uri.startswith("file:///")], "the library has no file"


async def test_a_finding_says_what_why_and_what_to_do(plan, editors):
    english = await editors(arguments=["--lang", "en"])
    english.open("axes/usagers.dsl", AXIS.replace("pilote cias", "pilote cia"))
    await english.shows("axes/usagers.dsl", [UNKNOWN])
    (found,) = [item for item in english.client.diagnostics[english.uri("axes/usagers.dsl")] if item.code == UNKNOWN]
    what, why, what_to_do = found.message.split("\n")
    assert what == "`cia` is defined nowhere: an owner is due."
    assert why and what_to_do == "Write `cias`, or define `cia`."
    assert (found.source, found.severity, found.code_description) == ("strategy", lsp.DiagnosticSeverity.Error, None)
    line, column = lines(AXIS, "cias")
    assert found.range == lsp.Range(start=lsp.Position(line, column), end=lsp.Position(line, column + 3))

    french = await editors()
    french.open("axes/usagers.dsl", AXIS.replace("pilote cias", "pilote cia"))
    await french.shows("axes/usagers.dsl", [UNKNOWN])
    assert any("n'est défini nulle part" in item.message for item in french.client.diagnostics[french.uri("axes/usagers.dsl")])


async def test_other_places_lie_in_their_files(plan, editors):
    editor = await editors()
    editor.open("plan.dsl", ROOT + 'pilote cias "Un autre"\n')
    await editor.until(lambda: "E0302" in (editor.codes("plan.dsl") or []) + (editor.codes("pilotes.dsl") or []))
    shown = [item for found in editor.client.diagnostics.values() for item in found if item.code == "E0302"]
    places = {info.location.uri for info in shown[0].related_information}
    assert places == {editor.uri("plan.dsl"), editor.uri("pilotes.dsl")}


async def test_without_related_information_its_words_are_in_the_message(plan, wire):
    wire.initialize()
    text = ROOT + 'pilote cias "Un autre"\n'
    document = {"uri": (plan / "plan.dsl").as_uri(), "languageId": "strategy", "version": 7, "text": text}
    wire.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
    shown = []
    versions = {}
    while not shown:
        published = wire.receive()["params"]
        versions[published["uri"].rpartition("/")[2]] = published.get("version")
        shown = [item for item in published["diagnostics"] if item["code"] == "E0302"]
    assert "relatedInformation" not in shown[0]
    assert "pilotes.dsl:2: " in shown[0]["message"]
    assert versions.get("plan.dsl", 7) == 7 and versions.get("pilotes.dsl") is None


async def test_a_burst_of_changes_ends_right(plan, editor):
    editor.open("axes/usagers.dsl")
    await editor.shows("axes/usagers.dsl", [])
    line, column = lines(AXIS, "cias", 4)
    for _ in range(25):
        editor.change("axes/usagers.dsl", "x", (line, column, line, column))
        editor.change("axes/usagers.dsl", "", (line, column, line, column + 1))
    editor.change("axes/usagers.dsl", "s", (line, column, line, column))

    def messages():
        shown = editor.client.diagnostics.get(editor.uri("axes/usagers.dsl"), [])
        return [item.message for item in shown if item.code == UNKNOWN]

    # What is shown on the way may be of a change before the last.
    await editor.until(lambda: len(messages()) == 1 and "`ciass`" in messages()[0])


async def test_a_request_sees_the_changes_before_it(plan, editor):
    editor.open("axes/usagers.dsl")
    editor.change("axes/usagers.dsl", AXIS.replace("120 k€", "130 k€"))
    hover = await editor.hover("axes/usagers.dsl", *lines(AXIS, "120 k€"))
    assert "130\u00a0000\u00a0€" in hover.contents.value


async def test_a_file_that_its_plan_does_not_use_is_its_own_plan(plan, editor):
    (plan / "brouillon.dsl").write_text("axe brouillon \"Brouillon\" {\n  objectif a \"A\" {\n    pilote personne\n  }\n}\n")
    editor.open("brouillon.dsl")
    await editor.shows("brouillon.dsl", [UNKNOWN, NO_STRATEGY])
    assert editor.codes("axes/usagers.dsl") is None, "the plan above is not the one that was opened"
    editor.close("brouillon.dsl")
    await editor.until(lambda: not editor.client.diagnostics[editor.uri("brouillon.dsl")])


async def test_a_file_belongs_to_the_open_plan_that_uses_it(plan, editor):
    """A root that is not called plan.dsl."""
    (plan / "plan.dsl").rename(plan / "agglo.dsl")
    editor.open("axes/usagers.dsl")
    await editor.shows("axes/usagers.dsl", [UNKNOWN, UNKNOWN, NO_STRATEGY])
    editor.open("agglo.dsl")
    await editor.shows("axes/usagers.dsl", [])


async def test_several_plans_at_once(plan, editor):
    (plan / "autre").mkdir()
    (plan / "autre" / "plan.dsl").write_text('utiliser "../pilotes.dsl"\nstratégie "Autre" {\n  direction nul\n}\n')
    editor.open("plan.dsl")
    editor.open("autre/plan.dsl")
    await editor.until(lambda: editor.codes("autre/plan.dsl"))
    await editor.shows("axes/usagers.dsl", [])
    editor.open("pilotes.dsl")
    editor.change("pilotes.dsl", "")
    await editor.shows("axes/usagers.dsl", [UNKNOWN])


async def test_no_plan_above_the_folder_is_looked_at(tmp_path, editors):
    (tmp_path / "plan.dsl").write_text('utiliser "dossier/a.dsl"\nutiliser "dossier/b.dsl"\n')
    inside = tmp_path / "dossier"
    inside.mkdir()
    (inside / "a.dsl").write_text('axe x "X" {\n  objectif a "A" {\n    pilote p\n  }\n}\n')
    (inside / "b.dsl").write_text('pilote p "P"\n')
    editor = await editors(root=inside)
    editor.open("a.dsl")
    await editor.shows("a.dsl", [UNKNOWN, NO_STRATEGY])
    whole = await editors(root=tmp_path)
    whole.open("dossier/a.dsl")
    await whole.shows("dossier/a.dsl", [])
    await whole.shows("plan.dsl", [NO_STRATEGY])


async def test_files_that_come_and_go_on_the_disk(plan, editor):
    editor.open("axes/usagers.dsl")
    await editor.shows("axes/usagers.dsl", [])
    (plan / "pilotes.dsl").unlink()
    editor.files_changed("pilotes.dsl", lsp.FileChangeType.Deleted)
    await editor.shows("plan.dsl", ["E0001"])
    assert editor.codes("axes/usagers.dsl") == [], "what the missing file would have defined is not said twice"
    (plan / "pilotes.dsl").write_text(OWNERS)
    editor.files_changed("pilotes.dsl", lsp.FileChangeType.Created)
    await editor.shows("axes/usagers.dsl", [])
    await editor.shows("plan.dsl", [])


async def test_a_file_deleted_under_the_editor_lives_in_its_buffer(plan, editor):
    editor.open("pilotes.dsl")
    await editor.shows("axes/usagers.dsl", [])
    (plan / "pilotes.dsl").unlink()
    editor.files_changed("pilotes.dsl", lsp.FileChangeType.Deleted)
    assert "CIAS" in (await editor.hover("axes/usagers.dsl", *lines(AXIS, "cias"))).contents.value
    assert editor.codes("axes/usagers.dsl") == []
    editor.close("pilotes.dsl")
    await editor.shows("plan.dsl", ["E0001"])


async def test_a_deleted_plan_leaves_nothing_behind(plan, editor):
    editor.open("plan.dsl", ROOT + "zzz\n")
    await editor.until(lambda: editor.codes("plan.dsl"))
    for name in ("plan.dsl", "pilotes.dsl", "axes/usagers.dsl"):
        (plan / name).unlink()
    editor.close("plan.dsl")
    await editor.until(lambda: all(not found for found in editor.client.diagnostics.values()))


async def test_untitled_documents_are_looked_at_alone(plan, editor):
    uri = "untitled:Untitled-1"
    editor.open("", 'utiliser "pilotes.dsl"\naxe x "X" {\n  objectif a "A" {\n    pilote cias\n  }\n}\n', uri)
    await editor.shows("", ["E0001", NO_STRATEGY], uri)
    assert "X" in (await editor.hover("", 1, 4, uri)).contents.value
    editor.change("", 'pilote cias "C"\n', (0, 0, 1, 0), uri)
    await editor.shows("", [NO_STRATEGY], uri)
    editor.close("", uri)


async def test_carriage_returns(plan, editor):
    text = AXIS.replace("\n", "\r\n")
    (plan / "axes" / "usagers.dsl").write_bytes(text.encode())
    editor.open("axes/usagers.dsl")
    await editor.shows("axes/usagers.dsl", [])
    line, column = lines(AXIS, "cias")
    editor.change("axes/usagers.dsl", "X", (line, column, line, 99))
    await editor.shows("axes/usagers.dsl", [UNKNOWN])
    (found,) = [item for item in editor.client.diagnostics[editor.uri("axes/usagers.dsl")] if item.code == UNKNOWN]
    assert (found.range.end.line, found.range.end.character) == (line, column + 1)


async def test_a_stale_range_is_brought_back(plan, editor):
    editor.open("pilotes.dsl")
    editor.change("pilotes.dsl", '\npilote autre "A"\n', (900, 5, 901, 7))
    editor.change("pilotes.dsl", "", (1, 900, 1, 900))
    await editor.shows("axes/usagers.dsl", [])
    assert "autre" in [symbol.name for symbol in await editor.symbols("pilotes.dsl")]


# --- answers --------------------------------------------------------------------------------------------------------


async def test_definition_across_files(plan, editors):
    editor = await editors("neovim")
    editor.open("axes/usagers.dsl")
    (link,) = await editor.definition("axes/usagers.dsl", *lines(AXIS, "cias", 2))
    assert link.target_uri == editor.uri("pilotes.dsl")
    assert link.target_selection_range == lsp.Range(start=lsp.Position(1, 7), end=lsp.Position(1, 11))
    line, column = lines(AXIS, "cias")
    assert link.origin_selection_range == lsp.Range(start=lsp.Position(line, column), end=lsp.Position(line, column + 4))
    assert await editor.definition("axes/usagers.dsl", *lines(AXIS, "CDO")) is None, "the library is no file"


async def test_definition_of_a_milestone_and_of_a_file(plan, wire):
    wire.initialize()
    for name, text in (("plan.dsl", ROOT), ("axes/usagers.dsl", AXIS)):
        document = {"uri": (plan / name).as_uri(), "languageId": "strategy", "version": 1, "text": text}
        wire.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})

    def definition(identity, name, place):
        position = {"line": place[0], "character": place[1]}
        params = {"textDocument": {"uri": (plan / name).as_uri()}, "position": position}
        wire.send({"id": identity, "method": "textDocument/definition", "params": params})
        return wire.answer(identity)["result"]

    milestone = definition(2, "axes/usagers.dsl", lines(AXIS, "guichet.ouverture", 9))
    line, column = lines(AXIS, "ouverture")
    assert milestone["range"] == {"start": {"line": line, "character": column}, "end": {"line": line, "character": column + 9}}
    file = definition(3, "plan.dsl", lines(ROOT, "axes/usagers.dsl", 3))
    assert file["uri"] == (plan / "axes" / "usagers.dsl").as_uri() and file["range"]["end"] == {"line": 0, "character": 0}
    itself = definition(4, "axes/usagers.dsl", lines(AXIS, "inclusion", 3))
    assert itself["range"]["start"] == dict(zip(("line", "character"), lines(AXIS, "inclusion")))


async def test_hover(plan, editor):
    editor.open("axes/usagers.dsl")
    keyword = await editor.hover("axes/usagers.dsl", *lines(AXIS, "objectif", 2))
    assert keyword.contents.kind == lsp.MarkupKind.Markdown
    assert "`objectif`" in keyword.contents.value and "`goal`" in keyword.contents.value
    assert keyword.range == lsp.Range(start=lsp.Position(1, 2), end=lsp.Position(1, 10))

    goal = (await editor.hover("axes/usagers.dsl", *lines(AXIS, "guichet", 1))).contents.value
    for words in ("Guichet numérique unique", "`cias` · CIAS 😀", "janvier 2027 – juin 2028 (donné)", "120\u00a0000\u00a0€"):
        assert words in goal
    placed = (await editor.hover("axes/usagers.dsl", *lines(AXIS, "inclusion"))).contents.value
    assert "1er janvier 2028 – 30 juin 2028 (calculé" in placed
    owner = (await editor.hover("axes/usagers.dsl", *lines(AXIS, "cias"))).contents.value
    assert "Le centre intercommunal d'action sociale." in owner
    assert "30 juin 2028" in (await editor.hover("axes/usagers.dsl", *lines(AXIS, "2028-06"))).contents.value
    assert await editor.hover("axes/usagers.dsl", 99, 99) is None


async def format(editor, name: str) -> list[lsp.TextEdit] | None:
    document = lsp.TextDocumentIdentifier(uri=editor.uri(name))
    options = lsp.FormattingOptions(tab_size=4, insert_spaces=True)
    edits = await editor.client.text_document_formatting_async(lsp.DocumentFormattingParams(text_document=document, options=options))
    return None if edits is None else list(edits)


async def test_formatting_replaces_only_the_lines_that_change(plan, editor):
    tidy = AXIS.replace("pilote cias", "pilote  cias").replace("pilote CDO", "pilote    CDO").replace("durée 6", "durée     6")
    editor.open("axes/usagers.dsl", tidy)
    assert await format(editor, "axes/usagers.dsl") == []

    # What is in the editor counts, with its line ends; columns are those of the protocol.
    loose = tidy.replace("\n", "\r\n").replace('jalon ouverture "Ouverture"', 'jalon   ouverture "😀"').replace("}\r\n}", "}\r\n\r\n\r\n}")
    editor.change("axes/usagers.dsl", loose + "axe b « B😀 »")
    edits = await format(editor, "axes/usagers.dsl")
    last = loose.count("\r\n")
    assert [(edit.range, edit.new_text) for edit in edits] == [
        (lsp.Range(start=lsp.Position(7, 0), end=lsp.Position(8, 0)), '    jalon ouverture "😀" au 2027-12\r\n'),
        (lsp.Range(start=lsp.Position(14, 0), end=lsp.Position(15, 0)), ""),
        (lsp.Range(start=lsp.Position(last, 0), end=lsp.Position(last, 13)), 'axe b "B😀"\r\n'),
    ]

    # A line that cannot be read stays; a file that is not open is none of the editor's.
    editor.change("axes/usagers.dsl", tidy.replace("durée     6 mois", "durée  6"))
    assert await format(editor, "axes/usagers.dsl") == []
    assert await format(editor, "plan.dsl") is None


async def test_symbols(plan, editor):
    editor.open("axes/usagers.dsl")
    (axis,) = await editor.symbols("axes/usagers.dsl")
    assert (axis.name, axis.detail) == ("usagers", "Usagers")
    assert [goal.name for goal in axis.children] == ["guichet", "inclusion"]
    assert [part.name for part in axis.children[0].children] == ["ouverture"]
    assert axis.selection_range == lsp.Range(start=lsp.Position(0, 4), end=lsp.Position(0, 11))
    assert (axis.range.start.line, axis.range.end.line) == (0, AXIS.count("\n") - 1)
    editor.open("plan.dsl")
    (strategy,) = await editor.symbols("plan.dsl")
    assert (strategy.name, strategy.detail) == ("stratégie", "Agglomération numérique")


def applied(text: str, edit: lsp.TextEdit) -> str:
    """The text after an edit, its columns in UTF-16 units."""
    units = [line.encode("utf-16-le") for line in text.split("\n")]

    def offset(place: lsp.Position) -> int:
        before = sum(len(line) + 2 for line in units[: place.line])
        return before + 2 * place.character

    whole = text.encode("utf-16-le")
    start, end = offset(edit.range.start), offset(edit.range.end)
    return (whole[:start] + edit.new_text.encode("utf-16-le") + whole[end:]).decode("utf-16-le")


async def test_quick_fixes(plan, editor):
    """What a finding offers is offered at its place, and after it the finding is gone."""
    name = "axes/usagers.dsl"
    text = AXIS.replace("unique", "😀").replace("pilote cias", "pilote ciaz")
    editor.open(name, text)
    await editor.shows(name, [UNKNOWN])
    place = lines(text, "ciaz"), lines(text, "ciaz", 4)
    (fix,) = [fix for fix in await editor.fixes(name, *place) if fix.title == "Écrire `cias`"]
    assert (fix.kind, fix.diagnostics[0].code) == (lsp.CodeActionKind.QuickFix, UNKNOWN)
    ((uri, (edit,)),) = fix.edit.changes.items()
    assert uri == editor.uri(name)
    editor.change(name, applied(text, edit))
    await editor.shows(name, [])
    assert list(await editor.fixes(name, (0, 0), (0, 0), only=["refactor"])) == []


async def test_a_finding_is_waived_where_it_stands(plan, editor):
    name = "axes/usagers.dsl"
    editor.open(name)
    shown = lambda: [item.code for item in editor.client.diagnostics.get(editor.uri(name), [])]
    await editor.until(lambda: "CPL-03" in shown(), "CPL-03")
    fixes = await editor.fixes(name, lines(AXIS, "inclusion"), lines(AXIS, "inclusion", 9))
    (waive,) = [fix for fix in fixes if fix.title.startswith("Déroger à CPL-03 ici")]
    ((_, (edit,)),) = waive.edit.changes.items()
    text = applied(AXIS, edit)
    assert "\n\ndérogation CPL-03 pour inclusion {\n  motif    à définir\n  par      à définir\n  échéance à définir\n}\n" in text
    errors = editor.codes(name)
    editor.change(name, text)
    await editor.until(lambda: "CPL-03" not in shown(), "no CPL-03")
    assert editor.codes(name) == errors and shown().count("W0711") == 1, "what is left to be written is told once"


async def test_completion(plan, editor):
    """The line is being written, and the text is broken by it."""
    editor.open("axes/usagers.dsl")
    text = AXIS.replace("pilote CDO", "pilote ")
    editor.change("axes/usagers.dsl", text)
    line, column = lines(text, "pilote \n", 7)
    names = await editor.complete("axes/usagers.dsl", line, column)
    assert {"CDO", "cias"} <= {item.label for item in names}
    cias = next(item for item in names if item.label == "cias")
    assert (cias.detail, cias.text_edit.new_text) == ("CIAS 😀", "cias")
    assert "Le centre intercommunal d'action sociale." in cias.documentation.value

    text = AXIS.replace("pilote CDO", "pil")
    editor.change("axes/usagers.dsl", text)
    line, column = lines(text, "pil\n", 3)
    (owner,) = await editor.complete("axes/usagers.dsl", line, column)
    assert (owner.label, owner.kind, owner.detail) == ("pilote", lsp.CompletionItemKind.Keyword, "owner")
    here = lsp.Range(start=lsp.Position(line, column - 3), end=lsp.Position(line, column))
    assert (owner.text_edit.insert, owner.text_edit.replace) == (here, here)

    text = AXIS.replace("pilote CDO", "pilXote CDO", 1)
    editor.change("axes/usagers.dsl", text.replace("X", ""))
    line, column = lines(text, "pilXote", 3)
    (owner,) = await editor.complete("axes/usagers.dsl", line, column)
    assert owner.text_edit.insert == lsp.Range(start=lsp.Position(line, column - 3), end=lsp.Position(line, column))
    assert owner.text_edit.replace == lsp.Range(start=lsp.Position(line, column - 3), end=lsp.Position(line, column + 3))
    assert owner.text_edit.new_text == "pilote", "no second blank"

    text = AXIS.replace("dépend de guichet.ouverture", "dépend de guichet.")
    editor.change("axes/usagers.dsl", text)
    items = await editor.complete("axes/usagers.dsl", *lines(text, "guichet.\n", 8))
    assert [item.label for item in items] == ["guichet.ouverture"]


async def test_completion_at_the_margin_and_past_the_end(plan, editor):
    editor.open("plan.dsl", "utiliser std.\n")
    libraries = [item.label for item in await editor.complete("plan.dsl", 0, 13)]
    assert libraries[:4] == ["std.roles", "std.barriers", "std.must-haves", "std.themes"]
    assert "std.policies.law" in libraries
    margin = [item.label for item in await editor.complete("plan.dsl", 99, 99)]
    assert {"utiliser", "stratégie", "axe", "pilote"} <= set(margin) and "jalon" not in margin


async def test_positions_count_in_utf16(plan, editor):
    text = 'axe x "X" {\n  objectif y "😀😀" { pilote cias }\n}\n'
    editor.open("axes/usagers.dsl", text)
    hover = await editor.hover("axes/usagers.dsl", *lines(text, "cias", 1))
    line, column = lines(text, "cias")
    assert hover.range == lsp.Range(start=lsp.Position(line, column), end=lsp.Position(line, column + 4))
    editor.change("axes/usagers.dsl", "p", (line, column, line, column + 4))
    await editor.shows("axes/usagers.dsl", [UNKNOWN])
    (found,) = [item for item in editor.client.diagnostics[editor.uri("axes/usagers.dsl")] if item.code == UNKNOWN]
    assert found.range == lsp.Range(start=lsp.Position(line, column), end=lsp.Position(line, column + 1))


# --- the protocol ---------------------------------------------------------------------------------------------------


async def test_what_it_offers(editor):
    can = editor.initialized.capabilities
    assert can.position_encoding == "utf-16"
    assert can.text_document_sync.change == lsp.TextDocumentSyncKind.Incremental and can.text_document_sync.open_close
    assert can.definition_provider and can.hover_provider and can.document_symbol_provider and can.completion_provider
    assert can.document_formatting_provider


def test_shutdown_then_exit_is_zero(wire):
    wire.initialize()
    wire.send({"id": 2, "method": "shutdown"})
    assert wire.answer(2)["result"] is None
    wire.send({"id": 3, "method": "textDocument/hover", "params": {}})
    assert wire.answer(3)["error"]["code"] == -32600
    wire.send({"method": "exit"})
    assert wire.code() == 0


def test_exit_without_shutdown_is_one(wire):
    wire.initialize()
    wire.send({"method": "exit"})
    assert wire.code() == 1


def test_an_editor_that_dies_is_one(wire):
    wire.initialize()
    wire.process.stdin.close()
    assert wire.code() == 1


def test_exit_before_initialize_is_one(wire):
    wire.send({"method": "exit"})
    assert wire.code() == 1


def test_requests_before_initialize(wire):
    wire.send({"method": "textDocument/didOpen", "params": {}})
    wire.send({"id": 9, "method": "textDocument/hover", "params": {}})
    assert wire.answer(9)["error"]["code"] == -32002
    wire.send({"id": 10, "method": "initialize", "params": 3})
    assert wire.answer(10)["error"]["code"] == -32602
    assert "capabilities" in wire.initialize()["result"]


def test_unknown_and_malformed_messages(wire):
    wire.initialize()
    wire.send({"id": 2, "method": "textDocument/moniker", "params": {}})
    assert wire.answer(2)["error"]["code"] == -32601
    for identity, params in ((3, {}), (4, []), (5, None), (6, {"textDocument": {"uri": 3}, "position": {"line": -1, "character": 0}})):
        wire.send({"id": identity, "method": "textDocument/hover", "params": params})
        assert wire.answer(identity)["error"]["code"] == -32602
    for method in ("textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "workspace/didChangeWorkspaceFolders", "$/whatever"):
        wire.send({"method": method, "params": {"textDocument": 7}})
    change = {"textDocument": {"uri": "file:///nowhere.dsl", "version": 1}, "contentChanges": [{"text": "x"}]}
    wire.send({"method": "textDocument/didChange", "params": change})
    wire.send(b"{ no JSON")
    wire.send({"id": None, "error": {"code": 1, "message": "an answer to nothing"}})
    wire.send({"id": "text", "method": "initialize", "params": {}})
    assert wire.answer("text")["error"]["code"] == -32600
    hover = {"textDocument": {"uri": "http://nowhere"}, "position": {"line": 0, "character": 0}}
    wire.send({"id": 7, "method": "textDocument/hover", "params": hover})
    assert wire.answer(7)["result"] is None


MISSPELT = "ownr X\n"
MISSPELT_CODE = "E0105"


def opened(plan, wire, text: bytes = json.dumps(ROOT).encode()) -> str:
    """The plan, opened with a text as it stands in JSON. Out: its address."""
    wire.initialize()
    uri = (plan / "plan.dsl").as_uri()
    document = b'{"uri":%s,"languageId":"strategy","version":1,"text":%s}' % (json.dumps(uri).encode(), text)
    wire.send(b'{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":%s}}' % document)
    return uri


def change(wire, uri: str, text: str, **version):
    params = {"textDocument": {"uri": uri, **version}, "contentChanges": [{"text": text}]}
    wire.send({"method": "textDocument/didChange", "params": params})


@pytest.mark.parametrize("half", [rb"\ud83d", rb"\ude00", rb"\\\ud83d", b"\xed\xa0\xbd", b"\xe9"])
def test_no_document_is_lost_for_a_character(plan, wire, half):
    uri = opened(plan, wire, b'"axe x \\"a %s b\\" {\\n}\\n"' % half)
    assert NO_STRATEGY in wire.codes(uri, 1)
    change(wire, uri, ROOT + MISSPELT, version=2)
    assert MISSPELT_CODE in wire.codes(uri, 2)


@pytest.mark.parametrize("version", [{"version": None}, {}, {"version": "2"}, {"version": 2.5}])
def test_a_change_without_a_version_is_the_next_one(plan, wire, version):
    uri = opened(plan, wire)
    assert MISSPELT_CODE not in wire.codes(uri, 1)
    change(wire, uri, ROOT + MISSPELT, **version)
    assert MISSPELT_CODE in wire.codes(uri, 2)


def test_a_document_without_a_version_is_opened(plan, wire):
    wire.initialize()
    uri = (plan / "plan.dsl").as_uri()
    wire.send({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "version": None, "text": ROOT + MISSPELT}}})
    assert MISSPELT_CODE in wire.codes(uri)


@pytest.mark.parametrize("length", [300_000_000, 8_000_000_000, 99999999999999999, 10**40])
def test_a_frame_that_is_too_long_is_an_orderly_end(wire, length):
    wire.initialize()
    wire.raw(b"Content-Length: %d\r\n\r\n{}" % length)
    assert wire.code() == 1
    assert str(length).encode() in wire.process.stderr.read()


@pytest.mark.parametrize("header", [b"Content-Length:%d\r\n\r\n", b"content-length: %d\n\n", b"X:y\r\nContent-Length:  %d\r\n\r\n"])
@pytest.mark.parametrize("wrong", [-7, 0, 5, 40])
def test_after_a_wrong_frame_the_next_one_is_read(wire, header, wrong):
    body = b'{"jsonrpc":"2.0","method":"x","params":{}}'
    wire.initialize()
    wire.raw(header % (len(body) + wrong) + body)
    wire.send({"id": 2, "method": "shutdown"})
    assert wire.answer(2)["result"] is None


def test_lines_that_end_with_a_carriage_return_alone(plan, wire):
    uri = opened(plan, wire, json.dumps(ROOT.replace("\n", "\r")).encode())
    assert UNKNOWN not in wire.codes(uri, 1)
    line, column = lines(ROOT, "CDO")
    at = {"start": {"line": line, "character": column}, "end": {"line": line, "character": column + 3}}
    params = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"range": at, "text": "nul"}]}
    wire.send({"method": "textDocument/didChange", "params": params})
    assert UNKNOWN in wire.codes(uri, 2)


def test_a_file_has_one_address(plan, wire):
    other = opened(plan, wire, json.dumps(ROOT + MISSPELT).encode())
    assert MISSPELT_CODE in wire.codes(other)
    uri = other.replace("plan.dsl", "%70lan.dsl")
    document = {"uri": uri, "languageId": "strategy", "version": 1, "text": ROOT + MISSPELT}
    wire.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
    assert wire.codes(other) == [], "nothing is left under the address that was replaced"
    assert MISSPELT_CODE in wire.codes(uri)
    wire.send({"method": "textDocument/didClose", "params": {"textDocument": {"uri": other}}})
    change(wire, uri, ROOT + MISSPELT, version=7)
    assert MISSPELT_CODE in wire.codes(uri, 7), "the text that is still open counts"


def test_a_cancelled_request_is_answered_once(wire, plan):
    wire.initialize()
    document = {"uri": (plan / "plan.dsl").as_uri(), "languageId": "strategy", "version": 1, "text": ROOT}
    wire.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
    for identity in range(100, 150):
        params = {"textDocument": {"uri": document["uri"]}}
        wire.send({"id": identity, "method": "textDocument/documentSymbol", "params": params})
        wire.send({"method": "$/cancelRequest", "params": {"id": identity}})
    wire.send({"id": 2, "method": "shutdown"})
    answers = {}
    while 2 not in answers:
        message = wire.receive()
        if "id" in message:
            assert message["id"] not in answers
            answers[message["id"]] = message
    assert set(answers) == {2, *range(100, 150)}
    assert all("result" in answer or answer["error"]["code"] == -32800 for answer in answers.values())


async def test_it_asks_to_be_told_of_files_only_where_it_can(plan, wire):
    capabilities = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
    wire.send({"id": 1, "method": "initialize", "params": {"capabilities": capabilities, "rootUri": plan.as_uri()}})
    wire.answer(1)
    wire.send({"method": "initialized", "params": {}})
    asked = wire.receive()
    assert asked["method"] == "client/registerCapability"
    (registration,) = asked["params"]["registrations"]
    assert registration["registerOptions"] == {"watchers": [{"globPattern": "**/*.dsl"}]}
    wire.send({"id": asked["id"], "result": None})
    wire.send({"id": 2, "method": "shutdown"})
    assert wire.answer(2)["result"] is None


async def test_many_editors_do_not_mind_each_other(plan, editors):
    one, other = await editors(), await editors()
    one.open("pilotes.dsl", "")
    other.open("pilotes.dsl")
    await asyncio.gather(one.shows("axes/usagers.dsl", [UNKNOWN]), other.shows("axes/usagers.dsl", []))
