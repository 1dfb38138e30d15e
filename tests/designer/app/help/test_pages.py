"""Every page loads, and every link leads somewhere."""

from __future__ import annotations

import re

import pytest

from blocks.catalog import catalog
from designer.app.command import commands
from designer.app.help.block_page import BLOCK, PICTURE, signature
from designer.app.help.pages import FOLDER, GUIDE, Pages
from designer.canvas.values.shortcut import gesture_shortcuts

LINK_ENDS = re.compile(r"\]\(([^)\s]+)\)")
HEADINGS = re.compile(r"^#+ ", re.MULTILINE)
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")


LANGUAGES = ("en", "zh_CN")


@pytest.fixture
def pages():
    return Pages(catalog())


def addresses():
    return [*GUIDE, *(f"{BLOCK}{id}" for id in catalog())]


@pytest.mark.parametrize("address", addresses())
def test_every_page_loads_and_its_links_lead_somewhere(pages, address):
    text = pages.markdown(address)
    assert text.startswith("# ")
    for picture, target in LINK.findall(text):
        if picture:
            assert target.removeprefix(PICTURE) in catalog()
        else:
            assert pages.knows(target), target


def code(text):
    """What stands in code, in a line or in a block."""
    return {
        *re.findall(r"(?<!`)`[^`\n]+`", text),
        *re.findall(r"```.*?```", text, re.S),
    }


@pytest.mark.parametrize("name", sorted(p.name for p in FOLDER.glob("*.md")))
def test_a_translated_page_says_the_same(name):
    """Every page has a translation with the same headings, links, pictures and code."""
    ours, english = (
        Pages(catalog(), language).markdown(name) for language in LANGUAGES
    )
    assert ours != english
    assert sorted(LINK_ENDS.findall(ours)) == sorted(LINK_ENDS.findall(english))
    assert HEADINGS.findall(ours) == HEADINGS.findall(english)
    assert code(ours) == code(english)


def test_a_page_without_a_translation_is_english():
    english, other = (Pages(catalog(), language) for language in ("en", "eo"))
    assert other.markdown("counting.md") == english.markdown("counting.md")


def test_every_file_of_the_help_is_in_the_contents():
    made = {"shortcuts.md"}
    assert {path.name for path in FOLDER.glob("*.md")} | made == set(GUIDE)


def test_every_block_is_in_the_contents(pages):
    found = [e.address for e in pages.entries() if e.address.startswith(BLOCK)]
    assert found == [f"{BLOCK}{id}" for id in catalog()]


def test_a_blocks_page_has_all_that_is_known_of_it(pages):
    text = pages.markdown("block:shufflenet_unit")
    assert text.startswith("# ShuffleNet unit\n")
    assert "Zhang et al. 2018, Fig. 2" in text
    assert "At strides 1 the input is added; otherwise it is pooled" in text
    assert "(channels:shufflenet_unit)" in text
    assert "| `groups` | groups of both 1x1 convolutions. | `3` | 1 to 512 |" in text
    assert "[GroupedConv2D](block:GroupedConv2D)" in text
    assert "shufflenet_unit(\n    x, *,\n    filters=240,\n    groups=3," in text


@pytest.mark.parametrize("block", catalog().values(), ids=lambda b: b.id)
def test_a_signature_is_python(block):
    compile(signature(block).replace("*,", "**{},") + "\n", block.id, "exec")


def test_the_shortcuts_are_those_of_the_code(pages):
    text = pages.markdown("shortcuts.md").replace("\\", "")
    for shortcut in gesture_shortcuts():
        assert shortcut.does.replace("|", "/") in text
    for command in commands().values():
        if command.keys and command.menu:
            assert command.text.rstrip("…") in text


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("channel shuffle", "block:channel_shuffle"),
        ("counted", "counting.md"),
        ("conv2d", "block:Conv2D"),
        ("export", "exporting.md"),
        ("knife", "canvas.md"),
        ("sandler", "block:inverted_residual"),
    ],
)
def test_a_search_finds_titles_and_texts(pages, typed, first):
    assert pages.found(typed)[0] == first


def test_nothing_is_found_of_nonsense(pages):
    assert pages.found("qqqzzz") == []
