"""Widgets that edit one value."""
