"""The text that the window shows, in the user's language. No Qt here."""

from designer.canvas.values.translation import counted, later, told, tr

__all__ = ["counted", "later", "told", "tr"]
