"""Expressions as the file has them: other words for the same, by Python's own arithmetic."""

import ast
import math

import pytest

from designer.codegen.translate.expressions import first_or, python, variation

NUMBERS = [-2.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.9, 3, 4, 7.5, 100]
STEPS = "224 if phi < 1 else 240 if phi < 2 else 260 if phi < 3 else 300"


@pytest.mark.parametrize(
    ("expression", "written"),
    [
        (STEPS, "[224, 240, 260, 300][max(0, min(int(phi), 3))]"),
        (
            "144 if phi == 1 else 200 if phi == 2 else 240",
            "{1: 144, 2: 200}.get(phi, 240)",
        ),
        ("1 if phi < 2 else 3 if phi < 3 else 4", None),  # not from 1 on
        ("1 if phi < 1 else 3 if phi < 3 else 4", None),  # not in steps of 1
        ("1 if phi == 1 else 3 if phi < 2 else 4", None),
        ("1 if phi < 1 else 4", None),
        ("ceil(phi) + floor(2 * phi)", "math.ceil(phi) + math.floor(2 * phi)"),
    ],
)
def test_expressions_keep_their_value(expression, written):
    found = ast.unparse(python(f"={expression}"))
    assert found == (written or expression)
    functions = {"ceil": math.ceil, "floor": math.floor, "math": math}
    for phi in NUMBERS:
        names = {"phi": phi, **functions}
        assert eval(found, names) == eval(expression, names)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (-3, "-3"),
        (0.25, "0.25"),
        (True, "True"),
        ("relu", "'relu'"),
        ((1, (2, -3)), "(1, (2, -3))"),
        (None, "None"),
    ],
)
def test_values(value, written):
    assert ast.unparse(python(value)) == written


@pytest.mark.parametrize(
    ("first", "rest", "written"),
    [
        (2, 1, "2 if i == 1 else 1"),
        (2, 2, "2"),
        ("=a", "=a", "a"),
        (True, False, "i == 1"),
        (False, True, "i > 1"),
        ("=a", True, "i > 1 or a"),
        ("=a", False, "i == 1 and a"),
        (False, "=a", "False if i == 1 else a"),
    ],
)
def test_what_the_first_copy_has(first, rest, written):
    assert ast.unparse(first_or(python(first), python(rest))) == written


@pytest.mark.parametrize(
    ("values", "shared", "cells"),
    [
        (["=f(16 * a)", "=f(24 * a)"], "f(n * a)", ["16", "24"]),
        (["=f(16 * a)", "=f(16 * a)"], "f(16 * a)", []),
        ([1, 2.5], "n", ["1", "2.5"]),
        (["=16 * a", "=24 * b"], None, None),
        (["=16 * a", "=16 + a"], None, None),
        (["=16 * a + 1", "=24 * a + 2"], None, None),
        (["=16 * a", 16], None, None),
        (["=a < 1", "=a > 2"], None, None),
    ],
)
def test_variation(values, shared, cells):
    found = variation([python(value) for value in values], "n")
    if shared is None:
        assert found is None
    else:
        tree, numbers = found
        assert ast.unparse(tree) == shared
        assert [ast.unparse(number) for number in numbers] == cells
