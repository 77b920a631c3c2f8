"""The config file of a server: which names it answers, and with what."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qwenchat import catalogue
from qwenchat.protocol.errors import InvalidValue, unknown_name
from qwenchat.server.local import LocalSource
from qwenchat.server.roster import Seat, Source
from qwenchat.server.upstream import UpstreamSource

if TYPE_CHECKING:
    from qwenchat.upstreams import Upstream

SERVER = {
    "host": str, "port": int, "strict": bool, "max_running": int, "drain_s": float, "log_format": str, "keys": str,
    "memory_gib": float,
}  # fmt: skip
LOCAL = {
    "quantization": str, "dtype": str, "threads": int, "cache": str, "cache_gib": float, "disk_cache_gib": float,
    "speculative_tokens": int, "revision": str,
}  # fmt: skip
UPSTREAM = {"model": str, "context": int}
MODEL = {"local": str, "upstream": str, "also": list, "load": str, "adapters": dict, **LOCAL, **UPSTREAM}
TABLES = ("server", "upstreams", "models")
LOADS = ("first use", "start")


_KINDS = {
    str: "a text", int: "a whole number", float: "a number", bool: "true or false", list: "a list", dict: "a table",
}  # fmt: skip


def read_config(file: Path, variables: Mapping[str, str]) -> tuple[dict[str, Any], list[Seat]]:
    """The options under [server], and a seat for each [models.NAME]; `variables` may hold the keys of upstreams.

    Raises InvalidValue, naming what isn't understood.
    """
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidValue("config", str(file), f"not TOML: {error}") from None
    for name in raw:
        if name not in TABLES:
            raise unknown_name(name, TABLES, f"table of {file}")
    options = _checked(raw.get("server", {}), SERVER, "server")
    if "keys" in options:
        options["keys"] = _beside(file, options["keys"])
    models = _checked(raw.get("models", {}), dict.fromkeys(raw.get("models", {}), dict), "models")
    services = _checked(raw.get("upstreams", {}), dict.fromkeys(raw.get("upstreams", {}), dict), "upstreams")
    regions = {place.name: {"region": place.name} for place in catalogue.regions() if place.base_url is not None}
    asked = [model.get("upstream") for model in models.values()]
    places = {name: table for name, table in regions.items() if name in asked}  # a region needs no table of its own
    upstreams = _upstreams(places | services, file)
    return options, [_seat(name, fields, file, upstreams, variables) for name, fields in models.items()]


def _upstreams(services: Mapping[str, Mapping[str, Any]], file: Path) -> "dict[str, Upstream]":
    if not services:
        return {}
    from qwenchat.upstreams import Upstream  # and with it an HTTP client, which most servers don't need

    def table(fields: Mapping[str, Any]) -> Mapping[str, Any]:
        key_file = fields.get("key_file")
        return {**fields, "key_file": _beside(file, key_file)} if isinstance(key_file, str) else fields

    return {name: Upstream.from_table(name, table(fields)) for name, fields in services.items()}


def _seat(
    name: str, fields: Mapping[str, Any], file: Path, upstreams: "Mapping[str, Upstream]", variables: Mapping[str, str]
) -> Seat:
    where = f'models."{name}"'
    given = _checked(fields, MODEL, where)
    load = given.get("load", LOADS[0])
    if load not in LOADS:
        raise InvalidValue(f"{where}.load", load, f"allowed: {', '.join(LOADS)}")
    also = given.get("also", [])
    if not all(isinstance(other, str) for other in also):
        raise InvalidValue(f"{where}.also", also, "a list of names is needed")
    if ("local" in given) == ("upstream" in given):
        raise InvalidValue(where, dict(fields), "say local = 'a folder, a hub name, or tiny', or upstream = 'its name'")
    others = UPSTREAM if "local" in given else {**LOCAL, "adapters": dict}
    if stray := others.keys() & given.keys():
        raise InvalidValue(f"{where}.{min(stray)}", given[min(stray)], "it says nothing about this kind of model")
    if "upstream" in given:
        if given["upstream"] not in upstreams:
            raise unknown_name(given["upstream"], upstreams, "name under [upstreams], nor a region")
        source: Source = UpstreamSource(
            upstreams[given["upstream"]], given.get("model", name), variables, given.get("context")
        )
    else:
        options = {option: given[option] for option in LOCAL if option in given}
        source = LocalSource(_checkpoint(file, given["local"]), options | _adapters(given, file, where))
        try:
            source.check()
        except InvalidValue as e:
            raise InvalidValue(f"{where}.{e.param}", e.value, e.allowed) from None
    return Seat(name, source, tuple(also), tuple(given.get("adapters", ())), at_start=load == "start")


def _adapters(given: Mapping[str, Any], file: Path, where: str) -> dict[str, dict[str, str]]:
    """The keyword for the folders of a model's adapters, by the names they answer to; none where there are none."""
    if "adapters" not in given:
        return {}
    folders = _checked(given["adapters"], dict.fromkeys(given["adapters"], str), f"{where}.adapters")
    return {"adapter": {name: _beside(file, folder) for name, folder in folders.items()}}


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
            raise InvalidValue(f"{where}.{name}", value, f"{_KINDS[known[name]]} is needed")
    return given
