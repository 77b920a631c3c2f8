"""A checkpoint folder: everything in it that is small, read and checked; its tensors when asked."""

import os
from math import prod
from pathlib import Path
from typing import Final

from msgspec import Struct

from qwenchat.checkpoints.config import FILE as CONFIG
from qwenchat.checkpoints.config import Config, read_config
from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.generation import GenerationDefaults, read_generation, token_ids
from qwenchat.checkpoints.safetensors import LFS_START
from qwenchat.checkpoints.shards import TensorFiles, open_tensors
from qwenchat.checkpoints.template import read_template
from qwenchat.kernels.words import Format, Tensor

TEXT_FILES: Final = ("tokenizer.json", "vocab.json", "merges.txt", "qwen.tiktoken")


class Checkpoint(Struct, frozen=True):
    """An opened checkpoint folder, or GGUF file."""

    folder: Path  # or the file
    config: Config
    generation: GenerationDefaults
    template: str | None  # the chat template's Jinja text
    eos_ids: tuple[int, ...]  # ids that end an answer: those of generation_config.json, then those of config.json

    def tensors(self) -> TensorFiles:
        """The weights, mapped; every header is checked here."""
        return open_tensors(self.folder, self.config.packing)


def open_checkpoint(folder: Path) -> Checkpoint:
    """The checkpoint in `folder`, which may be a GGUF file; CheckpointError saying what is wrong and what to do."""
    if folder.suffix.lower() == ".gguf" and folder.is_file():
        return _open_gguf(folder)
    _check_folder(folder)
    config = read_config(folder)
    generation = read_generation(folder)
    eos_ids = (
        *generation.eos_ids,
        *token_ids(config.raw, "eos_token_id", config.path),
        *token_ids(config.text, "eos_token_id", config.path),
    )
    for name in TEXT_FILES:
        _refuse_pointer(folder / name)
    return Checkpoint(folder, config, generation, read_template(folder), tuple(dict.fromkeys(eos_ids)))


def _open_gguf(path: Path) -> Checkpoint:
    from qwenchat.checkpoints.gguf_config import gguf_config, gguf_defaults
    from qwenchat.checkpoints.gguf_parts import gguf_parts

    parts = gguf_parts(path)
    file = parts[0]
    generation = gguf_defaults(file)
    template = file.text("tokenizer.chat_template")
    return Checkpoint(path, gguf_config(parts), generation, template, generation.eos_ids)


def own_format(checkpoint: Checkpoint, tensors: TensorFiles) -> Format:
    """The precision the checkpoint was made for: its config's word, else that of its largest tensor."""
    if checkpoint.config.dtype is not None:
        return checkpoint.config.dtype
    largest = max(tensors, key=lambda name: prod(tensors.shape(name)), default=None)
    if largest is None:
        raise CheckpointError(f"{checkpoint.folder}: the weight files hold no tensor")
    found = tensors[largest]
    return found.dtype if isinstance(found, Tensor) else "bf16"  # of what isn't coded: little, and computed in fp32


def _check_folder(folder: Path) -> None:
    if folder.is_file():
        raise CheckpointError(f"{folder}: this is a file; give the folder it is in ({folder.parent}), or a .gguf file")
    if not folder.is_dir():
        raise CheckpointError(f"{folder}: no such folder")
    if (folder / CONFIG).is_file():
        _refuse_pointer(folder / CONFIG)
        return
    try:
        names = sorted(os.listdir(folder))
    except OSError as e:
        raise CheckpointError(f"{folder}: can't be read ({e.strerror or e})") from None
    if any(name.endswith(".gguf") for name in names):
        raise CheckpointError(f"{folder}: a folder with GGUF files; give the one that is meant")
    shown = ", ".join(name[:80] for name in names[:6]) + (" ..." if len(names) > 6 else "")
    raise CheckpointError(
        f"{folder}: no {CONFIG}. This folder has {shown or 'nothing in it'}; a checkpoint folder has {CONFIG}, the "
        "weights (model.safetensors, or shards and their index) and the tokenizer's files."
    )


def _refuse_pointer(path: Path) -> None:
    try:
        with path.open("rb") as f:
            start = f.read(len(LFS_START))
    except OSError:
        return  # absent; whoever needs it says so
    if start == LFS_START:
        raise CheckpointError(
            f"{path}: only a Git LFS pointer. Run `git lfs pull` in {path.parent}, or give the model's hub name to "
            "download it."
        )
