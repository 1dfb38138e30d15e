"""Animates nodes to their new positions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from designer.canvas.picture.surface import Surface
from designer.canvas.routes.routing import Point
from designer.canvas.values.values import Thing

GLIDE_MS = 240
MOST = 400  # things that glide: more would stutter


class Glider(QObject):
    """Animates the items of a scene for a moment after each change made while it is active."""

    def __init__(self, scene: Surface) -> None:
        super().__init__(scene)
        self._scene = scene
        self._ways: dict[Thing, tuple[Point, Point]] = {}
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(GLIDE_MS)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._go)
        self._animation.finished.connect(self.stop)

    @property
    def gliding(self) -> bool:
        """Whether an animation is running."""
        return bool(self._ways)

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Animate moves of states shown in this context, unless the options disable animations."""
        scene = self._scene
        self.stop()
        if not scene.options.motion:
            yield
            return
        before = {thing: scene.place_of(thing) for thing in scene.state.things}
        yield
        moved = {}
        for thing in scene.state.things & before.keys():
            place = scene.place_of(thing)
            if place != before[thing]:
                moved[thing] = (before[thing], place)
        if 0 < len(moved) <= MOST:
            self._ways = moved
            self._go(0.0)
            self._animation.start()

    @contextmanager
    def arrived(self) -> Iterator[None]:
        """In this context, moving items report their final positions, for code that scrolls to them."""
        share = self._animation.currentValue() if self._ways else 1.0
        self._go(1.0)
        yield
        self._go(share)

    def stop(self) -> None:
        """Move everything to its final position at once."""
        self._animation.stop()
        ways, self._ways = self._ways, {}
        there = self._scene.state.things
        self._scene.place({t: end for t, (_, end) in ways.items() if t in there})

    def _go(self, share: float) -> None:
        self._scene.place(
            {
                thing: (x + (to_x - x) * share, y + (to_y - y) * share)
                for thing, ((x, y), (to_x, to_y)) in self._ways.items()
            }
        )
