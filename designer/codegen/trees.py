"""Syntax trees, taken apart and copied faster than Python's own `ast.walk` and `copy.deepcopy` do it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any, TypeVar

# What trees carry beside Python's own fields; copies keep it.
COMMENTS = "comments_"  # a statement: the lines above it
NODE = "node_"  # a statement, or a row of a table: the design's node that it stands for
RANKS = "ranks_"  # a call of a block: how many axes the tensors have that it is given

LEAVES = (ast.Name, ast.Constant, ast.arg)

Tree = TypeVar("Tree", bound=ast.AST)


def clone(node: Tree) -> Tree:
    """A copy that shares nothing but leaves without parts, such as `Load()`."""
    made = node.__class__.__new__(node.__class__)
    parts = made.__dict__
    for key, value in node.__dict__.items():
        if isinstance(value, list):
            value = [clone(v) if isinstance(v, ast.AST) else v for v in value]
        elif isinstance(value, ast.AST) and value._fields:
            value = clone(value)
        parts[key] = value
    return made


def walk(node: ast.AST) -> Iterator[Any]:
    """The node and all its parts, in the order of the source."""
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        if node.__class__ in LEAVES:
            continue
        parts: list[ast.AST] = []
        for name in node._fields:
            value = getattr(node, name, None)
            if value.__class__ is list:
                parts += [v for v in value if isinstance(v, ast.AST)]
            elif isinstance(value, ast.AST) and value._fields:
                parts.append(value)
        stack += reversed(parts)


def calls(node: ast.AST) -> Iterator[ast.Call]:
    return (part for part in walk(node) if isinstance(part, ast.Call))


def loaded(node: ast.AST) -> list[str]:
    """Names that are read, once for each time."""
    return [
        part.id
        for part in walk(node)
        if isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Store)
    ]


def stored(node: ast.AST) -> list[str]:
    """Names that are assigned to, once for each time."""
    return [
        part.id
        for part in walk(node)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    ]


def parsed(source: str) -> ast.expr:
    """An expression."""
    return ast.parse(source, mode="eval").body


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    """What a call gives for a keyword."""
    return next((word.value for word in call.keywords if word.arg == name), None)


def unplaced(tree: ast.AST) -> None:
    """Take out where expressions stood in their source: copies need not carry it."""
    for node in walk(tree):
        if not isinstance(node, ast.stmt):
            for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
                node.__dict__.pop(name, None)


def is_constant(node: ast.AST | None) -> bool:
    """Whether the value can be read off: a number, text, a truth value, or a tuple of such."""
    if isinstance(node, ast.Tuple):
        return all(map(is_constant, node.elts))
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant)
    return isinstance(node, ast.Constant)


def blocks_of(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """The lists of statements inside a statement, innermost last."""
    for name in ("body", "orelse"):
        inner = getattr(statement, name, None)
        if isinstance(inner, list):
            yield inner
            for each in inner:
                yield from blocks_of(each)
