"""What has not been saved yet, kept beside the settings so that a crash loses nothing.

The text is written by a thread of its own, a moment after the last change; a clean end removes it. A file whose
process is gone is what a crash left behind.
"""

from __future__ import annotations

import json
import os
import threading
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_state_path
from PySide6.QtCore import QObject, QTimer

from designer.app.state import State
from designer.model.document import Document
from designer.model.files import FileError, dumps, loads

DELAY_MS = 1_000


@dataclass(frozen=True, slots=True)
class Found:
    """A design that a crash left behind."""

    file: Path
    document: Document
    path: Path | None  # where it had been saved last


def recovery_folder() -> Path:
    """Where unsaved designs are kept."""
    return user_state_path("channelwise", appauthor=False) / "recovery"


class Recovery(QObject):
    """Follows the states of one window."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._file = folder / f"{os.getpid()}.json"
        self._state: State | None = None
        self._written: Document | None = None
        self._lock = threading.Lock()
        self._turn = 0
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self.write)

    def follow(self, state: State) -> None:
        """A new state of the design."""
        self._state = state
        if not state.dirty:
            self._timer.stop()
            self.clear()
        elif state.root is not self._written:
            self._timer.start()

    def write(self) -> threading.Thread | None:
        """Keep the present state; returns the thread that does."""
        state = self._state
        if state is None or not state.dirty:
            return None
        self._written = state.root
        self._turn += 1
        thread = threading.Thread(
            target=self._write, args=(state, self._turn), name="recovery", daemon=True
        )
        thread.start()
        return thread

    def clear(self) -> None:
        """Nothing is unsaved."""
        with self._lock:
            self._turn += 1
            self._written = None
            self._file.unlink(missing_ok=True)

    def _write(self, state: State, turn: int) -> None:
        path = str(state.path) if state.path else None
        text = json.dumps({"path": path, "design": dumps(state.root)})
        with self._lock:
            if turn != self._turn:
                return
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                staged = self._file.with_suffix(".new")
                staged.write_text(text, encoding="utf-8")
                staged.replace(self._file)
            except OSError:
                self._written = None  # the next change tries again


def left_behind(folder: Path) -> Found | None:
    """The newest design whose window ended without being closed; what cannot be read is passed over."""
    files = [file for file in folder.glob("*.json") if not _alive(file.stem)]
    for file in sorted(files, key=lambda file: file.stat().st_mtime, reverse=True):
        try:
            kept = json.loads(file.read_text(encoding="utf-8"))
            path = kept["path"]
            return Found(file, loads(kept["design"]), Path(path) if path else None)
        except (OSError, ValueError, KeyError, TypeError, FileError):
            continue
    return None


def _alive(process: str) -> bool:
    if not process.isdecimal():
        return False
    if int(process) == os.getpid():
        return True
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
