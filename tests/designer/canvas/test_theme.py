"""Contrast is computed here from the definition in WCAG 2.1, not by the project."""

import itertools

import pytest

from designer.canvas.values.theme import DARK, LIGHT, THEMES, category_style


def luminance(colour):
    def linear(byte):
        c = byte / 255
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


GROUNDS = ("window", "base", "raised", "hover", "pressed", "node", "label", "canvas")
PAIRS = [
    *itertools.product(("text", "muted"), GROUNDS),
    *itertools.product(
        ("accent", "error", "warning", "success"), ("base", "window", "raised", "node")
    ),
    ("error", "error_ground"),
    ("warning", "warning_ground"),
    ("success", "success_ground"),
    ("text", "error_ground"),
    ("text", "warning_ground"),
    ("text", "success_ground"),
    ("on_accent", "accent"),
    ("on_error", "error"),
    ("on_selection", "selection"),
    ("muted", "selection"),
    ("on_tooltip", "tooltip"),
    ("node", "warning"),
]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_reads_on_its_ground(theme, ink, ground):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("hue", LIGHT.categories)
def test_a_category_carries_text_and_is_text(theme, hue):
    for ground in (theme.node, theme.base, theme.window):
        assert contrast(theme.categories[hue], ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("line", ["wire", "selected", "wire_lit", "error"])
def test_lines_stand_out_from_the_canvas(theme, line):
    assert contrast(getattr(theme, line), theme.canvas) >= 3


def test_the_oracle_knows_the_extremes():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_both_themes_have_the_same_hues():
    assert set(LIGHT.categories) == set(DARK.categories)


def test_an_unlisted_category_has_a_look_that_stays():
    assert category_style("Transformers") == category_style("transformers")
    assert category_style("Transformers").hue in LIGHT.categories


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["raised", "window", "base", "pressed", "node"])
def test_what_cannot_be_used_can_still_be_read(theme, ground):
    assert contrast(theme.disabled, getattr(theme, ground)) >= 3
