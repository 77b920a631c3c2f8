"""Reading a stream: any cutting gives the same frames, and no character is lost."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qwenchat.client import ChunkReader, Frame, FrameReader, ServiceError, sse

STREAM = (
    ': keep-alive\n\ndata: {"a":"好🙂"}\n\ndata:{"b":1}\r\n\r\n'
    "id:1\nevent:result\n:HTTP_STATUS/200\ndata:first\ndata: second\n\nretry: 5\n\ndata: [DONE]\n\n"
).encode()
FRAMES = [
    Frame('{"a":"好🙂"}', comments=()),
    Frame('{"b":1}'),
    Frame("first\nsecond", "result", ("HTTP_STATUS/200",)),
    Frame("[DONE]"),
]


def frames(pieces: list[bytes]) -> list[Frame]:
    reader = FrameReader()
    return [frame for piece in pieces for frame in reader.push(piece)] + reader.end()


def cut(stream: bytes, places: list[int]) -> list[bytes]:
    marks = [0, *sorted(place % (len(stream) + 1) for place in places), len(stream)]
    return [stream[a:b] for a, b in zip(marks, marks[1:], strict=False)]


@given(st.lists(st.integers(0, 10**6), max_size=20))
def test_any_cutting_gives_the_same_frames(places: list[int]) -> None:
    assert frames(cut(STREAM, places)) == FRAMES


def test_byte_by_byte() -> None:
    assert frames([bytes([byte]) for byte in STREAM]) == FRAMES


@given(st.lists(st.text(), min_size=1), st.lists(st.integers(0, 10**6), max_size=20))
def test_no_character_is_lost(texts: list[str], places: list[int]) -> None:
    stream = b"".join(
        b"data: " + json.dumps(text, ensure_ascii=False).encode(errors="replace") + b"\n\n" for text in texts
    )
    said = [json.loads(frame.data) for frame in frames(cut(stream, places))]
    assert said == [text.encode(errors="replace").decode() for text in texts]


def test_a_last_event_without_its_empty_line_counts() -> None:
    assert frames([b"data: x"]) == [Frame("x")]
    assert frames([b": only a comment"]) == []


def test_a_line_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sse, "LONGEST_LINE", 100)
    with pytest.raises(ValueError, match="longer than"):
        FrameReader().push(b"data: " + b"x" * 100)


def chunks(stream: str) -> list[dict[str, object]]:
    reader = ChunkReader()
    return reader.push(stream.encode()) + reader.end()


END = '{"choices":[{"finish_reason":"stop"}]}'


def test_chunks_end_at_done() -> None:
    assert chunks('data: {"a":1}\n\ndata: [DONE]\n\ndata: {"a":2}\n\n') == [{"a": 1}]
    assert len(chunks(f"data: {END}\n\n")) == 1, "a service that sends no [DONE], but an end"


@pytest.mark.parametrize(
    ("stream", "said"),
    [
        ('data: {"a":1}\n\n', "broke off"),
        ('data: {"choices":[{"finish_reason":null}]}\n\n', "broke off"),
        ("data: [1]\n\n", "no JSON object: [1]"),
        ("data: {oops\n\n", "no JSON object: {oops"),
        ('{"choices":[]}', 'no stream: {"choices":[]}'),
        ("", "no stream"),
        ('data: {"error":{"message":"engine died","code":"internal_error"}}\n\n', "engine died"),
        ('event:error\ndata: {"code":"InvalidParameter","message":"bad","request_id":"x"}\n\n', "bad"),
    ],
)
def test_a_reply_that_is_no_whole_stream_is_an_error(stream: str, said: str) -> None:
    with pytest.raises(ServiceError) as caught:
        chunks(stream)
    assert said in str(caught.value)
