"""Several nodes: the parameters that they have in common, edited together."""

from __future__ import annotations

from designer.analysis.catalog import BLOCKS
from designer.app.inspector.content import SeveralPage
from designer.app.inspector.parts import Hands, Page, Rows
from designer.app.labels import plain
from designer.app.translation import tr
from designer.model.document import Document, Scalar
from designer.model.edits import set_params


class SeveralView(Page):
    """The inspector's page for more than one node."""

    def __init__(self, content: SeveralPage, hands: Hands) -> None:
        super().__init__(hands)
        self.content = content
        self._title = plain("", "title")
        self.column.addWidget(self._title)
        self.section(
            tr("PARAMETERS IN COMMON")
            if content.fields
            else tr("NO PARAMETERS IN COMMON")
        )
        self._parameters = [self.field(f, self._set) for f in content.fields]
        self.section(tr("FIGURES TOGETHER"))
        self._rows = Rows()
        self.column.addWidget(self._rows)
        self.column.addStretch(1)
        self.show_page(content)

    @property
    def owner(self) -> str:
        """Whose drafts its fields hold."""
        return " ".join(self.content.ids)

    def show_page(self, content: SeveralPage) -> None:
        """Push the difference, or other nodes with the same parameters."""
        same, self.content = content.ids == self.content.ids, content
        self._title.setText(tr("{count} nodes").format(count=len(content.ids)))
        shown = zip(self._parameters, content.fields, strict=True)
        self.push(shown, content.variables, anew=not same)
        self._rows.show_rows(content.rows)

    def _set(self, name: str, value: Scalar | None, gesture: int) -> str | None:
        ids = self.content.ids

        def edit(document: Document) -> Document:
            for id in ids:
                document = set_params(document, id, {name: value}, catalog=BLOCKS)
            return document

        label = f"Set {name} of {len(ids)} nodes"
        return self.hands.attempt(label, edit, merge=(name, ids, gesture))


def key(content: SeveralPage) -> object:
    """What the widgets were made for."""
    return (
        SeveralPage,
        tuple((f.key, f.editor, f.value is None) for f in content.fields),
    )
