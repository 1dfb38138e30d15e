"""The repairs of an issue as a sequence that is computed when it is first read."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import overload

from blocks.budget import BudgetError, budget
from designer.analysis.issues import Issue, Repair
from designer.model.bounds import SUGGESTIONS
from designer.model.spelling import suggestions_at_most

AT_MOST = 8  # repairs of one issue
WORK_FOR_REPAIRS = 10_000  # for one issue, in units of about 0.1 ms: a layer or a node
WORK_FOR_LISTED_REPAIRS = 6_000

_log = logging.getLogger(__name__)


class Repairs(Sequence[Repair]):
    """The repairs of one issue, looked for when first read."""

    def __init__(
        self, find: Callable[[], Iterator[Repair]], given: Sequence[Repair] = ()
    ) -> None:
        self._find = find
        self.given = tuple(given)  # by the check that found the issue

    @cached_property
    def _found(self) -> tuple[Repair, ...]:
        found: list[Repair] = []
        try:
            with budget(WORK_FOR_REPAIRS):
                for repair in self._find():
                    found.append(repair)
                    if len(found) == AT_MOST:
                        break
        except BudgetError:
            pass
        except Exception:  # the issue is shown all the same, with what was found so far
            _log.exception("The search for repairs failed.")
        return tuple(found)

    @overload
    def __getitem__(self, index: int) -> Repair: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Repair]: ...

    def __getitem__(self, index: int | slice) -> Repair | Sequence[Repair]:
        return self._found[index]

    def __len__(self) -> int:
        return len(self._found)


def listed_repairs(issues: Sequence[Issue]) -> list[Sequence[Repair]]:
    """The repairs of each issue. The work for one list is bounded: where it is used up, the last issues have none."""
    found: list[Sequence[Repair]] = [()] * len(issues)
    with budget(WORK_FOR_LISTED_REPAIRS) as work, suggestions_at_most(SUGGESTIONS):
        for index, issue in enumerate(issues):
            if work.left <= 0:
                break
            found[index] = tuple(issue.repairs)
    return found


def given_repairs(issue: Issue) -> tuple[Repair, ...]:
    """The repairs that the check which found the issue proposes, not verified."""
    repairs = issue.repairs
    return repairs.given if isinstance(repairs, Repairs) else tuple(repairs)
