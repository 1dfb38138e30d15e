"""The options of a template as fields, with errors shown below them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from blocks.definition import Range
from designer.app.dialogs.gallery.entries import Options, defaults
from designer.app.fields.content import FieldContent
from designer.app.fields.field import Field
from designer.app.fields.line import Line
from designer.app.session.state import as_sentence
from designer.app.text.translation import told, tr
from designer.canvas.values.theme import GRID, Theme
from designer.model.document import Scalar
from templates import Option, Template, TemplateError


class OptionFields(QWidget):
    """Shows the options of a template as fields.

    Signals:
        changed: `options` are others now.
        validity_changed: whether every field holds something that can work.
    """

    changed = Signal()
    validity_changed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._template: Template | None = None
        self._fields: dict[str, Field] = {}
        self._gesture = 0
        self.options: dict[str, Scalar] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)

    def show_template(self, template: Template, options: Options) -> None:
        """Show another template."""
        for field in self._fields.values():
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._template = template
        self.options = {**defaults(template), **options}
        self._fields = {option.name: self._field(option) for option in template.options}
        for field in self._fields.values():
            self._column.addWidget(field)
            field.show()  # at once: left to the layout, it flickers
        self._check()

    def set_options(self, options: Options) -> None:
        """Fill the fields with these and the defaults of the rest."""
        assert self._template is not None
        self.options = {**defaults(self._template), **options}
        for option in self._template.options:
            self._fields[option.name].turn_to(self._content(option), {})
        self._check()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        for field in self._fields.values():
            field.set_theme(theme)

    def _field(self, option: Option) -> Field:
        field = Field(
            self._content(option),
            self._theme,
            self._submit,
            self._new_gesture,
            prefix=tr("option "),
        )
        if isinstance(field.editor, Line):
            field.editor.textEdited.connect(self._check)
            field.editor.undone.connect(self._check)
        return field

    def _content(self, option: Option) -> FieldContent:
        value = self.options[option.name]
        low, high = option.minimum, option.maximum
        bounds = None
        if low is not None and high is not None and not option.choices:
            bounds = Range(low, high, option.step or 1)
        return FieldContent(
            key=option.name,
            type=option.type,
            value=value,
            default=option.default,
            changed=value != option.default,
            choices=option.choices,
            range=bounds,
            help=told(option.help),
        )

    def _submit(self, name: str, value: Scalar | None, gesture: int) -> str | None:
        template = self._template
        assert template is not None
        option = next(it for it in template.options if it.name == name)
        wanted = option.default if value is None else value
        try:
            read = option.read(wanted)
            template.document(**{**self.options, name: read})
        except TemplateError as error:
            return as_sentence(told(str(error)))
        self.options[name] = read
        self._fields[name].show_content(self._content(option), {})
        self._check()
        self.changed.emit()
        return None

    def _new_gesture(self) -> int:
        self._gesture += 1
        return self._gesture

    def _check(self) -> None:
        drafts = (field.draft() for field in self._fields.values())
        self.validity_changed.emit(all(draft is None for draft in drafts))
