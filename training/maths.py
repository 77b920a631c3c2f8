"""Sums, counting and word problems: worked out in the thought, or in the open when asked."""

from training import words
from training.bank import sums, texts
from training.bank.stories import GOODS, MONEY, STORIES
from training.sums import added, divided, multiplied, sign, taken
from training.writer import Message, Slot, Writer

_TIMES = ((" × ", " x ", " * ", "×", "*", " times ", "x"), (" × ", " * ", "×", " 乘以 ", "x"))
_PLUS = ((" + ", "+", " plus ", " + "), (" + ", "+", " 加 ", "加"))
_MINUS = ((" - ", "-", " minus "), (" - ", "-", " 减 ", "减"))


def answered(w: Writer, work: str, answer: Message, easy: bool, asked: bool = False) -> Message:
    """The answer with its work in the thought, in the open, or (only if easy) nowhere."""
    luck = w.rng.random()
    if not asked and luck < 0.6:
        return {**answer, "reasoning_content": work}
    if not asked and easy:
        return answer
    if asked and luck < 0.3:
        return {**answer, "reasoning_content": work}
    return {**answer, "content": f"{work}\n\n{answer['content']}"}


def number(w: Writer, longest: int) -> int:
    """A number of one to `longest` digits, each length alike."""
    n = w.rng.randrange(1, longest + 1)
    return w.rng.randrange(10 ** (n - 1), 10**n)


def _awkward(w: Writer, longest: int) -> int:
    """A number with noughts, nines or equal digits, where columns borrow and carry far."""
    rng = w.rng
    n = rng.randrange(min(2, longest), longest + 1)
    first = rng.choice("123456789")
    match rng.randrange(5):
        case 0:
            return int(first) * 10 ** (n - 1)
        case 1:
            return int(first * n)
        case 2:
            return int(first + "0" * (n - 2) + rng.choice("0123456789")) if n > 1 else int(first)
        case 3:
            return int(first + "".join(rng.choice("099") for _ in range(n - 1)))
        case _:
            return int(first + "".join(rng.choice("000123456789") for _ in range(n - 1)))


# fmt: off
# Other words for a sum, where {a} and {b} change places or stand apart.
_SAID = {
    "×": ("[[Multiply {a} by {b}|Multiply {a} and {b}|The product of {a} and {b}|Take {a} {b} times over|Find the product of {a} and {b}|{a} multiplied by {b}|Please multiply {a} with {b}|Let {a} be multiplied by {b}|Work out {a} multiplied by {b} for me|Give me the product of {a} and {b}|{a} times {b}, quickly][.|?||]|[What is the product of {a} and {b}|How much is {a} multiplied by {b}|What do you get when you multiply {a} by {b}|What does {a} multiplied by {b} come to|How many are {b} times {a}|What do {b} lots of {a} make|{b} groups of {a} are how many|What do I get if I multiply {a} by {b}|Which number is {a} times {b}|If a = {a} and b = {b}, what is a times b][?|]]",
          "[[{a}乘{b}|{a}和{b}的积|求{a}和{b}的乘积|把{a}和{b}相乘|{a}与{b}的乘积|请算{a}和{b}的积|用{a}去乘{b}][。|？||]|[{a}与{b}的乘积是多少|{b}个{a}是多少|{a}和{b}相乘得多少|{b}个{a}加起来是多少|{a}的{b}倍是多少|{a}乘{b}等于几|如果a是{a}，b是{b}，a乘b是多少][？|]]"),
    "+": ("[[Add {a} and {b}|Add {b} to {a}|The sum of {a} and {b}|Put {a} and {b} together|{a} and {b} added up|Find the total of {a} and {b}|Increase {a} by {b}|Sum up {a} and {b}|The total of {a} and {b}|Add up {a} and {b} for me|Work out the sum of {a} and {b}|Total: {a} and {b}|Add these two numbers: {a}, {b}|Please add {a} to {b}][.|?||]|[What is the sum of {a} and {b}|What do {a} and {b} add up to|If I add {b} to {a}, what do I have|What is the total of {a} and {b}|How much do {a} and {b} make|How much are {a} and {b} together|What do {a} and {b} come to|What number is {b} more than {a}|Which number is {b} greater than {a}|I had {a} and got {b} more: how much is it now|What do you get when you add {b} to {a}|If x is {a} and y is {b}, what is x plus y|{a} and {b} make what][?|]]",
          "[[{a}和{b}的和|{a}与{b}相加|把{a}和{b}加起来|求{a}和{b}之和|请把{a}加上{b}|{a}加上{b}|{a}、{b}合计|求两数之和：{a}、{b}][。|？||]|[{a}与{b}一共是多少|{a}和{b}合计多少|{a}和{b}总共多少|{a}和{b}加起来等于几|比{a}多{b}的数是多少|{a}再加{b}是多少|{a}增加{b}是多少|{a}与{b}的和是多少|如果甲是{a}，乙是{b}，甲加乙是多少][？|]]"),
    "-": ("[[Subtract {b} from {a}|Take {b} from {a}|Take away {b} from {a}|{a} take away {b}|The difference of {a} and {b}|{a} less {b}|Decrease {a} by {b}|Reduce {a} by {b}|Deduct {b} from {a}|The difference between {a} and {b}|Work out {a} take away {b} for me|Please subtract {b} from {a}|Find the difference of {b} and {a}][.|?||]|[What is the difference between {a} and {b}|What is the difference between {b} and {a}|If I take {b} off {a}, what remains|What remains of {a} without {b}|How much is left when I take {b} from {a}|What is left of {a} after {b} is gone|How much more is {a} than {b}|How much less is {b} than {a}|By how much is {a} bigger than {b}|How far is it from {b} to {a}|What must I add to {b} to get {a}|What is missing from {b} to {a}|What number is {b} less than {a}|How many are left if {b} of {a} go away|What do you get when you subtract {b} from {a}|If x is {a} and y is {b}, what is x minus y][?|]]",
          "[[{a}减去{b}|从{a}里减{b}|{a}和{b}的差|求{a}与{b}的差|从{a}中减去{b}|请用{a}减去{b}|{a}减掉{b}][。|？||]|[{a}拿走{b}还有多少|{a}比{b}多多少|{b}比{a}少多少|{a}与{b}的差是多少|{a}去掉{b}还剩多少|{a}减少{b}是多少|比{a}少{b}的数是多少|{b}加多少等于{a}|{b}再加多少是{a}|{a}用掉{b}还剩多少|{a}和{b}相差多少|{a}减{b}剩多少][？|]]"),
}
_PLAIN = (
    "[[Solve |Compute |Calculate |Work out |Find |Tell me |Give me |Please solve |The result of |Quickly: |Please compute |Evaluate |Do this sum: |A sum: |I need |Help me with |Solve for me: |||||]{a}{s}{b}[||| = | equals|=]|[What is |How much is |What's |Do you know |What does this make: |What would be |Can you tell me |Could you work out ]{a}{s}{b}[||| = |=]|[Do you know what|Any idea what|Tell me what|Can you say what] {a}{s}{b} is|{a}{s}{b}[ is what| makes how much| gives how much| = ?|=?| comes to what| gives what|, how much is it|, what is that|: the result| is how many]|Say, {a}{s}{b} is what|[What does|How much does] {a}{s}{b} [make|give|come to|equal]|[a|x|y|n|c] = {a}{s}{b}, [a|x|y|n|c] = |The answer to {a}{s}{b}|Work out {a}{s}{b} for me|And {a}{s}{b}]",
    "[[计算|算一下|请算|求||帮我算|请计算|算算|算一算：|口算：||]{a}{s}{b}[|等于多少|是多少|等于几| = |=|=?|得多少|得几|的结果|的结果是多少|结果是]|[你知道|请问|告诉我]{a}{s}{b}[等于多少|是多少|等于几]|{a}{s}{b}，[结果是多少|是多少|等于几|答案呢]]",
)
_STEPS = (
    "[Solve |What is |Compute |Calculate |How much is |Work out |Find |What's |Please solve |]{a}{s}{b}[ step by step|, step by step| with steps|, showing the steps|, showing your work| one step at a time|, and show how|. Show the steps| with all the steps| column by column]",
    "[一步一步|分步|逐步|一步步|写出步骤，|列竖式][计算|求|算|解]{a}{s}{b}[|等于多少|是多少|等于几]",
)
# fmt: on


def _asked(w: Writer, a: int, b: int, signs: tuple[tuple[str, ...], tuple[str, ...]], steps: bool) -> Message:
    if not steps and w.rng.random() < 0.5:
        return w.user(*w.pick((_SAID, sums.ASKED))[signs[0][0].strip()], a=a, b=b)
    en, zh = _STEPS if steps else _PLAIN
    # The unknown has one letter on both sides.
    letter = w.pick("axync")
    en = en.replace("[a|x|y|n|c]", letter)
    return w.user(en + "[.|?||?]", zh + "[？||。]", a=a, b=b, s=(w.pick(signs[0]), w.pick(signs[1])))


def times(w: Writer) -> list[Message]:
    """Multiplication of up to three digits by two."""
    rng = w.rng
    a, b = _awkward(w, 3) if rng.random() < 0.15 else number(w, 3), number(w, 2)
    if rng.random() < 0.08:
        a, b = 17, 23  # the brief's own
    elif rng.random() < 0.15:
        a, b = b, a
    if (luck := rng.random()) < 0.06:
        return _doubled(w, a)
    if luck < 0.1:
        return _squared(w)
    easy = min(a, b) < 10 and max(a, b) < 13
    steps = not easy and rng.random() < 0.3
    answer = w.reply("[So |]{a} × {b} = {c}." if not easy else "{a} × {b} = {c}.", "[所以|]{a} × {b} = {c}。" if not easy else "{a} × {b} = {c}。", a=a, b=b, c=a * b)  # fmt: skip
    return [_asked(w, a, b, _TIMES, steps), answered(w, multiplied(a, b), answer, easy, steps)]


def _doubled(w: Writer, a: int) -> list[Message]:
    """Twice or three times a number."""
    b = w.pick((2, 2, 3))
    ask = w.user(("[Double {a}|Twice {a}|Two times {a}|What is the double of {a}|What is twice {a}|{a} doubled|What do I get when I double {a}]" if b == 2 else "[Three times {a}|What is three times {a}|{a} tripled|Triple {a}|Thrice {a}]") + "[?||.]",
                 ("[{a}的两倍是多少|{a}翻一倍是多少|{a}翻倍|{a}的2倍是多少|把{a}加倍]" if b == 2 else "[{a}的三倍是多少|{a}的3倍是几]") + "[？|]", a=a)  # fmt: skip
    answer = w.reply("{a} × {b} = {c}.", "{a} × {b} = {c}。", a=a, b=b, c=a * b)
    return [ask, answered(w, multiplied(a, b), answer, a < 11)]


def _squared(w: Writer) -> list[Message]:
    """A number times itself."""
    a = number(w, 2)
    answer = w.reply("{a} × {a} = {c}.", "{a} × {a} = {c}。", a=a, c=a * a)
    return [w.user(*sums.SQUARED, a=a), answered(w, multiplied(a, a), answer, a < 10)]


def plus(w: Writer) -> list[Message]:
    """Addition and subtraction of up to four digits."""
    rng = w.rng
    longest, other = rng.choice(((2, 2), (2, 2), (3, 2), (3, 3), (3, 3), (4, 3), (4, 4), (4, 4)))
    a = _awkward(w, longest) if rng.random() < 0.25 else number(w, longest)
    b = _awkward(w, other) if rng.random() < 0.15 else number(w, other)
    minus = rng.random() < 0.48
    if minus and a < b:
        a, b = b, a
    steps = max(a, b) > 9 and rng.random() < 0.2
    c, sign, work = (a - b, "-", taken(a, b)) if minus else (a + b, "+", added(a, b))
    answer = w.reply("{a} {s} {b} = {c}.", "{a} {s} {b} = {c}。", a=a, b=b, s=sign, c=c)
    # Two columns are too much to say at once: whether one carries into the other is seen too late.
    easy = max(a, b) < 20 and min(a, b) < 10
    return [_asked(w, a, b, _MINUS if minus else _PLUS, steps), answered(w, work, answer, easy, steps)]


def divide(w: Writer) -> list[Message]:
    """Division that comes out even, by the times table."""
    if (luck := w.rng.random()) < 0.2:
        return _part(w)
    b, c = w.rng.randrange(2, 11), w.rng.randrange(2, 11)
    a = b * c
    answer = w.reply("{a} ÷ {b} = {c}.", "{a} ÷ {b} = {c}。", a=a, b=b, c=c)
    if luck < 0.6:
        return [w.user(*sums.ASKED["÷"], a=a, b=b), answered(w, divided(a, b), answer, True)]
    ask = w.user("[[What is|Compute|Calculate|Work out|How much is|Tell me||] {a}{s}{b}|[Divide {a} by {b}|{a} divided by {b}|What is {a} divided by {b}|How often does {b} go into {a}|How many times does {b} fit into {a}|Share {a} among {b}|What is {b} times what, if it is to be {a}]][?||.]",
                 "[[计算|算一下|求||]{a}{s}{b}[|等于多少|是多少|等于几]|{a}除以{b}[是多少|等于几|]|{a}里面有几个{b}|{b}乘几等于{a}|把{a}平均分成{b}份，每份是多少][？||]",
                 a=a, b=b, s=(w.pick((" ÷ ", "÷", " / ", "/", " : ")), w.pick((" ÷ ", "÷", "/"))))  # fmt: skip
    return [{**ask, "content": ask["content"].strip()}, answered(w, divided(a, b), answer, True)]


def _part(w: Writer) -> list[Message]:
    """Half of a number, a third of it."""
    b, en, zh = w.pick((*sums.PARTS, sums.PARTS[0]))
    c = w.rng.randrange(2, 11)
    ask = w.user(*sums.PART_ASKED, a=b * c, p=w.words(en, zh))
    answer = w.reply("{a} ÷ {b} = {c}.", "{a} ÷ {b} = {c}。", a=b * c, b=b, c=c)
    return [
        {**ask, "content": ask["content"][:1].upper() + ask["content"][1:]},
        answered(w, divided(b * c, b), answer, True),
    ]


_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()


def _in_letters(n: int) -> tuple[str, str]:
    """A number below a hundred as it is said."""
    tens, ones = divmod(n, 10)
    zh = ("", "十")[tens == 1] if tens < 2 else "一二三四五六七八九"[tens - 1] + "十"
    zh += "一二三四五六七八九"[ones - 1] if ones else ""
    if n < 20:
        return _ONES[n - 1], zh
    return _TENS[tens - 2] + (f"-{_ONES[ones - 1]}" if ones else ""), zh


def letters(w: Writer) -> list[Message]:
    """A sum whose numbers are said in letters; the answer has figures."""
    sign = w.pick("+-×")
    a, b = sorted((number(w, 2), number(w, 1 if sign == "×" else 2)), reverse=True)
    c, work = {"+": (a + b, added), "-": (a - b, taken), "×": (a * b, multiplied)}[sign]
    answer = w.reply("{a} {s} {b} = {c}.", "{a} {s} {b} = {c}。", a=a, b=b, s=sign, c=c)
    ask = w.user(*sums.IN_LETTERS[sign], a=_in_letters(a), b=_in_letters(b))
    ask["content"] = ask["content"][:1].upper() + ask["content"][1:]
    easy = a < 10 if sign == "×" else a < 20 and (b < 10)
    return [ask, answered(w, work(a, b), answer, easy)]


def chain(w: Writer) -> list[Message]:
    """Three numbers added or taken away in turn."""
    a, b, c = (number(w, 2) for _ in range(3))
    second = w.pick("+-") if a + b >= c else "+"
    mid = a + b
    work = added(a, b) + "\n" + (added(mid, c) if second == "+" else taken(mid, c))
    end = mid + c if second == "+" else mid - c
    answer = w.reply("{a} + {b} {s} {c} = {d}.", "{a} + {b} {s} {c} = {d}。", a=a, b=b, c=c, s=second, d=end)
    if w.rng.random() < 0.5:
        patterns = w.pick((sums.TURNED[second], sums.THREE if second == "+" else sums.TURNED["-"]))
        return [w.user(*patterns, a=a, b=b, c=c), answered(w, work, answer, False)]
    said = "then add {c}" if second == "+" else "then subtract {c}"
    ask = w.user("[[What is |Compute |Calculate |Work out |How much is |Solve |||][{a} + {b} {s} {c}|{a}+{b}{s}{c}][?|| = ?|=]|Add {a} and {b}, " + said + "[.|]|Start with {a}, add {b}, " + said + ". What do you get?" + ("|[What is the sum of|Add up|The total of] {a}, {b} and {c}[?|]]" if second == "+" else "]"),
                 "[[计算|算一下|求||][{a} + {b} {s} {c}|{a}+{b}{s}{c}][。||等于多少？|=]|{a}加{b}再" + ("加" if second == "+" else "减") + "{c}，[是多少|等于几]？" + ("|{a}、{b}、{c}[一共|合计|加起来]是多少？]" if second == "+" else "]"), a=a, b=b, c=c, s=second)  # fmt: skip
    return [ask, answered(w, work, answer, False)]


def people(w: Writer) -> tuple[str, str]:
    """Two different people, some with a second name."""
    n, m = words.person(w.rng, w.zh), words.person(w.rng, w.zh)
    while m == n:
        m = words.person(w.rng, w.zh)
    if w.rng.random() < 0.1 and n.isascii():
        n += " " + words.invented(w.rng).capitalize()
    return n, m


def good(w: Writer) -> tuple[str, tuple[str, str], tuple[str, str]]:
    """Things one buys or has: one of them, the things, and the Chinese measure word; some are of no list."""
    one, zh, measure = w.pick(GOODS)
    if w.rng.random() < 0.15:
        one, measure = words.invented(w.rng), "个"
        while one.endswith(("s", "x", "z", "h", "y", "o")):
            one = words.invented(w.rng)
        zh = one
    return one, (many(one), zh), (many(one), measure)


_COME: list[words.Pair] = [("{b} more come", "又来了{b}个"), ("{b} are added", "又加了{b}个"), ("someone brings {b} more", "有人又带来{b}个"), ("{b} are put there", "又放了{b}个")]  # fmt: skip
_GO: list[words.Pair] = [("{b} are taken away", "拿走了{b}个"), ("{b} go away", "走了{b}个"), ("{b} are sold", "卖了{b}个"), ("{b} get lost", "丢了{b}个"), ("someone takes {b}", "有人拿走{b}个"), ("{b} break", "坏了{b}个")]  # fmt: skip


def many(noun: str) -> str:
    """The plural of an English noun of our lists."""
    if noun.endswith(("s", "x")) and noun not in ("bus", "box", "fox"):
        return noun
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("ch", "ato", "ango", "sh", "x", "s")) else "s")


# What happens to what someone has: English, Chinese, and the sign.
_TURNS = (
    (
        "[buys|gets|finds|picks|receives|is given|makes|collects|borrows] {b} more",
        "[又买了|又得到|又摘了|捡到了|又做了|借来]{b}个",
        "+",
    ),
    (
        "[gives away|eats|loses|sells|throws away|drops|breaks|lends a friend|sends away|uses up] {b}",
        "[吃了|送出|丢了|卖了|送给朋友|弄坏了|借出]{b}个",
        "-",
    ),
)


def facts(w: Writer) -> list[Message]:
    """A row of the small steps that all written sums are made of: most learning for the fewest words."""
    rng = w.rng
    if (luck := rng.random()) < 0.15:
        return _signs(w)
    if luck < 0.2:
        return _table(w)
    steps: list[tuple[str, int]] = []
    for _ in range(rng.choice((1, 2, 4, 6, 9, 12, 16, 20))):
        x, y, one = rng.randrange(10), rng.randrange(10), rng.randrange(2)
        steps.append(rng.choice((
            (f"{x}+{y}{'+1' * one}", x + y + one),
            (f"{max(x, y)}-{min(x, y)}", abs(x - y)),
            (f"{max(x, y) + 1}-{min(x, y)}-1", abs(x - y)),
            (f"{min(x, y)}+10-{max(x, y)}{'-1' * one}", min(x, y) + 10 - max(x, y) - one),
            (f"{x}×{y}", x * y),
            (f"{x}×{y}", x * y),
            (f"{x * y}+{(z := rng.randrange(1, 9))}", x * y + z),
            (f"{(x + 1) * (y + 1)}÷{x + 1}", y + 1),
        )))  # fmt: skip
    ask = w.user("[Work these out|Solve these|Compute|Calculate|What are these|Small sums|Fill in the results|Do these|Do these sums|Quick sums|Tell me the results|One after the other|Practise with me][:|:\n] {t}",
                 "[算一算|计算|口算|求结果|把这些算出来|写出得数|口算练习|下面各是多少][：|：\n]{t}", t=w.pick((", ", " ", "\n", "; ")).join(s for s, _ in steps))  # fmt: skip
    return [ask, {"role": "assistant", "content": ", ".join(f"{s}={n}" for s, n in steps)}]


def _signs(w: Writer) -> list[Message]:
    """A row of pairs of digits, and the sign between them."""
    pairs = [(w.rng.randrange(10), w.rng.randrange(10)) for _ in range(w.pick((1, 3, 5, 8, 12)))]
    ask = w.user("[Put in <, > or =|Which sign belongs there, <, > or =|Larger, smaller or equal|Compare][:|:\n] {t}",
                 "[填上<、>或=|比较大小|用<、>或=填空][：|：\n]{t}", t=", ".join(f"{x} ? {y}" for x, y in pairs))  # fmt: skip
    return [ask, {"role": "assistant", "content": ", ".join(f"{x} {sign(x, y)} {y}" for x, y in pairs)}]


def _table(w: Writer) -> list[Message]:
    """The times table of one digit."""
    x = w.rng.randrange(2, 10)
    ask = w.user("[Say|Write|Give me|List|Recite] the [times table of {x}|{x} times table][.|]", "[写出|背一下|列出]{x}的[乘法表|乘法口诀][。|]", x=x)  # fmt: skip
    return [ask, {"role": "assistant", "content": ", ".join(f"{x}×{y}={x * y}" for y in range(1, 11))}]


_BOUNDS = {"+": (150, 99), "-": (200, 0), "×": (30, 25), "×+": (20, 12), "×-": (20, 12), "-×": (20, 12), "++": (99, 99), "+-": (99, 60), "--": (200, 60)}  # fmt: skip


def _drawn(w: Writer, signs: str) -> tuple[int, int, int, int, str]:
    """Numbers that suit the signs, the result (two or more), and the work."""
    rng = w.rng
    while True:
        if signs == "÷":
            b, r = rng.randrange(2, 11), rng.randrange(2, 11)
            return b * r, b, 0, r, divided(b * r, b)
        top, other = _BOUNDS[signs]
        a = _awkward(w, 3) if rng.random() < 0.15 and "×" not in signs else rng.randrange(2, top)
        b, c = rng.randrange(2, other or max(a, 3)), rng.randrange(2, 100)
        if len({a, b, c}) < 3:
            continue
        match signs:
            case "+":
                r, work = a + b, added(a, b)
            case "-":
                r, work = a - b, "" if a < b else taken(a, b)
            case "×":
                r, work = a * b, multiplied(a, b)
            case "-×":
                r, c = c, a * b + c
                work = f"{multiplied(a, b)}\n{taken(c, a * b)}"
            case _:
                mid = a * b if signs[0] == "×" else a + b if signs[0] == "+" else a - b
                r = mid + c if signs[1] == "+" else mid - c
                if mid < 2 or r < 2:
                    continue
                first = multiplied(a, b) if signs[0] == "×" else added(a, b) if signs[0] == "+" else taken(a, b)
                work = first + "\n" + (added(mid, c) if signs[1] == "+" else taken(mid, c))
        if r > 1:
            return a, b, c, r, work


_HIGHEST = {"degrees": 45, "percent": 100}


def problem(w: Writer) -> list[Message]:
    """A small story with numbers, in one step or two."""
    rng = w.rng
    signs, en, says, zh, zh_says = w.pick(STORIES)
    a, b, c, r, work = _drawn(w, signs)
    if "years old" in en and (a > 90 or b > 40 or r > 99):  # nobody grows so old
        a, b = rng.randrange(12, 60), rng.randrange(2, 11)
        r, work = (a + b, added(a, b)) if signs == "+" else (a - b, taken(a, b))
        if a == b or r < 2:
            return problem(w)
    elif any(word in en and max(a, r) > most for word, most in _HIGHEST.items()):
        return problem(w)
    n, m = people(w)
    one, t, q = good(w)
    article = "an" if one[0] in "aeiou" else "a"
    z = rng.choice([x for x in range(2, 20) if x not in (a, b, c, r)])
    slots: dict[str, Slot] = {
        "n": n, "m": m, "o": one, "t": t, "q": q, "g": f"{article} {one}", "G": f"{article.capitalize()} {one}",
        "u": w.pick(MONEY) if not w.zh or rng.random() < 0.3 else ("yuan", "元"), "x": words.invented(rng).capitalize(),
        "y": words.invented(rng, 1).capitalize(), "a": a, "b": b, "c": c, "z": z, "r": r,
    }  # fmt: skip
    return [w.user(en, zh, **slots), answered(w, work, w.reply(says, zh_says, **slots), False)]


def story(w: Writer) -> list[Message]:
    """Someone has some things, and more come or some go."""
    rng = w.rng
    en, zh = rng.choice(rng.choice((words.FRUITS, words.THINGS, words.ANIMALS)))
    name = words.person(rng, w.zh)
    a, b = number(w, 2) + 2, number(w, 2)
    turn = _TURNS[a > b and rng.random() < 0.5]
    if turn[2] == "-" and b > a:
        a, b = b, a
    c = a - b if turn[2] == "-" else a + b
    slots: dict[str, Slot] = {"n": name, "a": a, "b": b, "f": (many(en), zh)}
    ask = w.user(
        "{n} [has|keeps|holds|carries] {a} {f}[ and| and then|, then|. Then {n}] " + turn[0] + ". [How many {f} does {n} have[ now| left| in the end|]|How many {f} are there[ now|]|What is the number of {f} now|How many does {n} have now|How many has {n} now]?",
        "{n}有{a}个{f}，" + turn[1] + "，[现在|最后|]有[多少|几]个{f}？", **slots)  # fmt: skip
    if rng.random() < 0.3:  # nobody's: things in a place
        more = w.pick(_COME) if turn[2] == "+" else w.pick(_GO)
        ask = w.user("[There are|There were|One sees|We counted] {a} {f} [in|at] the {p}[. Then | and then |; | and ]" + more[0] + "[. How many|. How many {f}] [are there now|are there in the end|does that make]?",
                     "{p}里有{a}个{f}，" + more[1] + "。现在[一共|]有[多少|几]个？", **slots, p=w.pick(words.PLACES))  # fmt: skip
        answer = w.reply("There are {c} {f}.", "有{c}个{f}。", **slots, c=c)
        return [ask, answered(w, (taken if turn[2] == "-" else added)(a, b), answer, False)]
    answer = w.reply("{n} has {c} {f}.", "{n}有{c}个{f}。", **slots, c=c)
    return [ask, answered(w, (taken if turn[2] == "-" else added)(a, b), answer, False)]


def packs(w: Writer) -> list[Message]:
    """So many in each of so many: a product."""
    rng = w.rng
    a, b = rng.randrange(2, 40), rng.randrange(2, 13)
    thing, price = rng.choice(words.THINGS), rng.random() < 0.5
    slots: dict[str, Slot] = {
        "a": a,
        "b": b,
        "f": (many(thing[0]), thing[1]),
        "o": thing,
        "n": words.person(rng, w.zh),
        "v": w.pick(("boxes", "boxes", "bags", "baskets", "rows", "rooms", "shelves", "carts")),
        "c": a * b,
    }
    if price:
        ask = w.user("[One {o} costs {a} coins|The {o} costs {a} coins|Each {o} is {a} coins|The price of one {o} is {a} coins|{a} coins is the price of one {o}|For one {o} you pay {a} coins]. [How much do {b} {f} cost|What is the price of {b} {f}|{n} buys {b} {f}. How much is that|How much must {n} pay for {b} {f}|How many coins are {b} of them|And {b} {f}]?",
                     "[一个{o}{a}元|每个{o}{a}元]，[{b}个{o}多少钱|{n}买了{b}个{o}，一共多少钱]？", **slots)  # fmt: skip
        answer = w.reply("{b} {f} cost {c} coins.", "{b}个{o}一共{c}元。", **slots)
    else:
        ask = w.user("[There are {b} {v} with {a} {f} each|{n} has {b} {v}, each with {a} {f}|{b} {v} contain {a} {f} each|In each of {b} {v} are {a} {f}|{n} fills {b} {v} with {a} {f} each|Every one of the {b} {v} holds {a} {f}]. [How many {f} are there[ in all| altogether| in total|]|How many {f} is that altogether|What is the number of {f}]?",
                     "[有{b}个盒子，每个盒子有{a}个{o}|{n}有{b}个箱子，每个装{a}个{o}]，一共有多少个{o}？", **slots)  # fmt: skip
        answer = w.reply("There are {c} {f}.", "一共有{c}个{o}。", **slots)
    return [ask, answered(w, multiplied(a, b), answer, False)]


def count(w: Writer) -> list[Message]:
    """How many items or words there are, or how often one comes."""
    rng = w.rng
    pool = [words.anything(rng, w.zh) for _ in range(rng.randrange(2, 6))]
    row = [rng.choice(pool) if rng.random() < 0.5 else words.anything(rng, w.zh) for _ in range(rng.randrange(2, 12))]
    if (luck := rng.random()) < 0.2:
        return _word_count(w)
    comma = "、" if w.zh else w.pick((", ", ", ", ", ", "; ", "\n"))
    text = comma.join(row)
    if luck < 0.6:
        ask = w.user("[How many items are in this list|Count these|How many things are here|Count the items|How many entries does this list have|How many are these|How many things do I name|How many entries are there|What is the number of items|How long is this list|Tell me how many items there are|Count what is listed here|My list. How many items has it][:|?|:\n] {t}",
                     "[这里有几个|数一数有几个|列表里有几项|这个列表有多少项|下面一共有几个|请数一下有多少个|这里列了几样东西|一共有多少项|清单上有几项]？{t}", t=text)  # fmt: skip
        if rng.random() < 0.5:
            ask = w.user(*texts.HOW_MANY, t=text)
        work = ", ".join(f"{i} {x}" for i, x in enumerate(row, 1))
        return [ask, answered(w, work, w.reply("There are {n}.", "有{n}个。", n=len(row)), len(row) < 5)]  # fmt: skip
    x = rng.choice(row)
    ask = w.user(
        "[[How often does {x} come in this list|How many times is {x} in this list|Count {x} here|How often does {x} appear here|How many times does {x} occur|How often is {x} named|Count how often {x} comes|What is the number of times {x} stands here|How many of these are {x}][:|?] {t}|{t}\n[How often does {x} come|How many times is {x} in it|Count {x}][?|.]]",
        "[[{x}在列表里出现几次|数一数{x}有几个|{x}出现了多少次|下面有几个{x}|{x}一共出现几次|列表里有多少个{x}]？{t}|{t}\n{x}[出现几次|有几个]？]",
        x=x,
        t=text,
    )  # fmt: skip
    if rng.random() < 0.5:
        ask = w.user(*texts.HOW_OFTEN, x=x, t=text)
    n, steps = 0, []
    for y in row:
        n += y == x
        steps.append(f"{y} {n}")
    answer = w.reply(f"{{x}} comes {{n}} time{'s' * (n > 1)}.", "{x}出现了{n}次。", x=x, n=n)
    # The value is copied as it stands, small first letter or not.
    answer["content"] = x + answer["content"][len(x) :]
    return [ask, answered(w, ", ".join(steps), answer, False)]


def _word_count(w: Writer) -> list[Message]:
    """How many words a sentence of any words has; of Chinese ones, how many characters."""
    rng = w.rng
    n = rng.randrange(2, 11)
    row = [words.han(rng) if w.zh else rng.choice((words.invented(rng), rng.choice(rng.choice((words.THINGS, words.ANIMALS, words.PLACES)))[0], words.person(rng, False), rng.choice(("the", "a", "and", "is", "with", "on")))) for _ in range(n)]  # fmt: skip
    ask = w.user("[How many words [has|are in] this sentence|Count the words|How many words are there|How many words is that|Count the words of this text|Of how many words is this made|What is the number of words here][:|?] {t}",
                 "[这句话有几个字|数一数有几个字|下面有多少个字|这里一共几个字]？{t}", t=("" if w.zh else " ").join(row))  # fmt: skip
    work = ", ".join(f"{i} {x}" for i, x in enumerate(row, 1))
    return [ask, answered(w, work, w.reply("There are {n} words." if not w.zh else "There are {n}.", "有{n}个字。" if w.zh else "有{n}个词。", n=n), n < 4)]  # fmt: skip


FAMILIES = {
    "times": (times, 11), "plus": (plus, 12), "chain": (chain, 5), "story": (story, 5), "packs": (packs, 4),
    "count": (count, 5), "facts": (facts, 9), "problem": (problem, 20), "divide": (divide, 5), "letters": (letters, 3),
}  # fmt: skip
