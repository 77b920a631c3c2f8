"""The hand that writes one conversation: its luck, its languages, its manner."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeAlias, TypeVar

from training.grammar import chosen, expand, filled
from training.rewording import reworded

Message: TypeAlias = dict[str, Any]
Slot: TypeAlias = object  # a value, or (English, Chinese) of which the side's language is taken

T = TypeVar("T")

# fmt: off
_LEADS = (
    "Hey, ", "Hi, ", "OK, ", "So, ", "Please, ", "Quick question: ", "Well, ", "Now, ", "Hello, ", "And ",
    "Also, ", "Excuse me, ", "Listen, ", "By the way, ", "One more thing: ", "Next: ", "I was wondering: ",
    "Alright, ", "Good, ", "Please help: ", "My question: ", "Could you help? ", "A question: ", "Tell me, ", "Hm, ", "Oh, ",
    "First of all, ", "Another thing: ", "Here is a task: ", "Let me ask: ", "Then ", "Sorry to bother you: ", "If you can: ", "Once more: ",
    "Just a moment: ", "I need this: ", "Today I want to know: ", "Be so good: ", "Let's see: ", "Something else: ", "This is for you: ",
    "Now tell me, ", "Say, ", "Do tell: ", "Remind me: ", "Right, ", "Just to be sure: ", "Come on, ", "Back to my question: ", "You know what? ", "Tell me please: ",
    "I'd like to know: ", "Let me know: ", "Maybe you know: ", "My dear, ", "Look, ", "Fine. ", "Could you say: ", "I forgot: ",
)
_TAILS = (" Thanks!", " Thank you.", " Please.", " I need it soon.", " That's all.", " Take your time.", " Can you do that?", " I'm curious.", " It's for a friend.",
          " Thanks in advance.", " What do you say?", " I'd be glad.", " That would help me.", " No hurry.", " OK?", " Is that possible?")
_ZH_TAILS = ("谢谢！", "谢谢。", "可以吗？", "不着急。", "拜托了。", "我很好奇。", "先谢了。", "行吗？", "麻烦你了。")
_ZH_LEADS = (
    "请问，", "你好，", "嗯，", "那么，", "麻烦问一下，", "好的，", "对了，", "我想问，",
    "还有，", "打扰一下，", "顺便问一下，", "请帮忙，", "说说看，", "告诉我，", "我想知道，", "提醒我一下，", "再问一个：", "你看，", "我忘了，", "最后问一下，",
)
_BEGS = (", please?", ", would you?", ", will you?", ", if you can.", ", if you like.", ", if you don't mind.", ", please.", " for me, please.", ", can you?")
# fmt: on


_AT_LATIN = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[A-Za-z])|(?<=[A-Za-z]) (?=[\u4e00-\u9fff])")
_FULL = "，。：？！；（）"
_HALF = str.maketrans(_FULL, ",.:?!;()")


def half_width(text: str) -> str:
    """Chinese with the marks of a keyboard that isn't set to it."""
    return text.translate(_HALF)


def _texts(slots: dict[str, Slot]) -> list[str]:
    return [str(side) for v in slots.values() for side in (v if isinstance(v, tuple) else (v,))]


def _of(chinese: bool, slots: dict[str, Slot]) -> dict[str, object]:
    """The slots' values in one language."""
    return {k: v[chinese] if isinstance(v, tuple) else v for k, v in slots.items()}


@dataclass(slots=True)
class Conversation:
    """Messages in hub form, the tools they may use, and whether the last answer is thought about first."""

    family: str
    messages: list[Message] = field(default_factory=list)
    tools: list[dict[str, Any]] | None = None
    thinking: bool = False


@dataclass(slots=True)
class Writer:
    """Draws user and assistant messages from patterns; `ask` and `tell` are "en" or "zh"."""

    rng: Random
    ask: str = "en"
    tell: str = "en"
    brief: bool = False  # the system turn asked for short answers
    me: str = "tiny"  # the name the assistant goes by
    role: Slot = ""  # what it is beside its name where the system turn says so, as "a pirate"

    @property
    def zh(self) -> bool:
        """Whether the user writes Chinese."""
        return self.ask == "zh"

    def _say(self, side: str, en: str, zh: str, slots: dict[str, Slot]) -> str:
        chinese = side == "zh"
        return expand(self.rng, zh if chinese else en, **_of(chinese, slots))

    def words(self, en: str, zh: str, **slots: Slot) -> str:
        """Some of the user's words, as they are."""
        return self._say(self.ask, en, zh, slots)

    def user(self, en: str, zh: str, **slots: Slot) -> Message:
        """A user message, reworded and roughened as people write."""
        open_text = reworded(self.rng, chosen(self.rng, zh if self.zh else en), self.zh)
        if self.zh and self.rng.random() < 0.4:  # few people type a space between Chinese and JSON
            open_text = _AT_LATIN.sub("", open_text)
        text = self._rough(filled(open_text, _of(self.zh, slots)), slots)
        return {"role": "user", "content": self._half_width(text, slots) if self.zh else text}

    def reply(self, en: str, zh: str, **slots: Slot) -> Message:
        """An assistant message."""
        text = self._say(self.tell, en, zh, slots)
        return {"role": "assistant", "content": text[:1].upper() + text[1:]}

    def _half_width(self, text: str, slots: dict[str, Slot]) -> str:
        """Marks as they come from a keyboard that isn't set to Chinese, where nothing that holds one may be copied."""
        held = any(mark in value for value in _texts(slots) for mark in _FULL)
        return text if held or self.rng.random() > 0.15 else half_width(text)

    def _rough(self, text: str, slots: dict[str, Slot]) -> str:
        """Leads, case, ends and slips; what a slot holds stays as it is, since it may have to be copied."""
        rng, luck, free = self.rng, self.rng.random(), not slots
        if luck < 0.12 and len(text) < 120:
            plain = free or (text[0].isalpha() and not text.startswith(tuple(_texts(slots))))
            text = text[0].lower() + text[1:] if plain and not text.startswith("I ") else text
            text = rng.choice(_ZH_LEADS if self.ask == "zh" else _LEADS) + text
        elif luck < 0.22:
            text = text.lower() if free and text.isascii() and luck < 0.17 else text
            text = text.rstrip(".?!。？！") or text
        elif luck < 0.26 and len(text) < 120 and not text.rstrip(".?!。？！").endswith(tuple(_texts(slots))):
            text += rng.choice(_ZH_TAILS) if self.ask == "zh" else rng.choice(_TAILS)
        elif luck < 0.31 and free:
            text = self._slip(text)
        elif (
            luck < 0.34
            and self.ask == "en"
            and len(text) < 120
            and not text.rstrip(".?!").endswith(tuple(_texts(slots)))
        ):
            text = text.rstrip(".?!") + rng.choice(_BEGS)
        return text.strip()

    def _slip(self, text: str) -> str:
        """A small slip of the fingers; only where no slot's value could be hurt."""
        at = self.rng.randrange(len(text))
        if text[at].isalpha() and text[at].isascii():
            return text[:at] + text[at + 1 :] if self.rng.random() < 0.5 else text[:at] + text[at] + text[at:]
        return text.replace(" ", "", 1) if self.rng.random() < 0.3 else text

    def pick(self, items: Sequence[T]) -> T:
        """One of `items`."""
        return self.rng.choice(items)

    def sample(self, items: Sequence[T], n: int) -> list[T]:
        """`n` different ones of `items`."""
        return self.rng.sample(items, n)
