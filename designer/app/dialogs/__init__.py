"""Dialogs, and what they do with files."""
