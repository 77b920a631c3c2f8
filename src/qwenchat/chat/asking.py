"""What a call in this process asks for beyond sampling, as the same request that a server's client sends."""

from collections.abc import Mapping, Sequence
from typing import Any

from qwenchat.chat.formats import response_format_from
from qwenchat.protocol import ChatRequest, InvalidValue, Json, checked_messages, json_copy
from qwenchat.protocol.thinking import thinking_from
from qwenchat.protocol.tools import checked_choice, checked_tools

_THINKING = ("enable_thinking", "thinking_budget", "reasoning_effort", "preserve_thinking")
KEYWORDS = (
    *_THINKING,
    "adapter",
    "chat_template_kwargs",
    "parallel_tool_calls",
    "response_format",
    "tool_choice",
    "tools",
)
# What a template is given of a request's own; nobody's keywords may stand for these.
_OURS = ("messages", "tools", "add_generation_prompt")


def request_from(name: str, messages: Sequence[Mapping[str, Any]], keywords: Mapping[str, Any]) -> ChatRequest:
    """The request for an answer to `messages`; `keywords` are some of `KEYWORDS`, None meaning the default.

    Raises InvalidValue, by name, for one that can't be served.
    """
    checked = tuple(checked_messages(messages))
    tools = checked_tools(_described(keywords.get("tools")))
    template = _template_keywords(keywords.get("chat_template_kwargs"))
    parallel = keywords.get("parallel_tool_calls")
    if parallel not in (None, True, False):
        raise InvalidValue("parallel_tool_calls", parallel, "True or False is needed")
    return ChatRequest(
        model=name,
        messages=checked,
        tools=tools,
        tool_choice=checked_choice(keywords.get("tool_choice"), tools),
        parallel_tool_calls=parallel is not False,
        tool_stream=True,
        response_format=response_format_from(keywords.get("response_format")),
        thinking=thinking_from(
            **{key: keywords.get(key) for key in _THINKING}, template_keywords=template, messages=checked
        ),
        template_keywords={key: value for key, value in template.items() if key not in _THINKING},
    )


def _described(tools: object) -> object:
    """`tools` with the functions among them described."""
    if not isinstance(tools, list | tuple) or not any(map(callable, tools)):
        return tools
    from qwenchat.chat.functions import tool_from

    return [tool_from(tool) if callable(tool) else tool for tool in tools]


def _template_keywords(given: object) -> dict[str, Json]:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise InvalidValue("chat_template_kwargs", given, "give a mapping of names to values")
    copied = json_copy(given, "chat_template_kwargs")
    assert isinstance(copied, dict)
    for key in copied:
        if key in _OURS or key in ("thinking_budget", "reasoning_effort"):
            raise InvalidValue("chat_template_kwargs", key, "this isn't the template's to say; give it as a keyword")
    return copied
