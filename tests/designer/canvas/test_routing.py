import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.canvas.routes.routing import around, blocked, clear_lane, direct, lane

NUMBER = st.integers(-2000, 2000).map(float)
POINT = st.tuples(NUMBER, NUMBER)


def at(route, share):
    """A point of the route: `share` of the way along each of its curves in turn."""
    index, t = divmod(share * len(route.curves), 1)
    if index == len(route.curves):
        return route.curves[-1][2]
    start = route.start if index == 0 else route.curves[int(index) - 1][2]
    one, two, end = route.curves[int(index)]
    lerp = lambda a, b: tuple(p + (q - p) * t for p, q in zip(a, b, strict=True))  # noqa: E731
    a, b, c = lerp(start, one), lerp(one, two), lerp(two, end)
    return lerp(lerp(a, b), lerp(b, c))


@given(POINT, POINT)
def test_a_direct_wire_ends_at_its_ports_with_the_label_on_it(start, end):
    route = direct(start, end)

    assert route.start == start
    assert route.curves[-1][2] == end
    assert at(route, 0.5) == pytest.approx(route.label)


@given(POINT, POINT)
def test_bounds_hold_the_wire(start, end):
    route = direct(start, end)
    left, top, right, bottom = route.bounds

    for step in range(21):
        x, y = at(route, step / 20)
        assert left - 1e-6 <= x <= right + 1e-6
        assert top - 1e-6 <= y <= bottom + 1e-6


@pytest.mark.parametrize(
    ("box", "hit"),
    [
        ((-100, 80, 100, 160), True),
        ((10, 80, 100, 160), False),
        ((-100, 400, 100, 480), False),
    ],
)
def test_boxes_in_the_way_are_found(box, hit):
    route = direct((0, 0), (0, 300))

    assert blocked(route, [box]) == ([box] if hit else [])


@pytest.mark.parametrize(
    ("box", "side"),
    [((-100, 60, 100, 240), -1), ((-300, 60, 40, 240), 1), ((-40, 60, 300, 240), -1)],
    ids=["left where both are as near", "right", "left"],
)
def test_the_way_around_is_on_the_nearer_side(box, side):
    route = around((0, 0), (0, 300), lane((0, 0), (0, 300), [box]))

    assert route.label[0] * side > 0
    assert not box[0] < route.label[0] < box[2]


@given(st.lists(st.integers(1, 12), min_size=1, max_size=6), st.integers(-400, 400))
def test_the_way_around_misses_every_box(rows, aside):
    boxes = [(-108.0, 60.0 + 170 * row, 108.0, 170.0 + 170 * row) for row in set(rows)]
    bottom = max(box[3] for box in boxes) + 60
    start = 0.0, min(box[1] for box in boxes) - 60
    end = float(aside) / 10, bottom
    route = around(start, end, lane(start, end, boxes))

    for step in range(61):
        x, y = at(route, step / 60)
        assert not any(
            left < x < right and top < y < low for left, top, right, low in boxes
        )


def test_to_the_next_column_a_wire_goes_up_between_them() -> None:
    route = direct((100, 500), (360, 40))
    lanes = {x for curve in route.curves[1:2] for x, _ in curve}
    assert lanes == {230}
    assert route.label == (230, 270)
    assert route.curves[-1][-1] == (360, 40)


@given(POINT, POINT)
def test_a_wire_that_runs_up_its_own_column_keeps_beside_the_nodes(start, end):
    x, y = start
    end = x + end[0] % 180, y - 1 - abs(end[1])
    route = direct(start, end)

    assert at(route, 0.5) == pytest.approx(route.label)
    assert route.label[0] >= max(x, end[0]) + 150  # half a node is 108 wide


def test_a_lane_that_is_not_free_gives_way_to_the_nearest_that_is():
    boxes = [(-100.0, 0.0, 100.0, 90.0), (130.0, 0.0, 300.0, 90.0)]

    assert clear_lane(400.0, boxes) == 400
    assert clear_lane(250.0, boxes) == 344  # not the slit between the boxes
    assert clear_lane(-50.0, boxes) == -144
