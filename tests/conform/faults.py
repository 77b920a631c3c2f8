"""For each check that isn't data, what a server may do wrong that this check is there to notice."""

from collections.abc import Callable
from typing import Any

from tests.conform.right_server import Body, Fault
from tests.scripted_service import Asked, Said, as_json


def _without(*names: str) -> Fault:
    """A server that never looks at these parameters."""

    def body(asked: Body) -> None:
        for name in names:
            asked.pop(name, None)

    return Fault(body=body)


def _always(**values: Any) -> Fault:
    """A server to which every request says this."""
    return Fault(body=lambda asked: asked.update(values))


def _whole_only(change: Callable[[Body], object]) -> Fault:
    """A server that reads calls wrongly that aren't streamed."""
    return Fault(body=lambda asked: None if asked.get("stream") else change(asked))


def _option(name: str) -> Fault:
    return Fault(body=lambda asked: (asked.get("translation_options") or {}).pop(name, None))


def _reply(*path: str | int, value: Any = None) -> Fault:
    """A server whose whole replies have `value` at a place; without one, the place is not there."""

    def change(reply: Body) -> None:
        place: Any = reply
        if "choices" not in reply:
            return
        for step in path[:-1]:
            place = place[step] if isinstance(step, int) else place.setdefault(step, {})
        if value is ...:
            place.pop(path[-1], None)
        else:
            place[path[-1]] = value

    return Fault(whole=change)


def _message(name: str, value: Any) -> Fault:
    return _reply("choices", 0, "message", name, value=value)


def _each(change: Callable[[Body], object]) -> Fault:
    """A server that writes each chunk wrongly."""
    return Fault(chunks=lambda chunks: [change(chunk) for chunk in chunks])


def _deltas(change: Callable[[int, Body], object]) -> Fault:
    """A server that writes each delta wrongly; the function gets its place and itself."""
    return Fault(
        chunks=lambda chunks: [change(i, c["choices"][0]["delta"]) for i, c in enumerate(chunks) if c["choices"]]
    )


def _calls(change: Callable[[int, Body], object]) -> Fault:
    """A server that writes each part of a streamed call wrongly."""

    def chunks(every: list[Body]) -> None:
        parts = [call for c in every for choice in c["choices"] for call in choice["delta"].get("tool_calls", ())]
        for i, call in enumerate(parts):
            change(i, call)

    return Fault(chunks=chunks)


def _header(name: str) -> Fault:
    return Fault(headers=lambda headers: headers.pop(name, None))


def _path(method: str, end: str, said: Said) -> Fault:
    def path(asked: Asked) -> Said | None:
        return said if asked.method == method and asked.path.endswith(end) else None

    return Fault(path=path)


def _broken_when(test: Callable[[Body], object]) -> Fault:
    """A server that falls over a combination."""

    def path(asked: Asked) -> Said | None:
        return (
            as_json({"error": {"message": "list index out of range"}}, 500) if asked.raw and test(asked.body) else None
        )

    return Fault(path=path)


def _loud_thought(asked: Body) -> object:
    return asked.get("enable_thinking") and not asked.get("stream")


def _named_id(i: int, call: Body) -> None:
    call.update(id="call_0123456789012345678901", type="function")
    call["function"]["name"] = "get_weather"


def _last_content(chunks: list[Body]) -> None:
    next(c for c in reversed(chunks) if c["choices"])["choices"][0]["delta"]["content"] = "end"


def _nowhere(chunks: list[Body]) -> None:
    chunks[:] = [chunk for chunk in chunks if chunk["choices"]]


def _short(asked: Body) -> None:
    for message in asked["messages"]:
        if isinstance(message, dict) and isinstance(message.get("content"), str):
            message["content"] = message["content"][:200]


def _drop_partial(asked: Body) -> None:
    if isinstance(asked.get("messages"), list) and asked["messages"] and "partial" in asked["messages"][-1]:
        del asked["messages"][-1]


def _english(asked: Body) -> None:
    if asked.get("translation_options"):
        asked["translation_options"]["target_lang"] = "English"


USAGE = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}

FAULTS: dict[str, Fault] = {
    "temperature": _always(temperature=0),
    "top_p": _without("top_p"),
    "top_k": _without("top_k"),
    "repetition_penalty": _without("repetition_penalty"),
    "presence_penalty": _without("presence_penalty"),
    "max_tokens": _without("max_tokens"),
    "max_completion_tokens": _without("max_completion_tokens"),
    "n": _without("n"),
    "seed": _without("seed"),
    "stop": _without("stop"),
    "tool_choice none": Fault(body=lambda b: b.get("tool_choice") == "none" and b.pop("tool_choice")),
    "tool_choice required": Fault(body=lambda b: b.get("tool_choice") == "required" and b.update(tool_choice="none")),
    "parallel_tool_calls off by default": _always(parallel_tool_calls=True),
    "response_format json_object": _without("response_format"),
    "response_format json_schema": _without("response_format"),
    "enable_thinking on": _whole_only(lambda b: b.update(enable_thinking=False)),
    "enable_thinking off": _always(enable_thinking=True),
    "enable_thinking where there is no thinking": _without("enable_thinking"),
    "thinking_budget": _whole_only(lambda b: b.pop("thinking_budget", None)),
    "reasoning_effort none": _without("reasoning_effort"),
    "reasoning_effort low": Fault(body=lambda b: b.get("reasoning_effort") == "low" and b.update(reasoning_effort="none")),
    "reasoning_effort and thinking_budget": _without("reasoning_effort"),
    "logprobs": _without("logprobs"),
    "defaults are the model's own": Fault(body=lambda b: b.setdefault("temperature", 0)),
    "partial": Fault(body=_drop_partial),
    "translation: languages by name": _without("translation_options"),
    "translation: languages by code, source unknown": _without("translation_options"),
    "translation: terms": _option("terms"),
    "translation: memory": _option("tm_list"),
    "translation: domains": _option("domains"),
    "translation: a language that isn't": Fault(body=_english),
    "input beyond the context": Fault(body=_short),
    "id": _reply("id", value="1"),
    "object": _reply("object", value="text_completion"),
    "created": _reply("created", value="today"),
    "model is the name that was asked": _reply("model", value="a-snapshot"),
    "system_fingerprint": _reply("system_fingerprint", value="fp_1"),
    "service_tier": _reply("service_tier", value="default"),
    "index": _reply("choices", 0, "index", value=1),
    "finish_reason": _reply("choices", 0, "finish_reason", value="eos"),
    "logprobs null": _reply("choices", 0, "logprobs", value={}),
    "role": _message("role", "bot"),
    "content": _message("content", None),
    "content beside calls": _message("content", None),
    "reasoning_content": _message("reasoning_content", ""),
    "no reasoning without thinking": _message("reasoning_content", "hm"),
    "tool_calls": Fault(whole=lambda r: [call.update(id="1") for call in r["choices"][0]["message"].get("tool_calls", ())]),
    "arguments are JSON text": Fault(whole=lambda r: [c["function"].update(arguments="{'a'}") for c in r["choices"][0]["message"].get("tool_calls", ())]),
    "no calls without tools": _message("tool_calls", []),
    "what is not there is null": _message("refusal", ""),
    "usage": _reply("usage", "total_tokens", value=0),
    "cached tokens": _reply("usage", "prompt_tokens_details", value=None),
    "reasoning tokens": _reply("usage", "completion_tokens_details", value=None),
    "one id": Fault(chunks=lambda cs: [c.update(id=f"chatcmpl-{i}") for i, c in enumerate(cs)]),
    "one created and model": Fault(chunks=lambda cs: [c.update(created=i) for i, c in enumerate(cs)]),
    "object of chunks": _each(lambda c: c.update(object="chat.completion")),
    "first chunk": _deltas(lambda i, d: i == 0 and d.update(content=None)),
    "first chunk, thinking": _deltas(lambda i, d: i == 0 and d.update(content="")),
    "reasoning chunks": _deltas(lambda i, d: d.get("reasoning_content") and d.update(content="")),
    "switch to the answer": _deltas(lambda i, d: d.get("content") and d.update(reasoning_content="hm")),
    "no markup in a streamed thought": _deltas(lambda i, d: d.get("content") and d.update(content="<think>")),
    "role only once": _deltas(lambda i, d: d.update(role="assistant")),
    "a stream says what a whole reply says": _deltas(lambda i, d: d.get("content") and d.update(content="other")),
    "finish in its own chunk": Fault(chunks=_last_content),
    "usage comes last": Fault(chunks=_nowhere),
    "usage null before": _each(lambda c: c.update(usage=USAGE)),
    "no usage unasked": _each(lambda c: c.update(usage=USAGE)),
    "[DONE]": Fault(raw=lambda raw: b"" if b"[DONE]" in raw else raw),
    "data: with a space, and nothing else": Fault(raw=lambda raw: raw.replace(b"data: ", b"event: x\ndata: ")),
    "a call's name and id come once": _calls(_named_id),
    "streamed arguments add up": _calls(lambda i, call: i == 1 and call["function"].update(arguments="")),
    "finish_reason tool_calls": _each(lambda c: [choice.update(finish_reason="stop") for choice in c["choices"] if choice["finish_reason"]]),
    "one call": _calls(lambda i, call: call.update(index=1)),
    "no empty tool_calls": _deltas(lambda i, d: d.setdefault("tool_calls", [])),
    "x-request-id": _header("x-request-id"),
    "x-dashscope-call-gateway": _header("x-dashscope-call-gateway"),
    "times": _header("resp-start-time"),
    "x-envoy-upstream-service-time": _header("x-envoy-upstream-service-time"),
    "server": _header("server"),
    "content-type": Fault(headers=lambda headers: headers.update({"content-type": "text/plain"})),
    "content-type of a stream": Fault(headers=lambda headers: headers.update({"content-length": "1"})),
    "error body": Fault(error=lambda said: said["error"].pop("param")),
    "error ids": Fault(error=lambda said: said.pop("request_id")),
    "the engine's errors are prefixed": Fault(error=lambda said: said["error"].update(message=said["error"]["message"][-20:])),
    "the gateway's errors are bare": Fault(error=lambda said: said["error"].update(message="<400> " + said["error"]["message"])),
    "error of a streamed call": _broken_when(lambda b: b.get("stream") and b.get("temperature") == 2),
    "bad key": Fault(path=lambda asked: as_json({}) if "wrong" in asked.headers.get("authorization", "") else None),
    "bad path": _path("GET", "/no/such/path", as_json({})),
    "wrong method": _path("GET", "/chat/completions", as_json({})),
    "list of models": _path("GET", "/models", as_json({"data": [{"id": "qwen3.8-max"}]})),
    "n in a stream": Fault(body=lambda b: b.get("stream") and b.pop("n", None)),
    "n with thinking": _broken_when(lambda b: _loud_thought(b) and b.get("n", 1) > 1),
    "JSON with thinking": _broken_when(lambda b: _loud_thought(b) and b.get("response_format")),
    "a forced call with thinking": _broken_when(lambda b: _loud_thought(b) and b.get("tool_choice")),
    "thinking, not streamed": _message("reasoning_content", None),
    "thinking unasked": Fault(body=lambda b: b.setdefault("enable_thinking", False)),
}  # fmt: skip
