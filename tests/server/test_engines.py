"""A real llama.cpp server, and a real vLLM, behind `qwenchat serve`: what clients see of a model run elsewhere."""

import json
import re
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from subprocess import Popen
from typing import Any

import httpx
import openai
import pytest

from qwenchat import AutoTokenizer
from tests.llama_server import CONTEXT, WEATHER, llama_server, needs_llama_server
from tests.server.conftest import Server, started
from tests.vllm_server import needs_vllm, vllm_server

pytestmark = pytest.mark.slow
ENGINES = [pytest.param("llama.cpp", marks=needs_llama_server), pytest.param("vllm", marks=needs_vllm)]

GREEDY: dict[str, Any] = {"model": "far", "temperature": 0, "seed": 1}
QUICK = {"enable_thinking": False}


def engine_of(kind: str, folder: Path) -> AbstractContextManager[tuple[str, "Popen[bytes]"]]:
    return vllm_server(folder) if kind == "vllm" else llama_server(folder, "-c", str(CONTEXT), "-np", "1", "--slots")


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Its kind and its address."""
    with engine_of(request.param, tmp_path_factory.mktemp("engine")) as (url, _):
        yield request.param, url


@pytest.fixture(scope="module")
def server(engine: tuple[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = in_front_of(*engine, tmp_path_factory.mktemp("serve"))
    yield running
    running.stop()


def in_front_of(kind: str, url: str, folder: Path) -> Server:
    config = folder / "config.toml"
    config.write_text(f"""
        [upstreams.elsewhere]
        kind = "{kind}"
        base_url = "{url}/v1"

        [models.far]
        upstream = "elsewhere"
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
    said = server.chat(body).json()["choices"][0]["message"]
    assert said["reasoning_content"]
    assert said["content"] == said["content"].lstrip() != ""


def test_a_thought_has_an_end(server: Server) -> None:
    body = {**GREEDY, "messages": asked("What is 17 × 23?"), "max_tokens": 60, "enable_thinking": True}
    free, cut = (server.chat(body | more).json() for more in ({}, {"thinking_budget": 4}))
    free, cut = (reply["choices"][0]["message"]["reasoning_content"] for reply in (free, cut))
    assert len(cut) < len(free)
    assert free.startswith(cut[:3])


def test_a_started_answer_goes_on(server: Server) -> None:
    begun = {"role": "assistant", "content": "I am tiny, the", "partial": True}
    body = {**GREEDY, **QUICK, "messages": [*asked("Who are you?"), begun], "max_tokens": 12}
    assert server.chat(body).json()["choices"][0]["message"]["content"].startswith(" small")


def test_a_schema_is_kept(server: Server) -> None:
    schema = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"], "additionalProperties": False}  # fmt: skip
    form = {"type": "json_schema", "json_schema": {"name": "count", "strict": True, "schema": schema}}
    body = {**GREEDY, **QUICK, "messages": asked("How many?"), "max_tokens": 60, "response_format": form}
    reply = server.chat(body).json()["choices"][0]
    assert reply["finish_reason"] == "length" or isinstance(json.loads(reply["message"]["content"])["n"], int)


def test_sampling_is_passed_on(server: Server, engine: tuple[str, str]) -> None:
    body = {
        "model": "far",
        **QUICK,
        "messages": asked("Tell me a creative story"),
        "max_tokens": 30,
        "temperature": 1.5,
    }
    seeded = [server.chat(body | {"seed": seed}).json()["choices"][0]["message"]["content"] for seed in (1, 1, 2)]
    assert seeded[0] == seeded[1] != seeded[2]
    chances = server.chat(body | {"top_k": 1, "logprobs": True, "top_logprobs": 2}).json()["choices"][0]["logprobs"]
    assert len(chances["content"][0]["top_logprobs"]) == 2
    if engine[0] == "vllm":  # llama.cpp has as many answers as places, and one here
        assert len(server.chat(body | {"n": 2}).json()["choices"]) == 2


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


def test_an_error_of_its_own_comes_through_as_ours(server: Server, engine: tuple[str, str]) -> None:
    reply = server.chat({**GREEDY, "messages": asked("word " * CONTEXT)})
    error = reply.json()["error"]
    assert reply.status_code == 400
    if engine[0] == "vllm":
        assert f"{CONTEXT} tokens" in error["message"]
    else:
        assert error["code"] == "invalid_parameter_error"
        assert f"[1, {CONTEXT - 1}]" in error["message"]
    with server.openai() as client, pytest.raises(openai.BadRequestError, match=r"translation_options"):
        client.chat.completions.create(
            model="far", messages=asked("Hi"), extra_body={"translation_options": {"target_lang": "Chinese"}}
        )


def test_whoever_leaves_ends_the_work_behind_us(server: Server, engine: tuple[str, str]) -> None:
    body = {**GREEDY, "messages": asked("Hello!"), "stream": True, "max_tokens": 1500, "enable_thinking": False}
    never = {str(i): -100 for i in AutoTokenizer.from_pretrained("tiny").turn_end_ids()}
    with httpx.stream("POST", f"{server.url}/v1/chat/completions", json=body | {"logit_bias": never}) as reply:
        lines = reply.iter_lines()
        assert next(lines)
        assert is_busy(*engine)
    deadline = time.monotonic() + 2
    while is_busy(*engine):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_busy(kind: str, url: str) -> bool:
    if kind == "vllm":
        running = re.search(r"^vllm:num_requests_running\{.*\} (\S+)$", httpx.get(f"{url}/metrics").text, re.MULTILINE)
        return running is not None and float(running[1]) > 0
    return any(slot["is_processing"] for slot in httpx.get(f"{url}/slots").json())


@pytest.mark.parametrize("kind", ENGINES)
def test_an_engine_that_dies_in_mid_answer(tmp_path: Path, kind: str) -> None:
    with engine_of(kind, tmp_path) as (url, process):
        server = in_front_of(kind, url, tmp_path)
        try:
            assert said_before_and_after_the_end_of(process, server)[-2:] == ["error", "[DONE]"]
            reply = server.chat({**GREEDY, "messages": asked("Hello!")})
            assert reply.status_code >= 500
            assert "elsewhere" in reply.json()["error"]["message"]
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
