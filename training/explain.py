"""Explanations of the topics it knows, and small facts asked in passing."""

from training.facts import TOPICS
from training.talk import one_line_ask
from training.words import CAPITALS, DAYS, OPPOSITES
from training.writer import Message, Writer


def topic(w: Writer) -> list[Message]:
    """Two sentences on a topic; then, now and then, the same in one line or more simply."""
    # The first topics are those of the brief, so they come up more often.
    t = TOPICS[w.rng.randrange(2)] if w.rng.random() < 0.3 else w.pick(TOPICS)
    name = (t.name[0] if w.rng.random() < 0.8 else t.name[0].lower(), t.name[1])
    ask = w.user(
        "[What is|What are|Explain|Explain|Tell me about|Can you explain|Please explain|What do you know about|How would you explain|Describe"
        "|Could you explain|Explain to me|What's|I want to learn about|I'd like to know about|Give me an introduction to|Teach me about|How do you describe"
        "|What does one mean by|Talk about|Help me understand|Can you tell me about|Give me a short explanation of|Define|What do you mean by|Say something about|I have to learn|Can you help me understand|What should I know about|Give me the basics of|Could you tell me what is meant by|Let us talk about|How can I understand|Introduce] {x}[| in simple terms| in two sentences| to me| simply| briefly][?|.|]",
        "[什么是{x}|{x}是什么|解释一下{x}|请解释{x}|给我讲讲{x}|介绍一下{x}|你了解{x}吗|简单介绍{x}|{x}是什么意思|能说说{x}吗|帮我理解{x}|{x}的基本概念是什么|给我说说{x}|能解释{x}吗|我不懂{x}|想知道{x}是什么|讲讲{x}|谈谈{x}|我想了解{x}|用两句话解释{x}|请说明{x}][？|。|]",
        x=name,
    )
    short = w.reply(*t.line)
    if w.brief:
        return [ask, short]
    long = w.reply(f"{t.first[0]} {t.second[0]}", f"{t.first[1]}{t.second[1]}")
    if w.rng.random() < 0.3:
        return [ask, long, one_line_ask(w), short]
    return [ask, long]


def capital(w: Writer) -> list[Message]:
    """Countries and their capitals."""
    country, city = w.pick(CAPITALS)
    return [
        w.user("[What is the capital of {x}|What's the capital of {x}|Which city is the capital of {x}|Tell me the capital of {x}|Capital of {x}|Do you know the capital of {x}"
               "|What is {x}'s capital|Name the capital of {x}|The capital of {x} is which city|{x}: what is the capital|{x}'s capital, please|Give me the capital city of {x}|{x} has which capital|What is the capital city called in {x}|And {x}, what is its capital|{x} - capital|For {x}, tell me the capital|Which is the main city of {x}|Say the capital of {x}|What city is the capital in {x}|{x}, its capital|I need the capital of {x}|Do you happen to know {x}'s capital|Where is the capital of {x}, what is it called|{x}. Its capital][?|.||]",
               "[{x}的首都是哪里|{x}的首都是什么|{x}首都是哪个城市|你知道{x}的首都吗|告诉我{x}的首都|说出{x}的首都|{x}的首都叫什么|{x}，首都是哪里][？|]", x=country),
        w.reply("The capital of {x} is {y}.", "{x}的首都是{y}。", x=country, y=city),
    ]  # fmt: skip


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
