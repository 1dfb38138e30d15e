"""Commands that move the focus between the parts of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from designer.app.command import Command
from designer.app.workbench import Workbench


def _first(part: QWidget) -> QWidget | None:
    """The widget of a part that gets the focus: the part itself if it accepts it, else the first one inside."""
    if part.focusProxy() is not None or part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return part
    found = part.nextInFocusChain()
    while found is not None and found is not part:
        wanted = found.focusPolicy() & Qt.FocusPolicy.TabFocus
        usable = found.isVisible() and found.isEnabled()
        if wanted and usable and part.isAncestorOf(found):
            return found
        found = found.nextInFocusChain()
    return None


def _go(workbench: Workbench, way: int) -> None:
    parts = [workbench.cover or workbench.view, *workbench.panels.visible()]
    places = {id(part): place for place, part in enumerate(parts)}
    at: QWidget | None = QApplication.focusWidget()
    while at is not None and id(at) not in places:
        at = at.parentWidget()
    here = 0 if at is None else places[id(at)]
    for step in range(1, len(parts) + 1):
        part = _first(parts[(here + way * step) % len(parts)])
        if part is not None:
            reason = Qt.FocusReason.TabFocusReason
            part.setFocus(reason if way > 0 else Qt.FocusReason.BacktabFocusReason)
            return


def _go_canvas(workbench: Workbench) -> None:
    workbench.canvas_wanted.emit()
    workbench.view.setFocus(Qt.FocusReason.ShortcutFocusReason)


COMMANDS = (
    Command(
        "next_part",
        "Next part of the window",
        lambda workbench: _go(workbench, 1),
        keys=("F6",),
        tip="From the canvas to the panels, one after the other, and back",
        menu="View/places",
    ),
    Command(
        "previous_part",
        "Previous part of the window",
        lambda workbench: _go(workbench, -1),
        keys=("Shift+F6",),
        menu="View/places",
    ),
    Command(
        "go_canvas",
        "To the canvas",
        _go_canvas,
        keys=("Ctrl+1",),
        menu="View/places",
    ),
)
