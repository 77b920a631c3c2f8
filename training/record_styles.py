"""In which styles people write a thing down: sentences, a letter, labelled lines, a log line, a table's row."""

import re
from collections.abc import Sequence
from random import Random
from typing import Any

from training.bank.record_values import Kind
from training.bank.records import Record
from training.bank.records_life import KINDS as LIFE
from training.bank.records_work import KINDS as WORK
from training.grammar import expand
from training.writer import Writer

KINDS: tuple[Kind, ...] = (*WORK, *LIFE)

# What stands around a text and tells nothing of it.
# fmt: off
_LEADS = ("", "", "[Hi|Hello|Dear all|Hi all|Good morning|Hi there],\n\n[||just so you know: |as promised: |short note: ]", "[FYI: |Note: |Memo: |For the file: |Just in: |News: |PS: |Reminder: |Copied from the board: |Heard on the phone: |> |Scribbled on a slip: ]", "[Hope you are well. |I'll be quick. |Sorry for the late reply. |It's me again. |Sitting on the bus right now. |Thanks for calling. |Good news! |As you asked: |Hey, ]"), (
    "", "", "[大家好|你好|您好|各位好]，\n\n[||跟您说一声：|简单说一下：]", "[备注：|通知：|刚收到：|记一下：|提醒：|快讯：|摘自公告栏：|电话里听到的：|> |便条：]", "[希望你一切都好。|我长话短说。|抱歉这么晚回复。|又是我。|谢谢来电。|好消息！|你要的信息：]")
_ENDS = ("", "", "", "[\n\nBest wishes|\n\nRegards|\n\nThanks!|\n\nSee you soon|\n\nYours]", "[ More later.| That's all for now.| Please file this.| Talk soon.| Have a nice day!| Don't lose this.| Sorry for the mess.| The rest can wait.]"), (
    "", "", "", "[\n\n此致|\n\n谢谢|\n\n祝好|\n\n回头见]", "[其他的以后再说。|先写到这里。|请存档。|回头聊。|祝你愉快！|别弄丢了。|其余的不急。]")
# fmt: on

_SLOT = re.compile(r"\{(a )?(\w+)\}")
_MONEY = ("euros", "euros", "dollars", "pounds", "francs", "crowns")


def joined(items: Sequence[str], zh: bool) -> str:
    """A list as a sentence tells it."""
    if zh:
        return "、".join(items[:-1]) + "和" + items[-1]
    return ", ".join(items[:-1]) + " and " + items[-1]


def _shown(value: Any, zh: bool) -> str:
    return joined(value, zh) if isinstance(value, list) else str(value)


def _with_article(text: str) -> str:
    return f"{'an' if text[0].lower() in 'aeiou' else 'a'} {text}"


def _sentence(rng: Random, pattern: str, value: Any, zh: bool) -> str:
    if value is True or value is False:
        pattern = pattern.split("#")[not value]
    shown = _shown(value, zh)
    line = expand(rng, pattern).replace("{a}", _with_article(shown)).replace("{}", shown)
    return line if line[-1] in ".!?。！？" else line + ("。" if zh else ".")


def _opened(begin: str, values: dict[str, Any], zh: bool) -> str:
    def put(m: re.Match[str]) -> str:
        shown = _shown(values[m[2]], zh)
        return _with_article(shown) if m[1] else shown

    line = _SLOT.sub(put, begin)
    return line[0].upper() + line[1:] if begin.startswith("{a ") else line


def drawn(rng: Random, kind: Kind, fields: Sequence[str], zh: bool) -> dict[str, Any]:
    """A value for each field; what stands for two of them is nobody's, so no two are alike."""
    values: dict[str, Any] = {}
    for f in fields:
        values[f] = kind.fields[f].value(rng, zh)
        while not isinstance(values[f], bool) and str(values[f]) in [str(v) for k, v in values.items() if k != f]:
            values[f] = kind.fields[f].value(rng, zh)
    return values


def labels(w: Writer, kind: Kind, fields: Sequence[str]) -> list[str]:
    """What a form calls each field: one of its keys that is no other field's, as words."""
    mine = {f: t.keys[w.zh].split("|") for f, t in kind.fields.items()}
    out = []
    for f in fields:
        free = [k for k in mine[f] if sum(k in other for other in mine.values()) == 1]
        out.append(w.pick(free) if free else mine[f][0])
    return out if w.zh else [k.replace("_", " ") for k in out]


def _entry(w: Writer, kind: Kind, field: str, value: Any) -> str:
    """A value as it stands behind a label."""
    if value is True or value is False:
        return ("否", "是")[value] if w.zh else ("no", "yes")[value]
    unit = kind.fields[field].unit[w.zh]
    if not unit or w.rng.random() < 0.4:
        return _shown(value, w.zh)
    return f"{value}{unit}" if w.zh or unit == "%" else f"{value} {unit}"


def _lines(w: Writer, kind: Kind, values: dict[str, Any]) -> str:
    """A form: a label and a value in each line."""
    gap = w.pick((": ", ": ", ": ", " = ", " - ", ":  ") if not w.zh else ("：", "：", "：", ": ", " - "))
    mark = w.pick(("", "", "", "- ", "* ", "• "))
    big = w.rng.random() < 0.7
    names = labels(w, kind, list(values))
    rows = [
        f"{mark}{n[0].upper() + n[1:] if big else n}{gap}{_entry(w, kind, f, v)}"
        for n, (f, v) in zip(names, values.items(), strict=True)
    ]
    head = w.pick(("", "", kind.zh if w.zh else kind.noun.upper(), kind.zh if w.zh else kind.noun.capitalize()))
    return "\n".join([head, *rows] if head else rows)


def _note(w: Writer, kind: Kind, values: dict[str, Any]) -> str:
    """A note without verbs, all in one line."""
    gap, dot = ("；", "：") if w.zh else (w.pick(("; ", " / ", " -- ", ". ")), w.pick((" ", ": ", ": ")))
    parts = [
        n + dot + _entry(w, kind, f, v) for n, (f, v) in zip(labels(w, kind, list(values)), values.items(), strict=True)
    ]
    if gap == ". ":
        parts = [p[0].upper() + p[1:] for p in parts]
    head = w.pick(("", f"{kind.zh}（" if w.zh else f"{kind.noun.capitalize()} ("))
    return head + gap.join(parts) + (("）" if w.zh else ")") if head else "")


def _log(w: Writer, kind: Kind, values: dict[str, Any]) -> str:
    """A line as machines write it."""

    def cell(value: Any) -> str:
        text = str(value).lower() if isinstance(value, bool) else _shown(value, w.zh)
        return f'"{text}"' if " " in text else text

    names = [n.replace(" ", "_") for n in labels(w, kind, list(values))]
    head = w.pick(("", "", "INFO ", "[info] ", "WARN ", "entry: ", "* "))
    return head + " ".join(f"{n}={cell(v)}" for n, v in zip(names, values.values(), strict=True))


def table(w: Writer, kind: Kind, rows: Sequence[dict[str, Any]]) -> str:
    """Rows under a head that names the columns."""
    gap = w.pick(("\t", ",", ";", "; ", " , "))
    names = labels(w, kind, list(rows[0]))
    body = [gap.join(_shown(v, w.zh) if not isinstance(v, bool) else _entry(w, kind, f, v) for f, v in r.items()) for r in rows]  # fmt: skip
    return "\n".join([gap.join(names), *body])


def money(w: Writer, text: str) -> str:
    """The same text in another country's money."""
    return text if w.zh else text.replace(" euros", f" {w.pick(_MONEY)}")


def _prose(w: Writer, kind: Kind, fields: Sequence[str], begin: str, values: dict[str, Any]) -> str:
    """Sentences, as people string them together."""
    rng = w.rng
    lines = [_sentence(rng, kind.fields[f].tell[w.zh], values[f], w.zh) for f in fields]
    if begin:
        first = _opened(begin, values, w.zh)
        if lines and first[-1] not in ".!?。！？":
            first += "\n" if "\n" in first else "。" if w.zh else "."
        lines.insert(0, first)
    text = ("" if w.zh else w.pick((" ", " ", " ", "\n"))).join(lines)
    if rng.random() < 0.45:
        before, after = expand(rng, w.pick(_LEADS[w.zh])), expand(rng, w.pick(_ENDS[w.zh]))
        if after[:1].isspace() and text[-1] not in ".!?。！？":
            text += "。" if w.zh else "."
        text = before + text + after
    return text


def told(w: Writer, kind: Kind | None = None, must: Sequence[str] = ()) -> Record:
    """A thing of some kind, written down in some style, and what it says, with the fields that it `must` tell."""
    rng = w.rng
    kind = kind or w.pick(KINDS)
    begin, first = "", []
    luck = rng.random()
    if luck < 0.5:
        begin = money(w, expand(rng, kind.begin[w.zh]))
        first = list(dict.fromkeys(m[2] for m in _SLOT.finditer(begin)))
    rest = [f for f in must if f not in first]
    others = [f for f in kind.fields if f not in (*first, *rest)]
    count = w.pick((0, 0, 1, 1, 2, 2)) if begin else max(0, w.pick((2, 3, 3, 4, 5)) - len(rest))
    rest += rng.sample(others, min(len(others), count))
    rng.shuffle(rest)
    fields = [*first, *rest]
    values = drawn(rng, kind, fields, w.zh)
    if luck < 0.65:
        text = _prose(w, kind, rest, begin, values)
    else:
        styles = [_lines, _lines, _lines, _note, _note, _log]
        if not any(isinstance(v, list) for v in values.values()):
            styles.append(lambda w, kind, values: table(w, kind, [values]))
        text = w.pick(styles)(w, kind, values)
    if not begin:
        text = money(w, text)
    return Record(
        text,
        values,
        tuple(f for f in kind.fields if f not in fields),
        {f: t.keys for f, t in kind.fields.items()},
        kind,
    )


def several(w: Writer) -> tuple[str, Kind, list[dict[str, Any]]]:
    """Two to four things of one kind in one text, and what it says of each, in its order."""
    rng = w.rng
    kind = w.pick(KINDS)
    count = w.pick((2, 2, 3, 3, 4))
    if rng.random() < 0.35:
        plain = [f for f in kind.fields if not isinstance(kind.fields[f].value(rng, w.zh), list)]
        fields = rng.sample(plain, min(len(plain), w.pick((2, 3, 3, 4))))
        rows = [drawn(rng, kind, fields, w.zh) for _ in range(count)]
        if rng.random() < 0.5:
            return table(w, kind, rows), kind, rows
        gap = w.pick(("\n\n", "\n---\n"))
        return gap.join(_lines(w, kind, r) for r in rows), kind, rows
    texts: list[str] = []
    rows = []
    coin = w.pick(_MONEY)
    while len(rows) < count:
        begin = expand(rng, kind.begin[w.zh])
        fields = list(dict.fromkeys(m[2] for m in _SLOT.finditer(begin)))
        if rows and set(fields) != set(rows[0]):
            continue
        values = drawn(rng, kind, fields, w.zh)
        rows.append(values)
        line = _opened(begin if w.zh else begin.replace(" euros", f" {coin}"), values, w.zh)
        texts.append(line if line[-1] in ".!?。！？" or "\n" in line else line + ("。" if w.zh else "."))
    mark = w.pick(("", "", "- ", "* ")) if not any("\n" in t for t in texts) else ""
    gap = "\n\n" if any("\n" in t for t in texts) else "\n" if mark else w.pick(("\n", "" if w.zh else " "))
    return gap.join(mark + t for t in texts), kind, rows
