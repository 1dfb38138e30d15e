"""Design files on disk: read within bounds, saved whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from designer.model.document import Document
from designer.model.files.format import MAX_BYTES, FileError, is_read_only
from designer.model.files.reading import loads
from designer.model.files.writing import dumps


def load(path: str | os.PathLike[str]) -> Document:
    """Read a design.

    Raises:
        FileError: one sentence that begins with the path.
    """
    try:
        return loads(read_text(path))
    except FileError as error:
        raise FileError(f"{path}: {error}") from None


def save(document: Document, path: str | os.PathLike[str]) -> None:
    """Write a design, through symbolic links, keeping the mode of a file that is there.

    It is written beside the target and renamed into place: whatever fails, the old file is as it was.

    Raises:
        FileError: one sentence that begins with the path.
    """
    if is_read_only(document):
        raise FileError(
            f"{path}: this design is of format {document.version[0]}, newer than this program's; "
            "saving it here could lose something"
        )
    write_text(path, dumps(document))


def write_text(path: str | os.PathLike[str], text: str) -> None:
    """Put a text in a file's place, whole or not at all; raises FileError with a sentence that begins with the path."""
    try:
        _replace(Path(os.path.realpath(path)), text.encode())
    except UnicodeEncodeError:
        raise FileError(
            f"{path}: not saved: a text in the design holds half of a character"
        ) from None
    except (OSError, ValueError) as error:
        raise FileError(f"{path}: not saved: {_reason(error)}") from None


def read_text(source: str | os.PathLike[str]) -> str:
    """The text of a file, within bounds; raises FileError, with what is wrong and not where."""
    path = Path(source)
    try:
        if path.is_dir():
            raise FileError("this is a folder, not a design")
        if path.exists() and not path.is_file():
            raise FileError("this is not a file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, FileError):
            raise
        raise FileError(_reason(error)) from None
    if len(data) > MAX_BYTES:
        raise FileError(f"it is larger than {MAX_BYTES // 1_000_000} MB, no design is")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError(f"it is not UTF-8 text (byte {error.start:,})") from None


def _replace(target: Path, data: bytes) -> None:
    mode = _mode(target)
    beside = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _mode(target: Path) -> int | None:
    """The mode of the file that will be replaced; None if there is none."""
    if not target.exists():
        return None
    if target.is_dir():
        raise IsADirectoryError("there is a folder of that name")
    if not target.is_file():  # renaming onto a device would put a file in its place
        raise OSError("there is something of that name that is not a file")
    if not os.access(target, os.W_OK):
        raise PermissionError("the file may not be written")
    return stat.S_IMODE(target.stat().st_mode)


def _reason(error: OSError | ValueError) -> str:
    """What the system says, in the lower case of a sentence's end."""
    text = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return text[:1].lower() + text[1:]
