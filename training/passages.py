"""A text to read and questions about it: who, where, what, how many; and what the text doesn't say."""

from collections.abc import Callable
from dataclasses import dataclass

from training import words
from training.words import Pair
from training.writer import Message, Slot, Writer


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing a text can say of {n}: the sentence, the question, the answer, and how its value is drawn."""

    said: Pair
    asked: Pair
    value: Callable[[Writer], Slot]


def _list(pairs: list[Pair]) -> Callable[[Writer], Slot]:
    return lambda w: w.pick(pairs) if w.rng.random() < 0.6 else words.invented(w.rng)


def _whole(low: int, high: int) -> Callable[[Writer], Slot]:
    return lambda w: w.rng.randrange(low, high)


def _town(w: Writer) -> Slot:
    return w.pick(words.CITIES) if w.rng.random() < 0.5 else words.invented(w.rng).capitalize()


# fmt: off
PEOPLE = (
    Trait(("{n} lives in {x}.", "{n}住在{x}。"), ("[Where does {n} live|In which city does {n} live|What is {n}'s town|Where is the home of {n}|Which place does {n} call home|{n} lives where]?", "{n}[住在[哪里|哪个城市]|住哪儿|住的地方是哪里]？"), _town),
    Trait(("{n} was born in {x}.", "{n}出生在{x}。"), ("[Where was {n} born|What is the birthplace of {n}|In which town was {n} born|What is {n}'s place of birth|{n} was born where]?", "{n}[出生在哪里|在哪里出生|的出生地是哪里]？"), _town),
    Trait(("{n} works as a {x}.", "{n}的工作是{x}。"), ("[What is {n}'s job|What does {n} work as|What does {n} do for a living|What is the profession of {n}|Which job does {n} have|How does {n} earn money|What kind of work does {n} do]?", "{n}[的工作是什么|是做什么的|做什么工作|的职业是什么]？"), _list(words.JOBS)),
    Trait(("{n} is {x} years old.", "{n}今年{x}岁。"), ("[How old is {n}|What is {n}'s age|How many years old is {n}|What age is {n}|What is the age of {n}]?", "{n}[多大了|今年几岁|多少岁]？"), _whole(5, 99)),
    Trait(("{n} likes {x} best.", "{n}最喜欢{x}。"), ("[What does {n} like best|What is {n}'s favourite|What does {n} like most|Which food does {n} prefer|What does {n} love to eat]?", "{n}[最喜欢什么|最爱吃什么]？"), _list(words.FOODS)),
    Trait(("{n} has a dog called {x}.", "{n}有一只狗叫{x}。"), ("[What is the name of {n}'s dog|What is {n}'s dog called|How is the dog of {n} called|Which name has {n}'s dog]?", "{n}的狗[叫什么|叫什么名字]？"), lambda w: words.person(w.rng, w.zh)),
    Trait(("{n} is married to {x}.", "{n}的爱人是{x}。"), ("[Who is {n} married to|Who is married to {n}|Whom did {n} marry|Who is the wife or husband of {n}]?", "{n}[的爱人是谁|和谁结婚了]？"), lambda w: words.person(w.rng, w.zh)),
    Trait(("{n} plays the {x}.", "{n}会弹{x}。"), ("[What does {n} play|Which instrument does {n} play]?", "{n}会弹什么？"), lambda w: w.pick((("piano", "钢琴"), ("guitar", "吉他"), ("harp", "竖琴"), ("organ", "风琴")))),
    Trait(("The phone number of {n} is {x}.", "{n}的电话是{x}。"), ("[What is {n}'s phone number|What number does {n} have|Under which number can I call {n}|How can I reach {n} by phone]?", "{n}的电话是多少？"), _whole(1000, 99999)),
    Trait(("{n} came here in {x}.", "{n}在{x}年来到这里。"), ("[When did {n} come here|In which year did {n} come here|Since when is {n} here|What was the year {n} came here]?", "{n}[哪一年|什么时候]来到这里的？"), _whole(1900, 2030)),
)
THINGS = (
    Trait(("The {n} was built in {x}.", "{n}建于{x}年。"), ("[When was the {n} built|In which year was the {n} built|How old is the {n}, when was it built|What is the year the {n} was built|Since when does the {n} stand|From which year is the {n}]?", "{n}[建于哪一年|什么时候建的|是什么时候建成的]？"), _whole(1200, 2030)),
    Trait(("The {n} stands in {x}.", "{n}在{x}。"), ("[Where does the {n} stand|Where is the {n}|In which town is the {n}|Where can I find the {n}|The {n} is where]?", "{n}在[哪里|哪儿|什么地方]？"), _town),
    Trait(("The {n} costs {x} coins.", "{n}的价格是{x}元。"), ("[How much does the {n} cost|What is the price of the {n}|How many coins is the {n}|What must I pay for the {n}|How expensive is the {n}|What does the {n} cost]?", "{n}[多少钱|的价格是多少|卖多少钱]？"), _whole(2, 5000)),
    Trait(("The {n} belongs to {x}.", "{n}属于{x}。"), ("[Who owns the {n}|To whom does the {n} belong|Whose is the {n}|Who does the {n} belong to|Whose {n} is it]?", "{n}[属于谁|是谁的]？"), lambda w: words.person(w.rng, w.zh)),
    Trait(("The colour of the {n} is {x}.", "{n}的颜色是{x}。"), ("[What colour is the {n}|Which colour does the {n} have|What is the colour of the {n}|In which colour is the {n}]?", "{n}是什么颜色[的|]？"), _list(words.COLOURS)),
    Trait(("The {n} weighs {x} kilos.", "{n}重{x}公斤。"), ("[How much does the {n} weigh|What is the weight of the {n}|What does the {n} weigh|How many kilos is the {n}|Is the {n} heavy, how many kilos]?", "{n}[有多重|多重|重多少公斤]？"), _whole(1, 900)),
    Trait(("The {n} is made of {x}.", "{n}是用{x}做的。"), ("[What is the {n} made of|Which material is the {n} made of|What material is the {n}|From what is the {n} made]?", "{n}是[用什么|什么材料]做的？"), lambda w: w.pick((("wood", "木头"), ("glass", "玻璃"), ("stone", "石头"), ("iron", "铁"), ("paper", "纸"), ("silver", "银")))),
    Trait(("The {n} opens at {x}.", "{n}{x}开门。"), ("[When does the {n} open|At what time does the {n} open|From when is the {n} open|What are the opening hours of the {n}|How early does the {n} open|What time can I go to the {n}]?", "{n}[几点开门|什么时候开门|几点开]？"), lambda w: f"{w.rng.randrange(5, 13)}:{w.rng.choice(('00', '15', '30', '45'))}"),
)
_FILLERS = (
    ("[It was a long day.|The sky was clear.|Many people know this.|That is well known.|The street was quiet.|Nobody was surprised.|The weather was mild.|Some call it luck.|This has been so for years.|There was music in the air.|The coffee was cold by then.|A letter came in the morning.]",
     "[那是漫长的一天。|天空很晴朗。|很多人都知道。|街上很安静。|没有人感到意外。|天气很温和。|多年来一直如此。|空气中有音乐。|早上来了一封信。]"),
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a text, and the question and the answer it holds."""

    sentence: str
    question: str
    answer: str


def world(w: Writer, n: int) -> list[Said]:
    """`n` different things said of a few people or things."""
    rng = w.rng
    names: list[tuple[str, tuple[Trait, ...]]] = []
    for _ in range(max(1, n // rng.choice((1, 2, 3)))):
        if rng.random() < 0.6:
            names.append((words.person(rng, w.zh), PEOPLE))
        else:
            thing = w.pick(w.pick((words.THINGS, words.PLACES, words.OBJECTS)))[w.zh]
            names.append(
                (thing if rng.random() < 0.5 else f"{words.invented(rng)}{'' if w.zh else ' '}{thing}", THINGS)
            )
    out: dict[tuple[str, Trait], Said] = {}
    while len(out) < n:
        name, traits = rng.choice(names)
        t = rng.choice(traits)
        if (name, t) in out:
            names.append((words.person(rng, w.zh), PEOPLE))
            continue
        x = t.value(w)
        sentence = w.words(*t.said, n=name, x=x)
        out[name, t] = Said(sentence, w.words(*t.asked, n=name), sentence)
    return list(out.values())


def _text(w: Writer, said: list[Said]) -> str:
    """The sentences in order, fillers between."""
    parts = []
    for s in said:
        parts.append(s.sentence)
        if w.rng.random() < 0.25:
            parts.append(w.words(*w.pick(_FILLERS)))
    return ("" if w.zh else " ").join(parts)


def passage(w: Writer) -> list[Message]:
    """A text and one to four questions about it; now and then one that it doesn't answer."""
    rng = w.rng
    said = world(w, rng.choice((1, 2, 3, 4, 6, 8, 12, 20)))
    hidden = said.pop() if len(said) > 1 and rng.random() < 0.25 else None
    text = _text(w, said)
    # Reading is what a row costs, so that long ones are asked more.
    asked = rng.sample(said, min(len(said), rng.choice((1, 1, 2, 3, 4)) + len(said) // 5))
    turns = [(s.question, {"role": "assistant", "content": s.answer}) for s in asked]
    if hidden is not None:
        turns.insert(
            rng.randrange(len(turns) + 1), (hidden.question, w.reply("The text doesn't say.", "文中没有提到。"))
        )
    out: list[Message] = []
    lead = w.words(
        "[Read this text|Here is a text|Text|Passage|Read the following passage|Use this text|Answer from this text]:\n",
        "[阅读下面的文字|这是一段文字|文章|请读这段话]：\n",
    )
    question, answer = turns[0]
    if rng.random() < 0.7:
        ask = w.user(
            "{l}{t}\n\n{q}"
            if rng.random() < 0.6
            else "{t}\n\n[Question: |Q: |My question: |Please tell me: |What I want to know: |Answer this: |]{q}"
            if rng.random() < 0.8
            else "{q}\n\n{t}",
            "{l}{t}\n\n[问题：|请问，|我想知道，|]{q}",
            l=lead,
            t=text,
            q=question,
        )
        out += [ask, answer]
    else:
        out += [
            w.user("{l}{t}", "{l}{t}", l=lead, t=text),
            w.reply("[I have read it.|OK, what would you like to know?]", "[我读完了。|好的，你想知道什么？]"),
        ]
        out += [w.user("{q}", "{q}", q=question), answer]
    for question, answer in turns[1:]:
        out += [w.user("{q}", "{q}", q=question), answer]
    return out


FAMILIES = {"passage": (passage, 16)}
