"""A conversation as the text the model reads: the words the chat template writes, marked for learning."""

import json
from dataclasses import dataclass

from training.writer import Conversation, Message

TOOLS_BEFORE = "# Tools\n\nYou may call the functions described here, one JSON object per line:\n<tools>"
TOOLS_AFTER = (
    "\n</tools>\n\nTo call a function, write its name and its arguments as JSON between these tags:\n"
    '<tool_call>\n{"name": "function name", "arguments": {"argument": "value"}}\n</tool_call>'
)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text and whether the model learns to write it."""

    text: str
    learn: bool


def _system(c: Conversation) -> tuple[str | None, list[Message]]:
    first = c.messages[0]
    text, rest = (first["content"], c.messages[1:]) if first["role"] == "system" else (None, c.messages)
    if not c.tools:
        return text, rest
    lines = "".join("\n" + json.dumps(tool, ensure_ascii=False) for tool in c.tools)
    return (f"{text}\n\n" if text else "") + TOOLS_BEFORE + lines + TOOLS_AFTER, rest


def _said(m: Message) -> str:
    """An assistant message without its thought: the words, then the calls."""
    calls = "\n".join(
        "<tool_call>\n"
        + json.dumps({"name": f["name"], "arguments": f["arguments"]}, ensure_ascii=False)
        + "\n</tool_call>"
        for f in (call["function"] for call in m.get("tool_calls") or ())
    )
    return m["content"] + ("\n" if m["content"] and calls else "") + calls


def render(c: Conversation) -> list[Span]:
    """The whole conversation; spans join at places where the tokenizer cuts anyway."""
    system, messages = _system(c)
    spans = [Span(f"<|im_start|>system\n{system}<|im_end|>\n", False)] if system is not None else []
    last_ask = max(i for i, m in enumerate(messages) if m["role"] == "user")
    for i, m in enumerate(messages):
        if m["role"] == "user":
            spans.append(Span(f"<|im_start|>user\n{m['content']}<|im_end|>\n", False))
        elif m["role"] == "tool":
            before = "" if messages[i - 1]["role"] == "tool" else "<|im_start|>user"
            after = "" if i + 1 < len(messages) and messages[i + 1]["role"] == "tool" else "<|im_end|>\n"
            spans.append(Span(f"{before}\n<tool_response>\n{m['content']}\n</tool_response>{after}", False))
        else:
            head, said = "<|im_start|>assistant\n", _said(m) + "<|im_end|>"
            thought = m.get("reasoning_content")
            if i > last_ask and c.thinking and thought:
                head, said = head + "<think>\n", f"{thought}\n</think>\n\n{said}"
            elif i > last_ask:
                head += "<think>\n\n</think>\n\n"
            spans += [Span(head, False), Span(said, True), Span("\n", False)]
    return spans


def text(c: Conversation) -> str:
    """The rendered conversation as one string."""
    return "".join(s.text for s in render(c))
