"""What an expression may be made of, and what it names. Reading is Python's own; nothing is ever run."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache

from designer.model.bounds import MAX_EXPRESSION, MAX_EXPRESSION_DEPTH

KEPT = 4096  # expressions that are remembered

_BINARY = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow)
_COMPARE = (ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE)


class ExpressionError(ValueError):
    """An expression that cannot be read or has no value; the text is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class _Read:
    tree: ast.expr
    parts: tuple[ast.expr, ...]


@lru_cache(maxsize=KEPT)
def names(text: str) -> frozenset[str]:
    """The variables that an expression uses; raises ExpressionError if it cannot be read."""
    return frozenset(part.id for part in parts_of(text) if isinstance(part, ast.Name))


def tree_of(text: str) -> ast.expr:
    """As `parse`, for those who only look: one tree for all of the same text, which a slider reads at every step."""
    return _found(text).tree


def parts_of(text: str) -> tuple[ast.expr, ...]:
    """The nodes of `tree_of` that have values, outer before inner."""
    return _found(text).parts


def operands(node: ast.expr) -> list[ast.expr]:
    """The parts of a node that have values; much faster than `ast.iter_child_nodes`."""
    match node:
        case ast.BinOp():
            return [node.left, node.right]
        case ast.UnaryOp():
            return [node.operand]
        case ast.Compare():
            return [node.left, *node.comparators]
        case ast.Call():
            return [*node.args, *(word.value for word in node.keywords)]
        case ast.IfExp():
            return [node.test, node.body, node.orelse]
        case ast.BoolOp():
            return node.values
    return []


def _found(text: str) -> _Read:
    found = _read_or_fault(text)
    if isinstance(found, str):
        raise ExpressionError(found)
    return found


@lru_cache(maxsize=KEPT)
def _read_or_fault(text: str) -> _Read | str:
    """A fault is remembered too: a design is read again for every repair that is tried."""
    try:
        return _read(text)
    except ExpressionError as error:
        return str(error)


def functions_used(text: str) -> frozenset[str]:
    """The functions that an expression calls; raises ExpressionError if it cannot be read."""
    return frozenset(
        node.func.id
        for node in ast.walk(parse(text))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    )


def to_python(text: str) -> str:
    """The expression as Python source in normal form, names kept; raises ExpressionError if it cannot be read."""
    return ast.unparse(parse(text))


def parse(text: str) -> ast.expr:
    """The syntax tree, with nothing in it that an expression may not hold; raises ExpressionError."""
    return _read(text).tree


def _read(text: str) -> _Read:
    source = text.removeprefix("=").strip()
    if not source:
        raise ExpressionError("an expression is empty; write a number or =32 * alpha")
    if len(source) > MAX_EXPRESSION:
        raise ExpressionError(
            f"an expression has at most {MAX_EXPRESSION} characters; this one has {len(source)}"
        )
    try:
        tree = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        shown = source if len(source) <= 60 else f"{source[:60]}..."
        raise ExpressionError(f"'{shown}' is not an expression") from None
    parts: list[ast.expr] = []
    deepest = 0
    stack = [(tree, 0)]
    while stack:
        node, depth = stack.pop()
        if not _allowed(node):
            piece = ast.get_source_segment(source, node) or type(node).__name__
            raise ExpressionError(f"'{piece}' cannot stand in an expression")
        parts.append(node)
        deepest = max(deepest, depth)
        stack.extend((inner, depth + 1) for inner in operands(node))
    if deepest > MAX_EXPRESSION_DEPTH:
        raise ExpressionError(
            f"an expression has at most {MAX_EXPRESSION_DEPTH} operators and functions inside each other, "
            f"which are {MAX_EXPRESSION_DEPTH + 1} terms of a sum; this one has {deepest}: "
            "make a part of it a variable"
        )
    return _Read(tree, tuple(parts))


def _allowed(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=value):
            return isinstance(value, (bool, int, float, str))
        case ast.BinOp(op=op):
            return isinstance(op, _BINARY)
        case ast.UnaryOp(op=op):
            return isinstance(op, (ast.UAdd, ast.USub, ast.Not))
        case ast.Compare(ops=ops):
            return all(isinstance(op, _COMPARE) for op in ops)
        case ast.Call(func=func, keywords=keywords):
            return isinstance(func, ast.Name) and all(k.arg for k in keywords)
    return isinstance(node, (ast.Name, ast.IfExp, ast.BoolOp))
