"""Commands that rename, remove and keep the user's own blocks."""

from __future__ import annotations

from designer.app.command import Command
from designer.app.editor.own_blocks import keep, rename
from designer.app.session.state import State
from designer.app.text.translation import later


def _block(state: State) -> str:
    """The composite block whose use is selected; empty where none is."""
    if len(state.selection) != 1:
        return ""
    block = state.document.nodes[state.selection[0]].block
    return block if block in state.document.definitions else ""


def _is_own(state: State) -> bool:
    return bool(_block(state))


COMMANDS = (
    Command(
        "rename_block",
        "Rename the block…",
        lambda workbench: rename(workbench, _block(workbench.controller.state)),
        "mdi6.rename-outline",
        tip="Another title and name for the block, wherever it is used",
        menu="Block/composite",
        context=("composite",),
        enabled=_is_own,
        needs=later("Select one node of a block of this design first"),
    ),
    Command(
        "keep_block",
        "Save to my blocks",
        lambda workbench: keep(workbench, _block(workbench.controller.state)),
        "mdi6.bookmark-plus-outline",
        tip="Keep the block for other designs",
        menu="Block/composite",
        context=("composite",),
        enabled=_is_own,
        needs=later("Select one node of a block of this design first"),
    ),
)
