"""Between English and Chinese: sentences of a closed grammar, words that pass as they are, and given terms."""

from training import words
from training.words import Pair
from training.writer import Message, Slot, Writer

# Each side by side; slots are lists of words below. {n} and {k} pass as they are.
_SENTENCES: tuple[Pair, ...] = (
    ("I like {food}.", "我喜欢{food}。"), ("I don't like {food}.", "我不喜欢{food}。"), ("Do you like {food}?", "你喜欢{food}吗？"),
    ("{n} likes {food}.", "{n}喜欢{food}。"), ("I want to drink {drink}.", "我想喝{drink}。"), ("She drinks {drink} every day.", "她每天喝{drink}。"),
    ("I bought {k} {thing}s.", "我买了{k}个{thing}。"), ("The {thing} is {adj}.", "{thing}很{adj}。"), ("This {thing} is too {adj}.", "这个{thing}太{adj}了。"),
    ("The {thing} is on the table.", "{thing}在桌子上。"), ("Where is the {place}?", "{place}在哪里？"), ("The {place} is near the {place2}.", "{place}在{place2}附近。"),
    ("I am going to the {place}.", "我要去{place}。"), ("{n} is at the {place}.", "{n}在{place}。"), ("I live in {city}.", "我住在{city}。"),
    ("{n} comes from {city}.", "{n}来自{city}。"), ("My {kin} works as a {job}.", "我{kin}的工作是{job}。"), ("My {kin} is a {job}.", "我{kin}是{job}。"),
    ("My {kin} lives in {city}.", "我{kin}住在{city}。"), ("The {animal} is {adj}.", "{animal}很{adj}。"), ("I saw a {animal} in the {place}.", "我在{place}看见了一只{animal}。"),
    ("My {kin} has a {animal}.", "我{kin}有一只{animal}。"), ("Today is {day}.", "今天是{day}。"), ("We meet on {day}.", "我们{day}见面。"),
    ("The weather in {city} is {cond}.", "{city}的天气是{cond}。"), ("My hobby is {hobby}.", "我的爱好是{hobby}。"), ("{n} enjoys {hobby}.", "{n}喜欢{hobby}。"),
    ("My name is {n}.", "我叫{n}。"), ("I am {k} years old.", "我{k}岁。"), ("It costs {k} yuan.", "它要{k}元。"), ("How much is the {thing}?", "这个{thing}多少钱？"),
    ("Thank you very much.", "非常感谢。"), ("Good morning.", "早上好。"), ("Good night.", "晚安。"), ("See you tomorrow.", "明天见。"), ("I don't understand.", "我不明白。"),
    ("Please help me.", "请帮帮我。"), ("I am very happy.", "我很高兴。"), ("I am tired.", "我累了。"), ("What time is it?", "现在几点？"), ("I lost my {thing}.", "我丢了我的{thing}。"),
    ("Please close the {thing}.", "请关上{thing}。"), ("My favourite colour is {colour}.", "我最喜欢的颜色是{colour}。"), ("I have a {colour} {thing}.", "我有一个{colour}的{thing}。"),
    ("The {fruit} is sweet.", "{fruit}很甜。"), ("Give me {k} {fruit}s, please.", "请给我{k}个{fruit}。"),
)  # fmt: skip
_LISTS: dict[str, list[Pair]] = {
    "food": words.FOODS, "drink": words.DRINKS, "thing": words.THINGS, "adj": words.ADJECTIVES, "place": words.PLACES, "place2": words.PLACES,
    "city": words.CITIES, "job": [j for j in words.JOBS if j[0][0] not in "aeiou"], "kin": words.KIN, "animal": [a for a in words.ANIMALS if a[0][0] not in "aeiou"],
    "day": words.DAYS, "cond": words.CONDITIONS, "hobby": words.HOBBIES, "colour": [c for c in words.COLOURS if c[0][0] not in "aeiou"],
    "fruit": [f for f in words.FRUITS if f[0][-1] not in "yho"],
}  # fmt: skip


def pair(w: Writer, slots: dict[str, Slot] | None = None) -> Pair:
    """A sentence in both languages; `slots` overrule the drawn words."""
    en, zh = w.pick(_SENTENCES)
    return _filled(w, en, zh, slots or {})


def _filled(w: Writer, en: str, zh: str, slots: dict[str, Slot]) -> Pair:
    drawn: dict[str, Slot] = {k: w.pick(v) for k, v in _LISTS.items() if "{" + k + "}" in en}
    if "{n}" in en:
        drawn["n"] = words.person(w.rng, w.rng.random() < 0.4)
    if "{k}" in en:
        drawn["k"] = w.rng.randrange(2, 100)
    drawn |= slots
    for k, v in drawn.items():
        a, b = v if isinstance(v, tuple) else (v, v)
        en, zh = en.replace("{" + k + "}", str(a)), zh.replace("{" + k + "}", str(b))
    return en, zh


def _terms(w: Writer) -> tuple[list[Pair], dict[str, Slot]]:
    """Words nobody has met with their given translations, and a slot that holds one of them."""
    terms = [
        (words.invented(w.rng), "".join(w.rng.choice(words.HAN) for _ in range(w.rng.randrange(2, 4))))
        for _ in range(w.rng.choice((1, 1, 2, 3)))
    ]
    slot: Slot = terms[0]
    return terms, dict.fromkeys(("food", "thing", "place", "animal", "drink", "fruit", "job", "hobby"), slot)


def _once(w: Writer) -> tuple[str, str, list[Pair]]:
    """English, Chinese, and the terms that were given (none, mostly)."""
    if w.rng.random() < 0.3:
        terms, slots = _terms(w)
        en, zh = w.pick([s for s in _SENTENCES if any("{" + k + "}" in s[0] for k in slots)])
        en, zh = _filled(w, en, zh, slots)
        return en, zh, w.sample(terms, len(terms))
    pairs = [pair(w) for _ in range(w.rng.choice((1, 1, 1, 2, 3)))]
    return " ".join(p[0] for p in pairs), "".join(p[1] for p in pairs), []


def translation(w: Writer) -> list[Message]:
    """A user asks for a translation, either way, terms given or not."""
    en, zh, terms = _once(w)
    to_zh = w.rng.random() < 0.5
    text, done = (en, zh) if to_zh else (zh, en)
    given = "; ".join(f"{a} = {b}" if to_zh else f"{b} = {a}" for a, b in terms)
    tail = (
        w.words("[ Use these terms: | Terms: |\nTerms: ]{g}.\n", "[使用这些术语：|术语：]{g}。\n", g=given)
        if given
        else ""
    )
    into = ("Chinese", "中文") if to_zh else ("English", "英文")
    ask = w.user("[Translate into {l}|Translate to {l}|Please translate into {l}|How do you say this in {l}|What is this in {l}|Put this into {l}|Say it in {l}][:|.|?]{g} {t}",
                 "[翻译成{l}|把这句话译成{l}|请翻译成{l}|用{l}怎么说|{l}是什么][：|。]{g}{t}", l=into, g=tail, t=text)  # fmt: skip
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


FAMILIES = {"translation": (translation, 14), "word": (word, 1), "glossary": (glossary, 4), "served": (served, 4)}
