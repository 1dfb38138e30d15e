"""The functions that a design has of its own: `build_model`, and one for each composite block."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from designer.analysis.catalog import DesignBlocks, design_blocks
from designer.analysis.report import Analysis
from designer.codegen.body import Body, body_of_definition, body_of_design
from designer.codegen.calls import Called, assigned, read
from designer.codegen.cleaning import join_return
from designer.codegen.expressions import python
from designer.codegen.naming import (
    HIDING,
    LOOPS,
    ROUNDING,
    Names,
    aliases,
    names_of,
    over_other_names,
)
from designer.codegen.network import Network
from designer.codegen.program import Function, Import, Meaning, Own
from designer.codegen.prose import docstring, model_name, notes, prose
from designer.codegen.trees import loaded
from designer.model.document import (
    BLOCK_INPUT,
    BLOCK_OUTPUT,
    Definition,
    Document,
    Variable,
    is_expression,
)
from designer.model.variables import resolve

# Layers take their data format from the user's keras.json, and blocks are written for channels last.
CHANNELS_LAST = """
if keras.config.image_data_format() != "channels_last":
    raise ValueError("needs keras.config.set_image_data_format('channels_last')")
"""


class CodegenError(ValueError):
    """A design that cannot be written as code; the text is the sentence for the user."""


@dataclass
class Functions:
    """A design's own functions."""

    names: Names
    build_model: Function
    composites: Sequence[Function]

    @property
    def all(self) -> list[Function]:
        return [self.build_model, *self.composites]


def functions_of(analysis: Analysis) -> Functions:
    """Write `build_model`, and the function of each composite block that it needs."""
    return _Writer(analysis).write()


@dataclass
class _Writer:
    analysis: Analysis

    def write(self) -> Functions:
        document = self.document = self.analysis.document
        self.blocks: DesignBlocks = design_blocks(document)
        self.bodies = self._bodies()
        own = [id for id in document.definitions if id in self.bodies]
        ids = {node.block for body in self.bodies.values() for node in body.document}
        ids -= {*own, BLOCK_INPUT, BLOCK_OUTPUT}
        library = [self.blocks[id] for id in sorted(ids)]
        self.names = names_of(document, library, own)
        self.scope: dict[str, Meaning] = {
            "keras": Import("keras"),
            "layers": Import("keras", "layers"),
            "ops": Import("keras", "ops"),
            "math": Import("math"),
            **{self.names.of(block): block.function for block in library},
            **{
                self.names.library.get(function, name): function
                for name, function in ROUNDING.items()
            },
            **{self.names.composites[id]: Own(id) for id in own},
        }
        self.parameters = {id: self._parameters(id) for id in own}
        composites = [self._composite(id, document.definitions[id]) for id in own]
        return Functions(self.names, self._build_model(), composites)

    def _bodies(self) -> dict[str, Body]:
        """What is written of the design, under "", and of each block of its own that this calls."""
        document = self.document
        found = {"": body_of_design(document, self.blocks, self.analysis.ends)}
        waiting = [found[""]]
        while waiting:
            for node in waiting.pop().document:
                definition = document.definitions.get(node.block)
                if definition is not None and node.block not in found:
                    body = body_of_definition(definition.body, self.blocks)
                    found[node.block] = body
                    waiting.append(body)
        return found

    def _called(self, document: Document) -> dict[str, Called]:
        return {node.id: self._call_of(node.block) for node in document}

    def _call_of(self, id: str) -> Called:
        block = self.blocks[id]
        if id in self.parameters:
            return Called(block, self.names.composites[id], self.parameters[id])
        return Called(block, self.names.of(block))

    def _build_model(self) -> Function:
        variables = self.document.variables
        other = aliases(variables, HIDING, "{}_value", self.names.taken)
        taken = {*self.names.taken, *other.values()}
        inside = aliases(variables, LOOPS, "design_{}", taken)
        given = _given(self.document, other)
        body = over_other_names(self.bodies[""], other | inside)
        taken |= {*variables, *inside.values()}
        network = Network(
            body, self._called(body.document), taken, reports=self.analysis.nodes
        )
        statements = _derived(self.document, body, other | inside, network.write())
        used = {name for statement in statements for name in loaded(statement)}
        alias = {name: inside[name] for name in given if inside.get(name) in used}
        statements = [
            *(assigned([new], read(name)) for name, new in alias.items()),
            *statements,
        ]
        model = ast.Attribute(read("keras"), "Model", ast.Load())
        statements.insert(0, ast.parse(CHANNELS_LAST).body[0])
        name = ast.keyword("name", ast.Constant(model_name(self.document.name)))
        ends = [_one_or_list(network.inputs), _one_or_list(network.results)]
        statements.append(ast.Return(ast.Call(model, ends, [name])))
        tree = _empty("build_model")
        tree.args.args = [ast.arg(name) for name in given]
        tree.args.defaults = [python(variable.value) for variable in given.values()]
        tree.body = statements
        about = f"Build {prose(self.document.name, 'the network')}."
        doc = docstring(about, notes(given, other))
        return Function(Own(), tree, self.scope, doc)

    def _parameters(self, id: str) -> dict[str, str]:
        """Variables of a definition that go by another name in the file."""
        variables = self.document.definitions[id].body.variables
        return aliases(variables, self.names.taken, "{}_value", self.names.taken)

    def _composite(self, id: str, definition: Definition) -> Function:
        other = self.parameters[id]
        variables = definition.body.variables
        given = _given(definition.body, other)
        body = over_other_names(self.bodies[id], other)
        taken = {*self.names.taken, *variables, *other.values()}
        network = Network(body, self._called(body.document), taken, inside=True)
        statements = _derived(definition.body, body, other, network.write())
        tree = _empty(self.names.composites[id])
        tree.args.args = [ast.arg(name) for name in network.inputs]
        tree.args.kwonlyargs = [ast.arg(name) for name in (*given, "name")]
        tree.args.kw_defaults = [*(python(v.value) for v in given.values()), None]
        value: ast.expr = ast.Tuple([*map(read, network.results)], ast.Load())
        if len(network.results) == 1:
            value = read(network.results[0])
        tree.body = [*statements, ast.Return(value)]
        paragraph = definition.note.strip().partition("\n\n")[0]
        title = prose(paragraph, definition.title, id)
        about = title if title.endswith(".") else f"{title}."
        doc = docstring(about, notes(given, other))
        return Function(Own(id), join_return(tree), self.scope, doc)


def _given(document: Document, other: Mapping[str, str]) -> dict[str, Variable]:
    """The arguments of a function: variables that do not follow from others, by their names in the file."""
    return {
        other.get(name, name): variable
        for name, variable in document.variables.items()
        if not is_expression(variable.value)
    }


def _derived(
    document: Document,
    body: Body,
    other: Mapping[str, str],
    statements: list[ast.stmt],
) -> list[ast.stmt]:
    """Variables that follow from others, each behind those that it rests on, then what reads them.

    Args:
        body: the document as it is written, over `other` names.
    """
    read = {name for statement in statements for name in loaded(statement)}
    for name in reversed(resolve(document.variables).values):
        value = body.document.variables[name].value
        own = other.get(name, name)
        if is_expression(value) and own in read:
            statements = [assigned([own], python(value)), *statements]
            read.update(loaded(statements[0]))
    return statements


def _empty(name: str) -> ast.FunctionDef:
    none = ast.arguments([], [], None, [], [], None, [])
    return ast.FunctionDef(name, none, [], [], lineno=0)


def _one_or_list(names: Sequence[str]) -> ast.expr:
    if len(names) == 1:
        return read(names[0])
    return ast.List([*map(read, names)], ast.Load())
