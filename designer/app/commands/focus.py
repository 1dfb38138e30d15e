"""From one part of the window to the next, without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from designer.app.commands import Command

if TYPE_CHECKING:
    from designer.app.window import MainWindow


def _parts(window: MainWindow) -> Iterator[QWidget]:
    """The canvas and the panels that are seen, from left to right."""
    seen = [dock for dock in window.docks.values() if _is_seen(dock.widget())]
    yield from (
        dock.widget()
        for dock in sorted(seen, key=lambda dock: (dock.x(), dock.y()))
        if not dock.folded
    )


def _is_seen(panel: QWidget | None) -> bool:
    return panel is not None and not panel.visibleRegion().isEmpty()


def _first(part: QWidget) -> QWidget | None:
    """Where the focus goes in a part: what it says itself, else the first that takes it."""
    if part.focusProxy() is not None or part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return part
    found = part.nextInFocusChain()
    while found is not part:
        wanted = found.focusPolicy() & Qt.FocusPolicy.TabFocus
        usable = found.isVisible() and found.isEnabled()
        if wanted and usable and part.isAncestorOf(found):
            return found
        found = found.nextInFocusChain()
    return None


def _go(window: MainWindow, way: int) -> None:
    centre = window.start_page if window.start_page.isVisible() else window.view
    parts = [centre, *_parts(window)]
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


def _go_canvas(window: MainWindow) -> None:
    window.start_page.leave()
    window.view.setFocus(Qt.FocusReason.ShortcutFocusReason)


COMMANDS = (
    Command(
        "next_part",
        "Next part of the window",
        lambda window: _go(window, 1),
        keys=("F6",),
        tip="From the canvas to the panels, one after the other, and back",
        menu="View/places",
    ),
    Command(
        "previous_part",
        "Previous part of the window",
        lambda window: _go(window, -1),
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
