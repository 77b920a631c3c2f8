"""A GGUF model's files: one, or the parts that llama-gguf-split makes, of which the first has the metadata."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.gguf import GgufError, GgufFile, open_gguf
from qwenchat.gguf.header import Place

_FIRST: Final = re.compile(r"(.+)-00001-of-([0-9]{5})\.gguf")


def gguf_parts(path: Path) -> Sequence[GgufFile]:
    """The mapped files, headers checked, those of `path` first; CheckpointError naming what is wrong."""
    first = _opened(path)
    n_parts, number = (first.pairs.get(key, default) for key, default in (("split.count", 1), ("split.no", 0)))
    if n_parts in (0, 1):
        return (first,)
    if number != 0:
        raise CheckpointError(f"{path}: part {number!r:.20} of {n_parts!r:.20}, counted from 0; give the first part")
    named = _FIRST.fullmatch(path.name)
    if named is None or int(named[2]) != n_parts:
        raise CheckpointError(
            f"{path}: the first of {n_parts!r:.20} parts; its name must end with -00001-of- and their number in five "
            "digits, so that the others are found"
        )
    others = [_opened(path.with_name(f"{named[1]}-{i:05}-of-{named[2]}.gguf")) for i in range(2, n_parts + 1)]
    for i, part in enumerate(others, 1):
        if part.pairs.get("split.no") != i or part.pairs.get("split.count") != n_parts:
            raise CheckpointError(f"{part.path}: not part {i + 1} of {n_parts} by its own word; fetch it again")
    parts = (first, *others)
    n_tensors, n_said = sum(len(part.places) for part in parts), first.pairs.get("split.tensors.count")
    if n_said is not None and n_said != n_tensors:
        raise CheckpointError(f"{path}: {n_said!r:.20} tensors are announced, the {n_parts} parts have {n_tensors}")
    return parts


def places_of(parts: Sequence[GgufFile]) -> Mapping[str, Place]:
    """The tensors of all parts."""
    return {name: place for part in parts for name, place in part.places.items()}


def _opened(path: Path) -> GgufFile:
    try:
        return open_gguf(path)
    except GgufError as e:
        raise CheckpointError(str(e)) from None
