"""`from_pretrained`: from a name to a model that chats, and to its tokenizer."""

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from qwenchat import tiny
from qwenchat.chat.cache_size import cache_size
from qwenchat.chat.generation import GenerationConfig
from qwenchat.chat.model import ChatModel
from qwenchat.chat.options import SOURCE, Source, check_device, dtype_from, refuse_unknown, source_from
from qwenchat.chat.tokenizer import ChatTokenizer
from qwenchat.checkpoints import (
    PATIENCE_S,
    Adapter,
    Checkpoint,
    PackStore,
    TensorFiles,
    Weights,
    bar,
    default_cache_dir,
    open_adapter,
    open_checkpoint,
    own_format,
    resolve,
)
from qwenchat.engine import MOST_GUESSED, Disk, Engine
from qwenchat.kernels import Format, Kept
from qwenchat.models import build, config_from
from qwenchat.prompts import ChatTemplate, FirstTemplate, default_template
from qwenchat.protocol.errors import InvalidValue
from qwenchat.tokens import load_tokenizer

if TYPE_CHECKING:
    from qwenchat.kernels.cpu import Cpu

_log = logging.getLogger(__name__)

QUANTIZATIONS = ("int8", "int4")
CACHES: tuple[Kept, ...] = ("bf16", "int8", "fp32")
MODEL_KEYWORDS = (
    *SOURCE, "adapter", "bf16", "cache", "cache_gib", "device_map", "disk_cache_gib", "dtype", "fp16", "fp32",
    "quantization", "speculative_tokens", "threads", "torch_dtype",
)  # fmt: skip
FIRST_QWEN = "qwen"  # its model type; what came later says its own template and window
FIRST_WINDOW = 6144  # `make_context`'s own, in tokens


class AutoModelForCausalLM:
    """Makes models; there are none of this class itself."""

    @classmethod
    def from_pretrained(cls, pretrained_model_name_or_path: Any, **keywords: Any) -> ChatModel:
        """The model of a folder, a GGUF file, a hub name, or `"tiny"`.

        `dtype` (or `torch_dtype`): "auto", "float32", "bfloat16", "float16"; `quantization`: "int8" or
        "int4";
        `device_map`: "auto" or "cpu"; `threads`: cores to use, all by default; `cache_gib`: memory for the
        conversations' keys and values; `cache`: how they are kept, "int8" (half the memory, faster behind a long
        history), "bf16" or "fp32", by default as precise as the model; `disk_cache_gib`: disk on which computed
        prompts wait for the next start; `adapter`: the folder of a LoRA adapter, in PEFT's layout, for every answer,
        or {name: folder, ...}: then each answer says, by `adapter="name"`, which it wants, or has none;
        `speculative_tokens`: how many may be guessed ahead and checked in one step, where that is believed to pay
        (8; 0 for none): it changes no text; `revision`,
        `cache_dir`, `token`, `local_files_only` as in huggingface_hub.
        Raises InvalidValue for a keyword that can't be served, CheckpointError for a checkpoint that can't.
        """
        running = running_from(keywords)
        source = source_from(pretrained_model_name_or_path, keywords)
        checkpoint = open_checkpoint(folder_of(source))
        return _load(checkpoint, source.name, running, _adapters(keywords.get("adapter")))


class AutoTokenizer:
    """Makes tokenizers; there are none of this class itself."""

    @classmethod
    def from_pretrained(cls, pretrained_model_name_or_path: Any, **keywords: Any) -> ChatTokenizer:
        """The tokenizer, and the chat template, of a folder, a hub name, or `"tiny"`; keywords as for the model."""
        refuse_unknown(keywords, MODEL_KEYWORDS)
        source = source_from(pretrained_model_name_or_path, keywords)
        checkpoint = open_checkpoint(folder_of(source))
        vocabulary = load_tokenizer(checkpoint.folder, default_cache_dir())
        template = _template(checkpoint, list(vocabulary.added))
        return ChatTokenizer(vocabulary, template, source.name, checkpoint.folder)


def _template(checkpoint: Checkpoint, added: list[str]) -> ChatTemplate | FirstTemplate:
    if checkpoint.template is not None:
        return ChatTemplate(checkpoint.template, added)
    return FirstTemplate() if checkpoint.config.model_type == FIRST_QWEN else default_template(added)


def generation_config_of(name: Any, keywords: dict[str, Any]) -> GenerationConfig:
    """The generation defaults that a checkpoint ships."""
    refuse_unknown(keywords, SOURCE)
    return _defaults(open_checkpoint(folder_of(source_from(name, keywords))))


def folder_of(source: Source) -> Path:
    """The checkpoint's folder on this machine; a hub name is downloaded first."""
    if source.name == "tiny":
        if source.revision not in (None, "main"):
            raise InvalidValue("revision", source.revision, "tiny is part of the package and has no other than 'main'")
        return tiny.folder()
    return resolve(
        source.name,
        revision=source.revision,
        cache_dir=source.cache_dir,
        token=source.token,
        local_files_only=source.local_files_only,
    )


def _at_least(name: str, value: Any, least: int) -> int | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < least):
        raise InvalidValue(name, value, f"a whole number, at least {least}, is needed")
    return value


def _defaults(checkpoint: Checkpoint) -> GenerationConfig:
    window = {"max_window_size": FIRST_WINDOW} if checkpoint.config.model_type == FIRST_QWEN else {}
    unsaid = {key: value for key, value in window.items() if key not in checkpoint.generation.served}
    try:
        return GenerationConfig(**unsaid, **checkpoint.generation.served, eos_token_id=list(checkpoint.eos_ids))
    except InvalidValue as e:
        raise InvalidValue(f"{checkpoint.folder}/generation_config.json: {e.param}", e.value, e.allowed) from None


def _gib(name: str, keywords: Mapping[str, Any]) -> float | None:
    value = keywords.get(name)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float) or value <= 0):
        raise InvalidValue(name, value, "a positive number of GiB is needed")
    return value


class Adapters(Struct, frozen=True):
    """Opened adapters by name, and the name of the one for answers that don't say."""

    by_name: Mapping[str, Adapter]
    usual: str | None = None


def _adapters(given: Any) -> Adapters:
    if given is None:
        return Adapters({})
    if isinstance(given, str | os.PathLike):
        adapter = open_adapter(Path(given))
        return Adapters({adapter.folder.name: adapter}, adapter.folder.name)
    if not isinstance(given, Mapping) or not all(name and isinstance(name, str) for name in given):
        raise InvalidValue("adapter", given, "a folder is needed, or a mapping of names to folders")
    return Adapters({name: open_adapter(Path(folder)) for name, folder in given.items()})


class Running(Struct, frozen=True):
    """How a model is to run; None leaves a choice open."""

    fmt: Any
    n_threads: int | None
    n_guessed: int
    kept: Kept | None
    cache_gib: float | None
    disk_gib: float | None


def running_from(keywords: Mapping[str, Any]) -> Running:
    """What `from_pretrained`'s keywords say of running; nothing is read or loaded. Raises InvalidValue."""
    refuse_unknown(keywords, MODEL_KEYWORDS)
    check_device(keywords.get("device_map"))
    dtype, quantization, kept = dtype_from(keywords), keywords.get("quantization"), keywords.get("cache")
    if quantization is not None and quantization not in QUANTIZATIONS:
        raise InvalidValue("quantization", quantization, f"known: None, {', '.join(map(repr, QUANTIZATIONS))}")
    if kept is not None and kept not in CACHES:
        raise InvalidValue("cache", kept, f"known: None, {', '.join(map(repr, CACHES))}")
    n_guessed = _at_least("speculative_tokens", keywords.get("speculative_tokens"), 0)
    return Running(
        quantization or dtype,
        _at_least("threads", keywords.get("threads"), 1),
        MOST_GUESSED if n_guessed is None else n_guessed,
        kept,
        _gib("cache_gib", keywords),
        _gib("disk_cache_gib", keywords),
    )


def _load(checkpoint: Checkpoint, name: str, running: Running, adapters: Adapters) -> ChatModel:
    from qwenchat.kernels.cpu import Cpu

    config = config_from(checkpoint.config.raw)
    if config.unknown:
        # Extra keys are common and mostly idle, so the checkpoint is served; but one may have meant something.
        _log.warning("%s: not known here, and not used: %s", checkpoint.config.path, ", ".join(config.unknown))
    kernels, tensors = Cpu(running.n_threads), checkpoint.tensors()
    if running.fmt in QUANTIZATIONS and tensors.coded():
        raise InvalidValue("quantization", running.fmt, "this checkpoint is quantised already; leave it out")
    chosen: Format = running.fmt or own_format(checkpoint, tensors)
    opened = list(adapters.by_name.values())
    with bar(f"loading {name}", sum(file.n_bytes for file in tensors.files), None, PATIENCE_S) as advance:
        weights = Weights(tensors, kernels, chosen, PackStore(default_cache_dir()), opened, advance)
        model = build(config, weights, kernels, ahead=running.n_guessed > 0)
        weights.finish()
    # fp16 keeps its history in fp32: bf16 would lose bits that the checkpoint has.
    kept = running.kept or ("fp32" if chosen in ("fp32", "fp16") else "bf16")
    n_blocks, n_states = cache_size(model.memory, config.n_positions, kept, running.cache_gib)
    if running.disk_gib is not None and n_states:
        why = "this model's layers keep states, which only memory holds; leave it out"
        raise InvalidValue("disk_cache_gib", running.disk_gib, why)
    cache = kernels.cache(model.memory, n_blocks, kept, n_states)
    disk = None
    if running.disk_gib is not None:
        # An adapter is a number there, and another start may give it to another one.
        formats = " ".join([chosen, kept, *(adapter.digest() for adapter in opened)])
        disk = _disk(running.disk_gib, tensors, formats, kernels)
    engine = Engine(model, kernels, cache, disk=disk, n_adapters=len(opened), n_guessed=running.n_guessed)
    return ChatModel(engine, _defaults(checkpoint), name, tuple(adapters.by_name), adapters.usual)


def _disk(disk_gib: float, tensors: TensorFiles, formats: str, kernels: "Cpu") -> Disk:
    """Where computed prompts of these weights are kept, beside the packed weights."""
    packs = default_cache_dir()
    weights = PackStore(packs).path(tensors, "bf16", "prefixes").stem
    return Disk(packs.parent / "prefixes", f"{weights} {formats} {kernels.build}", int(disk_gib * 2**30))
