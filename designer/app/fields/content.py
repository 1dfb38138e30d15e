"""The content of one field, as a frozen value. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from blocks.definition import Range
from designer.analysis.issues import Issue
from designer.app.text.figures import value
from designer.app.text.translation import told, tr
from designer.model.document import Scalar, is_expression

LONG = 10  # characters of an expression; a longer one has a line of its own, as text of twice that


def is_long(value: Scalar | None) -> bool:
    """Whether a value needs more room than there is next to its name."""
    if not isinstance(value, str):
        return False
    return len(value) > (LONG if is_expression(value) else 2 * LONG)


@dataclass(frozen=True, slots=True)
class FieldContent:
    """One field. `value` is the document's; None where several nodes differ."""

    key: str
    type: type
    value: Scalar | None
    default: Any
    changed: bool = False  # differs from the default
    resolved: str = ""  # the value of an expression
    choices: tuple[Scalar, ...] = ()
    range: Range | None = None
    help: str = ""
    issues: tuple[Issue, ...] = ()
    literal: bool = False  # several numbers, or none, as text too
    wide: bool = False  # the value of another node of the block is long

    @property
    def editor(self) -> str:
        """`switch`, `choice` or `line`; an expression is always edited as a line."""
        if is_expression(self.value):
            return "line"
        if self.choices:
            return "choice"
        return "switch" if self.type is bool else "line"

    @property
    def tooltip(self) -> str:
        parts = [f"{self.key}: {told(self.help)}" if self.help else self.key]
        if self.range:
            low, high = value(self.range.minimum), value(self.range.maximum)
            parts.append(tr("From {low} to {high}.").format(low=low, high=high))
        if self.default is not None and self.default != "":
            parts.append(tr("Default: {value}.").format(value=value(self.default)))
        return "\n".join(parts)

    @property
    def is_long(self) -> bool:
        """Whether the value needs more room than there is next to its name."""
        return self.editor == "line" and (self.wide or is_long(self.value))
