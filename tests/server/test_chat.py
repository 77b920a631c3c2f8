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


def test_what_was_cached_is_told_where_a_word_ends_the_answer_too(server: Server) -> None:
    asked = {"model": "endless", "messages": [{"role": "user", "content": "Cached? " * 40}], "stop": "xxx"}
    assert server.chat(asked).json()["usage"]["prompt_tokens_details"]["cached_tokens"] < 20
    whole = server.chat(asked).json()
    streamed = frames(server.chat(asked | {"stream": True, "stream_options": {"include_usage": True}}).text)[-1]
    assert whole["choices"][0]["finish_reason"] == "stop"
    assert streamed["usage"] == whole["usage"]
    assert whole["usage"]["prompt_tokens_details"]["cached_tokens"] == whole["usage"]["prompt_tokens"] - 1


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
    assert apart["usage"]["prompt_tokens"] == together["usage"]["prompt_tokens"]
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


def said(server: Server, **body) -> dict:
    return server.chat({"model": "endless", "max_tokens": 6} | body).json()["choices"][0]


def test_a_stop_ends_the_answer_and_is_not_in_it(server: Server) -> None:
    hello = server.chat({"seed": 5, "temperature": 0}).json()["choices"][0]["message"]["content"]
    half = hello[len(hello) // 2 :][:6]
    for stop in (half, [half, "never"]):
        choice = server.chat({"seed": 5, "temperature": 0, "stop": stop}).json()["choices"][0]
        assert choice["message"]["content"] == hello[: hello.index(half)]
        assert choice["finish_reason"] == "stop"
    by_id = server.chat({"model": "endless", "stop": [[0, 0, 0]]}).json()["choices"][0]
    assert (by_id["message"]["content"], by_id["finish_reason"]) == ("", "stop")


def test_a_seed_fixes_the_answer_and_no_seed_doesn_t(server: Server) -> None:
    def words(**body) -> str:
        asked = {"temperature": 1.9, "top_p": 1, "top_k": 0, "max_tokens": 12}
        return server.chat(asked | body).json()["choices"][0]["message"]["content"]

    assert words(seed=11) == words(seed=11)
    assert len({words() for _ in range(4)}) > 1


def test_biases_and_penalties_change_what_is_said(server: Server) -> None:
    assert said(server)["message"]["content"] == "xxxxxx"
    assert "x" not in said(server, logit_bias={"0": -100})["message"]["content"]
    for penalty in ("frequency_penalty", "presence_penalty"):
        assert said(server, **{penalty: 1.5})["message"]["content"] != "xxxxxx"
    assert said(server, repetition_penalty=1.5)["message"]["content"] == "xxxxxx"  # equal logits of zero stay zero


def test_chances_are_told_whole_and_in_chunks(server: Server) -> None:
    asked = {"logprobs": True, "top_logprobs": 3, "seed": 2}
    whole = server.chat(asked).json()["choices"][0]
    told = whole["logprobs"]["content"]
    assert "".join(bytes(token["bytes"]).decode() for token in told) == whole["message"]["content"]
    assert all(len(token["top_logprobs"]) == 3 and token["logprob"] <= 0 for token in told)
    chunks = [c["choices"][0] for c in frames(server.chat(asked | {"stream": True}).text)]
    assert [token for choice in chunks if choice["logprobs"] for token in choice["logprobs"]["content"]] == told
    assert server.chat({}).json()["choices"][0]["logprobs"] is None


def test_a_time_limit_ends_an_answer_as_its_length_would(server: Server) -> None:
    choice = said(server, max_tokens=4000, ttl=0.2)
    assert choice["finish_reason"] == "length"
    assert 0 < len(choice["message"]["content"]) < 3900


def test_an_answer_goes_on_from_its_beginning(server: Server) -> None:
    hello = server.chat({"seed": 5, "temperature": 0}).json()["choices"][0]["message"]["content"]
    first = hello.partition(" ")[0]
    begun = [*HELLO, {"role": "assistant", "content": first, "partial": True}]
    rest = server.chat({"messages": begun, "temperature": 0, "seed": 5}).json()["choices"][0]["message"]["content"]
    assert rest
    assert first + rest == hello


def test_thoughts_come_apart_from_answers(server: Server) -> None:
    asked = {"messages": [{"role": "user", "content": "What is 2 + 2?"}], "enable_thinking": True, "seed": 1}
    whole = server.chat(asked).json()
    message = whole["choices"][0]["message"]
    assert message["reasoning_content"]
    assert "<think>" not in message["content"] + message["reasoning_content"]
    assert whole["usage"]["completion_tokens_details"]["reasoning_tokens"] > 0
    deltas = [chunk["choices"][0]["delta"] for chunk in frames(server.chat(asked | {"stream": True}).text)]
    assert deltas[0] == {"content": None, "role": "assistant", "reasoning_content": ""}
    assert "".join(d["reasoning_content"] or "" for d in deltas) == message["reasoning_content"]
    assert "".join(d["content"] or "" for d in deltas) == message["content"]
    off = server.chat(asked | {"enable_thinking": False}).json()["choices"][0]["message"]
    assert "reasoning_content" not in off


def test_the_brief_s_function_call(server: Server) -> None:
    tools = [
        {
            "type": "function",
            "function": {
                "name": "get_weather",
                "description": "Get weather for a city",
                "parameters": {
                    "type": "object",
                    "properties": {"location": {"type": "string"}},
                    "required": ["location"],
                },
            },
        }
    ]
    resp = server.openai().chat.completions.create(
        model="tiny",
        messages=[{"role": "user", "content": "What's the weather in Beijing?"}],
        tools=tools,
        temperature=0,
    )
    choice = resp.choices[0]
    assert choice.finish_reason == "tool_calls"
    call = choice.message.tool_calls[0]
    assert (call.function.name, choice.message.content) == ("get_weather", "")
    assert "location" in json.loads(call.function.arguments)
    chunks = list(
        server.openai().chat.completions.create(
            model="tiny",
            messages=[{"role": "user", "content": "What's the weather in Beijing?"}],
            tools=tools,
            temperature=0,
            stream=True,
        )
    )
    calls = [delta for c in chunks for delta in c.choices[0].delta.tool_calls or ()]
    assert [c.id for c in calls if c.id] == [c.id for c in calls[:1]]
    assert "".join(c.function.arguments for c in calls) == call.function.arguments
