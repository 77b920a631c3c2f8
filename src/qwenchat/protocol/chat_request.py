"""A chat request after it was parsed: everything in it is checked, and believed from here on."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from qwenchat.protocol.json_data import Json


class Thinking(Struct, frozen=True):
    """What a request says about thinking; None leaves it to the model's default."""

    enable: bool | None = None
    budget: int | None = None  # tokens of thought, then the answer
    effort: str | None = None
    preserve: bool | None = None  # thoughts of past turns stay in the prompt


class ToolChoice(Struct, frozen=True):
    """Whether a tool may, must or must not be called; `name` only with "named"."""

    mode: Literal["auto", "none", "required", "named"] = "auto"
    name: str | None = None


class ResponseFormat(Struct, frozen=True):
    """The form an answer must have; `schema` only with "json_schema"."""

    kind: Literal["text", "json_object", "json_schema"] = "text"
    name: str | None = None
    schema: Json = None
    strict: bool = False


class ChatRequest(Struct, frozen=True):
    """One chat request, whichever door it came through."""

    model: str
    messages: tuple[Mapping[str, Json], ...]  # as `checked_messages` gives them
    sampling: Mapping[str, object] = field(default_factory=dict)  # what was given; the model's own defaults fill it up
    n: int = 1
    max_tokens: int | None = None  # which tokens it counts is the model's rule
    max_completion_tokens: int | None = None  # thought and answer
    n_logprobs: int | None = None  # alternatives a token; 0: only the chosen one's; None: none at all
    tools: tuple[Mapping[str, Json], ...] = ()
    tool_choice: ToolChoice = ToolChoice()
    parallel_tool_calls: bool = False
    tool_stream: bool = False
    response_format: ResponseFormat = ResponseFormat()
    thinking: Thinking = Thinking()
    template_keywords: Mapping[str, Json] = field(default_factory=dict)
    continue_last: bool = False  # the last message is the assistant's, and the answer goes on from its text
    translation: Mapping[str, Json] | None = None
    time_limit_s: float | None = None
    salt: str = ""  # requests of different salts never share a cached prompt
