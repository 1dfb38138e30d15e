"""The passes of the code generator: each leaves what it is given as it was, so that any of them can be run again."""

import ast

import numpy as np
import pytest

from designer.analysis import analyse
from designer.codegen.collect import collect
from designer.codegen.finish import finish
from designer.codegen.lay_out import lay_out
from designer.codegen.name import name
from designer.codegen.specialise import specialise
from designer.codegen.translate import translate
from designer.codegen.write import write
from templates.gallery import gallery
from tests.designer.codegen.random_designs import random_design

DESIGNS = {
    "mobilenet_v3_large": lambda: gallery()["mobilenet_v3_large"].document(),
    "shufflenet_v1": lambda: gallery()["shufflenet_v1"].document(),
    **{
        f"random {seed}": lambda seed=seed: random_design(np.random.default_rng(seed))
        for seed in range(3)
    },
}


def trees(program):
    return [ast.dump(function.tree) for function in program.functions]


@pytest.mark.parametrize("design", DESIGNS)
def test_passes_change_nothing_that_they_are_given(design):
    named = name(collect(analyse(DESIGNS[design]())))
    translated = translate(named)
    own = trees(translated)

    specialised = specialise(translated)
    cut_down = trees(specialised)
    fast = write(lay_out(finish(specialised, "fast")))
    plain = write(lay_out(finish(specialised, "plain")))

    assert trees(translated) == own == trees(translate(named))
    assert trees(specialised) == cut_down == trees(specialise(translated))
    assert write(lay_out(finish(specialised, "fast"))) == fast
    assert "class GroupedConv2D" not in plain.source
