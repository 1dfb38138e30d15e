"""The page shown when nothing is selected: name, variables and figures of the design or of the entered block."""

from __future__ import annotations

from collections.abc import Mapping

from blocks.definition import Block
from designer.app.fields.content import FieldContent
from designer.app.fields.field import Field
from designer.app.panel_actions import PanelActions
from designer.app.panels.inspector.content import DesignPage
from designer.app.panels.inspector.page import Page, Rows
from designer.app.panels.variables.view import VariablesView
from designer.app.text.translation import tr
from designer.app.widgets.labels import plain
from designer.canvas.values.theme import Theme
from designer.model.document import Scalar
from designer.model.edits import rename_document


class DesignView(Page):
    """The inspector's page for the design or the entered block."""

    owner = "design"

    def __init__(
        self, content: DesignPage, actions: PanelActions, blocks: Mapping[str, Block]
    ) -> None:
        super().__init__(actions)
        self.content = content
        inside = content.state.inside
        self.column.addWidget(plain(tr("Block") if inside else tr("Design"), "title"))
        self._name = self.field(_name_field(content), self._rename)
        self._name.label.setText(tr("Name"))
        self._name.editor.setAccessibleName(tr("design name"))
        self.section(tr("PARAMETERS") if inside else tr("VARIABLES"))
        self.variables = VariablesView(actions, blocks)
        self.variables.uses_clicked.connect(actions.reveal)
        self.column.addWidget(self.variables)
        self.section(tr("FIGURES"))
        self._rows = Rows()
        self.column.addWidget(self._rows)
        self.column.addStretch(1)
        self.show_page(content)

    def show_page(self, content: DesignPage) -> None:
        """Push the difference."""
        self.content = content
        self.push(
            [(self._name, _name_field(content))], content.state.analysis.variables
        )
        self.variables.show_state(content.state)
        self._rows.show_rows(content.rows)

    def all_fields(self) -> list[Field]:
        """All fields, those of the variables too."""
        return [*self.fields, *self.variables.fields()]

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.variables.set_theme(theme)

    def _rename(self, _: str, value: Scalar | None, gesture: int) -> str | None:
        name = "" if value is None else str(value)
        return self.panel_actions.attempt(
            f"Name the design {name}",
            lambda document: rename_document(document, name),
            merge=("design name", gesture),
        )


def key(content: DesignPage) -> object:
    """A key of the widgets' structure: content with the same key reuses them."""
    return DesignPage, content.state.inside


def _name_field(content: DesignPage) -> FieldContent:
    return FieldContent("name", str, content.name, None, help=tr("any text"))
