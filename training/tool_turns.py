"""What may happen when tools are on offer: several calls at once, a question back, no call; and the older ReAct form."""

import json

from training.toolbox import Schema, Want, asked, call, phrase, result, want
from training.writer import Message, Slot, Writer


def calls(*wants: Want) -> Message:
    """The assistant calls the tools of all `wants`."""
    return {"role": "assistant", "content": "", "tool_calls": [call(x.name, x.arguments) for x in wants]}


def several(w: Writer) -> tuple[list[Message], list[Schema]]:
    """Two or three calls at once: of different tools, or of one for different values."""
    rng = w.rng
    first = want(w, rng.choice((1, 1, 2)))
    if rng.random() < 0.5:
        others = [want(w, rng.choice((0, 1, 1))) for _ in range(rng.choice((1, 1, 2)))]
        texts = [asked(w, x)["content"].rstrip(".?。？") for x in (first, *others)]
        wants = (first, *others)
    else:
        key = next(iter(first.arguments))
        field = first.fields[key]
        first.schema["function"]["parameters"]["properties"][key].pop("enum", None)
        arguments = {**first.arguments, key: field.value(w)}
        twin = Want(first.deed, first.thing, first.schema, arguments, dict(first.phrases), first.fields)
        twin.phrases[key] = phrase(w, key, field, twin.arguments[key])
        wants = (first, twin)
        texts = [asked(w, first)["content"].rstrip(".?。？"), w.words("the same {p}", "同样，{p}", p=twin.phrases[key])]
    joint = w.pick(("，然后", "，还有", "；") if w.zh else (", and ", " and then ", "; ", ". Also "))
    ask: Message = {"role": "user", "content": joint.join(texts)}
    schemas = {x.name: x.schema for x in wants}
    if len(schemas) < len({id(x.schema) for x in wants}):
        return several(w)
    return [ask, calls(*wants)], list(schemas.values())


def missing(w: Writer) -> tuple[list[Message], list[Schema]]:
    """One argument isn't said, so it is asked for; then it is said."""
    x = want(w, w.rng.choice((1, 2, 2)))
    key = w.rng.choice(list(x.arguments))
    out = [asked(w, x, without=key), w.reply("Which {k} should I use?", "请告诉我{k}是什么。", k=key)]
    if w.rng.random() < 0.7:
        value: Slot = x.arguments[key]
        if isinstance(value, bool):
            value = "yes" if value else "no"
        out += [
            w.user("[{v}|{k}: {v}|Use {v}|Take {v}|The {k} is {v}][.|]", "[{v}|{k}是{v}|用{v}][。|]", v=value, k=key),
            calls(x),
        ]
    return out, [x.schema]


def unfit(w: Writer) -> tuple[list[Message], list[Schema]]:
    """Something is wanted that no tool on offer does."""
    x = want(w)
    return [
        asked(w, x),
        w.reply("I'm sorry, none of my tools can do that.", "抱歉，我的工具都做不到。"),
    ], []


def react(w: Writer) -> list[Message]:
    """The older way: tools described in the user's turn, the call as lines of text up to the observation."""
    x = want(w)
    others = [want(w) for _ in range(w.rng.choice((0, 1, 2)))]
    tools = [x, *others]
    w.rng.shuffle(tools)
    about = "\n\n".join(
        f"{t.name}: Call this tool to interact with the {t.name} API. What is the {t.name} API useful for? {t.schema['function']['description']} "
        f"Parameters: {json.dumps(t.schema['function']['parameters'], ensure_ascii=False)} Format the arguments as a JSON object."
        for t in tools
    )
    names = ",".join(t.name for t in tools)
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
