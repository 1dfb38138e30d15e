"""The page with the chart; matplotlib is loaded in a thread when the page is first shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from designer.app.dialogs.gallery.entries import Options
from designer.app.plotting.loading import Loading
from designer.app.session.state import State
from designer.app.text.translation import tr
from designer.app.widgets.labels import plain
from designer.canvas.values.theme import Theme
from templates import Template

if TYPE_CHECKING:
    from designer.app.dialogs.gallery.chart import Chart


class ChartPage(QWidget):
    """Shows the chart once matplotlib is loaded, and stores its input until then.

    Signals:
        chosen: a point was clicked: its template's id and options.
        opened: it was double-clicked.
    """

    chosen = Signal(str, object)
    opened = Signal(str, object)

    def __init__(self, templates: Mapping[str, Template], theme: Theme) -> None:
        super().__init__()
        self._templates, self._theme = templates, theme
        self._state: State | None = None
        self._marked: tuple[str, Options] | None = None
        self._matches: Collection[str] = frozenset(templates)
        self.chart: Chart | None = None
        self._wait = plain(tr("Loading the chart…"), "muted")
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._wait)
        self._loading = Loading(self._loaded, self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._loading.begin()

    def show_design(self, state: State) -> None:
        """The design that is open."""
        self._state = state
        if self.chart is not None:
            self.chart.show_design(state)

    def show_matches(self, ids: Collection[str]) -> None:
        """Show which templates match the search; the others are dimmed."""
        self._matches = ids
        if self.chart is not None:
            self.chart.show_matches(ids)

    def mark(self, id: str, options: Options) -> None:
        """Mark the chosen template."""
        self._marked = (id, options)
        if self.chart is not None:
            self.chart.mark(id, options)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        if self.chart is not None:
            self.chart.set_theme(theme)

    def _loaded(self) -> None:
        from designer.app.dialogs.gallery.chart import Chart

        self.chart = Chart(self._templates, self._theme)
        self.chart.chosen.connect(self.chosen)
        self.chart.opened.connect(self.opened)
        self._wait.hide()
        self._column.addWidget(self.chart)
        self.chart.show_matches(self._matches)
        if self._state is not None:
            self.chart.show_design(self._state)
        if self._marked is not None:
            self.chart.mark(*self._marked)
