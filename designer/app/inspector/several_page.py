"""Several nodes: the parameters that they have in common, edited together."""

from __future__ import annotations

from designer.analysis.catalog import BLOCKS
from designer.app.inspector.content import SeveralPage
from designer.app.inspector.parts import Hands, Page, Rows, plain
from designer.model.document import Document, Scalar
from designer.model.edits import set_params


class SeveralView(Page):
    """The inspector's page for more than one node."""

    def __init__(self, content: SeveralPage, hands: Hands) -> None:
        super().__init__(hands)
        self.content = content
        self._key = key(content)
        self.column.addWidget(plain(f"{len(content.ids)} nodes", "title"))
        self.section(
            "PARAMETERS IN COMMON" if content.fields else "NO PARAMETERS IN COMMON"
        )
        self._parameters = [self.field(f, self._set) for f in content.fields]
        self.section("FIGURES TOGETHER")
        self._rows = Rows()
        self.column.addWidget(self._rows)
        self.column.addStretch(1)
        self.show_page(content)

    def shows(self, content: object) -> bool:
        """Whether the widgets fit that content."""
        return isinstance(content, SeveralPage) and key(content) == self._key

    def show_page(self, content: SeveralPage) -> None:
        """Push the difference."""
        self.content = content
        self.push(content.fields, content.variables, self._parameters)
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
        content.ids,
        tuple((f.key, f.editor, f.value is None) for f in content.fields),
    )
