"""TensorFlow SavedModel: a folder that TensorFlow loads without the code, for serving and for other converters."""

from __future__ import annotations

from typing import Any

from .definition import Format, Task
from .protocol import Progress

FORMAT = Format(
    id="savedmodel",
    title="TensorFlow SavedModel",
    description="A folder that TensorFlow loads without the code.",
    folder_mark="saved_model.pb",
)


def run(task: Task) -> dict[str, Any]:
    """Write the network with its initial weights, load it afresh, and compare numbers, also with random weights."""
    import tensorflow as tf

    from .proving import (
        Proving,
        build,
        expectation,
        forward,
        generated,
        images,
    )
    from .random_weights import randomise

    proving, expected = Proving(), expectation(task.folder)
    with generated(task.folder) as module:
        task.report(Progress(0.05, "Building the network"))
        model = build(module)
        nodes = len(expected["nodes"])
        task.report(Progress(0.2, f"Comparing {nodes:,} nodes"))
        proving.architecture(model, expected)

        task.report(Progress(0.25, "Writing the SavedModel"))
        model.export(task.target, format="tf_saved_model", verbose=False)
    task.report(Progress(0.6, "Loading it again"))
    loaded = tf.saved_model.load(str(task.target))
    differ, variables = unequal(loaded, model), len(model.variables)
    detail = f"{differ} of {variables} differ" if differ else f"all {variables} equal"
    proving.check("variables in the file", detail, not differ)
    task.report(Progress(0.8, "Comparing numbers"))
    inputs = images(model)
    proving.close(
        "loaded again, initial weights",
        forward(loaded.serve, inputs),
        forward(model, inputs),
    )
    task.report(Progress(0.9, "Comparing numbers with random weights"))
    randomise(model, inputs)
    for variable, own in zip(loaded.variables, model.variables, strict=True):
        variable.assign(own.value)
    proving.close(
        "loaded again, random weights",
        forward(loaded.serve, inputs),
        forward(model, inputs),
    )
    return proving.as_json()


def unequal(loaded: Any, model: Any) -> int:
    """How many of the file's variables differ from the model's, which come in the same order."""
    import numpy as np

    if len(loaded.variables) != len(model.variables):
        return max(len(loaded.variables), len(model.variables))
    return sum(
        not np.array_equal(np.asarray(variable), np.asarray(own.value))
        for variable, own in zip(loaded.variables, model.variables, strict=True)
    )
