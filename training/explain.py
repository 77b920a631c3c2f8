"""Explanations of the topics it knows, and small facts asked in passing."""

from training.asking import about
from training.facts import CAPITALS, TOPICS
from training.talk import one_line_ask
from training.words import DAYS, OPPOSITES, Pair
from training.writer import Message, Writer


def topic(w: Writer) -> list[Message]:
    """Two sentences on a topic; then, now and then, the same in one line or more simply."""
    # The first topics are those of the brief, so they come up more often.
    t = TOPICS[w.rng.randrange(2)] if w.rng.random() < 0.3 else w.pick(TOPICS)
    name = (t.name[0] if w.rng.random() < 0.8 else t.name[0].lower(), t.name[1])
    ask = about(w, name)
    short = w.reply(*t.line)
    if w.brief:
        return [ask, short]
    long = w.reply(f"{t.first[0]} {t.second[0]}", f"{t.first[1]}{t.second[1]}")
    if w.rng.random() < 0.3:
        return [ask, long, one_line_ask(w), short]
    return [ask, long]


_CAPITAL_ASK: Pair = (
    "[What is the capital of {x}|What's the capital of {x}|Which city is the capital of {x}|Tell me the capital of {x}|Capital of {x}|Do you know the capital of {x}"
    "|What is {x}'s capital|Name the capital of {x}|The capital of {x} is which city|{x}: what is the capital|{x}'s capital, please|Give me the capital city of {x}|{x} has which capital|What is the capital city called in {x}|And {x}, what is its capital|{x} - capital|For {x}, tell me the capital|Say the capital of {x}|What city is the capital in {x}|{x}, its capital|I need the capital of {x}|Do you happen to know {x}'s capital|Where is the capital of {x}, what is it called|{x}. Its capital"
    "|{x} and its capital|What do people call the capital of {x}|How is the capital of {x} called|Which city serves as {x}'s capital|Which city does {x} have as its capital|Which city is {x} governed from|Where does the government of {x} sit|Where is the seat of government of {x}|In which city is the government of {x}|I forgot the capital of {x}|I can't remember what the capital of {x} is|I don't know the capital of {x}|I'd like to know which city is the capital of {x}|Can you tell me what {x}'s capital is called|Could you name {x}'s capital city|Quiz: capital of {x}|Geography question: the capital of {x}|Fill in: the capital of {x} is ...|The capital of {x} is|The capital of {x}, please|capital {x}|{x} capital|{x} capital city|My crossword asks for the capital of {x}|For my homework I need {x}'s capital city|My son wants to know the capital of {x}|If I say {x}, which capital do you say|Which capital belongs to {x}|{x} is a country; which city is its capital|Take {x}: which city is its capital|I'm thinking of the capital of {x}, which city is it|Is there a city that is the capital of {x}, and which one|Someone asked me about {x}. What's its capital|I'm flying to {x} next week. What's the capital there|We are moving to {x}. What is the capital called|My friend is from {x}. What's the capital of that country|Today we learned about {x} at school. What is its capital|Not {o}, but {x}: what's its capital|I've been to {o}, but what is the capital of {x}|What about {x}, which city is the capital|As for {x}, what's the capital|On a map of {x}, which city is marked as the capital|Which city would I find at the head of {x} as its capital|What's {x}'s capital, is it {c}|{c} or some other city: what is the capital of {x}][?|.||]",
    "[{x}的首都是哪里|{x}的首都是什么|{x}首都是哪个城市|你知道{x}的首都吗|告诉我{x}的首都|说出{x}的首都|{x}的首都叫什么|{x}，首都是哪里|{x}的首都在哪里|{x}的首都在哪|{x}首都|{x}首都是哪|哪个城市是{x}的首都|{x}以哪个城市为首都|哪座城市是{x}首都|{x}的首都是哪座城市|{x}定都哪里|{x}的政府在哪个城市|想知道{x}的首都|我忘了{x}的首都是哪里|请说说{x}的首都|能告诉我{x}首都的名字吗|{x}：首都是|地理题：{x}的首都|{x}的首都城市叫什么名字|考考你，{x}的首都是哪里|{x}呢，首都是哪儿|我下周去{x}，那里的首都叫什么|我朋友来自{x}，那个国家的首都是哪里|今天学了{x}，它的首都是哪里|不是{o}，是{x}，首都在哪里|我去过{o}，可是{x}的首都是哪里|至于{x}，首都是哪个城市|填空：{x}的首都是|{x}的首都是{c}吗，还是别的城市|作业里问{x}的首都|孩子问我{x}的首都叫什么|提到{x}，它的首都是|{x}这个国家的首都是哪座城|请给出{x}的首都名称][？||。]",
)  # fmt: skip
_CAPITAL_BACK: Pair = (
    "[Which country has {y} as its capital|{y} is the capital of which country|Of which country is {y} the capital|What country is {y} the capital of|{y}: capital of which country|Whose capital is {y}|Which country's capital is {y}|Is {y} the capital of {x}|Am I right that {y} is the capital of {x}][?|]",
    "[{y}是哪个国家的首都|哪个国家的首都是{y}|{y}是{x}的首都吗|{y}是谁的首都][？|]",
)


def capital(w: Writer) -> list[Message]:
    """Countries and their capitals; now and then the country of a capital."""
    country, city = w.pick(CAPITALS)
    other, wrong = w.pick([row for row in CAPITALS if row[0] != country])
    # London is the capital of two of the list.
    asked = _CAPITAL_BACK if w.rng.random() < 0.08 and city[0] != "London" else _CAPITAL_ASK
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
        w.user("[What is the opposite of {x}|What's the opposite of {x}|Give me the opposite of {x}|Opposite of {x}|Which word means the opposite of {x}][?|]",
               "[{x}的反义词是什么|英文 {x} 的反义词|{x} 的反义词是哪个词][？|]", x=w.pick((a, f'"{a}"'))),
        w.reply("The opposite of {x} is {y}.", "{x} 的反义词是 {y}。", x=a, y=b),
    ]  # fmt: skip


def weekday(w: Writer) -> list[Message]:
    """The day after or before another."""
    i = w.rng.randrange(7)
    if w.rng.random() < 0.6:
        return [
            w.user("[What day comes after {x}|Which day is after {x}|What is the day after {x}|Which day follows {x}][?|]", "[{x}的后一天是星期几|{x}之后是哪一天|{x}过后是星期几][？|]", x=DAYS[i]),
            w.reply("The day after {x} is {y}.", "{x}的后一天是{y}。", x=DAYS[i], y=DAYS[(i + 1) % 7]),
        ]  # fmt: skip
    return [
        w.user("[What day comes before {x}|Which day is before {x}|What is the day before {x}][?|]", "[{x}的前一天是星期几|{x}之前是哪一天][？|]", x=DAYS[i]),
        w.reply("The day before {x} is {y}.", "{x}的前一天是{y}。", x=DAYS[i], y=DAYS[(i - 1) % 7]),
    ]  # fmt: skip


FAMILIES = {"topic": (topic, 7), "capital": (capital, 5), "opposite": (opposite, 1), "weekday": (weekday, 1)}
