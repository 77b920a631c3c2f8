"""Named fields of a text as JSON: in how many ways they are asked for, and the object or the array that answers."""

import json
from typing import Any

from training import record_asks, record_styles, scenes
from training.bank import records
from training.writer import Message, Writer

# What comes before the text, behind it, and on both sides of it; {k} are the keys, {t} is the text, {j} is "JSON".
# fmt: off
_BEFORE = (
    "[Extract {k} from this text as {j}|Extract {k} as {j}|Give me {k} from the text in {j}|Make {j} with the keys {k} from this|Return {j} with {k}|Find {k} in this and write {j}|Take {k} from this text, as {j}|As {j}, {k} of this text|Read this and give {k} in {j}|Fill a {j} object with {k}|{j} ({k})|Which {k} are in this text? Answer in {j}|[I want|I need|Just|Only|Please give|Produce|Output|Show me|Collect|Write out|Get me] {k} [as {j}|in {j}|as a {j} object]|{j} of {k} from this|[A|One] {j} object with {k}"
    "|Pull {k} out of the following and return {j}|What are {k} here? Only {j}|{j} only, keys {k}|{j} with these fields: {k}. Text|Fields: {k}. Format: {j}. Text|Convert this sentence to {j} with the keys {k}|Turn the text below into {j} using {k} as keys|Your answer must be {j} with {k}|Respond with a {j} object that has {k}|From the next line, get {k} as {j}|Parse this into {j} ({k})|Summarise the facts as {j} with {k}|The following text holds {k}; write them as {j}|Could you put {k} into {j} for me|Reply with nothing but {j}, keys: {k}|Please read this and fill in {k}, as {j}|Use the keys {k} and give me {j} for this|Tell me {k} as {j}, no other words|I'd like a {j} object holding {k} for this text|{j}, please. Keys: {k}. Text|Keys: {k}. Make {j} of this|Go through this and note {k} in {j}|Data to {j}, with {k}|Structure this as {j} with {k}|Translate this into {j}; the keys are {k}|Identify {k}; output {j}]"
    "[:|:\n|:\n\n|. Text:|. Here it is:|, please:|\n|\n\n|.| -] [{t}|{t}|{t}|\"{t}\"|“{t}”|<<{t}>>]",
    "[从这段文字中提取 {k}，用 {j} 表示|提取 {k}，输出 {j}|用 {j} 给出 {k}|找出 {k}，写成 {j}|{j}，字段为 {k}|把 {k} 写成 {j}|把{k}整理成 {j}|将{k}转为 {j}|[把|将]{k}[提取为|抽取成|转换成|变成|列成|做成|输出成|改成|取出来，写成|提出来，做成] {j}|我要{k}的 {j}|只要{k}，写成 {j}|读一读，给出{k}的 {j}"
    "|请根据下文填写{k}，只输出{j}|只输出{j}，键为{k}|以{j}格式返回{k}|请用{k}作为键，生成{j}|下面这句话里的{k}是什么？用{j}回答|键：{k}。格式：{j}。文本|帮我把下面的内容变成{j}，包含{k}|解析这句话，得到{k}，输出{j}|请抽取{k}，结果用{j}|需要的字段：{k}。请输出{j}。原文|从下面的文字里找{k}，不要说别的，只给{j}|给我一个{j}对象，里面有{k}|请返回{j}，含{k}|阅读后用{j}写出{k}|把这句话转换成带有{k}的{j}|信息提取（{k}），{j}格式]"
    "[：|：\n|：\n\n|。|\n|，原文：][{t}|{t}|{t}|“{t}”|「{t}」]",
)
_BEHIND = (
    "[{t}|{t}|{t}|\"{t}\"|Text: {t}|Here is a text: {t}|Read this: {t}][\n\n|\n| ][Extract {k} as {j}.|Give me {k} as a {j} object.|{j} with {k}, please.|Return a {j} object with {k}.|Put {k} into {j}.|Write {k} as {j}.|{k} in {j}|As {j}: {k}|From this text I need {k} as {j}.|Make a {j} object of {k}.|[I want|I need|Just|Only|Please give|Produce|Output|Show me|Now] {k} [as {j}|in {j}|as a {j} object][.|, please.|]"
    "|What are {k} here? Only {j}.|Which are {k}? Answer with {j} only.|Turn that into {j} with the keys {k}.|Keys: {k}. Format: {j}.|{j} only: {k}|{j}, fields {k}|Please answer in {j} and use the keys {k}.|Convert the above to {j} with {k}.|Now fill in {k} as {j}.|Pull out {k}, {j} please.|Say that in {j}, with {k}.|{j} please: {k}|The fields I want are {k}; the format is {j}.|Read {k} off this and write {j}.|Can you give that as {j} with {k}?|Reply in {j} with {k} and nothing else.|How would {k} of this look as {j}?]",
    "[{t}|{t}|{t}|“{t}”|文本：{t}|原文：{t}][\n\n|\n|][提取 {k}，输出 {j}。|用 {j} 给出 {k}。|{k} 的 {j}|把{k}写成 {j}。|请用 {j} 写出{k}。|只输出{j}，键为{k}。|请从上文提取{k}，以{j}格式返回。|这里的{k}是什么？只要{j}。|根据上面的话填{k}，用{j}。|把上面的内容转成{j}，包括{k}。|字段：{k}。格式：{j}。|我要{k}，{j}格式。|输出{j}，只含{k}。|请整理成{j}，键是{k}。|以{j}形式写出其中的{k}。|用{k}作为键，给我{j}。]",
)
_AROUND = (
    "[Here is a text|Read this|I have this note|This came in today|A short text|Somebody wrote this|In this message]: [{t}|\"{t}\"][\n| ][I need {k} from it as {j}.|Please write {k} of it as {j}.|What it says about {k}, as {j}, please.|Make {j} from it, keys {k}.|Give {k} as {j}.|Only {j} with {k}, please.]",
    "[看这段话|读一下|我收到一条消息|有一段文字|这是一条记录]：[{t}|“{t}”][\n|][请把其中的{k}写成{j}。|我要{k}的{j}。|请用{j}写出{k}。|只输出含{k}的{j}。|请提取{k}，返回{j}。]",
)
# A form to fill in takes the place of the keys.
_FORM = (
    "[[Fill in this {j}|Fill this in|Complete this {j} from the text|Use this form|Answer in this form|Write {j} like this|Take this {j} and fill it in|Follow this format|Output format]: {k}[\n|\nText: |\n\n]{t}|{t}[\n|\n\n][Fill in|Fill this in:|As {j} like this:|Write it like this:|In the form|Complete:|Answer with] {k}|From this text fill in {k}[:|:\n] {t}|{k}\nFill it in from this: {t}]",
    "[[请填写|按这个格式输出|照这个样子写|用这个{j}模板|格式如下|请补全]：{k}[\n|\n文本：|\n\n]{t}|{t}[\n|\n\n][请填写|按这个格式：|写成|补全：]{k}|根据下文填写{k}[：|：\n]{t}]",
)
_AGAIN = (
    "[Now|And|Next|Now only|And just|Also|Then|This time|Once more, but only|And what about|The same for|Same text, but|Now give me|I also need|From the same text] {k}[, as {j}| in {j}||, please|, only {j}][.|]",
    "[现在|再|只要|还要|这次只要|接着写|同一段文字，|再给我|换成]{k}[，{j}|，用 {j}|，只输出{j}|][。|]",
)
# A text that was given a turn before.
_READ = ("[I'll paste a text first|Here is something to read|Please read this first|This came by mail|A text for you|Take a look at this|Something to work on]:\n[\n|]{t}", "[先看这段文字|请先读一下|这是刚收到的|给你一段文字|看看这个|先读这个]：\n[\n|]{t}")
_LATER = (
    "[Now extract {k} as JSON.|Please give me {k} as JSON.|Write JSON with {k}.|What are {k}? Answer in JSON.|As JSON: {k}|JSON of it with {k}, please.|Put {k} of that text into JSON.|I need {k} from it in JSON.|Now make a JSON object with the keys {k}.|Turn what you read into JSON with {k}.|From that, {k} as JSON.|The JSON should hold {k}.]",
    "[请提取{k}，用 JSON。|把{k}写成 JSON。|写一个含{k}的 JSON。|{k}是什么？用 JSON 回答。|用 JSON 给出{k}。|从刚才的文字里取{k}，输出 JSON。|我要其中的{k}，JSON 格式。|把读到的内容转成 JSON，键为{k}。]",
)
# The last object, changed.
_DROP = ("[Drop {k}.|The same without {k}.|Remove {k} from the object.|Take {k} out again.|I don't need {k}, so without it.|Leave {k} out this time.]", "[去掉{k}。|不要{k}，其他不变。|删掉{k}这个键。|同样的，但不含{k}。|{k}不用了，拿掉。]")
_ADD = ("[Add {k} to it.|Add {k} at the end.|Put {k} in as well, behind the others.|The same, with {k} added.|Add one more key: {k}.|Extend the object by {k}.]", "[在后面加上{k}。|再加一个键：{k}。|对象里补上{k}，放在最后。|其余不变，加上{k}。]")
_CALL = ("[Call {k} {n} instead.|Rename {k} to {n}.|The key {k} should be called {n}.|Same object, but {n} instead of {k} as the key.|Change the key {k} into {n}.]", "[把键{k}改名为{n}。|{k}改成{n}，其他不变。|键{k}应该叫{n}。|对象不变，只把键{k}换成{n}。]")
# fmt: on


def _listing(w: Writer, keys: list[str]) -> str:
    """The names of fields as a user lists them; an article or a quote is no part of a key."""
    rng = w.rng
    luck = rng.random()
    if luck < 0.3:
        mark = ""
    elif luck < 0.42 and not w.zh and all("_" not in k and k.islower() for k in keys):
        mark = "the "
    else:
        mark = rng.choice(("", "", "", '"', "`", "'", "“"))
    end = {"the ": "", "“": "”"}.get(mark, mark)
    names = [f"{mark}{k}{end}" for k in keys]
    if w.zh:
        count, both, ands = f"{'零一两三四五六七八九十'[min(len(keys), 10)]}个", "和", ("和", "、", "以及", "与")
    else:
        count, both, ands = str(len(keys)), " and ", (" and ", " and ", ", ", " and also ")
    if len(keys) > 1 and rng.random() < 0.5:
        row = (("、" if w.zh else ", ").join(names[:-1])) + rng.choice(ands) + names[-1]
    else:
        gaps = ("、", "，", ", ", ",", " / ") if w.zh else (", ", ", ", ", ", ",", " / ", "; ")
        row = rng.choice(gaps).join(names) if rng.random() < 0.9 or len(keys) != 2 else both.join(names)
    if rng.random() < 0.08 and len(keys) > 1:
        return f"{row}（{count}字段）" if w.zh else f"{row} ({count} fields)"
    return row


def _form(w: Writer, keys: list[str], values: dict[str, Any]) -> str:
    """An object whose values are still to be told."""
    match w.rng.randrange(5):
        case 0:
            return "{" + ", ".join(f'"{k}": ...' for k in keys) + "}"
        case 1:
            return "{" + ", ".join(f'"{k}": ' for k in keys).rstrip() + "}"
        case 2:
            return json.dumps(dict.fromkeys(keys, "?"), ensure_ascii=False)
        case _:
            empty = {k: False if v is True or v is False else 0 if isinstance(v, (int, float)) else "" for k, v in ((k, values.get(k)) for k in keys)}  # fmt: skip
            return json.dumps(empty, ensure_ascii=False)


def answer(values: dict[str, Any], keys: list[str]) -> Message:
    """The object that holds `keys` in their order; what isn't told is null."""
    return {"role": "assistant", "content": json.dumps({k: values.get(k) for k in keys}, ensure_ascii=False)}


def _names(w: Writer, record: records.Record) -> list[str]:
    """What each field, told or lacking, is called in this conversation."""
    chinese = w.zh and w.rng.random() < 0.7
    fields = [*record.values, *record.lacking]
    keys = [record.keys[f][chinese].split("|") for f in fields]
    # A key that would fit two fields of one text asks for neither.
    free = [[k for k in mine if sum(k in other for other in keys) == 1] for mine in keys]
    names = [w.pick(mine) if mine else f for f, mine in zip(fields, free, strict=True)]
    return record_asks.cased(w.rng, names) if record.kind else names


def _quoted(w: Writer, key: str) -> str:
    mark = w.pick(('"', '"', "`", "'", ""))
    return f"{mark}{key}{mark}"


def _types(w: Writer, values: dict[str, Any]) -> dict[str, type]:
    """What each value is; a whole number may as well be called a number."""
    whole = w.rng.random() < 0.6
    return {k: float if type(v) is int and not whole else type(v) for k, v in values.items()}


def _plain(w: Writer, text: str) -> tuple[str, str]:
    """Where the request stands; behind a text on the same line only if one sees where the text ends."""
    return w.pick((_BEFORE, _BEHIND, _BEFORE, _BEHIND, _AROUND) if text[-1] in ".!?。！？" else (_BEFORE,))


def _wanted(w: Writer, record: records.Record, keys: list[str], values: dict[str, Any]) -> Message:
    """A user who wants `keys` of a record, in one of many ways; `values` has one for each key that may be asked."""
    rng, t = w.rng, record.text
    luck = rng.random()
    if luck < 0.09:
        return w.user(*_FORM, k=_form(w, keys, values), t=t, j="JSON")
    if luck < 0.27:
        return w.user(*record_asks.SPELLED, k=record_asks.spelled(w, keys, _types(w, values)), t=t)
    if luck < 0.5:
        return w.user(*record_asks.CHATTY, k=_listing(w, keys), t=t)
    if luck < 0.56:
        return w.user(*record_asks.CHATTY, k=record_asks.typed(w, keys, _types(w, values)), t=t)
    return w.user(*_plain(w, t), k=_listing(w, keys), t=t, j="JSON")


def _changed(w: Writer, last: dict[str, Any], values: dict[str, Any]) -> list[Message]:
    """The object that was answered last, with a key more, a key less or a key of another name."""
    more = [k for k in values if k not in last]
    luck = w.rng.random()
    if luck < 0.4 and more:
        key = w.pick(more)
        return [w.user(*_ADD, k=_quoted(w, key)), record_asks.said({**last, key: values[key]})]
    key = w.pick(list(last))
    if luck < 0.75 and len(last) > 1:
        rest = {k: v for k, v in last.items() if k != key}
        return [w.user(*_DROP, k=_quoted(w, key)), record_asks.said(rest)]
    new = record_asks.renamed(w, [key])[1][0]
    if new in last:
        return []
    ask = w.user(*_CALL, k=_quoted(w, key), n=_quoted(w, new))
    return [ask, record_asks.said({new if k == key else k: v for k, v in last.items()})]


def extract(w: Writer) -> list[Message]:
    """Named fields of a text, asked for once or several times; what the text doesn't say is null."""
    rng = w.rng
    luck = rng.random()
    record = scenes.record(w) if luck < 0.4 else record_styles.told(w) if luck < 0.75 else records.record(w)
    names = _names(w, record)
    values = dict(zip(names, record.values.values(), strict=False))
    absent = names[len(values) :]

    def some() -> list[str]:
        return rng.sample(list(values), min(len(values), rng.choice((1, 2, 2, 2, 3, 3, 4, 5))))

    keys = some()
    if absent and rng.random() < 0.1:
        keys.insert(rng.randrange(len(keys) + 1), rng.choice(absent))
    # A form or a schema says of what type even an absent value would be.
    draws = (
        {f: t.value for f, t in record.kind.fields.items()}
        if record.kind
        else {f: t[2] for f, t in records.FIELDS.items()}
    )
    told = {**{n: draws[f](rng, w.zh) for n, f in zip(absent, record.lacking, strict=True)}, **values}
    if rng.random() < 0.1:
        out = [
            w.user(*_READ, t=record.text),
            w.reply("[I have read it.|OK, what would you like to know?]", "[我读完了。|好的，你想知道什么？]"),
            w.user(*_LATER, k=_listing(w, keys)),
        ]
    else:
        out = [_wanted(w, record, keys, told)]
    out.append(answer(values, keys))
    if rng.random() < 0.15 and set(keys) <= set(values):
        return out + _changed(w, {k: values[k] for k in keys}, values)
    for _ in range(rng.choice((0, 0, 1, 2, 3))):  # asked again of the same text: the reading is paid once
        keys = some()
        out += [w.user(*_AGAIN, k=_listing(w, keys), j="JSON"), answer(values, keys)]
    return out


def gaps(w: Writer) -> list[Message]:
    """The request says what becomes of keys that the text doesn't tell."""
    rng = w.rng
    record = record_styles.told(w)
    names = _names(w, record)
    values = dict(zip(names, record.values.values(), strict=False))
    absent = names[len(values) :]
    keys = rng.sample(list(values), min(len(values), rng.choice((1, 2, 2, 3))))
    keys += rng.sample(absent, min(len(absent), rng.choice((0, 1, 1, 1, 2))))
    rng.shuffle(keys)
    ways = record_asks.CHATTY if rng.random() < 0.25 else _plain(w, record.text)
    ask = w.user(*ways, k=_listing(w, keys), t=record.text, j="JSON")
    shown: dict[str, Any]
    if rng.random() < 0.25:
        rule, shown = w.words(*record_asks.OMIT), {k: values[k] for k in keys if k in values}
    else:
        fill = w.pick((None, None, None, "", "n/a", "unknown", "?", "-", "none") if not w.zh else (None, None, None, "", "无", "未知", "不详", "?"))  # fmt: skip
        rule = w.words(*record_asks.RULES, v=json.dumps(fill, ensure_ascii=False))
        shown = {k: values.get(k, fill) for k in keys}
    ask["content"] = f"{rule}\n{ask['content']}" if rng.random() < 0.4 else f"{ask['content']}\n\n{rule}"
    return [ask, record_asks.said(shown)]


def renamed(w: Writer) -> list[Message]:
    """Fields of a text under names that the user makes up."""
    record = record_styles.told(w)
    fields = w.sample(list(record.values), min(len(record.values), w.pick((1, 2, 2, 3, 4))))
    assert record.kind is not None
    row, new = record_asks.renamed(w, record_styles.labels(w, record.kind, fields))
    ask = w.user(*record_asks.RENAMED, k=row, t=record.text)
    return [ask, record_asks.said({n: record.values[f] for n, f in zip(new, fields, strict=True)})]


def like_this(w: Writer) -> list[Message]:
    """The object that another text of the same kind gave shows what is wanted of this one."""
    record = record_styles.told(w)
    assert record.kind is not None
    fields = w.sample(list(record.values), min(len(record.values), w.pick((2, 2, 3, 4))))
    names = dict(zip([*record.values, *record.lacking], _names(w, record), strict=True))
    other = record_styles.drawn(w.rng, record.kind, fields, w.zh)
    shown = json.dumps({names[f]: other[f] for f in fields}, ensure_ascii=False)
    ask = w.user(*record_asks.SHOWN, x=shown, t=record.text)
    return [ask, record_asks.said({names[f]: record.values[f] for f in fields})]


def several(w: Writer) -> list[Message]:
    """Things of one kind in one text, as an array of objects."""
    text, kind, rows = record_styles.several(w)
    record = records.Record(text, rows[0], (), {f: kind.fields[f].keys for f in rows[0]}, kind)
    names = dict(zip(rows[0], _names(w, record), strict=True))
    fields = w.sample(list(names), min(len(names), w.pick((1, 2, 2, 3, 4))))
    keys = [names[f] for f in fields]
    ask = w.user(*record_asks.ARRAYS, k=_listing(w, keys), t=text, n=(kind.nouns, kind.zh))
    return [ask, record_asks.said([{names[f]: r[f] for f in fields} for r in rows])]


def standing(w: Writer) -> list[Message]:
    """What is wanted is said once, for texts that come one by one."""
    first = record_styles.told(w)
    kind = first.kind
    assert kind is not None
    fields = w.sample(list(first.values), min(len(first.values), w.pick((1, 2, 2, 3))))
    names = dict(zip([*first.values, *first.lacking], _names(w, first), strict=True))
    ask = w.user(*record_asks.STANDING, k=_listing(w, [names[f] for f in fields]), n=(kind.nouns, kind.zh))
    out = [ask, w.reply("OK.", "好的。")]
    for record in (first, *(record_styles.told(w, kind, fields) for _ in range(w.pick((0, 1, 1, 2))))):
        out.append({"role": "user", "content": record.text})
        out.append(record_asks.said({names[f]: record.values[f] for f in fields}))
    return out


FAMILIES = {
    "extract": (extract, 110), "gaps": (gaps, 6), "renamed": (renamed, 5), "like_this": (like_this, 5), "several": (several, 8),
    "standing": (standing, 5),
}  # fmt: skip
