"""What an expression may be made of, and what it names. Reading is Python's own; nothing is ever run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache

from designer.model.bounds import MAX_EXPRESSION, MAX_EXPRESSION_DEPTH

KEPT = 4096  # expressions that are remembered

_BINARY = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow)
_COMPARE = (ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE)


class ExpressionError(ValueError):
    """An expression that cannot be read or has no value; the text is the sentence for the user."""


@lru_cache(maxsize=KEPT)
def names(text: str) -> frozenset[str]:
    """The variables that an expression uses; raises ExpressionError if it cannot be read."""
    tree = tree_of(text)
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return frozenset(
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and id(node) not in called
    )


@lru_cache(maxsize=KEPT)
def tree_of(text: str) -> ast.expr:
    """As `parse`, for those who only look: one tree for all of the same text, which a slider reads at every step."""
    return parse(text)


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
    for node, depth in _with_depth(tree):
        if depth > MAX_EXPRESSION_DEPTH:
            raise ExpressionError(
                f"an expression nests at most {MAX_EXPRESSION_DEPTH} deep; this one goes deeper"
            )
        if not _allowed(node):
            piece = ast.get_source_segment(source, node) or type(node).__name__
            raise ExpressionError(f"'{piece}' cannot stand in an expression")
    return tree


def _with_depth(tree: ast.expr) -> Iterator[tuple[ast.AST, int]]:
    stack: list[tuple[ast.AST, int]] = [(tree, 1)]
    while stack:
        node, depth = stack.pop()
        yield node, depth
        stack.extend((child, depth + 1) for child in ast.iter_child_nodes(node))


def _allowed(node: ast.AST) -> bool:
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
    return isinstance(
        node,
        (
            ast.Name,
            ast.IfExp,
            ast.BoolOp,
            ast.keyword,
            ast.expr_context,
            ast.operator,
            ast.unaryop,
            ast.cmpop,
            ast.boolop,
        ),
    )
