"""The guide of an answer, where a request asks for one: a thought within its budget, then the form asked for."""

from collections.abc import Mapping, Sequence

from qwenchat.chat.tokenizer import ChatTokenizer
from qwenchat.guides import AnswerGuide, Fixed, Grammar, Stage, Thought, calls_grammar, format_grammar, mask_without
from qwenchat.prompts import Form, Piece, thought_at_end
from qwenchat.protocol import ChatRequest, InvalidValue, Json
from qwenchat.protocol.thinking import BUDGETS
from qwenchat.protocol.tools import is_strict, name_of

# What the makers of Qwen3 append to a thought that has taken its time.
CUT = "\n\nConsidering the limited time by the user, I have to give the solution based on the thinking directly now.\n"


def guide_for(
    tokenizer: ChatTokenizer, request: ChatRequest, tools: Sequence[Mapping[str, Json]], prompt: Sequence[Piece]
) -> AnswerGuide | None:
    """The guide for the answer to `prompt`, or None where nothing is asked of it.

    Compiles grammars, which may take a second. Raises InvalidValue, naming the place, for a schema that can't be
    served.
    """
    grammar = _grammar(tokenizer, request, tools)
    budget = _budget(tokenizer, request)
    if grammar is None and budget is None:
        return None
    matcher = None if grammar is None else tokenizer.compiler.matcher(grammar)
    stages: list[Stage] = _thought(tokenizer, request, prompt, budget, formed=matcher is not None)
    return AnswerGuide([*stages, Grammar(matcher)] if matcher is not None else stages)


def _grammar(tokenizer: ChatTokenizer, request: ChatRequest, tools: Sequence[Mapping[str, Json]]) -> str | None:
    choice, form = request.tool_choice, request.response_format
    answer = None if form.kind == "text" else format_grammar(form, tokenizer.compiler)
    named = [tool for tool in tools if choice.mode != "named" or name_of(tool) == choice.name]
    required = choice.mode in ("required", "named")
    if not (required or any(map(is_strict, tools)) or (answer is not None and tools)):
        return answer
    tooling = tokenizer.tooling
    assert tooling is not None, "tools are refused where there is no form for them"
    if tooling.form is not Form.REACT and "<tool_call>" not in tokenizer.vocabulary.added:
        raise InvalidValue("tool_choice", choice.mode, "this model's tokenizer has no token for a call")
    parallel = request.parallel_tool_calls and choice.mode != "named"
    return calls_grammar(named, tooling.form, tokenizer.compiler, required=required, parallel=parallel, answer=answer)


def _budget(tokenizer: ChatTokenizer, request: ChatRequest) -> int | None:
    """Tokens of thought. An effort is one where the template doesn't tell the model of it."""
    thinking = request.thinking
    if thinking.budget is not None and not tokenizer.thinks:
        raise InvalidValue("thinking_budget", thinking.budget, "this model doesn't think; leave it out")
    if thinking.budget is None and thinking.effort is not None and not tokenizer.may_weigh_effort:
        return BUDGETS[thinking.effort]
    return thinking.budget


def _thought(
    tokenizer: ChatTokenizer, request: ChatRequest, prompt: Sequence[Piece], budget: int | None, formed: bool
) -> list[Stage]:
    """The stages of a thought, where there will be one."""
    vocabulary, state = tokenizer.vocabulary, thought_at_end(prompt)
    # Some templates leave it to the model to open its thought; then it is opened for it.
    opens = state is None and tokenizer.may_switch_thinking and request.thinking.enable is not False
    close_id = vocabulary.added.get("</think>")
    if close_id is None or not (opens or state == "open"):
        return []
    ends = {*tokenizer.turn_end_ids(), *(vocabulary.added[t] for t in ("<tool_call>",) if t in vocabulary.added)}
    thought = Thought(
        close_id,
        budget,
        (*vocabulary.encode_text("\n" if budget == 0 else CUT), close_id),
        whole=lambda ids: not vocabulary.decode(ids).endswith("\ufffd"),
        allowed=mask_without(ends, len(tokenizer)) if formed else None,
    )
    opening = [Fixed((vocabulary.added["<think>"], *vocabulary.encode_text("\n")))] if opens else []
    return [*opening, thought, Fixed(vocabulary.encode_text("\n\n"))]
