"""The panel with the table of layers."""
