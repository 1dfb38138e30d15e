from __future__ import annotations

from blocks.catalog import CATEGORIES, catalog

WANTED = """image_input stem conv conv_bn grouped_conv channel_shuffle depthwise_conv depthwise_separable
    squeeze_excite inverted_residual shufflenet_unit ger_block max_pool average_pool global_pool add
    concatenate dropout dense classifier"""


def test_every_block_of_the_first_slice_is_found() -> None:
    assert set(WANTED.split()) <= set(catalog())


def test_blocks_stand_in_the_order_in_which_networks_are_built() -> None:
    places = [CATEGORIES.index(block.category) for block in catalog().values()]
    assert places == sorted(places)


def test_ids_are_the_functions_names() -> None:
    assert all(id == block.function.__name__ for id, block in catalog().items())
