"""20,000 damaged designs. What ruff does to finished code is left out, which is half of the time."""

from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, seed, settings

from designer.codegen import formatting
from tests.designer.codegen.damaged_designs import check_damaged, damaged


@pytest.mark.parametrize("number", range(20))
def test_nothing_raises(number):
    @seed(number)
    @settings(
        max_examples=1_000,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(damaged())
    def check(text):
        check_damaged(text)

    with patch.object(formatting, "_run", lambda source: source):
        check()
