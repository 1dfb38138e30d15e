"""The panel with the design's code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from designer.app.panel import Panel
from designer.app.text.translation import later

if TYPE_CHECKING:
    from designer.app.panels.code.view import Code
    from designer.app.workbench import Workbench


def make(workbench: Workbench) -> Code:
    """Make the panel, which loads the code generator and pygments: the first frame does not wait for them."""
    from designer.app.panels.code import view

    return view.make(workbench)


PANEL = Panel(
    "code",
    later("Code"),
    "mdi6.language-python",
    "right",
    make,
    width=336,
    place=30,
)
