"""qwen.tiktoken, the vocabulary file of Qwen's first release: tokens in rank order, without merges."""

from array import array
from binascii import Error, a2b_base64
from pathlib import Path

from qwenchat.tokens._bpe import derive_merges
from qwenchat.tokens.config_file import implied_pattern, read_config
from qwenchat.tokens.errors import TokenizerError
from qwenchat.tokens.files import MAX_TOKEN_BYTES, MAX_TOKENS, read_bytes
from qwenchat.tokens.vocabulary import AddedToken, TextRules, Vocabulary

FILE_NAME = "qwen.tiktoken"

# The first release keeps its special tokens in its code; they follow the last rank.
_CONTROLS = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
_N_EXTRAS = 205


def read_tiktoken(folder: Path) -> Vocabulary:
    """The folder's qwen.tiktoken, with tokenizer_config.json's added tokens or, without any, the first release's."""
    path = folder / FILE_NAME
    tokens = _ranked_tokens(path)
    config = read_config(folder)
    added = _first_release(len(tokens)) if config.added is None else config.added
    for token in added:
        if token.id < len(tokens):
            raise TokenizerError(f"{path}: the added token {token.text!r} has the id of a rank, {token.id}")
    rules = TextRules(implied_pattern(config, path), nfc=True, added=added)
    byte_ids = {token[0]: rank for rank, token in enumerate(tokens) if len(token) == 1}
    if len(byte_ids) != 256:
        raise TokenizerError(f"{path}: {256 - len(byte_ids)} of the 256 bytes have no token")
    try:
        left, right, merged = (array("I", ids) for ids in derive_merges(tokens))
    except ValueError as error:
        raise TokenizerError(f"{path}: {error}") from None
    by_id = dict(enumerate(tokens)) | {token.id: token.text.encode() for token in added}
    return Vocabulary(
        by_id, array("I", (byte_ids[byte] for byte in range(256))), (left, right, merged), rules, str(path)
    )


def _ranked_tokens(path: Path) -> list[bytes]:
    lines = read_bytes(path).split(b"\n")
    if len(lines) > MAX_TOKENS:
        raise TokenizerError(f"{path}: {len(lines)} lines are too many (at most {MAX_TOKENS})")
    tokens: list[bytes] = []
    for number, line in enumerate(lines, start=1):
        if not line:
            continue
        try:
            spelled, rank = line.split()
            token = a2b_base64(spelled, strict_mode=True)
        except (ValueError, Error):
            raise TokenizerError(f"{path}: line {number}: must be base64 and a rank, not {line!r:.80}") from None
        if rank != b"%d" % len(tokens) or not 0 < len(token) <= MAX_TOKEN_BYTES:
            raise TokenizerError(f"{path}: line {number}: expected rank {len(tokens)}, not {line!r:.80}")
        tokens.append(token)
    return tokens


def _first_release(n_ranks: int) -> tuple[AddedToken, ...]:
    texts = (*_CONTROLS, *(f"<|extra_{n}|>" for n in range(_N_EXTRAS)))
    # That release normalises the whole text before it looks for them.
    return tuple(AddedToken(text, n_ranks + n, special=True, normalized=True) for n, text in enumerate(texts))
