"""Repairs of issues: edits after which an issue is gone and no other has come, each with its effect on the totals."""

from designer.analysis.repairs.offered import Repairs, listed_repairs
from designer.analysis.repairs.verifying import with_repairs

__all__ = ["Repairs", "listed_repairs", "with_repairs"]
