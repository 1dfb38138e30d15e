"""A spatial index of boxes by the grid squares that they touch."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import floor

from designer.canvas.routes.routing import Box

SIDE = 1024.0  # pixels: a few tens of nodes in a square


class BoxIndex:
    """Finds boxes by position. A scene's own index asks every item for its bounds after each change."""

    def __init__(self) -> None:
        self._boxes: dict[str, Box] = {}
        self._squares: dict[tuple[int, int], dict[str, None]] = {}

    def put(self, id: str, box: Box) -> None:
        """Add a box, or move it."""
        if self._boxes.get(id) == box:
            return
        self.remove(id)
        self._boxes[id] = box
        for square in _squares(box):
            self._squares.setdefault(square, {})[id] = None

    def remove(self, id: str) -> None:
        """Remove a box, if it exists."""
        box = self._boxes.pop(id, None)
        if box is None:
            return
        for square in _squares(box):
            ids = self._squares[square]
            del ids[id]
            if not ids:
                del self._squares[square]

    def touching(self, box: Box) -> Iterator[str]:
        """The ids of the boxes that share more than an edge with `box`, each once."""
        left, top, right, bottom = box
        seen = set()
        for square in _squares(box):
            for id in self._squares.get(square, ()):
                if id in seen:
                    continue
                seen.add(id)
                x1, y1, x2, y2 = self._boxes[id]
                if x1 < right and x2 > left and y1 < bottom and y2 > top:
                    yield id


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (floor(side / SIDE) for side in box)
    return product(range(left, right + 1), range(top, bottom + 1))
