"""The blocks that can be placed, their sections, and their search."""
