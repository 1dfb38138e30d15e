"""A node inserted among others covers none of them, and moves no more than necessary."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.app.edits.make_room import FAR_BACK, GAP, make_room

SIZE = (216.0, 112.0)
CELLS = st.sets(st.tuples(st.integers(0, 3), st.integers(0, 8)), min_size=1)
PLACE = st.tuples(st.integers(-300, 1200), st.integers(-300, 1800))


def settled(places, new, **told):
    places = {**places, "new": new}
    moved = make_room(places, dict.fromkeys(places, SIZE), "new", **told)
    return {**places, **moved}, moved


def cover(one, other):
    return all(
        one[axis] < other[axis] + SIZE[axis] and other[axis] < one[axis] + SIZE[axis]
        for axis in (0, 1)
    )


@given(CELLS, PLACE)
def test_nothing_is_covered_afterwards(cells, new):
    places = {f"{column}/{row}": (column * 300.0, row * 168.0) for column, row in cells}
    after, moved = settled(places, (float(new[0]), float(new[1])))

    assert not any(cover(a, b) for a, b in combinations(after.values(), 2))
    for id, (x, y) in places.items():
        assert after[id][0] == x
        assert after[id][1] >= y
        assert (id in moved) == (after[id] != (x, y))


@pytest.fixture
def column():
    """Three rows, as far apart as the layout puts them."""
    return {row: (0.0, (SIZE[1] + GAP) * place) for place, row in enumerate("abc")}


def test_what_comes_after_goes_on_by_as_much_as_is_needed(column):
    after, _ = settled(column, (0.0, 150.0), after=["a"], before=["b"])

    assert after["a"] == (0, 0)
    assert after["new"] == (0, SIZE[1] + GAP)  # behind what it follows
    step = SIZE[1] + GAP
    assert (after["b"], after["c"]) == ((0, 2 * step), (0, 3 * step))


def test_beside_the_column_nothing_moves(column):
    _, moved = settled(column, (400.0, 150.0))

    assert moved == {"new": (400.0, 150.0)}


def test_what_it_feeds_comes_after_it_wherever_it_stands(column):
    after, _ = settled(
        {**column, "side": (400.0, 300.0)}, (0.0, 504.0), before=["side"]
    )

    assert after["side"] == (400, 504 + SIZE[1] + GAP)


def test_the_next_column_stays_where_it_is(column):
    far = {"top": (400.0, 504.0 - FAR_BACK)}
    _, moved = settled({**column, **far}, (0.0, 504.0), before=["top"])

    assert "top" not in moved


def test_a_network_that_flows_to_the_right_makes_room_to_the_right():
    row = {"a": (0.0, 0.0), "b": (SIZE[0] + GAP, 0.0)}
    after, _ = settled(row, (200.0, 0.0), after=["a"], before=["b"], direction="right")

    assert after == {
        "a": (0, 0),
        "new": (SIZE[0] + GAP, 0),
        "b": (2 * (SIZE[0] + GAP), 0),
    }
