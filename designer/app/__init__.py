"""The windows, panels and the controller."""
