"""Peak activation memory, by liveness.

Rows run in the analysis's order, their layers in the order of their records. Every tensor takes its own memory
(float32, one image; nothing is computed in place), from the layer that makes it to the last layer that reads it.
The design's inputs count from their row on, the network's outputs to the end, and a row's outputs to the end of
their row at least.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from designer.analysis.report import NodeReport
from designer.analysis.tracing import Trace
from designer.analysis.wiring import Tensor, Wiring


def peak_activation_bytes(
    order: Iterable[str],
    reports: Mapping[str, NodeReport],
    wirings: Mapping[str, Wiring],
    ends: Collection[Tensor] = (),
) -> int:
    """The most bytes alive at once, over the rows that work.

    Args:
        ends: the network's outputs, beside those of rows that nobody reads.
    """
    found = peaks_by_row(order, reports, wirings, ends)
    return max((peak for _, peak in found), default=0)


def peaks_by_row(
    order: Iterable[str],
    reports: Mapping[str, NodeReport],
    wirings: Mapping[str, Wiring],
    ends: Collection[Tensor] = (),
) -> Iterator[tuple[str, int]]:
    """The rows that work in their order, each with the most bytes alive at once while it runs.

    Args:
        ends: the network's outputs, beside those of rows that nobody reads.
    """
    rows = [
        (node, trace, wirings[node].tensors)
        for node in order
        if isinstance(trace := reports[node].outcome, Trace)
    ]
    readers = _readers(rows)
    ends = frozenset(ends)
    has_reader = {node for node, _ in readers}
    made: dict[Tensor, Tensor] = {}  # what a row passes on untouched is no new tensor
    left: dict[Tensor, int] = {}
    size: dict[Tensor, int] = {}
    alive = 0
    for node, trace, tensors in rows:
        last: dict[Tensor, int] = {}  # step that reads a tensor last
        for tensor, step in zip(tensors, trace.last_use, strict=True):
            origin = made[tensor]
            if origin in last:
                last[origin] = max(step, last[origin])
            else:
                last[origin] = step
        for tensor in _distinct(tensors):
            left[made[tensor]] -= 1
        kept = 0
        for index, bytes in enumerate(trace.output_bytes):
            output = (node, index)
            # what nobody reads at a row that nobody reads is the network's output too
            uses = readers.get(output, 0)
            if node not in has_reader or output in ends:
                uses = max(uses, 1)
            wire = trace.passed_on[index]
            if wire is None:
                made[output] = output
                size[output] = bytes
                left[output] = uses
                kept += bytes if uses else 0
            else:
                made[output] = made[tensors[wire]]
                left[made[output]] += uses
        dying = [(step, size[t]) for t, step in last.items() if not left[t]]
        for _, bytes in dying:
            alive -= bytes
        yield node, alive + max(_highest(trace.crest, dying), kept)
        alive += kept


def _readers(
    rows: Iterable[tuple[str, Trace, tuple[Tensor, ...]]],
) -> dict[Tensor, int]:
    """How many rows read each tensor."""
    readers: dict[Tensor, int] = {}
    for _, _, tensors in rows:
        for tensor in _distinct(tensors):
            readers[tensor] = readers.get(tensor, 0) + 1
    return readers


def _distinct(tensors: tuple[Tensor, ...]) -> Iterable[Tensor]:
    return tensors if len(tensors) < 2 else set(tensors)


def _highest(crest: Sequence[int], dying: list[tuple[int, int]]) -> int:
    """The most bytes alive in a row, its own and those of the inputs that die in it.

    While a step runs, those inputs are alive that this or a later step reads; between two such steps only the
    highest step counts.
    """
    highest = crest[-1] if crest else 0
    more = 0
    for step, bytes in sorted(dying, reverse=True):
        more += bytes
        if step >= 0:
            highest = max(highest, crest[step] + more)
    return highest
