"""Design files, `NAME.design.json`: canonical text that reads well in a diff, read with precise complaints."""

from designer.model.files.disk import (
    ANY,
    UNKNOWN,
    ChangedError,
    digest,
    digest_of,
    load,
    load_with_digest,
    save,
)
from designer.model.files.format import FileError, is_read_only
from designer.model.files.reading import loads
from designer.model.files.writing import dumps

__all__ = [
    "ANY",
    "UNKNOWN",
    "ChangedError",
    "FileError",
    "digest",
    "digest_of",
    "dumps",
    "is_read_only",
    "load",
    "load_with_digest",
    "loads",
    "save",
]
