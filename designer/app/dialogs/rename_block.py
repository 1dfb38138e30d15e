"""Changes the title and name of a block that the design defines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from designer.app.dialogs.block_name_fields import NameFields
from designer.app.session.state import as_sentence
from designer.app.text.translation import told, tr
from designer.app.widgets.labels import plain
from designer.canvas.values.theme import GRID

WIDTH = 52 * GRID


class RenameDialog(QDialog):
    """A dialog; `try_out(name, title)` returns what is wrong, `then(name, title)` renames the block."""

    def __init__(
        self,
        title: str,
        name: str,
        try_out: Callable[[str, str], str | None],
        then: Callable[[str, str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Rename the block"))
        self.setAccessibleName(tr("rename the block"))
        self._try_out, self._then = try_out, then
        self.fields = NameFields(title, name)
        self.fields.changed.connect(self._check)
        self.fault = plain("", "error", wrap=True)
        self.fault.setAccessibleName(tr("what is wrong"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = buttons.addButton(
            tr("Rename"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.accept_button.setDefault(True)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.fields)
        column.addWidget(self.fault)
        column.addWidget(buttons)
        self.resize(WIDTH, self.sizeHint().height())
        self.fields.setFocus()

    def _check(self) -> None:
        fault = self._try_out(*self.fields.texts())
        self.fault.setText(as_sentence(told(fault)) if fault else "")
        self.accept_button.setEnabled(not fault)

    def _accept(self) -> None:
        texts = self.fields.texts()
        self.accept()
        self._then(*texts)
