"""Every template of the family, piece by piece, against plain Jinja."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import jinja2
import pytest

from qwenchat.prompts import (
    ChatTemplate,
    Piece,
    Special,
    TemplateError,
    TemplateRefusal,
    Text,
    default_template,
    spelled,
    starts_in_thought,
)
from qwenchat.protocol import InvalidValue
from tests.prompts.conversations import (
    ALL,
    CASES,
    HELLO,
    HI,
    TOOLS,
    Case,
    called,
    plain_rendering,
    templates,
    tokens_of,
)


@pytest.fixture
def sources(shared: Path) -> dict[str, str]:
    found = templates(shared)
    assert found, "the shared folder has no templates"
    return found


def rendered(template: ChatTemplate, case: Case) -> list[Piece]:
    return template.render(case.messages, tools=case.tools, **case.kwargs)


def test_every_case_reads_as_plain_jinja_renders_it(sources: dict[str, str]) -> None:
    n_rendered = 0
    for name, source in sources.items():
        template = ChatTemplate(source, tokens_of(name))
        for case in CASES:
            try:
                expected = plain_rendering(source, case)
            except (jinja2.TemplateError, TypeError) as error:
                said = str(error)
            else:
                assert spelled(rendered(template, case)) == expected, (name, case.name)
                n_rendered += 1
                continue
            with pytest.raises(TemplateError) as caught:
                rendered(template, case)
            assert said in caught.value.what, (name, case.name)
    assert n_rendered > 0.8 * len(sources) * len(CASES)


def test_text_runs_are_whole_and_hold_no_token_that_the_template_wrote(sources: dict[str, str]) -> None:
    for name, source in sources.items():
        template = ChatTemplate(source, ALL)
        for case in CASES:
            if "thought" in case.name or "half" in case.name:
                continue  # their content spells tokens, and is the next test's
            try:
                pieces = rendered(template, case)
            except TemplateError:
                continue
            kinds = [type(piece) for piece in pieces]
            assert (Text, Text) not in pairwise(kinds), (name, case.name)
            for piece in pieces:
                assert not isinstance(piece, Text) or (piece.text and not any(t in piece.text for t in ALL)), name


def test_the_pieces_of_one_conversation(sources: dict[str, str]) -> None:
    template = ChatTemplate(sources["Qwen-Qwen3-0.6B"], ALL)
    thought = {"role": "assistant", "content": "<think>\nHm.\n</think>\n\nI never say <tool_call>"}
    start, end, think, thinks_no_more = map(Special, ("<|im_start|>", "<|im_end|>", "<think>", "</think>"))
    assert template.render([HI, thought], enable_thinking=False) == [
        *(start, Text("user\nHi"), end, Text("\n")),
        *(start, Text("assistant\n"), think, Text("\nHm.\n"), thinks_no_more),
        *(Text("\n\nI never say <tool_call>"), end, Text("\n")),
        *(start, Text("assistant\n"), think, Text("\n\n"), thinks_no_more, Text("\n\n")),
    ]


def test_starts_in_thought_as_the_prompts_tail_says(sources: dict[str, str]) -> None:
    always = {"Qwen-QwQ-32B", "Qwen3-Next-Thinking", "Qwen3-Thinking", "qwen3.8-max"}
    by_default = {"Qwen3.5-4B", "qwen3.6", "qwen3.8"}
    old_thought = [HI, {**HELLO, "content": "<think>x", "reasoning_content": "a <think> b"}, HI]
    for name, source in sources.items():
        template = ChatTemplate(source, tokens_of(name))
        assert starts_in_thought(template.render(old_thought)) == (name in by_default | always - {"Qwen-QwQ-32B"}), name
        assert starts_in_thought(template.render([HI], enable_thinking=True)) == (name in by_default | always), name
        if name != "qwen3.8-max":
            off = template.render([HI], enable_thinking=False)
            assert starts_in_thought(off) == (name in always - {"Qwen-QwQ-32B"}), name


def test_starts_in_thought_without_a_token_for_the_tag() -> None:
    assert starts_in_thought([Special("<|im_start|>"), Text("assistant\n<think>\n")])
    assert not starts_in_thought([Special("<|im_start|>"), Text("assistant\n")])
    assert not starts_in_thought([Text("<think>"), Special("<|im_end|>"), Text("\n")])
    assert starts_in_thought([Special("<think>"), Text("\nSo far so")])
    assert not starts_in_thought([])


def test_the_default_template_is_chatml() -> None:
    template = default_template(ALL)
    assert spelled(template.render([HI])) == (
        "<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n"
        "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n"
    )
    system = {"role": "system", "content": ""}
    assert spelled(template.render([system, HI, HELLO], add_generation_prompt=False)) == (
        "<|im_start|>system\n<|im_end|>\n<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\nHello!<|im_end|>\n"
    )
    assert template.render([HI])[0] == Special("<|im_start|>")
    for bad in (lambda: template.render([HI], tools=TOOLS), lambda: template.render([HI, called("f", {})])):
        with pytest.raises(TemplateRefusal, match="no chat template, and so no form for tool"):
            bad()
    with pytest.raises(TemplateError, match=r"no <\|im_end\|>"):
        default_template(["<|im_start|>"])


def test_a_template_names_what_it_reads(sources: dict[str, str]) -> None:
    assert {"messages", "tools", "enable_thinking"} <= ChatTemplate(sources["Qwen-Qwen3-0.6B"], ALL).names()
    assert "tools" not in ChatTemplate(sources["codeqwen1.5-chat"], ALL).names()
    assert "raise_exception" not in ChatTemplate(sources["qwen3.8"], ALL).names()


def test_a_refusal_is_the_templates_own_sentence(sources: dict[str, str]) -> None:
    template = ChatTemplate(sources["qwen3.8"], ALL)
    with pytest.raises(TemplateRefusal, match="System message must be at the beginning") as caught:
        template.render([HI, {"role": "system", "content": "x"}])
    assert "at the beginning" in sources["qwen3.8"].splitlines()[(caught.value.line or 0) - 1]


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("ok\n{% if x %}", 2, "[Uu]nexpected end"),
        ("{{ 'a' }}\n\n{{ | }}", 3, "expected"),
        ("{{ x | frobnicate }}", 1, "No filter named 'frobnicate'"),
        ("\n{% include 'x' %}", 2, "'include' is not offered"),
        ("{% autoescape true %}{% endautoescape %}", 1, "'autoescape' is not offered"),
    ],
)
def test_broken_templates(source: str, line: int, said: str) -> None:
    with pytest.raises(TemplateError, match=said) as caught:
        ChatTemplate(source, ALL)
    assert caught.value.line == line
    assert f"line {line}" in str(caught.value)


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("a\n{{ messages[0].nothing.more }}", 2, "UndefinedError"),
        ("a\n\n{{ messages + 'x' }}", 3, "TypeError"),
        ("{% macro m() %}\n{{ 1 / 0 }}\n{% endmacro %}\n\n{{ m() }}", 2, "ZeroDivisionError"),
        ("{{ raise_exception('no <think> here') }}", 1, "no <think> here"),
    ],
)
def test_failing_templates(source: str, line: int, said: str) -> None:
    with pytest.raises(TemplateError, match=said) as caught:
        ChatTemplate(source, ALL).render([HI])
    assert caught.value.line == line


def test_the_requests_names_may_not_be_the_templates() -> None:
    template = ChatTemplate("{{ eos_token }}", ALL, {"eos_token": "<|im_end|>"})
    assert template.render([HI]) == [Special("<|im_end|>")]
    for name in ("eos_token", "raise_exception", "range", "namespace"):
        with pytest.raises(InvalidValue, match=f"{name}: .* the template's own"):
            template.render([HI], **{name: "<|im_start|>"})


@pytest.mark.parametrize("bad", [{"tools": "f"}, {"tools": ["f"]}, {"tools": [{"f": object()}]}, {"x": {1, 2}}])
def test_bad_arguments(bad: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue):
        ChatTemplate("x", ALL).render([HI], **bad)


def test_the_callers_objects_stay_as_they_are() -> None:
    messages = [{"role": "user", "content": [{"type": "text", "text": "a"}], "name": None}]
    before = repr((messages, TOOLS))
    ChatTemplate("{{ messages[0].content }}", ALL).render(messages, tools=TOOLS)
    assert repr((messages, TOOLS)) == before
