"""A piece of work for the worker, and the handle that its owner keeps."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .protocol import Progress, ProgressCallback

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """What the worker is asked: the module of this package whose `run` does it, and what that needs."""

    task: str
    target: Path  # what the task makes
    staging: (
        Path  # removed by the worker if the application dies before the job is done
    )
    files: Mapping[str, str] = field(default_factory=dict)  # name -> text
    arguments: Mapping[str, Any] = field(default_factory=dict)  # plain JSON values


class Job:
    """A request on its way. Its callbacks run in the worker's thread; a progress callback that raises fails the job."""

    def __init__(
        self,
        request: Request,
        cancel: Callable[[Job], None],
        on_progress: ProgressCallback | None = None,
        on_done: Callable[[Job], object] | None = None,
    ) -> None:
        self.request = request
        self._cancel = cancel
        self._on_progress = on_progress
        self._on_done = on_done
        self._finished = threading.Event()
        self._value: Any = None
        self._error: Exception | None = None

    @property
    def done(self) -> bool:
        return self._finished.is_set()

    def wait(self, timeout: float | None = None) -> bool:
        """Whether the job is done, at once or within `timeout` seconds."""
        return self._finished.wait(timeout)

    def result(self, timeout: float | None = None) -> Any:
        """What the task returned. Raises ExportError if it failed, TimeoutError after `timeout` seconds."""
        if not self.wait(timeout):
            raise TimeoutError(f"the job is not done after {timeout} s")
        if self._error is not None:
            raise self._error
        return self._value

    def cancel(self) -> None:
        """Stop the job, wherever it is: `result` raises CancelledError. Does nothing to a job that is done."""
        self._cancel(self)

    def report(self, progress: Progress) -> None:
        """Tell the owner how far it is."""
        if self._on_progress is not None:
            self._on_progress(progress)

    def finish(self, value: Any = None, error: Exception | None = None) -> None:
        """Make the result known."""
        self._value, self._error = value, error
        self._finished.set()
        if self._on_done is not None:
            try:
                self._on_done(self)
            except Exception:  # the next jobs must not suffer
                LOG.exception("a callback failed after its job was done")
