"""The docks of a window, one for each panel, and their arrangement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QByteArray, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QTabBar,
    QTabWidget,
    QWidget,
)

from designer.app.panel import Panel, panels
from designer.app.session.state import State
from designer.app.window.dock import Dock
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID, Theme

_AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}

NARROWER = 4 * GRID
SIZE = QSize(170 * GRID, 110 * GRID)
SMALL = 170 * GRID  # a screen that is less wide starts with fewer panels
FRAME = QSize(2 * GRID, 6 * GRID)  # what the window manager draws around it
UNFINISHED = frozenset(
    ("disconnected", "no_input", "unconnected_input")
)  # codes of issues
ERROR_STAYS_MS = 1000  # before the problems open by themselves


@dataclass(frozen=True, slots=True)
class Perspective:
    """A set of open panels.

    Args:
        shown: their ids; by default those that are open the first time.
        narrow: the canvas gets some of the panels' width.
    """

    shown: tuple[str, ...] | None = None
    folded: bool = True
    narrow: bool = False

    def shows(self, panel: Panel) -> bool:
        """Whether a panel is open."""
        return panel.shown if self.shown is None else panel.id in self.shown


STANDARD = Perspective()
PERSPECTIVES: Mapping[str, Perspective] = {
    "standard": STANDARD,
    "small": Perspective(("palette", "inspector", "problems"), narrow=True),
    "figures": Perspective(
        ("inspector", "variables", "layers", "charts", "problems"), folded=False
    ),
    "code": Perspective(("palette", "code", "variables", "problems")),
    "canvas": Perspective(()),
}


class Docks(dict[str, Dock]):
    """Every dock, by the id of its panel."""

    def __init__(self, workbench: Workbench, window: QMainWindow) -> None:
        super().__init__()
        self._window, self._settings_store = window, workbench.settings_store
        self._waits_for_error = True
        self._error_stays = QTimer(window, singleShot=True, interval=ERROR_STAYS_MS)
        self._error_stays.timeout.connect(self._unfold_for_error)
        self._tidy_soon = QTimer(window, singleShot=True, interval=0)
        self._tidy_soon.timeout.connect(self._tidy)
        window.setDockNestingEnabled(True)
        window.setCorner(Qt.Corner.BottomLeftCorner, _AREAS["left"])
        window.setCorner(Qt.Corner.BottomRightCorner, _AREAS["right"])
        for area in _AREAS.values():
            window.setTabPosition(area, QTabWidget.TabPosition.North)
        for panel in panels().values():
            dock = self[panel.id] = Dock(panel, workbench, window)
            dock.folding.connect(self._fold_by_hand)
            dock.toggleViewAction().triggered.connect(
                lambda shown, id=panel.id: self._toggled(id, shown)
            )
            dock.visibilityChanged.connect(self._tidy_soon.start)
        self._place()
        self._as_placed = window.saveState()

    def _place(self) -> None:
        first: dict[str, Dock] = {}
        for dock in self.values():
            area = dock.panel.area
            if area in first:
                self._window.tabifyDockWidget(first[area], dock)
            else:
                first[area] = dock
                self._window.addDockWidget(_AREAS[area], dock)
            dock.setVisible(dock.panel.shown)
        for dock in first.values():
            dock.raise_()

    def _tidy(self) -> None:
        """Set up the tab bars: tabs are scrolled instead of elided.

        Qt leaves tab bars of removed groups in place, visible in the gaps.
        """
        docks = [dock.geometry() for dock in self.values() if dock.isVisible()]
        for bar in self._window.findChildren(
            QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            bar.setElideMode(Qt.TextElideMode.ElideNone)
            bar.setUsesScrollButtons(True)
            place = bar.geometry()
            if not any(_above(place, dock) for dock in docks):
                bar.move(-place.width(), -place.height())

    def arrange(self, perspective: str) -> None:
        """Place every dock: those of an area as tabs, the first in front."""
        wanted = PERSPECTIVES[perspective]
        self._window.restoreState(self._as_placed)
        front: dict[str, Dock] = {}
        for dock in self.values():
            shown = wanted.shows(dock.panel)
            dock.setVisible(shown)
            if shown:
                front.setdefault(dock.panel.area, dock)
        for dock in front.values():
            dock.raise_()
        self.fold(wanted.folded)
        self.size(wanted)

    def size(self, perspective: Perspective = STANDARD) -> None:
        """Set the width of each area, at the bottom the height, to that of its first panel."""
        seen: set[str] = set()
        for dock in self.values():
            area = dock.panel.area
            if area in seen or dock.isHidden():
                continue
            seen.add(area)
            vertical = area == "bottom"
            way = Qt.Orientation.Vertical if vertical else Qt.Orientation.Horizontal
            wanted = dock.panel.width
            if perspective.narrow and not vertical:
                wanted = dock.panel.width - NARROWER
            self._window.resizeDocks([dock], [wanted], way)

    def _toggled(self, id: str, shown: bool) -> None:
        """Handle the menu: a panel that is shown is unfolded, even where the others are folded."""
        if shown:
            self.bring(id)

    def bring(self, id: str) -> Dock:
        """Raise a panel in its tab group."""
        dock = self[id]
        dock.show()
        dock.raise_()
        if dock.folded:
            self.fold(False)
        if dock.panel.area == "bottom" and dock.height() < dock.panel.width:
            vertical = Qt.Orientation.Vertical
            self._window.resizeDocks([dock], [dock.panel.width], vertical)
        return dock

    def widget_of(self, id: str) -> Any:
        """A panel's widget, made on first use."""
        return self[id].made()

    def visible(self) -> Sequence[QWidget]:
        """The widgets of the visible panels, from left to right."""
        docks = sorted(self.values(), key=lambda dock: (dock.x(), dock.y()))
        return [dock.widget() for dock in docks if not dock.folded and _is_seen(dock)]

    def keep(self) -> None:
        """Save the geometry of the window and of its panels."""
        self._settings_store.keep(
            geometry=_text(self._window.saveGeometry()),
            docks=_text(self._window.saveState()),
            problems_folded=self.folded,
        )

    def restore(self) -> None:
        """Restore the geometry of the window; the first time, most of the screen."""
        window, kept = self._window, self._settings_store.settings
        room = window.screen().availableSize()
        window.resize(SIZE.boundedTo(room - FRAME))
        small = not kept.docks and room.width() < SMALL
        self.arrange("small" if small else "standard")
        self.fold(kept.problems_folded)
        if kept.geometry:
            window.restoreGeometry(QByteArray.fromBase64(kept.geometry.encode()))
        if kept.docks:
            window.restoreState(QByteArray.fromBase64(kept.docks.encode()))

    def show_state(self, state: State) -> None:
        """Send the state to visible panels now, and to the others when they are shown."""
        for dock in self.values():
            dock.show_state(state)
        self._show_first_error(state)

    def _show_first_error(self, state: State) -> None:
        """Unfold the problems at a design's first error, unless the user has folded them in this window.

        The error has to persist: a number being typed is often invalid for a moment. A missing wire is no
        mistake while a network is being built.
        """
        wrong = any(
            issue.severity == "error" and issue.code not in UNFINISHED
            for issue in state.analysis.issues
        )
        if not wrong or not self._waits_for_error:
            self._error_stays.stop()
        elif not self._error_stays.isActive():
            self._error_stays.start()

    def _unfold_for_error(self) -> None:
        problems = self["problems"]
        if self._waits_for_error and problems.isVisible():
            self._waits_for_error = False
            problems.raise_()
            self.fold(False)

    def _fold_by_hand(self, folded: bool) -> None:
        self._waits_for_error = False
        self.fold(folded)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        for dock in self.values():
            dock.set_theme(theme)

    @property
    def folded(self) -> bool:
        """Whether the panels at the bottom show only their titles."""
        return any(dock.folded for dock in self.values())

    def fold(self, folded: bool) -> None:
        """Fold the panels at the bottom to their titles, or unfold them."""
        for dock in self.values():
            if dock.panel.area == "bottom":
                dock.fold(folded)

    def toggles(self) -> list[QAction]:
        """An entry for each panel that shows or hides it."""
        return [QDockWidget.toggleViewAction(dock) for dock in self.values()]


def _is_seen(dock: Dock) -> bool:
    widget = dock.widget()
    return widget is not None and not widget.visibleRegion().isEmpty()


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()


def _above(bar: QRect, dock: QRect) -> bool:
    return bar.left() == dock.left() and 0 <= dock.top() - bar.bottom() <= 2
