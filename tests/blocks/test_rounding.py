"""Blocks, designs and Keras round channels alike."""

from __future__ import annotations

import pytest

from blocks.rounding import round_channels
from designer.model import rounding

VALUES = [n / 8 for n in range(1, 2000)] + [16 * 2.3, 24 * (88 / 24), 1e5 / 3]


@pytest.mark.keras
def test_channels_are_rounded_as_in_keras() -> None:
    from keras.src.applications.mobilenet_v3 import _depth

    for value in VALUES:
        assert round_channels(value) == _depth(value), value
        assert round_channels(value, 4) == _depth(value, 4), value


def test_designs_round_as_their_blocks_do() -> None:
    """A generated file holds one function for both."""
    for value in VALUES:
        for more in ((), (4,), (8, 16)):
            expected = round_channels(value, *more)
            assert rounding.round_channels(value, *more) == expected, (value, more)
