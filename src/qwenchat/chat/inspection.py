"""What a checkpoint is, and what it would ask of this machine, without reading its weights."""

from collections.abc import Mapping
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct

from qwenchat.chat.auto import AutoTokenizer
from qwenchat.chat.cache_size import all_state_bytes, token_bytes
from qwenchat.chat.tokenizer import ChatTokenizer
from qwenchat.checkpoints import Checkpoint, TensorFiles, Weights, open_checkpoint, own_format
from qwenchat.kernels import Cache, Format, Plan
from qwenchat.kernels.count import Count
from qwenchat.models import Model, build, config_from
from qwenchat.prompts import TemplateError
from qwenchat.tokens import TokenizerError

N_PAST = 1000  # tokens behind the one that is counted
PROBE_BYTES, PROBE_TIMES = 1 << 28, 3
PRODUCTS = ("linear", "gated", "experts", "logits")  # the words that multiply by weights


class Load(Struct, frozen=True):
    """What one format asks for."""

    fmt: str  # that of the matrices in memory
    weight_bytes: int  # in memory
    read_bytes: int  # for one token with N_PAST behind it


class Inspection(Struct, frozen=True):
    """What there is to say of a checkpoint."""

    folder: Path
    model_type: str
    n_parameters: int
    n_active: int  # multiplied by, for one token
    n_layers: int
    n_hidden: int
    n_vocab: int
    n_positions: int
    file_bytes: int
    weights: str  # how the files keep them
    loads: tuple[Load, ...]  # the checkpoint's own format first
    kilotoken_bytes: int  # keys and values of 1,000 tokens, as bf16
    state_bytes: int  # of a sequence, where layers keep a state
    has_head: bool  # that guesses ahead, beside the one of the vocabulary
    template: str
    thinking: str
    tools: str


class _Unread(TensorFiles):
    """Tensors of which only headers are looked at: the system is asked for none of their pages."""

    def will_need(self, name: str) -> None:
        """Nothing."""

    def drop(self, name: str) -> None:
        """Nothing."""


def inspected(folder: Path) -> Inspection:
    """The checkpoint in `folder`. Raises CheckpointError or ConfigError for one that can't be served."""
    checkpoint = open_checkpoint(folder)
    config = config_from(checkpoint.config.raw)
    opened = checkpoint.tensors()
    tensors = _Unread(opened.files, opened.packing)
    own = own_format(checkpoint, tensors)
    counted = {fmt: _counted(config, tensors, fmt) for fmt in _formats(own, tensors)}
    _, _, model = counted[own]
    memory = model.memory
    return Inspection(
        folder=folder,
        model_type=checkpoint.config.model_type,
        n_parameters=sum(prod(tensors.shape(name)) for name in tensors),
        n_active=sum(counted[own][0].by_word[word].n_operations for word in PRODUCTS if word in counted[own][0].by_word)
        // 2,
        n_layers=config.n_layers,
        n_hidden=config.n_hidden,
        n_vocab=config.n_vocab,
        n_positions=config.n_positions,
        file_bytes=sum(file.n_bytes for file in tensors.files),
        weights=_weights(tensors),
        loads=tuple(
            Load(_kept(tensors) or fmt, count.n_weight_bytes, n_read) for fmt, (count, n_read, _) in counted.items()
        ),
        kilotoken_bytes=1000 * token_bytes(memory, "bf16"),
        state_bytes=all_state_bytes(memory),
        has_head=model.guesses,
        **_forms(checkpoint),
    )


def _weights(tensors: TensorFiles) -> str:
    """The format of quantised weights, or the types of the tensors, what takes most of the files first."""
    return ", ".join(_types(tensors)) if tensors.packing is None else tensors.packing.about


def _kept(tensors: TensorFiles) -> str | None:
    """What quantised matrices stay in memory, shortly; None where there are none."""
    if not tensors.coded():
        return None
    return (_types(tensors)[0] if tensors.packing is None else tensors.packing.about.split(",")[0]).lower()


def _types(tensors: TensorFiles) -> list[str]:
    """The types of the files' tensors, what takes most of them first."""
    sizes: dict[str, int] = {}
    for e in (e for file in tensors.files for e in file.entries.values()):
        sizes[e.dtype] = sizes.get(e.dtype, 0) + e.end - e.begin
    return sorted(sizes, key=lambda dtype: -sizes[dtype])


def read_rate() -> float:
    """Bytes a second that all cores together read from this machine's memory, measured now."""
    from qwenchat.kernels.cpu import Cpu, _cpu

    return _cpu.read_probe(Cpu(), PROBE_BYTES, PROBE_TIMES)


def _formats(own: Format, tensors: TensorFiles) -> tuple[Format, ...]:
    """The formats it can be loaded in, its own first; quantised matrices stay what they are."""
    return (own,) if tensors.coded() else tuple(dict.fromkeys((own, "int8", "int4")))


def _counted(config: Any, tensors: TensorFiles, fmt: Format) -> tuple[Count, int, Model]:
    """The words of one token's step on shapes alone, the bytes they read, and the model."""
    count = Count()
    weights = Weights(tensors, count, fmt)
    model = build(config, weights, count, ahead=True)
    weights.finish()
    cache: Cache = count.cache(model.memory, 1, "bf16", 1)
    one, table = np.zeros(1, np.int32), np.zeros((1, 1), np.int32)
    step = count.step(Plan(one, np.array([0, 1], np.int32), one + np.int32(N_PAST), table, one, states=one), cache)
    model.forward(step, cache)
    return count, count.total.n_bytes, model


def _forms(checkpoint: Checkpoint) -> Mapping[str, Any]:
    """How conversations, thoughts and calls are written."""
    try:
        tokenizer: ChatTokenizer = AutoTokenizer.from_pretrained(checkpoint.folder)
    except (TokenizerError, TemplateError) as error:
        return {"template": f"none that can be used: {error}", "thinking": "unknown", "tools": "unknown"}
    own = "its own" if checkpoint.template is not None else "none of its own: ChatML as the first Qwen had it"
    if not tokenizer.thinks:
        thinking = "none"
    else:
        thinking = "may be switched" if tokenizer.may_switch_thinking else "always"
    tools = "none" if tokenizer.tooling is None else tokenizer.tooling.form.value
    return {"template": own, "thinking": thinking, "tools": tools}
