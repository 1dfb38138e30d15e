"""One row of a design, worked out on specs: its block is called once a copy, and the records are summed up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from blocks.budget import Budget, BudgetError, budget
from blocks.definition import Block
from blocks.spec import (
    Call,
    LayerError,
    Shape,
    TensorSpec,
    elements,
    record,
    text,
)
from designer.analysis.flow import Flow, Step
from designer.analysis.quantities import Cost
from designer.model.bounds import MAX_LAYERS
from designer.model.document import Scalar
from designer.model.wording import listed

# TensorFlow Lite, and many of TensorFlow's own kernels, count in 32 bits: beyond this a network cannot run.
LARGEST = 2**31 - 1

TOO_MANY_LAYERS = "too_many_layers"

Wires = tuple[tuple[Shape, ...], ...]  # per input port, per wire
Settings = Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class Refused:
    """The block, or a layer in it, does not work with these settings and inputs; the message is for the user."""

    code: str
    message: str
    copy: int = 1
    layers: int = 0  # that were worked out until then


class _StopError(Exception):
    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Trace:
    """What a row does, whatever lies before it: all that the analysis needs to place it in a design."""

    copies: tuple[tuple[Shape, ...], ...]
    calls: tuple[tuple[Call, ...], ...]
    cost: Cost
    steps: tuple[Step, ...]  # the layers by the tensors that they read and make
    made: tuple[int, ...]  # per output: the number of its tensor
    crest: tuple[int, ...]  # per layer: most bytes alive in the row up to it
    last_use: tuple[int, ...]  # per wire: the last step that reads it, -1 if none does
    output_bytes: tuple[int, ...]
    passed_on: tuple[int | None, ...]  # per output: the wire that it is, untouched
    layers: int = 0  # that were worked out

    @property
    def outputs(self) -> tuple[Shape, ...]:
        return self.copies[-1]


def copy_names(name: str, repeat: int) -> tuple[str, ...]:
    """What the copies of a row are called, in Keras and in generated code."""
    return (
        (name,) if repeat == 1 else tuple(f"{name}_{i}" for i in range(1, repeat + 1))
    )


def trace_row(
    block: Block,
    name: str,
    settings: Sequence[Settings],
    wires: Wires,
    most: int = MAX_LAYERS,
) -> Trace | Refused:
    """Call the block on specs, each copy on what the one before it returned.

    Args:
        settings: every parameter's value, one mapping a copy.
        wires: shapes per input port and wire.
        most: layers that the row may have; the rows before it have had the rest of what a design may have.
    """
    with budget(most) as spending:
        return _traced(block, name, settings, wires, most, spending)


def _traced(
    block: Block,
    name: str,
    settings: Sequence[Settings],
    wires: Wires,
    most: int,
    spending: Budget,
) -> Trace | Refused:
    flow = Flow(sum(map(len, wires)))
    copies: list[tuple[Shape, ...]] = []
    calls: list[tuple[Call, ...]] = []
    cost = Cost()
    for number, (copy_name, chosen) in enumerate(
        zip(copy_names(name, len(settings)), settings, strict=True), start=1
    ):
        ports = tuple(tuple(map(TensorSpec, port)) for port in wires)
        try:
            outputs = _call(block, copy_name, chosen, ports)
            made = tuple(record(*outputs))
            cost += _cost(made)
            flow.follow([spec for port in ports for spec in port], made, outputs)
        except _StopError as stop:
            return Refused(stop.code, str(stop), number, most - spending.left)
        except BudgetError as error:
            if error.budget is not spending:
                raise
            message = f"the design has more than {MAX_LAYERS:,} layers up to here; it may have {MAX_LAYERS:,}"
            return Refused(TOO_MANY_LAYERS, message, number, most)
        calls.append(made)
        copies.append(tuple(spec.shape for spec in outputs))
        wires = (copies[-1],)
    return Trace(
        tuple(copies),
        tuple(calls),
        cost,
        flow.steps,
        flow.outputs,
        flow.crest,
        flow.last_use,
        flow.output_bytes,
        flow.passed_on,
        most - spending.left,
    )


def _call(
    block: Block,
    name: str,
    settings: Settings,
    ports: Sequence[tuple[TensorSpec, ...]],
) -> tuple[TensorSpec, ...]:
    arguments: list[Any] = [
        list(specs) if port.many else specs[0]
        for port, specs in zip(block.inputs, ports, strict=True)
    ]
    try:
        result = block.function(*arguments, **settings, name=name)
    except BudgetError:
        raise
    except LayerError as error:
        raise _StopError(error.code, str(error)) from error
    except ValueError as error:
        raise _StopError("refused", str(error) or _blame(block, settings)) from error
    except Exception as error:  # a division by zero is the user's number, not our bug
        reason = f": {error}" if str(error) else ""
        raise _StopError("refused", _blame(block, settings) + reason) from error
    return tuple(result) if isinstance(result, (tuple, list)) else (result,)


def _blame(block: Block, settings: Settings) -> str:
    own = {p.name: p.default for p in block.parameters.values()}
    changed = [f"{k} {v}" for k, v in settings.items() if v != own.get(k)]
    return f"{block.title} does not work with " + (
        listed(changed or ["the shapes wired to it"])
    )


def _cost(calls: Sequence[Call]) -> Cost:
    """Sums over the record of one copy; a layer that is called twice has its weights once."""
    params = trainable = macs = flops = activations = 0
    counted: set[int] = set()
    for call in calls:
        for shape in call.outputs:
            values = elements(shape)
            if values > LARGEST:
                raise _StopError(
                    "too_large",
                    f"an output of {text(shape)} has {values:,} numbers; at most {LARGEST:,} can be held",
                )
            activations += 4 * values
        macs += call.macs
        flops += call.flops
        if id(call.operation) in counted:
            continue
        counted.add(id(call.operation))
        for weight in call.weights:
            if weight.size > LARGEST:
                raise _StopError(
                    "too_large",
                    f"weights of {'x'.join(map(str, weight.shape))} are {weight.size:,} numbers; "
                    f"at most {LARGEST:,} can be held",
                )
            params += weight.size
            trainable += weight.size if weight.trainable else 0
    return Cost(params, trainable, macs, flops, activations)
