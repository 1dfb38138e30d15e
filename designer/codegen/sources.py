"""The text of the blocks as the exported file holds it, with whatever it calls.

What a function names is looked up where the function was defined: constants of the
library come along, modules become imports.
"""

from __future__ import annotations

import ast
import builtins
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, Literal

from designer.codegen.trees import calls, loaded

GroupedConv = Literal["fast", "plain"]

FACADE = {"blocks.layers": "layers", "blocks.ops": "ops"}
Import = tuple[str, str]  # a module, and what is taken from it; "" is the module itself


@dataclass
class Library:
    """What stands in a file before `build_model`: imports and definitions, in order."""

    grouped_conv: GroupedConv = "fast"
    imports: set[Import] = field(default_factory=lambda: {("keras", "")})
    definitions: dict[str, str] = field(default_factory=dict)

    def resolve(self, tree: ast.AST, scope: Mapping[str, Any]) -> None:
        """Take in the constants and modules that a function names."""
        for name in sorted(set(loaded(tree))):
            value = scope.get(name)
            if value is None or hasattr(builtins, name):
                continue
            module = str(getattr(value, "__module__", "blocks"))
            if isinstance(value, ModuleType):
                facade = FACADE.get(value.__name__)
                self.imports.add(("keras", facade) if facade else (value.__name__, ""))
            elif not module.startswith(("blocks", "designer")):
                self.imports.add((module, name))
            elif not isinstance(value, FunctionType) and "__file__" in scope:
                self.definitions.setdefault(name, constant(name, scope["__file__"]))

    def imports_text(self) -> str:
        """Standard library first, then Keras, as isort has them; `keras` itself makes the model."""
        taken: dict[str, set[str]] = {}
        for module, name in self.imports:
            taken.setdefault(module, set()).add(name)
        lines = [f"import {module}" for module in sorted(taken) if "" in taken[module]]
        for module in sorted(taken):
            if names := sorted(taken[module] - {""}, key=str.swapcase):
                lines.append(f"from {module} import {', '.join(names)}")
        ours = [line for line in lines if "keras" in line]
        standard = [line for line in lines if "keras" not in line]
        return "\n".join([*standard, "", *ours] if standard else ours)

    def adapt(self, tree: ast.AST) -> None:
        """Put in the grouped convolution that the user asked for; in place."""
        for call in calls(tree):
            match call.func:
                case ast.Attribute(ast.Name("layers"), "GroupedConv2D") as layer:
                    if self.grouped_conv == "plain":
                        layer.attr = "Conv2D"
                    else:
                        call.func = ast.Name("GroupedConv2D", ast.Load())
                        self._use_grouped_conv()

    def _use_grouped_conv(self) -> None:
        if "GroupedConv2D" in self.definitions:
            return
        # Found, not imported: importing it would import Keras.
        spec = find_spec("blocks.grouped_conv2d")
        assert spec is not None
        assert spec.origin is not None
        imports, body = split_module(spec.origin)
        self.imports.update(imports)
        self.definitions["GroupedConv2D"] = body


@cache
def definition(function: Callable[..., Any]) -> str:
    """The source of a function without its decorators; one that is a layer brings its own."""
    written = vars(function).get("__source__") or inspect.getsource(function)
    lines = str(written).splitlines()
    tree = ast.parse("\n".join(lines)).body[0]
    assert isinstance(tree, ast.FunctionDef)
    return "\n".join(lines[tree.lineno - 1 :])


@cache
def constant(name: str, file: str) -> str:
    """The assignment that gives a module's constant its value."""
    text = Path(file).read_text("utf-8")
    for statement in ast.parse(text).body:
        targets = (
            statement.targets
            if isinstance(statement, ast.Assign)
            else [statement.target]
            if isinstance(statement, ast.AnnAssign)
            else []
        )
        if any(isinstance(t, ast.Name) and t.id == name for t in targets):
            return ast.get_source_segment(text, statement) or ""
    raise LookupError(f"{file} gives {name} no value")


@cache
def split_module(file: str) -> tuple[tuple[Import, ...], str]:
    """What a module imports, and its text after that."""
    text = Path(file).read_text("utf-8")
    found: list[Import] = []
    last = 0
    for node in ast.parse(text).body:
        match node:
            case ast.Import(names=names):
                found += [(alias.name, "") for alias in names]
            case ast.ImportFrom(module=str(module), names=names):
                found += [(module, alias.name) for alias in names]
            case _:
                continue
        last = node.end_lineno or 0
    kept = tuple(made for made in found if made[0] != "__future__")
    return kept, "\n".join(text.splitlines()[last:]).strip("\n")
