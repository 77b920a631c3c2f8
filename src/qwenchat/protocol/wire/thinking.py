"""The switches for thinking: one meaning, five spellings, of which the top level's wins."""

from collections.abc import Mapping
from typing import Any

from qwenchat.protocol.chat_request import Thinking
from qwenchat.protocol.errors import shown
from qwenchat.protocol.wire.errors import INVALID, NO_THINKING, ApiError, refused
from qwenchat.protocol.wire.fields import NUMBERS, typed
from qwenchat.protocol.wire.rules import Rules

EFFORTS = {
    "none": None, "minimal": "low", "low": "low", "medium": "medium", "high": "xhigh", "xhigh": "xhigh", "max": "xhigh",
}  # fmt: skip
KEYWORDS = ("enable_thinking", "preserve_thinking")  # of chat_template_kwargs; no other gets near a template
TYPES = {"enabled": True, "disabled": False, "auto": None}

BOTH = "The parameters reasoning_effort and thinking_budget cannot be set at the same time."
NOT_SUPPORTED = "The model {model} does not support {name}."
RESTRICTED = "The value of the enable_thinking parameter is restricted to True."
NO_PARTIAL = "partial is not supported in thinking mode, please set enable_thinking to false."


def thinking(body: Mapping[str, Any], rules: Rules, *, partial: bool, strict: bool) -> Thinking:
    """What the request says about thinking, `enable` decided wherever the model leaves a choice."""
    keywords = _keywords(body.get("chat_template_kwargs"))
    spelled, budget = _anthropic(body.get("thinking"))
    effort = _effort(body.get("reasoning_effort"))
    enable = _first(
        _switch("enable_thinking", body.get("enable_thinking")),
        keywords.get("enable_thinking"),
        spelled,
        None if body.get("reasoning_effort") is None else effort is not None,
    )
    _check_support(enable, effort, rules, strict)
    budget = _first(body.get("thinking_budget"), budget)
    if budget is not None:
        budget = int(NUMBERS["thinking_budget"].up_to(rules.max_thought).checked(budget))
        if effort is not None:
            raise refused(BOTH, "reasoning_effort")
    if partial and rules.thinking != "never":
        if enable or rules.thinking == "always":
            raise refused(NO_PARTIAL, "enable_thinking")
        enable = False
    preserve = _first(_switch("preserve_thinking", body.get("preserve_thinking")), keywords.get("preserve_thinking"))
    if rules.thinking == "never":
        return Thinking(preserve=preserve)
    return Thinking(rules.thinks_by_default if enable is None else enable, budget, effort, preserve)


def _check_support(enable: bool | None, effort: str | None, rules: Rules, strict: bool) -> None:
    if rules.thinking == "never":
        # Switching off what isn't there does no harm; the service refuses even that.
        if effort is not None or enable or (strict and enable is not None):
            name = "enable_thinking" if effort is None else "reasoning_effort"
            raise ApiError(NO_THINKING, NOT_SUPPORTED.format(model=rules.model, name=name), param=name)
    elif rules.thinking == "always" and enable is False:
        raise ApiError(INVALID, RESTRICTED, param="enable_thinking")


def _first(*values: Any) -> Any:
    return next((value for value in values if value is not None), None)


def _switch(name: str, value: object) -> bool | None:
    return None if value is None else bool(typed(name, value, bool))


def _keywords(given: object) -> Mapping[str, bool | None]:
    if given is None:
        return {}
    keywords = typed("chat_template_kwargs", given, dict)
    for name in keywords:
        if name not in KEYWORDS:
            allowed = " and ".join(KEYWORDS)
            raise refused(f"chat_template_kwargs may hold {allowed}, not {shown(name)}.", "chat_template_kwargs")
    return {name: _switch(f"chat_template_kwargs.{name}", value) for name, value in keywords.items()}


def _anthropic(given: object) -> tuple[bool | None, object]:
    """`{"type": "enabled", "budget_tokens": 1024}`: the switch and the budget."""
    if given is None:
        return None, None
    fields = typed("thinking", given, dict)
    kind = fields.get("type")
    if not isinstance(kind, str) or kind not in TYPES:
        raise refused(f"thinking.type should be one of {list(TYPES)}, not {shown(kind)}.", "thinking")
    return TYPES[kind], fields.get("budget_tokens")


def _effort(given: object) -> str | None:
    if given is None:
        return None
    if not isinstance(given, str) or given not in EFFORTS:
        raise refused(f"reasoning_effort should be one of {list(EFFORTS)}, not {shown(given)}.", "reasoning_effort")
    return EFFORTS[given]
