"""Work on lists and words: repeat, reverse, sort, count, first and last, upper case."""

from collections.abc import Callable

from training import words
from training.writer import Message, Writer


def _items(w: Writer, low: int = 3, high: int = 6) -> tuple[list[str], bool]:
    """Some different items, and whether they are numbers."""
    n = w.rng.randrange(low, high + 1)
    match w.rng.randrange(6):
        case 0 | 1:
            return [str(x) for x in w.sample(range(1, w.pick((10, 100, 100, 1000))), min(n, 9))], True
        case 2:
            return [words.strange(w.rng, w.zh) for _ in range(n)], False
        case _:
            group = w.pick((words.FRUITS, words.ANIMALS, words.COLOURS, words.THINGS, words.FOODS))
            return [(zh if w.zh else en) for en, zh in w.sample(group, n)], False


def _joined(w: Writer, items: list[str]) -> str:
    return ("、" if w.zh and not items[0].isascii() else ", ").join(items)


def reverse(w: Writer) -> list[Message]:
    """The same items from the end."""
    items, _ = _items(w)
    return [
        w.user("[[Reverse|Please reverse|Turn around|Can you reverse|Write backwards|Flip][ this list| the list| these|]|Backwards, please|From last to first|In reverse order|The other way round|Reverse the order of these|Last one first|Start from the end|Read this backwards|Change the order to last first][:|:||:\n] {x}", "[[反转|倒过来写|请反转|把顺序倒过来][这个列表|列表|]|从后往前写|倒序|反过来]：{x}", x=_joined(w, items)),
        {"role": "assistant", "content": _joined(w, items[::-1])},
    ]  # fmt: skip


def ordered(w: Writer) -> list[Message]:
    """Numbers by size, English words by letter."""
    items, numbers = _items(w, 3, 5)
    if not numbers and not items[0].isascii():
        items, numbers = [str(x) for x in w.sample(range(1, 100), 4)], True
    down = w.rng.random() < 0.3
    done = sorted(items, key=int if numbers else str.lower, reverse=down)
    en = (
        " [from largest to smallest|in descending order]" if numbers else " [in reverse alphabetical order|from z to a]"
    )
    up = [
        "[| from smallest to largest| in ascending order| by size| from low to high| smallest first| by value]",
        "[| alphabetically| by letter| in alphabetical order| from a to z| by the alphabet| as in a dictionary]",
    ]
    zh = ("从大到小" if down else "[从小到大|]") if numbers else ("按字母倒序" if down else "[按字母|按字母顺序]")
    return [
        w.user(f"[Sort|Please sort|Order|Put in order|Arrange|Can you sort|Rank|Sort out|Bring into order|Line up][ this list| the list| these| these items| this||]{en if down else up[not numbers]}[:|:|:\n|, please:] {{x}}",
               f"[请|]把这些{zh}排序：{{x}}", x=_joined(w, items)),
        {"role": "assistant", "content": _joined(w, done)} | ({"reasoning_content": _chosen(w, items, done)} if w.rng.random() < 0.3 else {}),
    ]  # fmt: skip


def _chosen(w: Writer, items: list[str], done: list[str]) -> str:
    """Sorting in writing: what is left, and the next of it."""
    left, steps = list(items), []
    for x in done:
        steps.append(f"{_joined(w, left)} → {x}")
        left.remove(x)
    return "\n".join(steps)


def repeat(w: Writer) -> list[Message]:
    """Word for word."""
    items, _ = _items(w, 1, 7)
    text = (
        _joined(w, items)
        if w.rng.random() < 0.5
        else " ".join(words.invented(w.rng, w.pick((1, 2))) for _ in range(w.rng.randrange(1, 6)))
    )
    return [
        w.user("[Repeat after me|Say|Copy this|Repeat|Please repeat|Echo|Write exactly this|Repeat this text|Copy|Say this again|Give this back to me|Just write|Type|Word for word|Say after me|Write this again][:|:|:\n|] {x}", "[跟我说|重复一遍|请重复|复制|说|再说一遍|原样写出|跟着说][：|:]{x}", x=text),
        {"role": "assistant", "content": text},
    ]  # fmt: skip


def upper(w: Writer) -> list[Message]:
    """Upper and lower case."""
    # Words of the lists first: which small letters make a capital token is learned word by word.
    row = [
        words.anything(w.rng, False) if w.rng.random() < 0.3 else w.pick(w.pick(words.LISTS))[0]
        for _ in range(w.rng.choice((1, 2, 2, 3, 4, 6, 8)))
    ]
    text = " ".join(row).lower()
    high = w.rng.random() < 0.7
    ask = w.user("[Write in {c}|Convert to {c}|Put in {c}|Change to {c}|Make this {c}|Turn to {c}|In {c}|Type this in {c}|All in {c}|{c}|The same in {c}|Use {c} for this][:|:|:\n|] {x}", "[改成|转换成|写成]{c}[：|:]{x}",
                 c=(w.pick(("upper case", "capital letters", "capitals", "uppercase")), "大写") if high else (w.pick(("lower case", "small letters", "lowercase")), "小写"),
                 x=text if high else text.upper())  # fmt: skip
    return [ask, {"role": "assistant", "content": text.upper() if high else text}]


def ends(w: Writer) -> list[Message]:
    """First, last, and how many."""
    items, _ = _items(w)
    x = _joined(w, items)
    match w.rng.randrange(3):
        case 0:
            return [w.user("[What is the first item|Which comes first|Give me the first one][ in this list| in the list|][:|?] {x}", "[第一个是什么|列表的第一个是什么|第一项是什么]？{x}", x=x),
                    {"role": "assistant", "content": items[0]}]  # fmt: skip
        case 1:
            return [w.user("[What is the last item|Which comes last|Give me the last one][ in this list| in the list|][:|?] {x}", "[最后一个是什么|列表的最后一个是什么|最后一项是什么]？{x}", x=x),
                    {"role": "assistant", "content": items[-1]}]  # fmt: skip
        case _:
            return [w.user("[How many items are there|Count the items|How many things are there|How many are there][ in this list| in the list|][:|?] {x}", "[这里有几个|数一数有几个|列表里有几项]？{x}", x=x),
                    w.reply("There are {n}.", "有{n}个。", n=len(items))]  # fmt: skip


# What may be asked of a list that was just told: English, Chinese, and what becomes of it.
_EDITS: tuple[tuple[str, str, Callable[[list[str], str, str], list[str]]], ...] = (
    ("[Reverse it|Turn it around|Backwards|The other way round|Last one first]", "[反过来|倒过来|从后往前]", lambda a, x, y: a[::-1]),
    ("[Sort it|Put it in order|In order, please|Alphabetically]", "[排个序|按顺序排]", lambda a, x, y: sorted(a, key=str.lower)),
    ("[Remove {x}|Take out {x}|Without {x}|Drop {x}|Leave out {x}|Delete {x}]", "[去掉{x}|删除{x}|不要{x}]", lambda a, x, y: [i for i in a if i != x]),
    ("[Add {y}|Add {y} at the end|Put {y} behind|And {y} at the end|One more: {y}]", "[加上{y}|最后加{y}|再加{y}]", lambda a, x, y: [*a, y]),
    ("[Put {y} in front|Add {y} at the beginning|Begin with {y}|{y} first]", "[最前面加{y}|把{y}放在最前面]", lambda a, x, y: [y, *a]),
    ("[Replace {x} with {y}|Change {x} to {y}|{y} instead of {x}|Swap {x} for {y}|Make {x} a {y}]", "[把{x}换成{y}|{x}改成{y}]", lambda a, x, y: [y if i == x else i for i in a]),
    ("[In capitals|In upper case|All in capital letters]", "[全部大写|用大写]", lambda a, x, y: [i.upper() for i in a]),
    ("[Say it again|Repeat it|The whole list, please|What is the list now]", "[再说一遍|现在的列表是什么]", lambda a, x, y: a),
    ("[Only the first two|Just the first two|The first two, please]", "[只要前两个]", lambda a, x, y: a[:2]),
    ("[Each only once|Remove what comes twice|No duplicates]", "[每个只留一次|去掉重复的]", lambda a, x, y: list(dict.fromkeys(a))),
)  # fmt: skip


def rework(w: Writer) -> list[Message]:
    """A list that is changed step by step, and asked about between."""
    items, _ = _items(w, 3, 7)
    gap = "、" if w.zh and not items[0].isascii() else ", "
    ask = w.user("[Here is a list|My list|Take this list|A list|I have these][:|:\n] {x}", "[这是一个列表|我的列表|看这个列表]：{x}", x=gap.join(items))  # fmt: skip
    out = [ask, w.reply("[OK.|Got it.|And what shall I do with it?]", "[好的。|看到了。|要我做什么？]")]
    for _ in range(w.rng.randrange(1, 6)):
        if w.rng.random() < 0.25 and len(items) > 1:
            i = w.rng.randrange(len(items))
            at = w.pick((0, len(items) - 1, i, i))
            nth = (("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")[min(at, 7)], f"第{min(at, 7) + 1}")  # fmt: skip
            nth = ("last", "最后一") if at == len(items) - 1 and w.rng.random() < 0.7 else nth
            if at > 7:
                continue
            out += [w.user("[Which is the {i} one|What is the {i} item|The {i} one|And the {i}][?|]", "[{i}个是什么|{i}项呢]？", i=nth),
                    {"role": "assistant", "content": items[at]}]  # fmt: skip
            continue
        en, zh, change = w.pick(_EDITS)
        if "Alphabetically" in en and not all(i.isascii() and i[0].isalpha() for i in items):
            continue
        x, y = w.pick(items), words.anything(w.rng, w.zh)
        changed = change(items, x, y)
        if not changed or len(changed) > 9:
            continue
        items = changed
        lead = (
            w.pick(("", "", "Now: ", "And now: ", "Next: ", "Then: ")) if not w.zh else w.pick(("", "", "现在", "然后"))
        )
        out += [w.user(f"{lead}{en}[.||, please]", f"{lead}{zh}[。|]", x=x, y=y), {"role": "assistant", "content": gap.join(items)}]  # fmt: skip
    return out


FAMILIES = {
    "reverse": (reverse, 10),
    "sort": (ordered, 15),
    "repeat": (repeat, 4),
    "upper": (upper, 15),
    "ends": (ends, 3),
    "rework": (rework, 14),
}
