"""Sections 2.1 and 2.4: what parameters do."""

import json
from typing import Any

from qwenchat.conform.check import Check, Found, Look, about
from qwenchat.conform.looks import effect, seen
from qwenchat.conform.probe import ABSENT, N_TOKENS, TOOL, WEATHER, Probe

_HOT: dict[str, Any] = {"temperature": 1.9, "top_p": 1.0, "top_k": 0}


def _same_as_greedy(probe: Probe, **wish: Any) -> Found:
    reply = probe.ask(**_HOT | wish)
    return seen(probe.whole.text == reply.text, reply)


def _temperature(probe: Probe) -> Found:
    hot = [probe.ask(**_HOT, seed=seed) for seed in range(3)]
    return seen(any(reply.text != probe.whole.text for reply in hot), hot[-1])


def _seed(probe: Probe) -> Found:
    first, again, *others = [probe.ask(**_HOT, seed=seed) for seed in (7, 7, 8, 9)]
    return seen(first.text == again.text and any(reply.text != first.text for reply in others), again)


# Texts that repeat themselves: whoever penalises repetition can't write them. A model may be very sure of one.
_REPEATING = ("Repeat these words: " + "one two three " * 8, "Sort these words: pear, apple, pear, fig, apple, pear")


def _penalised(**wish: Any) -> Look:
    def look(probe: Probe) -> Found:
        plain: dict[str, Any] = {"repetition_penalty": 1.0, "presence_penalty": 0.0, "max_tokens": 48}
        for text in _REPEATING:
            patch = plain | {"messages": [{"role": "user", "content": text}]}
            reply = probe.ask(**patch | wish)
            if differs := probe.ask(**patch).text != reply.text:
                break
        return seen(differs, reply)

    return look


def _max_tokens(probe: Probe) -> Found:
    reply = probe.ask(max_tokens=3)
    return seen(reply.finish == "length" and reply.json["usage"]["completion_tokens"] <= 3, reply)


def _max_completion_tokens(probe: Probe) -> Found:
    reply = probe.ask(max_tokens=ABSENT, max_completion_tokens=4)
    return seen(reply.finish == "length" and reply.json["usage"]["completion_tokens"] <= 4 + 10, reply)


def _n(probe: Probe) -> Found:
    reply = probe.ask(n=3, **_HOT)
    return seen([choice["index"] for choice in reply.json["choices"]] == [0, 1, 2], reply)


def _stop(probe: Probe) -> Found:
    text = probe.whole.text
    word = text[len(text) // 2 :].split()[0] if text[len(text) // 2 :].split() else text[-1:]
    reply = probe.ask(stop=[word, "\u241f"])
    return seen(reply.text == text[: text.index(word)] and reply.finish == "stop", reply)


def _logprobs(probe: Probe) -> Found:
    reply = probe.ask(logprobs=True, top_logprobs=2)
    if not reply.served:
        return Found("refuses" if "logprobs" in str(reply.error.get("message")) else "differs", reply.shown())
    told = (reply.json["choices"][0].get("logprobs") or {}).get("content") or []
    whole = "".join(one["token"] for one in told)
    return seen(bool(told) and reply.text in whole and all(len(one["top_logprobs"]) == 2 for one in told), reply)


def _own_defaults(probe: Probe) -> Found:
    if probe.row is None or not probe.row.defaults(False):
        return Found("not seen", "the catalogue knows no defaults of this model")
    told: dict[str, Any] = dict(probe.row.defaults(False))
    said, unsaid = probe.ask(**told, seed=5), probe.ask(temperature=ABSENT, seed=5)
    return seen(said.text == unsaid.text, unsaid)


def _thinking(wish: bool) -> Look:
    def look(probe: Probe) -> Found:
        if not probe.thinks:
            return Found("not seen", "the model does not think")
        reply = probe.ask(**{**(probe.thinking or {}), "enable_thinking": wish})
        return seen(bool(reply.message.get("reasoning_content")) == wish, reply)

    return look


def _no_thinking(probe: Probe) -> Found:
    if probe.thinks:
        return Found("not seen", "the model thinks")
    reply = probe.ask(enable_thinking=True)
    if reply.served:
        return Found("ignores", reply.shown())
    said = "does not support enable_thinking" in str(reply.error.get("message"))
    return Found("refuses" if reply.status == 400 and said else "differs", reply.shown())


def _budget(probe: Probe) -> Found:
    if not probe.thinks:
        return Found("not seen", "the model does not think")
    # What ends a cut thought takes tokens of its own, so it is not counted: a smaller budget gives another thought.
    less, more = (probe.ask(enable_thinking=True, thinking_budget=budget) for budget in (3, 16))
    thought = less.message.get("reasoning_content")
    return seen(bool(thought) and thought != more.message.get("reasoning_content"), less)


def _effort(value: str, thought: bool) -> Look:
    def look(probe: Probe) -> Found:
        if not probe.thinks or (probe.row is not None and not probe.row.efforts):
            return Found("not seen", "the model has no efforts")
        reply = probe.ask(enable_thinking=ABSENT, reasoning_effort=value, max_completion_tokens=N_TOKENS)
        return seen(bool(reply.message.get("reasoning_content")) == thought, reply)

    return look


def _effort_and_budget(probe: Probe) -> Found:
    if not probe.thinks:
        return Found("not seen", "the model does not think")
    reply = probe.ask(enable_thinking=True, reasoning_effort="low", thinking_budget=99)
    return Found("accepts" if reply.served else "refuses" if reply.status == 400 else "differs", reply.shown())


def _required(probe: Probe) -> Found:
    if not probe.calls_tools:
        return Found("not seen", "the model calls no tools")
    reply = probe.ask(messages=WEATHER, tools=[TOOL], tool_choice="required", max_tokens=64)
    if not reply.served:
        return Found("refuses" if "tool_choice" in str(reply.error.get("message")) else "differs", reply.shown())
    return seen(bool(reply.message.get("tool_calls")), reply)


def _none(probe: Probe) -> Found:
    reply = probe.ask(messages=WEATHER, tools=[TOOL], tool_choice="none")
    return seen(not reply.message.get("tool_calls"), reply)


def _one_call(probe: Probe) -> Found:
    if not probe.calls_tools:
        return Found("not seen", "the model calls no tools")
    both = [
        {"role": "user", "content": "What's the weather in Beijing, and what's the weather in Paris? Use the tool."}
    ]
    reply = probe.ask(messages=both, tools=[TOOL], max_tokens=96)
    return seen(len(reply.message.get("tool_calls") or ()) <= 1, reply)


def _schema(probe: Probe) -> Found:
    form = {
        "type": "object",
        "properties": {"x": {"type": "boolean"}},
        "required": ["x"],
        "additionalProperties": False,
    }
    wish = {"type": "json_schema", "json_schema": {"name": "one", "schema": form, "strict": True}}
    reply = probe.ask(response_format=wish, max_tokens=64)
    if not reply.served:
        return Found("refuses" if reply.status == 400 else "breaks", reply.shown())
    try:
        value = json.loads(reply.text)
    except ValueError:
        return Found("ignores", reply.shown())
    return seen(isinstance(value, dict) and list(value) == ["x"] and isinstance(value["x"], bool), reply)


def _object(probe: Probe) -> Found:
    ask = [{"role": "user", "content": "Tell me about a fox, as JSON."}]
    reply = probe.ask(messages=ask, response_format={"type": "json_object"}, max_tokens=128)
    if not reply.served:
        return seen(False, reply)
    try:
        return seen(isinstance(json.loads(reply.text), dict) or reply.finish == "length", reply)
    except ValueError:
        # Cut off by max_tokens it still has to begin like one.
        return seen(reply.finish == "length" and reply.text.lstrip().startswith("{"), reply)


CHECKS: tuple[Check, ...] = (
    effect("temperature", about("2.1 temperature"), _temperature),
    effect("top_p", about("2.1 top_p"), lambda probe: _same_as_greedy(probe, top_p=0.000001)),
    effect("top_k", about("2.1 top_k"), lambda probe: _same_as_greedy(probe, top_k=1)),
    effect("repetition_penalty", about("2.1 repetition_penalty"), _penalised(repetition_penalty=4.0)),
    effect("presence_penalty", about("2.1 presence_penalty"), _penalised(presence_penalty=2.0)),
    effect("max_tokens", about("2.1 max_tokens"), _max_tokens),
    effect("max_completion_tokens", about("2.1 max_completion_tokens"), _max_completion_tokens),
    effect("n", about("2.1 n"), _n),
    effect("seed", about("2.1 seed"), _seed),
    effect("stop", about("2.1 stop", "5.15 stop"), _stop),
    effect("tool_choice none", about("2.1 tool_choice"), _none),
    effect("tool_choice required", about("2.1 tool_choice", "5.9 tool_choice"), _required, or_refuses=True),
    effect("parallel_tool_calls off by default", about("2.1 parallel_tool_calls"), _one_call),
    effect("response_format json_object", about("2.1 response_format", "5.6 json_object"), _object),
    effect(
        "response_format json_schema", about("2.1 response_format", "5.8 json_schema models"), _schema, or_refuses=True
    ),
    effect("enable_thinking on", about("2.1 enable_thinking"), _thinking(True)),
    effect("enable_thinking off", about("2.1 enable_thinking"), _thinking(False)),
    Check(
        "enable_thinking where there is no thinking",
        about("2.1 enable_thinking", "4.2 NotSupportEnableThinking"),
        _no_thinking,
        frozenset({"refuses"}),
    ),
    effect("thinking_budget", about("2.1 thinking_budget", "5.14 budget hit"), _budget),
    effect("reasoning_effort none", about("2.1 reasoning_effort"), _effort("none", False)),
    effect("reasoning_effort low", about("2.1 reasoning_effort"), _effort("low", True)),
    Check(
        "reasoning_effort and thinking_budget",
        about("2.1 reasoning_effort"),
        _effort_and_budget,
        frozenset({"refuses"}),
    ),
    effect("logprobs", about("2.1 logprobs", "2.1 top_logprobs"), _logprobs, or_refuses=True),
    effect("defaults are the model's own", about("2.4 sampling defaults"), _own_defaults),
)
"""The parameters, in the reference's order."""
