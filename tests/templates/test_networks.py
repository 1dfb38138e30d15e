"""The templates' files, where this project is not: they run, learn a step, are saved and come back the same.

One template of each function that builds some, and at most two copies of a row; tests/soak has all of them whole.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from designer.analysis.analyse import analyse
from designer.codegen import generate
from designer.model.document import is_expression
from templates import gallery
from tests.templates.small import of_each_function, shortened

SMALL = 64  # pixels: enough for every template that says 32 is
CLASSES = 10
TOLERANCE = 1e-5

Answer = dict[str, Any]


@pytest.fixture(scope="module")
def clean_process() -> Iterator[Callable[[Path, dict[str, int]], Answer]]:
    """Orders to a Python process without this project on its path; TensorFlow starts once for all of them."""
    program = Path(__file__).with_name("clean_process.py")
    with subprocess.Popen(
        [sys.executable, "-I", program],
        cwd="/",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        orders, answers = process.stdin, process.stdout

        def ask(file: Path, arguments: dict[str, int]) -> Answer:
            order = {"file": str(file), "arguments": arguments}
            print(json.dumps(order), file=orders, flush=True)
            line = answers.readline()
            assert line, f"the process ended with {process.wait()}"
            answer: Answer = json.loads(line)
            return answer

        yield ask
        orders.close()
    assert process.returncode == 0


def test_the_process_says_what_goes_wrong(
    clean_process: Callable[..., Answer], tmp_path: Path
) -> None:
    (tmp_path / "network.py").write_text("import templates\n")
    answer = clean_process(tmp_path / "network.py", {})
    assert "No module named 'templates'" in answer["failed"]


@pytest.mark.parametrize("id", of_each_function())
def test_a_templates_file_stands_alone(
    id: str, clean_process: Callable[..., Answer], tmp_path: Path
) -> None:
    stands_alone(id, clean_process, tmp_path, copies=2)


def stands_alone(
    id: str, clean_process: Callable[..., Answer], folder: Path, copies: int
) -> None:
    """Let a template's file be used in the clean process, with at most so many copies of a row."""
    template = gallery()[id]
    options = {option.name: option for option in template.options}
    least = int(options["input_size"].minimum or 0)
    arguments = {"input_size": max(SMALL, least), "classes": CLASSES}
    document = template.document()
    if is_expression(document.variables["input_size"].value):  # it follows phi
        document = template.document(input_size=arguments["input_size"])
    analysis = analyse(shortened(document, copies))
    assert not analysis.issues
    file = folder / f"{id}.py"
    file.write_text(generate(analysis).source)

    answer = clean_process(file, arguments)

    assert "failed" not in answer, answer["failed"]
    small = analyse(shortened(template.document(**arguments), copies))
    (output,) = (small.nodes[id].outputs[0] for id in small.outputs)
    assert answer["parameters"] == small.total.params
    assert answer["output"] == list(output)
    assert math.isfinite(answer["loss"])
    assert answer["changed"] > 0.9  # the gradient reaches the first layers
    assert answer["difference"] <= TOLERANCE
