"""The layout of generated text: a piece at a time, and yet as ruff has the whole file."""

import subprocess
import sysconfig
from pathlib import Path

import numpy as np
import pytest

from designer.analysis import analyse
from designer.codegen import formatting, generate
from tests.designer.codegen.random_designs import random_design

RUFF = Path(sysconfig.get_path("scripts"), "ruff")
DEFINITIONS = ["def f( a ): return a", "class A:\n  x=1\n  def g(self):\n    pass"]


def ruff(*arguments: str, source: str) -> str:
    """The source as ruff gives it back."""
    done = subprocess.run(
        [RUFF, *arguments, "--isolated", "-"],
        input=source,
        text=True,
        capture_output=True,
        check=True,
    )
    return done.stdout


def test_pieces_are_laid_out_as_in_one_file():
    pieces = formatting.formatted([*DEFINITIONS, DEFINITIONS[0]])
    whole = ruff("format", source="\n".join(DEFINITIONS))
    assert "\n\n\n".join(pieces[:2]) + "\n" == whole
    assert pieces[2] == pieces[0]


def test_what_was_laid_out_before_is_not_laid_out_again(monkeypatch):
    formatting.formatted(DEFINITIONS)
    given = []
    run = formatting._run
    monkeypatch.setattr(formatting, "_run", lambda s: given.append(s) or run(s))
    assert formatting.formatted(["def  h(): pass", *DEFINITIONS])[0] == (
        "def h():\n    pass"
    )
    assert given == ["def  h(): pass"]


def test_what_is_not_python_is_refused():
    with pytest.raises(ValueError, match="parse"):
        formatting.formatted(["def"])


@pytest.mark.parametrize("seed", range(20))
def test_random_designs_pass_ruff(seed):
    source = generate(analyse(random_design(np.random.default_rng(seed)))).source
    assert ruff("format", source=source) == source
    assert "All checks passed" in ruff(
        "check", "--select=E4,E7,E9,F,I,W", source=source
    )
