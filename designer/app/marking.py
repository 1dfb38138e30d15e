"""Edits of nodes, frames and notes together, as the hand makes them: move, delete, copy, colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from designer.app import rewiring
from designer.canvas.shown import MarkRef, Thing
from designer.model.document import Document, Edge
from designer.model.edits import (
    disconnect,
    remove_frame,
    remove_nodes,
    remove_note,
    set_frame,
    set_note,
)

Point = tuple[float, float]


def nodes_of(things: Iterable[Thing]) -> tuple[str, ...]:
    """Those that are nodes."""
    return tuple(thing for thing in things if not isinstance(thing, MarkRef))


def marks_of(things: Iterable[Thing]) -> tuple[MarkRef, ...]:
    """Those that are frames and notes."""
    return tuple(thing for thing in things if isinstance(thing, MarkRef))


def ids_of(things: Iterable[Thing]) -> list[str]:
    """The ids of all of them, as edits that take any of them want them."""
    return [thing.id if isinstance(thing, MarkRef) else thing for thing in things]


def move(document: Document, places: Mapping[Thing, Point]) -> Document:
    """Put things elsewhere; wires among nodes that move together take their dots along."""
    document = rewiring.carry_dots(
        document, {id: places[id] for id in nodes_of(places)}
    )
    for mark in marks_of(places):
        document = reshape(document, mark, at=places[mark])
    return document


def reshape(
    document: Document, mark: MarkRef, *, at: Point, size: Point | None = None
) -> Document:
    """Put a frame or note elsewhere, in another size."""
    edit = set_frame if mark.kind == "frame" else set_note
    return edit(document, mark.id, at=at, size=size)


def remove(
    document: Document,
    ids: Iterable[str],
    edges: Iterable[Edge],
    marks: Iterable[MarkRef],
) -> Document:
    """Without all of these; what the nodes were between is wired through."""
    document = remove_nodes(disconnect(document, edges), ids, heal=True)
    for mark in marks:
        drop = remove_frame if mark.kind == "frame" else remove_note
        document = drop(document, mark.id)
    return document
