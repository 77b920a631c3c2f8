"""Between English and Chinese: sentences of a closed grammar, words that pass as they are, and given terms."""

from training import words
from training.bilingual import joined, sentence
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


def translation(w: Writer) -> list[Message]:
    """A user asks for a translation, either way, terms given or not."""
    en, zh, terms = _once(w)
    to_zh = w.rng.random() < 0.5
    text, done = (en, zh) if to_zh else (zh, en)
    arrow = w.pick((" = ", " = ", " -> ", " → ", ": "))
    given = w.pick(("; ", "; ", ", ")).join(arrow.join((a, b) if to_zh else (b, a)) for a, b in terms)
    tail = w.words(*_GIVEN, g=given) if given else ""
    into = ("Chinese", w.pick(_ZH_INTO)) if to_zh else ("English", w.pick(_EN_INTO))
    luck = w.rng.random()
    mark = w.pick(_MARKS[3:] if luck > 0.75 else _MARKS)
    shape = _FRONT if luck < 0.55 else _BACK if luck < 0.75 else _INSIDE
    if tail and shape is not _FRONT:
        tail = "\n" + tail.strip()
    ask = w.user(*shape, l=into, g=tail, t=text.join(mark))
    return [ask, {"role": "assistant", "content": done}]


def word(w: Writer) -> list[Message]:
    """One word of our lists."""
    en, zh = w.pick(w.pick(words.LISTS))
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


def glossary(w: Writer) -> list[Message]:
    """A row of words at once: many words learned at the price of one question."""
    pairs = [w.pick(w.pick(words.LISTS)) for _ in range(w.rng.randrange(3, 13))]
    to_zh = w.rng.random() < 0.5
    into = ("Chinese", "中文") if to_zh else ("English", "英文")
    ask = w.user("[Translate these words into {l}|Translate each word into {l}|What are these in {l}|Give me these words in {l}][:|:\n] {t}", "[把这些词翻译成{l}|这些词用{l}怎么说|逐个翻译成{l}]：{t}",
                 l=into, t=", ".join(p[not to_zh] for p in pairs))  # fmt: skip
    return [ask, {"role": "assistant", "content": ", ".join(p[to_zh] for p in pairs)}]


def desk(w: Writer) -> tuple[str, list[Message]]:
    """A system turn that makes a translator of it, and what it then translates: the form of `translation_options`."""
    en, zh, terms = _once(w)
    to_zh = w.rng.random() < 0.5
    source, target = ("English", "Chinese") if to_zh else ("Chinese", "English")
    source = "auto" if w.rng.random() < 0.2 else source
    text, done = (en, zh) if to_zh else (zh, en)
    system = w.pick((
        f"You are a translator. Translate from {source} into {target}. Answer with the translation only.",
        f"Translate the user's text from {source} into {target}. Answer with nothing but the translation.",
        f"Translate everything into {target}.", f"You translate from {source} to {target}.", f"Translate the following text into {target}.",
    ))  # fmt: skip
    if terms:
        lines = "\n".join(f"{a} = {b}" if to_zh else f"{b} = {a}" for a, b in terms)
        system += w.pick(
            (
                f"\nUse these terms:\n{lines}",
                f"\n\nTerms:\n{lines}",
                f" Use these terms: {lines.replace(chr(10), '; ')}",
            )
        )
    return system, [{"role": "user", "content": text}, {"role": "assistant", "content": done}]


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


FAMILIES = {"translation": (translation, 30), "word": (word, 1), "glossary": (glossary, 6), "served": (served, 6)}
