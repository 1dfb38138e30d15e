"""The view of the canvas: navigation, minimap, text fields, accessibility."""
