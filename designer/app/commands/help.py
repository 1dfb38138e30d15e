"""What explains the application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from designer.app import help_pages
from designer.app.commands import Command

if TYPE_CHECKING:
    from designer.app.window import MainWindow


def command_palette(window: MainWindow) -> None:
    """Everything, by a few letters."""
    from designer.app.command_palette import CommandPalette

    CommandPalette(window).open()


def shortcuts(window: MainWindow) -> None:
    """Every key and gesture."""
    from designer.app.shortcuts_page import ShortcutsPage

    ShortcutsPage(window).show()


COMMANDS = (
    Command(
        "command_palette",
        "Command palette…",
        command_palette,
        "mdi6.console-line",
        ("Ctrl+Shift+P",),
        "Find any command, block or node by a few letters",
        menu="Help/keys",
    ),
    Command(
        "shortcuts",
        "Keyboard and mouse",
        shortcuts,
        "mdi6.keyboard-outline",
        ("F1",),
        menu="Help/keys",
    ),
    Command(
        "about",
        "About Channelwise",
        lambda window: help_pages.about(window).show(),
        "mdi6.information-outline",
        menu="Help/about",
    ),
)
