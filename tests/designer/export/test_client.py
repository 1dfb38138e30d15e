"""The client against small programs that speak the worker's protocol, well or badly, without TensorFlow."""

import json
import os
import select
import signal
import sys
import tempfile
import threading
from dataclasses import replace

import pytest

from designer.export.process.client import (
    CancelledError,
    ExportError,
    Patience,
    Progress,
    Worker,
)

PREAMBLE = """
import json, os, signal, sys, threading
from pathlib import Path
def say(event, **fields):
    print(json.dumps({"event": event, **fields}), flush=True)
def orders():
    for line in sys.stdin:
        yield json.loads(line)
def hang():
    threading.Event().wait()
"""

ECHO = """
say("ready")
for order in orders():
    source = Path(order["folder"], "network.py").read_text()
    say("progress", job=order["job"], fraction=0.5, message="Echoing")
    say("result", job=order["job"], result={"task": order["task"], "pid": os.getpid(), "source": source})
"""

BUSY = """
say("ready")
for order in orders():
    say("progress", job=order["job"], fraction=0.5, message="Digging")
    hang()
"""


class Stages:
    """Progress so far, and a way to wait for a stage."""

    def __init__(self):
        self.seen = []
        self._more = threading.Condition()

    def __call__(self, progress):
        with self._more:
            self.seen.append(progress)
            self._more.notify_all()

    def wait_for(self, message):
        with self._more:
            assert self._more.wait_for(
                lambda: message in [progress.message for progress in self.seen], 60
            )


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Where workers make their folders."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def speaking(home):
    """Starts workers that run a program, and checks that nothing of them is left."""
    workers = []

    def start(program, **patience):
        command = (sys.executable, "-I", "-c", PREAMBLE + program)
        workers.append(Worker(command, Patience(**patience)))
        return workers[-1]

    before = threading.active_count()
    yield start
    for worker in workers:
        worker.close()
    assert threading.active_count() == before
    assert os.listdir(home) == []


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def until(condition):
    """Return when it holds; the test's own time limit ends a wait in vain."""
    while not condition():
        threading.Event().wait(0.005)


def fails(job):
    """The sentence with which it does."""
    with pytest.raises(ExportError) as failure:
        job.result(60)
    sentence = str(failure.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_a_job_returns_its_result(speaking, ask, source):
    stages, done = Stages(), []
    worker = speaking(ECHO)
    job = worker.submit(ask("savedmodel"), on_progress=stages, on_done=done.append)
    result = job.result(60)
    assert (result["task"], result["source"]) == ("savedmodel", source)
    assert stages.seen == [Progress(0, "Starting TensorFlow"), Progress(0.5, "Echoing")]
    worker.close()
    assert done == [job]


def test_jobs_take_turns_in_one_process(speaking, ask):
    worker = speaking(ECHO)
    worker.warm_up()
    jobs = [worker.submit(ask(source=f"# {number}")) for number in range(5)]
    results = [job.result(60) for job in jobs]
    assert [result["source"] for result in results] == [f"# {n}" for n in range(5)]
    assert len({result["pid"] for result in results}) == 1


def test_the_files_of_a_job_go_with_it(speaking, ask, home):
    worker = speaking(ECHO)
    for _ in range(2):
        worker.submit(ask()).result(60)
    (folder,) = home.iterdir()
    assert list(folder.glob("job*")) == []


def test_several_workers_live_side_by_side(speaking, ask):
    workers = [speaking(ECHO) for _ in range(3)]
    jobs = [worker.submit(ask()) for worker in workers]
    assert len({job.result(60)["pid"] for job in jobs}) == 3


def test_cancelling_kills_the_process_at_once(speaking, ask):
    stages = Stages()
    worker = speaking(BUSY)
    job = worker.submit(ask(), on_progress=stages)
    stages.wait_for("Digging")
    pid = worker.process_id
    job.cancel()
    with pytest.raises(CancelledError, match="cancelled"):
        job.result(60)
    assert not is_alive(pid)


def test_cancelling_kills_what_the_process_started(speaking, ask):
    started = Stages()
    worker = speaking(
        """
import subprocess
say("ready")
for order in orders():
    child = subprocess.Popen([sys.executable, "-I", "-c", "import threading; threading.Event().wait()"])
    say("progress", job=order["job"], fraction=0, message=str(child.pid))
    hang()
"""
    )
    job = worker.submit(ask(), on_progress=started)
    with started._more:
        started._more.wait_for(lambda: len(started.seen) == 2, 60)
    child = os.pidfd_open(int(started.seen[-1].message))
    job.cancel()
    with pytest.raises(CancelledError):
        job.result(60)
    assert select.select([child], [], [], 60)[0]
    os.close(child)


def test_the_next_job_after_a_cancelled_one_gets_a_new_process(speaking, ask, tmp_path):
    stages = Stages()
    flag = tmp_path / "flag"
    worker = speaking(
        f"""
say("ready")
for order in orders():
    say("progress", job=order["job"], fraction=0, message="Digging")
    if not os.path.exists({str(flag)!r}):
        hang()
    say("result", job=order["job"], result="done")
"""
    )
    first, second = worker.submit(ask(), on_progress=stages), worker.submit(ask())
    stages.wait_for("Digging")
    flag.touch()
    first.cancel()
    assert second.result(60) == "done"
    assert isinstance(first._error, CancelledError)


def test_cancelling_a_job_that_waits_leaves_the_others(speaking, ask):
    worker = speaking(ECHO)
    jobs = [worker.submit(ask()) for _ in range(3)]
    jobs[1].cancel()
    assert jobs[0].result(60)["pid"] == jobs[2].result(60)["pid"]


def test_cancelling_during_the_start_lets_the_start_go_on(speaking, ask):
    worker = speaking(ECHO.replace('say("ready")', "sys.stdin.readline and hang()"))
    job = worker.submit(ask())
    job.cancel()
    with pytest.raises(CancelledError):
        job.result(60)
    assert is_alive(worker.process_id)


def test_cancelling_twice_or_late_does_nothing(speaking, ask):
    worker = speaking(ECHO)
    job = worker.submit(ask())
    result = job.result(60)
    job.cancel()
    job.cancel()
    assert worker.submit(ask()).result(60)["pid"] == result["pid"]
    assert job.result() == result


@pytest.mark.parametrize(
    ("death", "told"),
    [
        ("os._exit(7)", "ended with code 7"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", "killed by SIGSEGV"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "SIGKILL, .* memory runs out"),
        ("raise RuntimeError('chatter')", "ended with code 1"),
    ],
)
def test_a_crash_fails_the_job_and_the_next_gets_a_new_process(
    speaking, ask, death, told, tmp_path
):
    flag = tmp_path / "crashed"
    worker = speaking(
        f"""
say("ready")
for order in orders():
    say("progress", job=order["job"], fraction=0.5, message="Digging")
    if not os.path.exists({str(flag)!r}):
        open({str(flag)!r}, "w").close()
        print("last words", file=sys.stderr, flush=True)
        {death}
    say("result", job=order["job"], result="done")
"""
    )
    job = worker.submit(ask())
    with pytest.raises(ExportError, match=f"{told}.*, at: Digging") as failure:
        job.result(60)
    assert "last words" in failure.value.detail
    assert worker.submit(ask()).result(60) == "done"


def test_a_crash_at_the_start(speaking, ask):
    worker = speaking("print('no luck', file=sys.stderr); sys.exit(3)")
    sentence = fails(worker.submit(ask()))
    assert "ended with code 3, at: Starting TensorFlow" in sentence


def test_a_worker_that_dies_idle_is_replaced_unnoticed(speaking, ask, tmp_path):
    flag = tmp_path / "once"
    worker = speaking(
        f"""
if not os.path.exists({str(flag)!r}):
    open({str(flag)!r}, "w").close()
    sys.exit(1)
{ECHO}"""
    )
    worker.warm_up()
    until(lambda: flag.exists() and worker.process_id is None)
    worker.submit(ask()).result(60)


def test_tensorflow_missing(speaking, ask):
    worker = speaking("say('missing', message='No module named tensorflow')")
    for _ in range(2):
        sentence = fails(worker.submit(ask()))
        assert "TensorFlow could not be imported" in sentence
        assert "'pip install tensorflow'" in sentence


def test_tensorflow_missing_in_a_python_without_packages(ask, home):
    with Worker((sys.executable, "-I", "-S")) as worker:
        worker.warm_up()
        assert "'pip install tensorflow'" in fails(worker.submit(ask()))
    assert os.listdir(home) == []


@pytest.mark.parametrize("python", ["/nowhere/python3", "", "/proc", "/dev/null"])
def test_python_missing(ask, home, python):
    with Worker((python, "-I")) as worker:
        worker.warm_up()
        for _ in range(2):
            sentence = fails(worker.submit(ask()))
            assert "could not be started" in sentence
            assert python in sentence
    assert os.listdir(home) == []


def test_a_hung_process_is_stopped(speaking, ask):
    worker = speaking(BUSY, silence_s=0.2)
    sentence = fails(worker.submit(ask()))
    assert "has not answered" in sentence
    assert worker.process_id is None


def test_a_hung_start_is_stopped(speaking, ask):
    worker = speaking("hang()", silence_s=0.2)
    assert "at: Starting TensorFlow" in fails(worker.submit(ask()))


BEATING = """
say("ready")
for order in orders():
    for _ in range(20):
        say("beat")
        threading.Event().wait(0.05)
    say("result", job=order["job"], result="done")
"""


def test_a_slow_job_that_beats_is_not_hung(speaking, ask):
    worker = speaking(BEATING, silence_s=0.8)
    assert worker.submit(ask()).result(60) == "done"


def test_a_job_that_beats_for_ever_is_stopped(speaking, ask):
    worker = speaking(BEATING.replace("range(20)", "iter(int, 1)"), stall_s=0.3)
    assert "has made no progress" in fails(worker.submit(ask()))


def test_an_idle_process_is_given_back(speaking, ask):
    worker = speaking(ECHO, idle_s=0.1)
    first = worker.submit(ask()).result(60)
    until(lambda: worker.process_id is None)
    assert not is_alive(first["pid"])
    assert worker.submit(ask()).result(60)["pid"] != first["pid"]


def test_a_process_that_was_warmed_up_for_nothing_is_given_back(speaking):
    assert Patience().idle_s == 600
    worker = speaking(ECHO, idle_s=0.5)
    worker.warm_up()
    until(lambda: worker.process_id is not None)
    until(lambda: worker.process_id is None)


@pytest.mark.parametrize(
    ("available", "warmed"), [(3_999_999_999, False), (4 * 10**9, True), (None, True)]
)
def test_it_is_warmed_up_where_there_is_memory(speaking, ask, available, warmed):
    worker = speaking(ECHO)
    worker._available_bytes = lambda: available
    worker.warm_up()
    assert (worker._dispatcher is not None) == warmed
    worker.submit(ask()).result(60)  # comes in any case


@pytest.mark.parametrize(
    "noise",
    [
        "print('I0000 oneDNN is on')",
        "print('[1]')",
        "print('x' * (1 << 21))",
        "print(json.dumps({'event': 'progress', 'job': 1}))",
        "print(json.dumps({'event': 'result'}))",
    ],
)
def test_what_cannot_be_read_ends_the_process(speaking, ask, noise):
    worker = speaking(
        f'say("ready")\nfor order in orders():\n    {noise}\n    sys.stdout.flush()\n    hang()'
    )
    assert "cannot be read" in fails(worker.submit(ask()))
    assert worker.process_id is None


def test_chatter_is_kept_to_a_bound(speaking, ask):
    worker = speaking(
        """
say("ready")
for order in orders():
    for number in range(20_000):
        print(f"warning {number:_>40}", file=sys.stderr)
    os._exit(1)
"""
    )
    with pytest.raises(ExportError) as failure:
        worker.submit(ask()).result(60)
    assert 32 * 1024 < len(failure.value.detail) <= 64 * 1024
    assert failure.value.detail.endswith("19999\n")


def test_a_progress_callback_that_raises_fails_its_job_only(speaking, ask):
    def stumble(progress):
        if progress.fraction:
            raise ZeroDivisionError

    worker = speaking(ECHO)
    with pytest.raises(ZeroDivisionError):
        worker.submit(ask(), on_progress=stumble).result(60)
    worker.submit(ask()).result(60)


def test_a_done_callback_that_raises_harms_nothing(speaking, ask):
    worker = speaking(ECHO)
    worker.submit(ask(), on_done=lambda job: 1 / 0).result(60)
    worker.submit(ask()).result(60)


def test_a_request_that_is_no_json_fails_alone(speaking, ask):
    worker = speaking(ECHO)
    with pytest.raises(TypeError):
        worker.submit(replace(ask(), arguments={"a": {1, 2}})).result(60)
    worker.submit(ask()).result(60)


def test_closing_cancels_everything(speaking, ask):
    stages = Stages()
    worker = speaking(BUSY)
    jobs = [worker.submit(ask(), on_progress=stages) for _ in range(3)]
    stages.wait_for("Digging")
    pid = worker.process_id
    worker.close()
    for job in jobs:
        with pytest.raises(CancelledError):
            job.result(0)
    assert not is_alive(pid)
    worker.close()
    worker.warm_up()
    jobs[0].cancel()
    with pytest.raises(ExportError, match="closing"):
        worker.submit(ask())


def test_closing_from_a_callback(speaking, ask):
    worker = speaking(ECHO)
    job = worker.submit(ask(), on_done=lambda job: worker.close())
    thread = worker._dispatcher
    job.result(60)
    thread.join(60)
    assert not thread.is_alive()


def test_a_worker_that_was_never_used_costs_nothing(home):
    before = threading.active_count()
    with Worker() as worker:
        assert worker.process_id is None
        assert threading.active_count() == before
        assert os.listdir(home) == []


def test_a_result_can_be_waited_for_in_vain(speaking, ask):
    worker = speaking(BUSY)
    job = worker.submit(ask())
    with pytest.raises(TimeoutError):
        job.result(0.01)
    assert not job.done


def test_the_process_gets_nothing_that_changes_python_or_keras(
    speaking, ask, monkeypatch
):
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("PYTHONSTARTUP", "/somewhere")
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "3")
    worker = speaking(
        """
say("ready")
for order in orders():
    say("result", job=order["job"], result=[dict(os.environ), os.getcwd(), os.getpgrp() == os.getpid()])
"""
    )
    environment, folder, leads = worker.submit(ask()).result(60)
    assert not [name for name in environment if name.startswith("PYTHON")]
    assert environment["KERAS_BACKEND"] == "tensorflow"
    assert environment["CUDA_VISIBLE_DEVICES"] == "3"
    assert environment["TMPDIR"] == folder
    assert environment["KERAS_HOME"].startswith(folder)
    assert leads


def test_a_stopped_process_can_be_cancelled(speaking, ask):
    stages = Stages()
    worker = speaking(BUSY)
    job = worker.submit(ask(), on_progress=stages)
    stages.wait_for("Digging")
    os.kill(worker.process_id, signal.SIGSTOP)
    job.cancel()
    with pytest.raises(CancelledError):
        job.result(60)


def test_requests_of_any_size_arrive(speaking, ask):
    source = "# " + "x" * (3 << 20)
    with pytest.raises(ExportError, match="cannot be read"):  # it echoes too much
        speaking(ECHO).submit(ask(source=source)).result(60)
    length = speaking(ECHO.replace('"source": source', '"source": len(source)'))
    assert length.submit(ask(source=source)).result(60)["source"] == len(source)


def test_messages_are_json(speaking, ask):
    worker = speaking(
        'say("ready")\nfor order in orders():\n'
        '    say("result", job=order["job"], result=order)'
    )
    request = ask()
    order = worker.submit(request).result(60)
    assert json.loads(json.dumps(order)) == order
    assert order["target"] == str(request.target)
    assert order["staging"] == str(request.staging)
