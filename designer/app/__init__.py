"""The desktop application."""

from designer.app.startup.start import main

__all__ = ["main"]
