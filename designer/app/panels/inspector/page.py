"""The base of the inspector's pages, and the widgets that they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from blocks.definition import Block
from designer.app.fields.content import FieldContent
from designer.app.fields.field import LABEL_WIDTH, Field, Submit
from designer.app.panel_actions import PanelActions
from designer.app.panels.inspector.content import Row
from designer.app.text.translation import tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import mark, plain
from designer.canvas.values.theme import Theme, category_style
from designer.model.document import Scalar


class Page(QWidget):
    """A column of sections, made for one kind of content and updated with content of that kind."""

    def __init__(self, actions: PanelActions) -> None:
        super().__init__()
        self.panel_actions = actions
        self.fields: list[Field] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 12, 16)
        self.column.setSpacing(8)

    def section(self, title: str) -> tuple[QWidget, QWidget]:
        """Add a line and a heading."""
        line = QFrame()
        mark(line, "role", "line")
        heading = plain(title, "section")
        self.column.addSpacing(4)
        self.column.addWidget(line)
        self.column.addWidget(heading)
        return line, heading

    def field(self, content: FieldContent, submit: Submit, prefix: str = "") -> Field:
        """Add a field at the end of the column."""
        actions = self.panel_actions
        made = Field(
            content,
            actions.theme,
            submit,
            actions.new_gesture,
            prefix=prefix,
            withdraw=actions.withdraw,
        )
        self.fields.append(made)
        self.column.addWidget(made)
        return made

    def all_fields(self) -> list[Field]:
        """Every field of the page."""
        return self.fields

    def push(
        self,
        shown: Iterable[tuple[Field, FieldContent]],
        variables: Mapping[str, Scalar],
        *,
        anew: bool = False,
    ) -> None:
        """Set the content of fields; `anew` where it belongs to another node."""
        for field, content in shown:
            if anew:
                field.turn_to(content, variables)
            else:
                field.show_content(content, variables)

    def set_theme(self, theme: Theme) -> None:
        """Icons are coloured when they are made."""
        for field in self.fields:
            field.set_theme(theme)


class Rows(QWidget):
    """Names and figures in two columns."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._pairs: list[tuple[QLabel, QLabel]] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; labels are reused."""
        while len(self._pairs) < len(rows):
            name, figure = plain("", "muted"), plain("", "figure")
            name.setFixedWidth(LABEL_WIDTH)
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            figure.setWordWrap(True)
            figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            place = len(self._pairs)
            self._grid.addWidget(name, place, 0)
            self._grid.addWidget(figure, place, 1)
            self._pairs.append((name, figure))
        for place, (name, figure) in enumerate(self._pairs):
            shown = place < len(rows)
            name.setVisible(shown)
            figure.setVisible(shown)
            if shown:
                row = rows[place]
                name.setText(row.name)
                figure.setText(row.text)
                figure.setAccessibleName(
                    tr("node figure: {name}").format(name=row.name)
                )
                for label in (name, figure):
                    label.setToolTip(row.tooltip)


class FieldArea(QScrollArea):
    """Scrolls a column of fields.

    The scroll bar keeps its place where there is nothing to scroll, so that the fields keep their width. By Tab, the
    panel around it says what is next.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows its fields
        bar = self.verticalScrollBar()
        bar.setEnabled(False)
        bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))
        self.setWidget(content)
        content.setAutoFillBackground(False)  # which a scroll area turns on

    def focusNextPrevChild(self, forward: bool) -> bool:
        panel = self.parentWidget()
        return panel is not None and panel.focusNextPrevChild(forward)


def block_sign(block: Block | None, theme: Theme, size: int = 20) -> QLabel:
    """The icon of a block's category in its colour."""
    style = category_style(block.category if block else "")
    label = QLabel()
    label.setPixmap(
        icon(style.icon, theme, theme.categories[style.hue]).pixmap(size, size)
    )
    label.setFixedSize(size, size)
    return label
