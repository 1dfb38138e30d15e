"""The languages of the window, and the text that it shows."""

from designer.canvas.translation import tr

__all__ = ["tr"]
