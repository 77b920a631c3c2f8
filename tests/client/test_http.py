"""Calls over a real socket: what is tried again, what is not, and what a key is sent to. Blocking and not, alike."""

import asyncio
from collections.abc import Callable

import pytest

from qwenchat.client import AsyncHttp, Call, Http, Retry, Service, ServiceError
from qwenchat.protocol import InvalidValue
from tests.scripted_service import Asked, Said, as_json, as_stream, serving

Stream = Callable[[Call], list[bytes]]


def blocking(call: Call) -> list[bytes]:
    with Http(Retry(first_s=0.001)) as http:
        return list(http.stream(call))


def in_a_loop(call: Call) -> list[bytes]:
    async def read() -> list[bytes]:
        http = AsyncHttp(Retry(first_s=0.001))
        try:
            return [piece async for piece in http.stream(call)]
        finally:
            await http.close()

    return asyncio.run(read())


pytestmark = pytest.mark.parametrize("stream", [blocking, in_a_loop])
BUSY = as_json({"error": {"message": "too many", "code": "limit_requests"}}, 429)


def test_a_busy_service_is_asked_again(stream: Stream) -> None:
    replies = iter([BUSY, as_json({}, 503), as_json({"ok": 1})])
    with serving(lambda _: next(replies)) as (url, asked):
        assert b"".join(stream(Service(url).chat({}))) == b'{"ok": 1}'
    assert len(asked) == 3


def test_in_the_end_the_services_own_words_come_through(stream: Stream) -> None:
    with serving(lambda _: BUSY) as (url, asked), pytest.raises(ServiceError, match="too many") as caught:
        stream(Service(url).chat({}))
    assert len(asked) == 3
    assert (caught.value.status, caught.value.code) == (429, "limit_requests")


def test_a_refusal_is_not_asked_again(stream: Stream) -> None:
    with serving(lambda _: as_json({"message": "bad"}, 400)) as (url, asked), pytest.raises(ServiceError, match="bad"):
        stream(Service(url).chat({}))
    assert len(asked) == 1


def test_nothing_is_tried_again_after_the_first_byte(stream: Stream) -> None:
    cut = Said([b"data: {}\n\n"], headers={"content-type": "text/event-stream"}, cut=True)
    with serving(lambda _: cut) as (url, asked), pytest.raises(ServiceError, match=r"127\.0\.0\.1"):
        stream(Service(url).chat({"stream": True}))
    assert len(asked) == 1


def test_a_host_that_is_not_there(stream: Stream) -> None:
    with pytest.raises(ServiceError, match=r"^127\.0\.0\.1:1: .*(refused|attempts failed)") as caught:
        stream(Service("http://127.0.0.1:1/v1").chat({}))
    assert caught.value.status is None


def test_the_key_goes_to_its_own_host_only(stream: Stream) -> None:
    with serving(lambda _: as_json({})) as (other, there):

        def redirect(_: Asked) -> Said:
            return as_json({}, 307, location=other)

        with serving(redirect) as (url, asked), pytest.raises(ServiceError, match="redirected to http"):
            stream(Service(url, "sk-secret").chat({}))
    assert asked[0].headers["authorization"] == "Bearer sk-secret"
    assert not there


def test_the_key_is_in_no_repr_and_no_error(stream: Stream) -> None:
    service = Service("http://127.0.0.1:1", "sk-secret")
    with pytest.raises(ServiceError) as caught:
        stream(service.chat({"messages": ["private"]}))
    shown = f"{service!r} {service.chat({'messages': ['private']})!r} {caught.value!r}"
    assert "secret" not in shown
    assert "private" not in shown


def test_what_is_sent(stream: Stream) -> None:
    with serving(lambda _: as_stream({"choices": [{"finish_reason": "stop"}]})) as (url, asked):
        stream(Service(url + "/v1/").chat({"model": "好", "stream": True}))
        stream(Service(url + "/v1").call("/models"))
    first, second = asked
    assert (first.method, first.path, first.body) == ("POST", "/v1/chat/completions", {"model": "好", "stream": True})
    assert (first.headers["accept"], first.headers["accept-encoding"]) == ("text/event-stream", "identity")
    assert "authorization" not in first.headers
    assert (second.method, second.path) == ("GET", "/v1/models")


@pytest.mark.parametrize(
    "url", ["", "localhost:8000/v1", "ftp://x/v1", "http://", "http://x:99999/v1", "http://[::1/v1"]
)
def test_an_address_is_checked_before_it_is_used(stream: Stream, url: str) -> None:
    with pytest.raises(InvalidValue, match="base_url"):
        Service(url)


@pytest.mark.parametrize("key", ["sk-1\nX-Evil: 1", "schlüssel", "sk-1\r"])
def test_a_key_can_forge_no_header_and_is_not_repeated(stream: Stream, key: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Service("http://x/v1", key)
    assert key not in str(caught.value)
