"""The inspector: chooses the page for what is selected, and keeps it while it fits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from blocks.definition import Block
from designer.app.inspector.content import DesignPage, NodePage, Page, page
from designer.app.inspector.design_page import DesignView
from designer.app.inspector.field import Field
from designer.app.inspector.node_page import NodeView
from designer.app.inspector.parts import Hands
from designer.app.inspector.several_page import SeveralView
from designer.app.state import State
from designer.canvas.theme import Theme

View = NodeView | DesignView | SeveralView


class Inspector(QWidget):
    """Shows a state's selection; asks through `hands`.

    Args:
        blocks: what there is to build with, by id.
    """

    def __init__(
        self,
        hands: Hands,
        blocks: Mapping[str, Block],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._hands, self._blocks = hands, blocks
        self._view: View | None = None
        # Text that is no value yet, by node and field: selecting another node drops none of it.
        self._drafts: dict[tuple[str, str], str] = {}
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("inspector")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def show_state(self, state: State) -> None:
        """Push the difference."""
        content = page(state, self._blocks)
        view = self._view
        if view is not None and view.shows(content):
            view.show_page(content)
            return
        focused = self._leave()
        self._view = made = self._made(content)
        self._scroll.setWidget(made)
        made.setAutoFillBackground(False)  # which a scroll area turns on
        for field in made.fields:
            draft = self._drafts.pop((_owner(made), field.editor.accessibleName()), "")
            if draft:
                field.restore(draft)
            if focused == (_owner(made), field.editor.accessibleName()):
                field.editor.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Another look."""
        self._hands = replace(self._hands, theme=theme)
        if self._view is not None:
            self._view.set_theme(theme)

    def focus_field(self, name: str) -> bool:
        """Put the cursor into the field of that parameter; whether there is one."""
        field = self._field(name)
        if field is not None:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(field)
        return field is not None

    def _field(self, name: str) -> Field | None:
        fields = self._view.fields if self._view else []
        return next((field for field in fields if field.key == name), None)

    def _made(self, content: Page) -> View:
        if isinstance(content, NodePage):
            return NodeView(content, self._hands)
        if isinstance(content, DesignPage):
            return DesignView(content, self._hands)
        return SeveralView(content, self._hands)

    def _leave(self) -> tuple[str, str] | None:
        """Keep what was being typed; returns the field that had the focus."""
        focused = None
        if self._view is not None:
            owner = _owner(self._view)
            for field in self._view.fields:
                name = field.editor.accessibleName()
                if field.editor.hasFocus():
                    focused = owner, name
                if (draft := field.draft()) is not None:
                    self._drafts[owner, name] = draft
            old = self._scroll.takeWidget()
            old.hide()
            old.deleteLater()
        return focused


def _owner(view: View) -> str:
    return view.content.id if isinstance(view, NodeView) else type(view).__name__
