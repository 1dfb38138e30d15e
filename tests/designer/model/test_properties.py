"""Whatever is done to a design, in whatever order: it stays sound, undo is exact, and its file is the design."""

from __future__ import annotations

import keyword
from contextlib import suppress
from dataclasses import replace

import networkx as nx
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from designer.model import edits
from designer.model.document import (
    Document,
    Edge,
    Node,
    Variable,
)
from designer.model.edits import Refusal
from designer.model.files import dumps, loads
from designer.model.files.writing import Lines
from designer.model.graph import digraph
from designer.model.history import History
from designer.model.signature import InputPort, Signature

PARAMETERS = frozenset({"filters", "rate", "activation"})
X, WEIGHTS = InputPort("x"), InputPort("weights")
SIGNATURES = {
    "image": Signature((), parameters=PARAMETERS),
    "conv": Signature((X,), parameters=PARAMETERS, defaults={"filters": 8}),
    "gate": Signature((X, WEIGHTS), parameters=PARAMETERS),
    "add": Signature((InputPort("inputs", many=True),), parameters=PARAMETERS),
    "split": Signature((X,), ("left", "right"), PARAMETERS),
    "block_input": Signature(()),
    "block_output": Signature((X,), ()),
}


class Blocks:
    def __iter__(self):
        return iter(SIGNATURES)

    def signature(self, block):
        return SIGNATURES.get(block)


NUMBERS = st.integers(-(2**62), 2**62) | st.floats(
    allow_nan=False, allow_infinity=False
)
SCALARS = NUMBERS | st.booleans() | st.sampled_from(["relu", "=8 * alpha", "轻", ""])
NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,3}", fullmatch=True).filter(
    lambda name: not keyword.iskeyword(name)
)
REPEATS = st.integers(1, 4) | st.just("=round_repeats(alpha)")
POSITIONS = st.tuples(st.integers(-999, 999), st.floats(-999, 999))
INDEX = st.integers(0, 99)


def begun() -> Document:
    """A design in the midst of work: a block of the user's own, used twice, once as a row."""
    blocks = {"n1": "image", "n2": "conv", "n3": "conv", "n4": "split", "n5": "add"}
    nodes = {id: Node(id, block, f"a{id}") for id, block in blocks.items()}
    nodes["n3"] = replace(nodes["n3"], params={"filters": "=8 * alpha", "rate": 2})
    wires = [("n1", "n2"), ("n2", "n3"), ("n3", "n4"), ("n4", "n5"), ("n3", "n5")]
    document = Document(
        variables={"alpha": Variable(2)},
        nodes=nodes,
        edges=tuple(Edge(*wire) for wire in wires),
    )
    document, use = edits.group(document, ["n3"], name="unit", catalog=Blocks())
    document, (copy,) = edits.merge(document, edits.extract(document, [use]))
    document = edits.connect(document, use, copy, catalog=Blocks())
    return edits.set_repeat(document, copy, 2)


class Editing(RuleBasedStateMachine):
    """A person at work, undoing and redoing at will; a refusal must leave everything as it was."""

    def __init__(self) -> None:
        super().__init__()
        self.history = History.start(Document())
        self.lines = Lines()  # of one version after the other
        self.visited = [self.history.present]

    @initialize(empty=st.sampled_from([False, False, True]))
    def open(self, empty) -> None:
        self.history = History.start(Document() if empty else begun())
        self.visited = [self.history.present]

    def attempt(self, edit, *args, **options) -> None:
        before = self.history.present
        text = dumps(before)
        after = before
        with suppress(Refusal):
            made = edit(before, *args, **options)
            after = made[0] if isinstance(made, tuple) else made
        if after is not before:
            self.history = self.history.do(edit.__name__, after)
            self.visited = [*self.visited[: len(self.history.past)], after]
        assert dumps(before) == text

    def pick(self, index: int) -> str:
        ids = [*self.history.present.nodes, "n999"]
        return ids[index % len(ids)]

    def wire(self, index: int) -> Edge:
        edges = (*self.history.present.edges, Edge("n1", "n999"))
        return edges[index % len(edges)]

    @rule(block=st.sampled_from([*SIGNATURES, "conw"]), at=POSITIONS, repeat=REPEATS)
    def add(self, block, at, repeat) -> None:
        self.attempt(edits.add_node, block, catalog=Blocks(), at=at, repeat=repeat)

    @rule(a=INDEX, b=INDEX, heal=st.booleans())
    def remove(self, a, b, heal) -> None:
        ids = {self.pick(a), self.pick(b)}
        self.attempt(edits.remove_nodes, ids, heal=heal)

    @rule(a=INDEX, at=POSITIONS)
    def move(self, a, at) -> None:
        self.attempt(edits.move_nodes, {self.pick(a): at})

    @rule(a=INDEX, name=NAMES)
    def rename(self, a, name) -> None:
        self.attempt(edits.rename_node, self.pick(a), name)

    @rule(
        a=INDEX, changes=st.dictionaries(st.sampled_from(sorted(PARAMETERS)), SCALARS)
    )
    def set_params(self, a, changes) -> None:
        self.attempt(edits.set_params, self.pick(a), changes, catalog=Blocks())

    @rule(a=INDEX, repeat=REPEATS)
    def set_repeat(self, a, repeat) -> None:
        self.attempt(edits.set_repeat, self.pick(a), repeat)

    @rule(
        a=INDEX,
        b=INDEX,
        out=st.sampled_from(["", "", "left", "right", "output"]),
        into=st.sampled_from(["", "", "x", "weights", "inputs"]),
        replace=st.booleans(),
    )
    def connect(self, a, b, out, into, replace) -> None:
        self.attempt(
            edits.connect,
            self.pick(a),
            self.pick(b),
            source_port=out,
            target_port=into,
            catalog=Blocks(),
            replace=replace,
        )

    @rule(a=INDEX)
    def disconnect(self, a) -> None:
        self.attempt(edits.disconnect, [self.wire(a)])

    @rule(a=INDEX, block=st.sampled_from(sorted(SIGNATURES)))
    def insert(self, a, block) -> None:
        self.attempt(edits.insert_on_edge, self.wire(a), block, catalog=Blocks())

    @rule(a=INDEX, b=INDEX)
    def duplicate(self, a, b) -> None:
        present = self.history.present
        ids = {self.pick(a), self.pick(b)} & present.nodes.keys()
        self.attempt(edits.merge, edits.extract(present, ids), (8, 8))

    @rule(
        name=st.sampled_from(["alpha", "beta", "gamma"]),
        value=st.none() | NUMBERS | st.sampled_from(["=beta + 1", "=2 * gamma", "=("]),
    )
    def set_variable(self, name, value) -> None:
        variable = None if value is None else Variable(value)
        self.attempt(edits.set_variable, name, variable)

    @rule(
        a=INDEX,
        b=INDEX,
        name=st.sampled_from(["unit", "block"]),
        expose=st.none() | st.sampled_from(["filters", "rate"]),
    )
    def group(self, a, b, name, expose) -> None:
        ids = [self.pick(a), self.pick(b)]
        places = {"width": [(ids[0], expose)]} if expose else {}
        self.attempt(edits.group, ids, name=name, catalog=Blocks(), expose=places)

    @rule(a=INDEX)
    def ungroup(self, a) -> None:
        self.attempt(edits.ungroup, self.pick(a))

    @rule(a=INDEX)
    def unroll(self, a) -> None:
        if len(self.history.present.nodes) < 40:
            self.attempt(edits.unroll, self.pick(a), catalog=Blocks())

    @rule(a=INDEX)
    def reroll(self, a) -> None:
        present = self.history.present
        id = self.pick(a)
        if id in present.nodes and (
            offer := edits.reroll_offer(present, id, catalog=Blocks())
        ):
            made, row = edits.reroll(present, offer, catalog=Blocks())  # never refused
            assert made.nodes[row].repeat >= 2
            self.attempt(edits.reroll, offer, catalog=Blocks())

    @rule(a=INDEX, block=st.sampled_from(["gate", "add", "conv", "split", "unit"]))
    def replace_block(self, a, block) -> None:
        self.attempt(edits.replace_block, self.pick(a), block, catalog=Blocks())

    @rule(name=st.sampled_from(["alpha", "beta"]), new=NAMES)
    def rename_variable(self, name, new) -> None:
        self.attempt(edits.rename_variable, name, new)

    @rule(
        block=st.sampled_from(["unit", "block"]),
        a=INDEX,
        name=st.sampled_from(["alpha", "size"]),
        parameter=st.sampled_from(sorted(PARAMETERS)),
    )
    def expose(self, block, a, name, parameter) -> None:
        definition = self.history.present.definitions.get(block)
        ids = [*definition.body.nodes, "n999"] if definition else ["n1"]
        node = ids[a % len(ids)]
        self.attempt(edits.expose, block, name, node, parameter, catalog=Blocks())

    @rule(
        block=st.sampled_from(["unit", "block"]),
        name=st.sampled_from(["alpha", "size"]),
    )
    def unexpose(self, block, name) -> None:
        self.attempt(edits.unexpose, block, name)

    @rule(
        block=st.sampled_from(["unit", "block"]),
        a=INDEX,
        change=st.sampled_from(["rename", "remove", "use"]),
    )
    def edit_inside(self, block, a, change) -> None:
        """In a body, as the canvas shows it, and back into the design."""
        definition = self.history.present.definitions.get(block)
        if definition is None or not definition.body.nodes:
            return
        body = definition.body
        node = list(body.nodes)[a % len(body.nodes)]
        if change == "rename" and body.named("other") is None:
            body = edits.rename_node(body, node, "other")
        elif change == "remove":
            body = edits.remove_nodes(body, [node], heal=True)
        else:
            use = Node("n900", "unit", "use_of_unit")
            body = replace(body, nodes={**body.nodes, "n900": use})
        self.attempt(edits.set_definition, block, body)

    @rule(block=st.sampled_from(["unit", "block"]), name=NAMES)
    def rename_definition(self, block, name) -> None:
        self.attempt(edits.rename_definition, block, name, catalog=Blocks())

    @rule(block=st.sampled_from(["unit", "block"]))
    def remove_definition(self, block) -> None:
        self.attempt(edits.remove_definition, block)

    @rule(a=INDEX, muted=st.booleans())
    def mute(self, a, muted) -> None:
        self.attempt(edits.set_muted, [self.pick(a)], muted)

    @rule(a=INDEX, points=st.lists(POSITIONS, max_size=2))
    def bend(self, a, points) -> None:
        self.attempt(edits.set_via, self.wire(a), points)

    @rule(at=POSITIONS)
    def frame(self, at) -> None:
        self.attempt(edits.add_frame, "Frame", at=at, size=(80, 80))

    @rule()
    def undo(self) -> None:
        self.history = self.history.undo()

    @rule()
    def redo(self) -> None:
        self.history = self.history.redo()

    @invariant()
    def the_history_holds_the_very_documents(self) -> None:
        assert self.history.present is self.visited[len(self.history.past)]

    def signature(self, block: str) -> Signature:
        return edits.signature_of(self.history.present, block, Blocks())

    @invariant()
    def the_design_and_its_blocks_are_sound(self) -> None:
        self.check(self.history.present)
        for definition in self.history.present.definitions.values():
            self.check(definition.body)

    def check(self, document: Document) -> None:
        assert nx.is_directed_acyclic_graph(digraph(document))
        assert all(id == node.id for id, node in document.nodes.items())
        assert len(set(document.edges)) == len(document.edges)
        taken: set[tuple[str, str]] = set()
        for edge in document.edges:
            target = self.signature(document.nodes[edge.target].block)
            source = self.signature(document.nodes[edge.source].block)
            place = target.input_index(edge.target_port)
            assert place is not None
            assert source.output_index(edge.source_port) is not None
            if not target.inputs[place].many:
                assert (edge.target, target.inputs[place].name) not in taken
                taken.add((edge.target, target.inputs[place].name))

    @invariant()
    def no_two_layers_share_a_name(self) -> None:
        built: list[str] = []
        for node in self.history.present:
            count = 9 if isinstance(node.repeat, str) else node.repeat
            copies = [f"{node.name}_{i}" for i in range(1, count + 1)]
            built += [node.name] if node.repeat == 1 else copies
        assert len(set(built)) == len(built)

    @invariant()
    def the_file_is_the_design(self) -> None:
        text = dumps(self.history.present)
        assert dumps(self.history.present, self.lines) == text
        again = loads(text)
        assert dumps(again) == text
        assert again == self.history.present
        assert list(again.nodes) == list(self.history.present.nodes)

    def teardown(self) -> None:
        history = self.history
        while history.redo_label:
            history = history.redo()
        end = history
        for document in reversed(self.visited):
            assert history.present is document
            history = history.undo()
        for document in self.visited:
            assert history.present is document
            history = history.redo()
        assert history == end


Editing.TestCase.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None
)
TestEditing = Editing.TestCase
