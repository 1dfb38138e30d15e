"""Compound edits of nodes, frames and notes together: move, delete, copy, colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from designer.app.edits import wires as rewiring
from designer.canvas.values.values import MarkRef, Thing
from designer.model.document import Document, Edge
from designer.model.edits import (
    disconnect,
    laid_in_frame,
    nodes_in_frame,
    rectangle_around,
    remove_frame,
    remove_nodes,
    remove_note,
    set_frame,
    set_note,
)

Point = tuple[float, float]


def nodes_of(things: Iterable[Thing]) -> tuple[str, ...]:
    """The nodes among the things."""
    return tuple(thing for thing in things if not isinstance(thing, MarkRef))


def marks_of(things: Iterable[Thing]) -> tuple[MarkRef, ...]:
    """The frames and notes among the things."""
    return tuple(thing for thing in things if isinstance(thing, MarkRef))


def ids_of(things: Iterable[Thing]) -> list[str]:
    """The ids of all things, for edits that accept any of them."""
    return [thing.id if isinstance(thing, MarkRef) else thing for thing in things]


def move(document: Document, places: Mapping[Thing, Point]) -> Document:
    """Move things; wires between nodes that move together take their dots along."""
    document = rewiring.carry_dots(
        document, {id: places[id] for id in nodes_of(places)}
    )
    for mark in marks_of(places):
        document = reshape(document, mark, at=places[mark])
    return document


def reshape(
    document: Document, mark: MarkRef, *, at: Point, size: Point | None = None
) -> Document:
    """Move and resize a frame or note."""
    edit = set_frame if mark.kind == "frame" else set_note
    return edit(document, mark.id, at=at, size=size)


def remove(
    document: Document,
    ids: Iterable[str],
    edges: Iterable[Edge],
    marks: Iterable[MarkRef],
) -> Document:
    """Remove things; the neighbours of removed nodes are connected."""
    document = remove_nodes(disconnect(document, edges), ids, heal=True)
    for mark in marks:
        drop = remove_frame if mark.kind == "frame" else remove_note
        document = drop(document, mark.id)
    return document


def put_in_order(
    document: Document, places: Mapping[str, Point], *, sizes: Mapping[str, Point]
) -> Document:
    """Lay out nodes again. A frame still surrounds its nodes, and takes its notes along.

    Args:
        sizes: of the nodes, by id.
    """
    laid = rewiring.put_in_order(document, places)
    for frame in sorted(document.frames, key=lambda it: it.size[0] * it.size[1]):
        held = nodes_in_frame(document, frame.id, sizes)
        if not places.keys() & set(held):
            continue
        inside = laid_in_frame(document, frame.id)
        boxes = [(laid.nodes[id].at, sizes[id]) for id in held]
        boxes += [(it.at, it.size) for it in laid.frames if it.id in inside]
        at, size = rectangle_around(boxes)
        laid = set_frame(laid, frame.id, at=at, size=size)
        way = (at[0] - frame.at[0], at[1] - frame.at[1])
        for note in document.notes:
            if note.id in inside:
                moved = (note.at[0] + way[0], note.at[1] + way[1])
                laid = set_note(laid, note.id, at=moved)
    return laid
