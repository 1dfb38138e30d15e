"""What is wrong with a design, and the edits that repair it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from designer.analysis.quantities import NO_COST, Cost
from designer.model.document import Document

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Repair:
    """An edit that makes an issue go and brings no other, in one click.

    `params_change` and `macs_change` are by how much the totals rise when it is applied; they mean the repair's cost
    where the totals count every node now and then (`is_comparable`), else also what can be counted only then. A check
    gives the title and the edit alone; `repairs.with_repairs` verifies it and adds the figures.
    """

    title: str
    edit: Callable[[Document], Document] = field(compare=False, repr=False)
    params_change: int = 0
    macs_change: int = 0
    total: Cost = NO_COST  # of the design with the repair
    was_complete: bool = True  # whether the totals count every node now
    complete: bool = True  # and with the repair

    @property
    def is_comparable(self) -> bool:
        """Whether the changes are the repair's alone."""
        return self.was_complete and self.complete


@dataclass(frozen=True, slots=True)
class Issue:
    """Something wrong with the design: one sentence with the numbers, and what would mend it."""

    code: str
    severity: Severity
    node: str | None  # the node's id; None for the whole design
    message: str
    parameter: str | None = None
    # Looked for when first read, in some milliseconds: nobody waits for them while a slider moves.
    repairs: Sequence[Repair] = field(default=(), compare=False, repr=False)
