"""Shows states on a scene; a large change in parts, so that the window stays responsive."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from designer.canvas.scene import CanvasScene
from designer.canvas.values.parts import moves, parts
from designer.canvas.values.scene_state import SceneState


class GradualScene(QObject):
    """Sends states to a scene, and forwards its selection."""

    selected = Signal(object)  # ids of nodes

    def __init__(self, scene: CanvasScene) -> None:
        super().__init__(scene)
        self._scene, self._showing = scene, False
        self._state, self._selection = scene.state, scene.selected_nodes()
        self._parts: Iterator[SceneState] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._show_part)
        self._complete: list[Callable[[], object]] = []
        self._hold = False  # the views, which paint nothing
        scene.selection_changed.connect(self._selected)

    def show_state(self, state: SceneState, selection: tuple[str, ...]) -> None:
        """Show a state with these nodes selected: the first part now, the others from the main loop.

        Where nodes move, nothing is painted before the last part, so that no partial layout is visible.
        """
        self._state, self._selection = state, selection
        self._hold |= moves(self._scene.state, state)
        self._parts = parts(self._scene.state, state)
        self._timer.start()
        self._show_part()

    def when_complete(self, then: Callable[[], object]) -> None:
        """Call a function once the scene shows the complete state: now, or later."""
        if self._timer.isActive():
            self._complete.append(then)
        else:
            then()

    def _show_part(self) -> None:
        part = next(self._parts)
        last = part is self._state
        self._paint(last or not self._hold)
        self._showing = True
        try:
            self._scene.show_state(part)
            if last and self._scene.selected_nodes() != self._selection:
                self._scene.select(self._selection)
        except Exception:  # a defect of ours
            self._paint(True)
            raise
        finally:
            self._showing = False
        if last:
            self._timer.stop()
            self._hold = False
            while self._complete and not self._timer.isActive():
                self._complete.pop(0)()

    def _paint(self, on: bool) -> None:
        for view in self._scene.views():
            if view.viewport().updatesEnabled() is not on:
                view.viewport().setUpdatesEnabled(on)

    def _selected(self, ids: tuple[str, ...]) -> None:
        if not self._showing:
            self.selected.emit(ids)
