"""Expressions agree with Python's own arithmetic wherever both have a value, and say in a sentence where not."""

from __future__ import annotations

import ast
import importlib.util
import math
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.model import expressions
from designer.model.expressions import (
    ExpressionError,
    evaluate,
    functions_used,
    names,
    to_python,
)
from designer.model.rounding import round_channels, round_repeats
from designer.model.substitution import substitute

VARIABLES = {"alpha": 0.75, "depth": 3, "zero": 0, "negative": -2.5}
PYTHON = {
    "ceil": math.ceil,
    "floor": math.floor,
    "round": round,
    "min": min,
    "max": max,
    "abs": abs,
    "round_channels": round_channels,
    "round_repeats": round_repeats,
    "int": int,
}


def _trees() -> st.SearchStrategy[str]:
    numbers = st.one_of(
        st.integers(0, 300).map(str),
        st.floats(0, 100, allow_nan=False, width=32).map(repr),
    )
    leaves = st.one_of(
        numbers, st.sampled_from(sorted(VARIABLES)), st.sampled_from(["True", "False"])
    )
    arithmetic = ["+", "-", "*", "/", "//", "%", "**"]
    tests = ["<", "<=", ">", ">=", "==", "!=", "and", "or"]
    binary = st.sampled_from(arithmetic + tests)

    def grow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.one_of(
            st.tuples(inner, binary, inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
            st.tuples(st.sampled_from(["-", "+", "not "]), inner).map(
                lambda t: f"({t[0]}{t[1]})"
            ),
            st.tuples(inner, inner, inner).map(
                lambda t: f"({t[0]} if {t[1]} else {t[2]})"
            ),
            st.tuples(inner, inner, inner).map(lambda t: f"({t[0]} < {t[1]} < {t[2]})"),
            st.tuples(
                st.sampled_from(["ceil", "floor", "abs", "round", "round_channels"]),
                inner,
            ).map(lambda t: f"{t[0]}({t[1]})"),
            st.tuples(st.sampled_from(["min", "max"]), inner, inner).map(
                lambda t: f"{t[0]}({t[1]}, {t[2]})"
            ),
        )

    return st.recursive(leaves, grow, max_leaves=12)


@given(_trees())
def test_agrees_with_python(text):
    try:
        value = evaluate(f"={text}", VARIABLES)
    except ExpressionError:
        return
    expected = eval(text, {"__builtins__": {}}, {**PYTHON, **VARIABLES})
    assert value == expected
    assert type(value) is type(expected)
    again = eval(to_python(text), {"__builtins__": {}}, {**PYTHON, **VARIABLES})
    assert again == expected


@given(_trees())
def test_refuses_only_what_python_refuses_or_what_is_out_of_bounds(text):
    try:
        evaluate(text, VARIABLES)
    except ExpressionError as error:
        bounds = (
            "beyond 64 bits",
            "inside each other",
            "at most 500",
            "not a real number",
        )
        if any(bound in str(error) for bound in bounds):
            return
        with pytest.raises((ArithmeticError, ValueError)):
            eval(text, {"__builtins__": {}}, {**PYTHON, **VARIABLES})


@given(st.text(max_size=60))
def test_any_text_has_a_value_or_a_sentence(text):
    with suppress(ExpressionError):
        evaluate(text, VARIABLES)
        names(text)


@given(_trees())
def test_names_are_those_of_python(text):
    tree = ast.parse(text, mode="eval")
    found = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert names(text) | functions_used(text) == found
    assert names(text) == found - PYTHON.keys()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("=round_channels(32 * alpha)", 24),
        ("=round_channels(32 * alpha, divisor=4)", 24),
        ("=round_channels(value=10, divisor=4, minimum=16)", 16),
        ("=round_repeats(4 * 1.1 ** depth)", 6),
        ("= 24", 24),
        ("24.0", 24.0),
        ("='relu6' if alpha < 1 else 'relu'", "relu6"),
        ("1 if zero else 2", 2),
        ("1 if True else 1 / zero", 1),
        ("zero and 1 / zero", 0),
        ("round(2.675, 1)", 2.7),
        ("int(32 * alpha)", 24),
        ("int(-2.5)", -2),
        ("int(True)", 1),
        ("max(1, 2, 3) + min(1, 2, 3)", 4),
    ],
)
def test_values(text, value):
    found = evaluate(text, VARIABLES)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("=alhpa * 2", "there is no variable 'alhpa'; did you mean 'alpha'?"),
        ("=ciel(2.5)", "there is no function 'ciel'; did you mean 'ceil'?"),
        ("=width(2.5)", "there are round_channels, round_repeats"),
        ("=sum(2.5)", "there is no function 'sum'; there are round_channels"),
        ("=map(2.5)", "there is no function 'map'; there are round_channels"),
        ("=int('2')", "'2' is text, and int works on numbers"),
        ("=round_channels", "round_channels is a function: write round_channels(value"),
        ("=alpha(2)", "there is no function 'alpha'"),
        ("=1 / zero", "1 / 0 divides by zero"),
        ("=7 % zero", "7 % 0 divides by zero"),
        ("=round_channels(1, zero)", "round_channels(1, 0) divides by zero"),
        ("=2 ** 70", "2 ** 70 is beyond 64 bits"),
        ("=9 ** 9 ** 9 ** 9", "beyond 64 bits"),
        ("=99999999999999999999", "beyond 64 bits"),
        ("=round(1, 10 ** 9)", "at most 20"),
        ("=10.0 ** 400", "10.0 ** 400 is too large"),
        ("=1e308 * 10", "1e+308 * 10 is not finite"),
        ("=1e999", "is not finite"),
        ("=floor(1e300)", "beyond 64 bits"),
        ("=(-8) ** 0.5", "is not a real number"),
        ("='a' * 100000", "'a' is text, and * works on numbers"),
        ("=max('a', 'b')", "'a' is text, and max works on numbers"),
        ("='a' < 1", "text and numbers have no order"),
        ("=min(1)", "min is used as min(a, b, ...)"),
        ("=ceil(1, 2)", "ceil is used as ceil(value)"),
        ("=round(1.5, digits=1)", "round is used as round(number)"),
        ("=", "empty"),
        ("=2 *", "'2 *' is not an expression"),
        ("=" + "(" * 300, "is not an expression"),
        ("=\0", "is not an expression"),
        (
            "=" + "-" * 100 + "1",
            "at most 50 operators and functions inside each other, which are 51 terms of a sum; this one has 100",
        ),
        (
            "=" + "+".join(["alpha"] * 52),
            "this one has 51: make a part of it a variable",
        ),
        ("=" + "1 + " * 200 + "1", "has at most 500 characters; this one has 801"),
    ],
)
def test_failures_are_sentences(text, words):
    with pytest.raises(ExpressionError) as caught:
        evaluate(text, VARIABLES)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "piece",
    [
        "alpha.real",
        "[1, 2]",
        "(1, 2)",
        "{1: 2}",
        "lambda: 1",
        "[x for x in alpha]",
        "alpha[0]",
        "f'{alpha}'",
        "b'a'",
        "1j",
        "None",
        "...",
        "1 << 2",
        "~1",
        "1 & 2",
        "1 is 1",
        "1 in alpha",
        "(x := 1)",
        "min(*alpha)",
        "round(**alpha)",
        "(lambda: 1)()",
        "__import__('os')",
        "alpha.__class__",
        "abs.__self__",
    ],
)
@pytest.mark.filterwarnings("ignore::SyntaxWarning")
def test_nothing_else_of_python_is_an_expression(piece):
    with pytest.raises(ExpressionError, match=r"cannot stand|is not an|no function"):
        evaluate(f"=1 + ({piece})", VARIABLES)


@pytest.mark.parametrize(
    "place",
    [
        "{} if alpha > 2 else 8",
        "8 if alpha < 2 else {}",
        "8 if alpha < 2 else 1 + max(2, -{})",
        "8 if alpha < 2 else 16 if alpha < 3 else {}",
        "8 if alpha < 2 or {} else 16",
        "8 if alpha > 2 and {} else 16",
        "1 + (2 < 1 < {})",
        "alpha or {}",
    ],
)
@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ("typo", "there is no variable 'typo'"),
        ("alhpa", "did you mean 'alpha'?"),
        ("rund(8)", "there is no function 'rund'; did you mean 'round'?"),
        ("exec('alpha')", "there is no function 'exec'"),
        ("alpha(1)", "there is no function 'alpha'"),
        ("round", "round is a function: write round(number)"),
        ("ceil()", "ceil is used as ceil(value)"),
        ("ceil(1, 2)", "ceil is used as ceil(value)"),
        ("min(first=1, second=2)", "min is used as min(a, b, ...)"),
        ("round(1.5, ndigits=1, ndigits=2)", "round is used as round(number)"),
        ("abs('a')", "'a' is text, and abs works on numbers"),
        ("('a' * 2)", "'a' is text, and * works on numbers"),
        ("(-'a')", "'a' is text, and - works on numbers"),
        ("1e999", "is not finite"),
        ("99999999999999999999", "beyond 64 bits"),
    ],
)
def test_branches_that_are_not_taken_are_checked(place, piece, words):
    assert evaluate(place.format("2"), VARIABLES) is not None
    with pytest.raises(ExpressionError) as caught:
        evaluate(place.format(piece), VARIABLES)
    assert words in str(caught.value)


def test_source_in_normal_form():
    assert to_python("=round_channels( 32*alpha,divisor = 4)") == (
        "round_channels(32 * alpha, divisor=4)"
    )
    assert functions_used("=ceil(min(alpha, 2))") == {"ceil", "min"}
    assert names("=ceil(min(alpha, 2)) + depth") == {"alpha", "depth"}


def test_every_function_is_one_that_generated_code_can_use():
    assert set(expressions.FUNCTIONS) == set(PYTHON)


def _rules_of_keras() -> dict[str, Callable[..., float]]:
    """Keras's own functions that round channels, out of its source: to import it takes seconds."""
    spec = importlib.util.find_spec("keras")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "src" / "applications"
    found: dict[str, Callable[..., float]] = {}
    for module, name in [
        ("mobilenet_v2", "_make_divisible"),
        ("mobilenet_v3", "_depth"),
        ("efficientnet", "round_filters"),
    ]:
        tree = ast.parse((folder / f"{module}.py").read_text(encoding="utf-8"))
        (function,) = (
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef) and node.name == name
        )
        scope: dict[str, Any] = {"depth_divisor": 8, "width_coefficient": 1}
        exec(compile(ast.Module([function], []), module, "exec"), scope)
        found[module] = scope[name]
    return found


KERAS = _rules_of_keras()


@pytest.mark.parametrize("module", KERAS)
@given(value=st.floats(0, 5000), divisor=st.integers(1, 64))
def test_round_channels_is_keras_rule(module, value, divisor):
    assert round_channels(value, divisor) == KERAS[module](value, divisor=divisor)


@given(
    value=st.floats(0, 5000),
    divisor=st.integers(1, 64),
    minimum=st.none() | st.integers(1, 64),
)
def test_round_channels_with_a_minimum(value, divisor, minimum):
    expected = KERAS["mobilenet_v2"](value, divisor, minimum)
    assert round_channels(value, divisor, minimum) == expected


@pytest.mark.parametrize("alpha", [0.35, 0.5, 0.75, 1.0, 1.3, 1.4])
@pytest.mark.parametrize("width", [16, 24, 32, 64, 96, 160, 320, 1280])
def test_widths_of_mobilenet_v2(alpha, width):
    found = evaluate("=round_channels(width * alpha)", {"width": width, "alpha": alpha})
    assert found == KERAS["mobilenet_v2"](width * alpha, 8)


@given(
    _trees(), st.sampled_from([2, -1.5, True, "=depth + 1", "=-zero", "=min(1, depth)"])
)
def test_what_takes_a_names_place_means_what_the_name_meant(text, value):
    worth = evaluate(value, VARIABLES) if isinstance(value, str) else value
    try:
        expected = evaluate(text, {**VARIABLES, "alpha": worth})
    except ExpressionError:
        return
    put = None
    with suppress(ExpressionError):  # too long, or too deep
        put = substitute(f"={text}", {"alpha": value})
    if put is None:
        return
    assert not isinstance(put, str) or "alpha" not in names(put)
    found = evaluate(put, VARIABLES) if isinstance(put, str) else put
    assert (found, type(found)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("=a", {"a": "relu"}, "relu"),
        ("=a", {"a": "=b  *2"}, "=b  *2"),
        ("=a ** 2", {"a": -1}, "=(-1) ** 2"),
        ("=a*a", {"a": "=b + 1"}, "=(b + 1)*(b + 1)"),
        ("=a + max(a, b)", {"a": "=b", "b": "=a"}, "=b + max(b, a)"),
        ("='relu' if a else b", {"a": True, "b": "elu"}, "='relu' if True else 'elu'"),
        ("=\uff41 + 1", {"a": 2}, "=2 + 1"),  # Python reads this letter as a
        ("='é' == a", {"a": "=(b) # c"}, "='é' == b"),
        ("=max(max, a)", {"max": 1}, "=max(1, a)"),
        ("a + 1", {"a": 2}, "a + 1"),
        ("=a +", {"a": 2}, "=a +"),
        (3, {"a": 2}, 3),
    ],
)
def test_substitution(text, values, expected):
    found = substitute(text, values)
    assert (found, type(found)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (f"={'1 + ' * 120}b", "at most 500 characters"),
        ("=b +", "is not an expression"),
    ],
)
def test_what_would_be_no_expression_is_refused(value, words):
    with pytest.raises(ExpressionError, match=words):
        substitute("=a + a", {"a": value})


def test_the_bound_on_nesting_counts_operators_and_functions():
    assert evaluate("=" + "+".join(["alpha"] * 51), {"alpha": 1}) == 51
    assert evaluate("=" + "(" * 100 + "1" + ")" * 100, {}) == 1
    assert evaluate("=" + "abs(" * 50 + "1" + ")" * 50, {}) == 1
    with pytest.raises(ExpressionError, match="this one has 51"):
        evaluate("=" + "abs(" * 51 + "1" + ")" * 51, {})


def test_what_cannot_be_read_is_parsed_once(monkeypatch):
    parsed = []
    real = ast.parse
    monkeypatch.setattr(ast, "parse", lambda *a, **k: parsed.append(a) or real(*a, **k))
    for _ in range(3):
        with pytest.raises(ExpressionError, match="is not an expression"):
            names("=alpha + + 17 +")
    assert len(parsed) == 1
