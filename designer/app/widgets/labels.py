"""Widgets for user text, which is shown as plain text, and the roles that the style sheet selects by.

The style sheet makes all labels, tooltips and message boxes plain text. What else Qt reads in a text, `button_text`,
`tooltip` and `window_title` make plain.
"""

from __future__ import annotations

import re
from textwrap import fill

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStyle, QWidget

from designer.model.plain import lines, one_line

TOOLTIP_COLUMNS = 100
LONGEST_TOOLTIP = 1_000

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def plain(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """A label of plain text."""
    label = QLabel(lines(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        mark(label, "role", role)
    return label


def button_text(text: str) -> str:
    """The text of a button, a menu entry or a tab, where an ampersand marks the mnemonic."""
    return one_line(text).replace("&", "&&")


def tooltip(text: str) -> str:
    """A tooltip that fits a screen, however long the text is."""
    shown = text if len(text) <= LONGEST_TOOLTIP else f"{text[:LONGEST_TOOLTIP]}…"
    return "\n".join(fill(lines(row), TOOLTIP_COLUMNS) for row in shown.splitlines())


def window_title(text: str) -> str:
    """The title of a window, where `[*]` is the place of the mark of unsaved changes."""
    return one_line(text).replace("[*]", "[*][*]")


def markdown(text: str) -> str:
    """Escape text for Markdown."""
    return _PUNCTUATION.sub(r"\\\g<0>", one_line(text))


def keep_room(widget: QWidget) -> None:
    """Make a hidden widget keep its space, so that nothing moves when it is shown."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


def mark(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet selects by."""
    widget.setProperty(name, "true" if value is True else value or "")
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # read when the widget is first shown
    style: QStyle = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
