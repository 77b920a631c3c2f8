"""Grammars compiled for one tokenizer, each once, by llguidance."""

import re
import threading
import weakref
from collections import OrderedDict
from collections.abc import Collection

from llguidance import LLMatcher, LLParserLimits, LLTokenizer, TokenizerWrapper

from qwenchat.tokens import Tokenizer

_PLACE = re.compile(r"^at \d+\(\d+\): (failed to compile JSON schema: )?|\n *\d+ \| .*", re.DOTALL)
_N_KEPT = 64  # compiled grammars
# Bounds of a compilation and of a mask, in llguidance's own units: about a second, and a few milliseconds.
_LIMITS = LLParserLimits(
    initial_lexer_fuel=1_000_000, step_lexer_fuel=200_000, step_max_items=50_000, max_grammar_size=200_000,
    verbose_errors=False,
)  # fmt: skip


class GrammarError(ValueError):
    """A grammar that llguidance can't compile, or not within the limits; in its words."""


class Compiler:
    """Compiles and keeps grammars. Threads may share it; compiling lets other threads run."""

    def __init__(self, vocabulary: Tokenizer, end_ids: Collection[int]) -> None:
        """`end_ids` end an answer: allowed where a grammar may end, and nowhere else."""
        ends = sorted(end_ids)
        self._tokens = LLTokenizer(
            TokenizerWrapper(_Words(vocabulary, ends[0])), n_vocab=vocabulary.n_vocab, eos_token=ends
        )
        self._kept: OrderedDict[str, LLMatcher] = OrderedDict()
        self._lock = threading.Lock()

    def matcher(self, lark: str) -> LLMatcher:
        """A fresh matcher of a grammar in llguidance's Lark; raises GrammarError for one that can't be served."""
        with self._lock:
            kept = self._kept.get(lark)
            if kept is not None:
                self._kept.move_to_end(lark)
                return kept.deep_copy()
        made = self._compiled(lark)
        with self._lock:
            self._kept[lark] = made
            while len(self._kept) > _N_KEPT:
                self._kept.popitem(last=False)
            return made.deep_copy()

    def _compiled(self, lark: str) -> LLMatcher:
        matcher = LLMatcher(self._tokens, LLMatcher.grammar_from_lark(lark), log_level=0, limits=_LIMITS)
        if not matcher.is_error():
            # Some faults show only with the first mask: a grammar that can never end, or a row too wide.
            probe = matcher.deep_copy()
            probe.compute_bitmask()
            if probe.is_error():
                matcher = probe
        if matcher.is_error():
            raise GrammarError(_words_of(matcher.get_error()))
        return matcher


def _words_of(error: str) -> str:
    """llguidance's own sentence, without the place in our grammar and its text, which mean nothing to a user."""
    return " ".join(_PLACE.sub("", error).removesuffix("<non-verbose/>").split())


class _Words:
    """A tokenizer as llguidance asks for it: the bytes of every id, and which are added tokens."""

    bos_token_id = None

    def __init__(self, vocabulary: Tokenizer, eos_id: int) -> None:
        self.eos_token_id = eos_id
        self.tokens = [vocabulary.token_bytes(id_) for id_ in range(vocabulary.n_vocab)]
        self.special_token_ids = sorted(vocabulary.added.values())
        # Weak: what llguidance holds, Python's collector can't see.
        self._vocabulary = weakref.ref(vocabulary)

    def __call__(self, text: str | bytes) -> list[int]:
        vocabulary = self._vocabulary()
        whole = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
        return [] if vocabulary is None else vocabulary.encode_text(whole)
