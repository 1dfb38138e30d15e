"""Which parameters a function of the library keeps in one file, and how its calls give them."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from designer.codegen.folding import ROUNDING
from designer.codegen.inlining import Site
from designer.codegen.library import specialised
from designer.codegen.program import Function, Own, Values
from designer.codegen.trees import RANKS, is_constant, loaded, rebuilt, stored, walk

MOST_VALUES = 16


@dataclass(frozen=True)
class Facts:
    """What calls of a function say of its parameters.

    Args:
        known: those of one constant, as text.
        values: all values of others.
    """

    known: Mapping[str, str]
    values: Mapping[str, Values]

    def put_into(self, function: Function, sites: Sequence[Site]) -> ast.FunctionDef:
        """The function's tree, cut down to what its calls say."""
        assert not isinstance(function.key, Own)
        known, values = tuple(self.known.items()), tuple(self.values.items())
        return specialised(function.key, known, values, _ranks(function, sites))


def at_one(site: Site) -> Facts:
    """What one call says: all constants count."""
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


def in_common(function: Function, sites: Sequence[Site]) -> Facts:
    """What all calls say.

    A constant goes in where it chooses what is done, not how much, where no call gives it, or where only the library
    gives it: the user's own numbers stay arguments.
    """
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
    """All values that an argument can have; None if they are not known."""
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
    """What the names of loops over tables can be."""
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


@dataclass(frozen=True)
class Signature:
    """The parameters that a function keeps.

    Args:
        defaults: of those that have one, by name; None for the others.
        placed: those that calls give by place.
    """

    defaults: Mapping[str, ast.expr | None]
    placed: Sequence[str]

    @property
    def named(self) -> list[str]:
        return [name for name in self.defaults if name not in self.placed]

    def of(self, tree: ast.FunctionDef) -> ast.FunctionDef:
        """The function with these parameters behind its ports."""
        args = rebuilt(
            tree.args,
            args=[*tree.args.args, *map(ast.arg, self.placed)],
            defaults=[d for n in self.placed if (d := self.defaults[n]) is not None],
            kwonlyargs=[ast.arg(name) for name in self.named],
            kw_defaults=[self.defaults[name] for name in self.named],
        )
        return rebuilt(tree, args=args)

    def call(self, site: Site) -> ast.Call:
        """The call with what the function does not take for itself anyway."""
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


def signature(
    function: Function, tree: ast.FunctionDef, sites: Sequence[Site]
) -> Signature:
    """The parameters that are left.

    Args:
        tree: the function, cut down to what its calls say.
    """
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


def _ranks(function: Function, sites: Sequence[Site]) -> tuple[tuple[str, int], ...]:
    """How many axes the tensors at each port have, where all calls agree."""
    each = [getattr(site.call, RANKS, None) for site in sites]
    if not all(each) or len(set(each)) > 1:
        return ()
    return tuple(zip(function.ports, each[0] or (), strict=False))


def _by_habit(function: Function, left: Sequence[str]) -> list[str]:
    """What Keras's users give by place: the first number, and the kernel's size behind the filters."""
    first = next(iter(function.defaults), "name")
    default = function.defaults.get(first)
    text = isinstance(default, ast.Constant) and isinstance(default.value, (bool, str))
    if first == "name" or text or first not in left:
        return []
    return [*left[:2]] if list(left[:2]) == ["filters", "kernel_size"] else [first]


def _default(function: Function, name: str, sites: Sequence[Site]) -> ast.expr | None:
    """The constant that most calls give, if several give it; None: each call must give its own."""
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
    """Names in arithmetic with others that are not known: `8 / 2` in a formula would say less than `divisor / 2`."""
    found: set[str] = set()
    for node in walk(tree):
        rounds = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if isinstance(node, ast.BinOp) or (rounds and node.func.id in ROUNDING):
            names = set(loaded(node)) - ROUNDING.keys()
            if not names <= known.keys():
                found |= names
    return found
