"""TensorFlow's profiler, which counts the floating-point operations of a graph."""

from __future__ import annotations

from typing import Any

import tensorflow as tf


def float_operations(graph: tf.Graph) -> dict[str, int]:
    """FLOPs by kind of operation, such as Conv2D; the graph's shapes are known, so its batch is a number."""
    builder = tf.compat.v1.profiler.ProfileOptionBuilder
    options: dict[str, Any] = (
        builder(builder.float_operation()).with_empty_output().build()
    )
    report = tf.compat.v1.profiler.profile(
        graph, cmd="op", options={**options, "account_type_regexes": [".*"]}
    )
    counts = {}
    while report.children:
        (report,) = report.children
        counts[report.name] = report.float_ops
    return counts
