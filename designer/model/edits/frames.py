"""Edits of what lies on the canvas beside the nodes: frames behind them, and notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from designer.model.document import EMPTY, Document, Frame, Note
from designer.model.edits.refusal import Code, Refusal
from designer.model.rules import colour_fault, place_fault, size_fault

Point = tuple[float, float]
Sizes = Mapping[str, Point]
Kind = TypeVar("Kind", Frame, Note)

MARGIN = 24.0  # on either side of the nodes in a frame
ABOVE = 40.0  # them: the title, and a gap
BELOW = 8.0  # frames around neighbours in a chain do not touch


def add_frame(
    document: Document,
    title: str = "",
    *,
    at: Point,
    size: Point,
    colour: str = "",
) -> tuple[Document, str]:
    """Add a frame behind the nodes. Returns the document and the frame's id; raises Refusal: invalid_value."""
    frame = Frame(free_id("f", document.frames), title, at, size, colour)
    _check(frame)
    return replace(document, frames=(*document.frames, frame)), frame.id


def set_frame(
    document: Document,
    id: str,
    *,
    title: str | None = None,
    at: Point | None = None,
    size: Point | None = None,
    colour: str | None = None,
) -> Document:
    """Change a frame; what is None stays. Raises Refusal: unknown_frame, invalid_value."""
    frame = frame_of(document, id)
    changed = replace(
        frame,
        title=frame.title if title is None else title,
        at=frame.at if at is None else at,
        size=frame.size if size is None else size,
        colour=frame.colour if colour is None else colour,
    )
    return _with_frames(document, _swapped(document.frames, changed))


def remove_frame(document: Document, id: str) -> Document:
    """Take a frame away, and leave what lies in it. Raises Refusal: unknown_frame."""
    gone = frame_of(document, id)
    return replace(document, frames=tuple(f for f in document.frames if f is not gone))


def frame_nodes(
    document: Document,
    ids: Iterable[str],
    title: str = "",
    *,
    sizes: Sizes,
    colour: str = "",
) -> tuple[Document, str]:
    """Add a frame around nodes. Returns the document and the frame's id.

    Args:
        sizes: of the nodes, by id.

    Raises:
        Refusal: unknown_frame (no node to frame), invalid_value.
    """
    chosen = [document.nodes[id] for id in ids if id in document.nodes]
    if not chosen:
        raise Refusal("unknown_frame", "choose the nodes that the frame is to hold")
    at, size = rectangle_around([(n.at, sizes[n.id]) for n in chosen])
    return add_frame(document, title, at=at, size=size, colour=colour)


def rectangle_around(boxes: Collection[tuple[Point, Point]]) -> tuple[Point, Point]:
    """Place and size of a frame around what has these places and sizes."""
    left = min(at[0] for at, _ in boxes) - MARGIN
    top = min(at[1] for at, _ in boxes) - ABOVE
    right = max(at[0] + size[0] for at, size in boxes) + MARGIN
    bottom = max(at[1] + size[1] for at, size in boxes) + BELOW
    return (left, top), (right - left, bottom - top)


def nodes_in_frame(
    document: Document, id: str, sizes: Sizes = EMPTY
) -> tuple[str, ...]:
    """The nodes whose middle lies in a frame; without a size, a node is where its corner is."""
    frame = frame_of(document, id)
    return tuple(
        node.id
        for node in document
        if _holds(frame, node.at, sizes.get(node.id, (0.0, 0.0)))
    )


def laid_in_frame(document: Document, id: str) -> tuple[str, ...]:
    """The notes, and other frames, that lie in a frame."""
    frame = frame_of(document, id)
    others: tuple[Frame | Note, ...] = (*document.frames, *document.notes)
    return tuple(
        other.id
        for other in others
        if other is not frame
        and _holds(frame, other.at, (0.0, 0.0))  # from corner to corner
        and _holds(frame, other.at, (2 * other.size[0], 2 * other.size[1]))
    )


def add_note(
    document: Document, text: str = "", *, at: Point, size: Point, colour: str = ""
) -> tuple[Document, str]:
    """Add a note. Returns the document and the note's id; raises Refusal: invalid_value."""
    note = Note(free_id("t", document.notes), text, at, size, colour)
    _check(note)
    return replace(document, notes=(*document.notes, note)), note.id


def set_note(
    document: Document,
    id: str,
    *,
    text: str | None = None,
    at: Point | None = None,
    size: Point | None = None,
    colour: str | None = None,
) -> Document:
    """Change a note; what is None stays. Raises Refusal: unknown_note, invalid_value."""
    note = note_of(document, id)
    changed = replace(
        note,
        text=note.text if text is None else text,
        at=note.at if at is None else at,
        size=note.size if size is None else size,
        colour=note.colour if colour is None else colour,
    )
    return _with_notes(document, _swapped(document.notes, changed))


def remove_note(document: Document, id: str) -> Document:
    """Take a note away. Raises Refusal: unknown_note."""
    gone = note_of(document, id)
    return replace(document, notes=tuple(n for n in document.notes if n is not gone))


def frame_of(document: Document, id: str) -> Frame:
    """The frame of that id; raises Refusal."""
    return _found(document.frames, id, "unknown_frame", "frame")


def note_of(document: Document, id: str) -> Note:
    """The note of that id; raises Refusal."""
    return _found(document.notes, id, "unknown_note", "note")


def free_id(prefix: str, things: Iterable[Frame | Note]) -> str:
    """The first id (`f3`) above those of all `things`."""
    found = (re.fullmatch(rf"{prefix}(\d{{1,9}})", thing.id) for thing in things)
    return f"{prefix}{max((int(m[1]) for m in found if m), default=0) + 1}"


def _found(things: tuple[Kind, ...], id: str, code: Code, what: str) -> Kind:
    for thing in things:
        if thing.id == id:
            return thing
    raise Refusal(code, f"this design has no {what} '{id}'")


def _swapped(things: tuple[Kind, ...], changed: Kind) -> tuple[Kind, ...]:
    _check(changed)
    return tuple(changed if thing.id == changed.id else thing for thing in things)


def _with_frames(document: Document, frames: tuple[Frame, ...]) -> Document:
    return document if frames == document.frames else replace(document, frames=frames)


def _with_notes(document: Document, notes: tuple[Note, ...]) -> Document:
    return document if notes == document.notes else replace(document, notes=notes)


def _check(thing: Frame | Note) -> None:
    what = "frame" if isinstance(thing, Frame) else "note"
    faults = {
        f"the place of a {what}": place_fault(thing.at),
        f"the size of a {what}": size_fault(thing.size),
        f"the colour of a {what}": colour_fault(thing.colour),
    }
    for subject, fault in faults.items():
        if fault:
            raise Refusal("invalid_value", f"{subject} {fault}")


def _holds(frame: Frame, at: Point, size: Point) -> bool:
    """Whether the middle of a rectangle lies in a frame."""
    x, y = at[0] + size[0] / 2, at[1] + size[1] / 2
    across = frame.at[0] <= x <= frame.at[0] + frame.size[0]
    return across and frame.at[1] <= y <= frame.at[1] + frame.size[1]
