"""From a chat request to what the engine is asked, and to what makes events of its answer."""

from collections.abc import Mapping

from qwenchat.chat.answer import Answering
from qwenchat.chat.generation import Settings
from qwenchat.chat.tokenizer import ChatTokenizer
from qwenchat.engine import Engine, Request
from qwenchat.prompts import AnswerParser, Piece, Text, starts_in_thought
from qwenchat.protocol import ChatRequest, InvalidValue, Json
from qwenchat.protocol.tools import name_of, parameters_of

NO_TOOLS = "The tool call is not supported."  # the hosted service's own words, which clients look for


def prepared(
    engine: Engine, tokenizer: ChatTokenizer, request: ChatRequest, settings: Settings
) -> tuple[Request, Answering]:
    """The one way from a request to an answer. Raises InvalidValue for what this model can't do."""
    _check_tokenizer(tokenizer, engine.n_vocab)
    _check_served(request)
    tools = () if request.tool_choice.mode == "none" else request.tools
    if tools and tokenizer.tooling is None:
        raise InvalidValue("tools", [name_of(tool) for tool in tools], NO_TOOLS)
    pieces = _pieces(tokenizer, request, tools)
    in_thought = starts_in_thought(pieces)
    _check_thinking(request.thinking.enable, in_thought, tokenizer)
    ids = tokenizer.ids(pieces)
    stop_ids = tokenizer.turn_end_ids() | frozenset(settings.eos_ids)
    parser = AnswerParser(
        in_thought,
        # A model whose tokenizer has no such token never thinks: its text is all answer.
        thinks="<think>" in tokenizer.vocabulary.added,
        form=tokenizer.tooling.form if tokenizer.tooling else None,
        tools={name_of(tool): parameters_of(tool) for tool in tools},
    )
    n_calls = None if request.parallel_tool_calls else 1
    answering = Answering(
        tokenizer.vocabulary, len(ids), settings.stop_words_ids, parser, n_calls, settings.sampling.stop
    )
    return Request(ids, settings.sampling, stop_ids, len(tokenizer), salt=request.salt), answering


def continued(engine: Engine, tokenizer: ChatTokenizer, query: str, settings: Settings) -> tuple[Request, Answering]:
    """What continues `query`, the whole prompt of the format "raw": a base model knows no turns.

    It ends where the first Qwen's code ends it: before "Human:", or at the end of the text.
    """
    _check_tokenizer(tokenizer, engine.n_vocab)
    ids, words = tokenizer.encode(query), [*settings.stop_words_ids, tokenizer.encode("Human:")]
    parser = AnswerParser(False, thinks="<think>" in tokenizer.vocabulary.added, form=None, tools={})
    stop_ids = tokenizer.turn_end_ids() | frozenset(settings.eos_ids)
    request = Request(ids, settings.sampling, stop_ids, len(tokenizer))
    return request, Answering(tokenizer.vocabulary, len(ids), words, parser)


def _pieces(tokenizer: ChatTokenizer, request: ChatRequest, tools: tuple[Mapping[str, Json], ...]) -> list[Piece]:
    thinking = request.thinking
    keywords: dict[str, Json] = {
        **request.template_keywords,
        "enable_thinking": thinking.enable,
        "preserve_thinking": thinking.preserve,
        "reasoning_effort": thinking.effort,
    }
    given = {name: value for name, value in keywords.items() if value is not None}
    messages, begun = request.messages, ""
    if request.continue_last:
        messages, begun = messages[:-1], str(messages[-1]["content"])
    pieces = tokenizer.pieces(messages, list(tools) or None, **given)
    if not begun:
        return pieces
    # What the assistant has said so far is text like any other, and one run with the template's own.
    last = pieces[-1]
    return [*pieces[:-1], Text(last.text + begun)] if isinstance(last, Text) else [*pieces, Text(begun)]


def _check_served(request: ChatRequest) -> None:
    """Refuse what only a guide could hold a model to."""
    if request.tool_choice.mode in ("required", "named"):
        raise InvalidValue("tool_choice", request.tool_choice.mode, "served so far: auto, none")
    if request.thinking.budget is not None:
        raise InvalidValue("thinking_budget", request.thinking.budget, "not served yet")
    if request.response_format.kind != "text":
        raise InvalidValue("response_format", request.response_format.kind, "served so far: text")


def _check_tokenizer(tokenizer: object, n_vocab: int) -> None:
    if not isinstance(tokenizer, ChatTokenizer):
        raise InvalidValue("tokenizer", tokenizer, "one from qwenchat.AutoTokenizer.from_pretrained is needed")
    if len(tokenizer) > n_vocab:
        raise InvalidValue("tokenizer", tokenizer, f"it has more ids than the model's {n_vocab}; take the model's own")


def _check_thinking(enable: bool | None, in_thought: bool, tokenizer: ChatTokenizer) -> None:
    """Refuse a switch that the template doesn't mind: nobody should wait for thoughts that never come."""
    if enable is True and not in_thought and not tokenizer.may_switch_thinking:
        raise InvalidValue("enable_thinking", True, "this model doesn't think; leave it out")
    if enable is False and in_thought:
        raise InvalidValue("enable_thinking", False, "this model always thinks; leave it out")
