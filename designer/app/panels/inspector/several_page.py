"""The page of several nodes, which edits their common parameters together."""

from __future__ import annotations

from collections.abc import Mapping

from blocks.definition import Block
from designer.analysis.catalog import BLOCKS
from designer.app.panel_actions import PanelActions
from designer.app.panels.inspector.content import SeveralPage
from designer.app.panels.inspector.page import Rows
from designer.app.panels.inspector.pages import NodesPage
from designer.app.text.translation import tr
from designer.app.widgets.labels import plain
from designer.model.document import Document, Scalar
from designer.model.edits import set_params, set_repeat


class SeveralView(NodesPage):
    """The inspector's page for more than one node."""

    def __init__(
        self, content: SeveralPage, actions: PanelActions, blocks: Mapping[str, Block]
    ) -> None:
        super().__init__(actions, blocks)
        self.content = content
        self._title = plain("", "title")
        self.column.addWidget(self._title)
        self._repeat = self.field(content.repeat, self._set_repeat)
        self._repeat.label.setText(tr("Repeat"))
        self._muted = self.field(content.muted, self._set_muted)
        self._muted.label.setText(tr("Muted"))
        self.section(
            tr("PARAMETERS IN COMMON")
            if content.fields
            else tr("NO PARAMETERS IN COMMON")
        )
        self._parameters = [self.field(f, self._set) for f in content.fields]
        menu = self.field_menu(lambda: self.content.ids, lambda: self.content.inside)
        for field in (*self._parameters, self._repeat):
            menu.serve(field)
        self.section(tr("FIGURES TOGETHER"))
        self._rows = Rows()
        self.column.addWidget(self._rows)
        self.column.addStretch(1)
        self.show_page(content)

    @property
    def owner(self) -> str:
        """The owner of the drafts in its fields."""
        return " ".join(self.content.ids)

    def show_page(self, content: SeveralPage) -> None:
        """Push the difference, or other nodes with the same parameters."""
        same, self.content = content.ids == self.content.ids, content
        self._title.setText(tr("{count} nodes").format(count=len(content.ids)))
        shown = [
            (self._repeat, content.repeat),
            (self._muted, content.muted),
            *zip(self._parameters, content.fields, strict=True),
        ]
        self.push(shown, content.variables, anew=not same)
        self._rows.show_rows(content.rows)

    def _set_repeat(self, _: str, value: Scalar | None, gesture: int) -> str | None:
        ids = self.content.ids
        repeat = 1 if value is None else value
        assert isinstance(repeat, (int, str))  # the field reads nothing else

        def edit(document: Document) -> Document:
            for id in ids:
                document = set_repeat(document, id, repeat)
            return document

        label = f"Repeat {len(ids)} nodes {repeat} times"
        return self.panel_actions.attempt(label, edit, merge=("repeat", ids, gesture))

    def _set_muted(self, _: str, value: Scalar | None, gesture: int) -> str | None:
        return self.mute(self.content.ids, bool(value), gesture)

    def _set(self, name: str, value: Scalar | None, gesture: int) -> str | None:
        ids = self.content.ids

        def edit(document: Document) -> Document:
            for id in ids:
                document = set_params(document, id, {name: value}, catalog=BLOCKS)
            return document

        label = f"Set {name} of {len(ids)} nodes"
        return self.panel_actions.attempt(label, edit, merge=(name, ids, gesture))


def key(content: SeveralPage) -> object:
    """A key of the widgets' structure: content with the same key reuses them."""
    return (
        SeveralPage,
        tuple((f.key, f.editor, f.choices) for f in content.fields),
    )
