"""Text to document. Every field is looked at before anything is built, and a complaint says where it stands."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from designer.model.document import (
    JSON,
    Document,
    Edge,
    Node,
    Scalar,
    Variable,
    is_expression,
)
from designer.model.files.format import FORMAT, MAX_DEPTH, VERSION, FileError
from designer.model.graph import find_cycle
from designer.model.rules import name_fault, number_fault, repeat_fault, value_fault

Check = Callable[[Any], str | None]
FARTHEST = 10_000_000  # pixels; beyond, a canvas cannot draw


def loads(text: str) -> Document:
    """The document that a file's text describes. Blocks need not be known.

    Raises:
        FileError: with where the text is wrong and how.
    """
    design = _Object(_parse(text), "the design")
    if design.rest.pop("format", None) != FORMAT:
        raise FileError(f"this is no Channelwise design: 'format' is not '{FORMAT}'")
    version = _version(design.rest.pop("version", None))
    try:
        return _document(design, version)
    except FileError as error:
        if version[0] == VERSION[0]:
            raise
        raise FileError(
            f"this design is of format {version[0]}, newer than this program's {VERSION[0]}: {error}"
        ) from None


def _document(design: _Object, version: tuple[int, int]) -> Document:
    nodes = [
        _node(_Object(value, f"nodes[{index}]"))
        for index, value in enumerate(design.take("nodes", _list))
    ]
    _once(((node.id, f"nodes[{i}]") for i, node in enumerate(nodes)), "id")
    _once(((node.name, f"nodes[{i}]") for i, node in enumerate(nodes)), "name")
    by_id = {node.id: node for node in nodes}
    edges = tuple(
        _edge(value, f"edges[{index}]", by_id)
        for index, value in enumerate(design.take("edges", _list, []))
    )
    _once(((edge, f"edges[{i}]") for i, edge in enumerate(edges)), "wire")
    variables = design.take("variables", _mapping, {})
    document = Document(
        name=design.take("name", _text, "untitled"),
        variables={k: _variable(k, v) for k, v in variables.items()},
        nodes=by_id,
        edges=edges,
        frames=tuple(design.take("frames", _list, [])),
        definitions=design.take("definitions", _mapping, {}),
        version=version,
        extra=design.rest,
    )
    if cycle := find_cycle(document):
        path = " -> ".join(by_id[id].name for id in cycle)
        raise FileError(f"the wires close a cycle: {path}")
    return document


def _node(node: _Object) -> Node:
    return Node(
        id=node.take("id", _id),
        block=node.take("block", _text),
        name=node.take("name", name_fault),
        at=tuple(node.take("at", _position, (0.0, 0.0))),
        repeat=node.take("repeat", repeat_fault, 1),
        first=node.scalars("first"),
        params=node.scalars("params"),
        extra=node.rest,
    )


def _variable(name: str, value: JSON) -> Variable:
    variable = _Object(value, f"variables.{name}")
    if fault := name_fault(name):
        raise FileError(f"the variable '{name}' {fault}")
    return Variable(
        value=variable.take("value", _number_or_expression),
        minimum=variable.take("min", number_fault, None),
        maximum=variable.take("max", number_fault, None),
        step=variable.take("step", number_fault, None),
        note=variable.take("note", _text, ""),
        extra=variable.rest,
    )


def _edge(value: JSON, where: str, nodes: Mapping[str, Node]) -> Edge:
    extra: dict[str, JSON] = {}
    match value:
        case [str() as source, str() as target]:
            pass
        case [str() as source, str() as target, dict() as extra]:
            pass
        case _:
            raise FileError(
                f'{where} is {_shown(value)}; a wire is written ["n1", "n2:port"]'
            )
    ends = [end.partition(":") for end in (source, target)]
    for node, _, _ in ends:
        if node not in nodes:
            raise FileError(f"{where} names node '{node}', which does not exist")
    (source, _, source_port), (target, _, target_port) = ends
    return Edge(source, target, source_port, target_port, extra)


class _Object:
    """A JSON object that is being read: what has been taken, and in `rest` what no one knows."""

    def __init__(self, value: JSON, where: str) -> None:
        if not isinstance(value, dict):
            raise FileError(f"{where} is {_shown(value)}, not an object")
        self.rest: dict[str, JSON] = dict(value)
        self.where = where

    def take(self, key: str, fault_of: Check, *default: Any) -> Any:
        """The field, checked; without a default it must be there."""
        if key not in self.rest:
            if default:
                return default[0]
            raise FileError(f"{self.where} has no '{key}'")
        value = self.rest.pop(key)
        if fault := fault_of(value):
            raise FileError(f"{self._path(key)} is {_shown(value)}: it {fault}")
        return value

    def scalars(self, key: str) -> dict[str, Scalar]:
        """A field that holds parameters."""
        values: dict[str, Scalar] = self.take(key, _mapping, {})
        for name, value in values.items():
            if fault := value_fault(value):
                path = f"{self._path(key)}.{name}"
                raise FileError(f"{path} is {_shown(value)}: it {fault}")
        return values

    def _path(self, key: str) -> str:
        return key if self.where == "the design" else f"{self.where}.{key}"


def _text(value: JSON) -> str | None:
    return None if isinstance(value, str) and value else "should be text"


def _list(value: JSON) -> str | None:
    return None if isinstance(value, list) else "should be a list"


def _mapping(value: JSON) -> str | None:
    return None if isinstance(value, dict) else "should be an object"


def _id(value: JSON) -> str | None:
    good = isinstance(value, str) and re.fullmatch(r"[^:\s]{1,100}", value)
    return None if good else "should be a short word, without ':', such as 'n1'"


def _position(value: JSON) -> str | None:
    if isinstance(value, list) and len(value) == 2:
        numbers = all(number_fault(x) is None for x in value)
        if numbers and all(abs(x) <= FARTHEST for x in value):
            return None
    return f"should be two numbers of at most {FARTHEST:,}, such as [420, 80]"


def _number_or_expression(value: JSON) -> str | None:
    return None if is_expression(value) else number_fault(value)


def _version(value: JSON) -> tuple[int, int]:
    found = re.fullmatch(r"([1-9]\d{0,5})(?:\.(\d{1,6}))?", str(value))
    if not isinstance(value, (int, str)) or not found:
        raise FileError(f"'version' is {_shown(value)}; it should be 1, or \"1.2\"")
    return int(found[1]), int(found[2] or 0)


def _once(entries: Iterable[tuple[Any, str]], what: str) -> None:
    seen: dict[Any, str] = {}
    for value, where in entries:
        if value in seen:
            shown = "" if what == "wire" else f" '{value}'"
            raise FileError(f"{where} has the same {what}{shown} as {seen[value]}")
        seen[value] = where


def _parse(text: str) -> JSON:
    if not text.strip():
        raise FileError("it is empty")
    try:
        value = json.loads(text, object_pairs_hook=_pairs, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise FileError(f"{place}: not JSON: {error.msg}") from None
    except RecursionError:
        raise FileError(f"it nests more than {MAX_DEPTH} deep") from None
    except ValueError as error:
        if isinstance(error, FileError):
            raise
        raise FileError("it holds a number with thousands of digits") from None
    _check_depth_and_values(value)
    return value


def _pairs(pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise FileError(f"an object has the key '{twice}' twice")
    return found


def _no_constant(name: str) -> JSON:
    raise FileError(f"it holds {name}, which is not JSON")


def _check_depth_and_values(value: JSON) -> None:
    """What JSON allows and a file cannot hold again: endless nesting, 1e999, half a surrogate pair."""
    stack = [(value, 1)]
    while stack:
        value, depth = stack.pop()
        if depth > MAX_DEPTH:
            raise FileError(f"it nests more than {MAX_DEPTH} deep")
        if isinstance(value, dict):
            stack.extend((key, depth) for key in value)
            stack.extend((entry, depth + 1) for entry in value.values())
        elif isinstance(value, list):
            stack.extend((entry, depth + 1) for entry in value)
        elif isinstance(value, float) and not math.isfinite(value):
            raise FileError("it holds a number that is too large")
        elif isinstance(value, str) and re.search("[\ud800-\udfff]", value):
            raise FileError("a text in it holds half of a character (a lone surrogate)")


def _shown(value: JSON) -> str:
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list) and len(value) > 4:
        return "a list"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:60]}..."
