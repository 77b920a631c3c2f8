"""Tools nobody has met: drawn from deeds, objects and fields, with the words of a user who wants them used."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from training import words
from training.words import Pair
from training.writer import Message, Writer

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
    Field(("quantity", "count", "number", "amount"), "integer", ("{x} times", "{x}次"), _whole(1, 100)),
    Field(("people", "guests", "seats", "persons"), "integer", ("for {x} people", "{x}个人"), _whole(1, 20)),
    Field(("minutes", "duration"), "integer", ("for {x} minutes", "{x}分钟"), _whole(1, 120)),
    Field(("price", "max_price", "budget"), "integer", ("for {x} coins", "{x}元"), _whole(1, 5000)),
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
    about = w.pick((f"{deed[0].capitalize()} a {thing[0]}", f"{deed[0].capitalize()} the {thing[0]}", f"{deed[1]}{thing[1]}", f"Use this to {deed[0]} a {thing[0]}", f"{deed[0]} {thing[0]}".capitalize()))  # fmt: skip
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


def asked(w: Writer, x: Want, without: str = "") -> Message:
    """The user's words for `x`, the phrase of one argument left out."""
    said = [p for k, p in x.phrases.items() if k != without]
    w.rng.shuffle(said)
    tail = ("，" if w.zh else w.pick((" ", " ", ", "))).join(said)
    tail = (("，" if w.zh else " ") + tail) if tail else ""
    if tail and w.rng.random() < 0.12:  # first what with, then what
        return w.user("[I have {a}. |{a}: |Here is what I need, {a}: |With this, {a}, ]please {d} [a |the |my |]{t}[.||]", "{a}，请{d}{t}[。|]", d=x.deed, t=x.thing, a=tail.strip(" ，"))  # fmt: skip
    ask = w.user("[Please |Can you |I want you to |I'd like to |Could you |Please |I need to |I need you to |Let us |Time to |Now |Help me |Would it be possible to |We have to |Would you |Would you please |Kindly |Be so kind and |Let's |Quick, |Make sure to |You should |I would like you to |Will you |||||||]{d} [a |the |my |this |our |]{t}[| for me| now| today| right away]{r}[.||?|, please|, can you|, if you can|, will you?|, would you?]",
                 "[请|帮我|请帮我|麻烦|我想|我要|现在|能不能|可以|麻烦你|请你|]{d}[一下|]{t}{r}[。||，好吗|，可以吗？]", d=x.deed, t=x.thing, r=tail)  # fmt: skip
    if ask["content"].startswith(x.deed[0]) and w.rng.random() < 0.8:  # as people begin a sentence
        ask["content"] = _capital(ask["content"])
    return ask


def result(w: Writer, x: Want) -> tuple[Any, Message]:
    """What the tool gives back, and what is said of it."""
    rng = w.rng
    luck = rng.random()
    if luck < 0.15:
        why = w.pick(
            (
                "not found",
                "no access",
                "timeout",
                "not available",
                "already done",
                "server busy",
                f"unknown {x.thing[0]}",
            )
        )
        return {"error": why}, w.reply("That did not work: {e}.", "没有成功：{e}。", e=why)
    if luck < 0.3:
        state = w.pick(("ok", "done", "success", "finished"))
        return {"status": state}, w.reply("Done: the {t} is ready.", "完成：{t}好了。", t=x.thing)
    keys = w.sample(words.FIELDS, rng.choice((1, 1, 2, 3)))
    if rng.random() < 0.25:  # a status that says something is told
        keys = list(dict.fromkeys([("status", "状态"), *keys]))
    values = {k[0]: words.anything(rng, w.zh) if rng.random() < 0.7 else rng.randrange(1000) for k in keys}
    parts = [w.words("the {k} is {v}", "{k}是{v}", k=k, v=values[k[0]]) for k in keys]
    return values, {
        "role": "assistant",
        "content": _capital(("，" if w.zh else ", ").join(parts)) + ("。" if w.zh else "."),
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def again(w: Writer, x: Want) -> Want:
    """The same tool wanted once more, with other arguments: its schema was paid for when it was read."""
    properties = x.schema["function"]["parameters"]["properties"]
    arguments = {
        k: w.pick(properties[k]["enum"]) if "enum" in properties[k] else f.value(w) for k, f in x.fields.items()
    }
    phrases = {k: phrase(w, k, x.fields[k], value) for k, value in arguments.items()}
    return Want(x.deed, x.thing, x.schema, arguments, phrases, x.fields)


def call(name: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """One call in hub form."""
    return {"type": "function", "function": {"name": name, "arguments": arguments}}
