"""Text ↔ ids."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from types import MappingProxyType

from qwenchat.tokens._bpe import Splitter, Table
from qwenchat.tokens.errors import TokenizerError
from qwenchat.tokens.normal_form import composed, without_surrogates
from qwenchat.tokens.patterns import piece_finder
from qwenchat.tokens.vocabulary import TextRules

_ERRORS = ("replace", "strict", "ignore")


class Tokenizer:
    """Text to ids and back, as the `tokenizers` library would; made by `load_tokenizer`, unchanging, thread-safe.

    In text to encode, a lone surrogate (which no UTF-8 can hold) counts as U+FFFD.
    """

    def __init__(self, table: Table, rules: TextRules, n_vocab: int) -> None:
        self._table = table
        self._rules = rules
        self.n_vocab = n_vocab
        """The highest id, added tokens included, and one more."""
        self.added: Mapping[str, int] = MappingProxyType({token.text: token.id for token in rules.added})
        """All added tokens, special or not: text → id."""
        self.special_ids = frozenset(token.id for token in rules.added if token.special)
        """The ids that `skip_special_tokens` leaves out."""

    def encode_text(self, text: str) -> list[int]:
        """The ids of plain text, in which no special or added token exists: `<|im_end|>` is eight letters or so.

        No id of an added token comes out, whatever the text.
        """
        return self._merge(self._normal(without_surrogates(text)))

    def encode(self, text: str) -> list[int]:
        """The ids of text in which added tokens are parsed, the leftmost first, the longest of those there."""
        ids: list[int] = []
        for part in self._raw_splitter.split(without_surrogates(text)):
            if isinstance(part, int):
                ids.append(part)
                continue
            for inner in self._normalized_splitter.split(self._normal(part)):
                if isinstance(inner, int):
                    ids.append(inner)
                else:
                    ids += self._merge(inner)
        return ids

    def token_id(self, token_text: str) -> int | None:
        """The id of the added token of exactly this text, or of the one ordinary token that spells it, or None."""
        added = self.added.get(token_text)
        if added is not None:
            return added
        ids = self.encode_text(token_text)
        return ids[0] if len(ids) == 1 else None

    def token_bytes(self, id: int) -> bytes:
        """The bytes a token stands for: not always whole characters. Raises TokenizerError for an unused id."""
        try:
            return self._table.token_bytes(id)
        except ValueError as error:
            raise TokenizerError(str(error)) from None

    def decode(self, ids: Iterable[int], skip_special_tokens: bool = False, errors: str = "replace") -> str:
        """The text of the ids; bytes that are no UTF-8 become U+FFFD, or as `errors` says ("strict", "ignore")."""
        if errors not in _ERRORS:
            raise TokenizerError(f"errors: must be one of {', '.join(_ERRORS)}, not {errors!r}")
        listed = [id_ for id_ in ids if not (skip_special_tokens and id_ in self.special_ids)]
        try:
            text = self._table.decode(listed)
        except ValueError as error:
            raise TokenizerError(str(error)) from None
        return text.decode("utf-8", errors)

    def _normal(self, text: str) -> str:
        return composed(text) if self._rules.nfc else text

    def _merge(self, text: str) -> list[int]:
        return self._table.encode(self._find_pieces(text))

    # Made at first use: a process that only decodes needs none of them.

    @cached_property
    def _find_pieces(self) -> Callable[[str], list[str]]:
        return piece_finder(self._rules.pattern)

    @cached_property
    def _raw_splitter(self) -> Splitter:
        return Splitter([(token.text, token.id) for token in self._rules.added if not token.normalized])

    @cached_property
    def _normalized_splitter(self) -> Splitter:
        normalized = (token for token in self._rules.added if token.normalized)
        return Splitter([(self._normal(token.text), token.id) for token in normalized])
