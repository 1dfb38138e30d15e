"""The application in its own process, as a user starts it: it opens designs, is used, and ends by its own close."""

from pathlib import Path

import numpy as np
import pytest

from designer.model.files import dumps
from tests.conftest import x_server
from tests.designer.codegen.random_designs import random_design
from tests.window_driver import play

CASES = sorted(Path(__file__).parents[1].glob("cases/*.design.json"))
TEMPLATES = ("mobilenet_v2", "shufflenet_v1", "resnet_50")


@pytest.fixture
def display(monkeypatch):
    with x_server() as display:
        monkeypatch.setenv("DISPLAY", display)
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        yield


def test_no_qt_object_is_destroyed_in_another_thread(tmp_path):
    first, *others = map(str, CASES)
    play(tmp_path, open=first, designs=[*others, *TEMPLATES], thread=True)


def test_a_collection_at_every_event_finds_nothing_in_use(tmp_path):
    path = tmp_path / "random.design.json"
    path.write_text(dumps(random_design(np.random.default_rng(1))), encoding="utf-8")
    designs = [str(path), "mobilenet_v2"]
    play(
        tmp_path,
        open=str(CASES[0]),
        designs=designs,
        collect=True,
        seconds=0.1,
        rows=True,
        busy=True,
    )


def test_every_command_and_dialog(tmp_path):
    play(tmp_path, open=str(CASES[-1]), commands=True, thread=True)


@pytest.mark.usefixtures("display")
def test_on_a_real_screen(tmp_path):
    designs = [str(path) for path in CASES if "siamese" in path.name]
    first = next(str(path) for path in CASES if "upsampling" in path.name)
    play(tmp_path, open=first, designs=designs, thread=True, seconds=0.1)
