"""All variables in a column, and a line that adds one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from blocks.definition import Block
from designer.app.fields.field import Field
from designer.app.fields.remark import Remark
from designer.app.panel_actions import PanelActions
from designer.app.panels.variables.content import Uses, VariableContent, contents
from designer.app.panels.variables.name import NewLine
from designer.app.panels.variables.requests import Requests
from designer.app.panels.variables.row import VariableRow
from designer.app.session.state import State
from designer.app.text import figures
from designer.app.text.translation import told, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import mark
from designer.canvas.values.theme import GRID, Theme
from designer.model.document import Document, Variable
from designer.model.edits import Refusal, rename_variable, set_variable


class VariablesView(QWidget):
    """Shows a state's variables; requests go through `actions`. Inside a composite block they are its parameters."""

    uses_clicked = Signal(object)  # ids of nodes

    def __init__(self, actions: PanelActions, blocks: Mapping[str, Block]) -> None:
        super().__init__()
        self._actions, self._blocks = actions, blocks
        self._uses = Uses()
        self._rows: dict[str, VariableRow] = {}
        self._renaming: tuple[str, str] | None = None
        self._requests = Requests(
            self._set,
            self._rename,
            self._remove,
            self._move,
            actions.new_gesture,
            actions.withdraw,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._adder())

    def show_state(self, state: State) -> None:
        """Push the difference."""
        worth = state.analysis.variables
        shown = contents(
            state.document, worth, self._blocks, self._uses, inside=state.inside
        )
        self._keep({content.name: content for content in shown})
        for place, content in enumerate(shown):
            row = self._rows.get(content.name)
            if row is None:
                row = self._made(content)
            elif row.content != content:
                row.show_content(content)
            row.show_values(worth)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
                row.show()  # at once: left to the layout, it flickers
        wanted = tr("New parameter") if state.inside else tr("New variable")
        self._new.setPlaceholderText(f"{wanted}, {tr('such as alpha')}")
        self.setEnabled(not state.read_only)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._actions = replace(self._actions, theme=theme)
        for row in self._rows.values():
            row.set_theme(theme)
        self._add_button.setIcon(icon("mdi6.plus", theme, theme.muted))

    def row(self, name: str) -> VariableRow | None:
        """The row of that variable."""
        return self._rows.get(name)

    def fields(self) -> list[Field]:
        """The fields of all values."""
        return [row.field for row in self._rows.values()]

    def _made(self, content: VariableContent) -> VariableRow:
        row = VariableRow(content, self._requests, self._actions.theme)
        row.uses_clicked.connect(self.uses_clicked)
        self._rows[content.name] = row
        return row

    def _keep(self, shown: Mapping[str, VariableContent]) -> None:
        """Delete rows without a variable; the row of a renamed variable stays."""
        if self._renaming:
            old, new = self._renaming
            if new in shown and old not in shown and old in self._rows:
                self._rows[new] = self._rows.pop(old)
        for name, row in list(self._rows.items()):
            content = shown.get(name)
            if content is None or _kind(content) != _kind(row.content):
                del self._rows[name]
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()

    def _adder(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        self._new = NewLine()
        self._new.setAccessibleName(tr("new variable"))
        self._new.setToolTip(
            tr("Use it in any field: =round_channels(32 * alpha). Enter adds it.")
        )
        self._new.returnPressed.connect(self._add)
        self._new.textChanged.connect(lambda: self._complain(""))
        self._add_button = QToolButton()
        theme = self._actions.theme
        self._add_button.setIcon(icon("mdi6.plus", theme, theme.muted))
        self._add_button.setAccessibleName(tr("add variable"))
        self._add_button.setToolTip(tr("Add the variable"))
        self._add_button.clicked.connect(self._add)
        row.addWidget(self._new, 1)
        row.addWidget(self._add_button)
        self._complaint: Remark | None = None  # made on first use
        column.addLayout(row)
        return holder

    # Edits

    def _set(self, name: str, variable: Variable, gesture: int) -> str | None:
        def edit(document: Document) -> Document:
            if name not in document.variables:
                raise Refusal("invalid_name", f"there is no variable '{name}'")
            return set_variable(document, name, variable)

        row = self._rows.get(name)
        before = row.content.variable if row else variable
        if variable.value != before.value:
            label = f"Set {name} to {figures.value(variable.value)}"
        else:
            label = f"Change the limits of {name}"
        return self._actions.attempt(label, edit, merge=("variable", name, gesture))

    def _rename(self, old: str, new: str) -> str | None:
        self._renaming = old, new
        try:
            return self._attempted(
                f"Rename {old} to {new}",
                lambda document: rename_variable(document, old, new),
            )
        finally:
            self._renaming = None

    def _move(self, name: str, by: int) -> None:
        self._actions.edit(f"Move {name}", lambda document: _moved(document, name, by))

    def _remove(self, name: str) -> None:
        self._actions.edit(
            f"Remove the variable {name}",
            lambda document: set_variable(document, name, None),
        )

    def _add(self) -> None:
        name = self._new.text().strip()
        if not name:
            self._new.setFocus()
            return

        def edit(document: Document) -> Document:
            if name in document.variables:
                raise Refusal("duplicate_name", f"there is a variable {name} already")
            return set_variable(document, name, Variable(1.0))

        refusal = self._attempted(f"Add the variable {name}", edit)
        self._complain(told(refusal) if refusal else "")
        if not refusal:
            self._new.clear()
            editor = self._rows[name].field.editor
            editor.setFocus(Qt.FocusReason.TabFocusReason)  # its value is next

    def _attempted(
        self, label: str, edit: Callable[[Document], Document]
    ) -> str | None:
        return self._actions.attempt(label, edit)

    def _complain(self, sentence: str) -> None:
        mark(self._new, "invalid", bool(sentence))
        if sentence and self._complaint is None:
            self._complaint = Remark(self._new, tr("problem with the new variable"))
        if sentence:
            self._new.setFocus()
        if self._complaint is not None:
            self._complaint.say(sentence)


def _moved(document: Document, name: str, by: int) -> Document:
    """Move a variable some places down."""
    names = list(document.variables)
    place = names.index(name)
    there = min(max(place + by, 0), len(names) - 1)
    if there == place:
        return document
    names.insert(there, names.pop(place))
    return replace(document, variables={n: document.variables[n] for n in names})


def _kind(content: VariableContent) -> object:
    """A key of a row's editor: content with the same key reuses it."""
    return content.field.editor, content.field.choices
