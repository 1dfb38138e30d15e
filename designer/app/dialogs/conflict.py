"""Asks what to do when saving would overwrite another program's changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer.app.dialogs.difference import DifferenceDialog
from designer.app.text.translation import tr
from designer.app.widgets.labels import plain
from designer.canvas.values.theme import GRID, Theme
from designer.model.document import Document

WIDTH = 80 * GRID


class ConflictDialog(QDialog):
    """Offers to overwrite, save elsewhere, reload or cancel, and shows the difference.

    Args:
        document: what would be saved to `path`.
        overwrite, save_as, reload: each is called after the dialog has closed.
    """

    def __init__(
        self,
        path: Path,
        document: Document,
        theme: Theme,
        parent: QWidget,
        *,
        overwrite: Callable[[], object],
        save_as: Callable[[], object],
        reload: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._path, self._document, self._theme = path, document, theme
        self.setWindowTitle(tr("Changed by another program"))
        self.setAccessibleName(tr("changed by another program"))
        question = plain(
            tr("{file} was changed by another program.").format(file=path.name),
            "title",
            wrap=True,
        )
        note = plain(
            tr(
                "Overwriting loses what the other program has written. Reloading can be undone here."
            ),
            wrap=True,
        )
        row = QHBoxLayout()
        row.setSpacing(GRID)
        show = self._button(tr("Show the difference"))
        show.clicked.connect(self._show_difference)
        row.addWidget(show)
        row.addStretch(1)
        for text, then in (
            (tr("Overwrite"), overwrite),
            (tr("Reload"), reload),
            (tr("Save as…"), save_as),
        ):
            button = self._button(text)
            button.clicked.connect(lambda _=False, then=then: self._choose(then))
            row.addWidget(button)
        button.setDefault(True)  # the one that loses nothing
        button.setFocus()
        cancel = self._button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(question)
        column.addWidget(note)
        column.addLayout(row)
        self.resize(max(WIDTH, self.sizeHint().width()), self.sizeHint().height())
        self.finished.connect(self.deleteLater)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        return button

    def _choose(self, then: Callable[[], object]) -> None:
        self.accept()
        then()

    def _show_difference(self) -> None:
        DifferenceDialog(self._path, self._document, self._theme, self).open()
