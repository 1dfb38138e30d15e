"""One worker process: its start, its temporary folder, what it says, and its end."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from .protocol import ExportError, Message, ProtocolError, read, write
from .scratch import ScratchFolder

ENTRY = Path(__file__).parents[1] / "worker" / "main.py"
CHATTER_BYTES = 64 * 1024  # of standard error that is kept for diagnosis


class Process:
    """A running worker. `hear` is called in a thread with each message, then once with None when it has ended.

    TensorFlow's chatter on standard error goes into a bounded ring and is only shown when something went wrong.
    """

    def __init__(
        self,
        command: Sequence[str],
        hear: Callable[[Process, Message | None], object],
    ) -> None:
        """Raises ExportError if there is no such Python."""
        self._hear = hear
        self._chatter: deque[bytes] = deque()
        self._home: ScratchFolder | None = None
        try:
            self._home = ScratchFolder()
            self.folder = self._home.path
            self._child = subprocess.Popen(
                [*command, str(ENTRY)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=self.folder,
                env=_environment(self.folder),
                start_new_session=True,  # its own process group, which is what gets killed
            )
        except (OSError, ValueError) as error:
            if self._home is not None:
                self._home.remove()
            reason = getattr(error, "strerror", None) or error
            raise ExportError(
                f"Exports run in a process of {command[0] or 'Python'}, which could not be started: {reason}."
            ) from error
        self._threads = [
            threading.Thread(target=self._listen, name="worker output", daemon=True),
            threading.Thread(target=self._collect, name="worker chatter", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def id(self) -> int:
        return self._child.pid

    @property
    def chatter(self) -> str:
        """The last that the worker wrote to standard error."""
        return b"".join(tuple(self._chatter)).decode(errors="replace")

    def send(self, message: Message) -> None:
        """Send a message; one that a dead worker no longer reads is lost, and `hear` is told of its death."""
        assert self._child.stdin is not None
        with contextlib.suppress(OSError):
            write(self._child.stdin, message)

    def end(self) -> int:
        """Kill the worker and what it started, and remove its folder. Returns the exit code it had or got."""
        code = self._child.poll()
        if code is None:
            self._kill()
            code = self._child.wait()
        for thread in self._threads:
            thread.join()
        for stream in (self._child.stdin, self._child.stdout, self._child.stderr):
            assert stream is not None
            with contextlib.suppress(OSError):
                stream.close()
        assert self._home is not None
        self._home.remove()
        return code

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            if os.name == "posix":
                os.killpg(self._child.pid, signal.SIGKILL)
            else:
                self._child.kill()

    def _listen(self) -> None:
        assert self._child.stdout is not None
        message: Message | None
        while True:
            try:
                message = read(self._child.stdout)
            except (ProtocolError, OSError) as error:
                message = {"event": "broken", "message": str(error)}
            self._hear(self, message)
            if message is None or message["event"] == "broken":
                return

    def _collect(self) -> None:
        assert self._child.stderr is not None
        kept = 0
        while piece := self._child.stderr.read1(4096):  # type: ignore[attr-defined]
            self._chatter.append(piece)
            kept += len(piece)
            while kept > CHATTER_BYTES:
                kept -= len(self._chatter.popleft())


def _environment(folder: Path) -> dict[str, str]:
    """Ours, without what would change how the worker's Python or Keras behaves."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "KERAS_", "TF_CPP_"))
    }
    return kept | {
        "KERAS_BACKEND": "tensorflow",
        "KERAS_HOME": str(folder / "keras"),  # no settings of the user's
        "TF_CPP_MIN_LOG_LEVEL": "1",
        "TMPDIR": str(folder),
    }
