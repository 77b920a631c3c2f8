"""Text ↔ ids: byte-pair encoding, added tokens, and the incremental decoder."""

from qwenchat.tokens.errors import TokenizerError
from qwenchat.tokens.load import load_tokenizer
from qwenchat.tokens.text_decoder import TextDecoder
from qwenchat.tokens.tokenizer import Tokenizer

__all__ = ["TextDecoder", "Tokenizer", "TokenizerError", "load_tokenizer"]
