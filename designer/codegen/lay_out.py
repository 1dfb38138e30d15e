"""Sixth pass: imports, definitions and functions as text, laid out by ruff."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from designer.codegen.collect import CodegenError
from designer.codegen.formatting import formatted
from designer.codegen.program import (
    Constant,
    Function,
    Import,
    Meaning,
    Module,
    Program,
)
from designer.codegen.trees import COMMENTS, stored

# Small numbers as people write them, 1e-6 for 1e-06; strings come first, so that what is in them is passed over.
SMALL = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|(?<=\d)e-0(?=\d\b)""")


@dataclass(frozen=True)
class LaidOut:
    """The parts of a file, in order.

    Args:
        head: the docstring and the imports.
        definitions: constants of the library, and the class GroupedConv2D.
        functions: each with its text.
    """

    head: str
    definitions: Sequence[str]
    functions: Sequence[tuple[Function, str]]


def lay_out(program: Program) -> LaidOut:
    """Write the parts of a file as text.

    Raises:
        CodegenError: ruff is not installed.
    """
    imports, definitions = _needed(program.functions)
    texts = [*definitions, *map(function_text, program.functions)]
    try:
        laid_out = formatted(texts)
    except OSError as missing:
        raise CodegenError(
            "ruff, which lays the code out, is not installed: 'pip install ruff' installs it"
        ) from missing
    count = len(definitions)
    functions = [*zip(program.functions, laid_out[count:], strict=True)]
    return LaidOut(f"{program.doc}\n\n{imports}", laid_out[:count], functions)


def _needed(functions: Iterable[Function]) -> tuple[str, Sequence[str]]:
    """The imports and the definitions that the names in functions need."""
    imports = {Import("keras")}  # which makes the model
    definitions: dict[Meaning, str] = {}
    for function in functions:
        named = [function.scope.get(name) for name in sorted(function.loaded)]
        for meaning in sorted(named, key=lambda each: isinstance(each, Module)):
            match meaning:
                case Import():
                    imports.add(meaning)
                case Constant():
                    definitions[meaning] = _constant(meaning)
                case Module():
                    needed, definitions[meaning] = _parts(meaning)
                    imports.update(needed)
    return _imports_text(imports), [*definitions.values()]


def _imports_text(imports: Iterable[Import]) -> str:
    """Standard library first, then Keras, as isort has them."""
    taken: dict[str, set[str]] = {}
    for each in imports:
        taken.setdefault(each.module, set()).add(each.name)
    lines = [f"import {module}" for module in sorted(taken) if "" in taken[module]]
    for module in sorted(taken):
        if names := sorted(taken[module] - {""}, key=str.swapcase):
            lines.append(f"from {module} import {', '.join(names)}")
    ours = [line for line in lines if "keras" in line]
    standard = [line for line in lines if "keras" not in line]
    return "\n".join([*standard, "", *ours] if standard else ours)


@cache
def _constant(constant: Constant) -> str:
    """The assignment that gives a constant its value."""
    text = Path(constant.file).read_text("utf-8")
    for statement in ast.parse(text).body:
        assigns = isinstance(statement, (ast.Assign, ast.AnnAssign))
        if assigns and constant.name in stored(statement):
            return ast.get_source_segment(text, statement) or ""
    raise LookupError(f"{constant.file} gives {constant.name} no value")


@cache
def _parts(module: Module) -> tuple[Sequence[Import], str]:
    """A module's imports, and its text after them."""
    spec = find_spec(module.name)  # not imported: that would import Keras
    assert spec is not None
    assert spec.origin is not None
    text = Path(spec.origin).read_text("utf-8")
    found: list[Import] = []
    last = 0
    for node in ast.parse(text).body:
        match node:
            case ast.Import(names=names):
                found += [Import(alias.name) for alias in names]
            case ast.ImportFrom(module=str(origin), names=names):
                found += [Import(origin, alias.name) for alias in names]
            case _:
                continue
        last = node.end_lineno or 0
    kept = [each for each in found if each.module != "__future__"]
    return kept, "\n".join(text.splitlines()[last:]).strip("\n")


def function_text(function: Function) -> str:
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
    """The iterable of a loop; the trailing comma keeps one line for each row of a table."""
    match node:
        case ast.List(elts=[ast.Tuple(), *_]):
            return f"[{', '.join(map(ast.unparse, node.elts))},]"
    return ast.unparse(node)


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"    {line}" if line else "" for line in lines]
