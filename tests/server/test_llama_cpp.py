"""A real llama.cpp server behind `qwenchat serve`: what clients see of a model that another engine runs."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import Popen
from typing import Any

import httpx
import openai
import pytest

from tests.llama_server import CONTEXT, WEATHER, llama_server, needs_llama_server
from tests.server.conftest import Server, started

pytestmark = [pytest.mark.slow, needs_llama_server]

GREEDY: dict[str, Any] = {"model": "far", "temperature": 0, "seed": 1}
QUICK = {"enable_thinking": False}


@pytest.fixture(scope="module")
def llama(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with llama_server(tmp_path_factory.mktemp("gguf"), "-c", str(CONTEXT), "-np", "1", "--slots") as (url, _):
        yield url


@pytest.fixture(scope="module")
def server(llama: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = in_front_of(llama, tmp_path_factory.mktemp("serve"))
    yield running
    running.stop()


def in_front_of(url: str, folder: Path) -> Server:
    config = folder / "config.toml"
    config.write_text(f"""
        [upstreams.llama]
        kind = "llama.cpp"
        base_url = "{url}/v1"

        [models.far]
        upstream = "llama"
        model = "tiny"
    """)
    return started(folder / "log", "--config", str(config))


def asked(words: str) -> list[Any]:
    return [{"role": "user", "content": words}]


def test_streamed_is_whole(server: Server) -> None:
    with server.openai() as client:
        given: Any = {**GREEDY, "messages": asked("Hello! Who are you?"), "max_tokens": 40, "extra_body": QUICK}
        whole = client.chat.completions.create(**given)
        chunks = list(client.chat.completions.create(**given, stream=True, stream_options={"include_usage": True}))
    assert whole.choices[0].message.content
    assert "".join(c.choices[0].delta.content or "" for c in chunks[:-1]) == whole.choices[0].message.content
    assert chunks[-2].choices[0].finish_reason == whole.choices[0].finish_reason
    assert chunks[-1].usage is not None
    assert whole.usage is not None
    assert chunks[-1].usage.completion_tokens == whole.usage.completion_tokens > 5
    assert {c.model for c in chunks} == {whole.model} == {"far"}


def test_thoughts_have_their_own_channel(server: Server) -> None:
    body = {**GREEDY, "messages": asked("What is 2 + 2?"), "max_tokens": 60, "enable_thinking": True}
    assert server.chat(body).json()["choices"][0]["message"]["reasoning_content"]


def test_a_round_of_tools(server: Server) -> None:
    with server.openai() as client:
        messages = asked("What's the weather in Paris?")
        given: Any = {**GREEDY, "tools": [WEATHER], "max_tokens": 200, "extra_body": QUICK}
        forced = client.chat.completions.create(messages=messages, tool_choice="required", **given)
        [call] = forced.choices[0].message.tool_calls or []
        streamed = client.chat.completions.create(messages=messages, tool_choice="required", stream=True, **given)
        pieces = [call for chunk in streamed if chunk.choices for call in chunk.choices[0].delta.tool_calls or []]
        assert forced.choices[0].finish_reason == "tool_calls"
        assert "location" in json.loads(call.function.arguments)
        assert "".join(piece.function.arguments or "" for piece in pieces) == call.function.arguments
        assert [piece.function.name for piece in pieces if piece.id] == ["get_weather"]
        messages += [forced.choices[0].message, {"role": "tool", "tool_call_id": call.id, "content": "sunny, 21 °C"}]
        assert client.chat.completions.create(messages=messages, **given).choices[0].message.content


def test_an_error_of_its_own_comes_through_as_ours(server: Server) -> None:
    reply = server.chat({**GREEDY, "messages": asked("word " * CONTEXT)})
    error = reply.json()["error"]
    assert (reply.status_code, error["code"]) == (400, "invalid_parameter_error")
    assert f"[1, {CONTEXT - 1}]" in error["message"]
    with server.openai() as client, pytest.raises(openai.BadRequestError, match=r"translation_options"):
        client.chat.completions.create(
            model="far", messages=asked("Hi"), extra_body={"translation_options": {"target_lang": "Chinese"}}
        )


def test_whoever_leaves_ends_the_work_behind_us(server: Server, llama: str) -> None:
    body = {**GREEDY, "messages": asked("Hello!"), "stream": True, "max_tokens": 1500, "enable_thinking": False}
    never = {str(i): -100 for i in httpx.post(f"{llama}/tokenize", json=_ENDS).json()["tokens"]}
    with httpx.stream("POST", f"{server.url}/v1/chat/completions", json=body | {"logit_bias": never}) as reply:
        lines = reply.iter_lines()
        assert next(lines)
        assert is_busy(llama)
    deadline = time.monotonic() + 2
    while is_busy(llama):
        assert time.monotonic() < deadline
        time.sleep(0.02)


_ENDS = {"content": "<|im_end|><|endoftext|>", "parse_special": True}


def is_busy(url: str) -> bool:
    return any(slot["is_processing"] for slot in httpx.get(f"{url}/slots").json())


def test_an_engine_that_dies_in_mid_answer(tmp_path: Path) -> None:
    with llama_server(tmp_path, "-c", str(CONTEXT)) as (url, process):
        server = in_front_of(url, tmp_path)
        try:
            assert said_before_and_after_the_end_of(process, server)[-2:] == ["error", "[DONE]"]
            reply = server.chat({**GREEDY, "messages": asked("Hello!")})
            assert reply.status_code >= 500
            assert "llama" in reply.json()["error"]["message"]
        finally:
            server.stop()


def said_before_and_after_the_end_of(process: "Popen[bytes]", server: Server) -> list[str]:
    """The frames of an answer whose engine is killed when it begins: what each one's object has, or its text."""
    body = {**GREEDY, "messages": asked("Hello!"), "stream": True, "max_tokens": 1500}
    with httpx.stream("POST", f"{server.url}/v1/chat/completions", json=body, timeout=30) as reply:
        frames = []
        for line in reply.iter_lines():
            if not line.startswith("data: "):
                continue
            process.kill()
            text = line.removeprefix("data: ")
            frames.append(text if text == "[DONE]" else "error" if "error" in json.loads(text) else "chunk")
    return frames
