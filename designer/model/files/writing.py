"""A document as canonical text: one node a line, one variable a line, the wires into one node on a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import TypeVar

from designer.model.document import (
    JSON,
    Definition,
    Document,
    Edge,
    Frame,
    Node,
    Note,
    Variable,
)
from designer.model.files.format import FORMAT

Part = TypeVar("Part")

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


class Lines:
    """The texts of the nodes and wires that were written last.

    A design that has changed little since is written in a tenth of the time: whatever writes while someone works
    keeps one of these.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, str]] = {}
        self._written: dict[int, tuple[object, str]] = {}

    def of(self, part: Part, written: Callable[[Part], str]) -> str:
        """The text of a part, as it was written last or as `written` gives it."""
        known = self._known.get(id(part))
        if known is None or known[0] is not part:
            known = part, written(part)
        self._written[id(part)] = known
        return known[1]

    def end(self) -> None:
        """A document has been written: parts that it does not have are forgotten."""
        self._known, self._written = self._written, {}


def dumps(document: Document, lines: Lines | None = None) -> str:
    """The document as the text of a file: the same document always gives the same text.

    Args:
        lines: of the last time that a version of the document was written.
    """
    lines = lines or Lines()
    major, minor = document.version
    version = f"{major}.{minor}" if minor else major
    head = {"format": FORMAT, "version": version, "name": document.name}
    parts = [json_text(head)[1:-1], *_body(document, "variables", "\n ", lines)]
    lines.end()
    if document.definitions:
        parts.append(definitions(document.definitions))
    parts.extend(_pairs(document.extra))
    return "{" + ",\n ".join(parts) + "}\n"


def definitions(blocks: Mapping[str, Definition]) -> str:
    """The field of a file that holds the user's blocks, an inner node a line."""
    lines = (f"{json_text(id)}: {_definition(block)}" for id, block in blocks.items())
    return '"definitions": {\n  ' + ",\n  ".join(lines) + "}"


def _definition(block: Definition) -> str:
    head = {"title": block.title, **({"note": block.note} if block.note else {})}
    body = _body(block.body, "parameters", "\n   ", Lines())
    return (
        "{" + ",\n   ".join([json_text(head)[1:-1], *body, *_pairs(block.extra)]) + "}"
    )


def _body(document: Document, variables: str, line: str, lines: Lines) -> Iterator[str]:
    """The fields that a design and a block's body have alike; `line` begins one at their depth."""
    deeper = f"{line} "
    if document.variables:
        values = {k: _variable(v) for k, v in document.variables.items()}
        entries = f",{deeper}".join(_pairs(values))
        yield f'"{variables}": {{{deeper}{entries}}}'
    nodes = (lines.of(node, _node_text) for node in document)
    yield f'"nodes": {_list(nodes, deeper)}'
    yield f'"edges": {_list(_edge_lines(document.edges, lines), deeper)}'
    if document.frames:
        frames = (json_text(_frame(frame)) for frame in document.frames)
        yield f'"frames": {_list(frames, deeper)}'
    if document.notes:
        notes = (json_text(_note(note)) for note in document.notes)
        yield f'"notes": {_list(notes, deeper)}'


def _variable(variable: Variable) -> dict[str, JSON]:
    limits = {
        "min": variable.minimum,
        "max": variable.maximum,
        "step": variable.step,
        "note": variable.note or None,
        "follows": variable.follows or None,
    }
    given = {k: v for k, v in limits.items() if v is not None}
    return {"value": variable.value, **given, **variable.extra}


def _node_text(node: Node) -> str:
    return json_text(_node(node))


def _node(node: Node) -> dict[str, JSON]:
    found: dict[str, JSON] = {"id": node.id, "block": node.block, "name": node.name}
    found["at"] = _position(node.at)
    if node.repeat != 1:
        found["repeat"] = node.repeat
    if node.first:
        found["first"] = dict(node.first)
    if node.params:
        found["params"] = dict(node.params)
    if node.muted:
        found["muted"] = True
    if node.collapsed:
        found["collapsed"] = True
    return {**found, **_colour(node.colour), **node.extra}


def _frame(frame: Frame) -> dict[str, JSON]:
    return {
        "id": frame.id,
        "title": frame.title,
        "at": _position(frame.at),
        "size": _position(frame.size),
        **_colour(frame.colour),
        **frame.extra,
    }


def _note(note: Note) -> dict[str, JSON]:
    return {
        "id": note.id,
        "text": note.text,
        "at": _position(note.at),
        "size": _position(note.size),
        **_colour(note.colour),
        **note.extra,
    }


def _colour(colour: str) -> dict[str, JSON]:
    return {"colour": colour} if colour else {}


def _edge_lines(edges: tuple[Edge, ...], lines: Lines) -> Iterable[str]:
    for _, wires in groupby(edges, key=lambda edge: edge.target):
        yield ", ".join(lines.of(edge, _edge_text) for edge in wires)


def _edge_text(edge: Edge) -> str:
    return json_text(_edge(edge))


def _edge(edge: Edge) -> list[JSON]:
    ends = [_end(edge.source, edge.source_port), _end(edge.target, edge.target_port)]
    via = {"via": [_position(at) for at in edge.via]} if edge.via else {}
    more = {**via, **edge.extra}
    return [*ends, more] if more else ends


def _end(node: str, port: str) -> str:
    return f"{node}:{port}" if port else node


def _position(at: tuple[float, float]) -> list[float]:
    """Whole coordinates written whole."""
    return [int(x) if x == int(x) else x for x in at]


def _list(lines: Iterable[str], line: str) -> str:
    body = f",{line}".join(lines)
    return f"[{line}{body}]" if body else "[]"


def _pairs(entries: Mapping[str, JSON]) -> list[str]:
    return [f"{json_text(key)}: {json_text(value)}" for key, value in entries.items()]


def json_text(value: JSON) -> str:
    """A value in one line."""
    return _ENCODER.encode(value)
