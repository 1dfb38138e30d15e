"""The document: frozen values, edits, history, files, expressions, graph view. Imports nothing of ours."""
