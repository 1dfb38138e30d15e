"""TensorFlow SavedModel: a folder that TensorFlow loads without the code, for serving and for other converters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..definition import Format, Task
from ..process.protocol import Progress

FORMAT = Format(
    id="savedmodel",
    title="TensorFlow SavedModel",
    description="A folder that TensorFlow loads without the code.",
    folder_files=(
        "saved_model.pb",
        "fingerprint.pb",
        "variables/variables.index",
        "variables/variables.data-?????-of-?????",
        "assets/",
    ),
    options=MappingProxyType({"grouped_conv": ("plain", "fast")}),
)


def run(task: Task) -> dict[str, Any]:
    """Write the network with its initial weights, load it afresh, and compare numbers, also with random weights."""
    import tensorflow as tf

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
        task.report(Progress(0.05, "Building the network"))
        model = build(module)
        nodes = len(expected["nodes"])
        task.report(Progress(0.2, f"Comparing {nodes:,} nodes"))
        proving.architecture(model, expected)

        task.report(Progress(0.25, "Writing the SavedModel"))
        write(model, expected["output_names"], task.target)
    task.report(Progress(0.6, "Loading it again"))
    loaded = tf.saved_model.load(str(task.target))
    check_signature(proving, loaded, model, expected["output_names"])
    differ, variables = unequal(loaded, model), len(model.variables)
    detail = f"{differ} of {variables} differ" if differ else f"all {variables} equal"
    proving.check("variables in the file", detail, not differ)
    task.report(Progress(0.8, "Comparing numbers"))
    inputs = images(model)

    def serve(inputs: Any) -> Any:
        given = loaded.serve(inputs)
        # TensorFlow sorts what is in a dict; the model's outputs have an order.
        names = expected["output_names"]
        return given if len(names) == 1 else [given[name] for name in names]

    proving.close(
        "loaded again, initial weights",
        forward(serve, inputs),
        forward(model, inputs),
    )
    task.report(Progress(0.9, "Comparing numbers with random weights"))
    randomise(model, inputs, renew=False)
    for variable, own in zip(loaded.variables, model.variables, strict=True):
        variable.assign(own.value)
    proving.close(
        "loaded again, random weights",
        forward(serve, inputs),
        forward(model, inputs),
    )
    return proving.as_json()


def write(model: Any, output_names: Sequence[str], folder: Path) -> None:
    """Write the network as `model.export` does, with signatures that name its outputs.

    `serve` of the loaded file returns a tensor; if there are several outputs, a dict by name.
    """
    import tensorflow as tf

    specs = [tf.TensorSpec(part.shape, part.dtype, part.name) for part in model.inputs]
    takes = [specs[0] if len(specs) == 1 else specs]

    @tf.function(input_signature=takes, autograph=False)  # type: ignore[untyped-decorator]
    def serve(inputs: Any) -> Any:
        outputs = model(inputs, training=False)
        return outputs if len(output_names) == 1 else by_name(outputs)

    @tf.function(input_signature=takes, autograph=False)  # type: ignore[untyped-decorator]
    def signature(inputs: Any) -> Any:
        outputs = serve(inputs)
        return by_name([outputs]) if len(output_names) == 1 else outputs

    def by_name(outputs: Sequence[Any]) -> dict[str, Any]:
        return dict(zip(output_names, outputs, strict=True))

    folder.mkdir()  # TensorFlow would make the folders above it too, if the user has removed them
    root = tf.__internal__.tracking.AutoTrackable()
    root.serve = serve
    for kind in ("variables", "trainable_variables", "non_trainable_variables"):
        setattr(root, kind, [own.value for own in getattr(model, kind)])
    tf.saved_model.save(
        root, str(folder), signatures={"serve": signature, "serving_default": signature}
    )


def check_signature(
    proving: Any, loaded: Any, model: Any, output_names: Sequence[str]
) -> None:
    """Check the names that a server addresses inputs and outputs by."""
    signature = loaded.signatures["serving_default"]
    inputs = sorted(signature.structured_input_signature[1])
    outputs = sorted(signature.structured_outputs)
    proving.check(
        "serving signature",
        f"{', '.join(inputs)} -> {', '.join(outputs)}",
        inputs == sorted(part.name for part in model.inputs)
        and outputs == sorted(output_names),
    )


def unequal(loaded: Any, model: Any) -> int:
    """How many of the file's variables differ from the model's, which come in the same order."""
    import numpy as np

    if len(loaded.variables) != len(model.variables):
        return max(len(loaded.variables), len(model.variables))
    return sum(
        not np.array_equal(np.asarray(variable), np.asarray(own.value))
        for variable, own in zip(loaded.variables, model.variables, strict=True)
    )
