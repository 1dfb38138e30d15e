"""Folders for a time: a process that is killed leaves them behind, and the next one removes them."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from designer.model.files.locking import LockFile, try_lock

PREFIX = "channelwise-"
BESIDE = f".{PREFIX}"  # of a folder beside a user's file: hidden
OWNER = ".owner"  # locked as long as the folder's process lives
ELSEWHERE = (
    "elsewhere"  # in a folder of the system's: the path of one beside a user's file
)


class ScratchFolder:
    """A folder of this process that goes when the `with` block ends, at `remove`, or at exit.

    Making one removes those of dead processes in the same place. One beside a user's file is also noted in the
    system's temporary folder, where the next start looks.
    """

    def __init__(self, beside: Path | None = None) -> None:
        """Make the folder.

        Args:
            beside: a folder of the user's to make it in; by default it is made in the system's temporary folder.

        Raises:
            OSError: it cannot be made.
        """
        sweep(beside)
        prefix = BESIDE if beside else PREFIX
        with contextlib.ExitStack() as stack:
            folder = tempfile.TemporaryDirectory(
                prefix=prefix, dir=beside, ignore_cleanup_errors=True
            )
            stack.callback(folder.cleanup)
            self.path = Path(folder.name)
            if owner := LockFile.claim(self.path / OWNER):
                stack.callback(owner.release)
            if beside:
                with contextlib.suppress(OSError):
                    note = stack.enter_context(ScratchFolder())
                    (note / ELSEWHERE).write_bytes(os.fsencode(self.path.absolute()))
            self._stack = stack.pop_all()

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        self._stack.close()

    def __enter__(self) -> Path:
        return self.path

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.remove()


def sweep(beside: Path | None = None) -> None:
    """Remove the folders that dead processes of this user have left, here and where their notes lead."""
    parent, prefix = beside or Path(tempfile.gettempdir()), BESIDE if beside else PREFIX
    with contextlib.suppress(OSError):
        names = [name for name in os.listdir(parent) if name.startswith(prefix)]
        for name in names:
            _sweep(parent / name)


def _sweep(folder: Path) -> None:
    with contextlib.suppress(OSError), _abandoned(folder) as is_abandoned:
        if not is_abandoned:
            return
        with contextlib.suppress(OSError):
            other = Path(os.fsdecode((folder / ELSEWHERE).read_bytes()))
            if other.name.startswith(BESIDE) and other.is_absolute():
                _sweep(other)
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _abandoned(folder: Path) -> Iterator[bool]:
    """Whether a folder is one of ours whose process is dead; until the end, no other process takes it for that."""
    own = folder.lstat()  # in a folder that all share, links may lead anywhere
    if not stat.S_ISDIR(own.st_mode) or own.st_uid != _user():
        yield False
        return
    file = os.open(folder / OWNER, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        yield try_lock(file)
    finally:
        os.close(file)


def _user() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0  # Windows numbers nobody
