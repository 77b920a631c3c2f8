"""The keywords people bring to `from_pretrained`: served, harmless, or refused by name."""

from collections.abc import Collection, Mapping
from typing import Any

from msgspec import Struct

from qwenchat.protocol.errors import InvalidValue, unknown_name

# Changes nothing here, whatever its value: nothing of it could alter an answer.
HARMLESS = {
    "attn_implementation": "attention is exact here, in one implementation",
    "clean_up_tokenization_spaces": "decoding never changes spaces",
    "fast": "there is one tokenizer",
    "legacy": "there is one tokenizer",
    "low_cpu_mem_usage": "weights are always mapped, not copied",
    "offload_buffers": "nothing is offloaded",
    "offload_folder": "nothing is offloaded",
    "padding_side": "nothing is padded",
    "resume_download": "downloads always resume",
    "trust_remote_code": "code from a checkpoint never runs",
    "use_fast": "there is one tokenizer",
    "use_flash_attn": "attention is exact here, in one implementation",
    "use_safetensors": "weights are always read from safetensors",
}
# Accepted only at values that ask for nothing.
NEUTRAL: Mapping[str, tuple[Any, ...]] = {
    "code_revision": (None,),
    "device": (None, "cpu"),
    "force_download": (None, False),
    "from_flax": (None, False),
    "from_tf": (None, False),
    "ignore_mismatched_sizes": (None, False),
    "load_in_4bit": (None, False),
    "load_in_8bit": (None, False),
    "max_memory": (None,),
    "output_loading_info": (None, False),
    "proxies": (None,),
    "quantization_config": (None,),
    "subfolder": (None, ""),
    "tp_plan": (None,),
    "use_cache": (None, True),
    "variant": (None,),
}
HINTS = {
    "load_in_4bit": "say quantization='int4'",
    "load_in_8bit": "say quantization='int8'",
    "quantization_config": "say quantization='int8' or 'int4'",
    "device": "only the CPU is served so far",
    "proxies": "set HTTPS_PROXY in the environment",
}


def refuse_unknown(given: Mapping[str, Any], served: Collection[str]) -> None:
    """Raise InvalidValue for the first keyword that is neither served, nor harmless, nor at a neutral value."""
    for name, value in given.items():
        if name in served or name in HARMLESS:
            continue
        if name in NEUTRAL:
            if not any(value is v or value == v for v in NEUTRAL[name]):
                raise InvalidValue(
                    name, value, HINTS.get(name, f"not served; leave it out or say {NEUTRAL[name][-1]!r}")
                )
            continue
        raise unknown_name(name, (*served, *HARMLESS, *NEUTRAL), "keyword of from_pretrained")


class Source(Struct, frozen=True):
    """Where a checkpoint comes from."""

    name: str
    revision: str | None = None
    cache_dir: str | None = None
    token: str | bool | None = None
    local_files_only: bool = False


SOURCE = ("revision", "cache_dir", "token", "use_auth_token", "local_files_only")


def source_from(name: object, given: Mapping[str, Any]) -> Source:
    """The source part of `from_pretrained`'s keywords."""
    text = str(name) if hasattr(name, "__fspath__") else name
    if not isinstance(text, str) or not text:
        raise InvalidValue("pretrained_model_name_or_path", name, "a folder, a hub name or 'tiny' is needed")
    token = given.get("token")
    return Source(
        name=text,
        revision=given.get("revision"),
        cache_dir=None if given.get("cache_dir") is None else str(given["cache_dir"]),
        token=given.get("use_auth_token") if token is None else token,
        local_files_only=bool(given.get("local_files_only", False)),
    )


DTYPES = {
    "fp32": "fp32", "float32": "fp32", "float": "fp32",
    "bf16": "bf16", "bfloat16": "bf16",
    "fp16": "fp16", "float16": "fp16", "half": "fp16",
}  # fmt: skip


def dtype_from(given: Mapping[str, Any]) -> str | None:
    """The precision asked for: fp32, bf16, fp16, or None for the checkpoint's own.

    `dtype`, its older spelling `torch_dtype`, and the first Qwen's flags `bf16=True`, `fp16=True`, `fp32=True`.
    """
    asked = {}
    for name in ("dtype", "torch_dtype"):
        value = given.get(name)
        if value is None or value == "auto":
            continue
        word = str(value).removeprefix("torch.")
        if word not in DTYPES:
            raise InvalidValue(name, value, "known: 'auto', 'float32', 'bfloat16', 'float16'")
        asked[name] = DTYPES[word]
    for name in ("bf16", "fp16", "fp32"):
        if given.get(name) not in (None, False, True):
            raise InvalidValue(name, given[name], "True or False is needed")
        if given.get(name):
            asked[name] = name
    if len(set(asked.values())) > 1:
        raise InvalidValue(" and ".join(asked), tuple(asked.values()), "they contradict one another; give one")
    return next(iter(asked.values()), None)


def check_device(device_map: object) -> None:
    """Raise InvalidValue unless the device asked for is one there is: the CPU."""
    asked = device_map
    if isinstance(asked, Mapping) and len(set(asked.values())) == 1:
        asked = next(iter(asked.values()))
    if asked is None or str(asked) in ("auto", "cpu", "balanced", "sequential"):
        return
    raise InvalidValue("device_map", device_map, "only 'auto' and 'cpu' are served; there is no GPU voice yet")
