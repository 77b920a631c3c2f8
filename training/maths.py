"""Sums, comparisons, counting, dates and small word problems: worked out in the thought, or in the open when asked."""

from training import words
from training.sums import added, multiplied, taken
from training.writer import Message, Slot, Writer

_TIMES = ((" × ", " x ", " * ", "×", "*", " times ", "x"), (" × ", " * ", "×", " 乘以 ", "x"))
_PLUS = ((" + ", "+", " plus ", " + "), (" + ", "+", " 加 ", "加"))
_MINUS = ((" - ", "-", " minus "), (" - ", "-", " 减 ", "减"))


def _answered(w: Writer, work: str, answer: Message, easy: bool, asked: bool = False) -> Message:
    """The answer with its work in the thought, in the open, or (only if easy) nowhere."""
    luck = w.rng.random()
    if not asked and luck < 0.5:
        return {**answer, "reasoning_content": work}
    if not asked and easy:
        return answer
    if asked and luck < 0.3:
        return {**answer, "reasoning_content": work}
    return {**answer, "content": f"{work}\n\n{answer['content']}"}


def _number(w: Writer, longest: int) -> int:
    """A number of one to `longest` digits, each length alike."""
    n = w.rng.randrange(1, longest + 1)
    return w.rng.randrange(10 ** (n - 1), 10**n)


# The other words for a sum, where {a} and {b} change places or stand apart.
_TIMES_SAID = ("[Multiply {a} by {b}|Multiply {a} and {b}|The product of {a} and {b}|What is the product of {a} and {b}|Take {a} {b} times over|Find the product of {a} and {b}|How much is {a} multiplied by {b}|{a} multiplied by {b}|What do you get when you multiply {a} by {b}]",
               "[{a}乘{b}|{a}和{b}的积|{a}与{b}的乘积是多少|求{a}和{b}的乘积]")  # fmt: skip
_PLUS_SAID = ("[Add {a} and {b}|Add {b} to {a}|The sum of {a} and {b}|What is the sum of {a} and {b}|Put {a} and {b} together|{a} and {b} added up|Find the total of {a} and {b}|What do {a} and {b} add up to|If I add {b} to {a}, what do I have|Increase {a} by {b}|Sum up {a} and {b}]",
              "[{a}和{b}的和|{a}与{b}相加|{a}与{b}一共是多少|把{a}和{b}加起来|求{a}和{b}之和]")  # fmt: skip
_MINUS_SAID = ("[Subtract {b} from {a}|Take {b} from {a}|Take away {b} from {a}|{a} take away {b}|The difference of {a} and {b}|What is the difference between {a} and {b}|{a} less {b}|Decrease {a} by {b}|If I take {b} off {a}, what remains|What remains of {a} without {b}]",
               "[{a}减去{b}|从{a}里减{b}|{a}和{b}的差|{a}拿走{b}还有多少|{a}比{b}多多少]")  # fmt: skip
_SAID = {"×": _TIMES_SAID, "+": _PLUS_SAID, "-": _MINUS_SAID}


def _asked(w: Writer, a: int, b: int, signs: tuple[tuple[str, ...], tuple[str, ...]], steps: bool) -> Message:
    if not steps and w.rng.random() < 0.3:
        en, zh = _SAID[signs[0][0].strip()]
        return w.user(en + "[.|?||?]", zh + "[？||。]", a=a, b=b)
    return w.user(
        "[Solve |What is |Compute |Calculate |How much is |Work out |Find |What's |Tell me |Give me |Do you know |Please solve |What does this make: |What would be |The result of |Quickly: ||]{a}{s}{b}[||| = | equals| is what| makes how much| gives how much]" + ("[ step by step|, step by step| with steps|, showing the steps|, showing your work| one step at a time]" if steps else "") + "[.|?||?]",
        ("[一步一步|分步|逐步|一步步][计算|求|算|解]" if steps else "[计算|算一下|请算|求||]") + "{a}{s}{b}[|等于多少|是多少|等于几| = ][？||。]",
        a=a, b=b, s=(w.pick(signs[0]), w.pick(signs[1])))  # fmt: skip


def times(w: Writer) -> list[Message]:
    """Multiplication of up to three digits by two."""
    rng = w.rng
    a, b = _number(w, 3), _number(w, 2)
    if rng.random() < 0.08:
        a, b = 17, 23  # the brief's own
    easy = a <= 12 and b <= 12
    steps = not easy and rng.random() < 0.4
    answer = w.reply("[So |]{a} × {b} = {c}." if not easy else "{a} × {b} = {c}.", "[所以|]{a} × {b} = {c}。" if not easy else "{a} × {b} = {c}。", a=a, b=b, c=a * b)  # fmt: skip
    return [_asked(w, a, b, _TIMES, steps), _answered(w, multiplied(a, b), answer, easy, steps)]


def plus(w: Writer) -> list[Message]:
    """Addition and subtraction of up to four digits."""
    rng = w.rng
    a, b = _number(w, rng.choice((2, 3, 3, 4))), _number(w, rng.choice((2, 3)))
    minus = rng.random() < 0.45
    if minus and a < b:
        a, b = b, a
    steps = max(a, b) > 9 and rng.random() < 0.25
    c, sign, work = (a - b, "-", taken(a, b)) if minus else (a + b, "+", added(a, b))
    answer = w.reply("{a} {s} {b} = {c}.", "{a} {s} {b} = {c}。", a=a, b=b, s=sign, c=c)
    return [_asked(w, a, b, _MINUS if minus else _PLUS, steps), _answered(w, work, answer, max(a, b) < 100, steps)]


def chain(w: Writer) -> list[Message]:
    """Three numbers added or taken away in turn."""
    a, b, c = (_number(w, 2) for _ in range(3))
    second = w.pick("+-") if a + b >= c else "+"
    mid = a + b
    work = added(a, b) + "\n" + (added(mid, c) if second == "+" else taken(mid, c))
    end = mid + c if second == "+" else mid - c
    ask = w.user(
        "[What is|Compute|Calculate|Work out|How much is] {a} + {b} {s} {c}[?|]",
        "[计算|算一下|求]{a} + {b} {s} {c}[。|]",
        a=a,
        b=b,
        c=c,
        s=second,
    )
    answer = w.reply("{a} + {b} {s} {c} = {d}.", "{a} + {b} {s} {c} = {d}。", a=a, b=b, c=c, s=second, d=end)
    return [ask, _answered(w, work, answer, False)]


def compared(a: int, b: int) -> str:
    """How a and b compare: by length, else by the first digit that differs."""
    x, y = str(a), str(b)
    if len(x) != len(y):
        return f"{a}: {len(x)}, {b}: {len(y)}, {max(a, b)} > {min(a, b)}"
    steps = []
    for i, j in zip(x, y, strict=True):
        steps.append(f"{i} {'=' if i == j else '>' if i > j else '<'} {j}")
        if i != j:
            break
    return ", ".join(steps) + f", {max(a, b)} > {min(a, b)}"


def compare(w: Writer) -> list[Message]:
    """Which of two numbers is larger."""
    a = _number(w, 4)
    b = a + w.rng.randrange(-30, 30) if w.rng.random() < 0.3 else _number(w, 4)
    b = abs(b) if abs(b) != a else a + 1
    small = w.rng.random() < 0.4
    ask = w.user("[[Which is {k}|Which number is {k}|What is {k}|Which one is {k}|Which of them is {k}][,|:] {a} or {b}|Which is the {k} number of {a} and {b}|{a} or {b}: which is {k}|Compare {a} and {b}: which is {k}|Of {a} and {b}, which is {k}|Tell me the {k} of {a} and {b}|Give me the {k} number: {a}, {b}|Find the {k} of the two: {a} and {b}][?|]", "{a}[ 和 |和|与]{b}[ |][哪个[数|]更{k}|哪一个{k}|比，哪个{k}|相比哪个数{k}]？",
                 k=("smaller" if small else w.pick(("larger", "bigger", "greater")), "小" if small else "大"), a=a, b=b)  # fmt: skip
    win = min(a, b) if small else max(a, b)
    answer = w.reply("{x} is {k}.", "{x} 更{k}。", x=win, k=("smaller" if small else "larger", "小" if small else "大"))
    return [ask, {**answer, "reasoning_content": compared(a, b)} if w.rng.random() < 0.5 else answer]


_COME: list[words.Pair] = [("{b} more come", "又来了{b}个"), ("{b} are added", "又加了{b}个"), ("someone brings {b} more", "有人又带来{b}个"), ("{b} are put there", "又放了{b}个")]  # fmt: skip
_GO: list[words.Pair] = [("{b} are taken away", "拿走了{b}个"), ("{b} go away", "走了{b}个"), ("{b} are sold", "卖了{b}个"), ("{b} get lost", "丢了{b}个"), ("someone takes {b}", "有人拿走{b}个"), ("{b} break", "坏了{b}个")]  # fmt: skip


def many(noun: str) -> str:
    """The plural of an English noun of our lists."""
    if noun.endswith(("s", "x")) and noun not in ("bus", "box", "fox"):
        return noun
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("ch", "o", "sh", "x", "s")) else "s")


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
        )))  # fmt: skip
    ask = w.user("[Work these out|Solve these|Compute|Calculate|What are these|Small sums|Fill in the results|Do these][:|:\n] {t}",
                 "[算一算|计算|口算|求结果|把这些算出来][：|：\n]{t}", t=w.pick((", ", " ", "\n", "; ")).join(s for s, _ in steps))  # fmt: skip
    return [ask, {"role": "assistant", "content": ", ".join(f"{s}={n}" for s, n in steps)}]


def story(w: Writer) -> list[Message]:
    """Someone has some things, and more come or some go."""
    rng = w.rng
    en, zh = rng.choice(rng.choice((words.FRUITS, words.THINGS, words.ANIMALS)))
    name = words.person(rng, w.zh)
    a, b = _number(w, 2) + 2, _number(w, 2)
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
        return [ask, _answered(w, (taken if turn[2] == "-" else added)(a, b), answer, False)]
    answer = w.reply("{n} has {c} {f}.", "{n}有{c}个{f}。", **slots, c=c)
    return [ask, _answered(w, (taken if turn[2] == "-" else added)(a, b), answer, False)]


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
        ask = w.user("[One {o} costs {a} coins|A {o} costs {a} coins|Each {o} is {a} coins|The price of one {o} is {a} coins|{a} coins is the price of a {o}|For one {o} you pay {a} coins]. [How much do {b} {f} cost|What is the price of {b} {f}|{n} buys {b} {f}. How much is that|How much must {n} pay for {b} {f}|How many coins are {b} of them|And {b} {f}]?",
                     "[一个{o}{a}元|每个{o}{a}元]，[{b}个{o}多少钱|{n}买了{b}个{o}，一共多少钱]？", **slots)  # fmt: skip
        answer = w.reply("{b} {f} cost {c} coins.", "{b}个{o}一共{c}元。", **slots)
    else:
        ask = w.user("[There are {b} {v} with {a} {f} each|{n} has {b} {v}, each with {a} {f}|{b} {v} contain {a} {f} each|In each of {b} {v} are {a} {f}|{n} fills {b} {v} with {a} {f} each|Every one of the {b} {v} holds {a} {f}]. [How many {f} are there[ in all| altogether| in total|]|How many {f} is that altogether|What is the number of {f}]?",
                     "[有{b}个盒子，每个盒子有{a}个{o}|{n}有{b}个箱子，每个装{a}个{o}]，一共有多少个{o}？", **slots)  # fmt: skip
        answer = w.reply("There are {c} {f}.", "一共有{c}个{o}。", **slots)
    return [ask, _answered(w, multiplied(a, b), answer, False)]


def count(w: Writer) -> list[Message]:
    """How many items or words there are, or how often one comes."""
    rng = w.rng
    pool = [words.anything(rng, w.zh) for _ in range(rng.randrange(2, 6))]
    row = [rng.choice(pool) if rng.random() < 0.5 else words.anything(rng, w.zh) for _ in range(rng.randrange(2, 12))]
    text = ("、" if w.zh else ", ").join(row)
    if rng.random() < 0.5:
        ask = w.user("[How many items are in this list|Count these|How many things are here|Count the items|How many entries does this list have][:|?|:\n] {t}",
                     "[这里有几个|数一数有几个|列表里有几项|这个列表有多少项]？{t}", t=text)  # fmt: skip
        work = ", ".join(f"{i} {x}" for i, x in enumerate(row, 1))
        return [ask, _answered(w, work, w.reply("There are {n}.", "有{n}个。", n=len(row)), len(row) < 7)]
    x = rng.choice(row)
    ask = w.user(
        "[How often does {x} come in this list|How many times is {x} in this list|Count {x} here][:|?] {t}",
        "[{x}在列表里出现几次|数一数{x}有几个]？{t}",
        x=x,
        t=text,
    )
    n, steps = 0, []
    for y in row:
        n += y == x
        steps.append(f"{y} {n}")
    return [
        ask,
        _answered(w, ", ".join(steps), w.reply("{x} comes {n} [times|times].", "{x}出现了{n}次。", x=x, n=n), False),
    ]


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def date(w: Writer) -> list[Message]:
    """A date some days on; the thought adds, and turns the month."""
    rng = w.rng
    i, n = rng.randrange(12), rng.randrange(1, 28)
    d = rng.randrange(1, _LENGTHS[i] + 1)
    over = d + n > _LENGTHS[i]
    j, e = ((i + 1) % 12, d + n - _LENGTHS[i]) if over else (i, d + n)
    month, after = (words.MONTHS[i], f"{i + 1}月"), (words.MONTHS[j], f"{j + 1}月")
    ask = w.user("[What date is {n} days after {d} {m}|Which date comes {n} days after {d} {m}|It is {d} {m}. What is the date in {n} days|Today is {m} {d}. Which date is it in {n} days|Add {n} days to {d} {m}|{n} days from {d} {m} is which date|What is the date {n} days later than {d} {m}|Counting {n} days from {d} {m}, which date comes]?",
                 "[{m}{d}日过{n}天是几月几日|{m}{d}日之后{n}天是哪一天|今天是{m}{d}日，{n}天后是几月几日]？", n=n, d=d, m=month)  # fmt: skip
    work = added(d, n) + (
        f"\n{month[w.zh]}: {_LENGTHS[i]}\n" + taken(d + n, _LENGTHS[i]) if over else f"\n{month[w.zh]}: {_LENGTHS[i]}"
    )
    return [ask, _answered(w, work, w.reply("It is {d} {m}.", "是{m}{d}日。", d=e, m=after), False)]


def weekday(w: Writer) -> list[Message]:
    """The day of the week some days on, walked day by day."""
    i, n = w.rng.randrange(7), w.rng.randrange(2, 10)
    ask = w.user("[[Today is|It is|Now it is|If today is|Say it is] {x}[. |, ][which day is it in {n} days|what day will it be in {n} days|what day is it after {n} days|which day of the week will it be in {n} days]|What day comes {n} days after {x}|Which day is {n} days after {x}|{n} days after {x} it is which day|What weekday follows {x} by {n} days]?",
                 "[今天{x}，{n}天后是星期几|{x}过{n}天是星期几|{x}之后{n}天是星期几]？", x=words.DAYS[i], n=n)  # fmt: skip
    work = ", ".join(f"{k} {words.DAYS[(i + k) % 7][w.zh]}" for k in range(1, n + 1))
    return [ask, _answered(w, work, w.reply("It is {y}.", "是{y}。", y=words.DAYS[(i + n) % 7]), False)]


FAMILIES = {
    "times": (times, 20), "plus": (plus, 22), "chain": (chain, 3), "compare": (compare, 9), "story": (story, 9), "packs": (packs, 6),
    "count": (count, 5), "date": (date, 4), "weekday_on": (weekday, 4), "facts": (facts, 14),
}  # fmt: skip
