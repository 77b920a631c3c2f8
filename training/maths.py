"""Small sums, by steps where the steps help."""

from training.words import FRUITS, NAMES, ZH_NAMES
from training.writer import Message, Writer

_TIMES = (" × ", " x ", " * ", "×", "*", " times ", "x")


def _product_steps(a: int, b: int) -> str:
    """a times b by the tens and ones of b, one sum a line."""
    tens, ones = b // 10 * 10, b % 10
    if not tens or not ones:
        return f"{a} × {b} = {a * b}"
    return (f"{a} × {b} = {a} × {tens} + {a} × {ones}\n{a} × {tens} = {a * tens}\n{a} × {ones} = {a * ones}\n"
            f"{a * tens} + {a * ones} = {a * b}")  # fmt: skip


def times(w: Writer) -> list[Message]:
    """Multiplication, step by step when asked or when two digits meet two."""
    rng = w.rng
    if rng.random() < 0.3:
        a, b = 17, 23  # the brief's own
    elif rng.random() < 0.5:
        a, b = rng.randrange(11, 100), rng.randrange(11, 100)
    else:
        a, b = rng.randrange(2, 13), rng.randrange(2, 13)
    steps = a > 12 or b > 12
    ask = w.user(
        "[Solve |What is |Compute |Calculate |How much is |Work out |Multiply |What's |]{a}{t}{b}" + ("[| step by step| step by step| step by step| with steps|, showing the steps]" if steps else "") + "[.|?|]",
        ("[一步一步|分步|逐步|][计算|求|算] {a}{t}{b}[ 等于多少|][。|？|]" if steps else "[计算 |]{a}{t}{b}[ 等于多少|是多少| = ][？|]"),
        a=a, b=b, t=(w.pick(_TIMES), w.pick((" × ", " * ", "×", " 乘以 "))),
    )  # fmt: skip
    if not steps or b % 10 == 0:
        return [ask, w.reply("{a} × {b} = {c}.", "{a} × {b} = {c}。", a=a, b=b, c=a * b)]
    work = _product_steps(a, b)
    answer = w.reply("So {a} × {b} = {c}.", "所以 {a} × {b} = {c}。", a=a, b=b, c=a * b)
    if rng.random() < 0.3:
        return [ask, {**answer, "reasoning_content": work}]
    return [ask, {**answer, "content": work + "\n\n" + answer["content"]}]


def _column(a: int, b: int, minus: bool) -> str:
    """The sum by tens and ones."""
    tens, ones, sign = b // 10 * 10, b % 10, "-" if minus else "+"
    if not tens or not ones:
        return f"{a} {sign} {b} = {a - b if minus else a + b}"
    mid = a - tens if minus else a + tens
    return f"{a} {sign} {tens} = {mid}\n{mid} {sign} {ones} = {mid - ones if minus else mid + ones}"


def plus(w: Writer) -> list[Message]:
    """Addition and subtraction of up to three digits."""
    rng = w.rng
    top = rng.choice((10, 20, 100, 100, 100, 1000))
    a, b = rng.randrange(1, top), rng.randrange(1, min(top, 100))
    minus = rng.random() < 0.45
    if minus and a < b:
        a, b = b, a
    c, sign = (a - b, "-") if minus else (a + b, "+")
    sign_said = rng.choice((" - ", "-", " minus ") if minus else (" + ", "+", " plus ", " + "))
    ask = w.user("[What is |Compute |Calculate |How much is |What's |Solve |Work out |]{a}{s}{b}[?|.| =|]", "[计算 |请算 ||]{a}{s}{b}[ 等于多少| 是多少| =|][？|]",
                 a=a, b=b, s=(sign_said, f" {sign} "))  # fmt: skip
    answer = w.reply("{a} {s} {b} = {c}.", "{a} {s} {b} = {c}。", a=a, b=b, s=sign, c=c)
    if rng.random() < 0.3:
        return [ask, {**answer, "reasoning_content": _column(a, b, minus)}]
    return [ask, answer]


def compare(w: Writer) -> list[Message]:
    """Which of two numbers is larger."""
    a, b = w.sample(range(1, w.pick((20, 100, 1000))), 2)
    small = w.rng.random() < 0.4
    ask = w.user("[Which is {k}|Which number is {k}|What is {k}|Is {k}][,|:] {a} or {b}?", "{a} 和 {b} 哪个[数|]更{k}？",
                 k=("smaller" if small else w.pick(("larger", "bigger", "greater")), "小" if small else "大"), a=a, b=b)  # fmt: skip
    win = min(a, b) if small else max(a, b)
    return [
        ask,
        w.reply("{x} is {k}.", "{x} 更{k}。", x=win, k=("smaller" if small else "larger", "小" if small else "大")),
    ]


def story_sum(w: Writer) -> list[Message]:
    """A word problem about someone's fruit."""
    rng = w.rng
    en, zh = rng.choice(FRUITS)
    many = (en[:-1] + "ies" if en.endswith("y") else en + ("es" if en.endswith(("ch", "o")) else "s"), zh)
    n = (rng.choice(NAMES), rng.choice(ZH_NAMES))
    a, b = rng.randrange(3, 30), rng.randrange(1, 20)
    minus = rng.random() < 0.5 and a > b
    c = a - b if minus else a + b
    ask = w.user(
        "{n} has {a} {f}[ and| and then|, then] " + ("[gives away {b}|eats {b}|loses {b}|sells {b}]" if minus else "[buys {b} more|gets {b} more|finds {b} more|picks {b} more]") + ". How many {f} does {n} have[ now| left|]?",
        "{n}有{a}个{f}，" + ("[吃了|送出|丢了|卖了]{b}个" if minus else "[又买了|又得到|又摘了]{b}个") + "，[现在|]有多少个{f}？",
        n=n, a=a, b=b, f=many,
    )  # fmt: skip
    sign = "-" if minus else "+"
    answer = w.reply("{n} has {c} {f}.", "{n}有{c}个{f}。", n=n if w.ask == w.tell else (n[w.zh], n[w.zh]), c=c, f=many)
    work = f"{a} {sign} {b} = {c}"
    if rng.random() < 0.4:
        return [ask, {**answer, "reasoning_content": work}]
    return [ask, {**answer, "content": f"{work}\n{answer['content']}"}]


FAMILIES = {"times": (times, 12), "plus": (plus, 8), "compare": (compare, 2), "story_sum": (story_sum, 3)}
