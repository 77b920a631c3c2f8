"""Little scenes out of life: a text in words of its own, questions about it, and the fields that one could take from it.

The scenes stand in `bank/scenes.en.txt` and `bank/scenes.zh.txt`, those without questions in `bank/facts.*.txt`; each is
a block of lines:

    T: {p} keeps bees in {c} and sells {n} jars a week.
    Where are the bees?|Where does {p} keep bees? => {p} keeps bees in {c}.
    How old is {p}? => -
    J: beekeeper|name={p}; town|place={c}

A question without an answer is one that the text leaves open. `[this|that]` is a choice everywhere.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from training import words
from training.bank.errand_sources import SUBJECT, full_name, word
from training.bank.records import Record
from training.grammar import chosen, filled
from training.toolbox import place
from training.writer import Writer, half_width


@dataclass(frozen=True, slots=True)
class Scene:
    """A text, its questions with their answers (None where it has none), and the names of what stands in each slot."""

    text: str
    asked: tuple[tuple[str, str | None], ...]
    fields: dict[str, str]


def _proper(w: Writer) -> str:
    """The name of a ship, a firm, a dog: a word from no list, now and then two, or somebody's."""
    one, luck = word(w).capitalize(), w.rng.random()
    if w.zh:
        return one if luck < 0.85 else one + w.pick(("号", "堂", "记", "坊", "阁"))
    if luck < 0.75:
        return one
    if luck < 0.85:
        return f"{one} {word(w).capitalize()}"
    return f"{one} {w.pick(words.COMMON).capitalize()}" if luck < 0.95 else f"{one} & {words.person(w.rng, False)}"


def _person(w: Writer) -> str:
    """A name, now and then with what people put before or behind it."""
    name = full_name(w)
    if w.rng.random() > 0.12:
        return name
    return name + w.pick(("老师", "师傅", "先生", "阿姨", "大叔")) if w.zh else w.pick(("Mr", "Mrs", "Dr.", "Professor", "Aunt", "Captain")) + " " + name  # fmt: skip


def _of(rows: list[words.Pair]) -> Callable[[Writer], str]:
    return lambda w: w.pick(rows)[w.zh]


def _month(w: Writer) -> str:
    i = w.rng.randrange(12)
    return f"{i + 1}月" if w.zh else words.MONTHS[i]


_SLOTS: dict[str, Callable[[Writer], Any]] = {
    **dict.fromkeys("pqr", _person), **dict.fromkeys("cd", place), **dict.fromkeys("ij", _proper),
    **dict.fromkeys("nmk", lambda w: w.rng.randrange(2, 61)), "b": lambda w: w.rng.randrange(100, 9001),
    **dict.fromkeys("yz", lambda w: w.rng.randrange(1700, 2030)), "t": lambda w: f"{w.rng.randrange(6, 23)}:{w.rng.randrange(0, 60, 5):02d}",
    **dict.fromkeys("wv", _of(words.DAYS)), "u": _month, **dict.fromkeys("fg", _of(words.FOODS)), "o": _of(words.JOBS), "a": _of(words.ANIMALS),
    "l": _of(words.COLOURS), "e": lambda w: w.rng.randrange(100, 9900) / 100, "s": SUBJECT.draw, "h": _of(words.HOBBIES), "x": _of(words.THINGS),
}  # fmt: skip
_SLOT = re.compile(r"{(\w)}")


def parsed(text: str) -> list[Scene]:
    """The scenes of a file; ValueError names the line that can't be read."""
    out = []
    for block in re.split(r"\n\s*\n", text.strip()):
        head, *lines = block.splitlines()
        if not head.startswith("T: "):
            raise ValueError(f"a scene begins with 'T: ', not {head!r}")
        asked: list[tuple[str, str | None]] = []
        fields: dict[str, str] = {}
        for line in lines:
            if line.startswith("J: "):
                for field in line[3:].split(";"):
                    keys, _, slot = field.strip().rpartition("=")
                    fields[slot.strip("{} ")] = keys.strip()
            elif " => " in line:
                question, _, answer = line.partition(" => ")
                asked.append((f"[{question}]", None if answer.strip() == "-" else answer.strip()))
            else:
                raise ValueError(f"neither a question with ' => ' nor fields: {line!r}")
        scene = Scene(head[3:].replace("\\n", "\n"), tuple(asked), fields)
        unknown = {s for s in _SLOT.findall(block) if s not in _SLOTS}
        strange = set(fields) - set(_SLOT.findall(scene.text))
        if unknown or strange:
            raise ValueError(f"slots that nobody draws: {sorted(unknown | strange)} in {head!r}")
        out.append(scene)
    return out


@cache
def _read(kind: str, chinese: bool) -> list[Scene]:
    name = f"{kind}.{'zh' if chinese else 'en'}.txt"
    return parsed((Path(__file__).parent / "bank" / name).read_text("utf-8"))


def _drawn(w: Writer, text: str) -> dict[str, Any]:
    """A value for each slot of the text: no two alike, nor one within another."""
    slots = list(dict.fromkeys(_SLOT.findall(text)))
    while True:
        out = {s: _SLOTS[s](w) for s in slots}
        said = [str(v).lower() for v in out.values()]
        if not any(a in b for i, a in enumerate(said) for j, b in enumerate(said) if i != j):
            return out


def scene(w: Writer) -> tuple[str, list[tuple[str, str]], str | None]:
    """A text, questions with answers, and now and then one that the text leaves open."""
    s = w.pick(_read("scenes", w.zh))
    values = _drawn(w, s.text + "".join(q for q, _ in s.asked))

    def put(pattern: str) -> str:
        text = filled(chosen(w.rng, pattern), values)
        return text[:1].upper() + text[1:]

    told = [(put(q), put(a)) for q, a in s.asked if a is not None]
    told += [(put(q), put(a)) for q, a in w.sample([x for x in s.asked if x[1] is not None], 1)] if w.rng.random() < 0.3 else []  # fmt: skip
    left = [put(q) for q, a in s.asked if a is None]
    w.rng.shuffle(told)
    return (
        _typed(w, put(s.text)),
        told[: w.pick((2, 3, 4, 5, 6))],
        w.pick(left) if left and w.rng.random() < 0.33 else None,
    )


def _typed(w: Writer, text: str) -> str:
    return half_width(text) if w.zh and w.rng.random() < 0.15 else text


def record(w: Writer) -> Record:
    """A text and its fields."""
    s = w.pick([s for s in _read(w.pick(("scenes", "facts")), w.zh) if len(s.fields) > 1])
    values = _drawn(w, s.text)
    text = filled(chosen(w.rng, s.text), values)
    return Record(_typed(w, text[:1].upper() + text[1:]), {f: values[f] for f in s.fields}, (), {f: (k, k) for f, k in s.fields.items()})  # fmt: skip
