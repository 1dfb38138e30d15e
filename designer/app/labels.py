"""Labels of plain text, and the roles by which the style sheet knows widgets."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStyle, QWidget


def plain(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """A label of plain text."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        mark(label, "role", role)
    return label


def mark(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for."""
    widget.setProperty(name, "true" if value is True else value or "")
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it will be asked for when the widget is first shown
    style: QStyle = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
