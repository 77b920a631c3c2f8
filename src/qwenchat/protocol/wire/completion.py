"""The older /completions: a text in, the text that goes on from it out; with `suffix`, what belongs between."""

import time
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from qwenchat.protocol.completion_request import CompletionRequest
from qwenchat.protocol.events import Answer, Event, Finish, TokenChance, Usage
from qwenchat.protocol.wire.body import include_usage, numbers_of, sampling_of, time_limit
from qwenchat.protocol.wire.errors import refused
from qwenchat.protocol.wire.fields import NUMBERS, refuse_unknown_of, typed
from qwenchat.protocol.wire.replies import UsageReply, encode, usage_reply
from qwenchat.protocol.wire.rules import Rules
from qwenchat.protocol.wire.sse import DONE, frame

DEFAULT_MAX_TOKENS = 16  # the older protocol's own
MAX_PROMPT_IDS = 1 << 20
SERVED = (
    "model", "prompt", "suffix", "temperature", "top_p", "top_k", "min_p", "repetition_penalty", "presence_penalty",
    "frequency_penalty", "seed", "stop", "logit_bias", "n", "max_tokens", "logprobs", "stream", "stream_options", "ttl",
)  # fmt: skip

PROMPT = "prompt should be a text or a list of token ids; one a request."
SUFFIX = "suffix goes with a prompt that is a text."


class CompletionCall(Struct, frozen=True):
    """A request for text, and the way its answer travels."""

    request: CompletionRequest
    stream: bool
    include_usage: bool


def completion_call(body: Mapping[str, Any], rules: Rules) -> CompletionCall:
    """The call that a body of /completions asks for. Raises ApiError or InvalidValue, naming the field."""
    refuse_unknown_of(body, SERVED)
    given = {name: value for name, value in body.items() if value is not None}
    # Here `logprobs` is the number of rivals itself.
    rivals = None if "logprobs" not in given else int(NUMBERS["top_logprobs"].up_to(5).checked(given.pop("logprobs")))
    numbers = numbers_of(given, rules)
    prompt, suffix = _prompt(given.get("prompt")), given.get("suffix")
    if suffix is not None and (not isinstance(prompt, str) or not isinstance(suffix, str)):
        raise refused(SUFFIX, "suffix")
    request = CompletionRequest(
        model=rules.model,
        prompt=prompt,
        suffix=suffix or None,
        sampling=sampling_of(given, numbers, rules, thinks=False, strict=False),
        n=int(numbers.get("n", 1)),
        max_tokens=int(numbers.get("max_tokens", min(DEFAULT_MAX_TOKENS, rules.max_output))),
        n_logprobs=rivals,
        time_limit_s=time_limit(given.get("ttl")),
    )
    stream = bool(typed("stream", given.get("stream", False), bool))
    return CompletionCall(request, stream, include_usage(given.get("stream_options"), stream))


def _prompt(given: object) -> str | tuple[int, ...]:
    """The one prompt: some clients put it into a list."""
    if isinstance(given, list) and len(given) == 1 and isinstance(given[0], str | list):
        given = given[0]
    if isinstance(given, str) and given:
        return given
    if isinstance(given, list) and 0 < len(given) <= MAX_PROMPT_IDS and all(type(i) is int and i >= 0 for i in given):
        return tuple(given)
    raise refused(PROMPT, "prompt")


class TextLogprobs(Struct):
    """The chances of a text's tokens, in the older protocol's four lists."""

    tokens: list[str]
    token_logprobs: list[float]
    top_logprobs: list[dict[str, float]]
    text_offset: list[int]


class TextChoice(Struct):
    """One of the n texts, or news of it."""

    text: str
    index: int
    finish_reason: str | None
    logprobs: TextLogprobs | None = None


class TextReply(Struct):
    """A completion, whole or a chunk of it."""

    id: str
    created: int
    model: str
    choices: list[TextChoice]
    usage: UsageReply | None = None
    object: str = "text_completion"


class TextAnswer:
    """From events to replies: one whole, or a chunk for each."""

    def __init__(self, request_id: str, call: CompletionCall) -> None:
        self._head = f"cmpl-{request_id}", int(time.time()), call.request.model
        self._call = call
        self._texts: list[list[str]] = [[] for _ in range(call.request.n)]
        self._chances: list[list[TokenChance]] = [[] for _ in range(call.request.n)]
        self._finishes: dict[int, Finish] = {}
        self._offsets = [0] * call.request.n

    def add(self, choice: int, event: Event) -> None:
        """One more event of one of the texts."""
        if isinstance(event, Answer):
            self._texts[choice].append(event.text)
            self._chances[choice] += event.chances
        elif isinstance(event, Finish):
            self._finishes[choice] = event

    def reply(self) -> bytes:
        """The whole reply's JSON."""
        choices = [
            TextChoice("".join(texts), i, self._finishes[i].reason, self._logprobs(i, self._chances[i]))
            for i, texts in enumerate(self._texts)
        ]
        return encode(TextReply(*self._head, choices, usage_reply(self._usages())))

    def frames(self, choice: int, event: Event) -> bytes:
        """The frame that tells of one event."""
        if isinstance(event, Finish):
            self._finishes[choice] = event
            return self._frame(TextChoice("", choice, event.reason))
        if not isinstance(event, Answer):
            return b""
        return self._frame(TextChoice(event.text, choice, None, self._logprobs(choice, event.chances)))

    def end(self) -> bytes:
        """The last frames."""
        if not self._call.include_usage:
            return DONE
        return frame(encode(TextReply(*self._head, [], usage_reply(self._usages())))) + DONE

    def _usages(self) -> list[Usage]:
        return [finish.usage for finish in self._finishes.values()]

    def _frame(self, choice: TextChoice) -> bytes:
        return frame(encode(TextReply(*self._head, [choice])))

    def _logprobs(self, choice: int, chances: Any) -> TextLogprobs | None:
        if self._call.request.n_logprobs is None:
            return None
        offsets = []
        for chance in chances:
            offsets.append(self._offsets[choice])
            self._offsets[choice] += len(chance.token)
        rivals = [{rival.token: rival.logprob for rival in chance.top} for chance in chances]
        return TextLogprobs([c.token for c in chances], [c.logprob for c in chances], rivals, offsets)
