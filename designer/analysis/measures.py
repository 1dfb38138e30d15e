"""The table of measured quantities: how each is called, worked out and written, and where it is shown.

Inspector, totals bar, layers, charts, find bar, text and JSON read this table: a new quantity is one entry of it.
How a unit is written stands in `designer.app.text.figures` for the window and in `designer.analysis.text` for a
terminal. Texts are English here, and translated where they are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, Flag, auto
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from blocks.spec import Call, elements
from designer.analysis.memory import peaks_by_row
from designer.analysis.quantities import Cost, ReceptiveField
from designer.analysis.report import Analysis, NodeReport

Value = TypeVar("Value")


class Unit(Enum):
    """What a value is, which decides how it is written."""

    COUNT = auto()  # a whole number that is read to its last digit
    GREAT_COUNT = auto()  # a whole number of millions and more, which is read short
    BYTES = auto()  # a whole number
    PIXELS = auto()  # a ReceptiveField


class Place(Flag):
    """Where quantities are shown."""

    NODE = auto()  # the inspector's page of a node
    SEVERAL = auto()  # of several nodes: their sum
    DESIGN = auto()  # of the design
    TOTALS = auto()  # the bar of totals
    LAYERS = auto()  # the table of layers
    CHARTS = auto()
    UP_TO = auto()  # the card of everything up to a node
    BLOCK_PAGE = auto()  # the help page of a block
    FIND = auto()  # the find bar, by id: macs>10M
    TEXT_ROWS = auto()  # the columns of `channelwise summary`, which are few
    TEXT = auto()  # its totals
    JSON_NODES = auto()  # `channelwise summary --json`
    JSON = auto()  # its totals


EVERYWHERE = ~Place(0)
_OF_NODES = (
    Place.NODE
    | Place.SEVERAL
    | Place.CHARTS
    | Place.BLOCK_PAGE
    | Place.FIND
    | Place.TEXT_ROWS
    | Place.JSON_NODES
)
_OF_NUMBERS = Place.SEVERAL | Place.TOTALS | Place.CHARTS | Place.FIND
_OF_SUMS = Place.SEVERAL | Place.CHARTS


@dataclass(frozen=True, slots=True)
class LayerColumn(Generic[Value]):
    """A quantity in the table of layers.

    Args:
        of: its value, from the layer's call and the receptive field behind it.
    """

    title: str
    of: Callable[[Call, ReceptiveField], Value]
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Generic[Value]):
    """One measured quantity.

    Args:
        id: its key in JSON and its name in the find bar.
        name: what the window calls it.
        label: what the terminal calls it.
        help: what it counts.
        total: its value for a design.
        node: its value for a node with all its copies; None where a node has none of its own.
        by_row: its value while each row runs, where rows share it, instead of `node`.
        layer: its column in the table of layers; None where a layer has none.
        adds_up: whether the values of nodes may be added.
        places: where it is shown, of which those remain that can show it.
        spelled: a total with its unit in words, around `{number}`.
        remark: what the bar of totals adds to the help.
        note: what the terminal adds to the total; `parts` fill its braces.
        detail: what the inspector says of a node's value instead of the help; `parts` fill its braces.
        parts: the numbers of `note` and `detail`, from a cost.
        origins: what the list of the rows that a total comes from is called.
    """

    id: str
    name: str
    label: str
    unit: Unit
    help: str
    total: Callable[[Analysis], Value]
    node: Callable[[NodeReport], Value] | None = None
    by_row: Callable[[Analysis], Mapping[str, Value]] | None = None
    layer: LayerColumn[Value] | None = None
    adds_up: bool = True
    places: Place = EVERYWHERE
    spelled: str = ""
    remark: str = ""
    note: str = ""
    detail: str = ""
    parts: Callable[[Cost], Mapping[str, int]] = lambda cost: {}
    origins: str = "The rows with the largest shares"

    def __post_init__(self) -> None:
        possible = EVERYWHERE
        if self.node is None:
            possible &= ~_OF_NODES
        if self.layer is None:
            possible &= ~Place.LAYERS
        if self.unit is Unit.PIXELS:
            possible &= ~_OF_NUMBERS
        if not self.adds_up:
            possible &= ~_OF_SUMS
        object.__setattr__(self, "places", self.places & possible)

    def of_nodes(self, analysis: Analysis) -> Mapping[str, Value]:
        """Its value at each node."""
        if self.by_row is not None:
            return self.by_row(analysis)
        node = self.node
        return {id: node(analysis.nodes[id]) for id in analysis.order} if node else {}

    @property
    def texts(self) -> tuple[str, ...]:
        """What the window translates."""
        column = (self.layer.title, self.layer.help) if self.layer else ()
        own = self.name, self.help, self.spelled, self.remark, self.detail
        return (*own, self.origins, *column)


def _peaks(analysis: Analysis) -> Mapping[str, int]:
    return dict(
        peaks_by_row(analysis.order, analysis.nodes, analysis.wirings, analysis.ends)
    )


_TABLE: tuple[Measure[Any], ...] = (
    Measure(
        id="params",
        name="Parameters",
        label="params",
        unit=Unit.COUNT,
        help="All numbers in the weights, trainable or not.",
        total=lambda analysis: analysis.total.params,
        node=lambda report: report.cost.params,
        layer=LayerColumn(
            "Params",
            lambda call, field: sum(weight.size for weight in call.weights),
            "All numbers in the weights, trainable or not.",
        ),
        spelled="{number} parameters",
        note="{trainable} trainable",
        detail="{trainable} trainable, {frozen} not.",
        parts=lambda cost: {
            "trainable": cost.trainable_params,
            "frozen": cost.params - cost.trainable_params,
        },
    ),
    Measure(
        id="trainable_params",
        name="Trainable",
        label="trainable",
        unit=Unit.COUNT,
        help="Those that training changes: all but the statistics of batch normalisation.",
        total=lambda analysis: analysis.total.trainable_params,
        node=lambda report: report.cost.trainable_params,
        places=Place.TOTALS | Place.JSON | Place.JSON_NODES,
        spelled="{number} trainable parameters",
    ),
    Measure(
        id="macs",
        name="MACs",
        label="MACs",
        unit=Unit.GREAT_COUNT,
        help="Multiply-accumulates of convolutions and dense layers, for one image.",
        total=lambda analysis: analysis.total.macs,
        node=lambda report: report.cost.macs,
        layer=LayerColumn(
            "MACs",
            lambda call, field: call.macs,
            "Multiply-accumulates of convolutions and dense layers, for one image.",
        ),
        spelled="{number} MACs",
        remark="Papers often print these as FLOPs.",
    ),
    Measure(
        id="flops",
        name="FLOPs",
        label="FLOPs",
        unit=Unit.GREAT_COUNT,
        help=(
            "2 x MACs, and one per output element of biases, activations, sums and pooling "
            "windows, two of batch normalisation; for one image."
        ),
        total=lambda analysis: analysis.total.flops,
        node=lambda report: report.cost.flops,
        layer=LayerColumn(
            "FLOPs",
            lambda call, field: call.flops,
            "2 x MACs, and what is done to each element; for one image.",
        ),
        places=EVERYWHERE & ~Place.TEXT_ROWS,
        spelled="{number} FLOPs",
    ),
    Measure(
        id="activation_bytes",
        name="Activations",
        label="activations",
        unit=Unit.BYTES,
        help="What its layers put out for one image, in float32.",
        total=lambda analysis: analysis.total.activation_bytes,
        node=lambda report: report.cost.activation_bytes,
        layer=LayerColumn(
            "Bytes",
            lambda call, field: 4 * sum(map(elements, call.outputs)),
            "What it puts out for one image, in float32.",
        ),
        places=Place.NODE | Place.LAYERS | Place.CHARTS | Place.JSON | Place.JSON_NODES,
    ),
    Measure(
        id="peak_activation_bytes",
        name="Peak memory",
        label="peak memory",
        unit=Unit.BYTES,
        help="The most that must be held at one moment while one image runs through, in float32, without weights.",
        total=lambda analysis: analysis.peak_activation_bytes,
        by_row=_peaks,
        adds_up=False,
        places=EVERYWHERE & ~Place.DESIGN,
        spelled="{number} bytes of activations at once",
        note="of activations, one image in float32",
        origins="What is held while a row runs, the fullest first",
    ),
    Measure(
        id="size_bytes",
        name="Size",
        label="weights",
        unit=Unit.BYTES,
        help="The weights in float32: four bytes a parameter.",
        total=lambda analysis: analysis.size_bytes,
        node=lambda report: 4 * report.cost.params,
        places=Place.TOTALS | Place.TEXT | Place.JSON,
        spelled="{number} bytes of weights",
        note="in float32",
    ),
    Measure(
        id="receptive_field",
        name="Receptive field",
        label="receptive field",
        unit=Unit.PIXELS,
        help="How much of the input image one output sees, and how far apart neighbours look.",
        total=lambda analysis: analysis.receptive_field,
        node=lambda report: report.receptive_field,
        layer=LayerColumn(
            "Receptive field",
            lambda call, field: field,
            "How much of the input image one output sees, and how far apart neighbours look.",
        ),
        adds_up=False,
        places=EVERYWHERE & ~Place.TEXT_ROWS,
    ),
)
MEASURES: Mapping[str, Measure[Any]] = MappingProxyType({m.id: m for m in _TABLE})


def shown(place: Place, *first: str) -> tuple[Measure[Any], ...]:
    """The quantities that a place shows, in the order of the table.

    Args:
        first: ids of those that the place shows before the others.
    """
    found = {m.id: m for m in MEASURES.values() if place in m.places}
    order = dict.fromkeys([*first, *found])
    return tuple(found[id] for id in order)
