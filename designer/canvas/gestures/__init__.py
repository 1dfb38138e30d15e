"""What a hand does on the canvas: one small class a gesture, one gesture a module."""

from designer.canvas.gestures.base import Gesture
from designer.canvas.gestures.starting import HELD, gesture_for

__all__ = ["HELD", "Gesture", "gesture_for"]
