"""Text to document: blocks need not be known, and what a newer minor version adds is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from designer.model.bounds import MAX_NESTING, content_fault, expressions_fault
from designer.model.definitions import (
    definition_cycle,
    definition_fault,
    nesting,
)
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
from designer.model.files import fields
from designer.model.files.fields import Fields
from designer.model.files.format import FORMAT, VERSION, FileError
from designer.model.graph import find_cycle
from designer.model.rules import (
    colour_fault,
    name_fault,
    number_fault,
    place_fault,
    repeat_fault,
    size_fault,
    value_fault,
)
from designer.model.wording import path


def loads(text: str) -> Document:
    """The document that a file's text describes.

    Raises:
        FileError: with where the text is wrong and how.
    """
    value = fields.parse(text)
    if not isinstance(value, dict):
        raise FileError(f"the design is {fields.shown(value)}, not an object")
    if fault := content_fault(value):
        raise FileError(fault)
    design = Fields(value, "")
    if design.rest.pop("format", None) != FORMAT:
        raise FileError(f"this is no Channelwise design: 'format' is not '{FORMAT}'")
    version = fields.version(design.rest.pop("version", None))
    try:
        return _document(design, version)
    except FileError as error:
        if version[0] == VERSION[0]:
            raise
        raise FileError(
            f"this design is of format {version[0]}, newer than this program's {VERSION[0]}: {error}"
        ) from None


def definitions(design: Fields) -> dict[str, Definition]:
    """The blocks that a design or a block file brings, sound in themselves and among themselves."""
    values = design.take("definitions", fields.mapping, {})
    found = {
        id: definition(Fields(value, design.path(f"definitions.{id}")), id)
        for id, value in values.items()
    }
    if cycle := definition_cycle(found):
        raise FileError(f"blocks hold each other: {path(cycle)}")
    if (depth := nesting(found)) > MAX_NESTING:
        raise FileError(
            f"blocks nest {depth:,} deep in each other; at most {MAX_NESTING} are possible"
        )
    return found


def definition(block: Fields, id: str) -> Definition:
    """One block that the user made."""
    made = Definition(
        title=block.take("title", fields.word),
        note=block.take("note", fields.text, ""),
        body=Document(**_body(block, "parameters")),
        extra=block.rest,
    )
    if fault := definition_fault(id, made):
        raise FileError(f"{block.where}: {fault}")
    return made


def _document(design: Fields, version: tuple[int, int]) -> Document:
    document = Document(
        name=design.take("name", fields.word, "untitled"),
        **_body(design, "variables"),
        definitions=definitions(design),
        version=version,
        extra=design.rest,
    )
    bodies = [definition.body for definition in document.definitions.values()]
    if fault := expressions_fault([document, *bodies]):
        raise FileError(fault)
    return document


def _body(design: Fields, variables: str) -> dict[str, Any]:
    """What a design and a block's body have alike, as a document's arguments."""
    where = f"{design.where}: " if design.where else ""
    nodes = [(_node(Fields(value, at)), at) for value, at in design.listed("nodes")]
    fields.once(((node.id, at) for node, at in nodes), "id")
    fields.once(((node.name, at) for node, at in nodes), "name")
    by_id = {node.id: node for node, _ in nodes}
    edges = [(_edge(value, at, by_id), at) for value, at in design.listed("edges", [])]
    fields.once(edges, "wire")
    frames = [(_frame(Fields(v, at)), at) for v, at in design.listed("frames", [])]
    notes = [(_note(Fields(v, at)), at) for v, at in design.listed("notes", [])]
    fields.once(((frame.id, at) for frame, at in frames), "id")
    fields.once(((note.id, at) for note, at in notes), "id")
    wired = tuple(edge for edge, _ in edges)
    if cycle := find_cycle(Document(nodes=by_id, edges=wired)):
        shown = path([by_id[id].name for id in cycle])
        raise FileError(f"{where}the wires close a cycle: {shown}")
    values = design.take(variables, fields.mapping, {})
    return {
        "variables": {
            name: _variable(name, design.path(variables), value)
            for name, value in values.items()
        },
        "nodes": by_id,
        "edges": wired,
        "frames": tuple(frame for frame, _ in frames),
        "notes": tuple(note for note, _ in notes),
    }


def _node(node: Fields) -> Node:
    return Node(
        id=node.take("id", fields.identity),
        block=node.take("block", fields.word),
        name=node.take("name", name_fault),
        at=tuple(node.take("at", place_fault, (0.0, 0.0))),
        repeat=node.take("repeat", repeat_fault, 1),
        first=node.scalars("first"),
        params=node.scalars("params"),
        muted=node.take("muted", fields.flag, False),
        collapsed=node.take("collapsed", fields.flag, False),
        colour=node.take("colour", colour_fault, ""),
        extra=node.rest,
    )


def _variable(name: str, where: str, value: JSON) -> Variable:
    if fault := name_fault(name):
        raise FileError(f"{where}: '{name}' {fault}")
    variable = Fields(value, f"{where}.{name}")
    return Variable(
        value=variable.take("value", value_fault),
        minimum=variable.take("min", number_fault, None),
        maximum=variable.take("max", number_fault, None),
        step=variable.take("step", number_fault, None),
        note=variable.take("note", fields.text, ""),
        follows=variable.take("follows", fields.text, ""),
        extra=variable.rest,
    )


def _edge(value: JSON, where: str, nodes: Mapping[str, Node]) -> Edge:
    rest = Fields({}, where)
    match value:
        case [str() as source, str() as target]:
            pass
        case [str() as source, str() as target, dict() as more]:
            rest = Fields(more, where)
        case _:
            raise FileError(
                f'{where} is {fields.shown(value)}; a wire is written ["n1", "n2:port"]'
            )
    ends = [end.partition(":") for end in (source, target)]
    for node, _, _ in ends:
        if node not in nodes:
            raise FileError(f"{where} names node '{node}', which does not exist")
    via = tuple(tuple(at) for at in rest.take("via", fields.positions, []))
    (source, _, source_port), (target, _, target_port) = ends
    return Edge(source, target, source_port, target_port, via, rest.rest)


def _frame(frame: Fields) -> Frame:
    return Frame(
        id=frame.take("id", fields.identity),
        title=frame.take("title", fields.title),
        at=tuple(frame.take("at", place_fault)),
        size=tuple(frame.take("size", size_fault)),
        colour=frame.take("colour", colour_fault, ""),
        extra=frame.rest,
    )


def _note(note: Fields) -> Note:
    return Note(
        id=note.take("id", fields.identity),
        text=note.take("text", fields.text),
        at=tuple(note.take("at", place_fault)),
        size=tuple(note.take("size", size_fault)),
        colour=note.take("colour", colour_fault, ""),
        extra=note.rest,
    )
