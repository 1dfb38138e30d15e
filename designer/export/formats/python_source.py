"""Python source: a file that stands alone and needs only Keras."""

from __future__ import annotations

import shutil
from types import MappingProxyType
from typing import Any

from ..definition import SOURCE_FILE, Format, Task
from ..process.protocol import Progress

FORMAT = Format(
    id="py",
    title="Python source",
    description="One file with build_model() that needs only Keras.",
    suffix=".py",
    options=MappingProxyType({"grouped_conv": ("fast", "plain")}),
)


def run(task: Task) -> dict[str, Any]:
    """Prove the generated file: it runs, agrees with the analysis, and its weights can be saved and loaded."""
    from ..worker.proving import (
        Proving,
        build,
        expectation,
        forward,
        generated,
        images,
    )
    from ..worker.random_weights import randomise

    proving, expected = Proving(), expectation(task.folder)
    with generated(task.folder) as module:
        task.report(Progress(0.1, "Building the network"))
        model = build(module)
        nodes = len(expected["nodes"])
        task.report(Progress(0.4, f"Comparing {nodes:,} nodes"))
        proving.architecture(model, expected)

        task.report(Progress(0.5, "Running it with random weights"))
        inputs = images(model)
        randomise(model, inputs)
        outputs = forward(model, inputs)
        proving.finite("forward pass", outputs)
        values = sum(part.size for part in outputs)
        proving.check("forward pass", f"{values:,} finite values", True)

        task.report(Progress(0.7, "Saving and loading its weights"))
        weights = task.folder / "random.weights.h5"
        model.save_weights(weights)
        again = build(module)
        again.load_weights(weights)
        task.report(Progress(0.9, "Comparing numbers"))
        proving.close("weights saved and loaded again", forward(again, inputs), outputs)
    shutil.copyfile(task.folder / SOURCE_FILE, task.target)
    return proving.as_json()
