"""Where one begins: the start page and the guided tour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from designer.app.commands import Command

if TYPE_CHECKING:
    from designer.app.window import MainWindow


def begin(window: MainWindow) -> None:
    """The guided tour."""
    from designer.app.guided import begin_tour

    begin_tour(window)


COMMANDS = (
    Command(
        "start_page",
        "Start page",
        lambda window: window.start_page.open(),
        "mdi6.home-outline",
        ("Ctrl+Home",),
        "Something new, something known, something that was open",
        menu="File/new",
    ),
    Command(
        "guided_tour",
        "Guided tour",
        begin,
        "mdi6.map-marker-path",
        tip="Two minutes: build a small network, break it and repair it",
        menu="Help/learn",
    ),
)
