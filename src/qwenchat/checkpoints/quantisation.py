"""What config.json says of quantised weights: which published format they have, checked, or why it isn't served."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from qwenchat.checkpoints.awq import Awq
from qwenchat.checkpoints.errors import CheckpointError
from qwenchat.checkpoints.fp8 import BLOCK, Fp8
from qwenchat.checkpoints.gptq import Gptq
from qwenchat.checkpoints.json_object import read_json_object
from qwenchat.checkpoints.mlx import Affine, Mlx
from qwenchat.checkpoints.mlx_hybrid import MlxHybrid, is_hybrid, known_name
from qwenchat.checkpoints.parts import Packing
from qwenchat.checkpoints.zeros import GROUPS, served_group
from qwenchat.models.fields import ConfigError, Fields

_log = logging.getLogger(__name__)

# How the weights were found, and what other programs do with them. Which modules stayed floats, their tensors say.
HARMLESS: Final = frozenset(
    "backend batch_size block_name_to_quantize cache_block_outputs damp_auto_increment damp_percent dataset desc_act"
    " disable_exllama do_fuse exllama_config fuse_max_seq_len lm_head max_input_length meta model_file_base_name"
    " model_name_or_path model_seqlen module_name_preceding_first_block modules_in_block_to_quantize modules_to_fuse"
    " ignored_layers modules_to_not_convert pad_token_id static_groups sym tokenizer true_sequential use_cuda_fp16"
    " use_exllama".split()
)


def packing_from(raw: Mapping[str, Any], path: Path, beside: Path) -> Packing:
    """The format of the quantised matrices, by the config `raw` in the file `path`, or else by the file `beside`."""
    try:
        if raw.get("quantization") is not None:
            return _mlx(raw, Fields(raw, str(path)).inside("quantization"))
        if raw.get("quantization_config") is not None:
            return _by_method(Fields(raw, str(path)).inside("quantization_config"))
        return _by_method(Fields({"quant_method": "gptq", **read_json_object(beside)}, str(beside)))
    except ConfigError as e:
        raise CheckpointError(str(e)) from None


def _by_method(c: Fields) -> Packing:
    method = _one_of(c, "quant_method", ("awq", "fp8", "gptq"))
    made = {"awq": _awq, "fp8": _fp8, "gptq": _gptq}[method](c)
    unknown = [key for key in c.left() if key not in HARMLESS]
    if unknown:
        _log.warning("%s: not known here, and not used: %s", c.where, ", ".join(unknown))
    return made


def _gptq(c: Fields) -> Packing:
    bits = _one_of(c, "bits", (4, 8))
    form = _one_of(c, "checkpoint_format", ("gptq", "gptq_v2"), c.value("format", "gptq"))
    _one_of(c, "pack_dtype", ("int32",), "int32")
    own = [key for key in c.mapping("dynamic") or {} if not key.startswith("-:")]
    if own:
        raise ConfigError(f"{c.where}: dynamic gives {own[0]!r:.80} bits of its own; only '-:', left out, is served")
    return Gptq(bits, _group(c), less=1 if form == "gptq" else 0)


def _awq(c: Fields) -> Packing:
    _one_of(c, "bits", (4,))
    _one_of(c, "version", ("gemm", "GEMM"), "gemm")
    _one_of(c, "zero_point", (True,), True)
    return Awq(_group(c))


def _fp8(c: Fields) -> Packing:
    _one_of(c, "fmt", ("e4m3",), "e4m3")
    _one_of(c, "activation_scheme", ("dynamic",), "dynamic")  # else they have scales of their own in the files
    _one_of(c, "weight_block_size", ([BLOCK, BLOCK],))
    return Fp8()


def _mlx(raw: Mapping[str, Any], c: Fields) -> Packing:
    """The usual bits and groups, and under their names those of modules that have others."""
    usual, others = _affine(c), {}
    for name in c.left():
        said = c.value(name)
        if isinstance(said, Mapping):
            others[name] = _affine(c.inside(name), usual)
        elif not isinstance(said, bool):  # whether it is quantised at all: its tensors say
            raise ConfigError(f"{c.where}: {name} is {said!r:.80}; known beside a module's bits and group_size: mode")
    if not is_hybrid(raw):
        return Mlx(usual, others)
    nested = raw.get("text_config") is not None
    return MlxHybrid(usual, {known_name(name, nested): other for name, other in others.items()}, nested)


def _affine(c: Fields, usual: Affine | None = None) -> Affine:
    _one_of(c, "mode", ("affine",), "affine")
    bits = _one_of(c, "bits", (4, 8), usual and usual.bits)
    return Affine(bits, _one_of(c, "group_size", GROUPS, usual.group if usual else 64))


def _group(c: Fields) -> int:
    found = c.value("group_size", 128)
    if type(found) is not int or not served_group(found):
        raise ConfigError(f"{c.where}: group_size is {found!r}; known: -1, 32, 64 and multiples of 128")
    return found


def _one_of(c: Fields, key: str, known: tuple[Any, ...], default: Any = None) -> Any:
    found = c.value(key, default)
    if not any(found == one and type(found) is type(one) for one in known):
        raise ConfigError(f"{c.where}: {key} is {found!r:.80}; known: {', '.join(map(repr, known))}")
    return found
