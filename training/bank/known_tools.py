"""The tools that everybody knows, as a bank: names, descriptions, arguments, wordings, results and what is said of them."""

from dataclasses import dataclass, field

from training import words
from training.bank.errand_sources import (
    BAND,
    CURRENCY,
    DAY,
    MAIL,
    PERSON,
    TITLE,
    TOPIC,
    TOWN,
    Source,
    enum,
    one_of,
    phrase,
    string,
    whole,
    word,
)
from training.words import Pair
from training.writer import Writer


@dataclass(frozen=True, slots=True)
class Arg:
    """An argument: its keys, where values come from, what schemas say of it ({x} is a value), and whether it is required."""

    keys: tuple[str, ...]
    source: Source
    about: Pair = ("", "")
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Gift:
    """One thing a tool gives back: its keys, where values come from, whether it is a list, and the key within each item."""

    keys: tuple[str, ...]
    source: Source
    many: bool = False


@dataclass(frozen=True, slots=True)
class Tool:
    """A well-known tool. A wording that leaves a required slot open is one whose argument is asked for."""

    kind: str
    names: tuple[str, ...]
    about: tuple[str, ...]
    args: dict[str, Arg]
    en: str
    zh: str
    tell: Pair
    gifts: dict[str, Gift] = field(default_factory=dict)
    texts: tuple[str, ...] = ()  # what it may give back as plain text
    each: Pair = ("", "")  # wordings for several values of the first argument at once
    rival: str = ""  # the errand that does the same, by one of its names
    alone: bool = False  # nobody could do it without the tool


# fmt: off
def _tenths(low: int, high: int) -> Source:
    return Source("number", lambda w: w.rng.randrange(low * 10, high * 10) / 10 if w.rng.random() < 0.4 else w.rng.randrange(low, high))


def _clock(w: Writer) -> str:
    return f"{w.rng.randrange(24):02d}:{w.rng.randrange(60):02d}"


def _ticker(w: Writer) -> str:
    return "".join(w.pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(w.rng.choice((2, 3, 4))))


def _path(w: Writer) -> str:
    folders = "/".join(words.invented(w.rng, 1) for _ in range(w.rng.choice((0, 1, 1, 2))))
    name = f"{words.invented(w.rng)}.{w.pick(('txt', 'csv', 'md', 'json', 'py', 'log'))}"
    return w.pick(("", "/", "./")) * bool(folders) + (f"{folders}/{name}" if folders else name)


def _sql(w: Writer) -> str:
    table, column, other = (words.invented(w.rng, 1) for _ in range(3))
    n = w.rng.randrange(2, 900)
    return w.pick((f"SELECT * FROM {table}", f"SELECT {column} FROM {table}", f"SELECT {column}, {other} FROM {table} WHERE {column} > {n}", f"SELECT COUNT(*) FROM {table}",
                   f"SELECT {column} FROM {table} ORDER BY {other} LIMIT {n}", f"SELECT MAX({column}) FROM {table}",
                   f"SELECT {column} FROM {table} WHERE {other} = '{words.invented(w.rng)}'"))


def _code(w: Writer) -> str:
    x, n, m = words.invented(w.rng, 1), w.rng.randrange(2, 90), w.rng.randrange(2, 90)
    return w.pick((f"print({n} * {m})", f"print('{x}'.upper())", f"len('{x}')", f"sum(range({n}))", f"sorted([{n}, {m}, {n + m}])", f"print('{x}' * {m % 7 + 2})",
                   f"import math; print(math.sqrt({n}))", f"{x} = {n}; print({x} + {m})", f"max({n}, {m})", f"'{x}'.replace('{x[:1]}', '{x[-1:]}')", f"for i in range({m}): print(i)"))


_MONEYS = ("USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "AUD", "INR", "SEK", "NOK", "PLN", "KRW", "MXN", "BRL")
MONEY = string(lambda w: w.pick(_MONEYS) if w.rng.random() < 0.7 else CURRENCY.draw(w))
CLOCK, TICKER, PATH, SQL, CODE = string(_clock), string(_ticker), string(_path), string(_sql), string(_code)
SUM = Source("number", lambda w: w.rng.randrange(1, 5000) if w.rng.random() < 0.7 else w.rng.randrange(100, 99999) / 100)
WORD = string(word, quoted=True)
SKY = Source("string", lambda w: w.pick(words.CONDITIONS)[w.zh if w.rng.random() < 0.75 else not w.zh])
COMPANY = phrase("[{y}|{y} Motors|{y} Foods|{y} Bank|{y} Energy|{y} Labs]", "[{y}|{y}汽车|{y}食品|{y}银行|{y}能源|{y}科技]")
QUERY = phrase("[{z} {a} price|how to clean a {a}|best {p} in {t}|{y} {n} manual|history of {z}|{f} without {z}|{z} vs {y}|{t} {p} tickets|used {y} {a} near {t}|train strike {t} {d}|who founded {y}|{y} concert {t}|{z}|cheap {a} {t}|{s} food {z}]",
                 "[{z}{a}价格|怎么清洗{a}|{t}最好的{p}|{y} {n} 说明书|{z}的历史|{t}{p}门票|{t}附近二手{a}|{y}和{z}的区别|谁创办了{y}|{y}演唱会{t}|{z}|便宜的{a}{t}|{s}吃什么{z}]", quoted=True)
TOPICS = phrase("[{z}|{y}|football|the {y} election|space|chess|{t}|electric cars|the {p} in {t}|climate|the {y} merger|robots|{s}s]", "[{z}|{y}|足球|{y}选举|航天|围棋|{t}|电动车|{t}的{p}|气候|{y}并购案|机器人|{s}]")
HEADLINE = phrase("[{y} opens a {p} in {t}|{n} {a}s found in {t}|{x} wins the {y} prize|New {p} for {t}|{y} sells {n} {a}s|{x} leaves {y}|{t} plans a {p}]", "[{y}在{t}开了{p}|{t}发现{n}个{a}|{x}获得{y}奖|{t}新建{p}|{y}卖出{n}个{a}|{x}离开{y}|{t}计划建{p}]")
MESSAGE = phrase("[I'm late|see you soon|call me|happy birthday|dinner is ready|good luck|the {a} is in the {p}|I have the {a}|bring the {a} to the {p}|meet me at the {p}|I'll be at the {p} on {d}|the {a} costs {n} coins|we need {n} {a}s|{x} is here|can you pick up {x} on {d}|don't forget the {a}|the {p} closes early on {d}|thanks for the {f}|I left the {a} with {x}]",
                   "[我迟到了|一会儿见|给我打电话|生日快乐|饭好了|祝你好运|{a}在{p}|我有{a}|把{a}带到{p}|我们在{p}见|{d}我在{p}|{a}要{n}元|我们需要{n}个{a}|{x}到了|{d}能去接{x}吗|别忘了{a}|{d}{p}关门早|谢谢你的{f}|{a}我放在{x}那儿了]")
SUBJECT = phrase("[{y}|Your {a}|The {y} project|Invoice {n}|{d}'s meeting|Trip to {t}|Question about the {a}|Hello from {t}|Order {n}]", "[{y}|你的{a}|{y}项目|发票{n}|{d}的会议|{t}之行|关于{a}的问题|来自{t}的问候|订单{n}]", quoted=True)
SENTENCE = phrase("[the {a} is new|good morning|where is the {p}|I like {f}|{x} has a {s}|how much is the {a}|thank you very much|see you on {d}|I live in {t}]", "[{a}是新的|早上好|{p}在哪里|我喜欢{f}|{x}有一只{s}|{a}多少钱|非常感谢|{d}见|我住在{t}]")
LANGUAGE = string(one_of("French/法语, German/德语, Spanish/西班牙语, Japanese/日语, Italian/意大利语, Korean/韩语, Russian/俄语, Portuguese/葡萄牙语, Arabic/阿拉伯语, Greek/希腊语"))
CUISINE = string(one_of("Italian/意大利菜, Thai/泰国菜, Indian/印度菜, Mexican/墨西哥菜, Greek/希腊菜, vegan/素食, Korean/韩国菜, Japanese/日本料理, Turkish/土耳其菜, Spanish/西班牙菜"))
LONG = string(one_of("miles/英里, kilometres/公里, feet/英尺, metres/米, inches/英寸, centimetres/厘米, yards/码"))
HEAVY = string(one_of("pounds/磅, kilograms/公斤, ounces/盎司, grams/克, tons/吨"))
BROAD = string(one_of("litres/升, gallons/加仑, pints/品脱, cups/杯, barrels/桶"))
MODE = enum("walking/步行, driving/驾车, cycling/骑行, transit/公交")
SEATING = enum("economy/经济舱, business/商务舱, first class/头等舱")
SCALE = enum("celsius/摄氏度, fahrenheit/华氏度")
PRIORITY = enum("low/低, normal/普通, high/高")
ACTION = enum("pause/暂停, stop/停止, resume/继续播放, next/下一首, previous/上一首")
NUMBER = string(lambda w: f"{w.pick('ABCDEFGHKLMNPRSTX')}{w.rng.randrange(10, 99999)}" if w.rng.random() < 0.6 else str(w.rng.randrange(1000, 9999999)))
TWO_DIGITS = whole(2, 100)


def _arg(keys: str, source: Source, en: str = "", zh: str = "", needed: bool = True) -> Arg:
    return Arg(tuple(keys.split()), source, (en, zh), needed)


def _gift(keys: str, source: Source, many: bool = False) -> Gift:
    return Gift(tuple(keys.split()), source, many)


# By the first name of a tool, the errand that does the same where it goes by other names.
_RIVALS = {
    "get_forecast": "get_forecast", "set_timer": "set_timer", "set_alarm": "set_alarm",
    "weather": "get_weather", "air": "air_quality", "clock": "get_time", "letter": "send_message", "remind": "set_reminder",
    "order": "order_status", "places": "find_restaurant", "units": "convert_temperature",
}


def _t(kind: str, names: str, about: str, en: str, zh: str, tell: Pair, args: dict[str, Arg], gifts: dict[str, Gift] | None = None, texts: str = "",
       each: Pair = ("", ""), rival: str = "", alone: bool = True) -> Tool:
    rival = rival or _RIVALS.get(names.split(maxsplit=1)[0]) or _RIVALS.get(kind, "")
    return Tool(kind, tuple(names.split()), tuple(about.split("|")), args, f"[{en}]", f"[{zh}]", tell, gifts or {}, tuple(texts.split("|")) if texts else (), each, rival, alone)


def _units(unit: Source) -> Tool:
    return _t("units", "convert_units unit_converter convert_unit units", "Convert a measure from one unit to another|Unit conversion for lengths, weights and volumes|单位换算",
       "How many {b} are {n} {a}?|Convert {n} {a} to {b}|{n} {a} in {b}|{n} {a} to {b}|The recipe says {n} {a}, how many {b} is that?|What is {n} {a} in {b}?|value: {n}\nfrom: {a}\nto: {b}|I only think in {b}. What's {n} {a}?|Change {n} {a} into {b}|Turn {n} {a} into {b}|It measures {n} {a}. In {b}, please|{n} {a} make how many {b}?|In {b}, what are {n} {a}?|My American uncle says {n} {a}. In {b}?|Express {n} {a} in {b}|Convert {n} {a}|How many {b} is that?",
       "{n}{a}是多少{b}？|{n}{a}等于多少{b}？|把{n}{a}换算成{b}|{n}{a}换{b}|菜谱上写{n}{a}，是多少{b}？|数值：{n}\n从：{a}\n到：{b}|我只懂{b}，{n}{a}是多少？|{n}{a}合多少{b}？|用{b}表示{n}{a}|换算{n}{a}|那是多少{b}？",
       ("{n} {a} is {o} {b}.", "{n}{a}是{o}{b}。"), {"n": _arg("value amount number", _tenths(2, 900), "[The value to convert]", "数值"), "a": _arg("from from_unit source", unit, "[Unit of the value|Unit to convert from, e.g. {x}]", "[原单位|原单位，例如{x}]"), "b": _arg("to to_unit target", unit, "[Unit wanted|Unit to convert to]", "目标单位")},
       {"o": _gift("result value converted", _tenths(1, 2000))}, "{o}|{o} {b}", alone=False)


_PLACE = _arg("location location city place", TOWN, "[The city|The city, e.g. {x}|Name of the city to look up, for example \"{x}\"|City or town]", "[城市名称|城市，例如{x}|要查询的城市]")
_WEATHER_EN = (
    "What's the weather in {p}[?|]|What is the weather like in {p}[?|]|How is the weather in {p}[?|]|Tell me the weather in {p}|Weather in {p}|Weather {p}|{p} weather|How's the weather in {p} right now[?|]|Is it raining in {p}[?|]|Is it cold in {p}[?|]"
    "|Do I need an umbrella in {p}[?|]|How warm is it in {p}[?|]|What is the temperature in {p}[?|]|Look up the weather in {p}|Can you tell me the weather in {p}[?|]|I'd like to know the weather in {p}|Please check the weather in {p}|Get me the weather for {p}"
    "|What about the weather in {p}[?|]|Is it hot in {p}[?|]|Weather for {p}, please|I am going to {p}, what's the weather[?|]|Is it snowing in {p}[?|]|Does the sun shine in {p}[?|]|Will I need a coat in {p}[?|]|Is {p} rainy[?|]|Any rain in {p}[?|]"
    "|{p}: how is the weather[?|]|What weather does {p} have[?|]|Is it windy in {p}[?|]|Show me the weather of {p}|My plane lands in {p} soon. What's it like outside there?|I'm packing for {p}. Shorts or a coat?|We're off to {p}, should we take raincoats?"
    "|My sister lives in {p} and says it's freezing there. Is that so?|Could you check whether it's raining in {p}?|Is {p} sunny at the moment?|What should I wear in {p}?|I'd love to know if the sun is out in {p}|How many degrees does {p} have?"
    "|What's it like outside in {p}?|How does the sky look over {p}?|Good weather in {p}?|Nice day in {p}?|Is it T-shirt weather in {p}?|I'm meeting a friend in {p} and don't know what to put on. How warm is it there?|City: {p}\nI need the weather|{p}\nweather please"
    "|Weather report. City: {p}|Find out how cold it is in {p}|Any chance you know the weather in {p}?|I'm stuck in {p} without a window, what is it like out there?|Could I sit outside in {p}?|Before I leave for {p}: what is the weather doing there?"
    "|What does the thermometer say in {p}?|Let me know about the weather in {p}|Weather check for {p}|Temperature in {p}|In {p}, is it warm?|For {p}, what's the weather?|As for {p}, is it cold there?"
    "|What's the weather?|How's the weather?|Is it raining?|Tell me the weather|How warm is it outside?|Do I need an umbrella?|Weather, please|Is it cold out there?|I'm about to go out, what's the weather?|Check the weather for me"
)
_WEATHER_ZH = (
    "{p}天气怎么样[？|]|{p}今天天气如何[？|]|{p}的天气怎么样[？|]|查一下{p}的天气|{p}现在冷吗[？|]|{p}下雨吗[？|]|{p}多少度[？|]|告诉我{p}的天气|{p}今天热吗[？|]|{p}会下雪吗[？|]|{p}有风吗[？|]|看看{p}的天气|我要去{p}，天气如何[？|]"
    "|{p}天气|天气，{p}|我马上到{p}，外面冷不冷？|在收拾去{p}的行李，要带外套吗？|{p}那边出太阳了吗？|去{p}要不要带伞？|我妹妹在{p}，那边天气好吗？|{p}这会儿几度？|想知道{p}是不是在下雨|{p}适合穿短袖吗？|城市：{p}\n查天气|帮我看看{p}冷不冷|{p}气温"
    "|能查到{p}的天气吗？|{p}外面怎么样？|今天{p}能晒被子吗？|出差去{p}，该穿什么？|{p}的温度是多少？|{p}那儿天气好不好？|麻烦报一下{p}的天气|{p}今天刮风没有？|听说{p}很冷，是真的吗？|我人在{p}，要不要加衣服？|{p}现在什么天气"
    "|天气怎么样？|今天天气如何？|外面冷吗？|要带伞吗？|查一下天气|现在多少度？|我要出门了，天气好不好？|看看天气"
)
_WEATHERS = (
    _t("weather", "get_weather get_weather get_current_weather weather query_weather lookup_weather fetch_weather getWeather current_weather",
       "Get weather for a city|Get the current weather|Weather of a place|Look up the weather in a city|Returns the current temperature and conditions for the given city. Use it whenever the user asks about the weather.|查询城市的天气|获取指定城市的当前天气情况",
       _WEATHER_EN, _WEATHER_ZH, ("[The weather in {p} is {s}, {t}°C.|In {p} it is {s} and {t}°C.|It is {s} in {p}, with {t}°C.]", "[{p}现在{s}，气温{t}°C。|{p}天气：{s}，{t}°C。]"),
       {"p": _PLACE, "u": _arg("unit units", SCALE, "[The unit of the temperature (optional)]", "温度单位（可选）", False)}, {"s": _gift("condition condition weather sky description", SKY), "t": _gift("temperature temperature temp degrees temp_c", whole(-15, 40))}, "{s}, {t}°C|{t}°C, {s}|{p}: {s}, {t} degrees|Weather: {s}\nTemperature: {t}°C|{s}，{t}度",
       ("What's the weather in {p}?|How is the weather in {p}?|I need the weather in {p}|Is it raining in {p}?|Compare the weather in {p}|Weather for {p}, please|How warm is it in {p}?", "{p}的天气怎么样？|查一下{p}的天气|{p}各多少度？|{p}都下雨吗？")),
    _t("weather", "get_weather get_current_weather get_temperature weather_now weather",
       "Get the current weather in a given location|Weather in the unit of your choice|Fetches the weather. The unit may be chosen.|查询天气，可指定温度单位",
       "What's the weather in {p} in {u}?|How many degrees {u} does {p} have?|Weather in {p}, {u} please|How warm is it in {p}? In {u}, please|I think in {u}. How warm is it in {p}?|{p}, in {u}|Give me the temperature of {p} in {u}|Temperature in {p} ({u})|city: {p}\nunit: {u}|Is {p} cold? Use {u}|Show {u}: {p}|I want the weather for {p}, and in {u}|Tell me in {u} how hot it is in {p}|What's the temperature in {u}?|How hot is it in {p}?",
       "{p}多少度？用{u}|用{u}告诉我{p}的气温|{p}的天气，单位{u}|{p}现在气温是多少{u}？|城市：{p}\n单位：{u}|我习惯用{u}，{p}多少度？|{p}，{u}|查{p}的温度，要{u}|现在多少{u}？",
       ("[The weather in {p} is {s}, {t} degrees {u}.|In {p} it is {s}, {t} degrees {u}.]", "{p}现在{s}，气温{t}{u}。"),
       {"p": _PLACE, "u": _arg("unit units unit scale", SCALE, "[The temperature unit|Unit of the temperature to return]", "温度单位")},
       {"s": _gift("condition weather sky", SKY), "t": _gift("temperature temp", whole(-5, 100))}, "{s}, {t} degrees {u}"),
    _t("weather", "get_forecast weather_forecast get_weather fetch_forecast forecast", "Weather forecast for a day|Get the weather of a city on a given day|天气预报|Returns the forecast. Give the city and the day.",
       "What will the weather be like in {p} on {d}?|Will it rain in {p} on {d}?|I'm in {p} on {d}, do I need a coat?|Forecast for {p}, {d}|{d} in {p}: what weather can I expect?|How warm will it be in {p} on {d}?|On {d} we have a picnic in {p}. Will it stay dry?|Is it going to snow in {p} on {d}?|city: {p}\nday: {d}\nforecast please|What's the forecast in {p} for {d}?|I fly to {p} on {d}. Weather?|Does it look good for {d} in {p}?|We want to hike near {p} on {d}, how's the forecast?|What will the weather be on {d}?|Will it rain in {p}?",
       "{p}{d}天气怎么样？|{d}{p}会下雨吗？|我{d}去{p}，要带外套吗？|{p}，{d}的天气预报|{d}我们在{p}野餐，会下雨吗？|城市：{p}\n日期：{d}\n查天气预报|{d}{p}多少度？|想知道{p}{d}冷不冷|{d}会下雨吗？",
       ("{d} in {p}: {s}, {t}°C.", "{p}，{d}：{s}，{t}°C。"), {"p": _PLACE, "d": _arg("date day when", DAY, "[The day|Day of the forecast, e.g. {x}]", "[日期|预报日期，例如{x}]")},
       {"s": _gift("condition weather sky", SKY), "t": _gift("temperature temp max", whole(-15, 40))}, "{s}, {t}°C"),
    _t("air", "get_air_quality air_quality aqi", "Air quality index of a city|查询空气质量", "How is the air in {p}?|Can I jog in {p}, or is the air too bad?|Air quality {p}|What's the AQI in {p}?|Is the air clean in {p}?|I have asthma and go to {p}, how is the air there?|{p}: air quality?|How bad is the smog in {p}?|Do I need a mask in {p}?|Can the children play outside in {p}? I worry about the air|They say {p} is smoggy. Check the air|city: {p}\nair quality|Could I open the window in {p}, or is the air dirty?|Please look up the AQI of {p}|Smog report for {p}, please|How is the air out there?|What's the air quality?",
       "{p}空气质量怎么样？|{p}空气好吗？|{p}有雾霾吗？|在{p}要戴口罩吗？|{p}能开窗吗？看下空气质量|孩子在{p}能出去玩吗？空气怎么样|城市：{p}\n空气质量|帮我看看{p}的AQI|我在{p}，能出去跑步吗？看看空气|{p}的空气指数是多少|查{p}的空气质量|空气质量怎么样？", ("The air quality index in {p} is {n}.", "{p}的空气质量指数是{n}。"), {"p": _PLACE}, {"n": _gift("aqi index value", whole(5, 400))}, "AQI {n}|{n}",
       ("How is the air in {p}?|Air quality in {p}, please", "{p}的空气质量怎么样？")),
    _t("sun", "get_sunset sunset_time sunset", "When the sun sets in a city|Time of sunset|查询日落时间", "When does the sun set in {p}?|Sunset in {p}?|How long is it light in {p}?|I want to photograph the sunset in {p}, when must I be there?|At what time does it get dark in {p}?|Is it still light in {p} at dinner time? When is sunset?|Sun goes down when in {p}?|How late can we stay on the beach in {p} before dark?|We want dinner at sunset in {p}, so when?|place: {p}\nsunset?|{p}, sunset time|Until when do we have daylight in {p}?|When is sunset?",
       "{p}几点日落？|{p}的太阳什么时候下山？|想拍{p}的日落，几点去？|{p}几点天黑？|想在{p}海边看日落，几点？|{p}天什么时候黑？|地点：{p}\n日落时间|{p}日落是几点？|查{p}的日落时间|几点日落？", ("The sun sets at {t} in {p}.", "{p}的日落时间是{t}。"), {"p": _PLACE}, {"t": _gift("sunset time", CLOCK)}, "{t}|Sunset: {t}"),
)
_TIMES = (
    _t("clock", "get_time current_time clock local_time get_current_time world_clock", "Get the current time in a city|Local time of a place|Returns the time of day at the given place (24 h).|查询当地时间|",
       "What time is it in {p}[?|]|What's the time in {p}[?|]|Tell me the time in {p}|What is the local time in {p}[?|]|{p} time|Time in {p}|How late is it in {p}?|I want to ring a friend in {p}. What time is it there?|Is it night in {p}?|Are people in {p} asleep now?|What does the clock say in {p}?|{p}: what time?|Could you look up the time in {p}?|It's noon here, and in {p}?|Is it already morning in {p}?|My office in {p}, is it still open? What time do they have?|Time now, {p}|I'm on the phone with {p}, what's the hour over there?|place: {p}\nwhat time is it|Do you know how late they have it in {p}?|Give me the hour in {p}|I just landed in {p} and must set my watch|Which time do they have in {p}?|What time is it?|Tell me the time|What's the local time?",
       "{p}现在几点[？|]|{p}的时间是多少[？|]|告诉我{p}的时间|{p}时间|{p}那边几点了？|我要给{p}的朋友打电话，那边几点？|{p}是晚上吗？|{p}的人睡了吗？几点了那边|{p}，现在的时间|我刚到{p}，要对表|查{p}当地时间|{p}天亮了吗，几点了？|地点：{p}\n几点了|现在几点？|几点了",
       ("It is {t} in {p}.", "{p}现在{t}。"), {"p": _arg("city timezone location place", TOWN, "[The city|City whose time is wanted, e.g. {x}]", "[城市|城市，例如{x}]")}, {"t": _gift("time time now local_time", CLOCK)}, "{t}|It's {t}|现在是{t}",
       ("What time is it in {p}?|Tell me the time in {p}|I need the local time in {p}", "{p}现在几点？|告诉我{p}的时间")),
    _t("reminder", "set_timer start_timer timer create_timer countdown", "Start a timer of some minutes|Set a timer|Starts a countdown and rings when it is over. Give the minutes.|设置倒计时",
       "Set a timer for {n} minutes|Start a timer of {n} minutes|Wake me in {n} minutes|Remind me in {n} minutes|{n} minutes, go|Timer {n} min|Ring in {n} minutes|The eggs need {n} minutes|I've put a pizza in the oven, it takes {n} minutes|Tell me when {n} minutes are over|Count down {n} minutes|Can you give me a shout in {n} minutes?|My tea needs {n} minutes, don't let me forget it|Beep after {n} minutes, please|I need a nap of {n} minutes|minutes: {n}\nstart the timer|A {n} minute timer, please|I have {n} minutes for this test, start the clock|Parking is paid for {n} minutes. Warn me|In {n} minutes I must leave, let me know|Give me {n} minutes|Start counting: {n} minutes|Let me work for {n} minutes, then ring|{n} minute timer|Start a timer|Set a timer for my pasta|Please count down|I need a timer",
       "设一个{n}分钟的计时器|{n}分钟后提醒我|倒计时{n}分钟|{n}分钟，开始|定时{n}分钟|鸡蛋要煮{n}分钟|披萨进烤箱了，要{n}分钟|过{n}分钟叫我|茶要泡{n}分钟，别让我忘了|我眯{n}分钟|考试时间{n}分钟，开始计时|{n}分钟后响一下|停车交了{n}分钟的钱，到点提醒|开个{n}分钟的倒计时|再过{n}分钟我得走，叫我一声|计时{n}分钟，谢谢|开始计时|定个时|帮我设个计时器",
       ("The timer is set for {n} minutes.", "计时器已设为{n}分钟。"), {"n": _arg("minutes minutes duration length", whole(2, 90), "[Length in minutes|How many minutes, e.g. {x}]", "[分钟数|多少分钟，例如{x}]"), "l": _arg("label name note", string(one_of("pasta/面条, nap/午睡, laundry/洗衣, tea/泡茶")), "[What the timer is for|Optional label]", "标签（可选）", False)},
       each=("Set timers of {n} minutes|Timers for {n} minutes, please", "设{n}分钟的计时器")),
    _t("reminder", "set_alarm create_alarm alarm add_alarm wake_up", "Set an alarm|Rings at the given time of day|设置闹钟|Creates an alarm. The time is given as HH:MM.",
       "Wake me at {t}|Set an alarm for {t}|Alarm at {t}|I have to get up at {t}|My flight is early, get me out of bed at {t}|{t}, alarm please|Could you wake me up at {t}?|Don't let me sleep past {t}|Tomorrow I rise at {t}, set the clock|Ring at {t}|Make sure I'm awake at {t}|time: {t}\nset alarm|I need an alarm at {t}|Get me up at {t}|Please have the alarm go off at {t}|I'd like to sleep until {t}, wake me then|Let it ring at {t}|Set an alarm|Wake me tomorrow|I need an alarm for tomorrow",
       "{t}叫我起床|设个{t}的闹钟|闹钟{t}|我{t}得起来|明天赶飞机，{t}叫醒我|{t}响铃|能在{t}叫我吗？|别让我睡过{t}|定{t}的闹铃|我想睡到{t}，到时叫我|时间：{t}\n设闹钟|把闹钟调到{t}|早上{t}叫我|设个闹钟|明天叫我起床",
       ("The alarm is set for {t}.", "闹钟已设为{t}。"), {"t": _arg("time at when", CLOCK, "[Time of day, e.g. {x}|When it rings (HH:MM)]", "[时间，例如{x}|响铃时间]"), "l": _arg("label name", string(one_of("work/上班, gym/健身, school/上学")), "[Optional label]", "标签（可选）", False)},
       each=("Set alarms for {t}|Wake me at {t}", "设{t}的闹钟")),
)
_MESSAGES = (
    _t("letter", "send_message send_text message send_sms", "Send a message to someone|Send a text message|Sends a short message to a contact|发送短信|",
       "[Send|Write] {n} [a|the] message[:|] {x}|[Send|Write] [a|this] message to {n}: {x}|Message {n}: {x}|Text {n}: {x}|Tell {n}: {x}|Let {n} know: {x}|A message for {n}: {x}|Message to {n}, please: {x}|Write to {n}: {x}|Send to {n}: {x}|{n} should get this message: {x}|To {n}: {x}|to: {n}\nmessage: {x}|\"{x}\" - send that to {n}|Can you text {n} this? {x}|I need {n} to know this: {x}|Drop {n} a line: {x}|Please pass this on to {n}: {x}|Hey, could you write {n} something for me? {x}|New message\nTo: {n}\nText: {x}|Say to {n} \"{x}\"|I'm driving. Write to {n} for me: {x}|Send a message: \"{x}\". It's for {n}|For {n}: {x}|{n} isn't picking up. Text this: {x}|Message {n}|Send a text to {n}|Send this: {x}|Text someone: {x}",
       "给{n}发[消息|短信]：{x}|告诉{n}：{x}|发给{n}：{x}|转告{n}：{x}|给{n}留言：{x}|“{x}”，发给{n}|帮我跟{n}说一声：{x}|收件人：{n}\n内容：{x}|我在开车，替我回{n}：{x}|{n}不接电话，发短信：{x}|发条消息给{n}，内容是“{x}”|让{n}知道：{x}|短信，{n}：{x}|麻烦转达{n}：{x}|跟{n}说“{x}”|给{n}发短信|发条消息给{n}|发短信：{x}",
       ("I sent {n} the message.", "已经给{n}发了消息。"), {"n": _arg("to recipient name contact", PERSON, "[Who gets it|Name of the recipient]", "收件人"), "x": _arg("text message body content", MESSAGE, "[The text|What to write]", "[内容|消息内容]")}),
    _t("mail", "send_email compose_email email write_email", "Send an e-mail|Writes an e-mail with a subject and a body and sends it|发送电子邮件|",
       "Write an e-mail to {m}, subject {s}: {x}|Email {m} about {s}: {x}|To: {m}\nSubject: {s}\n\n{x}|Send {m} a mail. Subject: {s}. Text: {x}|Mail to {m}. The subject is {s}, and it says: {x}|I have to answer {m}. Put {s} as subject and write: {x}|to {m}, subject {s}, body {x}|Subject {s}, to {m}: {x}|Could you send this to {m} with the subject {s}? {x}|Please e-mail {m}: \"{x}\". Subject: {s}|recipient: {m}\nsubject: {s}\nbody: {x}|Compose a mail for {m} headed {s}: {x}|Write \"{x}\" to {m}, subject {s}|Email {m}, subject {s}|Write a mail to {m}: {x}|Send an e-mail with the subject {s}: {x}",
       "给{m}写邮件，主题{s}：{x}|发邮件到{m}，标题是{s}，内容：{x}|收件人：{m}\n主题：{s}\n正文：{x}|邮件发给{m}，主题写{s}，正文写“{x}”|我要回复{m}，主题{s}：{x}|写封信给{m}，主题：{s}，内容：{x}|把“{x}”发到{m}，主题{s}|给{m}发邮件，主题{s}|给{m}发邮件：{x}|发封邮件，主题{s}：{x}",
       ("I sent the e-mail to {m}.", "邮件已经发给{m}了。"), {"m": _arg("to recipient address", MAIL, "[E-mail address|Address of the recipient, e.g. {x}]", "[收件人邮箱|邮箱地址，例如{x}]"), "s": _arg("subject title", SUBJECT, "[Subject line]", "邮件主题"), "x": _arg("body text content message", MESSAGE, "[The text of the mail]", "正文"),
       "c": _arg("cc copy_to", MAIL, "[Who gets a copy]", "抄送", False)}, rival="send_mail"),
    _t("note", "make_note add_note write_note", "Write something down|Saves a note|记笔记", "Note: {x}|Write down: {x}|Note to self: {x}|Jot this down: {x}|Put this in my notes: {x}|new note\n{x}|I must remember this: {x}|Save \"{x}\" as a note|Could you keep a note for me? {x}|Make a note that says \"{x}\"|For my notes: {x}|\"{x}\" - note that down|Take a note: {x}|Take a note|I want to note something",
       "记一下：{x}|笔记：{x}|帮我记下来：{x}|写进备忘录：{x}|新建笔记\n{x}|备忘：{x}|把“{x}”记到笔记里|这个要记住：{x}|记个笔记|我要记点东西", ("The note is saved.", "笔记已保存。"), {"x": _arg("text note content body", MESSAGE, "[The text of the note]", "笔记内容")}, rival="make_note", alone=False),
    _t("translation", "translate translate_text translator", "Translate a text into a language|Translates the text. The target language is given by its name.|翻译文本",
       "Translate \"{x}\" into {l}|How do I say \"{x}\" in {l}?|{l} for \"{x}\"|Put this into {l}: {x}|What is \"{x}\" in {l}?|I need this in {l}: {x}|text: {x}\nlanguage: {l}|My friend only speaks {l}. How do I tell them \"{x}\"?|Into {l}, please: {x}|Could you turn \"{x}\" into {l}?|Say \"{x}\" in {l}|Translate {x}|Translate this into {l}",
       "把“{x}”翻译成{l}|“{x}”用{l}怎么说？|翻成{l}：{x}|{l}里“{x}”怎么讲？|原文：{x}\n语言：{l}|朋友只懂{l}，“{x}”怎么跟他说？|我要{l}的“{x}”|翻译：{x}|翻译成{l}", ("The result is {o}.", "结果是{o}。"),
       {"x": _arg("text content phrase", SENTENCE, "[The text to translate]", "要翻译的文本"), "l": _arg("target language to target_language", LANGUAGE, "[Language to translate into, e.g. {x}]", "[目标语言|目标语言，例如{x}]")}, {"o": _gift("translation result text", phrase("{z} {y}", "{z} {y}"))}, "{o}"),
)
_FIGURES = (
    _t("currency", "convert_currency exchange_rate currency_convert", "Convert an amount of money|Converts an amount from one currency into another at today's rate.|货币换算|",
       "How much is {n} {a} in {b}?|Convert {n} {a} to {b}|{n} {a} in {b}|{n} {a} to {b}|{n} {a} = ? {b}|What do I get in {b} for {n} {a}?|I have {n} {a} and need {b}. How much will that be?|The hotel wants {n} {a}. What's that in {b}?|Change {n} {a} into {b}|Exchange {n} {a} for {b}, what comes out?|amount: {n}\nfrom: {a}\nto: {b}|A shirt costs {n} {a} here. I only know {b}, so how much is it?|My salary is {n} {a}, tell me in {b}|If I swap {n} {a} I get how many {b}?|Work out {n} {a} in {b}|What would {n} {a} be in {b}?|In {b}, how much are {n} {a}?|From {a} to {b}: {n}|Convert {n} {a}|How much is {n} {a}?|I need {b} for my {n} {a}, how many?|Convert {a} to {b}",
       "{n}{a}是多少{b}？|{n}{a}换{b}|把{n}{a}换成{b}|{n}{a}等于多少{b}？|我有{n}{a}，能换多少{b}？|酒店要{n}{a}，合多少{b}？|金额：{n}\n从：{a}\n到：{b}|用{b}算，{n}{a}是多少？|工资{n}{a}，折合{b}是多少|这件衣服{n}{a}，我只懂{b}，多少钱？|算一下{n}{a}兑{b}|想把{n}{a}兑成{b}，能拿到多少？|换算{n}{a}|把{a}换成{b}",
       ("{n} {a} is {o} {b}.", "{n}{a}是{o}{b}。"), {"n": _arg("amount value sum", SUM, "[The amount|How much to convert]", "[金额|要换的金额]"), "a": _arg("from from_currency source base", MONEY, "[Currency to convert from, e.g. {x}]", "[原货币|原货币，例如{x}]"), "b": _arg("to to_currency target into", MONEY, "[Currency to convert to, e.g. {x}]", "[目标货币|目标货币，例如{x}]")},
       {"o": _gift("result converted amount_out", SUM)}, "{o}|{o} {b}|{n} {a} = {o} {b}", rival="convert_currency"),
    _t("stock", "get_stock_price stock_price stock_quote get_quote share_price", "Get the price of a share|Current stock price by ticker symbol|Returns the latest price of a stock. The symbol is the short name under which it is traded.|查询股票价格",
       "What's {x} trading at?|Stock price of {x}|{x} stock|How much is a share of {x}?|Where does {x} stand today?|How is {x} doing on the market?|I own some {x}. What are they worth now?|Price of {x}, please|Should have sold {x} yesterday. How much is it now?|Give me a quote for {x}|quote {x}|symbol: {x}\nprice?|What does one {x} share cost?|Look up the shares of {x}|Has {x} gone up? Give me the price|I'm thinking of buying {x}, what's the price?|Ticker {x}: price|What's my stock at?|Give me a stock quote",
       "{x}股价多少？|{x}现在多少钱一股？|查一下{x}的股票|{x}的股价|{x}今天行情怎么样？|我买了{x}，现在值多少？|想买{x}，什么价？|股票代码：{x}\n查价格|{x}涨了吗？报个价|报一下{x}|{x}股票|看看{x}的价格，股票|股价多少？|查股票",
       ("{x} stands at {o}.", "{x}的股价是{o}。"), {"x": _arg("symbol ticker stock company", string(lambda w: (TICKER if w.rng.random() < 0.7 else COMPANY).draw(w)), "[Ticker symbol|The symbol, e.g. {x}]", "[股票代码|代码，例如{x}]")}, {"o": _gift("price last quote value", SUM)}, "{o}|{x}: {o}",
       ("What are {x} trading at?|Stock prices of {x}|Compare the share prices of {x}", "{x}的股价各是多少？|查{x}的股票"), rival="share_price"),
    *(_units(unit) for unit in (LONG, HEAVY, BROAD)),
    _t("random", "random_number get_random_number random_int draw_number", "Draw a random number|Returns a random integer between min and max|生成随机数",
       "Give me a random number between {a} and {b}|Random number from {a} to {b}|Pick a number between {a} and {b}|Draw a number, {a} to {b}|Let luck decide: a number from {a} to {b}|We need a winner, the tickets run from {a} to {b}. Draw one|Think of a number between {a} and {b}|min: {a}\nmax: {b}\nrandom number please|Roll something between {a} and {b}|We're drawing lots, {a} to {b}, who is it?|Throw the dice for me: {a} to {b}|I can't decide, give me something from {a} to {b}|Lottery time! One number, {a} to {b}|Surprise me with a number, lowest {a}, highest {b}|Any number not below {a} and not above {b}|random {a} {b}|Choose a number for us, {a} at least, {b} at most|Between {a} and {b}, pick at random|A random number from {a} up",
       "给我一个{a}到{b}之间的随机数|随机数，{a}到{b}|从{a}到{b}里随便挑一个数|抽个号，{a}到{b}|抽奖，号码从{a}到{b}，抽一个|在{a}和{b}之间随机选一个数|最小：{a}\n最大：{b}\n来个随机数|选择困难，{a}到{b}帮我挑一个|摇个号，{a}到{b}|抽签，{a}到{b}|最低{a}，最高{b}，来个随机的|不小于{a}不大于{b}的随便一个数|随机生成一个数，从{a}到{b}|从{a}开始的随机数",
       ("The number is {o}.", "这个数是{o}。"), {"a": _arg("min low start from", whole(0, 50), "[Smallest number]", "最小值"), "b": _arg("max high end to", whole(51, 2000), "[Largest number]", "最大值")}, {"o": _gift("number result value", whole(1, 900))}, "{o}", alone=False),
    _t("password", "generate_password create_password make_password", "Generate a password|Makes a random password of the given length|生成密码",
       "I need a password with {n} characters|Make me a password, {n} characters long|Generate a password of length {n}|A new {n} character password, please|length: {n}\npassword please|My old password leaked. Give me one with {n} characters|Something safe for my login, {n} characters|password {n}|The site wants {n} characters. Invent a password|How about a random password, {n} characters?|I never know what to take as a password. {n} characters, please|Password, {n} long|Set me up with a fresh password of {n} characters|I want nobody to guess it: {n} random characters|I need a new password",
       "生成一个{n}位密码|要一个{n}位的密码|密码泄露了，给我个{n}位的新密码|长度：{n}\n生成密码|网站要求{n}位，帮我想个密码|密码，{n}位|想不出密码，来个{n}位的|换个新密码，{n}个字符|要别人猜不到的，{n}位|来个{n}位随机密码|给我一个新密码", ("The password is {o}.", "密码是{o}。"), {"n": _arg("length size characters", whole(6, 40), "[How many characters]", "密码长度")}, {"o": _gift("password result", string(lambda w: words.strange(w.rng, False)))}, "{o}", alone=False),
)
_WEB = (
    _t("search", "web_search search_web google search search_internet internet_search", "Search the web|Searches the internet and returns titles of pages|Runs a web search. Write the query as one would type it into a search engine.|联网搜索|搜索网页",
       "Search the web for {q}|Google {q}|Search for {q}|Look up {q} online|Do a web search: {q}|search: {q}|What does the internet say about {q}?|Find pages about {q}|Could you search {q} for me?|I want to read something on {q}, search the net|web search {q}|query: {q}|Look on the web for {q}|Please run a search on {q}|Type this into the search engine: {q}|Check online: {q}|Can you find anything on {q} on the internet?|Search {q} and give me {n} results|{n} results for {q}, from the web|Find the top {n} pages on {q}|query: {q}\nlimit: {n}|Search the web for me|Google something for me",
       "上网搜{q}|百度一下{q}|搜索{q}|网上查查{q}|搜：{q}|网上怎么说{q}？|找找关于{q}的网页|帮我搜一下{q}|在网上搜{q}|关键词：{q}|查询：{q}|到搜索引擎里输入{q}|网络搜索{q}|搜{q}，给我{n}条结果|{q}，网上找{n}条|关键词：{q}\n条数：{n}|帮我上网搜一下|网上查个东西",
       ("I found: {l}.", "找到：{l}。"), {"q": _arg("query q search_query keywords", QUERY, "[The search query|What to search for, e.g. {x}]", "[搜索词|搜索关键词，例如{x}]"), "n": _arg("limit max_results num_results top_k", TWO_DIGITS, "[How many results (default 10)|Number of results]", "结果数量，默认10", False)}, {"l": _gift("title title name", HEADLINE, True)}),
    _t("news", "get_news news search_news news_by_topic latest_news top_headlines", "Get news about a topic|Latest headlines by topic|查询新闻|Returns current headlines on the topic, newest first.",
       "What's new about {x}?|News about {x}|Any news on {x}?|Latest headlines on {x}|What has happened with {x}?|I haven't followed {x} for days. What did I miss?|Give me the news on {x}|{x} news|Read me the headlines about {x}|Is there anything in the papers on {x}?|Bring me up to date on {x}|topic: {x}\nnews|What do the papers write about {x}?|Tell me the latest on {x}|I'm curious what's going on with {x}, any headlines?|{n} headlines about {x}|Get me {n} articles on {x}|The last {n} news about {x}|topic: {x}\ncount: {n}|News please|What are the headlines?|Any news?",
       "{x}有什么新闻？|关于{x}的新闻|{x}最近怎么了？|{x}的最新消息|好几天没关注{x}了，有什么新闻？|{x}头条|报纸上有{x}的消息吗？|主题：{x}\n新闻|念念{x}的头条|想了解{x}的最新动态|{x}，来{n}条新闻|找{n}条{x}的新闻|主题：{x}\n数量：{n}|有什么新闻？|看看新闻",
       ("The news: {l}.", "新闻：{l}。"), {"x": _arg("topic subject query category about", TOPICS, "[The topic|Topic of the news, e.g. {x}]", "[主题|新闻主题，例如{x}]"), "n": _arg("count limit number max_results", TWO_DIGITS, "[How many headlines|Number of headlines, 5 by default]", "条数", False)}, {"l": _gift("title headline title", HEADLINE, True)}, rival="search_news"),
    _t("dictionary", "define_word word_meaning dictionary", "Look up what a word means|Definition of a word from a dictionary|查词典",
       "What does {x} mean?|Define {x}|Definition of {x}|Look up {x} in the dictionary|meaning of {x}|I came across the word {x}. What is it?|word: {x}|Explain the word {x}|Which meaning has {x}?|Somebody called me {x}, what does that mean?|In a crossword I found {x}. Meaning?|{x} - what's that word?|How would a dictionary explain {x}?|{x}, definition please|Look a word up for me",
       "{x}是什么意思？|{x}的意思|查一下{x}这个词|词典里{x}怎么解释？|{x}的定义|单词：{x}|有人说我{x}，什么意思？|解释一下{x}这个词|看书看到{x}，不懂|{x}怎么理解？|帮我查个词", ("The word {x} means {o}.", "{x}的意思是{o}。"), {"x": _arg("word term text", WORD, "[The word|Word to look up]", "[单词|要查的词]")},
       {"o": _gift("definition meaning text", phrase("[a kind of {a}|a small {p}|very old|to walk slowly|a {a} for {f}|full of {f}|a person who sells {f}]", "[一种{a}|小{p}|很旧|慢慢地走|装{f}的{a}|卖{f}的人]"))}, "{o}|{x}: {o}", rival="define_word", alone=False),
    _t("sql", "run_sql execute_sql query_database sql_query run_query", "Run a SQL query|Executes a SQL statement on the database and returns the rows|执行SQL语句|",
       "Run {q}|Execute this: {q}|Run this query: {q}|SQL: {q}|{q}|What does the database say to {q}?|Can you run the following on the database?\n{q}|Please execute\n{q}|Send this to the database: {q}|I wrote {q}. Run it|query: {q}|Try {q} on our database|What comes back for {q}?|Fire off this statement: {q}|Run a query|Query the database",
       "执行{q}|运行这条SQL：{q}|跑一下{q}|{q}|在数据库里执行：{q}|SQL语句：{q}|帮我跑这个查询\n{q}|看看{q}返回什么|我写了{q}，运行一下|把这句发给数据库：{q}|执行一条查询|查一下数据库", ("I found: {l}.", "找到：{l}。"), {"q": _arg("query sql statement", SQL, "[The SQL statement|SQL to run, e.g. {x}]", "[SQL语句|要执行的SQL]")}, {"l": _gift("name value id", string(lambda w: words.strange(w.rng, False)), True)}),
    _t("code", "run_code run_python execute_python python execute_code code_interpreter", "Run Python code|Executes Python code and returns what it prints|运行Python代码|",
       "Run {c}|Run this code: {c}|Execute this: {c}|What does {c} give?|Python: {c}|What happens when I run {c}?|Can you run this Python for me?\n{c}|code:\n{c}|What's the output of {c}?|Please execute\n{c}|Try out {c}|I wrote {c}. Does it work? Run it|Test this line: {c}|Let Python do this: {c}|Here's a script, run it:\n{c}|Run my script|Execute some Python for me",
       "运行{c}|执行这段代码：{c}|跑一下{c}|{c}输出什么？|Python：{c}|代码：\n{c}|帮我运行\n{c}|我写了{c}，跑跑看|测试这一行：{c}|{c}的结果是什么？运行一下|运行我的代码|跑段代码", ("The result is {o}.", "结果是{o}。"), {"c": _arg("code source script", CODE, "[The code|Python code to run, e.g. {x}]", "[代码|要运行的代码]")}, {"o": _gift("output stdout result", string(lambda w: words.strange(w.rng, False)))}, "{o}", alone=False),
    _t("file", "read_file open_file cat get_file_contents", "Read a file|Returns the text of the file at the path|读取文件内容", "What's in {f}?|Read {f}|Show me {f}|Open {f}|cat {f}|What does {f} say?|I need the contents of {f}|path: {f}\nread it|Let me see what stands in {f}|Could you read {f} to me?|Have a look into {f}|Print {f} here|Tell me what {f} holds|There should be something in {f}. Is there?|Read a file for me",
       "{f}里有什么？|读一下{f}|打开{f}|看看{f}的内容|{f}写了什么？|路径：{f}\n读取|把{f}念给我听|显示{f}|我要{f}的内容|读个文件", ("The file says: {o}.", "文件内容：{o}。"), {"f": _arg("path file filename file_path", PATH, "[The path|Path of the file, e.g. {x}]", "[路径|文件路径，例如{x}]")}, {"o": _gift("content text contents", phrase("[the {a} is in the {p}|{x} has the {a}|{z}: {n}|{z} {y} {n}]", "[{a}在{p}|{a}在{x}那里|{z}：{n}|{z} {y} {n}]"))}, "{o}",
       ("What's in {f}?|Read {f}|Show me {f}", "读一下{f}|看看{f}的内容")),
    _t("shorten", "shorten_url short_link make_short_link", "Shorten a link|Makes a short URL|缩短网址", "Shorten {u}|Make {u} shorter|{u} is too long, give me a short link|Short link for {u}|url: {u}\nshorten|I can't post {u}, it's too long|Could you turn {u} into a short link?|Something shorter than {u}, please|Shorten a link for me", "缩短{u}|{u}太长了，弄个短链接|{u}的短链接|链接：{u}\n缩短|把{u}变成短链|我要发{u}，太长了，缩一下|帮我弄个短链接",
       ("The short link is {o}.", "短链接是{o}。"), {"u": _arg("url link long_url", string(lambda w: f"https://{words.invented(w.rng, 1)}.com/{words.invented(w.rng)}/{words.invented(w.rng)}"), "[The link]", "网址")}, {"o": _gift("short_url link short", string(lambda w: f"https://{words.invented(w.rng, 1)}.co/{words.invented(w.rng, 1)}"))}, "{o}"),
)
_ON_THE_WAY = (
    _t("flights", "search_flights find_flight flight_search", "Find flights between two cities|Searches flights. Cities by name, the date as the user gives it.|查找航班",
       "Find flights from {a} to {b} on {d}|I want to fly from {a} to {b} on {d}|Flights {a} to {b}, {d}|{a} - {b}, {d}, what flies?|from: {a}\nto: {b}\ndate: {d}\nflights please|On {d} I must get from {a} to {b} by plane|Which planes go to {b} from {a} on {d}?|Leaving {a} on {d} for {b}. Any flights?|How can I fly to {b}? I start in {a} on {d}|Show me planes on {d}, {a} to {b}|Is there a seat in {c} from {a} to {b} on {d}?|I fly {c} from {a} to {b} on {d}, what is there?|from: {a}\nto: {b}\ndate: {d}\nclass: {c}|Flights on {d} from {a} to {b} in {c}|Flights from {a} to {b}|I want to fly to {b} on {d}|Flights from {a} on {d}",
       "查{d}从{a}到{b}的航班|{d}我要从{a}飞{b}|{a}到{b}，{d}，有什么航班？|出发：{a}\n到达：{b}\n日期：{d}|{d}从{a}出发去{b}的飞机|{d}得从{a}赶到{b}，看看航班|{d}{a}飞{b}的{c}|从{a}到{b}坐{c}，{d}，有票吗？|出发：{a}\n到达：{b}\n日期：{d}\n舱位：{c}|从{a}到{b}的航班|{d}飞{b}的航班|{d}从{a}出发的航班",
       ("I found: {l}.", "找到：{l}。"), {"a": _arg("from origin departure from_city", TOWN, "[Where the flight starts|Departure city, e.g. {x}]", "[出发地|出发城市，例如{x}]"), "b": _arg("to destination arrival to_city", TOWN, "[Where it lands|Arrival city]", "[目的地|到达城市]"), "d": _arg("date day departure_date", DAY, "[Day of travel]", "[日期|出发日期]"), "c": _arg("class travel_class seat_class", SEATING, "[Class of the seat]", "舱位", False)},
       {"l": _gift("flight number id", NUMBER, True)}, rival="search_flights"),
    _t("route", "get_directions directions find_route route plan_route navigate", "Directions from one place to another|Finds the way and says how long it takes|规划路线|Returns the travel time of the best route. The mode says how one travels.",
       "How do I get from {a} to {b}?|Directions from {a} to {b}|Route from {a} to {b}|The way from {a} to {b}, please|I'm in {a} and have to be in {b}. Which way?|Navigate from {a} to {b}|start: {a}\nend: {b}\nroute|Bring me from {a} to {b}|What's the best way to {b} from {a}?|I start in {a}. Show me how to reach {b}|{a} to {b}, directions|We leave {a} now, how long to {b}?|Plan a trip from {a} to {b}, {m}|How long does it take from {a} to {b}, {m}?|From {a} to {b} by {m}|{m}: {a} to {b}|start: {a}\nend: {b}\nmode: {m}|I prefer {m}. How do I get to {b} from {a}?|{m} directions from {a} to {b}|How do I get to {b}?|Directions from {a}|Navigate to {b}",
       "从{a}到{b}怎么走？|{a}去{b}的路线|导航，从{a}到{b}|我在{a}，要去{b}，怎么走？|起点：{a}\n终点：{b}|{a}到{b}要多久？|带我从{a}去{b}|从{a}出发，怎么到{b}？|{a}到{b}，{m}怎么走？|{m}从{a}到{b}要多久？|起点：{a}\n终点：{b}\n方式：{m}|我想{m}，从{a}到{b}|{m}，{a}到{b}|怎么去{b}？|导航到{b}",
       ("It takes {n} minutes from {a} to {b}.", "从{a}到{b}要{n}分钟。"), {"a": _arg("from origin start", TOWN, "[Where to start]", "[起点|出发地，例如{x}]"), "b": _arg("to destination end", TOWN, "[Where to go|Destination, e.g. {x}]", "[终点|目的地]"), "m": _arg("mode travel_mode by", MODE, "[How one travels (default driving)|Mode of travel]", "[出行方式]", False)},
       {"n": _gift("minutes duration time_minutes", whole(3, 900))}, "{n} minutes|{n}分钟", rival="get_directions"),
    _t("places", "find_restaurants search_restaurants restaurant_search restaurants_in", "Find restaurants by kitchen and city|Restaurant search|查找餐厅",
       "Where can I eat {c} in {p}?|{c} food in {p}|Find restaurants in {p}, {c} ones|We're in {p} and feel like {c}|I'm hungry, something {c} in {p}?|Good {c} places in {p}?|city: {p}\nfood: {c}|Any {c} restaurants in {p}?|My wife wants {c} food tonight. What's there in {p}?|{p}, {c}, dinner: where?|Show me where they cook {c} in {p}|Dinner in {p}, {c} if possible|Which restaurants in {p} are {c}?|Where can I eat in {p}?|Something {c} for dinner, please",
       "{p}哪里有{c}？|{p}的{c}餐厅|在{p}想吃{c}|饿了，{p}有{c}吗？|城市：{p}\n菜系：{c}|{p}好吃的{c}推荐一下|今晚老婆想吃{c}，{p}有什么店？|找一家{p}的{c}|{p}哪里可以吃饭？|想吃{c}", ("I found: {l}.", "找到：{l}。"),
       {"c": _arg("cuisine kitchen food type", CUISINE, "[The kind of food, e.g. {x}]", "[菜系，例如{x}]"), "p": _arg("city location near place", TOWN, "[The city]", "城市")}, {"l": _gift("name name title", phrase("[{y}|Casa {y}|{y}'s|The {y}]", "[{y}|{y}饭馆|{x}小馆]"), True)}),
    _t("order", "get_order order_status check_order lookup_order", "Status of an order|Looks up an order by its number|查询订单状态", "Where's my order {n}?|Status of order {n}|What about order {n}?|Order {n}, has it left yet?|Has order {n} been shipped?|I ordered something, the number is {n}. What's the state?|order_id: {n}|Check {n} for me, it's an order|I'm still waiting for order {n}|Can you see order {n}?|My confirmation says {n}. How is my order getting on?|How far is order {n}?|Where's my order?|What about my order?",
       "订单{n}到哪了？|订单{n}的状态|查一下订单{n}|订单号：{n}|我的订单是{n}，发货了吗？|订单{n}发了没？|一直在等订单{n}|能看到订单{n}吗？|我的订单呢？|查订单", ("Order {n}: {s}.", "订单{n}：{s}。"), {"n": _arg("order_id id number order_number", NUMBER, "[Number of the order|Order number, e.g. {x}]", "[订单号|订单号，例如{x}]")},
       {"s": _gift("status state", string(one_of("shipped/已发货, packed/已打包, delivered/已送达, cancelled/已取消, on the way/运输中, waiting for payment/待付款")))}, "{s}|Order {n}: {s}", ("What about the orders {n}?|Check the orders {n}|Status of {n}, all orders of mine", "查一下订单{n}|订单{n}的状态")),
    _t("event", "add_event create_event calendar_add", "Put something into the calendar|Creates a calendar event. Title, day and start are needed; the length may be left out.|添加日程|",
       "Put {x} in my calendar, {d} at {t}|Add an event: {x}, {d}, {t}|I've got {x} on {d} at {t}, please save the date|title: {x}\ndate: {d}\ntime: {t}|calendar: {x} {d} {t}|{x} is on {d}, it begins at {t}. Enter it|On {d} at {t} I'm at {x}, mark it|They moved {x} to my week: {d}, {t}. Into the calendar with it|Schedule {x} for {d} at {t}|New event {x}. Day: {d}. Time: {t}|Block my calendar on {d} at {t} for {x}, {n} minutes|{x} on {d} at {t}, it'll take {n} minutes. Put it in|title: {x}\ndate: {d}\ntime: {t}\nminutes: {n}|Schedule {x} on {d}, {t}, for {n} minutes|Schedule {x} for {d}|Put {x} in my calendar at {t}",
       "日历加上{x}，{d}{t}|{d}{t}有{x}，帮我记到日历|新建日程：{x}，{d}，{t}|标题：{x}\n日期：{d}\n时间：{t}|{x}定在{d}，{t}开始，加进日历|{d}{t}我要去{x}，标一下|把{d}{t}留给{x}，{n}分钟|标题：{x}\n日期：{d}\n时间：{t}\n时长：{n}|安排{x}在{d}{t}，{n}分钟|安排{x}，{d}|日历里加上{t}的{x}",
       ("The event is in the calendar.", "日程已添加。"), {"x": _arg("title name event summary", TOPIC, "[Title of the event]", "标题"), "d": _arg("date day start_date", DAY, "[Day of the event, e.g. {x}]", "[日期]"), "t": _arg("time start start_time", CLOCK, "[Start, e.g. {x}]", "[开始时间，例如{x}]"), "n": _arg("duration minutes length", whole(10, 180), "[Length in minutes, 60 if left out]", "时长（分钟）", False)}, rival="add_event"),
    _t("task", "create_ticket open_ticket new_ticket report_issue", "Open a support ticket|Creates a ticket for the support team|创建工单", "Open a ticket: {x}, priority {p}|I want to report something, {p} priority: {x}|Ticket: {x}\nPriority: {p}|{p} priority ticket: {x}|Please tell support with {p} priority: {x}|Create a ticket with priority {p} that says \"{x}\"|Support should look at this, priority is {p}: {x}|title: {x}\npriority: {p}|File this as {p}: {x}|I've got a problem: {x}. Priority {p}|Could support look at this? {x}. It's {p} priority|My colleague says {x}. Please open a ticket, priority {p}|priority: {p}\ntext: {x}|New ticket ({p}): {x}|Open a ticket: {x}|Open a ticket with priority {p}",
       "开个工单：{x}，优先级{p}|工单：{x}\n优先级：{p}|向技术支持反映，优先级{p}：{x}|提个优先级为{p}的工单：{x}|标题：{x}\n优先级：{p}|出问题了：{x}。优先级{p}|请技术看看：{x}，优先级{p}|同事说{x}，开个工单，优先级{p}|新工单（{p}）：{x}|创建工单“{x}”，优先级{p}|开工单：{x}|开个优先级{p}的工单",
       ("The ticket is open.", "工单已创建。"), {"x": _arg("title summary description text", phrase("[the {a} is broken|{y} does not start|no access to {y}|the {a} in the {p} is missing|{y} shows error {n}|my {a} is gone]", "[{a}坏了|{y}打不开|无法访问{y}|{p}的{a}不见了|{y}报错{n}|我的{a}丢了]"), "[What is wrong]", "问题描述"), "p": _arg("priority level urgency", PRIORITY, "[How urgent it is]", "优先级")}),
    _t("music", "play_song play_music play_track", "Play a song|Plays a song by title, and by artist if one is given|播放歌曲",
       "Play {x}|Put on {x}|I want to hear {x}|Play me {x}|song: {x}|Let's listen to {x}|Can you play {x}?|{x}, please, and turn it up|I feel like {x} today|Time for {x}|Start {x}|How about some music? {x}, say|My daughter wants to dance to {x}|Play {x} by {b}|{x} by {b}|song: {x}\nartist: {b}|I'd love to hear {x}, the one by {b}|{b} has a song called {x}. Play it|Do you have {x} from {b}? Then play it|Play {x}, {b}'s version|Something by {b}|Play some music",
       "放{x}|播放{x}|我想听{x}|来一首{x}|歌曲：{x}|能放{x}吗？|今天想听{x}|女儿想跟着{x}跳舞，放吧|放{b}的{x}|{b}唱的{x}，放一下|歌曲：{x}\n歌手：{b}|{b}有首歌叫{x}，放来听听|想听{x}，{b}那个版本|放点{b}的歌|放点音乐",
       ("The song is playing.", "正在播放。"), {"x": _arg("song title track", TITLE, "[Title of the song]", "歌名"), "b": _arg("artist band singer", BAND, "[Who plays it, may be left out]", "歌手", False)}, rival="play_song"),
    _t("player", "music_control player_control control_playback media_control", "Control the music player|Pauses, resumes or skips what is playing|控制音乐播放", "Music: {a}|player: {a}|Tell the player: {a}|Press {a} on the player|Would you press {a} for me? The music, I mean|Hands are wet. Music player: {a}|I'd like the player on {a}|music {a}|Send the player the command {a}|Could you hit {a} on the player?|{a}, please, on the music player|action: {a}|Hit {a} on the stereo|Use the music control: {a}|On the player: {a}|Remote control for the music, press {a}|Do something with the player",
       "播放器：{a}|音乐{a}|按{a}|手湿，帮我按{a}|音乐，{a}|给播放器发{a}的指令|我要{a}，操作一下播放器|帮忙按一下{a}，音乐那个|让播放器{a}|操作：{a}|播放器{a}一下|控制一下播放器", ("The player does that.", "播放器已照做。"), {"a": _arg("action command button", ACTION, "[What to do]", "操作")}),
)
TASK = phrase("[call {x}|water the plants|buy a {a}|feed the {s}|take the {a} to {x}|go to the {p}|pay for the {a}|write to {x}|pick up {x} at the {p}|clean the {a}|cook {f}]", "[给{x}打电话|浇花|买{a}|喂{s}|把{a}带给{x}|去{p}|付{a}的钱|给{x}写信|去{p}接{x}|擦{a}|做{f}]")
YEAR = whole(2020, 2040)
COUNTRY = string(lambda w: w.pick(words.CAPITALS)[0][w.zh] if w.rng.random() < 0.6 else words.invented(w.rng).capitalize())
_MORE = (
    _t("remind", "set_reminder create_reminder add_reminder", "Set a reminder for a time|Reminds the user of something at the given time|设置提醒",
       "Remind me at {t} to {x}|Remind me to {x} at {t}|At {t} I have to {x}, remind me|Don't let me forget to {x} at {t}|I need to {x} at {t}. Tell me then|reminder {t}: {x}|what: {x}\nwhen: {t}\nremind me|{t}: {x}. Please remind me|Set a reminder to {x}, {t}|I always forget to {x}. Poke me at {t}|Can you remind me to {x} when it's {t}?|Nudge me at {t}, I must {x}|Ping me at {t} so that I {x}|Please remind me at {t}: {x}|Remind me to {x}|Remind me at {t}",
       "{t}提醒我{x}|提醒我{t}{x}|{t}我要{x}，到时提醒|别让我忘了{t}{x}|提醒：{t}，{x}|事项：{x}\n时间：{t}\n提醒我|我老忘记{x}，{t}叫我一声|{t}的时候叫我{x}|设个提醒，{t}{x}|到{t}记得让我{x}|提醒我{x}|{t}提醒我",
       ("I'll remind you at {t}.", "我会在{t}提醒你。"), {"x": _arg("text task what message", TASK, "[What to remind of]", "提醒内容"), "t": _arg("time at when", CLOCK, "[Time of day, e.g. {x}]", "[时间，例如{x}]")}),
    _t("user", "get_user find_user user_info lookup_user", "Get a user by id|Returns the name of the user with that id|查询用户", "Who is user {n}?|Get user {n}|User {n}, please|Look up the user with the id {n}|user_id: {n}|Which user has the number {n}?|I need the name behind {n}|Show me account holder {n}|Whose id is {n}?|Somebody with the id {n} wrote to us. Who is that?|Find the user {n} in our system|Name of user {n}?|Look up a user",
       "用户{n}是谁？|查一下用户{n}|用户编号：{n}|编号{n}的用户叫什么？|{n}是谁的编号？|有个编号{n}的用户来信，是谁？|在系统里找用户{n}|用户{n}的名字|查个用户", ("User {n} is {o}.", "用户{n}是{o}。"), {"n": _arg("user_id id uid", NUMBER, "[Id of the user|The id, e.g. {x}]", "[用户编号]")}, {"o": _gift("name username user", PERSON)}, "{o}|Name: {o}",
       ("Who are the users {n}?|Get the users {n}", "查一下用户{n}|用户{n}分别是谁？")),
    _t("folder", "list_files list_directory ls list_folder", "List the files in a folder|Returns the names of what lies in a directory|列出文件夹内容", "What's in the folder {d}?|List {d}|ls {d}|Show me the files in {d}|Which files are there in {d}?|dir {d}|I've forgotten what I put into {d}|path: {d}\nlist|Is there anything in {d}?|Give me a list of all files in {d}|Which documents lie in {d}?|Tell me what {d} contains|List a folder for me",
       "文件夹{d}里有什么？|列出{d}的文件|ls {d}|{d}里有哪些文件？|我忘了{d}里放了什么|路径：{d}\n列出来|看看{d}目录|{d}里面都有啥？|列一下文件夹", ("I found: {l}.", "找到：{l}。"), {"d": _arg("path folder directory dir", string(lambda w: f"{w.pick(('/', './', '~/', ''))}{words.invented(w.rng, 1)}/{words.invented(w.rng)}"), "[Path of the folder|The directory, e.g. {x}]", "[目录路径]")},
       {"l": _gift("name name file", PATH, True)}),
    _t("qr", "make_qr_code generate_qr qr_code", "Make a QR code|Turns a link into a QR code and gives the file it is in|生成二维码", "Make a QR code of {u}|QR code for {u}|Turn {u} into a QR code|I want {u} on a poster, as a QR code|qr {u}|Can people scan {u}? Make a code|link: {u}\nqr code please|Could I have {u} as a QR code?|Our guests should get to {u} with their phones, make a QR code|Make me a QR code", "生成{u}的二维码|{u}的二维码|把{u}做成二维码|海报上要放{u}，做个二维码|链接：{u}\n生成二维码|让客人扫码打开{u}，做个码|给我做个二维码",
       ("The QR code is in {o}.", "二维码在{o}。"), {"u": _arg("url text link data", string(lambda w: f"https://{words.invented(w.rng)}.{w.pick(('com', 'org', 'cn'))}"), "[The link]", "内容")}, {"o": _gift("file path image", string(lambda w: words.invented(w.rng) + ".png"))}, "{o}"),
    _t("holiday", "get_holidays public_holidays list_holidays", "Public holidays of a country in a year|查询公共假期", "Which public holidays does {c} have in {y}?|Holidays in {c}, {y}|When is {c} off work in {y}?|Tell me the holidays of {c} in {y}|country: {c}\nyear: {y}|I'm planning {y} and we have an office in {c}. When are the holidays?|{c} {y} holidays|What are the bank holidays in {c} in {y}?|On which days is {c} closed in {y}?|Holidays in {c}|Public holidays in {y}",
       "{c}{y}年有哪些假期？|{y}年{c}的公共假期|国家：{c}\n年份：{y}|{y}年{c}哪几天放假？|我们在{c}有办公室，{y}年什么时候放假？|查{c}{y}年的节假日|{c}有哪些假期？|{y}年的假期", ("I found: {l}.", "找到：{l}。"), {"c": _arg("country region nation", COUNTRY, "[The country, e.g. {x}]", "国家"), "y": _arg("year in", YEAR, "[The year]", "年份")}, {"l": _gift("date day name", DAY, True)}),
    _t("bmi", "calculate_bmi bmi body_mass_index", "Body mass index from weight and height|计算BMI", "My weight is {a} kg and I'm {b} cm tall. What's my BMI?|BMI for {a} kg and {b} cm|{a} kg, {b} cm, BMI?|weight: {a}\nheight: {b}|Am I too heavy? {a} kg at {b} cm|Work out the BMI: {b} cm, {a} kg|I'm {b} cm and weigh {a} kg, is that OK? BMI please|Someone of {b} cm weighs {a} kg. BMI?|The scales say {a} kg. At {b} cm, what's my BMI?|BMI of {a} kg|What's the BMI of someone who is {b} cm tall?",
       "我{a}公斤，{b}厘米高，BMI是多少？|{a}公斤，{b}厘米，算BMI|体重：{a}\n身高：{b}|身高{b}厘米，体重{a}公斤，胖吗？算下BMI|算一下BMI，{b}厘米，{a}公斤|{b}厘米的人{a}公斤，BMI多少？|体重{a}公斤，BMI是多少？", ("The BMI is {o}.", "BMI是{o}。"), {"a": _arg("weight weight_kg kg", whole(40, 99), "[Weight in kg]", "体重（公斤）"), "b": _arg("height height_cm cm", whole(140, 205), "[Height in cm]", "身高（厘米）")}, {"o": _gift("bmi result value", _tenths(15, 40))}, "{o}|BMI: {o}", alone=False),
)
TOOLS = (*_WEATHERS, *_TIMES, *_MESSAGES, *_FIGURES, *_WEB, *_ON_THE_WAY, *_MORE)
# fmt: on
