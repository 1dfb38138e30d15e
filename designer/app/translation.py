"""The languages of the window, and the text that it shows."""

from designer.canvas.translation import counted, later, told, tr

__all__ = ["counted", "later", "told", "tr"]
