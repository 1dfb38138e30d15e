"""Peak activation memory, by liveness.

Rows run in the analysis's order, their layers in the order of their records. Every tensor takes its own memory
(float32, one image; nothing is computed in place), from the layer that makes it to the last layer that reads it.
The design's inputs count from their row on, the network's outputs to the end, and a row's outputs to the end of
their row at least.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from blocks.spec import elements
from designer.analysis.report import NodeReport
from designer.analysis.tracing import Trace
from designer.analysis.wiring import Tensor, Wiring


def peak_activation_bytes(
    order: Iterable[str],
    reports: Mapping[str, NodeReport],
    wirings: Mapping[str, Wiring],
) -> int:
    """The most bytes alive at once, over the rows that are in order."""
    rows = [
        (node, trace)
        for node in order
        if isinstance(trace := reports[node].outcome, Trace)
    ]
    readers = Counter(
        tensor for node, _ in rows for tensor in set(wirings[node].tensors)
    )
    has_reader = {node for node, _ in readers}
    made: dict[Tensor, Tensor] = {}  # what a row passes on untouched is no new tensor
    left: dict[Tensor, int] = {}
    size: dict[Tensor, int] = {}
    alive = peak = 0
    for node, trace in rows:
        tensors = wirings[node].tensors
        for tensor in set(tensors):
            left[made[tensor]] -= 1
        last: dict[Tensor, int] = {}
        for tensor, step in zip(tensors, trace.last_use, strict=True):
            last[made[tensor]] = max(step, last.get(made[tensor], -1))
        kept = 0
        for index, (shape, wire) in enumerate(
            zip(trace.outputs, trace.passed_on, strict=True)
        ):
            output = (node, index)
            uses = readers[output] if node in has_reader else 1  # of the network
            if wire is None:
                made[output] = output
                size[output] = 4 * elements(shape)
                left[output] = uses
                kept += size[output] if uses else 0
            else:
                made[output] = made[tensors[wire]]
                left[made[output]] += uses
        dying = [(size[t], step) for t, step in last.items() if not left[t]]
        held = alive - sum(bytes for bytes, _ in dying)
        for step, inside in enumerate(trace.steps):
            peak = max(peak, held + inside + sum(b for b, s in dying if s >= step))
        alive = held + kept
        peak = max(peak, alive)
    return peak
