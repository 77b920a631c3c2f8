"""Section 3: what a reply looks like, whole and streamed."""

import json
import re
from collections.abc import Callable
from typing import Any

from qwenchat.conform.check import Check, Found, about
from qwenchat.conform.looks import seen, shape
from qwenchat.conform.probe import Probe, Reply

_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_ID = re.compile(f"chatcmpl-({_UUID})")
_CALL_ID = re.compile(r"call_[0-9a-f]{22}")


def _choice(reply: Reply) -> dict[str, Any]:
    said: dict[str, Any] = reply.json["choices"][0]
    return said


def _usage(reply: Reply) -> dict[str, Any]:
    said: dict[str, Any] = reply.chunks[-1]["usage"] if reply.chunks else reply.json["usage"]
    return said


def _everywhere(test: Callable[[dict[str, Any]], object]) -> Callable[[Reply], object]:
    return lambda reply: reply.chunks and all(test(chunk) for chunk in reply.chunks)


def _one_value(name: str) -> Callable[[Reply], object]:
    return lambda reply: len({chunk[name] for chunk in reply.chunks}) == 1


def _finish_alone(reply: Reply) -> object:
    *_, last = [chunk["choices"][0] for chunk in reply.chunks if chunk["choices"]]
    return last["finish_reason"] and last["delta"].get("content") == ""


def _thought_first(reply: Reply) -> object:
    deltas = reply.deltas()[1:]
    kinds = ["t" if delta.get("reasoning_content") else "a" for delta in deltas if any(delta.values())]
    return "t" in kinds and "".join(kinds).find("at") < 0


def _switch(reply: Reply) -> object:
    answer = next((delta for delta in reply.deltas() if delta.get("content")), None)
    return answer is None or answer.get("reasoning_content") is None


def _call_starts_once(reply: Reply) -> object:
    calls = [call for delta in reply.deltas() for call in delta.get("tool_calls") or ()]
    first, *later = calls
    named = first["id"] and first["type"] == "function" and first["function"]["name"]
    return named and not any(call.get("id") or call["function"].get("name") for call in later)


def _arguments_add_up(reply: Reply) -> object:
    calls = [call for delta in reply.deltas() for call in delta.get("tool_calls") or ()]
    return json.loads("".join(call["function"].get("arguments") or "" for call in calls))["location"]


def _same_text(probe: Probe) -> Found:
    return seen(probe.stream.text == probe.whole.text and bool(probe.whole.text), probe.stream, "differs")


def _no_thought_repeated(probe: Probe) -> Found:
    if not probe.thinks:
        return Found("not seen", "the model does not think")
    return seen("<think>" not in probe.thought_stream.text, probe.thought_stream, "differs")


def _request_id(reply: Reply) -> object:
    said = _ID.fullmatch(reply.json["id"])
    return said and said[1] == reply.headers["x-request-id"]


_THINK, _TOOL = "thinks", "calls_tools"

CHECKS: tuple[Check, ...] = (
    shape("id", about("3.1 id"), "whole", lambda r: _ID.fullmatch(r.json["id"])),
    shape("object", about("3.1 object"), "whole", lambda r: r.json["object"] == "chat.completion"),
    shape(
        "created",
        about("3.1 created"),
        "whole",
        lambda r: isinstance(r.json["created"], int) and r.json["created"] > 1.5e9,
    ),
    Check(
        "model is the name that was asked",
        about("3.1 model"),
        lambda p: seen(p.whole.json["model"] == p.model, p.whole, "differs"),
        frozenset({"honours"}),
    ),
    shape(
        "system_fingerprint",
        about("3.1 system_fingerprint"),
        "whole",
        lambda r: r.json.get("system_fingerprint") in (None, ""),
    ),
    shape("service_tier", about("3.1 service_tier"), "whole", lambda r: r.json.get("service_tier") is None),
    shape("index", about("3.1 choices[].index"), "whole", lambda r: _choice(r)["index"] == 0),
    shape(
        "finish_reason",
        about("3.1 choices[].finish_reason"),
        "whole",
        lambda r: _choice(r)["finish_reason"] in ("stop", "length"),
    ),
    shape("logprobs null", about("3.1 choices[].logprobs"), "whole", lambda r: _choice(r).get("logprobs") is None),
    shape("role", about("3.1 message.role"), "whole", lambda r: r.message["role"] == "assistant"),
    shape(
        "content",
        about("3.1 message.content"),
        "whole",
        lambda r: isinstance(r.message["content"], str) and r.message["content"],
    ),
    shape("content beside calls", about("3.1 message.content"), "called", lambda r: r.message["content"] == "", _TOOL),
    shape(
        "reasoning_content",
        about("3.1 message.reasoning_content"),
        "thought",
        lambda r: r.message["reasoning_content"] and "<think>" not in r.text,
        _THINK,
    ),
    shape(
        "no reasoning without thinking",
        about("3.1 message.reasoning_content"),
        "whole",
        lambda r: not r.message.get("reasoning_content"),
    ),
    shape(
        "tool_calls",
        about("3.1 message.tool_calls"),
        "called",
        lambda r: _CALL_ID.fullmatch(r.message["tool_calls"][0]["id"]) and r.message["tool_calls"][0]["index"] == 0,
        _TOOL,
    ),
    shape(
        "arguments are JSON text",
        about("3.1 message.tool_calls"),
        "called",
        lambda r: json.loads(r.message["tool_calls"][0]["function"]["arguments"]),
        _TOOL,
    ),
    shape(
        "no calls without tools",
        about("3.1 message.tool_calls"),
        "whole",
        lambda r: r.message.get("tool_calls") is None,
    ),
    shape(
        "what is not there is null",
        about("3.1 message.refusal, audio, function_call, annotations"),
        "whole",
        lambda r: all(r.message.get(k) is None for k in ("refusal", "audio", "function_call", "annotations")),
    ),
    shape(
        "usage",
        about("3.1 usage"),
        "whole",
        lambda r: (
            _usage(r)["prompt_tokens"] > 0
            and _usage(r)["total_tokens"] == _usage(r)["prompt_tokens"] + _usage(r)["completion_tokens"]
        ),
    ),
    shape(
        "cached tokens",
        about("3.1 usage.prompt_tokens_details"),
        "whole",
        lambda r: isinstance(_usage(r)["prompt_tokens_details"]["cached_tokens"], int),
    ),
    shape(
        "reasoning tokens",
        about("3.1 usage.completion_tokens_details"),
        "thought",
        lambda r: 0 < _usage(r)["completion_tokens_details"]["reasoning_tokens"] <= _usage(r)["completion_tokens"],
        _THINK,
    ),
    shape(
        "one id", about("3.2 every chunk"), "stream", lambda r: _one_value("id")(r) and _ID.fullmatch(r.chunks[0]["id"])
    ),
    shape(
        "one created and model",
        about("3.2 every chunk"),
        "stream",
        lambda r: _one_value("created")(r) and _one_value("model")(r),
    ),
    shape(
        "object of chunks",
        about("3.2 every chunk"),
        "stream",
        _everywhere(lambda c: c["object"] == "chat.completion.chunk"),
    ),
    shape(
        "first chunk",
        about("3.2 1 first chunk, non-thinking"),
        "bare_stream",
        lambda r: r.deltas()[0]["role"] == "assistant" and r.deltas()[0]["content"] == "",
    ),
    shape(
        "first chunk, thinking",
        about("3.2 1t first chunk, thinking"),
        "thought_stream",
        lambda r: (
            r.deltas()[0]["role"] == "assistant"
            and r.deltas()[0]["content"] is None
            and r.deltas()[0]["reasoning_content"] == ""
        ),
        _THINK,
    ),
    shape(
        "reasoning chunks",
        about("3.2 2t reasoning chunks"),
        "thought_stream",
        lambda r: _thought_first(r) and all(d["content"] is None for d in r.deltas() if d.get("reasoning_content")),
        _THINK,
    ),
    shape("switch to the answer", about("3.2 3t switch to answer"), "thought_stream", _switch, _THINK),
    Check(
        "no markup in a streamed thought",
        about("3.2 3t switch to answer"),
        _no_thought_repeated,
        frozenset({"honours"}),
    ),
    shape(
        "role only once",
        about("3.2 2 answer chunks"),
        "bare_stream",
        lambda r: not any(d.get("role") for d in r.deltas()[1:]),
    ),
    Check("a stream says what a whole reply says", about("3.2 2 answer chunks"), _same_text, frozenset({"honours"})),
    shape("finish in its own chunk", about("3.2 n last choice chunk"), "bare_stream", _finish_alone),
    shape(
        "usage comes last",
        about("3.2 u usage chunk", "2.1 stream_options"),
        "stream",
        lambda r: r.chunks[-1]["choices"] == [] and _usage(r)["total_tokens"] > 0,
    ),
    shape(
        "usage null before",
        about("3.2 every chunk"),
        "stream",
        lambda r: not any(c.get("usage") for c in r.chunks[:-1]),
    ),
    shape(
        "no usage unasked",
        about("3.2 u usage chunk"),
        "bare_stream",
        lambda r: not any(c.get("usage") for c in r.chunks),
    ),
    shape(
        "[DONE]",
        about("3.2 terminator"),
        "bare_stream",
        lambda r: r.frames[-1] == "[DONE]" and r.frames.count("[DONE]") == 1,
    ),
    shape(
        "data: with a space, and nothing else",
        about("1.4 SSE framing", "2.1 stream"),
        "bare_stream",
        lambda r: all(line.startswith((b"data: ", b":")) for line in r.raw.split(b"\n") if line),
    ),
    shape(
        "a call's name and id come once",
        about("3.2 name + id", "3.2 later deltas", "3.2 clients' glue", "3.2 safest for a compatible server"),
        "called_stream",
        _call_starts_once,
        _TOOL,
    ),
    shape(
        "streamed arguments add up",
        about("3.2 later deltas", "3.2 complex args", "5.4 tools + stream"),
        "called_stream",
        _arguments_add_up,
        _TOOL,
    ),
    shape("finish_reason tool_calls", about("3.2 order"), "called_stream", lambda r: r.finish == "tool_calls", _TOOL),
    shape(
        "one call",
        about("3.2 parallel"),
        "called_stream",
        lambda r: {call["index"] for d in r.deltas() for call in d.get("tool_calls") or ()} == {0},
        _TOOL,
    ),
    shape(
        "no empty tool_calls",
        about("3.2 later deltas"),
        "bare_stream",
        lambda r: not any("tool_calls" in d for d in r.deltas()),
    ),
    shape("x-request-id", about("3.3 x-request-id", "3.1 id"), "whole", _request_id),
    shape(
        "x-dashscope-call-gateway",
        about("3.3 x-dashscope-call-gateway"),
        "whole",
        lambda r: r.headers["x-dashscope-call-gateway"] == "true",
    ),
    shape(
        "times",
        about("3.3 req-cost-time, req-arrive-time, resp-start-time"),
        "whole",
        lambda r: all(r.headers[k].isdecimal() for k in ("req-cost-time", "req-arrive-time", "resp-start-time")),
    ),
    shape(
        "x-envoy-upstream-service-time",
        about("3.3 x-envoy-upstream-service-time"),
        "whole",
        lambda r: r.headers["x-envoy-upstream-service-time"].isdecimal(),
    ),
    shape("server", about("3.3 server"), "whole", lambda r: r.headers["server"]),
    shape(
        "content-type",
        about("3.3 content-type"),
        "whole",
        lambda r: r.headers["content-type"].startswith("application/json"),
    ),
    shape(
        "content-type of a stream",
        about("3.3 content-type", "3.3 transfer-encoding"),
        "bare_stream",
        lambda r: (
            r.headers["content-type"].replace(" ", "").lower().startswith("text/event-stream")
            and "content-length" not in r.headers
        ),
    ),
)
"""Replies, in the reference's order."""
