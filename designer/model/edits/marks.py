"""Edits of how nodes are marked: bypassed, drawn as their title alone, coloured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from designer.model.document import Document
from designer.model.edits.nodes import with_nodes
from designer.model.edits.refusal import Refusal, node_of
from designer.model.rules import colour_fault


def set_muted(document: Document, ids: Iterable[str], muted: bool) -> Document:
    """Bypass nodes, or let them work again. Raises Refusal: unknown_node."""
    nodes = (node_of(document, id) for id in ids)
    return with_nodes(document, *(replace(node, muted=muted) for node in nodes))


def set_collapsed(document: Document, ids: Iterable[str], collapsed: bool) -> Document:
    """Draw nodes as their titles alone, or in full again. Raises Refusal: unknown_node."""
    nodes = (node_of(document, id) for id in ids)
    return with_nodes(document, *(replace(node, collapsed=collapsed) for node in nodes))


def set_colour(document: Document, ids: Iterable[str], colour: str) -> Document:
    """Give nodes, frames and notes a colour, `#rrggbb`; empty for none of their own.

    Raises:
        Refusal: invalid_value, unknown_node.
    """
    if fault := colour_fault(colour):
        raise Refusal("invalid_value", f"'{colour}' {fault}")
    chosen = set(ids)
    frames = tuple(
        replace(frame, colour=colour) if frame.id in chosen else frame
        for frame in document.frames
    )
    notes = tuple(
        replace(note, colour=colour) if note.id in chosen else note
        for note in document.notes
    )
    laid_out = {frame.id for frame in frames} | {note.id for note in notes}
    nodes = (node_of(document, id) for id in chosen - laid_out)
    coloured = with_nodes(document, *(replace(node, colour=colour) for node in nodes))
    if (frames, notes) == (document.frames, document.notes):
        return coloured
    return replace(coloured, frames=frames, notes=notes)
