"""The parameters that a library function keeps in one file, and its calls with these."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from designer.codegen.program import Function
from designer.codegen.specialise.inlining import Site
from designer.codegen.trees import is_constant, loaded, rebuilt


@dataclass(frozen=True)
class Signature:
    """The parameters that a function keeps.

    Args:
        defaults: each parameter's default; None if it has none.
        placed: the parameters that calls pass by position.
    """

    defaults: Mapping[str, ast.expr | None]
    placed: Sequence[str]

    @property
    def named(self) -> list[str]:
        return [name for name in self.defaults if name not in self.placed]

    def of(self, tree: ast.FunctionDef) -> ast.FunctionDef:
        """The function with these parameters after its ports."""
        args = rebuilt(
            tree.args,
            args=[*tree.args.args, *map(ast.arg, self.placed)],
            defaults=[d for n in self.placed if (d := self.defaults[n]) is not None],
            kwonlyargs=[ast.arg(name) for name in self.named],
            kw_defaults=[self.defaults[name] for name in self.named],
        )
        return rebuilt(tree, args=args)

    def call(self, site: Site) -> ast.Call:
        """The call without arguments that are defaults."""
        given = {
            name: value
            for name, default in self.defaults.items()
            if (value := site.given.get(name) or site.function.defaults[name])
            and not (default and ast.unparse(value) == ast.unparse(default))
        }
        by_place: list[ast.expr] = []
        for name in self.placed:
            if name not in given:  # what follows it goes by name
                break
            by_place.append(given.pop(name))
        order = [*self.placed, *self.named]
        words = [ast.keyword(name, given[name]) for name in order if name in given]
        ports = site.call.args[: len(site.function.ports)]
        return rebuilt(site.call, args=[*ports, *by_place], keywords=words)


def signature(tree: ast.FunctionDef, sites: Sequence[Site]) -> Signature:
    """The parameters that a specialised function still reads.

    Args:
        tree: the specialised function.
    """
    function = sites[0].function
    free = function.placed
    read = set(loaded(tree))
    left = [name for name in function.defaults if name in read]
    placed = [n for n in left if n in free] or _by_habit(function, left)
    required = [n for n in placed if n not in free]
    defaults = {
        name: None if name in required else _default(function, name, sites)
        for name in left
    }
    return Signature(defaults, placed)


def _by_habit(function: Function, left: Sequence[str]) -> list[str]:
    """What Keras's users pass by position: the first number, and the kernel's size after the filters."""
    first = next(iter(function.defaults), "name")
    default = function.defaults.get(first)
    text = isinstance(default, ast.Constant) and isinstance(default.value, (bool, str))
    if first == "name" or text or first not in left:
        return []
    return [*left[:2]] if list(left[:2]) == ["filters", "kernel_size"] else [first]


def _default(function: Function, name: str, sites: Sequence[Site]) -> ast.expr | None:
    """The most frequent constant argument, if several calls pass it; None if the parameter gets no default."""
    own = function.defaults[name]
    if name == "name":
        return None
    given = [site.given.get(name) for site in sites]
    values = [value or own for value in given]
    texts = Counter(ast.unparse(v) for v in values if v is not None and is_constant(v))
    if not texts:
        return None
    usual = ast.unparse(own) if own else ""
    text, count = max(texts.items(), key=lambda item: (item[1], item[0] == usual))
    if count < 2 and not (text == usual and None in given):
        return None
    return ast.parse(text, mode="eval").body
