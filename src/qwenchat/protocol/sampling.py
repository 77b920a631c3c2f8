"""The sampling parameters: one table of type, range, default and meaning, shared by every door."""

from collections.abc import Callable, Mapping
from numbers import Integral, Real
from typing import Any, Self

from msgspec import Struct

from qwenchat.protocol.errors import InvalidValue, unknown_name

MAX_SEED = 2**63 - 1


class Parameter(Struct, frozen=True):
    """One sampling parameter with a number for a value: what it is called, may be, and does.

    Its default is the field's in `Sampling`.
    """

    name: str
    kind: type[int] | type[float]
    low: float
    high: float | None
    meaning: str
    low_allowed: bool = True
    high_allowed: bool = True
    useful: tuple[float, float] | None = None  # values beyond these (0 apart) are taken as these: they'd do no more

    @property
    def allowed(self) -> str:
        """The type and range in words, for errors and documents.

        >>> PARAMETERS["temperature"].allowed
        'a number in [0, 2)'
        """
        noun = "an integer" if self.kind is int else "a number"
        if self.high is None:
            return f"{noun} {'at least' if self.low_allowed else 'greater than'} {self.low}"
        left, right = "[" if self.low_allowed else "(", "]" if self.high_allowed else ")"
        return f"{noun} in {left}{self.low}, {self.high}{right}"

    def checked(self, value: object) -> int | float:
        """`value` as this parameter's type; `InvalidValue` if it is of another type or out of range."""
        number = self._number(value)
        if number is None or not self._holds(number):
            raise InvalidValue(self.name, value, f"allowed: {self.allowed}")
        if self.useful is None or not number:
            return number
        least, most = self.useful
        return min(max(number, least), most)

    def parsed(self, text: str) -> int | float:
        """The value that `text`, typed by somebody, stands for; `InvalidValue` as `checked`."""
        try:
            return self.checked(self.kind(text))
        except (ValueError, OverflowError) as error:
            raise (
                error if isinstance(error, InvalidValue) else InvalidValue(self.name, text, f"allowed: {self.allowed}")
            ) from None

    def _number(self, value: object) -> int | float | None:
        # A bool is an Integral to Python; a user who sends one meant something else.
        if isinstance(value, bool):
            return None
        if self.kind is int:
            return int(value) if isinstance(value, Integral) else None
        try:
            return float(value) if isinstance(value, Real) else None
        except OverflowError:  # an int beyond every float
            return None

    def _holds(self, number: int | float) -> bool:
        # Written so that nan, which compares false with everything, is held by no range.
        above = number >= self.low if self.low_allowed else number > self.low
        if self.high is None:
            return above and number != float("inf")
        return above and (number <= self.high if self.high_allowed else number < self.high)


_TABLE = (
    Parameter(
        "temperature",
        float,
        0,
        2,
        "0 takes the likeliest token; higher is bolder",
        high_allowed=False,
        useful=(1e-5, 2.0),
    ),
    Parameter("top_p", float, 0, 1, "keep the likeliest tokens that reach this sum", low_allowed=False),
    Parameter("top_k", int, 0, None, "keep this many likeliest tokens; 0 is off", useful=(1, 2**31)),
    Parameter("min_p", float, 0, 1, "drop tokens below this share of the likeliest one's probability"),
    Parameter(
        "repetition_penalty",
        float,
        0,
        None,
        "above 1 makes seen tokens less likely",
        low_allowed=False,
        useful=(1e-6, 1e6),  # logits are 32-bit floats, which have to bear being divided and multiplied by it
    ),
    Parameter("presence_penalty", float, -2, 2, "taken off the logit of every token answered so far"),
    Parameter("frequency_penalty", float, -2, 2, "taken off the logit once for each time a token was answered"),
    Parameter("max_new_tokens", int, 1, None, "the most tokens to answer; absent: as many as the context holds"),
    Parameter("min_new_tokens", int, 0, None, "no stop token is chosen before so many tokens are answered"),
    Parameter("seed", int, 0, MAX_SEED, "the same seed gives the same answer; absent: a fresh one a call"),
)

PARAMETERS: Mapping[str, Parameter] = {parameter.name: parameter for parameter in _TABLE}

# Not in the table: a person who chats has no use for them, and a bias is no number.
_N_LOGPROBS = Parameter("n_logprobs", int, 0, 20, "alternatives told with each token")
_BIAS = Parameter("logit_bias", float, -100, 100, "added to the logits of these ids")
_BIAS_ALLOWED = f"allowed: token ids with {_BIAS.allowed} each"

_STOP_ALLOWED = (
    "allowed: a string, a list of strings, a list of token ids (one sequence) or a list of such lists; "
    "none of them empty"
)


class Sampling(Struct, frozen=True):
    """How the next token is chosen and when to stop; `from_mapping` checks them."""

    temperature: float = 1.0
    top_p: float = 1.0
    top_k: int = 0
    min_p: float = 0.0
    repetition_penalty: float = 1.0
    presence_penalty: float = 0.0
    frequency_penalty: float = 0.0
    max_new_tokens: int | None = None
    seed: int | None = None
    stop: tuple[str, ...] = ()
    stop_ids: tuple[tuple[int, ...], ...] = ()
    min_new_tokens: int = 0  # no stop token is chosen before so many
    logit_bias: tuple[tuple[int, float], ...] = ()  # added to these ids' logits
    n_logprobs: int | None = None  # alternatives told with each token; 0: the chosen one's own; None: none

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, object], defaults: Self | None = None) -> Self:
        """The parameters that `mapping` names, checked against the table; the others as in `defaults`.

        None means "as the default". `stop` may be a string, a list of strings, one sequence of token ids or a
        list of such sequences; `logit_bias` maps token ids, which may be written as text as JSON must, to numbers.
        Raises `InvalidValue` for a value out of range and for a name that is none.
        """
        base = defaults if defaults is not None else cls()
        values: dict[str, Any] = {name: getattr(base, name) for name in cls.__struct_fields__}
        for name, value in mapping.items():
            if name not in PARAMETERS and name not in _OTHERS:
                raise unknown_name(str(name), (*PARAMETERS, *_OTHERS), "sampling parameter")
            if value is None:
                continue
            if name == "stop":
                values["stop"], values["stop_ids"] = _stops(value)
            else:
                values[name] = _OTHERS[name](value) if name in _OTHERS else PARAMETERS[name].checked(value)
        return cls(**values)


def _stops(value: object) -> tuple[tuple[str, ...], tuple[tuple[int, ...], ...]]:
    """The stops of `value` as text and as ids; one of the two is empty, since kinds can't be mixed."""
    if isinstance(value, str):
        value = [value]
    if isinstance(value, list | tuple):
        if all(isinstance(item, str) and item for item in value):
            return tuple(value), ()
        sequences = [value] if all(_is_id(item) for item in value) else value
        if all(isinstance(ids, list | tuple) and ids and all(map(_is_id, ids)) for ids in sequences):
            return (), tuple(tuple(int(i) for i in ids) for ids in sequences)
    raise InvalidValue("stop", value, _STOP_ALLOWED)


def _biases(value: object) -> tuple[tuple[int, float], ...]:
    """Each id once, with its bias."""
    if not isinstance(value, Mapping):
        raise InvalidValue("logit_bias", value, _BIAS_ALLOWED)
    biases = {}
    for token, bias in value.items():
        i = int(token) if isinstance(token, str) and token.isascii() and token.isdigit() else token
        if not _is_id(i):
            raise InvalidValue("logit_bias", token, _BIAS_ALLOWED)
        biases[int(i)] = float(_BIAS.checked(bias))
    return tuple(biases.items())


def _is_id(item: object) -> bool:
    return isinstance(item, Integral) and not isinstance(item, bool) and int(item) >= 0


_OTHERS: Mapping[str, Callable[[object], Any]] = {
    "stop": _stops,
    "logit_bias": _biases,
    "n_logprobs": _N_LOGPROBS.checked,
}
