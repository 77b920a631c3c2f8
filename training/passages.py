"""A text to read and questions about it: who, where, what, how many; and what the text doesn't say."""

from collections.abc import Sequence
from dataclasses import dataclass

from training import words
from training.passage_traits import CLOSE, PEOPLE, THINGS, Kind, Trait, person
from training.words import Pair
from training.writer import Message, Writer

# fmt: off
_FILLERS = (
    ("[It was a long day.|The sky was clear.|Many people know this.|That is well known.|The street was quiet.|Nobody was surprised.|The weather was mild.|Some call it luck.|This has been so for years.|There was music in the air.|The coffee was cold by then.|A letter came in the morning.|We heard this from a neighbour.|More could be said, of course.|The rest is quickly told.]",
     "[那是漫长的一天。|天空很晴朗。|很多人都知道。|街上很安静。|没有人感到意外。|天气很温和。|多年来一直如此。|空气中有音乐。|早上来了一封信。|这是邻居说的。|当然还有很多可说的。|大家都这么讲。]"),
)
# Around the text: what stands before it and behind it.
_FRAMES: tuple[Pair, ...] = (
    ("{t}", "{t}"), ("{t}", "{t}"), ("{t}", "{t}"),
    ("[News|Notes|About this|From the paper|Info|Chapter {k}|Page {k}]\n\n{t}", "[消息|笔记|简介|摘自报纸|说明|第{k}章|第{k}页]\n\n{t}"),
    ("# [Notes|Overview|Facts|In short]\n{t}", "# [笔记|概况|资料|简述]\n{t}"),
    ('"{t}"', "“{t}”"), ("<text>\n{t}\n</text>", "<text>\n{t}\n</text>"), ("---\n{t}\n---", "---\n{t}\n---"),
    ("Dear [friend|all|reader],\n{t}\n[Best wishes|See you soon|Warm greetings]!", "[亲爱的朋友|大家好|各位读者]：\n{t}\n[祝好|再见|此致敬礼]！"),
    ("[Hello all!|Here is what I know.|You asked me to write this down.] {t}", "[大家好！|我知道的是这些。|你让我写下来。]{t}"),
)
_BEFORE: Pair = (
    "[Read this text:\n|Here is a text:\n|Text:\n|Text: |Passage: |Read the following passage.\n\n|Use this text:\n|Answer from this text:\n|Read this: |Have a look at this: |This is what I read: |I got this note: |Look at these lines:\n|My aunt wrote this: |The text:\n\n|Please read: |]",
    "[阅读下面的文字：\n|这是一段文字：\n|文章：|请读这段话：\n|读一读：|请看：|看看这段话：\n|我收到了这封信：\n|材料：\n|下面是一段短文。\n|先读这个：|]")
_ASKED: tuple[Pair, ...] = (
    ("{q}", "{q}"), ("{q}", "{q}"), ("{q}", "{q}"),
    ("[Question: |Q: |My question: |Please tell me: |What I want to know: |Answer this: |Now tell me: |Can you tell me from this text: |Now my question: |So: |I'd like to know from it: ]{q}",
     "[问题：|请问，|我想知道，|现在告诉我：|问：|请回答：|那么，|我的问题是：|看完告诉我：]{q}"),
    ("[According to the text, |From what you read: |Going by the text, |From the text: |As far as the text says: |In this text: ]{q}", "[根据这段文字，|根据上文，|按文中所说，|从文中看，|文章里说，|照这段话，]{q}"),
    ("{q} [Answer from the text.|Look in the text.|It should be in there.]", "{q}[请从文中找答案。|看看文中怎么说。|文里应该有。]"),
)
# Text and question in one message; {b} and {a} are one of the rows above each.
_WHOLE: tuple[Pair, ...] = (
    ("{b}{t}\n\n{a}", "{b}{t}\n\n{a}"), ("{b}{t}\n\n{a}", "{b}{t}\n\n{a}"), ("{b}{t}\n{a}", "{b}{t}\n{a}"), ("{b}{t} {a}", "{b}{t}{a}"),
    ("{q}\n\n{t}", "{q}\n\n{t}"), ("{q}\n\n[Text|The text|Read this|Here it says]: {t}", "{q}\n\n[文章|材料|看这段|文字]：{t}"),
    ("[I have a question about the text below.|A question on the text that follows.] {q}\n\n{t}", "[关于下面的文字，我有个问题。|看了下面的话再回答：]{q}\n\n{t}"),
)
# fmt: on
_MALE = set(
    "Alan Amir Aron Ben Bruno David Diego Emil Felix Finn Hugo Igor Ivan Jack Jonas Kai Karl Leo Luca Marco Max Milo Noah "
    "Omar Oscar Otto Paul Sam Simon Theo Tim Tom Victor Peter John Daniel Martin Robert Kevin Nick Oliver Steve Walter".split()
)


@dataclass(frozen=True, slots=True)
class Who:
    """One that a text speaks of: its name, its pronouns, what may be said of it."""

    name: str
    pronouns: tuple[str, str, str]  # he, his, him
    kind: Kind


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a text, and the question and the answer it holds."""

    sentence: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class _Claim:
    """A trait of someone; `words` still has {n}, {s} and {o} open."""

    who: Who
    trait: Trait
    words: str


def _named(w: Writer, kind: Kind) -> Who:
    """One of a kind, with a fresh name."""
    if kind is PEOPLE:
        name = person(w)
        first = name.split()[0]
        # A listed name has its own pronoun; an invented one may have either.
        male = first in _MALE if first in words.NAMES else w.rng.random() < 0.5
        return Who(name, ("他", "他的", "他") if w.zh and male else ("她", "她的", "她") if w.zh else ("he", "his", "him") if male else ("she", "her", "her"), kind)  # fmt: skip
    name = w.pick(kind.names)[w.zh]
    while "{w}" in name:
        fresh = words.invented(w.rng).capitalize()
        if w.zh and w.rng.random() < 0.5:
            fresh = words.han(w.rng) + words.han(w.rng)
        name = name.replace("{w}", fresh, 1)
    return Who(name, ("它", "它的", "它") if w.zh else ("it", "its", "it"), kind)


def _put(text: str, subject: str, whose: str, whom: str) -> str:
    """`text` with the one it speaks of put in, by name or by pronoun."""
    text = text.replace("{n}", subject).replace("{s}", whose).replace("{o}", whom)
    return text[:1].upper() + text[1:]


def _by_name(text: str, who: Who) -> str:
    return _put(text, who.name, f"{who.name}'s", who.name)


def _people(w: Writer, n: int) -> list[Who]:
    """Those a text of `n` sentences speaks of: one, some, or two of a kind that could be taken for each other."""
    kinds = [PEOPLE if w.rng.random() < 0.45 else w.pick(THINGS) for _ in range(max(1, n // w.rng.choice((2, 3, 4))))]
    if n > 1 and w.rng.random() < 0.4:
        kinds.append(kinds[0])
    out: list[Who] = []
    for kind in kinds:
        who = _named(w, kind)
        if not any(who.name in x.name or x.name in who.name for x in out):
            out.append(who)
    return out


def _fits(trait: Trait, so_far: set[Trait]) -> bool:
    return trait not in so_far and not any(trait in close and close & so_far for close in CLOSE)


def _claims(w: Writer, n: int) -> list[_Claim]:
    """`n` or fewer different things said of a few, no value twice."""
    whos = _people(w, n)
    out: list[_Claim] = []
    of: dict[str, set[Trait]] = {who.name: set() for who in whos}
    names, values = [x.name for x in whos], set[str]()
    for _ in range(4 * n):
        if len(out) == n:
            break
        who = w.pick(whos)
        # The same thing is said of another one of its kind, so that the right one must be found.
        others = [c.trait for c in out if c.who.kind is who.kind and c.who is not who]
        trait = w.pick(others) if others and w.rng.random() < 0.6 else w.pick(who.kind.traits)
        drawn = trait.value(w)
        x = str(drawn[w.zh] if isinstance(drawn, tuple) else drawn)
        if not _fits(trait, of[who.name]) or x in values or any(x in name or name in x for name in names):
            continue
        of[who.name].add(trait)
        values.add(x)
        out.append(_Claim(who, trait, w.words(*trait.said, x=x, a="an" if x[0].lower() in "aeiou" else "a")))
    # Those of one stand together, mostly: only then a pronoun can follow.
    return sorted(out, key=lambda c: names.index(c.who.name)) if w.rng.random() < 0.7 else out


def _asked(w: Writer, c: _Claim, who: Who | None = None) -> str:
    """The question that the claim answers, or the same of another one."""
    text = _by_name(w.words(*c.trait.asked), who or c.who)
    return text if text.endswith((".", "。", "？", "?")) else text + ("？" if w.zh else "?")


def _bare(w: Writer, c: _Claim) -> str | None:
    """What can follow "and" without its subject."""
    if w.zh:
        rest = c.words.removeprefix("{n}")
        return None if "{" in rest or rest.startswith(("的", "人", "那", "上", "去", "由")) or rest == c.words else rest
    rest = c.words.removeprefix("{n} ")
    return None if "{" in rest or rest == c.words else rest


def _written(w: Writer, claims: Sequence[_Claim], separate: bool = False) -> list[Said]:
    """The claims as sentences in order; a pronoun stands where it can mean only one. `separate` uses names alone."""
    out: list[Said] = []
    before: _Claim | None = None
    joined = False
    for c in claims:
        follows = before is not None and before.who is c.who and not before.trait.person and not separate
        bare = _bare(w, c) if follows and not joined and w.rng.random() < 0.25 else None
        if before is not None and bare is not None and _bare(w, before) is not None:
            out[-1] = Said(out[-1].sentence[:-1] + ("，" if w.zh else ""), out[-1].question, out[-1].answer)
            sentence, joined = bare if w.zh else f"and {bare}", True
        else:
            # "Of he" and "去它" are no sentences: a pronoun stands in front, or where {o} was meant for it.
            stands = "{n}" not in c.words or c.words.startswith("{n}" if w.zh else "{n} ")
            said_he = follows and stands and w.rng.random() < 0.75
            sentence, joined = (_put(c.words, *c.who.pronouns) if said_he else _by_name(c.words, c.who)), False
        out.append(Said(sentence, _asked(w, c), _by_name(c.words, c.who)))
        before = c
    return out


def world(w: Writer, n: int) -> list[Said]:
    """`n` or fewer different things said of a few people or things, each sentence standing alone."""
    return _written(w, _claims(w, n), separate=True)


def _text(w: Writer, said: list[Said]) -> str:
    """The sentences in order, fillers between where they part no two that hang together."""
    parts = []
    first = {"He ", "His", "She", "Her", "It ", "Its", "The", "and", "他", "她", "它"}
    for i, s in enumerate(said):
        parts.append(s.sentence)
        ends = s.sentence.endswith((".", "。"))
        after = said[i + 1].sentence if i + 1 < len(said) else ""
        hangs = after[:3] in first or after[:1] in first or any(p in after for p in (" it.", " him", " her"))
        if ends and not hangs and w.rng.random() < 0.15:
            parts.append(w.words(*w.pick(_FILLERS)))
    return ("" if w.zh else " ").join(parts)


def _listed(w: Writer, said: list[Said]) -> str:
    mark = w.pick(("- ", "* ", "• ", ""))
    return "\n".join(mark + s.sentence for s in said)


def _hidden(w: Writer, claims: list[_Claim]) -> tuple[str, str | None]:
    """A question that the text leaves open, and what the text says that lies near; takes the claim out."""
    c = w.pick(claims)
    if w.rng.random() < 0.25:
        other = _named(w, c.who.kind)
        if not any(other.name in x.who.name or x.who.name in other.name or other.name in x.words for x in claims):
            return _asked(w, c, other), None
    claims.remove(c)
    near = c.trait.near if w.rng.random() < 0.5 else None
    return _asked(w, c), _by_name(w.words(*near), c.who) if near else None


def passage(w: Writer) -> list[Message]:
    """A text and one to four questions about it; now and then one that it doesn't answer."""
    rng = w.rng
    claims = _claims(w, rng.choice((1, 2, 3, 4, 6, 8, 11, 16)))
    question, near = _hidden(w, claims) if len(claims) > 1 and rng.random() < 0.32 else (None, None)
    listed = rng.random() < 0.12
    said = _written(w, claims, listed)
    shown = list(said)
    if near:  # in front, where it parts no two sentences that hang together
        shown.insert(0, Said(near, "", ""))
    text = _listed(w, shown) if listed else _text(w, shown)
    text = w.words(*w.pick(_FRAMES), t=text, k=rng.randrange(2, 99))
    # Reading is what a row costs, so that long ones are asked more.
    asked = rng.sample(said, min(len(said), rng.choice((1, 2, 3, 4, 5)) + len(said) // 5))
    turns = [(s.question, {"role": "assistant", "content": s.answer}) for s in asked]
    if question is not None:
        turns.insert(rng.randrange(len(turns) + 1), (question, w.reply("The text doesn't say.", "文中没有提到。")))
    out: list[Message] = []
    first, answer = turns[0]
    before, whole = w.words(*_BEFORE), _WHOLE
    if "\n" in text:  # lines stand for themselves
        before = before if before.endswith("\n") or not before else before.strip() + "\n"
        whole = tuple(row for row in _WHOLE if row[0] != "{b}{t} {a}")
    if rng.random() < 0.75:
        row = w.words(*w.pick(_ASKED), q=_within(w, first))
        out += [w.user(*w.pick(whole), b=before, t=text, a=row, q=first), answer]
    else:
        out += [
            w.user("{l}{t}", "{l}{t}", l=before, t=text),
            w.reply("[I have read it.|OK, what would you like to know?]", "[我读完了。|好的，你想知道什么？]"),
        ]
        out += [w.user("{q}", "{q}", q=first), answer]
    for q, answer in turns[1:]:
        out += [w.user("{q}", "{q}", q=q), answer]
    return out


def _within(w: Writer, question: str) -> str:
    """Mostly with a small letter at the start, unless it starts with a name."""
    small = question.startswith(("Wh", "How", "In ", "On ", "At ", "Tell", "From ", "By ")) and w.rng.random() < 0.5
    return question[0].lower() + question[1:] if small else question


FAMILIES = {"passage": (passage, 40)}
