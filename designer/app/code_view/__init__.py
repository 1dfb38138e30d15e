"""The file as it would be exported, beside the canvas."""
