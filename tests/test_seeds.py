"""Random tests draw the same in every ordinary run: nothing depends on luck, on the machine or on the time."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

TESTS = Path(__file__).parent
MODULES = [p for p in TESTS.rglob("*.py") if "test_golden" not in p.parts]
GLOBAL = ("random", "numpy.random", "np.random")
FINE = ("Random", "default_rng", "Generator")  # where they are given a seed


def test_hypothesis_draws_the_same_and_prints_what_fails() -> None:
    profile = settings.get_profile("ordinary")
    assert settings.default is not None
    assert settings.default.derandomize
    assert profile.derandomize
    assert profile.print_blob
    assert profile.deadline is None
    soak = settings.get_profile("soak")
    assert soak.print_blob
    assert not soak.derandomize


def unseeded(source: str) -> Iterator[int]:
    """Lines that draw from generators which nobody seeded."""
    tree = ast.parse(source)
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        module, _, name = called.rpartition(".")
        if (name in FINE and not node.args and not node.keywords) or (
            module in GLOBAL
            and name not in FINE
            and module.partition(".")[0] in imported
        ):
            yield node.lineno


@pytest.mark.parametrize(
    "source",
    [
        "Random()",
        "random.Random()",
        "np.random.default_rng()",
        "import random; random.choice(x)",
        "import numpy as np; np.random.rand(3)",
        "import numpy; numpy.random.normal(size=3)",
    ],
)
def test_generators_without_a_seed_are_found(source: str) -> None:
    assert list(unseeded(source)) == [1]


def test_no_module_draws_without_a_seed() -> None:
    found = [
        f"{path.relative_to(TESTS)}:{line}"
        for path in MODULES
        for line in unseeded(path.read_text(encoding="utf-8"))
    ]
    assert not found
