"""The stored settings, and what happens to a broken file."""

import errno
import os
from pathlib import Path

import pytest

from designer.app.session.settings import RECENT, Settings, load, save
from designer.canvas.values.options import ViewOptions


def test_nothing_yet(tmp_path):
    assert load(tmp_path / "none" / "settings.json") == (Settings(), "")


def test_round_trip(tmp_path):
    path = tmp_path / "new" / "settings.json"
    settings = Settings(
        theme="dark",
        geometry="QUJD",
        recent=("/a", "/b"),
        view=ViewOptions(direction="right", motion=False),
    )
    save(settings, path)
    assert load(path) == (settings, "")
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"theme": "pink"}',
        '{"theme": 3}',
        '{"recent": [1]}',
        '{"input_size": 3}',
        '{"input_size": true}',
        '{"view": {"wheel": "spin"}}',
        '{"view": 3}',
        "\udcff",
    ],
)
def test_a_broken_file_is_set_aside(tmp_path, text):
    path = tmp_path / "settings.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    settings, sentence = load(path)
    assert settings == Settings()
    assert "broken" in sentence
    assert not path.exists()
    assert path.with_suffix(".broken.json").exists()


def test_unknown_entries_of_a_newer_version_do_no_harm(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "light", "flavour": "mint"}')
    assert load(path) == (Settings(theme="light"), "")


def test_recent_files_are_few_and_each_once(tmp_path):
    settings = Settings()
    for number in range(RECENT + 3):
        settings = settings.opened(tmp_path / f"{number}.json")
    settings = settings.opened(tmp_path / "5.json")
    assert len(settings.recent) == RECENT
    assert settings.recent[0] == settings.last == str(tmp_path / "5.json")
    assert str(tmp_path / "5.json") not in settings.forgot(Path(settings.last)).recent


def test_blocks_are_starred_and_remembered():
    settings = Settings().toggled_favourite("stem").toggled_favourite("head")
    assert settings.favourites == ("stem", "head")
    assert settings.toggled_favourite("stem").favourites == ("head",)
    for id in ("a", "b", "a"):
        settings = settings.placed(id)
    assert settings.recent_blocks == ("a", "b")


def test_a_full_disk_leaves_the_old_settings_and_no_trace(tmp_path, monkeypatch):
    path = tmp_path / "settings.json"
    save(Settings(theme="dark"), path)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(OSError, match="No space left"):
        save(Settings(theme="light"), path)
    monkeypatch.undo()
    assert load(path) == (Settings(theme="dark"), "")
    assert list(tmp_path.iterdir()) == [path]
