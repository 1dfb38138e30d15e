"""Guides: a moved node snaps into line with its neighbours, or to the grid."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from designer.canvas.picture.guides import Guides
from designer.canvas.routes.snapping import Guide, snap
from designer.canvas.values.options import ViewOptions

NEIGHBOUR = (300.0, 100.0, 500.0, 200.0)


@pytest.mark.parametrize(
    ("box", "at"),
    [
        ((303, 403, 403, 453), (300, 400)),  # left edges meet, 403 goes to the grid
        ((397, 403, 497, 453), (400, 400)),  # right edges
        ((348, 403, 448, 453), (350, 400)),  # middles
        ((503, 403, 603, 453), (500, 400)),  # its left to the other's right
        ((811, 96, 911, 146), (808, 100)),  # top edges
        ((811, 611, 911, 661), (808, 608)),  # nothing near: the grid
    ],
)
def test_edges_and_middles_draw(box, at):
    assert snap(box, [NEIGHBOUR], 6).at == at


def test_a_guide_runs_along_all_that_it_joins():
    far = (300.0, 900.0, 500.0, 1000.0)
    found = snap((302, 500, 502, 560), [NEIGHBOUR, far], 6)

    assert Guide((300, 100), (300, 1000)) in found.guides
    assert Guide((500, 100), (500, 1000)) in found.guides


def test_without_neighbours_there_is_the_grid():
    found = snap((303.0, 11.0, 403.0, 61.0), [], 6)

    assert (found.at, found.guides) == ((304, 8), ())


@pytest.fixture
def crooked(hand, edited, shown):
    """The second node off the grid: where the others would lie in line with it."""
    hand.scene.show_state(shown(edited("n2", at=(3.0, 200.0))))
    return hand


def lines(hand):
    (guides,) = (item for item in hand.scene.items() if isinstance(item, Guides))
    return guides.boundingRect()


def test_a_dragged_node_snaps_to_its_neighbour_and_shows_why(crooked):
    start = crooked.body("n4")
    crooked.hold(start, start + QPoint(-160 + 6, 0))

    assert crooked.places()["n4"][0] == 3  # not 8 or 0, where the grid is
    assert not lines(crooked).isEmpty()

    crooked.release(start + QPoint(-160 + 6, 0))
    assert crooked.requests("move_requested") == [({"n4": (3, 440)},)]
    assert not any(isinstance(item, Guides) for item in crooked.scene.items())


def test_guides_can_be_turned_off(crooked):
    crooked.view.set_options(replace(ViewOptions(), guides=False))
    start = crooked.body("n4")
    crooked.drag(start, start + QPoint(-160 + 6, 0))

    assert crooked.requests("move_requested") == [({"n4": (8, 440)},)]


def test_escape_takes_the_guides_away(crooked):
    start = crooked.body("n4")
    crooked.hold(start, start + QPoint(-154, 0))
    crooked.key(Qt.Key.Key_Escape)
    crooked.release(start)

    assert not any(isinstance(item, Guides) for item in crooked.scene.items())
    assert crooked.places()["n4"] == (160, 440)
