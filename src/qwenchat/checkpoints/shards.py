"""The tensors of a checkpoint folder: one safetensors file, or the shards an index lists."""

import contextlib
import mmap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.json_object import read_json_object
from qwenchat.checkpoints.mapped import MappedFile, advise
from qwenchat.checkpoints.parts import Packing, Parts
from qwenchat.checkpoints.safetensors import SafetensorsFile, open_safetensors
from qwenchat.kernels.grids import Coded
from qwenchat.kernels.words import Tensor

SINGLE: Final = "model.safetensors"
INDEX: Final = "model.safetensors.index.json"


class TensorFiles(Mapping[str, Tensor | Coded]):
    """The tensors of a checkpoint by name, over all its files. Looking one up maps, and reads nothing.

    With a `packing`, those that make a quantised matrix together are one, under the name the matrix has in floats.
    """

    def __init__(self, files: Sequence[MappedFile], packing: Packing | None = None) -> None:
        self.files: Final = tuple(files)
        self.packing: Final = packing
        self._home: dict[str, MappedFile] = {}
        for file in files:
            for name in file.entries:
                if name in self._home:
                    raise CheckpointError(f"{file.path}: tensor {name!r} is also in {self._home[name].path.name}")
                self._home[name] = file
        self._packed = {} if packing is None else _gathered(self._home, packing)
        hidden = {name for parts in self._packed.values() for name in parts.names()}
        self._names = dict.fromkeys([*(name for name in self._home if name not in hidden), *self._packed])

    def __getitem__(self, name: str) -> Tensor | Coded:
        if name in self._packed:
            assert self.packing is not None
            return self.packing.coded(name, self._packed[name])
        return self._home[name].tensor(name)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def floats(self, name: str) -> Tensor:
        """The tensor `name`, which must not be quantised."""
        found = self[name]
        if isinstance(found, Coded):
            raise CheckpointError(f"{self.path(name)}: {name!r} is quantised; floats are needed here")
        return found

    def coded(self) -> bool:
        """Whether any of them is quantised."""
        return bool(self._packed) or any(isinstance(tensor, Coded) for tensor in self.values())

    def shape(self, name: str) -> tuple[int, ...]:
        """A tensor's shape, as its header has it."""
        if name in self._packed:
            assert self.packing is not None
            return self.packing.shape(self._packed[name])
        return self._home[name].entries[name].shape

    def n_bytes(self, name: str) -> int:
        """What a tensor takes of the files."""
        entries = (self._home[lying].entries[lying] for lying in self._lying(name))
        return sum(e.end - e.begin for e in entries)

    def path(self, name: str) -> Path:
        """The file a tensor lies in, or the first of those it is made of."""
        return self._home[self._lying(name)[0]].path

    def _lying(self, name: str) -> Sequence[str]:
        """The tensors of the files that a tensor is made of."""
        return self._packed[name].names() if name in self._packed else (name,)

    def will_need(self, name: str) -> None:
        """Ask the system to read a tensor's pages ahead."""
        if hasattr(mmap, "MADV_WILLNEED"):
            for lying in self._lying(name):
                advise(self._home[lying], lying, mmap.MADV_WILLNEED)

    def map_small(self, name: str) -> bool:
        """Map a tensor's pages one by one, as they are touched; whether it is mapped at all and not a copy."""
        if hasattr(mmap, "MADV_NOHUGEPAGE"):
            with contextlib.suppress(OSError):  # a kernel without large pages says so
                advise(self._home[name], name, mmap.MADV_NOHUGEPAGE)
        found = self[name]
        return isinstance(found, Tensor) and not found.bits.flags.owndata

    def drop(self, name: str) -> None:
        """Give a tensor's pages back; whoever reads it again gets them again."""
        if hasattr(mmap, "MADV_DONTNEED"):
            for lying in self._lying(name):
                advise(self._home[lying], lying, mmap.MADV_DONTNEED)


def _gathered(home: Mapping[str, MappedFile], packing: Packing) -> dict[str, Parts]:
    """The quantised matrices, by the names they have in floats."""
    mark, made = f".{packing.ends[0]}", {}
    for module in (name.removesuffix(mark) for name in home if name.endswith(mark)):
        parts, name = Parts(module, home, packing.ends), f"{module}.weight"
        if name in home and name not in parts.names():
            raise CheckpointError(f"{home[name].path}: tensor {name!r} is there quantised as well; one must go")
        made[name] = parts
    return made


def open_tensors(folder: Path, packing: Packing | None = None) -> TensorFiles:
    """The weights in `folder`: `model.safetensors`, or the shards its index lists; or those of a GGUF file.

    `packing`: how its quantised matrices lie in them.
    """
    if folder.is_file():
        from qwenchat.checkpoints.gguf_tensors import gguf_tensors

        return TensorFiles(gguf_tensors(folder))
    if (folder / SINGLE).exists():
        return TensorFiles(_as_checkpoint([open_safetensors(folder / SINGLE)], packing), packing)
    if (folder / INDEX).exists():
        return _open_shards(folder, packing)
    raise CheckpointError(_no_weights(folder))


def shard_places(index: Path) -> dict[str, str]:
    """Tensor to file, as an index file says; only plain names of files beside it are let through."""
    places = read_json_object(index).get("weight_map")
    if not isinstance(places, dict) or not places:
        raise CheckpointError(f"{index}: weight_map is missing; it must map each tensor to its file")
    for name, shard in places.items():
        if not isinstance(shard, str) or not _plain_name(shard):
            raise CheckpointError(
                f"{index}: tensor {name[:200]!r} is said to be in {str(shard)[:200]!r}; a plain name of a .safetensors "
                "file in the same folder is expected"
            )
    return places


def _open_shards(folder: Path, packing: Packing | None) -> TensorFiles:
    places = shard_places(folder / INDEX)
    shards = sorted(set(places.values()))
    absent = [shard for shard in shards if not (folder / shard).exists()]
    if absent:
        raise CheckpointError(
            f"{folder}: {len(absent)} of {len(shards)} weight files are missing ({_some(absent)}). Fetch them again, "
            "or give the model's hub name to download it."
        )
    files = {shard: open_safetensors(folder / shard) for shard in shards}
    for name, shard in places.items():
        if name not in files[shard].entries:
            raise CheckpointError(f"{folder / shard}: tensor {name[:200]!r} is missing, which {INDEX} says is there")
    return TensorFiles(_as_checkpoint(files.values(), packing), packing)


def _as_checkpoint(files: Iterable[SafetensorsFile], packing: Packing | None) -> Sequence[SafetensorsFile]:
    """The files, with what a packing changes in the tensors that it doesn't quantise undone."""
    if packing is None:
        return list(files)
    from qwenchat.checkpoints.mlx_hybrid import MlxHybrid  # most checkpoints aren't quantised

    return [packing.undone(file) if isinstance(packing, MlxHybrid) else file for file in files]


def _plain_name(shard: str) -> bool:
    forbidden = any(c in "/\\:\0" or not c.isprintable() for c in shard)
    return shard.endswith(".safetensors") and not shard.startswith(".") and not forbidden and len(shard) <= 255


def _no_weights(folder: Path) -> str:
    names = sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []
    if any(n.startswith("adapter_") for n in names):
        return f"{folder}: this is a LoRA adapter, not a whole model. Merge it into its base model and save that."
    if any(n.startswith("model-") and n.endswith(".safetensors") for n in names):
        return f"{folder}: {INDEX} is missing beside the weight files; fetch it again"
    pickled = [n for n in names if n.endswith((".bin", ".pt", ".pth"))]
    if pickled:
        return (
            f"{folder}: only pickled weights ({_some(pickled)}). They can carry code and are never opened. Take a "
            "revision with .safetensors files, or convert it where you trust it: transformers' "
            "model.save_pretrained(folder, safe_serialization=True)."
        )
    ggufs = [n for n in names if n.endswith(".gguf")]
    if ggufs:
        return f"{folder}: no .safetensors files; give one of its GGUF files ({_some(ggufs)})"
    return f"{folder}: no weights. Expected {SINGLE}, or {INDEX} and its shards; the folder has {_some(names)}."


def _some(names: list[str]) -> str:
    shown = ", ".join(n[:120] for n in names[:5]) or "nothing"
    return shown if len(names) <= 5 else f"{shown} and {len(names) - 5} more"
