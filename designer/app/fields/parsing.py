"""Parses the text of a field into a value, or raises an error that says what is valid."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import isfinite

from blocks import literals
from blocks.definition import Range
from designer.app.text.figures import value as printed
from designer.app.text.translation import told, tr
from designer.model.bounds import MAX_REPEAT
from designer.model.document import Scalar, is_expression
from designer.model.expressions import ExpressionError, evaluate

_WHOLE = re.compile(r"[+-]?\d+")
_SWITCH = {
    "on": True,
    "true": True,
    "yes": True,
    "off": False,
    "false": False,
    "no": False,
}

REPEAT = Range(1, MAX_REPEAT)


class TypedError(ValueError):
    """Raised for text that is not valid in its field; the message says what is."""


def read(
    text: str,
    name: str,
    kind: type,
    variables: Mapping[str, Scalar],
    choices: tuple[Scalar, ...] = (),
    bounds: Range | None = None,
    *,
    literal: bool = False,
) -> Scalar | None:
    """Parse the text of a field; None for an empty one, which means the default.

    Args:
        text: a value, or an expression that begins with `=`.
        name: the name of the field, for the message.
        kind: int, float, bool or str.
        variables: what expressions may use.
        choices: all that the value may be, if that is limited.
        bounds: how large it may be.
        literal: it may also be several numbers, such as `3, 1`, or `none`.

    Raises:
        TypedError: the text is no such value.
    """
    text = text.strip()
    if not text:
        return None
    if is_expression(text):
        try:
            worth = evaluate(text, variables)
        except ExpressionError as error:
            raise TypedError(told(str(error))) from None
        _check(worth, name, kind, choices, bounds, text[1:].strip())
        return text
    if literal and _spells(text, name, kind):
        return text
    found = _plain(text, name, kind, choices)
    _check(found, name, kind, choices, bounds)
    return found


def _spells(text: str, name: str, kind: type) -> bool:
    """Whether text is kept as text although it looks like numbers; not a single one in a field of numbers."""
    try:
        found = literals.read(text)
    except ValueError as error:
        if kind is str or "," in text:
            raise TypedError(f"{name}: {told(str(error))}") from None
        return False
    return kind is str or not isinstance(found, (int, float))


def _plain(text: str, name: str, kind: type, choices: tuple[Scalar, ...]) -> Scalar:
    for choice in choices:
        if text in (str(choice), printed(choice)):
            return choice
    if kind is bool and text.casefold() in _SWITCH:
        return _SWITCH[text.casefold()]
    if kind is str and not choices:
        return text
    if kind in (int, float) and not choices:
        digits = text.replace("\N{MINUS SIGN}", "-").replace(" ", "")
        if _WHOLE.fullmatch(digits) and len(digits) < 20:
            return int(digits)
        try:
            number = float(digits)
        except ValueError:
            number = float("nan")
        if isfinite(number) and not _WHOLE.fullmatch(digits):
            return int(number) if kind is int and number == int(number) else number
    raise TypedError(
        tr("{name} is {wanted}, not '{text}'").format(
            name=name, wanted=_wanted(kind, choices, None), text=text
        )
    )


def _check(
    found: Scalar,
    name: str,
    kind: type,
    choices: tuple[Scalar, ...],
    bounds: Range | None,
    expression: str = "",
) -> None:
    if _fits(found, kind, choices, bounds):
        return
    sentence = (
        tr("{name} is {wanted}, and {expression} is {found}")
        if expression
        else tr("{name} is {wanted}, not {found}")
    )
    raise TypedError(
        sentence.format(
            name=name,
            wanted=_wanted(kind, choices, bounds),
            expression=expression,
            found=printed(found),
        )
    )


def _fits(
    found: Scalar, kind: type, choices: tuple[Scalar, ...], bounds: Range | None
) -> bool:
    if choices:
        return found in choices
    if kind is bool:
        return isinstance(found, bool)
    if kind is str:
        return isinstance(found, str)
    if isinstance(found, (bool, str)):
        return False
    if kind is int and found != int(found):
        return False
    return bounds is None or bounds.minimum <= found <= bounds.maximum


def _wanted(kind: type, choices: tuple[Scalar, ...], bounds: Range | None) -> str:
    if choices:
        return tr("one of {choices}").format(choices=", ".join(map(printed, choices)))
    if kind is bool:
        return tr("on or off")
    if kind is str:
        return tr("text")
    number = tr("a whole number") if kind is int else tr("a number")
    if bounds is None:
        return number
    return tr("{number} from {low} to {high}").format(
        number=number, low=printed(bounds.minimum), high=printed(bounds.maximum)
    )
