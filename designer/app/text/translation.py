"""Translates the texts of the window. No Qt here."""

from designer.canvas.values.translation import counted, later, told, tr

__all__ = ["counted", "later", "told", "tr"]
