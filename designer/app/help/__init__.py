"""The help: guide, pages of blocks with pictures of their channels, keys and gestures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from designer.app.help.window import HelpWindow
    from designer.app.workbench import Workbench

__all__ = ["open_help"]


def open_help(workbench: Workbench, page: str = "") -> HelpWindow:
    """Show a page of the help in its own window.

    Args:
        page: its address, such as `counting.md` or `block:channel_shuffle`; by default that of the selected block,
            or the start.
    """
    from designer.app.help.block_page import BLOCK
    from designer.app.help.pages import START
    from designer.app.help.window import HelpWindow

    found = workbench.window.findChild(HelpWindow)
    shown = found if isinstance(found, HelpWindow) else HelpWindow(workbench)
    if not page:
        nodes = workbench.controller.selected()
        page = f"{BLOCK}{nodes[0].block}" if len(nodes) == 1 else START
    shown.show()
    shown.raise_()
    shown.activateWindow()
    shown.open_page(page)
    return shown
