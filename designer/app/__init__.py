"""The desktop application."""

from designer.app.start import main

__all__ = ["main"]
