"""Vocabularies spelled in the byte-level alphabet, as tokenizer.json and vocab.json hold them."""

from array import array
from collections.abc import Iterable, Mapping

from qwenchat.tokens.byte_alphabet import byte_characters, spelled_bytes
from qwenchat.tokens.errors import TokenizerError
from qwenchat.tokens.files import MAX_TOKEN_BYTES, MAX_TOKENS, as_id
from qwenchat.tokens.vocabulary import AddedToken, TextRules, Vocabulary


def from_spellings(
    ids: Mapping[str, int], pairs: Iterable[tuple[str, str]], rules: TextRules, where: str
) -> Vocabulary:
    """The vocabulary of byte-level spellings and merges of them, as the `tokenizers` library writes both."""
    _check_ids(ids, where)
    _check_added(ids, rules.added, where)
    added = {token.id: token.text.encode() for token in rules.added}
    plain = [spelling for spelling, id_ in ids.items() if id_ not in added]
    tokens = dict(zip((ids[spelling] for spelling in plain), spelled_bytes(plain, where), strict=True)) | added
    return Vocabulary(tokens, _byte_ids(ids, added, where), _merge_ids(ids, pairs, added, where), rules, where)


def _check_ids(ids: Mapping[str, int], where: str) -> None:
    if len(ids) > MAX_TOKENS:
        raise TokenizerError(f"{where}: {len(ids)} tokens are too many (at most {MAX_TOKENS})")
    for spelling, id_ in ids.items():
        if not 0 < len(spelling) <= MAX_TOKEN_BYTES:
            raise TokenizerError(f"{where}: the token {spelling!r:.80} has {len(spelling)} characters")
        if type(id_) is not int or not 0 <= id_ < MAX_TOKENS:
            as_id(id_, f"{where}: the id of {spelling!r:.80}")
    if len(set(ids.values())) != len(ids):
        raise TokenizerError(f"{where}: two tokens have the same id")


def _check_added(ids: Mapping[str, int], added: Iterable[AddedToken], where: str) -> None:
    by_id = {id_: spelling for spelling, id_ in ids.items()}
    for token in added:
        if by_id.get(token.id, token.text) != token.text or ids.get(token.text, token.id) != token.id:
            raise TokenizerError(
                f"{where}: the added token {token.text!r} has id {token.id}, but the vocabulary has "
                f"{by_id.get(token.id)!r:.80} there and {token.text!r} at {ids.get(token.text)}"
            )


def _byte_ids(ids: Mapping[str, int], added: Mapping[int, bytes], where: str) -> "array[int]":
    found = array("I")
    for byte, character in enumerate(byte_characters()):
        if character not in ids:
            raise TokenizerError(f"{where}: the byte {byte:#04x} (spelled {character!r}) has no token")
        if ids[character] in added:
            # Plain text could not be encoded without this added token.
            raise TokenizerError(f"{where}: the token of the byte {byte:#04x} is an added token; that is not supported")
        found.append(ids[character])
    return found


def _merge_ids(
    ids: Mapping[str, int], pairs: Iterable[tuple[str, str]], added: Mapping[int, bytes], where: str
) -> "tuple[array[int], array[int], array[int]]":
    left, right, merged = array("I"), array("I"), array("I")
    for rank, (first, second) in enumerate(pairs):
        try:
            whole = ids[first + second]
            # A merge never makes an added token: plain text must not be able to spell one.
            if whole not in added:
                merged.append(whole)
                left.append(ids[first])
                right.append(ids[second])
        except KeyError as error:
            message = (
                f"{where}: merge {rank} ({first!r:.80} {second!r:.80}) needs the unknown token {error.args[0]!r:.80}"
            )
            raise TokenizerError(message) from None
    return left, right, merged
