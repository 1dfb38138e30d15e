"""What the facade accepts, on TensorFlow's own kernels, forward and backward, with fresh settings."""

from __future__ import annotations

import pytest

from tests.blocks.test_layer_contract import KINDS, check_kernels
from tests.soak.seeds import fresh


@pytest.mark.keras
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", fresh(5))
def test_what_is_accepted_runs(kind: str, seed: int) -> None:
    check_kernels(kind, f"{kind} {seed}", 100)
