"""An upstream over a real socket, well-behaved and not."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from qwenchat.client import Retry, ServiceError
from qwenchat.protocol import Answer, ChatRequest, ContextLengthError, Finish, InvalidValue, Thinking, Usage
from qwenchat.upstreams import Upstream, UpstreamResponder, open_upstream
from tests.scripted_service import Asked, Said, as_json, as_stream, serving

ASK = ChatRequest("asked-name", ({"role": "user", "content": "Hi"},))
OK = as_stream({"choices": [{"delta": {"content": "Hello"}}]}, {"choices": [{"delta": {}, "finish_reason": "stop"}]})


def answer(responder: UpstreamResponder, request: ChatRequest = ASK) -> list[Any]:
    async def read() -> list[Any]:
        try:
            return [event async for event in responder.stream(request)]
        finally:
            await responder.close()

    return asyncio.run(read())


def to(url: str, model: str = "qwen3-max", context: int | None = None, **table: str) -> UpstreamResponder:
    upstream = Upstream.from_table("far", {"base_url": url, "key_variable": "KEY"} | table)
    return open_upstream(upstream, model, {"KEY": "sk-secret"}, context)


def test_an_answer_comes_through() -> None:
    with serving(lambda _: OK) as (url, asked):
        said = answer(to(url, kind="dashscope"))
    assert said[0] == (0, Answer("Hello"))
    assert said[-1][1].reason == "stop"
    assert asked[0].body["model"] == "qwen3-max", "the upstream's own name, not the asked one"
    assert asked[0].headers["authorization"] == "Bearer sk-secret"


@pytest.mark.parametrize(
    ("listed", "context"),
    [
        ({"id": "qwen3-max", "max_model_len": 4096}, 4096),
        ({"id": "other", "meta": {"n_ctx_train": 512}}, 512),
        ({"id": "qwen3-max", "context_length": 99}, 99),
        ({"id": "qwen3-max"}, 262144),
    ],
)
def test_the_context_is_the_services_own_word_then_the_catalogues(listed: dict[str, Any], context: int) -> None:
    with serving(lambda _: as_json({"data": [listed]})) as (url, _):
        assert to(url, kind="vllm").about.context == context
        assert to(url, kind="vllm", context=7).about.context == 7


def test_a_context_that_nobody_knows_has_to_be_said() -> None:
    with serving(lambda _: as_json({"data": []})) as (url, _), pytest.raises(InvalidValue, match="say how many tokens"):
        to(url, "my-own")


def test_a_hosted_model_is_not_asked_about() -> None:
    with serving(lambda _: OK) as (url, asked):
        about = to(url, kind="dashscope").about
    assert (about.context, about.thinks, about.calls_tools) == (262144, True, True)
    assert not asked


def test_a_refused_key_names_the_region_and_never_the_key() -> None:
    refusal = as_json({"error": {"message": "Incorrect API key: sk-secret", "code": "invalid_api_key"}}, 401)
    with serving(lambda _: refusal) as (url, _):
        upstream = Upstream("far", url, "dashscope", "singapore", key_variable="KEY")
        responder = open_upstream(upstream, "qwen3-max", {"KEY": "sk-secret"})
        with pytest.raises(ServiceError) as caught:
            answer(responder)
    said = str(caught.value)
    assert "region singapore" in said
    assert "the variable KEY" in said
    assert "Incorrect API key: …" in said
    assert "sk-secret" not in f"{said}{caught.value.body!r}{caught.value.__cause__}"
    assert (caught.value.status, caught.value.code) == (401, "invalid_api_key")


def test_a_prompt_too_long_is_told_with_both_counts() -> None:
    told = {"message": "too long", "type": "exceed_context_size_error", "n_prompt_tokens": 2128, "n_ctx": 2048}
    with serving(lambda _: as_json({"error": told}, 400)) as (url, _), pytest.raises(ContextLengthError) as caught:
        answer(to(url, kind="dashscope"))
    assert (caught.value.n_prompt, caught.value.n_context) == (2128, 2048)


def test_what_the_service_cannot_do_is_refused_before_it_is_asked() -> None:
    with serving(lambda _: OK) as (url, asked), pytest.raises(InvalidValue, match="thinking_budget"):
        answer(to(url, kind="sglang", context=9), ChatRequest("m", ASK.messages, thinking=Thinking(budget=5)))
    assert not asked


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (as_json({"error": {"message": "too long"}}, 400), "upstream far (127.0.0.1:"),
        (as_json({"choices": []}), "no stream"),
        (as_stream({"choices": [{"delta": {"content": "half"}}]}, done=False), "broke off"),
        (as_stream({"error": {"message": "engine died"}}), "engine died"),
        (as_stream({"choices": [{"delta": 7}]}), "odd form"),
        (Said([b"data: {}\n\n"], headers={"content-type": "text/event-stream"}, cut=True), "upstream far"),
    ],
)
def test_failures_say_whose_they_are(reply: Said, said: str) -> None:
    with serving(lambda _: reply) as (url, _), pytest.raises(ServiceError) as caught:
        answer(to(url, kind="dashscope"))
    assert said in str(caught.value)
    assert str(caught.value).startswith("upstream far")


def test_a_busy_service_is_asked_again_before_the_first_event() -> None:
    replies = iter([as_json({}, 503), OK])
    with serving(lambda _: next(replies)) as (url, asked):
        upstream = Upstream("far", url, "dashscope")
        about = to(url, kind="dashscope").about
        said = answer(UpstreamResponder(upstream, upstream.service({}), "m", about, Retry(first_s=0.001)))
    assert len(asked) == 2
    assert said[0] == (0, Answer("Hello"))


def test_when_time_is_over_the_answer_ends_with_what_there_is() -> None:
    left = threading.Event()

    def slow() -> Iterator[bytes]:
        yield b'data: {"choices":[{"delta":{"content":"so far"}}]}\n\n'
        left.wait(10)

    request = ChatRequest("m", ASK.messages, time_limit_s=0.2)
    with serving(lambda _: Said(slow(), headers={"content-type": "text/event-stream"})) as (url, _):
        said = answer(to(url, kind="dashscope"), request)
        left.set()
    assert said == [(0, Answer("so far")), (0, Finish("length", Usage(0, 0)))]


def test_a_limit_that_is_not_reached_changes_nothing() -> None:
    with serving(lambda _: OK) as (url, _):
        said = answer(to(url, kind="dashscope"), ChatRequest("m", ASK.messages, time_limit_s=30))
    assert [event for _, event in said] == [Answer("Hello"), Finish("stop", Usage(0, 0))]


def test_closing_the_iterator_closes_the_connection() -> None:
    noticed = threading.Event()

    def endless() -> Iterator[bytes]:
        try:
            while True:
                yield b'data: {"choices":[{"delta":{"content":"on "}}]}\n\n' * 100
        finally:
            noticed.set()  # writing failed: nobody is there any more

    def forever(_: Asked) -> Said:
        return Said(endless(), headers={"content-type": "text/event-stream"})

    async def leave(url: str) -> None:
        responder = to(url, kind="dashscope")
        stream = responder.stream(ASK)
        assert await anext(stream) == (0, Answer("on "))
        await stream.aclose()
        await asyncio.to_thread(noticed.wait, 10)
        await responder.close()

    with serving(forever) as (url, _):
        asyncio.run(leave(url))
    assert noticed.is_set()
