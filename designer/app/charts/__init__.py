"""Charts of what a design costs: numbers first, drawn by matplotlib once it is loaded."""
