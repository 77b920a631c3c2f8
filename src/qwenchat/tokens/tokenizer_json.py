"""tokenizer.json, the `tokenizers` library's own format, which says everything about a tokenizer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qwenchat.tokens.added_tokens import from_list, unique
from qwenchat.tokens.config_file import read_config
from qwenchat.tokens.errors import TokenizerError
from qwenchat.tokens.files import MAX_TOKENS, as_list, as_object, read_object, refuse_others
from qwenchat.tokens.patterns import pattern_name
from qwenchat.tokens.spellings import from_spellings
from qwenchat.tokens.vocabulary import TextRules, Vocabulary

FILE_NAME = "tokenizer.json"

_ANY: tuple[object, ...] = ()
_FIELDS: dict[str, tuple[object, ...]] = {
    "version": ("1.0",),
    "truncation": _ANY,  # set anew by transformers for each call
    "padding": _ANY,  # likewise
    "added_tokens": _ANY,
    "normalizer": _ANY,
    "pre_tokenizer": _ANY,
    "post_processor": _ANY,
    "decoder": _ANY,
    "model": _ANY,
}
_MODEL_FIELDS: dict[str, tuple[object, ...]] = {
    "type": ("BPE",),
    "vocab": _ANY,
    "merges": _ANY,
    "dropout": (None, 0.0),
    "unk_token": _ANY,  # every byte has a token, so nothing is unknown
    "fuse_unk": _ANY,
    "continuing_subword_prefix": (None, ""),
    "end_of_word_suffix": (None, ""),
    "byte_fallback": (False,),
    "ignore_merges": (False,),
}
_SPLIT_FIELDS: dict[str, tuple[object, ...]] = {
    "type": ("Split",),
    "pattern": _ANY,
    "behavior": ("Isolated",),
    "invert": (False,),
}
_BYTE_LEVEL_FIELDS: dict[str, tuple[object, ...]] = {
    "type": ("ByteLevel",),
    "add_prefix_space": (False,),
    "trim_offsets": _ANY,  # offsets are not ids
    "use_regex": (False,),
}
# As decoder or post-processor these change offsets at most.
_BYTE_LEVEL_OUTPUT_FIELDS = dict.fromkeys(_BYTE_LEVEL_FIELDS, _ANY) | {"type": ("ByteLevel",)}


def read_tokenizer_json(folder: Path) -> Vocabulary:
    """The folder's tokenizer.json, with the added tokens that only tokenizer_config.json names."""
    path = folder / FILE_NAME
    fields = read_object(path)
    refuse_others(fields, _FIELDS, f"{path}")
    config = read_config(folder)
    added = from_list(fields.get("added_tokens") or [], f"{path}: added_tokens")
    rules = TextRules(
        pattern=_pattern(fields.get("pre_tokenizer"), f"{path}: pre_tokenizer"),
        nfc=_nfc(fields.get("normalizer"), f"{path}: normalizer"),
        added=unique((*added, *(config.added or ())), str(path)),
    )
    if config.pattern not in (None, rules.pattern):
        raise TokenizerError(f"{path}: pre_tokenizer: its pattern is not tokenizer_config.json's pretokenize_regex")
    _check_byte_level(fields.get("decoder"), f"{path}: decoder")
    if fields.get("post_processor") is not None:
        _check_byte_level(fields["post_processor"], f"{path}: post_processor")
    model = as_object(fields.get("model"), f"{path}: model")
    refuse_others(model, _MODEL_FIELDS, f"{path}: model")
    ids = as_object(model.get("vocab"), f"{path}: model.vocab")
    merges = as_list(model.get("merges"), f"{path}: model.merges")
    if len(merges) > MAX_TOKENS:
        raise TokenizerError(f"{path}: model.merges: {len(merges)} are too many (at most {MAX_TOKENS})")
    return from_spellings(ids, _pairs(merges, f"{path}: model.merges"), rules, f"{path}: model")


def _nfc(normalizer: object, where: str) -> bool:
    if normalizer is None:
        return False
    fields = as_object(normalizer, where)
    if fields.get("type") == "Sequence":
        refuse_others(fields, {"type": ("Sequence",), "normalizers": _ANY}, where)
        steps = as_list(fields.get("normalizers"), f"{where}.normalizers")
        found = [_nfc(step, f"{where}.normalizers[{at}]") for at, step in enumerate(steps)]  # each is checked
        return any(found)
    refuse_others(fields, {"type": ("NFC",)}, where)
    return "type" in fields


def _pattern(pre_tokenizer: object, where: str) -> str:
    fields = as_object(pre_tokenizer, where)
    refuse_others(fields, {"type": ("Sequence",), "pretokenizers": _ANY}, where)
    steps = as_list(fields.get("pretokenizers"), f"{where}.pretokenizers")
    if len(steps) != 2:
        raise TokenizerError(f"{where}.pretokenizers: must be Split and ByteLevel, not {len(steps)} steps")
    split = as_object(steps[0], f"{where}.pretokenizers[0]")
    _check_all(split, _SPLIT_FIELDS, f"{where}.pretokenizers[0]")
    _check_all(as_object(steps[1], f"{where}.pretokenizers[1]"), _BYTE_LEVEL_FIELDS, f"{where}.pretokenizers[1]")
    pattern = as_object(split["pattern"], f"{where}.pretokenizers[0].pattern")
    return pattern_name(pattern.get("Regex"), f"{where}.pretokenizers[0].pattern.Regex")


def _check_byte_level(step: object, where: str) -> None:
    fields = as_object(step, where)
    refuse_others(fields, _BYTE_LEVEL_OUTPUT_FIELDS, where)
    if "type" not in fields:
        raise TokenizerError(f"{where}.type: is missing")


def _check_all(fields: dict[str, Any], served: dict[str, tuple[object, ...]], where: str) -> None:
    refuse_others(fields, served, where)
    for name, choices in served.items():
        # The library's own defaults for an absent field are not these; what may have any value may be absent.
        if name not in fields and (choices or name == "pattern"):
            raise TokenizerError(f"{where}.{name}: is missing")


def _pairs(merges: list[Any], where: str) -> Iterator[tuple[str, str]]:
    for rank, merge in enumerate(merges):
        parts = merge.split(" ") if isinstance(merge, str) else merge
        if type(parts) is not list or len(parts) != 2 or type(parts[0]) is not str or type(parts[1]) is not str:
            raise TokenizerError(f"{where}[{rank}]: must be two tokens, not {merge!r:.80}")
        yield parts[0], parts[1]
