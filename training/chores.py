"""Small work on a text or a list, asked for as people type it: capitals, a word for another, the largest number, one thing less."""

import json
from collections.abc import Callable
from typing import TypeAlias

from training import list_tasks, lists, textwork, words
from training.bank import everyday_chores as say
from training.bank.errand_sources import MESSAGE, SENTENCE, TEXT
from training.words import Pair
from training.writer import Message, Writer

# How it is asked for, what stands in the wording's slots, and the answer or its text.
Chore: TypeAlias = tuple[Pair, dict[str, object], str | Message]


def _sentence(w: Writer) -> str:
    """A sentence or what people write to each other, without its full stop or with it."""
    text = str(w.pick((MESSAGE, SENTENCE, TEXT)).draw(w))
    if w.rng.random() < 0.4:
        text = text[:1].upper() + text[1:] + ("。" if w.zh else ".")
    return text


def _row(w: Writer, low: int = 3, high: int = 7) -> list[str]:
    return words.commons(w.rng, w.zh, w.rng.randrange(low, high))


def _listed(w: Writer, items: list[str]) -> str:
    gap = w.pick(("、", "、", "，", "\n")) if w.zh else w.pick((", ", ", ", ", ", "\n", "; "))
    return gap.join(items)


def _capitals(w: Writer) -> Chore:
    text = _sentence(Writer(w.rng))  # Chinese has no capitals
    small = w.rng.random() < 0.25
    shown = text.upper() if small else text
    return (say.SMALL if small else say.CAPITALS), {"x": shown}, text.lower() if small else text.upper()


def _swapped(w: Writer) -> Chore:
    while True:
        row, (other,) = [x for x in _row(w, 1, 3) if x[0] not in "aeiou"] or ["lamp"], _row(w, 1, 2)
        text = w.words(
            "[Please bring the {a} tomorrow.|{n} bought a new {a} on {d}.|The {a} is in the kitchen.|I left my {a} at {n}'s place.|Where is the {a}?|{n} likes the old {a}.|We need one more {a} for {d}.|The {a} and the lamp are gone.|My {a} is broken, {n}.|On {d} {n} found a {a} in the garden.]",
            "[明天请带{a}来。|{n}{d}买了新的{a}。|{a}在厨房里。|我把{a}忘在{n}家了。|{a}在哪里？|{n}喜欢那个旧{a}。|{d}我们还要一个{a}。|我的{a}坏了，{n}。|{d}{n}在院子里捡到了{a}。]",
            a=row[0], n=words.person(w.rng, w.zh), d=w.pick(words.DAYS),
        )  # fmt: skip
        if text.count(row[0]) == 1 and other not in text:
            return say.SWAP, {"x": text, "a": row[0], "b": other}, text.replace(row[0], other)


def _removed(w: Writer) -> Chore:
    items = _row(w)
    gone = w.pick(items)
    return say.REMOVE, {"x": _listed(w, items), "a": gone}, lists.joined(w, [i for i in items if i != gone])


def _added(w: Writer) -> Chore:
    *items, more = _row(w, 3, 6)
    return say.ADD, {"x": _listed(w, items), "a": more}, lists.joined(w, [*items, more])


def _extreme(w: Writer) -> Chore:
    n = w.rng.randrange(3, 6)
    items = w.sample(range(2, w.pick((20, 100, 100, 1000))), n)
    large = w.rng.random() < 0.5
    return (say.LARGEST if large else say.SMALLEST), {"x": _listed(w, list(map(str, items)))}, str((max if large else min)(items))  # fmt: skip


def _end(w: Writer) -> Chore:
    items = _row(w)
    if w.rng.random() < 0.4:
        items = list(dict.fromkeys(words.person(w.rng, w.zh) for _ in items))
    last = w.rng.random() < 0.5
    return (say.LAST if last else say.FIRST), {"x": _listed(w, items)}, items[-1 if last else 0]


def _counted(w: Writer) -> Chore:
    items = _row(w, 2, 9)
    return say.COUNT, {"x": _listed(w, items)}, f"有{len(items)}个。" if w.zh else f"There are {len(items)}."


def _reversed(w: Writer) -> Chore:
    items = _row(w)
    return say.REVERSE, {"x": _listed(w, items)}, lists.joined(w, items[::-1])


def _once(w: Writer) -> Chore:
    items = _row(w, 3, 5) if w.rng.random() < 0.7 else [str(i) for i in w.sample(range(1, 60), w.rng.randrange(3, 5))]
    row = [*items, *w.sample(items, w.rng.randrange(1, 3))]
    w.rng.shuffle(row)
    return say.ONCE, {"x": _listed(w, row)}, lists.joined(w, list(dict.fromkeys(row)))


def _commas(w: Writer) -> Chore:
    items = _row(w)
    return say.COMMAS, {"x": " ".join(items)}, ("，" if w.zh else ", ").join(items)


def _backwards(w: Writer) -> Chore:
    if w.zh:
        x = "".join(words.han(w.rng) for _ in range(w.rng.randrange(3, 5)))
        return say.WORD_BACKWARDS, {"x": x}, x[::-1]
    x = w.pick([i for i in words.COMMON if len(i) < 7])
    if w.rng.random() < 0.5:  # letter by letter, where a word's letters are seen one by one
        return say.BACKWARDS, {"x": "-".join(x)}, "-".join(x[::-1])
    return say.WORD_BACKWARDS, {"x": x}, x[::-1]


def _second(w: Writer) -> Chore:
    items = _row(w)
    return say.SECOND, {"x": _listed(w, items)}, items[1]


def _by_size(w: Writer) -> Chore:
    items = list_tasks.numbers(w, w.rng.randrange(3, 6))
    down = w.rng.random() < 0.4
    done = sorted(items, key=int, reverse=down)
    return (say.SORT_DOWN if down else say.SORT_UP), {"x": _listed(w, items)}, lists.in_order(w, items, done)


def _by_letter(w: Writer) -> Chore:
    items = words.commons(w.rng, False, w.rng.randrange(3, 5))
    return say.ALPHABET, {"x": ", ".join(items)}, lists.in_order(w, items, sorted(items))


def _bullets(w: Writer) -> Chore:
    items = _row(w, 2, 6)
    if w.rng.random() < 0.5:
        return say.BULLETS, {"x": _listed(w, items)}, "\n".join(f"- {i}" for i in items)
    return say.NUMBERED, {"x": _listed(w, items)}, "\n".join(f"{n}. {i}" for n, i in enumerate(items, 1))


def _lines(w: Writer) -> Chore:
    items = _row(w, 2, 6)
    shown = ("、" if w.zh else ", ").join(items)
    if w.rng.random() < 0.5:
        return say.EVERY_LINE, {"x": shown}, "\n".join(items)
    return say.JSON_LIST, {"x": shown}, json.dumps(items, ensure_ascii=False)


def _length(w: Writer) -> Chore:
    short = w.rng.random() < 0.4
    while True:
        items = _row(w, 3, 6)
        best = (min if short else max)(items, key=len)
        if sum(len(i) == len(best) for i in items) == 1:
            return (say.SHORTEST if short else say.LONGEST), {"x": _listed(w, items)}, best


def _polite(w: Writer) -> Chore:
    text = textwork.order(w)
    said = text[:1].upper() + text[1:] + ("。" if w.zh else w.pick((".", "!")))
    return say.POLITE, {"x": said}, f"请您{text}，好吗？" if w.zh else f"Could you please {text}?"


def _has(w: Writer) -> Chore:
    *items, other = _row(w, 4, 8)
    there = w.rng.random() < 0.5
    a = w.pick(items) if there else other
    yes, no = (
        (f"有，列表里有{a}。", f"没有，列表里没有{a}。")
        if w.zh
        else (f"Yes, {a} is in the list.", f"No, {a} isn't in the list.")
    )
    return say.HAS, {"x": _listed(w, items), "a": a}, yes if there else no


def _between(w: Writer) -> Chore:
    items = _row(w, 4, 7)
    i = w.rng.randrange(len(items) - 2)
    return say.BETWEEN, {"x": _listed(w, items), "a": items[i], "b": items[i + 2]}, items[i + 1]


_CHORES: tuple[Callable[[Writer], Chore], ...] = (
    _capitals, _capitals, _capitals, _swapped, _swapped, _swapped, _removed, _removed, _added, _extreme, _extreme, _end, _end,
    _counted, _reversed, _once, _commas, _backwards, _second, _by_size, _by_size, _by_letter, _bullets, _lines, _length,
    _polite, _has, _between,
)  # fmt: skip


def chore(w: Writer) -> list[Message]:
    """One chore."""
    if w.ask != w.tell:
        w = Writer(w.rng, w.ask, w.ask, me=w.me)
    asked, slots, done = w.pick(_CHORES)(w)
    # Unroughened: what is to be worked on may stand at either end.
    answer = {"role": "assistant", "content": done} if isinstance(done, str) else done
    return [{"role": "user", "content": w.words(*asked, **slots)}, answer]


FAMILIES = {"chore": (chore, 40)}
