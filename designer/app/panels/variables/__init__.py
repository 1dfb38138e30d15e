"""The panel of the design's variables."""
