"""Tools nobody has met: drawn from deeds, objects and fields, with the words of a user who wants them used."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from training import words
from training.bank import tool_wordings as say
from training.words import Pair
from training.writer import Message, Slot, Writer

Schema: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One argument: its keys, its JSON type, what a user says of it ({x} is the value, {k} the key), how it is drawn."""

    keys: tuple[str, ...]
    kind: str
    said: Pair
    value: Callable[[Writer], Any]


@dataclass(frozen=True, slots=True)
class Use:
    """A tool put to use: its schema, the question, the arguments, what it returns, the answer."""

    schema: Schema
    ask: Message
    arguments: dict[str, Any]
    result: Any
    answer: Message


def place(w: Writer) -> str:
    """A town, known or invented."""
    if w.rng.random() < 0.5:
        return words.invented(w.rng).capitalize() if not w.zh or w.rng.random() < 0.3 else words.person(w.rng, True)
    return w.pick(words.CITIES)[w.zh]


def _whole(low: int, high: int) -> Callable[[Writer], int]:
    return lambda w: w.rng.randrange(low, high)


def _day(w: Writer) -> str:
    return f"{w.rng.randrange(2020, 2035)}-{w.rng.randrange(1, 13):02d}-{w.rng.randrange(1, 29):02d}"


FIELDS = (
    Field(("name", "title", "label"), "string", ("[called|named] {x}", "名为{x}"), lambda w: words.strange(w.rng, w.zh)),
    Field(("name", "customer", "user", "owner", "person", "client"), "string", ("for {x}", "为{x}"), lambda w: words.person(w.rng, w.zh)),
    Field(("to", "recipient", "receiver"), "string", ("to {x}", "给{x}"), lambda w: words.person(w.rng, w.zh)),
    Field(("city", "location", "place", "town"), "string", ("in {x}", "在{x}"), place),
    Field(("from", "origin", "start"), "string", ("from {x}", "从{x}"), place),
    Field(("destination", "target", "end"), "string", ("to {x}", "到{x}"), place),
    Field(("date", "day", "on"), "string", ("on {x}", "日期{x}"), _day),
    Field(("day", "weekday"), "string", ("on {x}", "{x}"), lambda w: w.pick(words.DAYS)[w.zh]),
    Field(("time", "at", "start_time"), "string", ("at {x}", "时间{x}"), lambda w: f"{w.rng.randrange(24):02d}:{w.rng.randrange(60):02d}"),
    Field(("code", "id", "reference", "key"), "string", ("with [code|{k}] {x}", "{k}是{x}"), lambda w: words.strange(w.rng, False)),
    Field(("colour", "color"), "string", ("in {x}", "颜色{x}"), lambda w: w.pick(words.COLOURS)[w.zh]),
    Field(("email", "address"), "string", ("to {x}", "到{x}"), lambda w: f"{words.invented(w.rng, 1)}@{words.invented(w.rng, 1)}.com"),
    Field(("quantity", "count", "number", "amount"), "integer", ("{x} times", "{x}次"), _whole(2, 100)),
    Field(("people", "guests", "seats", "persons"), "integer", ("for {x} people", "{x}个人"), _whole(2, 20)),
    Field(("minutes", "duration"), "integer", ("for {x} minutes", "{x}分钟"), _whole(2, 120)),
    Field(("price", "max_price", "budget"), "integer", ("for {x} coins", "{x}元"), _whole(2, 5000)),
    Field(("room", "floor", "page", "level", "volume", "line"), "integer", ("{k} {x}", "{k} {x}"), _whole(1, 400)),
    Field(("temperature", "weight", "length", "width", "speed", "rate"), "number", ("with {k} {x}", "{k} {x}"),
          lambda w: round(w.rng.randrange(1, 1000) / 10, 1) if w.rng.random() < 0.7 else w.rng.randrange(1, 100)),
    Field(("urgent", "public", "loud", "secret", "fast", "breakfast", "insurance", "music"), "boolean", ("", ""), lambda w: w.rng.random() < 0.6),
)  # fmt: skip


_KINDS: tuple[tuple[str, Callable[[Writer], Any]], ...] = (
    ("string", lambda w: words.anything(w.rng, w.zh)),
    ("string", lambda w: words.anything(w.rng, w.zh)),
    ("string", lambda w: w.pick(words.ADJECTIVES)[w.zh]),
    ("integer", lambda w: w.rng.randrange(10 ** w.rng.randrange(1, 5))),
    ("integer", lambda w: w.rng.randrange(2, 30)),
    ("number", lambda w: w.rng.randrange(1, 1000) / 10),
    ("boolean", lambda w: w.rng.random() < 0.6),
)  # fmt: skip
_SAID: Pair = (
    "[with {k} {x}|{k} {x}|with the {k} {x}|{k}: {x}|{k} = {x}|the {k} is {x}|using {x} as {k}|{k} set to {x}|{x} for {k}]",
    "[{k}是{x}|{k}：{x}|{k}为{x}|{k}用{x}|{k}={x}]",
)


def unheard(w: Writer) -> Field:
    """An argument of any name and any type: its type is read in the schema, not known by its name."""
    rng = w.rng
    noun = w.pick(w.pick((words.OBJECTS, words.THINGS, words.KIN, words.ADJECTIVES)))
    tail = rng.choice(("_id", "_name", "_no", "_code", "_type", "_size", "_s"))
    luck = rng.random()
    if w.zh and luck < 0.4:
        key = w.pick((noun, w.pick(words.FIELDS)))[1]
    elif luck < 0.6:
        key = words.invented(rng, rng.choice((1, 1, 2))) + (tail if luck < 0.48 else "")
    else:
        key = noun[0].replace(" ", "_") + (tail if luck < 0.8 else "s" if luck < 0.9 else "")
    kind, value = rng.choice(_KINDS)
    return Field((key,), kind, _SAID, value)


def phrase(w: Writer, key: str, f: Field, value: Any) -> str:
    """What the user says of one argument."""
    if f.kind == "boolean":
        return w.pick((f"with {key}" if value else f"without {key}", f"{key}: {'yes' if value else 'no'}") if not w.zh else (f"{'要' if value else '不要'} {key}",))  # fmt: skip
    if w.rng.random() < 0.25:
        return w.pick(
            (f"{key} {value}", f"with {key} {value}", f"{key}: {value}")
            if not w.zh
            else (f"{key}是{value}", f"{key}：{value}")
        )
    return w.words(*f.said, x=value, k=key)


def _property(w: Writer, key: str, f: Field, value: Any) -> dict[str, Any]:
    """The schema of one argument."""
    out: dict[str, Any] = {"type": f.kind}
    if f.kind == "string" and w.rng.random() < 0.1:
        others = [f.value(w) for _ in range(w.rng.randrange(1, 4))]
        out["enum"] = sorted({value, *others})
    if w.rng.random() < 0.3:
        out["description"] = w.pick((f"The {key}", key.replace("_", " ").capitalize(), f"{key.capitalize()} to use"))
    return out


@dataclass(frozen=True, slots=True)
class Want:
    """One thing a user wants done, as a schema, the arguments and the words for each."""

    deed: Pair
    thing: Pair
    schema: Schema
    arguments: dict[str, Any]
    phrases: dict[str, str]
    fields: dict[str, Field]

    @property
    def name(self) -> str:
        """The tool's name."""
        return self.schema["function"]["name"]  # type: ignore[no-any-return]

    def worded(self, w: Writer, without: str) -> tuple[str, Mapping[str, Slot]] | None:
        """A wording of its own with its slots open, one argument left out, and what goes into them."""
        return None

    def given(self, w: Writer) -> tuple[Any, Message] | None:
        """A result of its own, and what is said of it."""
        return None

    def fresh(self, w: Writer) -> "Want | None":
        """Itself once more with other arguments, where it knows how."""
        return None


def closed(w: Writer, parameters: dict[str, Any]) -> dict[str, Any]:
    """The parameters, now and then with words of JSON Schema that are no arguments."""
    luck = w.rng.random()
    if luck < 0.4:
        parameters["additionalProperties"] = False
    elif luck < 0.45:
        parameters["title"] = "Parameters"
    return parameters


def _named(w: Writer, deed: str, thing: str) -> str:
    a, b = deed.replace(" ", "_"), thing.replace(" ", "_")
    return w.pick((f"{a}_{b}", f"{a}_{b}", f"{b}_{a}", a + b.capitalize(), f"{b}.{a}", f"{a}-{b}"))


def _schema(w: Writer, deed: Pair, thing: Pair, parameters: dict[str, Any]) -> Schema:
    about = w.pick((f"{deed[0].capitalize()} {_an(thing[0])} {thing[0]}", f"{deed[0].capitalize()} the {thing[0]}", f"{deed[1]}{thing[1]}", f"Use this to {deed[0]} {_an(thing[0])} {thing[0]}", f"{deed[0]} {thing[0]}".capitalize()))  # fmt: skip
    function = {"name": _named(w, deed[0], thing[0]), "description": about, "parameters": parameters}
    return {"type": "function", "function": function}


def renamed(w: Writer, x: Want, deed: Pair, thing: Pair) -> Want:
    """The same arguments for another deed or object."""
    schema = _schema(w, deed, thing, x.schema["function"]["parameters"])
    return Want(deed, thing, schema, x.arguments, x.phrases, x.fields)


def want(w: Writer, n_fields: int | None = None) -> Want:
    """A tool nobody has met and a use of it."""
    rng = w.rng
    deed, thing = w.pick(words.DEEDS), w.pick(words.OBJECTS)
    if rng.random() < 0.35:
        word = words.invented(rng)
        thing = (word, word)
    if rng.random() < 0.25:  # a deed from no list either: names are read, not known
        word = words.invented(rng, rng.choice((1, 1, 2)))
        deed = (word, word)
    n = rng.choice((0, 1, 1, 1, 2, 2, 3)) if n_fields is None else n_fields
    arguments: dict[str, Any] = {}
    phrases: dict[str, str] = {}
    props: dict[str, Any] = {}
    required = []
    fields: dict[str, Field] = {}
    for known in rng.sample(FIELDS, n):
        f = unheard(w) if rng.random() < 0.4 else known
        key = rng.choice(f.keys)
        if key in props:
            continue
        fields[key] = f
        value = f.value(w)
        props[key] = _property(w, key, f, value)
        arguments[key], phrases[key] = value, phrase(w, key, f, value)
        required.append(key)
    if rng.random() < 0.25:  # one that may be left out, and is
        f = rng.choice(FIELDS)
        props.setdefault(rng.choice(f.keys), {"type": f.kind})
    parameters = closed(w, {"type": "object", "properties": props, "required": required})
    schema = _schema(w, deed, thing, parameters)
    return Want(deed, thing, schema, arguments, phrases, fields)


def _an(noun: str) -> str:
    return "an" if noun[:1] in "aeiou" and not noun.startswith(("us", "uni", "eu")) else "a"


def _plain(v: Any, zh: bool) -> str:
    """A value as it stands in a form."""
    if isinstance(v, bool):
        return ("是" if v else "否") if zh else "yes" if v else "no"
    return str(v)


def _by_name(w: Writer, name: str, shown: dict[str, Any]) -> Message:
    """Asked for by the tool's own name, as those do who know what is on offer."""
    if not shown:
        return w.user(*say.BARE_NAMED, n=name)
    mark = w.pick(("：", "=", "是") if w.zh else (": ", "=", " = ", " "))
    row = ("，" if w.zh else ", ").join(f"{k}{mark}{_plain(v, w.zh)}" for k, v in shown.items())
    return w.user(*say.NAMED, n=name, r=row, j=json.dumps(shown, ensure_ascii=False))


def _form(w: Writer, x: Want, shown: dict[str, Any]) -> Message:
    """A head and a row of keys and values: below each other, or behind each other."""
    line = w.pick(say.LINES[w.zh])
    rows = [
        line.replace("{n}", str(i)).replace("{k}", k).replace("{v}", _plain(v, w.zh))
        for i, (k, v) in enumerate(shown.items(), 1)
    ]
    between = "\n" if len(line) > 8 or w.rng.random() < 0.7 else w.pick(("；", "，") if w.zh else ("; ", ", "))
    head, body = w.words(*say.HEADS, d=x.deed, t=x.thing, T=_an(x.thing[0])), between.join(rows)
    if w.rng.random() < 0.2:  # the data first
        return w.user("{b}\n\n{h}", "{b}\n\n{h}", h=head, b=body)
    end = w.pick(("：", "：", "")) if w.zh else w.pick((":", ":", "", "."))
    return w.user("{h}{e}\n{b}", "{h}{e}\n{b}", h=_capital(head), e=end, b=body)


def _sentences(w: Writer, shown: dict[str, Any]) -> str:
    """Each argument in a sentence of its own."""
    out = []
    for k, v in shown.items():
        if isinstance(v, bool):
            out.append(f"{k}：{_plain(v, True)}。" if w.zh else f"{k}: {_plain(v, False)}.")
        else:
            out.append(w.words(*say.SENTENCE, k=k, v=v))
    return ("" if w.zh else " ").join(out)


def _tail(w: Writer, x: Want, without: str) -> str:
    """The phrases of the arguments in a row."""
    said = [p for k, p in x.phrases.items() if k != without]
    w.rng.shuffle(said)
    return ("，" if w.zh else w.pick((" ", " ", ", "))).join(said)


def clause(w: Writer, x: Want) -> str:
    """The words for one of several things wanted: a single sentence without its mark."""
    own = x.worded(w, "")
    if own is not None:
        return w.words(own[0], own[0], **own[1]).rstrip(".?!。？")
    tail = _tail(w, x, "")
    tail = (("，" if w.zh else " ") + tail) if tail else ""
    text = w.words(*say.ASKED, d=x.deed, t=x.thing, r=tail, T=_an(x.thing[0]))
    return text.rstrip(".?!。？")


def asked(w: Writer, x: Want, without: str = "") -> Message:
    """The user's words for `x`, what they say of one argument left out."""
    shown = {k: v for k, v in x.arguments.items() if k != without}
    luck = w.rng.random()
    if luck < 0.08:
        return _by_name(w, x.name, shown)
    own = x.worded(w, without)
    if own is not None:
        return w.user(own[0], own[0], **own[1])
    if shown and luck < 0.25:
        return _form(w, x, shown)
    tail = _tail(w, x, without)
    if shown and luck < 0.42:  # first what with, then what
        return w.user(*say.FIRST, d=x.deed, t=x.thing, T=_an(x.thing[0]), a=tail, s=_sentences(w, shown))
    tail = (("，" if w.zh else " ") + tail) if tail else ""
    ask = w.user(*say.ASKED, d=x.deed, t=x.thing, r=tail, T=_an(x.thing[0]))
    if ask["content"].startswith(x.deed[0]) and w.rng.random() < 0.8:  # as people begin a sentence
        ask["content"] = _capital(ask["content"])
    return ask


def failed(w: Writer, why: str) -> tuple[Any, Message]:
    """An error in one of its forms, and what is said of it."""
    form = w.pick((
        {"error": why}, {"error": why}, {"error": why}, {"status": "error", "message": why}, {"success": False, "reason": why}, f"Error: {why}",
        {"error": {"code": w.pick((400, 403, 404, 500, 503)), "message": why}}, {"ok": False, "error": why}, f"error: {why}",
    ))  # fmt: skip
    return form, w.reply("That did not work: {e}.", "没有成功：{e}。", e=why)


def listed(w: Writer, items: list[str]) -> str:
    """Several things in a row."""
    return ("、" if w.tell == "zh" else ", ").join(items)


def _values(w: Writer) -> tuple[Any, Message]:
    """What a tool found, by keys: flat, or within another object, or in words."""
    rng = w.rng
    keys = w.sample(words.FIELDS, rng.choice((1, 1, 2, 3)))
    if rng.random() < 0.25:  # a status that says something is told
        keys = list(dict.fromkeys([("status", "状态"), *keys]))
    side = w.zh if rng.random() < 0.8 else not w.zh  # tools don't always speak the user's language
    values = {k[0]: words.anything(rng, side) if rng.random() < 0.7 else rng.randrange(1000) for k in keys}
    parts = [w.words("the {k} is {v}", "{k}是{v}", k=k, v=values[k[0]]) for k in keys]
    answer = _capital(("，" if w.zh else ", ").join(parts)) + ("。" if w.zh else ".")
    luck = rng.random()
    gave: Any = values
    if luck < 0.12:
        gave = {w.pick(("data", "result", "response", "output")): values}
    elif luck < 0.18:
        gave = [values]
    elif luck < 0.3:
        gave = w.pick((", ", "\n", "; ")).join(f"{k}{w.pick((': ', '='))}{v}" for k, v in values.items())
    return gave, {"role": "assistant", "content": answer}


def result(w: Writer, x: Want) -> tuple[Any, Message]:
    """What the tool gives back, and what is said of it."""
    own = x.given(w)
    if own is not None:
        return own
    luck = w.rng.random()
    if luck < 0.15:
        why = w.pick(("not found", "no access", "timeout", "not available", "already done", "server busy", f"unknown {x.thing[0]}",
                      "too many requests", "permission denied", "wrong password", "no connection", "quota exceeded", "找不到", "没有权限", "网络错误"))  # fmt: skip
        return failed(w, why)
    if luck < 0.3:
        state = w.pick(("ok", "done", "success", "finished"))
        gave = w.pick(({"status": state}, {"status": state}, {"status": state}, {"success": True}, state, {"ok": True}))
        return gave, w.reply("Done: the {t} is ready.", "完成：{t}好了。", t=x.thing)
    if luck < 0.38:
        found = [words.anything(w.rng, w.zh) for _ in range(w.rng.choice((0, 1, 2, 2, 3, 4)))]
        return many(w, found, ("I found: {l}.", "找到：{l}。"), ("", ""))
    if luck < 0.46:
        value = words.anything(w.rng, w.zh) if w.rng.random() < 0.6 else w.rng.randrange(10000)
        gave = w.pick((value, value, {"result": value}, {"value": value}))
        return gave, w.reply("The result is {o}.", "结果是{o}。", o=value)
    return _values(w)


def many(w: Writer, found: list[str], tell: Pair, keys: Pair, **slots: Slot) -> tuple[Any, Message]:
    """A list given back in one of its forms, and told; `keys` are those of the list and of each item, if it has one."""
    rows: list[Any] = list(found)
    if keys[1] and w.rng.random() < 0.5:
        rows = [{keys[1]: f} for f in found]
    lines = "\n".join(f"{i}. {f}" for i, f in enumerate(found, 1)) or "no results"
    named = {keys[0] or w.pick(("results", "items", "found", "data")): rows}
    gave = w.pick((rows, named, named, {"count": len(found), **named}, lines))
    if not found:
        return gave, w.reply(*say.NOTHING)
    return gave, w.reply(tell[0], tell[1], l=listed(w, found), **slots)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def again(w: Writer, x: Want) -> Want:
    """The same tool wanted once more, with other arguments: its schema was paid for when it was read."""
    own = x.fresh(w)
    if own is not None:
        return own
    properties = x.schema["function"]["parameters"]["properties"]
    arguments = {
        k: w.pick(properties[k]["enum"]) if "enum" in properties[k] else f.value(w) for k, f in x.fields.items()
    }
    phrases = {k: phrase(w, k, x.fields[k], value) for k, value in arguments.items()}
    return Want(x.deed, x.thing, x.schema, arguments, phrases, x.fields)


def call(name: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """One call in hub form."""
    return {"type": "function", "function": {"name": name, "arguments": arguments}}
