"""The panel of the design's variables, and of a composite block's parameters."""
