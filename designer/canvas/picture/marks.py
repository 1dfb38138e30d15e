"""The frames and notes of a picture: updated by difference, found by identity and by position."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from designer.canvas.items.mark_items import FrameItem, MarkItem, NoteItem, Part
from designer.canvas.items.paint import Look
from designer.canvas.values.values import MarkRef, SceneState, Thing
from designer.model.document import Frame, Note

UNDER_WIRES = -2.0


class Marks:
    """All frames and notes of one picture. Large frames lie below small ones, and all below the notes."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._items: dict[MarkRef, MarkItem] = {}

    def __iter__(self) -> Iterator[MarkItem]:
        return iter(self._items.values())

    def __contains__(self, ref: object) -> bool:
        return ref in self._items

    def __getitem__(self, ref: MarkRef) -> MarkItem:
        return self._items[ref]

    def show_state(
        self, state: SceneState, look: Look, held: Collection[Thing]
    ) -> None:
        """Show a state's frames and notes."""
        marks = _of(state)
        for ref in [ref for ref in self._items if ref not in marks]:
            self._scene.removeItem(self._items.pop(ref))
        for ref, mark in marks.items():
            item = self._items.get(ref)
            if item is None:
                kind = FrameItem if ref.kind == "frame" else NoteItem
                item = self._items[ref] = kind(look, ref, mark)
                self._scene.addItem(item)
            elif ref not in held and (item.displaced or item.mark != mark):
                item.show_mark(mark)
            width, height = mark.size
            item.setZValue(UNDER_WIRES - (ref.kind == "frame") - _depth(width * height))

    def apply_look(self, look: Look) -> None:
        for item in self:
            item.apply_look(look)

    def place(self, ref: MarkRef, at: tuple[float, float]) -> None:
        """Move one until the next state sets its position."""
        item = self._items[ref]
        item.span(QRectF(QPointF(*at), item.body.size()))

    def at(self, at: QPointF, scale: float) -> tuple[MarkItem, Part] | None:
        """The topmost that takes a press there, and which part of it."""
        for item in sorted(self, key=lambda item: -item.zValue()):
            if part := item.part_at(at, scale):
                return item, part
        return None

    def inside(self, rect: QRectF) -> tuple[MarkRef, ...]:
        """Frames and notes that lie completely in `rect`."""
        return tuple(item.ref for item in self if rect.contains(item.body))

    def bounds(self) -> QRectF:
        """The bounds of all."""
        bounds = QRectF()
        for item in self:
            bounds = bounds.united(item.body)
        return bounds


def _of(state: SceneState) -> Mapping[MarkRef, Frame | Note]:
    frames = {MarkRef("frame", id): frame for id, frame in state.frames.items()}
    notes = {MarkRef("note", id): note for id, note in state.notes.items()}
    return {**frames, **notes}


def _depth(area: float) -> float:
    """The depth of a frame, 0 to 1: larger ones are deeper."""
    return area / (area + 1e6)
