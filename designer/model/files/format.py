"""What marks a design file, and how it fails."""

from __future__ import annotations

from designer.model.document import Document

FORMAT = "channelwise.design"
VERSION = (1, 0)


class FileError(ValueError):
    """A design that cannot be read or written; the text is the sentence for the user."""


def is_read_only(document: Document) -> bool:
    """Whether the design is of a newer major version, of which saving could lose something."""
    return document.version[0] > VERSION[0]
