"""The inspector: chooses the page for the selection, and reuses it for content of the same kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QVBoxLayout,
    QWidget,
)

from blocks.definition import Block
from designer.app.fields.field import Field
from designer.app.panel_actions import PanelActions
from designer.app.panels.inspector import design_page, node_page, several_page
from designer.app.panels.inspector.content import (
    DesignPage,
    NodePage,
    Page,
    SeveralPage,
    page,
)
from designer.app.panels.inspector.design_page import DesignView
from designer.app.panels.inspector.issue_pane import IssuePane
from designer.app.panels.inspector.node_page import NodeView
from designer.app.panels.inspector.page import FieldArea
from designer.app.panels.inspector.several_page import SeveralView
from designer.app.session.state import State
from designer.app.text.translation import tr
from designer.app.widgets.tab_stops import step
from designer.canvas.values.theme import Theme

KEPT = 12  # views, each for a kind of block

View = NodeView | DesignView | SeveralView


class Inspector(QWidget):
    """Shows the selection of a state; requests go through `actions`.

    Args:
        blocks: what there is to build with, by id.
    """

    def __init__(
        self,
        actions: PanelActions,
        blocks: Mapping[str, Block],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions, self._blocks = actions, blocks
        self._state: State | None = None
        self._view: View | None = None
        self._views: dict[object, View] = {}  # by key, the most recently used last
        # Invalid text by node and field, kept when another node is selected.
        self._drafts: dict[tuple[str, str], str] = {}
        holder = QWidget()
        self._stack = QVBoxLayout(holder)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        self._scroll = FieldArea(holder)
        self._scroll.setAccessibleName(tr("inspector"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll)
        self._pane = IssuePane(actions.theme, actions.repair, self)
        self._pane.grown.connect(self._keep_in_view)
        column.addWidget(self._pane)

    def show_state(self, state: State) -> None:
        """Push the difference; widgets made for another node of the same kind are reused."""
        self._show(state, None)

    def _begin(self) -> None:
        """Discard the drafts when another design is opened, because its nodes can have the same ids."""
        self._drafts.clear()
        for view in self._views.values():
            for field in view.all_fields():
                field.drop_draft()

    def _show(self, state: State, focused: tuple[str, str] | None) -> None:
        before, self._state = self._state, state
        if before is not None and before.origin is not state.origin:
            self._begin()
        content = page(state, self._blocks)
        self._turn_to(content, focused)
        issues = () if isinstance(content, SeveralPage) else content.issues
        self._pane.show_issues(issues, state.selection)
        for field in self._view.all_fields() if self._view else []:
            field.set_read_only(state.read_only)

    def _keep_in_view(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._scroll.isAncestorOf(focus):
            # Once the pane has its place.
            QTimer.singleShot(
                0, focus, partial(self._scroll.ensureWidgetVisible, focus)
            )

    def _turn_to(self, content: Page, focused: tuple[str, str] | None) -> None:
        kind = _kind(content)
        view = self._views.get(kind)
        owner = content.id if isinstance(content, NodePage) else None
        if view is self._view and view is not None and owner in (None, view.owner):
            view.show_page(content)  # type: ignore[arg-type]  # its kind says so
            return
        focused = focused or self._leave()
        known = self._names() if self._has_focus() else None
        if view is None:
            view = self._made(content)
            self._stack.addWidget(view)
        else:
            view.show_page(content)  # type: ignore[arg-type]  # as above
        self._views.pop(kind, None)
        self._views[kind] = view
        self._turn(view)
        self._come(view, focused)
        if known is not None and focused is None:
            self._refocus(view, known)
        self._forget(KEPT)

    def set_theme(self, theme: Theme) -> None:
        """Apply another theme: icons are coloured when they are made, so pages are made again."""
        self._actions = replace(self._actions, theme=theme)
        if self._state is not None:
            focused = self._leave()
            self._pane.set_theme(theme)
            self._view = None
            self._forget(0)
            self._show(self._state, focused)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward) or super().focusNextPrevChild(forward)

    def focus_field(self, name: str) -> bool:
        """Focus the field of a parameter; returns whether there is one."""
        field = self._field(name)
        if field is not None:
            # As by Tab: what is typed replaces the value.
            field.editor.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(field)
        return field is not None

    def _field(self, name: str) -> Field | None:
        fields = self._view.all_fields() if self._view else []
        return next((field for field in fields if field.key == name), None)

    def _made(self, content: Page) -> View:
        if isinstance(content, NodePage):
            return NodeView(content, self._actions, self._blocks)
        if isinstance(content, DesignPage):
            return DesignView(content, self._actions, self._blocks)
        return SeveralView(content, self._actions, self._blocks)

    def _turn(self, view: View) -> None:
        """Replace the current view by another."""
        if self._view is not None and self._view is not view:
            self._view.hide()
        self._view = view
        view.show()

    def _leave(self) -> tuple[str, str] | None:
        """Save the draft being typed; returns the field that had the focus."""
        focused = None
        if self._view is not None:
            owner = self._view.owner
            for field in self._view.all_fields():
                name = field.editor.accessibleName()
                if field.editor.hasFocus():
                    focused = owner, name
                if (draft := field.draft()) is not None:
                    self._drafts[owner, name] = draft
        return focused

    def _come(self, view: View, focused: tuple[str, str] | None) -> None:
        """Restore the draft, and the focus where its field was made again."""
        for field in view.all_fields():
            place = view.owner, field.editor.accessibleName()
            if draft := self._drafts.pop(place, ""):
                field.restore(draft)
            if focused == place:
                field.editor.setFocus()

    def _has_focus(self) -> bool:
        focus, view = self.window().focusWidget(), self._view
        return view is not None and focus is not None and view.isAncestorOf(focus)

    def _names(self) -> set[str]:
        fields = self._view.all_fields() if self._view else []
        return {field.editor.accessibleName() for field in fields}

    def _refocus(self, view: View, known: set[str]) -> None:
        """Move the focus from a removed field to a new one, else to the first."""
        fields = list(view.all_fields())
        fresh = [it for it in fields if it.editor.accessibleName() not in known]
        for field in (fresh or fields)[:1]:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self, kept: int) -> None:
        """Delete the least recently used views."""
        while len(self._views) > kept:
            view = self._views.pop(next(iter(self._views)))
            self._stack.removeWidget(view)
            view.hide()
            view.deleteLater()


def _kind(content: Page) -> object:
    if isinstance(content, NodePage):
        return node_page.key(content)
    if isinstance(content, DesignPage):
        return design_page.key(content)
    return several_page.key(content)
