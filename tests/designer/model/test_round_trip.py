"""Any design is in its file as it is: the file is read, and it is the design."""

from __future__ import annotations

import keyword
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from designer.model.document import (
    Definition,
    Document,
    Edge,
    Frame,
    Node,
    Note,
    Variable,
)
from designer.model.files import dumps, loads

NUMBERS = st.integers(-(2**62), 2**62) | st.floats(
    allow_nan=False, allow_infinity=False
)
SCALARS = NUMBERS | st.booleans() | st.sampled_from(["relu", "=8 * alpha", "轻", ""])
NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,3}", fullmatch=True).filter(
    lambda name: not keyword.iskeyword(name)
)
REPEATS = st.integers(1, 4) | st.just("=round_repeats(alpha)")
POSITIONS = st.tuples(st.integers(-999, 999), st.floats(-999, 999))

JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=3)
    ),
    max_leaves=6,
)
KNOWN = {"format", "version", "name", "variables", "nodes", "edges", "frames"}
KNOWN |= {"definitions", "id", "block", "at", "repeat", "first", "params"}
KNOWN |= {"value", "min", "max", "step", "note", "notes", "muted", "collapsed"}
KNOWN |= {"colour", "via", "title", "text", "size", "parameters", "edges"}
EXTRA = st.dictionaries(
    st.text(st.characters(codec="utf-8")).filter(lambda key: key not in KNOWN),
    JSON,
    max_size=2,
)
TEXT = st.text(st.characters(codec="utf-8"), min_size=1)


COLOURS = st.sampled_from(["", "#4a90d9", "#FFFFFF"])
SIZES = st.tuples(st.integers(1, 999), st.floats(0.5, 999))
VIA = st.lists(POSITIONS, max_size=2).map(tuple)
VARIABLES = st.dictionaries(
    NAMES.filter(lambda name: name != "name"),
    st.builds(
        Variable,
        SCALARS,
        minimum=st.none() | NUMBERS,
        note=TEXT | st.just(""),
        extra=EXTRA,
    ),
    max_size=2,
)


def laid_out(kind: type, prefix: str) -> st.SearchStrategy:
    """Frames or notes under ids of their own."""
    drawn = st.tuples(TEXT | st.just(""), POSITIONS, SIZES, COLOURS, EXTRA)
    return st.lists(drawn, max_size=2).map(
        lambda found: tuple(kind(f"{prefix}{i}", *more) for i, more in enumerate(found))
    )


@st.composite
def bodies(draw: st.DrawFn, blocks: st.SearchStrategy[str]) -> Document:
    """What a design and a block have alike."""
    names = draw(st.lists(NAMES, unique=True, max_size=4))
    ids = [f"n{i}" for i in range(len(names))]
    nodes = [
        Node(
            id=id,
            block=draw(blocks),
            name=name,
            at=draw(POSITIONS),
            params=draw(st.dictionaries(TEXT, SCALARS, max_size=3)),
            repeat=draw(REPEATS),
            first=draw(st.dictionaries(TEXT, SCALARS, max_size=2)),
            muted=draw(st.booleans()),
            collapsed=draw(st.booleans()),
            colour=draw(COLOURS),
            extra=draw(EXTRA),
        )
        for id, name in zip(ids, names, strict=True)
    ]
    pairs = [(a, b) for b in range(len(ids)) for a in range(b)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    ports = st.from_regex(r"[a-z]{0,3}", fullmatch=True)
    return Document(
        name=draw(TEXT),
        variables=draw(VARIABLES),
        nodes={node.id: node for node in nodes},
        edges=tuple(
            Edge(ids[a], ids[b], draw(ports), draw(ports), draw(VIA), draw(EXTRA))
            for a, b in chosen
        ),
        frames=draw(laid_out(Frame, "f")),
        notes=draw(laid_out(Note, "t")),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    # each block may hold those before it
    blocks = draw(st.lists(NAMES, unique=True, max_size=2))
    definitions: dict[str, Definition] = {}
    for id in blocks:
        known = st.sampled_from(["conv", *definitions])
        body = draw(bodies(known))
        definitions[id] = Definition(draw(TEXT), body, draw(TEXT), draw(EXTRA))
    return replace(
        draw(bodies(TEXT | st.sampled_from(["conv", *definitions]))),
        definitions=definitions,
        version=(1, draw(st.integers(0, 12))),
        extra=draw(EXTRA),
    )


@given(documents())
@settings(max_examples=30, deadline=None)
def test_any_document_survives_its_file(document):
    text = dumps(document)
    again = loads(text)
    assert again == document
    assert dumps(again) == text
    for edge, kept in zip(document.edges, again.edges, strict=True):
        assert (edge.via, edge.extra) == (kept.via, kept.extra)
    for id, node in document.nodes.items():  # types too: 24 stays 24, 24.0 stays 24.0
        assert repr(again.nodes[id].params) == repr(node.params)
        assert repr(again.nodes[id].first) == repr(node.first)
