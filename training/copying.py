"""Copying in its many forms: the one skill that memory, tools, extraction and passages are made of."""

import json

from training import words
from training.bank import texts
from training.writer import Message, Writer


def _keys(w: Writer, n: int) -> list[str]:
    """`n` different names of fields or people."""
    made: dict[str, None] = {}
    while len(made) < n:
        luck = w.rng.random()
        if luck < 0.4:
            key = w.pick(words.FIELDS)[w.zh]
        elif luck < 0.7:
            key = words.person(w.rng, w.zh)
        else:
            key = words.strange(w.rng, w.zh)
        made[key] = None
    return list(made)


def typed(value: str) -> str | int:
    """A value as JSON holds it: plain numbers as numbers, all else as text."""
    return int(value) if value.isdigit() and str(int(value)) == value else value


def echo(w: Writer) -> list[Message]:
    """A row of anything, word for word."""
    row = [words.anything(w.rng, w.zh) for _ in range(w.rng.choice((1, 2, 3, 5, 8, 12, 20, 30)))]
    text = w.pick((" ", " ", ", ", "、" if w.zh else " - ", "\n")).join(row)
    if w.rng.random() < 0.4:
        return [w.user(*texts.AGAIN, x=text), {"role": "assistant", "content": text}]
    return [
        w.user("[Repeat after me|Copy this|Please repeat|Write exactly this|Repeat this text|Copy|Say|Repeat|Echo|Write this down|Say this back|The same again|Copy the following][:|:||:\n] {x}",
               "[跟我说|重复一遍|请重复|复制|照抄|说|抄写][：|:|：\n]{x}", x=text),
        {"role": "assistant", "content": text},
    ]  # fmt: skip


def table(w: Writer) -> list[Message]:
    """Values by their keys: some asked for in another order, over one turn or several."""
    rng = w.rng
    keys = _keys(w, rng.randrange(2, 12))
    rows = {k: words.anything(rng, w.zh) for k in keys}
    mark = w.pick((": ", " = ", " -> ", " is ")) if not w.zh else w.pick(("：", "=", "是", " -> "))
    between = w.pick(("\n", "; ", ", ", ". ")) if not w.zh else w.pick(("\n", "；", "，", "。"))
    text = between.join(f"{k}{mark}{v}" for k, v in rows.items())
    asked = rng.sample(keys, rng.randrange(1, len(keys) + 1))
    lead = w.pick(("Here is a list:", "Read this:", "Remember:", "Data:", "Keep this in mind:", "")) if not w.zh else w.pick(("看这个列表：", "请记住：", "数据：", ""))  # fmt: skip
    text = f"{lead}\n{text}".strip()
    if rng.random() < 0.5:
        want = ("、" if w.zh else ", ").join(asked)
        ask = w.user(
            "{t}\n\n[What are|Give me|Tell me|Write|I need|Look up|What does it say for|Please read out] {k}?",
            "{t}\n\n[告诉我|写出|给我]{k}。",
            t=text,
            k=want,
        )
        return [ask, {"role": "assistant", "content": "\n".join(f"{k}: {rows[k]}" for k in asked)}]
    out = [w.user("{t}", "{t}", t=text), w.reply("[OK.|Noted.|I've read it.]", "[好的。|记住了。|看到了。]")]
    for k in asked[:5]:
        out += [
            w.user("[And ||What is |Tell me |Give me ]{k}?", "[|那么|告诉我]{k}？", k=k),
            {"role": "assistant", "content": rows[k]},
        ]
    return out


# fmt: off
_MARKS = (": ", ": ", ": ", ":", "=", " = ", " - ", " -> ", "：", ":\n")
_HEADS = ("[Data|Entry|New record|Form|Details|My notes|Settings|Card|Here are the fields]:", "[数据|记录|表格|资料|卡片|设置|我的笔记]：")
_WHOLE = (
    "[[Write this as JSON|Turn this into JSON|As JSON|Convert to JSON|Make a JSON object of this|In JSON, please|JSON of this|Give me this as JSON|Put this in JSON form|Format as JSON|I'd like this in JSON|[Write|Make|Give me|Produce|Show|I need|I want] [JSON|a JSON object][ of this| from this| with this|, please|]|Please turn this to JSON|The same as JSON|Only JSON|JSON, nothing else|How does this look as JSON|These lines as one JSON object|Serialise these fields as JSON|Rewrite the fields below as JSON|Every field as JSON, please|Change these pairs to a JSON object|Return the following as JSON|Could you make JSON out of these][:|:\n|\n|\n\n] {t}|{t}\n[\n|][As JSON, please.|That as JSON.|Turn the lines above into JSON.|Write it as a JSON object.|Make JSON of it.|Now in JSON.|JSON?|Only JSON.|Give me all of that as JSON.]]",
    "[[写成 JSON|转换成 JSON|变成 JSON 对象|用 JSON 格式|请转成 JSON|只输出JSON|把下面几项写成 JSON|整理为JSON|这些字段用JSON怎么写|以JSON格式返回|帮我做成JSON|把这些变成一个JSON对象|请输出对应的JSON][：|：\n|\n]{t}|{t}\n[\n|][写成JSON。|请转成JSON。|以上内容用JSON表示。|只要JSON。|变成JSON对象。|用JSON写出来。]]",
)
_SOME = (
    "[[From this take|Extract|Give me|Take|I need|Only|Just|Pick|Find|Show me|Return|Out of these write|Keep only|Look up] {k}[ as| in|, as] JSON[:|:\n|.\n|\n] {t}|JSON with the keys {k} only[:|.\n] {t}|Make JSON, but only of {k}[:|\n] {t}|{t}\n[\n|][Of these, {k} as JSON.|Write {k} as JSON.|Only {k}, in JSON.|JSON with {k}, please.|I need {k} of that as JSON.|Leave out all but {k}; JSON.]]",
    "[[从中提取|取出|只要|给我|找出|请写出|从下面选出]{k}，用 JSON [输出|表示|写][：|：\n]{t}|{t}\n[\n|][只要{k}，写成JSON。|把{k}写成JSON。|其中{k}用JSON表示。|请输出只含{k}的JSON。]]",
)
# fmt: on


def as_json(w: Writer) -> list[Message]:
    """Lines of fields turned into one JSON object, all of them or those named."""
    rng = w.rng
    keys = [k.replace(" ", "_") for k in _keys(w, rng.randrange(1, 7))]
    rows = {k: typed(words.anything(rng, w.zh)) for k in keys}
    mark = w.pick(_MARKS)
    between = "\n" if mark == ":\n" else w.pick(("\n", "\n", ", ", "; ", "\n- ", " / ", " - "))
    if between.strip() == mark.strip():
        between = "\n"
    # A sign that stands in a value can't part the fields.
    if any(between.strip() in f"{k}{v}" for k, v in rows.items() if between.strip()):
        between = "\n"
    if any(mark.strip() in f"{k}{v}" for k, v in rows.items()):
        mark = ": "
    text = ("- " if between == "\n- " else "") + between.join(f"{k}{mark}{v}" for k, v in rows.items())
    if rng.random() < 0.15:
        text = w.words(*_HEADS) + "\n" + text
    if rng.random() < 0.4:
        asked = rng.sample(keys, rng.randrange(1, len(keys) + 1))
        ask = w.user(
            *_SOME,
            k=w.pick((", ", ", ", " and ") if not w.zh else ("、", "和", ", ")).join(asked),
            t=text,
        )
        rows = {k: rows[k] for k in asked}
    else:
        ask = w.user(*_WHOLE, t=text)
    return [ask, {"role": "assistant", "content": json.dumps(rows, ensure_ascii=False)}]


# fmt: off
_CHANGE = (
    "[[Replace {a} with {b}|Put {b} in place of {a}|Change {a} to {b}|Replace {a} by {b}|Write {b} instead of {a}|Where it says {a}, write {b}|Exchange {a} for {b}|Use {b} rather than {a}|Turn every {a} into {b}|Swap out {a} for {b}|Substitute {b} for {a}|It should be {b}, not {a}|{a} is wrong, make it {b}|Edit: {a} becomes {b}|Replace \"{a}\" with \"{b}\"|Change the word \"{a}\" to \"{b}\"|Correct {a} to {b}][ in this text| here| in|][:|:\n] {t}"
    "|[In the [list|row|text] {t}, [please |][change {a} to {b}|replace {a} with {b}|put {b} for {a}|write {b} where {a} is].|{t}\n[\n|][Replace {a} with {b}.|Change {a} to {b}, please.|Now with {b} instead of {a}.|The same, but {b} in place of {a}.|Write that again with {b} for {a}.]|Take this: {t}\n[Replace|Exchange] {a} [by|with] {b}.|Here is my [list|text]: {t}\nI want {b} where {a} stands.]]",
    "[[把{a}换成{b}|将{a}替换为{b}|{a}都改成{b}|用{b}代替{a}|请把“{a}”改为“{b}”|应该是{b}，不是{a}|{a}写错了，改成{b}|凡是{a}都写成{b}|用“{b}”替换“{a}”|请将{a}改作{b}][：|：\n]{t}|[在“{t}”里，把{a}换成{b}。|{t}\n[把{a}换成{b}。|请将{a}改为{b}。|再写一遍，{a}换成{b}。]|我的列表是{t}，请把{a}改成{b}。]]",
)
# fmt: on


def replace(w: Writer) -> list[Message]:
    """One word of a row put in place of another."""
    rng = w.rng
    row = [words.anything(rng, w.zh) for _ in range(rng.choice((2, 3, 3, 4, 5, 6, 8, 11)))]
    row += [w.pick(row)] if rng.random() < 0.3 else []
    old, new = rng.choice(row), words.anything(rng, w.zh)
    gap = w.pick((" ", ", "))
    ask = w.user(
        *w.pick((_CHANGE, texts.CHANGED)),
        a=old,
        b=new,
        t=gap.join(row),
    )
    return [ask, {"role": "assistant", "content": gap.join(new if x == old else x for x in row)}]


FAMILIES = {"echo": (echo, 5), "table": (table, 5), "as_json": (as_json, 6), "replace": (replace, 10)}
