"""The steps of the guided tour: the instruction, its target, and the condition that completes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from designer.app.session.state import State
from designer.app.text.translation import later
from designer.model.document import Document, Node

GROUPS = 3  # of a new ShuffleNet unit
FILTERS = 24  # what three groups divide, and a quarter of it too


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the tour.

    Args:
        place: `canvas`, `inspector`, or a parameter's field in the inspector.
        done: whether the design is as asked; the last step is never done.
        block: the block whose use is selected before the step begins, so that the inspector shows it.
    """

    title: str
    text: str
    place: str
    done: Callable[[State], bool]
    block: str = ""


def find(document: Document, block: str) -> Node | None:
    """The first use of a block."""
    return next((node for node in document if node.block == block), None)


def _placed(block: str, after: str = "") -> Callable[[State], bool]:
    def done(state: State) -> bool:
        node = find(state.root, block)
        if node is None or not after:
            return node is not None
        sources = [edge.source for edge in state.root.incoming.get(node.id, ())]
        return any(state.root.nodes[id].block == after for id in sources)

    return done


def _worth(state: State, block: str, parameter: str) -> object:
    node = find(state.root, block)
    report = state.root_analysis.nodes.get(node.id) if node else None
    return report.settings[0].get(parameter) if report and report.settings else None


def _works(state: State) -> bool:
    return not state.root_analysis.errors and find(state.root, UNIT) is not None


IMAGE, STEM, UNIT = "image_input", "stem", "shufflenet_unit"

STEPS = (
    Step(
        later("An image comes in"),
        later("Press Tab over the canvas, type “image”, and press Enter."),
        "canvas",
        _placed(IMAGE),
    ),
    Step(
        later("A first convolution"),
        later(
            "Press Tab again, type “stem”, Enter. It is wired to what is selected, and the wire says which shape flows."
        ),
        "canvas",
        _placed(STEM, IMAGE),
    ),
    Step(
        later("Fewer channels"),
        later(
            "Type 24 into filters. Shapes and totals follow every key, in the design and at the bottom of the window."
        ),
        "filters",
        lambda state: _worth(state, STEM, "filters") == FILTERS,
        STEM,
    ),
    Step(
        later("A ShuffleNet unit"),
        later(
            "Click on the canvas, press Tab, type “shufflenet unit”, Enter. It complains: input and output differ."
        ),
        "canvas",
        _placed(UNIT, STEM),
    ),
    Step(
        later("What it says, and what works"),
        later("The sentence has the numbers. Type 24 into filters of the unit."),
        "filters",
        _works,
        UNIT,
    ),
    Step(
        later("Break it"),
        later("Grouped convolutions need channels that divide. Type 5 into groups."),
        "groups",
        lambda state: bool(state.root_analysis.errors),
        UNIT,
    ),
    Step(
        later("Repair it"),
        later(
            "Above the parameters the inspector offers what would work, with what it costs. Click one of the repairs."
        ),
        "inspector",
        _works,
        UNIT,
    ),
    Step(
        later("Look inside"),
        later(
            "Double-click the title of the unit: its layers, with their shapes. Between two reshapes it shuffles."
        ),
        "canvas",
        lambda state: state.inside,
        UNIT,
    ),
    Step(
        later("And out again"),
        later("Press Backspace over the canvas, or click the name above it."),
        "canvas",
        lambda state: not state.inside,
    ),
)

END = Step(
    later("That is it"),
    later(
        "Export takes away Keras code that is proven to run. Ctrl+Shift+P finds every command, F1 explains a block."
    ),
    "canvas",
    lambda state: False,
)
