"""Design files, `NAME.design.json`: canonical text that reads well in a diff, read with precise complaints."""

from designer.model.files.disk import load, save
from designer.model.files.format import FileError, is_read_only
from designer.model.files.reading import loads
from designer.model.files.writing import dumps

__all__ = ["FileError", "dumps", "is_read_only", "load", "loads", "save"]
