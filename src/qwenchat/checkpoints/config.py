"""config.json: read and bounded here; what its keys mean to an architecture is that model's own business."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from msgspec import Struct

from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.json_object import read_json_object
from qwenchat.checkpoints.parts import Packing
from qwenchat.kernels.words import Dtype

FILE: Final = "config.json"
QUANTISED: Final = "quantize_config.json"  # where AutoGPTQ wrote how, before config.json had a place for it
_DTYPES: Final[dict[str, Dtype]] = {"float32": "fp32", "bfloat16": "bf16", "float16": "fp16"}


class Config(Struct, frozen=True):
    """A config.json: `raw` as it stands, and the two keys every model has."""

    path: Path
    raw: Mapping[str, Any]
    model_type: str
    dtype: Dtype | None  # the checkpoint's own precision; None where the file doesn't say
    packing: Packing | None = None  # how quantised matrices lie in the files

    @property
    def text(self) -> Mapping[str, Any]:
        """The text model's part, where a model of text and pictures nests it; else the whole."""
        return text_part(self.raw)


def read_config(folder: Path) -> Config:
    """The config of the checkpoint in `folder`; CheckpointError naming the key and the file."""
    path = folder / FILE
    raw = read_json_object(path)
    model_type = raw.get("model_type")
    if not isinstance(model_type, str) or not model_type:
        raise CheckpointError(f"{path}: the key 'model_type' is missing (text, for instance 'qwen3')")
    return Config(path, MappingProxyType(raw), model_type, _dtype(raw, path), _packing(raw, path))


def text_part(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    """The text model's part of a config."""
    nested = raw.get("text_config")
    return nested if isinstance(nested, Mapping) else raw


def _packing(raw: Mapping[str, Any], path: Path) -> Packing | None:
    beside = path.parent / QUANTISED
    if raw.get("quantization") is None and raw.get("quantization_config") is None and not beside.is_file():
        return None
    # Most have no use for it, and a start counts milliseconds.
    from qwenchat.checkpoints.quantisation import packing_from

    return packing_from(raw, path, beside)


def _dtype(raw: Mapping[str, Any], path: Path) -> Dtype | None:
    if all(raw.get(key) is None for key in ("dtype", "torch_dtype")):
        raw = text_part(raw)
    key = "dtype" if raw.get("dtype") is not None else "torch_dtype"  # transformers 5, and before
    said = raw.get(key)
    if said is None:
        return None
    found = _DTYPES.get(said.removeprefix("torch.")) if isinstance(said, str) else None
    if found is None:
        raise CheckpointError(f"{path}: {key} is {str(said)[:60]!r}; {', '.join(_DTYPES)} are served")
    return found
