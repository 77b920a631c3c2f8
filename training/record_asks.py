"""How an object is described that somebody wants: keys with types, a schema, a class, an example, other names for the keys."""

import json
from collections.abc import Sequence
from random import Random
from typing import Any

from training import words
from training.writer import Message, Writer

# {k} is the description of the object, {t} the text; the text may come first or last.
# fmt: off
SPELLED = (
    "[[Here's the shape I need|The object must look like this|Fields|My parser expects|Use this structure|Target format|I work with this|Fill it from the text below|The program takes|These are the fields]:\n{k}\n\n[Text:\n|Input: |Message: |And this is what I have: |Source: |The note says: |]{t}|{t}\n\n[Please put that into JSON with these fields|Bring this into the following form|Make it fit this|JSON for the above, as described here|Write the JSON for it. The fields|As a JSON object like so|Now the JSON that fits this|The result has to fit]:\n{k}"
    "|[Read the message and fill the fields|Extract the fields below and give JSON|Get me a JSON object as described|Turn the note into JSON|One JSON object, please, nothing around it|No comments, no code fence, JSON only]:\n{k}\n---\n{t}]",
    "[[我需要的结构|对象要长这样|字段|程序需要的格式|请用这个结构|目标格式|字段说明|输出结构如下]：\n{k}\n\n[文本：\n|输入：|消息：|内容：|原文如下：|]{t}|{t}\n\n[请按下面的字段输出 JSON|整理成这种形式|照下面的要求写 JSON|写出对应的 JSON，字段|只输出符合要求的 JSON]：\n{k}|[读消息，填字段，输出 JSON|提取下列字段，返回 JSON|只要 JSON，不要解释]：\n{k}\n---\n{t}]",
)
# The keys in a sentence, in ways that say more about who asks and what for.
CHATTY = (
    "[[I'm filling a database. |I have to type this into our system. |My boss wants it as data. |For my spreadsheet: |I'm writing a script. |Our form takes JSON. ||||][Could you|Can you|Would you|Will you][ please| just|] [pull {k} out of this as JSON|give me JSON with {k} for this|note {k} of the following as JSON|pick {k} from the text and hand them back as JSON|write a JSON object holding {k}|get {k} from what follows, in JSON]?[ |\n|\n\n]{t}"
    "|{t}\n\n[That's the text. |So much for the text. |As you see. ||][What I care about: {k}. JSON, please.|All I need of it is {k}, as JSON.|I only care for {k}; answer in JSON.|JSON, and in it {k}, in this order.|Let the JSON have {k}, nothing more.|Leave out everything but {k}. JSON.|Our system only takes {k}. Write the JSON.|The rest doesn't matter, just {k} as JSON.|Machine-readable, please: JSON with {k}.|No prose! JSON: {k}|Which JSON would hold {k} of this?|How do {k} read as JSON?|A JSON record of it should have {k}.|I'd save this as JSON with {k}. Write it for me.]"
    "|[Keys|Wanted|Needed|Schema|Columns|Output keys|Fields, in this order]: {k}\n[Format|Type|As|Output]: JSON\n[Text|Input|From|Data|Document]: {t}|[INPUT|TEXT|Text]\n{t}\n[OUTPUT|JSON|Result] ({k})|[text|input]: {t}\n[task|do]: [JSON with {k}|extract {k} as JSON]|{t} -> JSON [with|of|:] {k}|JSON({k}) <- {t}|There's something in here about {k}. [I'd like it as JSON|JSON it for me|Hand it over as JSON]:\n{t}|Someone sent me this and I need {k} in JSON:\n{t}|The following goes into a table with the columns {k}. Give it as a JSON object.\n\n{t}|From \"{t}\" take {k} and make JSON.|\"{t}\" – {k} as JSON?|If I read \"{t}\", what are {k}? JSON only.]",
    "[[我在录数据库，|系统要录入，|老板要数据，|写脚本用，|表格要用，|||][麻烦|能不能|请|劳驾|帮忙][把{k}抽出来，写成 JSON|给我一个含{k}的 JSON|从下文取{k}，用 JSON 返回|把下面的{k}记成 JSON|写个 JSON，包括{k}][：|：\n|。\n\n]{t}|{t}\n\n[就这些。|内容如上。||][我只关心{k}，用 JSON 回答。|需要的是{k}，JSON 格式。|只留{k}，其他不要，JSON。|JSON 里按顺序放{k}。|别写别的，JSON：{k}|系统只收{k}，请写 JSON。|把其中的{k}存成 JSON。|这里的{k}写成 JSON 是什么样？|变成 JSON 吧，只含{k}。]"
    "|[键|字段|需要|列|输出字段]：{k}\n[格式|输出]：JSON\n[文本|输入|内容|原文]：{t}|[输入|文本]\n{t}\n[输出|JSON]（{k}）|{t} → JSON：{k}|有人发来这段话，我要其中的{k}，JSON 格式：\n{t}|下面的内容要进表，列是{k}，请给一个 JSON 对象。\n\n{t}|“{t}”里的{k}，用 JSON 写。|“{t}”——{k}，JSON？|看看这句“{t}”，只用 JSON 给出{k}。]",
)
# What to write where the text says nothing; {v} is it.
RULES = (
    "[Where the text says nothing, put {v}.|What isn't said is {v}.|Use {v} for anything the text doesn't tell.|If something is missing, write {v}.|Missing values: {v}.|Unknown ones get {v}.|For what you can't find, {v}.|Don't guess: {v} if it isn't there.]",
    "[文中没说的填 {v}。|没有提到的用 {v}。|缺的写 {v}。|找不到就填 {v}。|未提及的字段为 {v}。|不要猜，没有就写 {v}。]",
)
OMIT = (
    "[Leave out the keys that the text doesn't tell.|Skip keys without a value in the text.|Only keys that the text tells; drop the others.|If something isn't said, leave its key out.]",
    "[文中没有的键不要写。|没提到的字段就省略。|只写文中有的，没有的键去掉。|没说的就不要这个键。]",
)
RENAMED = (
    "[{t}\n\n[As JSON, but name the keys so: {k}.|JSON please. My names for the keys: {k}.|Write JSON; call {k}.|JSON with other names, {k}.|In JSON, {k}.]|[Make JSON of this and call|I want JSON where you name|JSON please, calling|Extract this as JSON, writing] {k}[:|.]\n{t}]",
    "[{t}\n\n[写成 JSON，键名这样取：{k}。|要 JSON，键改名：{k}。|用 JSON，{k}。]|[写成 JSON，键名为|转成 JSON，其中][：|]{k}。\n{t}]",
)
ARRAYS = (
    "[[There are several {n} here.|The text tells of several {n}.|More than one of the {n} here.|] [Give me a JSON array, one object for each, with|Make a JSON array of objects with|List them as JSON, an array with one object each, keys|I need an array of JSON objects, each with|JSON array please, every object with|Put each into an object with|Return an array; each element has] {k}[:|.]\n[\n|]{t}|{t}\n\n[Now as a JSON array, each object with {k}.|One object for each of the {n}, in an array: {k}. JSON.|A JSON array of the {n} with {k}, please.|Array of objects, keys {k}.|Turn all of them into JSON: an array with {k} for each.|Each of the {n} is to become an object with {k}; give the array.|JSON list, one object for each: {k}.]]",
    "[[这里有几条{n}信息，|文中的{n}不止一条，||][请给出 JSON 数组，每个对象包含|写成 JSON 数组，每项有|每条一个对象，放进数组，键为|我要一个对象数组，每个含|返回数组，每个元素有]{k}[：|。]\n[\n|]{t}|{t}\n\n[写成 JSON 数组，每个对象含{k}。|每条一个对象，放在数组里：{k}。|请给出含{k}的 JSON 数组。|对象数组，键：{k}。|全部转成 JSON 数组，每项包括{k}。]]",
)
STANDING = (
    "[I'll send you {n}, one by one. For each, answer with JSON: {k}.|From now on I give you texts; you give me JSON with {k}.|For every message that follows, write JSON with {k} and nothing else.|Task: I paste texts, you return a JSON object with {k}.|You will get {n}. Turn each into JSON with the keys {k}.|Be my parser: text in, JSON with {k} out.|Each time I send a text, reply with {k} as JSON.]",
    "[我会一条条把{n}信息发给你，每条用 JSON 回答：{k}。|接下来我发文字，你给我含{k}的 JSON。|后面每条消息都写成 JSON，只含{k}。|任务：我贴文本，你返回含{k}的 JSON 对象。|你来当解析器：输入文字，输出含{k}的 JSON。|每次我发内容，你就用 JSON 写出{k}。]",
)
_SHOWN = (
    "[Like this one:|An example of what I want:|For another text I had:|Same form as here:|Example:|This was the last one:|Example output:] {x}[\n|\n\n][Now this: |Your turn: |Text: |And for this? |The new one: ]{t}|{t}\n\n[Do it as in this example from another text:|Same keys as in this one:|It should look as this one did:|Write it the way I did for another:] {x}",
    "[像这样：|我要的样子：|另一段的结果是：|格式同此：|示例：|上一条是：|示例输出：]{x}[\n|\n\n][现在这段：|轮到你：|文本：|新的一条：]{t}|{t}\n\n[照这个例子（另一段文字的）来写：|键和这个一样：|按我给另一段写的样子来：]{x}",
)
SHOWN = tuple(f"[{x}]" for x in _SHOWN)
# fmt: on

_TYPES_EN = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array of strings"}
_TYPES_ZH = {bool: "布尔值", int: "整数", float: "数字", str: "字符串", list: "字符串数组"}
_TYPES_TS = {bool: "boolean", int: "number", float: "number", str: "string", list: "string[]"}
_TYPES_PY = {bool: "bool", int: "int", float: "float", str: "str", list: "list[str]"}
_SCHEMAS: dict[type, dict[str, Any]] = {
    bool: {"type": "boolean"}, int: {"type": "integer"}, float: {"type": "number"}, str: {"type": "string"},
    list: {"type": "array", "items": {"type": "string"}},
}  # fmt: skip


def cased(rng: Random, keys: Sequence[str]) -> list[str]:
    """The same keys as another house would spell them; Chinese ones stay."""
    luck = rng.random()
    if luck < 0.5:
        return list(keys)

    def other(key: str) -> str:
        parts = key.split("_")
        if not key.isascii():
            return key
        if luck < 0.72:
            return parts[0] + "".join(p.capitalize() for p in parts[1:])
        if luck < 0.8:
            return "".join(p.capitalize() for p in parts)
        if luck < 0.87:
            return key.upper()
        if luck < 0.94:
            return " ".join(parts)
        return "-".join(parts)

    return [other(k) for k in keys]


def _coded(w: Writer, keys: Sequence[str], types: dict[str, type]) -> str:
    """A description of the object in a programmer's language."""
    rng = w.rng
    name = words.invented(rng, 1).capitalize()
    way = rng.randrange(4) if all(k.isidentifier() for k in keys) else rng.randrange(2)
    if way == 0:
        schema: dict[str, Any] = {"type": "object", "properties": {k: _SCHEMAS[types[k]] for k in keys}}
        if rng.random() < 0.5:
            schema["required"] = list(keys)
        return json.dumps(schema, ensure_ascii=False, indent=w.pick((None, None, 2)))
    if way == 1:
        return json.dumps({k: _TYPES_EN[types[k]] for k in keys}, ensure_ascii=False)
    if way == 2:
        end = w.pick((";", ";", ","))
        return f"interface {name} {{\n" + "".join(f"  {k}: {_TYPES_TS[types[k]]}{end}\n" for k in keys) + "}"
    base = w.pick(("", "(BaseModel)", "(TypedDict)"))
    return f"class {name}{base}:\n" + "\n".join(f"    {k}: {_TYPES_PY[types[k]]}" for k in keys)


def spelled(w: Writer, keys: Sequence[str], types: dict[str, type]) -> str:
    """A description of the object, as programmers and forms write it."""
    mark = w.pick(("- ", "* ", "• ", ""))
    said = _TYPES_ZH if w.zh else _TYPES_EN
    match w.rng.randrange(9):
        case 0:
            return "\n".join(f"{mark}{k}{'：' if w.zh else ': '}{said[types[k]]}" for k in keys)
        case 1:
            return "\n".join(f"{i}. {k}" for i, k in enumerate(keys, 1))
        case 2:
            return "\n".join(mark + k for k in keys)
        case 3:
            return json.dumps(list(keys), ensure_ascii=False)
        case 4:
            return typed(w, keys, types)
        case _:
            return _coded(w, keys, types)


def typed(w: Writer, keys: Sequence[str], types: dict[str, type]) -> str:
    """Each key with its type behind it, in one line."""
    said = _TYPES_ZH if w.zh else _TYPES_EN
    return ("、" if w.zh else ", ").join(f"{k}{'（' if w.zh else ' ('}{said[types[k]]}{'）' if w.zh else ')'}" for k in keys)  # fmt: skip


def renamed(w: Writer, keys: Sequence[str]) -> tuple[str, list[str]]:
    """New names for keys, and the words that give them."""
    rng = w.rng
    if rng.random() < 0.3:
        new = rng.sample("abcdefghkmnpqrstuvwxyz", len(keys))
    else:
        new = []
        while len(new) < len(keys):
            x = words.invented(rng, 1)
            new += [x] if x not in new else []
    names = [k.replace("_", " ") for k in keys]
    mark = w.pick(('"', '"', "'", "`", ""))
    gap = w.pick(("叫", " → ", " = ", "写作") if w.zh else (" = ", " -> ", " as ", " → "))
    head = "" if w.zh else w.pick(("", "the ")) if gap == " as " else ""
    return ("，" if w.zh else ", ").join(f"{head}{k}{gap}{mark}{n}{mark}" for k, n in zip(names, new, strict=True)), new


def said(values: Any) -> Message:
    """The bare JSON."""
    return {"role": "assistant", "content": json.dumps(values, ensure_ascii=False)}
