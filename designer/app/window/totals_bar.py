"""The bar of totals: the cost of the design, and its change since it was saved or pinned."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from designer.analysis.measures import Place, shown
from designer.analysis.report import Analysis
from designer.app.session.state import State
from designer.app.text.translation import counted, tr
from designer.app.widgets.appearance import icon
from designer.app.window.total_breakdown import Origins
from designer.app.window.total_figure import Figure
from designer.app.window.totals import (
    Total,
    analysed_awake,
    muted_count,
    muted_note,
    origins,
    totals,
)
from designer.canvas.values.theme import GRID, Theme

MUTED_DELAY_MS = 150  # the design is analysed once more: not while a slider moves

# What is hidden first where the window is too narrow for all.
_DISPENSABLE = "trainable_params", "flops", "size_bytes", "peak_activation_bytes"
_KEPT = "params", "macs"


class TotalsBar(QWidget):
    """Shows a state's totals; requests the nodes that are not counted, and the nodes behind a figure."""

    incomplete_clicked = Signal()
    chosen = Signal(object)  # ids of nodes

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("totals")
        self.setAccessibleName(tr("totals"))
        # The window may be narrower than its totals.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._theme = theme
        self._state: State | None = None
        self._pinned: Analysis | None = None
        self._awake: Analysis | None = None
        self._shown: tuple[Total, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID, 0, GRID, 0)
        self._row.setSpacing(0)
        self.figures = {m.id: Figure(m) for m in shown(Place.TOTALS)}
        for figure in self.figures.values():
            figure.clicked.connect(lambda _=False, f=figure: self._open(f))
            self._row.addWidget(figure)
        self.note = self._button(tr("not counted"))
        self.note.setToolTip(tr("In error, or behind an error. Click to see where."))
        self.note.clicked.connect(self.incomplete_clicked)
        self.muted = self._button(tr("muted"))
        self.muted.clicked.connect(self._select_muted)
        self._row.addStretch(1)
        self.pin = QToolButton()
        self.pin.setCheckable(True)
        self.pin.setAccessibleName(tr("pin the totals"))
        self.pin.toggled.connect(self._pin)
        self._row.addWidget(self.pin)
        self._pause = QTimer(self, singleShot=True, interval=MUTED_DELAY_MS)
        self._pause.timeout.connect(self._count_muted)
        self.set_theme(theme)
        self._explain_pin()

    def show_state(self, state: State) -> None:
        """Push the difference."""
        old, self._state = self._state, state
        self._show_totals()
        left = len(state.analysis.left_out)
        self.note.setText(
            counted(left, tr("1 node not counted"), tr("{count} nodes not counted"))
        )
        self.note.setVisible(bool(left))
        if old is None or old.root_analysis is not state.root_analysis:
            self._look_for_muted()
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self.note.setIcon(icon("mdi6.alert", theme, theme.warning))
        self.note.setStyleSheet(f"color: {theme.warning}")
        self.muted.setIcon(icon("mdi6.debug-step-over", theme, theme.muted))
        sign = "mdi6.pin" if self.pin.isChecked() else "mdi6.pin-outline"
        colour = theme.accent if self.pin.isChecked() else theme.muted
        self.pin.setIcon(icon(sign, theme, colour))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._row.addWidget(button)
        button.hide()
        return button

    def _show_totals(self) -> None:
        state = self._state
        if state is None:
            return
        reference = self._pinned
        if reference is not None:
            name = reference.document.name
            since = tr("since {name} was pinned").format(name=name)
        else:
            reference = state.baseline if state.dirty else None
            since = tr("since it was saved") if state.path else tr("since it was begun")
        shown = totals(state.analysis, state.root_analysis, reference, since)
        if shown != self._shown:
            self._shown = shown
            for total in shown:
                self.figures[total.id].show_total(total)

    def _fit(self) -> None:
        """Hide the least important figures where the window is too narrow."""
        parts = [self.note, self.muted]
        used = self.pin.sizeHint().width() + 2 * GRID
        used += sum(p.sizeHint().width() for p in parts if not p.isHidden())
        widths = {n: f.sizeHint().width() for n, f in self.figures.items()}
        hidden: set[str] = set()
        unranked = [id for id in widths if id not in _DISPENSABLE + _KEPT]
        for id in (*unranked, *_DISPENSABLE):
            kept = sum(width for n, width in widths.items() if n not in hidden)
            if used + kept <= self.width():
                break
            hidden.add(id)
        for id, figure in self.figures.items():
            figure.setVisible(id not in hidden)

    # Where a figure comes from

    def _open(self, figure: Figure) -> None:
        if self._state is None:
            return
        found = origins(figure.measure, self._state.analysis)
        popup = Origins(figure.measure, found, self._theme, self)
        popup.chosen.connect(lambda node: self.chosen.emit((node,)))
        popup.open_over(figure)

    # What is muted

    def _look_for_muted(self) -> None:
        state = self._state
        if state is not None and muted_count(state.root):
            if not self._pause.isActive():
                self._pause.start()
        else:
            self._pause.stop()
            self._awake = None
            self.muted.hide()

    def _count_muted(self) -> None:
        state = self._state
        if state is None:
            return
        self._awake = analysed_awake(state.root_analysis, self._awake)
        shown = muted_note(state.root_analysis, self._awake)
        self.muted.setText(shown.text)
        self.muted.setToolTip(shown.tooltip)
        self.muted.show()
        self._fit()

    def _select_muted(self) -> None:
        if self._state is not None:
            self.chosen.emit(tuple(n.id for n in self._state.document if n.muted))

    # Pinning

    def _pin(self, pinned: bool) -> None:
        state = self._state
        self._pinned = state.root_analysis if pinned and state else None
        self.set_theme(self._theme)
        self._explain_pin()
        self._show_totals()
        self._fit()

    def _explain_pin(self) -> None:
        if self._pinned is None:
            text = tr("Pin these totals: changes are shown against them from now on")
        else:
            text = tr(
                "Changes are against {name} as it was pinned; click to let go"
            ).format(name=self._pinned.document.name)
        self.pin.setToolTip(text)
