"""What the application is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from designer import __version__
from designer.app.labels import plain
from designer.canvas.theme import GRID


class HelpDialog(QDialog):
    """A page to read; stays open beside the work."""

    def __init__(self, title: str, body: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(body)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(scroll)
        column.addWidget(buttons)
        wanted = body.sizeHint()
        self.resize(
            min(wanted.width() + 8 * GRID, 100 * GRID),
            min(wanted.height() + 12 * GRID, 88 * GRID),
        )


def about(parent: QWidget) -> HelpDialog:
    """What this is."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setSpacing(12)
    column.addWidget(plain(f"Channelwise {__version__}", "title"))
    words = (
        "Design convolutional networks by hand, see at once what fits and what it costs, "
        "and take away Keras code that is proven to run.",
        "MACs are the multiply-accumulates of convolutions and dense layers, what papers "
        "often print as FLOPs. FLOPs here are 2 x MACs, and one per output element of "
        "biases, activations, sums and pooling windows, two of batch normalisation.",
        "Licensed under Apache-2.0.",
    )
    for text in words:
        label: QLabel = plain(text, wrap=True)
        label.setMinimumWidth(56 * GRID)
        column.addWidget(label)
    column.addStretch(1)
    return HelpDialog("About Channelwise", body, parent)
