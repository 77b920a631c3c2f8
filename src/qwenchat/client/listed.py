"""What a service's list of models says of one of them."""

from collections.abc import Mapping
from typing import Any

# vLLM's and SGLang's word, ours, two of other services, and llama.cpp's (in `meta`).
_NAMES = ("max_model_len", "context_window", "context_length", "n_ctx", "n_ctx_train")


def listed_context(models: object, model: str) -> int | None:
    """Tokens of `model`'s context by the reply to GET /models; None where it doesn't say.

    A service with one model may list it under another name than it answers to.
    """
    entries = _entries(models)
    entry = next((one for one in entries if one.get("id") == model), entries[0] if len(entries) == 1 else {})
    meta = entry.get("meta")
    places = (entry, meta if isinstance(meta, dict) else {})
    return next((n for place in places for name in _NAMES if isinstance(n := place.get(name), int)), None)


def _entries(models: object) -> list[Mapping[str, Any]]:
    data = models.get("data") if isinstance(models, dict) else None
    return [entry for entry in data if isinstance(entry, dict)] if isinstance(data, list) else []
