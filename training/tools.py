"""Conversations with tools: call the right one, answer from its result, leave it when none fits."""

import json
from collections.abc import Callable, Collection
from typing import Any

from training import errands, words
from training.toolbox import Schema, Use, call, closed, want
from training.words import Pair
from training.writer import Message, Writer


def _schema(w: Writer, name: str, about: str, fields: dict[str, str], required: list[str] | None = None) -> Schema:
    """A function description in the hub's form, with more or less said about it."""
    props = {
        k: {"type": kind} | ({"description": f"The {k}"} if w.rng.random() < 0.3 else {}) for k, kind in fields.items()
    }
    named = list(fields) if required is None else required
    parameters = closed(w, {"type": "object", "properties": props, "required": named})
    return {"type": "function", "function": {"name": name, "description": about, "parameters": parameters}}


def _place(w: Writer) -> Pair:
    if w.rng.random() < 0.5:
        name = words.invented(w.rng).capitalize()
        return (name, name)
    return w.pick(words.CITIES)


_WEATHER_NAMES = (
    "get_weather",
    "get_weather",
    "get_current_weather",
    "weather",
    "query_weather",
    "lookup_weather",
    "fetch_forecast",
)
_WEATHER_ABOUT = (
    "Get weather for a city",
    "Get the current weather",
    "Weather of a place",
    "Look up the weather in a city",
)


def weather(w: Writer) -> Use:
    """The weather of a city."""
    rng = w.rng
    place = _place(w)
    key = rng.choice(("location", "location", "city", "place"))
    schema = _schema(w, rng.choice(_WEATHER_NAMES), rng.choice(_WEATHER_ABOUT), {key: "string"})
    if rng.random() < 0.25:
        schema["function"]["parameters"]["properties"]["unit"] = {
            "type": "string",
            "enum": ["celsius", "fahrenheit"],
        }
    ask = w.user(
        "[What's the weather in {p}|What is the weather like in {p}|How is the weather in {p}|Tell me the weather in {p}|What's the weather like in {p} today|Weather in {p}"
        "|How's the weather in {p} right now|Is it raining in {p}|Is it cold in {p}|Do I need an umbrella in {p}|How warm is it in {p}|What is the temperature in {p}|Look up the weather in {p}|Can you tell me the weather in {p}|I'd like to know the weather in {p}|Please check the weather in {p}|Get me the weather for {p}|What about the weather in {p}|Is it hot in {p}|Weather for {p}, please|I am going to {p}, what's the weather|Is it snowing in {p}|Does the sun shine in {p}|Will I need a coat in {p}|How cold is {p} today|Is {p} rainy today|What's the forecast for {p}|Any rain in {p} today|{p}: how is the weather|What weather does {p} have|Is it windy in {p}|Show me the weather of {p}][?|]",
        "[{p}天气怎么样|{p}今天天气如何|{p}的天气怎么样|查一下{p}的天气|{p}现在冷吗|{p}下雨吗|{p}多少度|告诉我{p}的天气|{p}今天热吗|{p}会下雪吗|{p}有风吗|看看{p}的天气|我要去{p}，天气如何][？|]",
        p=place,
    )  # fmt: skip
    result, answer = _forecast(w, key, place)
    return Use(schema, ask, {key: place[w.zh]}, result, answer)


def _forecast(w: Writer, key: str, place: Pair) -> tuple[Any, Message]:
    """What a weather tool gives back, and what is said of it."""
    rng = w.rng
    temp, sky = rng.randrange(-15, 40), w.pick(words.CONDITIONS)
    shown = sky[w.zh if rng.random() < 0.5 else 0]
    parts = {
        key: place[w.zh],
        rng.choice(("temperature", "temperature", "temp", "degrees")): temp,
        rng.choice(("condition", "condition", "weather", "sky")): shown,
    }
    if rng.random() < 0.4:
        del parts[key]
    answer = w.reply("[The weather in {p} is {s}, {t}°C.|In {p} it is {s} and {t}°C.|It is {s} in {p}, with {t}°C.]", "[{p}现在{s}，气温{t}°C。|{p}天气：{s}，{t}°C。]",
                     p=place[w.zh] if w.ask == w.tell else place, s=shown, t=temp)  # fmt: skip
    return f"{shown}, {temp}°C" if rng.random() < 0.2 else parts, answer


def clock(w: Writer) -> Use:
    """The time in a city."""
    place = _place(w)
    key = w.pick(("city", "timezone", "location"))
    schema = _schema(
        w,
        w.pick(("get_time", "current_time", "clock", "local_time")),
        w.pick(("Get the current time in a city", "Local time of a place")),
        {key: "string"},
    )
    time = f"{w.rng.randrange(24):02d}:{w.rng.randrange(60):02d}"
    ask = w.user(
        "[What time is it in {p}|What's the time in {p}|Tell me the time in {p}|What is the local time in {p}][?|]",
        "[{p}现在几点|{p}的时间是多少|告诉我{p}的时间][？|]",
        p=place,
    )
    return Use(
        schema,
        ask,
        {key: place[w.zh]},
        {"time": time},
        w.reply("It is {t} in {p}.", "{p}现在{t}。", p=place[w.zh] if w.ask == w.tell else place, t=time),
    )


def adder(w: Writer) -> Use:
    """A calculator."""
    a, b = w.rng.randrange(2, 1000), w.rng.randrange(2, 1000)
    name, about, sign, c, said = w.pick((
        ("add", "Add two numbers", "+", a + b, ("[What is|Add|Compute] {a} + {b}", "[计算|算一下] {a} + {b}")),
        ("multiply", "Multiply two numbers", "×", a * b, ("[What is|Multiply|Compute] {a} × {b}", "[计算|算一下] {a} × {b}")),
        ("subtract", "Subtract the second number from the first", "-", a - b, ("[What is|Compute] {a} - {b}", "[计算|算一下] {a} - {b}")),
    ))  # fmt: skip
    keys = w.pick((("a", "b"), ("x", "y"), ("first", "second")))
    schema = _schema(w, name, about, {keys[0]: w.pick(("number", "integer")), keys[1]: w.pick(("number", "integer"))})
    return Use(schema, w.user(said[0] + "[?|]", said[1] + "[。|]", a=a, b=b), {keys[0]: a, keys[1]: b}, w.pick((c, {"result": c})),
               w.reply("{a} {s} {b} = {c}.", "{a} {s} {b} = {c}。", a=a, b=b, s=sign, c=c))  # fmt: skip


def reminder(w: Writer) -> Use:
    """A timer of some minutes."""
    n = w.rng.randrange(1, 90)
    key = w.pick(("minutes", "duration", "length"))
    schema = _schema(
        w,
        w.pick(("set_timer", "start_timer", "timer", "create_alarm")),
        w.pick(("Start a timer of some minutes", "Set a timer")),
        {key: "integer"},
    )
    ask = w.user(
        "[Set a timer for {n} minutes|Start a timer of {n} minutes|Wake me in {n} minutes|Remind me in {n} minutes][.|]",
        "[设一个{n}分钟的计时器|{n}分钟后提醒我|倒计时{n}分钟][。|]",
        n=n,
    )
    return Use(
        schema,
        ask,
        {key: n},
        {"status": w.pick(("ok", "done", "started"))},
        w.reply("The timer is set for {n} minutes.", "计时器已设为{n}分钟。", n=n),
    )


def letter(w: Writer) -> Use:
    """A message to someone."""
    name = words.person(w.rng, w.zh)
    text = w.words(
        "[I'm late|See you soon|Call me|Happy birthday|Dinner is ready|Good luck|The {t} is in the {p}|I have the {t}|Bring the {t} to the {p}|Meet me at the {p}|I'll be at the {p} on {d}|The {t} costs {k} coins|We need {k} {t}s]",
        "[我迟到了|一会儿见|给我打电话|生日快乐|饭好了|祝你好运|{t}在{p}|我有{t}|把{t}带到{p}|我们在{p}见|{d}我在{p}|{t}要{k}元|我们需要{k}个{t}]",
        t=w.pick(words.THINGS), p=w.pick(words.PLACES), d=w.pick(words.DAYS), k=w.rng.randrange(2, 100),
    )  # fmt: skip
    keys = w.pick((("to", "text"), ("recipient", "message"), ("name", "body")))
    schema = _schema(
        w,
        w.pick(("send_message", "send_text", "message", "send_mail")),
        w.pick(("Send a message to someone", "Send a text message")),
        {keys[0]: "string", keys[1]: "string"},
    )
    ask = w.user("[[Send|Write] {n} [a|the] message[:|] {t}|[Send|Write] [a|this] message to {n}: {t}|Message {n}: {t}|Text {n}: {t}|Tell {n}: {t}|Let {n} know: {t}|A message for {n}: {t}|Message to {n}, please: {t}|Write to {n}: {t}|Send to {n}: {t}|{n} should get this message: {t}]",
                 "[给{n}发[消息|短信]：{t}|告诉{n}：{t}|发给{n}：{t}|转告{n}：{t}]", n=name, t=text)  # fmt: skip
    return Use(
        schema,
        ask,
        {keys[0]: name, keys[1]: text},
        {"status": w.pick(("ok", "sent"))},
        w.reply("I sent {n} the message.", "已经给{n}发了消息。", n=name),
    )


def lookup(w: Writer) -> Use:
    """A search, or any tool with an invented name and one word to pass."""
    thing = w.pick(
        (
            words.invented(w.rng),
            w.pick(words.ANIMALS)[w.zh],
            w.pick(words.THINGS)[w.zh],
            w.pick(words.FOODS)[w.zh],
        )
    )
    verb, said = w.pick((("search", ("[Search for|Look up|Find] {x}", "[搜索|查找|找一下]{x}")), ("translate", ("Translate {x}", "翻译{x}")),
                         ("price", ("[What is the price of|How much costs] {x}?", "{x}多少钱？")), ("order", ("[Order|Buy|Get me] {x}", "[订购|买]{x}"))))  # fmt: skip
    key = w.pick(("query", "text", "item", "word"))
    schema = _schema(
        w,
        w.pick((verb, f"{verb}_{key}", f"do_{verb}", f"{verb}_{words.invented(w.rng, 1)}")),
        {
            "search": "Search for something",
            "translate": "Translate a word",
            "price": "Price of a thing",
            "order": "Order a thing",
        }[verb],
        {key: "string"},
    )
    out = words.invented(w.rng) if verb != "price" else w.rng.randrange(1, 500)
    return Use(
        schema,
        w.user(*said, x=thing),
        {key: thing},
        w.pick((out, {"result": out})),
        w.reply("The result is {o}.", "结果是{o}。", o=out),
    )


USES: dict[str, Callable[[Writer], Use]] = {
    "weather": weather, "clock": clock, "adder": adder, "reminder": reminder, "letter": letter, "lookup": lookup,
}  # fmt: skip


# These do what many errands ask for ("Order a thing"), so they stand on offer only where no errand is run.
BROAD = ("letter", "lookup")


def open_kinds(narrow: bool, taken: Collection[str]) -> list[str]:
    """The well-known tools that may still come; of two that tell the weather nobody could know which is meant."""
    return [k for k in USES if not (narrow and k in BROAD) and k not in taken]


def _alike(name: str, mine: str) -> bool:
    return name.startswith(mine[:4]) or mine.startswith(name[:4])


def among(
    w: Writer,
    schemas: list[Schema],
    n_others: int,
    barred: Collection[str] = (),
    narrow: bool = True,
    taken: Collection[str] = (),
) -> list[Schema]:
    """`schemas` and others, of other names and other work than these, the barred and the kinds taken, shuffled."""
    out = {s["function"]["name"]: s for s in schemas}
    own = {*out, *barred}
    kinds = open_kinds(narrow, taken)
    w.rng.shuffle(kinds)
    for _ in range(n_others):
        luck, like = w.rng.random(), w.pick(sorted(own) or [""])
        if luck < 0.15 and kinds:
            other = USES[kinds.pop()](w).schema
        elif luck < 0.5 and errands.known(like):
            other = errands.near(w, like)[0]
        else:
            other = (errands.want if narrow else want)(w).schema
        name = other["function"]["name"]
        # An errand is told from another by what it is; of drawn tools those alike in name are left out.
        clash = errands.same if errands.known(name) else _alike
        if not any(name == mine or clash(name, mine) for mine in own) and not any(errands.same(name, o) for o in out):
            out.setdefault(name, other)
    mixed = list(out.values())
    w.rng.shuffle(mixed)
    return mixed


def returned(result: Any) -> Message:
    """What a tool gave back."""
    content = result if isinstance(result, str) else json.dumps(result, ensure_ascii=False)
    return {"role": "tool", "content": content}


def called(use: Use) -> list[Message]:
    """Question, call, result, answer."""
    return [
        use.ask,
        {"role": "assistant", "content": "", "tool_calls": [call(use.schema["function"]["name"], use.arguments)]},
        returned(use.result),
        use.answer,
    ]


def weather_without_tool(w: Writer) -> list[Message]:
    """Asked for the weather with no tool at hand."""
    place = _place(w)
    ask = w.user(
        "[What's the weather|What is the weather like|How is the weather|Tell me the weather|Will it rain|Is it sunny|What's the weather like today|What's the temperature|Weather forecast, please|How will the weather be|Can you tell me the weather|Do I need an umbrella|Is it cold outside|Can you tell me the weather in {p}|Is it raining in {p}|Tell me the weather in {p}|How warm is it in {p}"
        "|What's the weather in {p}|What is the weather like in {p}|How's the weather in {p}|Is it cold in {p}][?|]",
        "[天气怎么样|今天天气如何|明天会下雨吗|{p}天气怎么样|{p}今天天气如何|{p}冷吗|现在多少度|告诉我{p}的天气][？|]", p=place)  # fmt: skip
    named = place[w.zh] in ask["content"] or place[w.zh].lower() in ask["content"]
    if named and not w.brief:
        return [ask, w.reply("I don't have access to weather data, so I can't tell you the weather in {p}. [With a weather tool I could look it up.|Please check a weather service.]",
                             "我无法获取天气数据，所以不知道{p}的天气。[有天气工具的话我可以查。|请看天气预报。]", p=place)]  # fmt: skip
    return [ask, w.reply("I don't have access to weather data. [With a weather tool I could look it up.|Please check a weather service.]",
                         "我无法获取天气数据。[有天气工具的话我可以查。|请看天气预报。]")]  # fmt: skip


FAMILIES = {"no_weather": (weather_without_tool, 4)}
