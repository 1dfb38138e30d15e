"""Announces changes on the canvas to assistive technology."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)

from designer.canvas.values.translation import counted, told, tr
from designer.canvas.view.accessible_items import AccessibleCanvas, in_words
from designer.canvas.view.navigating import NavigableView


class Announcer(QObject):
    """Announces changes on a canvas while assistive technology is active."""

    def __init__(self, view: NavigableView) -> None:
        super().__init__(view)
        _answer_for_canvases()
        self._view = view
        self._said = frozenset[str]()
        self.canvas: AccessibleCanvas | None = None  # held: Qt has a pointer to it
        view.canvas.selection_changed.connect(self._selected)
        view.canvas.shown.connect(self._shown)

    def say(self, text: str) -> None:
        """Announce a text that is not at the focus."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self._view, text)
            )

    def _selected(self, ids: tuple[str, ...]) -> None:
        if not QAccessible.isActive():
            return
        if len(ids) == 1 and self._view.hasFocus():
            node = accessible_canvas(self._view).accessible_node(ids[0])
            if node is None:
                return
            for kind in (QAccessible.Event.Focus, QAccessible.Event.Selection):
                QAccessible.updateAccessibility(QAccessibleEvent(node, kind))
        elif len(ids) > 1:
            self.say(counted(len(ids), tr("1 node"), tr("{count} nodes selected")))

    def _shown(self) -> None:
        """Announce new errors, and report that the list has changed."""
        if not QAccessible.isActive():
            return
        accessible_canvas(self._view).forget_gone()
        reorder = QAccessible.Event.ObjectReorder
        QAccessible.updateAccessibility(QAccessibleEvent(self._view, reorder))
        errors = frozenset(self._errors())
        for text in sorted(errors - self._said):
            self.say(text)
        self._said = errors

    def _errors(self) -> Iterator[str]:
        for node in self._view.canvas.state.nodes.values():
            for issue in node.issues:
                if issue.severity == "error":
                    title = in_words(node.title)
                    yield f"{title}, {tr('error')}: {told(issue.message)}"


def accessible_canvas(view: NavigableView) -> AccessibleCanvas:
    """The accessibility interface of a canvas."""
    found = QAccessible.queryAccessibleInterface(view)
    assert isinstance(found, AccessibleCanvas)
    return found


@cache
def _answer_for_canvases() -> None:
    """Install the factory of accessibility interfaces of canvases."""

    def answer(key: str, widget: QObject) -> QAccessibleInterface | None:
        announcer = widget.findChild(Announcer) if key == "CanvasView" else None
        if announcer is None or not isinstance(widget, NavigableView):
            return None
        announcer.canvas = AccessibleCanvas(widget)
        return announcer.canvas

    QAccessible.installFactory(answer)
