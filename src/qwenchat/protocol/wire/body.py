"""A chat request's body: read once, every field checked, and believed from here on."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from qwenchat.protocol.chat_request import ChatRequest
from qwenchat.protocol.errors import InvalidValue
from qwenchat.protocol.sampling import Sampling
from qwenchat.protocol.wire.conversation import conversation
from qwenchat.protocol.wire.errors import INVALID, NO_MODEL, ApiError, malformed, refused
from qwenchat.protocol.wire.fields import NUMBERS, SAMPLING, SWITCHES, refuse_unknown, typed
from qwenchat.protocol.wire.formats import response_format
from qwenchat.protocol.wire.rules import Rules
from qwenchat.protocol.wire.thinking import thinking
from qwenchat.protocol.wire.tools import tool_choice, tools
from qwenchat.protocol.wire.translation import translation

MAX_STOPS = 64
MAX_STOP_CHARS = 4096  # of all stops together
MAX_BIASES = 1024
NO_LIMIT_K = 100  # a top_k above this is off
STRICT_RIVALS = 5  # the service tells no more; other services tell 20

NO_MODEL_TEXT = "you must provide a model parameter."
STOP = (
    'The "stop" parameter must be of type "str", "list[str]", "list[int]", or "list[list[int]]", '
    "and all elements within the list must be of the same type."
)
STREAM_ONLY = "parameter.enable_thinking must be set to false for non-streaming calls"
NO_TOOLS_IN_STREAM = "tools cannot be used with stream=True"
N_WITH_TOOLS = "Range of n should be [1, 1] when tools are given"
N_IN_THINKING = "Range of n should be [1, 1] in thinking mode"
OPTIONS_ALONE = "The stream_options parameter can only be set when stream is true."
RIVALS_ALONE = "The top_logprobs parameter can only be set when logprobs is true."
BIAS = "logit_bias should be an object of token ids and numbers from -100 to 100, at most {n} of them."


class ChatCall(Struct, frozen=True):
    """A chat request, and the way its answer travels."""

    request: ChatRequest
    stream: bool
    include_usage: bool


def model_of(body: object) -> str:
    """The name a body asks for. Raises ApiError for a body that is no object, or names none."""
    if not isinstance(body, dict):
        raise malformed("Required body invalid, please check the request body format.", "body")
    name = body.get("model")
    if name is None or name == "":
        raise ApiError(NO_MODEL, NO_MODEL_TEXT, param="model")
    return str(typed("model", name, str))


def chat_call(body: Mapping[str, Any], rules: Rules, strict: bool = False) -> ChatCall:
    """The call that a body of /chat/completions asks for. Raises ApiError or InvalidValue, naming the field."""
    refuse_unknown(body)
    given = {name: value for name, value in body.items() if value is not None}
    switches = {name: typed(name, given[name], bool) for name in SWITCHES if name in given}
    numbers = numbers_of(given, rules)
    said = conversation(given.get("messages"), strict)
    asked_translation = translation(given.get("translation_options"), said.messages, rules)
    thought = thinking(given, rules, said.messages, partial=said.continue_last, strict=strict)
    offered = tools(given.get("tools"), rules, strict)
    thinks, stream = bool(thought.enable), switches.get("stream", False)
    _check_together(numbers, bool(offered), stream=stream, thinks=thinks, rules=rules, strict=strict)
    request = ChatRequest(
        model=rules.model,
        messages=said.messages,
        sampling=sampling_of(given, numbers, rules, thinks=thinks, strict=strict),
        n=int(numbers.get("n", 1)),
        max_tokens=_most(numbers.get("max_tokens"), rules),
        max_completion_tokens=_whole(numbers.get("max_completion_tokens")),
        n_logprobs=_rivals(switches.get("logprobs", False), numbers, strict),
        tools=offered,
        tool_choice=tool_choice(given.get("tool_choice"), offered, thinks=thinks, strict=strict),
        parallel_tool_calls=switches.get("parallel_tool_calls", False),
        tool_stream=switches.get("tool_stream", False),
        response_format=response_format(given.get("response_format"), said.messages, thinks=thinks, strict=strict),
        thinking=thought,
        continue_last=said.continue_last,
        translation=asked_translation,
        time_limit_s=time_limit(given.get("ttl")),
    )
    return ChatCall(request, stream, include_usage(given.get("stream_options"), stream))


def numbers_of(given: Mapping[str, Any], rules: Rules) -> dict[str, int | float]:
    """The numbers given, in range. The budget of thought is the thinking's own business."""
    limits = {"max_tokens": rules.max_output, "max_completion_tokens": rules.max_output + rules.max_thought}
    checked = {}
    for name, number in NUMBERS.items():
        if name in given and name != "thinking_budget":
            checked[name] = (number.up_to(limits[name]) if name in limits else number).checked(given[name])
    return checked


def _check_together(
    numbers: Mapping[str, int | float], has_tools: bool, *, stream: bool, thinks: bool, rules: Rules, strict: bool
) -> None:
    if has_tools and numbers.get("n", 1) > 1:
        raise refused(N_WITH_TOOLS, "n")
    if thinks and numbers.get("n", 1) > 1:
        raise refused(N_IN_THINKING, "n")
    if strict and has_tools and stream:
        raise refused(NO_TOOLS_IN_STREAM, "tools")
    if strict and rules.stream_only and thinks and not stream:
        raise ApiError(INVALID, STREAM_ONLY, param="enable_thinking")


def sampling_of(
    given: Mapping[str, Any], numbers: Mapping[str, int | float], rules: Rules, *, thinks: bool, strict: bool
) -> dict[str, object]:
    """The name's own defaults, and over them what was given."""
    own = {name: numbers[name] for name in SAMPLING if name in numbers}
    if own.get("top_k", 0) > NO_LIMIT_K:
        own["top_k"] = 0
    chosen = {**rules.defaults(thinks), **own}
    if thinks and rules.min_temperature_thinking:
        chosen["temperature"] = max(chosen.get("temperature", 0.0), rules.min_temperature_thinking)
    sampling: dict[str, object] = dict(chosen)
    if strict and numbers.get("top_p") == 1:
        raise refused("Range of top_p should be (0.0, 1.0)", "top_p")
    if "stop" in given:
        sampling["stop"] = _stop(given["stop"])
    if "logit_bias" in given:
        sampling["logit_bias"] = _bias(given["logit_bias"])
    return sampling


def _stop(stop: object) -> object:
    try:
        checked = Sampling.from_mapping({"stop": stop})
    except InvalidValue:
        raise refused(STOP, "stop") from None
    stops = checked.stop or checked.stop_ids
    if len(stops) > MAX_STOPS or sum(map(len, stops)) > MAX_STOP_CHARS:
        raise refused(
            f"stop may hold {MAX_STOPS} sequences, {MAX_STOP_CHARS} characters or ids in all, not more.", "stop"
        )
    return stop


def _bias(bias: object) -> dict[int, float]:
    fits = isinstance(bias, dict) and len(bias) <= MAX_BIASES
    if not fits or not all(key.isdecimal() and len(key) < 10 and _is_bias(value) for key, value in bias.items()):  # type: ignore[attr-defined]
        raise refused(BIAS.format(n=MAX_BIASES), "logit_bias")
    return {int(key): float(value) for key, value in bias.items()}  # type: ignore[attr-defined]


def _is_bias(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and -100 <= value <= 100


def _most(max_tokens: int | float | None, rules: Rules) -> int | None:
    return rules.max_output if max_tokens is None and rules.limits_output else _whole(max_tokens)


def _whole(number: int | float | None) -> int | None:
    return None if number is None else int(number)


def _rivals(wanted: bool, numbers: Mapping[str, int | float], strict: bool) -> int | None:
    n = int(numbers.get("top_logprobs", 0))
    if strict and n > STRICT_RIVALS:
        NUMBERS["top_logprobs"].up_to(STRICT_RIVALS).checked(n)
    if n and not wanted:
        raise refused(RIVALS_ALONE, "top_logprobs")
    return n if wanted else None


def time_limit(ttl: object) -> float | None:
    """`ttl`, in seconds: when they are over the answer ends as it would at its longest."""
    if ttl is None:
        return None
    seconds = float(typed("ttl", ttl, float))
    if not 0 < seconds <= 86_400:
        raise refused("Range of ttl should be (0, 86400]", "ttl")
    return seconds


def include_usage(options: object, stream: bool) -> bool:
    """Whether a stream ends with its usage."""
    if options is None:
        return False
    fields = typed("stream_options", options, dict)
    if not stream:
        raise refused(OPTIONS_ALONE, "stream_options")
    for name, value in fields.items():
        if name not in ("include_usage", "include_obfuscation"):
            raise refused(f"stream_options may hold include_usage, not {name[:40]!r}.", "stream_options")
        if value is not None:
            typed(f"stream_options.{name}", value, bool)
    return bool(fields.get("include_usage"))
