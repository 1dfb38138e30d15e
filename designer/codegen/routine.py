"""A function of the library as a syntax tree that keeps its comments and, where unchanged, its text."""

from __future__ import annotations

import ast
import io
import re
import textwrap
import tokenize
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from designer.codegen.folding import fold
from designer.codegen.sources import definition

# What a statement carries beside Python's own fields; copies of the tree keep it.
COMMENTS, TEXT, DUMP = "comments_", "text_", "dump_"


MESSAGE_WIDTH = 70  # of one piece of a refusal's sentence


@dataclass
class Routine:
    """One function, to be cut down to what a file needs of it."""

    tree: ast.FunctionDef
    scope: Mapping[str, Any]

    @property
    def name(self) -> str:
        return self.tree.name

    @property
    def defaults(self) -> dict[str, ast.expr | None]:
        """Keyword-only parameters and their defaults."""
        args = self.tree.args
        return {
            arg.arg: default
            for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True)
        }

    @property
    def body(self) -> list[ast.stmt]:
        """The statements after the docstring."""
        return self.tree.body[1:] if self.doc else self.tree.body

    @property
    def doc(self) -> str:
        return (ast.get_docstring(self.tree) or "").partition("\n")[0]

    @property
    def stored(self) -> set[str]:
        """Names that the body assigns to."""
        return {
            node.id
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }

    def keep_parameters(self, defaults: Mapping[str, ast.expr | None]) -> None:
        """Leave these keyword-only parameters, with these defaults; None: must be given."""
        args = self.tree.args
        args.kwonlyargs = [arg for arg in args.kwonlyargs if arg.arg in defaults]
        args.kw_defaults = [defaults[arg.arg] for arg in args.kwonlyargs]
        for arg in (*args.args, *args.kwonlyargs):
            arg.annotation = None  # the calls below it show what it takes

    def text(self) -> str:
        """The function as source text, for ruff to lay out."""
        returns = f" -> {ast.unparse(self.tree.returns)}" if self.tree.returns else ""
        head = f"def {self.name}({ast.unparse(self.tree.args)}){returns}:"
        doc = [f'"""{self.doc}"""'] if self.doc else []
        return "\n".join([head, *_indented(doc + statements_text(self.body))])


def routine(function: Callable[..., Any]) -> Routine:
    """A fresh syntax tree of a function of the library."""
    source = definition(function)
    tree = ast.parse(source).body[0]
    assert isinstance(tree, ast.FunctionDef)
    comments = _own_line_comments(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt):
            setattr(node, COMMENTS, _above(node.lineno, comments))
            setattr(node, TEXT, ast.get_source_segment(source, node))
            setattr(node, DUMP, ast.dump(node))
    return Routine(tree, function.__globals__)


def statements_text(statements: Sequence[ast.stmt]) -> list[str]:
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
            lines += _indented(statements_text(node.body))
            match node.orelse:
                case []:
                    return lines
                case [ast.If() as other] if not getattr(other, COMMENTS, ()):
                    first, *rest = _statement(other)
                    return [*lines, f"el{first}", *rest]
            return [*lines, "else:", *_indented(statements_text(node.orelse))]
        case ast.For():
            head = f"for {ast.unparse(node.target)} in {_iterated(node.iter)}:"
            return [head, *_indented(statements_text(node.body))]
    if ast.dump(node) == getattr(node, DUMP, None):
        first, *rest = str(getattr(node, TEXT)).splitlines()
        return [first, *textwrap.dedent("\n".join(rest)).splitlines()]
    match node:
        case ast.Raise(exc=ast.Call(func=ast.Name(id=error), args=[message])):
            return [f"raise {error}(", *_indented(_sentence(message)), ")"]
    return [ast.unparse(node)]


def _sentence(message: ast.expr) -> list[str]:
    """Text as adjacent strings, broken between words as one does by hand."""
    parts = message.values if isinstance(message, ast.JoinedStr) else [message]
    lines: list[list[ast.expr]] = [[]]
    for part in parts:
        words = [part]
        if isinstance(part, ast.Constant):
            words = [
                ast.Constant(word) for word in re.findall(r"\S*\s?", str(part.value))
            ]
        for word in words:
            if len(ast.unparse(ast.JoinedStr([*lines[-1], word]))) > MESSAGE_WIDTH:
                lines.append([])
            lines[-1].append(word)
    return [ast.unparse(fold(ast.JoinedStr(line), {})) for line in lines]


def _iterated(node: ast.expr) -> str:
    """What a loop runs over; a list of rows keeps a line for each."""
    match node:
        case ast.List(elts=[ast.Tuple(), *_]):
            return f"[{', '.join(map(ast.unparse, node.elts))},]"
    return ast.unparse(node)


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"    {line}" if line else "" for line in lines]


def _own_line_comments(source: str) -> dict[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {
        token.start[0]: token.string
        for token in tokens
        if token.type == tokenize.COMMENT and token.line.lstrip().startswith("#")
    }


def _above(line: int, comments: Mapping[int, str]) -> list[str]:
    found: list[str] = []
    while (line := line - 1) in comments:
        found.insert(0, comments[line])
    return found
