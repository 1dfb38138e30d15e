"""A second start hands its file over to the window that is there; no other process can listen, talk or interfere."""

import json
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from designer.app import single
from designer.app.single import MAX_MESSAGE, Door, door_name, knock, peer_uid
from designer.app.start import answer

KNOCK = """
import sys
from PySide6.QtCore import QCoreApplication
application = QCoreApplication([])
from designer.app.single import knock
print(knock(sys.argv[1], {"source": "a.design.json"}))
"""
ANSWER = """
import socket, sys
listener = socket.socket(socket.AF_UNIX)
listener.bind(sys.argv[1])
listener.listen()
print(1, flush=True)
connection, _ = listener.accept()
connection.recv(100)
connection.sendall(b"x" * 100)
"""
OTHER_UID = os.getuid() + 1


@pytest.fixture
def folder():
    """A path that is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="cw-") as path:
        yield Path(path)


@pytest.fixture
def name(folder):
    return str(folder / "door")


@pytest.fixture
def door(name, qtbot):
    made = Door(name)
    assert made.open
    yield made
    made.close()


@pytest.fixture
def connected(door, name, qtbot):
    """A client of the door."""
    client = QLocalSocket()
    client.connectToServer(name)
    qtbot.waitUntil(
        lambda: client.state() is QLocalSocket.LocalSocketState.ConnectedState
    )
    yield client
    client.abort()


def is_closed(client):
    return client.state() is QLocalSocket.LocalSocketState.UnconnectedState


def test_nobody_is_there(name):
    assert knock(name, {}) is False


def test_another_process_is_heard(door, name, qtbot):
    with qtbot.waitSignal(door.asked, timeout=20_000) as asked:
        process = subprocess.Popen(
            [sys.executable, "-c", KNOCK, name], stdout=subprocess.PIPE, text=True
        )
    assert asked.args == [{"source": "a.design.json"}]
    qtbot.waitUntil(lambda: process.poll() is not None)
    assert process.communicate()[0].strip() == "True"


@pytest.mark.parametrize(
    "line",
    [
        b"no json\n",
        b"[1]\n",
        b"\xff\xfe\n",
        b"9" * 10_000 + b"\n",
        b"[" * 200_000 + b"\n",
        b'{"a":' * 100_000 + b"\n",
    ],
    ids=["text", "list", "bytes", "number", "deep_list", "deep_object"],
)
def test_noise_is_not_passed_on(door, connected, qtbot, line):
    heard = []
    door.asked.connect(heard.append)
    connected.write(line)
    qtbot.waitUntil(lambda: is_closed(connected))
    assert heard == []
    assert connected.readAll().isEmpty()


def test_a_message_without_end_is_cut_off(door, connected, qtbot):
    connected.write(b" " * (2 * MAX_MESSAGE))
    qtbot.waitUntil(lambda: is_closed(connected))


def test_half_a_message_is_not_waited_for(door, name, qtbot, monkeypatch):
    monkeypatch.setattr(single, "HALF_MESSAGE_MS", 10)
    client = QLocalSocket()
    client.connectToServer(name)
    client.write(b'{"source": ')
    qtbot.waitUntil(lambda: is_closed(client))


def test_a_connection_has_one_message(door, connected, qtbot):
    heard = []
    door.asked.connect(heard.append)
    connected.write(b'{"a": 1}\n{"a": 2}\n')
    qtbot.waitUntil(lambda: is_closed(connected))
    assert heard == [{"a": 1}]


def test_the_door_stays_open_after_noise(door, name, connected, qtbot):
    connected.write(b"no json\n")
    qtbot.waitUntil(lambda: is_closed(connected))
    other = QLocalSocket()
    other.connectToServer(name)
    with qtbot.waitSignal(door.asked) as asked:
        other.write(b'{"a": 1}\n')
    assert asked.args == [{"a": 1}]


class TestOtherUsers:
    def test_the_system_tells_the_user_of_the_other_end(self):
        one, other = socket.socketpair(socket.AF_UNIX)
        with one, other:
            assert peer_uid(one.fileno()) == os.getuid()

    def test_their_window_is_told_nothing(self, folder, monkeypatch):
        path = str(folder / "foreign")
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path)
            listener.listen()
            monkeypatch.setattr(single, "peer_uid", lambda _: OTHER_UID)
            assert knock(path, {"source": "secret.design.json"}) is False
            connection, _ = listener.accept()
            with connection:
                assert connection.recv(1_000) == b""

    def test_their_start_is_not_heard(self, door, name, qtbot, monkeypatch):
        heard = []
        door.asked.connect(heard.append)
        monkeypatch.setattr(single, "peer_uid", lambda _: OTHER_UID)
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(name)
            client.sendall(b'{"source": "a.design.json"}\n')
            client.setblocking(False)

            def is_refused():
                try:
                    return client.recv(10) == b""
                except BlockingIOError:
                    return False
                except ConnectionResetError:
                    return True

            qtbot.waitUntil(is_refused)
        assert heard == []


class TestSilentSockets:
    """Whatever stands at the address, the start goes on with a window of its own."""

    @pytest.mark.parametrize("backlog", [0, 5])
    def test_one_that_never_answers(self, name, backlog):
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(name)
            listener.listen(backlog)
            others = [socket.socket(socket.AF_UNIX) for _ in range(3)]
            for other in others:
                other.setblocking(False)
                other.connect_ex(name)  # so that a backlog of none is full
            assert knock(name, {}) is False
            assert Door(name).open
            for other in others:
                other.close()

    def test_one_that_answers_something_else(self, name, qtbot):
        with subprocess.Popen(
            [sys.executable, "-c", ANSWER, name], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout.readline() == b"1\n"
            assert knock(name, {}) is False
        assert Door(name).open

    def test_one_that_nobody_listens_at(self, name):
        with socket.socket(socket.AF_UNIX) as left:
            left.bind(name)
        assert knock(name, {}) is False
        assert Door(name).open

    def test_a_folder_of_that_name(self, name):
        Path(name).mkdir()
        assert knock(name, {}) is False
        assert not Door(name).open


def test_a_door_that_a_crash_left_is_taken_over(door, name):
    assert Door(name).open


class TestAddress:
    @pytest.fixture(autouse=True)
    def temporary(self, folder, monkeypatch):
        (folder / "tmp").mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(folder / "tmp"))
        monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)

    def test_differs_by_screen(self):
        assert door_name(":0") != door_name(":1")
        assert door_name(":0") == door_name(":0")

    def test_stands_in_the_session_folder(self, folder, monkeypatch):
        session = folder / "run"
        session.mkdir(mode=0o700)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(session))
        assert Path(door_name(":0")).parent == session

    @pytest.mark.parametrize("mode", [0o755, 0o770, 0o707])
    def test_not_where_others_can_enter(self, folder, monkeypatch, mode):
        session = folder / "run"
        session.mkdir()
        session.chmod(mode)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(session))
        own = Path(door_name(":0")).parent
        assert own == folder / "tmp" / f"channelwise-{os.getuid()}"
        assert own.stat().st_mode & 0o777 == 0o700

    def test_not_in_a_folder_that_another_user_made(self, folder, monkeypatch):
        monkeypatch.setattr(single, "_own_uid", lambda: OTHER_UID)
        Path(folder, "tmp", f"channelwise-{OTHER_UID}").mkdir(mode=0o700)
        assert door_name(":0") == ""

    def test_not_behind_a_link(self, folder):
        elsewhere = folder / "elsewhere"
        elsewhere.mkdir(mode=0o700)
        Path(folder, "tmp", f"channelwise-{os.getuid()}").symlink_to(elsewhere)
        assert door_name(":0") == ""

    def test_not_where_a_socket_cannot_have_so_long_a_path(self, folder, monkeypatch):
        deep = folder / ("x" * 100)
        deep.mkdir(mode=0o700)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
        assert door_name(":0") == ""


def test_the_window_opens_what_it_is_asked(network, tmp_path, find):
    path = tmp_path / "mine.design.json"
    network.controller.save(path)
    network.controller.add_block("conv", (0, 0))
    message = json.loads(
        json.dumps({"source": "mobilenet_v2", "settings": {"alpha": "0.5"}})
    )
    answer(network, message)
    box = find("unsaved changes")
    next(b for b in box.buttons() if b.text() == "Discard").click()
    assert network.controller.document.variables["alpha"].value == 0.5
    answer(network, {"source": str(path), "settings": {}})
    assert network.controller.state.path == path
    answer(network, {"source": None, "settings": {}})
    assert network.isVisible()
