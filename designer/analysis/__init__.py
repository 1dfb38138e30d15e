"""Document -> Analysis: shapes, cost, memory, receptive field, issues and their repairs."""
