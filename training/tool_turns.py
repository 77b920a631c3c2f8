"""What may happen when tools are on offer: several calls at once, a question back, no call; and the older ReAct form."""

import json
from dataclasses import dataclass

from training import errands, toolbox, tools
from training.bank import tool_wordings as say
from training.toolbox import Schema, Want, asked, call, phrase, renamed, result, want
from training.writer import Message, Slot, Writer


@dataclass(frozen=True, slots=True)
class Turn:
    """What is said, the tools it needs on offer, and those that must not be there, by name."""

    messages: list[Message]
    schemas: list[Schema]
    barred: tuple[str, ...] = ()
    again: tuple[Want, ...] = ()  # what may be asked for once more
    kind: str = ""  # which of the well-known tools


def calls(*wants: Want) -> Message:
    """The assistant calls the tools of all `wants`."""
    return {"role": "assistant", "content": "", "tool_calls": [call(x.name, x.arguments) for x in wants]}


def called(w: Writer, *wants: Want) -> list[Message]:
    """The calls, their results in the same order, and one answer from all of them."""
    gave, answers = zip(*(result(w, x) for x in wants), strict=True)
    said = ("" if w.zh else " ").join(a["content"] for a in answers)
    return [calls(*wants), *map(tools.returned, gave), {"role": "assistant", "content": said}]


def done(w: Writer, *wants: Want) -> list[Message]:
    """The calls, results that say no more than that all went well, and as short an answer; what is looked up is told."""
    if any(isinstance(x, errands.Task) and x.errand.gives for x in wants):
        return called(w, *wants)
    well = w.pick(({"ok": True}, {"status": "ok"}, {"success": True}, "OK", "done"))
    return [calls(*wants), *(tools.returned(well) for _ in wants), w.reply("[Done.|OK, done.]", "[好了。|办好了。]")]


def none_fits(w: Writer, x: Want) -> list[Message]:
    """Something is wanted for which there is no tool."""
    return [asked(w, x), w.reply(*_NONE)]


def asked_and_called(w: Writer, x: Want) -> list[Message]:
    """The user's words for one thing wanted, the call, its result, the answer."""
    return [asked(w, x), *called(w, x)]


def _clause(w: Writer, x: Want, inside: bool) -> str:
    """The words for one of several things wanted, at the head of a sentence or inside it."""
    if isinstance(x, errands.Task):
        return errands.clause(w, x, inside)
    text = toolbox.clause(w, x)
    begins = isinstance(x, tools.Known) and x.text.startswith("{")  # with a value, which stays as it is
    if inside and not begins and text[1:2].islower() and not text.startswith("I'"):
        return text[0].lower() + text[1:]
    return text


def joined(w: Writer, wants: list[Want]) -> Message:
    """Requests in one sentence or two, or in a list, as people string them together."""
    luck = w.rng.random()
    if luck < 0.25:
        mark = w.pick(("{n}. ", "{n}) ", "- ", "* ", "", "{n}: "))
        rows = [mark.format(n=i) + _clause(w, x, False) for i, x in enumerate(wants, 1)]
        head = w.words(*say.LISTED) if w.rng.random() < 0.7 else ""
        return {"role": "user", "content": "\n".join((head, *rows)).strip()}
    if luck < 0.5 and len(wants) == 2:
        frame = w.pick(say.STEPS[w.zh])
        first, second = (_clause(w, x, inside=f"and {{{i}}}" in frame) for i, x in enumerate(wants))
        return {"role": "user", "content": frame.format(first.rstrip(".?!。？"), second)}
    out = _clause(w, wants[0], False)
    for x in wants[1:]:
        ended = out.endswith(("?", "？", "!"))
        fresh = ended or w.rng.random() < 0.3
        dot = "" if ended else "。" if w.zh else "."
        if w.zh:
            out += (
                dot + w.pick(("另外，", "还有，", "然后，", "再就是，", "对了，", "最后，"))
                if fresh
                else w.pick(("，然后", "，还有", "；", "，再", "，顺便"))
            )
        else:
            out += (
                dot + w.pick((" And ", " Also, ", " ", " Then ", " Next, ", " Besides, ", " Oh, and "))
                if fresh
                else w.pick((", and ", " and then ", "; ", ", then ", " and also "))
            )
        out += _clause(w, x, inside=not out.endswith((". ", "? ")))
    return {"role": "user", "content": out}


def _any(w: Writer) -> Want:
    """An errand, a well-known tool or one nobody has met."""
    luck = w.rng.random()
    if luck < 0.4:
        return errands.errand(w)
    if luck > 0.65:
        return want(w, w.rng.choice((0, 1, 1, 2)))
    while True:
        x, _ = tools.beside_errands(w)
        if "\n" not in x.text:
            return x


def _barred(*wants: Want) -> tuple[str, ...]:
    """The names of other tools that would do the same as these."""
    own = {x.name for x in wants}
    return tuple(sorted({n for x in wants if isinstance(x, tools.Known) for n in tools.names_of(x.tool.kind)} - own))


def several(w: Writer) -> Turn:
    """Two or three calls at once: of different tools, or of one for different values."""
    rng = w.rng
    luck = rng.random()
    if luck < 0.2:
        ask, tasks = errands.together(w)
        return Turn([ask, *called(w, *tasks)], [tasks[0].schema], again=(tasks[0],))
    if luck < 0.32:
        ask, twins = tools.for_each(w)
        return Turn([ask, *called(w, *twins)], [twins[0].schema], _barred(*twins))
    if luck < 0.78:
        wants = [_any(w) for _ in range(rng.choice((2, 2, 2, 3)))]
        names = [x.name for x in wants]
        rivals = [{x.name, *_barred(x)} for x in wants]
        if any(errands.same(a, b) or a in rivals[j] for i, a in enumerate(names) for j, b in enumerate(names[:i])):
            return several(w)
        ask = joined(w, wants)
    else:
        first = want(w, rng.choice((1, 1, 2)))
        key = next(iter(first.arguments))
        field = first.fields[key]
        first.schema["function"]["parameters"]["properties"][key].pop("enum", None)
        arguments = {**first.arguments, key: field.value(w)}
        twin = Want(first.deed, first.thing, first.schema, arguments, dict(first.phrases), first.fields)
        twin.phrases[key] = phrase(w, key, field, twin.arguments[key])
        wants = [first, twin]
        frame = w.pick(say.TWICE[w.zh])
        ask = {"role": "user", "content": frame.format(c=toolbox.clause(w, first), p=twin.phrases[key])}
    return Turn(
        [ask, *called(w, *wants)], list({x.name: x.schema for x in wants}.values()), _barred(*wants), tuple(wants)
    )


def missing(w: Writer, offered: tuple[Want, str] | None = None) -> Turn:
    """One argument isn't said, so it is asked for; then it is said. `offered` is a tool already there, and the key."""
    if offered is not None:
        x, key = offered
    elif (luck := w.rng.random()) < 0.5:
        x, key = errands.lacking(w)
    elif luck < 0.7:
        x, key = tools.beside_errands(w, lacking=True)
    else:
        x = want(w, w.rng.choice((1, 2, 2)))
        key = w.rng.choice(list(x.arguments))
    out = [asked(w, x, without=key), w.reply("Which {k} should I use?", "请告诉我{k}是什么。", k=key)]
    if w.rng.random() < 0.7:
        out += [_told(w, x, key), *called(w, x)]
    return Turn(out, [x.schema], _barred(x))


def _told(w: Writer, x: Want, key: str) -> Message:
    """The user says what was lacking."""
    value: Slot = x.arguments[key]
    if isinstance(value, bool):
        return w.user(*say.GIVEN_FLAG, v=("yes", "是") if value else ("no", "否"), k=key)
    luck = w.rng.random()
    if luck < 0.12 and not isinstance(x, errands.Task):  # the whole request again, complete this time
        return asked(w, x)
    if luck < 0.85:
        return w.user(*say.GIVEN, v=value, k=key)
    others = [o for o in (_other(w, x, key) for _ in range(8)) if str(o) not in str(value) and str(value) not in str(o)]
    if not others:  # all values of this argument are alike, as those of one letter
        return w.user(*say.GIVEN, v=value, k=key)
    return w.user(*say.CORRECTED, v=value, k=key, u=others[0])


def _other(w: Writer, x: Want, key: str) -> Slot:
    """Another value for an argument, which turns out to be wrong."""
    if isinstance(x, errands.Task):
        return x.errand.fields[next(s for s, k in x.keys.items() if k == key)][1].draw(w)
    if isinstance(x, tools.Known):
        return x.tool.args[next(s for s, k in x.keys.items() if k == key)].source.draw(w)
    return x.fields[key].value(w)


_NONE = ("I'm sorry, none of my tools can do that.", "抱歉，我的工具都做不到。")


def unfit(w: Writer) -> Turn:
    """Something is wanted that no tool on offer does, though one may come near."""
    if w.rng.random() < 0.2:
        k, _ = tools.beside_errands(w, alone=True)
        return Turn(none_fits(w, k), [], tuple(sorted(tools.names_of(k.tool.kind))))
    x = errands.want(w)
    if isinstance(x, errands.Task):
        offered = errands.near(w, x.name) if w.rng.random() < 0.6 else []
        others = [s for s in offered if not errands.same(s["function"]["name"], x.name)]
    else:
        others = [_beside(w, x)] if w.rng.random() < 0.4 else []
    return Turn(none_fits(w, x), others, (x.name,))


def _beside(w: Writer, x: Want) -> Schema:
    """A tool for the same object with another deed, or the same deed with another object."""
    while True:
        other = want(w)
        changed = (x.deed, other.thing) if w.rng.random() < 0.5 else (other.deed, x.thing)
        if other.deed[0] != x.deed[0] and other.thing[0] != x.thing[0]:
            return renamed(w, other, *changed).schema


def react(w: Writer) -> list[Message]:
    """The older way: tools described in the user's turn, the call as lines of text up to the observation."""
    x = tools.beside_errands(w)[0] if w.rng.random() < 0.3 else errands.want(w)
    others = [
        y
        for y in (errands.want(w) for _ in range(w.rng.choice((0, 1, 2))))
        if y.name != x.name and not errands.same(y.name, x.name)
    ]
    offered = [x, *others]
    w.rng.shuffle(offered)
    about = "\n\n".join(
        f"{t.name}: Call this tool to interact with the {t.name} API. What is the {t.name} API useful for? {t.schema['function'].get('description', t.name)} "
        f"Parameters: {json.dumps(t.schema['function']['parameters'], ensure_ascii=False)} Format the arguments as a JSON object."
        for t in offered
    )
    names = ",".join(t.name for t in offered)
    head = (
        f"Answer the following questions as best you can. You have access to the following APIs:\n\n{about}\n\nUse the following format:\n\n"
        f"Question: the input question you must answer\nThought: you should always think about what to do\n"
        f"Action: the action to take, should be one of [{names}]\nAction Input: the input to the action\nObservation: the result of the action\n"
        "... (this Thought/Action/Action Input/Observation can be repeated zero or more times)\n"
        "Thought: I now know the final answer\nFinal Answer: the final answer to the original input question\n\nBegin!\n\nQuestion: "
    )
    gave, answer = result(w, x)
    said = f"Thought: I should call {x.name}.\nAction: {x.name}\nAction Input: {json.dumps(x.arguments, ensure_ascii=False)}\nObservation:"
    out: list[Message] = [
        {"role": "user", "content": head + asked(w, x)["content"]},
        {"role": "assistant", "content": said},
    ]
    if w.rng.random() < 0.5:
        out += [{"role": "user", "content": f"Observation: {json.dumps(gave, ensure_ascii=False)}"},
                {"role": "assistant", "content": f"Thought: I now know the final answer\nFinal Answer: {answer['content']}"}]  # fmt: skip
    return out


FAMILIES = {"react": (react, 1)}
