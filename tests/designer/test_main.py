"""`python -m designer`: where each command goes, and what is said where there is no display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from designer.__main__ import main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def no_display(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def window(monkeypatch) -> list[list[str]]:
    """What the window is started with, in place of a window."""
    started: list[list[str]] = []
    monkeypatch.setattr(
        "designer.app.startup.start.main", lambda words: started.append(words) or 0
    )
    return started


def test_no_arguments_open_the_window(window):
    assert main([]) == 0
    assert window == [[]]


def test_open_hands_on_what_to_open(window):
    assert main(["open", "mobilenet_v2", "--set", "alpha=0.5"]) == 0
    assert window == [["mobilenet_v2", "--set", "alpha=0.5"]]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["open", "mobilnet_v2"],
            "there is no file and no template 'mobilnet_v2'; did you mean 'mobilenet_v2'?",
        ),
        (
            ["open", "mobilenet_v2", "--set", "alfa=1"],
            "mobilenet_v2 has no option 'alfa'; did you mean 'alpha'?",
        ),
        (["open", "missing.json"], "missing.json: no such file or directory"),
        (
            ["open", "--set", "alpha=1"],
            "open: --set needs the FILE or TEMPLATE that it is for",
        ),
        (["tuor"], "there is no command 'tuor'; did you mean 'tour'?"),
    ],
)
def test_what_cannot_be_opened(capsys, window, arguments, says):
    assert main(arguments) == 2
    assert capsys.readouterr().err == f"channelwise: {says}\n"
    assert window == []


@pytest.mark.usefixtures("no_display")
@pytest.mark.parametrize("arguments", [[], ["open"], ["open", "mobilenet_v2"]])
def test_without_a_display_the_tour_is_named(capsys, window, arguments):
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "'channelwise tour'" in said
    assert window == []


@pytest.mark.usefixtures("no_display")
def test_the_tour(tmp_path):
    """All of it, as a person without a display starts it."""
    result = subprocess.run(
        [sys.executable, "-m", "designer", "tour", "-o", str(tmp_path / "tour")],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=dict(os.environ),
    )

    assert (result.returncode, result.stderr) == (0, "")
    picture, source, model = (
        tmp_path / "tour" / name
        for name in ("window.png", "mobilenet_v2.py", "mobilenet_v2")
    )
    for path in (picture, source, model):
        assert str(path) in result.stdout
    image = QImage(str(picture))
    colours = {
        image.pixel(x, y)
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    }
    assert (image.width(), image.height()) == (1600, 1000)
    assert len(colours) > 20
    assert "Total params: 3,538,984" in result.stdout  # Keras says so, not we
    assert "scores of shape (2, 1000) out" in result.stdout
    assert (model / "saved_model.pb").is_file()


def test_a_tour_into_a_place_that_cannot_be_written(capsys, tmp_path):
    (tmp_path / "file").write_text("")

    assert main(["tour", "-o", str(tmp_path / "file" / "tour")]) == 2
    assert "cannot be made" in capsys.readouterr().err
