"""One variable: name, slider, field, uses, and limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer.app.fields.field import LABEL_WIDTH, Field
from designer.app.fields.remark import Remark
from designer.app.panels.variables.content import VariableContent
from designer.app.panels.variables.limits import Limits, with_slider
from designer.app.panels.variables.name import NameLine
from designer.app.panels.variables.requests import Requests
from designer.app.panels.variables.slider import Slider
from designer.app.text.translation import counted, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import mark, plain, tooltip
from designer.canvas.values.theme import GRID, Theme
from designer.canvas.values.wire_words import listed
from designer.model.document import Scalar, is_expression


class VariableRow(QWidget):
    """Shows a `VariableContent`; `uses_clicked` asks to show the nodes that use it."""

    uses_clicked = Signal(object)  # ids of nodes

    def __init__(
        self, content: VariableContent, requests: Requests, theme: Theme
    ) -> None:
        super().__init__()
        self.content = content
        self._requests, self._theme = requests, theme
        self.name_line = NameLine(self._rename)
        self.name_line.setFixedWidth(LABEL_WIDTH)
        self.field = Field(
            content.field,
            theme,
            self._set_value,
            requests.new_gesture,
            prefix=tr("variable "),
            head=self.name_line,
            withdraw=requests.withdraw,
        )
        self.more = self.field.reset  # its place: a variable has no default
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.disconnect()
        self.more.clicked.connect(self._toggle)
        self.slider = Slider(content.name, content.variable, requests, self._set_value)
        self.uses = QPushButton()
        mark(self.uses, "link", True)
        self.uses.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.uses.clicked.connect(self._show_uses)
        self.add_slider = QPushButton(tr("add a slider"))
        mark(self.add_slider, "link", True)
        self.add_slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add_slider.clicked.connect(self._add_slider)
        self.here = plain("", "small")
        self._complaint: Remark | None = None  # made on first use
        self.name_line.complained.connect(self._complain)
        facts = QHBoxLayout()
        facts.setSpacing(GRID)
        facts.addWidget(self.uses)
        facts.addWidget(self.add_slider)
        facts.addWidget(self.here)
        facts.addStretch(1)
        self._limits: Limits | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, GRID)
        self._column.setSpacing(GRID // 2)
        self._column.addWidget(self.field)
        self._column.addWidget(self.slider)
        self._column.addLayout(facts)
        self.show_content(content)

    def show_content(self, content: VariableContent) -> None:
        """Push the difference."""
        self.content = content
        name = content.name
        self.name_line.show_name(name)
        self.field.key = name
        self.field.editor.setAccessibleName(tr("variable {name}").format(name=name))
        self.slider.setVisible(content.slides)
        if content.slides:
            self.slider.show_variable(name, content.variable)
            self.slider.setToolTip(tooltip(content.variable.note))
        count, nodes = len(content.uses), len({use.node for use in content.uses})
        used = counted(
            count, tr("used by 1 parameter"), tr("used by {count} parameters")
        )
        self.uses.setText(used if count else tr("not used yet"))
        self.uses.setEnabled(bool(count))
        self.uses.setAccessibleName(tr("uses of {name}").format(name=name))
        self.uses.setToolTip(self._uses_tip(nodes))
        plain_number = content.is_number and not is_expression(content.variable.value)
        self.add_slider.setVisible(plain_number and not content.slides)
        self.add_slider.setAccessibleName(
            tr("add a slider to {name}").format(name=name)
        )
        self.here.setText(tr("{value} in this use").format(value=content.here))
        self.here.setVisible(bool(content.here))
        if self._limits is not None:
            self._limits.show_content(content)
        self._paint_more()

    def show_values(self, worth: Mapping[str, Scalar]) -> None:
        """What expressions in the field may use."""
        self.field.show_content(self.content.field, worth)
        self._paint_more()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self.field.set_theme(theme)
        if self._limits is not None:
            self._limits.set_theme(theme)
        self._paint_more()

    @property
    def opened(self) -> bool:
        return self._limits is not None and not self._limits.isHidden()

    def _uses_tip(self, nodes: int) -> str:
        if not nodes:
            return ""
        tip = counted(
            nodes, tr("Select the node"), tr("Select the {count} nodes that it moves")
        )
        if self.content.drives:
            tip += "\n" + tr("Through {names} too").format(
                names=listed(self.content.drives)
            )
        return tip

    def _paint_more(self) -> None:
        opened = self.opened
        name = "mdi6.chevron-up" if opened else "mdi6.chevron-down"
        self.more.setIcon(icon(name, self._theme, self._theme.muted))
        self.more.setVisible(True)
        self.more.setAccessibleName(
            tr("limits of {name}").format(name=self.content.name)
        )
        self.more.setToolTip(
            tr("Fold away") if opened else tr("Range, step, note, remove")
        )

    def _toggle(self) -> None:
        if self._limits is None:
            self._limits = Limits(self.content, self._requests, self._theme)
            self._column.addWidget(self._limits)
            self._limits.show()
        else:
            self._limits.setVisible(not self._limits.isVisible())
        self._paint_more()

    # Edits

    def _rename(self, wanted: str) -> str | None:
        return self._requests.rename(self.content.name, wanted)

    def _set_value(self, _: str, value: Scalar | None, gesture: int) -> str | None:
        if value is None:
            return tr(
                "{name} needs a number, or an expression that begins with =."
            ).format(name=self.content.name)
        variable = self.content.variable
        return self._requests.set(
            self.content.name, replace(variable, value=value), gesture
        )

    def _add_slider(self) -> None:
        limited = with_slider(self.content.variable)
        self._requests.set(self.content.name, limited, self._requests.new_gesture())

    def _complain(self, sentence: str) -> None:
        if sentence and self._complaint is None:
            called = self.name_line.accessibleName()
            name = tr("problem with {name}").format(name=called)
            self._complaint = Remark(self.name_line, name)
        if self._complaint is not None:
            self._complaint.say(sentence)

    def _show_uses(self) -> None:
        nodes = dict.fromkeys(use.node for use in self.content.uses)
        self.uses_clicked.emit(tuple(nodes))
