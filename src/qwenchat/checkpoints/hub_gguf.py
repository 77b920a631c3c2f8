"""GGUF files of a hub repository: which of them NAME:LABEL means, for instance Qwen/Qwen3-8B-GGUF:Q4_K_M."""

import re
from collections.abc import Collection
from pathlib import Path
from typing import Final

from msgspec import Struct

from qwenchat.checkpoints.errors import CheckpointError

USUAL: Final = "Q4_K_M"  # where nobody says, as llama.cpp has it

# At most one folder deep, and no name that leads anywhere else.
_WORD = r"[A-Za-z0-9][A-Za-z0-9_.+-]*"
_FILE = re.compile(rf"(?P<stem>(?:{_WORD}/)?{_WORD}?)(?:-\d{{5}}-of-(?P<of>\d{{5}}))?\.gguf", re.IGNORECASE)
_LABEL = re.compile(r"(?:.*[-._/])?((?:I?Q\d|TQ\d|MXFP\d|BF16|F16|FP16|F32)\w*)", re.IGNORECASE)
_NAMED = re.compile(r"(.+):([A-Za-z0-9_.-]{1,40})")


def split_label(text: str) -> tuple[str, str | None]:
    """The name and the label of NAME:LABEL; of anything else the whole, and None."""
    found = _NAMED.fullmatch(text)
    return (found[1], found[2]) if found else (text, None)


class GgufChoice(Struct, frozen=True):
    """One model among a repository's GGUF files."""

    stem: str
    files: tuple[str, ...]  # its parts, in order
    is_whole: bool  # no part is missing

    @property
    def label(self) -> str:
        """The format that its name says, or the name."""
        found = _LABEL.fullmatch(self.stem)
        return found[1].upper() if found else self.stem


def choices(files: Collection[str]) -> list[GgufChoice]:
    """What there is; projectors of images are not models of text."""
    groups: dict[str, list[tuple[str, int]]] = {}
    for file in sorted(files):
        found = _FILE.fullmatch(file)
        if found and "mmproj" not in file.lower():
            groups.setdefault(found["stem"], []).append((file, int(found["of"] or 1)))
    return [GgufChoice(stem, tuple(f for f, _ in some), len(some) == some[0][1]) for stem, some in groups.items()]


def chosen(name: str, files: Collection[str], label: str | None) -> tuple[str, ...]:
    """The files of the model that is meant, the first to be opened first; CheckpointError saying what there is."""
    known = choices(files)
    if not known:
        raise CheckpointError(f"{name}: no GGUF files; leave {':' + (label or '')!r} out")
    fitting = [one for one in known if one.label == (label or USUAL).upper()]
    if label is None and len(known) == 1:
        fitting = known
    if not fitting:
        labels = ", ".join(sorted({one.label for one in known}))
        said = f"no GGUF file is {label!r}" if label else f"several GGUF files, none of them {USUAL}"
        raise CheckpointError(f"{name}: {said}; say which: {name}:LABEL, where LABEL is one of {labels}")
    one = _plainest(fitting)
    if not one.is_whole:
        raise CheckpointError(f"{name}: parts of {one.stem} are missing on the hub; tell its authors")
    return one.files


def cached(snapshot: Path, label: str | None) -> Path | None:
    """The file that is meant, where it lies whole in a snapshot; without a label the usual one."""
    here = [str(path.relative_to(snapshot)) for path in snapshot.glob("**/*.gguf") if path.is_file()]
    fitting = [one for one in choices(here) if one.is_whole and one.label == (label or USUAL).upper()]
    return snapshot / _plainest(fitting).files[0] if fitting else None


def _plainest(fitting: list[GgufChoice]) -> GgufChoice:
    """Where variants share a format, the one with the shortest name."""
    return min(fitting, key=lambda one: len(one.stem))
