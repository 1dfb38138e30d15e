"""Which parameters a function of the library keeps in one file, and how its calls give them."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from designer.codegen.folding import ROUNDING
from designer.codegen.inlining import Site
from designer.codegen.routine import Known, Routine, assigned_in, by_place
from designer.codegen.trees import is_constant, keyword, loaded, stored, walk

Values = tuple[Any, ...]
MOST_VALUES = 16


@dataclass
class Facts:
    """What all calls of a function say of its parameters."""

    known: dict[str, str] = field(default_factory=dict)  # one constant, as text
    sets: dict[str, Values] = field(default_factory=dict)  # all values of the others

    @property
    def key(self) -> tuple[Known, tuple[tuple[str, Values], ...]]:
        return tuple(self.known.items()), tuple(self.sets.items())


def at_one(made: Routine, site: Site) -> Facts:
    """What one call says: all constants count."""
    facts = Facts()
    assert made.function is not None
    changed = assigned_in(made.function)
    for name, default in made.defaults.items():
        value = keyword(site.call, name) or default
        if name == "name" or name in changed or value is None:
            continue
        if is_constant(value):
            facts.known[name] = ast.unparse(value)
        elif values := values_of(value, site.caller.sets):
            facts.sets[name] = values
    return facts


def in_common(made: Routine, sites: Sequence[Site]) -> Facts:
    """What all calls say.

    A constant goes in where it chooses what is done, not how much, where no call gives it, or where only the library
    gives it: the user's own numbers stay arguments.
    """
    each = [at_one(made, site) for site in sites]
    facts = Facts()
    numbers: set[str] = set()
    library = all(site.caller.function is not None for site in sites)
    for name in made.defaults:
        texts = {one.known.get(name) for one in each}
        text = next(iter(texts))
        if len(texts) == 1 and text is not None:
            given = any(keyword(site.call, name) for site in sites)
            value = ast.literal_eval(text)
            is_number = not (value is None or isinstance(value, (bool, str)))
            if is_number and (given or value not in (0, 1)):
                numbers.add(name)
            if not is_number or not given or library:
                facts.known[name] = text
        if name not in facts.known:
            found = [_possible(one, name) for one in each]
            union = dict.fromkeys((type(v), v) for vs in found if vs for v in vs)
            if all(found) and len(union) <= MOST_VALUES:
                facts.sets[name] = tuple(value for _, value in union)
    for name in _reckoned_with(made.tree, facts.known) & numbers & facts.known.keys():
        facts.sets[name] = (ast.literal_eval(facts.known.pop(name)),)
    return facts


def values_of(node: ast.expr, sets: Mapping[str, Values]) -> Values | None:
    """All values that an argument can have; None if they are not known."""
    match node:
        case ast.Name(id=name):
            return sets.get(name)
        case ast.IfExp(body=body, orelse=orelse):
            return _union([body, orelse], sets)
        case ast.BoolOp(values=values):
            return _union(values, sets)
        case ast.Compare():
            return True, False
    return (ast.literal_eval(node),) if is_constant(node) else None


def loop_sets(tree: ast.AST) -> dict[str, Values]:
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


def settle(made: Routine, sites: Sequence[Site]) -> None:
    """Give the function the parameters that are left, and its calls the arguments in the same way."""
    assert made.function is not None
    free = by_place(made.function)
    read = set(loaded(made.tree))
    left = [name for name in made.defaults if name in read]
    placed = [n for n in left if n in free] or _by_habit(made, left)
    required = [n for n in placed if n not in free]
    defaults: dict[str, ast.expr | None] = {}
    for name in left:
        defaults[name] = None if name in required else _default(made, name, sites)
    for site in sites:
        _rewrite(site.call, made, left, placed, defaults)
    args = made.tree.args
    args.args += [ast.arg(name) for name in placed]
    args.defaults = [d for n in placed if (d := defaults[n]) is not None]
    named = [name for name in left if name not in placed]
    args.kwonlyargs = [ast.arg(name) for name in named]
    args.kw_defaults = [defaults[name] for name in named]


def _by_habit(made: Routine, left: Sequence[str]) -> list[str]:
    """What Keras's users give by place: the first number, and the kernel's size behind the filters."""
    first = next(iter(made.defaults), "name")
    default = made.defaults.get(first)
    text = isinstance(default, ast.Constant) and isinstance(default.value, (bool, str))
    if first == "name" or text or first not in left:
        return []
    return [*left[:2]] if list(left[:2]) == ["filters", "kernel_size"] else [first]


def _default(made: Routine, name: str, sites: Sequence[Site]) -> ast.expr | None:
    """The constant that most calls give, if several give it; None: each call must give its own."""
    own = made.defaults[name]
    if name == "name":
        return None
    given = [keyword(site.call, name) for site in sites]
    values = [value or own for value in given]
    texts = Counter(ast.unparse(v) for v in values if v is not None and is_constant(v))
    if not texts:
        return None
    usual = ast.unparse(own) if own else ""
    text, count = max(texts.items(), key=lambda item: (item[1], item[0] == usual))
    if count < 2 and not (text == usual and None in given):
        return None
    return ast.parse(text, mode="eval").body


def _rewrite(
    call: ast.Call,
    made: Routine,
    left: Sequence[str],
    placed: Sequence[str],
    defaults: Mapping[str, ast.expr | None],
) -> None:
    given = {name: keyword(call, name) or made.defaults[name] for name in left}

    def is_default(name: str) -> bool:
        value, default = given[name], defaults[name]
        if value is None or default is None:
            return value is None
        return ast.unparse(value) == ast.unparse(default)

    by_name = [name for name in left if name not in placed]
    for place, name in enumerate(placed):
        value = given[name]
        if value is None or is_default(name):  # what follows it goes by name
            by_name = [*placed[place:], *by_name]
            break
        call.args.append(value)
    call.keywords = [
        ast.keyword(name, value)
        for name in by_name
        if (value := given[name]) is not None and not is_default(name)
    ]


def _possible(facts: Facts, name: str) -> Values | None:
    if name in facts.known:
        return (ast.literal_eval(facts.known[name]),)
    return facts.sets.get(name)


def _union(parts: Iterable[ast.expr], sets: Mapping[str, Values]) -> Values | None:
    found = [values_of(part, sets) for part in parts]
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
