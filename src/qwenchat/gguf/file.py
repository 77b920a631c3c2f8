"""A GGUF file, mapped: what its tensors are and where, checked against each other and the file's size."""

import os
from collections.abc import Mapping
from math import prod
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from qwenchat.gguf.header import DEFAULT_ALIGNMENT, GgufError, Header, Place

# ggml's types: name, weights in a block, bytes of a block.
KINDS: Final[dict[int, tuple[str, int, int]]] = {
    0: ("F32", 1, 4),
    1: ("F16", 1, 2),
    2: ("Q4_0", 32, 18),
    3: ("Q4_1", 32, 20),
    6: ("Q5_0", 32, 22),
    7: ("Q5_1", 32, 24),
    8: ("Q8_0", 32, 34),
    10: ("Q2_K", 256, 84),
    11: ("Q3_K", 256, 110),
    12: ("Q4_K", 256, 144),
    13: ("Q5_K", 256, 176),
    14: ("Q6_K", 256, 210),
    30: ("BF16", 1, 2),
}


class GgufFile(Struct, frozen=True, eq=False):
    """One mapped file. `header` ends where the tensors begin; spans count from the start of the file."""

    path: Path
    header: bytes
    n_bytes: int
    mtime_ns: int
    pairs: Mapping[str, Any]
    places: Mapping[str, Place]
    spans: Mapping[str, tuple[int, int]]
    pages: mmap

    def text(self, key: str) -> str | None:
        """A key's text, or None where the file doesn't have it."""
        found = self.pairs.get(key)
        if found is not None and not isinstance(found, str):
            raise GgufError(f"{self.path}: {key} must be text, not {type(found).__name__}")
        return found

    def kind(self, name: str) -> str:
        """The name of a tensor's type."""
        return KINDS[self.places[name].kind][0]


def open_gguf(path: Path) -> GgufFile:
    """Map one file and check its header; GgufError naming what is wrong."""
    try:
        with path.open("rb") as f:
            status = os.fstat(f.fileno())
            if status.st_size == 0:
                raise GgufError(f"{path}: empty")
            pages = mmap(f.fileno(), 0, access=ACCESS_READ)
    except OSError as e:
        raise GgufError(f"{path}: can't be read ({e.strerror or e})") from None
    header = Header(pages, str(path))
    spans = _spans(header, path, len(pages))
    places = {place.name: place for place in header.places}
    return GgufFile(
        path, pages[: header.at], len(pages), status.st_mtime_ns, header.pairs, places, spans, pages
    )  # fmt: skip


def _spans(header: Header, path: Path, n_bytes: int) -> dict[str, tuple[int, int]]:
    alignment = header.pairs.get("general.alignment", DEFAULT_ALIGNMENT)
    if type(alignment) is not int or not 8 <= alignment <= 1 << 16 or alignment % 8:
        raise GgufError(f"{path}: general.alignment is {alignment!r}; a multiple of 8 up to 65536 is needed")
    base = -(-header.at // alignment) * alignment
    spans = {place.name: _span(place, base, alignment, path, n_bytes) for place in header.places}
    end, before = base, ""
    for name, (begin, stop) in sorted(spans.items(), key=lambda one: one[1]):
        if begin < end:
            raise GgufError(f"{path}: the tensors {before!r} and {name!r} overlap")
        end, before = stop, name
    return spans


def _span(place: Place, base: int, alignment: int, path: Path, n_bytes: int) -> tuple[int, int]:
    if place.kind not in KINDS:
        raise GgufError(
            f"{path}: tensor {place.name!r} has ggml's type {place.kind}; known are "
            f"{', '.join(name for name, _, _ in KINDS.values())}"
        )
    name, weights, size = KINDS[place.kind]
    if not all(place.shape) or place.shape[-1] % weights:
        raise GgufError(f"{path}: tensor {place.name!r}: no matrix of {name} has the shape {list(place.shape)}")
    if place.offset % alignment:
        raise GgufError(f"{path}: tensor {place.name!r} begins at {place.offset:,}, no multiple of {alignment}")
    begin = base + place.offset
    end = begin + prod(place.shape) // weights * size
    if end > n_bytes:
        raise GgufError(
            f"{path}: cut short, tensor {place.name!r} would end at byte {end:,} of {n_bytes:,}: a download that "
            "didn't end. Delete this file and fetch it again."
        )
    return begin, end
