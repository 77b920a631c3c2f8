"""A real llama.cpp server behind the seam: tiny, exported, run by someone else's engine."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from qwenchat.protocol import (
    Answer,
    CallArguments,
    CallStart,
    ChatRequest,
    InvalidValue,
    Reasoning,
    Thinking,
    ToolChoice,
)
from qwenchat.upstreams import Upstream, open_upstream
from tests.llama_server import CONTEXT, WEATHER, llama_server, needs_llama_server

pytestmark = needs_llama_server
ASK = ({"role": "user", "content": "Hello! Who are you?"},)


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with llama_server(tmp_path_factory.mktemp("gguf"), "-c", str(CONTEXT), "--jinja") as (address, _):
        yield f"{address}/v1"


def events(url: str, **wishes: Any) -> list[Any]:
    responder = open_upstream(Upstream.from_table("llama", {"kind": "llama.cpp", "base_url": url}), "tiny", {})
    assert responder.about.context == CONTEXT
    wishes = {"messages": ASK, "sampling": {"temperature": 0.0}, "thinking": Thinking(enable=False)} | wishes

    async def read() -> list[Any]:
        try:
            return [event async for event in responder.stream(ChatRequest("asked", **wishes))]
        finally:
            await responder.close()

    return asyncio.run(read())


def text(said: list[Any], kind: type = Answer) -> str:
    return "".join(event.text for _, event in said if isinstance(event, kind))


def test_an_answer_with_its_counts(url: str) -> None:
    said = events(url, max_tokens=12)
    assert text(said)
    assert not text(said, Reasoning)
    finish = said[-1][1]
    assert (finish.reason, finish.usage.n_generated) == ("length", 12)
    assert finish.usage.n_prompt > 5


def test_the_thinking_switch_reaches_the_template(url: str) -> None:
    assert text(events(url, thinking=Thinking(enable=True), max_tokens=60), Reasoning)


def test_a_forced_call(url: str) -> None:
    asked = ({"role": "user", "content": "What's the weather in Paris?"},)
    said = events(url, messages=asked, tools=(WEATHER,), tool_choice=ToolChoice("required"), max_tokens=200)
    [start] = [event for _, event in said if isinstance(event, CallStart)]
    assert (start.index, start.name) == (0, "get_weather")
    assert "location" in text(said, CallArguments)
    assert said[-1][1].reason == "tool_calls"


def test_a_continued_message_comes_back_without_its_beginning(url: str) -> None:
    whole = text(events(url, max_tokens=16))
    prefix = whole[: whole.index(" ", len(whole) // 2)]
    said = events(url, messages=(*ASK, {"role": "assistant", "content": prefix}), continue_last=True, max_tokens=8)
    assert text(said)
    assert not text(said).startswith(prefix)


def test_several_answers_and_their_chances(url: str) -> None:
    said = events(url, n=2, max_tokens=4, n_logprobs=2)
    assert {index for index, _ in said} == {0, 1}
    first = next(event for _, event in said if isinstance(event, Answer))
    assert first.chances[0].token == first.text
    assert len(first.chances[0].top) == 2


def test_what_it_has_no_word_for_is_refused(url: str) -> None:
    with pytest.raises(InvalidValue, match="translation_options"):
        events(url, translation={"target_lang": "Chinese"})
