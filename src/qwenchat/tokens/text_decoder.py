"""Ids → text, one at a time, for streams."""

from codecs import getincrementaldecoder

from qwenchat.tokens.tokenizer import Tokenizer


class TextDecoder:
    """The text of ids as they come, never a part of a character.

    What all `push` and the `flush` return, put together, is what `decode` returns for all the ids.
    """

    def __init__(self, tokenizer: Tokenizer, skip_special_tokens: bool = False) -> None:
        self._tokenizer = tokenizer
        self._skipped = tokenizer.special_ids if skip_special_tokens else frozenset[int]()
        self._decoder = getincrementaldecoder("utf-8")("replace")

    def push(self, id: int) -> str:
        """The text that this id completes: often its own, nothing inside a character that takes several ids."""
        if id in self._skipped:
            return ""
        return self._decoder.decode(self._tokenizer.token_bytes(id))

    def flush(self) -> str:
        """What is still held back, as U+FFFD; nothing where the text ended with a whole character."""
        return self._decoder.decode(b"", final=True)
