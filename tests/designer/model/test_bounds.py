"""The bounds on designs: stated in the help, kept by edits as by files, and above everything in the gallery."""

from dataclasses import replace

import pytest

import assets
from designer.model import bounds
from designer.model.bounds import document_fault
from designer.model.document import Definition, Document, Node, Note, Variable
from designer.model.files import dumps, loads
from templates import gallery

STATED = {
    name: value
    for name, value in vars(bounds).items()
    if name.startswith("MAX_") and name != "MAX_BYTES"
}


@pytest.mark.parametrize("page", ["limits.md", "zh_CN/limits.md"])
@pytest.mark.parametrize("name", STATED)
def test_the_help_states_it(page, name):
    text = (assets.FOLDER / "help" / page).read_text(encoding="utf-8")
    assert f"{STATED[name]:,}" in text


@pytest.mark.parametrize("page", ["limits.md", "zh_CN/limits.md"])
def test_the_help_states_the_size_of_a_file(page):
    text = (assets.FOLDER / "help" / page).read_text(encoding="utf-8")
    assert f"{bounds.MAX_BYTES // 1_000_000} MB" in text


@pytest.mark.parametrize("template", gallery().values(), ids=lambda t: t.id)
def test_templates_are_within_them(template):
    assert document_fault(template.document()) is None


def nodes(count: int) -> dict[str, Node]:
    return {f"n{i}": Node(f"n{i}", "conv", f"row{i}") for i in range(count)}


LARGE = {
    "nodes": Document(nodes=nodes(5_001)),
    "nodes inside": Document(
        nodes=nodes(3_000),
        definitions={"b": Definition("B", Document(nodes=nodes(3_000)))},
    ),
    "variables": Document(variables={f"v{i}": Variable(1) for i in range(501)}),
    "parameters": Document(
        definitions={
            "b": Definition(
                "B", Document(variables={f"v{i}": Variable(1) for i in range(501)})
            )
        }
    ),
    "expressions": Document(
        nodes={
            id: replace(node, params={"filters": "=" + "1 + " * 120 + "1"})
            for id, node in nodes(500).items()
        }
    ),
    "name": Document("x" * 301),
    "note": Document(notes=(Note("t", "x" * 20_001, (0, 0), (9, 9)),)),
    "title": Document(definitions={"b": Definition("x" * 301, Document())}),
    "note of a variable": Document(variables={"v": Variable(1, note="x" * 20_001)}),
}


@pytest.mark.parametrize("document", LARGE.values(), ids=LARGE)
def test_what_no_file_may_hold_no_edit_leads_to(document):
    assert document_fault(document)
    with pytest.raises(ValueError, match="at most"):
        loads(dumps(document))


def test_at_the_bounds(tmp_path):
    document = Document("x" * 300, nodes=nodes(5_000))
    assert document_fault(document) is None
    assert loads(dumps(document)) == document
