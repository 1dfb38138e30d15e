"""The thread that owns the worker process: it queues jobs, watches over the one being done, and replaces what dies."""

from __future__ import annotations

import logging
import queue
import shutil
import signal
import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from .job import Job
from .process import Process
from .protocol import CancelledError, ExportError, Message, Progress

LOG = logging.getLogger(__name__)

STARTING = "Starting TensorFlow"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the worker is waited for, in seconds."""

    silence_s: float = 60  # at work without a word, not even a beat: it hangs
    stall_s: float = 1800  # at work on one stage of a job
    idle_s: float = 600  # without a job: its memory is given back


@dataclass(frozen=True, slots=True)
class Order:
    """What the application wants."""

    what: Literal["warm", "submit", "cancel", "close"]
    job: Job | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What a process said; None when it has ended."""

    process: Process
    message: Message | None


class Dispatcher(threading.Thread):
    """All state belongs to this thread; others put orders into `inbox`, and may look at `process` and `ready`."""

    def __init__(self, command: Sequence[str], patience: Patience) -> None:
        # A daemon: at exit, Python waits for other threads before it calls what would end them.
        super().__init__(name="export worker", daemon=True)
        self.inbox: queue.SimpleQueue[Order | Heard] = queue.SimpleQueue()
        self.process: Process | None = None
        self.ready = False  # the process has imported TensorFlow
        self._command = command
        self._patience = patience
        self._jobs: deque[Job] = deque()  # the first is next, or being done
        self._at_work = False  # it has been sent the first job
        self._sent = 0
        self._folder = Path()  # of the files of the job being done
        self._stage = ""
        self._heard_s = self._moved_s = 0.0  # when it last spoke, last made progress

    def run(self) -> None:
        """Until the order to close."""
        try:
            while True:
                try:
                    event = self.inbox.get(timeout=self._time_left_s())
                except queue.Empty:
                    self._lose_patience()
                else:
                    if isinstance(event, Order) and event.what == "close":
                        return
                    self._handle(event)
        finally:
            self._end_process()
            while self._jobs:
                self._jobs.popleft().finish(error=CancelledError())

    def _handle(self, event: Order | Heard) -> None:
        try:
            match event:
                case Heard(process, message) if process is self.process:
                    self._hear(message)
                case Order("warm"):
                    self._start()
                case Order("submit", Job() as job):
                    self._jobs.append(job)
                case Order("cancel", Job() as job) if job in self._jobs:
                    self._cancel(job)
            self._advance()
        except Exception as error:  # a progress callback's, or no process to warm up
            self._give_up(error)

    def _advance(self) -> None:
        """Start or send the first job, as far as that can be done now."""
        while self._jobs and not self._at_work:
            try:
                self._start()
                if not self.ready:
                    return
                self._send(self._jobs[0])
            except Exception as error:
                self._finish(error=error)

    def _start(self) -> None:
        if self.process is None:
            self._heard_s = self._moved_s = time.monotonic()
            self._stage = STARTING
            self.process = Process(
                self._command,
                lambda process, message: self.inbox.put(Heard(process, message)),
            )

    def _send(self, job: Job) -> None:
        assert self.process is not None
        request = job.request
        self._sent += 1
        self._folder = self.process.folder / f"job{self._sent}"
        try:
            self._folder.mkdir()
            for name, text in request.files.items():
                (self._folder / name).write_text(text, encoding="utf-8")
        except OSError as error:
            raise ExportError(
                f"The export's working files could not be written: {error.strerror}."
            ) from error
        self._at_work = True
        self._stage = "Reading the job"
        self._heard_s = self._moved_s = time.monotonic()
        self.process.send(
            {
                "job": self._sent,
                "task": request.task,
                "folder": str(self._folder),
                "target": str(request.target),
                "staging": str(request.staging),
                "arguments": dict(request.arguments),
            }
        )

    def _hear(self, message: Message | None) -> None:
        now = self._heard_s = time.monotonic()
        if message is None:
            self._give_up(self._crash())
            return
        match message:
            case {"event": "beat"}:
                pass
            case {"event": "ready"}:
                self.ready, self._moved_s = True, now
            case {"event": "missing", "message": str(reason)}:
                self._give_up(
                    ExportError(
                        f"TensorFlow could not be imported by {self._command[0]}: "
                        "'pip install tensorflow' installs it.",
                        reason,
                    )
                )
            case {
                "event": "progress",
                "fraction": int() | float() as fraction,
                "message": str(stage),
            } if self._at_work:
                self._moved_s, self._stage = now, stage
                self._jobs[0].report(Progress(fraction, stage))
            case {"event": "result", "result": result} if self._at_work:
                self._finish(result)
            case {
                "event": "failed",
                "message": str(sentence),
                "detail": str(detail),
            } if self._at_work:
                self._finish(error=ExportError(sentence, detail))
            case _:
                self._give_up(
                    ExportError(
                        "The export process sent what cannot be read and was stopped.",
                        str(message)[:2000],
                    )
                )

    def _finish(self, value: Any = None, error: Exception | None = None) -> None:
        """End the first job; the process, if there is one, is free for the next."""
        if self._at_work:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._at_work = False
        self._moved_s = time.monotonic()
        self._jobs.popleft().finish(value, error)

    def _give_up(self, error: Exception) -> None:
        """End the process, and the first job with it: nothing writes any more when the job's owner hears of it."""
        self._end_process()
        if self._jobs:
            self._finish(error=error)
            self._advance()
        else:
            LOG.info("the idle export process ended: %s", error)

    def _cancel(self, job: Job) -> None:
        if job is not self._jobs[0]:
            self._jobs.remove(job)
            job.finish(error=CancelledError())
        elif self._at_work:
            self._give_up(CancelledError())
        else:  # the process is still starting, and may go on
            self._finish(error=CancelledError())

    def _crash(self) -> ExportError:
        chatter, stage = "", self._stage
        process = self.process
        code = self._end_process()
        if process is not None:
            chatter = process.chatter
        if code is not None and code < 0:
            try:
                how = f"was killed by {signal.Signals(-code).name}"
            except ValueError:
                how = f"was killed by signal {-code}"
            if code == -signal.SIGKILL:
                how += ", which is what happens when memory runs out"
        else:
            how = f"ended with code {code}"
        return ExportError(f"The export process {how}, at: {stage}.", chatter)

    def _end_process(self) -> int | None:
        self.ready = False
        code = None if self.process is None else self.process.end()
        self.process = None
        return code

    def _time_left_s(self) -> float | None:
        if self.process is None:
            return None
        patience = self._patience
        deadline_s = (
            min(self._heard_s + patience.silence_s, self._moved_s + patience.stall_s)
            if self._jobs
            else self._moved_s + patience.idle_s
        )
        return max(0.0, deadline_s - time.monotonic())

    def _lose_patience(self) -> None:
        if not self._jobs:
            self._end_process()
            return
        chatter = "" if self.process is None else self.process.chatter
        silent_s = time.monotonic() - self._heard_s
        what = (
            f"has not answered for {silent_s:.0f} seconds"
            if silent_s >= self._patience.silence_s
            else f"has made no progress for {self._patience.stall_s:.0f} seconds"
        )
        self._give_up(
            ExportError(
                f"The export process {what} and was stopped, at: {self._stage}.",
                chatter,
            )
        )
