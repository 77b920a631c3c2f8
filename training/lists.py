"""Work on lists and words: repeat, reverse, sort, count, first and last, upper case."""

from collections.abc import Callable
from itertools import combinations
from string import ascii_lowercase, digits

from training import list_tasks, words
from training.bank import texts
from training.writer import Message, Writer


def _items(w: Writer, low: int = 3, high: int = 6) -> tuple[list[str], bool]:
    """Some different items, and whether they are numbers."""
    n = w.rng.randrange(low, high + 1)
    match w.rng.randrange(6):
        case 0 | 1:
            return list_tasks.numbers(w, n), True
        case 2:
            return [words.strange(w.rng, w.zh) for _ in range(n)], False
        case 3:
            return words.commons(w.rng, w.zh, n), False
        case _:
            group = w.pick((words.FRUITS, words.ANIMALS, words.COLOURS, words.THINGS, words.FOODS))
            return [(zh if w.zh else en) for en, zh in w.sample(group, n)], False


def joined(w: Writer, items: list[str]) -> str:
    """As answers list things."""
    return ("、" if w.zh and not all(i.isascii() for i in items) else ", ").join(items)


def reverse(w: Writer) -> list[Message]:
    """The same items from the end."""
    if w.rng.random() < 0.12:  # a short row of letters or digits that were told one by one
        signs = [w.pick("abcdefghijklmnopqrstuvwxyz" if w.rng.random() < 0.7 else "0123456789") for _ in range(w.pick((3, 4, 5, 6)))]  # fmt: skip
        gap = w.pick((" ", "-", ", "))
        return [w.user(*_REVERSED, x=gap.join(signs)), {"role": "assistant", "content": gap.join(signs[::-1])}]
    items, _ = _items(w)
    return [
        w.user(*_REVERSED, x=joined(w, items)),
        {"role": "assistant", "content": joined(w, items[::-1])},
    ]


# fmt: off
_REVERSED = (
    "[[[Reverse|Please reverse|Turn around|Can you reverse|Write backwards|Flip][ this list| the list| these|]|Backwards, please|From last to first|In reverse order|The other way round|Reverse the order of these|Last one first|Start from the end|Read this backwards|Change the order to last first|Write these from the end to the beginning|What is this list from back to front|Turn the order round|Give me these in the opposite order|List them back to front|I want the last one at the front|Say these in reverse|Begin with the last][:|:||:\n] {x}"
    "|[{x}\n[\n|][Now backwards.|Reverse that.|Write it from last to first.|The other way round, please.|In the opposite order?]|[How is|What is] {x} [backwards|in reverse order|read from the end]?|Take {x} and [reverse the order|turn it round|write it backwards].|My list is {x}. [Reverse it.|Please turn it around.|Now from the end.]]]",
    "[[[反转|倒过来写|请反转|把顺序倒过来][这个列表|列表|]|从后往前写|倒序|反过来|请倒着写|从最后一个写到第一个|颠倒顺序|逆序排列|最后一个放最前面|倒着念一遍][：|：\n]{x}|[{x}\n[请倒过来写。|反过来。|倒序写出来。|从后往前。]|{x}，倒过来是什么？|把{x}[倒过来|反过来写|按相反的顺序写]。]]",
)
# fmt: on


# By whether the items are numbers, and whether the last comes first.
# fmt: off
_SORT = "[Sort|Please sort|Order|Put in order|Arrange|Can you sort|Rank|Sort out|Bring into order|Line up]"
_THESE = "[ this list| the list| these| these items| this||]"
_MARK = "[:|:|:\n|, please:]"
_SORTED: dict[tuple[bool, bool], tuple[str, str]] = {
    (True, False): (
        f"[{_SORT}{_THESE}[| from smallest to largest| in ascending order| by size| from low to high| smallest first| by value]{_MARK} {{x}}|[Put these in order, smallest first|Smallest first|Lowest to highest|Arrange by size, the smallest at the front|Numbers from small to big|In ascending order|Write these numbers from the least to the greatest|Count up through these|Which order do these have by size|Begin with the smallest][:|:\n] {{x}}|[{{x}}\n[\n|][Sort these.|Smallest first, please.|Put them in order.|Now from low to high.]|[Arrange|Sort|Order] [the numbers |]{{x}} [by size|from smallest to largest|in ascending order|so that they grow].|I have [the numbers |]{{x}}. [Sort them.|Put the smallest first.|Write them in order.]]]",
        "[[请|][把这些[从小到大|]排序|从小到大写出来|按大小排列|最小的放前面|按升序排列|由小到大排好|从最小的开始写|把数字排好][：|：\n]{x}|{x}\n[请从小到大排序。|按大小排好。|最小的放前面。]|把{x}[从小到大排列|按大小排序]。]",
    ),
    (True, True): (
        f"[{_SORT}{_THESE} [from largest to smallest|in descending order|from high to low|largest first|with the biggest first]{_MARK} {{x}}|[Put these in order, largest first|Largest first|Biggest to smallest|Highest to lowest|Numbers from big to small|In descending order|Write these numbers from the greatest to the least|Count down through these|Begin with the largest][:|:\n] {{x}}|[{{x}}\n[\n|][Largest first, please.|Now from high to low.|Sort them downwards.|The biggest first.]|[Arrange|Sort|Order] [the numbers |]{{x}} [from largest to smallest|in descending order|so that they fall].|I have [the numbers |]{{x}}. [Put the largest first.|Write them from big to small.]]]",
        "[[请|][把这些从大到小排序|从大到小写出来|按大小倒着排|最大的放前面|按降序排列|由大到小排好|从最大的开始写][：|：\n]{x}|{x}\n[请从大到小排序。|最大的放前面。]|把{x}从大到小[排列|排序|写出来]。]",
    ),
    (False, False): (
        f"[{_SORT}{_THESE}[| alphabetically| by letter| in alphabetical order| from a to z| by the alphabet| as in a dictionary| A to Z]{_MARK} {{x}}|[A to Z|A first, Z last|Alphabetical order|As a dictionary would list them|By first letter|Put these words in abc order|Order the words by the alphabet|Which order do these have in a dictionary|Write these alphabetically][:|:\n] {{x}}|[{{x}}\n[\n|][Sort these by letter.|Alphabetically, please.|A to Z.|Put them in alphabetical order.]|[Arrange|Sort|Order] [the words |]{{x}} [alphabetically|from A to Z|by letter].|I have {{x}}. [Sort them by the alphabet.|Put them in abc order.]]]",
        "[[请|][把这些[按字母|按字母顺序|]排序|按字母表排列|从A到Z排好|按首字母排列|像字典一样排|按字母从前到后写][：|：\n]{x}|{x}\n[请按字母顺序排好。|从A到Z排列。]|把{x}按字母[排序|顺序排列]。]",
    ),
    (False, True): (
        f"[{_SORT}{_THESE} [in reverse alphabetical order|from z to a|Z to A|by letter, from the end of the alphabet]{_MARK} {{x}}|[Z to A|Z first, A last|Reverse alphabetical order|From the end of the alphabet to its beginning][:|:\n] {{x}}|{{x}}\n[\n|][Sort these from Z to A.|Z to A, please.|Reverse alphabetical order.]|[Arrange|Sort|Order] [the words |]{{x}} from Z to A.]",
        "[[请|][把这些按字母倒序排序|按字母从Z到A排列|从Z到A排好|按字母表倒着排][：|：\n]{x}|{x}\n请从Z到A排列。|把{x}按字母倒序排列。]",
    ),
}
# fmt: on


def ordered(w: Writer) -> list[Message]:
    """Numbers by size, English words by letter."""
    if w.rng.random() < 0.45:
        ask, items, done = list_tasks.sorting(w)
        return [ask, in_order(w, items, done)]
    items, numbers = _items(w, 2, 5)
    if not numbers and (w.rng.random() < 0.4 or not all(i.isascii() for i in items)):
        items, numbers = list_tasks.numbers(w, w.pick((2, 3, 3, 4, 4, 5))), True
    down = w.rng.random() < 0.3
    done = sorted(items, key=int if numbers else str.lower, reverse=down)
    return [
        w.user(*_SORTED[numbers, down], x=joined(w, items)),
        in_order(w, items, done),
    ]


def in_order(w: Writer, items: list[str], done: list[str]) -> Message:
    """The items in their order, in half of all cases worked out in a thought."""
    answer = {"role": "assistant", "content": joined(w, done)}
    work = sorted_by_keys(items, done) if w.rng.random() < 0.5 else ""
    return {**answer, "reasoning_content": work} if work else answer


def sorted_by_keys(items: list[str], done: list[str]) -> str:
    """Radix sort in writing: each item with one of its signs, then all in the order of these signs, last column first.

    Every sign there is is named, whether an item has it or not, so that each step looks one thing up and none compares:
    the item is written, its sign is read off what was just written, and behind the sign it stands to be found again.
    A number that is too short has a nought there. "" where a sign is neither a digit nor one of a to z.

    >>> print(sorted_by_keys(["42", "7", "12"], ["7", "12", "42"]))
    42: 2=42, 7: 7=7, 12: 2=12
    0, 1, 2=42, 2=12, 3, 4, 5, 6, 7=7, 8, 9
    42: 4=42, 12: 1=12, 7: 0=7
    0=7, 1=12, 2, 3, 4=42, 5, 6, 7, 8, 9
    """
    numbers = all(x.isdigit() for x in items)
    width = max(map(len, items))
    columns = width if numbers else 1 + max((_alike(a, b) for a, b in combinations(items, 2)), default=0)
    up = done == sorted(items, key=int if numbers else str.lower)
    order = (digits if numbers else ascii_lowercase)[:: 1 if up else -1]
    row, lines = list(items), list[str]()
    for i in reversed(range(columns)):
        key = {x: (x.zfill(width) if numbers else x.lower())[i : i + 1] for x in row}
        if not set(key.values()) <= set(order):
            return ""
        lines.append(", ".join(f"{x}: {key[x]}={x}" for x in row))
        lines.append(", ".join(", ".join(f"{sign}={x}" for x in row if key[x] == sign) or sign for sign in order))
        row = [x for sign in order for x in row if key[x] == sign]
    return "\n".join(lines)


def _alike(a: str, b: str) -> int:
    """How many letters two words begin with that are the same."""
    pairs = enumerate(zip(a.lower(), b.lower(), strict=False))
    return next((i for i, (x, y) in pairs if x != y), min(len(a), len(b)))


def repeat(w: Writer) -> list[Message]:
    """Word for word."""
    items, _ = _items(w, 1, 7)
    text = (
        joined(w, items)
        if w.rng.random() < 0.5
        else " ".join(words.invented(w.rng, w.pick((1, 2))) for _ in range(w.rng.randrange(1, 6)))
    )
    if w.rng.random() < 0.45:
        return [w.user(*texts.AGAIN, x=text), {"role": "assistant", "content": text}]
    return [
        w.user("[[Repeat after me|Say|Copy this|Repeat|Please repeat|Echo|Write exactly this|Repeat this text|Copy|Say this again|Give this back to me|Just write|Type|Word for word|Say after me|Write this again|Say it as I do|Exactly these words|Answer with just this|Your whole answer is|Nothing but this][:|:|:\n|] {x}|[{x}\n[\n|][Repeat that.|Say that again word for word.|Now you.|The same, please.]|Say \"{x}\"[.|, nothing else.]|Please [write|repeat|type] \"{x}\" [exactly|word for word|once more].]]", "[[跟我说|重复一遍|请重复|复制|说|再说一遍|原样写出|跟着说|一字不差地写|照着写|只回答][：|:]{x}|请说“{x}”。|{x}\n[请重复。|再说一遍。|照样写一遍。]]", x=text),
        {"role": "assistant", "content": text},
    ]  # fmt: skip


_TITLE = (
    "[[Title case|Write in title case|Make this title case|Capitalise each word|Begin every word with a capital letter|A capital letter for each word|Each word with a big first letter|Write this as a title|Capitalize every word of this][:|:\n] {x}|[Write|Put] {x} in title case.|{x}\n[Title case, please.|Each word with a capital.]]",
    "[每个词首字母大写|把每个单词的首字母改成大写|单词首字母都大写|写成标题格式，首字母大写][：|:]{x}",
)  # fmt: skip


def upper(w: Writer) -> list[Message]:
    """Upper and lower case."""
    # Words of the lists first: which small letters make a capital token is learned word by word.
    row = [
        words.anything(w.rng, False)
        if w.rng.random() < 0.3
        else words.common(w.rng, False)
        if w.rng.random() < 0.4
        else w.pick(w.pick(words.LISTS))[0]
        for _ in range(w.rng.choice((1, 2, 2, 3, 4, 6, 8)))
    ]
    text = " ".join(row).lower()
    if w.rng.random() < 0.12:
        done = " ".join(x[:1].upper() + x[1:] for x in text.split())
        return [w.user(*_TITLE, x=text), {"role": "assistant", "content": done}]
    high = w.rng.random() < 0.7
    old = ("[[Write in {c}|Convert to {c}|Put in {c}|Change to {c}|Make this {c}|Turn to {c}|In {c}|Type this in {c}|All in {c}|{c}|The same in {c}|Use {c} for this|Every letter in {c}|How does this look in {c}|I want this in {c}|Only {c}, please][:|:|:\n|] {x}|[[Write|Put|Type|Show] {x} in {c}.|{x}\n[\n|][In {c}, please.|Now in {c}.|Write that in {c}.]|\"{x}\" in {c}[?|.|, please.]|Please [write|put] \"{x}\" in {c}.]]", "[[改成|转换成|写成|变成|全部用|请用|都写成]{c}[：|:]{x}|把{x}[改成|变成|写成]{c}。|“{x}”的{c}[怎么写？|是什么？]|{x}\n[改成|写成]{c}。]")  # fmt: skip
    case = (
        (w.pick(("upper case", "capital letters", "capitals", "uppercase")), "大写")
        if high
        else (w.pick(("lower case", "small letters", "lowercase")), "小写")
    )
    ask = w.user(*w.pick((old, texts.CASE)), c=case, x=text if high else text.upper())
    return [ask, {"role": "assistant", "content": text.upper() if high else text}]


def ends(w: Writer) -> list[Message]:
    """First, last, and how many."""
    items, _ = _items(w)
    x = joined(w, items)
    match w.rng.randrange(4):
        case 0:
            return [w.user("[[What is the first item|Which comes first|Give me the first one|Name the first|Only the first, please|What does this begin with|Just the first item|The first one][ in this list| in the list|][:|?] {x}|{x}\n[Which is the first?|The first one, please.|What stands at the beginning?]|What is the first item in {x}?|Of {x}, which comes first?|My list is {x}. What is first?]", "[[第一个是什么|列表的第一个是什么|第一项是什么|开头的是哪个|只说第一个|排在最前面的是哪个]？{x}|{x}\n[第一个是什么？|开头是哪个？]|{x}，第一个是哪个？]", x=x),
                    {"role": "assistant", "content": items[0]}]  # fmt: skip
        case 1:
            return [w.user("[[What is the last item|Which comes last|Give me the last one|Name the last|Only the last, please|What does this end with|Just the last item|The last one][ in this list| in the list|][:|?] {x}|{x}\n[Which is the last?|The last one, please.|What stands at the end?]|What is the last item in {x}?|Of {x}, which comes last?|My list is {x}. What is last?]", "[[最后一个是什么|列表的最后一个是什么|最后一项是什么|末尾的是哪个|只说最后一个|排在最后的是哪个]？{x}|{x}\n[最后一个是什么？|末尾是哪个？]|{x}，最后一个是哪个？]", x=x),
                    {"role": "assistant", "content": items[-1]}]  # fmt: skip
        case 2:
            row = [words.anything(w.rng, False).split()[0] for _ in range(w.pick((2, 3, 4, 5, 6, 7)))]
            if w.rng.random() < 0.5:
                return [w.user(*texts.WORD_COUNT, x=" ".join(row)), w.reply("There are {n} words.", "有{n}个词。", n=len(row))]  # fmt: skip
            return [w.user("[[How many words are there|Count the words|How many words do you see|The number of words|How many words is this][:|?|:\n] {x}|{x}\n[How many words are these?|Count the words.]|How many words does \"{x}\" have?]", "[[这里有几个词|数一数有几个词|一共有几个词]？{x}|{x}\n有几个词？|“{x}”有几个词？]", x=" ".join(row)),
                    w.reply("There are {n} words.", "有{n}个词。", n=len(row))]  # fmt: skip
        case _:
            return [w.user("[[How many items are there|Count the items|How many things are there|How many are there|Count these|How long is the list|The number of items|How many entries do you see|Tell me how many|What is the number of items][ in this list| in the list|][:|?] {x}|{x}\n[How many are these?|Count them.|How many items is that?]|How many items are in {x}?|My list is {x}. How many items is that?]", "[[这里有几个|数一数有几个|列表里有几项|一共有几个|请数一数|总共几项]？{x}|{x}\n[有几个？|一共几项？]|{x}，一共几个？]", x=x),
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
    **list_tasks.FAMILIES,
    "reverse": (reverse, 7),
    "sort": (ordered, 16),
    "repeat": (repeat, 4),
    "upper": (upper, 12),
    "ends": (ends, 3),
    "rework": (rework, 14),
}
