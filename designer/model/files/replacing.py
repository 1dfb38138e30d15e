"""Files that are replaced whole or not at all, whatever ends the process."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from designer.model.files.locking import try_lock

_TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.channelwise\.tmp")
_EARLIER = re.compile(r"\.[0-9a-f]{16}\.tmp")  # how earlier versions named them
_EARLIER_CONTENT = b'{"format": "channelwise.'
_EARLIER_AGE_S = 3_600  # those are not locked while they are written
_UNLOCKABLE_AGE_S = 86_400  # where the file system has no locks
_WAIT_S = 2.0  # for another save into the same folder


@dataclass(frozen=True, slots=True)
class Replaced:
    """What a file did not keep when it was replaced.

    Args:
        links_broken: it had other names (hard links), which keep the earlier content.
        owner_changed: it belonged to another user; only root can give a file to someone else.
    """

    links_broken: bool = False
    owner_changed: bool = False


def replace_file(
    target: Path,
    data: bytes,
    *,
    private: bool = False,
    durable: bool = True,
    check: Callable[[], object] = lambda: None,
) -> Replaced:
    """Write a file beside its target and rename it into place; whatever fails, the old file is as it was.

    The file keeps mode, owner, access list and extended attributes of the one that it replaces. A hard link is
    broken: writing through it could leave half a file if the process were killed. What killed processes have left in
    the folder is removed.

    Args:
        target: symbolic links are followed.
        private: only the user may read the file.
        durable: wait until the disk has it; else a power cut, but not a killed process, can lose it.
        check: called immediately before the rename, while no other process replaces a file of that folder; raises
            what is to prevent it.

    Raises:
        OSError: the file cannot be written.
        ValueError: the path holds a null character.
    """
    target = Path(os.path.realpath(target))
    before = _existing(target)
    remove_leftovers(target.parent)
    result = Replaced()
    temporary, file = _create(target.parent, private or before is not None)
    try:
        with os.fdopen(file, "wb") as stream:
            if before is not None:
                result = _inherit(file, target, before, private)
            stream.write(data)
            stream.flush()
            if durable:
                os.fsync(file)
            if sys.platform == "win32":
                stream.close()  # an open file cannot be renamed there
            with _locked(target.parent) as folder:
                check()
                temporary.replace(target)
                if durable and folder is not None:
                    # The new content is in place; only a power cut could still bring back the old.
                    with contextlib.suppress(OSError):
                        os.fsync(folder)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return result


def remove_leftovers(folder: Path) -> None:
    """Remove the temporary files of processes that were killed while they wrote into a folder."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _TEMPORARY.fullmatch(entry.name) or _EARLIER.fullmatch(entry.name):
                with contextlib.suppress(OSError):
                    _remove_if_abandoned(Path(entry.path))


def _remove_if_abandoned(path: Path) -> None:
    file = os.open(path, os.O_RDONLY | _flag("O_NOFOLLOW") | _flag("O_NONBLOCK"))
    try:
        found = os.fstat(file)
        if not stat.S_ISREG(found.st_mode):
            return
        least_age_s = 0
        if _EARLIER.fullmatch(path.name):
            if not _EARLIER_CONTENT.startswith(os.read(file, len(_EARLIER_CONTENT))):
                return  # another program's
            least_age_s = _EARLIER_AGE_S
        try:
            if not try_lock(file):
                return
        except OSError:
            least_age_s = _UNLOCKABLE_AGE_S
        if time.time() - found.st_mtime >= least_age_s:
            path.unlink()
    finally:
        os.close(file)


def _create(folder: Path, private: bool) -> tuple[Path, int]:
    """A new, locked file; its mode is never wider than it will be in the end."""
    while True:
        path = folder / f".{secrets.token_hex(8)}.channelwise.tmp"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _flag("O_NOFOLLOW")
        file = os.open(path, flags | _flag("O_BINARY"), 0o600 if private else 0o666)
        with contextlib.suppress(OSError):
            try_lock(file)
        if os.fstat(file).st_nlink or sys.platform == "win32":
            return path, file
        os.close(file)  # removed by another process before it was locked


def _existing(target: Path) -> os.stat_result | None:
    """The file that will be replaced; None if there is none."""
    try:
        before = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(before.st_mode):
        raise OSError(errno.EISDIR, "there is a folder of that name")
    if not stat.S_ISREG(before.st_mode):
        # Renaming onto a device would put a file in its place.
        text = "there is something of that name that is not a file"
        raise OSError(errno.EINVAL, text)
    if not os.access(target, os.W_OK):
        raise OSError(errno.EACCES, "the file may not be written")
    return before


def _inherit(
    file: int, target: Path, before: os.stat_result, private: bool
) -> Replaced:
    """Give a new file the owner, the attributes and the mode of the one that it will replace."""
    mode = stat.S_IMODE(before.st_mode)
    if sys.platform == "win32":
        return Replaced()
    with contextlib.suppress(OSError):
        os.fchown(file, -1, before.st_gid)
    with contextlib.suppress(OSError):
        os.fchown(file, before.st_uid, -1)
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            for name in os.listxattr(target):
                with contextlib.suppress(OSError):
                    os.setxattr(file, name, os.getxattr(target, name))
    now = os.fstat(file)
    if now.st_gid != before.st_gid:
        # Another group gets the rights of everyone, not those of the group that the file had.
        mode = mode & ~0o2070 | (mode & 0o007) << 3
    with contextlib.suppress(OSError):  # file systems without modes
        os.fchmod(file, mode & 0o700 if private else mode)
    return Replaced(before.st_nlink > 1, now.st_uid != before.st_uid)


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[int | None]:
    """Hold a folder against other processes that replace files in it; gives its descriptor where it has one."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | _flag("O_DIRECTORY"))
    except OSError:  # on Windows, and where a folder may be written and not be read
        yield None
        return
    try:
        until_s = time.monotonic() + _WAIT_S
        with contextlib.suppress(OSError):
            while not try_lock(descriptor) and time.monotonic() < until_s:
                time.sleep(0.01)
        yield descriptor
    finally:
        os.close(descriptor)


def _flag(name: str) -> int:
    """A flag of `os.open`, 0 where the system does not have it."""
    return int(getattr(os, name, 0))
