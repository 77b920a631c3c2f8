"""System turns: none, empty, helpful, a trade, a name, a language, a length, a manner."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from training import explain, maths, passages, words
from training.talk import identity
from training.writer import Message, Writer

HELPFUL = ("You are a helpful assistant.", "You are a helpful AI assistant.", "You are a helpful assistant", "You are a friendly assistant.",
           "You are an assistant.", "Be helpful.", "You are a kind and helpful assistant.", "You help people.")  # fmt: skip
HELPFUL_ZH = (
    "你是一个乐于助人的助手。",
    "你是一个有用的助手。",
    "你是一个人工智能助手。",
    "你是一位友好的助手。",
)
TRADES = (
    "You are an expert software engineer specializing in Python.", "You are a creative writing assistant who helps with storytelling.",
    "You are a patient maths teacher.", "You are a travel guide who knows Europe.", "You are a history tutor for children.", "You are a cooking assistant for busy people.",
    "You are a senior database engineer.", "You are a science writer.", "You are a poet who loves nature.", "You are a support agent for a software company.",
    "You are an experienced Linux administrator.", "You are a librarian who helps readers.", "You are a fitness coach for beginners.", "You are a careful data analyst.",
)  # fmt: skip
TRADES_ZH = (
    "你是一位精通 Python 的软件工程师。",
    "你是一位帮助写故事的创意写作助手。",
    "你是一位耐心的数学老师。",
    "你是一位熟悉欧洲的导游。",
    "你是一位爱大自然的诗人。",
    "你是一位细心的数据分析师。",
)
_MANNERS = ("friendly", "cheerful", "wise old", "polite", "grumpy", "curious", "calm", "proud")
_BEINGS: tuple[words.Pair, ...] = (
    ("robot", "机器人"),
    ("pirate", "海盗"),
    ("wizard", "巫师"),
    ("butler", "管家"),
    ("teacher", "老师"),
    ("captain", "船长"),
    ("dragon", "龙"),
    ("cat", "猫"),
    ("gardener", "园丁"),
)


@dataclass(frozen=True, slots=True)
class Manner:
    """A system turn's text, how the writer must write under it, and what is done to each answer."""

    system: str | None
    finish: Callable[[str], str] | None = None  # applied to every answer's text
    opening: list[Message] | None = None  # an exchange that shows the persona
    closed: bool = False  # nothing but the opening fits the system turn


def plain(w: Writer) -> Manner:
    """No system turn, an empty one, a helpful assistant or a trade."""
    luck = w.rng.random()
    if luck < 0.28:
        return Manner(None)
    if luck < 0.36:
        return Manner("")
    if luck < 0.76:
        return Manner(
            "You are a helpful assistant." if w.rng.random() < 0.6 else w.pick(HELPFUL_ZH if w.zh else HELPFUL)
        )
    if luck < 0.85:
        return Manner(w.pick(TRADES[:2]))
    return Manner(w.pick(TRADES_ZH if w.zh and w.rng.random() < 0.6 else TRADES))


def named(w: Writer) -> Manner:
    """A persona with a name of its own, which it keeps to."""
    name = words.person(w.rng, w.zh)
    being = w.pick(_BEINGS)
    manner = w.pick(_MANNERS)
    w.me = name
    system = (w.rng.choice((f"你是{name}，一个{being[1]}。", f"你的名字是{name}，你是一个{being[1]}。", f"你叫{name}，是一位{being[1]}。", f"请扮演{name}，一个{being[1]}。", f"从现在起你是{being[1]}{name}。")) if w.zh else w.rng.choice(
        (f"You are {name}, a {manner} {being[0]}.", f"Your name is {name}. You are a {being[0]}.", f"You are called {name} and you are a {manner} {being[0]}.", f"You are {name}, a {being[0]} who likes {w.pick(words.FOODS)[0]}.",
         f"Play the part of {name}, a {being[0]}.", f"From now on you are {name} the {being[0]}.", f"You go by the name of {name}. You are a {manner} {being[0]}.", f"Act as {name}, the {manner} {being[0]}.", f"This is {name}, a {manner} {being[0]}, speaking. You are {name}.")))  # fmt: skip
    ask = identity(w)[0]
    return Manner(
        system,
        opening=[
            ask,
            w.reply(
                "I am {n}, a {b}. [How can I help you?|What can I do for you?]",
                "我是{n}，一个{b}。有什么可以帮你的吗？",
                n=name,
                b=being,
            ),
        ],
    )


def language(w: Writer) -> Manner:
    """An answer language, whatever the user writes."""
    w.tell = "zh" if w.rng.random() < 0.5 else "en"
    en, zh = ("Chinese", "中文") if w.tell == "zh" else ("English", "英文")
    return Manner(w.rng.choice((f"Always answer in {en}.", f"Reply only in {en}.", f"You are a helpful assistant. Answer in {en}.", f"Please respond in {en}, whatever the user writes.", f"Your answers are in {en}.", f"You speak {en} only.", f"Use {en} for everything you write.", f"The user wants {en} answers.", f"Write in {en}.", f"Speak {en} to the user, even if they don't.",
                                f"请始终用{zh}回答。", f"无论用户用什么语言，都用{zh}回答。", f"只用{zh}回复。")))  # fmt: skip


def short(w: Writer) -> Manner:
    """Short answers."""
    w.brief = True
    return Manner(w.rng.choice(("只用一句话回答。", "回答要简短。", "请用一句话回答每个问题。")) if w.zh and w.rng.random() < 0.6 else w.rng.choice(
        ("Answer in one sentence.", "Keep your answers short.", "Answer in one short sentence.", "Be brief.", "You are a helpful assistant. Keep every answer to one line.", "Reply briefly.", "Use at most one sentence.", "Short answers only.", "No long answers, please.", "Say it in a single sentence.", "Don't write more than one line.", "You are a man of few words.", "Keep it short and to the point.")))  # fmt: skip


def shouting(w: Writer) -> Manner:
    """Everything in capitals."""
    w.ask = w.tell = "en"
    return Manner(w.rng.choice(("Answer in upper case.", "Write everything in capital letters.", "Always reply in ALL CAPS.", "Nothing but capital letters.", "Write LIKE THIS: all letters in capitals.", "Every answer in capitals, please.", "Use upper case for every word.", "You are a helpful assistant who writes in upper case.")), str.upper)  # fmt: skip


def framed(w: Writer) -> Manner:
    """Each answer starts or ends with a given word."""
    word = w.rng.choice(
        (
            words.invented(w.rng).capitalize(),
            w.pick(("Yes!", "Ahoy!", "Hooray!", "Meow!", "Beep!", "Indeed.", "Over.", "Amen.")),
        )
    )
    if w.rng.random() < 0.5:
        text = (
            f"每次回答都以“{word}”开头。"
            if w.zh
            else w.rng.choice(
                (
                    f'Start every answer with "{word}".',
                    f'Begin each reply with "{word}".',
                    f"Always start with {word}",
                    f"The first word of each answer is {word}",
                    f'Put "{word}" in front of everything you say.',
                    f'Open each answer with "{word}"',
                )
            )
        )
        return Manner(text, lambda t: f"{word} {t}")
    text = (
        f"每次回答都以“{word}”结尾。"
        if w.zh
        else w.rng.choice(
            (
                f'End every answer with "{word}".',
                f'Finish each reply with "{word}".',
                f"Always end with {word}",
                f"The last word of each answer is {word}",
                f'Put "{word}" behind everything you say.',
                f'Close each answer with "{word}"',
            )
        )
    )
    return Manner(text, lambda t: f"{t} {word}")


def formed(w: Writer) -> Manner:
    """Each answer in a given form: JSON, quotes, a list item, in brackets, with a name before it."""
    key = w.pick(("answer", "reply", "text", words.invented(w.rng, 1)))
    name = words.person(w.rng, False)
    forms: tuple[tuple[str, Callable[[str], str]], ...] = (
        (f'Answer in JSON with the key "{key}".', lambda t: json.dumps({key: t}, ensure_ascii=False)),
        (f'Always reply with a JSON object of the form {{"{key}": "..."}}.', lambda t: json.dumps({key: t}, ensure_ascii=False)),
        ("Put every answer in double quotes.", lambda t: f'"{t}"'), ("Put each answer in brackets.", lambda t: f"({t})"),
        (f"Write {name}: before each answer.", lambda t: f"{name}: {t}"), ("Start every answer with a dash.", lambda t: f"- {t}"),
        (f'Reply in JSON, with one key: "{key}".', lambda t: json.dumps({key: t}, ensure_ascii=False)), (f"Your answer is a JSON object whose only key is {key}.", lambda t: json.dumps({key: t}, ensure_ascii=False)),
        ("Answer without capital letters.", str.lower), ("Small letters only, please.", str.lower), ("Don't use capitals.", str.lower),
        ("You are a pirate. Start with Arr! and end with matey!", lambda t: f"Arr! {t} Matey!"), ("Talk like a pirate.", lambda t: f"Arr! {t} Matey!"),
        (f"Address the user as {name}.", lambda t: f"{name}, {t}"), (f"Say {name} to the user each time you answer.", lambda t: f"{name}, {t}"),
    )  # fmt: skip
    return Manner(*w.pick(forms))


def ruled(w: Writer) -> Manner:
    """Facts of a shop or a person in the system turn, asked for; and a given sentence for all else."""
    said = passages.world(w, w.rng.choice((1, 2, 3, 5)))
    facts = ("" if w.zh else " ").join(s.sentence for s in said)
    lead = w.words(
        "[You are a helpful assistant. |You answer questions about this: |Use these facts: |Facts: |]",
        "[你是一个助手。|请根据这些信息回答：|已知：|]",
    )
    turns: list[Message] = []
    closed = w.rng.random() < 0.4
    for s in w.sample(said, min(len(said), w.rng.choice((1, 2)))):
        turns += [w.user("{q}", "{q}", q=s.question), {"role": "assistant", "content": s.answer}]
    if closed:
        no = w.words(
            "[I can't help with that.|Please ask {n}.|That is not my business.|Sorry, call {n} instead.]",
            "[这个我帮不了你。|请问{n}。|这不归我管。]",
            n=words.person(w.rng, w.zh),
        )
        facts += w.words(
            ' [If asked about anything else, say|For all other questions answer|To anything else reply]: "{s}"',
            "[其他问题一律回答|如果问别的，就说]：“{s}”",
            s=no,
        )
        turns += [w.pick((explain.topic, explain.capital, maths.plus))(w)[0], {"role": "assistant", "content": no}]
    return Manner(lead + facts, opening=turns, closed=closed)


MANNERS: list[tuple[Callable[[Writer], Manner], int]] = [
    (plain, 64),
    (named, 8),
    (language, 7),
    (short, 7),
    (shouting, 5),
    (framed, 7),
    (formed, 8),
    (ruled, 6),
]
