"""Blocks cut down to one design: what is known goes in, what never runs goes out."""

import ast
import textwrap
from math import ceil

import pytest

from blocks import layers
from designer.codegen.finish import finish
from designer.codegen.lay_out import function_text, lay_out
from designer.codegen.library import without_refusals
from designer.codegen.program import Function, Own, Program
from designer.codegen.specialise import specialise
from designer.codegen.specialise.cleaning import tidy
from designer.codegen.specialise.folding import fold


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
    x = layers.BatchNormalization(name=f"{name}_bn")(x)
    x = layers.Dropout(0.5, name=f"{name}_drop")(x)
    return layers.Softmax(name=f"{name}_softmax")(x)


def pooled(x, *, size: int = 2, name: str = "pool"):
    """Smaller."""
    if size < 1:
        raise ValueError(f"{size} is too small")
    return layers.MaxPooling2D(size, name=name)(x)


def both(x, *, filters: int = 8, wide: bool = False, name: str = "both"):
    """A tower, pooled."""
    for _ in range(2):
        x = tower(x, filters=filters, wide=wide, name=f"{name}_tower")
    return pooled(x, name=f"{name}_pool")


def few(x, *, units: int = 8, rate: float = 0.0, name: str = "few"):
    """A few layers."""
    y = layers.Flatten(name=f"{name}_flatten")(x)
    # Against overfitting.
    if rate:
        y = layers.Dropout(rate, name=f"{name}_drop")(y)
    return layers.Dense(units, name=name)(y)


def residual(x, *, name: str = "residual"):
    """Adds its input."""
    y = layers.Activation("relu", name=f"{name}_relu")(x)
    return layers.Add(name=f"{name}_add")([x, y])


MOST = 16


def limited(x, *, filters: int = 8, name: str = "limited"):
    """As many filters as there may be."""
    return layers.Conv2D(min(filters, MOST), ceil(filters / MOST), name=name)(x)


LIBRARY = {f.__name__: f for f in (tower, pooled, both, few, residual, limited)}
for function in LIBRARY.values():
    function.__module__ = "blocks.here"  # as if of the library


def finished(*statements: str, **bound: str) -> Program:
    """The functions of a file whose own function has the statements."""
    head = f"def build({', '.join(bound)}):"
    source = "\n".join([head, *(textwrap.indent(s, "    ") for s in statements)])
    tree = ast.parse(source).body[0]
    program = Program("", [Function(Own(), tree, LIBRARY)], {})
    return finish(specialise(program), "fast")


def specialised(*statements: str, **bound: str) -> tuple[list[str], dict[str, str]]:
    """A function's statements, and the text of each other function that is left."""
    *others, build = finished(*statements, **bound).functions
    lines = textwrap.dedent(
        "\n".join(function_text(build).splitlines()[1:])
    ).splitlines()
    return lines, {made.name: function_text(made) for made in others}


class TestSpecialise:
    def test_a_switch_that_every_call_leaves_alone_goes_with_its_branch(self):
        lines, functions = specialised("x = tower(x, filters=n, name='a')")
        assert "wide" not in functions["tower"]
        assert "factor" not in functions["tower"]
        assert lines == ["x = tower(x, n, name='a')"]

    def test_calls_that_differ_keep_the_parameter(self):
        lines, functions = specialised(
            "x = tower(x, filters=n, wide=True, name='a')",
            "x = tower(x, filters=n, name='b')",
            "x = tower(x, filters=n, name='c')",
        )
        assert "wide=False" in functions["tower"]
        assert "# Wide towers are wider." in functions["tower"]
        assert lines[1] == "x = tower(x, n, name='b')"

    def test_a_default_is_what_most_calls_give(self):
        lines, functions = specialised(
            "x = both(x, filters=n, wide=True, name='a')",
            "x = both(x, filters=n, wide=True, name='b')",
            "x = both(x, filters=n, name='c')",
        )
        assert functions["both"].startswith("def both(x, filters, *, wide=True, name):")
        assert lines[0] == "x = both(x, n, name='a')"
        assert lines[2] == "x = both(x, n, wide=False, name='c')"

    def test_a_switch_with_one_value_in_all_calls_is_put_in(self):
        lines, functions = specialised(
            "x = tower(x, filters=n, activation='silu', name='a')"
        )
        assert 'layers.Activation("silu"' in functions["tower"].replace("'", '"')
        assert "# After the sum." in functions["tower"]
        assert lines == ["x = tower(x, n, name='a')"]

    def test_a_number_that_calls_give_stays_a_parameter(self):
        lines, functions = specialised("x = both(x, filters=64, name='a')")
        assert functions["both"].startswith("def both(x, filters, *, name):")
        assert lines == ["x = both(x, 64, name='a')"]

    def test_a_number_that_no_call_gives_is_put_in(self):
        _, functions = specialised("x = both(x, name='a')")
        assert functions["both"].startswith("def both(x, *, name):")
        assert "tower(x, 8, name=" in functions["both"]

    def test_refusals_stay_behind(self):
        _, functions = specialised("x = both(x, filters=n, name='a')")
        assert "raise" not in "".join(functions.values())

    def test_one_expression_is_written_in_place(self):
        lines, functions = specialised("x = pooled(x, size=3, name='a')")
        assert lines == ["x = layers.MaxPooling2D(3, name='a')(x)"]
        assert not functions

    def test_what_a_block_calls_is_cut_down_too_and_stands_before_it(self):
        _, functions = specialised("x = both(x, wide=True, name='a')")
        assert list(functions) == ["tower", "both"]
        assert "if wide" not in functions["tower"]
        assert "layers.MaxPooling2D(2, name=f'{name}_pool')" in functions["both"]

    def test_an_argument_is_not_computed_twice(self):
        lines, functions = specialised("x = residual(f(x), name='a')")
        assert lines == ["x = residual(f(x), name='a')"]
        assert "residual" in functions

    def test_a_few_statements_that_are_needed_once_are_written_in_place(self):
        lines, functions = specialised("x = few(image, units=3, rate=0.5, name='a')")
        assert lines == [
            "x = layers.Flatten(name='a_flatten')(image)",
            "# Against overfitting.",
            "x = layers.Dropout(0.5, name='a_drop')(x)",
            "x = layers.Dense(3, name='a')(x)",
        ]
        assert not functions

    def test_needed_twice_they_are_a_function(self):
        lines, functions = specialised(
            "x = few(x, units=3, rate=0.5, name='a')", "x = few(x, units=n, name='b')"
        )
        assert lines[0] == "x = few(x, 3, rate=0.5, name='a')"
        assert "if rate:" in functions["few"]

    def test_what_is_read_again_is_not_written_over(self):
        lines, functions = specialised("x = residual(x, name='a')")
        assert lines == ["x = residual(x, name='a')"]
        lines, functions = specialised("y = residual(x, name='a')")
        assert lines[0] == "y = layers.Activation('relu', name='a_relu')(x)"
        assert not functions

    def test_a_test_that_says_the_same_for_all_rows_of_a_table_goes(self):
        loop = "for rate in [{}]:\n    x = few(x, units=n, rate=rate, name=name)"
        heads = loop.replace("for rate in [{}]", "for name, rate in [{}]")
        _, functions = specialised(heads.format("('a', 0.1), ('b', 0.2)"), n="")
        assert not functions
        _, functions = specialised(heads.format("('a', 0.0), ('b', 0.2)"), n="")
        assert "if rate:" in functions["few"]

    @pytest.mark.parametrize(
        ("filters", "functions"), [("n", ["build"]), ("f(n)", ["limited", "build"])]
    )
    def test_constants_and_imports_come_along_also_when_written_in_place(
        self, filters, functions
    ):
        program = finished(f"x = limited(x, filters={filters}, name='a')")
        assert [function.name for function in program.functions] == functions
        parts = lay_out(program)
        assert parts.definitions == ["MOST = 16"]
        assert "from math import ceil" in parts.head.splitlines()

    def test_a_name_of_the_library_that_means_something_else_there_keeps_it_away(self):
        lines, functions = specialised("x = pooled(x, name='a')", x="", layers="")
        assert lines == ["x = pooled(x, name='a')"]
        assert "pooled" in functions


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


@pytest.mark.parametrize(
    ("source", "known"),
    [
        ("a > 0", "True"),
        ("a > 1", "a > 1"),
        ("a > 0 and b", "b"),
        ("b if a else c", "b"),
        ("a and b > 2", "b > 2"),
        ("a < b", "a < b"),
    ],
)
def test_fold_decides_what_all_possible_values_decide(source, known):
    tree = ast.parse(source, mode="eval")
    assert ast.unparse(fold(tree, {}, {"a": (1, 2)})) == known


@pytest.mark.parametrize(
    ("lines", "tidied"),
    [
        ("a, b = f(), 2; return g(b, b)", "a, b = f(), 2; return g(b, b)"),
        ("a, b = 1, y.z; return g(b, b)", "b = y.z; return g(b, b)"),
        ("d = f(); return x", "d = f(); return x"),
        ("x = f(x); return x", "return f(x)"),
        ("a = y.z[-1]; return f(x, a)", "return f(x, y.z[-1])"),
        ("a = x.z; x = f(x); return g(x, a)", "a = x.z; x = f(x); return g(x, a)"),
        ("a = f(x); return g(x, a)", "a = f(x); return g(x, a)"),
        ("a = 2; b = a; return f(a, b, b)", "return f(2, 2, 2)"),
        ("a = n; x = f(a); return g(x, a)", "x = f(n); return g(x, n)"),
        ("a = x; x = f(x); return g(a, x)", "a = x; x = f(x); return g(a, x)"),
    ],
)
def test_tidy(lines, tidied):
    body = lines.replace("; ", "\n    ")
    function = ast.parse(f"def made(x, y, n):\n    {body}").body[0]
    written = "; ".join(ast.unparse(s) for s in tidy(function).body)
    assert written.replace("(f(), 2)", "f(), 2") == tidied


def test_refusals_go_and_what_else_a_condition_does_stays():
    source = """
if a < 1:
    raise ValueError("a")
elif b:
    c = 1
if d:
    if a > 9:
        raise ValueError("b")
for i in e:
    if i:
        raise ValueError("c")
    f(i)
"""
    kept = without_refusals(ast.parse(source).body)
    text = "\n".join(map(ast.unparse, kept))
    assert text == "if b:\n    c = 1\nfor i in e:\n    f(i)"
