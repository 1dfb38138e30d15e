"""The panel about what is selected: a node, several, or the design."""
