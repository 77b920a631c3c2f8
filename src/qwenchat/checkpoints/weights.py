"""Weights: a checkpoint's tensors in one voice's own form, asked for by name and shape and accounted for at the end."""

import logging
from collections.abc import Callable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any, Final

import numpy as np

from qwenchat.checkpoints.adapter import Adapter
from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.packed import Pack, PackedWeight, PackStore
from qwenchat.checkpoints.shards import TensorFiles
from qwenchat.kernels.grids import Coded
from qwenchat.kernels.words import Format, Kernels, LowRank, Order, Tensor, Weight
from qwenchat.models.weights import Cut

_log = logging.getLogger(__name__)

# Tensors some checkpoints carry and no text needs: rope frequencies, which follow from the config; the vision tower;
# the head that guesses ahead, where nobody asks for guesses.
HARMLESS: Final = ("*.rotary_emb.inv_freq", "model.visual.*", "visual.*", "vision_tower.*", "mtp.*", "model.mtp.*")
HEAD: Final = "lm_head.weight"
EMBEDDINGS: Final = ("model.embed_tokens.weight", "model.language_model.embed_tokens.weight")
COMPARED_ROWS: Final = 256


class Weights:
    """A `models.WeightSource` over `tensors`: matrices in `fmt`, packed by `kernels` or taken from the packed cache.

    Ask for everything once, then `finish()`.
    """

    def __init__(
        self,
        tensors: TensorFiles,
        kernels: Kernels,
        fmt: Format,
        store: PackStore | None = None,
        adapters: Sequence[Adapter] = (),
        advance: Callable[[int], None] = lambda n_bytes: None,
    ) -> None:
        """`adapters`: what each of them adds to the matrices is told to `kernels`, in their order.

        `advance` is told the bytes of each tensor that is asked for.
        """
        self._advance = advance
        self._tensors = tensors
        self._adapters = adapters
        self._unchanged = {(adapter.folder, name) for adapter in adapters for name in adapter.pairs}
        self._kernels = kernels
        self._fmt: Format = fmt
        self._store = store
        self._pack: Pack | None = store.open(tensors, fmt, kernels.layout) if store else None
        self._unused = set(tensors)
        self._made: dict[str, tuple[Weight, tuple[int, int], Order]] = {}
        self._n_packed_now = 0

    def has(self, name: str) -> bool:
        """Whether the checkpoint has a tensor of this name."""
        return name in self._tensors

    def matrix(
        self,
        names: Sequence[str | Cut],
        shapes: Sequence[tuple[int, int]],
        order: Order = "stacked",
        bias: Sequence[str] = (),
        exact: bool = False,
    ) -> Weight:
        """The matrices `names` as one weight in the load's format, with their biases where there are any."""
        for name, shape in zip(names, shapes, strict=True):
            if isinstance(name, Cut):
                assert shape == (name.n, name.of[-1]), (name, shape)
                self._use(name.name, name.of)
            else:
                self._use(name, shape)
        if bias:
            for name, shape in zip(bias, shapes, strict=True):
                self._use(name, shape[:1])
        exact_change = exact or self._fmt in ("fp32", "fp16")
        changes = [adapter.change(names, shapes, exact_change) for adapter in self._adapters]
        return self._adapted(self._unadapted(names, order, bias, exact), names, changes)

    def _unadapted(self, names: Sequence[str | Cut], order: Order, bias: Sequence[str], exact: bool) -> Weight:
        parts = [self._part(name) for name in names]
        shifts = [self._tensors.floats(name) for name in bias]
        if exact:
            exactly = [Tensor(p.name, "fp32", p.float32()) if isinstance(p, Coded) else p for p in parts]
            return self._kernels.weight(exactly, "fp32", order, shifts)
        homes = [*(n.name if isinstance(n, Cut) else n for n in names)]
        runs = _runs(parts)
        if len(runs) > 1 and order == "paired":
            raise CheckpointError(f"{self._tensors.path(homes[0])}: {' and '.join(homes)} have different formats")
        made = [self._whole(parts[r], shifts[r], order, [*dict.fromkeys(homes[r]), *bias[r]]) for r in runs]
        return made[0] if len(made) == 1 else self._kernels.join(made)

    def _adapted(self, made: Weight, names: Sequence[str | Cut], changes: Sequence[LowRank | None]) -> Weight:
        if not any(changes):
            return made
        for name in names:
            for adapter in self._adapters:
                self._unchanged.discard((adapter.folder, name.name if isinstance(name, Cut) else name))
        return self._kernels.adapted(made, changes)

    def _whole(
        self, parts: Sequence[Tensor | Coded], shifts: Sequence[Tensor], order: Order, homes: Sequence[str]
    ) -> Weight:
        """Parts that can be one weight, made or found; `homes` are the tensors they lie in."""
        key = "|".join([*(part.name for part in parts), order, *(shift.name for shift in shifts)])
        if key in self._made:
            return self._made[key][0]  # a coded table that is the head as well
        whole = (sum(part.shape[0] for part in parts), parts[0].shape[1])
        made = self._restored(key, whole, order, parts[0])
        if made is None:
            made = self._packed_now(parts, shifts, order, homes)
        self._made[key] = (made, whole, order)
        return made

    def _part(self, name: str | Cut) -> Tensor | Coded:
        if isinstance(name, str):
            return self._tensors[name]
        whole, last = self._tensors[name.name], name.first + name.n
        shown = f"{name.name}[{name.first}:{last}]"
        if isinstance(whole, Coded):
            return whole.cut(shown, name.first, last)
        return Tensor(shown, whole.dtype, whole.bits.reshape(-1, name.of[-1])[name.first : last])

    def table(self, name: str, shape: tuple[int, int]) -> Weight:
        """The embedding table `name`, read where it lies; a coded one is a matrix like others."""
        self._use(name, shape)
        rows = self._tensors[name]
        if isinstance(rows, Coded):
            return self._whole([rows], [], "stacked", [name])
        # Packed, nobody but `embed` reads it, a few scattered rows at a time.
        sparse = self._fmt in ("int8", "int4") and self._tensors.map_small(name)
        return self._kernels.table(rows, sparse)

    def vector(self, name: str, shape: int | tuple[int, ...], shift: float = 0.0) -> Weight:
        """The vector `name`, in fp32, each value plus `shift`; of more dimensions, read on and on."""
        self._use(name, (shape,) if isinstance(shape, int) else shape)
        values = self._tensors.floats(name).float32().reshape(-1)
        return self._kernels.vector(Tensor(name, "fp32", values + np.float32(shift) if shift else values))

    def finish(self) -> None:
        """Check that no tensor was left over, and keep what was packed for the next start."""
        left = sorted(name for name in self._unused if not self._harmless(name))
        if left:
            shown = ", ".join(map(repr, left[:5])) + (f" and {len(left) - 5} more" if len(left) > 5 else "")
            raise CheckpointError(
                f"{self._tensors.path(left[0]).parent}: {len(left)} tensors belong to nothing in this model: {shown}. "
                "The weights and config.json don't fit together."
            )
        for folder, name in sorted(self._unchanged):
            raise CheckpointError(f"{folder}: it changes {name!r}, which is no matrix of this model")
        if self._store and self._n_packed_now:
            self._store.keep(self._tensors, self._fmt, self._kernels.layout, self._to_keep())

    def _use(self, name: str, shape: tuple[int, ...]) -> None:
        if name not in self._tensors:
            from difflib import get_close_matches

            near = get_close_matches(name, self._tensors, n=3)
            hint = f" Near it are {', '.join(map(repr, near))}." if near else ""
            raise CheckpointError(
                f"{self._tensors.files[0].path.parent}: tensor {name!r} is missing from the weights.{hint} The weights "
                "and config.json don't fit together, or a file is incomplete."
            )
        real = self._tensors.shape(name)
        if real != shape:
            raise CheckpointError(
                f"{self._tensors.path(name)}: tensor {name!r}: expected {list(shape)} from config.json, the file has "
                f"{list(real)}"
            )
        if name in self._unused:
            self._unused.remove(name)
            self._advance(self._tensors.n_bytes(name))

    def _restored(self, key: str, shape: tuple[int, int], order: Order, like: Tensor | Coded) -> Weight | None:
        kept = self._pack.weights.get(key) if self._pack else None
        if kept is None or kept.shape != shape or kept.order != order:
            return None
        try:
            return self._kernels.restore(
                kept.buffers, shape, self._fmt, order, like if isinstance(like, Coded) else None
            )
        except ValueError as e:
            _log.info("packed weight %s doesn't fit, packing it again: %s", key, e)
            return None

    def _packed_now(
        self, parts: Sequence[Tensor | Coded], shifts: Sequence[Tensor], order: Order, homes: Sequence[str]
    ) -> Weight:
        """The parts as a weight of the voice; `homes` are the tensors they lie in."""
        for name in homes:
            self._tensors.will_need(name)
        made = self._kernels.weight(parts, self._fmt, order, shifts)
        is_packed = self._kernels.packed(made) is not None
        self._n_packed_now += is_packed
        if is_packed or any(isinstance(part, Coded) or part.dtype != self._fmt for part in parts):
            # The voice has its own copy now: without this, both would stay in memory until the end of the load.
            for name in homes:
                self._tensors.drop(name)
        return made

    def _to_keep(self) -> Mapping[str, PackedWeight]:
        kept = {}
        for key, (made, shape, order) in self._made.items():
            buffers = self._kernels.packed(made)
            if buffers is not None:
                kept[key] = PackedWeight(shape, order, buffers)
        return kept

    def _harmless(self, name: str) -> bool:
        if any(fnmatchcase(name, pattern) for pattern in HARMLESS):
            return True
        if name.endswith(".bias") and not self._tensors.floats(name).float32().any():
            return True  # GPTQ's writers give every matrix one; zeros add nothing
        found = [e for e in EMBEDDINGS if e in self._tensors]
        return name == HEAD and bool(found) and self._head_is(found[0])

    def _head_is(self, embedding_name: str) -> bool:
        """Whether an unasked-for head is the embedding once more, as checkpoints with tied embeddings often save it.

        Rows evenly over the vocabulary are compared: a head trained on its own differs in all of them, and reading
        both whole would cost every start a tenth of a second.
        """
        head, embedding = self._tensors[HEAD], self._tensors[embedding_name]
        same = False
        if isinstance(head, Tensor) and isinstance(embedding, Tensor) and head.shape == embedding.shape:
            rows = np.unique(np.linspace(0, head.shape[0] - 1, COMPARED_ROWS).astype(np.int64))
            alike = np.array_equal(_bytes(head.bits[rows]), _bytes(embedding.bits[rows]))
            same = alike and head.dtype == embedding.dtype
        if not same:
            raise CheckpointError(
                f"{self._tensors.path(HEAD)}: {HEAD!r} differs from {embedding_name!r}, but config.json says they are "
                "tied. Set tie_word_embeddings to false in config.json if the head was trained on its own."
            )
        return True


def _runs(parts: Sequence[Tensor | Coded]) -> list[slice]:
    """Stretches of parts that can be one weight: all floats, or all on one grid."""
    kinds = [None if isinstance(p, Tensor) else (p.grid, None if p.order is None else p.order.tobytes()) for p in parts]
    begins = [i for i in range(len(parts)) if i == 0 or kinds[i] != kinds[i - 1]]
    return [slice(a, b) for a, b in zip(begins, [*begins[1:], len(parts)], strict=True)]


def _bytes(rows: Any) -> Any:
    # As bits: a NaN is equal to itself.
    return np.ascontiguousarray(rows).view(np.uint8)
