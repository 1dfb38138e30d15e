"""Processes killed with SIGKILL while someone works in their windows: at most the last command is lost."""

import pytest

from tests.end_to_end.killed_window import kept, kill_while_working, restore


@pytest.mark.parametrize(("pace_ms", "seed"), [(0, 1), (700, 2)])
def test_at_most_one_command_is_lost(pace_ms, seed, tmp_path):
    # However busy the machine is: the soak has the application's own patience.
    reached, found = kill_while_working(tmp_path, pace_ms, seed, patience_s=60)
    assert found >= reached - 1
    assert restore(tmp_path) == (found, True)
    assert kept(tmp_path) == found  # still so after the second kill
