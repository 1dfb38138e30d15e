"""A dock with our own title bar: a name, what there is to say about the panel, and the button that closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QToolButton,
    QWidget,
)

from designer.app.labels import mark, plain
from designer.app.look import icon
from designer.canvas.theme import GRID, Theme

QWIDGETSIZE_MAX = 16_777_215  # Qt's own "no limit"
UNFOLDED = 8 * GRID


class Dock(QDockWidget):
    """Holds a panel at an edge of the window; it can be moved, floated and closed.

    Args:
        folds: the button folds the panel away and leaves its title, instead of closing it.
    """

    def __init__(
        self,
        title: str,
        panel: QWidget,
        theme: Theme,
        parent: QMainWindow,
        *,
        folds: bool = False,
    ) -> None:
        super().__init__(title, parent)
        self.setObjectName(f"dock {title.casefold()}")
        self._folds, self._folded = folds, False
        self.note = QToolButton()
        self.note.setAccessibleName(f"{title} summary")
        self.note.setVisible(folds)
        self.note.clicked.connect(self.toggle_fold)
        self.button = QToolButton()
        self.button.setAccessibleName(f"{'fold' if folds else 'close'} {title}")
        self.button.clicked.connect(self.toggle_fold if folds else self.close)
        bar = QWidget()
        bar.setObjectName("dock_title")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 4, 4, 4)
        row.setSpacing(8)
        row.addWidget(plain(title))
        row.addWidget(self.note)
        row.addStretch(1)
        row.addWidget(self.button)
        self.setTitleBarWidget(bar)
        self.setWidget(panel)
        self.set_theme(theme)

    @property
    def folded(self) -> bool:
        return self._folded

    def toggle_fold(self) -> None:
        """Fold the panel away, or bring it back."""
        self.fold(not self._folded)

    def fold(self, folded: bool) -> None:
        """Leave only the title, or show the panel."""
        self._folded = folded
        # Not hidden: a dock without a visible content gives up its width too.
        self.widget().setMaximumHeight(0 if folded else QWIDGETSIZE_MAX)
        self.widget().setMinimumHeight(0 if folded else UNFOLDED)
        self._paint_button()

    def say(self, text: str, role: str) -> None:
        """A word beside the title."""
        self.note.setText(text)
        mark(self.note, "role", role)

    def set_theme(self, theme: Theme) -> None:
        """Another look."""
        self._theme = theme
        self._paint_button()

    def _paint_button(self) -> None:
        if self._folds:
            name = "mdi6.chevron-up" if self._folded else "mdi6.chevron-down"
            tip = "Show" if self._folded else "Fold away"
        else:
            name, tip = "mdi6.close", "Close; the View menu brings it back"
        self.button.setIcon(icon(name, self._theme, self._theme.muted))
        self.button.setToolTip(tip)
