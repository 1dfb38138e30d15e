"""Selects with a rectangle."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from designer.canvas.gestures.base import CTRL, SHIFT, Gesture, Press
from designer.canvas.picture.overlays import Band
from designer.canvas.picture.pointing import Pointer
from designer.canvas.picture.surface import Surface
from designer.canvas.values.shortcut import Shortcut


class RubberBand(Gesture):
    """Drag over the background: selects the nodes it touches, and the frames and notes that it contains.

    With Ctrl or Shift, besides what is selected.
    """

    shortcut = Shortcut("Drag over the ground", "Select what is touched", "Placing")
    presses = Press("ground"), Press("ground", CTRL), Press("ground", SHIFT)

    def __init__(self, scene: Surface, pointer: Pointer, target: None = None) -> None:
        super().__init__(scene, pointer)
        self._before = scene.selected_nodes()
        self._before_edges = scene.selected_edges()
        self._before_marks = scene.selected_marks()
        self._band = Band(scene.look)
        scene.addItem(self._band)
        if not pointer.adding:
            scene.select(())

    def drag(self, pointer: Pointer) -> None:
        rect = QRectF(self.started.at, pointer.at).normalized()
        self._band.span(rect)
        adding = self.started.adding
        nodes = dict.fromkeys(self._before if adding else ())
        nodes.update(dict.fromkeys(self.scene.nodes_in(rect)))
        marks = dict.fromkeys(self._before_marks if adding else ())
        marks.update(dict.fromkeys(self.scene.marks.inside(rect)))
        self.scene.select(nodes, (), marks)

    def end(self, pointer: Pointer) -> bool:
        self.scene.removeItem(self._band)
        return True

    def cancel(self) -> None:
        self.scene.removeItem(self._band)
        self.scene.select(self._before, self._before_edges, self._before_marks)
