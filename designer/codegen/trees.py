"""Immutable syntax trees: a change gives a new tree, which shares the unchanged parts."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

# Attributes that nodes carry besides Python's own fields; copies keep them.
COMMENTS = "comments_"  # a statement: the lines above it
NODE = "node_"  # a statement, or a row of a table: the design's node that it is written for
RANKS = "ranks_"  # a call of a block: how many axes the tensors have that it is given

LEAVES = (ast.Name, ast.Constant, ast.arg)

Tree = TypeVar("Tree", bound=ast.AST)


def rebuilt(node: Tree, **parts: Any) -> Tree:
    """A copy of a node with some fields replaced."""
    made = node.__class__.__new__(node.__class__)
    made.__dict__.update(node.__dict__, **parts)
    return made


def commented(statement: Tree, above: ast.AST) -> Tree:
    """A statement with the comments of another statement above its own."""
    comments = [*getattr(above, COMMENTS, ()), *getattr(statement, COMMENTS, ())]
    return rebuilt(statement, **{COMMENTS: comments})


class Rewriter:
    """`ast.NodeTransformer` that gives a new tree and leaves its input unchanged.

    A method such as `visit_Call` returns the replacement of a node: one node, or a list of statements for a statement.
    Nodes without a method are rewritten inside.
    """

    def visit(self, node: Any) -> Any:
        method = getattr(self, "visit_" + node.__class__.__name__, None)
        return self.inside(node) if method is None else method(node)

    def inside(self, node: Tree) -> Tree:
        """The node with its children rewritten; the node itself if none changes."""
        if node.__class__ in LEAVES:
            return node
        changed: dict[str, Any] = {}
        for name in node._fields:
            old = getattr(node, name, None)
            if old.__class__ is list:
                new = self._each(old)
                if new != old:
                    changed[name] = new
            elif isinstance(old, ast.AST) and old._fields:
                new = self.visit(old)
                if new is not old:
                    changed[name] = new
        return rebuilt(node, **changed) if changed else node

    def _each(self, parts: list[Any]) -> list[Any]:
        found: list[Any] = []
        for part in parts:
            new = self.visit(part) if isinstance(part, ast.AST) else part
            if new.__class__ is list:
                found += new
            else:
                found.append(new)
        return found


def walk(node: ast.AST) -> Iterator[Any]:
    """The node and all its descendants, in the order of the source."""
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
    """Names that are read, once for each read."""
    return [
        part.id
        for part in walk(node)
        if isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Store)
    ]


def stored(node: ast.AST) -> list[str]:
    """Names that are assigned to, once for each assignment."""
    return [
        part.id
        for part in walk(node)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    ]


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a tree reads and assigns to, and its calls of plain names."""

    loaded: frozenset[str]
    stored: frozenset[str]
    calls: Sequence[ast.Call]


@lru_cache(maxsize=4096)  # statements of the library come again at every edit
def names_in(node: ast.AST) -> Names:
    """The names in a tree, in one walk."""
    loaded: set[str] = set()
    stored: set[str] = set()
    calls: list[ast.Call] = []
    for part in walk(node):
        if isinstance(part, ast.Name):
            (stored if isinstance(part.ctx, ast.Store) else loaded).add(part.id)
        elif isinstance(part, ast.Call) and isinstance(part.func, ast.Name):
            calls.append(part)
    return Names(frozenset(loaded), frozenset(stored), calls)


def parsed(source: str) -> ast.expr:
    """Parse an expression."""
    return ast.parse(source, mode="eval").body


def one_or_tuple(parts: Sequence[ast.expr]) -> ast.expr:
    """The only expression, or a tuple of all."""
    return parts[0] if len(parts) == 1 else ast.Tuple([*parts], ast.Load())


def is_constant(node: ast.AST | None) -> bool:
    """Whether an expression is a literal: a number, a string, True, False, None, or a tuple of such."""
    if isinstance(node, ast.Tuple):
        return all(map(is_constant, node.elts))
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant)
    return isinstance(node, ast.Constant)


def blocks_of(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """The lists of statements in a statement, outermost first."""
    for name in ("body", "orelse"):
        inner = getattr(statement, name, None)
        if isinstance(inner, list):
            yield inner
            for each in inner:
                yield from blocks_of(each)


def each_block(node: Tree, change: Callable[[list[ast.stmt]], list[ast.stmt]]) -> Tree:
    """The node with `change` applied to each list of statements in it, outermost first."""
    parts: dict[str, list[ast.stmt]] = {}
    for name in ("body", "orelse"):
        old = getattr(node, name, None)
        if isinstance(old, list):
            new = [each_block(statement, change) for statement in change(old)]
            if new != old:
                parts[name] = new
    return rebuilt(node, **parts) if parts else node


def join_return(function: ast.FunctionDef) -> ast.FunctionDef:
    """The function with `x = f(x)` and `return x` at its end as `return f(x)`."""
    match function.body:
        case [
            *before,
            ast.Assign(targets=[ast.Name(id=name)], value=value) as last,
            ast.Return(value=ast.Name(id=result)),
        ] if name == result:
            made = ast.Return(value)
            for carried in (COMMENTS, NODE):
                if hasattr(last, carried):
                    setattr(made, carried, getattr(last, carried))
            return rebuilt(function, body=[*before, made])
    return function
