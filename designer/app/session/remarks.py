"""Messages of a controller about designs that cannot be edited and files that were replaced."""

from __future__ import annotations

from pathlib import Path

from designer.app.session.state import Notice
from designer.app.session.views import View
from designer.app.text.translation import tr
from designer.model import files
from designer.model.document import Document
from designer.model.files.replacing import Replaced


def locked(design: Document, view: View) -> Notice | None:
    """Why a view of a design cannot be edited, None where it can."""
    if not view.editable:
        return Notice(
            tr("This shows what the block is made of. Make it editable to change it.")
        )
    if files.is_read_only(design):
        major, minor = design.version
        return Notice(
            tr(
                "This design was written by a newer version (format {version}) and can only be read."
            ).format(version=f"{major}.{minor}"),
            "error",
        )
    return None


def remark_on(replaced: Replaced, path: Path) -> str:
    """What could not be preserved of a replaced file; empty where all was."""
    if replaced.links_broken:
        return tr(
            "Saved to {path}. The file had other names (hard links), which keep the earlier design."
        ).format(path=path)
    if replaced.owner_changed:
        return tr(
            "Saved to {path}. The file belonged to another user; it is yours now."
        ).format(path=path)
    return ""
