"""How a call generates: the checkpoint's defaults, a `GenerationConfig`, and the call's own keywords, in that order."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from qwenchat.chat.stops import checked_stop_words
from qwenchat.protocol.errors import InvalidValue, unknown_name
from qwenchat.protocol.sampling import PARAMETERS, Sampling

# Served beside the sampling parameters.
OTHERS = ("chat_format", "do_sample", "eos_token_id", "max_window_size", "stop_words_ids")
CHAT_FORMATS = ("chatml", "raw")

# Fields of transformers' GenerationConfig and of the first Qwen's, accepted only where they ask for nothing.
NEUTRAL: Mapping[str, tuple[Any, ...]] = {
    "assistant_model": (None,),
    "bad_words_ids": (None,),
    "begin_suppress_tokens": (None,),
    "cache_implementation": (None,),
    "constraints": (None,),
    "diversity_penalty": (None, 0, 0.0),
    "early_stopping": (None, False),
    "encoder_no_repeat_ngram_size": (None, 0),
    "encoder_repetition_penalty": (None, 1, 1.0),
    "epsilon_cutoff": (None, 0, 0.0),
    "eta_cutoff": (None, 0, 0.0),
    "exponential_decay_length_penalty": (None,),
    "force_words_ids": (None,),
    "forced_bos_token_id": (None,),
    "forced_eos_token_id": (None,),
    "guidance_scale": (None, 1, 1.0),
    "length_penalty": (None, 1, 1.0),
    "logits_processor": (None,),
    "max_length": (None, 20),
    "max_time": (None,),
    "min_length": (None, 0),
    "no_repeat_ngram_size": (None, 0),
    "num_beam_groups": (None, 1),
    "num_beams": (None, 1),
    "num_return_sequences": (None, 1),
    "output_attentions": (None, False),
    "output_hidden_states": (None, False),
    "output_logits": (None, False),
    "output_scores": (None, False),
    "penalty_alpha": (None, 0, 0.0),
    "remove_invalid_values": (None, False),
    "renormalize_logits": (None, False),
    "return_dict_in_generate": (None, False),
    "sequence_bias": (None,),
    "stop_strings": (None,),
    "stopping_criteria": (None,),
    "streamer": (None,),
    "suppress_tokens": (None,),
    "token_healing": (None, False),
    "typical_p": (None, 1, 1.0),
    "use_cache": (None, True),
    "watermarking_config": (None,),
}
# Says nothing about how one answer is generated, whatever its value.
HARMLESS = ("_from_model_config", "bos_token_id", "decoder_start_token_id", "pad_token_id", "transformers_version")
HINTS = {
    "max_length": "say max_new_tokens, which counts the answer alone",
    "stop_strings": "say stop_words_ids",
    "stream": "call chat_stream() for a stream",
    "streamer": "call chat_stream() for a stream",
}


def checked_fields(given: Mapping[str, Any]) -> dict[str, Any]:
    """The served fields of `given`, each checked; raises InvalidValue, by name, for what can't be served."""
    served: dict[str, Any] = {}
    for name, value in given.items():
        if name in PARAMETERS or name in OTHERS:
            served[name] = value
        elif name in NEUTRAL:
            if not any(value is v or (value == v and type(value) is type(v)) for v in NEUTRAL[name]):
                raise InvalidValue(name, value, HINTS.get(name, f"not served; only {NEUTRAL[name][-1]!r} is"))
        elif name in HINTS:
            raise InvalidValue(name, value, HINTS[name])
        elif name not in HARMLESS:
            raise unknown_name(name, (*PARAMETERS, *OTHERS), "generation parameter")
    Sampling.from_mapping({n: v for n, v in served.items() if n in PARAMETERS})
    _check_others(served)
    return {name: value for name, value in served.items() if value is not None}


def _check_others(served: Mapping[str, Any]) -> None:
    if served.get("do_sample") not in (None, True, False):
        raise InvalidValue("do_sample", served["do_sample"], "True or False is needed")
    if served.get("chat_format") not in (None, *CHAT_FORMATS):
        raise InvalidValue("chat_format", served["chat_format"], "known: 'chatml', and 'raw' for a base model")
    window = served.get("max_window_size")
    if window is not None and (isinstance(window, bool) or not isinstance(window, int) or window < 1):
        raise InvalidValue("max_window_size", window, "a whole number of tokens, at least 1, is needed")
    checked_stop_words(served.get("stop_words_ids"))
    _eos_ids(served.get("eos_token_id"))


def _eos_ids(value: Any) -> tuple[int, ...]:
    ids = () if value is None else tuple(value) if isinstance(value, list | tuple) else (value,)
    if any(isinstance(i, bool) or not isinstance(i, int) or i < 0 for i in ids):
        raise InvalidValue("eos_token_id", value, "a token id or a list of them is needed")
    return ids


class GenerationConfig:
    """Generation parameters that can be kept, read and changed.

    Any of `temperature`, `top_p`, `top_k`, `min_p`, `repetition_penalty`, `presence_penalty`,
    `frequency_penalty`, `max_new_tokens`, `min_new_tokens`, `seed`, `do_sample`, `eos_token_id`, `max_window_size`,
    `stop_words_ids`, `chat_format`; one that isn't set takes the default. Raises InvalidValue, by name, for what
    can't be served at its value, when it is made and when it is changed.
    """

    def __init__(self, **fields: Any) -> None:
        object.__setattr__(self, "_fields", checked_fields(fields))

    @classmethod
    def from_pretrained(cls, name: str, **keywords: Any) -> "GenerationConfig":
        """The defaults that a checkpoint ships (`generation_config.json`); keywords as for the model."""
        from qwenchat.chat.auto import generation_config_of

        return generation_config_of(name, keywords)

    def __getattr__(self, name: str) -> Any:
        if name in PARAMETERS or name in OTHERS:
            return self._fields.get(name)
        raise AttributeError(f"a GenerationConfig has no {name!r}")

    def __setattr__(self, name: str, value: Any) -> None:
        self._fields.update(checked_fields({name: value}))
        if value is None:
            self._fields.pop(name, None)

    def to_dict(self) -> dict[str, Any]:
        """The fields that are set."""
        return dict(self._fields)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, GenerationConfig) and self._fields == other._fields

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"GenerationConfig({', '.join(f'{k}={v!r}' for k, v in self._fields.items())})"

    def __reduce__(self) -> Any:
        return _rebuild, (self._fields,)


def _rebuild(fields: dict[str, Any]) -> GenerationConfig:
    return GenerationConfig(**fields)


def config_fields(config: object) -> dict[str, Any]:
    """The fields of ours, a dict, or a transformers GenerationConfig."""
    if config is None:
        return {}
    if isinstance(config, GenerationConfig):
        return config.to_dict()
    if isinstance(config, Mapping):
        return checked_fields(config)
    for method in ("to_diff_dict", "to_dict"):
        if hasattr(config, method):
            return checked_fields(getattr(config, method)())
    raise InvalidValue("generation_config", config, "a GenerationConfig, a dict or a transformers one is needed")


class Settings(Struct, frozen=True):
    """What one call does, all checked."""

    sampling: Sampling
    max_window_size: int | None
    stop_words_ids: list[list[int]]
    eos_ids: tuple[int, ...]
    is_raw: bool  # the query alone is the prompt: a base model continues it
    adapter: int | None = None  # which of the model's adapters answers


def settings_from(defaults: GenerationConfig, config: object, keywords: Mapping[str, Any]) -> Settings:
    """Defaults, then the call's `generation_config`, then its keywords. None in a keyword means the default."""
    own = checked_fields(keywords)
    if own.get("do_sample") is False and own.get("temperature", 0) > 0:
        raise InvalidValue("temperature", own["temperature"], "do_sample=False means greedy; give one of the two")
    merged = {**defaults.to_dict(), **config_fields(config), **own}
    # Asking for a temperature is asking for sampling; otherwise, as in transformers, sampling must be switched on.
    wanted = own.get("do_sample", own.get("temperature", 0) > 0 or merged.get("do_sample", False))
    if not wanted:
        merged["temperature"] = 0.0
    return Settings(
        sampling=Sampling.from_mapping({n: v for n, v in merged.items() if n in PARAMETERS}),
        max_window_size=merged.get("max_window_size"),
        stop_words_ids=checked_stop_words(merged.get("stop_words_ids")),
        eos_ids=_eos_ids(merged.get("eos_token_id")),
        is_raw=merged.get("chat_format") == "raw",
    )
