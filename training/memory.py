"""What the user says about themselves, and being asked for it turns later."""

from collections.abc import Callable
from dataclasses import dataclass

from training import words
from training.words import Pair
from training.writer import Message, Slot, Writer


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of fact: how it is told, acknowledged, asked and answered; each (English, Chinese)."""

    tell: Pair
    noted: Pair
    ask: Pair
    answer: Pair
    value: Callable[[Writer], Slot]


def _one_of(pairs: list[Pair]) -> Callable[[Writer], Slot]:
    """A word of the list, or one that no list holds."""
    return lambda w: w.pick(pairs) if w.rng.random() < 0.6 else words.invented(w.rng)


def _number(low: int, high: int) -> Callable[[Writer], Slot]:
    return lambda w: w.rng.randrange(low, high)


KINDS = {
    "name": Kind(
        ("[My name is {x}|I'm {x}|I am {x}|Call me {x}|You can call me {x}|Please call me {x}|My friends call me {x}|Hi, I'm {x}|Hello, my name is {x}|This is {x}|The name is {x}][.|!|]",
         "[我叫{x}|我的名字是{x}|我是{x}|叫我{x}吧|你可以叫我{x}|你好，我叫{x}|大家都叫我{x}][。|！|]"),
        ("[Nice to meet you, {x}!|Hello, {x}!|Hi {x}, nice to meet you!]", "[很高兴认识你，{x}！|你好，{x}！]"),
        ("[What is my name|What's my name|Do you remember my name|Who am I|Can you tell me my name|Do you know my name|What did I say my name was|What am I called|Tell me my name|What name do I have|How did I say I am called|Which name is mine|Please say my name|Under what name do you know me|Can you still name me|And my name|How should you call me][?|]",
         "[我叫什么名字|我叫什么|你还记得我的名字吗|我是谁|你知道我叫什么吗|我的名字是什么|说出我的名字|我刚才说我叫什么|我的名字呢][？|]"),
        ("Your name is {x}.", "你叫{x}。"), lambda w: words.person(w.rng, w.zh)),
    "age": Kind(
        ("[I am {x} years old|I'm {x} years old|I'm {x}|My age is {x}|I just turned {x}][.|]", "[我今年{x}岁|我{x}岁了|我的年龄是{x}岁][。|]"),
        ("[Got it, you are {x} years old.|Thanks, I'll remember that you are {x}.]", "[好的，你{x}岁。|记住了，你{x}岁。]"),
        ("[How old am I|What is my age|Do you remember my age|What age am I|How many years old am I|What did I say my age was|Tell me my age|And my age][?|]", "[我今年几岁|我多大了|你记得我的年龄吗|我的年龄是多少|我今年多大][？|]"),
        ("You are {x} years old.", "你{x}岁。"), _number(6, 95)),
    "colour": Kind(
        ("[My favourite colour is {x}|My favorite color is {x}|I like {x} best of all colours|The colour I love most is {x}|I love the color {x}][.|]",
         "[我最喜欢的颜色是{x}|我最爱{x}|我喜欢{x}这个颜色][。|]"),
        ("[{x} is a nice colour!|Noted: your favourite colour is {x}.]", "[{x}很好看！|记住了，你最喜欢{x}。]"),
        ("[What is my favourite colour|What's my favorite color|Which colour do I like best|Do you remember my favourite colour|What color do I like|Which colour is my favourite|And the colour I like|Tell me my favourite colour][?|]",
         "[我最喜欢什么颜色|我最喜欢的颜色是什么|你记得我喜欢的颜色吗][？|]"),
        ("Your favourite colour is {x}.", "你最喜欢的颜色是{x}。"), _one_of(words.COLOURS)),
    "city": Kind(
        ("[I live in {x}|My home is in {x}|I'm from {x}|I come from {x}|I moved to {x}|My home town is {x}][.|]", "[我住在{x}|我来自{x}|我家在{x}|我搬到了{x}][。|]"),
        ("[{x} sounds nice!|Noted, you live in {x}.]", "[{x}是个好地方！|记住了，你住在{x}。]"),
        ("[Where do I live|Which city do I live in|Do you remember where I live|Where is my home|Where am I from|In what place do I live|What town do I live in|What is my home town|Tell me where I live|And where do I live|Which place is my home][?|]", "[我住在哪里|我住在哪个城市|你记得我住哪里吗|我来自哪里|我住哪儿|我的家在什么地方|说说我住哪里][？|]"),
        ("You live in {x}.", "你住在{x}。"), lambda w: w.pick(words.CITIES) if w.rng.random() < 0.5 else words.invented(w.rng).capitalize()),
    "food": Kind(
        ("[My favourite food is {x}|I love eating {x}|I like {x} most|The food I like best is {x}|My favorite food is {x}][.|]", "[我最喜欢吃{x}|我爱吃{x}|我最喜欢的食物是{x}][。|]"),
        ("[{x}, good choice!|Noted: you like {x}.]", "[{x}，好选择！|记住了，你喜欢{x}。]"),
        ("[What is my favourite food|What do I like to eat|What's my favorite food|Which food do I like|What do I love to eat|What food do I prefer|Which meal is my favourite|Tell me what I like to eat][?|]", "[我最喜欢吃什么|我爱吃什么|我最喜欢的食物是什么][？|]"),
        ("Your favourite food is {x}.", "你最喜欢吃{x}。"), _one_of(words.FOODS)),
    "job": Kind(
        ("[I work as a {x}|I am a {x}|I'm a {x}|My job is {x}|By trade I'm a {x}][.|]", "[我是{x}|我的工作是{x}|我做{x}][。|]"),
        ("[A {x}, how interesting!|Noted, you work as a {x}.]", "[{x}，真有意思！|记住了，你是{x}。]"),
        ("[What is my job|What do I do for a living|What's my job|Do you remember my job|What do I work as][?|]", "[我是做什么的|我的工作是什么|你记得我的职业吗][？|]"),
        ("You work as a {x}.", "你是{x}。"), _one_of([j for j in words.JOBS if j[0][0] not in "aeiou"])),
    "hobby": Kind(
        ("[My hobby is {x}|I like {x} in my free time|I enjoy {x}|In my spare time I love {x}][.|]", "[我的爱好是{x}|我空闲时喜欢{x}|我喜欢{x}][。|]"),
        ("[{x} is fun!|Noted: you enjoy {x}.]", "[{x}很有意思！|记住了，你喜欢{x}。]"),
        ("[What is my hobby|What do I like to do|What's my hobby|What do I do in my free time][?|]", "[我的爱好是什么|我喜欢做什么|我空闲时做什么][？|]"),
        ("Your hobby is {x}.", "你的爱好是{x}。"), _one_of(words.HOBBIES)),
    "number": Kind(
        ("[Remember the number {x}|My lucky number is {x}|The number is {x}|Please remember this number: {x}|Keep the number {x} in mind|Remember {x}][.|]",
         "[请记住数字{x}|我的幸运数字是{x}|记住这个数字：{x}|数字是{x}][。|]"),
        ("[I'll remember {x}.|Got it: {x}.|OK, {x}.]", "[我记住了：{x}。|好的，{x}。]"),
        ("[What is the number|What's my number|Which number did I tell you|What number did I ask you to remember|What was the number|What's my lucky number|Do you remember the number|Tell me the number|And the number|What number did I give you|Can you give me the number|The number, please|Which one was the number][?|]",
         "[数字是多少|我让你记住的数字是什么|我的幸运数字是多少|刚才的数字是什么|你还记得那个数字吗][？|]"),
        ("The number is {x}.", "数字是{x}。"), _number(2, 9999)),
    "word": Kind(
        ("[The secret word is {x}|The password is {x}|Remember the word {x}|The code word is {x}|Keep this word in mind: {x}][.|]", "[密码是{x}|暗号是{x}|记住这个词：{x}|口令是{x}][。|]"),
        ("[I'll remember it.|Got it: {x}.]", "[我记住了。|好的：{x}。]"),
        ("[What is the secret word|What is the password|Which word did I tell you|What was the word|What's the code word|Tell me the password|The word, please|What word should you remember|And the password|Give me the secret word|What's the right word][?|]",
         "[密码是什么|暗号是什么|我让你记的词是什么|口令是什么][？|]"),
        ("The word is {x}.", "是{x}。"), lambda w: words.invented(w.rng, w.rng.choice((1, 2, 2)))),
    "thing": Kind(
        ("[My {f} is {x}|The {f} is {x}|Remember: my {f} is {x}|Please note that my {f} is {x}|For your information, my {f} is {x}|{x} is my {f}|I have {x} as my {f}|My {f}: {x}][.|]", "[我的{f}是{x}|请记住我的{f}是{x}|{f}是{x}][。|]"),
        ("[Noted: your {f} is {x}.|Got it: {x}.|OK, I'll remember your {f}.]", "[记住了，你的{f}是{x}。|好的：{x}。]"),
        ("[What is my {f}|What's my {f}|Tell me my {f}|Do you remember my {f}|What did I say my {f} was|What was my {f}|And my {f}|Give me my {f}|Which {f} is mine|Can you say my {f}|I forgot my {f}, what is it|My {f}, please][?|]", "[我的{f}是什么|你还记得我的{f}吗|告诉我我的{f}|{f}是什么|我的{f}呢|我忘了我的{f}，是什么][？|]"),
        ("Your {f} is {x}.", "你的{f}是{x}。"), lambda w: words.anything(w.rng, w.zh)),
    "kin": Kind(
        ("[My {k} is called {x}|My {k}'s name is {x}|{x} is my {k}|I have a {k} named {x}][.|]", "[我{k}叫{x}|我{k}的名字是{x}|{x}是我{k}][。|]"),
        ("[Say hello to {x} from me!|Noted: your {k} is {x}.]", "[替我向{x}问好！|记住了，你{k}叫{x}。]"),
        ("[What is my {k}'s name|What is my {k} called|Who is my {k}|Do you remember my {k}'s name|What's the name of my {k}|Tell me the name of my {k}|How is my {k} called|And my {k}|Which name has my {k}|Name my {k}][?|]", "[我{k}叫什么|你记得我{k}的名字吗|我{k}是谁][？|]"),
        ("Your {k}'s name is {x}.", "你{k}叫{x}。"), lambda w: words.person(w.rng, w.zh)),
    "plan": Kind(
        ("[I have an appointment at {x}|My train leaves at {x}|We meet at {x}|The meeting is at {x}][.|]", "[我{x}有个约会|我的火车{x}出发|我们{x}见面|会议在{x}][。|]"),
        ("[Noted: {x}.|OK, at {x}.]", "[记住了：{x}。|好的，{x}。]"),
        ("[When is it|At what time is it|Which time did I tell you|What time did I say|Do you remember the time|Tell me the time I told you|What was the time again|When was that|At which hour is it|The time, please|When must I be there][?|]", "[是几点|我说的是几点|你记得时间吗|什么时候来着|再说一遍时间][？|]"),
        ("It is at {x}.", "是{x}。"), lambda w: f"{w.rng.randrange(1, 24)}:{w.rng.randrange(60):02d}"),
    "pet": Kind(
        ("[My {a}'s name is {x}|I have a {a} called {x}|I have a {a} named {x}|My {a} is called {x}][.|]", "[我的{a}叫{x}|我有一只{a}，叫{x}|我家{a}名叫{x}][。|]"),
        ("[{x} is a lovely name for a {a}!|Say hello to {x} from me!]", "[{x}真是个可爱的名字！|替我向{x}问好！]"),
        ("[What is my {a}'s name|What's my {a} called|Do you remember my {a}'s name|What is the name of my {a}|How is my {a} called|Tell me the name of my {a}|Which name has my {a}|What did I name my {a}|And my {a}][?|]", "[我的{a}叫什么|你记得我的{a}叫什么吗|我家{a}叫什么名字][？|]"),
        ("Your {a}'s name is {x}.", "你的{a}叫{x}。"), lambda w: words.person(w.rng, w.zh)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact told in a conversation."""

    kind: Kind
    slots: dict[str, Slot]


def fact(w: Writer, name: str) -> Fact:
    """A fresh fact of kind `name`."""
    kind = KINDS[name]
    return Fact(kind, {"x": kind.value(w), "a": w.pick([a for a in words.ANIMALS if a[0][0] not in "aeiou"]),
                       "f": w.pick(words.FIELDS), "k": w.pick(words.KIN)})  # fmt: skip


def told(w: Writer, f: Fact) -> list[Message]:
    """The user tells it."""
    noted = w.reply("[OK.|Got it.|Noted.]", "[好的。|记住了。]") if w.brief else w.reply(*f.kind.noted, **f.slots)
    return [w.user(*f.kind.tell, **f.slots), noted]


def told_two(w: Writer, f: Fact, g: Fact) -> list[Message]:
    """Two facts in one breath."""
    one, two = w.user(*f.kind.tell, **f.slots), w.user(*g.kind.tell, **g.slots)
    joint = "，" if w.zh else w.pick((". ", ", and ", "; "))
    text = one["content"].rstrip("。！.!") + joint + two["content"]
    return [
        {"role": "user", "content": text},
        w.reply("[Thanks, I'll remember that.|Got it, thank you.|Noted!]", "[谢谢，我记住了。|好的，记住了。]"),
    ]


def corrected(w: Writer, name: str, f: Fact) -> tuple[list[Message], Fact]:
    """The user takes it back and says something else."""
    g = Fact(f.kind, {**f.slots, "x": KINDS[name].value(w)})
    ask = w.user(*f.kind.tell, **g.slots)
    lead = (
        w.pick(("对不起，我说错了，", "不对，", "更正一下，"))
        if w.zh
        else w.pick(("Sorry, I was wrong: ", "Actually, ", "Wait, no: ", "Correction: "))
    )
    ask["content"] = lead + ask["content"]
    return [
        ask,
        w.reply(
            "[Thanks for telling me.|OK, I've changed that.|Thanks, corrected.]",
            "[谢谢告诉我。|好的，改过来了。]",
        ),
    ], g


def asked(w: Writer, f: Fact) -> list[Message]:
    """The user asks for it back."""
    return [w.user(*f.kind.ask, **f.slots), w.reply(*f.kind.answer, **f.slots)]


def never_told(w: Writer, f: Fact) -> list[Message]:
    """The user asks for what was never said."""
    return [w.user(*f.kind.ask, **f.slots), w.reply("You haven't told me yet.", "你还没告诉我。")]
