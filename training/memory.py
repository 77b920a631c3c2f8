"""What the user says about themselves, and being asked for it turns later."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from training.bank import memory_frames as frames
from training.bank.daily_memories import DAILY
from training.bank.memories import BANK
from training.bank.memory_kinds import OTHERS, Kind
from training.bank.personal_memories import KEYS, PERSONAL
from training.words import Pair
from training.writer import Message, Slot, Writer

# Each name with its kinds, of which a conversation tells one.
KINDS: dict[str, tuple[Kind, ...]] = {
    name: (*((PERSONAL[name],) if name in PERSONAL else ()), *BANK.get(name, ()), *DAILY.get(name, ()))
    for name in {**PERSONAL, **BANK, **DAILY}
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact told in a conversation, `beside` others like it; `was` is its value before it was corrected."""

    kind: Kind
    slots: dict[str, Slot]
    beside: tuple["Fact", ...] = ()
    was: Slot | None = None

    @property
    def key(self) -> tuple[Slot, ...]:
        """Whose or of what it is."""
        return tuple(self.slots[k] for k in (*KEYS, "z") if "{" + k + "}" in self.kind.answer[0])


def _slots(w: Writer, kind: Kind) -> dict[str, Slot]:
    topic, bare = kind.topic, (kind.topic[0].removeprefix("my ").removeprefix("the "), kind.topic[1].removeprefix("我"))
    keyed = any("{" + k + "}" in topic[0] for k in (*KEYS, "z"))
    capital = (topic[0][:1].upper() + topic[0][1:], topic[1])
    short = (bare[0][:1].upper() + bare[0][1:], bare[1].removeprefix("的").removeprefix("家"))
    # A bare "Name?" might ask for the assistant's, so a terse question says whose where nothing else tells.
    return {"t": topic, "T": capital, "n": short, "Q": short if keyed else capital,
            "x": kind.value(w), **{k: w.pick(pairs) for k, pairs in KEYS.items()}, "z": w.pick(kind.keys or (("", ""),))}  # fmt: skip


def fact(w: Writer, name: str) -> Fact:
    """A fresh fact of kind `name`, now and then beside others that must not be taken for it."""
    f = Fact(kind := w.pick(KINDS[name]), _slots(w, kind))
    beside: list[Fact] = []
    for _ in range(w.rng.choice((0, 0, 0, 0, 1, 1, 2, 3))):
        g = _sibling(w, f)
        if g and all(g.key != h.key and g.slots["x"] != h.slots["x"] for h in (f, *beside)):
            beside.append(g)
    return replace(f, beside=tuple(beside))


def _sibling(w: Writer, f: Fact) -> Fact | None:
    """The same of somebody or something else."""
    if f.kind.twin:
        kind = KINDS[f.kind.twin][0]
        return Fact(kind, {**_slots(w, kind), "k": w.pick(OTHERS)})
    return Fact(f.kind, _slots(w, f.kind)) if f.key else None


def _other(w: Writer, f: Fact) -> Slot:
    """A value that `f` hasn't."""
    while (x := f.kind.value(w)) == f.slots["x"]:
        pass
    return x


def _statement(w: Writer, f: Fact) -> str:
    return w.words(*f.kind.tell, **f.slots).rstrip(".!。！")


def _calm(w: Writer, f: Fact) -> str:
    """A statement that can stand behind other words: no greeting."""
    while (s := _statement(w, f)).startswith(_GREETS):
        pass
    return s


def _on(w: Writer, f: Fact, s: str) -> str:
    """`s` as it goes on in a sentence."""
    own = s.split(" ", maxsplit=1)[0] in ("I", "I'm", "I've", "I'd", "I'll") or s.startswith(
        w.words("{x}", "{x}", **f.slots)
    )
    return s if own else s[:1].lower() + s[1:]


_GREETS = ("Hi, ", "Hello, ", "Let me introduce", "你好", "认识一下")
_FIRST = ("My ", "I ", "I'm ", "I've ", "The ", "We ")  # what "that" may stand before


def _dressed(w: Writer, f: Fact) -> str:
    """The fact told, as people do: plainly, with words around it, in a story, with a label."""
    luck, s = w.rng.random(), _statement(w, f)
    if f.kind.topic[0] and f.kind.labelled and luck < 0.3:
        return w.words(*frames.LABELLED, **f.slots)
    if s.startswith(_GREETS) or "?" in s or "？" in s or luck < 0.55:
        return s + w.words("[.|.|.||!]", "[。|。||！]")
    slots = {"s": s, "l": _on(w, f, s)}
    if luck < 0.65 and (w.zh or (s.startswith(_FIRST) and ":" not in s)):
        return w.words(*frames.THATS, **slots)
    return w.words(*(frames.WRAPS if luck < 0.85 else frames.STORIES), **slots)


def _listed(w: Writer, facts: Sequence[Fact]) -> str:
    """Label and value of each, a line each or in a row."""
    mark = w.pick((": ", ": ", " = ", " - ", " -> ")) if not w.zh else w.pick(("：", "：", "＝", " - "))
    rows = [w.words("{n}" + mark + "{x}", "{n}" + mark + "{x}", **f.slots) for f in facts]
    shape = w.rng.random()
    if shape < 0.2:
        body = w.pick(("; ", " / ")).join(rows) if not w.zh else "；".join(rows)
    elif shape < 0.35:
        head = w.words("what,value\n", "项目,内容\n")
        body = head + "\n".join(w.words("{n},{x}", "{n},{x}", **f.slots) for f in facts)
    else:
        lead = w.pick(("- ", "* ", "", "{i}. ", "{i}) "))
        body = "\n".join(lead.replace("{i}", str(i)) + row for i, row in enumerate(rows, 1))
    head, end = w.words(*frames.LIST_HEADS), w.words(*frames.LIST_ENDS)
    return (head and head + "\n") + body + (end and "\n" + end)


def _joined(w: Writer, facts: Sequence[Fact]) -> str:
    """Sentence after sentence."""
    text = _statement(w, facts[0])
    for f in facts[1:]:
        joint, s = w.words(*frames.JOINTS), _calm(w, f)
        goes_on = joint.rstrip(" ").endswith((",", ";", "and", "while", ":"))
        if text.endswith(("?", "？", "!")):
            joint, goes_on = "" if w.zh else " ", False
        text += joint + (_on(w, f, s) if goes_on else s)
    return text + w.words("[.|.|]", "[。|。|]")


def _all(w: Writer, facts: Sequence[Fact]) -> str:
    facts = w.sample(facts, len(facts))
    labels = all(f.kind.topic[0] and f.kind.labelled for f in facts)
    return _listed(w, facts) if labels and w.rng.random() < 0.45 else _joined(w, facts)


def told(w: Writer, f: Fact) -> list[Message]:
    """The user tells it."""
    text = _all(w, (f, *f.beside)) if f.beside else _dressed(w, f)
    if w.brief:
        noted = w.reply("[OK.|Got it.|Noted.]", "[好的。|记住了。]")
    else:
        noted = w.reply(*(frames.TOLD_SEVERAL if f.beside else f.kind.noted), **f.slots)
    return [{"role": "user", "content": text}, noted]


# fmt: off
_NOTES: Pair = (
    "[|||By the way: |For later: |Keep in mind: |You should know: |A note: |Note this: |Remember: |News: |I heard this: |Someone told me: |They say: |Did you hear? |From the grapevine: |For your file: |Interesting: |It says here: ]{s}",
    "[|||对了，|记一下：|请记住：|告诉你，|备忘：|听说，|有人告诉我，|据说，|你知道吗，|记一笔：|上面写着：]{s}",
)
# fmt: on


def heard(w: Writer, sentence: str) -> list[Message]:
    """The user tells something of anybody or anything."""
    return [w.user(*_NOTES, s=sentence), w.reply("[OK.|Got it.|Noted.]", "[好的。|记住了。]")]


def told_two(w: Writer, f: Fact, g: Fact) -> list[Message]:
    """Two facts in one breath, with what is told beside them."""
    return [
        {"role": "user", "content": _all(w, (f, *f.beside, g, *g.beside))},
        w.reply("[OK.|Got it.|Noted.]", "[好的。|记住了。]") if w.brief else w.reply(*frames.TOLD_SEVERAL),
    ]


def corrected(w: Writer, name: str, f: Fact) -> tuple[list[Message], Fact]:
    """The user takes it back and says something else, now and then once more."""
    out: list[Message] = []
    for _ in range(w.rng.choice((1, 1, 1, 2))):
        taken = (f.slots["x"], f.was, *(h.slots["x"] for h in f.beside))
        while (y := f.kind.value(w)) in taken:
            pass
        g = replace(f, slots={**f.slots, "x": y}, was=f.slots["x"])
        s = _calm(w, g)
        slots = {**g.slots, "x": f.slots["x"], "y": y, "S": s, "l": _on(w, g, s)}
        named = f.kind.topic[0] and f.kind.labelled and w.rng.random() < 0.35
        ask = w.words(*(frames.CORRECTED_BY_NAME if named else frames.CORRECTED), **slots)
        out += [{"role": "user", "content": ask}, w.reply(*frames.CHANGED, y=y)]
        f = g
    return out, f


def _gap(w: Writer, f: Fact) -> str:
    """The answer as a sentence of the user's, with a gap for the value."""
    s = w.words(*f.kind.answer, **{**f.slots, "x": "{x}"})
    for yours, mine in (
        (("你", "我"),)
        if w.zh
        else (("Your ", "My "), ("You are", "I am"), ("You ", "I "), (" your ", " my "), (" you ", " I "))
    ):
        s = s.replace(yours, mine)
    ends = s.rstrip(".。").endswith("{x}")
    if ends and w.rng.random() < 0.6:
        return w.words(*frames.BREAKS, b=s.rstrip(".。").removesuffix("{x}").rstrip())
    return w.words(
        *frames.GAPS,
        c=s.replace(
            "{x}",
            w.pick(("___", "____", "...", "(?)", "[...]")) if not w.zh else w.pick(("___", "____", "（　）", "……")),
        ),
    )


def _which(w: Writer, f: Fact) -> str:
    """Is it this or that? That is what it was before, what is told beside it, or anything."""
    others = [h.slots["x"] for h in f.beside] + ([] if f.was is None else [f.was])
    other = w.pick(others) if others and w.rng.random() < 0.7 else _other(w, f)
    p, q = w.sample((f.slots["x"], other), 2)
    return w.words(*frames.WHICH, **f.slots, p=p, q=q)


def _question(w: Writer, f: Fact) -> Message:
    luck, topic = w.rng.random(), bool(f.kind.topic[0])
    if topic and f.was is not None and luck < 0.25:
        text = w.words(*frames.ASKED_NEWEST, **f.slots)
    elif luck < 0.42 or (not topic and (luck < 0.8 or not f.key)):
        return w.user(*f.kind.ask, **f.slots)
    elif luck > 0.91 or not topic:
        text = _gap(w, f)
    elif luck > 0.82:
        text = _which(w, f)
    else:
        text = w.words(*frames.ASKED, **f.slots)
    return {"role": "user", "content": text}


def asked(w: Writer, f: Fact) -> list[Message]:
    """The user asks for it back, and for some of what was told beside it; now and then for what was not."""
    out = [_question(w, f), w.reply(*f.kind.answer, **f.slots)]
    for g in f.beside:
        if w.rng.random() < 0.5:
            out += [_question(w, g), w.reply(*g.kind.answer, **g.slots)]
    if f.kind.keys and w.rng.random() < 0.12:
        g = Fact(f.kind, _slots(w, f.kind))
        if g.key not in [h.key for h in (f, *f.beside)]:
            out += never_told(w, g)
    return out


def never_told(w: Writer, f: Fact) -> list[Message]:
    """The user asks for what was never said."""
    if f.kind.topic[0] and w.rng.random() < 0.5:
        ask: Message = {"role": "user", "content": w.words(*frames.ASKED, **f.slots)}
    else:
        ask = w.user(*f.kind.ask, **f.slots)
    return [ask, w.reply("You haven't told me yet.", "你还没告诉我。")]
