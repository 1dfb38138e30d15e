"""Last pass: the file from its parts, and the lines of each node."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from designer.codegen.lay_out import LaidOut
from designer.codegen.program import Own
from designer.codegen.trees import NODE
from designer.model.document import EMPTY

MAIN = """if __name__ == "__main__":
    build_model().summary()
"""
BETWEEN = "\n\n\n"

Lines = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """Python source, and the first and last line, from 1, of each node.

    A node without lines, such as a muted one, is left out. `inner` has the lines of the nodes in each composite block,
    by the block's id.
    """

    source: str
    lines: Lines
    inner: Mapping[str, Lines] = field(default_factory=lambda: EMPTY)

    def at(self, line: int) -> tuple[str, str] | None:
        """The node of a line, after the id of the composite block that it is in ("" for the design)."""
        for block, lines in {"": self.lines, **self.inner}.items():
            for node, (first, last) in lines.items():
                if first <= line <= last:
                    return block, node
        return None


def write(parts: LaidOut) -> GeneratedFile:
    """Join the parts, and find the lines of each node."""
    texts = [*parts.definitions, *(text for _, text in parts.functions)]
    source = BETWEEN.join([parts.head, *texts, MAIN])
    line = 1 + sum(
        text.count("\n") + len(BETWEEN) for text in (parts.head, *parts.definitions)
    )
    lines: dict[str, Lines] = {}
    for function, text in parts.functions:
        if isinstance(function.key, Own):
            lines[function.key.block] = _places(function.tree, text, line)
        line += text.count("\n") + len(BETWEEN)
    return GeneratedFile(source, lines.pop(""), lines)


def _places(tree: ast.FunctionDef, text: str, start: int) -> dict[str, tuple[int, int]]:
    """The first and last line of each node in a function.

    Args:
        tree: the function, whose statements carry their nodes.
        text: the formatted function.
        start: its first line in the file.
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
    """Each node with the lines of its statement or of its row in a table."""
    for own, other in zip(ours, theirs, strict=True):
        node = getattr(own, NODE, None)
        if node is not None:
            yield node, other.lineno, other.end_lineno or other.lineno
        match own, other:
            case ast.For(iter=ast.List(elts=rows)), ast.For(iter=ast.List(elts=laid)):
                for row, line in zip(rows, laid, strict=True):
                    if (node := getattr(row, NODE, None)) is not None:
                        yield node, line.lineno, line.end_lineno or line.lineno
