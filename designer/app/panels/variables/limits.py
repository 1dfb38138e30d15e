"""Range, step, note and order of a variable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from designer.app.fields.content import FieldContent
from designer.app.fields.field import Field
from designer.app.panels.variables.content import VariableContent
from designer.app.panels.variables.requests import Requests
from designer.app.text.translation import tr
from designer.app.widgets.appearance import icon
from designer.canvas.values.theme import GRID, Theme
from designer.model.document import Scalar, Variable


class Limits(QWidget):
    """Range, step and note of a variable as fields, with buttons that move and remove it."""

    def __init__(
        self, content: VariableContent, requests: Requests, theme: Theme
    ) -> None:
        super().__init__()
        self._content, self._requests, self._theme = content, requests, theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID // 2, 0, 0)
        column.setSpacing(GRID // 2)
        self._fields: dict[str, Field] = {}
        for key, title in (
            ("minimum", tr("Minimum")),
            ("maximum", tr("Maximum")),
            ("step", tr("Step")),
            ("note", tr("Note")),
        ):
            field = Field(
                _field(content.variable, key),
                theme,
                self._set,
                requests.new_gesture,
                withdraw=requests.withdraw,
            )
            field.label.setText(title)
            column.addWidget(field)
            self._fields[key] = field
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID // 2)
        buttons.addStretch(1)
        self._buttons: list[tuple[QToolButton, str, str]] = []
        for name, sign, tip, ask in (
            ("up", "mdi6.arrow-up", tr("Move up"), self._up),
            ("down", "mdi6.arrow-down", tr("Move down"), self._down),
            ("remove", "mdi6.delete-outline", tr("Remove"), self._remove),
        ):
            self._add_button(buttons, name, sign, tip, ask)
        column.addLayout(buttons)
        self.set_theme(theme)
        self.show_content(content)

    def show_content(self, content: VariableContent) -> None:
        """Push the difference."""
        self._content = content
        for key, field in self._fields.items():
            field.show_content(_field(content.variable, key), {})
            field.setVisible(key == "note" or content.is_number)
            called = tr("{what} of {name}").format(what=key, name=content.name)
            field.editor.setAccessibleName(called)
        for button, name, _ in self._buttons:
            button.setAccessibleName(
                tr("{what} variable {name}").format(what=name, name=content.name)
            )

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        for field in self._fields.values():
            field.set_theme(theme)
        for button, _, sign in self._buttons:
            button.setIcon(icon(sign, theme, theme.muted))

    def _add_button(
        self,
        row: QHBoxLayout,
        name: str,
        sign: str,
        tip: str,
        ask: Callable[[], None],
    ) -> None:
        button = QToolButton()
        button.setToolTip(tip)
        button.clicked.connect(ask)
        row.addWidget(button)
        self._buttons.append((button, name, sign))

    # Edits

    def _set(self, key: str, value: Scalar | None, gesture: int) -> str | None:
        given: Any = "" if key == "note" and value is None else value
        variable = replace(self._content.variable, **{key: given})
        return self._requests.set(self._content.name, variable, gesture)

    def _up(self) -> None:
        self._requests.move(self._content.name, -1)

    def _down(self) -> None:
        self._requests.move(self._content.name, 1)

    def _remove(self) -> None:
        self._requests.remove(self._content.name)


def with_slider(variable: Variable) -> Variable:
    """Give the variable limits around its value, so that it has a slider."""
    value = variable.value
    assert not isinstance(value, (bool, str))
    if isinstance(value, int) and value > 0:
        return replace(variable, minimum=1, maximum=max(2 * value, 8), step=1)
    if value > 0:
        low, high, step = value / 4, 2 * value, value / 20
    else:
        high = 2 * max(abs(value), 1)
        low, step = -high, high / 20
    return replace(variable, minimum=low, maximum=high, step=float(f"{step:.2g}"))


def _field(variable: Variable, key: str) -> FieldContent:
    value = getattr(variable, key)
    is_note = key == "note"
    return FieldContent(
        key=key,
        type=str if is_note else float,
        value=value,
        default="" if is_note else None,
        help={
            "minimum": tr("the least that it can be"),
            "maximum": tr("the most that it can be; with both limits it has a slider"),
            "step": tr("how far one step of the slider goes"),
            "note": tr("what it is for; the generated code says it too"),
        }[key],
    )
