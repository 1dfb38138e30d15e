"""What a refusal's numbers are made of, where the row does not show them."""

import pytest

from designer.analysis import analyse


@pytest.mark.parametrize(
    ("block", "channels", "params", "end"),
    [
        (
            "shufflenet_unit",
            24,
            {"filters": 376, "groups": 47, "strides": 2, "group_first": False},
            "; 352 is the 376 filters less the 24 channels of the input",
        ),
        (
            "shufflenet_unit",
            24,
            {"filters": 380, "groups": 8, "strides": 2, "group_first": False},
            "; 95 is the 380 filters divided by 4",
        ),
        (
            "shufflenet_unit",
            24,
            {"filters": 380, "groups": 4, "strides": 2},
            "; 95 is the 380 filters divided by 4",
        ),
        (
            "shufflenet_unit_plain",
            24,
            {"filters": 144, "groups": 50, "strides": 2},
            "; 30 is the 144 filters less the 24 channels of the input divided by 4",
        ),
        (
            "ger_block",
            48,  # which is also what 64 filters less 16 are
            {"filters": 64, "groups": 5, "strides": 2},
            "; 16 is the 64 filters times expansion 0.25",
        ),
        ("grouped_conv", 24, {"filters": 32, "groups": 5}, "16 or 32 groups would"),
        ("channel_shuffle", 24, {"groups": 5}, "1 works"),
    ],
)
def test_numbers_that_a_row_does_not_show_are_explained(
    chain, block, channels, params, end
):
    [issue] = analyse(
        chain(("image_input", {"channels": channels}), (block, params))
    ).issues

    assert issue.message.endswith(end)
