"""Expressions that come to another value and still follow the design's variables."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from designer.model.document import Document, Node, Scalar, is_expression
from designer.model.expressions import ExpressionError, evaluate, parse, to_python
from designer.model.substitution import names_in

ROUNDING = ("round", "int", "floor", "ceil", "round_channels")
SHOWN = 60  # characters of an expression in a title


def keeping(
    text: str, value: int, numbers: Iterable[int], values: Mapping[str, Scalar]
) -> Iterator[tuple[str, int]]:
    """An expression rounded to multiples of these numbers, or from 1 up; and what each comes to.

    Args:
        value: what the expression comes to.
        numbers: what it may have to be a multiple of.
        values: what the design's variables are worth.
    """
    try:
        tree, whole = parse(text), to_python(text)
    except ExpressionError:
        return
    inner = whole
    match tree:
        case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in ROUNDING:
            inner = ast.unparse(first)
    found = [f"=max(1, {whole})"] if value < 1 else []
    if value > 0:
        divisors = sorted({n for n in numbers if 1 < n <= 4 * value})
        found += [f"=round_channels({inner}, {divisor})" for divisor in divisors]
    for made in found:
        with suppress(ExpressionError):
            worth = evaluate(made, values)
            if type(worth) is int and worth != value:
                yield made, worth


def replaced(before: Document, after: Document) -> str:
    """How a title goes on where an edit puts a value in the place of an expression over variables."""
    gone: list[str] = []
    for id, node in before.nodes.items():
        new = after.nodes.get(id)
        if new is None or new is node or new.block != node.block:
            continue
        then = _values(new)
        gone += [
            str(value)
            for key, value in _values(node).items()
            if is_expression(value) and not is_expression(then.get(key))
        ]
    gone += [
        str(variable.value)
        for name, variable in before.variables.items()
        if is_expression(variable.value)
        and name in after.variables
        and not is_expression(after.variables[name].value)
    ]
    known = before.variables.keys()
    gone = [
        text
        for text in dict.fromkeys(gone)
        if names_in(text) and names_in(text) <= known
    ]
    if not gone:
        return ""
    text = gone[0] if len(gone[0]) <= SHOWN else f"{gone[0][:SHOWN]}..."
    return f", in place of {text}"


def _values(node: Node) -> dict[tuple[str, str], Scalar]:
    """Everything that a row is set to, by where it stands."""
    return {
        ("repeat", ""): node.repeat,
        **{("params", name): value for name, value in node.params.items()},
        **{("first", name): value for name, value in node.first.items()},
    }
