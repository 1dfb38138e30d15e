"""Blocks cut down to one design: what is known goes in, what never runs goes out."""

import ast

import pytest

from blocks import layers
from designer.codegen.folding import fold, tidy
from designer.codegen.routine import routine, statements_text
from designer.codegen.specialise import Program


def tower(
    x,
    *,
    filters: int = 8,
    wide: bool = False,
    activation: str = "relu",
    name: str = "tower",
):
    """Two towers.

    Args:
        x: images.
    """
    factor = 2
    # Wide towers are wider.
    if wide:
        filters = filters * factor
    elif filters < 1:
        raise ValueError("no filters")
    if activation != "linear":
        # After the sum.
        x = layers.Activation(activation, name=f"{name}_{activation}")(x)
    x = layers.Conv2D(filters, 3, strides=1, name=f"{name}_conv")(x)
    return x


def pooled(x, *, size: int = 2, name: str = "pool"):
    """Smaller."""
    if size < 1:
        raise ValueError(f"{size} is too small")
    return layers.MaxPooling2D(size, name=name)(x)


def both(x, *, wide: bool = False, name: str = "both"):
    """A tower, pooled."""
    x = tower(x, wide=wide, name=f"{name}_tower")
    return pooled(x, name=f"{name}_pool")


for function in (tower, pooled, both):
    function.__module__ = "blocks.here"  # as if of the library


def specialised(*calls: str) -> tuple[list[str], dict[str, str]]:
    """The statements, and the text of each function that is left."""
    statements = ast.parse("\n".join(calls)).body
    program = Program(statements, {"tower": tower, "pooled": pooled, "both": both})
    return (
        statements_text(program.statements),
        {made.name: made.text() for made in program.in_order()},
    )


class TestProgram:
    def test_a_switch_that_every_call_leaves_alone_goes_with_its_branch(self):
        lines, functions = specialised("x = tower(x, filters=n, name='a')")
        assert "wide" not in functions["tower"]
        assert "factor" not in functions["tower"]
        assert lines == ["x = tower(x, filters=n, name='a')"]

    def test_calls_that_differ_keep_the_parameter(self):
        lines, functions = specialised(
            "x = tower(x, wide=True, name='a')", "x = tower(x, name='b')"
        )
        assert "wide=False" in functions["tower"]
        assert "# Wide towers are wider." in functions["tower"]
        assert lines[1] == "x = tower(x, name='b')"

    def test_a_switch_with_one_value_in_all_calls_is_put_in(self):
        lines, functions = specialised("x = tower(x, activation='silu', name='a')")
        assert 'layers.Activation("silu"' in functions["tower"].replace("'", '"')
        assert "# After the sum." in functions["tower"]
        assert lines == ["x = tower(x, name='a')"]

    def test_a_number_that_calls_give_stays_a_parameter(self):
        _, functions = specialised("x = tower(x, filters=64, name='a')")
        assert functions["tower"].startswith("def tower(x, *, filters, name):")

    def test_one_expression_is_written_in_place(self):
        lines, functions = specialised("x = pooled(x, size=3, name='a')")
        assert lines == ["x = layers.MaxPooling2D(3, name='a')(x)"]
        assert not functions

    def test_what_a_block_calls_is_cut_down_too_and_stands_before_it(self):
        _, functions = specialised("x = both(x, wide=True, name='a')")
        assert list(functions) == ["tower", "both"]
        assert "wide" not in functions["tower"]
        assert "layers.MaxPooling2D(2, name=f'{name}_pool')" in functions["both"]

    def test_an_argument_is_not_computed_twice(self):
        lines, functions = specialised("x = both(f(x), name='a')")
        assert lines == ["x = both(f(x), name='a')"]
        assert "both" in functions


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("a == 1", "True"),
        ("0 <= a < 1", "False"),
        ("b if a > 2 else c", "c"),
        ("not a", "False"),
        ("a and b", "b"),
        ("a or b", "1"),
        ("b > 2 and a == 1", "b > 2"),
        ("f'{t}_{b}'", "f'text_{b}'"),
        ("f'{t}_{a}'", "'text_1'"),
        ("b + a", "b + 1"),
        (
            "layers.Conv2D(b, 1, strides=a, padding='same')",
            "layers.Conv2D(b, 1, padding='same')",
        ),
        ("layers.Dense(b, activation='linear')", "layers.Dense(b)"),
    ],
)
def test_fold(source, folded):
    values = {"a": ast.Constant(1), "t": ast.Constant("text")}
    assert ast.unparse(fold(ast.parse(source, mode="eval"), values)) == folded


def test_tidy_keeps_calls_and_what_is_read():
    made = routine(tower)
    made.tree.body = ast.parse(
        "a, b = 1, 2\nc = 3\nd = f()\nx = g(b)\nreturn x", mode="exec"
    ).body
    tidy(made.tree)
    assert [ast.unparse(s) for s in made.tree.body] == [
        "b = 2",
        "d = f()",
        "return g(b)",
    ]
