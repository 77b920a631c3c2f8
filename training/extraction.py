"""Named fields of a text as JSON: in how many ways they are asked for, and the object that answers."""

import json
from typing import Any

from training import records
from training.writer import Message, Writer

# What comes before the text, behind it, and on both sides of it; {k} are the keys, {t} is the text, {j} is "JSON".
# fmt: off
_BEFORE = (
    "[Extract {k} from this text as {j}|Extract {k} as {j}|Give me {k} from the text in {j}|Make {j} with the keys {k} from this|Return {j} with {k}|Find {k} in this and write {j}|Take {k} from this text, as {j}|As {j}, {k} of this text|Read this and give {k} in {j}|Fill a {j} object with {k}|{j} ({k})|Which {k} are in this text? Answer in {j}|[I want|I need|Just|Only|Please give|Produce|Output|Show me|Collect|Write out|Get me] {k} [as {j}|in {j}|as a {j} object]|{j} of {k} from this|[A|One] {j} object with {k}"
    "|Pull {k} out of the following and return {j}|What are {k} here? Only {j}|{j} only, keys {k}|{j} with these fields: {k}. Text|Fields: {k}. Format: {j}. Text|Convert this sentence to {j} with the keys {k}|Turn the text below into {j} using {k} as keys|Your answer must be {j} with {k}|Respond with a {j} object that has {k}|From the next line, get {k} as {j}|Parse this into {j} ({k})|Summarise the facts as {j} with {k}|The following text holds {k}; write them as {j}|Could you put {k} into {j} for me|Reply with nothing but {j}, keys: {k}|Please read this and fill in {k}, as {j}|Use the keys {k} and give me {j} for this|Tell me {k} as {j}, no other words|I'd like a {j} object holding {k} for this text|{j}, please. Keys: {k}. Text|Keys: {k}. Make {j} of this|Go through this and note {k} in {j}|Data to {j}, with {k}|Structure this as {j} with {k}|Translate this into {j}; the keys are {k}|Identify {k}; output {j}]"
    "[:|:\n|:\n\n|. Text:|. Here it is:|, please:|\n|\n\n|.| -] [{t}|{t}|{t}|\"{t}\"|“{t}”|<<{t}>>]",
    "[从这段文字中提取 {k}，用 {j} 表示|提取 {k}，输出 {j}|用 {j} 给出 {k}|找出 {k}，写成 {j}|{j}，字段为 {k}|把 {k} 写成 {j}|把{k}整理成 {j}|将{k}转为 {j}|我要{k}的 {j}|只要{k}，写成 {j}|读一读，给出{k}的 {j}"
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
# fmt: on


def _listing(w: Writer, keys: list[str]) -> str:
    """The names of fields as a user lists them; an article or a quote is no part of a key."""
    rng = w.rng
    luck = rng.random()
    if luck < 0.3:
        mark = ""
    elif luck < 0.42 and not w.zh and all("_" not in k for k in keys):
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


def _names(w: Writer, fields: list[str]) -> list[str]:
    """What each field is called in this conversation."""
    chinese = w.zh and w.rng.random() < 0.7
    keys = [records.FIELDS[f][:2][chinese].split("|") for f in fields]
    # A key that would fit two fields of one text asks for neither.
    free = [[k for k in mine if sum(k in other for other in keys) == 1] for mine in keys]
    return [w.pick(mine) if mine else f for f, mine in zip(fields, free, strict=True)]


def extract(w: Writer) -> list[Message]:
    """Named fields of a text, asked for once or several times; what the text doesn't say is null."""
    rng = w.rng
    record = records.record(w)
    lacking = list(record.lacking)
    names = _names(w, [*record.values, *lacking])
    values = dict(zip(names, record.values.values(), strict=False))
    absent = names[len(values) :]

    def some() -> list[str]:
        return rng.sample(list(values), min(len(values), rng.choice((1, 2, 2, 2, 3, 3, 4, 5))))

    keys = some()
    if absent and rng.random() < 0.1:
        keys.insert(rng.randrange(len(keys) + 1), rng.choice(absent))
    if rng.random() < 0.15:
        ask = w.user(*_FORM, k=_form(w, keys, values), t=record.text, j="JSON")
    else:
        ask = w.user(
            *w.pick((_BEFORE, _BEFORE, _BEHIND, _BEHIND, _AROUND)), k=_listing(w, keys), t=record.text, j="JSON"
        )
    out = [ask, answer(values, keys)]
    for _ in range(rng.choice((0, 0, 1, 2, 3))):  # asked again of the same text: the reading is paid once
        keys = some()
        out += [w.user(*_AGAIN, k=_listing(w, keys), j="JSON"), answer(values, keys)]
    return out


FAMILIES = {"extract": (extract, 40)}
