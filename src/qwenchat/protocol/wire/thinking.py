"""The switches for thinking as a request spells them, held against what its model can do."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from qwenchat.protocol.chat_request import Thinking
from qwenchat.protocol.errors import shown
from qwenchat.protocol.json_data import Json
from qwenchat.protocol.soft_switch import soft_switch
from qwenchat.protocol.thinking import thinking_from
from qwenchat.protocol.wire.errors import INVALID, NO_THINKING, ApiError, refused
from qwenchat.protocol.wire.fields import NUMBERS, typed
from qwenchat.protocol.wire.rules import Rules

KEYWORDS = ("enable_thinking", "preserve_thinking")  # of chat_template_kwargs; no other gets near a template
TYPES = {"enabled": True, "disabled": False, "auto": None}

NOT_SUPPORTED = "The model {model} does not support {name}."
RESTRICTED = "The value of the enable_thinking parameter is restricted to True."
NO_PARTIAL = "partial is not supported in thinking mode, please set enable_thinking to false."


def thinking(
    body: Mapping[str, Any], rules: Rules, messages: Iterable[Mapping[str, Json]], *, partial: bool, strict: bool
) -> Thinking:
    """What the request says about thinking; `enable` is None only where nobody knows the model's own default.

    `partial`: the answer has begun, so there is no place for a thought.
    """
    keywords = _keywords(body.get("chat_template_kwargs"))
    spelled, budget = _anthropic(body.get("thinking"))
    said = thinking_from(
        enable_thinking=body.get("enable_thinking"),
        thinking_budget=_budget(body.get("thinking_budget", budget), rules),
        reasoning_effort=body.get("reasoning_effort"),
        preserve_thinking=body.get("preserve_thinking"),
        template_keywords=keywords if spelled is None else {"enable_thinking": spelled} | keywords,
    )
    _check_support(said, rules, strict)
    if rules.thinking == "never":
        return Thinking(preserve=said.preserve)
    if partial and (said.enable or rules.thinking == "always"):
        raise refused(NO_PARTIAL, "enable_thinking")
    choices = (False if partial else said.enable, soft_switch(messages), rules.thinks_by_default)
    return replace(said, enable=next((choice for choice in choices if choice is not None), None))


def _check_support(said: Thinking, rules: Rules, strict: bool) -> None:
    if rules.thinking == "never":
        # Switching off what isn't there does no harm; the service refuses even that.
        if said.enable or (strict and said.enable is not None):
            name = "enable_thinking" if said.effort is None else "reasoning_effort"
            raise ApiError(NO_THINKING, NOT_SUPPORTED.format(model=rules.model, name=name), param=name)
    elif rules.thinking == "always" and said.enable is False:
        raise ApiError(INVALID, RESTRICTED, param="enable_thinking")


def _budget(given: object, rules: Rules) -> int | None:
    return None if given is None else int(NUMBERS["thinking_budget"].up_to(rules.max_thought).checked(given))


def _keywords(given: object) -> dict[str, bool]:
    if given is None:
        return {}
    keywords = typed("chat_template_kwargs", given, dict)
    for name in keywords:
        if name not in KEYWORDS:
            allowed = " and ".join(KEYWORDS)
            raise refused(f"chat_template_kwargs may hold {allowed}, not {shown(name)}.", "chat_template_kwargs")
    return {
        name: typed(f"chat_template_kwargs.{name}", value, bool)
        for name, value in keywords.items()
        if value is not None
    }


def _anthropic(given: object) -> tuple[bool | None, object]:
    """`{"type": "enabled", "budget_tokens": 1024}`: the switch and the budget."""
    if given is None:
        return None, None
    fields = typed("thinking", given, dict)
    kind = fields.get("type")
    if not isinstance(kind, str) or kind not in TYPES:
        raise refused(f"thinking.type should be one of {list(TYPES)}, not {shown(kind)}.", "thinking")
    return TYPES[kind], fields.get("budget_tokens")
