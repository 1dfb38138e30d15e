"""Orthogonal routes: from port to port, through dots and around boxes, of vertical and horizontal pieces only."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.canvas.routes.squares import (
    rounded,
    square,
    square_around,
    square_blocked,
    square_past,
    square_through,
)

NUMBER = st.integers(-2000, 2000).map(float)
POINT = st.tuples(NUMBER, NUMBER)


def check(route, start, end):
    assert route.start == route.corners[0] == start
    assert route.end == route.corners[-1] == end
    for (x, y), (to_x, to_y) in pairwise(route.corners):
        assert x == to_x or y == to_y
    *_, last = rounded(route.corners)
    assert last[2] == end
    left, top, right, bottom = route.bounds
    for one, two, at in rounded(route.corners):
        for x, y in (one, two, at, route.label):
            assert left - 1e-6 <= x <= right + 1e-6
            assert top - 1e-6 <= y <= bottom + 1e-6


@given(POINT, POINT)
def test_a_way_runs_level_and_upright_from_port_to_port(start, end):
    check(square(start, end), start, end)


@given(POINT, POINT, NUMBER)
def test_a_way_takes_its_lane(start, end, lane):
    route = square_around(start, end, lane)

    check(route, start, end)
    assert lane in {x for x, _ in route.corners}


@given(POINT, st.lists(POINT, min_size=1, max_size=4), POINT)
def test_a_way_runs_through_its_dots(start, dots, end):
    route = square_through(start, dots, end)

    check(route, start, end)
    assert route.dots == tuple(dots)
    for dot in dots:
        assert any(
            min(x, to_x) - 0.5 <= dot[0] <= max(x, to_x) + 0.5
            and min(y, to_y) - 0.5 <= dot[1] <= max(y, to_y) + 0.5
            for (x, y), (to_x, to_y) in pairwise(route.corners)
        )


def test_straight_down_there_is_no_corner():
    route = square((0.0, 0.0), (0.0, 300.0))

    assert route.corners == ((0.0, 0.0), (0.0, 300.0))
    assert route.label == (0.0, 150.0)


@pytest.mark.parametrize(
    ("box", "hit"),
    [
        ((-20.0, 40.0, 20.0, 90.0), True),  # on the way down
        ((80.0, 140.0, 120.0, 160.0), True),  # on the way across
        ((20.0, 20.0, 180.0, 140.0), False),
        ((-20.0, 160.0, 180.0, 280.0), False),
    ],
)
def test_boxes_in_the_way_are_found(box, hit):
    route = square((0.0, 0.0), (200.0, 300.0))

    assert square_blocked(route, [box]) == ([box] if hit else [])


def test_turned_it_runs_to_the_right():
    route = square_through((0.0, 0.0), [(80.0, 120.0)], (40.0, 300.0)).turned()

    assert route.end == (300.0, 40.0)
    assert route.dots == ((120.0, 80.0),)
    assert route.corners[1][1] == 0.0  # out of the port to the right


def test_of_two_lanes_the_one_is_taken_whose_way_is_clear():
    beside = (-400.0, 10.0, -200.0, 90.0)  # in the way to the lane on the left
    route = square_past((0.0, 0.0), (0.0, 300.0), [-500.0, 300.0], [beside])

    assert {x for x, _ in route.corners} == {0.0, 300.0}
    assert square_past((0.0, 0.0), (0.0, 300.0), [-500.0], [beside]).start == (0, 0)


def test_labels_of_lanes_side_by_side_stand_apart():
    heights = {
        square_around((0.0, 0.0), (0.0, 400.0), lane).label[1]
        for lane in (200.0, 210.0, 220.0)
    }

    assert len(heights) == 3
