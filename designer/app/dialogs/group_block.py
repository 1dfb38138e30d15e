"""Groups nodes into a block: its name, and the inner parameters that its uses can set."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from blocks.definition import Block
from designer.app.dialogs.block_name_fields import NameFields
from designer.app.fields.editors import Switch
from designer.app.session.state import as_sentence
from designer.app.text.translation import told, tr
from designer.app.widgets.labels import mark, plain
from designer.app.widgets.scrolled import fit_screen, scrolled
from designer.canvas.values.theme import GRID
from designer.model.document import Document, Node, Scalar

Exposed = Mapping[str, Sequence[tuple[str, str]]]
WIDTH, HEIGHT = 64 * GRID, 72 * GRID


@dataclass(frozen=True, slots=True)
class Inner:
    """A parameter of an inner node that can become a parameter of the block."""

    node: str  # its id
    parameter: str
    value: Scalar
    changed: bool  # from the node's block's default


def inner_parameters(node: Node, block: Block | None) -> list[Inner]:
    """A node's parameters: those that it sets itself first."""
    known = block.parameters if block else {}
    found = [Inner(node.id, name, value, True) for name, value in node.params.items()]
    for name, parameter in known.items():
        if name not in node.params and isinstance(
            parameter.default, (int, float, bool, str)
        ):
            found.append(Inner(node.id, name, parameter.default, False))
    return found


def public_names(nodes: Sequence[Node], inners: Sequence[Inner]) -> list[str]:
    """The outer name of each inner parameter: its own name where only one node has it."""
    called = {node.id: node.name for node in nodes}
    count: dict[str, int] = {}
    for inner in inners:
        count[inner.parameter] = count.get(inner.parameter, 0) + 1
    return [
        inner.parameter
        if count[inner.parameter] == 1
        else f"{called[inner.node]}_{inner.parameter}"
        for inner in inners
    ]


class GroupDialog(QDialog):
    """A dialog; `try_out(name, title, exposed)` returns what is wrong, `then(...)` groups the nodes."""

    def __init__(
        self,
        document: Document,
        blocks: Mapping[str, Block],
        ids: Sequence[str],
        name: str,
        try_out: Callable[[str, str, Exposed], str | None],
        then: Callable[[str, str, Exposed], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Group into a block"))
        self.setAccessibleName(tr("group into a block"))
        self._try_out, self._then = try_out, then
        self._own_name = (
            False  # whether the user gave it one that does not follow from the title
        )
        self._rows: list[tuple[Inner, Switch, QLineEdit]] = []
        self.fields = NameFields(name.replace("_", " ").capitalize(), name)
        self.fields.changed.connect(self._check)
        self.fault = plain("", "error", wrap=True)
        self.fault.setAccessibleName(tr("what is wrong"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = buttons.addButton(
            tr("Group"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.accept_button.setDefault(True)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 2 * GRID, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.fields)
        column.addWidget(plain(tr("PARAMETERS OF THE BLOCK"), "section"))
        column.addWidget(
            plain(
                tr(
                    "What is switched on can be set wherever the block is used. Two under one name are set together."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self._parameters(document, blocks, ids), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addWidget(scrolled(body))
        whole.addWidget(self.fault)
        whole.addWidget(buttons)
        fit_screen(self, QSize(WIDTH, HEIGHT))
        self._check()
        self.fields.setFocus()

    def _parameters(
        self, document: Document, blocks: Mapping[str, Block], ids: Sequence[str]
    ) -> QWidget:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        nodes = [document.nodes[id] for id in ids]
        inners = [i for n in nodes for i in inner_parameters(n, blocks.get(n.block))]
        names = iter(public_names(nodes, inners))
        row = 0
        for node in nodes:
            block = blocks.get(node.block)
            head = plain(f"{node.name}  {told(block.title) if block else node.block}")
            mark(head, "role", "figure")
            grid.addWidget(head, row, 0, 1, 2)
            row += 1
            for inner in (i for i in inners if i.node == node.id):
                self._add(grid, row, node, inner, next(names))
                row += 1
        grid.setRowStretch(row, 1)
        return body

    def _add(
        self, grid: QGridLayout, row: int, node: Node, inner: Inner, name: str
    ) -> None:
        text = f"{inner.parameter} = {inner.value}".replace("= =", "= ")
        box = Switch()
        box.setText(text)
        box.setAccessibleName(
            tr("expose {node} {parameter}").format(
                node=node.name, parameter=inner.parameter
            )
        )
        line = QLineEdit(name)
        line.setAccessibleName(
            tr("name of {node} {parameter}").format(
                node=node.name, parameter=inner.parameter
            )
        )
        line.setVisible(False)
        box.toggled.connect(line.setVisible)
        box.toggled.connect(self._check)
        line.textChanged.connect(self._check)
        grid.addWidget(box, row, 0)
        grid.addWidget(line, row, 1)
        grid.setRowMinimumHeight(row, 4 * GRID)
        self._rows.append((inner, box, line))

    # What is asked

    def exposed(self) -> dict[str, list[tuple[str, str]]]:
        """The ticked parameters by the names that they get."""
        found: dict[str, list[tuple[str, str]]] = {}
        for inner, line in self._ticked():
            place = (inner.node, inner.parameter)
            found.setdefault(line.text().strip(), []).append(place)
        return found

    def _ticked(self) -> Iterator[tuple[Inner, QLineEdit]]:
        return ((inner, line) for inner, box, line in self._rows if box.isChecked())

    def _asked(self) -> tuple[str, str, Exposed]:
        return *self.fields.texts(), self.exposed()

    def _check(self) -> None:
        fault = self._try_out(*self._asked())
        self.fault.setText(as_sentence(told(fault)) if fault else "")
        self.accept_button.setEnabled(not fault)

    def _accept(self) -> None:
        asked = self._asked()
        self.accept()
        self._then(*asked)
