"""The panel of the variables of a design."""
