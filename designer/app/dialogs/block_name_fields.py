"""Fields for the title of a block and for its name in code, which follows the title until it is edited."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from designer.app.text.translation import tr
from designer.canvas.values.theme import GRID


def block_name(title: str) -> str:
    """A valid Python name made from a title."""
    name = re.sub(r"\W+", "_", title.strip().casefold(), flags=re.ASCII).strip("_")
    return name if name[:1].isalpha() else f"block_{name}".rstrip("_")


class NameFields(QWidget):
    """Two lines; `changed` is emitted at every keystroke."""

    changed = Signal()

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self._follows = block_name(title) == name
        self.title, self.name = QLineEdit(title), QLineEdit(name)
        self.title.setAccessibleName(tr("block title"))
        self.name.setAccessibleName(tr("block name"))
        self.title.textEdited.connect(self._titled)
        self.name.textEdited.connect(self._named)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(2 * GRID)
        form.setVerticalSpacing(GRID)
        form.addRow(tr("Title"), self.title)
        form.addRow(tr("Name in code"), self.name)
        self.setFocusProxy(self.title)
        self.title.selectAll()

    def texts(self) -> tuple[str, str]:
        """The name and the title."""
        return self.name.text().strip(), self.title.text().strip()

    def _titled(self, title: str) -> None:
        if self._follows:
            self.name.setText(block_name(title))
        self.changed.emit()

    def _named(self) -> None:
        self._follows = False
        self.changed.emit()
