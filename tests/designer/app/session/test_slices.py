"""Long work in slices: in order, only the newest, and finished at once on request."""

import pytest
from PySide6.QtCore import QTimer

from designer.app.session.slices import AT_ONCE, Slices


@pytest.fixture
def slices(qapp):
    return Slices()


@pytest.fixture
def done():
    return []


def work(done, name, steps):
    def begin():
        for _ in range(steps):
            yield
        return lambda: done.append(name)

    return begin


def test_short_work_is_done_at_once(slices, done):
    slices.run(work(done, "short", AT_ONCE - 1))
    assert done == ["short"]
    assert not slices.busy


def test_long_work_leaves_the_main_loop_free(slices, done, qtbot):
    def endless():
        while not done:
            yield
        return lambda: done.append("work")

    slices.run(endless)
    assert slices.busy
    QTimer.singleShot(0, lambda: done.append("event"))
    qtbot.waitUntil(lambda: not slices.busy)
    assert done == ["event", "work"]


def test_of_what_waits_only_the_newest_is_started(slices, done, qtbot):
    for name in ("first", "second", "third"):
        slices.run(work(done, name, 2 * AT_ONCE))
    qtbot.waitUntil(lambda: not slices.busy)
    assert done == ["first", "third"]


def test_settling_finishes_all_of_it(slices, done):
    slices.run(work(done, "first", 2 * AT_ONCE))
    slices.run(work(done, "second", 2 * AT_ONCE))
    slices.when_idle(lambda: done.append("idle"))
    slices.settle()
    assert done == ["first", "second", "idle"]


def test_dropped_work_is_never_finished(slices, done, qtbot):
    closed = []

    def begin():
        try:
            while True:
                yield
        finally:
            closed.append(True)

    slices.run(begin)
    slices.drop()
    assert closed
    assert not slices.busy
    slices.run(work(done, "next", 0))
    assert done == ["next"]


def test_a_failure_ends_the_work_and_is_not_hidden(slices, done):
    def begin():
        yield
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        slices.run(begin)
    assert not slices.busy
    slices.run(work(done, "next", 0))
    assert done == ["next"]


def test_work_begun_by_what_another_ends_with_is_done(slices, done):
    def begin():
        yield
        return lambda: slices.run(work(done, "inner", 0))

    slices.run(begin)
    assert done == ["inner"]
