"""Designs as files, and what is made of them."""

from __future__ import annotations

from designer.app.commands import Command

COMMANDS = (
    Command(
        "new",
        "New",
        lambda window: window.files.new(),
        "mdi6.file-outline",
        ("Ctrl+N",),
        "An empty design",
        menu="File/new",
    ),
    Command(
        "new_from_template",
        "New from template…",
        lambda window: window.gallery.show(),
        "mdi6.view-grid-plus-outline",
        ("Ctrl+Shift+N",),
        "Begin from a published network",
        menu="File/new",
    ),
    Command(
        "gallery",
        "Gallery…",
        lambda window: window.gallery.show(),
        "mdi6.view-grid-outline",
        tip="All templates as cards and as a chart",
        menu="Templates/gallery",
    ),
    Command(
        "open",
        "Open…",
        lambda window: window.files.open(),
        "mdi6.folder-open-outline",
        ("Ctrl+O",),
        "Open a design",
        menu="File/open",
    ),
    Command(
        "save",
        "Save",
        lambda window: window.files.save(),
        "mdi6.content-save-outline",
        ("Ctrl+S",),
        "Save the design",
        menu="File/save",
    ),
    Command(
        "save_as",
        "Save as…",
        lambda window: window.files.save_as(),
        keys=("Ctrl+Shift+S",),
        menu="File/save",
    ),
    Command(
        "export",
        "Export…",
        lambda window: window.export(),
        "mdi6.export-variant",
        ("Ctrl+Shift+E",),  # Ctrl+E ends a line in a field
        "Take away code or a model, proven to run",
        menu="File/export",
    ),
    Command(
        "quit",
        "Quit",
        lambda window: window.close(),
        keys=("Ctrl+Q",),
        menu="File/quit",
    ),
)
