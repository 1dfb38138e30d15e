"""What every repair promises, held against designs of many kinds: see `check_repairs`.

The whole of the pairs, more templates and more random designs are in tests/soak.
"""

from pathlib import Path

import numpy as np
import pytest

from designer.analysis import analyse
from designer.model.files import load
from tests.designer.analysis.damaged import damaged, damaged_template
from tests.designer.analysis.pairs import behind_each_other, cover
from tests.designer.analysis.repaired import check_repairs

CASES = sorted((Path(__file__).parents[2] / "cases").glob("*.design.json"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name.partition(".")[0])
def test_cases(case):
    check_repairs(analyse(load(case)))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name.partition(".")[0])
def test_damaged_cases(case):
    for seed in range(8):
        check_repairs(analyse(damaged(load(case), seed)))


@pytest.mark.parametrize("seed", range(40))
def test_damaged_templates(seed):
    check_repairs(analyse(damaged_template(seed)))


@pytest.mark.parametrize("seed", range(8))
def test_damaged_random_designs(seed):
    from tests.designer.codegen.random_designs import random_design

    check_repairs(analyse(damaged(random_design(np.random.default_rng(seed)), seed)))


def test_blocks_behind_blocks():
    for pair in cover():
        check_repairs(analyse(behind_each_other(pair)))
