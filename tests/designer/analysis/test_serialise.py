"""What `summary --json` prints."""

import json

from designer.analysis import analyse
from designer.analysis.serialise import summary
from templates import gallery


def test_a_whole_network():
    found = summary(analyse(gallery()["mobilenet_v2"].document()))

    assert json.loads(json.dumps(found)) == found
    assert found["name"] == "mobilenet_v2"
    totals = found["totals"]
    assert totals["params"] == 3_538_984
    assert totals["trainable_params"] == 3_504_872
    assert totals["macs"] == 300_774_272
    assert totals["flops"] > 2 * totals["macs"]
    assert totals["size_bytes"] == 4 * 3_538_984
    assert totals["peak_activation_bytes"] > 0
    assert totals["activation_bytes"] > totals["peak_activation_bytes"]
    assert totals["complete"] is True
    assert found["issues"] == []
    assert sum(node["params"] for node in found["nodes"]) == totals["params"]
    stem = found["nodes"][1]
    assert stem["outputs"] == [[None, 112, 112, 32]]
    assert (stem["receptive_field"], stem["stride"]) == ([3, 3], [2, 2])
    assert {node["state"] for node in found["nodes"]} == {"ok"}
    rows = [n for n in found["nodes"] if n["block"] == "inverted_residual"]
    assert [node["repeat"] for node in rows] == [1, 2, 3, 4, 3, 3, 1]  # Table 2's n


def test_a_design_in_error(chain):
    found = summary(
        analyse(
            chain(
                ("image_input", {}),
                ("grouped_conv", {"filters": 8, "groups": 3}),
                ("classifier", {}),
            )
        )
    )

    assert found["totals"]["complete"] is False
    assert found["totals"]["left_out"] == ["n2", "n3"]
    assert [node["state"] for node in found["nodes"]] == ["ok", "error", "unknown"]
    assert found["nodes"][2]["params"] is None
    assert found["nodes"][2]["outputs"] == []
    [issue] = found["issues"]
    assert issue["node"] == "n2"
    assert (issue["severity"], issue["parameter"]) == ("error", "groups")
    assert issue["repairs"]
    for repair in issue["repairs"]:
        assert set(repair) == {"title", "params_change", "macs_change"}
