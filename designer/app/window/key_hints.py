"""The line below the canvas that shows the keys available at the current focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)
from shiboken6 import isValid

from designer.app.command import commands
from designer.app.session.state import State
from designer.app.text.translation import tr
from designer.app.widgets.application import application
from designer.app.widgets.block_tree import SearchLine
from designer.app.widgets.tab_stops import is_field
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID, SMALL_PX

HEIGHT = 3 * GRID
GAP = 2 * GRID  # between two hints


@dataclass(frozen=True, slots=True)
class Hint:
    """Keys and what they do."""

    keys: str
    does: str


def canvas_hints(state: State, wires: int = 0) -> tuple[Hint, ...]:
    """The hints of the canvas, the most useful first.

    Args:
        wires: how many are selected.
    """
    chosen, inside = len(state.selection), state.inside
    last = [Hint("F6", tr("to the panels")), _command("command_palette")]
    if inside:
        last.insert(0, Hint(tr("Backspace"), tr("leave the block")))
    if not state.document.nodes:
        return (Hint("Tab", tr("add a block")), *last)
    if not chosen:
        into = tr("insert a block into the wire") if wires == 1 else tr("add a block")
        first = [Hint("Tab", into)]
        if wires:
            first.append(Hint(tr("Del"), tr("cut")))
        return (*first, Hint(tr("Arrows"), tr("select a node")), *last)
    if chosen > 1:
        return (
            Hint("C", tr("connect")),
            Hint("Ctrl+G", tr("group them")),
            Hint(tr("Del"), tr("delete")),
            *last,
        )
    node = state.document.nodes[state.selection[0]]
    is_own = node.block in state.document.definitions
    adding = [Hint("Tab", tr("add a block after it"))]
    if is_own:
        adding = [
            Hint("Shift+A", tr("add a block after it")),
            Hint("Tab", tr("look inside")),
        ]
    return (
        *adding,
        Hint("Enter", tr("edit its parameters")),
        Hint("F2", tr("rename")),
        Hint(tr("Ctrl+arrows"), tr("walk")),
        Hint(tr("Del"), tr("delete")),
        *last,
    )


def field_hints(field: QWidget) -> tuple[Hint, ...]:
    """The hints of a field in a panel."""
    special = []
    if isinstance(field, QComboBox):
        special = [Hint(tr("Up, Down"), tr("choose"))]
    elif isinstance(field, QCheckBox):
        special = [Hint(tr("Space"), tr("switch"))]
    return (
        Hint("Tab", tr("next field")),
        Hint("Enter", tr("back to the canvas")),
        Hint("Esc", tr("undo and back")),
        *special,
        Hint(tr("Menu key"), tr("reset, variables")),
    )


def hints(
    workbench: Workbench, find_bar: QWidget, focus: QWidget | None
) -> tuple[Hint, ...]:
    """The hints of the widget that has the focus."""
    view, back = workbench.view, Hint("Esc", tr("back to the canvas"))
    if focus is None or focus is view:
        edges = workbench.scene.selected_edges()
        return canvas_hints(workbench.controller.state, len(edges))
    if workbench.cover is not None and workbench.cover.isAncestorOf(focus):
        return (
            Hint("Tab", tr("next")),
            Hint(tr("Arrows"), tr("choose")),
            Hint("Enter", tr("open")),
            back,
        )
    if view.isAncestorOf(focus):
        enter = "Ctrl+Enter" if isinstance(focus, QPlainTextEdit) else "Enter"
        return Hint(enter, tr("accept")), Hint("Esc", tr("leave it as it was"))
    if find_bar.isAncestorOf(focus):
        return (
            Hint("Enter", tr("next")),
            Hint("Shift+Enter", tr("previous")),
            Hint("Esc", tr("close")),
        )
    if isinstance(focus, SearchLine):
        down = Hint(tr("Down"), tr("into the list"))
        return Hint("Enter", tr("take the first")), down, back
    if is_field(focus):
        return field_hints(focus)
    others = (
        [Hint(tr("Space"), tr("press"))] if isinstance(focus, QAbstractButton) else []
    )
    return (*others, back, Hint("F6", tr("next part of the window")))


def _command(id: str) -> Hint:
    command = commands()[id]
    return Hint(command.keys[0], tr(command.text).rstrip("…").lower())


class KeyHints(QWidget):
    """Shows as many hints as fit."""

    def __init__(self, workbench: Workbench, find_bar: QWidget) -> None:
        super().__init__()
        self.setObjectName("keys")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("keys"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._workbench, self._find_bar = workbench, find_bar
        self._hints: tuple[Hint, ...] = ()
        font = QFont(self.font())
        font.setPixelSize(SMALL_PX)
        self.setFont(font)
        self._keys_font = QFont(font)
        self._keys_font.setWeight(QFont.Weight.DemiBold)
        application().focusChanged.connect(self.refresh)
        workbench.scene.selectionChanged.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Follow the focus and the selection."""
        if not isValid(self._workbench.scene):  # its selection is gone while it closes
            return
        focus = QApplication.focusWidget()
        if focus is not None and focus.window() is not self.window():
            return  # in a dialog, which has its own hints
        found = hints(self._workbench, self._find_bar, focus)
        if found != self._hints:
            self._hints = found
            spoken = (f"{hint.keys}: {hint.does}" for hint in found)
            self.setAccessibleDescription("; ".join(spoken))
            self.update()

    def shown(self) -> Sequence[Hint]:
        """The hints that fit."""
        found: list[Hint] = []
        x = GAP
        for hint in self._hints:
            x += self._width(hint)
            if x > self.width() and found:
                break
            found.append(hint)
            x += GAP
        return found

    def sizeHint(self) -> QSize:
        return QSize(0, max(HEIGHT, self.fontMetrics().height() + GRID))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            roles, x = self.palette(), GAP
            middle = Qt.AlignmentFlag.AlignVCenter
            for hint in self.shown():
                for font, role, text in (
                    (self._keys_font, roles.text(), hint.keys),
                    (self.font(), roles.placeholderText(), f" {hint.does}"),
                ):
                    width = QFontMetrics(font).horizontalAdvance(text)
                    painter.setFont(font)
                    painter.setPen(role.color())
                    painter.drawText(x, 0, width, self.height(), middle, text)
                    x += width
                x += GAP

    def _width(self, hint: Hint) -> int:
        keys = QFontMetrics(self._keys_font).horizontalAdvance(hint.keys)
        return keys + self.fontMetrics().horizontalAdvance(f" {hint.does}")
