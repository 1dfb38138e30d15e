"""Between the canvas and the controller: what the hand asks for becomes an edit, and states become pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from designer.app.canvas_binding.placing import Placing
from designer.app.canvas_binding.texts import Texts
from designer.app.canvas_binding.upto import UpToNode
from designer.app.canvas_binding.wires import Wires
from designer.app.controller import Controller
from designer.app.search_popup import SearchPopup
from designer.app.state import State
from designer.canvas.parts import parts
from designer.canvas.scene import CanvasScene
from designer.canvas.state import SceneState
from designer.canvas.view import CanvasView


class CanvasBinding(QObject):
    """Shows states on the canvas, and answers its requests.

    Args:
        popup: finds a block at the cursor.
    """

    inspect_requested = Signal(str)  # node id

    def __init__(
        self,
        controller: Controller,
        scene: CanvasScene,
        view: CanvasView,
        popup: SearchPopup,
    ) -> None:
        super().__init__(view)
        self._controller, self._scene = controller, scene
        self._showing = False
        self._state = controller.state
        self._parts: Iterator[SceneState] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._show_part)
        self._complete: list[Callable[[], object]] = []
        self.wires = Wires(controller, scene, view)
        self.placing = Placing(controller, scene, view, popup)
        self.texts = Texts(controller, scene, view)
        self.up_to = UpToNode(controller, scene, view)
        self.search, self.place = self.placing.search, self.placing.place
        self.cursor, self.centre = self.placing.cursor, self.placing.centre
        scene.selection_changed.connect(self._selected)
        scene.activated.connect(self.inspect_requested)

    def show_state(self, state: State) -> None:
        """Push the difference, a large one in parts."""
        self._state = state
        self._parts = parts(self._scene.state, state.scene)
        self._timer.start()
        self._show_part()

    def when_complete(self, then: Callable[[], object]) -> None:
        """Call a function when the canvas shows all of the state: now, or later."""
        if self._timer.isActive():
            self._complete.append(then)
        else:
            then()

    def _show_part(self) -> None:
        part = next(self._parts)
        last = part is self._state.scene
        self._showing = True
        try:
            self._scene.show_state(part)
            if last and self._scene.selected_nodes() != self._state.selection:
                self._scene.select(self._state.selection)
        finally:
            self._showing = False
        if last:
            self._timer.stop()
            while self._complete and not self._timer.isActive():
                self._complete.pop(0)()

    def _selected(self, ids: tuple[str, ...]) -> None:
        if not self._showing:
            self._controller.select(ids)
