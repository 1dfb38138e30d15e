"""What explains the application."""

from __future__ import annotations

from designer.app import help_pages
from designer.app.commands import Command

COMMANDS = (
    Command(
        "shortcuts",
        "Keyboard and mouse",
        lambda window: help_pages.shortcuts(window).show(),
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
