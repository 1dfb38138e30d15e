"""The base of the pages about nodes: context menus of fields, and muting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from blocks.definition import Block
from designer.app.panel_actions import PanelActions
from designer.app.panels.inspector.field_menu import FieldMenu
from designer.app.panels.inspector.make_variable import exposed, using
from designer.app.panels.inspector.page import Page
from designer.model.document import Document
from designer.model.edits import set_muted


class NodesPage(Page):
    """A page about one node, or several.

    Args:
        blocks: what there is to build with, by id.
    """

    def __init__(self, actions: PanelActions, blocks: Mapping[str, Block]) -> None:
        super().__init__(actions)
        self._blocks = blocks

    def field_menu(
        self, ids: Callable[[], Sequence[str]], inside: Callable[[], bool]
    ) -> FieldMenu:
        """Make the context menu of fields whose values can be variables."""

        def expose(
            document: Document, ids: Sequence[str], key: str
        ) -> tuple[Document, str]:
            return exposed(document, ids, key, self._blocks)

        return FieldMenu(self.panel_actions, ids, inside, expose, using)

    def mute(self, ids: Sequence[str], muted: bool, gesture: int) -> str | None:
        """Mute or unmute nodes."""
        return self.panel_actions.attempt(
            "Mute" if muted else "Unmute",
            lambda document: set_muted(document, ids, muted),
            merge=("muted", ids, gesture),
        )
