"""The gestures of the canvas: one small class and one module for each."""

from designer.canvas.gestures.base import Gesture
from designer.canvas.gestures.starting import HELD, gesture_for

__all__ = ["HELD", "Gesture", "gesture_for"]
