"""What people ask of a list they give: one table of tasks, the lists laid out in many ways."""

from collections.abc import Callable
from typing import TypeAlias

from training import words
from training.writer import Message, Writer

Work: TypeAlias = Callable[[list[str]], "list[str] | str"]

# fmt: off
# How an order is put around a list: {x} is the list, {h} an order as "sort the items", {H} the same with a capital.
_ORDERED = (
    "[{H}: {x}|{H}:\n{x}|{x}\n{H}.|{x}\n\n{H}, please.|Please {h}: {x}|Could you {h}? {x}|Can you {h}?\n{x}|I'd like you to {h}: {x}|I want you to {h}.\n{x}|Here's my list: {x}. {H}, please.|I have {x}. Please {h}.|Given the list {x}, {h}.|{H}. The list: {x}|List: {x}\nTask: {h}|Task: {h}\nList: {x}|My list is\n{x}\nCan you {h}?|With this list, {h}: {x}|Look at this list and {h}: {x}|Take {x} and {h}.|{x} - please {h}|Would you mind helping me {h}? {x}|I need to {h}: {x}|Help me {h}: {x}|{H} ({x}).|For me, {h}: {x}|{x}. Now {h}.|List:\n{x}\n\n{H}.|Do this with the list: {h}.\n{x}]",
    "[{h}：{x}|{h}：\n{x}|{x}\n{h}。|{x}\n\n请{h}。|请{h}：{x}|能{h}吗？{x}|能不能{h}？\n{x}|我想让你{h}：{x}|帮我{h}：{x}|麻烦{h}。\n{x}|这是我的列表：{x}。请{h}。|我有{x}，请{h}。|列表：{x}\n任务：{h}|任务：{h}\n列表：{x}|列表：\n{x}\n{h}。|看看这个列表，{h}：{x}|给你一个列表：{x}。{h}。|下面的列表，请{h}：\n{x}|{x}，{h}。|清单如下：\n{x}\n请{h}。|需要{h}：{x}]",
)
# The same around a question {h} that has no mark: "which item is last".
_QUESTIONED = (
    "[{H}? {x}|{H}: {x}|{H}?\n{x}|{x}\n{H}?|{x}\n\n{H}?|{x} - {h}?|In the list {x}, {h}?|My list is {x}. {H}?|Here's a list: {x}. {H}?|List: {x}\nQuestion: {h}?|Question: {h}?\nList: {x}|Given {x}, {h}?|Looking at {x}, {h}?|Can you tell me {s}? {x}|Tell me {s}: {x}|I'd like to know {s}.\n{x}|{x}. Tell me {s}.|Say {s}: {x}|Here is what I have:\n{x}\n{H}?|I wonder {s}: {x}|Do you see {s}? {x}|{x} ({h}?)]",
    "[{h}？{x}|{h}：{x}|{h}？\n{x}|{x}\n{h}？|{x}，{h}？|在{x}里，{h}？|我的列表是{x}，{h}？|列表：{x}\n问题：{h}？|问题：{h}？\n列表：{x}|看看{x}，{h}？|告诉我{h}：{x}|我想知道{h}：\n{x}|{x}。请问{h}？|这是我的清单：\n{x}\n{h}？|给你一个列表：{x}。{h}？]",
)

# Tasks that any list can have: orders in English and Chinese, and what becomes of the list; {k} is drawn with the task.
_ANY: tuple[tuple[str, str, Work], ...] = (
    ("[reverse the list|turn the order of the items round|write the items from last to first|begin with the last item and end with the first|put the items in the opposite order|list the items backwards|read the items from the end|start at the end and go to the front]", "[把顺序反过来|从最后一项写到第一项|倒着列出来|把列表倒过来|从后往前列一遍]", lambda a: a[::-1]),
    ("[drop the first item|leave out the first item|remove the first entry|skip the first one|write all but the first item|take away the first item|delete the item at the front]", "[去掉第一项|删掉第一个|不要第一个|略过第一项，写出其余的|只留下第一个以后的]", lambda a: a[1:]),
    ("[drop the last item|leave out the last item|remove the last entry|write all but the last item|take away the last item|delete the item at the end]", "[去掉最后一项|删掉最后一个|不要最后一个|写出除最后一项以外的]", lambda a: a[:-1]),
    ("[keep only the first two items|write just the first two|cut the list after two items|give the first two items|take the two items at the front]", "[只留前两项|只写前两个|取出前两项|列出开头两个]", lambda a: a[:2]),
    ("[keep only the last two items|write just the last two|give the last two items|take the two items at the end]", "[只留最后两项|只写最后两个|取出末尾两项|列出最后两个]", lambda a: a[-2:]),
    ("[keep only the first three items|write just the first three|give the first three items|cut the list after three items]", "[只留前三项|只写前三个|取出前三项|列出前三个]", lambda a: a[:3]),
    ("[swap the first and the last item|exchange the first item and the last one|let the first and last item change places]", "[把第一项和最后一项对调|让第一个和最后一个互换位置|交换首尾两项]", lambda a: [a[-1], *a[1:-1], a[0]]),
    ("[move the first item to the end|put the first item last|take the first item and put it at the end]", "[把第一项移到最后|把第一个放到末尾|将开头的移到最后面]", lambda a: [*a[1:], a[0]]),
    ("[move the last item to the front|put the last item first|take the last item and put it at the front]", "[把最后一项移到最前面|把最后一个放到开头|将末尾的移到最前]", lambda a: [a[-1], *a[:-1]]),
    ("[write every other item, beginning with the first|keep every second item, starting with the first|take the first, the third and so on]", "[隔一个取一个，从第一个开始|从第一项起每隔一项写一项|取第一、第三个，依此类推]", lambda a: a[::2]),
    ("[put every item in round brackets|write each item in parentheses|put round brackets around each item|enclose every item in parentheses]", "[给每一项都加上圆括号|把每项放进圆括号里|给每个加圆括号]", lambda a: [f"({i})" for i in a]),
    ("[put every item in square brackets|write each item in square brackets|put square brackets around each item]", "[给每一项都加上方括号|把每项放进方括号里|给每个加方括号]", lambda a: [f"[{i}]" for i in a]),
    ("[put every item in double quotes|write each item in double quotation marks|put double quotes around each item|quote each item with double quotes]", "[给每一项都加上英文双引号|把每项放进英文双引号里|给每个加英文双引号]", lambda a: [f'"{i}"' for i in a]),
    ("[put a star before each item|write each item with a * in front|mark every item with a leading *]", "[在每项前面加一个*|给每个前面写上*号]", lambda a: [f"*{i}" for i in a]),
    ("[put an exclamation mark after each item|let every item end with an exclamation mark]", "[在每项后面加一个英文感叹号|给每个末尾加上英文感叹号]", lambda a: [f"{i}!" for i in a]),
    ("[number the items, one per line|number each line|write the items as a numbered list|make a numbered list of the items|put 1., 2. and so on before the items, each on its own line|give each item its number and a line of its own|list the items with numbers]", "[给每一项编号，一行一个|列成编号列表|在每行前面写上编号|按1. 2. 3.的格式列出来]", lambda a: "\n".join(f"{n}. {i}" for n, i in enumerate(a, 1))),
    ("[make bullet points of the items|write the items as a bullet list|put a dash before each item, one per line|show the items as bullets|turn the list into bullet points]", "[列成要点|在每项前面加一横，一行一个|用短横线列出来|改成项目符号列表]", lambda a: "\n".join(f"- {i}" for i in a)),
    ("[write one item per line|put each item on a line of its own|give every item its own line|break the list into lines|list the items one below the other]", "[每行写一项|一行一个地写|把每项单独写一行|分行列出来]", "\n".join),
    ("[join the items with semicolons|put semicolons between the items|separate the items by semicolons|use semicolons between the items]", "[用分号把它们连起来|让各项用分号隔开|用分号分隔]", "; ".join),
    ("[join the items with plus signs|put a plus between the items|write a plus sign between the items]", "[用加号把它们连起来|在各项之间写加号]", " + ".join),
    ("[join the items with arrows like ->|put an arrow (->) between the items|write -> between the items]", "[用->把它们连起来|在各项之间写->]", " -> ".join),
    ("[join the items with slashes|put a slash between the items|separate the items by slashes]", "[用斜杠把它们连起来|让各项用斜杠隔开]", "/".join),
    ("[join the items with hyphens|put a hyphen between the items|separate the items by hyphens]", "[用连字符把它们连起来|让各项用连字符隔开]", "-".join),
    ("[write the list twice, one below the other|give the list two times, each on its own line]", "[把列表写两遍，每遍一行|把整个列表重复两次，各占一行]", lambda a: "\f"),
)
# Tasks whose answer is one item: questions, and the same as orders.
_ONE: tuple[tuple[str, str, str, Callable[[list[str]], str]], ...] = (
    ("[which item comes first|what is the first item|which one stands at the beginning|what does the list begin with|which is the very first|what is at the top of the list|which one is number one]", "[give the first item|name the first one|write only the first item]", "[第一个是什么|排第一的是哪个|开头是哪一项|列表从哪一项开始|最前面的是哪个]", lambda a: a[0]),
    ("[which item comes last|what is the last item|which one stands at the end|what does the list end with|which is the very last|what is at the bottom of the list]", "[give the last item|name the last one|write only the last item]", "[最后一个是什么|排在末尾的是哪个|最后一项是哪个|列表以哪一项结束]", lambda a: a[-1]),
    ("[which item comes second|what is the second item|which one is number two|what comes right after the first item|which is in second place]", "[give the second item|name the second one|write only the second item]", "[第二个是什么|排第二的是哪个|第二项是哪个|紧跟在第一项后面的是什么]", lambda a: a[1]),
    ("[which item comes third|what is the third item|which one is number three|which is in third place]", "[give the third item|name the third one|write only the third item]", "[第三个是什么|排第三的是哪个|第三项是哪个]", lambda a: a[2]),
    ("[which item is last but one|what is the second to last item|which one comes right before the last]", "[give the last item but one|name the second to last item|write only the item before the last]", "[倒数第二个是什么|倒数第二项是哪个|最后一项前面的是什么]", lambda a: a[-2]),
)
_COUNTED = (
    "[how many items are in the list|how many items are there|how long is the list|what is the number of items|how many entries does the list have|how many things are listed|how many of them are there|how many are on the list]",
    "[count the items|tell the number of items|count the entries|count how many items there are]",
    "[一共有几项|列表里有几个|总共多少个|列了几样|清单有多长，几项|有多少项]",
)
_BY_SIZE: tuple[tuple[str, str, bool], ...] = (
    ("[sort the numbers from small to large|put the numbers in order, smallest first|order the numbers by size, beginning with the smallest|arrange the numbers so that they rise|list the numbers in ascending order|rank the numbers from lowest to highest|write the numbers from the least to the greatest|bring the numbers into ascending order]", "[把数字从小到大排好|按从小到大的顺序写|升序排列这些数|从最小的数排到最大的|由低到高排列]", False),
    ("[sort the numbers from large to small|put the numbers in order, largest first|order the numbers by size, beginning with the largest|arrange the numbers so that they fall|list the numbers in descending order|rank the numbers from highest to lowest|write the numbers from the greatest to the least]", "[把数字从大到小排好|按从大到小的顺序写|降序排列这些数|从最大的数排到最小的|由高到低排列]", True),
)
_BY_LETTER: tuple[tuple[str, str, bool], ...] = (
    ("[sort the words from A to Z|put the words in alphabetical order|order the words by the alphabet|arrange the words as in a dictionary|alphabetise the words|alphabetize the list|list the words alphabetically|sort the list by first letter|bring the words into alphabetical order|file the words from A to Z]", "[把单词按字母顺序排好|按字母表从A到Z排列|按首字母排序|像词典那样排列这些词|按字母先后写出来]", False),
    ("[sort the words from Z to A|put the words in reverse alphabetical order|order the words by the alphabet, from the end|list the words backwards through the alphabet]", "[把单词按字母从Z到A排列|按字母倒序排好|按字母表从后往前排列]", True),
)
_BIG: tuple[tuple[str, str], ...] = (
    ("[put all items in upper case|write every item in capitals|change all the words to capital letters|make every word upper case|write the list in capital letters]", "[把每一项都改成大写|全部用大写字母写|改成大写]"),
    ("[capitalise each item|begin each word with a capital letter|give every item a capital first letter|write each word with a big first letter]", "[让每个单词首字母大写|把每项的第一个字母改成大写]"),
)
_BEGIN = (
    "[keep only the items that begin with {k}|write only the items that start with {k}|pick the items that begin with {k}|filter the list for items starting with {k}|find the items whose first letter is {k}|list those that start with {k}|give all the items beginning with {k}]",
    "[只留下以{k}开头的|写出以{k}开头的项|挑出首字母是{k}的|找出所有{k}开头的词|筛选以{k}开头的]",
)
_NOT_BEGIN = (
    "[remove the items that begin with {k}|leave out all items that start with {k}|drop everything that begins with {k}|keep only the items that don't begin with {k}|delete the items whose first letter is {k}]",
    "[去掉以{k}开头的|删除首字母是{k}的项|不要{k}开头的|只留下不以{k}开头的]",
)
_NUMBERS = ("[keep only the numbers|write only the items that are numbers|pick out the numbers|leave out all words|remove everything that isn't a number|filter out the words|list just the numbers]", "[只留下数字|挑出数字|去掉所有文字|删掉不是数字的项|只写出数字]")
_WORDS = ("[keep only the words|write only the items that aren't numbers|pick out the words|leave out all numbers|remove every number|list just the words]", "[只留下文字|挑出不是数字的|去掉所有数字|删掉数字|只写出文字]")
_EVEN = ("[keep only the even numbers|write only the even numbers|pick out the even numbers|remove the odd numbers]", "[只留下偶数|挑出双数|写出其中的偶数|去掉奇数]")
_ODD = ("[keep only the odd numbers|write only the odd numbers|pick out the odd numbers|remove the even numbers]", "[只留下奇数|挑出单数|写出其中的奇数|去掉偶数]")
_WITHOUT = ("[remove {k}|take {k} out|leave out {k}|strike {k}|drop {k} from the list|write the list without {k}|delete {k}|cross out {k}|list everything except {k}|give all items but {k}]", "[去掉{k}|删掉{k}|把{k}划掉|不要{k}|写出除{k}以外的|把{k}从列表里拿掉]")
_WITH = ("[add {k} at the end|append {k}|put {k} at the end of the list|write the list with {k} added at the end|attach {k} to the end]", "[在最后加上{k}|在末尾添上{k}|把{k}加到列表最后|在后面再加上{k}]")
_BEFORE = ("[add {k} at the front|put {k} at the beginning of the list|put {k} before the first item|write the list with {k} added at the front]", "[在最前面加上{k}|在开头添上{k}|把{k}加到列表最前面]")
_CHANGED = ("[replace {k} with {j}|change {k} to {j}|put {j} where {k} is|write {j} instead of {k}|swap {k} for {j}|exchange {k} for {j}]", "[把{k}换成{j}|将{k}改成{j}|用{j}代替{k}|在{k}的位置换上{j}]")
_ONCE = ("[remove the duplicates|keep each item only once|write each item just once|drop every item that was there before|clean the list of repeats|get rid of the doubles|list the different items|leave out the repeats|dedupe the list|make the items unique]", "[去掉重复的|让每项只出现一次|把重复项删掉|去重|列出不重复的项|重复的只写一次]")
_NEXT = ("[what comes right after {k}|which item follows {k}|what stands behind {k}|which is next after {k}]", "[write the item after {k}|name what follows {k}]", "[{k}后面是什么|紧跟{k}的是哪个|{k}的下一项是什么]")
_LAST = ("[what comes right before {k}|which item stands before {k}|what is in front of {k}]", "[write the item before {k}|name what comes before {k}]", "[{k}前面是什么|{k}的上一项是什么|排在{k}前一位的是哪个]")
_HELD = ("[is {k} in the list|is {k} on the list|does the list contain {k}|do you find {k} there|is {k} among these|does {k} appear in the list]", "[check whether {k} is in the list|look whether {k} is on the list]", "[列表里有没有{k}|有{k}吗|这里面包括{k}吗|{k}在不在列表里|能找到{k}吗]")
_LONGEST = ("[which word is longest|which word has the most letters|what is the longest word|which is the longest of these words|which one has more letters than all the others]", "[find the longest word|name the word with the most letters|pick the longest word|write only the longest word]", "[哪个词最长|最长的词是哪个|字数最多的是哪个|哪个写起来最长]")
_SHORTEST = ("[which word is shortest|which word has the fewest letters|what is the shortest word|which is the shortest of these words]", "[find the shortest word|name the word with the fewest letters|pick the shortest word|write only the shortest word]", "[哪个词最短|最短的词是哪个|字数最少的是哪个|哪个写起来最短]")
_TWO = (
    ("[Which items are in both lists?|What do these two lists have in common?|Find the items that are in both lists.|Write what stands in both.|Only what's in both lists, please.]", "[两个列表里都有的是哪些？|找出两边共有的项。|写出两个列表的共同项。|哪些项两边都有？]"),
    ("[Which items are only in the first list?|What is in the first list but not in the second?|What does the second list lack that the first has?|Write what is in the first and not in the second.]", "[哪些项只在第一个列表里？|第一个列表有而第二个没有的是什么？|找出只在第一个列表里的项。|第二个列表比第一个少了什么？]"),
    ("[Join the two lists.|Make one list of the two.|Put both lists together.|Write the second list behind the first.|One list of both, please.]", "[把两个列表合在一起。|合并成一个列表。|两个列表连成一个。|把第二个接在第一个后面。]"),
)
_PAIRED = ("[List one: {x}\nList two: {y}\n|First list: {x}. Second list: {y}. |1: {x}\n2: {y}\n\n|My first list is {x}, my second is {y}. |The first list: {x}\nThe second list: {y}\n\n]{h}", "[列表一：{x}\n列表二：{y}\n|第一个列表：{x}。第二个列表：{y}。|1：{x}\n2：{y}\n|我的第一个列表是{x}，第二个是{y}。]{h}")
# fmt: on


def _row(w: Writer, low: int = 3, high: int = 7, latin: bool = False) -> list[str]:
    """Different items of one kind, or of none."""
    rng = w.rng
    n = rng.randrange(low, high)
    luck = rng.random()
    zh = w.zh and not latin
    if luck < 0.15 and not latin:
        return [str(x) for x in w.sample(range(1, w.pick((20, 100, 1000))), n)]
    if luck < 0.35:
        return list(dict.fromkeys(words.invented(rng) if latin else words.strange(rng, zh) for _ in range(n + 2)))[:n]
    if luck < 0.45:
        return list(dict.fromkeys(words.person(rng, zh) for _ in range(n + 3)))[:n]
    if luck < 0.75:
        return words.commons(rng, zh, n)
    group = w.pick((words.FRUITS, words.ANIMALS, words.COLOURS, words.THINGS, words.FOODS, words.PLACES, words.DRINKS))
    return [x[zh] for x in w.sample(group, min(n, len(group)))]


def _inline(w: Writer, items: list[str]) -> str:
    """The list on one line, as people write lists."""
    mark = _mark(w, items)
    return w.pick((
        *[mark.join(items)] * 5,
        "[" + ", ".join(items) + "]",
        "(" + ", ".join(items) + ")",
        mark.join(f"“{i}”" if w.zh else f'"{i}"' for i in items),
        mark.join(items[:-1]) + ("和" if w.zh else " and ") + items[-1],
        ("；" if mark == "、" else "; ").join(items),
    ))  # fmt: skip


def _in_lines(w: Writer, items: list[str]) -> str:
    """The list on lines of its own."""
    return "\n".join(
        w.pick((
            items,
            [f"- {i}" for i in items],
            [f"* {i}" for i in items],
            [f"{n}. {i}" for n, i in enumerate(items, 1)],
        ))
    )  # fmt: skip


def _mark(w: Writer, items: list[str]) -> str:
    return "、" if w.zh and not all(i.isascii() for i in items) else ", "


def _around(w: Writer, items: list[str], frames: tuple[str, ...], **slots: object) -> Message:
    """A frame around the list; one in lines has lines to itself."""
    if w.rng.random() < 0.3:
        fitting = [f for f in frames if f.startswith("{x}\n") or f.endswith("\n{x}") or "\n{x}\n" in f]
        text = _in_lines(w, items)
    else:
        fitting, text = list(frames), _inline(w, items)
    return w.user(w.pick(fitting), w.pick(fitting), x=text, **slots)


def _told(w: Writer, done: list[str] | str) -> Message:
    if isinstance(done, list):
        done = _mark(w, done).join(done)
    return {"role": "assistant", "content": done}


def _options(pattern: str) -> tuple[str, ...]:
    """What a plain choice chooses from."""
    return tuple(pattern[1:-1].split("|"))


_ORDER_FRAMES = tuple(_options(x) for x in _ORDERED)
_QUESTION_FRAMES = tuple(_options(x) for x in _QUESTIONED)


def _order(w: Writer, items: list[str], en: str, zh: str, **slots: object) -> Message:
    """An order around its list."""
    h = w.words(en, zh, **slots)
    return _around(w, items, _ORDER_FRAMES[w.zh], h=h, H=h[:1].upper() + h[1:])


def _question(w: Writer, items: list[str], asked: str, order: str, zh: str, **slots: object) -> Message:
    """A question around its list, or an order to the same end."""
    if not w.zh and w.rng.random() < 0.3:
        return _order(w, items, order, zh, **slots)
    h = w.words(asked, zh, **slots)
    frames = _QUESTION_FRAMES[w.zh]
    # Told inside a sentence, a question with its verb in front would need other words.
    if not h.startswith(("which item comes", "which one stands", "what comes", "which item follows")):
        frames = tuple(f for f in frames if "{s}" not in f)
    if h.endswith("吗"):
        frames = tuple(f for f in frames if "告诉我" not in f and "想知道" not in f)
    return _around(w, items, frames, h=h, H=h[:1].upper() + h[1:], s=h)


def list_order(w: Writer) -> list[Message]:
    """What any list can have done to it."""
    items = _row(w, 4, 8)
    en, zh, work = w.pick(_ANY)
    done = work(items)
    ask = _order(w, items, en, zh)
    if done == "\f":
        line = _told(w, items)["content"]
        done = f"{line}\n{line}"
    return [ask, _told(w, done)]


def list_one(w: Writer) -> list[Message]:
    """One item asked for by its place, or how many there are."""
    items = _row(w, 3, 8)
    luck = w.rng.random()
    if luck < 0.25:
        return [_question(w, items, *_COUNTED), w.reply("There are {n}.", "有{n}个。", n=len(items))]
    if luck < 0.45:
        i = w.rng.randrange(1, len(items))
        back = w.rng.random() < 0.5
        ask = _question(w, items, *(_LAST if back else _NEXT), k=items[i if back else i - 1])
        return [ask, _told(w, items[i - 1 if back else i])]
    if luck < 0.65:
        return _held(w, items)
    asked, order, zh, work = w.pick(_ONE)
    return [_question(w, items, asked, order, zh), _told(w, work(items))]


def _held(w: Writer, items: list[str]) -> list[Message]:
    there = w.rng.random() < 0.55
    k = w.pick(items) if there else w.pick([x for x in (*_row(w, 5, 7), *_row(w, 5, 7), "tiny") if x not in items])
    ask = _question(w, items, *_HELD, k=k)
    if there:
        return [ask, w.reply("Yes, {k} is in the list.", "有，列表里有{k}。", k=k)]
    return [ask, w.reply("No, {k} isn't in the list.", "没有，列表里没有{k}。", k=k)]


def numbers(w: Writer, n: int) -> list[str]:
    """`n` different numbers, in half of the rows of unlike lengths: otherwise their first digits alone tell the order."""
    if w.rng.random() < 0.5:
        return [str(x) for x in w.sample(range(1, w.pick((10, 100, 100, 100, 1000))), n)]
    out: dict[str, None] = {}
    while len(out) < n:
        out[str(w.rng.randrange(1, w.pick((10, 100, 100, 100, 1000))))] = None
    return list(out)


def sorting(w: Writer) -> tuple[Message, list[str], list[str]]:
    """An order to sort, what is to be sorted, and what it is then."""
    if w.rng.random() < 0.5:
        items = numbers(w, w.rng.randrange(2, 6))
        en, zh, down = w.pick(_BY_SIZE)
        return _order(w, items, en, zh), items, sorted(items, key=int, reverse=down)
    items = _row(w, 3, 6, latin=True)
    en, zh, down = w.pick((_BY_LETTER[0], _BY_LETTER[0], _BY_LETTER[1]))
    return _order(w, items, en, zh), items, sorted(items, key=str.lower, reverse=down)


def by_length(w: Writer) -> tuple[Message, list[str], str]:
    """A question for the longest or shortest word, the words, and which it is; no other is as long."""
    short = w.rng.random() < 0.4
    while True:
        group = w.pick(
            (words.FRUITS, words.ANIMALS, words.COLOURS, words.THINGS, words.FOODS, words.PLACES, words.JOBS)
        )
        items = [x[w.zh] for x in w.sample(group, w.rng.randrange(3, 6))]
        lengths = sorted((len(x) for x in items), reverse=not short)
        if lengths[0] != lengths[1] and not any(" " in x for x in items):
            best = (min if short else max)(items, key=len)
            return _question(w, items, *(_SHORTEST if short else _LONGEST)), items, best


def list_filter(w: Writer) -> list[Message]:
    """Only some of the items: by their first letter, numbers or words, even or odd."""
    rng = w.rng
    match rng.randrange(4):
        case 0:
            figures = [str(x) for x in w.sample(range(1, 1000), rng.randrange(1, 4))]
            row = [x for x in _row(w, 2, 5) if not any(c.isdigit() for c in x)] or [w.pick(words.FRUITS)[w.zh]]
            items = w.sample([*figures, *row], len(figures) + len(row))
            numbers = rng.random() < 0.6
            return [_order(w, items, *(_NUMBERS if numbers else _WORDS)), _told(w, [x for x in items if x.isdigit() == numbers])]  # fmt: skip
        case 1:
            items = [str(x) for x in w.sample(range(1, w.pick((20, 100, 1000))), rng.randrange(4, 9))]
            odd = int(rng.choice(items)) % 2
            return [_order(w, items, *(_EVEN, _ODD)[odd]), _told(w, [x for x in items if int(x) % 2 == odd])]
        case _:
            return _by_letter(w)


def _by_letter(w: Writer) -> list[Message]:
    items = _row(w, 4, 8, latin=True)
    key = w.pick(items)[0].lower()
    # More than one that begins alike, where chance has none.
    more = [x for group in words.LISTS for x, _ in group if x[0].lower() == key and x not in items and " " not in x]
    items = list(dict.fromkeys([*items, *w.sample(more, min(len(more), w.pick((0, 1, 2))))]))
    w.rng.shuffle(items)
    begins = [x for x in items if x[0].lower() == key]
    others = [x for x in items if x not in begins]
    out = bool(others) and w.rng.random() < 0.3
    return [_order(w, items, *(_NOT_BEGIN if out else _BEGIN), k=key.upper()), _told(w, others if out else begins)]


def list_edit(w: Writer) -> list[Message]:
    """One item taken out, put in or changed; repeats taken out; capitals."""
    rng = w.rng
    items = _row(w, 3, 7)
    k = w.pick(items)
    new = next(x for x in iter(lambda: words.anything(rng, w.zh), None) if x not in items)
    match rng.randrange(7):
        case 0:
            return [_order(w, items, *_WITHOUT, k=k), _told(w, [x for x in items if x != k])]
        case 1:
            return [_order(w, items, *_WITH, k=new), _told(w, [*items, new])]
        case 2:
            return [_order(w, items, *_BEFORE, k=new), _told(w, [new, *items])]
        case 3:
            return [_order(w, items, *_CHANGED, k=k, j=new), _told(w, [new if x == k else x for x in items])]
        case 4:
            items = [x[0] for x in w.sample(w.pick((words.FRUITS, words.ANIMALS, words.COLOURS, words.THINGS)), rng.randrange(2, 6))]  # fmt: skip
            i = rng.randrange(2)
            return [_order(w, items, *_BIG[i]), _told(w, [(x.capitalize() if i else x.upper()) for x in items])]
        case _:
            items = [*items, *w.sample(items, rng.randrange(1, len(items)))]
            rng.shuffle(items)
            return [_order(w, items, *_ONCE), _told(w, list(dict.fromkeys(items)))]


def list_pair(w: Writer) -> list[Message]:
    """Two lists: what both have, what only the first has, the two as one."""
    pool = _row(w, 6, 8)
    if len(pool) < 5:
        return list_pair(w)
    i = w.rng.randrange(3)
    both, first, second = pool[:2], pool[2:4], pool[4:]
    one, two = w.sample([*both, *first], 4), w.sample([*both, *second], 2 + len(second))
    if i == 2:
        one, two = [*both, *first][: w.pick((2, 3))], second
    mark = _mark(w, pool)
    done = ([x for x in one if x in two], [x for x in one if x not in two], [*one, *two])[i]
    ask = w.user(*_PAIRED, h=w.words(*_TWO[i]), x=mark.join(one), y=mark.join(two))
    return [ask, _told(w, done)]


FAMILIES = {
    "list_order": (list_order, 9), "list_one": (list_one, 6), "list_filter": (list_filter, 4),
    "list_edit": (list_edit, 6), "list_pair": (list_pair, 3),
}  # fmt: skip
