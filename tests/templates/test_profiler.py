"""FLOPs of the templates against TensorFlow's own profiler, with the help page's account of every difference.

They are small here, with every kind of row, since the account is exact; tests/soak has every template at full size.
"""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator
from math import prod
from pathlib import Path
from typing import Any

import pytest

from blocks.rules.convolution import GroupedConv2D
from blocks.spec import Call
from designer.analysis.analyse import analyse
from designer.analysis.report import Analysis
from designer.export.exporting import export
from designer.export.process.client import Worker
from templates import gallery
from tests.templates.keras_models import built
from tests.templates.small import of_each_function, shortened, small

pytestmark = pytest.mark.keras

HELP = (Path(__file__).parents[2] / "assets/help/counting.md").read_text()
# Of a kind of layer or activation: operations an element here, and in the profiler,
# and how many more it counts a channel or a pixel.
ACCOUNT = {
    kind: (int(ours), int(theirs), int(more or 0), per)
    for kind, ours, theirs, more, per in re.findall(
        r"^\| `(\w+)` \| (\d+) \| (\d+) \| (?:(\d+) a (channel|pixel))? ?\|$",
        HELP,
        re.MULTILINE,
    )
}
NEAR = 0.02


def profiled(analysis: Analysis, folder: Path) -> int:
    """The profiler's FLOPs for one image, of the model that the design's file builds."""
    import tensorflow as tf

    from tests.profiler import float_operations

    model = built(analysis, folder)
    image = tf.TensorSpec((1, *model.inputs[0].shape[1:]))
    graph = tf.function(model).get_concrete_function(image).graph
    return sum(float_operations(graph).values())


def calls(analysis: Analysis) -> Iterator[Call]:
    for node in analysis.nodes.values():
        for copy in node.calls:
            yield from copy


def beyond_ours(call: Call) -> int:
    """What the profiler counts more of a call than the analysis, by the help page."""
    kind = call.operation.kind.removeprefix("ops.")
    activation = getattr(call.operation, "activation", None)
    found = 0
    for name in (kind, kind.lower(), activation):
        ours, theirs, more, per = ACCOUNT.get(name, (0, 0, 0, ""))
        shape = call.outputs[0][1:]
        times = {"channel": shape[-1], "pixel": prod(shape[:-1])}.get(per, 0)
        found += prod(shape) * (theirs - ours) + times * more
    return found


def zeros(call: Call) -> int:
    """What the profiler counts of groups that GroupedConv2D joins, by the help page."""
    layer = call.operation
    if not isinstance(layer, GroupedConv2D) or layer.kernel == (1, 1):
        return 0
    if layer.groups in (1, call.input_shapes[0][-1]):  # as Conv2D or DepthwiseConv2D
        return 0
    kernel = call.weights[0]
    fitting = range(1, max(1, 16 // kernel.shape[2]) + 1)
    joined = max(n for n in fitting if layer.groups % n == 0)
    return 2 * call.macs * (joined - 1) + joined * kernel.size


@pytest.mark.parametrize("template", of_each_function())
def test_flops_are_the_profilers(template: str, tmp_path: Path) -> None:
    analysis = small(gallery()[template], copies=2)
    assert accounted(analysis) == profiled(analysis, tmp_path)


@pytest.mark.parametrize("template", gallery())
def test_flops_are_near_the_profilers(template: str) -> None:
    """At full size, without the groups that GroupedConv2D joins; the account stands for the profiler."""
    analysis = analyse(gallery()[template].document())
    beyond = sum(map(beyond_ours, calls(analysis)))
    assert abs(beyond) <= NEAR * (analysis.total.flops + beyond)


def accounted(analysis: Analysis) -> int:
    """What the profiler counts of a design, by the help page."""
    found = list(calls(analysis))
    return analysis.total.flops + sum(map(zeros, found)) + sum(map(beyond_ours, found))


def test_the_help_page_explains_what_there_is() -> None:
    met, added = set(), {}
    for id, template in gallery().items():
        analysis = analyse(template.document())
        found = list(calls(analysis))
        met |= {call.operation.kind for call in found}
        met |= {getattr(call.operation, "activation", None) for call in found}
        share = sum(map(zeros, found)) / analysis.total.flops
        added |= {id: f"{share:.1%}"} if share > 0.005 else {}
    assert set(ACCOUNT) <= met
    said = re.findall(r"([\d.]+) %(?: to)?\s+`(\w+)`", HELP)
    assert added == {id: f"{percent}%" for percent, id in said}


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        yield worker


@pytest.mark.parametrize(
    "template", ["squeeze_excite_article", "shufflenet_v1", "mobilenet_v3_small"]
)
def test_an_exported_savedmodel_has_the_same_profile(
    template: str,
    worker: Worker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As the help page says how to see it: by the page's own lines."""
    # The page's lines name the templates' own image size.
    analysis = analyse(shortened(gallery()[template].document(), copies=2))
    settings = {"grouped_conv": "fast"}  # as the page says
    export(
        analysis,
        "savedmodel",
        tmp_path / "my_network",
        worker,
        options=settings,
    )
    (code,) = re.findall(r"^```python\n(.*?)^```$", HELP, re.MULTILINE | re.DOTALL)
    (tmp_path / "seen.py").write_text(code)
    monkeypatch.chdir(tmp_path)
    runpy.run_path("seen.py")
    seen: Any = capsys.readouterr().out.split()[-1]
    assert int(seen) == profiled(analysis, tmp_path)
