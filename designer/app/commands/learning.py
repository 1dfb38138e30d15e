"""Commands that show the start page and the guided tour."""

from __future__ import annotations

from designer.app.command import Command
from designer.app.workbench import Workbench


def begin(workbench: Workbench) -> None:
    """Start the guided tour."""
    from designer.app.help.guided_tour import begin_tour

    begin_tour(workbench)


COMMANDS = (
    Command(
        "start_page",
        "Start page",
        lambda workbench: workbench.start_page_wanted.emit(),
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
