"""Nodes as calls of their blocks."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from blocks.definition import Block
from designer.codegen.translate.expressions import first_or, python
from designer.codegen.trees import RANKS, one_or_tuple, rebuilt
from designer.model.document import Node, is_expression


@dataclass(frozen=True)
class Called:
    """A block as the file calls it."""

    block: Block
    function: str
    # what parameters are called in the file, where they need another name there
    renamed: Mapping[str, str] = field(default_factory=dict)

    def call(
        self,
        ports: Sequence[ast.expr],
        arguments: Mapping[str, ast.expr],
        name: ast.expr,
        ranks: tuple[int, ...] | None,
    ) -> ast.Call:
        """The call, without arguments that are defaults.

        Args:
            name: the prefix of the layers' names.
            ranks: the number of axes of the tensors at the ports, if known.
        """
        given = [
            ast.keyword(self.renamed.get(key, key), arguments[key])
            for key in self.block.parameters
            if key in arguments
            and ast.unparse(arguments[key]) != ast.unparse(self.default(key))
        ]
        function = ast.Name(self.function, ast.Load())
        call = ast.Call(function, list(ports), [*given, ast.keyword("name", name)])
        return rebuilt(call, **{RANKS: ranks})

    def default(self, key: str) -> ast.expr:
        return self.value(key, self.block.parameters[key].default)

    def value(self, key: str, value: Any) -> ast.expr:
        """A parameter's value as Python; text such as "3, 1" becomes numbers."""
        if is_expression(value):
            return python(value)
        return python(self.block.parameters[key].read(value))

    def settings(self, node: Node) -> dict[str, ast.expr]:
        """The arguments that a row passes to its block; `i` counts its copies."""
        if node.repeat == 1:
            given = {**node.params, **node.first}
            return {key: self.value(key, value) for key, value in given.items()}
        found = {key: self.value(key, value) for key, value in node.params.items()}
        for key, value in node.first.items():
            found[key] = first_or(
                self.value(key, value), found.get(key) or self.default(key)
            )
        return found


def assigned(targets: Sequence[str], value: ast.expr) -> ast.Assign:
    """`a, b = value`."""
    names = [ast.Name(target, ast.Store()) for target in targets]
    return ast.Assign([one_or_tuple(names)], value, lineno=0)


def read(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def counted(end: ast.expr, body: Iterable[ast.stmt]) -> ast.For:
    """`for i in range(1, end + 1):`."""
    past: ast.expr = ast.BinOp(end, ast.Add(), ast.Constant(1))
    if isinstance(end, ast.Constant):
        past = ast.Constant(end.value + 1)  # type: ignore[operator]
    over = ast.Call(read("range"), [ast.Constant(1), past], [])
    return ast.For(ast.Name("i", ast.Store()), over, list(body), [], lineno=0)


def layer_name(
    name: str, inside: bool, *, known: bool = True, copied: bool = False
) -> ast.expr:
    """The name of a row's layers: `"row"`, `f"row_{i}"` of copies, `f"{name}_row"` inside a composite block.

    Args:
        known: whether `name` is the row's name, and not a variable that has it.
        copied: whether the row has several copies, which `i` counts.
    """
    if not inside and not copied:
        return ast.Constant(name) if known else read(name)
    parts: list[ast.expr] = [_shown("name"), ast.Constant("_")] if inside else []
    parts.append(ast.Constant(name) if known else _shown(name))
    if copied:
        parts += [ast.Constant("_"), _shown("i")]
    return ast.JoinedStr(parts)


def _shown(name: str) -> ast.FormattedValue:
    return ast.FormattedValue(read(name), -1)
