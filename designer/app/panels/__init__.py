"""All panels: a module with a `PANEL`, or a folder whose `panel.py` has it."""
