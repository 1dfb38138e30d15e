"""Makes sure that Qt objects are destroyed in the main thread only.

Python's cyclic garbage collector runs in whichever thread allocates the object that exceeds a threshold, and destroys
what it finds there. A QObject must be destroyed in its own thread: the timers of a scene that is destroyed elsewhere
go on firing into freed memory. So automatic collection is off in an application with a window, and the main loop
collects. A thread must not drop the last reference either: what it was given is kept until it has ended.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from threading import Thread
from time import monotonic
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

TICK_MS = 100
YOUNG, MIDDLE, OLD = range(3)


class Collector(QObject):
    """Runs the cyclic garbage collector from the main loop, by the interpreter's own thresholds.

    One exists for each application; `collect_in_main_thread` makes it.
    """

    _called = Signal(object)  # out of a thread

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._settled = 0  # objects that the last full collection left
        self._refused = 0  # the old generation's count when it had not grown enough
        self._threads: list[tuple[Thread, object]] = []
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._called.connect(self._call)
        self.begin()

    def begin(self) -> None:
        """Turn automatic collection off and collect from the main loop."""
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        """Wait for the threads, collect, and turn automatic collection on again: all windows must be destroyed."""
        self.join(None)
        self._timer.stop()
        gc.collect()
        gc.enable()

    def tick(self) -> None:
        """Collect the oldest generation that is due; release what threads that have ended were given."""
        self._release()
        generation = self._due()
        if generation is not None:
            self._collect(generation)

    def freeze(self) -> None:
        """Exempt all objects that exist now from collection: a full one over them stops the interface for 60 ms."""
        self._collect(OLD)
        gc.freeze()
        self._settled = 0

    def _due(self) -> int | None:
        """The generation that CPython would collect at the next allocation."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        if not thresholds[YOUNG] or counts[YOUNG] <= thresholds[YOUNG]:
            return None
        if counts[OLD] > thresholds[OLD] + self._refused:
            # CPython's rule for full collections: a quarter more objects than the last one left.
            grown = len(gc.get_objects(generation=OLD)) - self._settled
            if grown > self._settled / 4:
                return OLD
            self._refused = counts[
                OLD
            ]  # counting objects is not free: not at every tick
        return MIDDLE if counts[MIDDLE] > thresholds[MIDDLE] else YOUNG

    def _collect(self, generation: int) -> None:
        gc.collect(generation)
        if generation == OLD:
            self._settled = len(gc.get_objects(generation=OLD))
            self._refused = 0

    # Threads

    def start(self, work: Callable[..., object], *args: Any, name: str) -> Thread:
        """Run `work` in a daemon thread. It and its arguments are released in the main thread, after the end."""
        self._release()
        thread = Thread(target=work, args=args, name=name, daemon=True)
        self._threads.append((thread, (work, args)))
        thread.start()
        return thread

    def call(self, function: Callable[..., object], *args: Any) -> None:
        """From a thread: have the main loop call a function, unless it is a method of a QObject that is gone by then.

        A thread must not emit a signal of an object that may be destroyed at that moment; this one outlives them all.
        """
        self._called.emit((function, args))

    def _call(self, call: tuple[Callable[..., object], tuple[Any, ...]]) -> None:
        function, args = call
        owner = getattr(function, "__self__", None)
        if not isinstance(owner, QObject) or shiboken6.isValid(owner):
            function(*args)

    def join(self, timeout_s: float | None) -> bool:
        """Wait for the threads, without a limit for None; returns whether all have ended."""
        deadline_s = None if timeout_s is None else monotonic() + timeout_s
        for thread, _ in self._threads:
            thread.join(deadline_s and max(0.0, deadline_s - monotonic()))
        self._release()
        return not self._threads

    def _release(self) -> None:
        self._threads = [kept for kept in self._threads if kept[0].is_alive()]


def collect_in_main_thread() -> Collector:
    """The application's collector, made by the first call; automatic collection is off from then on.

    Call it in the main thread, before anything starts another one.
    """
    application = QCoreApplication.instance()
    assert application is not None
    found = application.findChild(Collector)
    if found is None:
        return Collector(application)
    found.begin()
    return found


def start_thread(work: Callable[..., object], *args: Any, name: str) -> Thread:
    """Run `work(*args)` in a daemon thread next to the main loop.

    No Qt object may be created, changed or destroyed there; `Collector.call` brings results to the main loop. `work`
    and `args` are kept until the thread has ended and are released in the main thread.
    """
    return collect_in_main_thread().start(work, *args, name=name)
