"""A bound on work: layers that are traced, and blocks and rows that are called, so that no design takes forever."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class Budget:
    """Units of work that are left, also of the budget around this one."""

    __slots__ = ("around", "left")

    def __init__(self, left: int, around: Budget | None) -> None:
        self.left = left
        self.around = around


class BudgetError(Exception):
    """A budget is used up: `budget` is the one."""

    def __init__(self, budget: Budget) -> None:
        super().__init__("the work is more than what is allowed")
        self.budget = budget


_current: ContextVar[Budget | None] = ContextVar("budget", default=None)


@contextmanager
def budget(units: int) -> Iterator[Budget]:
    """Work inside is bounded. What is spent counts for the budgets around as well.

    Raises:
        BudgetError: from `spend`, when this budget or one around it is used up.
    """
    made = Budget(units, _current.get())
    token = _current.set(made)
    try:
        yield made
    finally:
        _current.reset(token)


@contextmanager
def aside() -> Iterator[None]:
    """Work inside does not count for the budgets around; it needs a bound of its own."""
    token = _current.set(None)
    try:
        yield
    finally:
        _current.reset(token)


def has_budget() -> bool:
    """Whether work is bounded at present."""
    return _current.get() is not None


def spend(units: int = 1) -> None:
    """Count some work; raises BudgetError."""
    held = _current.get()
    while held is not None:
        held.left -= units
        if held.left < 0:
            raise BudgetError(held)
        held = held.around
