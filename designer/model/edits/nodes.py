"""Edits of nodes and of what the design holds besides: names, parameters, variables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace

from designer.model.document import (
    EMPTY,
    Document,
    Edge,
    Node,
    Scalar,
    is_expression,
)
from designer.model.edits.naming import TakenNames, check_name, first_free_id
from designer.model.edits.refusal import Refusal, node_of, signature_of
from designer.model.rules import did_you_mean, repeat_fault, value_fault
from designer.model.signature import Catalog
from designer.model.substitution import names_in, substitute
from designer.model.syntax import ExpressionError


def add_node(
    document: Document,
    block: str,
    *,
    catalog: Catalog,
    name: str | None = None,
    at: tuple[float, float] = (0.0, 0.0),
    params: Mapping[str, Scalar] = EMPTY,
    repeat: int | str = 1,
    first: Mapping[str, Scalar] = EMPTY,
) -> tuple[Document, str]:
    """Add a node; without `name` it is called after its block.

    A block of the design follows the design's variables: in those of its parameters that had an expression over them
    where the block was made, and in those that are called like them.

    Returns the document and the new node's id.

    Raises:
        Refusal: unknown_block, unknown_parameter, invalid_value, invalid_name, duplicate_name.
    """
    check_params(document, block, {**params, **first}, catalog)
    _check_repeat(repeat)
    if name is None:
        name = TakenNames(document).free(block, repeat)
    check_name(document, name, repeat)
    id = f"n{first_free_id(document.nodes)}"
    params = {**followed(document, block), **params}
    node = Node(id, block, name, at, params, repeat, first)
    return with_nodes(document, node), id


def followed(document: Document, block: str) -> dict[str, Scalar]:
    """What a new use of a block of the design passes, so that it follows the design's variables."""
    definition = document.definitions.get(block)
    own = definition.body.variables if definition else EMPTY
    given = {name: v for name, v in own.items() if not is_expression(v.value)}
    found: dict[str, Scalar] = {n: f"={n}" for n in given if n in document.variables}
    for name, variable in given.items():
        used = names_in(variable.follows)
        others = used & given.keys() - {name}
        inner = {other: found.get(other, given[other].value) for other in others}
        if not used or not used - others <= document.variables.keys():
            continue
        with suppress(ExpressionError):  # too long with the values in it
            value = substitute(variable.follows, inner)
            if names_in(value):
                found[name] = value
    return found


def remove_nodes(
    document: Document, ids: Iterable[str], *, heal: bool = False
) -> Document:
    """Remove nodes and their wires.

    Args:
        heal: where a node has one wire in and wires out of one port, let its source feed what it fed.
    """
    gone = {node_of(document, id).id for id in ids}
    if not gone:
        return document
    edges = document.edges
    for id in sorted(gone) if heal else ():
        edges = _healed(edges, id)
    return replace(
        document,
        nodes={id: node for id, node in document.nodes.items() if id not in gone},
        edges=tuple(e for e in edges if e.source not in gone and e.target not in gone),
    )


def move_nodes(
    document: Document, positions: Mapping[str, tuple[float, float]]
) -> Document:
    """Put nodes elsewhere; frames and notes too, by their ids. Raises Refusal: unknown_node."""
    frames = tuple(replace(f, at=positions.get(f.id, f.at)) for f in document.frames)
    notes = tuple(replace(n, at=positions.get(n.id, n.at)) for n in document.notes)
    others = {frame.id for frame in frames} | {note.id for note in notes}
    moved = with_nodes(
        document,
        *(
            replace(node_of(document, id), at=at)
            for id, at in positions.items()
            if id not in others
        ),
    )
    if (frames, notes) == (document.frames, document.notes):
        return moved
    return replace(moved, frames=frames, notes=notes)


def rename_node(document: Document, id: str, name: str) -> Document:
    """Give a node another name.

    Raises:
        Refusal: unknown_node, invalid_name, duplicate_name.
    """
    node = node_of(document, id)
    check_name(document, name, node.repeat, but=id)
    return with_nodes(document, replace(node, name=name))


def set_params(
    document: Document,
    id: str,
    changes: Mapping[str, Scalar | None],
    *,
    catalog: Catalog,
    first: bool = False,
) -> Document:
    """Set parameters of a node; None goes back to the default.

    Args:
        first: set what the first copy of a repeated row has instead.

    Raises:
        Refusal: unknown_node, unknown_block, unknown_parameter, invalid_value.
    """
    node = node_of(document, id)
    check_params(document, node.block, changes, catalog)
    old = node.first if first else node.params
    new = {k: v for k, v in {**old, **changes}.items() if v is not None}
    changed = replace(node, first=new) if first else replace(node, params=new)
    return with_nodes(document, changed)


def set_repeat(
    document: Document,
    id: str,
    repeat: int | str,
    first: Mapping[str, Scalar] | None = None,
    *,
    catalog: Catalog | None = None,
) -> Document:
    """Repeat a row; `repeat` may be an expression.

    Args:
        first: what the first copy has instead; None leaves that as it is.
        catalog: where given, `first` may name only parameters of the block.

    Raises:
        Refusal: unknown_node, invalid_value, duplicate_name, unknown_block, unknown_parameter.
    """
    node = node_of(document, id)
    _check_repeat(repeat)
    check_name(document, node.name, repeat, but=id)
    if first is not None and catalog is not None:
        check_params(document, node.block, first, catalog)
    first = node.first if first is None else first
    return with_nodes(document, replace(node, repeat=repeat, first=first))


def with_nodes(document: Document, *nodes: Node) -> Document:
    """The document with these nodes added, or in place of those of the same id; itself if nothing differs."""
    # by their text, since 24 == 24.0 and 1 == True, but files and blocks tell them apart
    if all(repr(document.nodes.get(node.id)) == repr(node) for node in nodes):
        return document
    return replace(
        document, nodes={**document.nodes, **{node.id: node for node in nodes}}
    )


def rename_document(document: Document, name: str) -> Document:
    """Give the design another title: any text in one line."""
    title = " ".join(name.split())
    if not title:
        raise Refusal("invalid_name", "a design needs a name")
    return document if title == document.name else replace(document, name=title)


def _healed(edges: tuple[Edge, ...], id: str) -> tuple[Edge, ...]:
    """The wires with those around one node bridged, each in its target's order."""
    into = [edge for edge in edges if edge.target == id]
    ports = {edge.source_port for edge in edges if edge.source == id}
    if len(into) != 1 or len(ports) != 1:
        return edges
    bridge = into[0]
    healed = (
        replace(edge, source=bridge.source, source_port=bridge.source_port)
        if edge.source == id
        else edge
        for edge in edges
        if edge is not bridge
    )
    return tuple(dict.fromkeys(healed))


def check_params(
    document: Document,
    block: str,
    values: Mapping[str, Scalar | None],
    catalog: Catalog,
) -> None:
    """Raises Refusal unless a block takes these parameters; None stands for a default."""
    known = signature_of(document, block, catalog).parameters
    for name, value in values.items():
        if name not in known:
            hint = did_you_mean(name, sorted(known))
            raise Refusal(
                "unknown_parameter", f"'{block}' has no parameter '{name}'{hint}"
            )
        if value is not None and (fault := value_fault(value)):
            raise Refusal("invalid_value", f"{name} {fault}")


def _check_repeat(repeat: int | str) -> None:
    if fault := repeat_fault(repeat):
        raise Refusal("invalid_value", f"the repeat count {str(repeat)[:30]} {fault}")
