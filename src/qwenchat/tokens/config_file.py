"""tokenizer_config.json: what it adds to, or changes about, the vocabulary files beside it."""

from pathlib import Path

from msgspec import Struct

from qwenchat.tokens.added_tokens import from_decoder
from qwenchat.tokens.errors import TokenizerError
from qwenchat.tokens.files import read_object
from qwenchat.tokens.patterns import pattern_name
from qwenchat.tokens.vocabulary import AddedToken

FILE_NAME = "tokenizer_config.json"

# Fields that would change the ids. The file's many others (chat template, names of special tokens, padding,
# limits, clean-up of decoded text, which we never do) are for other readers.
_MUST_BE_OFF = ("add_prefix_space", "add_bos_token", "add_eos_token", "split_special_tokens")
_QWEN_CLASSES = ("Qwen2Tokenizer", "Qwen2TokenizerFast", "QWenTokenizer")


class TokenizerConfig(Struct, frozen=True):
    """The fields that matter here; None where the file has none."""

    added: tuple[AddedToken, ...] | None = None
    pattern: str | None = None
    tokenizer_class: str | None = None


def read_config(folder: Path) -> TokenizerConfig:
    """The folder's tokenizer_config.json; an absent one says nothing."""
    path = folder / FILE_NAME
    if not path.is_file():
        return TokenizerConfig()
    fields = read_object(path)
    for name in _MUST_BE_OFF:
        if fields.get(name) not in (None, False):
            raise TokenizerError(f"{path}: {name}: {fields[name]!r:.80} is not supported, only false")
    added = fields.get("added_tokens_decoder")
    pattern = fields.get("pretokenize_regex")
    tokenizer_class = fields.get("tokenizer_class")
    return TokenizerConfig(
        added=None if added is None else from_decoder(added, f"{path}: added_tokens_decoder"),
        pattern=None if pattern is None else pattern_name(pattern, f"{path}: pretokenize_regex"),
        tokenizer_class=tokenizer_class if isinstance(tokenizer_class, str) else None,
    )


def implied_pattern(config: TokenizerConfig, path: Path) -> str:
    """The pattern for a vocabulary file that names none; only Qwen's own tokenizer classes imply one."""
    if config.pattern is not None:
        return config.pattern
    if config.tokenizer_class not in (None, *_QWEN_CLASSES):
        raise TokenizerError(
            f"{path.parent / FILE_NAME}: tokenizer_class: {config.tokenizer_class!r} is not one of "
            f"{', '.join(_QWEN_CLASSES)}, so the pattern for {path.name} is unknown"
        )
    return "qwen2"
