"""The file as it would be exported, updated while the design is edited; the selection is marked in both."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from designer.analysis.report import Analysis
from designer.app.fields.editors import Choice
from designer.app.panels.code.content import Written, lines_of, way_to
from designer.app.panels.code.editor import CodeEditor
from designer.app.panels.code.writer import CodeWriter
from designer.app.session.state import State
from designer.app.text.translation import told, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import mark, plain
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID, Theme


class Code(QWidget):
    """Shows the code of a state; `chosen` carries the node of a clicked line."""

    chosen = Signal(str, str)  # block ("" for the design), node
    copied = Signal(int)  # lines

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state: State | None = None
        self._owes = False
        self._asked: tuple[Analysis, str] | None = None
        self._written = Written()
        self.writer = CodeWriter(self)
        self.writer.written.connect(self._show)
        self.convolutions = Choice()
        for text, value in (
            (tr("Grouped: fast"), "fast"),
            (tr("Grouped: plain"), "plain"),
        ):
            self.convolutions.addItem(text, value)
        self.convolutions.setAccessibleName(tr("grouped convolutions"))
        self.convolutions.setToolTip(
            tr(
                "Fast brings the class GroupedConv2D along: on a CPU, training Keras's own grouped"
                " convolution is up to 200 times slower."
            )
        )
        self.convolutions.currentIndexChanged.connect(self._ask)
        self.copy = QPushButton(tr("Copy"))
        self.copy.setAccessibleName(tr("copy the code"))
        self.copy.clicked.connect(self._copy)
        top = QHBoxLayout()
        top.setContentsMargins(GRID, GRID, GRID, GRID)
        top.setSpacing(GRID)
        top.addWidget(self.convolutions)
        top.addStretch(1)
        top.addWidget(self.copy)
        self.fault = plain("", "error", wrap=True)
        self.fault.setAccessibleName(tr("why there is no code"))
        self.fault.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        self.fault.hide()
        self.editor = CodeEditor(theme)
        self.editor.setAccessibleName(tr("code"))
        mark(self.editor, "flat", True)
        self.editor.line_clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.fault)
        column.addWidget(self.editor, 1)
        self.set_theme(theme)

    def show_state(self, state: State) -> None:
        """Generate the code again where the design has changed; mark the selection."""
        before, self._state = self._state, state
        if before is not None and before.origin is not state.origin:
            self._begin()
        self._ask()
        if before is None or before.selection != state.selection:
            self._mark(bring=True)

    def _begin(self) -> None:
        """Clear the code of the last design when another one is opened."""
        self._written = Written()
        self.editor.show_code(self._written)
        self.fault.hide()
        self.copy.setEnabled(False)
        self.writer.drop()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self.editor.set_theme(theme)
        self.copy.setIcon(icon("mdi6.content-copy", theme, theme.muted))

    def _ask(self) -> None:
        if self._state is None:
            return
        wanted = self._state.root_analysis, self.convolutions.currentData()
        if self._asked is None or any(
            one is not other for one, other in zip(wanted, self._asked, strict=True)
        ):
            self._asked = wanted
            self.writer.ask(*wanted)

    def _show(self, written: Written) -> None:
        self.fault.setText(told(written.fault))
        self.fault.setVisible(bool(written.fault))
        self.editor.dim(bool(written.fault))
        self.copy.setEnabled(not written.fault)
        if written.file is not None:
            self._written = written
            self.editor.show_code(written)
        self._mark(bring=self._owes)

    def _mark(self, *, bring: bool) -> None:
        file = self._written.file
        self._owes = bring and file is None  # scrolled to once the code is generated
        if self._state is not None and file is not None:
            self.editor.mark(lines_of(file, self._state), bring=bring)

    def _choose(self, line: int) -> None:
        file = self._written.file
        place = file.at(line) if file else None
        if place:
            self.chosen.emit(*place)

    def _copy(self) -> None:
        if self._written.file is not None:
            QGuiApplication.clipboard().setText(self._written.file.source)
            self.copied.emit(len(self._written.lines))


def go_to(workbench: Workbench, block: str, node: str) -> None:
    """Go to the node of a line, also inside a composite block."""
    controller = workbench.controller
    state = controller.state
    here = state.views[-1].block if state.inside else ""
    if here != block:
        way = way_to(state.root, block)
        if way is None:
            return
        controller.leave(len(state.views) - 1)
        for step in way:
            controller.enter(step)
    controller.reveal((node,))


def make(workbench: Workbench) -> Code:
    """Make the view of the code of the window's design."""
    made = Code(workbench.theme)
    made.chosen.connect(partial(go_to, workbench))
    made.copied.connect(
        lambda lines: workbench.controller.say(
            tr("{lines} lines of code copied.").format(lines=lines), "success"
        )
    )
    made.setMinimumWidth(38 * GRID)
    return made
