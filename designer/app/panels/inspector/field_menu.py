"""The context menu of a field: its default, variables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from designer.app.fields.field import Field
from designer.app.fields.line import Line
from designer.app.panel_actions import PanelActions
from designer.app.text.translation import tr
from designer.app.widgets.appearance import icon
from designer.model.document import Document, is_expression
from designer.model.edits import Refusal

Expose = Callable[[Document, Sequence[str], str], tuple[Document, str]]
Using = Callable[[Document, Sequence[str], str, str], Document]


class FieldMenu:
    """The context menus of a page's fields.

    Args:
        ids: the nodes that a page is about, now.
        inside: whether they are in an entered block, now.
        expose: makes a variable of a value, as `exposing.exposed` does.
        using: puts a variable in the place of a value.
    """

    def __init__(
        self,
        actions: PanelActions,
        ids: Callable[[], Sequence[str]],
        inside: Callable[[], bool],
        expose: Expose,
        using: Using,
    ) -> None:
        self._actions, self._ids, self._inside = actions, ids, inside
        self._expose, self._using = expose, using

    def serve(self, field: Field) -> None:
        """Install the menu on the field's editor and label."""
        for widget in (field.editor, field.label):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(
                lambda at, w=widget: self._pop_up(field, w, at)
            )

    def _pop_up(self, field: Field, widget: QWidget, at: QPoint) -> None:
        menu = QMenu(field)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(widget, Line):
            self._edit(menu, widget)
            menu.addSeparator()
        if field.reset.isEnabled():
            self._fill(menu, field)
        menu.popup(widget.mapToGlobal(at))

    def _edit(self, menu: QMenu, line: Line) -> None:
        """Add the editing actions of any text; undo is the design's."""
        for text, sign, run, possible in (
            (tr("Cut"), "mdi6.content-cut", line.cut, line.hasSelectedText()),
            (tr("Copy"), "mdi6.content-copy", line.copy, line.hasSelectedText()),
            (tr("Paste"), "mdi6.content-paste", line.paste, True),
        ):
            action = menu.addAction(icon(sign, self._actions.theme), text, run)
            action.setEnabled(possible)

    def _fill(self, menu: QMenu, field: Field) -> None:
        theme, content = self._actions.theme, field.content
        reset = menu.addAction(
            icon("mdi6.arrow-u-left-top", theme),
            tr("Reset to the default"),
            field.back_to_default,
        )
        reset.setEnabled(content.changed)
        made = menu.addAction(
            icon("mdi6.tune", theme),
            tr("Expose as a parameter") if self._inside() else tr("Make it a variable"),
            lambda: self._make(field.key),
        )
        made.setEnabled(content.value is not None and not is_expression(content.value))
        use = menu.addMenu(icon("mdi6.variable", theme), tr("Use a variable"))
        for name in field.variables:
            use.addAction(name, partial(self._use, field.key, name))
        use.setEnabled(bool(field.variables))

    def _make(self, key: str) -> None:
        ids, made = self._ids(), ""

        def edit(document: Document) -> Document:
            nonlocal made
            document, made = self._expose(document, ids, key)
            return document

        inside = self._inside()
        label = f"Expose {key}" if inside else f"Make {key} a variable"
        if self._actions.edit(label, edit):
            said = (
                tr("{name} is a parameter of the block now: each use sets its own.")
                if inside
                else tr("{name} is a variable now; the Variables panel moves it.")
            )
            self._actions.say(said.format(name=made))

    def _use(self, key: str, name: str) -> None:
        ids = self._ids()

        def edit(document: Document) -> Document:
            if name not in document.variables:
                raise Refusal("unknown_variable", f"there is no variable '{name}'")
            return self._using(document, ids, key, name)

        self._actions.edit(f"Set {key} to {name}", edit)
