"""What a kind of fact is, and the values that facts have: names, numbers, days, codes, words."""

from collections.abc import Callable
from dataclasses import dataclass

from training import words
from training.words import Pair
from training.writer import Slot, Writer

# fmt: off
NOTED: Pair = (
    "[Noted: {x}.|Got it: {x}.|OK, {x}.|I'll remember it.|I've made a note of it.|All right: {x}.|OK, noted.|Thanks, I'll keep that in mind.|Written down: {x}.|Understood, {x}.]",
    "[记住了：{x}。|好的，{x}。|我记住了。|记下了。|收到，{x}。|好，我记着。|明白，{x}。|记好了：{x}。]",
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of fact; each text is (English, Chinese).

    `topic` names it, as "my dog's name", and opens the many common ways of telling and asking; empty, these are shut.
    `keys` fill {z}: two facts of a kind differ in it. `twin` is the kind that says the same of somebody else.
    """

    topic: Pair
    tell: Pair
    noted: Pair
    ask: Pair
    answer: Pair
    value: Callable[[Writer], Slot]
    keys: tuple[Pair, ...] = ()
    twin: str = ""
    labelled: bool = True  # whether "topic: value" is a way to tell it


def one_of(pairs: list[Pair], known: float = 0.6) -> Callable[[Writer], Slot]:
    """A word of the list, or one that no list holds."""
    return lambda w: w.pick(pairs) if w.rng.random() < known else words.invented(w.rng)


def number(low: int, high: int, step: int = 1) -> Callable[[Writer], Slot]:
    """A number below `high`."""
    return lambda w: w.rng.randrange(low, high, step)


def date(w: Writer) -> Slot:
    """A day of a month."""
    month, day = w.rng.randrange(12), w.rng.randrange(1, 29)
    return f"{day} {words.MONTHS[month]}", f"{month + 1}月{day}日"


def clock(w: Writer) -> Slot:
    """A time of day."""
    return f"{w.rng.randrange(1, 24)}:{w.rng.randrange(60):02d}"


def title(w: Writer) -> Slot:
    """A name of something, mostly of no list."""
    return words.invented(w.rng, w.rng.choice((1, 2, 2))).capitalize()


def town(w: Writer) -> Slot:
    """A town, known or not."""
    return w.pick(words.CITIES) if w.rng.random() < 0.5 else title(w)


def human(w: Writer) -> Slot:
    """A first name."""
    return words.person(w.rng, w.zh)


def trade(w: Writer) -> Slot:
    """A job that "a" can stand before."""
    x = w.pick(words.JOBS) if w.rng.random() < 0.6 else (words.invented(w.rng),) * 2
    return trade(w) if str(x[0])[0] in "aeiou" else x


def day(w: Writer) -> Slot:
    """A day of the week."""
    return w.pick(words.DAYS)


def capitals(w: Writer, n: int) -> str:
    return "".join(w.rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(n))


def digits(w: Writer, n: int) -> str:
    return "".join(w.rng.choice("0123456789") for _ in range(n))


def code(w: Writer) -> Slot:
    """As it stands on a ticket: letters and digits, or digits alone."""
    return capitals(w, w.rng.choice((0, 1, 2, 2, 3))) + w.rng.choice(("", "", "-")).join((digits(w, 2), digits(w, 3)))


def flight(w: Writer) -> Slot:
    return capitals(w, 2) + digits(w, w.rng.choice((3, 4)))


def place(w: Writer) -> Slot:
    return f"{w.rng.randrange(1, 60)}{w.rng.choice('ABCDEFGH')}"


def plate(w: Writer) -> Slot:
    return f"{capitals(w, 2)}-{capitals(w, 1)}{digits(w, 4)}"


def version(w: Writer) -> Slot:
    return ".".join(str(w.rng.randrange(20)) for _ in range(w.rng.choice((2, 3))))


def host(w: Writer) -> Slot:
    return f"{words.invented(w.rng, 1)}{w.rng.choice(('', '-'))}{w.rng.randrange(1, 40)}"


def handle(w: Writer) -> Slot:
    return (
        words.invented(w.rng, w.rng.choice((1, 2)))
        + w.rng.choice(("", "_", "."))
        + w.rng.choice(("", digits(w, 2), digits(w, 2)))
    )


def mail(w: Writer) -> Slot:
    return f"{words.invented(w.rng, 1)}{w.rng.choice(('', '.'))}{words.invented(w.rng, 1)}@{words.invented(w.rng, 1)}.{w.rng.choice(('com', 'org', 'net', 'cn'))}"


def score(w: Writer) -> Slot:
    return f"{w.rng.randrange(10)}:{w.rng.randrange(10)}"


def street(w: Writer) -> Slot:
    name, n = title(w), w.rng.randrange(1, 200)
    return f"{n} {name} {w.rng.choice(('Street', 'Road', 'Lane', 'Avenue'))}", f"{name}路{n}号"


# fmt: off
SHUNNED: list[Pair] = [("mushrooms", "蘑菇"), ("olives", "橄榄"), ("onions", "洋葱"), ("garlic", "大蒜"), ("celery", "芹菜"), ("liver", "猪肝"), ("mustard", "芥末"), ("coriander", "香菜"), ("oysters", "生蚝"), ("carrots", "胡萝卜"), ("spinach", "菠菜"), ("bitter melon", "苦瓜"), ("ginger", "生姜")]
ALLERGENS: list[Pair] = [("nuts", "坚果"), ("pollen", "花粉"), ("milk", "牛奶"), ("shrimp", "虾"), ("penicillin", "青霉素"), ("dust", "灰尘"), ("peanuts", "花生"), ("wheat", "小麦"), ("latex", "乳胶"), ("wasps", "黄蜂"), ("cat hair", "猫毛"), ("strawberries", "草莓"), ("soy", "大豆")]
SIPS: list[Pair] = [("green tea", "绿茶"), ("black coffee", "黑咖啡"), ("cocoa", "热可可"), ("lemonade", "柠檬水"), ("apple juice", "苹果汁"), ("hot water", "热水"), ("soy milk", "豆浆"), ("ginger beer", "姜汁汽水"), ("jasmine tea", "茉莉花茶"), ("mineral water", "矿泉水")]
GIFTS: list[Pair] = [("a kite", "一只风筝"), ("a puzzle", "一幅拼图"), ("a vase", "一个花瓶"), ("a teapot", "一把茶壶"), ("a blanket", "一条毯子"), ("a wristwatch", "一块手表"), ("a chess set", "一副象棋"), ("a rose bush", "一株玫瑰"), ("a backpack", "一个背包"), ("a cookbook", "一本菜谱"), ("a hammock", "一张吊床")]
TONGUES: list[Pair] = [("Italian", "意大利语"), ("Polish", "波兰语"), ("Japanese", "日语"), ("Korean", "韩语"), ("Spanish", "西班牙语"), ("Turkish", "土耳其语"), ("Greek", "希腊语"), ("Swedish", "瑞典语"), ("Arabic", "阿拉伯语"), ("Finnish", "芬兰语")]
INSTRUMENTS: list[Pair] = [("violin", "小提琴"), ("flute", "长笛"), ("drums", "架子鼓"), ("cello", "大提琴"), ("harp", "竖琴"), ("piano", "钢琴"), ("guitar", "吉他"), ("clarinet", "单簧管"), ("accordion", "手风琴")]
STUDIES: list[Pair] = [("biology", "生物"), ("law", "法律"), ("history", "历史"), ("physics", "物理"), ("medicine", "医学"), ("chemistry", "化学"), ("geology", "地质学"), ("music", "音乐"), ("philosophy", "哲学"), ("economics", "经济学"), ("architecture", "建筑学")]
MEETS: list[Pair] = [("station", "车站"), ("library", "图书馆"), ("museum", "博物馆"), ("fountain", "喷泉"), ("north gate", "北门"), ("old bridge", "老桥"), ("bakery", "面包店"), ("car park", "停车场"), ("playground", "游乐场"), ("bus stop", "公交站"), ("town hall", "市政厅")]
CLOSINGS: list[Pair] = [("Cheers", "祝好"), ("Warm regards", "此致敬礼"), ("Yours truly", "顺颂商祺"), ("Best wishes", "祝一切顺利"), ("See you soon", "回头见"), ("All the best", "万事如意"), ("Take care", "多保重")]

# Of whom none is kin, so that what is said of them never meets what the kinds of kin say.
OTHERS: tuple[Pair, ...] = (("niece", "侄女"), ("nephew", "侄子"), ("landlord", "房东"), ("trainer", "教练"), ("godmother", "干妈"), ("classmate", "同学"), ("flatmate", "合租的人"), ("tenant", "租客"), ("partner", "搭档"), ("stepbrother", "继兄"), ("granddaughter", "孙女"), ("plumber", "水管工"), ("tax adviser", "税务顾问"), ("secretary", "秘书"), ("piano teacher", "钢琴老师"), ("babysitter", "保姆"))
# fmt: on
