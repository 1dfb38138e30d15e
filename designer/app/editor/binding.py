"""Connects the canvas to the controller: requests of the scene become edits, and states are shown on the scene."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from designer.app.editor.block_popup import SearchPopup
from designer.app.editor.nodes import NodeRequests
from designer.app.editor.texts import TextRequests
from designer.app.editor.up_to import UpToNode
from designer.app.editor.wires import WireRequests
from designer.app.session.state import State
from designer.app.workbench import Workbench


class CanvasBinding(QObject):
    """Shows states on the canvas and handles its requests.

    Args:
        popup: finds a block at the cursor.
    """

    inspect_requested = Signal(str)  # node id

    def __init__(self, workbench: Workbench, popup: SearchPopup) -> None:
        super().__init__(workbench.view)
        self._workbench = workbench
        self.wires = WireRequests(workbench)
        self.placing = NodeRequests(workbench, popup)
        self.texts = TextRequests(workbench)
        self.up_to = UpToNode(workbench)
        workbench.gradual.selected.connect(workbench.controller.select)
        workbench.scene.activated.connect(self.inspect_requested)

    def show_state(self, state: State) -> None:
        """Show the design on the canvas, a large change in parts."""
        self._workbench.gradual.show_state(state.scene, state.selection)
