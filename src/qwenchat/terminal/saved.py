"""A conversation as a file: JSON with a version, written whole or not at all, checked in full when it is read."""

import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qwenchat.protocol.errors import InvalidValue, unknown_name
from qwenchat.terminal.talk import Talk, Turn

FORMAT, VERSION = "qwenchat conversation", 1
_ENDINGS = ("stop", "length", "stopped")


def save(talk: Talk, file: Path, overwrite: bool) -> None:
    """Write `talk` to `file`, readable by its owner only. Raises FileExistsError unless `overwrite`, and OSError."""
    if file.is_dir():
        raise IsADirectoryError(f"{file} is a folder; name a file in it")
    if file.exists() and not overwrite:
        raise FileExistsError(f"{file} exists; /save! {file} replaces it")
    document = {
        "format": FORMAT,
        "version": VERSION,
        "model": talk.model,
        "system": talk.system,
        "turns": [{"user": t.user, "assistant": t.assistant, "ending": t.ending} for t in talk.turns],
    }
    # Beside the file, so that taking its place is one step: a full disk costs the new file, never the old.
    number, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with open(number, "w", encoding="utf-8") as out:
            json.dump(document, out, ensure_ascii=False, indent=1)
            out.write("\n")
            out.flush()
            os.fsync(out.fileno())
        os.replace(name, file)
    except BaseException:
        os.unlink(name)
        raise


def load(file: Path) -> tuple[str, str | None, list[Turn]]:
    """The model's name, the system text and the turns in `file`; raises InvalidValue, naming the place, and OSError."""
    try:
        document = json.loads(file.read_bytes())
    except (ValueError, RecursionError) as error:
        raise InvalidValue("file", str(file), f"not a conversation: {error}") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise InvalidValue("file", str(file), f'not a conversation: "format": "{FORMAT}" is missing')
    if document.get("version") != VERSION:
        raise InvalidValue("version", document.get("version"), f"this qwenchat reads version {VERSION}")
    _only(document, ("format", "version", "model", "system", "turns"), "key of a conversation")
    system, turns = document.get("system"), document.get("turns")
    if system is not None:
        system = _text(document, "system", "system")
    if not isinstance(turns, list):
        raise InvalidValue("turns", turns, "a list is needed")
    return _text(document, "model", "model"), system, [_turn(turn, f"turns[{at}]") for at, turn in enumerate(turns)]


def _turn(turn: Any, where: str) -> Turn:
    if not isinstance(turn, dict):
        raise InvalidValue(where, turn, 'an object with "user" and "assistant" is needed')
    _only(turn, ("user", "assistant", "ending"), f"key of {where}")
    ending = turn.get("ending", "stop")
    if ending not in _ENDINGS:
        raise InvalidValue(f"{where}.ending", ending, f"allowed: {', '.join(_ENDINGS)}")
    return Turn(_text(turn, "user", f"{where}.user"), _text(turn, "assistant", f"{where}.assistant"), ending)


def _text(holder: dict[str, Any], key: str, where: str) -> str:
    value = holder.get(key)
    if not isinstance(value, str):
        raise InvalidValue(where, value, "a text is needed")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise InvalidValue(where, value, "half a surrogate pair in it is not text") from None
    return value


def _only(holder: dict[str, Any], known: Sequence[str], kind: str) -> None:
    for key in holder:
        if key not in known:
            raise unknown_name(key, known, kind)
