"""The menus of the canvas: what can be done with the thing under the cursor, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QTimer

from designer.app.state import State
from designer.canvas.shown import MarkRef
from designer.model.document import Edge

if TYPE_CHECKING:
    from designer.app.window import MainWindow


class ContextMenus(QObject):
    """Answers the scene's wish for a menu; `at` is where it was called, as long as a command of it runs."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.at: QPointF | None = None
        window.scene.context_requested.connect(self._show)

    def _show(self, where: QPointF, screen: QPoint, target: object) -> None:
        window = self._window
        menu = window.actions_by_id.context_menu(kinds(window.controller.state, target))
        self.at = where
        # A menu hides before its action is triggered.
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self._forget))
        menu.popup(screen)

    def _forget(self) -> None:
        self.at = None


def kinds(state: State, target: object) -> tuple[str, ...]:
    """What the thing under the cursor is, as `Command.context` names it."""
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
