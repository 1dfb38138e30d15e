import io

import pytest

from designer.export.process.protocol import (
    LINE_LIMIT_BYTES,
    ProtocolError,
    read,
    write,
)


def test_messages_come_back_in_order():
    stream = io.BytesIO()
    sent = [
        {"event": "beat"},
        {"text": "zwei\nZeilen — 通道"},
        {"list": [None, 1, 2.5]},
    ]
    for message in sent:
        write(stream, message)
    stream.seek(0)
    assert [read(stream) for _ in sent] == sent
    assert read(stream) is None


def test_a_message_is_one_line():
    stream = io.BytesIO()
    write(stream, {"text": "a\nb\r\nc"})
    assert stream.getvalue().count(b"\n") == 1


def test_a_long_message_is_not_sent():
    stream = io.BytesIO()
    with pytest.raises(ProtocolError, match="over the limit of 1,048,576"):
        write(stream, {"text": "x" * LINE_LIMIT_BYTES})
    assert not stream.getvalue()


@pytest.mark.parametrize(
    ("received", "reason"),
    [
        (b"x" * (LINE_LIMIT_BYTES + 2), "over the limit"),
        (b"hello\n", "not JSON"),
        (b"\xff\xfe\n", "not JSON"),
        (b"[" * 100_000 + b"\n", "not JSON"),
        (b"[1, 2]\n", "not a message"),
        (b'{"cut": 1}', "not a message"),
    ],
)
def test_what_is_no_message_is_refused(received, reason):
    with pytest.raises(ProtocolError, match=reason):
        read(io.BytesIO(received))
