"""Folding: as many columns as show a network largest, each as low as it can be."""

import pytest

from designer.folding import folded


def columns(corners):
    found = {}
    for x, y in corners:
        found.setdefault(x, []).append(y)
    return [found[x] for x in sorted(found)]


def test_without_a_shape_there_is_one_column():
    assert folded([10, 20, 30], 100, None) == [(0, 0), (0, 10), (0, 30)]


@pytest.mark.parametrize(
    ("rows", "ratio", "lengths"),
    [
        (11, 846 / 735, [4, 4, 3]),  # a small window: three of four fill it
        (12, 1.0, [4, 4, 4]),
        (12, 0.2, [12]),
        (3, 20.0, [1, 1, 1]),
    ],
)
def test_rows_of_a_network_fill_the_window(rows, ratio, lengths):
    corners = folded([168.0] * rows, 304, ratio)

    assert [len(column) for column in columns(corners)] == lengths


def test_no_column_is_left_with_a_rest():
    """Eleven rows in three columns of about a third would leave one row for a fourth."""
    heights = [168, 168, 168, 184, 184, 184, 184, 184, 168, 184, 168]
    corners = folded([float(height) for height in heights], 304, 1.15)

    assert min(map(len, columns(corners))) >= 3
