"""What the call sites of a library function tell about its parameters, and the function specialised by that."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from designer.codegen.library import library_function
from designer.codegen.program import Own, Values
from designer.codegen.specialise.cleaning import tidy
from designer.codegen.specialise.folding import ROUNDING, fold
from designer.codegen.specialise.inlining import Site
from designer.codegen.trees import (
    RANKS,
    Rewriter,
    is_constant,
    loaded,
    rebuilt,
    stored,
    walk,
)

MOST_VALUES = 16

Known = tuple[tuple[str, str], ...]  # parameters and the text of their constants


@dataclass(frozen=True)
class Facts:
    """What call sites of a function tell about its parameters.

    Args:
        known: the parameters that have one constant value, which is given as source text.
        values: the possible values of other parameters.
    """

    known: Mapping[str, str]
    values: Mapping[str, Values]

    def put_into(self, sites: Sequence[Site]) -> ast.FunctionDef:
        """The function's tree, specialised."""
        key = sites[0].function.key
        assert not isinstance(key, Own)
        known, values = tuple(self.known.items()), tuple(self.values.items())
        return specialised(key, known, values, _ranks(sites))


def at_one(site: Site) -> Facts:
    """The facts of one call site: every constant argument is known."""
    known: dict[str, str] = {}
    values: dict[str, Values] = {}
    for name, default in site.function.defaults.items():
        value = site.given.get(name) or default
        if name == "name" or name in site.function.stored or value is None:
            continue
        if is_constant(value):
            known[name] = ast.unparse(value)
        elif found := values_of(value, site.caller.values):
            values[name] = found
    return Facts(known, values)


def in_common(sites: Sequence[Site]) -> Facts:
    """The facts that all call sites share.

    A constant becomes known if it is a switch and no number, if no call passes it, or if only the library passes it:
    numbers that the user chose stay arguments.
    """
    function = sites[0].function
    each = [at_one(site) for site in sites]
    known: dict[str, str] = {}
    values: dict[str, Values] = {}
    numbers: set[str] = set()
    library = not any(isinstance(site.caller.key, Own) for site in sites)
    for name in function.defaults:
        texts = {one.known.get(name) for one in each}
        text = next(iter(texts))
        if len(texts) == 1 and text is not None:
            given = any(name in site.given for site in sites)
            value = ast.literal_eval(text)
            is_number = not (value is None or isinstance(value, (bool, str)))
            if is_number and (given or value not in (0, 1)):
                numbers.add(name)
            if not is_number or not given or library:
                known[name] = text
        if name not in known:
            found = [_possible(one, name) for one in each]
            union = dict.fromkeys((type(v), v) for vs in found if vs for v in vs)
            if all(found) and len(union) <= MOST_VALUES:
                values[name] = tuple(value for _, value in union)
    for name in _reckoned_with(function.tree, known) & numbers & known.keys():
        values[name] = (ast.literal_eval(known.pop(name)),)
    return Facts(known, values)


def values_of(node: ast.expr, names: Mapping[str, Values]) -> Values | None:
    """The possible values of an argument; None if they are not known."""
    match node:
        case ast.Name(id=name):
            return names.get(name)
        case ast.IfExp(body=body, orelse=orelse):
            return _union([body, orelse], names)
        case ast.BoolOp(values=parts):
            return _union(parts, names)
        case ast.Compare():
            return True, False
    return (ast.literal_eval(node),) if is_constant(node) else None


def loop_values(tree: ast.AST) -> dict[str, Values]:
    """The possible values of the variables of loops over tables."""
    found: dict[str, Values] = {}
    stores = Counter(stored(tree))
    for loop in walk(tree):
        match loop:
            case ast.For(target=ast.Tuple() as heads, iter=ast.List() as table):
                rows = [row.elts for row in table.elts if isinstance(row, ast.Tuple)]
                for head, column in zip(
                    heads.elts, zip(*rows, strict=True), strict=True
                ):
                    (name,) = stored(head)
                    if stores[name] == 1 and all(map(is_constant, column)):
                        values = dict.fromkeys(map(ast.literal_eval, column))
                        found[name] = tuple(values)[: MOST_VALUES + 1]
    return {
        name: values for name, values in found.items() if len(values) <= MOST_VALUES
    }


@lru_cache(maxsize=2048)  # edits make new ones
def specialised(
    function: Callable[..., Any],
    known: Known,
    values: tuple[tuple[str, Values], ...] = (),
    ranks: tuple[tuple[str, int], ...] = (),
) -> ast.FunctionDef:
    """A library function, specialised by what is known of its parameters.

    Args:
        known: parameters with one constant value.
        values: the possible values of other parameters.
        ranks: the number of axes of the tensors at its ports.
    """
    tree = _with_ranks(library_function(function).tree, dict(ranks))
    constants = {name: ast.parse(text, mode="eval").body for name, text in known}
    return tidy(fold(tree, constants, dict(values)))


def _with_ranks(tree: ast.FunctionDef, ranks: Mapping[str, int]) -> ast.FunctionDef:
    """The function with `len(x.shape)` in tests replaced by a number, as long as `x` is not assigned to."""
    body: list[ast.stmt] = []
    lengths = {f"len({name}.shape)": rank for name, rank in ranks.items()}
    for statement in tree.body:
        put = _Lengths(lengths)
        if isinstance(statement, ast.If):
            body.append(rebuilt(statement, test=put.visit(statement.test)))
        else:
            body.append(put.visit(statement))
        for name in stored(statement):
            lengths.pop(f"len({name}.shape)", None)
    return rebuilt(tree, body=body)


@dataclass(frozen=True)
class _Lengths(Rewriter):
    """Replaces `len(x.shape)` in comparisons."""

    lengths: Mapping[str, int]

    def visit_Compare(self, node: ast.Compare) -> ast.Compare:
        node = self.inside(node)
        left, *rest = map(self._put, (node.left, *node.comparators))
        return rebuilt(node, left=left, comparators=rest)

    def _put(self, part: ast.expr) -> ast.expr:
        rank = self.lengths.get(ast.unparse(part))
        return part if rank is None else ast.Constant(rank)


def _ranks(sites: Sequence[Site]) -> tuple[tuple[str, int], ...]:
    """The number of axes of the tensors at each port, if it is the same at all call sites."""
    each = [getattr(site.call, RANKS, None) for site in sites]
    if not all(each) or len(set(each)) > 1:
        return ()
    return tuple(zip(sites[0].function.ports, each[0] or (), strict=False))


def _possible(facts: Facts, name: str) -> Values | None:
    if name in facts.known:
        return (ast.literal_eval(facts.known[name]),)
    return facts.values.get(name)


def _union(parts: Iterable[ast.expr], names: Mapping[str, Values]) -> Values | None:
    found = [values_of(part, names) for part in parts]
    if not all(found):
        return None
    return tuple(dict.fromkeys(value for values in found if values for value in values))


def _reckoned_with(tree: ast.AST, known: Mapping[str, str]) -> set[str]:
    """Names in arithmetic with names that are not known: `divisor / 2` in a formula says more than `8 / 2`."""
    found: set[str] = set()
    for node in walk(tree):
        rounds = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if isinstance(node, ast.BinOp) or (rounds and node.func.id in ROUNDING):
            names = set(loaded(node)) - ROUNDING.keys()
            if not names <= known.keys():
                found |= names
    return found
