"""Design files: canonical, nothing lost, and every broken one gets a sentence that says where."""

from __future__ import annotations

import json

import pytest

from designer.model import files
from designer.model.document import (
    Definition,
    Document,
    Edge,
    Frame,
    Node,
    Note,
    Variable,
)
from designer.model.files import FileError, dumps, loads, save

CANONICAL = """\
{"format": "channelwise.design", "version": 1, "name": "mobilenet_v2",
 "variables": {
  "alpha": {"value": 1.0, "min": 0.25, "max": 2.0},
  "width": {"value": "=2 * alpha", "note": "follows"}},
 "nodes": [
  {"id": "n1", "block": "image_input", "name": "image", "at": [0, 0]},
  {"id": "n3", "block": "inverted_residual", "name": "row2", "at": [420, 80.5], \
"repeat": 2, "first": {"strides": 2}, \
"params": {"filters": "=round_channels(24 * alpha)", "expansion": 6, "rate": 24.0, "se": true}},
  {"id": "n9", "block": "from_the_future", "name": "sum", "at": [420, 160], "repeat": "=ceil(width)"},
  {"id": "n10", "block": "my_unit", "name": "unit", "at": [420, 240], "muted": true, "collapsed": true, \
"colour": "#4a90d9"}],
 "edges": [
  ["n1", "n3"],
  ["n1", "n9"], ["n3", "n9:shortcut", {"via": [[400, 80], [400, 160.5]]}]],
 "frames": [
  {"id": "f1", "title": "head", "at": [400, 60], "size": [320, 200], "colour": "#d94a4a"}],
 "notes": [
  {"id": "t1", "text": "as in Table 2", "at": [0, 400], "size": [160, 80]}],
 "definitions": {
  "my_unit": {"title": "My unit", "note": "grouped",
   "parameters": {
    "filters": {"value": 32, "min": 8},
    "activation": {"value": "relu"},
    "se": {"value": false}},
   "nodes": [
    {"id": "n1", "block": "block_input", "name": "x", "at": [0, 0]},
    {"id": "n2", "block": "conv_bn", "name": "conv", "at": [0, 80], "params": {"filters": "=filters"}},
    {"id": "n3", "block": "block_output", "name": "y", "at": [0, 160]}],
   "edges": [
    ["n1", "n2"],
    ["n2", "n3"]],
   "notes": [
    {"id": "t1", "text": "", "at": [8, 8], "size": [8, 8]}]},
  "outer": {"title": "Outer",
   "nodes": [
    {"id": "n1", "block": "my_unit", "name": "unit", "at": [0, 0]}],
   "edges": []}}}
"""


def _design(**changes: object) -> dict:
    return {**json.loads(CANONICAL), **changes}


def _node(**changes: object) -> dict:
    return _design(
        nodes=[{"id": "n1", "block": "add", "name": "a", **changes}], edges=[]
    )


class TestCanonical:
    def test_text_to_document_to_text(self):
        document = loads(CANONICAL)
        assert dumps(document) == CANONICAL
        assert document.variables["alpha"] == Variable(1.0, 0.25, 2.0)
        assert document.edges[2] == Edge("n3", "n9", target_port="shortcut")
        row = document.nodes["n3"]
        assert row.at == (420, 80.5)
        assert (row.repeat, row.first) == (2, {"strides": 2})
        assert [type(v) for v in row.params.values()] == [str, int, float, bool]
        assert document.edges[2].via == ((400, 80), (400, 160.5))
        unit = document.nodes["n10"]
        assert (unit.muted, unit.collapsed, unit.colour) == (True, True, "#4a90d9")
        assert document.frames == (
            Frame("f1", "head", (400, 60), (320, 200), "#d94a4a"),
        )
        assert document.notes == (Note("t1", "as in Table 2", (0, 400), (160, 80)),)

    def test_definitions(self):
        block = loads(CANONICAL).definitions["my_unit"]
        assert (block.title, block.note) == ("My unit", "grouped")
        assert (block.inputs, block.outputs) == (("x",), ("y",))
        assert block.body.name == "My unit"
        assert block.body.variables == {
            "filters": Variable(32, minimum=8),
            "activation": Variable("relu"),
            "se": Variable(False),
        }

    def test_one_node_a_line_however_it_was_written(self):
        assert dumps(loads(json.dumps(json.loads(CANONICAL), indent=8))) == CANONICAL

    def test_the_empty_design(self):
        text = dumps(Document())
        assert loads(text) == Document()
        assert text == (
            '{"format": "channelwise.design", "version": 1, "name": "untitled",\n'
            ' "nodes": [],\n "edges": []}\n'
        )

    def test_whole_coordinates_are_written_whole(self):
        node = Node("n1", "add", "a", at=(8.0, -0.0))
        assert '"at": [8, 0]' in dumps(Document(nodes={"n1": node}))

    def test_the_first_port_has_one_spelling(self):
        document = loads(json.dumps(_design(edges=[["n1:", "n3:"]])))
        assert document.edges == (Edge("n1", "n3"),)

    def test_unknown_fields_survive_at_every_level(self):
        design = _design(version="1.4", later={"x": [None, 1.5]})
        design["nodes"][0]["later"] = {"colour": "red"}
        design["variables"]["alpha"]["later"] = False
        design["edges"][0].append({"dots": [[1, 2]]})
        design["edges"][2][2]["later"] = 1
        for things in "frames", "notes":
            design[things][0]["later"] = {"z": 3}
        unit = design["definitions"]["my_unit"]
        unit["later"] = [1]
        unit["nodes"][0]["later"] = {"locked": True}
        unit["parameters"]["se"]["later"] = 0
        text = dumps(loads(json.dumps(design)))
        assert json.loads(text) == design
        assert dumps(loads(text)) == text

    def test_a_body_is_a_plain_design_under_the_title(self):
        inner = Definition("Inner", Document())
        body = Document("other", definitions={"inner": inner}, extra={"later": 1})
        document = Document(definitions={"unit": Definition("Unit", body)})
        assert document.definitions["unit"].body == Document("Unit")
        assert loads(dumps(document)) == document

    def test_text_of_all_scripts(self):
        document = Document(name='轻量级 "网络" \n\t😀', nodes={})
        assert loads(dumps(document)).name == document.name
        assert "轻量级" in dumps(document)


class TestNewerVersions:
    def test_a_newer_minor_version_is_a_design_like_any_other(self):
        document = loads(json.dumps(_design(version="1.7")))
        assert document.version == (1, 7)
        assert not files.is_read_only(document)

    def test_a_newer_major_version_opens_and_cannot_be_saved(self, tmp_path):
        document = loads(json.dumps(_design(version=2)))
        assert files.is_read_only(document)
        with pytest.raises(FileError, match="format 2, newer"):
            save(document, tmp_path / "a.design.json")
        assert not list(tmp_path.iterdir())

    def test_one_that_cannot_be_read_says_that_it_is_newer(self):
        with pytest.raises(FileError, match=r"format 3, newer .* nodes\[0\] is 1"):
            loads(json.dumps(_design(version=3, nodes=[1])))


BROKEN_TEXT = {
    "": "it is empty",
    " \n": "it is empty",
    '{"format":\n  oops}': "line 2, column 3: not JSON: Expecting value",
    '{"a": 1} x': "line 1, column 10: not JSON: Extra data",
    "[1, 2]": "the design is [1, 2], not an object",
    "{}": "this is no Channelwise design",
    '{"a": NaN}': "it holds NaN, which is not JSON",
    '{"a": -Infinity}': "it holds -Infinity, which is not JSON",
    '{"a": 1e999}': "it holds a number that is too large",
    '{"a": 1, "a": 2}': 'an object has the key "a" twice',
    '{"a": "\\ud800"}': "half of a character",
    '{"\\udfff": 1}': "half of a character",
    '{"a": %s}' % ("9" * 5000): "thousands of digits",
    "[" * 100_000: "it nests more than 100 deep",
    "[" * 101 + "]" * 101: "it nests more than 100 deep",
    '{"a":' * 101 + "1" + "}" * 101: "it nests more than 100 deep",
}


@pytest.mark.parametrize(("text", "words"), BROKEN_TEXT.items(), ids=range(16))
def test_what_is_no_json(text, words):
    with pytest.raises(FileError) as caught:
        loads(text)
    assert words in str(caught.value)


def _without(key: str) -> dict:
    return {k: v for k, v in _design().items() if k != key}


_NOTE = {"id": "t1", "text": "", "at": [0, 0], "size": [8, 8]}


def _defined(**definitions: object) -> dict:
    return _design(definitions=definitions)


def _holds(block: str) -> dict:
    return {"title": "U", "nodes": [{"id": "n1", "block": block, "name": block}]}


BROKEN_DESIGNS = [
    (_without("format"), "this is no Channelwise design: 'format' is not"),
    (_design(format="other"), "this is no Channelwise design"),
    (_without("version"), "'version' is null; it should be 1, or \"1.2\""),
    (_design(version=1.2), "'version' is 1.2"),
    (_design(version=True), "'version' is true"),
    (_design(version=0), "'version' is 0"),
    (_design(version=[]), "'version' is []"),
    (_without("nodes"), "the design has no 'nodes'"),
    (_design(name=3), "name is 3: it should be text"),
    (_design(nodes={}), "nodes is an object: it should be a list"),
    (_design(nodes=[3]), "nodes[0] is 3, not an object"),
    (_design(nodes=[[1, 2, 3, 4, 5]]), "nodes[0] is a list, not an object"),
    (_design(nodes=["x" * 99]), f'nodes[0] is "{"x" * 59}..., not an object'),
    (_design(nodes=[{"id": "n1", "name": "a"}]), "nodes[0] has no 'block'"),
    (_design(nodes=[{"block": "add", "name": "a"}]), "nodes[0] has no 'id'"),
    (_design(nodes=[{"block": "add", "id": "a"}]), "nodes[0] has no 'name'"),
    (_node(id="n:1"), "nodes[0].id is \"n:1\": it should be a short word, without ':'"),
    (_node(id=1), "nodes[0].id is 1"),
    (_node(block=""), 'nodes[0].block is "": it should be text'),
    (_node(name="row 2"), 'nodes[0].name is "row 2": it is no name'),
    (_node(name=None), "nodes[0].name is null: it is not text"),
    (_node(name="for"), "it is a word of Python's own; 'for_' would do"),
    (_node(name="x" * 101), "it has 101 characters"),
    (_node(at=[1]), "nodes[0].at is [1]: it should be two numbers"),
    (_node(at=["1", 2]), "nodes[0].at is"),
    (_node(at=[1e300, 2]), "nodes[0].at is"),
    (_node(repeat=0), "nodes[0].repeat is 0: it is outside 1 to 1,000"),
    (_node(repeat=2.5), "nodes[0].repeat is 2.5: it is neither a whole number"),
    (_node(repeat="two"), "nodes[0].repeat is"),
    (_node(params=[]), "nodes[0].params is []: it should be an object"),
    (_node(params={"filters": None}), "nodes[0].params.filters is null: it is neither"),
    (_node(params={"filters": 2**64}), "it is beyond 64 bits"),
    (_node(first={"strides": [2]}), "nodes[0].first.strides is [2]: it is neither"),
    (_design(nodes=[*_design()["nodes"], _design()["nodes"][0]]), "the same id 'n1'"),
    (
        _design(nodes=[*_design()["nodes"], {**_design()["nodes"][0], "id": "n2"}]),
        "nodes[4] has the same name 'image' as nodes[0]",
    ),
    (_design(edges=[["n1", "n7"]]), "edges[0] names node 'n7', which does not exist"),
    (_design(edges=["n1"]), 'edges[0] is "n1"; a wire is written ["n1", "n2:port"]'),
    (_design(edges=[["n1", "n3", 4]]), "edges[0] is"),
    (
        _design(edges=[["n1", "n3"], ["n1", "n3"]]),
        "edges[1] has the same wire as edges[0]",
    ),
    (
        _design(edges=[["n1", "n3"], ["n3", "n9"], ["n9", "n3"]]),
        "the wires close a cycle: row2 -> sum -> row2",
    ),
    (_design(edges=[["n3", "n3"]]), "row2 -> row2"),
    (_design(variables=[]), "variables is []: it should be an object"),
    (_design(variables={"a b": {"value": 1}}), "variables: 'a b' is no name"),
    (_design(variables={"a": 1}), "variables.a is 1, not an object"),
    (_design(variables={"a": {}}), "variables.a has no 'value'"),
    (_design(variables={"a": {"value": None}}), "variables.a.value is null"),
    (_design(variables={"a": {"value": 2**64}}), "it is beyond 64 bits"),
    (_design(variables={"a": {"value": 1, "min": "x"}}), "variables.a.min is"),
    (_node(muted=1), "nodes[0].muted is 1: it should be true or false"),
    (_node(colour="red"), 'nodes[0].colour is "red": it is no colour such as'),
    (_design(edges=[["n1", "n3", {"via": [[1]]}]]), "edges[0].via is [[1]]: it should"),
    (_design(frames={}), "frames is an object: it should be a list"),
    (_design(frames=[{"id": "f1"}]), "frames[0] has no 'title'"),
    (
        _design(frames=[{"id": "f1", "title": "", "at": [0, 0], "size": [0, 8]}]),
        "frames[0].size is [0, 8]: it should be a width and a height, above 0",
    ),
    (_design(notes=[_NOTE, _NOTE]), "notes[1] has the same id 't1' as notes[0]"),
    (_design(definitions=[]), "definitions is []: it should be an object"),
    (_defined(u=3), "definitions.u is 3, not an object"),
    (_defined(u={"title": "U"}), "definitions.u has no 'nodes'"),
    (_defined(u={"nodes": []}), "definitions.u has no 'title'"),
    (
        _defined(u={"title": "U", "nodes": [{"id": "n1"}]}),
        "definitions.u.nodes[0] has no 'block'",
    ),
    (
        _defined(u={"title": "U", "nodes": [], "parameters": {"a b": 1}}),
        "definitions.u.parameters: 'a b' is no name",
    ),
    (
        _defined(u={"title": "U", "nodes": [], "parameters": {"name": {"value": 1}}}),
        "definitions.u: a block has a 'name' already",
    ),
    (
        _defined(u={**_holds("add"), "edges": [["n1", "n1"]]}),
        "definitions.u: the wires close a cycle: add -> add",
    ),
    (_defined(**{"my unit": _holds("add")}), "the block's name 'my unit' is no name"),
    (_defined(block_input=_holds("add")), "'block_input' is what a block's ports"),
    (_defined(u=_holds("u")), "blocks hold each other: u -> u"),
    (
        _defined(u=_holds("v"), v=_holds("w"), w=_holds("v")),
        "blocks hold each other: v -> w -> v",
    ),
]


@pytest.mark.parametrize(
    ("design", "words"), BROKEN_DESIGNS, ids=range(len(BROKEN_DESIGNS))
)
def test_what_is_no_design(design, words):
    with pytest.raises(FileError) as caught:
        loads(json.dumps(design))
    assert words in str(caught.value)
