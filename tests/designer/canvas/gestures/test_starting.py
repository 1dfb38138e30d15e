"""Every gesture is started by some press and describes itself, and no two share a press."""

import pytest
from PySide6.QtCore import Qt

from designer.canvas.gestures import gesture_for
from designer.canvas.gestures.break_wires import BreakWires
from designer.canvas.gestures.draw_wire import DrawWire
from designer.canvas.gestures.knife import Knife
from designer.canvas.gestures.move_dot import MoveDot
from designer.canvas.gestures.move_nodes import MoveNodes
from designer.canvas.gestures.pull_out import PullOut
from designer.canvas.gestures.starting import table
from designer.canvas.values.shortcut import gesture_shortcuts

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
KEYS = Qt.KeyboardModifier


@pytest.mark.parametrize(
    ("on", "keys", "button", "gesture"),
    [
        ("port", KEYS.NoModifier, LEFT, DrawWire),
        ("port", KEYS.AltModifier, LEFT, BreakWires),
        ("port", KEYS.AltModifier | KEYS.ControlModifier, LEFT, BreakWires),
        ("port", KEYS.AltModifier | KEYS.KeypadModifier, LEFT, BreakWires),
        ("dot", KEYS.NoModifier, LEFT, MoveDot),
        ("node", KEYS.MetaModifier, LEFT, MoveNodes),
        ("node", KEYS.AltModifier, LEFT, PullOut),
        ("node", KEYS.ControlModifier, RIGHT, Knife),
        ("ground", KEYS.ControlModifier, RIGHT, Knife),
        ("node", KEYS.NoModifier, RIGHT, None),
        ("ground", KEYS.NoModifier, Qt.MouseButton.BackButton, None),
    ],
)
def test_a_press_starts_its_gesture(on, keys, button, gesture):
    assert gesture_for(on, keys, button) is gesture


def test_every_gesture_is_in_the_shortcuts():
    shortcuts = gesture_shortcuts()
    for gesture in set(table().values()):
        assert gesture.shortcut in shortcuts

    assert len({(s.keys, s.section) for s in shortcuts}) == len(shortcuts)
    for shortcut in shortcuts:
        assert shortcut.keys
        assert shortcut.does[0].isupper()
        assert not shortcut.does.endswith(".")
        assert not shortcut.note or shortcut.note.endswith(".")
