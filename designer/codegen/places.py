"""Where each node stands in the finished text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache

from designer.codegen.trees import NODE


def places(tree: ast.FunctionDef, text: str, start: int) -> dict[str, tuple[int, int]]:
    """The first and last line of each node that a function was written from.

    Args:
        tree: the function, its statements saying which node they stand for.
        text: the function, laid out.
        start: the line that it begins at.
    """
    found: dict[str, tuple[int, int]] = {}
    laid_out = _parsed(text)
    after_docstring = laid_out.body[1:]
    for node, first, last in _marked(tree.body, after_docstring):
        before = found.get(node, (first + start - 1, 0))
        found[node] = before[0], last + start - 1
    return found


@lru_cache(maxsize=64)
def _parsed(text: str) -> ast.FunctionDef:
    tree = ast.parse(text).body[0]
    assert isinstance(tree, ast.FunctionDef)
    return tree


def _marked(
    ours: list[ast.stmt], theirs: list[ast.stmt]
) -> Iterator[tuple[str, int, int]]:
    """Nodes, each with the lines of a statement or row of a table that stands for it."""
    for own, other in zip(ours, theirs, strict=True):
        node = getattr(own, NODE, None)
        if node is not None:
            yield node, other.lineno, other.end_lineno or other.lineno
        match own, other:
            case ast.For(iter=ast.List(elts=rows)), ast.For(iter=ast.List(elts=laid)):
                for row, line in zip(rows, laid, strict=True):
                    if (node := getattr(row, NODE, None)) is not None:
                        yield node, line.lineno, line.end_lineno or line.lineno
