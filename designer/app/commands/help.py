"""Commands of the Help menu."""

from __future__ import annotations

from designer.app.command import Command
from designer.app.help import open_help
from designer.app.workbench import Workbench


def command_palette(workbench: Workbench) -> None:
    """Show the command palette."""
    from designer.app.editor.command_palette import CommandPalette

    CommandPalette(workbench).open()


def shortcuts(workbench: Workbench) -> None:
    """Show the shortcuts window."""
    from designer.app.help.shortcuts_window import ShortcutsPage

    ShortcutsPage(workbench.window).show()


COMMANDS = (
    Command(
        "help",
        "Help",
        open_help,
        "mdi6.help-circle-outline",
        ("F1",),
        "What a selected block does; else how to begin",
        menu="Help/learn",
        context=("node", "composite"),
    ),
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
        ("Shift+F1",),
        menu="Help/keys",
    ),
    Command(
        "about",
        "About Channelwise",
        lambda workbench: open_help(workbench, "about.md"),
        "mdi6.information-outline",
        menu="Help/about",
    ),
)
