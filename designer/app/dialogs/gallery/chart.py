"""The chart of MACs against published top-1 accuracy, with a point for each published variant and the open design."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from designer.app.dialogs.gallery.chart_frame import frame, legend, margins
from designer.app.dialogs.gallery.chart_labels import place_labels
from designer.app.dialogs.gallery.entries import Options
from designer.app.dialogs.gallery.points import Point, Series, in_order, limits, series
from designer.app.plotting.canvas import Canvas, rim
from designer.app.plotting.style import chart_text, font
from designer.app.plotting.tools import ChartTools
from designer.app.session.state import State
from designer.app.text import figures
from designer.app.text.translation import tr
from designer.canvas.values.theme import BODY_PX, GRID, SMALL_PX, Theme
from templates import Template

REACH_PX = 12  # how near the mouse must be to a point
SIZE, RING = 56.0, 200.0  # of markers, in square points
FAINT = 0.15


class Chart(QWidget):
    """The points of all templates.

    Signals:
        chosen: a point was clicked: its template's id and options.
        opened: it was double-clicked.
    """

    chosen = Signal(str, object)
    opened = Signal(str, object)

    def __init__(self, templates: Mapping[str, Template], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._series = series(templates.values())
        self.points = in_order(self._series)
        self._matches: Collection[str] = frozenset(templates)
        self._marked: Point | None = None
        self._design: tuple[str, int] | None = None
        self._stale = True
        self._notes: list[Any] = []  # what is over the points
        self.figure = Figure()
        self.axes = self.figure.add_subplot()
        self.canvas = Canvas(self.figure, tr("chart of MACs and top-1"))
        self.canvas.setMinimumSize(40 * GRID, 30 * GRID)
        self.tools = ChartTools(self.canvas, self, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.canvas, 1)
        self.setFocusProxy(self.canvas)
        rim(self)
        self.canvas.stepped.connect(self._step)
        self.canvas.mpl_connect("motion_notify_event", self._hover)
        self.canvas.mpl_connect("button_press_event", self._press)
        self.canvas.mpl_connect("button_release_event", self._release)
        self.canvas.mpl_connect("resize_event", lambda event: self._annotate())
        self._fit()

    # Requests of other parts

    def show_design(self, state: State) -> None:
        """Mark the MACs of the open design."""
        macs = state.root_analysis.total.macs
        least = "" if state.root_analysis.complete else tr("at least ")
        text = tr("{title}: {least}{macs} MACs").format(
            title=chart_text(state.title), least=least, macs=figures.short(macs)
        )
        design = (text, macs) if macs else None
        if design != self._design:
            self._design = design
            low, high = self.axes.get_xlim()
            if macs and not low < macs < high:
                self._fit()
            self._annotate()

    def show_matches(self, ids: Collection[str]) -> None:
        """Dim the templates that are not among these."""
        if ids != self._matches:
            self._matches = ids
            self._draw()

    def mark(self, id: str, options: Options) -> None:
        """Ring the chosen variant, if it is a point."""
        chosen = next((it for it in self.points if it.is_of(id, options)), None)
        if chosen is not self._marked:
            self._marked = chosen
            self._annotate()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self.tools.set_theme(theme)
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._draw()

    # Drawing

    def _fit(self) -> None:
        """Set the axis limits to all points and the open design."""
        macs = [point.macs for point in self.points]
        macs += [self._design[1]] if self._design else []
        self.axes.set_xscale("log")
        self.axes.set_xlim(min(macs) / 1.5, max(macs) * 1.8)
        self.axes.set_ylim(limits([point.top1 for point in self.points], 0.06))
        self.tools.update()  # clears the tool bar's stored views

    def _draw(self) -> None:
        """Draw the chart if it is visible."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        axes, theme = self.axes, self._theme
        view = axes.get_xlim(), axes.get_ylim()
        axes.clear()
        self._notes.clear()
        frame(axes, theme)
        axes.set(xlim=view[0], ylim=view[1])
        for one in self._series:
            axes.scatter(
                [point.macs for point in one.points],
                [point.top1 for point in one.points],
                s=SIZE,
                marker=one.marker,
                c=[self._colour(one, point) for point in one.points],
                edgecolors=theme.base,
                linewidths=0.8,
                label=one.family,
                gid=f"family: {one.family}",
                zorder=3,
            )
        legend(axes, [theme.categories[one.hue] for one in self._series], theme)
        self._annotate()

    def _annotate(self) -> None:
        """Draw what changes with the pointer: the ring, the open design, the names."""
        self._stale = self._stale or not self.isVisible()
        if self._stale:
            return
        for artist in self._notes:
            artist.remove()
        margins(self.axes, self.canvas.width(), self.canvas.height())
        self._notes = [*self._ring(), *self._line()]
        self._notes += self._names()
        self.canvas.draw_idle()

    def _ring(self) -> list[Any]:
        if self._marked is None:
            return []
        ring = self.axes.scatter(
            [self._marked.macs],
            [self._marked.top1],
            s=RING,
            facecolors="none",
            edgecolors=self._theme.accent,
            linewidths=2,
            gid="chosen",
            zorder=4,
        )
        return [ring]

    def _line(self) -> list[Any]:
        if self._design is None:
            return []
        text, macs = self._design
        line = self.axes.axvline(
            macs, color=self._theme.accent, linewidth=1.5, ls="--", gid="open design"
        )
        left, right = self.axes.get_xlim()
        on_right = macs < (left * right) ** 0.5
        name = self.axes.annotate(
            text,
            (macs, 1),
            xycoords=("data", "axes fraction"),
            xytext=(-2 if on_right else 2, 4),
            textcoords="offset points",
            ha="left" if on_right else "right",
            va="bottom",
            color=self._theme.accent,
            gid="open design's name",
            **font(BODY_PX),
        )
        return [line, name]

    def _names(self) -> list[Any]:
        """The best of each family, the chosen one first; a label that finds no room is left out."""
        wanted = [one.best for one in self._series]
        wanted = [point for point in wanted if self._strength(point) == 1]
        chosen = [] if self._marked is None else [self._marked]
        wanted = [*chosen, *(it for it in wanted if it not in chosen)]
        return place_labels(
            self.axes,
            [(point.name, point.macs, point.top1) for point in wanted],
            [(point.macs, point.top1) for point in self.points],
            roaming=len(chosen),
            clear_of=self._design[1] if self._design else None,
            color=self._theme.text,
            **font(SMALL_PX),
        )

    def _colour(self, one: Series, point: Point) -> Any:
        return to_rgba(self._theme.categories[one.hue], self._strength(point))

    def _strength(self, point: Point) -> float:
        return 1 if point.template.id in self._matches else FAINT

    # Mouse events

    def _nearest(self, event: Any) -> Point | None:
        if event.inaxes is not self.axes:
            return None
        reach = REACH_PX * self.canvas.device_pixel_ratio

        def distance(point: Point) -> float:
            x, y = self.axes.transData.transform((point.macs, point.top1))
            return float(((x - event.x) ** 2 + (y - event.y) ** 2) ** 0.5)

        near = min(self.points, key=distance)
        return near if distance(near) <= reach else None

    def _hover(self, event: Any) -> None:
        if self.tools.mode:
            return
        point = self._nearest(event)
        if point is None:
            self.canvas.unsetCursor()
            QToolTip.hideText()
            return
        self.canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        at = event.guiEvent.globalPosition().toPoint()
        QToolTip.showText(at, point.text, self.canvas)

    def _press(self, event: Any) -> None:
        self.canvas.setFocus()
        point = None if self.tools.mode else self._nearest(event)
        if point is None:
            return
        (self.opened if event.dblclick else self.chosen).emit(
            point.template.id, point.options
        )

    def _release(self, event: Any) -> None:
        if self.tools.mode:  # another part is looked at
            self._annotate()

    def _step(self, steps: int) -> None:
        if self._marked is None:
            point = self.points[0]
        else:
            place = self.points.index(self._marked) + steps
            point = self.points[min(max(place, 0), len(self.points) - 1)]
        self.chosen.emit(point.template.id, point.options)
