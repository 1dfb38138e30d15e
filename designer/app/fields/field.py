"""One field: label, editor, reset button, and the error of what is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from designer.app.fields.content import FieldContent
from designer.app.fields.editors import Choice, Switch
from designer.app.fields.line import Line
from designer.app.fields.parsing import TypedError, read
from designer.app.fields.remark import Remark, ground
from designer.app.fields.stepping import Stepping, number_of
from designer.app.session.state import as_sentence
from designer.app.text import figures
from designer.app.text.translation import told, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.application import application
from designer.app.widgets.labels import keep_room, mark, plain
from designer.canvas.values.theme import Theme
from designer.model.document import Scalar, is_expression

LABEL_WIDTH = 112

# (key, value or None for the default, gesture) -> the sentence that refuses it, or None
Submit = Callable[[str, Scalar | None, int], str | None]


class Field(QWidget):
    """Shows a `FieldContent`. Valid input is submitted at once, invalid input is kept and explained.

    Args:
        submit: takes a value; its answer, if any, is shown as refusal.
        new_gesture: a number for what is typed from one focus to the next, so that it makes one step.
        prefix: before the accessible name.
        head: replaces the label.
        withdraw: undoes what a gesture has done; Esc asks for it.
    """

    def __init__(
        self,
        content: FieldContent,
        theme: Theme,
        submit: Submit,
        new_gesture: Callable[[], int],
        parent: QWidget | None = None,
        prefix: str = "",
        head: QWidget | None = None,
        withdraw: Callable[[int], None] = lambda gesture: None,
    ) -> None:
        super().__init__(parent)
        self.key = content.key
        self.content = content
        self.theme = theme
        self.variables: Mapping[str, Scalar] = {}
        self._submit, self._new_gesture = submit, new_gesture
        self._withdraw = withdraw
        self._gesture: int | None = None
        called = f"{prefix}{content.key}"

        self.label = plain(content.key)
        self.label.setFixedWidth(LABEL_WIDTH)
        self.editor = self._make_editor(content)
        self.editor.setAccessibleName(called)
        self.editor.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        )
        self.editor.setMinimumWidth(48)
        self.label.setBuddy(self.editor)
        self.reset = QToolButton()
        # Tab goes from field to field. By keyboard, an empty field is the default; the context menu resets too.
        self.reset.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.reset.setAccessibleName(tr("reset {called}").format(called=called))
        self.reset.clicked.connect(self.back_to_default)
        if content.default is not None:
            keep_room(self.reset)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        if head is not None:
            self.label.setParent(self)
            self.label.hide()
        grid.addWidget(head or self.label, 0, 0)
        grid.addWidget(self.editor, 0, 1)
        grid.addWidget(self.reset, 0, 2)
        self._wide = self._wants_room = self._waits = False
        self._complaint = ""
        self._remark: Remark | None = None  # made on first use
        self.set_theme(theme)
        self._put(content)
        self._decorate(content)

    # Showing

    def show_content(
        self, content: FieldContent, variables: Mapping[str, Scalar]
    ) -> None:
        """Update the field: text being typed is kept unless the value has changed."""
        self._know(variables)
        old, self.content = self.content, content
        if content == old and not content.issues:  # repairs can differ
            return
        if content.value != old.value or type(content.value) is not type(old.value):
            self._put(content)
            self._complain("")
        self._decorate(content)

    def turn_to(self, content: FieldContent, variables: Mapping[str, Scalar]) -> None:
        """Show the same parameter of another node, without any state of the last one."""
        self._know(variables)
        self.content, self._gesture = content, None
        self._put(content)
        self._complain("")
        self._decorate(content)
        self._make_room()

    def _know(self, variables: Mapping[str, Scalar]) -> None:
        """Set the variables that expressions can use."""
        if isinstance(self.editor, Line) and variables.keys() != self.variables.keys():
            self.editor.offer(variables)
        self.variables = variables

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.reset.setIcon(icon("mdi6.arrow-u-left-top", theme, theme.muted))

    def set_read_only(self, read_only: bool) -> None:
        """Whether the value can only be read."""
        if isinstance(self.editor, Line):
            self.editor.setReadOnly(read_only)
        else:
            self.editor.setEnabled(not read_only)
        self.reset.setEnabled(not read_only)

    def draft(self) -> str | None:
        """Text that is not valid yet."""
        editor = self.editor
        return editor.text() if isinstance(editor, Line) and editor.invalid else None

    def drop_draft(self) -> None:
        """Show the value instead of an invalid text."""
        if self.draft() is not None:
            self._revert()

    def restore(self, draft: str) -> None:
        """Put a draft back."""
        if isinstance(self.editor, Line):
            self.editor.setText(draft)
            self._typed(draft)

    def _put(self, content: FieldContent) -> None:
        """Set the editor to the value without an edit."""
        editor = self.editor
        with QSignalBlocker(editor):
            if isinstance(editor, Line):
                text = "" if content.value is None else figures.value(content.value)
                if text != editor.text():
                    editor.setText(text)
                    editor.setCursorPosition(0)  # a long expression from its start
            elif isinstance(editor, Choice):
                place = editor.findData(content.value)
                editor.setCurrentIndex(place)
            elif content.value is None:
                editor.setTristate(True)
                editor.setCheckState(Qt.CheckState.PartiallyChecked)
            else:
                editor.setTristate(False)
                editor.setChecked(bool(content.value))

    def _decorate(self, content: FieldContent) -> None:
        typed = f"\n{content.value}" if is_expression(content.value) else ""
        said = "".join(f"\n{as_sentence(told(it.message))}" for it in content.issues)
        tooltip = f"{content.tooltip}{typed}{said}"
        for widget in (self.label, self.editor):
            widget.setToolTip(tooltip)
        role = "changed" if content.changed else ""
        if self.label.property("role") != role:
            mark(self.label, "role", role)
        self.reset.setVisible(content.changed)
        default = figures.value(content.default)
        self.reset.setToolTip(
            tr("Back to the default, {default}").format(default=default)
        )
        self._wants_room = content.is_long
        if self._wants_room != self._wide:
            self._make_room_soon()
        if isinstance(self.editor, Line):
            self.editor.set_worth(f"= {content.resolved}" if content.resolved else "")
            self.editor.set_number(number_of(content) is not None)
            if content.default is None:
                empty = ""
            elif content.value is None:
                empty = tr("several")
            else:
                empty = figures.value(content.default)
            self.editor.setPlaceholderText(empty)
        self._mark_invalid()

    def _make_room(self) -> None:
        """Give a long expression a line of its own, under the name."""
        if self._wants_room != self._wide:
            self._wide = self._wants_room
            self._grid.removeWidget(self.editor)
            place = (1, 0, 1, 3) if self._wide else (0, 1, 1, 1)
            self._grid.addWidget(self.editor, *place)

    def _make_room_soon(self) -> None:
        """Make room once the focus leaves the form: nothing moves while a field is edited."""
        if not self._is_edited():
            self._make_room()
        elif not self._waits:
            self._waits = True
            application().focusChanged.connect(self._settle)

    def _settle(self) -> None:
        if not self._is_edited():
            self._waits = False
            application().focusChanged.disconnect(self._settle)
            self._make_room()

    def _is_edited(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and ground(self).isAncestorOf(focus)

    def _mark_invalid(self) -> None:
        """Show the red border around a draft and where the design has an error."""
        errors = (issue.severity == "error" for issue in self.content.issues)
        invalid = bool(self._complaint) or any(errors)
        if (self.editor.property("invalid") == "true") != invalid:
            mark(self.editor, "invalid", invalid)

    def _complain(self, sentence: str) -> None:
        self._complaint = sentence
        if sentence and self._remark is None:
            called = self.editor.accessibleName()
            name = tr("problem with {name}").format(name=called)
            self._remark = Remark(self.editor, name)
        if self._remark is not None:
            self._remark.say(sentence)
        if isinstance(self.editor, Line):
            self.editor.invalid = bool(sentence)
        self._mark_invalid()

    # Editing

    def _make_editor(self, content: FieldContent) -> Line | Choice | Switch:
        editor = self._editor_for(content)
        editor.left.connect(self._leave)
        editor.cancelled.connect(self._cancel)
        return editor

    def _editor_for(self, content: FieldContent) -> Line | Choice | Switch:
        if content.editor == "choice":
            choice = Choice()
            for value in content.choices:
                choice.addItem(figures.value(value), value)
            choice.setPlaceholderText(tr("several"))
            choice.activated.connect(lambda index: self._send(choice.itemData(index)))
            return choice
        if content.editor == "switch":
            switch = Switch()
            switch.clicked.connect(self._send)
            return switch
        line = Line()
        line.offer(())
        line.textEdited.connect(self._typed)
        self._stepping = Stepping(line, lambda: self.content, self._typed)
        self._stepping.begun.connect(self._begin)
        line.undone.connect(self._revert)
        line.returnPressed.connect(self._commit)
        return line

    def _typed(self, text: str) -> None:
        content = self.content
        try:
            value = read(
                text,
                content.key,
                content.type,
                self.variables,
                content.choices,
                content.range,
                literal=content.literal,
            )
        except TypedError as error:
            self._complain(as_sentence(str(error)))
            return
        if value is None and content.value is None:
            self._complain("")  # several values, and no input
            return
        self._send(value)

    def _send(self, value: Scalar | None) -> None:
        if self._gesture is None:
            self._gesture = self._new_gesture()
        self._complain("")
        shown = self.content
        expected = shown.default if value is None else value
        # The input comes back unchanged: `16.0` is not rewritten while it is edited.
        self.content = replace(shown, value=expected)
        refusal = self._submit(self.key, value, self._gesture)
        if refusal:
            self.content = shown
            self._complain(told(refusal))
            if not isinstance(self.editor, Line):
                self._put(shown)

    def _begin(self) -> None:
        """Start a drag, which makes one step of the history."""
        self._gesture = self._new_gesture()

    def _leave(self) -> None:
        """End a gesture: the text is normalised, unless it is not valid yet."""
        self._gesture = None
        if self.draft() is None:
            self._put(self.content)
            if isinstance(self.editor, Line) and self.editor.hasFocus():
                self.editor.selectAll()

    def _commit(self) -> None:
        if self.draft() is None:
            self._leave()

    def _revert(self) -> None:
        self._put(self.content)
        self._complain("")

    def _cancel(self) -> None:
        """Undo what was entered since the field got the focus."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            self._withdraw(gesture)
        self._revert()

    def back_to_default(self) -> None:
        """Reset to the default."""
        self._gesture = None
        content = self.content
        self._send(None)
        if content is not self.content:
            self._put(self.content)
        self._gesture = None
        self.editor.setFocus()
