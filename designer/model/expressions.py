"""Expressions over a design's variables, such as `=round_channels(32 * alpha)`.

They are Python's syntax and arithmetic, walked here node by node: nothing is ever run. Length, depth and every
number on the way are bounded, so an expression cannot take long or fill the memory.
"""

from __future__ import annotations

import ast
import builtins
import inspect
import math
from collections.abc import Mapping
from functools import cache, lru_cache

from designer.model.arithmetic import (
    BINARY,
    FUNCTIONS,
    UNARY,
    Value,
    Walk,
    bounded,
    number,
    usage,
)
from designer.model.constants import check_constants
from designer.model.rules import did_you_mean
from designer.model.syntax import (
    KEPT,
    ExpressionError,
    functions_used,
    names,
    parse,
    parts_of,
    to_python,
    tree_of,
)

__all__ = [
    "FUNCTIONS",
    "ExpressionError",
    "evaluate",
    "functions_used",
    "names",
    "parse",
    "to_python",
]

# Python's own functions, which are not misspellings of the ones above.
_PYTHONS = frozenset({*dir(builtins), *dir(math)})


def evaluate(
    text: str,
    variables: Mapping[str, Value],
) -> Value:
    """The value of an expression, with or without its `=`.

    All of it is checked, also a branch that these variables do not take: generated code holds every branch.

    Raises:
        ExpressionError: it cannot be read, names what does not exist, or has no finite value.
    """
    if fault := _fault(text):
        raise ExpressionError(fault)
    for name in sorted(names(text) - variables.keys()):
        raise ExpressionError(
            f"there is no variable '{name}'{did_you_mean(name, variables)}"
        )
    value: Value = Walk(variables).value(tree_of(text))
    return value


@lru_cache(maxsize=KEPT)
def _fault(text: str) -> str | None:
    """What is wrong with an expression whatever its variables are worth; None if nothing is."""
    try:
        for node in parts_of(text):
            match node:
                case ast.Constant(value=value):
                    bounded(value)
                case ast.Call():
                    _check_call(node)
                case ast.BinOp(left=left, op=op, right=right):
                    _refuse_text(BINARY[type(op)][0], left, right)
                case ast.UnaryOp(op=ast.UAdd() | ast.USub() as op, operand=operand):
                    _refuse_text(UNARY[type(op)][0], operand)
        for name in sorted(names(text) & FUNCTIONS.keys()):
            return f"{name} is a function: write {usage(name)}"
        check_constants(parts_of(text))
    except ExpressionError as error:
        return str(error)
    return None


def _check_call(node: ast.Call) -> None:
    """Raises ExpressionError unless the function exists and takes these arguments."""
    assert isinstance(node.func, ast.Name)  # `parse` lets nothing else through
    name = node.func.id
    if name not in FUNCTIONS:
        hint = did_you_mean(name, FUNCTIONS, others=_PYTHONS)
        known = hint or f"; there are {', '.join(FUNCTIONS)}"
        raise ExpressionError(f"there is no function '{name}'{known}")
    options = {str(word.arg): word.value for word in node.keywords}
    try:
        if len(options) < len(node.keywords):  # Python's parser lets it through
            raise TypeError("an argument is given twice")
        _signature(name).bind(*node.args, **options)
    except TypeError:
        raise ExpressionError(f"{name} is used as {usage(name)}") from None
    _refuse_text(name, *node.args, *options.values())


@cache
def _signature(function: str) -> inspect.Signature:
    return inspect.signature(FUNCTIONS[function])


def _refuse_text(sign: str, *operands: ast.expr) -> None:
    for operand in operands:
        if isinstance(operand, ast.Constant):
            number(sign, operand.value)
