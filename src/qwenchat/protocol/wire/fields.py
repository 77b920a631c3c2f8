"""The fields of a chat request with a number or a switch for a value: type, range and the exact words of a refusal."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from qwenchat.protocol.errors import InvalidValue, shown
from qwenchat.protocol.sampling import PARAMETERS, Parameter
from qwenchat.protocol.wire.errors import ApiError, malformed, refused

TYPE_NAMES = {bool: "Boolean", int: "Integer", float: "Float", str: "String", list: "Array", dict: "Object"}
MAX_SEED = 2**31 - 1


def typed(name: str, value: object, kind: type) -> Any:
    """`value` if it is of the JSON type `kind`; else the schema's refusal. An integer is a float, a bool is neither."""
    accepted: Any = (int, float) if kind is float else kind
    if not isinstance(value, accepted) or (isinstance(value, bool) and kind is not bool):
        raise malformed(f"'{name}' must be {TYPE_NAMES[kind]}", name)
    return value


class Number(Struct, frozen=True):
    """A field with a range. `refusal` may speak of the range's own `{high}` end and of the `{value}`."""

    range: Parameter
    refusal: str
    by_schema: bool = False  # who refuses: the gateway's schema, or the engine behind it

    def checked(self, value: object) -> int | float:
        """`value`, in range; ApiError with this field's words if not."""
        name = self.range.name
        number: int | float = typed(name, value, self.range.kind)
        try:
            return self.range.checked(number)
        except InvalidValue:
            raise self._refused(number) from None

    def up_to(self, high: int) -> "Number":
        """The same field where a model's own limit ends its range."""
        return replace(self, range=replace(self.range, high=high))

    def _refused(self, number: int | float) -> ApiError:
        name = self.range.name
        if self.by_schema:
            low, high = self.range.low, self.range.high
            side = f"lesser than the minimum of {low}" if number < low else f"greater than the maximum of {high}"
            return malformed(f"{shown(number)} is {side} - '{name}'", name)
        return refused(self.refusal.format(high=self.range.high, value=shown(number)), name)


def _integer(name: str, low: int, high: int | None, meaning: str) -> Parameter:
    return Parameter(name, int, low, high, meaning)


_TABLE = (
    Number(PARAMETERS["temperature"], "Temperature should be in [0.0, 2.0)"),
    Number(PARAMETERS["top_p"], "Range of top_p should be (0.0, 1.0]"),
    Number(PARAMETERS["top_k"], "Parameter top_k be greater than or equal to 0"),
    Number(PARAMETERS["min_p"], "Range of min_p should be [0.0, 1.0]"),
    Number(PARAMETERS["repetition_penalty"], "Repetition_penalty should be greater than 0.0"),
    Number(PARAMETERS["presence_penalty"], "Presence_penalty should be in [-2.0, 2.0]"),
    Number(PARAMETERS["frequency_penalty"], "Frequency_penalty should be in [-2.0, 2.0]"),
    Number(_integer("seed", 0, MAX_SEED, PARAMETERS["seed"].meaning), "", by_schema=True),
    Number(_integer("n", 1, 4, "how many answers"), "Range of n should be [1, 4]"),
    Number(
        _integer("max_tokens", 1, None, "the most tokens of the answer; for qwen4 and later of the thought too"),
        "Range of max_tokens should be [1, {high}]",
    ),
    Number(
        _integer("max_completion_tokens", 1, None, "the most tokens of thought and answer"),
        "Range of max_completion_tokens should be [1, {high}]",
    ),
    Number(
        _integer("thinking_budget", 1, None, "the most tokens of the thought"),
        "The thinking_budget parameter must be a positive integer and not greater than {high}",
    ),
    Number(
        _integer("top_logprobs", 0, 20, "how many rivals are told with each token"),
        "Range of top_logprobs should be [0, {high}]",
    ),
)
NUMBERS: Mapping[str, Number] = {number.range.name: number for number in _TABLE}

SAMPLING = tuple(name for name in PARAMETERS if name in NUMBERS)

SWITCHES = {
    "stream": "send the answer as it comes",
    "logprobs": "tell each token's probability",
    "parallel_tool_calls": "more than one call in an answer",
    "tool_stream": "send the arguments of calls as they come, objects and arrays too",
    "enable_thinking": "think before answering",
    "preserve_thinking": "keep the thoughts of past turns in the prompt",
}

# Served beside NUMBERS and SWITCHES, each with a rule of its own.
STRUCTURED = (
    "model", "messages", "stop", "stream_options", "tools", "tool_choice", "response_format", "logit_bias",
    "reasoning_effort", "chat_template_kwargs", "thinking", "translation_options", "ttl",
)  # fmt: skip

# Accepted whatever their value: they speak of accounts, caches, pictures and other services, not of this answer.
HARMLESS = frozenset((
    "clear_thinking", "fps", "max_pixels", "metadata", "min_pixels", "prediction", "prompt_cache_key",
    "prompt_cache_retention", "safety_identifier", "search_options", "service_tier", "skill", "store",
    "total_pixels", "use_multichannel", "user", "vl_high_resolution_images",
))  # fmt: skip

# Accepted only at a value that asks for nothing; the words for any other.
NEUTRAL: Mapping[str, tuple[tuple[object, ...], str]] = {
    "enable_search": ((False,), "This model does not support enable_search."),
    "enable_code_interpreter": ((False,), "This model does not support enable_code_interpreter."),
    "modalities": ((["text"],), "This model only supports the modality text."),
    "verbosity": (("medium",), "This model does not support verbosity."),
    "audio": ((), "This model does not support audio."),
    "web_search_options": ((), "This model does not support web_search_options."),
    "functions": (([],), "functions is not supported, use tools."),
    "function_call": (("none",), "function_call is not supported, use tool_choice."),
    "partial_mode": ((), 'partial_mode is not supported, set "partial": true in the last assistant message.'),
    "echo": ((False,), "echo is not supported."),
    "best_of": ((1,), "best_of is not supported."),
}


def refuse_unknown(body: Mapping[str, object]) -> None:
    """ApiError for the first field of a chat request that is neither served, nor harmless, nor at a neutral value."""
    refuse_unknown_of(body, (*NUMBERS, *SWITCHES, *STRUCTURED))


def refuse_unknown_of(body: Mapping[str, object], served: tuple[str, ...]) -> None:
    """The same for a request of which `served` are the fields."""
    for name, value in body.items():
        if value is None or name in served or name in HARMLESS:
            continue
        if name not in NEUTRAL:
            raise refused(f"Unknown parameter: {shown(name)}.{_nearest(name, served)}", name)
        neutral, words = NEUTRAL[name]
        if value not in neutral:
            raise refused(words, name)


def _nearest(name: str, served: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # only an error needs it

    near = get_close_matches(name, served, n=1)
    return f" Did you mean {near[0]!r}?" if near else ""
