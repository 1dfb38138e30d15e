"""A scene that draws a design: items, wires, selection, highlights."""
