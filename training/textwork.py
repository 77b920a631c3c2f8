"""Small work on a text: lists of it, another tone, a summary."""

import json

from training import extraction, words
from training.bank import texts
from training.writer import Message, Writer


def _things(w: Writer, low: int, high: int) -> list[str]:
    """`low` to `high` draws; fewer things where one came twice, but two at least."""
    out = dict.fromkeys(words.anything(w.rng, w.zh) if w.rng.random() < 0.5 else words.common(w.rng, w.zh) if w.rng.random() < 0.5 else w.pick(words.THINGS + words.FRUITS)[w.zh] for _ in range(w.rng.randrange(low, high)))  # fmt: skip
    return list(out) if len(out) > 1 else _things(w, low, high)


def listed(w: Writer) -> list[Message]:
    """The things of a sentence as a list: with dashes, with numbers, as JSON, joined in another way."""
    items = _things(w, 2, 8)
    last = "和" if w.zh else " and "
    row = (("、" if w.zh else ", ").join(items[:-1]) + last if len(items) > 1 else "") + items[-1]
    text = w.words("[I need {x}.|We have {x}.|Please buy {x}.|On the table are {x}.|{x}|My list: {x}.|Don't forget {x}.|In my bag I found {x}.|Today we saw {x}.|They brought {x}.|To pack: {x}|There is {x}.|For the trip we need {x}.|She put {x} into her basket.|My suitcase holds {x}.|Still missing: {x}|The shop had {x}.|I'm thinking of {x}.|You'll want {x} for that.|What I found: {x}]", "[我需要{x}。|我们有{x}。|请买{x}。|{x}|桌子上有{x}。|别忘了{x}。|包里有{x}。|今天看到了{x}。|他们带来了{x}。|清单：{x}|旅行要带{x}。|她往篮子里放了{x}。|我的箱子里装着{x}。|还缺：{x}|店里有{x}。|我想到了{x}。|找到的东西：{x}]", x=row)  # fmt: skip
    forms: list[tuple[tuple[str, str], str]] = [
        (("[Write this as a list|Make a bullet list of this|As a bulleted list|List the items|Put the items in a list|Bullet points, please|Make bullets of this|Give me this as bullet points|List with dashes|Turn this into bullets|Could you put each item behind a dash|I'd like to see the items as bullets|Make a bulleted list out of the sentence|A Markdown list of the items, please|A dash before each item|One bullet an item|Show the items as bullet points|Itemise this]", "[列成清单|写成列表|把这些列出来|每项前面加一横|做成要点|用短横线列出|改成项目符号列表|用Markdown列表列出来|每样前面加短横线，一行一个]"), "\n".join(f"- {x}" for x in items)),
        (("[Make a numbered list|Number the items|As a numbered list|List the items with numbers|Put numbers before the items|An enumerated list of this|Number these from 1|Could you number the items for me|I'd like the items with 1., 2., 3. in front|Turn the sentence into a numbered list|List these as 1., 2. and so on|Give every item a number]", "[列成编号列表|给这些编号|用编号列出|从1开始编号|每项前面写上数字|按1. 2. 3.列出来|变成带编号的清单]"), "\n".join(f"{i}. {x}" for i, x in enumerate(items, 1))),
        (("[Give me the items as a JSON array|As a JSON list|Write the items as a JSON array|Put the items in a JSON array|A JSON array of the things here|Only the items, as JSON array]", "[写成 JSON 数组|用 JSON 数组表示|把物品放进JSON数组|输出JSON数组]"), json.dumps(items, ensure_ascii=False)),
        (("[Write the items one per line|One item a line|Put each item on its own line|A new line for each item|Each on a line of its own|Split the items into lines|Could you put every item on a new line|I want each item alone on its line|Stack the items one below the other]", "[每行写一个|一行一个|每个单独一行|分行写|每样东西占一行|一行列一个]"), "\n".join(items)),
        (("[Join the items with semicolons|Separate the items by semicolons|Semicolons between the items|Write the items with semicolons]", "[用分号隔开|中间用分号|用分号连接]"), "; ".join(items)),
    ]  # fmt: skip
    order, done = w.pick(forms)
    return [
        w.user(
            f"[{order[0]}[:|:\n] {{t}}|{{t}}\n[\n|]{order[0]}.]",
            f"[{order[1]}[：|：\n]{{t}}|{{t}}\n{order[1]}。]",
            t=text,
        ),
        {"role": "assistant", "content": done},
    ]


def unique(w: Writer) -> list[Message]:
    """Each item once, or the n-th one, or those in both lists."""
    rng = w.rng
    items = _things(w, 3, 8)
    gap = "、" if w.zh else ", "
    if rng.random() < 0.5:
        row = [*items, *rng.sample(items, rng.randrange(1, len(items)))]
        rng.shuffle(row)
        ask = w.user(
            "[{t}\n[Each only once, please.|Remove the duplicates.|No repeats.|Now without doubles.]|My list is {t}. [Keep each item once.|Take out the repeats.]|[Some of these come twice, write each once|Clean this of doubles|Only different items|Each item a single time|Get rid of the doubles|Drop what was already said|What is left without the repeats|Remove the duplicates|Remove duplicates|Keep each item once|Delete repeated items|No item twice, please|Each only once|Take out what comes twice|Write each item just once|Dedupe this|Strip the repeats|Without repeats][ from this| in this list||][:|:\n] {t}]",
            "[[去掉重复的|删除重复项|每个只留一次|去重|不要重复的|有些写了两次，只留一个|把重复的删掉|每样只写一遍|请清除重复内容|只留不同的][：|：\n]{t}|{t}\n[去掉重复的。|每个只写一次。|请去重。]|我的列表是{t}，请去掉重复的。]",
            t=gap.join(row),
        )
        return [ask, {"role": "assistant", "content": gap.join(dict.fromkeys(row))}]
    i = rng.randrange(len(items))
    nth = (("first", "second", "third", "fourth", "fifth", "sixth", "seventh")[i], f"第{'一二三四五六七'[i]}")
    ask = w.user(
        "[{t}\n[Which is the {i}?|The {i} one, please.|What is in {i} place?]|What is the {i} item in {t}?|Of {t}, which one is {i}?|My list is {t}. What is the {i} one?|[Only the {i} item|Read out the {i}|Say the {i} entry|I want the {i} one|What is the {i} item|Give me the {i} item|Which item is {i}|Tell me the {i} one|What comes {i}|Which one is at the {i} place|Name the {i} item|The {i} item, please|What is in {i} place|Pick the {i} one][ in this list| here||][:|?] {t}]",
        "[[{i}个是什么|{i}项是什么|告诉我{i}个|选出{i}个|{i}个是哪一个|只说{i}个|{i}项写的是什么][？|：]{t}|{t}\n[{i}个是什么？|{i}项呢？]|{t}，{i}个是哪个？]",
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
    if rng.random() < 0.25:
        return _sentences(w, [text, *more])
    if rng.random() < 0.5:
        return [w.user(*texts.SUMMED_UP, t=whole), {"role": "assistant", "content": text}]
    ask = w.user("[Summarise this text in one sentence|Summarize this|Sum this up in one sentence|Give me a one-sentence summary|What happened, in one sentence|Shorten this to one sentence|Tell me the main point|The gist of this|Summary, please|What is the news here][:|:\n|?] {t}" if rng.random() < 0.7 else "{t}\n\n[Summarise this.|Summarize in one sentence.|Sum it up.]",
                 "[用一句话总结|总结一下|概括这段话]：{t}", t=whole)  # fmt: skip
    return [ask, {"role": "assistant", "content": text}]


def _sentences(w: Writer, row: list[str]) -> list[Message]:
    """The first or the last sentence of a text, or how many there are; unroughened, since it is copied to its end."""
    row = w.sample(row, len(row))
    whole = ("" if w.zh else " ").join(row)
    if len(row) > 1 and w.rng.random() < 0.3:
        ask = w.user(*texts.SENTENCE_COUNT, t=whole)
        return [ask, w.reply("There are {n} sentences.", "有{n}句。", n=len(row))]
    en, zh, at = w.pick(texts.SENTENCE_PARTS)
    return [{"role": "user", "content": w.words(en, zh, t=whole)}, {"role": "assistant", "content": row[at]}]


def times_over(w: Writer) -> list[Message]:
    """A word some times in a row, or on as many lines."""
    k = w.rng.randrange(2, 8)
    x = words.anything(w.rng, w.zh) if w.rng.random() < 0.5 else w.pick(w.pick(words.LISTS))[w.zh]
    lines = w.rng.random() < 0.35
    said = ("two three four five six seven".split()[k - 2], "两三四五六七"[k - 2]) if w.rng.random() < 0.5 else (k, k)
    ask = w.user(*(texts.ON_LINES if lines else texts.TIMES), x=x, k=said)
    return [ask, {"role": "assistant", "content": ("\n" if lines else " ").join([x] * k)}]


def word_parts(w: Writer) -> list[Message]:
    """The first, second or last word of a row."""
    row = [words.anything(w.rng, False).split()[0] for _ in range(w.rng.randrange(2, 9))]
    en, zh, at = w.pick(texts.WORD_PARTS)
    return [w.user(en, zh, t=" ".join(row)), {"role": "assistant", "content": row[at]}]


def around(w: Writer) -> list[Message]:
    """Marks put around a text or at its end."""
    order = w.words(*w.pick(_ORDERS), n=words.person(w.rng, w.zh), p=w.pick(words.PLACES), t=w.pick(words.OBJECTS), k=w.rng.randrange(2, 12))  # fmt: skip
    row = " ".join(words.strange(w.rng, w.zh) for _ in range(w.rng.randrange(1, 4)))
    text = w.pick((order[0].upper() + order[1:], row))
    en, zh, left, right = w.pick(texts.AROUND)
    return [w.user(en, zh, t=text), {"role": "assistant", "content": left + text + right}]


_ORDERS = (
    ("send me the {t}", "把{t}发给我"), ("give me a {t}", "给我一个{t}"), ("open the {t}", "打开{t}"), ("come to the {p} at {k}", "{k}点来{p}"), ("call {n}", "给{n}打电话"),
    ("wait at the {p}", "在{p}等"), ("bring {k} {t}s", "带{k}个{t}来"), ("clean the {p}", "打扫{p}"), ("help {n} with the {t}", "帮{n}处理{t}"), ("meet {n} at the {p}", "在{p}见{n}"),
    ("close the {t}", "关上{t}"), ("show {n} the {t}", "给{n}看{t}"), ("put the {t} in the {p}", "把{t}放到{p}"), ("wake me at {k}", "{k}点叫醒我"), ("be quiet at the {p}", "在{p}保持安静"),
    ("leave the {p} by {k}", "{k}点前离开{p}"), ("bring {n} the {t}", "把{t}拿给{n}"), ("fetch {n} from the {p}", "去{p}接{n}"), ("write to {n} about the {t}", "给{n}写信说说{t}"), ("pay for the {t}", "付{t}的钱"),
    ("repair the {t}", "修理{t}"), ("tell {n} about the {t}", "跟{n}说说{t}"), ("look for the {t} in the {p}", "在{p}找{t}"), ("order {k} {t}s", "订{k}个{t}"), ("return the {t} to {n}", "把{t}还给{n}"),
    ("stop at the {p}", "在{p}停一下"), ("move the {t} to the {p}", "把{t}搬到{p}"), ("ask {n} about the {p}", "问问{n}{p}的事"), ("take {n} to the {p}", "带{n}去{p}"),
    ("start at {k}", "{k}点开始"), ("let {n} have the {t}", "让{n}用{t}"), ("keep the {t} for {n}", "给{n}留着{t}"), ("check the {t} at {k}", "{k}点检查{t}"), ("sell the {t} to {n}", "把{t}卖给{n}"),
)  # fmt: skip


def _manners(w: Writer, text: str, said: str) -> list[Message]:
    """The order `text`, said so: as a request, plainly, forbidden, or told as somebody's words."""
    match w.rng.randrange(4):
        case 0:
            return [w.user(*texts.POLITE, t=said), w.reply("Could you please {t}?", "请您{t}，好吗？", t=text)]
        case 1:
            asked = w.words("Could you please {t}?", "请您{t}，好吗？", t=text)
            return [w.user(*texts.DIRECT, t=asked), w.reply("{t}.", "{t}。", t=text)]
        case 2:
            return [w.user(*texts.FORBID, t=said), w.reply("Don't {t}.", "别{t}。", t=text)]
        case _:
            name = words.person(w.rng, w.zh)
            # Unroughened: the end of what is quoted must stay as it is.
            ask = {"role": "user", "content": w.words(*texts.SAID_BY, t=said, n=name)}
            return [ask, w.reply('{n} said: "{t}"', "{n}说：“{t}”", n=name, t=said)]


def order(w: Writer) -> str:
    """What somebody is told to do."""
    return w.words(
        *w.pick(_ORDERS),
        n=words.person(w.rng, w.zh),
        p=w.pick(words.PLACES),
        t=w.pick(words.OBJECTS),
        k=w.rng.randrange(2, 12),
    )


def polite(w: Writer) -> list[Message]:
    """An order made polite, or a question, or another's words told."""
    rng = w.rng
    text = order(w)
    said = text[0].upper() + text[1:] + ("。" if w.zh else rng.choice((".", "!")))
    if rng.random() < 0.57:
        return _manners(w, text, said)
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
    **extraction.FAMILIES, "listed": (listed, 6), "unique": (unique, 9), "summary": (summary, 7), "polite": (polite, 7),
    "times_over": (times_over, 4), "word_parts": (word_parts, 3), "around": (around, 4),
}  # fmt: skip
