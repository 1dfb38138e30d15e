"""What a conditional expression comes to where its variables have other values: generated code holds every branch.

Other values are tried for the variables that its tests read, found from the constants in the tests, and which branches
each run takes is recorded. A branch whose every run fails is a fault of the design; one that works at some of the
values that reach it is guarded on purpose.
"""

from __future__ import annotations

import ast
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor
from typing import Any

from designer.model.arithmetic import Walk
from designer.model.document import Scalar, is_expression
from designer.model.syntax import KEPT, ExpressionError, names, parts_of, tree_of
from designer.model.wording import listed

RUNS = 40  # of one expression
RUNS_OF_A_BRANCH = 4
CONSTANTS = 16  # of all tests, from which values are made
CHARACTERS = 300_000  # read in all runs of one analysis; beyond, untaken branches are as they are
LAYERS = 1_000  # worked out for all branches of one analysis

Branch = tuple[ast.expr, bool]  # a test, and how it comes out


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run that takes a branch: its variables that have other values than now, and the value or the fault."""

    branch: Branch
    changed: Mapping[str, Scalar]
    value: Scalar = 0
    fault: str | None = None
    made_up: bool = False  # the value is text that stands for any other text

    @property
    def where(self) -> str:
        """How the branch is reached, as a part of a sentence."""
        test, truth = self.branch
        text = ast.unparse(test)
        shown = f"{text} is true" if truth else f"{text} is false"
        if not self.changed:
            return shown
        values = listed(f"{name} = {_shown(v)}" for name, v in self.changed.items())
        return f"{shown}, as with {values}"


Fault = Callable[[Outcome], str | None]


@dataclass(slots=True)
class Work:
    """What is left of the bounds on all runs, and on calls of blocks with what they come to."""

    characters: int = CHARACTERS
    layers: int = LAYERS


@dataclass(frozen=True, slots=True)
class _Given:
    """An expression with all that it rests on, producers first; values are told apart by their text, as 1 from 1.0."""

    text: str
    derived: tuple[tuple[str, str], ...]  # variables that are expressions
    values: tuple[tuple[str, str], ...]
    varied: tuple[str, ...]  # variables that get other values
    most: int  # runs that are kept of one branch

    @property
    def length(self) -> int:
        return len(self.text) + sum(len(text) for _, text in self.derived)


def has_branches(text: str) -> bool:
    """Whether a part of an expression is computed at some values of its variables only."""
    return bool(_tests(text))


def untaken(
    text: str,
    variables: Mapping[str, Scalar],
    needed: Sequence[str],
    values: Mapping[str, Scalar],
    linked: bool,
    work: Work,
) -> tuple[tuple[Outcome, ...], ...]:
    """Per branch that the present values do not take: what the expression comes to where it is taken.

    Args:
        text: an expression that has a value.
        variables: a value or an expression for each.
        needed: those that the expression rests on, producers first.
        values: what each is worth.
        linked: whether a variable may follow from others in a way that is not known here: all get other values then.
    """
    derived = [
        (name, str(variables[name]))
        for name in needed
        if is_expression(variables[name])
    ]
    texts = [text, *(other for _, other in derived)]
    if not any(map(_tests, texts)):
        return ()
    given = [name for name in needed if not is_expression(variables[name])]
    tested = _rested_on(texts, dict(derived))
    found = _Given(
        text,
        tuple(derived),
        tuple((name, repr(values[name])) for name in given),
        tuple(name for name in given if linked or name in tested),
        RUNS if linked else RUNS_OF_A_BRANCH,
    )
    return _untaken(found, work)


def _rested_on(texts: Sequence[str], derived: Mapping[str, str]) -> set[str]:
    """The variables that the tests of these expressions rest on."""
    queue = [
        node.id
        for text in texts
        for test in _tests(text)
        for node in ast.walk(test)
        if isinstance(node, ast.Name)
    ]
    found: set[str] = set()
    while queue:
        name = queue.pop()
        if name not in found:
            found.add(name)
            queue.extend(names(derived[name]) if name in derived else ())
    return found


_kept: dict[_Given, tuple[tuple[Outcome, ...], ...]] = {}


def _untaken(given: _Given, work: Work) -> tuple[tuple[Outcome, ...], ...]:
    known = _kept.get(given)
    if known is not None:
        return known
    found = _Search(given, work).outcomes()
    in_order = sorted(found, key=lambda branch: (_place(branch[0]), branch[1]))
    made = tuple(tuple(found[branch]) for branch in in_order)
    if work.characters >= 0:  # else the search may have ended early
        if len(_kept) >= KEPT:
            _kept.clear()
        _kept[given] = made
    return made


class _Search:
    """Runs of one expression, each with other values."""

    def __init__(self, given: _Given, work: Work) -> None:
        self.given = given
        self.work = work
        self.present = {name: ast.literal_eval(value) for name, value in given.values}
        texts = [given.text, *(text for _, text in given.derived)]
        self.tests = [test for text in texts for test in _tests(text)]
        self.made_up = {f"{v}_" for v in self.present.values() if isinstance(v, str)}
        self.words = {
            node.value: None
            for text in texts
            for node in parts_of(text)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }

    def outcomes(self) -> dict[Branch, list[Outcome]]:
        taken, _, _ = self._run({})
        found: dict[Branch, list[Outcome]] = {}
        wanted = 2 * len(self.tests) - len(taken)
        queue: deque[dict[str, Scalar]] = deque([{}])
        runs = 0
        while queue:
            base = queue.popleft()
            for name, value in self._others(base):
                if runs == RUNS or self.work.characters < 0:
                    return found | self._constants(taken, found)
                runs += 1
                changed = {**base, name: value}
                branches, worth, fault = self._run(changed)
                if branches - taken - found.keys():
                    queue.append(changed)
                for branch in branches - taken:
                    here = found.setdefault(branch, [])
                    if len(here) < self.given.most:
                        made_up = worth in self.made_up and worth in changed.values()
                        here.append(Outcome(branch, changed, worth, fault, made_up))
                enough = all(len(here) == self.given.most for here in found.values())
                if enough and len(found) >= wanted:
                    return found
        return found | self._constants(taken, found)

    def _run(
        self, changed: Mapping[str, Scalar]
    ) -> tuple[frozenset[Branch], Scalar, str | None]:
        """The branches that are taken, and the value or the fault."""
        self.work.characters -= self.given.length
        walk = _Recording({**self.present, **changed})
        try:
            for name, text in self.given.derived:
                walk.variables[name] = walk.value(tree_of(text))
            value: Scalar = walk.value(tree_of(self.given.text))
        except ExpressionError as error:
            return frozenset(walk.taken), 0, str(error)
        return frozenset(walk.taken), value, None

    def _others(self, base: Mapping[str, Scalar]) -> Iterator[tuple[str, Scalar]]:
        """Changes of one more variable, the first of each variable first."""
        sides = [
            [(name, value) for value in self._values(name)]
            for name in self.given.varied
            if name not in base
        ]
        for place in range(max(map(len, sides), default=0)):
            yield from (side[place] for side in sides if place < len(side))

    def _values(self, name: str) -> list[Scalar]:
        """Other values of a variable, of its kind; text may be compared with to stand for a number, so numbers last."""
        present = self.present[name]
        if isinstance(present, bool):
            return [not present]
        constants = [
            node.value
            for test in self.tests
            for node in ast.walk(test)
            if isinstance(node, ast.Constant)
        ]
        constants += [v for other, v in self.present.items() if other != name]
        numbers = [
            number
            for value in dict.fromkeys((*constants, 0, 1))
            if isinstance(value, (int, float)) and not isinstance(value, bool)
            for number in (value, value + 1, value - 1)
        ][: 3 * CONSTANTS]
        numbers += [max(numbers) + 1, max(numbers) + 2]
        found: list[Scalar]
        if isinstance(present, str):
            words = list(self.words)[:CONSTANTS]
            found = [*words, f"{present}_", *numbers[:3], True, False]
        elif isinstance(present, float):
            # Also between the constants, nearest first: 0.0 for a scale below 1 says little of the others.
            between = [number * part for number in numbers for part in (0.5, 0.75)]
            near = sorted((*numbers, *between), key=lambda it: abs(it - present))
            found = [float(number) for number in near]
        else:
            found = [whole(number) for number in numbers for whole in (floor, ceil)]
        kept = {repr(value): value for value in found}
        kept.pop(repr(present), None)
        return list(kept.values())

    def _constants(
        self, taken: frozenset[Branch], found: Mapping[Branch, Any]
    ) -> dict[Branch, list[Outcome]]:
        """Values without variables, of branches that no run has reached."""
        stack, constants = [tree_of(self.given.text)], dict[Branch, list[Outcome]]()
        while stack:
            tree = stack.pop()
            if not isinstance(tree, ast.IfExp):
                continue
            for truth, part in ((True, tree.body), (False, tree.orelse)):
                branch = (tree.test, truth)
                if isinstance(part, ast.Constant) and branch not in {*taken, *found}:
                    constants[branch] = [Outcome(branch, {}, Walk({}).value(part))]
                stack.append(part)
        return constants


class _Recording(Walk):
    """A walk that knows which way every test went."""

    def __init__(self, variables: dict[str, Scalar]) -> None:
        super().__init__(variables)
        self.variables: dict[str, Scalar] = variables
        self.taken: set[Branch] = set()

    def truth(self, test: ast.expr, value: Any) -> bool:
        found = super().truth(test, value)
        self.taken.add((test, found))
        return found


@lru_cache(maxsize=KEPT)
def _tests(text: str) -> tuple[ast.expr, ...]:
    """What decides in an expression whether a part of it is computed."""
    found: list[ast.expr] = []
    for node in parts_of(text):
        if isinstance(node, ast.IfExp):
            found.append(node.test)
        elif isinstance(node, ast.BoolOp):
            found.extend(node.values[:-1])
    return tuple(found)


def _place(test: ast.expr) -> tuple[int, int]:
    return test.lineno, test.col_offset


def _shown(value: Scalar) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value)
