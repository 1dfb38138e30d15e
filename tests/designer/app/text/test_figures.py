"""The formats of numbers."""

from fractions import Fraction

import pytest

from designer.analysis.issues import Repair
from designer.analysis.quantities import Cost, ReceptiveField
from designer.app.text import figures


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1_000, "1.00 k"),
        (-1_234, "−1.23 k"),
        (300_774_272, "300.8 M"),
        (7_800_000_000, "7.80 G"),
    ],
)
def test_short(number, text):
    assert figures.short(number) == text


def test_exact_and_signed():
    assert figures.exact(3_538_984) == "3,538,984"
    assert figures.signed(5_824) == "+5,824"
    assert figures.signed(-5_824) == "−5,824"
    assert figures.signed(0) == ""


def test_bytes_are_decimal():
    assert figures.in_bytes(512) == "512 B"
    assert figures.in_bytes(14_155_936) == "14.2 MB"


def test_the_effect_of_a_repair():
    assert figures.effect(5_824, -1_500_000) == "+5,824 params, −1.50 M MACs"
    assert figures.effect(0, 0) == "same params and MACs"


@pytest.mark.parametrize(
    ("was_complete", "complete", "text"),
    [
        (True, True, "+5,824 params, −1.50 M MACs"),
        (False, True, "then 10,000 params, 2.00 M MACs in total"),
        (
            False,
            False,
            "then 10,000 params, 2.00 M MACs of the nodes that can be counted",
        ),
    ],
)
def test_a_repairs_figures_are_against_the_totals_on_screen(
    was_complete, complete, text
):
    repair = Repair(
        "use 4 groups",
        lambda document: document,
        params_change=5_824,
        macs_change=-1_500_000,
        total=Cost(params=10_000, macs=2_000_000),
        was_complete=was_complete,
        complete=complete,
    )
    assert figures.effect_of(repair) == text


def test_receptive_fields():
    assert figures.receptive(ReceptiveField((31, 31), (8, 8))) == "31 × 31 px, stride 8"
    half = Fraction(1, 2)
    assert figures.receptive(ReceptiveField((4, 4), (half, half))).endswith(
        "stride 1/2"
    )
    assert figures.receptive(ReceptiveField((3, 5), (1, 2))) == "3 × 5 px, stride 1 × 2"
    assert figures.receptive(ReceptiveField(None)) == "the whole image"
