"""How each kind of service spells a request: our name for a thing → where it goes in the body."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from qwenchat.protocol.errors import unknown_name


class Dialect(Struct, frozen=True):
    """One kind of service. What `spelling` lacks, it can't do: such a request is refused, by name."""

    name: str
    spelling: Mapping[str, str]  # "a.b" is key b of the object a
    thought: str = "reasoning_content"  # where a past message's reasoning goes
    max_tokens_is_total: bool = True  # it has one cap, on thought and answer together
    echoes: bool = False  # a continued message comes back with its beginning


_TEMPLATE = "chat_template_kwargs"

_OPENAI = {
    name: name
    for name in (
        "temperature top_p presence_penalty frequency_penalty seed stop logit_bias n max_tokens logprobs top_logprobs "
        "tools tool_choice parallel_tool_calls response_format reasoning_effort"
    ).split()
}
_OPEN_ENGINE = _OPENAI | {
    "top_k": "top_k",
    "min_p": "min_p",
    "repetition_penalty": "repetition_penalty",
    "enable_thinking": f"{_TEMPLATE}.enable_thinking",
    "preserve_thinking": f"{_TEMPLATE}.preserve_thinking",
    "template_keywords": _TEMPLATE,
}

_ALL = (
    Dialect("openai", MappingProxyType(_OPENAI)),
    Dialect(
        "dashscope",
        MappingProxyType(
            {name: name for name in _OPENAI if name != "logit_bias"}
            | {
                name: name
                for name in (
                    "top_k repetition_penalty max_completion_tokens enable_thinking thinking_budget preserve_thinking "
                    "tool_stream translation_options"
                ).split()
            }
            | {"stop_ids": "stop", "continue_last": "messages.-1.partial"}
        ),
        max_tokens_is_total=False,
    ),
    Dialect(
        "vllm",
        MappingProxyType(
            _OPEN_ENGINE
            | {
                "thinking_budget": "thinking_token_budget",
                "salt": "cache_salt",
                "continue_last": "continue_final_message",
            }
        ),
        thought="reasoning",
    ),
    Dialect("sglang", MappingProxyType(_OPEN_ENGINE | {"continue_last": "continue_final_message"})),
    Dialect(
        "llama.cpp",
        # It continues a last message of the assistant's unasked.
        MappingProxyType(
            _OPEN_ENGINE
            | {
                "repetition_penalty": "repeat_penalty",
                "thinking_budget": "reasoning_budget_tokens",
                "continue_last": "",
            }
        ),
        echoes=True,
    ),
)

DIALECTS: Mapping[str, Dialect] = MappingProxyType({dialect.name: dialect for dialect in _ALL})

# These change how an answer travels or is cached, not what it says; where a service lacks one, nothing is lost.
HARMLESS = frozenset(("tool_stream", "salt"))


def dialect(name: str) -> Dialect:
    """The dialect called `name`. `InvalidValue` for another name."""
    if name not in DIALECTS:
        raise unknown_name(name, DIALECTS, "kind of service")
    return DIALECTS[name]
