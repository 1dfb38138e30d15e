"""Composite blocks as functions, and muted nodes, in the generated text."""

import ast
from dataclasses import replace
from itertools import pairwise

import pytest

from designer.analysis import analyse
from designer.codegen import CodegenError, generate
from designer.model.document import Definition, Document, Edge, Node, Variable

IMAGE = Node("image", "image_input", "image", params={"height": 32, "width": 32})


def document(nodes, wires, **more) -> Document:
    """Nodes, and wires written `a b`, or `a:port b:port`."""
    edges = []
    for wire in wires:
        source, target = wire.split()
        source, _, source_port = source.partition(":")
        target, _, target_port = target.partition(":")
        edges.append(Edge(source, target, source_port, target_port))
    return Document(
        **{"name": "net", **more}, nodes={n.id: n for n in nodes}, edges=tuple(edges)
    )


def definition(*nodes, wires, title="Unit", note="", **variables) -> Definition:
    """A block; nodes called `in...` and `out...` are its ports."""
    ports = [
        Node(name, f"block_{'in' if name.startswith('in') else 'out'}put", name)
        for name in dict.fromkeys(w.partition(":")[0] for w in " ".join(wires).split())
        if name.startswith(("in", "out"))
    ]
    return Definition(
        title, document([*ports, *nodes], wires, variables=variables), note
    )


def row(id, block, **more) -> Node:
    fields = {k: more.pop(k) for k in ("repeat", "first", "muted") if k in more}
    return Node(id, block, id, params=more, **fields)


def written(design, **definitions):
    file = generate(analyse(replace(design, definitions=definitions)))
    functions = {
        node.name: "\n".join(
            file.source.splitlines()[node.lineno - 1 : node.end_lineno]
        )
        for node in ast.parse(file.source).body
        if isinstance(node, ast.FunctionDef)
    }
    return file, functions


def simple(**more) -> Definition:
    return definition(
        row("conv", "conv", filters="=filters"),
        row("act", "ReLU"),
        wires=["in0 conv", "conv act", "act out"],
        filters=Variable(8, note="channels of the output."),
        **more,
    )


def use(*nodes, **more) -> Document:
    chain = [IMAGE, *nodes]
    wires = [f"{a.id} {b.id}" for a, b in pairwise(chain)]
    return document(chain, wires, **more)


class TestComposites:
    def test_a_definition_is_a_function(self):
        _, functions = written(use(row("a", "unit", filters=16)), unit=simple())
        assert functions["unit"].splitlines() == [
            "def unit(x, *, filters=8, name):",
            '    """Unit.',
            "",
            "    Args:",
            "        filters: channels of the output.",
            '    """',
            '    x = layers.Conv2D(filters, 3, padding="same", name=f"{name}_conv")(x)',
            '    return layers.ReLU(name=f"{name}_act")(x)',
        ]
        assert 'x = unit(inputs, filters=16, name="a")' in functions["build_model"]

    def test_its_note_is_what_is_said_of_it(self):
        _, functions = written(use(row("a", "unit")), unit=simple(note='Two "layers"'))
        assert '"""Two \'layers\'.' in functions["unit"]

    def test_one_that_no_node_uses_is_not_written(self):
        _, functions = written(use(row("a", "unit")), unit=simple(), other=simple())
        assert "other" not in functions

    def test_it_may_hold_another_which_stands_before_it(self):
        outer = definition(
            row("first", "unit", filters="=2 * width"),
            row("second", "unit", filters="=width"),
            wires=["in0 first", "first second", "second out"],
            width=Variable(4),
        )
        _, functions = written(use(row("a", "outer")), outer=outer, unit=simple())
        assert list(functions) == ["unit", "outer", "build_model"]
        assert functions["outer"].splitlines()[2:] == [
            '    x = unit(x, filters=2 * width, name=f"{name}_first")',
            '    return unit(x, filters=width, name=f"{name}_second")',
        ]

    def test_several_inputs_and_outputs(self):
        both = definition(
            row("sum", "add"),
            row("product", "Multiply"),
            wires=[
                *("in1 sum", "in2 sum", "in1 product", "in2 product"),
                *("sum out1", "product out2"),
            ],
        )
        design = document(
            [
                IMAGE,
                row("a", "conv"),
                row("b", "conv"),
                row("c", "both"),
                row("d", "add"),
            ],
            ["image a", "image b", "a c", "b c:in2", "c d", "c:out2 d"],
        )
        _, functions = written(design, both=both)
        assert functions["both"].splitlines() == [
            "def both(in1, in2, *, name):",
            '    """Unit."""',
            '    sum_output = layers.Add(name=f"{name}_sum")([in1, in2])',
            '    product = layers.Multiply(name=f"{name}_product")([in1, in2])',
            "    return sum_output, product",
        ]
        assert functions["build_model"].splitlines()[-3:-1] == [
            '    c_out1, c_out2 = both(a, x, name="c")',
            '    x = layers.Add(name="d")([c_out1, c_out2])',
        ]

    def test_repeats_are_loops_and_rows_a_table(self):
        stage = definition(
            *(row(f"r{n}", "conv", filters=n, repeat="=depth") for n in (8, 16, 24)),
            wires=["in0 r8", "r8 r16", "r16 r24", "r24 out"],
            depth=Variable(2),
        )
        _, functions = written(use(row("a", "stage", repeat=2)), stage=stage)
        assert functions["stage"].splitlines()[2:] == [
            "    for row, filters in [",
            '        ("r8", 8),',
            '        ("r16", 16),',
            '        ("r24", 24),',
            "    ]:",
            "        for i in range(1, depth + 1):",
            "            x = layers.Conv2D(",
            "                filters,",
            "                3,",
            '                padding="same",',
            '                name=f"{name}_{row}_{i}" if depth > 1 else f"{name}_{row}",',
            "            )(x)",
            "    return x",
        ]
        assert 'stage(x, name=f"a_{i}")' in functions["build_model"]

    def test_uses_may_be_rows_of_a_table(self):
        rows = [row(f"r{n}", "unit", filters=n) for n in (8, 16, 24)]
        _, functions = written(use(*rows), unit=simple())
        assert functions["build_model"].splitlines()[-3:-1] == [
            "    ]:",
            "        x = unit(x, filters=filters, name=name)",
        ]

    def test_text_switches_and_what_follows_from_parameters(self):
        unit = definition(
            row("conv", "conv_bn", filters="=wide", activation="=act"),
            row("other", "conv_bn", filters="=wide", use_bias="=bias"),
            wires=["in0 conv", "conv other", "other out"],
            filters=Variable(4),
            wide=Variable("=2 * filters"),
            act=Variable("silu"),
            bias=Variable(True),
        )
        design = use(row("a", "unit", act="relu6", bias=False), row("b", "unit"))
        _, functions = written(design, unit=unit)
        lines = functions["unit"].splitlines()
        assert lines[0] == 'def unit(x, *, filters=4, act="silu", bias=True, name):'
        assert lines[2] == "    wide = 2 * filters"
        assert (
            'unit(inputs, act="relu6", bias=False, name="a")'
            in (functions["build_model"])
        )

    def test_names_that_clash_with_what_the_code_needs(self):
        unit = definition(
            row("layers", "stem", filters="=stem"),
            row("range", "stem", filters="=x", repeat="=range"),
            row("len", "stem", kernel_size=5, strides=8, filters="=x"),
            row("sum", "add"),
            wires=[
                *("in0 layers", "layers range", "in0 len", "range sum"),
                *("len sum", "sum out"),
            ],
            stem=Variable(3),
            x=Variable(32),
            range=Variable(2),
        )
        design = use(row("a", "conv_bn"), variables={"conv_bn_": Variable(1)})
        file, functions = written(design, conv_bn=unit)
        assert list(functions) == ["conv_bn", "conv_bn__", "build_model"]
        assert functions["conv_bn__"].splitlines()[:8] == [
            "def conv_bn__(inputs, *, stem_value=3, x_value=32, range_value=2, name):",
            '    """Unit.',
            "",
            "    Args:",
            "        stem_value: `stem` in the design.",
            "        x_value: `x` in the design.",
            "        range_value: `range` in the design.",
            '    """',
        ]
        assert (
            'x = conv_bn(inputs, stem_value, 3, name=f"{name}_layers")'
            in (functions["conv_bn__"])
        )
        assert 'conv_bn__(inputs, name="a")' in functions["build_model"]
        compile(file.source, "net.py", "exec")

    def test_an_output_that_is_read_inside_passes_its_tensor_on(self):
        unit = definition(
            row("first", "conv"),
            row("act", "ReLU"),
            wires=["in0 first", "first out0", "out0 act", "act out1", "out0 out2"],
        )
        design = document(
            [IMAGE, row("a", "unit"), row("b", "ReLU"), row("c", "ReLU")],
            ["image a", "a b", "a:out1 c"],
        )
        _, functions = written(design, unit=unit)
        assert functions["unit"].splitlines()[-3:] == [
            '    first = layers.Conv2D(32, 3, padding="same", name=f"{name}_first")(x)',
            '    act = layers.ReLU(name=f"{name}_act")(first)',
            "    return first, act, first",
        ]

    def test_what_leads_to_no_output_is_left_out(self):
        unit = definition(
            row("used", "conv"),
            row("dangling", "conv"),
            wires=["in0 used", "in0 dangling", "used out"],
        )
        _, functions = written(use(row("a", "unit")), unit=unit)
        assert "dangling" not in functions["unit"]

    def test_the_networks_input_cannot_be_inside(self):
        unit = definition(
            Node("picture", "image_input", "picture"),
            row("conv", "conv"),
            wires=["picture conv", "conv out"],
        )
        with pytest.raises(CodegenError, match=r"'picture'.*ungroup"):
            written(document([row("a", "unit")], []), unit=unit)

    def test_numbers_cannot_come_from_text(self):
        unit = definition(
            row("conv", "Conv2D", kernel_size="=kernel"),
            wires=["in0 conv", "conv out"],
            kernel=Variable("3, 1"),
        )
        with pytest.raises(CodegenError, match=r"kernel_size.* write 3, 1"):
            written(use(row("a", "unit")), unit=unit)

    def test_code_is_for_whole_designs(self):
        shapes = {"in0": (None, 8, 8, 3)}
        with pytest.raises(CodegenError, match="'in0' is a port"):
            generate(analyse(simple().body, ports=shapes))


class TestRefused:
    """What the analysis says of blocks before code would fail."""

    def faults(self, design, **definitions):
        return analyse(replace(design, definitions=definitions)).errors

    def test_a_parameter_that_a_port_does_not_have(self):
        unit = simple()
        nodes = {**unit.body.nodes}
        nodes["in0"] = replace(nodes["in0"], params={"nonsense": 1})
        unit = replace(unit, body=replace(unit.body, nodes=nodes))
        (issue,) = self.faults(use(row("a", "unit")), unit=unit)
        assert "in 'in0': Block's input has no 'nonsense'" in issue.message

    def test_a_block_without_an_output(self):
        unit = definition(row("conv", "conv"), wires=["in0 conv"])
        (issue,) = self.faults(use(row("a", "unit", muted=False)), unit=unit)
        assert issue.code in ("no_output", "unused_port")

    def test_an_input_that_only_a_muted_node_ignores(self):
        """Keras would leave out what is wired to it."""
        unit = definition(
            row("sum", "add", muted=True),
            wires=["in0 sum", "in1 sum", "sum out"],
        )
        design = document(
            [IMAGE, row("c", "conv"), row("a", "unit")],
            ["image c", "c a", "image a:in1"],
        )
        (issue,) = self.faults(design, unit=unit)
        assert "its input 'in1' leads to none of its outputs" in issue.message

    @pytest.mark.parametrize("depth", [1, 2])
    def test_two_layers_of_one_name_inside(self, depth):
        unit = definition(
            row("b", "conv_bn", repeat=2),
            row("b_1_conv", "conv"),
            wires=["in0 b", "b b_1_conv", "b_1_conv out"],
        )
        outer = definition(row("u", "unit"), wires=["in0 u", "u out"])
        block = {1: "unit", 2: "outer"}[depth]
        design = use(row("a", block), definitions={"unit": unit, "outer": outer})
        (issue,) = analyse(design).errors
        (repair,) = issue.repairs
        assert repair.title == "rename 'b_1_conv' in 'Unit' to 'b1conv'"
        assert not analyse(repair.edit(design)).issues


class TestMuted:
    def test_what_it_is_set_to_does_not_matter(self):
        unit = definition(row("c", "conv"), wires=["in0 c", "c out"])
        unwired = Node("out", "block_output", "out")
        broken = definition(row("c", "conv", padding=7), unwired, wires=["in0 c"])
        design = use(
            row("a", "conv", muted=True, nonsense=1, filters="=1 +"),
            row("b", "broken", muted=True, filters="=typo", repeat="=rund(2)"),
            row("c", "unit"),
            variables={"x": Variable(1)},
        )
        file, functions = written(design, broken=broken, unit=unit)
        assert list(functions) == ["unit", "build_model"]
        assert "typo" not in file.source

    def test_a_block_that_only_a_muted_node_uses_is_not_written(self):
        inner = definition(row("c", "conv"), wires=["in0 c", "c out"])
        unit = definition(
            row("a", "conv"),
            row("b", "inner", muted=True),
            wires=["in0 a", "a b", "b out"],
        )
        _, functions = written(use(row("a", "unit")), unit=unit, inner=inner)
        assert list(functions) == ["unit", "build_model"]

    def test_a_muted_node_leaves_no_line(self):
        design = use(row("a", "conv"), row("b", "conv", muted=True), row("c", "ReLU"))
        file, functions = written(design)
        assert '"b"' not in file.source
        assert functions["build_model"].splitlines()[-3:-1] == [
            '    x = layers.Conv2D(32, 3, padding="same", name="a")(inputs)',
            '    x = layers.ReLU(name="c")(x)',
        ]
        assert file.lines.keys() == {"image", "a", "c"}

    def test_at_the_end_the_network_ends_before_it(self):
        design = use(row("a", "conv"), row("b", "conv", muted=True))
        _, functions = written(design)
        assert 'return keras.Model(inputs, x, name="net")' in functions["build_model"]

    def test_what_it_alone_would_read_is_an_output(self):
        design = document(
            [IMAGE, row("a", "conv"), row("b", "conv"), row("c", "add", muted=True)],
            ["image a", "image b", "a c", "b c"],
        )
        _, functions = written(design)
        assert "keras.Model(inputs, [b, a]" in functions["build_model"]

    def test_inside_a_block(self):
        unit = simple()
        nodes = {
            **unit.body.nodes,
            "conv": replace(unit.body.nodes["conv"], muted=True),
        }
        unit = replace(unit, body=replace(unit.body, nodes=nodes))
        _, functions = written(use(row("a", "unit")), unit=unit)
        assert functions["unit"].splitlines()[-1] == (
            '    return layers.ReLU(name=f"{name}_act")(x)'
        )


class TestPlaces:
    def test_inner_nodes_have_their_lines(self):
        stage = definition(
            *(row(f"r{n}", "unit", filters=n) for n in (8, 16, 24)),
            row("last", "conv_bn"),
            wires=["in0 r8", "r8 r16", "r16 r24", "r24 last", "last out"],
        )
        rows = [row("a", "stage"), row("b", "unit", filters=2, repeat=2)]
        file, _ = written(use(*rows), stage=stage, unit=simple())
        lines = file.source.splitlines()
        assert file.inner.keys() == {"stage", "unit"}
        for block, nodes in {"": file.lines, **file.inner}.items():
            for node, (first, last) in nodes.items():
                text = "\n".join(lines[first - 1 : last])
                assert node in text
                assert file.at(first) == (block, node)
                assert file.at(last) == (block, node)
        first, last = file.inner["stage"]["last"]
        assert last - first >= 2  # a convolution, its normalisation, its activation
        assert file.at(1) is None
        assert file.at(len(lines)) is None
