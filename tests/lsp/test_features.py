"""Each feature of `strategy lsp`, against a real client, over a plan in several files with accents, blanks and an astral character in its paths."""

import asyncio
import json
import pathlib
import subprocess

import pytest
from lsprotocol import types as lsp

from conftest import BINARY, REPOSITORY
from test_lsp import AXIS, OWNERS, ROOT, applied, lines

MORE = """// Une note,
// sur deux lignes.

/// Après `guichet`, voir https://a.example/x.
objectif suite "Suite" {
  pilote cias
  durée 6 mois
  dépend de guichet
  dépend de guichet.ouverture + 2 mois
  budget {
    fonctionnement 2028: 10 k€, 2029: 20 k€
  }
  financement {
    "FEDER" 40 % sollicité
  }
}
"""
PLAN = ROOT.replace('utiliser "axes/usagers.dsl"', 'utiliser "axes/usagers.dsl"\nutiliser "suite.dsl"').replace(
    "  chef-de-file CDO\n", "  chef-de-file CDO\n  enveloppe {\n    investissement 2027: 400 k€, 2028: 100 k€\n  }\n"
)


@pytest.fixture
def plan(folder):
    (folder / "axes").mkdir()
    files = {"plan.dsl": PLAN, "pilotes.dsl": OWNERS, "axes/usagers.dsl": AXIS, "suite.dsl": MORE}
    for name, text in files.items():
        (folder / name).write_text(text)
    return folder


def place(editor, name: str, text: str, word: str, shift: int = 0) -> dict:
    return {"text_document": lsp.TextDocumentIdentifier(uri=editor.uri(name)), "position": lsp.Position(*lines(text, word, shift))}


def whole(editor, name: str) -> dict:
    return {"text_document": lsp.TextDocumentIdentifier(uri=editor.uri(name))}


def at(editor, location: lsp.Location) -> str:
    """`suite.dsl:8:14`"""
    name = next(name for name in ("plan.dsl", "pilotes.dsl", "axes/usagers.dsl", "suite.dsl") if editor.uri(name) == location.uri)
    return f"{name}:{location.range.start.line + 1}:{location.range.start.character}"


# --- names ----------------------------------------------------------------------------------------------------------


async def test_references_in_all_files(plan, editor):
    editor.open("suite.dsl")
    params = lsp.ReferenceParams(context=lsp.ReferenceContext(include_declaration=True), **place(editor, "suite.dsl", MORE, "guichet\n", 2))
    found = await editor.client.text_document_references_async(params)
    wanted = ["axes/usagers.dsl:2:11", "axes/usagers.dsl:13:14", "suite.dsl:4:11", "suite.dsl:8:12", "suite.dsl:9:12"]
    assert sorted(at(editor, one) for one in found) == sorted(wanted)
    params.context.include_declaration = False
    found = await editor.client.text_document_references_async(params)
    assert sorted(at(editor, one) for one in found) == sorted(wanted[1:])


async def test_highlight_and_linked_editing_stay_in_their_text(plan, editor):
    editor.open("suite.dsl")
    found = await editor.client.text_document_document_highlight_async(lsp.DocumentHighlightParams(**place(editor, "suite.dsl", MORE, "guichet\n")))
    assert [one.range.start.line for one in found] == [3, 7, 8]
    assert found[0].kind == lsp.DocumentHighlightKind.Text and found[1].kind == lsp.DocumentHighlightKind.Read
    linked = await editor.client.text_document_linked_editing_range_async(lsp.LinkedEditingRangeParams(**place(editor, "suite.dsl", MORE, "guichet\n")))
    assert linked is None, "other files name it"


async def renamed(editor, plan, name: str, text: str, word: str, new: str) -> dict[str, str]:
    """The texts of the files that change, after the change."""
    params = lsp.RenameParams(new_name=new, **place(editor, name, text, word))
    edit = await editor.client.text_document_rename_async(params)
    out = {}
    for uri, edits in edit.changes.items():
        file = next(file for file in plan.rglob("*.dsl") if file.as_uri() == uri)
        out[str(file.relative_to(plan))] = after(file.read_text(), edits)
    return out


def after(text: str, edits: list[lsp.TextEdit]) -> str:
    for edit in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
        text = applied(text, edit)
    return text


async def test_rename_across_files(plan, editor):
    editor.open("suite.dsl")
    found = await renamed(editor, plan, "suite.dsl", MORE, "guichet\n", "accueil-unique")
    assert found == {
        "axes/usagers.dsl": AXIS.replace("objectif guichet", "objectif accueil-unique").replace("guichet.ouverture", "accueil-unique.ouverture"),
        "suite.dsl": MORE.replace("guichet", "accueil-unique"),
    }
    milestone = await renamed(editor, plan, "suite.dsl", MORE, "ouverture +", "livraison")
    assert milestone["suite.dsl"] == MORE.replace("ouverture", "livraison")
    prepared = await editor.client.text_document_prepare_rename_async(lsp.PrepareRenameParams(**place(editor, "suite.dsl", MORE, "cias")))
    assert prepared.placeholder == "cias"
    nothing = await editor.client.text_document_prepare_rename_async(lsp.PrepareRenameParams(**place(editor, "suite.dsl", MORE, "6 mois")))
    assert nothing is None


@pytest.mark.parametrize(
    "word, new, why",
    [
        ("guichet\n", "inclusion", "`inclusion` est déjà un objectif (axes/usagers.dsl, ligne 10)"),
        ("guichet\n", "deux mots", "ne peut être un nom"),
        ("cias", "CDO", "de la bibliothèque (std/roles.dsl)"),
    ],
)
async def test_rename_refused_with_a_reason(plan, editor, word, new, why):
    editor.open("suite.dsl")
    with pytest.raises(Exception, match=".") as refused:
        await renamed(editor, plan, "suite.dsl", MORE, word, new)
    assert why in str(refused.value), refused.value


async def test_what_is_renamed_is_the_same_plan(plan, editor):
    """The findings afterwards are those of before."""
    editor.open("suite.dsl")
    editor.open("axes/usagers.dsl")
    before = await settled(editor)
    for name, text in (await renamed(editor, plan, "suite.dsl", MORE, "guichet\n", "é😀".replace("😀", "t"))).items():
        editor.change(name, text)
    await editor.symbols("suite.dsl")
    assert await settled(editor) == before


RULES = """règle des-mesures {
  code      MES-01
  titre     fr "Des mesures" en "Measures"
  pourquoi  fr "Sans mesure, rien ne se voit." en "Without a measure nothing shows."
  gravité   conseil
  paramètre combien = 1
  chaque    objectif o
  soit      trouvées = nombre d'indicateurs de o
  exige     trouvées >= combien
  sur       o
  message   fr "{o} a {trouvées} indicateur." en "{o} has {trouvées} indicator."
  aide      fr "Ajoutez-en." en "Add one."
}
"""


async def test_names_of_policies_across_files(plan, editor):
    """Where a policy is defined, waived and set; what it names for itself; a code, which never changes."""
    text = PLAN.replace('utiliser "suite.dsl"', 'utiliser "suite.dsl"\nutiliser "regles.dsl"') + '\ndérogation des-mesures pour suite {\n  motif "bientôt"\n}\n'
    (plan / "plan.dsl").write_text(text)
    (plan / "regles.dsl").write_text(RULES)
    editor.open("plan.dsl")
    editor.open("regles.dsl")
    found = await renamed(editor, plan, "regles.dsl", RULES, "des-mesures", "au-moins-une")
    assert found == {"regles.dsl": RULES.replace("des-mesures", "au-moins-une"), "plan.dsl": text.replace("des-mesures", "au-moins-une")}
    from_waiver = await renamed(editor, plan, "plan.dsl", text, "des-mesures", "au-moins-une")
    assert from_waiver == found
    own = await renamed(editor, plan, "regles.dsl", RULES, "trouvées >=", "nb")
    assert own == {"regles.dsl": RULES.replace("trouvées", "nb")}
    with pytest.raises(Exception, match="ne change jamais"):
        await renamed(editor, plan, "regles.dsl", RULES, "MES-01", "MES-02")
    with pytest.raises(Exception, match="déjà une règle"):
        await renamed(editor, plan, "regles.dsl", RULES, "des-mesures", "ART-07")
    where = await editor.client.text_document_definition_async(lsp.DefinitionParams(**place(editor, "plan.dsl", text, "des-mesures")))
    where = where[0] if isinstance(where, list) else where
    assert (getattr(where, "uri", None) or where.target_uri) == editor.uri("regles.dsl")


TESTED = RULES.rstrip("}\n") + """
  signale sur guichet, portail {
    objectif guichet "Guichet" {
      dépend de portail
    }
    objectif portail "Portail" {
      pilote DSI
    }
  }
}
"""


async def test_the_plan_of_a_policy_s_test(plan, editor):
    """It is a plan of its own, whose names stand in the head of the test too; the plan around has a `guichet` of its own."""
    (plan / "plan.dsl").write_text(PLAN.replace('utiliser "suite.dsl"', 'utiliser "suite.dsl"\nutiliser "regles.dsl"'))
    (plan / "regles.dsl").write_text(TESTED)
    editor.open("regles.dsl")
    client, asked = editor.client, lambda word, shift=0: place(editor, "regles.dsl", TESTED, word, shift)
    for word in ("guichet, portail", 'guichet "Guichet"'):
        assert await renamed(editor, plan, "regles.dsl", TESTED, word, "accueil") == {"regles.dsl": TESTED.replace("guichet", "accueil")}
    found = await client.text_document_references_async(lsp.ReferenceParams(context=lsp.ReferenceContext(True), **asked("portail {")))
    assert [(one.uri, one.range.start.line) for one in found] == [(editor.uri("regles.dsl"), line) for line in (12, 14, 16)]
    card = await client.text_document_hover_async(lsp.HoverParams(**asked("dépend de portail", 12)))
    assert "Portail" in card.contents.value and (card.range.start.line, card.range.start.character) == (14, 16), card
    offered = await client.text_document_completion_async(lsp.CompletionParams(**asked("dépend de portail", 10)))
    assert "portail" in [item.label for item in offered.items] and "suite" not in [item.label for item in offered.items]
    with pytest.raises(Exception, match="guichet"):
        await renamed(editor, plan, "regles.dsl", TESTED, "portail {", "guichet")


async def settled(editor) -> dict:
    await editor.symbols("suite.dsl")
    await asyncio.sleep(0.2)
    return {uri: sorted((item.code, item.range.start.line) for item in found) for uri, found in editor.client.diagnostics.items()}


# --- what a text holds ------------------------------------------------------------------------------------------------


async def test_workspace_symbols(plan, editor):
    editor.open("plan.dsl")
    find = lambda query: editor.client.workspace_symbol_async(lsp.WorkspaceSymbolParams(query=query))
    found = await find("numerique unique")
    assert [(one.name, at(editor, one.location)) for one in found] == [("guichet · Guichet numérique unique", "axes/usagers.dsl:2:11")]
    assert {one.name for one in await find("sui")} == {"suite · Suite"}
    assert await find("rien de tel") == []
    assert len(await find("")) > 5


async def test_folding(plan, editor):
    editor.open("suite.dsl")
    found = await editor.client.text_document_folding_range_async(lsp.FoldingRangeParams(**whole(editor, "suite.dsl")))
    assert [(one.start_line, one.end_line, one.kind) for one in found] == [
        (0, 1, "comment"),
        (4, 14, None),
        (9, 10, None),
        (12, 13, None),
    ]


async def test_selection_grows(plan, editor):
    editor.open("suite.dsl")
    positions = [lsp.Position(*lines(MORE, "Suite", 2)), lsp.Position(*lines(MORE, "10 k"))]
    found = await editor.client.text_document_selection_range_async(lsp.SelectionRangeParams(positions=positions, **whole(editor, "suite.dsl")))
    first, steps = found[0], []
    while first:
        steps.append((first.range.start.line, first.range.start.character, first.range.end.line, first.range.end.character))
        first = first.parent
    assert steps[0] == (4, 16, 4, 21) and steps[1] == (4, 15, 4, 22), steps
    assert steps[-1][:2] == (0, 0)
    assert found[1].parent is not None


async def test_semantic_tokens(plan, editor):
    legend = editor.initialized.capabilities.semantic_tokens_provider.legend
    editor.open("suite.dsl")
    found = await editor.client.text_document_semantic_tokens_full_async(lsp.SemanticTokensParams(**whole(editor, "suite.dsl")))
    line, column, shown = 0, 0, []
    text = MORE.split("\n")
    for i in range(0, len(found.data), 5):
        down, right, length, kind, marks = found.data[i : i + 5]
        line, column = line + down, right if down else column + right
        names = [name for bit, name in enumerate(legend.token_modifiers) if marks >> bit & 1]
        shown.append((text[line][column : column + length], legend.token_types[kind], names))
    for wanted in [
        ("objectif", "keyword", []),
        ("suite", "class", ["definition"]),
        ("cias", "interface", []),
        ("guichet", "class", []),
        ("ouverture", "event", []),
        ("sollicité", "enumMember", []),
        ('"FEDER"', "string", []),
        ("// Une note,", "comment", []),
    ]:
        assert wanted in shown, (wanted, shown)
    assert any(kind == "comment" and "documentation" in names for _, kind, names in shown)
    one = lsp.SemanticTokensRangeParams(range=lsp.Range(start=lsp.Position(5, 0), end=lsp.Position(6, 0)), **whole(editor, "suite.dsl"))
    part = await editor.client.text_document_semantic_tokens_range_async(one)
    assert len(part.data) == 10, "`pilote` and `cias`"


async def test_links(plan, editor):
    editor.open("plan.dsl")
    found = await editor.client.text_document_document_link_async(lsp.DocumentLinkParams(**whole(editor, "plan.dsl")))
    assert [one.target for one in found] == [editor.uri("pilotes.dsl"), editor.uri("axes/usagers.dsl"), editor.uri("suite.dsl")]
    editor.open("suite.dsl")
    found = await editor.client.text_document_document_link_async(lsp.DocumentLinkParams(**whole(editor, "suite.dsl")))
    assert [one.target for one in found] == ["https://a.example/x"]


# --- what is computed -------------------------------------------------------------------------------------------------


async def hints(editor, name: str, text: str) -> list[str]:
    end = lsp.Position(text.count("\n") + 1, 0)
    params = lsp.InlayHintParams(range=lsp.Range(start=lsp.Position(0, 0), end=end), **whole(editor, name))
    found = await editor.client.text_document_inlay_hint_async(params)
    return [f"{one.position.line} {one.label}".replace("\u00a0", " ") for one in found]


async def test_inlay_hints(plan, editor):
    editor.open("suite.dsl")
    assert await hints(editor, "suite.dsl", MORE) == [
        "4 juillet 2028 – décembre 2028".replace("juillet 2028 – décembre 2028", "1er juillet 2028 – 31 décembre 2028"),
        "9 30 000 € · 6 % de l'enveloppe",
        "13 = 12 000 €",
    ]
    settings = {"strategy": {"inlayHints": {"dates": False, "totals": True, "shares": False}, "codeLens": False}}
    editor.client.workspace_did_change_configuration(lsp.DidChangeConfigurationParams(settings=settings))
    assert await hints(editor, "suite.dsl", MORE) == ["9 30 000 €", "13 = 12 000 €"]
    assert await editor.client.text_document_code_lens_async(lsp.CodeLensParams(**whole(editor, "axes/usagers.dsl"))) == ()


async def test_code_lens(plan, editor):
    editor.open("axes/usagers.dsl")
    found = await editor.client.text_document_code_lens_async(lsp.CodeLensParams(**whole(editor, "axes/usagers.dsl")))
    shown = [(one.range.start.line, one.command.title) for one in found]
    assert (1, "3 travaux attendent celui-ci") in shown, shown
    assert any("avertissement" in title for _, title in shown), shown


async def test_hierarchy_of_dependencies(plan, editor):
    editor.open("suite.dsl")
    client = editor.client
    (suite,) = await client.text_document_prepare_call_hierarchy_async(lsp.CallHierarchyPrepareParams(**place(editor, "suite.dsl", MORE, "suite \"")))
    assert (suite.name, suite.detail) == ("Suite", "suite")
    (awaited,) = await client.call_hierarchy_outgoing_calls_async(lsp.CallHierarchyOutgoingCallsParams(item=suite))
    assert awaited.to.name == "Guichet numérique unique" and [one.start.line for one in awaited.from_ranges] == [7, 8]
    waiting = await client.call_hierarchy_incoming_calls_async(lsp.CallHierarchyIncomingCallsParams(item=awaited.to))
    assert sorted(one.from_.name for one in waiting) == ["Inclusion", "Suite"]


async def test_hover_tells_what_is_computed_and_found(plan, editor):
    editor.open("suite.dsl")
    card = (await editor.hover("suite.dsl", *lines(MORE, "suite \"", 1))).contents.value.replace("\u00a0", " ")
    for told in ("- Calendrier : 1er juillet 2028 – 31 décembre 2028", "- Marge : ", "soit 6 % de l'enveloppe", "- Constats : "):
        assert told in card, card
    amount = (await editor.hover("suite.dsl", *lines(MORE, "10 k€", 1))).contents.value.replace("\u00a0", " ")
    assert amount == "**10 000 €** · 2 % de l'enveloppe"


# --- changes ------------------------------------------------------------------------------------------------------------


async def test_what_is_missing_is_made(plan, editor):
    text = MORE.replace("pilote cias", "pilote ville")
    editor.open("suite.dsl", text)
    spot = lines(text, "ville")
    actions = {one.title: one for one in await editor.fixes("suite.dsl", spot, spot)}
    made = actions["Créer « ville » (pilote)"].edit.changes
    assert after(OWNERS, made[editor.uri("pilotes.dsl")]) == OWNERS + 'pilote ville "…"\n'
    spot = lines(text, "suite")
    actions = {one.title: one for one in await editor.fixes("suite.dsl", spot, spot)}
    fill = next(one for title, one in actions.items() if title.startswith("Marquer à définir"))
    assert "indicateur \"…\" {" in after(text, fill.edit.changes[editor.uri("suite.dsl")])


async def test_all_that_is_safe(plan, editor):
    editor.open("suite.dsl")
    only = await editor.fixes("suite.dsl", (0, 0), (20, 0), only=["source.fixAll"])
    assert all(one.kind == "source.fixAll" for one in only)
    assert not [one for one in await editor.fixes("suite.dsl", (0, 0), (20, 0)) if one.kind == "source.fixAll"]


async def test_range_and_typed_formatting(plan, editor):
    options = lsp.FormattingOptions(tab_size=2, insert_spaces=True)
    editor.open("suite.dsl")
    all_of_it = await editor.client.text_document_formatting_async(lsp.DocumentFormattingParams(options=options, **whole(editor, "suite.dsl")))
    tidy = after(MORE, all_of_it)
    first, second = (next(line for line in tidy.splitlines() if word in line) for word in ("pilote", "durée"))
    untidy = tidy.replace(first, "pilote cias").replace(second, "durée 6   mois")
    assert untidy != tidy
    editor.change("suite.dsl", untidy)
    line = lines(untidy, "pilote")[0]
    part = lsp.Range(start=lsp.Position(line, 0), end=lsp.Position(line, 3))
    edits = await editor.client.text_document_range_formatting_async(
        lsp.DocumentRangeFormattingParams(range=part, options=options, **whole(editor, "suite.dsl"))
    )
    assert after(untidy, edits) == tidy.replace(second, "durée 6   mois"), "only the line that was asked for"
    last = untidy.rstrip().count("\n")
    typed = lsp.DocumentOnTypeFormattingParams(
        text_document=lsp.TextDocumentIdentifier(uri=editor.uri("suite.dsl")), position=lsp.Position(last, 1), ch="}", options=options
    )
    edits = await editor.client.text_document_on_type_formatting_async(typed)
    assert after(untidy, edits) == tidy


async def test_completion_of_forms_titles_and_policies(plan, editor):
    text = MORE.replace("  pilote cias", "  pilote adjoint")
    editor.open("suite.dsl", text)
    by_title = await editor.complete("suite.dsl", *lines(text, "adjoint", len("adjoint")))
    assert [(one.label, one.detail) for one in by_title] == [("DGA", "Direction générale adjointe")], by_title
    new = MORE + "\n\ndérogation "
    editor.change("suite.dsl", new)
    codes = await editor.complete("suite.dsl", new.count("\n"), len("dérogation "))
    assert "CPL-01" in [one.label for one in codes]
    editor.change("suite.dsl", MORE + "\n")
    forms = [one for one in await editor.complete("suite.dsl", MORE.count("\n"), 0) if one.kind == lsp.CompletionItemKind.Snippet]
    goal = next(one for one in forms if one.label.startswith("objectif"))
    assert goal.insert_text_format == lsp.InsertTextFormat.Snippet and "${1:nom}" in goal.text_edit.new_text


async def test_signature_in_a_policy(plan, editor):
    text = "règle r {\n  chaque objectif\n  exige nombre de \n}\n"
    (plan / "regles.dsl").write_text(text)
    editor.open("regles.dsl")
    params = lsp.SignatureHelpParams(**place(editor, "regles.dsl", text, "nombre de ", len("nombre de ")))
    found = await editor.client.text_document_signature_help_async(params)
    assert found.signatures[0].label == "nombre de CHOSE telle que CONDITION" and found.active_parameter == 0


async def test_files_that_move_are_followed(plan, editor):
    editor.open("plan.dsl")
    moves = [lsp.FileRename(old_uri=editor.uri("axes"), new_uri=editor.uri("volets"))]
    edit = await editor.client.workspace_will_rename_files_async(lsp.RenameFilesParams(files=moves))
    assert after(PLAN, edit.changes[editor.uri("plan.dsl")]) == PLAN.replace("axes/usagers.dsl", "volets/usagers.dsl")
    (plan / "axes").rename(plan / "volets")
    editor.change("plan.dsl", PLAN.replace("axes/", "volets/"))
    editor.client.workspace_did_rename_files(lsp.RenameFilesParams(files=moves))
    await editor.shows("volets/usagers.dsl", [])
    await editor.until(lambda: not {"E0001", "E0301"} & set(editor.codes("plan.dsl")), "the files are found")


async def test_files_that_leave_the_plan_are_not_followed(plan, editor):
    editor.open("plan.dsl")
    told = editor.client.messages
    for new in ("../suite.dsl", "suite.txt"):
        before = len(told)
        moves = [lsp.FileRename(old_uri=editor.uri("suite.dsl"), new_uri=(plan / new).resolve().as_uri())]
        assert await editor.client.workspace_will_rename_files_async(lsp.RenameFilesParams(files=moves)) is None
        await editor.until(lambda: len(told) == before + 1, "why")
        assert "Aucune ligne `utiliser` n'est récrite" in told[-1].message, told


# --- findings -----------------------------------------------------------------------------------------------------------


def told_by_the_command(plan: pathlib.Path) -> dict[str, list]:
    run = subprocess.run([BINARY, "check", str(plan), "--format", "json"], capture_output=True, text=True)
    found = {}
    for one in json.loads(run.stdout)["diagnostics"]:
        file = (pathlib.Path.cwd() / one["file"]).resolve()
        found.setdefault(file, []).append((one["code"], one["line"] - 1, one["end_line"] - 1))
    return found


@pytest.mark.parametrize("example", sorted(str(one.relative_to(REPOSITORY)) for one in REPOSITORY.glob("examples/**/plan.dsl")) + sorted(str(one.relative_to(REPOSITORY)) for one in REPOSITORY.glob("examples/mistakes/*.dsl")))
async def test_the_findings_are_those_of_the_command(editors, example):
    """Same codes, same places, same order, in every example."""
    path = REPOSITORY / example
    wanted = told_by_the_command(path)
    editor = await editors(root=path.parent)
    editor.open(path.name)
    await editor.symbols(path.name)
    await editor.until(lambda: path.as_uri() in editor.client.diagnostics)
    shown = {}
    for file in wanted:
        await editor.until(lambda: file.as_uri() in editor.client.diagnostics, str(file))
        found = editor.client.diagnostics[file.as_uri()]
        own = [one for one in found if one.severity != lsp.DiagnosticSeverity.Hint]
        shown[file] = [(one.code, one.range.start.line, one.range.end.line) for one in own]
    assert shown == wanted


async def test_undecided_policies_are_hints(editors):
    path = REPOSITORY / "examples" / "saint-aubin"
    editor = await editors(root=path)
    editor.open("plan.dsl")
    await editor.until(lambda: editor.uri("plan.dsl") in editor.client.diagnostics)
    run = subprocess.run([BINARY, "check", str(path), "--format", "json"], capture_output=True, text=True)
    missing = json.loads(run.stdout)["policies"]["missing"]
    await editor.symbols("plan.dsl")
    hints = [one for found in editor.client.diagnostics.values() for one in found if one.severity == lsp.DiagnosticSeverity.Hint]
    told = "\n".join(one.message for one in hints)
    assert hints and all(one["what"] in told for one in missing), (missing, hints)


async def test_findings_that_are_asked_for(plan, wire):
    wire.send({"id": 1, "method": "initialize", "params": {"capabilities": {}, "initializationOptions": {"diagnostics": "pull"}}})
    capabilities = wire.answer(1)["result"]["capabilities"]
    assert capabilities["diagnosticProvider"]["workspaceDiagnostics"] is True
    wire.send({"method": "initialized", "params": {}})
    uri = (plan / "suite.dsl").as_uri()
    text = MORE.replace("pilote cias", "pilote cia")
    wire.send({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "strategy", "version": 1, "text": text}}})
    wire.send({"id": 2, "method": "textDocument/diagnostic", "params": {"textDocument": {"uri": uri}}})
    report = wire.answer(2)["result"]
    assert report["kind"] == "full" and "E0301" in [one["code"] for one in report["items"]]
    known = {"textDocument": {"uri": uri}, "previousResultId": report["resultId"]}
    wire.send({"id": 3, "method": "textDocument/diagnostic", "params": known})
    assert wire.answer(3)["result"] == {"kind": "unchanged", "resultId": report["resultId"]}
    wire.send({"id": 4, "method": "workspace/diagnostic", "params": {"previousResultIds": [{"uri": uri, "value": report["resultId"]}]}})
    items = {item["uri"]: item["kind"] for item in wire.answer(4)["result"]["items"]}
    assert items[uri] == "unchanged" and items[(plan / "plan.dsl").as_uri()] == "full"


@pytest.mark.parametrize("pushed", [False, True])
async def test_an_editor_that_can_only_ask_is_not_told(plan, wire, pushed):
    can = {"diagnostic": {}, **({"publishDiagnostics": {}} if pushed else {})}
    wire.send({"id": 1, "method": "initialize", "params": {"capabilities": {"textDocument": can}}})
    provider = wire.answer(1)["result"]["capabilities"].get("diagnosticProvider")
    assert (provider is None) == pushed, "one way only: else each finding would be shown twice"
    wire.send({"method": "initialized", "params": {}})
    uri = (plan / "suite.dsl").as_uri()
    wire.send({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "strategy", "version": 1, "text": MORE}}})
    wire.send({"id": 2, "method": "textDocument/diagnostic", "params": {"textDocument": {"uri": uri}}})
    told = []
    while (message := wire.receive()).get("id") != 2:
        told.append(message.get("method"))
    assert message["result"]["items"] and ("textDocument/publishDiagnostics" in told) == pushed
    assert pushed or provider["interFileDependencies"] is True


async def test_findings_of_the_law_lead_to_its_text(plan, wire):
    wire.initialize()
    uri = (plan / "plan.dsl").as_uri()
    text = 'utiliser std.policies.law\nstratégie "S" {\n  collectivité v\n}\ncollectivité v "V" {\n  nature commune\n  recettes 100 k€\n  téléservices saisine\n}\n'
    wire.send({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "strategy", "version": 1, "text": text}}})
    wire.send({"id": 2, "method": "textDocument/hover", "params": {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}})
    found = []
    while (message := wire.receive()).get("id") != 2:
        if message.get("method") == "textDocument/publishDiagnostics":
            found += message["params"]["diagnostics"]
    (law,) = [one for one in found if one["code"] == "LEG-PAI-01"]
    assert law["codeDescription"]["href"].startswith("https://www.legifrance.gouv.fr/"), law
    assert all("codeDescription" not in one for one in found if one["code"].startswith(("E", "W"))), "no page that no editor opens"


async def test_codes_lead_to_their_pages(plan, wire):
    wire.send({"id": 1, "method": "initialize", "params": {"capabilities": {"workspace": {"textDocumentContent": {}}}}})
    assert wire.answer(1)["result"]["capabilities"]["workspace"]["textDocumentContent"] == {"schemes": ["strategy-rule"]}
    wire.send({"method": "initialized", "params": {}})
    uri = (plan / "suite.dsl").as_uri()
    text = MORE.replace("pilote cias", "pilote cia")
    wire.send({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "strategy", "version": 1, "text": text}}})
    while True:
        message = wire.receive()
        if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
            break
    page = next(one for one in message["params"]["diagnostics"] if one["code"] == "E0301")["codeDescription"]["href"]
    assert page == "strategy-rule:/fr/E0301.md"
    wire.send({"id": 2, "method": "workspace/textDocumentContent", "params": {"uri": page}})
    assert "E0301" in wire.answer(2)["result"]["text"]
    wire.send({"id": 3, "method": "workspace/textDocumentContent", "params": {"uri": "strategy-rule:/en/CPL-01.md"}})
    assert "goal-without-owner" in wire.answer(3)["result"]["text"]
    wire.send({"id": 4, "method": "workspace/textDocumentContent", "params": {"uri": "strategy-rule:/fr/../../etc/passwd"}})
    assert wire.answer(4)["error"]["code"] == -32602


async def test_a_file_of_no_plan_says_so_once(plan, editor):
    told = editor.client.messages
    (plan / "seul.dsl").write_text('axe z "Z" {\n}\n')
    editor.open("seul.dsl")
    await editor.until(lambda: told, "a word about it")
    editor.change("seul.dsl", 'axe z "Zz" {\n}\n')
    await editor.symbols("seul.dsl")
    editor.open("suite.dsl")
    await editor.symbols("suite.dsl")
    assert len(told) == 1 and told[0].message.startswith("seul.dsl n'appartient à aucun plan"), told
