"""Writes a copy of unsaved changes to the settings folder, so that a crash loses nothing.

A thread writes it, right after a change; saving, and a clean end, remove it. The file belongs to this process for as
long as the process holds the lock of the lock file next to it: a process id may be another program's by now.
"""

from __future__ import annotations

import contextlib
import json
import secrets
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_state_path
from PySide6.QtCore import QObject, Signal

from designer.app.session.state import Commit
from designer.app.text.translation import tr
from designer.app.widgets.coalesce import Coalesce
from designer.model.document import Document
from designer.model.files import dumps
from designer.model.files.locking import LockFile
from designer.model.files.replacing import replace_file
from designer.model.files.writing import Lines
from designer.model.history import Step

# Writing takes a third of the time at most, and a change waits a second at most.
PAUSE_PER_WRITING = 2
LONGEST_PAUSE_S = 1.0
RETRY_S = 5.0  # after a failure
PATIENCE_S = 2.0  # with a slow disk, where something waits for the copy
# A command waits for the copy of the one before it, so that one can be lost at most; not on a disk that is slower.
COMMAND_PATIENCE_S = 0.5
LOOK_MS = 200


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A design that has not been saved.

    Args:
        path: where it had been saved last.
        digest: of the content that the file had then.
    """

    document: Document
    path: Path | None
    digest: str | None


def recovery_folder() -> Path:
    """The folder of unsaved designs."""
    return user_state_path("channelwise", appauthor=False) / "recovery"


class Recovery(QObject):
    """Keeps the design of one window as it is edited."""

    failed = Signal(str)  # a sentence, the first time that the copy cannot be written

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = writer = Writer(folder)
        self._unsaved: Unsaved | None = None
        self._past: tuple[Step, ...] = ()  # the commands before the last
        self._complained = False
        # The thread knows nothing of Qt's objects: it is asked how it went.
        self._look_soon = Coalesce(self._look, self, LOOK_MS)
        self.destroyed.connect(lambda: writer.close(0))

    def follow(self, commit: Commit) -> None:
        """Keep the design after an edit, unless it is saved."""
        history = commit.history
        if not history.dirty:
            self.clear()
            return
        unsaved = Unsaved(history.present, commit.path, commit.digest)
        last = self._unsaved
        if (
            last is None
            or unsaved.document is not last.document
            or (unsaved.path, unsaved.digest) != (last.path, last.digest)
        ):
            if history.past is not self._past:
                self._past = history.past
                self._writer.catch_up(COMMAND_PATIENCE_S)
            self._keep(unsaved)

    def flush(self) -> bool:
        """Wait until the copy is on the disk; False if it is not by then."""
        return self._writer.flush(PATIENCE_S)

    def clear(self) -> None:
        """Remove the copy: nothing is unsaved."""
        if self._unsaved is not None:
            self._keep(None)

    def close(self) -> None:
        """Remove the copy: the window was closed."""
        self.clear()
        self._writer.close(PATIENCE_S)

    def _keep(self, unsaved: Unsaved | None) -> None:
        self._unsaved = unsaved
        self._writer.keep(unsaved)
        if not self._complained:
            self._look_soon.ask()

    def _look(self) -> None:
        if fault := self._writer.fault:
            self._complained = True
            self.failed.emit(
                tr(
                    "Unsaved changes cannot be kept for the case of a crash: {reason}."
                ).format(reason=fault)
            )
        elif not self._writer.idle:
            self._look_soon.ask()


class Writer:
    """Writes the newest content to a file of its own, in one thread.

    Args:
        folder: of the file; made when there is something to write.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder  # named when it is first written
        self._lock: LockFile | None = None  # makes the file this process's own
        self._condition = threading.Condition()
        self._thread: threading.Thread | None = None
        self._wanted: Unsaved | None = None
        self._current = True  # whether the file is as wanted
        self._hurried = self._closed = False
        self._lines = Lines()
        self._took_s = 0.0  # the last writing
        self.fault = ""  # why the last attempt failed

    @property
    def idle(self) -> bool:
        """Whether all requested content has been written."""
        return self._current

    def keep(self, unsaved: Unsaved | None) -> None:
        """Write this soon; None removes the file."""
        with self._condition:
            self._wanted, self._current, self._closed = unsaved, False, False
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._run, name="recovery", daemon=True
                )
                self._thread.start()
            self._condition.notify_all()

    def flush(self, patience_s: float) -> bool:
        """Write without a pause, and wait for it; False if that failed or took too long."""
        with self._condition:
            self._hurried = not self._current
            self._condition.notify_all()
            self._condition.wait_for(lambda: not self._hurried, patience_s)
            return self._current

    def catch_up(self, patience_s: float) -> None:
        """Wait until nothing is left to write, unless the disk is known to be slower than that."""
        if not self._current and self._took_s < patience_s:
            self.flush(patience_s)

    def close(self, patience_s: float) -> None:
        """Write the requested content, if there is time, and end the thread."""
        self.flush(patience_s)
        with self._condition:
            self._closed = True
            self._condition.notify_all()

    def _run(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._closed or not self._current)
                if self._current or (self._closed and self.fault):
                    self._thread = None
                    return
                wanted = self._wanted
            begun_s = time.monotonic()
            try:
                self._write(wanted)
                fault = ""
            except Exception as error:
                # The thread continues and tries again.
                fault = getattr(error, "strerror", None) or str(error)
            took_s = time.monotonic() - begun_s
            with self._condition:
                self.fault, self._took_s = fault, took_s
                self._current = not fault and wanted is self._wanted
                # Callers that wait for newer content keep waiting.
                self._hurried &= not fault and not self._current
                self._condition.notify_all()
                pause_s = RETRY_S if fault else took_s * PAUSE_PER_WRITING
                self._condition.wait_for(
                    lambda: self._hurried or self._closed,
                    min(pause_s, RETRY_S if fault else LONGEST_PAUSE_S),
                )

    def _write(self, unsaved: Unsaved | None) -> None:
        if unsaved is None:
            if self._lock is not None:
                self._file.unlink(missing_ok=True)
                self._lock.release()
                self._lock = None
            return
        if self._lock is None or not self._lock.path.exists():
            self._own()
        found = {
            "path": str(unsaved.path) if unsaved.path else None,
            "digest": unsaved.digest,
            "design": dumps(unsaved.document, self._lines),
        }
        replace_file(
            self._file, json.dumps(found).encode(), private=True, durable=False
        )

    def _own(self) -> None:
        """Choose a file that no other process uses."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.suppress(OSError):
            self._folder.chmod(0o700)  # earlier versions let everyone in
        while True:
            self._file = self._folder / f"{secrets.token_hex(8)}.json"
            self._lock = LockFile.claim(self._file.with_suffix(".lock"))
            if self._lock is not None:
                return
