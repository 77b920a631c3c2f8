"""The values that records hold, drawn afresh: names, towns, titles, codes, prices, dates and things of many kinds."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any, TypeAlias

from training import words

Value: TypeAlias = Callable[[Random, bool], Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A field of a thing: its value, the keys it is asked by, whole sentences that tell it, and its unit on a form.

    `{}` is the value and `{a}` the value with its article; a field that is true or false has a `#` between its sentences.
    """

    value: Value
    keys: tuple[str, str]
    tell: tuple[str, str]
    unit: tuple[str, str]


def told(value: Value, en: str, zh: str, tell_en: str, tell_zh: str, unit: str = "|") -> Told:
    """A field, with its English and Chinese sides given one by one; keys stand in snake_case."""
    return Told(value, (en, zh), (tell_en, tell_zh), (unit[: unit.index("|")], unit[unit.index("|") + 1 :]))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing: its noun and plural, its noun in Chinese, sentences that begin a text about it, its fields."""

    noun: str
    nouns: str
    zh: str
    begin: tuple[str, str]
    fields: dict[str, Told]


def kind(nouns: str, begin_en: str, begin_zh: str, **fields: Told) -> Kind:
    """A kind whose nouns stand as `one|many|Chinese`."""
    noun, many, zh = nouns.split("|")
    return Kind(noun, many, zh, (begin_en, begin_zh), fields)


# fmt: off
CRAFTS: list[words.Pair] = [
    ("plumber", "水管工"), ("dentist", "牙医"), ("librarian", "图书管理员"), ("architect", "建筑师"), ("carpenter", "木匠"), ("translator", "翻译"), ("journalist", "记者"),
    ("chemist", "药剂师"), ("tailor", "裁缝"), ("electrician", "电工"), ("captain", "船长"), ("potter", "陶艺师"), ("beekeeper", "养蜂人"), ("accountant", "会计"), ("actor", "演员"),
    ("judge", "法官"), ("singer", "歌手"), ("waiter", "服务员"), ("guide", "导游"), ("builder", "建筑工人"), ("clerk", "职员"), ("watchmaker", "钟表匠"), ("optician", "配镜师"),
]
RANKS: list[words.Pair] = [("junior", "初级"), ("chief", "首席"), ("senior", "高级"), ("assistant", "助理"), ("freelance", "自由")]
TONGUES: list[words.Pair] = [
    ("French", "法语"), ("German", "德语"), ("Spanish", "西班牙语"), ("Italian", "意大利语"), ("Dutch", "荷兰语"), ("Polish", "波兰语"), ("Arabic", "阿拉伯语"), ("Korean", "韩语"),
    ("Greek", "希腊语"), ("Turkish", "土耳其语"), ("Finnish", "芬兰语"), ("Hindi", "印地语"),
]
SUBJECTS: list[words.Pair] = [
    ("maths", "数学"), ("biology", "生物"), ("history", "历史"), ("physics", "物理"), ("music", "音乐"), ("geography", "地理"), ("drawing", "美术"), ("chemistry", "化学"), ("logic", "逻辑"),
    ("botany", "植物学"), ("grammar", "语法"), ("law", "法律"), ("astronomy", "天文"),
]
STUFFS: list[words.Pair] = [
    ("wood", "木头"), ("oak", "橡木"), ("steel", "钢"), ("glass", "玻璃"), ("leather", "皮革"), ("cotton", "棉布"), ("paper", "纸"), ("stone", "石头"), ("clay", "陶土"), ("silk", "丝绸"),
    ("wool", "羊毛"), ("copper", "铜"), ("plastic", "塑料"), ("bamboo", "竹子"),
]
GOODS: list[words.Pair] = [
    ("kettle", "水壶"), ("rucksack", "背包"), ("desk lamp", "台灯"), ("tea pot", "茶壶"), ("toaster", "烤面包机"), ("blanket", "毛毯"), ("headset", "耳机"),
    ("office chair", "办公椅"), ("keyboard", "键盘"), ("hammer", "锤子"), ("bucket", "水桶"), ("guitar", "吉他"), ("bread knife", "面包刀"), ("fan", "风扇"), ("vase", "花瓶"), ("candle", "蜡烛"),
    ("water pump", "水泵"), ("ladder", "梯子"), ("garden hose", "水管"), ("pillow", "枕头"), ("raincoat", "雨衣"), ("sofa", "沙发"), ("mug", "马克杯"), ("torch", "手电筒"), ("tent", "帐篷"),
]
STORES: list[words.Pair] = [
    ("barrels", "木桶"), ("tyres", "轮胎"), ("rice sacks", "米袋"), ("bricks", "砖头"), ("paint cans", "油漆桶"), ("pillows", "枕头"), ("light bulbs", "灯泡"), ("blankets", "毛毯"), ("apples", "苹果"),
    ("bottles", "瓶子"), ("boxes", "箱子"), ("chairs", "椅子"), ("ladders", "梯子"), ("buckets", "水桶"), ("helmets", "头盔"), ("books", "书"), ("candles", "蜡烛"), ("plates", "盘子"),
    ("pumps", "水泵"), ("lamps", "灯"), ("shovels", "铲子"), ("tents", "帐篷"), ("eggs", "鸡蛋"),
]
SPOTS: list[words.Pair] = [
    ("cellar", "地下室"), ("warehouse", "仓库"), ("garage", "车库"), ("barn", "谷仓"), ("attic", "阁楼"), ("north hall", "北厅"), ("storeroom", "储藏室"), ("back yard", "后院"), ("shed", "棚子"),
    ("blue room", "蓝色房间"), ("kitchen", "厨房"), ("workshop", "车间"), ("east wing", "东楼"), ("old mill", "旧磨坊"), ("tower", "塔楼"), ("courtyard", "院子"), ("gym", "体育馆"),
]
DISHES: list[words.Pair] = [
    ("lentil soup", "扁豆汤"), ("apple cake", "苹果蛋糕"), ("fish pie", "鱼馅饼"), ("bean stew", "炖豆子"), ("plum jam", "李子酱"), ("onion tart", "洋葱塔"), ("rice pudding", "米布丁"), ("nut bread", "坚果面包"),
    ("fried noodles", "炒面"), ("egg salad", "鸡蛋沙拉"), ("pumpkin soup", "南瓜汤"), ("lemon cake", "柠檬蛋糕"), ("potato pancakes", "土豆饼"), ("tomato soup", "番茄汤"), ("beef stew", "炖牛肉"),
]
INGREDIENTS: list[words.Pair] = [
    ("butter", "黄油"), ("flour", "面粉"), ("sugar", "糖"), ("garlic", "大蒜"), ("honey", "蜂蜜"), ("salt", "盐"), ("ginger", "姜"), ("basil", "罗勒"), ("cream", "奶油"), ("pepper", "胡椒"), ("onions", "洋葱"),
]
BEASTS: list[words.Pair] = [
    *words.ANIMALS, ("donkey", "驴"), ("otter", "水獭"), ("hedgehog", "刺猬"), ("goat", "山羊"), ("hamster", "仓鼠"), ("lizard", "蜥蜴"), ("goose", "鹅"), ("camel", "骆驼"), ("seal", "海豹"), ("hare", "野兔"),
]
SPORTS: list[words.Pair] = [
    ("tennis", "网球"), ("rowing", "赛艇"), ("judo", "柔道"), ("hockey", "曲棍球"), ("fencing", "击剑"), ("volleyball", "排球"), ("skiing", "滑雪"), ("archery", "射箭"), ("handball", "手球"), ("boxing", "拳击"),
]
EVENTS: list[words.Pair] = [
    ("concert", "音乐会"), ("book fair", "书展"), ("flower show", "花展"), ("street party", "街头派对"), ("jazz night", "爵士之夜"), ("film evening", "电影晚会"), ("wine tasting", "品酒会"), ("chess cup", "象棋杯"),
    ("spring ball", "春季舞会"), ("boat race", "划船比赛"), ("kite day", "风筝节"), ("lantern walk", "灯笼游行"), ("puppet show", "木偶戏"), ("poetry night", "诗歌之夜"),
]
INSTRUMENTS: list[words.Pair] = [("piano", "钢琴"), ("violin", "小提琴"), ("flute", "长笛"), ("drums", "鼓"), ("cello", "大提琴"), ("harp", "竖琴"), ("guitar", "吉他")]
VEHICLES: list[words.Pair] = [("van", "面包车"), ("truck", "卡车"), ("scooter", "踏板车"), ("bus", "公交车"), ("tractor", "拖拉机"), ("motorbike", "摩托车"), ("jeep", "吉普车")]
TITLES_EN = (
    "Amber Silent Broken Hidden Golden Paper Winter Hollow Velvet Distant Crimson Frozen Wild Last Iron Salt Glass Burning Lonely Seventh Northern".split(),
    "River Garden Mirror Lantern Harbour Forest Letter Bridge Island Storm Orchard Valley Clock Voyage Shadow Song Window Road Moon Kingdom Summer".split(),
)
TITLES_ZH = ("红色的 最后的 沉默的 遥远的 冬天的 金色的 孤独的 失落的 蓝色 白色 夜半 远方的 风中的 雨后的".split(), "河 花园 镜子 灯笼 森林 信 桥 岛 风暴 果园 山谷 钟 影子 歌 窗 路 月亮 夏天".split())
# fmt: on


def of(*lists: list[words.Pair]) -> Value:
    """One of the words of one of the lists."""
    return lambda rng, zh: rng.choice(rng.choice(lists))[zh]


def number(low: int, high: int) -> Value:
    """A whole number from `low` to below `high`."""
    return lambda rng, zh: rng.randrange(low, high)


def word(rng: Random) -> str:
    """A name that no list holds."""
    return words.invented(rng, rng.choice((1, 2, 2))).capitalize()


def signs(rng: Random, low: int, high: int) -> str:
    """Some Chinese signs that make no known word."""
    return "".join(words.han(rng) for _ in range(rng.randrange(low, high + 1)))


def full_name(rng: Random, zh: bool) -> str:
    """A name of one word or two; in Chinese of two to four signs."""
    if zh and rng.random() < 0.9:
        return signs(rng, 2, 4) if rng.random() < 0.6 else words.person(rng, True)
    luck = rng.random()
    if luck < 0.3:
        return words.person(rng, False)
    first = word(rng) if luck < 0.85 else rng.choice(words.NAMES)
    return f"{first} {word(rng)}" if luck < 0.95 else f"{first} {word(rng)}-{word(rng)}"


def town(rng: Random, zh: bool) -> str:
    """A town, known or not."""
    luck = rng.random()
    if luck < 0.2:
        return rng.choice(words.CITIES)[zh]
    if zh:
        return signs(rng, 2, 3) + rng.choice(("", "", "镇", "城", "港", "村"))
    if luck < 0.65:
        return word(rng)
    if luck < 0.75:
        return f"{word(rng)}-{word(rng)}"
    if luck < 0.82:
        return f"{word(rng)}-{rng.choice(('on', 'upon', 'by', 'am'))}-{word(rng)}"
    return f"{rng.choice(('Port', 'New', 'Upper', 'Saint', 'Fort', 'Lake', word(rng)))} {word(rng)}"


def firm(rng: Random, zh: bool) -> str:
    """A company."""
    if zh:
        return signs(rng, 2, 3) + rng.choice(("", "科技", "公司", "集团", "贸易"))
    return word(rng) + rng.choice(("", "", " Labs", " Works", " Foods", " & Sons", " Ltd", f" {word(rng)}"))


def title(rng: Random, zh: bool) -> str:
    """What a book, a film or a song is called."""
    luck = rng.random()
    if zh:
        return signs(rng, 2, 4) if luck < 0.5 else "".join(rng.choice(side) for side in TITLES_ZH)
    a, b = (rng.choice(side) for side in TITLES_EN)
    if luck < 0.35:
        return f"{a} {b}"
    if luck < 0.5:
        return f"The {a} {b}"
    if luck < 0.75:
        return f"{word(rng)} {b}"
    return word(rng) if luck < 0.85 else f"{b} of {word(rng)}"


def mail(rng: Random, zh: bool) -> str:
    """An e-mail address."""
    user = words.invented(rng, 1) + rng.choice(("", "", f".{words.invented(rng, 1)}", f"_{words.invented(rng, 1)}", str(rng.randrange(100))))  # fmt: skip
    end = rng.choice(("com", "org", "net", "example", "example", "io", "info", "de", "cn", "co.uk", "eu"))
    return f"{user}@{rng.choice(('', '', 'mail.', 'post.'))}{words.invented(rng, 1)}.{end}"


def phone(rng: Random, zh: bool) -> str:
    """A telephone number."""
    parts = [str(rng.randrange(10 ** (n - 1), 10**n)) for n in rng.choice(((3, 4), (3, 3, 4), (4, 3, 3), (2, 3, 2), (3, 2, 2)))]  # fmt: skip
    lead = rng.choice(("", "", "0", f"+{rng.randrange(1, 99)} "))
    return lead + rng.choice((" ", "-")).join(parts)


def price(rng: Random, zh: bool) -> int | float:
    """A sum of money, often a whole one."""
    if rng.random() < 0.75:
        return rng.randrange(2, rng.choice((30, 100, 1000, 9000)))
    return rng.randrange(1, 90) + rng.choice((0.25, 0.5, 0.75, 0.95, 0.99, 0.45))


def tenths(low: int, high: int) -> Value:
    """A measure with one decimal or none."""
    return lambda rng, zh: rng.randrange(low, high) if rng.random() < 0.6 else rng.randrange(low * 10, high * 10) / 10


def code(rng: Random, zh: bool) -> str:
    """Letters and digits, as on a form."""
    letters = "".join(rng.choice("ABCDEFGHKLMNPQRSTUVWXZ") for _ in range(rng.choice((1, 2, 2, 3))))
    return letters + rng.choice(("", "-", " ")) + str(rng.randrange(10, 9999))


def clock(rng: Random, zh: bool) -> str:
    """A time of day."""
    return f"{rng.randrange(6, 23)}:{rng.choice(('00', '05', '10', '15', '20', '30', '40', '45', '50'))}"


def date(rng: Random, zh: bool) -> str:
    """A date, with its year or without."""
    month, day = rng.randrange(1, 13), rng.randrange(1, 29)
    if zh:
        return f"{month}月{day}日"
    return rng.choice((f"{day} {words.MONTHS[month - 1]}", f"{words.MONTHS[month - 1]} {day}", f"{rng.randrange(1990, 2040)}-{month:02d}-{day:02d}"))  # fmt: skip


def job(rng: Random, zh: bool) -> str:
    """What someone does for a living."""
    job = rng.choice(rng.choice((words.JOBS, CRAFTS)))[zh]
    return rng.choice(RANKS)[zh] + ("" if zh else " ") + job if rng.random() < 0.2 else job


def score(rng: Random, zh: bool) -> str:
    """How a game ended."""
    return f"{rng.randrange(8)}{rng.choice((':', '-'))}{rng.randrange(8)}"


def won(rng: Random, zh: bool) -> str:
    """How a game ended that the first one named has won."""
    goals = rng.randrange(1, 9)
    return f"{goals}{rng.choice((':', '-'))}{rng.randrange(goals)}"


def yes(rng: Random, zh: bool) -> bool:
    """True or false."""
    return rng.random() < 0.5


def one(en: str, zh: str) -> Value:
    """One of the words that stand between bars, the same in both languages."""
    sides = en.split("|"), zh.split("|")
    return lambda rng, chinese: rng.choice(sides[chinese])


def some(en: str, zh: str) -> Value:
    """A list of two to four of the words that stand between bars."""
    sides = en.split("|"), zh.split("|")
    return lambda rng, chinese: rng.sample(sides[chinese], rng.choice((2, 2, 3, 3, 4)))


def street(rng: Random, zh: bool) -> str:
    """A street with a house number."""
    if zh:
        return f"{signs(rng, 2, 3)}{rng.choice('路街')}{rng.randrange(2, 400)}号"
    way = rng.choice(("Street", "Road", "Lane", "Avenue", "Square", "Way"))
    return rng.choice((f"{rng.randrange(2, 400)} {word(rng)} {way}", f"{word(rng)} {way} {rng.randrange(2, 400)}"))


def day(rng: Random, zh: bool) -> str:
    """A day of a given year."""
    y, m, d = rng.randrange(1990, 2040), rng.randrange(1, 13), rng.randrange(1, 29)
    if zh:
        return rng.choice((f"{y}年{m}月{d}日", f"{y}-{m:02d}-{d:02d}", f"{m}月{d}日"))
    return rng.choice((f"{d} {words.MONTHS[m - 1]} {y}", f"{y}-{m:02d}-{d:02d}", f"{words.MONTHS[m - 1]} {d}", f"{d:02d}.{m:02d}.{y}", f"{d} {words.MONTHS[m - 1]}"))  # fmt: skip


def place(tails: str, zh_tails: str) -> Value:
    """A name that ends in what it is, as "Brond Hall"."""
    ends = tails.split("|"), zh_tails.split("|")
    return lambda rng, zh: signs(rng, 2, 3) + rng.choice(ends[1]) if zh else f"{word(rng)} {rng.choice(ends[0])}"


def model(rng: Random, zh: bool) -> str:
    """The name of a make of machine."""
    name = signs(rng, 2, 2) if zh and rng.random() < 0.6 else word(rng)
    return name + rng.choice(("", f" {rng.randrange(2, 900)}", f" {rng.choice('XZTGS')}{rng.randrange(2, 90)}"))


def version(rng: Random, zh: bool) -> str:
    """The number of a release; of three parts, for two of them would be a number."""
    return ".".join(str(rng.randrange(20)) for _ in range(3))


def login(rng: Random, zh: bool) -> str:
    """The short name of a user or of a machine."""
    return words.invented(rng, rng.choice((1, 2))) + rng.choice(("", "", f"_{rng.randrange(10, 99)}", f"-{rng.randrange(2, 30)}", str(rng.randrange(10, 99))))  # fmt: skip


def address(rng: Random, zh: bool) -> str:
    """Where a machine answers."""
    return ".".join(str(rng.randrange(2, 250)) for _ in range(4))


def size(rng: Random, zh: bool) -> str:
    """Width by height."""
    return f"{rng.randrange(12, 4000)}x{rng.randrange(12, 3000)}"
