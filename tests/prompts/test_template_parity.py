"""The ids of every template's prompts equal those of transformers' `apply_chat_template(tokenize=True)`.

The vocabulary is the ranks that dashscope carries, which served every generation up to Qwen3; for later templates
the same ranks do, with their generation's tokens behind them. A missing library fails here, and isn't skipped:
QWENCHAT_PARITY=1 says that the parity extra is installed.
"""

import base64
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import jinja2
import pytest

from qwenchat.prompts import ChatTemplate, Piece, Special, TemplateError, Text, spelled
from tests.prompts.conversations import CASES, Case, non_special, templates, tokens_of

pytestmark = pytest.mark.parity

WORD = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
NAMED = {"eos_token": "<|im_end|>", "pad_token": "<|endoftext|>"}


@cache
def ranks() -> dict[bytes, int]:
    import dashscope

    lines = (Path(dashscope.__file__).parent / "resources" / "qwen.tiktoken").read_bytes().splitlines()
    found = {base64.b64decode(token): int(rank) for token, rank in map(bytes.split, lines)}
    assert len(found) == 151_643
    return found


def halves(token: bytes, rank_of: dict[bytes, int]) -> tuple[bytes, bytes]:
    """The two tokens that merge into `token`, found by merging its bytes with the lower ranks only."""
    parts = [token[i : i + 1] for i in range(len(token))]
    while len(parts) > 2:
        joined = [rank_of.get(a + b, 1 << 30) for a, b in pairwise(parts)]
        at = min(range(len(joined)), key=joined.__getitem__)
        parts[at : at + 2] = [parts[at] + parts[at + 1]]
    return parts[0], parts[1]


@cache
def plain_tokenizer() -> Any:
    """The vocabulary as a byte-level BPE of the tokenizers library, without any added token."""
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers

    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in printable]
    letters = {byte: chr(byte) for byte in printable} | {byte: chr(256 + i) for i, byte in enumerate(others)}

    def written(token: bytes) -> str:
        return "".join(letters[byte] for byte in token)

    rank_of = ranks()
    merges = [tuple(map(written, halves(token, rank_of))) for token in rank_of if len(token) > 1]
    tokenizer = Tokenizer(models.BPE({written(token): rank for token, rank in rank_of.items()}, merges))
    tokenizer.normalizer = normalizers.NFC()
    split = pre_tokenizers.Split(Regex(WORD), "isolated")
    byte_level = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([split, byte_level])
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer


@cache
def reference(tokens: tuple[str, ...]) -> Any:
    """transformers' tokenizer with these special and added tokens; the template is set by the test."""
    from tokenizers import AddedToken, Tokenizer
    from transformers import PreTrainedTokenizerFast

    tokenizer = Tokenizer.from_str(plain_tokenizer().to_str())
    for token in tokens:
        added = AddedToken(token, special=not non_special(token), normalized=False)
        (tokenizer.add_tokens if non_special(token) else tokenizer.add_special_tokens)([added])
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, **NAMED)


def ids_of(pieces: list[Piece], tokenizer: Any) -> list[int]:
    ids: list[int] = []
    for piece in pieces:
        if isinstance(piece, Special):
            ids.append(tokenizer.convert_tokens_to_ids(piece.token))
        else:
            ids += plain_tokenizer().encode(piece.text, add_special_tokens=False).ids
    return ids


def applied(tokenizer: Any, case: Case, tokenize: bool) -> Any:
    kwargs = {"add_generation_prompt": True, **case.kwargs}
    return tokenizer.apply_chat_template(
        case.messages, tools=case.tools, tokenize=tokenize, return_dict=False, **kwargs
    )


def agrees(template: ChatTemplate, tokens: tuple[str, ...], tokenizer: Any, case: Case) -> bool:
    """Compare one case; whether its ids could be compared."""
    try:
        expected, text = applied(tokenizer, case, True), applied(tokenizer, case, False)
    except (jinja2.TemplateError, TypeError):
        expected = None
    if expected is None:
        # Where the reference drops an absent content and fails over it, ours is empty and works.
        if all(message["content"] is not None for message in case.messages):
            with pytest.raises(TemplateError):
                template.render(case.messages, tools=case.tools, **case.kwargs)
        return False
    pieces = template.render(case.messages, tools=case.tools, **case.kwargs)
    assert spelled(pieces) == text, case.name
    if any(token in piece.text for piece in pieces if isinstance(piece, Text) for token in tokens):
        # Content that spells a token: the reference parses it, ours on purpose doesn't.
        assert "thought" in case.name, case.name
        return False
    assert ids_of(pieces, tokenizer) == expected, case.name
    return True


def test_ids_equal_the_references(shared: Path) -> None:
    compared = {}
    for name, source in templates(shared).items():
        tokens = tokens_of(name)
        template, tokenizer = ChatTemplate(source, tokens, NAMED), reference(tokens)
        tokenizer.chat_template = source
        compared[name] = sum(agrees(template, tokens, tokenizer, case) for case in CASES)
    assert len(compared) == len(list((shared / "vectors" / "templates").glob("*.jinja"))) >= 15
    assert min(compared.values()) > 0.75 * len(CASES), compared
