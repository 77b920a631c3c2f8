"""Explanations of the topics it knows, and small facts asked in passing."""

from training.asking import about, in_one_line
from training.bank.capitals import CAPITAL_BACK, CAPITAL_WAYS
from training.facts import CAPITALS, TOPICS
from training.talk import one_line_ask
from training.words import DAYS, OPPOSITES
from training.writer import Message, Writer


def _misspelt(w: Writer, name: str) -> str:
    """A long name with two letters changed about, one lost or one doubled; short ones would be other words."""
    if len(name) < 9:
        return name
    i = w.rng.randrange(5, len(name) - 2)
    return w.pick(
        (name[:i] + name[i + 1] + name[i] + name[i + 2 :], name[:i] + name[i + 1 :], name[:i] + name[i] + name[i:])
    )


def topic(w: Writer) -> list[Message]:
    """Two sentences on a topic; then, now and then, the same in one line or more simply."""
    # The first topics are those of the brief, so they come up more often.
    t = TOPICS[w.rng.randrange(2)] if w.rng.random() < 0.3 else w.pick(TOPICS)
    name = (t.name[0] if w.rng.random() < 0.8 else t.name[0].lower(), t.name[1])
    short = w.reply(*t.line)
    if w.rng.random() < 0.12:
        return [in_one_line(w, name), short]
    if w.rng.random() < 0.06:
        name = (_misspelt(w, name[0]), name[1])
    ask = about(w, name)
    if w.brief:
        return [ask, short]
    long = w.reply(f"{t.first[0]} {t.second[0]}", f"{t.first[1]}{t.second[1]}")
    if w.rng.random() < 0.3:
        return [ask, long, one_line_ask(w), short]
    return [ask, long]


def capital(w: Writer) -> list[Message]:
    """Countries and their capitals; now and then the country of a capital."""
    country, city = w.pick(CAPITALS)
    other, wrong = w.pick([row for row in CAPITALS if row[0] != country])
    # London is the capital of two of the list.
    asked = CAPITAL_BACK if w.rng.random() < 0.08 and city[0] != "London" else CAPITAL_WAYS
    # A city asked about in passing may be the right one.
    maybe = w.pick((city, wrong))
    return [
        w.user(*asked, x=country, y=city, o=other, c=maybe),
        w.reply("The capital of {x} is {y}.", "{x}的首都是{y}。", x=country, y=city),
    ]


def opposite(w: Writer) -> list[Message]:
    """Opposites, English words."""
    a, b = w.pick(OPPOSITES)
    if w.rng.random() < 0.5:
        a, b = b, a
    return [
        w.user("[What is the opposite of {x}|What's the opposite of {x}|Give me the opposite of {x}|Opposite of {x}|Which word means the opposite of {x}|What's the antonym of {x}|Antonym of {x}|antonym: {x}|opposite: {x}|The opposite of {x} is|Not {x} but the opposite, which word is that|Name the opposite of {x}|If it isn't {x}, but quite the opposite, what is it|Tell me the opposite of {x}|Which word is the opposite of {x}|What would be the opposite of {x}|I need an antonym of {x}|My crossword wants the opposite of {x}|{x} and its opposite|Fill in: the opposite of {x} is ...|Can you say the opposite of {x}|Word: {x}. Opposite|Do you know the opposite of {x}|{x} vs what, I need the opposite][?|]",
               "[{x}的反义词是什么|英文 {x} 的反义词|{x} 的反义词是哪个词|{x} 的反义词|反义词：{x}|说出 {x} 的反义词|和 {x} 意思相反的词是什么|与 {x} 相反的英文单词是什么|{x} 反过来是哪个词，要反义词|告诉我 {x} 的反义词|英语里 {x} 的反义词是什么|填空：{x} 的反义词是|我想知道 {x} 的反义词][？|]", x=w.pick((a, f'"{a}"'))),
        w.reply("The opposite of {x} is {y}.", "{x} 的反义词是 {y}。", x=a, y=b),
    ]  # fmt: skip


def weekday(w: Writer) -> list[Message]:
    """The day after or before another."""
    i = w.rng.randrange(7)
    if w.rng.random() < 0.6:
        return [
            w.user("[What day comes after {x}|Which day is after {x}|What is the day after {x}|Which day follows {x}|What comes after {x}|What follows {x}|Day after {x}|The day after {x} is|{x} is over, which day begins|After {x} comes|Name the day after {x}|Tell me the day that follows {x}|{x}, and then which day|Once {x} is past, what day is it][?|]", "[{x}的后一天是星期几|{x}之后是哪一天|{x}过后是星期几|{x}的第二天是星期几|{x}的下一天是星期几|{x}完了是星期几|过了{x}是星期几|{x}下面是星期几|{x}后面是哪天][？|]", x=DAYS[i]),
            w.reply("The day after {x} is {y}.", "{x}的后一天是{y}。", x=DAYS[i], y=DAYS[(i + 1) % 7]),
        ]  # fmt: skip
    return [
        w.user("[What day comes before {x}|Which day is before {x}|What is the day before {x}|What comes before {x}|Day before {x}|The day before {x} is|Which day precedes {x}|Name the day before {x}|One day before {x}, which day is it|Before {x} comes][?|]", "[{x}的前一天是星期几|{x}之前是哪一天|{x}的前一天|{x}前面是哪天|{x}的头一天是星期几][？|]", x=DAYS[i]),
        w.reply("The day before {x} is {y}.", "{x}的前一天是{y}。", x=DAYS[i], y=DAYS[(i - 1) % 7]),
    ]  # fmt: skip


FAMILIES = {"topic": (topic, 7), "capital": (capital, 5), "opposite": (opposite, 1), "weekday": (weekday, 1)}
