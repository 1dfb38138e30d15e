"""The application's side of the worker: jobs are queued, done one at a time, and can be cancelled at any moment."""

from __future__ import annotations

import atexit
import sys
import threading
from collections.abc import Callable, Sequence
from types import TracebackType

from .dispatcher import STARTING, Dispatcher, Order, Patience
from .job import Job, Request
from .memory import available_bytes
from .protocol import CancelledError, ExportError, Progress, ProgressCallback

__all__ = [
    "CancelledError",
    "ExportError",
    "Job",
    "Patience",
    "Progress",
    "Request",
    "Worker",
]

WARM_UP_BYTES = 4 * 10**9  # a worker that waits for jobs holds 650 MB


class Worker:
    """Everything that needs TensorFlow, in a process that may be slow, crash, hang or be missing without harm.

    The process starts at `warm_up` or with the first job. It ends when a job is cancelled that it is working on, when
    it has been idle for long, at `close`, and when the interpreter exits; the next job starts another.
    """

    def __init__(
        self,
        command: Sequence[str] = (sys.executable, "-I"),
        patience: Patience = Patience(),  # noqa: B008 - frozen
        available_bytes: Callable[[], int | None] = available_bytes,
    ) -> None:
        """`command` is what starts Python; `available_bytes` measures the memory that is left."""
        self._command, self._patience = tuple(command), patience
        self._available_bytes = available_bytes
        self._lock = threading.Lock()
        self._dispatcher: Dispatcher | None = None
        self._closed = False

    def warm_up(self) -> None:
        """Start importing TensorFlow, and return at once. What goes wrong is said to the first job.

        Does nothing where less than `WARM_UP_BYTES` of memory are available: others need it more.
        """
        available = self._available_bytes()
        if available is None or available >= WARM_UP_BYTES:
            self._tell(Order("warm"))

    def submit(
        self,
        request: Request,
        *,
        on_progress: ProgressCallback | None = None,
        on_done: Callable[[Job], object] | None = None,
    ) -> Job:
        """Queue a job. Raises ExportError after `close`."""
        job = Job(request, self._cancel, on_progress, on_done)
        warm = self._dispatcher is not None and self._dispatcher.ready
        job.report(Progress(0, "Waiting for its turn" if warm else STARTING))
        if not self._tell(Order("submit", job)):
            raise ExportError("The application is closing, so nothing is exported.")
        return job

    def close(self) -> None:
        """Cancel all jobs and end the process: no thread, process or folder is left."""
        with self._lock:
            self._closed = True
            dispatcher, self._dispatcher = self._dispatcher, None
        if dispatcher is not None:
            atexit.unregister(self.close)
            dispatcher.inbox.put(Order("close"))
            if dispatcher is not threading.current_thread():
                dispatcher.join()

    @property
    def process_id(self) -> int | None:
        """Of the process that is running at the moment."""
        process = None if self._dispatcher is None else self._dispatcher.process
        return None if process is None else process.id

    def _cancel(self, job: Job) -> None:
        self._tell(Order("cancel", job))

    def _tell(self, order: Order) -> bool:
        """Whether there is anyone to tell."""
        with self._lock:
            if self._closed:
                return False
            if self._dispatcher is None:
                self._dispatcher = Dispatcher(self._command, self._patience)
                self._dispatcher.start()
                atexit.register(self.close)
            self._dispatcher.inbox.put(order)
            return True

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
