"""Document -> Analysis: shapes, cost, memory, receptive field, issues and their repairs."""

from designer.analysis.analyse import analyse, analysing
from designer.analysis.catalog import BLOCKS
from designer.analysis.report import Analysis

__all__ = ["BLOCKS", "Analysis", "analyse", "analysing"]
