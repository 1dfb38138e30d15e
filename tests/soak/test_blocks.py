"""Every block of the library, traced and built with many settings."""

import pytest

from tests.blocks.block_cases import BLOCKS
from tests.blocks.library.test_blocks import comes_to_the_same

pytestmark = pytest.mark.keras


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_a_block_traced_is_the_block_built(block):
    comes_to_the_same(block, 1_000)
