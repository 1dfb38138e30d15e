"""The spatial index finds the same boxes as a linear search."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from designer.canvas.routes.box_index import BoxIndex

sides = st.floats(-5_000, 5_000).map(round)
boxes = st.tuples(sides, sides, st.integers(1, 3_000), st.integers(1, 3_000)).map(
    lambda box: (box[0], box[1], box[0] + box[2], box[1] + box[3])
)
moves = st.lists(st.tuples(st.sampled_from("abcdef"), st.none() | boxes), max_size=30)


def rect(box):
    left, top, right, bottom = box
    return QRectF(left, top, right - left, bottom - top)


@given(moves, boxes)
def test_it_finds_what_qt_calls_intersecting(moves, wanted):
    index, there = BoxIndex(), {}
    for id, box in moves:
        if box is None:
            index.remove(id)
            there.pop(id, None)
        else:
            index.put(id, box)
            there[id] = box
    expected = [id for id, box in there.items() if rect(box).intersects(rect(wanted))]
    assert sorted(index.touching(wanted)) == sorted(expected)
