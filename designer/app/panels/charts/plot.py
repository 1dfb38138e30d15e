"""A chart drawn by matplotlib: bars, a line or points, with the node under the pointer highlighted."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator, NullLocator
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from designer.app.panels.charts.content import Chart, Mark, elided
from designer.app.plotting.canvas import Canvas, rim
from designer.app.plotting.style import chart_text, font, style_axes
from designer.app.plotting.tools import ChartTools
from designer.app.text.translation import tr
from designer.canvas.values.theme import BODY_PX, GRID, Theme, category_style

REACH_PX = 12  # how near the mouse must be to a point
BAR = 0.8  # of the way from one bar to the next
FEW = 40  # bars that have room for outlines
NAMES = 12  # under the bars
LEFT, RIGHT, TOP, BOTTOM = 9 * GRID, 2 * GRID, 2 * GRID, 5 * GRID


class Plot(QWidget):
    """Shows a Chart.

    Signals:
        chosen: a mark was clicked, or Enter pressed on it: its node.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.chart: Chart | None = None
        self._selected: frozenset[str] = frozenset()
        self._label = 0  # the room of a word under the axis
        self._at = -1  # the mark that arrows stepped to
        self.figure = Figure()
        self.axes = self.figure.add_subplot()
        self.axes.format_coord = self._at_cursor  # type: ignore[method-assign]  # as matplotlib documents it
        self.canvas = Canvas(self.figure, tr("chart"), chooses=True)
        self.tools = ChartTools(self.canvas, self, theme)  # placed by its parent
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        self.setFocusProxy(self.canvas)
        rim(self)
        self.canvas.stepped.connect(self._step)
        self.canvas.entered.connect(self._enter)
        self.canvas.resized.connect(self._fit)
        self.canvas.mpl_connect("motion_notify_event", self._hover)
        self.canvas.mpl_connect("button_press_event", self._press)

    def show_chart(self, chart: Chart, selected: Collection[str]) -> None:
        """Draw a chart; selected nodes are highlighted."""
        anew = self.chart is None or chart.kind != self.chart.kind
        same = self.chart is not None and len(chart.marks) == len(self.chart.marks)
        self.chart, self._selected = chart, frozenset(selected)
        self._at = self._at if same and not anew else -1
        self.canvas.setAccessibleDescription(chart.spoken)
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self.tools.set_theme(theme)
        if self.chart is not None:
            self._draw()

    # Drawing

    def _draw(self) -> None:
        axes, chart = self.axes, self.chart
        assert chart is not None
        axes.clear()
        style_axes(axes, self._theme)
        self._label = 2 * GRID if chart.kind == "scatter" else 0
        draw: dict[str, Callable[[Chart], None]] = {
            "scatter": self._points,
            "cumulative": self._line,
            "memory": self._steps,
        }
        if chart.marks:
            draw.get(chart.kind, self._bars)(chart)
        else:
            self._nothing()
        self.tools.update()  # clears the tool bar's stored views
        self._fit()

    def _fit(self) -> None:
        """As much room as the axis labels need at any size in pixels."""
        width, height = max(self.canvas.width(), 1), max(self.canvas.height(), 1)
        self.figure.subplots_adjust(
            left=min(LEFT / width, 0.4),
            right=max(1 - RIGHT / width, 0.6),
            bottom=min((BOTTOM + self._label) / height, 0.4),
            top=max(1 - TOP / height, 0.6),
        )
        self.canvas.draw_idle()

    def _bars(self, chart: Chart) -> None:
        """All bars as one collection: thousands of patches would take seconds."""
        half = BAR / 2
        corners = [
            [(m.x - half, 0), (m.x - half, m.y), (m.x + half, m.y), (m.x + half, 0)]
            for m in chart.marks
        ]
        edges = [self._edge(mark) for mark in chart.marks]
        few = len(chart.marks) <= FEW
        self.axes.add_collection(
            PolyCollection(
                corners,
                facecolors=[self._colour(mark) for mark in chart.marks],
                edgecolors=edges,
                linewidths=2.0 if few or self._selected else 0.0,
                gid="bars",
            )
        )
        self._name_nodes(chart)
        self.axes.grid(False, axis="x")

    def _line(self, chart: Chart) -> None:
        xs, ys = [m.x for m in chart.marks], [m.y for m in chart.marks]
        colour = self._theme.accent
        self.axes.fill_between(xs, ys, color=colour, alpha=0.15, linewidth=0)
        self.axes.plot(xs, ys, color=colour, linewidth=2, gid="line")
        self._mark_selected(chart)
        self._name_nodes(chart)

    def _steps(self, chart: Chart) -> None:
        xs, ys = [m.x for m in chart.marks], [m.y for m in chart.marks]
        colour, peak = self._theme.accent, max(chart.marks, key=lambda m: m.y)
        self.axes.fill_between(
            xs, ys, step="mid", color=colour, alpha=0.15, linewidth=0
        )
        self.axes.step(xs, ys, where="mid", color=colour, linewidth=2, gid="line")
        self.axes.annotate(
            tr("peak {size}, {name}").format(
                size=chart.unit(round(peak.y)), name=chart_text(peak.name)
            ),
            (peak.x, peak.y),
            xytext=(6, 2),
            textcoords="offset points",
            ha="left" if peak.x < 0.6 * len(xs) else "right",
            va="bottom",
            color=self._theme.text,
            **font(BODY_PX),
        )
        self._mark_selected(chart)
        self._name_nodes(chart)

    def _points(self, chart: Chart) -> None:
        self.axes.scatter(
            [mark.x for mark in chart.marks],
            [mark.y for mark in chart.marks],
            s=56,
            c=[self._colour(mark) for mark in chart.marks],
            edgecolors=[self._edge(mark) for mark in chart.marks],
            linewidths=2,
            gid="points",
        )
        for axis in (self.axes.xaxis, self.axes.yaxis):
            axis.set_minor_locator(NullLocator())
        self.axes.set_xscale("log")
        self.axes.set_yscale("log")
        for axis in (self.axes.xaxis, self.axes.yaxis):
            axis.set_major_formatter(_in(chart.unit))
            axis.set_minor_formatter(FuncFormatter(lambda value, place: ""))
        label = {"color": self._theme.text, **font(BODY_PX)}
        self.axes.set_xlabel(tr("Parameters"), **label)
        self.axes.set_ylabel(tr("MACs"), **label)

    def _mark_selected(self, chart: Chart) -> None:
        marks = [mark for mark in chart.marks if self._edge(mark) != "none"]
        if marks:
            self.axes.scatter(
                [mark.x for mark in marks],
                [mark.y for mark in marks],
                s=48,
                color=self._theme.text,
                zorder=3,
            )

    def _name_nodes(self, chart: Chart) -> None:
        names = [elided(mark.name) for mark in chart.marks]

        def name(value: float, place: int | None) -> str:
            at = round(value)
            return names[at] if at == value and 0 <= at < len(names) else ""

        most = max(2, min(NAMES, self.canvas.width() // (12 * GRID)))
        self.axes.xaxis.set_major_locator(MaxNLocator(most, integer=True))
        self.axes.xaxis.set_major_formatter(FuncFormatter(name))
        self.axes.yaxis.set_major_locator(MaxNLocator(5))
        self.axes.yaxis.set_major_formatter(_in(chart.unit))
        self.axes.set_xlim(-0.6, len(names) - 0.4)
        self.axes.set_ylim(0, 1.15 * max(mark.y for mark in chart.marks) or 1)

    def _nothing(self) -> None:
        self.axes.set_axis_off()
        self.axes.text(
            0.5,
            0.5,
            tr("Nothing to show yet: add some blocks."),
            ha="center",
            va="center",
            transform=self.axes.transAxes,
            color=self._theme.muted,
            **font(BODY_PX),
        )

    def _colour(self, mark: Mark) -> str:
        return self._theme.categories[category_style(mark.category).hue]

    def _edge(self, mark: Mark) -> str:
        assert self.chart is not None
        stepped = self._at >= 0 and self.chart.marks[self._at] is mark
        if stepped or mark.node in self._selected:
            return self._theme.text
        return "none"

    # Mouse events

    def _nearest(self, event: Any) -> Mark | None:
        chart = self.chart
        if chart is None or not chart.marks or event.inaxes is not self.axes:
            return None
        if chart.kind != "scatter":
            at = round(event.xdata)
            return chart.marks[at] if 0 <= at < len(chart.marks) else None
        reach = REACH_PX * self.canvas.device_pixel_ratio

        def distance(mark: Mark) -> float:
            x, y = self.axes.transData.transform((mark.x, mark.y))
            return float(((x - event.x) ** 2 + (y - event.y) ** 2) ** 0.5)

        near = min(chart.marks, key=distance)
        return near if distance(near) <= reach else None

    def _at_cursor(self, x: float, y: float) -> str:
        """The tool bar's text at data coordinates: the node of a bar or step, both figures of a scatter plot."""
        chart = self.chart
        if chart is None or not chart.marks:
            return ""
        if chart.kind == "scatter":
            text = tr("{params} parameters, {macs} MACs")
            return text.format(params=chart.unit(round(x)), macs=chart.unit(round(y)))
        at = round(x)
        if not 0 <= at < len(chart.marks):
            return ""
        mark = chart.marks[at]
        return f"{elided(mark.name)}: {chart.unit(round(mark.y))}"

    def _hover(self, event: Any) -> None:
        mark = None if self.tools.mode else self._nearest(event)
        if mark is None:
            self.canvas.unsetCursor()
            QToolTip.hideText()
            return
        self.canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        at = event.guiEvent.globalPosition().toPoint()
        QToolTip.showText(at, mark.text, self.canvas)

    def _press(self, event: Any) -> None:
        self.canvas.setFocus()
        mark = None if self.tools.mode else self._nearest(event)
        if mark is not None:
            self.chosen.emit(mark.node)

    def _step(self, steps: int) -> None:
        chart = self.chart
        if chart is None or not chart.marks:
            return
        self._at = min(max(self._at + steps, 0), len(chart.marks) - 1)
        mark = chart.marks[self._at]
        self._draw()
        self.canvas.setAccessibleDescription(mark.text)
        place = QPoint(self.canvas.width() // 2, self.canvas.height() // 2)
        QToolTip.showText(self.canvas.mapToGlobal(place), mark.text, self.canvas)

    def _enter(self) -> None:
        if self.chart is not None and self._at >= 0:
            self.chosen.emit(self.chart.marks[self._at].node)


def _in(unit: Callable[[int], str]) -> FuncFormatter:
    return FuncFormatter(lambda value, place: unit(round(value)))
