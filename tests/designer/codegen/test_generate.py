"""The generated text: laid out as ruff has it, self-contained, and one statement or table line a node."""

import ast
import subprocess
import sysconfig
from pathlib import Path

import pytest

from designer.analysis import BLOCKS, analyse
from designer.codegen import CodegenError, generate
from designer.model import edits
from designer.model.document import Document, Variable
from templates.gallery import gallery

RUFF = Path(sysconfig.get_path("scripts"), "ruff")
STANDS_ALONE = {"keras", "math", "typing"}


def ruff(*arguments: str, source: str) -> str:
    done = subprocess.run(
        [RUFF, *arguments, "--isolated", "-"],
        input=source,
        text=True,
        capture_output=True,
        check=False,
    )
    return done.stdout + done.stderr if done.returncode else ""


def design(*rows: tuple[str, dict], wires: list[tuple[str, str]] = ()) -> Document:
    """Nodes named `block` or `block2`; wired in a chain, or as told by name."""
    document, previous = Document("net"), None
    for block, params in rows:
        document, node = edits.add_node(document, block, catalog=BLOCKS, params=params)
        if previous and not wires:
            document = edits.connect(document, previous, node, catalog=BLOCKS)
        previous = node
    for source, target in wires:
        document = edits.connect(
            document,
            document.named(source).id,
            document.named(target).id,
            catalog=BLOCKS,
        )
    return document


def body(document: Document, **options: str) -> str:
    """`build_model` without its head, its docstring and the check of the data format."""
    source = generate(analyse(document), **options).source
    build = next(
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef) and node.name == "build_model"
    )
    lines = source.splitlines()[build.body[2].lineno - 1 : build.end_lineno]
    return "\n".join(line.removeprefix("    ") for line in lines)


SMALL = {"height": 32, "width": 32}


@pytest.mark.parametrize("grouped_conv", ["fast", "plain"])
@pytest.mark.parametrize("template", gallery())
class TestTemplates:
    def test_ruff_finds_nothing(self, template, grouped_conv):
        analysis = analyse(gallery()[template].document())
        source = generate(analysis, grouped_conv=grouped_conv).source
        assert not ruff("format", "--check", source=source)
        assert not ruff("check", "--select=E4,E7,E9,F,I,W", source=source)

    def test_needs_keras_alone(self, template, grouped_conv):
        analysis = analyse(gallery()[template].document())
        source = generate(analysis, grouped_conv=grouped_conv).source
        modules = {
            name.split(".")[0]
            for node in ast.walk(ast.parse(source))
            for name in (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module]
                if isinstance(node, ast.ImportFrom)
                else []
            )
        }
        assert modules <= STANDS_ALONE
        assert ("class GroupedConv2D" in source) == (
            grouped_conv == "fast" and "GroupedConv2D(" in source
        )

    def test_each_node_has_its_lines(self, template, grouped_conv):
        document = gallery()[template].document()
        file = generate(analyse(document), grouped_conv=grouped_conv)
        lines = file.source.splitlines()
        assert file.lines.keys() == document.nodes.keys()
        for node in document:
            first, last = file.lines[node.id]
            assert f'"{node.name}' in "".join(lines[first - 1 : last])


class TestStatements:
    def test_a_chain_reuses_x(self):
        document = design(
            ("image_input", SMALL), ("conv", {"filters": 16}), ("classifier", {})
        )
        assert body(document).splitlines() == [
            'inputs = layers.Input((32, 32, 3), name="image_input")',
            'x = layers.Conv2D(16, 3, padding="same", name="conv")(inputs)',
            'x = layers.GlobalAveragePooling2D(name="classifier_pool")(x)',
            'x = layers.Dense(1000, activation="softmax", name="classifier_dense")(x)',
            'return keras.Model(inputs, x, name="net")',
        ]

    def test_a_layer_is_written_as_by_hand(self):
        document = design(
            ("image_input", SMALL),
            ("Conv2D", {"filters": 16, "strides": 2, "kernel_size": "3, 1"}),
            ("BatchNormalization", {}),
            ("ops_relu", {}),
            ("UpSampling2D", {"size": 3}),
            ("MaxPooling2D", {"pool_size": 3, "strides": 1}),
        )
        assert body(document).splitlines()[1:6] == [
            'x = layers.Conv2D(16, (3, 1), strides=2, name="Conv2D")(inputs)',
            'x = layers.BatchNormalization(name="BatchNormalization")(x)',
            "x = ops.relu(x)",
            'x = layers.UpSampling2D(3, name="UpSampling2D")(x)',
            'x = layers.MaxPooling2D(3, strides=1, name="MaxPooling2D")(x)',
        ]

    def test_a_tensor_needed_later_has_its_nodes_name(self):
        document = design(
            ("image_input", SMALL),
            ("conv", {}),
            ("dropout", {"rate": 0.5}),
            ("add", {}),
            wires=[
                ("image_input", "conv"),
                ("conv", "dropout"),
                ("conv", "add"),
                ("dropout", "add"),
            ],
        )
        assert body(document).splitlines()[1:4] == [
            'conv_output = layers.Conv2D(32, 3, padding="same", name="conv")(inputs)',
            'x = layers.Dropout(0.5, name="dropout")(conv_output)',
            'x = layers.Add(name="add")([conv_output, x])',
        ]

    def test_a_repeated_row_is_a_loop_whose_first_copy_differs(self):
        document, node = design(("image_input", SMALL), ("conv", {})), "n2"
        document = edits.set_repeat(document, node, 3, first={"strides": 2})
        assert body(document).splitlines()[1:3] == [
            "x = inputs",
            "for i in range(1, 4):",
        ]
        assert "strides=2 if i == 1 else 1" in body(document)
        assert 'name=f"conv_{i}"' in body(document)

    @pytest.mark.parametrize(
        ("first", "rest", "written"),
        [
            (True, False, "i == 1"),
            (False, True, "i > 1"),
            ("=switch", True, "i > 1 or switch"),
            ("=switch", False, "i == 1 and switch"),
        ],
    )
    def test_a_switch_of_the_first_copy_reads_well(self, first, rest, written):
        document = design(("image_input", SMALL), ("conv", {"use_bias": rest}))
        document = edits.set_variable(document, "switch", Variable(True))
        document = edits.set_repeat(document, "n2", 3, first={"use_bias": first})
        assert f"use_bias={written}," in body(document)

    def test_an_expression_stays_one_and_its_variable_is_an_argument(self):
        document = design(("image_input", SMALL), ("conv", {"filters": "=8 * double"}))
        document = edits.set_variable(
            document, "width", Variable(2, 1, 4, 1, "of the layers")
        )
        document = edits.set_variable(document, "double", Variable("=2 * width"))
        document = edits.set_variable(document, "unused", Variable("=2 * double"))
        document = edits.set_variable(document, "i", Variable(1))
        source = generate(analyse(document)).source
        assert "def build_model(width=2, i=1):" in source
        assert "width: of the layers" in source
        assert "double = 2 * width" in source
        assert "unused" not in source
        assert "design_i" not in source
        assert "layers.Conv2D(8 * double, 3" in source

    def test_three_rows_of_one_block_are_a_table(self):
        document = design(
            ("image_input", SMALL),
            *(("conv", {"filters": n}) for n in (8, 16, 24)),
        )
        assert body(document).splitlines()[1:8] == [
            "x = inputs",
            "for name, filters in [",
            '    ("conv", 8),',
            '    ("conv2", 16),',
            '    ("conv3", 24),',
            "]:",
            '    x = layers.Conv2D(filters, 3, padding="same", name=name)(x)',
        ]

    def test_rows_that_differ_in_more_than_a_number_have_their_expressions_in_the_table(
        self,
    ):
        filters = ("=8 * width", "=round_channels(9 * width, 8)", 24)
        document = design(
            ("image_input", SMALL), *(("conv", {"filters": n}) for n in filters)
        )
        document = edits.set_variable(document, "width", Variable(2))
        assert body(document).splitlines()[2:7] == [
            "for name, filters in [",
            '    ("conv", 8 * width),',
            '    ("conv2", round_channels(9 * width, 8)),',
            '    ("conv3", 24),',
            "]:",
        ]

    def test_a_tables_column_does_not_hide_a_variable(self):
        document = design(
            ("image_input", SMALL),
            *(("conv", {"filters": f"={n} * filters"}) for n in (8, 16, 24)),
            ("conv", {"filters": "=8 * filters", "kernel_size": 1}),
        )
        document = edits.set_variable(document, "filters", Variable(1))
        assert "for name, row_filters, kernel_size in [" in body(document)
        assert "layers.Conv2D(row_filters * filters, kernel_size" in body(
            document
        ).replace("\n        ", "")

    def test_a_variable_called_as_the_loops_are_has_another_name_inside(self):
        document = design(
            ("image_input", SMALL), *(("conv_bn", {"filters": 8}) for _ in range(3))
        )
        for number, node in enumerate(("n2", "n3", "n4"), start=1):
            document = edits.set_repeat(document, node, f"={number} * repeats")
        for name in ("repeats", "i"):
            document = edits.set_variable(document, name, Variable(2))
        document = edits.set_params(document, "n2", {"strides": "=i"}, catalog=BLOCKS)
        text = body(document)
        assert "design_repeats = repeats" in text
        assert "repeats = repeats * design_repeats" in text
        assert '("conv_bn", design_i, 1)' in text

    @pytest.mark.parametrize("name", ["layers", "keras", "range", "GroupedConv2D"])
    def test_a_variable_that_hides_what_the_code_needs_is_renamed(self, name):
        document = design(("image_input", SMALL), ("conv_bn", {}))
        document = edits.set_variable(document, name, Variable(8))
        document = edits.set_params(
            document, "n2", {"filters": f"=2 * {name}"}, catalog=BLOCKS
        )
        text = generate(analyse(document)).source
        assert f"def build_model({name}_value=8):" in text
        assert f"        {name}_value: `{name}` in the design." in text
        assert f"layers.Conv2D(2 * {name}_value, 3" in text.replace("(\n        ", "(")

    def test_what_a_user_writes_does_no_harm_in_a_docstring(self):
        document = edits.rename_document(
            design(("image_input", SMALL), ("stem", {})), 'a"""\\'
        )
        note = Variable(1, note='ends in """')
        document = edits.set_variable(document, "n", note)
        assert ruff("check", source=generate(analyse(document)).source) == ""

    def test_plain_writes_keras_own_grouped_convolution(self):
        document = design(
            ("image_input", SMALL), ("grouped_conv", {"groups": 3, "filters": 9})
        )
        assert (
            "GroupedConv2D"
            not in generate(analyse(document), grouped_conv="plain").source
        )

    def test_one_group_is_a_convolution(self):
        document = design(
            ("image_input", SMALL), ("grouped_conv", {"groups": 1, "filters": 9})
        )
        source = generate(analyse(document)).source
        assert "x = layers.Conv2D(9, 3," in source.replace("(\n        ", "(")
        assert "GroupedConv2D" not in source


class TestRefusals:
    def test_a_design_with_an_error_names_it(self):
        document = design(("image_input", SMALL), ("grouped_conv", {"groups": 2}))
        with pytest.raises(CodegenError, match=r"3 .*2 groups"):
            generate(analyse(document))

    def test_a_variable_called_as_a_block_leaves_the_name_to_the_caller(self):
        document = design(("image_input", SMALL), ("inverted_residual", {}))
        document = edits.set_variable(document, "inverted_residual", Variable(1))
        source = generate(analyse(document)).source
        assert "def build_model(inverted_residual=1):" in source
        assert "inverted_residual_block(inputs" in source

    def test_an_empty_design_says_what_to_add(self):
        with pytest.raises(CodegenError, match="empty"):
            generate(analyse(Document()))
