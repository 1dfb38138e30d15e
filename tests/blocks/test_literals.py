import pytest

from blocks import literals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3),
        ("-1", -1),
        ("0.5", 0.5),
        ("3, 1", (3, 1)),
        ("(3, 1)", (3, 1)),
        ("[3, 1]", [3, 1]),
        ("64,", (64,)),
        (" 56, 56, 24 ", (56, 56, 24)),
        ("(0, 1), (1, 0)", ((0, 1), (1, 0))),
        ("None", None),
        ("none", None),
    ],
)
def test_text_spells_numbers(text, value):
    assert literals.read(text) == value


@pytest.mark.parametrize("value", [None, (3, 1), (64,), ((0, 1), (1, 0)), (0.5, 2)])
def test_what_is_spelt_can_be_read(value):
    assert literals.read(literals.spell(value)) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3, x",
        "x",
        "1 +",
        "True",
        "'3'",
        "__import__('os')",
        "3;1",
        "(" * 3000,
        "9" * 6000,
        "\0",
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError, match="several such as 3, 1"):
        literals.read(text)
