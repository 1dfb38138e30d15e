"""The list of tasks: their progress, the time left, and a button that cancels."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from designer.app.panel import Panel
from designer.app.session.state import State, as_sentence
from designer.app.session.tasks import ICONS, Task, Tasks, left_s, spoken
from designer.app.text.translation import later, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import plain
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID, Theme

STEPS = 1000
BAR_WIDTH = 20 * GRID
TICK_MS = 1_000  # the remaining time is updated


class Row(QWidget):
    """One task."""

    def __init__(self, task: Task, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.task = task
        self.sign = QLabel()
        self.title = plain(task.title, "figure")
        self.bar = QProgressBar()
        self.bar.setFixedWidth(BAR_WIDTH)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("progress of {task}").format(task=task.title))
        self.detail = plain("", "muted")
        self.detail.setAccessibleName(tr("state of {task}").format(task=task.title))
        self.stop = QToolButton()
        self.stop.setToolTip(tr("Cancel"))
        self.stop.setAccessibleName(tr("cancel {task}").format(task=task.title))
        self.stop.clicked.connect(lambda: tasks.cancel(task.id))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        for part in (self.sign, self.title, self.bar, self.detail):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.stop)
        self.show_task(task)

    def show_task(self, task: Task) -> None:
        """Show its current progress."""
        self.task = task
        running = task.outcome == "running"
        self.bar.setVisible(running)
        self.stop.setVisible(running)
        if task.fraction is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, STEPS)
            self.bar.setValue(round(task.fraction * STEPS))
        self.tell()
        self.set_theme(self._theme)

    def tell(self) -> None:
        """Show the current step and the time left, or the result."""
        task = self.task
        if task.outcome == "cancelled":
            self.detail.setText(tr("cancelled"))
            return
        seconds = left_s(task, monotonic())
        parts = [task.detail, "" if seconds is None else spoken(seconds)]
        if task.outcome != "running":
            parts = [as_sentence(task.detail) or tr("done")]
        self.detail.setText(", ".join(filter(None, parts)))

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        colours = {"done": theme.success, "failed": theme.error}
        colour = colours.get(self.task.outcome, theme.muted)
        sign = icon(ICONS[self.task.outcome], theme, colour)
        self.sign.setPixmap(sign.pixmap(18, 18))
        self.stop.setIcon(icon("mdi6.close", theme, theme.muted))


class TaskPanel(QWidget):
    """The tasks of a window, the newest first."""

    def __init__(self, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tasks, self._theme = tasks, theme
        self._rows: dict[int, Row] = {}
        self._nothing = plain(
            tr("Exports and other long tasks are listed here."), "muted"
        )
        body = QWidget()
        self._list = QVBoxLayout(body)
        self._list.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self._list.setSpacing(0)
        self._list.addWidget(self._nothing)
        self._list.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(tr("tasks"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self._clock = QTimer(self, interval=TICK_MS)
        self._clock.timeout.connect(self._tick)
        tasks.changed.connect(self._show)
        for task in [*tasks][::-1]:
            self._show(task)

    def show_state(self, state: State) -> None:
        """Do nothing: tasks do not depend on the design."""

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        for row in self._rows.values():
            row.set_theme(theme)

    def _show(self, task: Task) -> None:
        row = self._rows.get(task.id)
        if row is None:
            row = self._rows[task.id] = Row(task, self._tasks, self._theme)
            self._list.insertWidget(0, row)
        else:
            row.show_task(task)
        known = {task.id for task in self._tasks}
        for id in [id for id in self._rows if id not in known]:
            self._rows.pop(id).deleteLater()
        self._nothing.setVisible(not self._rows)
        if self._tasks.running:
            self._clock.start()
        else:
            self._clock.stop()

    def _tick(self) -> None:
        for row in self._rows.values():
            row.tell()


def make(workbench: Workbench) -> TaskPanel:
    """Make the list of the window's tasks."""
    return TaskPanel(workbench.tasks, workbench.theme)


PANEL = Panel(
    "tasks",
    later("Tasks"),
    "mdi6.progress-clock",
    "bottom",
    make,
    shown=False,
    width=144,
    place=80,
)
