"""From a chat request to what the engine is asked, and to what makes events of its answer."""

from collections.abc import Mapping

from qwenchat.chat.answer import Answering
from qwenchat.chat.catalogued import n_answer, with_default_thinking
from qwenchat.chat.generation import Settings
from qwenchat.chat.tokenizer import ChatTokenizer
from qwenchat.engine import Engine, Request
from qwenchat.prompts import AnswerParser, Piece, Text, explains_calls, starts_in_thought, types_of
from qwenchat.protocol import ChatRequest, InvalidValue, Json
from qwenchat.protocol.tools import is_strict, name_of, parameters_of

NO_TOOLS = "The tool call is not supported."  # the hosted service's own words, which clients look for


def prepared(
    engine: Engine, tokenizer: ChatTokenizer, request: ChatRequest, settings: Settings
) -> tuple[Request, Answering]:
    """The one way from a request to an answer. Raises InvalidValue for what this model can't do.

    It may take a second where a grammar is compiled, so an event loop calls it in a thread.
    """
    _check_tokenizer(tokenizer, engine.n_vocab)
    request = with_default_thinking(request, tokenizer.may_switch_thinking)
    tools = () if request.tool_choice.mode == "none" else request.tools
    if tools and tokenizer.tooling is None:
        raise InvalidValue("tools", [name_of(tool) for tool in tools], NO_TOOLS)
    pieces = _pieces(tokenizer, request, tools)
    in_thought = starts_in_thought(pieces)
    _check_thinking(request.thinking.enable, in_thought, tokenizer)
    ids = tokenizer.ids(pieces)
    stop_ids = tokenizer.turn_end_ids() | frozenset(settings.eos_ids)
    # Calls that the user's own words ask for are the user's to read: there they are text.
    tooling = None if not tools and explains_calls(request.messages) else tokenizer.tooling
    parser = AnswerParser(
        in_thought,
        # A model whose tokenizer has no such token never thinks: its text is all answer.
        thinks="<think>" in tokenizer.vocabulary.added,
        form=tooling.form if tooling else None,
        tools={name_of(tool): parameters_of(tool) for tool in tools},
    )
    answering = Answering(
        tokenizer.vocabulary,
        len(ids),
        settings.stop_words_ids,
        parser,
        n_calls=None if request.parallel_tool_calls else 1,
        n_answer=n_answer(request),
        stop_words=settings.sampling.stop,
        whole=() if request.tool_stream else [name_of(tool) for tool in tools if _has_parts(parameters_of(tool))],
    )
    guide = None
    if needs_guide(request, tools):
        from qwenchat.chat.guiding import guide_for  # llguidance takes its time to load, and few answers need it

        guide = guide_for(tokenizer, request, tools, pieces)
    sampling, adapter = settings.sampling, settings.adapter
    return Request(ids, sampling, stop_ids, len(tokenizer), guide, request.salt, adapter), answering


def _has_parts(schema: Json) -> bool:
    """Whether one of the arguments is a list or an object: without `tool_stream` those come in one piece."""
    properties = schema.get("properties") if isinstance(schema, dict) else None
    if not isinstance(properties, dict):
        return False
    return any(not types_of(inner, schema).isdisjoint(("array", "object")) for inner in properties.values())


def needs_guide(request: ChatRequest, tools: tuple[Mapping[str, Json], ...] = ()) -> bool:
    """Whether the answer is held to a form."""
    thinking = request.thinking
    return (
        request.response_format.kind != "text"
        or request.tool_choice.mode in ("required", "named")
        or any(map(is_strict, tools))
        or thinking.budget is not None
        or thinking.effort is not None
    )


def continued(engine: Engine, tokenizer: ChatTokenizer, query: str, settings: Settings) -> tuple[Request, Answering]:
    """What continues `query`, the whole prompt of the format "raw": a base model knows no turns.

    It ends where the first Qwen's code ends it: before "Human:", or at the end of the text.
    """
    _check_tokenizer(tokenizer, engine.n_vocab)
    ids, words = tokenizer.encode(query), [*settings.stop_words_ids, tokenizer.encode("Human:")]
    parser = AnswerParser(False, thinks="<think>" in tokenizer.vocabulary.added, form=None, tools={})
    stop_ids = tokenizer.turn_end_ids() | frozenset(settings.eos_ids)
    request = Request(ids, settings.sampling, stop_ids, len(tokenizer), adapter=settings.adapter)
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
