"""Functions as source text, for ruff to lay out."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from designer.codegen.program import Function
from designer.codegen.trees import COMMENTS

# Small numbers as people write them, 1e-6 for 1e-06; strings come first, so that what is in them is passed over.
SMALL = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|(?<=\d)e-0(?=\d\b)""")


def text(function: Function) -> str:
    """The source text of a function."""
    head = f"def {function.name}({ast.unparse(function.tree.args)}):"
    statements = "\n".join(_indented(_statements(function.tree.body)))
    return "\n".join([_small(head), *_indented(function.doc), _small(statements)])


def _small(text: str) -> str:
    return SMALL.sub(lambda found: "e-" if found[0] == "e-0" else found[0], text)


def _statements(statements: Sequence[ast.stmt]) -> list[str]:
    """Source lines of statements, with the comments above them."""
    lines: list[str] = []
    for statement in statements:
        lines += getattr(statement, COMMENTS, ())
        lines += _statement(statement)
    return lines


def _statement(node: ast.stmt) -> list[str]:
    match node:
        case ast.If():
            lines = [f"if {ast.unparse(node.test)}:"]
            lines += _indented(_statements(node.body))
            match node.orelse:
                case []:
                    return lines
                case [ast.If() as other] if not getattr(other, COMMENTS, ()):
                    first, *rest = _statement(other)
                    return [*lines, f"el{first}", *rest]
            return [*lines, "else:", *_indented(_statements(node.orelse))]
        case ast.For():
            head = f"for {ast.unparse(node.target)} in {_iterated(node.iter)}:"
            return [head, *_indented(_statements(node.body))]
        case ast.Assign(targets=[ast.Tuple() as target], value=ast.Tuple() as value):
            sides = (map(ast.unparse, side.elts) for side in (target, value))
            return [" = ".join(", ".join(side) for side in sides)]
        case ast.Return(value=ast.Tuple() as value):
            return [f"return {', '.join(map(ast.unparse, value.elts))}"]
    return [ast.unparse(node)]


def _iterated(node: ast.expr) -> str:
    """What a loop runs over; a list of rows keeps a line for each."""
    match node:
        case ast.List(elts=[ast.Tuple(), *_]):
            return f"[{', '.join(map(ast.unparse, node.elts))},]"
    return ast.unparse(node)


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"    {line}" if line else "" for line in lines]
