"""The totals, always in sight: what the design costs, and what changed since it was saved."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from designer.analysis.report import Analysis
from designer.app import figures
from designer.app.inspector.content import FLOPS_HELP, MACS_HELP
from designer.app.labels import plain
from designer.app.look import icon
from designer.app.state import State
from designer.canvas.theme import Theme


@dataclass(frozen=True, slots=True)
class Total:
    """One figure: as it is shown, exactly, and how it changed."""

    name: str
    text: str
    exact: str
    change: str
    tooltip: str


def totals(analysis: Analysis, baseline: Analysis | None) -> tuple[Total, ...]:
    """The figures of an analysis, and their change against another."""
    now, before = analysis.total, (baseline or analysis).total
    size = analysis.size_bytes - (baseline or analysis).size_bytes
    peak = analysis.peak_activation_bytes
    peak_change = peak - (baseline or analysis).peak_activation_bytes
    rows = (
        (
            "Parameters",
            figures.exact(now.params),
            f"{figures.exact(now.params)} parameters",
            figures.signed_short(now.params - before.params),
            "All numbers in the weights, trainable or not.",
        ),
        (
            "Trainable",
            figures.exact(now.trainable_params),
            f"{figures.exact(now.trainable_params)} trainable parameters",
            figures.signed_short(now.trainable_params - before.trainable_params),
            "Those that training changes: all but the statistics of batch normalisation.",
        ),
        (
            "MACs",
            figures.short(now.macs),
            f"{figures.exact(now.macs)} MACs",
            figures.signed_short(now.macs - before.macs),
            f"{MACS_HELP} Papers often print these as FLOPs.",
        ),
        (
            "FLOPs",
            figures.short(now.flops),
            f"{figures.exact(now.flops)} FLOPs",
            figures.signed_short(now.flops - before.flops),
            FLOPS_HELP,
        ),
        (
            "Peak memory",
            figures.in_bytes(peak),
            f"{figures.exact(peak)} bytes of activations at once",
            _bytes_change(peak_change),
            "The most that must be held at one moment while one image runs through, in float32, without weights.",
        ),
        (
            "Size",
            figures.in_bytes(analysis.size_bytes),
            f"{figures.exact(analysis.size_bytes)} bytes of weights",
            _bytes_change(size),
            "The weights in float32: four bytes a parameter.",
        ),
    )
    return tuple(Total(*row) for row in rows)


def _bytes_change(change: int) -> str:
    sign = "+" if change > 0 else figures.MINUS
    return f"{sign}{figures.in_bytes(abs(change))}" if change else ""


class TotalsBar(QWidget):
    """Shows a state's totals; `incomplete_clicked` asks where what is not counted is."""

    incomplete_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("totals")
        self.setAccessibleName("totals")
        # The window may be narrower than its totals.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 8, 4)
        self._row.setSpacing(6)
        self._figures: dict[str, tuple[QLabel, QLabel, QLabel]] = {}
        self._shown: tuple[Total, ...] = ()
        self.note = QToolButton()
        self.note.setAccessibleName("not counted")
        self.note.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.note.setToolTip("In error, or behind an error. Click to see where.")
        self.note.clicked.connect(self.incomplete_clicked)
        self._row.addWidget(self.note)
        self._row.addStretch(1)
        self.note.hide()

    def show_state(self, state: State) -> None:
        """Push the difference."""
        shown = totals(state.analysis, state.baseline if state.dirty else None)
        if shown != self._shown:
            self._shown = shown
            for total in shown:
                self._show(total)
        left = len(state.analysis.left_out)
        self.note.setText(f"{left} node{'s' if left > 1 else ''} not counted")
        self.note.setVisible(bool(left))
        if left:
            self._paint_note()

    def set_theme(self, theme: Theme) -> None:
        """Another look."""
        self._theme = theme
        self._paint_note()

    def _paint_note(self) -> None:
        theme = self._theme
        self.note.setIcon(icon("mdi6.alert", theme, theme.warning))
        self.note.setStyleSheet(f"color: {theme.warning}")

    def _add(self, name: str) -> None:
        labels = (plain(name, "muted"), plain("", "figure"), plain("", "changed"))
        labels[1].setAccessibleName(f"total: {name}")
        labels[2].setAccessibleName(f"change: {name}")
        place = 4 * len(self._figures)
        for offset, label in enumerate(labels):
            self._row.insertWidget(place + offset, label)
        self._row.insertSpacing(place + 3, 14)
        self._figures[name] = labels

    def _show(self, total: Total) -> None:
        if total.name not in self._figures:
            self._add(total.name)
        name, figure, change = self._figures[total.name]
        figure.setText(total.text)
        figure.setAccessibleDescription(total.exact)
        change.setText(total.change)
        change.setVisible(bool(total.change))
        since = f"\n{total.change} since it was saved." if total.change else ""
        for label in (name, figure, change):
            label.setToolTip(f"{total.exact}\n{total.tooltip}{since}")
