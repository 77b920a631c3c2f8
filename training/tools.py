"""Conversations with tools: call the right one, answer from its result, leave it when none fits."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from training import errands, words
from training.bank import tool_wordings as say
from training.bank.errand_sources import Source
from training.bank.known_tools import TOOLS, Arg, Tool
from training.grammar import expand
from training.toolbox import Schema, Use, Want, asked, call, closed, failed, many, want
from training.words import Pair
from training.writer import Message, Slot, Writer


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


@dataclass(frozen=True, slots=True)
class Known(Want):
    """A well-known tool wanted: the wording with its slots open, and the key of each slot."""

    tool: Tool
    text: str
    keys: dict[str, str]

    def worded(self, w: Writer, without: str) -> tuple[str, Mapping[str, Slot]] | None:
        """The wording; where an argument is left out, one that doesn't say it, or else the tool's name and the others."""
        text = self.text
        said = {s for s, k in self.keys.items() if k in self.arguments and k != without}
        if _slots(self.tool, text) != said:
            found = _wording(w, self.tool, lambda slots: slots == said)
            if found is None:
                mark = "：" if w.zh else ": "
                row = ("，" if w.zh else ", ").join(f"{k}{mark}{v}" for k, v in self.arguments.items() if k != without)
                return w.words(*(say.NAMED_PLAIN if row else say.BARE_NAMED)), {"n": self.name, "r": row}
            text = found
        values = {
            s: errands.spoken(w, text, s, self.tool.args[s].source, self.arguments[k])
            for s, k in self.keys.items()
            if _SLOT % s in text
        }
        return errands.apart(text, values), values

    def given(self, w: Writer) -> tuple[Any, Message] | None:
        """What such a tool gives back."""
        return _given(w, self)

    def fresh(self, w: Writer) -> Want | None:
        """The same tool with other arguments and another wording."""
        required = {s for s, k in self.keys.items() if self.tool.args[s].needed}
        text = _wording(w, self.tool, lambda slots: required <= slots <= set(self.keys)) or self.text
        return _put(w, self.tool, self.schema, text, self.keys)


_SLOT = "{%s}"


def _slots(tool: Tool, text: str) -> set[str]:
    return {s for s in tool.args if _SLOT % s in text}


def _wording(w: Writer, tool: Tool, fits: Callable[[set[str]], bool]) -> str | None:
    """A wording whose slots are as wanted, if luck finds one."""
    for _ in range(600):
        text = expand(w.rng, tool.zh if w.zh else tool.en)
        if fits(_slots(tool, text)):
            return text
    return None


def _drawn(w: Writer, sources: dict[str, Source]) -> dict[str, Any]:
    """A value for each; no two texts alike, nor one within another."""
    while True:
        out = {k: source.draw(w) for k, source in sources.items()}
        said = [str(v).lower() for v in out.values()]
        if not any(a in b for i, a in enumerate(said) for j, b in enumerate(said) if i != j and not b.isdigit()):
            return out


def _put(w: Writer, tool: Tool, schema: Schema, text: str, keys: dict[str, str], more: str = "") -> Known:
    """The tool with new values for what the wording says, and for the slot `more`, which it doesn't."""
    said = _slots(tool, text)
    drawn = _drawn(w, {k: tool.args[s].source for s, k in keys.items() if s in said or s == more})
    order = schema["function"]["parameters"]["properties"]
    arguments = {k: drawn[k] for k in order if k in drawn}
    return Known((tool.kind, tool.kind), (tool.kind, tool.kind), schema, arguments, {}, {}, tool, text, keys)


def _property(w: Writer, arg: Arg, key: str, manner: str) -> dict[str, Any]:
    """The schema of one argument: its type alone, or described in English or Chinese, with an example or without."""
    out: dict[str, Any] = {"type": arg.source.kind}
    if arg.source.options:
        out["enum"] = [o[w.zh] for o in arg.source.options]
    if not arg.needed and w.rng.random() < 0.3:
        out["default"] = arg.source.draw(w)
    about = arg.about[manner == "zh"]
    if manner and about:
        out["description"] = expand(w.rng, about, x=arg.source.draw(w))
    elif manner and w.rng.random() < 0.5:
        out["description"] = f"The {key}"
    return out


def _described(w: Writer, tool: Tool, keys: dict[str, str]) -> Schema:
    """The schema of a well-known tool, in one of the manners people write them."""
    rng = w.rng
    manner = w.pick(("", "", "", "en", "en", "zh"))
    order = list(keys)
    rng.shuffle(order)
    properties = {keys[s]: _property(w, tool.args[s], keys[s], manner) for s in order}
    required = [keys[s] for s in order if tool.args[s].needed]
    function: dict[str, Any] = {"name": rng.choice(tool.names)}
    if about := rng.choice(tool.about):
        function["description"] = about
    function["parameters"] = closed(w, {"type": "object", "properties": properties, "required": required})
    return {"type": "function", "function": function}


def known(w: Writer, tool: Tool, lacking: bool = False) -> tuple[Known, str]:
    """A well-known tool and a use of it; with `lacking` also the key of the one argument that isn't said."""
    needed = {s for s, a in tool.args.items() if a.needed}
    text = _wording(w, tool, lambda slots: len(needed - slots) == lacking)
    if text is None:
        return known(w, w.pick(TOOLS), lacking)
    said = _slots(tool, text)
    keys: dict[str, str] = {}
    for slot, arg in tool.args.items():
        if arg.needed or slot in said or w.rng.random() < 0.4:
            keys[slot] = w.pick([k for k in arg.keys if k not in keys.values()])
    left = next(iter(needed - said), "")
    return _put(w, tool, _described(w, tool, keys), text, keys, left), keys.get(left, "")


def _status(w: Writer) -> Any:
    """What a tool gives back that has nothing to tell."""
    word = w.pick(("ok", "done", "success", "sent", "started", "saved", "created"))
    return w.pick(({"status": word}, {"status": word}, {"success": True}, word, {"ok": True}, {"status": word, "id": w.rng.randrange(1000, 99999)}, {"result": word}))  # fmt: skip


def _given(w: Writer, x: Known) -> tuple[Any, Message]:
    """A result of a well-known tool, and what is said of it: values by keys, in words, a list, an error."""
    rng, tool = w.rng, x.tool
    args: dict[str, Slot] = {s: x.arguments[k] for s, k in x.keys.items() if k in x.arguments}
    if rng.random() < 0.12:
        why = w.pick(("not found", "timeout", "service unavailable", "invalid request", "server busy", "rate limit reached", "no connection", "unknown value", "服务不可用", "请求超时", "没有找到"))  # fmt: skip
        return failed(w, why)
    if not tool.gifts:
        return _status(w), w.reply(tool.tell[0], tool.tell[1], **args)
    drawn = _drawn(w, {s: g.source for s, g in tool.gifts.items() if not g.many})
    for g in tool.gifts.values():
        if g.many:
            found = list(dict.fromkeys(g.source.draw(w) for _ in range(rng.choice((0, 1, 2, 2, 3, 4)))))
            return many(w, found, tool.tell, ("", w.pick(g.keys)), **args)
    answer = w.reply(tool.tell[0], tool.tell[1], **(args | drawn))
    if tool.texts and rng.random() < 0.3:
        return expand(rng, w.pick(tool.texts), **args, **drawn), answer
    if len(drawn) == 1 and rng.random() < 0.15:
        return next(iter(drawn.values())), answer
    return _keyed(w, x, {w.pick(tool.gifts[s].keys): v for s, v in drawn.items()}), answer


def _keyed(w: Writer, x: Known, parts: dict[str, Any]) -> Any:
    """Values by keys, among others that nobody asked for, now and then within another object."""
    luck = w.rng.random()
    if luck < 0.4:
        parts = {**{k: v for k, v in x.arguments.items() if k not in parts}, **parts}
    elif luck < 0.6:
        parts = {**parts, **w.pick(({"status": "ok"}, {"source": words.invented(w.rng)}, {"cached": False}, {"code": 200}, {"id": w.rng.randrange(9999)}))}  # fmt: skip
    if luck > 0.85:
        return {w.pick(("result", "data", "response", "current")): parts}
    return parts


def names_of(kind: str) -> set[str]:
    """The names that tools of a kind go by, and that of the errand that does the same."""
    return {n for t in TOOLS if t.kind == kind for n in (*t.names, *([t.rival] if t.rival else ()))}


# Next to these no question would surely be out of reach, or no errand: they stand on offer where neither is put.
BROAD = ("letter", "lookup", "search", "translation", "note", "mail", "dictionary", "order", "task", "remind")


def beside_errands(w: Writer, lacking: bool = False, alone: bool = False) -> tuple[Known, str]:
    """A well-known tool that may stand beside errands; `alone` if nobody could do its work without it."""
    return known(w, w.pick([t for t in TOOLS if t.kind not in BROAD and (t.alone or not alone)]), lacking)


def for_each(w: Writer) -> tuple[Message, list[Known]]:
    """One well-known tool for two to four values that are said once: in a row, or each on a line of its own."""
    tool = w.pick([t for t in TOOLS if t.each[0] and t.kind not in BROAD])
    x, _ = known(w, tool)
    slot = next(iter(tool.args))
    key, source = x.keys[slot], tool.args[slot].source
    values: list[Any] = []
    n = w.pick((2, 2, 2, 3, 3, 4))
    while len(values) < n:
        v = source.draw(w)
        if not any(str(v) in str(o) or str(o) in str(v) for o in values):
            values.append(v)
    said = [str(v) for v in values]
    if w.rng.random() < 0.2:
        mark = w.pick(("- {v}", "* {v}", "{n}. {v}", "{v}"))
        rows = "\n".join(mark.format(v=v, n=i) for i, v in enumerate(said, 1))
        ask = w.user("{h}\n{r}", "{h}\n{r}", h=w.words(*_EACH[tool.kind]), r=rows)
    else:
        *first, last = said
        row = w.words(
            "[{a} and {b}|{a} and {b}|{a}, and {b} too|both {a} and {b}|{a} as well as {b}]" if n == 2 else "[{a} and {b}|{a} and {b}|{a}, and also {b}|each of {a} and {b}]",
            "[{a}和{b}|{a}和{b}|{a}、{b}|{a}还有{b}|{a}以及{b}]", a=("、" if w.zh else ", ").join(first), b=last)  # fmt: skip
        ask = w.user(f"[{'|'.join(tool.each[0].split('|'))}]", f"[{'|'.join(tool.each[1].split('|'))}]", **{slot: row})
    tasks = [Known(x.deed, x.thing, x.schema, {key: v}, {}, {}, tool, _SLOT % slot, x.keys) for v in values]
    return ask, tasks


_EACH: dict[str, Pair] = {
    "weather": ("[Weather for:|What's the weather like in these cities?|Please check the weather:|Weather, one call each:]", "[查这些城市的天气：|天气：|以下城市天气怎么样？]"),
    "air": ("[Air quality, please:|How is the air in these places?]", "[空气质量：|查这些地方的空气：]"),
    "clock": ("[What time is it in these cities?|Local time, please:|Time in:]", "[这些城市现在几点？|查当地时间：]"),
    "reminder": ("[Set one of these each:|Set these, please:]", "[都设上：|请设置：]"),
    "stock": ("[Share prices, please:|What are these trading at?|Quotes for:]", "[查这些股价：|股票行情：]"),
    "file": ("[Read these files:|What's in these?|Show me:]", "[读这些文件：|看看这些文件：]"),
    "user": ("[Who are these users?|Look up these users:|Names, please:]", "[这些用户是谁？|查这些用户：]"),
    "order": ("[How are these orders getting on?|Check these orders:|Status, please:]", "[查这些订单：|订单状态：]"),
}  # fmt: skip


_SUMS: dict[str, Pair] = {
    "+": (
        "[What is|Add|Compute|How much is|Calculate|Work out|Give me|Sum up|Tell me|Find] {a} + {b}[?|]|{a} + {b}|{a} + {b} = ?|{a} plus {b}|Add {a} and {b}|Add {b} to {a}|The sum of {a} and {b}, please|I paid {a} and then {b}. What is that together?|{a} and {b}, what do they add up to?|If I put {a} and {b} together, what do I get?|Use the calculator: {a} + {b}|What do {a} and {b} make?",
        "[计算|算一下|求|帮我算] {a} + {b}[。|]|{a} + {b}|{a} + {b} = ?|{a}加{b}等于多少？|{a}和{b}的和是多少？|先付了{a}，又付了{b}，一共多少？|把{a}和{b}加起来|用计算器：{a} + {b}",
    ),
    "×": (
        "[What is|Multiply|Compute|How much is|Calculate|Work out|Give me|Tell me] {a} × {b}[?|]|{a} × {b}|{a} × {b} = ?|{a} times {b}|Multiply {a} by {b}|The product of {a} and {b}, please|{a} rows of {b} chairs, how many chairs?|{a} boxes with {b} pens in each. How many pens?|Use the calculator: {a} × {b}|Multiply {a} and {b} for me",
        "[计算|算一下|求|帮我算] {a} × {b}[。|]|{a} × {b}|{a} × {b} = ?|{a}乘以{b}等于多少？|{a}和{b}的积|{a}排椅子，每排{b}把，一共多少把？|用计算器：{a} × {b}",
    ),
    "-": (
        "[What is|Compute|How much is|Calculate|Work out|Give me|Tell me] {a} - {b}[?|]|{a} - {b}|{a} - {b} = ?|{a} minus {b}|Take {b} from {a}|Subtract {b} from {a}|I had {a} and spent {b}. What is left?|What remains of {a} without {b}?|Use the calculator: {a} - {b}|The difference: {a} minus {b}",
        "[计算|算一下|求|帮我算] {a} - {b}[。|]|{a} - {b}|{a} - {b} = ?|{a}减{b}等于多少？|{a}减去{b}|我有{a}，花了{b}，还剩多少？|用计算器：{a} - {b}",
    ),
}


def adder(w: Writer) -> Use:
    """A calculator: of two numbers, or of an expression as the user writes it."""
    a, b = w.rng.randrange(2, 1000), w.rng.randrange(2, 1000)
    name, about, sign, c = w.pick((
        ("add", "Add two numbers", "+", a + b), ("multiply", "Multiply two numbers", "×", a * b), ("subtract", "Subtract the second number from the first", "-", a - b),
    ))  # fmt: skip
    gave = w.pick((c, {"result": c}, {"result": c}, {"value": c}, str(c), f"{a} {sign} {b} = {c}"))
    answer = w.reply("{a} {s} {b} = {c}.", "{a} {s} {b} = {c}。", a=a, b=b, s=sign, c=c)
    if w.rng.random() < 0.35:
        return _expression(w, f"{a} {sign} {b}", gave, answer)
    en, zh = _SUMS[sign]
    keys = w.pick((("a", "b"), ("x", "y"), ("first", "second"), ("num1", "num2"), ("left", "right")))
    schema = _schema(w, name, about, {keys[0]: w.pick(("number", "integer")), keys[1]: w.pick(("number", "integer"))})
    return Use(schema, w.user(f"[{en}]", f"[{zh}]", a=a, b=b), {keys[0]: a, keys[1]: b}, gave, answer)


def _expression(w: Writer, text: str, gave: Any, answer: Message) -> Use:
    """A calculator that takes the sum as it is written."""
    key = w.pick(("expression", "expr", "formula", "input"))
    name = w.pick(("calculate", "calculator", "evaluate", "compute", "math_eval"))
    about = w.pick(
        ("Evaluate an arithmetic expression", "Calculator", "Computes an expression such as 3 * (4 + 5)", "计算算式")
    )
    ask = w.user(
        "[What is {x}[?|]|{x}|{x} = ?|Calculate {x}|Work out {x}|Compute {x}|How much is {x}?|Use the calculator for {x}|Can you calculate {x}?|I need the result of {x}|Tell me {x}|Solve {x}|Type {x} into the calculator|{x}, how much is that?|calc {x}|Expression: {x}]",
        "[{x}等于多少？|{x}|{x} = ?|计算{x}|算一下{x}|帮我算{x}|用计算器算{x}|{x}是多少？|求{x}|算式：{x}]", x=text)  # fmt: skip
    return Use(_schema(w, name, about, {key: "string"}), ask, {key: text}, gave, answer)


_LOOKUPS: dict[str, tuple[str, Pair]] = {
    "search": ("Search for something", ("[Search for|Look up|Find|Have a look for|Try to find|Look for|Please search|I'm looking for|I want to find|Can you find|Any idea where to find|Show me what there is on|Get me something on|See if there's anything on] {x}|{x}, look it up|search {x}", "[搜索|查找|找一下|查一下|帮我找|我在找|看看有没有|想找]{x}|{x}，查一下")),
    "translate": ("Translate a word", ("Translate {x}|Translate the word {x}|Can you translate {x}?|{x}, translated please|I need a translation of {x}|translate: {x}|Please translate {x} for me|I don't understand {x}, translate it", "翻译{x}|把{x}翻译一下|{x}怎么翻译？|请翻译{x}|翻译：{x}|{x}看不懂，翻译一下")),
    "price": ("Price of a thing", ("[What is the price of|How much costs|What's the price of|Price of|Tell me the price of|Check the price of|Find out the price of] {x}?|{x}: price?|{x}, how much?|price {x}|I'd like to know the price of {x}", "{x}多少钱？|{x}的价格|{x}怎么卖？|{x}什么价？|查一下{x}的价格|我想买{x}，多少钱？|{x}，报个价")),
    "order": ("Order a thing", ("[Order|Buy|Get me|Please order|Go and buy|I want to order|I'd like to buy|Can you order|Could you get me|We need to buy|I'll have|Let's order] {x}|{x}, please order it|order {x}|One order: {x}", "[订购|买|帮我买|来点|我要买|下单|给我订|想订]{x}|{x}，下单吧|订单：{x}")),
}  # fmt: skip


def lookup(w: Writer) -> Use:
    """A search, or any tool with an invented name and one word to pass."""
    lists = (words.ANIMALS, words.THINGS, words.FOODS)
    thing = words.invented(w.rng) if w.rng.random() < 0.25 else w.pick(w.pick(lists))[w.zh]
    verb = w.pick(list(_LOOKUPS))
    about, (en, zh) = _LOOKUPS[verb]
    key = w.pick(("query", "text", "item", "word"))
    name = w.pick((verb, f"{verb}_{key}", f"do_{verb}", f"{verb}_{words.invented(w.rng, 1)}"))
    schema = _schema(w, name, about, {key: "string"})
    out = words.invented(w.rng) if verb != "price" else w.rng.randrange(1, 500)
    ask = w.user(f"[{en}]", f"[{zh}]", x=thing)
    return Use(
        schema, ask, {key: thing}, w.pick((out, {"result": out})), w.reply("The result is {o}.", "结果是{o}。", o=out)
    )


def _of_kind(kind: str) -> Callable[[Writer], Use]:
    """A well-known tool put to use, by the kind."""
    tools = [t for t in TOOLS if t.kind == kind]

    def use(w: Writer) -> Use:
        x, _ = known(w, w.pick(tools))
        gave, answer = _given(w, x)
        return Use(x.schema, asked(w, x), x.arguments, gave, answer)

    return use


USES: dict[str, Callable[[Writer], Use]] = {
    **{t.kind: _of_kind(t.kind) for t in TOOLS}, "adder": adder, "lookup": lookup,
}  # fmt: skip


_OFTEN = {"weather": 5, "clock": 3, "adder": 3, "reminder": 3}  # what people ask for most


def open_kinds(narrow: bool, taken: Collection[str]) -> list[str]:
    """The well-known tools that may still come, some more often; of two that tell the weather nobody could know which is meant."""
    return [k for k in USES if not (narrow and k in BROAD) and k not in taken for _ in range(_OFTEN.get(k, 1))]


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
    kinds = list(dict.fromkeys(open_kinds(narrow, taken)))
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
    short = (
        "[What's the weather|What is the weather like|How is the weather|Tell me the weather|Will it rain|Is it sunny|What's the weather like today|What's the temperature|Weather forecast, please|How will the weather be|Can you tell me the weather|Do I need an umbrella|Is it cold outside|Can you tell me the weather in {p}|Is it raining in {p}|Tell me the weather in {p}|How warm is it in {p}"
        "|What's the weather in {p}|What is the weather like in {p}|How's the weather in {p}|Is it cold in {p}][?|]",
        "[天气怎么样|今天天气如何|明天会下雨吗|{p}天气怎么样|{p}今天天气如何|{p}冷吗|现在多少度|告诉我{p}的天气][？|]",
    )  # fmt: skip
    luck = w.rng.random()
    tool = TOOLS[0] if luck < 0.6 else TOOLS[2]
    asked_for = short if luck < 0.35 else (tool.en, tool.zh)
    ask = w.user(*asked_for, p=place, d=w.pick(words.DAYS))
    named = place[w.zh] in ask["content"] or place[w.zh].lower() in ask["content"]
    if named and not w.brief:
        return [ask, w.reply("I don't have access to weather data, so I can't tell you the weather in {p}. [With a weather tool I could look it up.|Please check a weather service.]",
                             "我无法获取天气数据，所以不知道{p}的天气。[有天气工具的话我可以查。|请看天气预报。]", p=place)]  # fmt: skip
    return [ask, w.reply("I don't have access to weather data. [With a weather tool I could look it up.|Please check a weather service.]",
                         "我无法获取天气数据。[有天气工具的话我可以查。|请看天气预报。]")]  # fmt: skip


FAMILIES = {"no_weather": (weather_without_tool, 4)}
