"""Receptive fields of many random networks, against the gradient of the same networks in Keras."""

from __future__ import annotations

import pytest

from tests.blocks.test_view import check
from tests.soak.seeds import fresh


@pytest.mark.keras
@pytest.mark.parametrize("number", fresh(1_000))
def test_the_gradient_of_single_outputs_reaches_as_far(number: int) -> None:
    check(f"view {number}")


@pytest.mark.keras
@pytest.mark.parametrize("number", fresh(1_000))
def test_what_was_cut_away_is_not_seen_again(number: int) -> None:
    check(f"cut {number}")
