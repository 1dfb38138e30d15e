"""Damaged designs: opened or refused, analysed, repaired and written, and nothing raises. Soak tries 20,000."""

from hypothesis import HealthCheck, given, settings

from tests.designer.codegen.damaged_designs import check_damaged, damaged


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(damaged())
def test_nothing_raises(text):
    check_damaged(text)
