"""Added tokens, as tokenizer.json and tokenizer_config.json declare them."""

from collections.abc import Iterable
from typing import Any

from qwenchat.tokens.errors import TokenizerError
from qwenchat.tokens.files import MAX_ADDED_TOKENS, MAX_TOKEN_BYTES, as_id, as_list, as_object, refuse_others
from qwenchat.tokens.vocabulary import AddedToken

_FLAGS: dict[str, tuple[object, ...]] = {
    "id": (),
    "content": (),
    "special": (True, False),
    "normalized": (True, False),
    "single_word": (False,),
    "lstrip": (False,),
    "rstrip": (False,),
    "__type": ("AddedToken",),
}


def from_list(entries: object, where: str) -> tuple[AddedToken, ...]:
    """The tokens of tokenizer.json's `added_tokens`."""
    listed = enumerate(as_list(entries, where))
    fields = ((f"{where}[{at}]", as_object(entry, f"{where}[{at}]")) for at, entry in listed)
    return unique((_token(entry.get("id"), entry, place) for place, entry in fields), where)


def from_decoder(entries: object, where: str) -> tuple[AddedToken, ...]:
    """The tokens of tokenizer_config.json's `added_tokens_decoder`, keyed by id."""
    found = []
    for key, value in as_object(entries, where).items():
        place = f"{where}[{key!r:.40}]"
        if not (key.isascii() and key.isdigit() and len(key) < 10):
            raise TokenizerError(f"{place}: the key must be a token id")
        found.append(_token(int(key), as_object(value, place), place))
    return unique(found, where)


def unique(tokens: Iterable[AddedToken], where: str) -> tuple[AddedToken, ...]:
    """The tokens in order of id; two that disagree on an id or a text are an error, repeats are dropped."""
    by_id: dict[int, AddedToken] = {}
    by_text: dict[str, AddedToken] = {}
    for token in tokens:
        same_id = by_id.setdefault(token.id, token)
        same_text = by_text.setdefault(token.text, token)
        if same_id.text != token.text or same_text.id != token.id:
            other = same_id if same_id.text != token.text else same_text
            raise TokenizerError(
                f"{where}: the added token {token.text!r} ({token.id}) contradicts {other.text!r} ({other.id})"
            )
    if len(by_id) > MAX_ADDED_TOKENS:
        raise TokenizerError(f"{where}: {len(by_id)} added tokens are too many (at most {MAX_ADDED_TOKENS})")
    return tuple(sorted(by_id.values(), key=lambda token: token.id))


def _token(id_: object, entry: dict[str, Any], where: str) -> AddedToken:
    refuse_others(entry, _FLAGS, where)
    text = entry.get("content")
    if not isinstance(text, str) or not 0 < len(text) <= MAX_TOKEN_BYTES // 4:
        limit = MAX_TOKEN_BYTES // 4
        raise TokenizerError(f"{where}.content: must be a text of 1 to {limit} characters, not {text!r:.80}")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise TokenizerError(f"{where}.content: {text!r:.80} holds half a surrogate pair") from None
    special = entry.get("special", False)
    return AddedToken(text, as_id(id_, f"{where}.id"), special, entry.get("normalized", not special))
