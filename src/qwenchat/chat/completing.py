"""From a request for bare text to what the engine is asked. Only here are a prompt's own special tokens parsed."""

import re

from qwenchat.chat.answer import Answering
from qwenchat.chat.generation import Settings
from qwenchat.chat.tokenizer import ChatTokenizer
from qwenchat.engine import Request
from qwenchat.prompts import AnswerParser, Piece, Special, Text
from qwenchat.protocol.completion_request import CompletionRequest
from qwenchat.protocol.errors import InvalidValue

PREFIX, SUFFIX, MIDDLE = "<|fim_prefix|>", "<|fim_suffix|>", "<|fim_middle|>"
# The tokens that a model of code was trained to see in a text to complete. No other is parsed: none of a chat.
_PARSED = (PREFIX, SUFFIX, MIDDLE, "<|fim_pad|>", "<|repo_name|>", "<|file_sep|>")
_SPLIT = re.compile(f"({'|'.join(map(re.escape, _PARSED))})")
# What such a model says when the gap is filled.
_ENDS = ("<|fim_pad|>", "<|file_sep|>", "<|repo_name|>", "<|fim_prefix|>", "<|fim_suffix|>", "<|fim_middle|>")


def completion(tokenizer: ChatTokenizer, request: CompletionRequest, settings: Settings) -> tuple[Request, Answering]:
    """What the engine is asked for a text. Raises InvalidValue where a gap is to be filled by a model that can't."""
    ids = list(request.prompt) if isinstance(request.prompt, tuple) else tokenizer.ids(_pieces(tokenizer, request))
    added = tokenizer.vocabulary.added
    stop_ids = tokenizer.turn_end_ids() | frozenset(settings.eos_ids) | {added[e] for e in _ENDS if e in added}
    parser = AnswerParser(in_thought=False, thinks=False, form=None, tools={})
    answering = Answering(
        tokenizer.vocabulary, len(ids), settings.stop_words_ids, parser, stop_words=settings.sampling.stop
    )
    return Request(
        ids, settings.sampling, stop_ids, len(tokenizer), salt=request.salt, adapter=settings.adapter
    ), answering


def _pieces(tokenizer: ChatTokenizer, request: CompletionRequest) -> list[Piece]:
    prompt = str(request.prompt)
    if request.suffix is None:
        return [_piece(part, tokenizer) for part in _SPLIT.split(prompt) if part]
    if any(token not in tokenizer.vocabulary.added for token in (PREFIX, SUFFIX, MIDDLE)):
        raise InvalidValue("suffix", request.suffix, "this model can't fill gaps: its tokenizer has no tokens for that")
    return [Special(PREFIX), Text(prompt), Special(SUFFIX), Text(request.suffix), Special(MIDDLE)]


def _piece(part: str, tokenizer: ChatTokenizer) -> Piece:
    return Special(part) if part in _PARSED and part in tokenizer.vocabulary.added else Text(part)
