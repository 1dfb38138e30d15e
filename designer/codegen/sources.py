"""What stands in a file before its functions: imports, constants of the library, and the class GroupedConv2D."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from designer.codegen.program import Constant, Function, Import, Meaning, Module


@dataclass(frozen=True)
class Preamble:
    """What stands in a file before its functions.

    Args:
        imports: their lines.
        definitions: the text of constants and classes, in order.
    """

    imports: str
    definitions: Sequence[str]


def preamble(functions: Iterable[Function]) -> Preamble:
    """What the names of functions need to stand before them."""
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
    return Preamble(_imports_text(imports), [*definitions.values()])


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
        targets: Sequence[ast.expr] = ()
        match statement:
            case ast.Assign(targets=targets):
                pass
            case ast.AnnAssign(target=target):
                targets = [target]
        if any(isinstance(t, ast.Name) and t.id == constant.name for t in targets):
            return ast.get_source_segment(text, statement) or ""
    raise LookupError(f"{constant.file} gives {constant.name} no value")


@cache
def _parts(module: Module) -> tuple[Sequence[Import], str]:
    """What a module imports, and its text after that."""
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
