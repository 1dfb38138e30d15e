"""Commands that open, save and export designs."""

from __future__ import annotations

from PySide6.QtCore import Qt

from designer.app.command import Command
from designer.app.workbench import Workbench


def export(workbench: Workbench) -> None:
    """Open the export dialog for the current design."""
    # Loaded by the warm-up, or now, but not before the window.
    from designer.app.dialogs.export.dialog import ExportDialog

    dialog = ExportDialog(
        workbench.controller.state,
        workbench.jobs,
        workbench.files.folder,
        workbench.theme,
        workbench.window,
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


COMMANDS = (
    Command(
        "new",
        "New",
        lambda workbench: workbench.files.new(),
        "mdi6.file-outline",
        ("Ctrl+N",),
        "An empty design",
        menu="File/new",
    ),
    Command(
        "new_from_template",
        "New from template…",
        lambda workbench: workbench.gallery_wanted.emit(),
        "mdi6.view-grid-plus-outline",
        ("Ctrl+Shift+N",),
        "Begin from a published network",
        menu="File/new",
    ),
    Command(
        "gallery",
        "Gallery…",
        lambda workbench: workbench.gallery_wanted.emit(),
        "mdi6.view-grid-outline",
        tip="All templates as cards and as a chart",
        menu="Templates/gallery",
    ),
    Command(
        "open",
        "Open…",
        lambda workbench: workbench.files.open(),
        "mdi6.folder-open-outline",
        ("Ctrl+O",),
        "Open a design",
        menu="File/open",
    ),
    Command(
        "save",
        "Save",
        lambda workbench: workbench.files.save(),
        "mdi6.content-save-outline",
        ("Ctrl+S",),
        "Save the design",
        menu="File/save",
    ),
    Command(
        "save_as",
        "Save as…",
        lambda workbench: workbench.files.save_as(),
        keys=("Ctrl+Shift+S",),
        menu="File/save",
    ),
    Command(
        "export",
        "Export…",
        export,
        "mdi6.export-variant",
        ("Ctrl+Shift+E",),  # Ctrl+E ends a line in a field
        "Take away code or a model, proven to run",
        menu="File/export",
    ),
    Command(
        "quit",
        "Quit",
        lambda workbench: workbench.window.close(),
        keys=("Ctrl+Q",),
        menu="File/quit",
    ),
)
