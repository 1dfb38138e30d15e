"""A hundred kills at every pace, from as fast as the window can to slower than the recovery's longest pause."""

import pytest

from tests.end_to_end.killed_window import kill_while_working

PACES_MS = (0, 10, 30, 100, 300, 700, 1_200)


@pytest.mark.parametrize("seed", range(100))
def test_at_most_one_command_is_lost(seed, tmp_path):
    pace_ms = PACES_MS[seed % len(PACES_MS)]
    reached, found = kill_while_working(tmp_path, pace_ms, seed)
    assert found >= reached - 1, f"{reached - found} commands lost at {pace_ms} ms"
