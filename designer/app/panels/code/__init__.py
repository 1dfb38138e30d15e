"""The panel with the generated code."""
