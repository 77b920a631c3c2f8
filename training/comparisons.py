"""Which of two or three numbers is larger, and who has more: digits side by side in the thought."""

from training import list_tasks, words
from training.bank import calendar
from training.bank.stories import GOODS, MONEY
from training.maths import answered, good, number, people
from training.sums import compared
from training.writer import Message, Slot, Writer

# What is compared with what: the statement about the one that is more, and about the one that is less.
# fmt: off
_HAVE = (
    # English question (more), (less), answer more, answer less; the same in Chinese. {n} and {m} are people or things.
    ("{n} has {a} {t}, {m} [has |]{b}[: who has|. Who has|. Which of them has|. Which of the two has] {k}[ {t}|]?", "more", "fewer", "{x} has {k}.",
     "{n}有{a}{q}{t}，{m}有{b}{q}，谁的[{t}|]{k}？", "多", "少", "{x}的更{k}。"),
    ("[{n} is {a} years old[,|;] {m} [is |]{b}|{n} is {a} and {m} is {b} years old][. Who is|: who is|. Which of them is] {k}?", "older", "younger", "{x} is {k}.",
     "{n}今年{a}岁，{m}今年{b}岁，谁[年纪|]更{k}？", "大", "小", "{x}更{k}。"),
    ("[{n} costs {a} {u}[,| and] {m} [costs |]{b}|The price of {n} is {a} {u}, that of {m} {b}|{n}: {a} {u}, {m}: {b} {u}][. Which is|. Which one is|: which is] {k}?", "dearer", "cheaper", "{x} is {k}.",
     "{n}{a}{u}，{m}{b}{u}，哪个[更|]{k}？", "贵", "便宜", "{x}更{k}。"),
    ("[{n} scored {a} points and {m} {b}|{n} got {a} points, {m} got {b}|{n}: {a} points, {m}: {b} points]. Who has {k} points?", "more", "fewer", "{x} has {k}.",
     "{n}得{a}分，{m}得{b}分，谁的分[更|]{k}？", "高", "低", "{x}的更{k}。"),
    ("[Mount {n} is {a} metres high, Mount {m} {b}|The tower of {n} has {a} metres, that of {m} {b}]. Which is {k}?", "higher", "lower", "{x} is {k}.",
     "{n}山高{a}米，{m}山高{b}米，哪座山更{k}？", "高", "矮", "{x}山更{k}。"),
    ("[{n} has {a} inhabitants, {m} {b}|{a} people live in {n}, {b} in {m}][. Where do|: where do] {k} people live?", "more", "fewer", "{x} has {k}.",
     "{n}镇有{a}人，{m}镇有{b}人，哪里的人[更|]{k}？", "多", "少", "{x}的更{k}。"),
    ("[{n} weighs {a} grams and {m} {b}|{n}: {a} grams; {m}: {b} grams][. Which is|. Which one is|; which is] {k}?", "heavier", "lighter", "{x} is {k}.",
     "{n}重{a}克，{m}重{b}克，哪个[更|]{k}？", "重", "轻", "{x}更{k}。"),
    ("[{n} ran {a} metres and {m} {b}|{n} went {a} metres, {m} {b}]. Who went {k}?", "further", "less far", "{x} went {k}.",
     "{n}走了{a}米，{m}走了{b}米，谁走得[更|]{k}？", "远", "近", "{x}走得更{k}。"),
    ("Who has {k} {t}[,|:] {n} with {a} or {m} with {b}?", "more", "fewer", "{x} has {k}.",
     "谁的{t}[更|]{k}，有{a}{q}的{n}还是有{b}{q}的{m}？", "多", "少", "{x}的更{k}。"),
    ("[{n} earns {a} {u} a month, {m} {b}|A month brings {n} {a} {u} and {m} {b}]. [Who|Which of the two] earns {k}?", "more", "less", "{x} earns {k}.",
     "{n}每月挣{a}{u}，{m}每月挣{b}{u}，[谁|两人中谁]挣得[更|]{k}？", "多", "少", "{x}挣得更{k}。"),
    ("[{n} has read {a} pages, {m} {b}|Pages read: {n} {a}, {m} {b}]. Who has read {k}?", "more", "fewer", "{x} has read {k}.",
     "[{n}看了{a}页，{m}看了{b}页|看书页数：{n}{a}页，{m}{b}页]，谁看得[更|]{k}？", "多", "少", "{x}看得更{k}。"),
    ("[If {n} brings {a} {t} and {m} {b}, who brings {k}|{n} brings {a} {t}, {m} {b}: who brings {k}|Who brings {k}, if {n} brings {a} {t} and {m} brings {b}]?", "more", "fewer", "{x} brings {k}.",
     "[要是{n}带{a}{q}{t}，{m}带{b}{q}|{n}带了{a}{q}{t}，{m}带了{b}{q}]，谁带得[更|]{k}？", "多", "少", "{x}带得更{k}。"),
    ("[Votes: {n} {a}, {m} {b}|{n} got {a} votes, {m} got {b}|In the election {n} got {a} votes and {m} {b}]. Who got {k}?", "more", "fewer", "{x} got {k}.",
     "[选举中|]{n}得{a}票，{m}得{b}票，谁的票[更|]{k}？", "多", "少", "{x}的更{k}。"),
    ("[{n} jumped {a} centimetres, {m} {b}|Long jump: {n} {a} centimetres, {m} {b} centimetres]. Who jumped {k}?", "further", "less far", "{x} jumped {k}.",
     "[{n}跳了{a}厘米，{m}跳了{b}厘米|跳远：{n}{a}厘米，{m}{b}厘米]，谁跳得[更|]{k}？", "远", "近", "{x}跳得更{k}。"),
    ("[Sales: {n} {a}, {m} {b}|{n} sold {a} {t}, {m} sold {b}|On Sunday {n} sold {a} {t} and {m} {b}]. Who sold {k}?", "more", "fewer", "{x} sold {k}.",
     "[销量：{n}{a}{q}，{m}{b}{q}|星期天{n}卖了{a}{q}{t}，{m}卖了{b}{q}]，谁卖得[更|]{k}？", "多", "少", "{x}卖得更{k}。"),
    ("[\"I have {a} {t},\" says {n}. \"I have {b},\" says {m}.|{n}: \"{a} {t}!\" {m}: \"{b} {t}!\"] Who has {k}?", "more", "fewer", "{x} has {k}.",
     "“我有{a}{q}{t}。”{n}说。“我有{b}{q}。”{m}说。谁的[更|]{k}？", "多", "少", "{x}的更{k}。"),
)
# fmt: on


def _two(w: Writer) -> tuple[int, int]:
    """Two different numbers, often alike: near each other, one digit changed, two digits exchanged."""
    rng = w.rng
    a = b = number(w, 4)
    kind = rng.randrange(10)
    if kind < 3:
        b = abs(a + rng.randrange(-30, 30))
    elif kind < 7:
        ds = list(str(a))
        if kind < 5 and len(ds) > 1:
            i = rng.randrange(len(ds) - 1)
            ds[i], ds[i + 1] = ds[i + 1], ds[i]
        else:
            i = rng.randrange(len(ds))
            ds[i] = str(rng.randrange(1, 10))
        b = int("".join(ds)) if ds[0] != "0" else number(w, 4)
    elif kind < 9:
        n = len(str(a))
        b = rng.randrange(10 ** (n - 1), 10**n)
    else:
        b = number(w, 4)
    return (a, b) if a != b else (a, a + 1)


def _at_a_glance(*numbers: str) -> bool:
    """Whether which is larger shows at once: other lengths, or other first digits."""
    wholes = [x.partition(".")[0] for x in numbers]
    return len({len(x) for x in wholes}) == len(numbers) or len({x[0] for x in wholes}) == len(numbers)


def _settled(work: str, small: bool, win: str) -> str:
    """The comparison with what was asked for and what that is: the answer then has nothing left to choose."""
    return f"{work}, asked {'smaller' if small else 'larger'}: {win}"


def compare(w: Writer) -> list[Message]:
    """Which of two numbers is larger, plainly, as yes or no, of three, or who has more."""
    luck = w.rng.random()
    if luck < 0.3:
        return _who_has_more(w)
    if luck < 0.42:
        return _of_three(w)
    x, y = map(str, _two(w))
    if luck < 0.52:
        x, y = f"{x[:2]}.{w.rng.randrange(10)}", f"{(x if w.rng.random() < 0.5 else y)[:2]}.{w.rng.randrange(10)}"
        if x == y:
            y = f"{int(x[:-2]) + 1}{x[-2:]}"
    small = w.rng.random() < 0.45
    high, low = (x, y) if float(x) > float(y) else (y, x)
    win = low if small else high
    k: Slot = ("smaller", "小") if small else ("larger", "大")
    asked: Slot = (w.pick(("smaller", "smaller", "lower")) if small else w.pick(("larger", "larger", "bigger", "greater", "higher")), k[1])  # type: ignore[index]  # fmt: skip
    work = _settled(compared(x, y), small, win)
    if luck > 0.75:
        if small and w.rng.random() < 0.4:
            asked = ("less", "小")
        ask = w.user("[Is {a} {k} than {b}|Is it true that {a} is {k} than {b}|Would you say {a} is {k} than {b}|Tell me if {a} is {k} than {b}|Is {a} {k} or not, compared with {b}|{a} is {k} than {b}, right|Can one say that {a} is {k} than {b}|Is the number {a} {k} than the number {b}][?|]",
                     "[{a}比{b}{k}吗|{a}是不是比{b}{k}|{a}比{b}{k}，对吗|{a}比{b}{k}，是吗|请问{a}比{b}更{k}吗]？", a=x, b=y, k=asked)  # fmt: skip
        if w.rng.random() < 0.5:
            ask = w.user(*calendar.IS_IT_SO, a=x, b=y, k=asked)
        yes = win == x
        answer = w.reply("{s}, {x} is {k}.", "{s}，{x} 更{k}。", s=("Yes", "是的") if yes else ("No", "不"), x=win, k=k)
        return [ask, answered(w, work, answer, _at_a_glance(x, y))]
    most: Slot = ("least" if small else "most", k[1])  # type: ignore[index]
    ask = w.user("[[Which is {k}|Which number is {k}|What is {k}|Which one is {k}|Which of them is {k}|Which of these two is {k}|What's {k}][,|:] {a} or {b}|Which is the {k} number of {a} and {b}|{a} or {b}: which is {k}|{a} or {b}, which one is {k}|Compare {a} and {b}: which is {k}|Compare {a} with {b} and name the {k} one|Of {a} and {b}, which is {k}|Tell me the {k} of {a} and {b}|Give me the {k} number: {a}, {b}|Find the {k} of the two: {a} and {b}|Pick the {k} of {a} and {b}|Pick the {k} one: {a}, {b}|Choose the {k} number, {a} or {b}|Which of the two is {k}, {a} or {b}|Here are {a} and {b}. Which is {k}|I have two numbers, {a} and {b}. Which one is {k}|Between {a} and {b}, which is the {k} one|"
                 + ("Which of the two comes to less, {a} or {b}|What is less: {a} or {b}|Name the lesser of {a} and {b}" if small else "Which of the two comes to more, {a} or {b}|What is more: {a} or {b}|Which is worth more, {a} or {b}")
                 + "][?|]",
                 "[{a}[ 和 |和|与|跟]{b}[ |][哪个[数|]更{k}|哪一个{k}|比，哪个{k}|相比哪个数{k}|，哪个{k}|谁{k}|谁更{k}]|比较{a}和{b}，哪个{k}|{a}还是{b}更{k}|两个数{a}、{b}，{k}的是哪个|在{a}和{b}中选出{k}的|找出{k}的那个数：{a}、{b}|下面哪个数更{k}：{a}，{b}]？",
                 k=asked, a=x, b=y, l=most)  # fmt: skip
    if w.rng.random() < 0.45:
        ask = w.user(*calendar.WHICH_NUMBER, a=x, b=y, k=asked)
    answer = w.reply("{x} is {k}.", "{x} 更{k}。", x=win, k=k)
    return [ask, answered(w, work, answer, _at_a_glance(x, y))]


def _of_three(w: Writer) -> list[Message]:
    """The largest or the smallest of three, two at a time."""
    if w.rng.random() < 0.5:
        return _of_some(w)
    a, b = _two(w)
    c = next(x for x in (_two(w)[0], a + b + 1) if x not in (a, b))
    row = w.sample((a, b, c), 3)
    small = w.rng.random() < 0.45
    best = min if small else max
    k: Slot = ("smallest", "小") if small else ("largest", "大")
    asked: Slot = (w.pick(("smallest", "lowest")) if small else w.pick(("largest", "biggest", "greatest", "highest")), "小" if small else "大")  # fmt: skip
    ask = w.user("[Which is the {k}: {a}, {b} or {c}|Which of {a}, {b} and {c} is the {k}|Which number is {k}, {a}, {b} or {c}|The {k} of {a}, {b}, {c}|Find the {k} number: {a}, {b}, {c}|Of the three numbers {a}, {b} and {c}, which is {k}|Pick the {k} one of {a}, {b} and {c}|{a}, {b}, {c}: which is the {k}][?|]",
                 "[{a}、{b}和{c}中哪个最{k}|{a}、{b}、{c}，最{k}的是哪个|哪个数最{k}：{a}、{b}、{c}|找出最{k}的数：{a}、{b}、{c}|三个数{a}、{b}、{c}里哪个最{k}]？",
                 a=row[0], b=row[1], c=row[2], k=asked)  # fmt: skip
    first = best(row[:2])
    work = compared(str(row[0]), str(row[1])) + "\n" + compared(str(first), str(row[2]))
    work = _settled(work, small, str(best(row)))
    return [ask, answered(w, work, w.reply("{x} is the {k}.", "{x} 最{k}。", x=best(row), k=k), False)]


def _of_some(w: Writer) -> list[Message]:
    """The largest or the smallest of a list: the best so far beside the next."""
    row = w.sample(list(dict.fromkeys(x for _ in range(4) for x in _two(w))), w.pick((2, 3, 3, 4)) + 1)
    small = w.rng.random() < 0.45
    k: Slot = ("smallest", "小") if small else ("largest", "大")
    asked: Slot = (w.pick(("smallest", "lowest")) if small else w.pick(("largest", "biggest", "greatest", "highest")), "小" if small else "大")  # fmt: skip
    best, steps = row[0], []
    for x in row[1:]:
        steps.append(compared(str(best), str(x)))
        best = (min if small else max)(best, x)
    ask = w.user(*calendar.OF_SOME, x=("、" if w.zh else ", ").join(map(str, row)), k=asked)
    work = _settled("\n".join(steps), small, str(best))
    return [ask, answered(w, work, w.reply("{x} is the {k}.", "{x} 最{k}。", x=best, k=k), False)]


def _who_has_more(w: Writer) -> list[Message]:
    """Two people, prices, ages: the thought compares the numbers, then names whose they are."""
    rng = w.rng
    i = rng.randrange(len(_HAVE))
    en, more, fewer, says, zh, zh_more, zh_fewer, zh_says = _HAVE[i]
    a, b = _two(w)
    a, b = (a, b) if i != 1 else (rng.randrange(4, 99), rng.randrange(4, 99))  # ages
    a, b = max(a, 2), max(b, 2)
    b += a == b
    n, m = people(w)
    if i in (4, 5):  # places
        n, m = words.invented(rng, 2).capitalize(), words.invented(rng, 1).capitalize()
    if i in (2, 6):
        n, m = (f"the {x}" if not w.zh else x for x in _things(w))
    small = rng.random() < 0.45
    t, q = good(w)[1:3]
    k: Slot = (fewer, zh_fewer) if small else (more, zh_more)
    ask = w.user(en, zh, n=n, m=m, a=a, b=b, k=k, t=t, q=q, u=w.pick(MONEY))
    if not w.zh and ask["content"].startswith("the "):
        ask["content"] = "T" + ask["content"][1:]
    first = (a < b) == small
    win = n if first else m
    plain = win.removeprefix("the ") if i in (2, 6) else win
    work = _settled(compared(str(a), str(b)), small, f"{min(a, b) if small else max(a, b)}, {plain}")
    answer = w.reply(says, zh_says, x=(win, plain), k=k)
    return [ask, answered(w, work, answer, _at_a_glance(str(a), str(b)))]


def _things(w: Writer) -> tuple[str, str]:
    a, b = w.sample(GOODS, 2)
    return a[w.zh], b[w.zh]


def longest(w: Writer) -> list[Message]:
    """The longest or the shortest of some words: the letters of each are counted in the thought."""
    ask, items, best = list_tasks.by_length(w)
    answer = {"role": "assistant", "content": best}
    return [ask, answered(w, ", ".join(f"{x} {len(x)}" for x in items), answer, len(items) < 5)]


FAMILIES = {"compare": (compare, 12), "longest": (longest, 3)}
