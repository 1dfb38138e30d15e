"""The page of one node: name, repeat, parameters, first copy, issues, figures, help."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from inspect import cleandoc

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout

from blocks.definition import Block
from designer.analysis.catalog import BLOCKS
from designer.app.fields.content import FieldContent
from designer.app.panel_actions import PanelActions
from designer.app.panels.inspector.content import NodePage
from designer.app.panels.inspector.feeds import Feeds
from designer.app.panels.inspector.node_actions import ActionButtons
from designer.app.panels.inspector.page import Rows, block_sign
from designer.app.panels.inspector.pages import NodesPage
from designer.app.text.prose import about
from designer.app.text.translation import told, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import plain
from designer.canvas.values.theme import Theme
from designer.model.document import Document, Edge, Scalar
from designer.model.edits import order_wire, rename_node, set_params, set_repeat


class NodeView(NodesPage):
    """The inspector's page for one node."""

    def __init__(
        self, content: NodePage, actions: PanelActions, blocks: Mapping[str, Block]
    ) -> None:
        super().__init__(actions, blocks)
        self.content = content
        self.column.addLayout(self._header(content, actions.theme))
        self._action_buttons = ActionButtons(actions.theme, actions.command)
        self.column.addWidget(self._action_buttons)
        self._name = self.field(_name_field(content), self._rename)
        self._name.label.setText(tr("Name"))
        self._name.editor.setAccessibleName(tr("node name"))
        self._repeat = self.field(content.repeat, self._set_repeat)
        self._repeat.label.setText(tr("Repeat"))
        self._muted = self.field(content.muted, self._set_muted)
        self._muted.label.setText(tr("Muted"))

        self.section(tr("PARAMETERS") if content.fields else tr("NO PARAMETERS"))
        self._parameters = [self.field(f, self._set_param) for f in content.fields]
        heading = self.section(tr("THE FIRST COPY DIFFERS IN"))
        self._first = [
            self.field(f, self._set_first, prefix=tr("first copy "))
            for f in content.first
        ]
        differ = self._differ_button()
        self.column.addWidget(differ)
        self._first_section = [*heading, *self._first, differ]
        self._feeds: dict[str, Feeds] = {}
        for port, _ in content.feeds:
            called, title = tr("order of the inputs"), tr("INPUTS IN THEIR ORDER")
            if content.block is not None and len(content.block.inputs) > 1:
                called = tr("order of the input {port}").format(port=port)
                title = tr("INPUT {port} IN ITS ORDER").format(port=port)
            self.section(title)
            self._feeds[port] = Feeds(called, actions.theme, self._order)
            self.column.addWidget(self._feeds[port])
        self.section(tr("FIGURES"))
        self._rows = Rows()
        self.column.addWidget(self._rows)
        self._note = plain("", "small", wrap=True)
        self._note.setAccessibleName(tr("note"))
        self.column.addWidget(self._note)
        if content.block is not None:
            self.section(tr("ABOUT"))
            self.column.addWidget(
                plain(
                    about(content.block, _paragraphs(content.block.doc)),
                    "muted",
                    wrap=True,
                )
            )
            if content.block.source:
                self.column.addWidget(plain(content.block.source, "small", wrap=True))
        self.column.addStretch(1)
        menu = self.field_menu(lambda: (self.content.id,), lambda: self.content.inside)
        for field in (self._repeat, *self._parameters):
            menu.serve(field)
        self.show_page(content)

    @property
    def owner(self) -> str:
        """The owner of the drafts in its fields."""
        return self.content.id

    def show_page(self, content: NodePage) -> None:
        """Push the difference, or another node of the same block."""
        same, self.content = content.id == self.content.id, content
        self.push(
            [
                (self._name, _name_field(content)),
                (self._repeat, content.repeat),
                (self._muted, content.muted),
                *zip(self._parameters, content.fields, strict=True),
                *zip(self._first, content.first, strict=True),
            ],
            content.variables,
            anew=not same,
        )
        for field in self._first:
            field.reset.setVisible(True)
            field.reset.setToolTip(tr("As in the other copies"))
        for part in self._first_section:
            part.setVisible(content.repeat.changed or bool(content.first))
        for port, feeds in content.feeds:
            self._feeds[port].show_feeds(feeds, read_only=content.read_only)
        self._rows.show_rows(content.rows)
        self._note.setText(content.note)
        self._note.setVisible(bool(content.note))
        self._action_buttons.show_actions(content.actions)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._action_buttons.set_theme(theme)
        for feeds in self._feeds.values():
            feeds.set_theme(theme)

    def _header(self, content: NodePage, theme: Theme) -> QHBoxLayout:
        block = content.block
        title = told(block.title) if block else content.block_id
        kind = told(block.category) if block else tr("not in this library")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain(title, "title", wrap=True))
        words.addWidget(plain(kind, "small"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(
            block_sign(content.block, theme, 24), 0, Qt.AlignmentFlag.AlignTop
        )
        row.addLayout(words, 1)
        return row

    def _differ_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(tr("Add a difference"))
        button.setIcon(
            icon("mdi6.plus", self.panel_actions.theme, self.panel_actions.theme.muted)
        )
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAccessibleName(tr("add a difference of the first copy"))
        menu = QMenu(button)
        for name in self.content.can_differ:
            menu.addAction(name, partial(self._differ_in, name))
        button.setEnabled(bool(self.content.can_differ))
        button.setMenu(menu)
        return button

    # Edits

    def _order(self, edge: Edge, place: int) -> None:
        self.panel_actions.edit(
            f"Order the inputs of {self.content.name}",
            lambda document: order_wire(document, edge, place),
        )

    def _rename(self, _: str, value: Scalar | None, gesture: int) -> str | None:
        id, name = self.content.id, "" if value is None else str(value)
        return self.panel_actions.attempt(
            f"Rename to {name}",
            lambda document: rename_node(document, id, name),
            merge=("name", id, gesture),
        )

    def _set_repeat(self, _: str, value: Scalar | None, gesture: int) -> str | None:
        id = self.content.id
        repeat = 1 if value is None else value
        assert isinstance(repeat, (int, str))  # the field reads nothing else
        return self.panel_actions.attempt(
            f"Repeat {self.content.name} {repeat} times",
            lambda document: set_repeat(document, id, repeat),
            merge=("repeat", id, gesture),
        )

    def _set_muted(self, _: str, value: Scalar | None, gesture: int) -> str | None:
        return self.mute((self.content.id,), bool(value), gesture)

    def _set_param(self, name: str, value: Scalar | None, gesture: int) -> str | None:
        return self._set(name, value, gesture, first=False)

    def _set_first(self, name: str, value: Scalar | None, gesture: int) -> str | None:
        return self._set(name, value, gesture, first=True)

    def _set(
        self, name: str, value: Scalar | None, gesture: int, *, first: bool
    ) -> str | None:
        id = self.content.id
        if not first and value is not None and self.content.block is not None:
            default = self.content.block.parameters[name].default
            # 1 == True in Python, and the two are not the same setting.
            if value == default and type(value) is type(default):
                value = None
        change = {name: value}

        def edit(document: Document) -> Document:
            return set_params(document, id, change, catalog=BLOCKS, first=first)

        whose = f"{self.content.name}'s first copy" if first else self.content.name
        label = f"Set {name} of {whose}"
        return self.panel_actions.attempt(label, edit, merge=(name, id, first, gesture))

    def _differ_in(self, name: str) -> None:
        field = next(f for f in self.content.fields if f.key == name)
        if field.value is not None:
            self._set(name, field.value, self.panel_actions.new_gesture(), first=True)


def key(content: NodePage) -> object:
    """A key of the widgets' structure: content with the same key reuses them."""
    return (
        NodePage,
        content.block_id,
        # the rest of the page may change while a block is edited
        content.block and (content.block.title, content.block.doc),
        tuple((f.key, f.editor, f.choices) for f in content.fields),
        tuple((f.key, f.editor) for f in content.first),
    )


def _name_field(content: NodePage) -> FieldContent:
    return FieldContent(
        "name",
        str,
        content.name,
        None,
        help=tr(
            "what the layers' names begin with, and the variable in the generated code"
        ),
    )


def _paragraphs(doc: str) -> str:
    """The docstring up to its arguments, as paragraphs: the fields show the arguments as tooltips."""
    text = cleandoc(doc).partition("\nArgs:")[0]
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n")).strip()
