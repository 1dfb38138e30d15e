"""The functions of one file: the value that translate, specialise and finish pass on."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from designer.codegen.trees import names_in
from designer.model.document import EMPTY

Values = tuple[Any, ...]


@dataclass(frozen=True)
class Own:
    """Identifies a function of the design's own: `build_model`, or that of a composite block."""

    block: str = ""  # the composite block's id


@dataclass(frozen=True, order=True)
class Import:
    """A name that the file imports: a module, or a name from it."""

    module: str
    name: str = ""


@dataclass(frozen=True)
class Constant:
    """A name that is a constant of a module of the library."""

    name: str
    file: str


@dataclass(frozen=True)
class Module:
    """A name from a module whose whole text the file contains."""

    name: str


Key = Own | Callable[..., Any]  # a function of the library identifies itself
Meaning = Key | Import | Constant | Module


@dataclass(frozen=True, eq=False)
class Function:
    """One function of a file.

    Args:
        key: identifies it.
        tree: its syntax tree, without a docstring.
        scope: the meaning of the global names that it reads.
        doc: the lines of its docstring.
        values: the possible values of parameters and other names, if known.
        placed: parameters that may be passed by position.
    """

    key: Key
    tree: ast.FunctionDef
    scope: Mapping[str, Meaning]
    doc: Sequence[str] = ()
    values: Mapping[str, Values] = field(default_factory=lambda: EMPTY)
    placed: Sequence[str] = ()

    @property
    def name(self) -> str:
        return self.tree.name

    @property
    def ports(self) -> list[str]:
        """Parameters that must be passed, by position."""
        return [arg.arg for arg in self.tree.args.args]

    @property
    def defaults(self) -> dict[str, ast.expr | None]:
        """The other parameters and their defaults."""
        args = self.tree.args
        return {
            arg.arg: default
            for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True)
        }

    def calls_in(self, part: ast.AST) -> list[tuple[Key, ast.Call]]:
        """Calls of the file's functions in a part of it, in the order of the source."""
        calls = names_in(part).calls
        return [(key, call) for call in calls if (key := self.callee(call))]

    def callee(self, call: ast.Call) -> Key | None:
        """The function that a call in this one calls; None if it is not one of the file's."""
        meaning = isinstance(call.func, ast.Name) and self.scope.get(call.func.id)
        return (
            None if isinstance(meaning, (Import, Constant, Module)) else meaning or None
        )

    @cached_property
    def calls(self) -> Sequence[tuple[Key, ast.Call]]:
        """Its calls of the file's functions, in the order of the source."""
        return [found for part in self._parts for found in self.calls_in(part)]

    @cached_property
    def loaded(self) -> frozenset[str]:
        """Names that it reads."""
        return frozenset().union(*(names_in(part).loaded for part in self._parts))

    @cached_property
    def stored(self) -> frozenset[str]:
        """Names that it assigns to."""
        return frozenset().union(*(names_in(part).stored for part in self._parts))

    @cached_property
    def bound(self) -> frozenset[str]:
        """Its local names."""
        return self.stored.union(self.ports, self.defaults)

    @property
    def _parts(self) -> Sequence[ast.AST]:
        return self.tree.args, *self.tree.body


@dataclass(frozen=True)
class Program:
    """The functions of one file.

    Args:
        doc: the file's docstring.
        library: functions of the library that have another name in the file.
    """

    doc: str
    functions: Sequence[Function]
    library: Mapping[Callable[..., Any], str]
