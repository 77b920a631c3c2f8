"""Dates, days of the week and the clock: counted on in the thought, so that the end is seen at each step."""

from training import words
from training.bank import calendar
from training.maths import answered
from training.sums import added, taken
from training.writer import Message, Slot, Writer

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _month(i: int) -> tuple[str, str]:
    return words.MONTHS[i % 12], f"{i % 12 + 1}月"


def _ordinal(d: int) -> str:
    return f"{d}{'th' if 10 < d < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(d % 10, 'th')}"


def _day_of(w: Writer, d: int, i: int) -> tuple[str, str]:
    """A date as people write it."""
    en = w.pick((f"{d} {words.MONTHS[i]}", f"{d} {words.MONTHS[i]}", f"{words.MONTHS[i]} {d}", f"the {_ordinal(d)} of {words.MONTHS[i]}", f"{words.MONTHS[i]} {_ordinal(d)}"))  # fmt: skip
    return en, f"{i + 1}月{d}" + w.pick(("日", "日", "号"))


def date(w: Writer) -> list[Message]:
    """A date some days on or back, the days between two, the length of a month."""
    rng = w.rng
    luck = rng.random()
    if luck < 0.1:
        return _month_length(w)
    if luck < 0.35:
        return _days_between(w)
    i, n = rng.randrange(12), rng.randrange(1, 28)
    d = rng.randrange(1, _LENGTHS[i] + 1)
    weeks: Slot = (f"{n} day{'s' * (n > 1)}", f"{n}天")
    if rng.random() < 0.15:
        n = rng.choice((7, 14))
        weeks = ("a week", "一周") if n == 7 else ("two weeks", "两周")
    slots: dict[str, Slot] = {"n": weeks, "x": _day_of(w, d, i)}
    if luck < 0.55:
        ask = w.user("[What date is {n} before {x}|Which date comes {n} before {x}|What was the date {n} before {x}|Today is {x}. What was the date {n} ago|It is {x} today. Which date was it {n} ago|Go back {n} from {x}. Which date is it|Take {n} off {x}: which date is that][?|]",
                     "[{x}前{n}是几月几日|{x}的{n}前是哪一天|今天是{x}，{n}前是几月几日|{x}往前数{n}是几号|比{x}早{n}是几月几日]？", **slots)  # fmt: skip
        if rng.random() < 0.5:
            en, zh = calendar.DATE_BEFORE
            ask = w.user(en, zh, **slots)
        j, e = (i, d - n) if d > n else ((i - 1) % 12, d + _LENGTHS[i - 1] - n)
        length = _LENGTHS[j]
        back = taken(d, n) if d > n else f"{_month(j)[w.zh]}: {length}\n{added(d, length)}\n{taken(d + length, n)}"
        work = f"{d} {'>' if d > n else '=' if d == n else '<'} {n}\n{back}"
        return [ask, answered(w, work, w.reply("It is {d} {m}.", "是{m}{d}日。", d=e, m=_month(j)), False)]
    over = d + n > _LENGTHS[i]
    j, e = ((i + 1) % 12, d + n - _LENGTHS[i]) if over else (i, d + n)
    ask = w.user("[What date is {n} after {x}|Which date comes {n} after {x}|It is {x}. What is the date in {n}|Today is {x}. Which date is it in {n}|Add {n} to {x}. What date is it|{n} from {x} is which date|What is the date {n} later than {x}|Counting {n} from {x}, which date comes|If today is {x}, what date will it be in {n}|Something begins on {x} and lasts until {n} later. When does it end|The letter was sent on {x} and came {n} later. On which date|What day of the month is it {n} after {x}|I leave on {x} and come back {n} later. Which date is that][?|]",
                 "[{x}过{n}是几月几日|{x}之后{n}是哪一天|今天是{x}，{n}后是几月几日|{x}再过{n}是几号|从{x}起过{n}是哪天|{x}的{n}后是几月几号|{x}出发，{n}后回来，回来是几月几日|如果今天是{x}，过{n}是几月几日]？", **slots)  # fmt: skip
    if rng.random() < 0.5:
        en, zh = calendar.DATE_AFTER
        ask = w.user(en, zh, **slots)
    work = f"{added(d, n)}\n{_month(i)[w.zh]}: {_LENGTHS[i]}" + (f"\n{taken(d + n, _LENGTHS[i])}" if over else "")
    return [ask, answered(w, work, w.reply("It is {d} {m}.", "是{m}{d}日。", d=e, m=_month(j)), False)]


def _month_length(w: Writer) -> list[Message]:
    i = w.rng.randrange(12)
    ask = w.user("[How many days [has|does] {m} have|How long is {m}|How many days are there in {m}|What is the number of days of {m}|The days of {m}, how many]?".replace("[has|does] {m} have", "does {m} have"),
                 "[{m}有[几|多少]天|{m}一共多少天]？", m=_month(i))  # fmt: skip
    answer = w.reply("{m} has {n} days.", "{m}有{n}天。", m=_month(i), n=_LENGTHS[i])
    return [ask, answered(w, f"{_month(i)[w.zh]}: {_LENGTHS[i]}", answer, True)]


def _days_between(w: Writer) -> list[Message]:
    """From one date to a later one: in the same month, or over its end."""
    rng = w.rng
    i = rng.randrange(12)
    over = rng.random() < 0.35
    d = rng.randrange(12, _LENGTHS[i] - 1) if over else rng.randrange(1, 20)
    e = rng.randrange(2, 12) if over else rng.randrange(d + 2, _LENGTHS[i] + 1)
    j = (i + over) % 12
    ask = w.user("[How many days are there from {x} to {y}|How many days is it from {x} to {y}|How many days lie between {x} and {y}|How long is it from {x} until {y}, in days|It is {x}. How many days are left until {y}|Today is {x}. In how many days is it {y}|How many days after {x} is {y}|From {x} to {y}: how many days][?|]",
                 "[从{x}到{y}有[几|多少]天|{x}到{y}[是几天|隔几天|相差多少天]|今天{x}，离{y}还有[几|多少]天|{x}之后再过几天是{y}]？", x=_day_of(w, d, i), y=_day_of(w, e, j))  # fmt: skip
    if rng.random() < 0.5:
        ask = w.user(*calendar.DAYS_BETWEEN, x=_day_of(w, d, i), y=_day_of(w, e, j))
    left = _LENGTHS[i] - d
    work = f"{_month(i)[w.zh]}: {_LENGTHS[i]}\n{taken(_LENGTHS[i], d)}\n{added(left, e)}" if over else taken(e, d)
    return [ask, answered(w, work, w.reply("It is {n} days.", "是{n}天。", n=left + e if over else e - d), False)]


def weekday(w: Writer) -> list[Message]:
    """The day of the week some days on or back, walked day by day; each step says how many there are."""
    rng = w.rng
    i, n, luck = rng.randrange(7), rng.randrange(1, 15), rng.random()
    way = -1 if luck < 0.3 else 1
    span: Slot = (f"{n} day{'s' * (n > 1)}", f"{n}天")
    if luck < 0.12:  # yesterday, tomorrow and their neighbours
        way, n = rng.choice((-1, 1)), rng.choice((1, 2))
        en, zh = {(1, 1): ("tomorrow", "明天"), (1, 2): ("the day after tomorrow", "后天"), (-1, 1): ("yesterday", "昨天"), (-1, 2): ("the day before yesterday", "前天")}[way, n]  # fmt: skip
        ask = w.user("[[Today is|It is|If today is] {x}, [which|what] day " + ("was {s}" if way < 0 else "is {s}") + "|If today is {x}, {s} " + ("was" if way < 0 else "is") + " which day|[Today is|It's] {x}. And {s}]?",
                     "[今天是{x}，{s}是星期几|今天{x}，{s}呢|如果今天是{x}，那{s}星期几]？", x=words.DAYS[i], s=(en, zh))  # fmt: skip
    elif luck < 0.3:
        ask = w.user("[[Today is|It is|If today is|Say it is] {x}, [which day was it {n} ago|what day was it {n} ago|what weekday was it {n} ago]|[What|Which] day comes {n} before {x}|Which day is {n} before {x}|{n} before {x} it was which day|Go back {n} from {x}. Which day is it|[Today is|It is] {x}. [Which|What] day was it {n} ago|[Today is|It is] {x}. {n} ago it was which day]?",
                     "[今天{x}，{n}前是星期几|{x}的{n}前是星期几|{x}往前数{n}是星期几|今天是{x}，{n}以前是星期几]？", x=words.DAYS[i], n=span)  # fmt: skip
    else:
        if rng.random() < 0.08:
            n, span = rng.choice(((7, ("a week", "一周")), (14, ("two weeks", "两周"))))
        ask = w.user("[[Today is|It is|Now it is|If today is|Say it is|Suppose today is] {x}, [which day is it in {n}|what day will it be in {n}|what day is it after {n}|which day of the week will it be in {n}|what weekday is it in {n}|which weekday is it {n} from now|what day is it {n} later]|What day comes {n} after {x}|Which day is {n} after {x}|{n} after {x} it is which day|What weekday follows {x} by {n}|Count {n} on from {x}. Which day is it|My trip begins on {x} and ends {n} later. On which day|I sent it on {x}; it comes {n} later. On what day|What day of the week is {n} from {x}|{x} plus {n} is which day|[Today is|It is|Today it is|We have] {x}. [Which day is it in {n}|What day will it be in {n}|Which weekday is it {n} from now|And in {n}|Which day comes {n} later]]?",
                     "[今天{x}，{n}后是星期几|{x}过{n}是星期几|{x}之后{n}是星期几|今天是{x}，再过{n}是星期几|从{x}往后数{n}是星期几|{x}再过{n}是周几|如果今天是{x}，{n}后星期几|{x}出发，{n}后到，到的那天是星期几]？", x=words.DAYS[i], n=span)  # fmt: skip
    if luck > 0.12 and rng.random() < 0.5:
        ask = w.user(*(calendar.DAY_BEFORE if way < 0 else calendar.DAY_AFTER), x=words.DAYS[i], n=span)
    work = ", ".join(f"{k}/{n} {words.DAYS[(i + way * k) % 7][w.zh]}" for k in range(1, n + 1))
    return [ask, answered(w, work, w.reply("It is {y}.", "是{y}。", y=words.DAYS[(i + way * n) % 7]), n == 1)]


def clock(w: Writer) -> list[Message]:
    """The time some minutes or hours on: minutes added, and the hour turned where they fill it."""
    rng = w.rng
    h, m, n = rng.randrange(1, 23), rng.choice((rng.randrange(60), rng.randrange(0, 60, 5))), rng.randrange(5, 60)
    if rng.random() < 0.3:
        n = rng.randrange(2, 24 - h) if h < 21 else 1
        span: Slot = (f"{n} hour{'s' * (n > 1)}", f"{n}小时")
        end = f"{h + n}:{m:02d}"
        work = f"{added(h, n)}\n{end}"
    else:
        n = n if rng.random() < 0.5 else n // 5 * 5
        span = (f"{n} minutes", f"{n}分钟")
        over = m + n > 59
        end = f"{h + over}:{m + n - 60 * over:02d}"
        turn = f"\n{m + n} > 59\n{taken(m + n, 60)}\n{h}+1={h + 1}" if over else f"\n{m + n} < 60"
        work = f"{added(m, n)}{turn}\n{end}"
    ask = w.user("[What time is it {n} after {x}|It is {x}. What time is it in {n}|It is {x} now. What time will it be {n} later|What is the time {n} after {x}|{n} after {x} it is what time|The bus leaves at {x} and takes {n}. When does it arrive|The film begins at {x} and lasts {n}. When does it end|Add {n} to {x}. What time is it|A cake goes into the oven at {x} and needs {n}. When is it done|The lesson starts at {x} and goes on for {n}. When is it over][?|]",
                 "[{x}过{n}是几点|{x}再过{n}是几点几分|现在是{x}，{n}后是几点|{x}出发，路上{n}，几点到|电影{x}开始，放{n}，几点结束|{x}加上{n}是几点|{x}上课，上{n}，几点下课]？", x=f"{h}:{m:02d}", n=span)  # fmt: skip
    if rng.random() < 0.5:
        ask = w.user(*calendar.CLOCK_AFTER, x=f"{h}:{m:02d}", n=span)
    return [ask, answered(w, work, w.reply("It is {t}.", "是{t}。", t=end), False)]


def clock_back(w: Writer) -> list[Message]:
    """The time some minutes or hours before: where the minutes don't suffice, an hour is turned into sixty."""
    rng = w.rng
    h, m, n = rng.randrange(2, 24), rng.choice((rng.randrange(60), rng.randrange(0, 60, 5))), rng.randrange(5, 60)
    if rng.random() < 0.3:
        n = rng.randrange(1, min(h, 9))
        span: Slot = (f"{n} hour{'s' * (n > 1)}", f"{n}小时")
        end = f"{h - n}:{m:02d}"
        work = f"{taken(h, n)}\n{end}"
    else:
        n = n if rng.random() < 0.5 else n // 5 * 5
        span = (f"{n} minutes", f"{n}分钟")
        under = m < n
        end = f"{h - under}:{m - n + 60 * under:02d}"
        turn = f"{m} < {n}\n{added(m, 60)}\n{taken(m + 60, n)}\n{h}-1={h - 1}" if under else taken(m, n)
        work = f"{turn}\n{end}"
    ask = w.user(*calendar.CLOCK_BEFORE, x=f"{h}:{m:02d}", n=span)
    return [ask, answered(w, work, w.reply("It is {t}.", "是{t}。", t=end), False)]


def minutes(w: Writer) -> list[Message]:
    """The minutes between two times: in one hour, or over its end."""
    rng = w.rng
    h, over = rng.randrange(1, 23), rng.random() < 0.4
    m = rng.randrange(20, 60) if over else rng.randrange(0, 50)
    e = rng.randrange(0, m) if over else rng.randrange(m + 2, 60)
    work = f"{taken(60, m)}\n{added(60 - m, e)}" if over else taken(e, m)
    ask = w.user(*calendar.MINUTES_BETWEEN, x=f"{h}:{m:02d}", y=f"{h + over}:{e:02d}")
    n = 60 - m + e if over else e - m
    return [ask, answered(w, work, w.reply("It is {n} minutes.", "是{n}分钟。", n=n), False)]


FAMILIES = {
    "date": (date, 6), "weekday_on": (weekday, 6), "clock": (clock, 4), "clock_back": (clock_back, 3), "minutes": (minutes, 3),
}  # fmt: skip
