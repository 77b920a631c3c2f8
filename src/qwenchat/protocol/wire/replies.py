"""What a chat completion looks like on the wire, whole and in chunks, field by field."""

from collections.abc import Iterable
from typing import Any, Literal

import msgspec
from msgspec import UNSET, Struct, UnsetType

from qwenchat.protocol.events import TokenChance, Usage
from qwenchat.protocol.wire.errors import ApiError

encode = msgspec.json.Encoder().encode


class Rival(Struct):
    """A token that could have come, and the natural logarithm of its probability."""

    token: str
    bytes: list[int]
    logprob: float


class Chosen(Rival):
    """The token that came, and its rivals."""

    top_logprobs: list[Rival]


class Logprobs(Struct):
    """The chances of an answer's tokens; a thought's are never told."""

    content: list[Chosen]


class Function(Struct):
    """A call's function; in a stream the name comes first and the arguments bit by bit."""

    arguments: str
    name: str | UnsetType = UNSET


class Call(Struct):
    """A tool call. What a later chunk leaves out stays as it was."""

    index: int
    function: Function
    id: str | UnsetType = UNSET
    type: str | UnsetType = UNSET


class Said(Struct):
    """A message, or a delta of one: fields that aren't set are not sent, None is sent as null."""

    content: str | UnsetType | None = UNSET
    role: str | UnsetType = UNSET
    reasoning_content: str | UnsetType | None = UNSET
    tool_calls: list[Call] | UnsetType = UNSET


class Choice(Struct):
    """One of the n answers."""

    index: int
    message: Said
    finish_reason: str
    logprobs: Logprobs | None = None


class ChunkChoice(Struct):
    """News of one of the n answers."""

    index: int
    delta: Said
    finish_reason: str | None = None
    logprobs: Logprobs | None = None


class PromptDetails(Struct):
    """Where a prompt's tokens came from."""

    cached_tokens: int
    text_tokens: int


class AnswerDetails(Struct):
    """What an answer's tokens were."""

    reasoning_tokens: int
    text_tokens: int


class UsageReply(Struct):
    """What a request took, in tokens."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int
    prompt_tokens_details: PromptDetails
    completion_tokens_details: AnswerDetails | UnsetType = UNSET


class Reply(Struct):
    """A whole chat completion."""

    id: str
    created: int
    model: str
    choices: list[Choice]
    usage: UsageReply
    object: str = "chat.completion"
    system_fingerprint: None = None


class Chunk(Struct):
    """One event of a streamed chat completion."""

    id: str
    created: int
    model: str
    choices: list[ChunkChoice]
    usage: UsageReply | None = None
    object: str = "chat.completion.chunk"
    system_fingerprint: None = None


def usage_reply(usages: Iterable[Usage]) -> UsageReply:
    """The usage of a request: its prompt once, all its answers."""
    all_of_them = list(usages)
    n_prompt = max((usage.n_prompt for usage in all_of_them), default=0)
    n_generated = sum(usage.n_generated for usage in all_of_them)
    n_reasoning = sum(usage.n_reasoning for usage in all_of_them)
    n_cached = max((usage.n_cached for usage in all_of_them), default=0)
    return UsageReply(
        n_prompt,
        n_generated,
        n_prompt + n_generated,
        PromptDetails(n_cached, n_prompt),
        AnswerDetails(n_reasoning, n_generated) if n_reasoning else UNSET,
    )


def logprobs_reply(chances: Iterable[TokenChance]) -> Logprobs:
    """The chances of some tokens."""
    return Logprobs(
        [
            Chosen(c.token, list(c.bytes), c.logprob, [Rival(r.token, list(r.bytes), r.logprob) for r in c.top])
            for c in chances
        ]
    )


def error_body(
    error: ApiError, request_id: str, form: Literal["openai", "native"] = "openai", strict: bool = False
) -> dict[str, Any]:
    """The body of an error reply; the request's id is in it, so that a user can name the request to its server.

    The service always says null for `param`: `strict` does too, otherwise it names the field.
    """
    if form == "native":
        return {"code": error.kind.native, "message": error.message, "request_id": request_id}
    param = None if strict else error.param
    about = {"message": error.message, "type": error.kind.type, "param": param, "code": error.kind.code}
    return {"error": about, "id": f"chatcmpl-{request_id}", "request_id": request_id}
