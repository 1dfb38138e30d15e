"""The notice bar: its position, and the queue of notices that need an answer."""

import pytest
from PySide6.QtCore import QPoint, Qt

from designer.app.session.state import Notice


def top(widget) -> int:
    return widget.mapToGlobal(QPoint(0, 0)).y()


def test_it_leaves_the_bars_above_the_canvas_free(network, find, qtbot):
    network.controller.say("Something happened.")
    before = top(network.notice)
    network.actions_by_id["find"].trigger()
    line = find("find nodes")
    qtbot.waitUntil(lambda: top(network.notice) > before)
    assert top(network.notice) >= top(line) + line.height()


@pytest.fixture
def answers():
    return []


@pytest.fixture
def offer(network, answers):
    """Offers something under a topic."""

    def offered(text, topic):
        network.notice.say(
            Notice(text, "warning"),
            "Take",
            lambda: answers.append(f"{text} taken"),
            lambda: answers.append(f"{text} declined"),
            topic=topic,
        )

    return offered


@pytest.fixture
def press(find, network, qtbot):
    def pressed(name):
        qtbot.mouseClick(find(name, network), Qt.MouseButton.LeftButton)

    return pressed


def test_an_offer_waits_while_other_notices_are_shown(
    network, find, offer, press, answers
):
    offer("one", "a")
    network.controller.say("Something happened.")
    assert find("message", network).text() == "Something happened."
    network.notice._time_over()
    assert find("message", network).text() == "one"
    press("Take")
    assert answers == ["one taken"]
    assert not network.notice.isVisible()


def test_offers_are_answered_in_turn(network, find, offer, press, answers):
    offer("one", "a")
    offer("two", "b")
    press("close message")
    assert find("message", network).text() == "two"
    press("Take")
    assert answers == ["one declined", "two taken"]
    assert not network.notice.isVisible()


def test_a_newer_offer_of_a_topic_takes_the_place_of_the_older(
    network, find, offer, press
):
    offer("one", "a")
    offer("two", "b")
    offer("three", "a")
    assert find("message", network).text() == "two"
    press("close message")
    assert find("message", network).text() == "three"
    press("close message")
    assert not network.notice.isVisible()


def test_an_offer_is_withdrawn_wherever_it_waits(network, find, offer, answers):
    offer("one", "a")
    offer("two", "b")
    network.notice.withdraw("b")
    network.notice.withdraw("a")
    assert not network.notice.isVisible()
    assert answers == []
