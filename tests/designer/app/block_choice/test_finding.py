"""The search of blocks."""

import pytest

from blocks.catalog import catalog
from designer.app.block_choice.search import distinct_titles, found


def ids(text):
    return [block.id for block in found(catalog().values(), text)]


def test_nothing_typed_is_everything_in_order():
    assert ids(" ") == list(catalog())


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("stem", "stem"),
        ("Grouped", "grouped_conv"),
        ("conv grouped", "grouped_conv"),
        ("ir", "inverted_residual"),
        ("gconv", "grouped_conv"),
        ("sandler", "inverted_residual"),
        ("sqexc", "squeeze_excite"),
        ("channel_sh", "channel_shuffle"),
    ],
)
def test_the_first_found(typed, first):
    assert ids(typed)[0] == first


def test_a_category_finds_its_blocks():
    assert {"max_pool", "average_pool", "global_pool"} <= set(ids("pooling"))


def test_every_word_must_fit():
    assert ids("stem qqq") == []


def test_every_block_has_a_title_of_its_own():
    titles = distinct_titles(catalog().values())
    assert len({title.casefold() for title in titles.values()}) == len(catalog())
    assert titles["grouped_conv"] == "Grouped convolution"
