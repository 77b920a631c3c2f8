"""Between English and Chinese: sentences of a closed grammar, words that pass as they are, and given terms."""

from collections import Counter

from training import words
from training.bank import translating
from training.bilingual import joined, sentence
from training.grammar import expand
from training.words import Pair
from training.writer import Message, Writer

# fmt: off
_MARKS = (("", ""), ("", ""), ("", ""), ('"', '"'), ("“", "”"), ("「", "」"), ("'", "'"))
# How a translation is asked for: the language in {l}, the text in {t}, given terms in {g}.
_FRONT: Pair = (
    "[Translate into {l}|Translate to {l}|Please translate into {l}|How do you say this in {l}|What is this in {l}|Put this into {l}|Say it in {l}|Translate this sentence into {l}|I need this in {l}|Could you turn this into {l}|How would one write this in {l}|Give me the {l} for this|Render this in {l}|{l} translation, please|Into {l}, please|{l}, please|To {l}|My friend reads only {l}, so translate this|What would this be in {l}|Tell me in {l}][:|.|?|:\n]{g} {t}",
    "[翻译成{l}|把这句话译成{l}|请翻译成{l}|用{l}怎么说|{l}是什么|译成{l}|请把下面的话翻成{l}|帮我翻译成{l}|{l}怎么说|麻烦译为{l}|这句话的{l}是什么|我想用{l}说这句话|请用{l}表达|把下面这句换成{l}|给我{l}译文|翻成{l}吧][：|。|：\n]{g}{t}")
_BACK: Pair = (
    "[{t}\n\n[Translate this into {l}|In {l}, please|What is that in {l}|How do I say that in {l}|The above in {l}, please|Can you put that into {l}|Please give it in {l}].{g}|{t} - [how do you say that in {l}|what is it in {l}|in {l}, please]{g}]",
    "[{t}\n\n[把上面的话翻译成{l}|这句话用{l}怎么说|请译成{l}|用{l}说一遍|上面这句的{l}是什么]。{g}|{t}[这句话用{l}怎么说|{l}怎么说|用{l}呢|译成{l}是什么]？{g}]")
_INSIDE: Pair = (
    "[How do you say {t} in {l}?|What is {t} in {l}?|Translate {t} into {l}.|What does {t} mean in {l}?|Put {t} into {l}, please.|How would you write {t} in {l}?|I want to say {t} in {l}.|Please turn {t} into {l}.]{g}",
    "[{t}用{l}怎么说？|{t}的{l}是什么？|把{t}翻译成{l}。|请把{t}译成{l}。|{t}翻成{l}是什么？|怎么用{l}说{t}？|我想用{l}说{t}。]{g}")
_GIVEN: Pair = (
    "[ Use these terms: | Terms: |\nTerms: |\nGlossary: | Please keep to this: | With these words: | Mind the glossary: ]{g}.\n",
    "[使用这些术语：|术语：|词汇表：|请按这个词表：|注意用词：]{g}。\n")
# fmt: on
_ZH_INTO = ("中文", "中文", "汉语", "华语")
_EN_INTO = ("英文", "英语", "英文")


def _either(w: Writer, old: Pair, new: Pair) -> Pair:
    """The first wordings, or mostly the many that were added."""
    return w.pick((old, new, new))


def _sure() -> list[list[Pair]]:
    """Our lists without the words that another list has otherwise, as "light" is no weight only, and 灯 a lamp too."""
    pairs = {p for group in words.LISTS for p in group}
    many = [Counter(p[side] for p in pairs) for side in (0, 1)]
    groups = [[p for p in group if many[0][p[0]] == many[1][p[1]] == 1] for group in words.LISTS]
    return [group for group in groups if group]


_SURE = _sure()


def pair(w: Writer) -> Pair:
    """A sentence in both languages, now and then two with a "but" between."""
    return joined(w) if w.rng.random() < 0.06 else sentence(w)


def _terms(w: Writer) -> list[Pair]:
    """Words nobody has met with their given translations; the first is the one that the text uses."""
    return [
        (words.invented(w.rng), "".join(w.rng.choice(words.HAN) for _ in range(w.rng.randrange(2, 4))))
        for _ in range(w.rng.choice((1, 1, 2, 3)))
    ]


def _once(w: Writer) -> tuple[str, str, list[Pair]]:
    """English, Chinese, and the terms that were given (none, mostly)."""
    if w.rng.random() < 0.3:
        terms = _terms(w)
        en, zh = sentence(w, terms[0])
        return en, zh, w.sample(terms, len(terms))
    pairs = [pair(w) for _ in range(w.rng.choice((1, 1, 1, 2, 3)))]
    return " ".join(p[0] for p in pairs), "".join(p[1] for p in pairs), []


def _given(w: Writer, terms: list[Pair], to_zh: bool) -> str:
    """The terms as a user gives them: with a sign between the two sides, or in words."""
    rows = [(a, b) if to_zh else (b, a) for a, b in terms]
    if w.rng.random() < 0.35:
        said = w.pick(translating.GLOSS[w.zh][1:-1].split("|"))
        g = ("，" if w.zh else ", ").join(expand(w.rng, said, a=a, b=b) for a, b in rows)
        return w.words(*translating.MIND, g=g)
    arrow = w.pick((" = ", " = ", " -> ", " → ", ": ", " => ", " - "))
    g = w.pick(("; ", "; ", ", ")).join(arrow.join(row) for row in rows)
    return w.words(*_either(w, _GIVEN, translating.GIVEN), g=g)


def translation(w: Writer) -> list[Message]:
    """A user asks for a translation, either way, terms given or not."""
    en, zh, terms = _once(w)
    to_zh = w.rng.random() < 0.5
    text, done = (en, zh) if to_zh else (zh, en)
    tail = _given(w, terms, to_zh) if terms else ""
    into = ("Chinese", w.pick(_ZH_INTO)) if to_zh else ("English", w.pick(_EN_INTO))
    luck = w.rng.random()
    mark = w.pick(_MARKS[3:] if luck >= 0.7 else _MARKS)
    old, new = (
        (_FRONT, translating.FRONT)
        if luck < 0.5
        else (_BACK, translating.BACK)
        if luck < 0.7
        else (_INSIDE, translating.INSIDE)
    )
    shape = _either(w, old, new)
    if tail and shape not in (_FRONT, translating.FRONT):
        tail = "\n" + tail.strip()
    ask = w.user(*shape, l=into, g=tail, t=text.join(mark))
    return [ask, {"role": "assistant", "content": done}]


def word(w: Writer) -> list[Message]:
    """One word of our lists."""
    en, zh = w.pick(w.pick(_SURE))
    if w.rng.random() < 0.6:
        to_zh = w.rng.random() < 0.5
        into = ("Chinese", w.pick(_ZH_INTO)) if to_zh else ("English", w.pick(_EN_INTO))
        x = w.pick((en, f'"{en}"') if to_zh else (zh, f"“{zh}”"))
        ask = w.user(*translating.WORD, x=x, l=into)
        return [ask, {"role": "assistant", "content": zh if to_zh else en}]
    if w.rng.random() < 0.5:
        return [w.user("[What is {x} in Chinese|How do you say {x} in Chinese|Translate {x} into Chinese|The Chinese word for {x}][?|]", "[{x} 用中文怎么说|{x} 的中文是什么|把 {x} 翻译成中文][？|]", x=w.pick((en, f'"{en}"'))),
                {"role": "assistant", "content": zh}]  # fmt: skip
    return [
        w.user(
            "[What is {x} in English|How do you say {x} in English|Translate {x} into English][?|]",
            "[{x}用英文怎么说|{x}的英文是什么|把{x}翻译成英文][？|]",
            x=zh,
        ),
        {"role": "assistant", "content": en},
    ]


_LIST: Pair = (
    "[Translate these words into {l}|Translate each word into {l}|What are these in {l}|Give me these words in {l}][:|:\n] {t}",
    "[把这些词翻译成{l}|这些词用{l}怎么说|逐个翻译成{l}]：{t}",
)  # fmt: skip


def glossary(w: Writer) -> list[Message]:
    """A row of words at once: many words learned at the price of one question."""
    pairs = [w.pick(w.pick(_SURE)) for _ in range(w.rng.randrange(3, 13))]
    to_zh = w.rng.random() < 0.5
    into = ("Chinese", "中文") if to_zh else ("English", "英文")
    shape = _either(w, _LIST, translating.LIST)
    ask = w.user(*shape, l=into, t=w.pick((", ", ", ", "; ", "\n")).join(p[not to_zh] for p in pairs))
    return [ask, {"role": "assistant", "content": ", ".join(p[to_zh] for p in pairs)}]


def desk(w: Writer) -> tuple[str, list[Message]]:
    """A system turn that makes a translator of it, and what it then translates: the form of `translation_options`."""
    en, zh, terms = _once(w)
    to_zh = w.rng.random() < 0.5
    rows = [(en, zh), *(pair(w) for _ in range(w.rng.choice((0, 0, 0, 1, 2))))]
    turns = [
        {"role": role, "content": row[(role == "user") != to_zh]} for row in rows for role in ("user", "assistant")
    ]
    lines = "\n".join(f"{a} = {b}" if to_zh else f"{b} = {a}" for a, b in terms)
    if w.rng.random() < 0.65:
        zh_said = w.rng.random() < 0.3
        x, y = (("English", "Chinese"), ("英文", "中文"))[zh_said][:: 1 if to_zh else -1]
        system = expand(w.rng, translating.DESK[zh_said], x=x, y=y)
        return system + (expand(w.rng, translating.DESK_TERMS[zh_said], g=lines) if terms else ""), turns
    source, target = ("English", "Chinese") if to_zh else ("Chinese", "English")
    source = "auto" if w.rng.random() < 0.2 else source
    system = w.pick((
        f"You are a translator. Translate from {source} into {target}. Answer with the translation only.",
        f"Translate the user's text from {source} into {target}. Answer with nothing but the translation.",
        f"Translate everything into {target}.", f"You translate from {source} to {target}.", f"Translate the following text into {target}.",
    ))  # fmt: skip
    if terms:
        system += w.pick(
            (
                f"\nUse these terms:\n{lines}",
                f"\n\nTerms:\n{lines}",
                f" Use these terms: {lines.replace(chr(10), '; ')}",
            )
        )
    return system, turns


def served(w: Writer) -> list[Message]:
    """The question that `qwenchat.prompts.translation` makes of a request's `translation_options`."""
    en, zh, terms = _once(w)
    to_zh = w.rng.random() < 0.5
    source, target = ("English", "Chinese") if to_zh else ("Chinese", "English")
    text, done = (en, zh) if to_zh else (zh, en)
    said = "" if w.rng.random() < 0.3 else f" from {source}"
    parts = [f"Translate the text at the end{said} into {target}."]
    if terms:
        lines = "\n".join(f"{a} → {b}" if to_zh else f"{b} → {a}" for a, b in terms)
        parts.append(f"Always translate these terms so:\n{lines}")
    parts.append("Give the translation alone, without explanation or quotation marks.")
    ask = "\n\n".join([*parts, f"Text:\n{text}"])
    return [{"role": "user", "content": ask}, {"role": "assistant", "content": done}]


FAMILIES = {"translation": (translation, 36), "word": (word, 1), "glossary": (glossary, 6), "served": (served, 6)}
