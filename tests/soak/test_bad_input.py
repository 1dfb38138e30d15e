"""Options and variables of every template, as somebody may type them: more draws, and every extreme."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from templates.gallery import gallery
from tests.templates.test_bad_input import stays_a_design, take_or_refuse

every_template = pytest.mark.parametrize(
    "template", gallery().values(), ids=lambda template: template.id
)


@every_template
@settings(max_examples=100)
@given(data=st.data())
def test_options_together_work_or_are_refused(template, data):
    take_or_refuse(template, data)


@every_template
def test_a_design_whose_variables_are_extreme_is_still_a_design(template, tmp_path):
    stays_a_design(template, tmp_path)
