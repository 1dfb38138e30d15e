"""Long-running tasks: their progress, and how to cancel them. The window never waits for one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from designer.app.session.export_jobs import ExportJobs, Order
from designer.app.text.translation import counted, told, tr
from designer.app.widgets.lifetimes import collect_in_main_thread
from designer.export.process.protocol import Progress

Outcome = Literal["running", "done", "failed", "cancelled"]
KEPT = 20  # that are over; the oldest go
SURE_FROM = 0.03  # from this fraction on, the time left is worth a guess

Report = Callable[[float, str], object]


@dataclass(frozen=True, slots=True)
class Task:
    """One task and its progress.

    Args:
        fraction: how far it is, from 0 to 1; None where it is unknown.
        detail: the current step, or the result.
    """

    id: int
    title: str
    outcome: Outcome = "running"
    fraction: float | None = None
    detail: str = ""
    began_s: float = 0.0


def left_s(task: Task, now_s: float) -> float | None:
    """The estimated time left in seconds, if known."""
    if task.outcome != "running" or not task.fraction or task.fraction < SURE_FROM:
        return None
    gone = now_s - task.began_s
    return gone / task.fraction - gone


def spoken(seconds: float) -> str:
    """The time left as text, rounded to its accuracy."""
    if seconds < 90:
        whole = max(1, round(seconds))
        return counted(whole, tr("1 second left"), tr("{count} seconds left"))
    minutes = round(seconds / 60)
    return counted(minutes, tr("1 minute left"), tr("{count} minutes left"))


class Tasks(QObject):
    """The tasks of a window, the newest first."""

    changed = Signal(object)  # Task
    ended = Signal(object)  # Task

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: dict[int, Task] = {}
        self._stops: dict[int, Callable[[], object]] = {}
        self._thens: dict[int, Callable[[Any], object]] = {}
        self._next = 1

    def __iter__(self) -> Iterator[Task]:
        return iter([*self._tasks.values()][::-1])

    @property
    def running(self) -> list[Task]:
        """The running tasks."""
        return [task for task in self if task.outcome == "running"]

    # Work that reports by itself

    def begin(self, title: str, stop: Callable[[], object]) -> int:
        """Add a task; `stop` asks it to end."""
        id, self._next = self._next, self._next + 1
        self._stops[id] = stop
        self._put(Task(id, title, began_s=monotonic()))
        over = [t.id for t in self._tasks.values() if t.outcome != "running"]
        for old in over[:-KEPT]:
            del self._tasks[old]
        return id

    def report(self, id: int, fraction: float, detail: str = "") -> None:
        """Show or report the progress."""
        task = self._tasks.get(id)
        if task is not None and task.outcome == "running":
            self._put(replace(task, fraction=fraction, detail=detail))

    def end(self, id: int, outcome: Outcome, detail: str = "") -> None:
        """End a task."""
        task = self._tasks.get(id)
        if task is not None and task.outcome == "running":
            self._stops.pop(id, None)
            over = replace(task, outcome=outcome, detail=detail)
            self._put(over)
            self.ended.emit(over)

    def cancel(self, id: int) -> None:
        """Ask a task to end; its partial result is dropped."""
        if id in self._stops:
            self._stops[id]()

    # Work that this runs

    def run(
        self,
        title: str,
        work: Callable[[Report, Callable[[], bool]], Any],
        then: Callable[[Any], object],
    ) -> int:
        """Run work in a thread of its own.

        Args:
            work: takes a function that reports progress, and one that returns whether to stop.
            then: takes the result, in the window's own thread; not called on failure or cancellation.
        """
        stop = threading.Event()

        def cancel() -> None:
            stop.set()
            self.end(task, "cancelled")

        task = self.begin(title, cancel)
        self._thens[task] = then
        collector = collect_in_main_thread()

        def report(fraction: float, detail: str = "") -> None:
            collector.call(self.report, task, fraction, detail)

        def body() -> None:
            result, fault = None, ""
            try:
                result = work(report, stop.is_set)
            except Exception as error:  # it is shown; the window stays open
                fault = str(error) or type(error).__name__
            collector.call(self._finish, task, result, fault)

        collector.start(body, name=f"task {task}")
        return task

    def _finish(self, id: int, result: object, fault: str) -> None:
        then = self._thens.pop(id)
        if self._tasks[id].outcome != "running":
            return
        if fault:
            self.end(id, "failed", fault)
            return
        self.end(id, "done")
        then(result)

    def _put(self, task: Task) -> None:
        self._tasks[task.id] = task
        self.changed.emit(task)


class ExportTasks(QObject):
    """Lists exports as tasks."""

    def __init__(self, jobs: ExportJobs, tasks: Tasks) -> None:
        super().__init__(tasks)
        self._jobs, self._tasks = jobs, tasks
        self._id = 0
        jobs.started.connect(self._begin)
        jobs.progressed.connect(self._report)
        # Methods, not lambdas: Qt disconnects them with this object, which the jobs may outlive.
        jobs.proven.connect(self._proven)
        jobs.failed.connect(self._failed)
        jobs.cancelled.connect(self._cancelled)
        if jobs.order is not None:  # of the window in another language
            self._begin(jobs.order)

    def _begin(self, order: Order) -> None:
        title = tr("Export {file}").format(file=order.target.name)
        self._id = self._tasks.begin(title, self._jobs.cancel)

    def _report(self, progress: Progress) -> None:
        self._tasks.report(self._id, progress.fraction, told(progress.message))

    def _proven(self) -> None:
        self._end("done", tr("Proven to run."))

    def _failed(self, sentence: str) -> None:
        self._end("failed", sentence)

    def _cancelled(self) -> None:
        self._end("cancelled", "")

    def _end(self, outcome: Outcome, detail: str) -> None:
        self._tasks.end(self._id, outcome, told(detail))


ICONS: Mapping[Outcome, str] = {
    "running": "mdi6.progress-clock",
    "done": "mdi6.check-circle",
    "failed": "mdi6.alert-circle",
    "cancelled": "mdi6.cancel",
}
