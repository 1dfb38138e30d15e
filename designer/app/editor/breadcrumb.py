"""The path to the entered block: a button for each block on it, and the actions of the current one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from designer.app.session.controller import Controller
from designer.app.session.state import State
from designer.app.session.views import View
from designer.app.text.translation import tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import button_text, mark, plain
from designer.canvas.values.theme import Theme


class Breadcrumb(QFrame):
    """A bar above the canvas, visible inside a block; a click on a step returns to it.

    Args:
        make_editable: turns the entered library block into a composite of the user's.
    """

    def __init__(
        self,
        controller: Controller,
        theme: Theme,
        make_editable: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("breadcrumb")
        self.setAccessibleName(tr("where you are"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._controller, self._theme = controller, theme
        self._views: tuple[View, ...] = ()
        self._title = ""
        self.leave = QToolButton()
        self.leave.setAccessibleName(tr("leave the block"))
        self.leave.setToolTip(tr("Leave the block (Backspace)"))
        self.leave.clicked.connect(lambda: controller.leave())
        self._steps = QHBoxLayout()
        self._steps.setSpacing(0)
        self._parts: list[QWidget] = []  # in it: steps, chevrons, the choice of a copy
        self.remark = plain("", "muted")
        self.make_editable = QPushButton(tr("Make editable"))
        self.make_editable.setAccessibleName(tr("make editable"))
        self.make_editable.setToolTip(
            tr("Turn this node into a block of your own, which you can change inside")
        )
        self.make_editable.clicked.connect(lambda: make_editable())
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(self.leave)
        row.addLayout(self._steps)
        row.addStretch(1)
        row.addWidget(self.remark)
        row.addWidget(self.make_editable)
        self.set_theme(theme)
        self.hide()

    def show_state(self, state: State) -> None:
        """Show the path to the entered block; hidden while the whole design is on the canvas."""
        self.setVisible(state.inside)
        if not state.inside:
            return
        named = [(v.title, v.block, v.copy, v.copies) for v in state.views]
        shown = [(v.title, v.block, v.copy, v.copies) for v in self._views]
        if named != shown or state.title != self._title:
            self._views, self._title = state.views, state.title
            self._make_steps(state)
        self.make_editable.setVisible(not state.views[-1].editable)
        self.remark.setText(_remark(state))

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self.leave.setIcon(icon("mdi6.arrow-up-left", theme))

    def steps(self) -> list[QPushButton]:
        """The steps, outermost first; the last is the current view."""
        return [part for part in self._parts if isinstance(part, QPushButton)]

    def _make_steps(self, state: State) -> None:
        for old in self._parts:
            self._steps.removeWidget(old)
            old.deleteLater()
        self._parts = []
        last = len(state.views) - 1
        for depth, view in enumerate(state.views):
            if depth:
                self._parts.append(_chevron())
            self._parts.append(self._step(view, state.title, last - depth))
        if state.views[-1].copies > 1:
            self._parts.append(self._copies(state.views[-1]))
        for new in self._parts:
            self._steps.addWidget(new)

    def _step(self, view: View, design: str, levels: int) -> QPushButton:
        title = view.title or design
        step = QPushButton(button_text(title))
        mark(step, "quiet", True)
        if levels:
            step.setAccessibleName(tr("back to {place}").format(place=title))
            step.clicked.connect(lambda: self._controller.leave(levels))
        else:
            mark(step, "here", True)
            step.setAccessibleName(tr("you are in {place}").format(place=title))
        return step

    def _copies(self, view: View) -> QToolButton:
        """Which copy of a repeated row is shown."""
        chooser = QToolButton()
        said = _copy_text(view.copy, view)
        chooser.setText(f"{said} \N{BLACK DOWN-POINTING SMALL TRIANGLE}")
        chooser.setAccessibleName(said)
        chooser.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(chooser)

        def fill() -> None:
            menu.clear()
            for copy in range(view.copies):
                action = QAction(_copy_text(copy, view), menu)
                action.triggered.connect(
                    lambda _=False, copy=copy: self._controller.show_copy(copy)
                )
                menu.addAction(action)

        menu.aboutToShow.connect(fill)
        chooser.setMenu(menu)
        return chooser


def _copy_text(copy: int, view: View) -> str:
    return tr("copy {number} of {count}").format(number=copy + 1, count=view.copies)


def _chevron() -> QLabel:
    return plain("\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", "muted")


def _remark(state: State) -> str:
    """The effect of an edit in this view."""
    view = state.views[-1]
    if not view.editable:
        return tr("The layers it is made of, to look at")
    uses = sum(
        node.block == view.block
        for body in (
            state.root,
            *(definition.body for definition in state.root.definitions.values()),
        )
        for node in body
    )
    if uses == 1:
        return tr("Used once")
    return tr("A change reaches all {count} uses").format(count=uses)
