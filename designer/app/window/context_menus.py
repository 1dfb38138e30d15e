"""The context menus of the canvas, for the item under the cursor."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, QTimer

from designer.app.session.state import State
from designer.app.window.menus import Actions
from designer.app.workbench import Workbench
from designer.canvas.values.values import MarkRef
from designer.model.document import Edge


class ContextMenus(QObject):
    """Opens the menu that the scene requests; the workbench holds its position while a command of it runs."""

    def __init__(self, workbench: Workbench, actions: Actions) -> None:
        super().__init__(workbench)
        self._workbench, self._actions = workbench, actions
        workbench.scene.context_requested.connect(self._show)

    def _show(self, where: QPointF, screen: QPoint, target: object) -> None:
        state = self._workbench.controller.state
        menu = self._actions.context_menu(kinds(state, target))
        self._workbench.pointed = where
        # A menu hides before its action is triggered.
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self._forget))
        menu.popup(screen)

    def _forget(self) -> None:
        self._workbench.pointed = None


def kinds(state: State, target: object) -> tuple[str, ...]:
    """The kinds of the item under the cursor, as in `Command.context`."""
    if isinstance(target, MarkRef):
        return (target.kind,)
    if isinstance(target, Edge):
        return ("wire",)
    node = state.document.nodes.get(target) if isinstance(target, str) else None
    if node is None:
        return ("ground",)
    if len(state.selection) > 1:
        return ("several",)
    composite = node.block in state.document.definitions
    return ("node", "composite") if composite else ("node",)
