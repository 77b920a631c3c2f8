"""Tools as the first Qwen was taught them: told of in the question, called and answered in lines (arXiv 2210.03629)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from qwenchat.prompts.errors import TemplateRefusal
from qwenchat.protocol import Json

_ASK = """\
Answer the following questions as best you can. You have access to the following APIs:

{tools}

Use the following format:

Question: the input question you must answer
Thought: you should always think about what to do
Action: the action to take, should be one of [{names}]
Action Input: the input to the action
Observation: the result of the action
... (this Thought/Action/Action Input/Observation can be repeated zero or more times)
Thought: I now know the final answer
Final Answer: the final answer to the original input question

Begin!

"""
_TOOL = (
    "{name}: Call this tool to interact with the {name} API. "
    "What is the {name} API useful for? {about} Parameters: {parameters}"
)
_KNOWN = "Thought: I now know the final answer.\nFinal Answer: "


def in_lines(messages: Sequence[Mapping[str, Json]], tools: Any) -> list[tuple[str, str]]:
    """The turns as (role, content), with calls and results as lines of the assistant's turn."""
    turns: list[tuple[str, str]] = []
    has_asked = False
    for message in messages:
        role, content = str(message["role"]), str(message["content"])
        if role == "tool":
            if not turns or turns[-1][0] != "assistant":
                raise TemplateRefusal("a result must follow a call", None)
            turns[-1] = "assistant", f"{turns[-1][1]}\nObservation: {content}"
        elif role == "assistant" and (tools or message.get("tool_calls")):
            said = _said(message, content)
            if turns and turns[-1][0] == "assistant":
                turns[-1] = "assistant", f"{turns[-1][1]}\n{said}"
            else:
                turns.append((role, said))
        elif role == "user" and tools:
            turns.append((role, f"{'' if has_asked else _instruction(tools)}Question: {content}"))
            has_asked = True
        else:
            turns.append((role, content))
    return turns


def waits(messages: Any) -> bool:
    """Whether the last message is a result, behind which the model goes on."""
    return bool(messages[-1]["role"] == "tool")


def _instruction(tools: Sequence[Mapping[str, Any]]) -> str:
    functions = [tool.get("function", tool) for tool in tools]
    told = [
        _TOOL.format(
            name=function["name"],
            about=function.get("description", ""),
            parameters=json.dumps(function.get("parameters", {}), ensure_ascii=False),
        )
        for function in functions
    ]
    return _ASK.format(tools="\n\n".join(told), names=", ".join(str(function["name"]) for function in functions))


def _said(message: Mapping[str, Any], content: str) -> str:
    """An assistant's message: its calls, or its answer."""
    thought = str(message.get("reasoning_content") or "")
    calls = message.get("tool_calls") or []
    if not calls:
        return _KNOWN + content
    lines = [f"Thought: {thought or content or 'I should call a tool.'}"]
    for call in calls:
        function = call.get("function", call)
        arguments = function.get("arguments", "")
        text = arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)
        lines += [f"Action: {function['name']}", f"Action Input: {text}"]
    return "\n".join(lines)
