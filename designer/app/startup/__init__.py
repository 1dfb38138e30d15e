"""The process: start, single instance, the window in the chosen language, the tour without a display."""
