"""Explanations of the topics it knows, and small facts asked in passing."""

from training.asking import about, either, in_one_line, shapes
from training.facts import CAPITALS, TOPICS
from training.talk import one_line_ask
from training.words import DAYS, OPPOSITES, Pair
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


_CAPITAL_ASK: Pair = (
    "[What is the capital of {x}|What's the capital of {x}|Which city is the capital of {x}|Tell me the capital of {x}|Capital of {x}|Do you know the capital of {x}"
    "|What is {x}'s capital|Name the capital of {x}|The capital of {x} is which city|{x}: what is the capital|{x}'s capital, please|Give me the capital city of {x}|{x} has which capital|What is the capital city called in {x}|And {x}, what is its capital|{x} - capital|For {x}, tell me the capital|Say the capital of {x}|What city is the capital in {x}|{x}, its capital|I need the capital of {x}|Do you happen to know {x}'s capital|Where is the capital of {x}, what is it called|{x}. Its capital"
    "|{x} and its capital|What do people call the capital of {x}|How is the capital of {x} called|Which city serves as {x}'s capital|Which city does {x} have as its capital|Which city is {x} governed from|Where does the government of {x} sit|Where is the seat of government of {x}|In which city is the government of {x}|I forgot the capital of {x}|I can't remember what the capital of {x} is|I don't know the capital of {x}|I'd like to know which city is the capital of {x}|Can you tell me what {x}'s capital is called|Could you name {x}'s capital city|Quiz: capital of {x}|Geography question: the capital of {x}|Fill in: the capital of {x} is ...|The capital of {x} is|The capital of {x}, please|capital {x}|{x} capital|{x} capital city|My crossword asks for the capital of {x}|For my homework I need {x}'s capital city|My son wants to know the capital of {x}|If I say {x}, which capital do you say|Which capital belongs to {x}|{x} is a country; which city is its capital|Take {x}: which city is its capital|I'm thinking of the capital of {x}, which city is it|Is there a city that is the capital of {x}, and which one|Someone asked me about {x}. What's its capital|I'm flying to {x} next week. What's the capital there|We are moving to {x}. What is the capital called|My friend is from {x}. What's the capital of that country|Today we learned about {x} at school. What is its capital|Not {o}, but {x}: what's its capital|I've been to {o}, but what is the capital of {x}|What about {x}, which city is the capital|As for {x}, what's the capital|On a map of {x}, which city is marked as the capital|Which city would I find at the head of {x} as its capital|What's {x}'s capital, is it {c}|{c} or some other city: what is the capital of {x}][?|.||]",
    "[{x}的首都是哪里|{x}的首都是什么|{x}首都是哪个城市|你知道{x}的首都吗|告诉我{x}的首都|说出{x}的首都|{x}的首都叫什么|{x}，首都是哪里|{x}的首都在哪里|{x}的首都在哪|{x}首都|{x}首都是哪|哪个城市是{x}的首都|{x}以哪个城市为首都|哪座城市是{x}首都|{x}的首都是哪座城市|{x}定都哪里|{x}的政府在哪个城市|想知道{x}的首都|我忘了{x}的首都是哪里|请说说{x}的首都|能告诉我{x}首都的名字吗|{x}：首都是|地理题：{x}的首都|{x}的首都城市叫什么名字|考考你，{x}的首都是哪里|{x}呢，首都是哪儿|我下周去{x}，那里的首都叫什么|我朋友来自{x}，那个国家的首都是哪里|今天学了{x}，它的首都是哪里|不是{o}，是{x}，首都在哪里|我去过{o}，可是{x}的首都是哪里|至于{x}，首都是哪个城市|填空：{x}的首都是|{x}的首都是{c}吗，还是别的城市|作业里问{x}的首都|孩子问我{x}的首都叫什么|提到{x}，它的首都是|{x}这个国家的首都是哪座城|请给出{x}的首都名称][？||。]",
)  # fmt: skip
_CAPITAL_BACK: Pair = (
    "[Which country has {y} as its capital|{y} is the capital of which country|Of which country is {y} the capital|What country is {y} the capital of|{y}: capital of which country|Whose capital is {y}|{y} is the capital of what country|{y}: whose capital is it|Which country does the capital {y} belong to|I know that {y} is a capital, but of which country|What country has {y} for a capital|If I stand in the capital {y}, in which country am I|Name the country whose capital is {y}|Tell me the country whose capital is {y}|Which country's capital is {y}|Is {y} the capital of {x}|Am I right that {y} is the capital of {x}][?|]",
    "[{y}是哪个国家的首都|哪个国家的首都是{y}|{y}是{x}的首都吗|{y}是谁的首都|{y}是什么国家的首都|首都是{y}的国家是哪个|哪国的首都是{y}|以{y}为首都的国家是哪个|{y}，哪国首都|说出以{y}为首都的国家][？|]",
)

_CAPITAL_MORE: Pair = (
    shapes("""
capital of {x}?|capital of {x} pls|whats the capital of {x}|{x}, capital?|{x} capital?|{x}: capital|Capital: {x}|Country: {x}⏎Capital:|Country: {x}, capital: ?|Q: What is the capital of {x}?⏎A:|Q: capital of {x}⏎A:|{x} = country, ? = capital|{x} -> capital|{x} → its capital city|Capital city, {x}:|Complete: {x}'s capital is|Finish the sentence: the capital of {x} is|The capital of {x} is called|The capital of {x} is the city of|The capital of {x} would be?|The capital of {x} was which one again?
What's the capital city of {x}?|What's the name of {x}'s capital?|What's the name of the capital of {x}?|What's {x}'s capital called?|What's {x}'s capital again?|What was the capital of {x} again?|What was {x}'s capital called?|What city is {x}'s capital?|What city is the seat of government in {x}?|What would you say is the capital of {x}?|What do I answer when asked for the capital of {x}?|Which is the capital of {x}?|Which is {x}'s capital city?|Which capital does {x} have?|Which capital goes with {x}?|Which town is the capital of {x}?|Which of the cities of {x} is the capital?|How's the capital of {x} called?|How do you call the capital of {x}?|Where's the capital of {x}?|In {x}, what's the capital?|In {x}, which city is the capital?|Of {x}, what is the capital?
Do you know what {x}'s capital is?|Do you know what the capital of {x} is?|Do you remember the capital of {x}?|Can you name the capital of {x}?|Can you name {x}'s capital?|Can you tell me the name of the capital of {x}?|Could you tell me the capital of {x}?|Could you remind me of the capital of {x}?|Would you know the capital of {x}?|Would you tell me the capital of {x}, please?|Might I ask what the capital of {x} is?|May I know the capital of {x}?|Any idea what the capital of {x} is?|Any clue which city is the capital of {x}?|You know the capital of {x}, don't you?|You surely know {x}'s capital.|I bet you don't know the capital of {x}.|Let's see if you know the capital of {x}.|Let me test you: {x}'s capital?|Let me test you. What's the capital of {x}?|Pop quiz! Capital of {x}?|Trivia: what's {x}'s capital?|Quiz time: name the capital of {x}.|For ten points: the capital of {x}?|Next country: {x}. Capital?|Next one: {x}'s capital.|Now {x}. What's the capital?|And the capital of {x}?|And {x}'s? I mean the capital.|And what's {x}'s capital?|So what's the capital of {x}?|OK, then what's the capital of {x}?
I always forget the capital of {x}.|I keep forgetting {x}'s capital.|I never know what the capital of {x} is.|I should know the capital of {x}, but I don't.|I was asked for the capital of {x} and didn't know.|I wonder what the capital of {x} is.|I wonder which city is {x}'s capital.|I want to know the capital of {x}.|I want to visit the capital of {x}. What's it called?|I have a postcard from the capital of {x}. Which city is that?|I have a geography test: what's the capital of {x}?|I'm filling in a map. What's the capital of {x}?|I'm doing a quiz and need the capital of {x}.|I'm stuck on this one: capital of {x}.|I've got a penfriend in {x}. What is the capital there?|I read about {x} today. What's its capital?|My daughter is learning capitals. What's {x}'s?|My grandfather came from {x}. What's the capital of that country?|My form asks for the capital of {x}.|My neighbour is moving to {x}'s capital. Which city is that?|Our next trip goes to the capital of {x}. What's its name?|We're travelling through {x}. Which city is the capital?|We're playing a game: I say {x}, you say the capital.|We argued about the capital of {x}. Which is it?|Someone said the capital of {x} is {c}. What is it really?|I thought the capital of {x} was {c}. What is it?|I'd have said {c}, but what's the capital of {x}?|People confuse them, so: what's the capital of {x}?|Forget {o}. What's the capital of {x}?|I know {o}'s capital, but what's that of {x}?|We did {o} yesterday; today it's {x}. The capital?|The embassy sits in the capital of {x}. Which city is it?|The parliament of {x} sits in its capital. Which city is that?
Name {x}'s capital.|Name {x}'s capital city, please.|Name the city that is the capital of {x}.|Give me {x}'s capital.|Give the capital of {x}.|Give the name of the capital of {x}.|State the capital of {x}.|Write down the capital of {x}.|Write the capital of {x}.|Type the capital of {x}.|Remind me of the capital of {x}.|Remind me what {x}'s capital is.|Help me with the capital of {x}.|Help me remember the capital of {x}.|Tell me what {x}'s capital is.|Tell me what city is the capital of {x}.|Tell me which city is {x}'s capital.|Tell my son the capital of {x}.|Please name the capital of {x}.|Please tell me {x}'s capital.|Just tell me the capital of {x}.|Just the capital of {x}, please.|Say which city is the capital of {x}.|Hello! What's the capital of {x}?|Hi, can you tell me the capital of {x}?|Good morning! Which city is the capital of {x}?|Hey, capital of {x}, quick!|Quick, the capital of {x}!|Excuse me, what's {x}'s capital?
"""),
    shapes("""
{x}首都？|{x}的首都？|{x}首都是啥？|{x}首都在哪儿？|{x}首都叫啥？|{x}首都叫什么名字？|{x}首都哪里|{x} 首都|首都：{x}|国家：{x}⏎首都：|国家：{x}，首都：|问：{x}的首都是哪里？⏎答：|{x}——首都？|{x}→首都|{x}的首都是＿＿。|{x}的首都是……|{x}的首都，请问？|{x}的首都是哪个？|{x}的首都是哪座城？|{x}的首都是什么城市？|{x}的首都是哪里来着？|{x}的首都叫什么来着？|{x}的首都到底是哪里？|{x}的首都究竟是哪个城市？|{x}首都是哪个来着？|{x}的都城是哪里？|{x}的国都是哪里？|{x}的首府城市，也就是首都，是哪里？|{x}的中央政府在哪座城市？|{x}的议会在首都，首都是哪里？|哪里是{x}的首都？|哪儿是{x}的首都？|哪座城市是{x}的首都？|什么城市是{x}的首都？|请问{x}的首都是哪里？|请问{x}首都叫什么？|请教一下，{x}的首都是哪里？|你知道{x}首都是哪里吗？|你知不知道{x}的首都？|你记得{x}的首都吗？|你能说出{x}的首都吗？|你能告诉我{x}的首都吗？|你肯定知道{x}的首都吧？|你说{x}的首都是哪里？|考你一下：{x}的首都？|抢答：{x}的首都！|抢答题：{x}的首都是哪里？|问答题：{x}的首都。|知识竞赛：{x}的首都是？|下一题，{x}的首都。|下一个国家，{x}，首都？|那{x}的首都呢？|那么{x}呢，首都是哪里？|还有{x}的首都是哪里？
我总是忘记{x}的首都。|我老记不住{x}的首都。|我一时想不起{x}的首都了。|我不知道{x}的首都是哪里。|我应该知道{x}的首都，可是忘了。|我想知道{x}的首都叫什么。|我想去{x}的首都看看，是哪座城市？|我要飞去{x}的首都，是哪个城市？|我收到一张从{x}首都寄来的明信片，那是哪座城市？|我在填地图，{x}的首都是哪里？|我明天考地理，{x}的首都是哪里？|我爷爷来自{x}，那里的首都叫什么？|我有个笔友在{x}，那儿的首都是哪里？|我说{x}，你说首都。|女儿在学首都，{x}的是哪里？|邻居要搬去{x}的首都，是哪座城市？|表格里要填{x}的首都。|我们在争{x}的首都是哪里。|有人说{x}的首都是{c}，到底是哪里？|我以为{x}的首都是{c}，到底是哪里？|不说{o}了，{x}的首都是哪里？|{o}的首都我知道，{x}的呢？|昨天学了{o}，今天学{x}，首都是哪里？|写出{x}的首都。|写下{x}的首都名称。|报出{x}的首都。|说一下{x}的首都。|说说看{x}的首都是哪里。|讲一下{x}首都是哪里。|提醒我一下{x}的首都。|帮我想想{x}的首都。|给我{x}的首都名字。|快说，{x}的首都！|直接告诉我{x}的首都。|告诉孩子{x}的首都是哪里。|你好，{x}的首都是哪里？|早上好，请问{x}的首都叫什么？|打扰一下，{x}的首都是哪儿？
"""),
)
_CAPITAL_WAYS = either(_CAPITAL_ASK, _CAPITAL_MORE)


def capital(w: Writer) -> list[Message]:
    """Countries and their capitals; now and then the country of a capital."""
    country, city = w.pick(CAPITALS)
    other, wrong = w.pick([row for row in CAPITALS if row[0] != country])
    # London is the capital of two of the list.
    asked = _CAPITAL_BACK if w.rng.random() < 0.08 and city[0] != "London" else _CAPITAL_WAYS
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
