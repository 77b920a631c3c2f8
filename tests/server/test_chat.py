"""Chat completions as clients see them: the OpenAI SDK, and the bytes underneath."""

import json
import re
import uuid

import openai
import pytest

from tests.server.conftest import Server

HELLO = [{"role": "user", "content": "Hello"}]


def frames(text: str) -> list[dict]:
    """The chunks of a stream; that it is framed right and ends right is checked here."""
    events = text.split("\n\n")
    assert events[-1] == ""
    assert events[-2] == "data: [DONE]"
    return [json.loads(event.removeprefix("data: ")) for event in events[:-2] if not event.startswith(":")]


@pytest.mark.parametrize("base", ["/v1", "/compatible-mode/v1"])
def test_the_sdk_is_answered_whole_and_in_chunks_with_the_same_words(server: Server, base: str) -> None:
    client = openai.OpenAI(base_url=server.url + base, api_key="none")
    whole = client.chat.completions.create(model="tiny", messages=HELLO, seed=7)
    stream = client.chat.completions.create(model="tiny", messages=HELLO, seed=7, stream=True)
    assert whole.choices[0].message.content
    assert "".join(chunk.choices[0].delta.content for chunk in stream) == whole.choices[0].message.content
    assert whole.choices[0].finish_reason == "stop"
    assert whole.usage.total_tokens == whole.usage.prompt_tokens + whole.usage.completion_tokens


def test_the_brief_s_own_snippets(server: Server) -> None:
    client = server.openai()
    resp = client.chat.completions.create(
        model="tiny",
        messages=[
            {"role": "system", "content": "You are a helpful assistant."},
            {"role": "user", "content": "Hello!"},
        ],
    )
    assert resp.choices[0].message.content
    said = []
    stream = client.chat.completions.create(
        model="tiny",
        messages=[{"role": "user", "content": "Write a haiku."}],
        stream=True,
        stream_options={"include_usage": True},
    )
    for chunk in stream:
        if chunk.choices and chunk.choices[0].delta.content:
            said.append(chunk.choices[0].delta.content)
    assert len(said) > 3
    assert chunk.usage.completion_tokens >= len(said)


def test_a_whole_reply_field_by_field(server: Server) -> None:
    reply = server.chat({})
    body = reply.json()
    assert set(body) == {"id", "created", "model", "choices", "usage", "object", "system_fingerprint"}
    assert body["object"] == "chat.completion"
    assert body["system_fingerprint"] is None
    assert set(body["choices"][0]) == {"index", "message", "finish_reason", "logprobs"}
    assert set(body["choices"][0]["message"]) == {"role", "content"}
    assert body["usage"]["prompt_tokens_details"].keys() == {"cached_tokens", "text_tokens"}
    request_id = reply.headers["x-request-id"]
    assert str(uuid.UUID(request_id)) == request_id
    assert body["id"] == f"chatcmpl-{request_id}"
    assert reply.headers["x-dashscope-call-gateway"] == "true"
    assert re.fullmatch(r"\d{13}", reply.headers["req-arrive-time"])
    assert reply.headers["server"] == "qwenchat"


def test_a_stream_chunk_by_chunk(server: Server) -> None:
    reply = server.chat({"stream": True, "stream_options": {"include_usage": True}})
    chunks = frames(reply.text)
    assert reply.headers["content-type"] == "text/event-stream;charset=UTF-8"
    assert {chunk["id"] for chunk in chunks} == {f"chatcmpl-{reply.headers['x-request-id']}"}
    deltas = [chunk["choices"][0] for chunk in chunks[:-1]]
    assert deltas[0]["delta"] == {"content": "", "role": "assistant"}
    assert all(set(choice["delta"]) == {"content"} for choice in deltas[1:])
    assert deltas[-1]["delta"] == {"content": ""}
    assert [choice["finish_reason"] for choice in deltas] == [None] * (len(deltas) - 1) + ["stop"]
    assert [chunk["usage"] for chunk in chunks[:-1]] == [None] * len(deltas)
    assert chunks[-1]["choices"] == []
    assert chunks[-1]["usage"]["completion_tokens"] > 0


def test_without_include_usage_none_is_sent(server: Server) -> None:
    assert all(chunk["choices"] and chunk["usage"] is None for chunk in frames(server.chat({"stream": True}).text))


def test_n_answers_have_their_own_index_and_words(server: Server) -> None:
    body = server.chat({"n": 3, "temperature": 1.5, "seed": 1}).json()
    assert [choice["index"] for choice in body["choices"]] == [0, 1, 2]
    assert len({choice["message"]["content"] for choice in body["choices"]}) > 1
    chunks = frames(server.chat({"n": 2, "stream": True}).text)
    assert {chunk["choices"][0]["index"] for chunk in chunks} == {0, 1}
    assert sum(chunk["choices"][0]["finish_reason"] is not None for chunk in chunks) == 2


def test_max_tokens_ends_an_answer_and_says_so(server: Server) -> None:
    body = server.chat({"model": "endless", "max_tokens": 5}).json()
    assert body["choices"][0]["message"]["content"] == "xxxxx"
    assert body["choices"][0]["finish_reason"] == "length"


def test_late_and_repeated_system_messages_are_merged(server: Server) -> None:
    system = {"role": "system", "content": "Be brief."}
    developer = {"role": "developer", "content": "Be kind."}
    merged = {"role": "system", "content": "Be brief.\n\nBe kind."}
    apart = server.chat({"messages": [system, *HELLO, developer], "seed": 1}).json()
    together = server.chat({"messages": [merged, *HELLO], "seed": 1}).json()
    assert apart["usage"] == together["usage"]
    assert apart["choices"] == together["choices"]


def test_names_are_known_in_any_case_and_echoed_as_asked(server: Server) -> None:
    assert server.chat({"model": "TINY"}).json()["model"] == "TINY"
    with pytest.raises(openai.NotFoundError) as caught:
        server.openai().chat.completions.create(model="nobody", messages=HELLO)
    assert caught.value.code == "model_not_found"


def test_an_input_too_long_is_told_with_both_counts(server: Server) -> None:
    error = server.chat({"messages": [{"role": "user", "content": "word " * 9000}]}).json()["error"]
    assert "Range of input length should be [1, 4095]" in error["message"]
    assert re.search(r"has \d{4,} tokens", error["message"])
