"""The bar of totals: what the design costs, where that comes from, and what changed."""

from designer.app.totals.bar import TotalsBar

__all__ = ["TotalsBar"]
