"""Small work on a text: fields out of it, lists of it, another tone, a summary."""

import json
from typing import Any

from training import words
from training.writer import Message, Writer


def _person(w: Writer) -> tuple[str, dict[str, Any]]:
    """A few sentences about someone, and the fields in them."""
    rng = w.rng
    name = words.person(rng, w.zh)
    town = w.pick(words.CITIES)[w.zh] if rng.random() < 0.5 else words.invented(rng).capitalize()
    job = w.pick([j for j in words.JOBS if j[0][0] not in "aeiou"])
    mail = f"{words.invented(rng, 1)}@{words.invented(rng, 1)}.com"
    rows = {
        ("age", "年龄"): (rng.randrange(6, 99), ("[{n} is {x} years old.|{n} is {x}.|At {x}, {n} is still curious.]", "[{n}今年{x}岁。|{n}{x}岁了。]")),
        ("city", "城市"): (town, ("[{n} lives in {x}.|The home of {n} is {x}.|{n} comes from {x}.|{n} has a house in {x}.|{x} is the town of {n}.]", "[{n}住在{x}。|{n}来自{x}。|{n}的家在{x}。]")),
        ("job", "职业"): (job[w.zh], ("[{n} works as a {x}.|{n} is a {x}.|By day {n} is a {x}.|{n} earns money as a {x}.]", "[{n}是{x}。|{n}的工作是{x}。|{n}当{x}。]")),
        ("email", "邮箱"): (mail, ("[You can write to {x}.|The address is {x}.|Mail: {x}.|Write to {n} at {x}.|{x} is the address.]", "[邮箱是{x}。|可以写信到{x}。]")),
        ("phone", "电话"): (str(rng.randrange(10**5, 10**8)), ("[Call {x}.|The phone number is {x}.|{n} can be reached at {x}.]", "[电话是{x}。|请拨打{x}。]")),
        ("hobby", "爱好"): (w.pick(words.HOBBIES)[w.zh], ("[{n} enjoys {x}.|In the evening {n} likes {x}.]", "[{n}喜欢{x}。|{n}的爱好是{x}。]")),
    }  # fmt: skip
    chosen = rng.sample(list(rows), rng.randrange(1, len(rows) + 1))
    text = [
        w.words(
            "[My friend is {n}.|This is {n}.|Meet {n}.|Let me tell you about {n}.|{n} came by today.|I know {n} well.|Here comes {n}.]",
            "[这是{n}。|我的朋友叫{n}。|认识一下{n}。]",
            n=name,
        )
    ]
    text += [w.words(*rows[k][1], n=name, x=rows[k][0]) for k in chosen]
    key = w.zh and rng.random() < 0.6
    return ("" if w.zh else " ").join(text), {("name", "姓名")[key]: name} | {k[key]: rows[k][0] for k in chosen}


def _order(w: Writer) -> tuple[str, dict[str, Any]]:
    """An order or an invitation in one sentence, and its fields."""
    rng = w.rng
    name, thing, n = words.person(rng, w.zh), w.pick(words.THINGS)[w.zh], rng.randrange(2, 90)
    day, where = w.pick(words.DAYS)[w.zh], w.pick(words.PLACES)[w.zh]
    if rng.random() < 0.5:
        price = rng.randrange(2, 900)
        text = w.words("[{n} ordered {k} {t}s for {p} coins on {d}.|On {d}, {n} bought {k} {t}s and paid {p} coins.|{n} wants {k} {t}s, {p} coins in all, by {d}.|{k} {t}s for {n} on {d}, at {p} coins.|An order came on {d}: {n}, {k} {t}s, {p} coins.]", "[{n}{d}订了{k}个{t}，一共{p}元。|{d}，{n}买了{k}个{t}，付了{p}元。]", n=name, k=n, t=thing, p=price, d=day)  # fmt: skip
        return text, {"customer": name, "product": thing, "quantity": n, "price": price, "day": day}
    time = f"{rng.randrange(7, 22)}:{rng.choice(('00', '15', '30', '45'))}"
    text = w.words("[{n} meets us at the {p} on {d} at {t}.|We see {n} on {d} at {t} at the {p}.|The meeting with {n} is at the {p}, {d}, {t}.|At {t} on {d} {n} waits at the {p}.|{n} will be at the {p} at {t}, {d}.|On {d} we go to the {p} at {t} with {n}.]", "[{n}{d}{t}在{p}和我们见面。|我们{d}{t}在{p}见{n}。]", n=name, p=where, d=day, t=time)  # fmt: skip
    return text, {"person": name, "place": where, "day": day, "time": time}


def extract(w: Writer) -> list[Message]:
    """Named fields of a text as JSON; what the text doesn't say is null."""
    rng = w.rng
    text, fields = _person(w) if rng.random() < 0.6 else _order(w)
    keys = rng.sample(list(fields), rng.randrange(1, len(fields) + 1))
    if rng.random() < 0.1:
        extra = w.pick(words.FIELDS)[0]
        keys += [extra] if extra not in fields else []
    row = _row(w, keys)
    ask = w.user(
        "[Extract {k} from this text as JSON|Extract {k} as JSON|Give me {k} from the text in JSON|Make JSON with the keys {k} from this|Return JSON with {k}|Find {k} in this and write JSON|Take {k} from this text, as JSON|As JSON, {k} of this text|Read this and give {k} in JSON|Fill a JSON object with {k}|JSON ({k})|Which {k} are in this text? Answer in JSON|[I want|I need|Just|Only|Please give|Produce|Output|Show me|Collect|Write out|Get me] {k} [as JSON|in JSON|as a JSON object|in a JSON object]|JSON of {k} from this|[A|One] JSON object with {k}][:|:\n|. Text:|. Here it is:|, please:] {t}"
        if rng.random() < 0.6 else "{t}\n\n[Extract {k} as JSON.|Give me {k} as a JSON object.|JSON with {k}, please.|Return a JSON object with {k}.|Put {k} into JSON.|Write {k} as JSON.|{k} in JSON|As JSON: {k}|From this text I need {k} as JSON.|Make a JSON object of {k}.|[I want|I need|Just|Only|Please give|Produce|Output|Show me|Now] {k} [as JSON|in JSON|as a JSON object][.|, please.|]]",
        "[从这段文字中提取 {k}，用 JSON 表示|提取 {k}，输出 JSON|用 JSON 给出 {k}|找出 {k}，写成 JSON|JSON，字段为 {k}|把 {k} 写成 JSON|把{k}整理成 JSON|将{k}转为 JSON|我要{k}的 JSON|只要{k}，写成 JSON|读一读，给出{k}的 JSON]：{t}" if rng.random() < 0.6 else "{t}\n\n[提取 {k}，输出 JSON。|用 JSON 给出 {k}。|{k} 的 JSON|把{k}写成 JSON。|请用 JSON 写出{k}。]", k=row, t=text)  # fmt: skip
    out = [ask, _object(fields, keys)]
    for _ in range(rng.choice((0, 0, 1, 2))):  # asked again of the same text: the reading is paid once
        keys = rng.sample(list(fields), rng.randrange(1, len(fields) + 1))
        out += [
            w.user("[Now|And|Next|Now only|And just|Also] {k}[, as JSON| in JSON||, please][.|]", "[现在|再|只要] {k}[，JSON|，用 JSON|][。|]", k=_row(w, keys)),
            _object(fields, keys),
        ]  # fmt: skip
    return out


def _row(w: Writer, keys: list[str]) -> str:
    """The names of fields as a user lists them."""
    if len(keys) > 1 and w.rng.random() < 0.3:
        return (("、", "和") if w.zh else (", ", " and "))[0].join(keys[:-1]) + ("和" if w.zh else " and ") + keys[-1]
    return w.pick((", ", "、") if w.zh else (", ", ", ", ",", " / ")).join(keys)


def _object(fields: dict[str, Any], keys: list[str]) -> Message:
    return {"role": "assistant", "content": json.dumps({k: fields.get(k) for k in keys}, ensure_ascii=False)}


def _things(w: Writer, low: int, high: int) -> list[str]:
    out = dict.fromkeys(words.anything(w.rng, w.zh) if w.rng.random() < 0.5 else w.pick(words.THINGS + words.FRUITS)[w.zh] for _ in range(w.rng.randrange(low, high)))  # fmt: skip
    return list(out)


def listed(w: Writer) -> list[Message]:
    """The things of a sentence as a list: with dashes, with numbers, as JSON, joined in another way."""
    items = _things(w, 2, 8)
    last = "和" if w.zh else " and "
    row = (("、" if w.zh else ", ").join(items[:-1]) + last if len(items) > 1 else "") + items[-1]
    text = w.words("[I need {x}.|We have {x}.|Please buy {x}.|On the table are {x}.|{x}|My list: {x}.]", "[我需要{x}。|我们有{x}。|请买{x}。|{x}|桌子上有{x}。]", x=row)  # fmt: skip
    forms: list[tuple[tuple[str, str], str]] = [
        (("[Write this as a list|Make a bullet list of this|As a bulleted list|List the items|Put the items in a list|Bullet points, please|Make bullets of this|Give me this as bullet points|List with dashes]", "[列成清单|写成列表|把这些列出来]"), "\n".join(f"- {x}" for x in items)),
        (("[Make a numbered list|Number the items|As a numbered list|List the items with numbers|Put numbers before the items|An enumerated list of this]", "[列成编号列表|给这些编号|用编号列出]"), "\n".join(f"{i}. {x}" for i, x in enumerate(items, 1))),
        (("[Give me the items as a JSON array|As a JSON list|Write the items as a JSON array]", "[写成 JSON 数组|用 JSON 数组表示]"), json.dumps(items, ensure_ascii=False)),
        (("[Write the items one per line|One item a line|Put each item on its own line]", "[每行写一个|一行一个]"), "\n".join(items)),
        (("[Join the items with semicolons|Separate the items by semicolons]", "[用分号隔开]"), "; ".join(items)),
    ]  # fmt: skip
    order, done = w.pick(forms)
    return [w.user(f"{order[0]}[:|:\n] {{t}}", f"{order[1]}：{{t}}", t=text), {"role": "assistant", "content": done}]


def unique(w: Writer) -> list[Message]:
    """Each item once, or the n-th one, or those in both lists."""
    rng = w.rng
    items = _things(w, 3, 8)
    gap = "、" if w.zh else ", "
    if rng.random() < 0.5:
        row = [*items, *rng.sample(items, rng.randrange(1, len(items)))]
        rng.shuffle(row)
        ask = w.user(
            "[Remove the duplicates|Remove duplicates|Keep each item once|Delete repeated items|No item twice, please|Each only once|Take out what comes twice|Write each item just once|Dedupe this|Strip the repeats|Without repeats][ from this| in this list||][:|:\n] {t}",
            "[去掉重复的|删除重复项|每个只留一次|去重|不要重复的]：{t}",
            t=gap.join(row),
        )
        return [ask, {"role": "assistant", "content": gap.join(dict.fromkeys(row))}]
    i = rng.randrange(len(items))
    nth = (("first", "second", "third", "fourth", "fifth", "sixth", "seventh")[i], f"第{'一二三四五六七'[i]}")
    ask = w.user(
        "[What is the {i} item|Give me the {i} item|Which item is {i}|Tell me the {i} one|What comes {i}|Which one is at the {i} place|Name the {i} item|The {i} item, please|What is in {i} place|Pick the {i} one][ in this list| here||][:|?] {t}",
        "[{i}个是什么|{i}项是什么|告诉我{i}个|选出{i}个]？{t}",
        i=nth,
        t=gap.join(items),
    )
    return [ask, {"role": "assistant", "content": items[i]}]


_NEWS = (
    ("{n} opened a new {p} in {c} on {d}.", "{n}{d}在{c}开了一家新的{p}。"), ("{n} won the race in {c} on {d}.", "{n}{d}在{c}赢得了比赛。"),
    ("{n} lost a {t} at the {p} on {d}.", "{n}{d}在{p}丢了一个{t}。"), ("{n} found an old {t} in the {p}.", "{n}在{p}发现了一个旧{t}。"),
    ("The {p} of {c} will be closed on {d}.", "{c}的{p}{d}关闭。"), ("{n} moved from {c} to {e}.", "{n}从{c}搬到了{e}。"),
    ("{n} sold {k} {t}s at the market.", "{n}在市场卖了{k}个{t}。"), ("{n} will visit {c} on {d}.", "{n}{d}将访问{c}。"),
)  # fmt: skip
_MORE = (
    "[The news spread quickly.|Many people came to see it.|The neighbours were very glad.|It was the talk of the town.|People had waited for this for a long time.|There was music, and the children danced.|Nobody had expected it.|A small crowd gathered in the street.|The evening ended with a long dinner.]",
    "[消息很快传开了。|很多人来看。|邻居们都很高兴。|大家等这一天已经很久了。|孩子们跳起了舞。|没有人想到会这样。|街上聚集了一些人。|晚上大家一起吃了饭。]",
)


def summary(w: Writer) -> list[Message]:
    """One sentence that holds what happened, among others that don't."""
    rng = w.rng
    text = w.words(*w.pick(_NEWS), n=words.person(rng, w.zh), p=w.pick(words.PLACES), c=w.pick(words.CITIES), e=words.invented(rng).capitalize(), d=w.pick(words.DAYS),
                   t=w.pick([t for t in words.THINGS if t[0][0] not in "aeiou"]), k=rng.randrange(2, 60))  # fmt: skip
    more = list(dict.fromkeys(w.words(*_MORE) for _ in range(rng.randrange(1, 5))))
    whole = ("" if w.zh else " ").join([text, *more])
    ask = w.user("[Summarise this text in one sentence|Summarize this|Sum this up in one sentence|Give me a one-sentence summary|What happened, in one sentence|Shorten this to one sentence|Tell me the main point|The gist of this|Summary, please|What is the news here][:|:\n|?] {t}" if rng.random() < 0.7 else "{t}\n\n[Summarise this.|Summarize in one sentence.|Sum it up.]",
                 "[用一句话总结|总结一下|概括这段话]：{t}", t=whole)  # fmt: skip
    return [ask, {"role": "assistant", "content": text}]


_ORDERS = (
    ("send me the {t}", "把{t}发给我"), ("give me a {t}", "给我一个{t}"), ("open the {t}", "打开{t}"), ("come to the {p} at {k}", "{k}点来{p}"), ("call {n}", "给{n}打电话"),
    ("wait at the {p}", "在{p}等"), ("bring {k} {t}s", "带{k}个{t}来"), ("clean the {p}", "打扫{p}"), ("help {n} with the {t}", "帮{n}处理{t}"), ("meet {n} at the {p}", "在{p}见{n}"),
)  # fmt: skip


def polite(w: Writer) -> list[Message]:
    """An order made polite, or a question, or another's words told."""
    rng = w.rng
    text = w.words(
        *w.pick(_ORDERS),
        n=words.person(rng, w.zh),
        p=w.pick(words.PLACES),
        t=w.pick(words.OBJECTS),
        k=rng.randrange(2, 12),
    )
    said = text[0].upper() + text[1:] + ("。" if w.zh else rng.choice((".", "!")))
    match rng.randrange(3):
        case 0:
            return [w.user("[Make this polite|Rewrite this politely|Say this more politely|Rewrite in a friendlier way|A polite version of this, please|How do I say this politely|Put it politely|Turn this into a polite request|Make it sound kinder][:|:\n] {t}", "[说得礼貌一点|改得客气一些|礼貌地改写]：{t}", t=said),
                    w.reply("Could you please {t}?", "请您{t}，好吗？", t=text)]  # fmt: skip
        case 1:
            return [w.user("[Make this shorter|Rewrite this as an order|Say this directly][:|:\n] {t}", "[说得直接一点|改成命令]：{t}", t=w.words("Could you please {t}?", "请您{t}，好吗？", t=text)),
                    {"role": "assistant", "content": text[0].upper() + text[1:] + ("。" if w.zh else ".")}]  # fmt: skip
        case _:
            name = words.person(rng, w.zh)
            return [w.user("[Write this as something {n} said|Report this as the words of {n}|Put this in the mouth of {n}][:|:\n] {t}", "[写成{n}说的话|转述成{n}的话]：{t}", t=said, n=name),
                    w.reply('{n} said: "{t}"', "{n}说：“{t}”", n=name, t=said)]  # fmt: skip


FAMILIES = {
    "extract": (extract, 20), "listed": (listed, 6), "unique": (unique, 12), "summary": (summary, 5), "polite": (polite, 4),
}  # fmt: skip
