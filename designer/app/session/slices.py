"""Runs long work on the main loop in small steps, so that the window stays responsive."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextvars import Context, copy_context
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

AT_ONCE = 100  # steps that are done before anything else happens
SLICE_S = 0.012

Finish = Callable[[], object]
Work = Generator[None, None, Finish]


class Slices(QObject):
    """Runs one job after another.

    A piece is a generator that yields after each of its steps and returns what is to be called at its end. Short work
    is finished at once. Of several pieces that come in while one is under way, only the newest is started.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Work | None = None
        self._context = Context()  # of the work: its context variables are its own
        self._next: Callable[[], Work] | None = None
        self._idle: list[Callable[[], object]] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._slice)

    @property
    def busy(self) -> bool:
        """Whether a job is running."""
        return self._work is not None

    def run(self, begin: Callable[[], Work]) -> None:
        """Start a job, or queue it behind the running one."""
        if self._work is not None:
            self._next = begin
            return
        self._begin(begin)
        for _ in range(AT_ONCE):
            if self._step():
                return
        self._timer.start()

    def settle(self) -> None:
        """Run all jobs to the end now."""
        while self._work is not None:
            self._step()

    def drop(self) -> None:
        """Drop the running and the queued job."""
        work, self._work, self._next = self._work, None, None
        self._timer.stop()
        if work is not None:
            self._context.run(work.close)

    def when_idle(self, then: Callable[[], object]) -> None:
        """Call a function when no job is running: now, or later."""
        if self.busy:
            self._idle.append(then)
        else:
            then()

    def _begin(self, begin: Callable[[], Work]) -> None:
        self._context = copy_context()
        self._work = begin()

    def _slice(self) -> None:
        end = perf_counter() + SLICE_S
        while perf_counter() < end and self._work is not None and not self._step():
            pass

    def _step(self) -> bool:
        """Do one step; returns whether it was the last one of the job."""
        work = self._work
        assert work is not None
        try:
            self._context.run(next, work)
        except StopIteration as done:
            self._work = None
            self._finish(done.value)
            return True
        except BaseException:
            self.drop()
            raise
        return False

    def _finish(self, finish: Finish) -> None:
        self._timer.stop()
        begin, self._next = self._next, None
        finish()
        if begin is not None and self._work is None:
            self._begin(begin)
            self._timer.start()
        while self._idle and not self.busy:
            self._idle.pop(0)()
