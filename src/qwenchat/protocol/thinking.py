"""What a request may say about thinking, in whichever spelling, and which of them wins."""

from collections.abc import Iterable, Mapping

from qwenchat.protocol.chat_request import Thinking
from qwenchat.protocol.errors import InvalidValue
from qwenchat.protocol.json_data import Json
from qwenchat.protocol.soft_switch import soft_switch

# What people write for an effort, and what it means to a model; None switches thinking off.
EFFORTS: Mapping[str, str | None] = {
    "none": None,
    "minimal": "low",
    "low": "low",
    "medium": "medium",
    "high": "xhigh",
    "xhigh": "xhigh",
    "max": "xhigh",
}
# Tokens of thought, for models whose template knows no efforts: the hosted service's own conversion.
BUDGETS: Mapping[str, int] = {"low": 4096, "medium": 16_384, "xhigh": 262_144}


def thinking_from(
    *,
    enable_thinking: object = None,
    thinking_budget: object = None,
    reasoning_effort: object = None,
    preserve_thinking: object = None,
    template_keywords: Mapping[str, object] | None = None,
    messages: Iterable[Mapping[str, Json]] = (),
) -> Thinking:
    """One meaning out of all spellings. The first that is given wins: `enable_thinking`, the same among the
    template's keywords, `reasoning_effort`, a switch in the messages. Raises InvalidValue, by name.
    """
    keywords = template_keywords or {}
    effort = _effort(reasoning_effort)
    switches = (
        _switch("enable_thinking", enable_thinking),
        _switch("chat_template_kwargs.enable_thinking", keywords.get("enable_thinking")),
        None if reasoning_effort is None else effort is not None,
        soft_switch(messages),
    )
    budget = _budget(thinking_budget)
    if budget is not None and effort is not None:
        raise InvalidValue("thinking_budget", budget, "give this or reasoning_effort, not both")
    kept = _switch("preserve_thinking", preserve_thinking)
    if kept is None:
        kept = _switch("chat_template_kwargs.preserve_thinking", keywords.get("preserve_thinking"))
    return Thinking(next((s for s in switches if s is not None), None), budget, effort, kept)


def _switch(name: str, value: object) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise InvalidValue(name, value, "True or False is needed")
    return value


def _budget(value: object) -> int | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
        raise InvalidValue("thinking_budget", value, "a whole number of tokens is needed")
    return value


def _effort(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or value not in EFFORTS:
        raise InvalidValue("reasoning_effort", value, f"allowed: {', '.join(EFFORTS)}")
    return EFFORTS[value]
