"""Design files on disk: read within bounds, saved whole or not at all."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from designer.model.bounds import MAX_BYTES
from designer.model.document import Document
from designer.model.files.format import FileError, is_read_only
from designer.model.files.reading import loads
from designer.model.files.replacing import Replaced, replace_file
from designer.model.files.writing import dumps

ANY = "any"  # expected content: whatever is there
UNREADABLE = "unreadable"  # the digest of what cannot be read
UNKNOWN = "unknown"  # the digest of content that nobody knows any more


class ChangedError(FileError):
    """A file holds something else than what was read from it or written to it last."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A design that was written.

    Args:
        digest: of the file's content.
        replaced: what the file that was there before has lost.
    """

    digest: str
    replaced: Replaced


def load(path: str | os.PathLike[str]) -> Document:
    """Read a design.

    Raises:
        FileError: one sentence that begins with the path.
    """
    return load_with_digest(path)[0]


def load_with_digest(path: str | os.PathLike[str]) -> tuple[Document, str]:
    """Read a design, and the digest of the content that was read; raises FileError as `load` does."""
    try:
        data = _read(path)
        return loads(_decoded(data)), _digest(data)
    except FileError as error:
        raise FileError(f"{path}: {error}") from None


def digest(path: str | os.PathLike[str]) -> str | None:
    """The SHA-256 of a file's content, `UNREADABLE` if it cannot be read, None if there is no such file."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return UNREADABLE
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return UNREADABLE


def digest_of(text: str) -> str:
    """The digest of a file that holds this text."""
    return _digest(text.encode(errors="surrogatepass"))


def save(
    document: Document, path: str | os.PathLike[str], *, expected: str | None = ANY
) -> Saved:
    """Write a design, as `replace_file` does.

    Args:
        expected: the digest of the content that may be replaced; None if there must be no file. A file that already
            holds the design may be there in any case.

    Raises:
        ChangedError: the file holds something else than what was expected.
        FileError: one sentence that begins with the path.
    """
    if is_read_only(document):
        raise FileError(
            f"{path}: this design is of format {document.version[0]}, newer than this program's; "
            "saving it here could lose something"
        )
    return write_text(path, dumps(document), expected=expected)


def write_text(
    path: str | os.PathLike[str], text: str, *, expected: str | None = ANY
) -> Saved:
    """Write a text, as `replace_file` does; raises ChangedError or FileError as `save` does."""
    try:
        data = text.encode()
        written = _digest(data)

        def check() -> None:
            if expected != ANY and digest(path) not in (None, expected, written):
                raise ChangedError(
                    f"{path}: not saved: another program has changed the file"
                )

        return Saved(written, replace_file(Path(path), data, check=check))
    except UnicodeEncodeError:
        raise FileError(
            f"{path}: not saved: a text in the design holds half of a character"
        ) from None
    except FileError:
        raise
    except (OSError, ValueError) as error:
        raise FileError(f"{path}: not saved: {_reason(error)}") from None


def read_text(source: str | os.PathLike[str]) -> str:
    """The text of a file, within bounds; raises FileError, with what is wrong and not where."""
    return _decoded(_read(source))


def _read(source: str | os.PathLike[str]) -> bytes:
    try:
        _refuse_other_kinds(os.stat(source))
        with open(source, "rb", opener=_without_waiting) as file:
            found = os.fstat(file.fileno())
            _refuse_other_kinds(found)  # it may have been replaced
            # Files without a size, such as /proc/kmsg, may wait for data forever.
            data = file.read(MAX_BYTES + 1) if found.st_size else b""
    except (OSError, ValueError) as error:
        if isinstance(error, FileError):
            raise
        raise FileError(_reason(error)) from None
    if len(data) > MAX_BYTES:
        raise FileError(f"it is larger than {MAX_BYTES // 1_000_000} MB, no design is")
    return data


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError(f"it is not UTF-8 text (byte {error.start:,})") from None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _refuse_other_kinds(found: os.stat_result) -> None:
    """Devices and pipes have no end, and opening one may have effects; raises FileError."""
    if stat.S_ISDIR(found.st_mode):
        raise FileError("this is a folder, not a design")
    if not stat.S_ISREG(found.st_mode):
        raise FileError("this is not a file")


def _without_waiting(path: str, flags: int) -> int:
    """Opens a file; a pipe that took its place in the meantime does not wait for a writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _reason(error: OSError | ValueError) -> str:
    """What the system says, in the lower case of a sentence's end."""
    text = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return text[:1].lower() + text[1:]
