"""What a few letters find."""

import pytest

from blocks.catalog import catalog
from designer.app.finding import found


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
