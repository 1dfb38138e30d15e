"""A second start passes its file to the running instance."""

import json
import subprocess
import sys
from uuid import uuid4

import pytest
from PySide6.QtNetwork import QLocalSocket

from designer.app.startup.single_instance import (
    InstanceServer,
    send_to_instance,
    server_name,
)
from designer.app.startup.start import answer

KNOCK = """
import sys
from PySide6.QtCore import QCoreApplication
application = QCoreApplication([])
from designer.app.startup.single_instance import send_to_instance
print(send_to_instance(sys.argv[1], {"source": "a.design.json"}))
"""


@pytest.fixture
def name():
    return f"channelwise-test-{uuid4().hex}"


@pytest.fixture
def server(name, qtbot):
    made = InstanceServer(name)
    assert made.open
    yield made
    made.close()


def test_nobody_is_there(name):
    assert send_to_instance(name, {}) is False


def test_another_process_is_heard(server, name, qtbot):
    with qtbot.waitSignal(server.asked) as asked:
        process = subprocess.Popen(
            [sys.executable, "-c", KNOCK, name], stdout=subprocess.PIPE, text=True
        )
    assert asked.args == [{"source": "a.design.json"}]
    qtbot.waitUntil(lambda: process.poll() is not None)
    assert process.communicate()[0].strip() == "True"


@pytest.mark.parametrize("line", [b"no json\n", b"[1]\n"])
def test_noise_is_not_passed_on(server, name, qtbot, line):
    heard = []
    server.asked.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(name)
    qtbot.waitUntil(
        lambda: socket.state() is QLocalSocket.LocalSocketState.ConnectedState
    )
    socket.write(line)
    qtbot.waitUntil(socket.canReadLine)
    assert heard == []


def test_a_server_that_a_crash_left_is_taken_over(server, name):
    assert InstanceServer(name).open


def test_names_differ_by_screen():
    assert server_name(":0") != server_name(":1")
    assert server_name(":0") == server_name(":0")


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
