"""Finding a model, an advice or a region by what people call it."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from qwenchat.catalogue.row import Advice, Region, Row

# A hub's quantised copy is the same model: Qwen/Qwen3-8B-AWQ, Qwen2.5-7B-Instruct-GPTQ-Int4, Qwen3-0.6B-GGUF.
_COPY = re.compile(r"-(awq|fp8|gguf|mlx|int4|int8|gptq-int4|gptq-int8|mlx-[0-9a-z]+)$")


class _Catalogue(Struct, frozen=True):
    default: str
    rows: Mapping[str, Row]  # in the file's order
    also: Mapping[str, str]
    advice: tuple[Advice, ...]
    regions: tuple[Region, ...]


def find(name: str) -> Row | None:
    """The row of a model by any spelling: hosted or hub, any case, dated, quantised; None for a name without one.

    >>> find("Qwen/Qwen3-8B-FP8").name
    'qwen3-8b'
    """
    known = _catalogue()
    plain = name.strip().lower().removeprefix("qwen/").replace(":", "-")
    for spelling in (plain, _COPY.sub("", plain)):
        row = known.rows.get(known.also.get(spelling, spelling))
        if row is not None:
            return row
    return None


def rows() -> tuple[Row, ...]:
    """Every model, newest and hosted ones first."""
    return tuple(_catalogue().rows.values())


def default_model() -> str:
    """The model to use when nobody names one."""
    return _catalogue().default


def spellings(row: Row) -> tuple[str, ...]:
    """The other names that the catalogue itself lists for `row`."""
    return tuple(name for name, model in _catalogue().also.items() if model == row.name)


def advice(use: str | None = None) -> tuple[Advice, ...]:
    """What suits `use`, in the words people have for it; everything when None, nothing for an unknown use.

    >>> [found.models[0] for found in advice("machine translation")]
    ['qwen-mt-plus']
    """
    every = _catalogue().advice
    if use is None:
        return every
    asked = use.strip().lower()
    exact = tuple(entry for entry in every if asked == entry.use)
    same = tuple(entry for entry in every if asked in entry.words)
    return exact or same or tuple(entry for entry in every if any(w in asked for w in (entry.use, *entry.words)))


def regions() -> tuple[Region, ...]:
    """The places of the hosted service; the first is the default."""
    return _catalogue().regions


def region(name: str) -> Region | None:
    """A region by its name or its id, any case.

    >>> region("cn-beijing").name
    'beijing'
    """
    asked = name.strip().lower()
    return next((place for place in regions() if asked in (place.name, place.id)), None)


@cache
def _catalogue() -> _Catalogue:
    raw = tomllib.loads(Path(__file__).with_name("models.toml").read_text(encoding="utf-8"))
    advised = tuple(Advice(**_frozen(entry)) for entry in raw["advice"])
    found: dict[str, Row] = {}
    also: dict[str, str] = {}
    for entry in raw["models"]:
        also |= entry.pop("also", {})
        names = entry.pop("names")
        preset = raw["sampling"][entry.pop("sampling")] if "sampling" in entry else {}
        answer, thinking = (MappingProxyType(preset.get(mode, {})) for mode in ("answer", "thinking"))
        for name in names:
            uses = tuple(a.use for a in advised if name in a.models)
            found[name] = Row(
                name, uses=uses, sampling=answer, sampling_thinking=thinking, **_frozen(_own(entry, name))
            )
    places = tuple(Region(**entry) for entry in raw["regions"])
    return _Catalogue(raw["default"], found, also, advised, places)


def _own(entry: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The fields of one name: a table of names instead of a value gives each name its own."""
    of_all = {key: value for key, value in entry.items() if not isinstance(value, dict)}
    return of_all | {key: value[name] for key, value in entry.items() if isinstance(value, dict) and name in value}


def _frozen(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
