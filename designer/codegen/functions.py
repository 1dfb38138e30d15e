"""The functions that a design has of its own: `build_model`, and one for each composite block."""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from blocks import layers, ops
from designer.analysis.catalog import DesignBlocks, design_blocks
from designer.analysis.report import Analysis
from designer.codegen.body import body_of_definition, body_of_design
from designer.codegen.calls import Called, assigned, read
from designer.codegen.cleaning import join_return
from designer.codegen.expressions import python
from designer.codegen.naming import (
    BUILTINS,
    LOOPS,
    MODULES,
    OWN,
    ROUNDING,
    Names,
    aliases,
    free_name,
    model_name,
    names_of,
    renamed,
)
from designer.codegen.network import Network
from designer.codegen.routine import Routine
from designer.codegen.trees import loaded
from designer.model.definitions import blocks_behind
from designer.model.document import (
    BLOCK_INPUT,
    BLOCK_OUTPUT,
    Definition,
    Document,
    Variable,
    is_expression,
)
from designer.model.expressions import evaluate
from designer.model.variables import resolve


class CodegenError(ValueError):
    """A design that cannot be written as code; the text is the sentence for the user."""


@dataclass
class Functions:
    """A design's own functions."""

    names: Names
    build_model: Routine
    composites: Mapping[str, Routine]  # by block id

    @property
    def all(self) -> list[Routine]:
        return [self.build_model, *self.composites.values()]


def functions_of(analysis: Analysis) -> Functions:
    """Write `build_model`, and the function of each composite block that it needs."""
    return _Writer(analysis).write()


@dataclass
class _Writer:
    analysis: Analysis
    composites: dict[str, Routine] = field(default_factory=dict)

    def write(self) -> Functions:
        document = self.document = self.analysis.document
        self.blocks: DesignBlocks = design_blocks(document)
        used = blocks_behind(document.definitions, (n.block for n in document))
        own = [id for id in document.definitions if id in used]
        bodies = [document, *(document.definitions[id].body for id in own)]
        ids = {node.block for body in bodies for node in body} - used
        library = [self.blocks[id] for id in sorted(ids - {BLOCK_INPUT, BLOCK_OUTPUT})]
        self.names = names_of(document, library, own)
        self.scope: dict[str, Any] = {
            "keras": None,
            "layers": layers,
            "ops": ops,
            "math": math,
            **{self.names.of(block): block.function for block in library},
            **{
                self.names.library.get(function, name): function
                for name, function in ROUNDING.items()
            },
        }
        self._refuse_hidden()
        for id in own:
            self._refuse_held_inputs(document.definitions[id])
        for body in bodies:
            self._refuse_spelled(body)
        self.parameters = {id: self._parameters(id) for id in own}
        for id in own:  # any may call any other
            name = self.names.composites[id]
            self.composites[id] = Routine(_empty(name), self.scope)
            self.scope[name] = self.composites[id]
        for id in own:
            self._write_composite(id, document.definitions[id])
        return Functions(self.names, self._build_model(), self.composites)

    def _refuse_hidden(self) -> None:
        """Refuse a variable in whose place the code has a module or a function of Python's."""
        for name in self.document.variables:
            if name in (*MODULES, "GroupedConv2D") or name in BUILTINS:
                free = free_name(f"{name}_value", self.document.variables)
                raise CodegenError(
                    f"the code has a function or module called '{name}': rename that variable, '{free}' is free"
                )

    def _refuse_held_inputs(self, definition: Definition) -> None:
        """Refuse a composite block that has an input of the network in it: a function cannot give that to the model."""
        for node in definition.body:
            if node.block != BLOCK_INPUT and not self.blocks[node.block].inputs:
                raise CodegenError(
                    f"the block '{definition.title}' holds the network's input '{node.name}', "
                    "and code needs that outside: ungroup it, and group the rest"
                )

    def _refuse_spelled(self, body: Document) -> None:
        """Refuse numbers that variables spell as text, such as "3, 1": Python would take that for text."""
        values = resolve(body.variables).values
        for node in body:
            parameters = self.blocks[node.block].parameters
            for key, value in (*node.params.items(), *node.first.items()):
                if parameters[key].literal and is_expression(value):
                    found = evaluate(str(value), values)
                    if isinstance(found, str):
                        raise CodegenError(
                            f"'{node.name}' reads its {key} from the text '{found}' of a variable, "
                            f"which code cannot: write {found} there"
                        )

    def _called(self, document: Document) -> dict[str, Called]:
        return {node.id: self._call_of(node.block) for node in document}

    def _call_of(self, id: str) -> Called:
        block = self.blocks[id]
        if id in self.parameters:
            return Called(block, self.names.composites[id], self.parameters[id])
        return Called(block, self.names.of(block))

    def _build_model(self) -> Routine:
        given = {
            name: v
            for name, v in self.document.variables.items()
            if not is_expression(v.value)
        }
        other = aliases(self.document.variables, LOOPS, "design_{}")
        document = renamed(self.document, other)
        body = body_of_design(document, self.blocks, self.analysis.ends)
        taken = {*self.names.taken, *document.variables, *other.values()}
        network = Network(
            body, self._called(body.document), taken, reports=self.analysis.nodes
        )
        statements = _derived(self.document, document, other, network.write())
        used = {name for statement in statements for name in loaded(statement)}
        alias = {name: other[name] for name in given if other.get(name) in used}
        statements = [
            *(assigned([new], read(name)) for name, new in alias.items()),
            *statements,
        ]
        model = ast.Attribute(read("keras"), "Model", ast.Load())
        name = ast.keyword("name", ast.Constant(model_name(document.name)))
        ends = [_one_or_list(network.inputs), _one_or_list(network.results)]
        statements.append(ast.Return(ast.Call(model, ends, [name])))
        tree = _empty("build_model")
        tree.args.args = [ast.arg(name) for name in given]
        tree.args.defaults = [python(variable.value) for variable in given.values()]
        tree.body = statements
        about = f"Build {prose(document.name)}."
        return Routine(tree, dict(self.scope), docstring(about, given))

    def _parameters(self, id: str) -> dict[str, str]:
        """Variables of a definition that go by another name in the file."""
        taken = {*self.names.taken, *LOOPS, *MODULES, *OWN}
        variables = self.document.definitions[id].body.variables
        return aliases(variables, taken, "{}_value")

    def _write_composite(self, id: str, definition: Definition) -> None:
        made, other = self.composites[id], self.parameters[id]
        document = renamed(definition.body, other)
        body = body_of_definition(document, self.blocks)
        given = {
            other.get(name, name): v
            for name, v in document.variables.items()
            if not is_expression(v.value)
        }
        taken = {*self.names.taken, *document.variables, *other.values()}
        network = Network(body, self._called(body.document), taken, inside=True)
        statements = _derived(definition.body, document, other, network.write())
        tree = made.tree
        tree.args.args = [ast.arg(name) for name in network.inputs]
        tree.args.kwonlyargs = [ast.arg(name) for name in (*given, "name")]
        tree.args.kw_defaults = [*(python(v.value) for v in given.values()), None]
        value: ast.expr = ast.Tuple([*map(read, network.results)], ast.Load())
        if len(network.results) == 1:
            value = read(network.results[0])
        tree.body = [*statements, ast.Return(value)]
        join_return(tree)
        made.scope = dict(self.scope)
        title = prose(definition.note.strip().partition("\n\n")[0] or definition.title)
        made.doc = docstring(title if title.endswith(".") else f"{title}.", given)


def docstring(about: str, variables: Mapping[str, Variable]) -> Sequence[str]:
    """Lines of a docstring: what it is about, and what is noted of the variables."""
    notes = [(name, prose(variable.note)) for name, variable in variables.items()]
    notes = [(name, note) for name, note in notes if note]
    if not notes:
        return [f'"""{about}"""']
    return [
        f'"""{about}',
        "",
        "Args:",
        *(f"    {name}: {note}" for name, note in notes),
        '"""',
    ]


def prose(words: str) -> str:
    """What a user wrote, on one line and harmless in a docstring."""
    return " ".join(words.split()).replace("\\", "/").replace('"', "'")


def _derived(
    document: Document,
    written: Document,
    other: Mapping[str, str],
    statements: list[ast.stmt],
) -> list[ast.stmt]:
    """Variables that follow from others, each behind those that it rests on, then what reads them.

    Args:
        written: the document over `other` names.
    """
    read = {name for statement in statements for name in loaded(statement)}
    for name in reversed(resolve(document.variables).values):
        value, own = written.variables[name].value, other.get(name, name)
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
