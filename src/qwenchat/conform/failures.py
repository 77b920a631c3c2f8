"""Section 4, and the rules of section 5 about thinking and lists: how errors look, and what combinations do."""

import re
from typing import Any

from qwenchat.conform.check import Check, Found, Verdict, about
from qwenchat.conform.looks import seen
from qwenchat.conform.probe import ABSENT, FORCED, TOOL, WEATHER, Probe, Reply

_HONOURS: frozenset[Verdict] = frozenset({"honours"})
_REFUSES: frozenset[Verdict] = frozenset({"refuses"})
_EITHER = _HONOURS | _REFUSES
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _fits(done: object, reply: Reply) -> Found:
    return Found("honours" if done else "differs", reply.shown())


def _error_body(probe: Probe) -> Found:
    told = probe.refused.error
    return _fits(
        {"message", "type", "param", "code"} <= set(told) and told["type"] == "invalid_request_error", probe.refused
    )


def _error_ids(probe: Probe) -> Found:
    said = probe.refused.json or {}
    found = said.get("request_id") or str(said.get("id", "")).removeprefix("chatcmpl-")
    return _fits(_UUID.fullmatch(found) and found == probe.refused.headers.get("x-request-id", found), probe.refused)


def _prefixed(probe: Probe) -> Found:
    text = str(probe.refused.error.get("message"))
    return _fits(text.startswith("<400> InternalError.Algo.InvalidParameter: "), probe.refused)


def _bare(probe: Probe) -> Found:
    reply = probe.ask(messages=[])
    return _fits(reply.error and not str(reply.error.get("message")).startswith("<400>"), reply)


def _streamed_error(probe: Probe) -> Found:
    reply = probe.ask(temperature=2, stream=True)
    return _fits(reply.status == 400 and reply.error.get("message"), reply)


def _bad_key(probe: Probe) -> Found:
    if not probe.has_key:
        return Found("not seen", "no key was given, so none may be needed")
    reply = probe.unkeyed()
    right = reply.status == 401 and reply.error.get("code") == "invalid_api_key"
    return Found("refuses" if right else "accepts" if reply.served else "differs", reply.shown())


def _bad_path(probe: Probe) -> Found:
    reply = probe.get("/no/such/path")
    return Found("refuses" if reply.status == 404 else "differs", reply.shown())


def _bad_method(probe: Probe) -> Found:
    reply = probe.get("/chat/completions")
    told = reply.status in (400, 405) and "not supported" in str(reply.error.get("message") or reply.json)
    return Found("refuses" if told else "differs", reply.shown())


def _models(probe: Probe) -> Found:
    entries = probe.listed.json["data"]
    return _fits(
        probe.listed.json["object"] == "list" and all(e["id"] and e["object"] == "model" for e in entries), probe.listed
    )


def _thinking_json(probe: Probe) -> Found:
    return _combined(
        probe, response_format={"type": "json_object"}, messages=[{"role": "user", "content": "A fox, as JSON."}]
    )


def _thinking_forced(probe: Probe) -> Found:
    return _combined(probe, tools=[TOOL], tool_choice=FORCED, messages=WEATHER)


def _thinking_whole(probe: Probe) -> Found:
    found = _combined(probe)
    return (
        found
        if found.verdict != "honours"
        else seen(bool(probe.thought.message.get("reasoning_content")), probe.thought)
    )


def _combined(probe: Probe, **wish: Any) -> Found:
    """Thinking together with something else: served, or refused for the combination's sake."""
    if not probe.thinks:
        return Found("not seen", "the model does not think")
    reply = probe.ask(**{"max_tokens": 96, **(probe.thinking or {}), **wish})
    if reply.served:
        return Found("honours", reply.shown())
    text = str(reply.error.get("message"))
    named = any(word in text for word in ("thinking", "stream", "Json mode", "tool_choice", "http call"))
    return Found("refuses" if reply.status == 400 and named else "differs", reply.shown())


def _default_thinking(probe: Probe) -> Found:
    if not probe.thinks or probe.row is None:
        return Found("not seen", "the catalogue doesn't say whether this model thinks unasked")
    reply = probe.ask(enable_thinking=ABSENT, stream=True, max_completion_tokens=16)
    thought = any(delta.get("reasoning_content") for delta in reply.deltas())
    return seen(thought == probe.row.thinks(None), reply, "differs")


def _streamed_n(probe: Probe) -> Found:
    reply = probe.ask(n=2, stream=True)
    indexes = {choice["index"] for chunk in reply.chunks for choice in chunk["choices"]}
    return seen(indexes == {0, 1}, reply)


def _several_answers_thinking(probe: Probe) -> Found:
    return _combined(probe, n=2)


CHECKS: tuple[Check, ...] = (
    Check("error body", about("4.1 compat, non-stream"), _error_body, _HONOURS),
    Check("error ids", about("4.1 compat, non-stream"), _error_ids, _HONOURS),
    Check("the engine's errors are prefixed", about("4.1 two layers"), _prefixed, _HONOURS),
    Check("the gateway's errors are bare", about("4.1 two layers"), _bare, _HONOURS),
    Check("error of a streamed call", about("4.1 compat, stream"), _streamed_error, _HONOURS),
    Check("bad key", about("4.1 auth error", "4.2 invalid_api_key"), _bad_key, _REFUSES),
    Check("bad path", about("4.2 NotFound"), _bad_path, _REFUSES),
    Check("wrong method", about("1.1 paths"), _bad_method, _REFUSES),
    Check("list of models", about("1.1 paths"), _models, _HONOURS),
    Check("n in a stream", about("5.5 n>1"), _streamed_n, _HONOURS),
    Check("n with thinking", about("5.5 n>1"), _several_answers_thinking, _EITHER),
    Check("JSON with thinking", about("5.7 json + thinking"), _thinking_json, _EITHER),
    Check("a forced call with thinking", about("5.9 tool_choice"), _thinking_forced, _EITHER),
    Check("thinking, not streamed", about("5.10 thinking, non-stream"), _thinking_whole, _EITHER),
    Check("thinking unasked", about("5.11 open Qwen3 default", "2.1 enable_thinking"), _default_thinking, _HONOURS),
)
"""Errors and combinations, in the reference's order."""
