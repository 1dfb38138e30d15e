"""Work is bounded by the budget that is used up first, the one around as well as the one inside."""

import pytest

from blocks.budget import BudgetError, budget, has_budget, spend


def test_without_a_budget_nothing_is_counted():
    assert not has_budget()
    spend(10**9)


def test_what_is_left():
    with budget(3) as made:
        assert has_budget()
        spend(3)
        assert made.left == 0
        with pytest.raises(BudgetError) as caught:
            spend()
        assert caught.value.budget is made
    assert not has_budget()


def test_work_inside_counts_for_the_budget_around():
    with budget(5) as around:
        with budget(4):
            spend(4)
        assert around.left == 1
        with budget(100), pytest.raises(BudgetError) as caught:
            spend(2)
        assert caught.value.budget is around
