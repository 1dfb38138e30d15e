"""Nothing selected: the design's name, its variables, its figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSlider, QToolButton, QWidget

from blocks.definition import Range
from designer.app import figures
from designer.app.inspector.content import DesignPage, FieldContent
from designer.app.inspector.issues import IssueList
from designer.app.inspector.parts import Hands, Page, Rows
from designer.app.labels import mark, plain
from designer.app.look import icon
from designer.app.translation import tr
from designer.canvas.theme import Theme
from designer.model.document import Document, Scalar, Variable, is_expression
from designer.model.edits import Refusal, rename_document, set_variable

SLIDER_STEPS = 100


class DesignView(Page):
    """The inspector's page for the design."""

    def __init__(self, content: DesignPage, hands: Hands) -> None:
        super().__init__(hands)
        self.content = content
        self.column.addWidget(plain(tr("Design"), "title"))
        self._name = self.field(_name_field(content), self._rename)
        self._name.label.setText(tr("Name"))
        self._name.editor.setAccessibleName(tr("design name"))
        self.section(tr("VARIABLES"))
        self._variables = [
            self.field(
                _variable_field(content, name), self._set, prefix=tr("variable ")
            )
            for name in content.variables
        ]
        self._sliders: dict[str, Slider] = {}
        for field in self._variables:
            self._furnish(field.key)
        self.column.addWidget(self._adder())
        self.section(tr("FIGURES"))
        self._rows = Rows()
        self.column.addWidget(self._rows)
        self._issues = IssueList(hands.theme, hands.repair)
        self.column.addWidget(self._issues)
        self.column.addStretch(1)
        self.show_page(content)

    owner = "design"

    def show_page(self, content: DesignPage) -> None:
        """Push the difference."""
        self.content = content
        shown = [(f, _variable_field(content, f.key)) for f in self._variables]
        self.push([(self._name, _name_field(content)), *shown], content.worth)
        for field in self._variables:
            # Its place holds the way to remove the variable.
            field.reset.setVisible(True)
            field.reset.setToolTip(
                tr("Remove the variable {key}").format(key=field.key)
            )
            if slider := self._sliders.get(field.key):
                slider.show_variable(content.variables[field.key])
        self._rows.show_rows(content.rows)
        self._issues.show_issues(content.issues)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._issues.set_theme(theme)
        for field in self._variables:
            field.reset.setIcon(icon("mdi6.close", theme, theme.muted))

    def _furnish(self, name: str) -> None:
        """A slider under a variable with limits, and a cross to remove it."""
        field = next(f for f in self._variables if f.key == name)
        field.reset.setIcon(
            icon("mdi6.close", self.hands.theme, self.hands.theme.muted)
        )
        field.reset.setAccessibleName(tr("remove variable {name}").format(name=name))
        field.reset.clicked.disconnect()
        field.reset.clicked.connect(lambda: self._remove(name))
        variable = self.content.variables[name]
        if variable.minimum is not None and variable.maximum is not None:
            slider = Slider(name, variable, self.hands.new_gesture, self._set)
            self._sliders[name] = slider
            self.column.insertWidget(self.column.indexOf(field) + 1, slider)

    def _adder(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._new = QLineEdit()
        self._new.setPlaceholderText(tr("New variable, such as alpha"))
        self._new.setAccessibleName(tr("new variable"))
        self._new.setToolTip(
            tr("Use it in any field: =round_channels(32 * alpha). Enter adds it.")
        )
        self._new.returnPressed.connect(self._add)
        button = QToolButton()
        button.setIcon(icon("mdi6.plus", self.hands.theme, self.hands.theme.muted))
        button.setAccessibleName(tr("add variable"))
        button.setToolTip(tr("Add the variable"))
        button.clicked.connect(self._add)
        row.addWidget(self._new, 1)
        row.addWidget(button)
        return holder

    # Edits

    def _rename(self, _: str, value: Scalar | None, gesture: int) -> str | None:
        name = "" if value is None else str(value)
        return self.hands.attempt(
            f"Name the design {name}",
            lambda document: rename_document(document, name),
            merge=("design name", gesture),
        )

    def _set(self, name: str, value: Scalar | None, gesture: int) -> str | None:
        if value is None:
            return tr(
                "{name} needs a number, or an expression that begins with =."
            ).format(name=name)
        number = value
        assert not isinstance(number, bool)  # the field reads numbers

        def edit(document: Document) -> Document:
            old = document.variables.get(name)
            if old is None:
                raise Refusal("invalid_name", f"there is no variable '{name}'")
            return set_variable(document, name, replace(old, value=number))

        return self.hands.attempt(
            f"Set {name} to {figures.value(number)}",
            edit,
            merge=("variable", name, gesture),
        )

    def _add(self) -> None:
        name = self._new.text().strip()
        if not name:
            self._new.setFocus()
            return
        if name in self.content.variables:
            refusal: str | None = tr("There is a variable {name} already.").format(
                name=name
            )
        else:
            refusal = self.hands.attempt(
                f"Add the variable {name}",
                lambda document: set_variable(document, name, Variable(1.0)),
            )
        if refusal:
            mark(self._new, "invalid", True)
            self._new.setToolTip(refusal)
            self.hands.say(refusal, "error")

    def _remove(self, name: str) -> None:
        self.hands.edit(
            f"Remove the variable {name}",
            lambda document: set_variable(document, name, None),
        )


class Slider(QSlider):
    """A variable between its limits; one drag is one step."""

    def __init__(
        self,
        name: str,
        variable: Variable,
        new_gesture: Callable[[], int],
        submit: Callable[[str, Scalar | None, int], str | None],
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(tr("slider {name}").format(name=name))
        self._name, self._variable = name, variable
        self._gesture = new_gesture()
        self._new_gesture, self._submit = new_gesture, submit
        self.setRange(0, round(self._span() / self._step()))
        self.show_variable(variable)
        self.sliderPressed.connect(self._begin)
        self.valueChanged.connect(self._moved)

    def show_variable(self, variable: Variable) -> None:
        """Follow the value."""
        self._variable = variable
        self.setEnabled(not is_expression(variable.value))
        if not isinstance(variable.value, str):
            with QSignalBlocker(self):
                place = (variable.value - (variable.minimum or 0)) / self._step()
                self.setValue(round(place))

    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]  # the panel scrolls

    def _span(self) -> float:
        variable = self._variable
        return (variable.maximum or 0) - (variable.minimum or 0)

    def _step(self) -> float:
        return self._variable.step or self._span() / SLIDER_STEPS or 1

    def _begin(self) -> None:
        self._gesture = self._new_gesture()

    def _moved(self, place: int) -> None:
        value = round((self._variable.minimum or 0) + place * self._step(), 6)
        whole = isinstance(self._variable.value, int) and value == int(value)
        self._submit(self._name, int(value) if whole else value, self._gesture)


def key(content: DesignPage) -> object:
    """What the widgets were made for."""
    variables = content.variables.items()
    return DesignPage, tuple((n, v.minimum, v.maximum, v.step) for n, v in variables)


def _name_field(content: DesignPage) -> FieldContent:
    return FieldContent("name", str, content.name, content.name, help=tr("any text"))


def _variable_field(content: DesignPage, name: str) -> FieldContent:
    variable = content.variables[name]
    low, high = variable.minimum, variable.maximum
    limits = None
    if low is not None and high is not None:
        limits = Range(low, high, variable.step or (high - low) / SLIDER_STEPS or 1)
    worth = content.worth.get(name)
    expression = is_expression(variable.value)
    return FieldContent(
        key=name,
        type=float,
        value=variable.value,
        default="",
        resolved=figures.value(worth) if expression and worth is not None else "",
        range=limits,
        help=variable.note,
    )
