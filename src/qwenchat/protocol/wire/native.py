"""DashScope's own protocol: the same requests in another envelope, and replies whose stream tells usage all along."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from qwenchat.protocol.chat_request import ChatRequest
from qwenchat.protocol.events import Event, Finish, Reasoning, Usage
from qwenchat.protocol.wire.answers import Told
from qwenchat.protocol.wire.body import ChatCall, chat_call
from qwenchat.protocol.wire.errors import ENGINE, INVALID, NO_INPUT, UNKNOWN_MODEL, ApiError, Kind, malformed, refused
from qwenchat.protocol.wire.fields import typed
from qwenchat.protocol.wire.replies import Said, encode
from qwenchat.protocol.wire.rules import Rules

FORMATS = ("text", "message")
# Parameters of the envelope, and what the service's own SDK sends along.
_ENVELOPE = ("result_format", "incremental_output", "stream", "user_agent")
_HARMLESS_TOP = ("model", "input", "parameters", "task_group", "task", "function", "stream", "workspace")

NO_SUCH_MODEL = Kind(400, "", "InvalidParameter")
MAX_SEED = 2**63 - 1

EMPTY = 'Required parameter "input" missing from request.'
FORMAT = "The result_format parameter should be one of ['text', 'message'], not {value!r}."
FORMAT_IN_THINKING = 'The result_format parameter must be "message" when enable_thinking is true'
INCREMENTAL_IN_THINKING = 'The incremental_output parameter must be "true" when enable_thinking is true'


class NativeCall(Struct, frozen=True):
    """A call, and the form of its answer: text or messages, and in a stream news or everything so far."""

    call: ChatCall
    as_message: bool
    incremental: bool

    @property
    def request(self) -> ChatRequest:
        """What is asked."""
        return self.call.request


def native_call(body: Mapping[str, Any], rules: Rules, stream: bool, strict: bool = False) -> NativeCall:
    """The call that a body `{model, input, parameters}` asks for. Raises ApiError or InvalidValue, naming the field."""
    for name in body:
        if name not in _HARMLESS_TOP:
            raise refused(f"Unknown field: {name[:40]!r}, it may belong into parameters.", name)
    parameters = typed("parameters", body.get("parameters") or {}, dict)
    form, incremental = parameters.get("result_format"), parameters.get("incremental_output")
    if form not in (None, *FORMATS):
        raise refused(FORMAT.format(value=form), "result_format")
    if incremental is not None:
        typed("incremental_output", incremental, bool)
    inner = {name: value for name, value in parameters.items() if name not in _ENVELOPE}
    inner["seed"] = _seed(inner.get("seed"))
    inner |= {"model": rules.model, "messages": _messages(body.get("input")), "stream": stream}
    call = chat_call(inner, rules, strict)
    thinks = bool(call.request.thinking.enable)
    if strict and thinks and form == "text":
        raise refused(FORMAT_IN_THINKING, "result_format")
    if strict and thinks and stream and incremental is False:
        raise refused(INCREMENTAL_IN_THINKING, "incremental_output")
    # Thoughts and calls have no place in a text.
    as_message = form == "message" or (form is None and (thinks or bool(call.request.tools)))
    return NativeCall(call, as_message, bool(incremental))


def _seed(seed: object) -> object:
    """The native range of seeds is wider; those beyond the other protocol's are folded into it."""
    if not isinstance(seed, int) or isinstance(seed, bool):
        return seed
    if not 0 <= seed <= MAX_SEED:
        raise refused(f"Range of seed should be [0, {MAX_SEED}]", "seed")
    return seed % 2**31


def _messages(given: object) -> object:
    """The conversation: `messages`, or the older `prompt` behind an older `history`."""
    if given is None:
        raise ApiError(NO_INPUT, EMPTY, param="input")
    fields = typed("input", given, dict)
    for name in fields:
        if name not in ("messages", "prompt", "history"):
            raise malformed(f"Unknown field of input: {name[:40]!r}", "input")
    if fields.get("messages") is not None or fields.get("prompt") is None:
        return fields.get("messages")
    turns: list[dict[str, object]] = []
    for pair in fields.get("history") or []:
        old = typed("input.history", pair, dict)
        turns += [{"role": "user", "content": old.get("user")}, {"role": "assistant", "content": old.get("bot")}]
    return [*turns, {"role": "user", "content": fields["prompt"]}]


def native_error(error: ApiError) -> ApiError:
    """The same error as this protocol says it: without the engine's prefix, and no status 404 for a model."""
    if error.kind is UNKNOWN_MODEL:
        return ApiError(NO_SUCH_MODEL, f"Model not exist. {error.message}")
    message = error.message.removeprefix(ENGINE) if error.kind is INVALID else error.message
    return ApiError(error.kind, message, param=error.param, retry_after_s=error.retry_after_s)


class NativeAnswer:
    """From events to replies: one whole, or an event of the stream for each."""

    def __init__(self, request_id: str, native: NativeCall, n_prompt: int = 0) -> None:
        """`n_prompt`: what a stream says of the prompt until it ends; a whole reply needs none."""
        self._request_id = request_id
        self._native = native
        self._told = [Told() for _ in range(native.request.n)]
        self._usage = Usage(n_prompt, 0)
        self._n_frames = 0

    def add(self, choice: int, event: Event) -> None:
        """One more event of one of the answers."""
        self._told[choice].add(event)
        old = self._usage
        if isinstance(event, Finish):
            every = [told.finish.usage for told in self._told if told.finish]
            n_generated = sum(usage.n_generated for usage in every)
            n_reasoning = sum(usage.n_reasoning for usage in every)
            self._usage = Usage(event.usage.n_prompt, n_generated, event.usage.n_cached, n_reasoning)
        else:
            # An event is a token, more or less; the last one tells the truth.
            self._usage = Usage(old.n_prompt, old.n_generated + 1, 0, old.n_reasoning + isinstance(event, Reasoning))

    def reply(self) -> bytes:
        """The whole reply's JSON."""
        return encode(self._body(range(len(self._told)), incremental=False))

    def frames(self, choice: int, event: Event) -> bytes:
        """The event of the stream that tells of one event of an answer."""
        self.add(choice, event)
        self._n_frames += 1
        body = encode(self._body((choice,), self._native.incremental))
        if self._native.incremental:
            self._told[choice].forget()
        return b"id:%d\nevent:result\n:HTTP_STATUS/200\ndata:%b\n\n" % (self._n_frames, body)

    def end(self) -> bytes:
        """Nothing: the last event has told the end."""
        return b""

    def _body(self, choices: Any, incremental: bool) -> dict[str, Any]:
        if self._native.as_message:
            output: dict[str, Any] = {"choices": [self._choice(i) for i in choices]}
        else:
            told = self._told[choices[0]]
            output = {"text": "".join(told.text), "finish_reason": _reason(told)}
        return {"output": output, "usage": self._usage_reply(), "request_id": self._request_id}

    def _choice(self, i: int) -> dict[str, Any]:
        told = self._told[i]
        message = Said("".join(told.text), "assistant", "".join(told.thought))
        choice: dict[str, Any] = {"message": message, "finish_reason": _reason(told)}
        if told.calls:
            message.tool_calls = told.calls
        return choice | ({"index": i} if len(self._told) > 1 else {})

    def _usage_reply(self) -> dict[str, Any]:
        usage = self._usage
        told: dict[str, Any] = {
            "input_tokens": usage.n_prompt,
            "output_tokens": usage.n_generated,
            "total_tokens": usage.n_prompt + usage.n_generated,
            "prompt_tokens_details": {"cached_tokens": usage.n_cached},
        }
        return told | ({"output_tokens_details": {"reasoning_tokens": usage.n_reasoning}} if usage.n_reasoning else {})


def _reason(told: Told) -> str:
    return told.finish.reason if told.finish else "null"  # the word, not JSON's null
