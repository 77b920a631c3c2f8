"""A text to read and questions about it: who, where, what, how many; and what the text doesn't say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from training import scenes, words
from training.bank import passage_styles as styles
from training.bank.events import APART, HAPPENINGS, LIKE
from training.bank.labels import label
from training.bank.things import ALIKE, WORKS_AND_WARES
from training.bank.traits import CLOSE, PEOPLE, THINGS, Kind, Trait, person
from training.bank.voices import voices
from training.grammar import expand
from training.writer import Message, Writer

T = TypeVar("T")
_KINDS = (*THINGS, *HAPPENINGS, *WORKS_AND_WARES)
_CLOSE: dict[Trait, set[Trait]] = {}  # what one question, oddly worded, could mean as well
for _group in (*CLOSE, *LIKE, *ALIKE):
    for _one in _group:
        _CLOSE.setdefault(_one, set()).update(_group - {_one})
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
    x: str
    plain: bool = False  # in first words only, since something close to it is said of the same one


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
    kinds = [PEOPLE if w.rng.random() < 0.4 else w.pick(_KINDS) for _ in range(max(1, n // w.rng.choice((2, 3, 4))))]
    if n > 1 and w.rng.random() < 0.4:
        kinds.append(kinds[0])
    out: list[Who] = []
    for kind in kinds:
        who = _named(w, kind)
        if not any(who.name in x.name or x.name in who.name for x in out):
            out.append(who)
    return out


def _fits(trait: Trait, so_far: set[Trait]) -> bool:
    return trait not in so_far and not any({trait, x} <= apart for apart in APART for x in so_far)


def _near(trait: Trait, so_far: set[Trait]) -> bool:
    """Whether one question, oddly worded, could mean this or something said already."""
    return not so_far.isdisjoint(_CLOSE.get(trait, ()))


class _First(Random):
    """Luck that always takes the first."""

    def choice(self, seq: Sequence[T]) -> T:  # type: ignore[override]
        """The first of `seq`."""
        return seq[0]


def _drawn(w: Writer, trait: Trait) -> str:
    """A value of the trait, in the language of the text."""
    drawn = trait.value(w)
    return str(drawn[w.zh] if isinstance(drawn, tuple) else drawn)


def _claim(w: Writer, who: Who, trait: Trait, x: str, rng: Random | None = None, plain: bool = False) -> _Claim:
    luck = _First() if plain else rng or w.rng
    said = expand(luck, trait.said[w.zh], x=x, a="an" if x[0].lower() in "aeiou" else "a")
    return _Claim(who, trait, said, x, plain)


def _claims(w: Writer, n: int, whos: list[Who] | None = None, rng: Random | None = None) -> list[_Claim]:
    """`n` or fewer different things said of a few, no value twice; `rng` draws the wording if given."""
    whos = whos or _people(w, n)
    drawn: list[tuple[Who, Trait, str]] = []
    of: dict[str, set[Trait]] = {who.name: set() for who in whos}
    names, values = [x.name for x in whos], set[str]()
    for _ in range(4 * n):
        if len(drawn) == n:
            break
        who = w.pick(whos)
        # The same thing is said of another one of its kind, so that the right one must be found; and what is close to
        # it of the same one: where she was born and where she lives.
        others = [t for one, t, _ in drawn if one.kind is who.kind and one is not who]
        close = [t for t in who.kind.traits if t not in of[who.name] and _near(t, of[who.name])]
        luck = w.rng.random()
        trait = w.pick(close if close and luck < 0.15 else others if others and luck < 0.65 else who.kind.traits)
        x = _drawn(w, trait)
        # One of whom more is said: her sister, the owner of the house.
        known = [
            y.name
            for y in whos
            if y.kind is PEOPLE and y is not who and y.name not in values and trait not in of[y.name]
        ]
        linked = trait.person and bool(known) and w.rng.random() < 0.5
        if linked:
            x = w.pick(known)
        elif any(x in name or name in x for name in names):
            continue
        if not _fits(trait, of[who.name]) or x in values:
            continue
        of[who.name].add(trait)
        if linked:  # nothing alike is said of that one, or "Who is married to Lea?" had two answers
            of[x].add(trait)
        values.add(x)
        drawn.append((who, trait, x))
    out = [_claim(w, who, trait, x, rng, _near(trait, of[who.name])) for who, trait, x in drawn]
    # Those of one stand together, mostly: only then a pronoun can follow.
    return sorted(out, key=lambda c: names.index(c.who.name)) if w.rng.random() < 0.7 else out


def _asked(w: Writer, c: _Claim, who: Who | None = None) -> str:
    """The question that the claim answers, or the same of another one; now and then of few words, or for the one."""
    luck, line = w.rng.random(), label(c.trait)
    if line is not None and luck < 0.14 and not c.plain:
        return _short(w, c, who or c.who)
    if luck < 0.26 and who is None:
        backward = _backward(w, c)
        if backward is not None:
            return backward
    return _ended(w, _by_name(_question(w, c), who or c.who))


def _question(w: Writer, c: _Claim) -> str:
    """What asks for it, with {n}, {s} and {o} open."""
    return expand(_First() if c.plain else w.rng, c.trait.asked[w.zh])


def _ended(w: Writer, text: str) -> str:
    return text if text.endswith((".", "。", "？", "?")) else text + ("？" if w.zh else "?")


def _line(w: Writer, c: _Claim) -> tuple[str, str]:
    """What a table calls it, and its value there."""
    line = label(c.trait)
    assert line is not None
    name, value = line[w.zh].split("：" if w.zh else ": ", 1)
    return name, value.replace("{x}", c.x)


def _short(w: Writer, c: _Claim, who: Who) -> str:
    """A question of few words."""
    text = w.words(*styles.SHORT, l=_line(w, c)[0], n=who.name)
    return text[:1].upper() + text[1:]


def _backward(w: Writer, c: _Claim) -> str | None:
    """The question for the one of whom it is said."""
    said = _claim(w, c.who, c.trait, c.x).words
    noun = c.who.kind.noun
    if w.zh:
        which = f"哪{noun[1][1:]}" if noun[1] else "谁"
    else:
        which = f"Which {noun[0].removeprefix('the ')}" if noun[0] else "Who"
    if not said.startswith("{n}") or "{" in said[3:] or (not w.zh and said[3] != " "):
        return None
    return said.replace("{n}", which)[:-1] + ("？" if w.zh else "?")


def _of_two(w: Writer, c: _Claim, rival: Who) -> str | None:
    """Which of the two it is of whom that is said."""
    question = _backward(w, c)
    if question is None:
        return None
    one, other = w.sample((c.who.name, rival.name), 2)
    return f"{question[:-1]}，{one}还是{other}？" if w.zh else f"{question[:-1]}, {one} or {other}?"


def _of_the_only_one(w: Writer, c: _Claim) -> str:
    """A question that names the kind alone, as people do who speak of one thing only: "the ship"."""
    the = c.who.kind.noun[w.zh]
    return _ended(w, _put(_question(w, c), the, f"{the}'s", the))


def _bare(w: Writer, c: _Claim) -> str | None:
    """What can follow "and" without its subject."""
    if w.zh:
        rest = c.words.removeprefix("{n}")
        return None if "{" in rest or rest.startswith(("的", "人", "那", "上", "去", "由")) or rest == c.words else rest
    rest = c.words.removeprefix("{n} ")
    return None if "{" in rest or rest == c.words else rest


def _familiar(w: Writer, text: str, whos: Sequence[Who]) -> str:
    """`text` with now and then a first name where it can mean nobody else."""
    for who in whos:
        first = who.name.split()[0]
        free = who.kind is PEOPLE and not any(first in x.name for x in whos if x is not who)
        if free and w.rng.random() < 0.4:
            text = text.replace(who.name, first)
    return text


def _written(w: Writer, claims: Sequence[_Claim], separate: bool = False) -> list[Said]:
    """The claims as sentences in order; a pronoun stands where it can mean only one. `separate` uses names alone."""
    out: list[Said] = []
    whos = list({c.who.name: c.who for c in claims}.values())
    before: _Claim | None = None
    joined = False
    for c in claims:
        follows = before is not None and before.who is c.who and not before.trait.person and not separate
        bare = _bare(w, c) if follows and not joined and w.rng.random() < 0.25 else None
        if before is not None and bare is not None and _bare(w, before) is not None:
            out[-1] = Said(out[-1].sentence[:-1] + ("，" if w.zh else ""), out[-1].question, out[-1].answer)
            sentence, joined = bare if w.zh else f"and {bare}", True
        else:
            # "Of he", "去它" and "它上" are no sentences: a pronoun stands in front, or where {o} was meant for it.
            stands = "{n}" not in c.words or c.words.startswith("{n}" if w.zh else "{n} ")
            stands = stands and not c.words.startswith(tuple("{n}" + part for part in ("上", "中", "里", "后", "一局")))
            said_he = follows and stands and w.rng.random() < 0.75
            sentence, joined = (_put(c.words, *c.who.pronouns) if said_he else _by_name(c.words, c.who)), False
        sentence = _familiar(w, sentence, whos) if follows else sentence
        out.append(Said(sentence, _familiar(w, _asked(w, c), whos), _by_name(c.words, c.who)))
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
            parts.append(w.words(*w.pick(styles.FILLERS)))
    return ("" if w.zh else " ").join(parts)


def _listed(w: Writer, said: list[Said], taken: Sequence[str]) -> str:
    """A line for each: a list, the items of a meeting, or what some say in a chat."""
    rng, row = w.rng, w.pick(styles.BULLETS)
    speakers = [
        p for p in (person(w) for _ in range(rng.choice((2, 2, 3)))) if not any(p in t or t in p for t in taken)
    ]
    if "{p}" in row[0] and not speakers:
        row = styles.BULLETS[0]
    lines: list[str] = []
    minute = rng.randrange(480, 1200)
    for i, s in enumerate(said):
        chat = "{p}" in row[0]
        for text in (
            (w.words(*styles.PUT_IN) + s.sentence, w.words(*styles.CHATTER))
            if chat and len(speakers) > 1 and rng.random() < 0.4
            else (s.sentence,)
        ):
            minute += rng.randrange(1, 4)
            mark = w.words(
                *row,
                i=i + 1,
                c=f"{minute // 60}:{minute % 60:02d}",
                p=speakers[len(lines) % len(speakers)] if chat else "",
            )
            lines.append(mark + text)
    return "\n".join(lines)


def _taken_back(w: Writer, said: list[Said], claims: Sequence[_Claim]) -> None:
    """One thing is said wrong and put right at once."""
    i = w.rng.randrange(len(claims))
    c, y = claims[i], _drawn(w, claims[i].trait)
    if c.words.count(c.x) != 1 or re.search(rf"\ban? {re.escape(c.x)}", c.words):
        return
    taken = [*(x.x for x in claims), *(x.who.name for x in claims), *(x.words for x in claims)]
    whole = said[i].sentence.endswith((".", "。")) and said[i].sentence[:4] != "and "
    ends = i == 0 or said[i - 1].sentence.endswith((".", "。"))
    if not whole or not ends or any(y in t or t in y for t in taken):
        return
    wrong = _by_name(c.words.replace(c.x, y), c.who)
    text = w.words(*styles.TAKEN_BACK, y=wrong, x=_by_name(c.words, c.who))
    said[i] = Said(text, said[i].question, said[i].answer)


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


def _prose(w: Writer) -> tuple[str, list[tuple[str, str]], str | None]:
    """Sentences about a few, questions with answers, and now and then a question that is left open."""
    rng = w.rng
    claims = _claims(w, rng.choice((2, 3, 4, 4, 5, 6, 6, 8, 11, 16)))
    alone = len({c.who.name for c in claims}) == 1
    question, near = _hidden(w, claims) if len(claims) > 1 and rng.random() < 0.32 else (None, None)
    listed = rng.random() < 0.2
    said = _written(w, claims, listed)
    shown = list(said)
    if rng.random() < 0.1:
        _taken_back(w, shown, claims)
    if near:  # in front, where it parts no two sentences that hang together
        shown.insert(0, Said(near, "", ""))
    question = question and _familiar(w, question, [c.who for c in claims])
    taken = [t for c in claims for t in (c.who.name, c.x)]
    text = _listed(w, shown, taken) if listed else _text(w, shown)
    frames = [f for f in styles.FRAMES if not listed or f[0].startswith("{t}") or "\n{t}" in f[0]]
    return w.words(*w.pick(frames), t=text, k=rng.randrange(2, 99)), _questions(w, claims, said, alone), question


def _questions(w: Writer, claims: Sequence[_Claim], said: Sequence[Said], alone: bool) -> list[tuple[str, str]]:
    """What is asked of a text, reading being what a row costs: long ones are asked more."""
    rng, out = w.rng, []
    only = alone and claims[0].who.kind.noun[0]
    picked = rng.sample(range(len(said)), min(len(said), rng.choice((2, 3, 4, 5, 6)) + len(said) // 5))
    for i in picked:
        question = _of_the_only_one(w, claims[i]) if only and rng.random() < 0.5 else said[i].question
        rivals = [c.who for c in claims if c.trait is claims[i].trait and c.who is not claims[i].who]
        if rivals and rng.random() < 0.15:
            question = _of_two(w, claims[i], w.pick(rivals)) or question
        out.append((question, said[i].answer))
    if len(out) > 1 and rng.random() < 0.08:
        (p, one), (q, two) = out[:2]
        both = w.words(*w.pick(styles.BOTH), p=p, q=q, r=q[0].lower() + q[1:] if q.startswith(_OPENERS) else q)
        out[:2] = [(both, one + ("" if w.zh else " ") + two)]
    return out


def _sheet(w: Writer) -> tuple[str, list[tuple[str, str]], str | None]:
    """The same as a table: of one, line by line, or of some of a kind, row by row."""
    rng, kind = w.rng, PEOPLE if w.rng.random() < 0.15 else w.pick(_KINDS)
    whos: list[Who] = []
    for _ in range(rng.choice((1, 1, 2, 3, 4))):
        who = _named(w, kind)
        if not any(who.name in x.name or x.name in who.name for x in whos):
            whos.append(who)
    traits: list[Trait] = []
    for trait in rng.sample(kind.traits, len(kind.traits)):
        if label(trait) and _fits(trait, set(traits)) and not _near(trait, set(traits)):
            traits.append(trait)
    hidden, *traits = traits[: rng.choice((3, 4, 5, 7)) if len(whos) == 1 else rng.choice((3, 4))]
    values, claims = set[str](), []
    for who in whos:
        for trait in traits:
            x = next((x for x in (_drawn(w, trait) for _ in range(20)) if x not in values and not any(x in y.name or y.name in x for y in whos)), None)  # fmt: skip
            if x is None:
                return _sheet(w)
            values.add(x)
            claims.append(_claim(w, who, trait, x, _First()))
    said = [Said("", _asked(w, c), _by_name(c.words, c.who)) for c in claims]
    question = None
    if rng.random() < 0.3:
        question = _asked(w, _claim(w, w.pick(whos), hidden, _drawn(w, hidden)), w.pick(whos))
    return (_card(w, claims) if len(whos) == 1 or rng.random() < 0.3 else _grid(w, claims)), _questions(w, claims, said, len(whos) == 1), question  # fmt: skip


def _card(w: Writer, claims: Sequence[_Claim]) -> str:
    """For each a title and its lines."""
    title, row, high = w.pick(styles.TITLES), w.pick(styles.LINES), w.rng.random() < 0.7
    out: list[str] = []
    for i, c in enumerate(claims):
        if i == 0 or claims[i - 1].who is not c.who:
            out += ["", w.words(*title, n=_put("{n}", c.who.name, "", ""))]
        name, value = _line(w, c)
        out.append(w.words(*row, l=name[:1].upper() + name[1:] if high else name, v=value))
    return "\n".join(out[1:])


def _grid(w: Writer, claims: Sequence[_Claim]) -> str:
    """A row for each, a column for each thing said."""
    names = list(dict.fromkeys(c.who.name for c in claims))
    head = list(dict.fromkeys(_line(w, c)[0] for c in claims))
    rows = [[w.words("[name|what|item]", "[名称|名字|条目]"), *head]]
    rows += [[n, *(_line(w, c)[1] for c in claims if c.who.name == n)] for n in names]
    mark = w.pick((", ", "; ", " - ", " / ", "\t", "," if not w.zh else "，"))
    return "\n".join(mark.join(r) for r in rows)


def _told(w: Writer) -> tuple[str, list[tuple[str, str]], str | None]:
    """A little scene, now and then between what stands around texts."""
    text, asked, question = scenes.scene(w)
    frames = [f for f in styles.FRAMES if "\n" not in text or f[0].startswith("{t}") or "\n{t}" in f[0]]
    return w.words(*w.pick(frames), t=text, k=w.rng.randrange(2, 99)), asked, question


def passage(w: Writer) -> list[Message]:
    """A text and one to four questions about it; now and then one that it doesn't answer."""
    rng = w.rng
    luck = rng.random()
    text, asked, question = (_told if luck < 0.4 else voices if luck < 0.46 else _sheet if luck < 0.55 else _prose)(w)
    turns = [(q, {"role": "assistant", "content": a}) for q, a in asked]
    if question is not None:
        turns.insert(rng.randrange(len(turns) + 1), (question, w.reply("The text doesn't say.", "文中没有提到。")))
    out: list[Message] = []
    first, answer = turns[0]
    before, whole = w.words(*styles.BEFORE), styles.WHOLE
    if "\n" in text:  # lines stand for themselves
        before = before if before.endswith("\n") or not before else before.strip() + "\n"
        whole = tuple(row for row in whole if row[0] != "{b}{t} {a}")
    if rng.random() < 0.75:
        row = w.words(*w.pick(styles.ASKED), q=_within(w, first))
        out += [w.user(*w.pick(whole), b=before, t=text, a=row, q=first), answer]
    else:
        out += [w.user("{l}{t}", "{l}{t}", l=before, t=text), w.reply(*styles.AFTER_READING)]
        out += [w.user("{q}", "{q}", q=first), answer]
    for q, answer in turns[1:]:
        out += [w.user("{q}", "{q}", q=q), answer]
    return out


_OPENERS = ("Who", "Wha", "Whe", "Which ", "Why", "How ", "In ", "On ", "At ", "Tell", "From ", "By ")


def _within(w: Writer, question: str) -> str:
    """Mostly with a small letter at the start, unless it starts with a name."""
    small = question.startswith(_OPENERS) and w.rng.random() < 0.5
    return question[0].lower() + question[1:] if small else question


FAMILIES = {"passage": (passage, 160)}
