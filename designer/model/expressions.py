"""Expressions over a design's variables, such as `=round_channels(32 * alpha)`.

They are Python's syntax and arithmetic, walked here node by node: nothing is ever run. Length, depth and every
number on the way are bounded, so an expression cannot take long or fill the memory.
"""

from __future__ import annotations

import ast
import builtins
import inspect
import math
import operator
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from designer.model.rounding import round_channels, round_repeats
from designer.model.rules import did_you_mean
from designer.model.syntax import (
    KEPT,
    ExpressionError,
    functions_used,
    names,
    parse,
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

Value = int | float | bool | str

MAX_BITS = 64


def _round(number: float, ndigits: int | None = None) -> float:
    if ndigits is not None and abs(ndigits) > 20:
        raise ExpressionError(f"round to {ndigits} digits: at most 20 either way")
    return round(number, ndigits)


def _least(first: float, second: float, /, *more: float) -> float:
    return min(first, second, *more)


def _greatest(first: float, second: float, /, *more: float) -> float:
    return max(first, second, *more)


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "round_channels": round_channels,
    "round_repeats": round_repeats,
    "ceil": math.ceil,
    "floor": math.floor,
    "round": _round,
    "int": math.trunc,  # towards zero, as Python's int
    "min": _least,
    "max": _greatest,
    "abs": abs,
}
# Python's own functions, which are not misspellings of the ones above.
_PYTHONS = frozenset({*dir(builtins), *dir(math)})
_USAGE = {
    "round_channels": "round_channels(value, divisor=8, minimum=8)",
    "round": "round(number) or round(number, digits)",
    "min": "min(a, b, ...)",
    "max": "max(a, b, ...)",
}

_BINARY: Mapping[type[ast.operator], tuple[str, Callable[[Any, Any], Any]]] = {
    ast.Add: ("+", operator.add),
    ast.Sub: ("-", operator.sub),
    ast.Mult: ("*", operator.mul),
    ast.Div: ("/", operator.truediv),
    ast.FloorDiv: ("//", operator.floordiv),
    ast.Mod: ("%", operator.mod),
    ast.Pow: ("**", operator.pow),
}
_UNARY: Mapping[type[ast.unaryop], tuple[str, Callable[[Any], Any]]] = {
    ast.UAdd: ("+", operator.pos),
    ast.USub: ("-", operator.neg),
}
_COMPARE: Mapping[type[ast.cmpop], tuple[str, Callable[[Any, Any], bool]]] = {
    ast.Eq: ("==", operator.eq),
    ast.NotEq: ("!=", operator.ne),
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("<=", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: (">=", operator.ge),
}


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
    value: Value = _Walk(variables).value(tree_of(text))
    return value


@lru_cache(maxsize=KEPT)
def _fault(text: str) -> str | None:
    """What is wrong with an expression whatever its variables are worth; None if nothing is."""
    try:
        for node in ast.walk(tree_of(text)):
            match node:
                case ast.Constant(value=value):
                    _bounded(value)
                case ast.Call():
                    _check_call(node)
                case ast.BinOp(left=left, op=op, right=right):
                    _refuse_text(_BINARY[type(op)][0], left, right)
                case ast.UnaryOp(op=ast.UAdd() | ast.USub() as op, operand=operand):
                    _refuse_text(_UNARY[type(op)][0], operand)
        for name in sorted(names(text) & FUNCTIONS.keys()):
            return f"{name} is a function: write {_usage(name)}"
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
        raise ExpressionError(f"{name} is used as {_usage(name)}") from None
    _refuse_text(name, *node.args, *options.values())


@cache
def _signature(function: str) -> inspect.Signature:
    return inspect.signature(FUNCTIONS[function])


def _refuse_text(sign: str, *operands: ast.expr) -> None:
    for operand in operands:
        if isinstance(operand, ast.Constant):
            _number(sign, operand.value)


def _number(sign: str, value: Any) -> None:
    if isinstance(value, str):
        raise ExpressionError(f"'{value}' is text, and {sign} works on numbers")


class _Walk:
    """Evaluates a tree in which nothing is unknown, as Python would."""

    def __init__(self, variables: Mapping[str, Value]) -> None:
        self.variables = variables

    def value(self, node: ast.expr) -> Any:
        match node:
            case ast.Constant(value=value):
                return _bounded(value)
            case ast.Name(id=name):
                return self.variables[name]
            case ast.BinOp(left=left, op=op, right=right):
                sign, function = _BINARY[type(op)]
                return _apply(sign, function, self.value(left), self.value(right))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return not self.value(operand)
            case ast.UnaryOp(op=op, operand=operand):
                return _apply(*_UNARY[type(op)], self.value(operand))
            case ast.BoolOp(op=op, values=values):
                return self._either(isinstance(op, ast.Or), values)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return self.value(body if self.value(test) else orelse)
            case ast.Compare():
                return self._compare(node)
            case ast.Call():
                return self._call(node)
        raise ExpressionError(f"'{ast.unparse(node)}' cannot stand in an expression")

    def _either(self, wanted: bool, values: list[ast.expr]) -> Any:
        for node in values[:-1]:
            value = self.value(node)
            if bool(value) is wanted:
                return value
        return self.value(values[-1])

    def _compare(self, node: ast.Compare) -> bool:
        left = self.value(node.left)
        for op, comparator in zip(node.ops, node.comparators, strict=True):
            sign, function = _COMPARE[type(op)]
            right = self.value(comparator)
            try:
                if not function(left, right):
                    return False
            except TypeError:
                raise ExpressionError(
                    f"{left!r} {sign} {right!r}: text and numbers have no order"
                ) from None
            left = right
        return True

    def _call(self, node: ast.Call) -> Any:
        assert isinstance(node.func, ast.Name)  # `parse` lets nothing else through
        name = node.func.id
        args = [self.value(arg) for arg in node.args]
        options = {str(k.arg): self.value(k.value) for k in node.keywords}
        try:
            return _apply(name, FUNCTIONS[name], *args, **options)
        except TypeError:
            raise ExpressionError(f"{name} is used as {_usage(name)}") from None


def _usage(name: str) -> str:
    return _USAGE.get(name, f"{name}(value)")


def _apply(sign: str, function: Callable[..., Any], *args: Any, **options: Any) -> Any:
    """Arithmetic with its failures as sentences."""
    for value in (*args, *options.values()):
        _number(sign, value)
    if sign == "**" and _is_huge(*args):
        raise ExpressionError(f"{args[0]} ** {args[1]} is beyond {MAX_BITS} bits")
    try:
        result = function(*args, **options)
    except ZeroDivisionError:
        raise ExpressionError(f"{_shown(sign, args)} divides by zero") from None
    except OverflowError:
        raise ExpressionError(f"{_shown(sign, args)} is too large") from None
    return _bounded(result, _shown(sign, args))


def _is_huge(base: float, exponent: float) -> bool:
    """Whether a power of whole numbers need not be computed to know that it is out of bounds."""
    whole = isinstance(base, int) and isinstance(exponent, int)
    return whole and abs(base) > 1 and exponent > MAX_BITS


def _bounded(value: Any, shown: str = "a number") -> Any:
    if isinstance(value, complex):
        raise ExpressionError(f"{shown} is not a real number")
    if isinstance(value, float) and not math.isfinite(value):
        raise ExpressionError(f"{shown} is not finite")
    if isinstance(value, int) and value.bit_length() > MAX_BITS:
        raise ExpressionError(f"{shown} is beyond {MAX_BITS} bits")
    return value


def _shown(sign: str, args: tuple[Any, ...]) -> str:
    if sign.isidentifier():
        return f"{sign}({', '.join(map(str, args))})"
    return f" {sign} ".join(map(str, args)) if len(args) == 2 else f"{sign}{args[0]}"
