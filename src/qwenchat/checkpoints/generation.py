"""generation_config.json: the checkpoint's own defaults for an answer."""

import logging
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from msgspec import Struct

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.json_object import read_json_object

_log = logging.getLogger(__name__)

FILE: Final = "generation_config.json"
MAX_IDS: Final = 64

_NUMBERS: Final = (
    "temperature",
    "top_p",
    "min_p",
    "repetition_penalty",
    "presence_penalty",
    "frequency_penalty",
)
_WHOLE: Final = ("top_k", "max_new_tokens", "max_window_size", "seed")
_YES_OR_NO: Final = ("do_sample",)
_TEXTS: Final = ("chat_format",)
SERVED: Final = (*_NUMBERS, *_WHOLE, *_YES_OR_NO, *_TEXTS)

# Served elsewhere, or of no consequence for an answer of ours.
HARMLESS: Final = frozenset(
    {
        "_from_model_config",
        "bos_token_id",  # Qwen prompts begin with what the template writes
        "eos_token_id",
        "max_length",  # of prompt and answer together; superseded by max_new_tokens
        "pad_token_id",  # nothing is padded here
        "transformers_version",
        "use_cache",
    }
)


class GenerationDefaults(Struct, frozen=True):
    """The defaults a checkpoint ships. Types are checked, ranges are not: the table of ranges is `protocol`'s."""

    served: Mapping[str, float | int | bool | str]  # keys of SERVED
    eos_ids: tuple[int, ...]
    ignored: tuple[str, ...]  # keys that are neither served nor harmless


def read_generation(folder: Path) -> GenerationDefaults:
    """The defaults in `folder`; empty where the checkpoint has none."""
    path = folder / FILE
    if not path.is_file():
        return GenerationDefaults(MappingProxyType({}), (), ())
    raw = read_json_object(path)
    served = {key: _checked(key, raw[key], path) for key in SERVED if raw.get(key) is not None}
    ignored = tuple(sorted(key for key in raw if key not in served and key not in HARMLESS and raw[key] is not None))
    if ignored:
        # A file that came with the weights is no request of the user's: it is not refused, but said.
        _log.debug("%s: not served: %s", path, ", ".join(f"{key[:60]}={str(raw[key])[:60]}" for key in ignored))
    return GenerationDefaults(MappingProxyType(served), token_ids(raw, "eos_token_id", path), ignored)


def token_ids(raw: Mapping[str, Any], key: str, path: Path) -> tuple[int, ...]:
    """One id or a list of ids, each once."""
    said = raw.get(key)
    if said is None:
        return ()
    ids = said if isinstance(said, list) else [said]
    if len(ids) > MAX_IDS or not all(type(i) is int and 0 <= i < 2**31 for i in ids):
        raise CheckpointError(f"{path}: {key} is {str(said)[:80]}; an id or a list of up to {MAX_IDS} ids is expected")
    return tuple(dict.fromkeys(ids))


def _checked(key: str, value: Any, path: Path) -> float | int | bool | str:
    if key in _YES_OR_NO:
        good, kind = type(value) is bool, "true or false"
    elif key in _TEXTS:
        good, kind = type(value) is str and len(value) <= 32, "a short text"
    elif key in _WHOLE:
        good, kind = type(value) is int, "a whole number"
    else:
        good, kind = type(value) in (int, float), "a number"
    if not good:
        raise CheckpointError(f"{path}: {key} is {str(value)[:80]!r}; {kind} is expected")
    checked: float | int | bool | str = value
    return checked
