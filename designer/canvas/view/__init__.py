"""The view on the canvas: navigation, minimap, text fields, accessibility."""
