"""Developers' tools that `dev.py` runs."""
