"""Variables are numbers, or follow from others; one without a value hides only those that rest on it."""

from __future__ import annotations

import pytest

from designer.model.document import Document, Variable
from designer.model.variables import VariableError, resolve, resolve_variables


def test_in_any_order():
    variables = {
        "width": Variable("=1.1 ** phi"),
        "phi": Variable(2),
        "twice": Variable("=2 * width"),
    }
    values = resolve_variables(Document(variables=variables))
    assert values == pytest.approx({"phi": 2, "width": 1.21, "twice": 2.42})


def test_a_fault_hides_only_what_rests_on_it():
    resolved = resolve(
        {
            "a": Variable("=b"),
            "b": Variable("=c + 1"),
            "c": Variable("=a"),
            "d": Variable("=2 * a"),
            "e": Variable("=1 / f"),
            "f": Variable(0),
            "g": Variable("=e + 1"),
            "h": Variable("=missing"),
            "i": Variable("=f > 1"),
            "j": Variable("='text'"),
            "k": Variable("=2 *"),
            "l": Variable(float("inf")),
            "fine": Variable("=f + 1"),
            "s": Variable(True),
            "t": Variable("relu"),
            "u": Variable("=2 if s and t == 'relu' else 1"),
        }
    )
    assert resolved.values == {
        "f": 0,
        "fine": 1,
        "i": False,
        "j": "text",
        "s": True,
        "t": "relu",
        "u": 2,
    }
    faults = {name: str(fault) for name, fault in resolved.faults.items()}
    assert faults == {
        "a": "variable 'a': it rests on itself: a -> b -> c -> a",
        "b": "variable 'b': it rests on itself: b -> c -> a -> b",
        "c": "variable 'c': it rests on itself: c -> a -> b -> c",
        "d": "variable 'd': it rests on variables that rest on themselves",
        "e": "variable 'e': 1 / 0 divides by zero",
        "g": "variable 'g': it rests on 'e', which has no value",
        "h": "variable 'h': there is no variable 'missing'",
        "k": "variable 'k': '2 *' is not an expression",
        "l": "variable 'l': its value is inf, not a finite number",
    }


def test_the_first_fault_is_raised():
    document = Document(variables={"a": Variable("=a")})
    with pytest.raises(VariableError, match="a -> a") as caught:
        resolve_variables(document)
    assert caught.value.variable == "a"


def test_a_long_chain():
    chain = {f"v{i}": Variable(f"=v{i + 1} + 1") for i in range(300)}
    assert resolve({**chain, "v300": Variable(0)}).values["v0"] == 300
