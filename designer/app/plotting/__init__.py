"""Matplotlib in Qt, shared by the charts and the gallery."""
