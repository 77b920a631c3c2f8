"""One question, one answer: the path that must start fast, so it imports next to nothing."""

import sys
from typing import TYPE_CHECKING, TextIO

from qwenchat.terminal.answer import Written, write_answer
from qwenchat.terminal.page import Page
from qwenchat.terminal.wishes import Wishes, stream_keywords

if TYPE_CHECKING:
    from qwenchat.chat import ChatModel, ChatTokenizer


def answer_once(model: "ChatModel", tokenizer: "ChatTokenizer", question: str, wishes: Wishes, out: TextIO) -> Written:
    """Write the answer to `question` on `out`, words as they come; notes and figures go to stderr.

    Raises KeyboardInterrupt, the line ended, when the user stops it; errors as `ChatModel.stream`.
    """
    messages = [{"role": "user", "content": question}]
    if wishes.system is not None:
        messages.insert(0, {"role": "system", "content": wishes.system})
    page = Page(out, terminal=out.isatty(), colour=wishes.colour)
    events = model.stream(tokenizer, messages, enable_thinking=wishes.think, **stream_keywords(wishes.parameters))
    written = Written()
    try:
        write_answer(events, page, written)
        if page.blank:
            page.answer("\n")  # an empty answer is an empty line
    finally:
        page.end()
    if written.note is not None:
        print(f"qwenchat: {written.note}", file=sys.stderr)
    if wishes.stats:
        print(f"qwenchat: {written.stats}", file=sys.stderr)
    return written
