"""A checkpoint's tokenizer files, read within bounds."""

import json
from pathlib import Path
from typing import Any

from qwenchat.tokens.errors import TokenizerError

MAX_FILE_BYTES = 256 << 20  # the largest real one, Qwen3.5's tokenizer.json, has about 20 MiB
MAX_TOKENS = 1 << 21
MAX_ADDED_TOKENS = 1 << 16
MAX_TOKEN_BYTES = 4096


def read_bytes(path: Path) -> bytes:
    """The whole file."""
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise TokenizerError(f"{path}: {size} bytes are too many for a tokenizer file (at most {MAX_FILE_BYTES})")
        return path.read_bytes()
    except OSError as error:
        raise TokenizerError(f"{path}: can't be read: {error.strerror}") from error


def read_text(path: Path) -> str:
    """The whole file, which must be UTF-8."""
    try:
        return read_bytes(path).decode()
    except UnicodeDecodeError as error:
        raise TokenizerError(f"{path}: not UTF-8 text (byte {error.start})") from None


def read_object(path: Path) -> dict[str, Any]:
    """The whole file, which must hold one JSON object."""
    try:
        found = json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        if isinstance(error, TokenizerError):
            raise
        raise TokenizerError(f"{path}: not valid JSON ({error}); is the download complete?") from None
    return as_object(found, str(path))


def as_object(value: object, where: str) -> dict[str, Any]:
    """The value, which must be a JSON object."""
    if not isinstance(value, dict):
        raise TokenizerError(f"{where}: must be an object, not {value!r:.80}")
    return value


def as_list(value: object, where: str) -> list[Any]:
    """The value, which must be a JSON array."""
    if not isinstance(value, list):
        raise TokenizerError(f"{where}: must be an array, not {value!r:.80}")
    return value


def as_id(value: object, where: str) -> int:
    """The value, which must be a token id."""
    if type(value) is not int or not 0 <= value < MAX_TOKENS:
        raise TokenizerError(f"{where}: must be a token id from 0 to {MAX_TOKENS - 1}, not {value!r:.80}")
    return value


def refuse_others(fields: dict[str, Any], served: dict[str, tuple[object, ...]], where: str) -> None:
    """Raise for a field that is none of `served`, or whose value is none of those it may have (empty: any)."""
    for name, value in fields.items():
        if name not in served:
            raise TokenizerError(f"{where}.{name}: unknown field; this tokenizer may need something we don't serve")
        # By type as well: 0 is not False here.
        allowed = served[name]
        if allowed and not any(type(value) is type(choice) and value == choice for choice in allowed):
            choices = " or ".join(json.dumps(choice) for choice in allowed)
            raise TokenizerError(f"{where}.{name}: {value!r:.80} is not supported, only {choices}")
