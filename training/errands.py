"""Errands as people give them: each value in its natural place, its key not said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from training import toolbox, words
from training.bank.errand_sources import Errand, Source
from training.bank.errands import ALIKE, DOMAINS, ERRANDS, EVERYDAY
from training.bank.known_tools import TOOLS
from training.grammar import expand
from training.toolbox import Schema, Want, closed
from training.writer import Message, Slot, Writer


@dataclass(frozen=True, slots=True)
class Task(Want):
    """An errand wanted: the wording with its slots open, and the key of each slot."""

    errand: Errand
    text: str
    keys: dict[str, str]

    def worded(self, w: Writer, without: str) -> tuple[str, Mapping[str, Slot]]:
        """The wording, which says nothing of an argument that lacks."""
        values = _slots(w, self)
        return apart(_ended(w, self.text), values), values

    def given(self, w: Writer) -> tuple[Any, Message] | None:
        """A number by one of the keys of what it finds out, if it finds out anything."""
        if not self.errand.gives or w.rng.random() < 0.2:
            return None
        key = w.pick(self.errand.gives)
        value = w.rng.randrange(10 ** w.rng.randrange(1, 4))
        return {key[0]: value}, w.reply("The {k} is {v}.", "{k}是{v}。", k=key if w.ask == w.tell else key[0], v=value)

    def fresh(self, w: Writer) -> Want:
        """With other arguments and by another wording of the same fields."""
        e, text = self.errand, self.text
        for _ in range(12):
            other = expand(w.rng, e.zh if w.zh else e.en)
            if _open(other, e) == _open(self.text, e):
                text = other
                break
        drawn = _values(w, {k: e.fields[s][1] for s, k in self.keys.items() if k in self.arguments})
        arguments = {k: drawn[k] for k in self.arguments}
        return Task(self.deed, self.thing, self.schema, arguments, {}, {}, e, text, self.keys)


_SLOT = "{%s}"
# "A and B is ..." is no English: where a verb behind it shows the number, one value stands alone.
_SINGULAR = (
    " is ",
    " has ",
    " was ",
    " belongs",
    " gets ",
    " needs ",
    "'s ",
    " wants ",
    " comes ",
    " should have ",
    " measures",
    " can't",
)
_PLURAL = {
    "Is": "Are",
    "is": "are",
    "Has": "Have",
    "Does": "Do",
    "does": "do",
    "parcel": "parcels",
    "sensor": "sensors",
    "account": "accounts",
    "door": "doors",
    "file": "files",
}
# These take down whatever is said, so that next to them no other errand is surely out of reach.
_BROAD = ("make note", "add todo", "open app")


def _open(text: str, e: Errand) -> list[str]:
    """The slots that stand in a wording."""
    return [s for s in e.fields if _SLOT % s in text]


def _name(w: Writer, name: str) -> str:
    parts = name.split()
    if w.rng.random() < 0.15 and parts[0] not in ("get", "find", "where"):
        parts = [w.pick(("do", "request", "my", "api")), *parts]
    camel = parts[0] + "".join(p.capitalize() for p in parts[1:])
    return w.pick(("_".join(parts), "_".join(parts), "_".join(parts), camel, "-".join(parts), ".".join(parts)))


def _property(w: Writer, key: str, source: Source) -> dict[str, Any]:
    kind = "number" if source.kind == "integer" and w.rng.random() < 0.1 else source.kind
    out: dict[str, Any] = {"type": kind}
    if source.options:
        out["enum"] = [o[w.zh] for o in source.options]
    if w.rng.random() < 0.2:
        out["description"] = w.pick((f"The {key}", key.replace("_", " ").capitalize()))
    return out


def _values(w: Writer, sources: dict[str, Source]) -> dict[str, Any]:
    """A value for each; no two alike, nor one within another, so that each stands in one place."""
    while True:
        out = {name: source.draw(w) for name, source in sources.items()}
        said = [str(v).lower() for name, v in out.items() if sources[name].kind == "string"]
        if not any(a in b for i, a in enumerate(said) for j, b in enumerate(said) if i != j):
            return out


def _task(w: Writer, e: Errand, text: str, needed: list[str]) -> Task:
    """The errand with a wording; the slots in `needed` are required, others may be on offer too."""
    rng = w.rng
    keys: dict[str, str] = {}
    for slot, (names, _) in e.fields.items():
        if slot in needed or rng.random() < 0.25:
            keys[slot] = rng.choice([k for k in names if k not in keys.values()])
    order = list(keys)
    rng.shuffle(order)
    sources = {keys[s]: e.fields[s][1] for s in order}
    properties = {k: _property(w, k, source) for k, source in sources.items()}
    # What the schema does not ask for may still be said, and is then passed.
    required = [keys[s] for s in order if s in needed and (e.fields[s][1].kind != "boolean" or rng.random() < 0.7)]
    parameters = closed(w, {"type": "object", "properties": properties, "required": required})
    name = rng.choice(e.names)
    about = name.capitalize() if rng.random() < 0.5 else rng.choice(e.about)
    schema = {
        "type": "function",
        "function": {"name": _name(w, name), "description": about, "parameters": parameters},
    }
    drawn = _values(w, {k: sources[k] for s, k in keys.items() if s in needed})
    arguments = {k: drawn[k] for k in sources if k in drawn}
    return Task((name, name), e.thing, schema, arguments, {}, {}, e, text, keys)


def _any(w: Writer) -> Errand:
    return w.pick(EVERYDAY if w.rng.random() < 0.5 else ERRANDS)


def errand(w: Writer, e: Errand | None = None) -> Task:
    """An errand and a use of it, by any wording that says something."""
    e = e or _any(w)
    while True:
        text = expand(w.rng, e.zh if w.zh else e.en)
        if said := _open(text, e):
            return _task(w, e, text, said)


def whole(w: Writer) -> Task:
    """An everyday errand in a wording that says all of its fields, if luck finds one, so that its tool asks for them all."""
    e = w.pick(EVERYDAY)
    for _ in range(40):
        text = expand(w.rng, e.zh if w.zh else e.en)
        if len(_open(text, e)) == len(e.fields):
            return _task(w, e, text, list(e.fields))
    return errand(w, e)


def lacking(w: Writer) -> tuple[Task, str]:
    """An errand whose wording does not say one argument that is required, and the key of that."""
    while True:
        e = _any(w)
        text = expand(w.rng, e.zh if w.zh else e.en)
        said = _open(text, e)
        unsaid = [s for s, (_, source) in e.fields.items() if s not in said and source.kind != "boolean"]
        if unsaid:
            slot = w.pick(unsaid)
            x = _task(w, e, text, [*said, slot])
            return x, x.keys[slot]


def lacking_again(w: Writer, x: Want) -> tuple[Want, str] | None:
    """The same tool, all arguments new, in words that leave one of the required out; None if no wording does."""
    required = x.schema["function"]["parameters"]["required"]
    if not isinstance(x, Task):
        fresh = toolbox.again(w, x)
        left = [k for k in fresh.arguments if k in required]
        return (fresh, w.pick(left)) if left else None
    e = x.errand
    for _ in range(12):
        text = expand(w.rng, e.zh if w.zh else e.en)
        said = [s for s in _open(text, e) if s in x.keys]
        unsaid = [s for s, k in x.keys.items() if s not in said and k in required]
        if said == _open(text, e) and len(unsaid) == 1 and e.fields[unsaid[0]][1].kind != "boolean":
            key = x.keys[unsaid[0]]
            told = {k: e.fields[s][1] for s, k in x.keys.items() if s in said or k == key}
            drawn = _values(w, told)
            order = x.schema["function"]["parameters"]["properties"]
            arguments = {k: drawn[k] for k in order if k in drawn}
            return Task(x.deed, x.thing, x.schema, arguments, {}, {}, e, text, x.keys), key
    return None


def said(w: Writer, source: Source, value: Any) -> str:
    """A value as a user says it."""
    if source.flags:
        return source.flags[not value][w.zh]
    if source.quoted and w.rng.random() < 0.4:
        return w.pick(("《{}》", "“{}”", "「{}」") if w.zh else ('"{}"', "'{}'", "“{}”")).format(value)
    return str(value)


def _ended(w: Writer, text: str) -> str:
    if text.endswith(("?", "？", ".", "。", "!")):
        return text
    return text + (w.pick(("。", "。", "")) if w.zh else w.pick((".", ".", "")))


def apart(text: str, values: dict[str, str]) -> str:
    """Room between two values that would run into each other: 2025-06-01 16:30."""
    for a, b in re.findall(r"{(.)}(?={(.)})", text):
        if values[a][-1].isascii() and values[b][0].isascii():
            text = text.replace(f"{{{a}}}{{{b}}}", f"{{{a}}} {{{b}}}")
    return text


NUMBERS = ("two three four five six seven eight nine ten eleven twelve".split(), "两 三 四 五 六 七 八 九 十 十一 十二".split())  # fmt: skip
_COUNTED = (r"(?:^|[ ,]){%s}(?= [a-z])", r"(?<!第){%s}(?=[个张人位晚天份只本台杯次瓶盒斤件小分])")


def spoken(w: Writer, text: str, slot: str, source: Source, value: Any) -> str:
    """A value as a user says it in this wording; a small number that counts things now and then as a word."""
    counts = source.kind == "integer" and 2 <= value <= 12 and re.search(_COUNTED[w.zh] % slot, text)
    return NUMBERS[w.zh][value - 2] if counts and w.rng.random() < 0.4 else said(w, source, value)


def _slots(w: Writer, x: Task) -> dict[str, str]:
    there = {s: k for s, k in x.keys.items() if _SLOT % s in x.text}
    return {s: spoken(w, x.text, s, x.errand.fields[s][1], x.arguments[k]) for s, k in there.items()}


def clause(w: Writer, x: Task, inside: bool) -> str:
    """The words for one of several things wanted, at the head of a sentence or inside it."""
    text = x.text.rstrip(".。")
    if inside and not text.startswith(("I ", "I'", "{")):
        text = text[0].lower() + text[1:]
    values = _slots(w, x)
    return expand(w.rng, apart(text, values), **values)


def _many(text: str, mark: str) -> str:
    """The words before a value as they are before two: are A and B, the parcels A and B."""
    before, _, after = text.partition(mark)
    tail = re.search(r"(?:\b(?:Is|is|Has|Does|does) )?(?:my |the )?(?:parcel |sensor |account |door |file )?$", before)
    at = tail.start() if tail else len(before)
    return before[:at] + re.sub(r"\w+", lambda m: _PLURAL.get(m[0], m[0]), before[at:]) + mark + after


def _single(text: str, mark: str) -> bool:
    return any(mark + verb in text for verb in _SINGULAR) or re.search(r"\bit\b|\bson\b|\bsecond\b", text) is not None


def together(w: Writer) -> tuple[Message, list[Task]]:
    """One tool for two or three values that are said once."""
    while True:
        x = errand(w)
        e = x.errand
        mark = _SLOT % e.both
        if not e.both or mark not in x.text or _single(x.text, mark):
            continue
        key, source = x.keys[e.both], e.fields[e.both][1]
        values = [source.draw(w) for _ in range(w.pick((2, 2, 2, 3)))]
        if any(a != b and str(a) in str(b) for a in values for b in values) or len(set(values)) < len(values):
            continue
        if any(str(v) in str(other) or str(other) in str(v) for v in values for k, other in x.arguments.items() if k != key and isinstance(other, str)):  # fmt: skip
            continue
        tasks = [
            Task(x.deed, x.thing, x.schema, {**x.arguments, key: v}, {}, {}, e, x.text, x.keys) for v in values
        ]  # fmt: skip
        said = _slots(w, x)
        *first, last = [str(v) for v in values]
        said[e.both] = "、".join(first) + w.pick(("和", "还有")) + last if w.zh else ", ".join(first) + " and " + last
        text = apart(_ended(w, _many(x.text, mark)), said)
        return w.user(text, text, **said), tasks


def want(w: Writer) -> Want:
    """An errand, or now and then a tool drawn from deeds, objects and fields."""
    return errand(w) if w.rng.random() < 0.6 else toolbox.want(w)


_BY_NAME = {
    words.bare(prefix + n): e for e in ERRANDS for n in e.names for prefix in ("", "do", "request", "my", "api")
}
# The other names of a well-known tool that does the same are names of the errand too.
_BY_NAME |= {
    words.bare(n): _BY_NAME[words.bare(t.rival)]
    for t in TOOLS
    if t.rival
    for n in t.names
    if words.bare(n) not in _BY_NAME
}


def same(name: str, other: str) -> bool:
    """Whether two tools run the same errand, or one of them all sorts."""
    a, b = _BY_NAME.get(words.bare(name)), _BY_NAME.get(words.bare(other))
    if a is None or b is None:
        return False
    if a is b or any(e.names[0] in _BROAD for e in (a, b)):
        return True
    return any(a.names[0] in row and b.names[0] in row for row in ALIKE)


def known(name: str) -> bool:
    """Whether the tool runs an errand of ours."""
    return words.bare(name) in _BY_NAME


def near(w: Writer, name: str) -> list[Schema]:
    """Tools of the same room of life as the errand of that name that do something else."""
    mine = _BY_NAME[words.bare(name)]
    others = [e for d in DOMAINS if mine in d for e in d if e is not mine and e.names[0] not in _BROAD]
    return [errand(w, e).schema for e in w.sample(others, w.pick((1, 1, 2)))]
