"""Designs that were valid, damaged as hands, merges and other programs damage files; and what must hold of each.

Opening a damaged design may be refused, in a sentence. What opens is analysed, its repairs are applied, and what is
without errors becomes code. None of it raises anything else.
"""

from __future__ import annotations

import json
from functools import cache

import numpy as np
from hypothesis import strategies as st

from blocks.catalog import catalog
from designer.analysis import Analysis, analyse
from designer.analysis.serialise import summary
from designer.analysis.text import issues_text, summary_text
from designer.codegen import generate
from designer.export.expected import expected
from designer.export.source_check import check_source
from designer.model.document import Document
from designer.model.files import FileError, dumps, loads
from templates.gallery import gallery
from tests.designer.codegen.random_designs import random_design

RANDOM_DESIGNS = 40
TEMPLATES = ("mobilenet_v2",)
ISSUES, REPAIRS = (
    2,
    2,
)  # so many of a design's issues, and of an issue's repairs, are tried

NAMES = (
    *("a", "A", "self", "layers", "keras", "ops", "math", "input", "range", "len"),
    *("int", "round", "min", "x", "i", "name", "row", "repeats", "inputs", "match"),
    *("build_model", "GroupedConv2D", "conv_bn", "image", "width", "depth", "n2_conv"),
    *("filters", "kernel_size", "n", "other_filters", "exec", "__import__", "None"),
    *("_a", "1a", "é", "网络", "ﬁlters", "a b", "", "a" * 101, "port0", "result0"),
)
TEXTS = (
    *NAMES,
    *(
        '"""',
        "'''",
        "\\",
        "\\N{DIGIT ONE}",
        "a\0b",
        "\x1b[31m",
        "\u202egnp.exe",
        "\ud7ff",
    ),
    *(
        "\u2028",
        "\r\n",
        "\ufeff",
        "# between two definitions\n",
        "{name}",
        "%s",
        "👩‍💻",
    ),
    *(
        "layers.GroupedConv2D",
        "1e-06",
        "-",
        "_net",
        " ",
        "é" * 300,
        "=alpha",
        "=",
        "=1",
    ),
)
EXPRESSIONS = (
    *(
        "=width",
        "=2 * width",
        "=depth",
        "=typo",
        "=rund(8)",
        "=8 if width < 9 else typo",
    ),
    *("=8 if width < 9 else exec('1')", "=1 / 0", "=1 +", "=switch", "=activation"),
    *(
        "='3, 1'",
        "='=width'",
        "=9 ** 9 ** 9",
        "=min(first=1, second=2)",
        "=round(width)",
    ),
    *("=8 if width == 1 else 16 if width == 1 else 24", "=wider", "=self", "=layers"),
    *("='relu' if width > 1 else 'typo'", "=1e-06", "=-width", "=not switch", "=\0"),
)
NUMBERS = (
    0,
    1,
    -1,
    2,
    3,
    7,
    8,
    1000,
    10**9,
    2**70,
    0.5,
    -0.0,
    1e308,
    True,
    False,
    None,
)

values = st.one_of(
    *map(st.sampled_from, (NUMBERS, EXPRESSIONS, TEXTS)),
    st.text(max_size=8),
    st.integers(-4, 64),
    st.just([]),
    st.just({}),
)


@cache
def base(place: int) -> str:
    """A valid design as the text of its file."""
    if place < len(TEMPLATES):
        return dumps(gallery()[TEMPLATES[place]].document())
    return dumps(random_design(np.random.default_rng(5_000 + place)))


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """The text of a file: a valid design with one to four things changed."""
    design = json.loads(base(draw(st.integers(0, len(TEMPLATES) + RANDOM_DESIGNS - 1))))
    for _ in range(draw(st.integers(1, 4))):
        bodies = [design, *design.get("definitions", {}).values()]
        body = bodies[draw(st.integers(0, len(bodies) - 1))]
        draw(st.sampled_from(DAMAGES))(draw, design, body)
    return json.dumps(design)


def _node(draw, body) -> dict:
    nodes = body["nodes"]
    return nodes[draw(st.integers(0, len(nodes) - 1))] if nodes else {}


def _set_parameter(draw, design, body):
    node = _node(draw, body)
    block = catalog().get(str(node.get("block")))
    own = list(block.parameters) if block else []
    name = draw(st.sampled_from([*own, *own, *own, *NAMES]))
    node.setdefault(draw(st.sampled_from(["params", "params", "first"])), {})[name] = (
        draw(values)
    )


def _set_field(draw, design, body):
    node = _node(draw, body)
    key = draw(st.sampled_from(["name", "repeat", "muted", "block", "id", "at"]))
    node[key] = draw(values)


def _mute(draw, design, body):
    node = _node(draw, body)
    node["muted"] = not node.get("muted", False)


def _repeat(draw, design, body):
    node = _node(draw, body)
    node["repeat"] = draw(
        st.sampled_from([1, 2, 3, "=depth", "=width", "=repeats", "=i"])
    )


def _rename(draw, design, body):
    _node(draw, body)["name"] = draw(st.sampled_from([*NAMES, *_prefixes(body)]))


def _prefixes(body) -> list[str]:
    """Names that layers in the nodes have."""
    parts = ("conv", "bn", "relu", "1", "2", "add")
    return [f"{node['name']}_{part}" for node in body["nodes"] for part in parts]


def _change_block(draw, design, body):
    ids = [*catalog(), *design.get("definitions", {}), "conv_bm", "Conv3D"]
    _node(draw, body)["block"] = draw(st.sampled_from(ids))


def _add_node(draw, design, body):
    ids = [*catalog(), *design.get("definitions", {})]
    number = len(body["nodes"])
    node = {
        "id": f"new{number}",
        "name": f"new{number}",
        "block": draw(st.sampled_from(ids)),
    }
    source = _node(draw, body).get("id")
    body["nodes"].append(node)
    if source:
        body["edges"].append([source, node["id"]])


def _remove_node(draw, design, body):
    node = _node(draw, body)
    body["nodes"] = [other for other in body["nodes"] if other is not node]
    if draw(st.booleans()):
        id = node.get("id")
        body["edges"] = [
            edge
            for edge in body["edges"]
            if id not in (str(edge[0]).split(":")[0], str(edge[1]).split(":")[0])
        ]


def _remove_edge(draw, design, body):
    if body["edges"]:
        del body["edges"][draw(st.integers(0, len(body["edges"]) - 1))]


def _move_edge(draw, design, body):
    if body["edges"]:
        edge = body["edges"][draw(st.integers(0, len(body["edges"]) - 1))]
        end = draw(st.integers(0, 1))
        port = draw(
            st.sampled_from(["", ":", ":x", ":b", ":skip", ":port1", ":result1"])
        )
        edge[end] = f"{_node(draw, body).get('id', 'n1')}{port}"


def _set_variable(draw, design, body):
    variables = body.setdefault("variables" if body is design else "parameters", {})
    name = draw(st.sampled_from([*variables, *NAMES]))
    variables[name] = {"value": draw(values)}
    if draw(st.booleans()):
        variables[name]["note"] = draw(st.sampled_from(TEXTS))
    if draw(st.booleans()):  # used at once
        node = _node(draw, body)
        node.setdefault("params", {})["filters"] = f"=8 * {name}"


def _rename_variable(draw, design, body):
    variables = body.get("variables" if body is design else "parameters", {})
    if variables:
        old = draw(st.sampled_from(sorted(variables)))
        new = draw(st.sampled_from(NAMES))
        variables[new] = variables.pop(old)
        for node in body["nodes"]:
            for values in (node, node.get("params", {}), node.get("first", {})):
                for key, value in values.items():
                    if old and isinstance(value, str) and value.startswith("="):
                        values[key] = value.replace(old, new)


def _set_text(draw, design, body):
    key = draw(st.sampled_from(["name", "title", "note"]))
    body[key] = draw(st.one_of(st.sampled_from(TEXTS), st.text(max_size=20)))


def _rename_definition(draw, design, body):
    definitions = design.get("definitions", {})
    if definitions:
        old = draw(st.sampled_from(sorted(definitions)))
        new = draw(st.sampled_from([*NAMES, *list(catalog())[:5]]))
        definitions[new] = definitions.pop(old)
        for each in [design, *definitions.values()]:
            for node in each["nodes"]:
                if node.get("block") == old:
                    node["block"] = new


DAMAGES = (
    *(_set_parameter, _set_field, _mute, _repeat, _rename, _change_block, _add_node),
    *(_remove_node, _remove_edge, _move_edge, _set_variable, _rename_variable),
    *(_set_text, _rename_definition),
)


def check_damaged(text: str) -> Document | None:
    """Open a file, analyse it, apply its repairs, write its code; the document, or None if it does not open."""
    try:
        document = loads(text)
    except FileError:
        return None
    analysis = analyse(document)
    issues_text(analysis)  # with the repairs of all issues
    summary_text(analysis)
    json.dumps(summary(analysis))
    check_code(analysis)
    for issue in analysis.issues[:ISSUES]:
        for repair in issue.repairs[:REPAIRS]:
            check_code(analyse(repair.edit(document), analysis))
    return document


def check_code(analysis: Analysis) -> None:
    """A design without errors is code that the export runs."""
    if analysis.document.nodes and not analysis.errors:
        source = generate(analysis).source
        check_source(source)
        compile(source, "network.py", "exec")
        source.encode()
        json.dumps(expected(analysis))
