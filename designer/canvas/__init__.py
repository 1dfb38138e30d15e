"""The scene that draws a document, its items and gestures."""
