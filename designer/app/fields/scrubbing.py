"""Changes a number by dragging across it, as Blender and Figma do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent

STEP_PX = 4  # of the drag, for one step of the number
THRESHOLD_PX = 4  # less is a click
FINE = 0.1
LARGE_STEP = 8

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Scrub:
    """Tracks one drag. `steps` is its distance from the start in steps.

    Shift moves a tenth as far; with Ctrl, steps are of eight, and the number goes from one multiple to the next.
    """

    def __init__(self, at: QPoint) -> None:
        self._start = self._last = at
        self.moving = False  # a press is a click until it has moved
        self.steps = 0.0
        self.by_eight = False

    def move(self, event: QMouseEvent) -> bool:
        """Follow the pointer; whether the number changes with it."""
        at = event.position().toPoint()
        if not self.moving and abs(at.x() - self._start.x()) < THRESHOLD_PX:
            return False
        self.moving = True
        keys = event.modifiers()
        self.by_eight = bool(keys & _CONTROL)
        share = FINE if keys & _SHIFT else LARGE_STEP / 4 if self.by_eight else 1.0
        self.steps += share * (at.x() - self._last.x()) / STEP_PX
        self._last = at
        return True


def scrubbed(
    start: float, scrub_steps: float, step: float, whole: bool, by_eight: bool
) -> float:
    """The number after so many steps from `start`."""
    unit = step * LARGE_STEP if by_eight else step
    if by_eight:
        moved = round((start + scrub_steps * step) / unit) * unit
    elif whole:
        moved = start + round(scrub_steps) * step
    else:  # a tenth of a step is the finest
        moved = start + round(scrub_steps / FINE) * FINE * step
    moved = round(moved, 10)
    return int(moved) if moved == int(moved) else moved
