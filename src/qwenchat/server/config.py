"""The config file of a server: which names it answers, and with what."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qwenchat.protocol.errors import InvalidValue, unknown_name
from qwenchat.server.local import LocalSource
from qwenchat.server.roster import Seat

SERVER = {
    "host": str, "port": int, "strict": bool, "max_running": int, "drain_s": float, "log_format": str, "keys": str,
    "memory_gib": float,
}  # fmt: skip
LOCAL = {"quantization": str, "dtype": str, "threads": int, "cache_gib": float, "revision": str}
MODEL = {"local": str, "also": list, "load": str, **LOCAL}
LOADS = ("first use", "start")


def read_config(file: Path) -> tuple[dict[str, Any], list[Seat]]:
    """The options under [server], and a seat for each [models.NAME]. InvalidValue names what isn't understood."""
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidValue("config", str(file), f"not TOML: {error}") from None
    for name in raw:
        if name not in ("server", "models"):
            raise unknown_name(name, ("server", "models"), f"table of {file}")
    options = _checked(raw.get("server", {}), SERVER, "server")
    if "keys" in options:
        options["keys"] = _beside(file, options["keys"])
    models = _checked(raw.get("models", {}), dict.fromkeys(raw.get("models", {}), dict), "models")
    return options, [_seat(name, fields, file) for name, fields in models.items()]


def _seat(name: str, fields: Mapping[str, Any], file: Path) -> Seat:
    where = f'models."{name}"'
    given = _checked(fields, MODEL, where)
    load = given.get("load", LOADS[0])
    if load not in LOADS:
        raise InvalidValue(f"{where}.load", load, f"allowed: {', '.join(LOADS)}")
    also = given.get("also", [])
    if not all(isinstance(other, str) for other in also):
        raise InvalidValue(f"{where}.also", also, "a list of names is needed")
    if "local" not in given:
        raise InvalidValue(where, dict(fields), "say local = 'a folder, a hub name, or tiny'")
    source = LocalSource(
        _checkpoint(file, given["local"]), {option: given[option] for option in LOCAL if option in given}
    )
    return Seat(name, source, tuple(also), at_start=load == "start")


def _checkpoint(file: Path, local: str) -> str:
    """A path is meant from where the file lies; anything else is a name."""
    return _beside(file, local) if local.startswith((".", "/", "~")) else local


def _beside(file: Path, path: str) -> str:
    return os.path.normpath(file.parent / Path(path).expanduser())


def _checked(given: object, known: Mapping[str, type], where: str) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise InvalidValue(where, given, "a table is needed")
    for name, value in given.items():
        if name not in known:
            raise unknown_name(name, known, f"key of [{where}]")
        kinds = (int, float) if known[name] is float else (known[name],)
        if not isinstance(value, kinds) or (isinstance(value, bool) and known[name] is not bool):
            raise InvalidValue(f"{where}.{name}", value, f"a {known[name].__name__} is needed")
    return given
