"""Compound edits: pure functions from one document to the next."""
