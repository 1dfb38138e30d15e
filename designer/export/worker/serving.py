"""The worker's side of the protocol: import TensorFlow, then do one task after another (runs in the worker)."""

from __future__ import annotations

import contextlib
import errno
import faulthandler
import gc
import importlib
import os
import queue
import re
import shutil
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from ..definition import Task
from ..process.protocol import (
    ExportError,
    Message,
    Progress,
    ProtocolError,
    read,
    write,
)

BEAT_S = 0.5


class Speaker:
    """Sends messages from several threads, and a beat while work is being done.

    The beat tells the application that a busy worker lives; it stops when the process does, not when the work is slow.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._lock = threading.Lock()
        self._busy = threading.Event()
        threading.Thread(target=self._beat, name="beat", daemon=True).start()

    def say(self, event: str, **fields: Any) -> None:
        # Where nobody listens any more, the orders end too, and their reader tidies up.
        with self._lock, contextlib.suppress(OSError):
            write(self._stream, {"event": event, **fields})

    @contextlib.contextmanager
    def busy(self) -> Iterator[None]:
        self._busy.set()
        try:
            yield
        finally:
            self._busy.clear()

    def _beat(self) -> None:
        pause = threading.Event()
        while self._busy.wait():
            self.say("beat")
            pause.wait(BEAT_S)


class Orders:
    """The application's messages, read in a thread. When they end, so does the worker, and leaves nothing behind."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self.unfinished: Path | None = None  # what to remove with our own folder
        threading.Thread(target=self._read, name="orders", daemon=True).start()

    def next(self) -> Message:
        return self._messages.get()

    def _read(self) -> None:
        with contextlib.suppress(ProtocolError, OSError):
            while (message := read(self._stream)) is not None:
                self._messages.put(message)
        for folder in (self.unfinished, Path.cwd()):
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)


def serve(incoming: IO[bytes], outgoing: IO[bytes]) -> None:
    """Say "ready" or "missing", then answer every order with "result" or "failed"."""
    faulthandler.enable()
    with contextlib.suppress(OSError, AttributeError):
        os.nice(5)  # the window comes first
    orders, speaker = Orders(incoming), Speaker(outgoing)
    with speaker.busy():
        try:
            _import_tensorflow()
        except Exception as error:  # a damaged installation raises all sorts
            speaker.say("missing", message=f"{type(error).__name__}: {error}"[:500])
            return
        speaker.say("ready")
    while True:
        order = orders.next()
        orders.unfinished = Path(order["staging"])
        with speaker.busy():
            _answer(order, speaker)
        orders.unfinished = None


def _import_tensorflow() -> None:
    import keras  # noqa: F401 - warm for the first job
    import tensorflow as tf

    # Numbers are compared on the CPU, where they repeat; and an idle worker must not hold memory of a GPU.
    tf.config.set_visible_devices([], "GPU")
    # Folding batch norms into convolutions changes the last digits; what is compared is the file, not the optimizer.
    tf.config.optimizer.set_experimental_options({"disable_meta_optimizer": True})


def _answer(order: Message, speaker: Speaker) -> None:
    job = order["job"]

    def report(progress: Progress) -> None:
        speaker.say(
            "progress", job=job, fraction=progress.fraction, message=progress.message
        )

    try:
        result = _run(order, report)
        speaker.say("result", job=job, result=result)
    except Exception as error:
        speaker.say(
            "failed",
            job=job,
            message=_sentence(error),
            detail="".join(traceback.format_exception(error))[-20_000:],
        )
    gc.collect()


def _run(order: Message, report: Any) -> Any:
    import keras

    name = str(order["task"])
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise ValueError(f"{name!r} is not a task")
    module = importlib.import_module(f"..formats.{name}", __package__)
    task = Task(
        Path(order["folder"]), Path(order["target"]), order["arguments"], report
    )
    try:
        return module.run(task)
    finally:
        keras.backend.clear_session()


def _sentence(error: Exception) -> str:
    """One sentence for the user."""
    text = " ".join(str(error).split())
    if isinstance(error, ExportError):
        return text
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    if full or "No space left on device" in text:
        return "The disk is full, so the export could not be written."
    if isinstance(error, MemoryError) or type(error).__name__ == (
        "ResourceExhaustedError"
    ):
        return "The network needs more memory than this machine has free."
    if isinstance(error, OSError):
        return f"The export could not be written: {error.strerror or text}."
    return f"The export stopped with {type(error).__name__}: {text[:500]}"
