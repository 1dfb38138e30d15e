"""A document as canonical text: one node a line, one variable a line, the wires into one node on a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby

from designer.model.document import JSON, Document, Edge, Node, Variable
from designer.model.files.format import FORMAT


def dumps(document: Document) -> str:
    """The document as the text of a file: the same document always gives the same text."""
    major, minor = document.version
    version = f"{major}.{minor}" if minor else major
    head = {"format": FORMAT, "version": version, "name": document.name}
    parts = [_json(head)[1:-1]]
    if document.variables:
        variables = {k: _variable(v) for k, v in document.variables.items()}
        parts.append(f'"variables": {_object(variables)}')
    parts.append(f'"nodes": {_list(_json(_node(node)) for node in document)}')
    parts.append(f'"edges": {_list(_edge_lines(document.edges))}')
    if document.frames:
        parts.append(f'"frames": {_list(map(_json, document.frames))}')
    if document.definitions:
        parts.append(f'"definitions": {_object(dict(document.definitions))}')
    parts.extend(f"{_json(k)}: {_json(v)}" for k, v in document.extra.items())
    return "{" + ",\n ".join(parts) + "}\n"


def _variable(variable: Variable) -> dict[str, JSON]:
    limits = {
        "min": variable.minimum,
        "max": variable.maximum,
        "step": variable.step,
        "note": variable.note or None,
    }
    given = {k: v for k, v in limits.items() if v is not None}
    return {"value": variable.value, **given, **variable.extra}


def _node(node: Node) -> dict[str, JSON]:
    found: dict[str, JSON] = {"id": node.id, "block": node.block, "name": node.name}
    found["at"] = [int(x) if x == int(x) else x for x in node.at]
    if node.repeat != 1:
        found["repeat"] = node.repeat
    if node.first:
        found["first"] = dict(node.first)
    if node.params:
        found["params"] = dict(node.params)
    return {**found, **node.extra}


def _edge_lines(edges: tuple[Edge, ...]) -> Iterable[str]:
    for _, wires in groupby(edges, key=lambda edge: edge.target):
        yield ", ".join(_json(_edge(edge)) for edge in wires)


def _edge(edge: Edge) -> list[JSON]:
    ends = [_end(edge.source, edge.source_port), _end(edge.target, edge.target_port)]
    return [*ends, dict(edge.extra)] if edge.extra else ends


def _end(node: str, port: str) -> str:
    return f"{node}:{port}" if port else node


def _list(lines: Iterable[str]) -> str:
    body = ",\n  ".join(lines)
    return f"[\n  {body}]" if body else "[]"


def _object(entries: dict[str, JSON]) -> str:
    lines = (f"{_json(key)}: {_json(value)}" for key, value in entries.items())
    return "{\n  " + ",\n  ".join(lines) + "}"


def _json(value: JSON) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
