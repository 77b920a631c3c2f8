"""Honest and hostile conversations, the tokens of each generation, and the slow twin of a rendering."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import jinja2.ext
from jinja2.sandbox import ImmutableSandboxedEnvironment

SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
OF_25 = (
    *(f"<|{name}|>" for name in "object_ref_start object_ref_end box_start box_end quad_start quad_end".split()),
    *(f"<|{name}|>" for name in "vision_start vision_end vision_pad image_pad video_pad".split()),
    "<tool_call>",
    "</tool_call>",
    *(f"<|{name}|>" for name in "fim_prefix fim_middle fim_suffix fim_pad repo_name file_sep".split()),
)
OF_3 = ("<tool_response>", "</tool_response>", "<think>", "</think>")
ALL = (*SPECIAL, *OF_25, *OF_3, "<tts_pad>", "<|audio_start|>", "<|audio_end|>")


def tokens_of(name: str) -> tuple[str, ...]:
    """The special and added tokens of the tokenizer that came with the template `name`."""
    if "1.5" in name:
        return SPECIAL
    if "2.5" in name or name == "qwen2.5-instruct-1m":
        return SPECIAL + OF_25
    return SPECIAL + OF_25 + OF_3


def non_special(token: str) -> bool:
    """Whether a tokenizer of the family adds `token` without calling it special."""
    return not token.startswith("<|") or any(part in token for part in ("fim_", "repo_name", "file_sep"))


@dataclass(frozen=True)
class Case:
    """One conversation and how it is rendered."""

    name: str
    messages: list[dict[str, Any]]
    tools: list[dict[str, Any]] | None = None
    kwargs: dict[str, Any] = field(default_factory=dict)


def said(role: str, content: str, **rest: Any) -> dict[str, Any]:
    return {"role": role, "content": content, **rest}


def called(name: str, arguments: Any, content: str | None = "", **rest: Any) -> dict[str, Any]:
    call = {"type": "function", "id": "call_1", "function": {"name": name, "arguments": arguments}}
    return {"role": "assistant", "content": content, "tool_calls": [call], **rest}


SYSTEM = said("system", "You are terse.")
HI, HELLO, AGAIN = said("user", "Hi"), said("assistant", "Hello!"), said("user", "And again?")
TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "  The weather <now> in a city & around, 天气  ",
            "parameters": {
                "type": "object",
                "properties": {
                    "city": {"type": "string", "description": "Which city"},
                    "days": {"type": ["integer", "null"], "minimum": 1, "enum": [1, 2, 3], "default": None},
                    "options": {"type": "object", "properties": {"unit": {"type": "string"}}},
                },
                "required": ["city"],
                "additionalProperties": False,
            },
        },
    },
    {"type": "function", "function": {"name": "now", "description": "The time", "parameters": {}}},
]
ARGUMENTS = {"city": "Zürich", "days": 2, "exact": True, "none": None, "rate": 0.5, "options": {"unit": "°C <&>"}}
RESULT = said("tool", '{"t": 21, "text": "sunny ☀️"}', tool_call_id="call_1")

ROUND = [HI, called("get_weather", ARGUMENTS), RESULT]
TWO_CALLS = {
    **called("get_weather", {"city": "Bern"}, "Let me look."),
    "tool_calls": [
        {"type": "function", "function": {"name": "get_weather", "arguments": {"city": "Bern"}}},
        {"name": "now", "arguments": {}},
    ],
}

CASES = [
    Case("one", [HI]),
    Case("system", [SYSTEM, HI]),
    Case("empty system", [said("system", ""), HI]),
    Case("turns", [SYSTEM, HI, HELLO, AGAIN, said("assistant", "Yes."), said("user", "Bye")]),
    Case("no prompt", [SYSTEM, HI, HELLO], kwargs={"add_generation_prompt": False}),
    Case("second system", [SYSTEM, HI, HELLO, said("system", "Be verbose."), AGAIN]),
    Case("Chinese", [said("system", "你是一个助手。"), said("user", "你好，请问今天天气怎么样？"), HELLO, AGAIN]),
    Case("emoji", [said("user", "🙂👨‍👩‍👧‍👦 e\u0301 ﬁ ½ \u200b\ufeff"), said("assistant", "🎉"), AGAIN]),
    Case(
        "spaces",
        [said("system", "  \n s \t\n"), said("user", " \n\n hi \r\n\n "), said("assistant", "\n\n a \n"), AGAIN],
    ),
    Case("newlines", [said("user", "\n"), said("assistant", "\n\n\n"), said("user", "\n\nx\n\n")]),
    Case("empty", [said("user", ""), said("assistant", ""), said("user", "")]),
    Case("code", [said("user", "```py\nif a < b and c > d:\n\tprint('<|not|> {{ x }} {% y %}')\n```"), HELLO, AGAIN]),
    Case("tools", [HI], TOOLS),
    Case("tools and system", [SYSTEM, HI], TOOLS),
    Case("no tools", [HI], []),
    Case("call", ROUND, TOOLS),
    Case("call answered", [*ROUND, said("assistant", "Sunny."), AGAIN], TOOLS),
    Case("call with text", [HI, called("get_weather", {"city": "Rome"}, "Looking."), RESULT], TOOLS),
    Case("call without content", [HI, called("now", {}, None), RESULT, HELLO, AGAIN], TOOLS),
    Case("calls", [SYSTEM, HI, TWO_CALLS, RESULT, said("tool", "12:00"), said("assistant", "Done."), AGAIN], TOOLS),
    Case("call as text", [HI, called("get_weather", '{"city": "Rome"}'), RESULT], TOOLS),
    Case("call twice", [*ROUND, called("now", {}), said("tool", "noon"), said("assistant", "ok"), AGAIN], TOOLS),
    Case("reasoning", [HI, said("assistant", "Hello!", reasoning_content="\nA greeting.\n"), AGAIN]),
    Case("reasoning last", [HI, said("assistant", "Hello!", reasoning_content="A greeting.")]),
    Case("reasoning in a round", [HI, called("now", {}, "", reasoning_content="Let me see."), RESULT], TOOLS),
    Case("reasoning by another name", [HI, said("assistant", "Hello!", reasoning="A greeting.")]),
    Case("thought in content", [HI, said("assistant", "<think>\nHm.\n</think>\n\nHello!"), AGAIN]),
    Case("thought in last content", [HI, said("assistant", "<think>\nHm.\n</think>\n\nHello!")]),
    Case("half a thought", [HI, said("assistant", "Hm.</think>Hello!"), AGAIN]),
    Case("thinking on", [SYSTEM, HI, HELLO, AGAIN], kwargs={"enable_thinking": True}),
    Case("thinking off", [SYSTEM, HI, HELLO, AGAIN], kwargs={"enable_thinking": False}),
    Case("thinking off, tools", [SYSTEM, HI], TOOLS, {"enable_thinking": False}),
    Case("effort", [SYSTEM, HI], kwargs={"reasoning_effort": "low"}),
    Case("effort, tools", [HI], TOOLS, {"reasoning_effort": "medium"}),
    Case("no such effort", [HI], kwargs={"reasoning_effort": "heroic"}),
    *(
        Case(
            f"preserve {keep}",
            [
                HI,
                said("assistant", "Hello!", reasoning_content="r1"),
                AGAIN,
                called("now", {}, reasoning_content="r2"),
                RESULT,
            ],
            TOOLS,
            {"preserve_thinking": keep},
        )
        for keep in (True, False)
    ),
]


def templates(shared: Path) -> dict[str, str]:
    """The source of every template in the shared folder, by name."""
    return {path.stem: path.read_text() for path in sorted((shared / "vectors" / "templates").glob("*.jinja"))}


def plain_rendering(source: str, case: Case, **variables: Any) -> str:
    """The prompt as one string, by Jinja alone, set up as transformers sets it up. Raises what Jinja raises."""
    messages = [{"content": "", **{k: v for k, v in m.items() if v is not None}} for m in case.messages]
    for message in messages:
        if "reasoning" in message:
            message["reasoning_content"] = message["reasoning"]
    kwargs = {"add_generation_prompt": True, **case.kwargs, **variables}
    return plain_template(source).render(messages=messages, tools=case.tools, **kwargs)


@cache
def plain_template(source: str) -> jinja2.Template:
    def refuse(message: str) -> NoReturn:
        raise jinja2.TemplateError(message)

    def tojson(x: Any, ensure_ascii: bool = False, **layout: Any) -> str:
        return json.dumps(x, ensure_ascii=ensure_ascii, **layout)

    env = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[jinja2.ext.loopcontrols])
    env.filters["tojson"] = tojson
    env.globals["raise_exception"] = refuse
    env.globals["strftime_now"] = lambda form: datetime.now().strftime(form)
    return env.from_string(source)
