"""The shortcuts page, made from the table of commands, and what the application is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from designer import __version__
from designer.app.actions import keys_text
from designer.app.commands import commands
from designer.app.labels import plain
from designer.canvas.theme import GRID

# What a hand does on the canvas, besides the commands.
GESTURES = (
    ("Drag a block from the palette", "Add it; on a wire, insert it (Alt: not)"),
    ("Drag from port to port", "Draw a wire; release in empty space to search"),
    ("Click a port, then another", "Draw a wire in two clicks"),
    ("Alt + click on a port", "Cut its wires"),
    ("Drag over the ground", "Select; Ctrl or Shift adds"),
    ("Tab, or double-click the ground", "Search for a block"),
    ("Wheel", "Zoom at the cursor; with Shift, move sideways"),
    ("Middle drag, or Space and drag", "Move the view"),
    ("Arrows", "Nudge the selection; Shift by the grid, Ctrl walks along wires"),
    ("Double-click a block, or Enter", "Edit its parameters"),
    ("Up, Down, wheel in a number", "Step; Ctrl by 8"),
    ("= in a field", "An expression over the variables: =round_channels(32 * alpha)"),
    ("Escape", "Cancel what the hand is doing; else select nothing"),
)


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


def shortcuts(parent: QWidget) -> HelpDialog:
    """Keys and gestures."""
    body = QWidget()
    grid = QGridLayout(body)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    grid.addWidget(plain("ON THE CANVAS", "section"), 0, 0, 1, 2)
    rows = [*GESTURES, ("", "")]
    rows += [
        (" or ".join(keys_text(command)), command.text.rstrip("…"))
        for command in commands().values()
        if command.keys
    ]
    for row, (keys, what) in enumerate(rows, 1):
        if keys:
            grid.addWidget(plain(keys, "figure"), row, 0)
            grid.addWidget(plain(what), row, 1)
        else:
            grid.addWidget(plain("COMMANDS", "section"), row, 0, 1, 2)
    grid.setRowStretch(len(rows) + 1, 1)
    return HelpDialog("Keyboard and mouse", body, parent)


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
