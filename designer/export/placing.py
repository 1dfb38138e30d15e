"""Puts a result where the user wants it, whole or not at all."""

from __future__ import annotations

import itertools
import os
import tempfile
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from types import TracebackType

from .process.protocol import ExportError
from .process.scratch import ScratchFolder

NAMED = 3  # of the files that keep a folder from being replaced


class Staging:
    """A hidden folder beside the target, on the same disk, in which results are made before they are moved.

    Making it shows that the place can be written, before any work. It goes when the `with` block ends, however that is.
    """

    def __init__(self, target: Path, folder_files: Sequence[str] = ()) -> None:
        """Raises ExportError with one sentence if `target` cannot be made, or must not be replaced.

        Args:
            folder_files: as in `Format`.
        """
        try:
            self.target, self._folder_files = _resolved(target), folder_files
            if refusal := refusal_to_replace(self.target, folder_files):
                raise ExportError(refusal)
            self._folder = ScratchFolder(self.target.parent)
        except (OSError, RuntimeError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise ExportError(f"{target} cannot be written: {reason}.") from error
        self.path = self._folder.path
        results = self.path / "results"
        results.mkdir()
        self.result = results / self.target.name

    def write(self, text: str) -> None:
        """Make the result: a text file."""
        try:
            self.result.write_text(text, encoding="utf-8")
        except OSError as error:
            raise self._refusal(error) from error

    def place(self) -> None:
        """Move the result to the target, in place of what was there. Raises ExportError and leaves the old one."""
        try:
            # The user may have put something there meanwhile.
            if refusal := refusal_to_replace(self.target, self._folder_files):
                raise ExportError(refusal)
            for path in (self.result, *self.result.rglob("*")):
                if path.is_file():
                    _flush(path)
            if self.target.is_dir():
                self._swap()
            else:
                os.replace(self.result, self.target)
        except OSError as error:
            raise self._refusal(error) from error

    def in_users_words(self, error: ExportError) -> ExportError:
        """The error of making the result, with the user's path in place of the hidden folder's."""
        if not self.path.is_dir():
            return self._refusal(OSError(None, None))
        sentence = str(error).replace(str(self.result), str(self.target))
        sentence = sentence.replace(str(self.path), str(self.target.parent))
        return type(error)(sentence, error.detail)

    def _refusal(self, error: OSError) -> ExportError:
        reason = error.strerror or str(error)
        if not self.target.parent.is_dir():
            reason = f"the folder {self.target.parent} is no longer there"
        elif not self.path.is_dir():
            reason = f"another program removed the hidden folder in {self.target.parent} that it was made in"
        return ExportError(f"{self.target} cannot be written: {reason}.")

    def _swap(self) -> None:
        """A folder cannot be replaced in one step: the old one waits in the staging folder until the new is there."""
        old = Path(tempfile.mkdtemp(prefix="old-", dir=self.path)) / "replaced"
        os.rename(self.target, old)
        try:
            if others := _others(old, self._folder_files):
                raise ExportError(_kept(self.target, others))
            os.rename(self.result, self.target)
        except BaseException:
            os.rename(old, self.target)
            raise

    def __enter__(self) -> Staging:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._folder.remove()


def refusal_to_replace(target: Path, folder_files: Sequence[str] = ()) -> str | None:
    """Why an export must not be put there, as one sentence; None where it may.

    A folder is only replaced if it is empty, or is an earlier export and holds nothing else.

    Args:
        folder_files: as in `Format`.

    Raises:
        OSError, RuntimeError, ValueError: the place cannot be looked at.
    """
    target = _resolved(target)
    if not target.name:
        return f"{target} is no name for a result: add one."
    if not target.parent.is_dir():
        return f"{target} cannot be written: there is no folder {target.parent}."
    if target.is_dir() and not folder_files:
        return f"{target} is a folder, and the export is a file: choose another name."
    if not folder_files or not target.exists():
        return None
    if not target.is_dir():
        return f"{target} is a file, and the export is a folder: choose another name."
    others = _others(target, folder_files)
    return _kept(target, others) if others else None


def _resolved(target: Path) -> Path:
    return target.expanduser().resolve()


def _others(folder: Path, folder_files: Sequence[str]) -> list[str]:
    """What in a folder no export has written: paths below it, of which folders end with a slash."""
    inner = {str(parent) for file in folder_files for parent in Path(file, "x").parents}
    found = []
    for base, folders, files in os.walk(folder, onerror=_fail):
        below = Path(base).relative_to(folder)
        for name in tuple(folders):
            path = below / name
            if str(path) not in inner or (folder / path).is_symlink():
                folders.remove(name)
                found.append(f"{path.as_posix()}/")
        found += [
            path.as_posix()
            for path in (below / name for name in files)
            if not any(fnmatchcase(str(path), pattern) for pattern in folder_files)
        ]
    if not found and not (folder / folder_files[0]).is_file():  # not an export
        found = os.listdir(folder)
    return sorted(found)


def _kept(target: Path, others: Sequence[str]) -> str:
    numbers = itertools.count(2)
    free = next(
        path
        for number in numbers
        if not (path := target.with_name(f"{target.name}-{number}")).exists()
    )
    names, more = ", ".join(others[:NAMED]), len(others) - NAMED
    if more > 0:
        return (
            f"{target} holds {names} and {more} more that no export has written, and is left as it is: "
            f"choose another name, such as {free.name}."
        )
    return (
        f"{target} holds {names}, which no export has written, and is left as it is: "
        f"choose another name, such as {free.name}."
    )


def _fail(error: OSError) -> None:
    raise error


def _flush(path: Path) -> None:
    """Have the disk hold the file before its name does, or a power cut leaves an empty one."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
