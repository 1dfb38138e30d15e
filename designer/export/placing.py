"""Puts a result where the user wants it, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from types import TracebackType

from .protocol import ExportError
from .scratch import ScratchFolder


class Staging:
    """A hidden folder beside the target, on the same disk, in which results are made before they are moved.

    Making it shows that the place can be written, before any work. It goes when the `with` block ends, however that is.
    """

    def __init__(self, target: Path, folder_mark: str = "") -> None:
        """Raises ExportError with one sentence if `target` cannot be made, or must not be replaced.

        With a `folder_mark` the result is a folder, and an existing one is only replaced if it is empty or holds a
        file of that name.
        """
        try:
            self.target = target.expanduser().resolve()
            self._refuse(self.target, folder_mark)
            self._folder = ScratchFolder(self.target.parent)
        except (OSError, RuntimeError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise ExportError(f"{target} cannot be written: {reason}.") from error
        self.path = self._folder.path
        results = self.path / "results"
        results.mkdir()
        self.result = results / self.target.name

    @staticmethod
    def _refuse(target: Path, folder_mark: str) -> None:
        if not target.name:
            raise ExportError(f"{target} is no name for a result: add one.")
        if not target.parent.is_dir():
            raise ExportError(
                f"{target} cannot be written: there is no folder {target.parent}."
            )
        if target.is_dir() and not folder_mark:
            raise ExportError(
                f"{target} is a folder, and the export is a file: choose another name."
            )
        if folder_mark and target.exists():
            if not target.is_dir():
                raise ExportError(
                    f"{target} is a file, and the export is a folder: choose another name."
                )
            if any(target.iterdir()) and not (target / folder_mark).is_file():
                raise ExportError(
                    f"{target} holds other files and is left as it is: choose another name, or an empty folder."
                )

    def write(self, text: str) -> None:
        """Make the result: a text file."""
        try:
            self.result.write_text(text, encoding="utf-8")
        except OSError as error:
            raise self._refusal(error) from error

    def place(self) -> None:
        """Move the result to the target, in place of what was there. Raises ExportError and leaves the old one."""
        try:
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


def _flush(path: Path) -> None:
    """Have the disk hold the file before its name does, or a power cut leaves an empty one."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
