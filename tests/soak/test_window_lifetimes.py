"""The application as a process of its own, on everything that there is to open: no crash, whatever is collected when.

Each design is used for ten seconds while garbage is collected at every event; then the last five gestures come once
more. Each process ends by its own close.
"""

import numpy as np
import pytest

from designer.model.files import dumps
from templates.gallery import gallery
from tests.designer.codegen.random_designs import random_design
from tests.end_to_end.test_window_process import CASES, display  # noqa: F401
from tests.window_driver import play

SECONDS = 10
WAYS = {"collect": {"collect": True}, "thread": {"thread": True, "worker": True}}
RANDOM, TOGETHER = 100, 10  # designs, and how many in one process

way = pytest.mark.parametrize("way", WAYS)


def name(path):
    return path.name.partition(".")[0]


@way
@pytest.mark.parametrize("path", CASES, ids=name)
def test_case(path, way, tmp_path):
    play(tmp_path, open=str(path), seconds=SECONDS, rows=True, **WAYS[way])


@pytest.mark.usefixtures("display")
@pytest.mark.parametrize("path", CASES, ids=name)
def test_case_on_a_real_screen(path, tmp_path):
    play(tmp_path, open=str(path), seconds=SECONDS, thread=True, worker=True)


@way
@pytest.mark.parametrize("template", gallery())
def test_template(template, way, tmp_path):
    play(tmp_path, open=template, seconds=SECONDS, rows=True, **WAYS[way])


@way
@pytest.mark.parametrize("first", range(0, RANDOM, TOGETHER))
def test_random_designs(first, way, tmp_path):
    paths = []
    for seed in range(first, first + TOGETHER):
        path = tmp_path / f"random{seed}.design.json"
        design = random_design(np.random.default_rng(seed))
        path.write_text(dumps(design), encoding="utf-8")
        paths.append(str(path))
    play(
        tmp_path,
        open=paths[0],
        designs=paths[1:],
        seconds=SECONDS,
        rows=True,
        **WAYS[way],
    )


@way
@pytest.mark.parametrize("design", [str(CASES[0]), "mobilenet_v2"])
def test_every_command_and_dialog(design, way, tmp_path):
    play(tmp_path, open=design, commands=True, **WAYS[way])


@pytest.mark.usefixtures("display")
@way
def test_every_command_and_dialog_on_a_real_screen(way, tmp_path):
    play(tmp_path, open=str(CASES[0]), commands=True, **WAYS[way])
