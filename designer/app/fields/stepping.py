"""Steps the number in a line by keys, wheel, arrows and drag."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from designer.app.fields.content import FieldContent
from designer.app.fields.line import Line
from designer.app.fields.scrubbing import scrubbed
from designer.app.text import figures
from designer.app.widgets.coalesce import Coalesce


def number_of(content: FieldContent) -> int | float | None:
    """The value of a field if it is a number that can be stepped."""
    value = content.value
    if content.type in (int, float) and isinstance(value, (int, float)):
        return value
    return None


class Stepping(QObject):
    """Enters stepped numbers as if they were typed.

    Args:
        content: what the field shows now.
        type: takes the text.
    """

    begun = Signal()  # a drag

    def __init__(
        self,
        line: Line,
        content: Callable[[], FieldContent],
        type: Callable[[str], None],
    ) -> None:
        super().__init__(line)
        self._line, self._content, self._type = line, content, type
        self._start: int | float | None = None
        self._latest = Coalesce(self._enter, self)
        line.stepped.connect(self._step)
        line.scrubbed.connect(self._scrub)
        line.scrub_ended.connect(self._end)

    def _step(self, steps: int) -> None:
        number = number_of(self._content())
        if number is not None:
            self._enter(round(number + steps * self._unit(), 10))

    def _scrub(self, steps: float, by_eight: bool) -> None:
        """Follow a drag; values that arrive faster than they can be analysed are skipped."""
        if self._start is None:
            self.begun.emit()
            self._start = number_of(self._content())
        if self._start is not None:
            unit = self._unit()
            whole = self._content().type is int or unit == int(unit)
            moved = scrubbed(self._start, steps, unit, whole, by_eight)
            self._latest.ask(moved)

    def _end(self, keep: bool) -> None:
        start, self._start = self._start, None
        if keep:
            self._latest.flush()
        elif start is not None:
            self._latest.drop()
            self._enter(start)
            self._line.cancelled.emit()
        self._line.left.emit()

    def _unit(self) -> float:
        limits = self._content().range
        return limits.step if limits else 1

    def _enter(self, number: float) -> None:
        """Enter the number, clamped to the limits."""
        content = self._content()
        if content.range:
            number = min(max(number, content.range.minimum), content.range.maximum)
        number = int(number) if number == int(number) else number
        if number != content.value:
            self._line.setText(figures.value(number))
            self._type(self._line.text())
