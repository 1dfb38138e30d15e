"""Every repair's promise over all pairs of blocks, triples of them, and many damaged designs."""

import itertools
import random

import numpy as np
import pytest

from designer.analysis import analyse
from tests.designer.analysis.damaged import damaged, damaged_template
from tests.designer.analysis.pairs import BLOCKS, behind_each_other
from tests.designer.analysis.repaired import check_repairs
from tests.designer.codegen.random_designs import random_design


@pytest.mark.parametrize("first", BLOCKS, ids=lambda block: block.id)
def test_every_pair(first):
    for second in BLOCKS:
        check_repairs(analyse(behind_each_other((first, second))))


@pytest.mark.parametrize("first", BLOCKS, ids=lambda block: block.id)
def test_triples(first):
    """A tenth of all, chosen by the block's name."""
    rest = list(itertools.product(BLOCKS, BLOCKS))
    for others in random.Random(first.id).sample(rest, len(rest) // 10):
        check_repairs(analyse(behind_each_other((first, *others))))


@pytest.mark.parametrize("seed", range(1_000, 3_000))
def test_damaged_template(seed):
    check_repairs(analyse(damaged_template(seed)))


@pytest.mark.parametrize("seed", range(1_000, 2_000))
def test_damaged_random_design(seed):
    design = random_design(np.random.default_rng(seed))
    check_repairs(analyse(damaged(design, seed)))
