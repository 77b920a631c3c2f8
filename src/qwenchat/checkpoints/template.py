"""The chat template a checkpoint ships, as text."""

from pathlib import Path
from typing import Any, Final

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.json_object import read_bounded, read_json_object

FILE: Final = "chat_template.jinja"
TOKENIZER_CONFIG: Final = "tokenizer_config.json"
MAX_BYTES: Final = 1 << 20


def read_template(folder: Path) -> str | None:
    """The template of `chat_template.jinja`, else of tokenizer_config.json, else None."""
    path = folder / FILE
    if path.is_file():
        raw = read_bounded(path, MAX_BYTES)
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError as e:
            raise CheckpointError(f"{path}: not UTF-8 text (byte {e.start})") from None
    path = folder / TOKENIZER_CONFIG
    if not path.is_file():
        return None
    return _from_config(read_json_object(path).get("chat_template"), path)


def _from_config(said: Any, path: Path) -> str | None:
    if isinstance(said, list):  # several, by name
        named = {one["name"]: one.get("template") for one in said if isinstance(one, dict) and "name" in one}
        if "default" not in named:
            raise CheckpointError(f"{path}: chat_template is a list without one named 'default'")
        said = named["default"]
    if said is None:
        return None
    if not isinstance(said, str) or len(said) > MAX_BYTES:
        raise CheckpointError(f"{path}: chat_template must be text of at most {MAX_BYTES:,} characters")
    return said
