"""How templates write calls, told from what they write; and whatever they write, the parsers read back."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qwenchat import tiny
from qwenchat.prompts import AnswerParser, ChatTemplate, Form, Tooling, default_template, spelled, tooling_of
from qwenchat.prompts.tooling import with_arguments_for
from qwenchat.protocol import Answer, CallArguments, CallStart, InvalidValue, Reasoning
from tests.prompts.conversations import ALL, HI, RESULT, called, templates, tokens_of

SCHEMA = {
    "type": "object",
    "properties": {
        "city": {"type": "string"},
        "days": {"type": ["integer", "null"]},
        "exact": {"type": "boolean"},
        "rate": {"type": "number"},
        "options": {"type": "object"},
        "days_off": {"type": "array"},
    },
}
TOOLS = [{"type": "function", "function": {"name": "get_weather", "description": "d", "parameters": SCHEMA}}]
XML = ("Qwen3-Coder", "Qwen3.5-4B", "qwen3.6", "qwen3.8", "qwen3.8-max")
TAKE_TEXT = ("Qwen-Qwen3-0.6B", "Qwen3-Instruct", "Qwen3-Next-Instruct", "Qwen3-Next-Thinking", "Qwen3-Thinking")

LETTERS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | LETTERS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LETTERS, inner, max_size=3),
    max_leaves=6,
)
ARGUMENTS = st.fixed_dictionaries(
    {},
    optional={
        "city": LETTERS,
        "days": st.none() | st.integers(),
        "exact": st.booleans(),
        "rate": st.floats(allow_nan=False, allow_infinity=False),
        "options": st.dictionaries(LETTERS, PLAIN, max_size=3),
        "days_off": st.lists(PLAIN, max_size=3),
    },
)


@cache  # a template is compiled once, not once an example
def all_templates(shared: Path) -> dict[str, ChatTemplate]:
    found = {name: ChatTemplate(source, tokens_of(name)) for name, source in templates(shared).items()}
    return found | {"tiny": ChatTemplate((tiny.folder() / "chat_template.jinja").read_text(), ALL)}


def test_the_form_is_what_the_template_writes(shared: Path) -> None:
    for name, template in all_templates(shared).items():
        if name == "codeqwen1.5-chat":
            assert tooling_of(template) is None
        else:
            form = Form.XML if name in XML else Form.HERMES
            assert tooling_of(template) == Tooling(form, takes_text=name in (*TAKE_TEXT, "tiny")), name


def test_a_template_that_ignores_or_refuses_tools_has_no_form() -> None:
    assert tooling_of(ChatTemplate("{% for m in messages %}{{ m.content }}{% endfor %}", ALL)) is None
    assert tooling_of(ChatTemplate("{{ raise_exception('no') }}", ALL)) is None
    # It writes past calls, but never tells the model of a tool.
    silent = "{% for m in messages %}{% for c in m.tool_calls or [] %}<function={{ c.function.name }}>{% endfor %}{% endfor %}"
    assert tooling_of(ChatTemplate(silent, ALL)) is None


def read_back(template: ChatTemplate, tooling: Tooling, messages: list[dict[str, Any]]) -> tuple[str, str, list[Any]]:
    """What the parsers make of the assistant's turn as the template writes it."""
    written = with_arguments_for(tooling, messages)
    text = spelled(template.render(written, tools=TOOLS, add_generation_prompt=False, enable_thinking=True))
    turn = text.split("<|im_start|>assistant")[-1].removeprefix("\n").split("<|im_end|>")[0]
    parser = AnswerParser(False, thinks=True, form=tooling.form, tools={"get_weather": SCHEMA})
    events = [*parser.feed(turn), *parser.close(cut=False)]
    calls: list[list[str]] = []
    for event in events:
        if isinstance(event, CallStart):
            calls.append([event.name, ""])
        elif isinstance(event, CallArguments):
            calls[event.index][1] += event.text
    answer = "".join(e.text for e in events if isinstance(e, Answer))
    thought = "".join(e.text for e in events if isinstance(e, Reasoning))
    return thought, answer, [(name, json.loads(arguments)) for name, arguments in calls]


@cache
def with_tools(shared: Path) -> dict[str, tuple[ChatTemplate, Tooling]]:
    """The templates that write calls, and how."""
    found = {name: (template, tooling_of(template)) for name, template in all_templates(shared).items()}
    return {name: (template, tooling) for name, (template, tooling) in found.items() if tooling is not None}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_a_template_writes_is_read_back(shared: Path, data: st.DataObject) -> None:
    first, second = data.draw(ARGUMENTS), data.draw(ARGUMENTS)
    content = data.draw(st.sampled_from(("", "Let me look.")))
    for name, (template, tooling) in with_tools(shared).items():
        turn = called("get_weather", first, content)
        turn["tool_calls"].append({"function": {"name": "get_weather", "arguments": json.dumps(second)}})
        _, answer, calls = read_back(template, tooling, [HI, turn])
        assert answer == content, name
        assert calls == [("get_weather", first), ("get_weather", second)], name


def test_thoughts_are_read_back_with_their_calls(shared: Path) -> None:
    for name, (template, tooling) in with_tools(shared).items():
        if "<think>" not in tokens_of(name):
            continue
        turn = called("get_weather", {"city": "Bern"}, "Looking.", reasoning_content="They ask for Bern.")
        thought, answer, calls = read_back(template, tooling, [HI, turn])
        assert (answer, calls) == ("Looking.", [("get_weather", {"city": "Bern"})]), name
        assert thought in ("They ask for Bern.", ""), name


def test_arguments_as_text_and_as_an_object_make_the_same_prompt(shared: Path) -> None:
    as_object = called("get_weather", {"city": "Zürich", "days": 2})
    as_text = called("get_weather", json.dumps({"city": "Zürich", "days": 2}, ensure_ascii=False))
    for name, template in all_templates(shared).items():
        tooling = tooling_of(template)
        if tooling is not None:
            one, two = (
                template.render(with_arguments_for(tooling, [HI, turn, RESULT]), tools=TOOLS)
                for turn in (as_object, as_text)
            )
            assert one == two, name
            # An answer without arguments is one with none.
            template.render(with_arguments_for(tooling, [HI, called("get_weather", ""), RESULT]), tools=TOOLS)


@pytest.mark.parametrize("text", ['{"city": ', "[1]", "12", "null", "[" * 5000])
def test_arguments_that_are_no_object_are_refused_by_name(shared: Path, text: str) -> None:
    template = all_templates(shared)["qwen3.8"]
    with pytest.raises(InvalidValue, match=r"messages\[1\]\.tool_calls\[0\]\.function\.arguments"):
        with_arguments_for(tooling_of(template), [HI, called("get_weather", text), RESULT])


def test_the_default_template_has_no_form_yet() -> None:
    assert tooling_of(default_template(ALL)) is None
