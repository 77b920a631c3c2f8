"""Copying in its many forms: the one skill that memory, tools, extraction and passages are made of."""

import json

from training import words
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


def as_json(w: Writer) -> list[Message]:
    """Lines of fields turned into one JSON object, all of them or those named."""
    rng = w.rng
    keys = [k.replace(" ", "_") for k in _keys(w, rng.randrange(1, 7))]
    rows = {k: typed(words.anything(rng, w.zh)) for k in keys}
    text = w.pick(("\n", ", ", "; ")).join(f"{k}: {v}" for k, v in rows.items())
    if rng.random() < 0.4:
        asked = rng.sample(keys, rng.randrange(1, len(keys) + 1))
        ask = w.user(
            "[From this take|Extract|Give me|Take] {k} as JSON[:|:\n|.\n] {t}",
            "[从中提取|取出]{k}，用 JSON [输出|表示]：{t}",
            k=", ".join(asked),
            t=text,
        )
        rows = {k: rows[k] for k in asked}
    else:
        ask = w.user(
            "[Write this as JSON|Turn this into JSON|As JSON|Convert to JSON|Make a JSON object of this|In JSON, please|JSON of this|Give me this as JSON|Put this in JSON form|Format as JSON|I'd like this in JSON|[Write|Make|Give me|Produce|Show|I need|I want] [JSON|a JSON object][ of this| from this| with this|, please|]|Please turn this to JSON|The same as JSON][:|:\n] {t}",
            "[写成 JSON|转换成 JSON|变成 JSON 对象|用 JSON 格式]：{t}",
            t=text,
        )
    return [ask, {"role": "assistant", "content": json.dumps(rows, ensure_ascii=False)}]


def replace(w: Writer) -> list[Message]:
    """One word of a row put in place of another."""
    rng = w.rng
    row = [words.anything(rng, w.zh) for _ in range(rng.choice((2, 3, 3, 4, 5, 6, 8, 11)))]
    row += [w.pick(row)] if rng.random() < 0.3 else []
    old, new = rng.choice(row), words.anything(rng, w.zh)
    gap = w.pick((" ", ", "))
    ask = w.user(
        "[Replace {a} with {b}|Put {b} in place of {a}|Change {a} to {b}|Replace {a} by {b}|Write {b} instead of {a}|Where it says {a}, write {b}|Exchange {a} for {b}|Use {b} rather than {a}|Turn every {a} into {b}][ in this text| here||][:|:\n] {t}",
        "[把{a}换成{b}|将{a}替换为{b}|{a}都改成{b}|用{b}代替{a}]：{t}",
        a=old,
        b=new,
        t=gap.join(row),
    )
    return [ask, {"role": "assistant", "content": gap.join(new if x == old else x for x in row)}]


FAMILIES = {"echo": (echo, 8), "table": (table, 9), "as_json": (as_json, 10), "replace": (replace, 14)}
