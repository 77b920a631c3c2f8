"""What an errand is, and where the values of its fields come from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from training import words
from training.toolbox import place
from training.words import Pair
from training.writer import Slot, Writer


@dataclass(frozen=True, slots=True)
class Source:
    """Where the values of an argument come from, and how a user says them if not word for word."""

    kind: str
    draw: Callable[[Writer], Any]
    flags: tuple[Pair, Pair] | None = None  # what is said for true and for false
    options: tuple[Pair, ...] = ()
    quoted: bool = False  # a title or the like, now and then in quotes


@dataclass(frozen=True, slots=True)
class Errand:
    """A tool with its names, what is said about it, its fields by slot, and the wordings, with all fields or some."""

    names: tuple[str, ...]
    about: tuple[str, ...]
    thing: Pair
    fields: dict[str, tuple[tuple[str, ...], Source]]
    en: str
    zh: str
    gives: tuple[Pair, ...] = ()  # what a question's answer holds, in numbers
    both: str = ""  # the slot that may hold two values in one sentence


# fmt: off
def pair(text: str) -> Pair:
    en, zh = text.split("/")
    return en, zh


def one_of(pairs: str) -> Callable[[Writer], str]:
    pairs_of = rows(pairs)
    return lambda w: w.pick(pairs_of)[w.zh]


def string(draw: Callable[[Writer], str], quoted: bool = False) -> Source:
    return Source("string", draw, quoted=quoted)


def flag(true: str, false: str) -> Source:
    return Source("boolean", lambda w: w.rng.random() < 0.5, flags=(pair(true), pair(false)))


def enum(pairs: str) -> Source:
    return Source("string", one_of(pairs), options=tuple(pair(p) for p in pairs.split(", ")))


def whole(low: int, high: int) -> Source:
    return Source("integer", lambda w: w.rng.randrange(low, high))


def number(low: int, high: int, digits: int = 1) -> Source:
    def draw(w: Writer) -> float:
        value = w.rng.randrange(low * 10**digits, high * 10**digits) / 10**digits
        return int(value) if value.is_integer() or w.rng.random() < 0.3 else value  # nobody says 22.0 degrees
    return Source("number", draw)


def word(w: Writer) -> str:
    """A word from no list, of the user's letters."""
    return "".join(words.han(w.rng) for _ in range(w.rng.choice((2, 2, 3)))) if w.zh and w.rng.random() < 0.7 else words.invented(w.rng)


def proper(w: Writer) -> str:
    return word(w).capitalize()


def full_name(w: Writer) -> str:
    first = words.person(w.rng, w.zh)
    return f"{first} {words.invented(w.rng).capitalize()}" if first.isascii() and w.rng.random() < 0.35 else first


def made(pattern: Pair, *lists: list[Pair]) -> Callable[[Writer], str]:
    """Values of a word from no list ({x}), words of lists ({a}, {b}) and a number ({n})."""
    def draw(w: Writer) -> str:
        drawn: dict[str, Slot] = {name: w.pick(values) for name, values in zip("ab", lists, strict=False)}
        return w.words(*pattern, x=word(w), y=proper(w), n=w.rng.randrange(2, 90), **drawn)
    return draw


def rows(pairs: str) -> list[Pair]:
    return [pair(p) for p in pairs.split(", ")]


def code(w: Writer) -> str:
    rng = w.rng
    letters = "".join(rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(rng.choice((1, 2, 2, 3))))
    digits = rng.randrange(10 ** rng.randrange(1, 6))
    return w.pick((f"{letters}{digits}", f"{letters}-{digits}", f"{digits}{letters}", f"{letters}{digits}{letters[:1]}", words.strange(rng, False).replace(" ", "-")))


def date(w: Writer) -> str:
    rng = w.rng
    day, month = rng.randrange(1, 29), rng.randrange(1, 13)
    if rng.random() < 0.4:
        return f"{rng.randrange(2024, 2035)}-{month:02d}-{day:02d}"
    if w.zh:
        return f"{month}月{day}日"
    return w.pick((f"{day} {words.MONTHS[month - 1]}", f"{words.MONTHS[month - 1]} {day}"))


def clock(w: Writer) -> str:
    rng = w.rng
    if rng.random() < 0.75:
        return f"{rng.randrange(24):02d}:{rng.choice((0, 5, 10, 15, 20, 30, 40, 45, 50)):02d}"
    return f"{w.pick(('上午', '下午', '晚上'))}{rng.randrange(1, 12)}点" if w.zh else f"{rng.randrange(1, 13)} {w.pick(('am', 'pm'))}"


def file_name(w: Writer) -> str:
    stem = words.invented(w.rng, w.rng.choice((1, 2)))
    if w.rng.random() < 0.4:
        stem = w.pick((stem + "_" + words.invented(w.rng, 1), f"{stem}-{w.rng.randrange(100)}", f"{w.pick(words.THINGS)[0]}_{stem}"))
    return f"{stem}.{w.pick(('txt', 'pdf', 'csv', 'md', 'png', 'docx', 'zip', 'json', 'mp3'))}"


_COLOUR_ROWS = words.COLOURS
_GOODS = rows("bolts/螺栓, filters/滤芯, chairs/椅子, jackets/夹克, candles/蜡烛, batteries/电池, blankets/毯子, notebooks/笔记本, gloves/手套, brushes/刷子, mugs/马克杯, cables/电缆, tiles/瓷砖, pillows/枕头, boots/靴子, lamps/台灯, screws/螺丝, towels/毛巾, helmets/头盔, backpacks/背包")

PERSON = string(full_name)
TOWN = string(lambda w: place(w) if w.zh or w.rng.random() < 0.8 else f"{w.pick(('Port', 'North', 'Old', 'San', 'Upper', 'Lake'))} {proper(w)}")
ROOM = string(one_of("bedroom/卧室, kitchen/厨房, hall/走廊, attic/阁楼, bathroom/浴室, living room/客厅, guest room/客房, study/书房, garage/车库, cellar/地下室, nursery/儿童房, dining room/餐厅, workshop/工作间, laundry room/洗衣房, office/办公室, porch/门廊, conservatory/阳光房, playroom/游戏室"))
CODE = string(code)
GOODS = string(lambda w: w.pick((made(("{a}", "{a}"), _GOODS), made(("{a} {b}", "{a}{b}"), _COLOUR_ROWS, _GOODS), made(("{x} {a}", "{x}{a}"), _GOODS), made(("{y} {a}", "{y}{a}"), _GOODS)))(w))
BRAND = string(lambda w: w.pick((proper(w), made(("{y} {n}", "{y}{n}"))(w), made(("{y} Foods", "{y}公司"))(w), made(("{y} Trading", "{y}商行"))(w))))
TITLE = string(lambda w: w.pick((
    made(("{y}", "{y}")), made(("The {a} {b}", "{a}的{b}"), words.ADJECTIVES, words.THINGS), made(("{y} in the {a}", "{a}里的{y}"), words.PLACES),
    made(("Song of {y}", "{y}之歌")), made(("{a} at Night", "夜里的{a}"), words.THINGS), made(("My {a} {y}", "我的{a}{y}"), words.KIN), made(("{y} {n}", "{y}{n}"))))(w), quoted=True)
BAND = string(lambda w: w.pick((full_name(w), proper(w), made(("The {y}s", "{y}乐队"))(w))))
TEXT = string(lambda w: w.words(
    "[the {a} is in the {p}|buy {n} {a}s|I will be {n} minutes late|call {x} about the {a}|please bring the {a}|the {p} is closed|meet {x} at the {p}|{x} has the {a}|return the {a} to {x}|ask {x} for the {a}]",
    "[{a}在{p}|买{n}个{a}|我晚到{n}分钟|给{x}打电话问{a}的事|请带上{a}|{p}关门了|在{p}见{x}|{a}在{x}那里|把{a}还给{x}|找{x}要{a}]",
    a=w.pick(words.THINGS), p=w.pick(words.PLACES), n=w.rng.randrange(2, 60), x=words.person(w.rng, w.zh)))
TOPIC = string(lambda w: w.pick((proper(w), made(("the {y} project", "{y}项目"))(w), one_of("budget review/预算评审, team lunch/团队午餐, dentist/看牙医, piano lesson/钢琴课, yoga class/瑜伽课, staff party/员工聚会, parents' evening/家长会, book club/读书会, rehearsal/排练, site visit/实地考察")(w))), quoted=True)
DISH = string(lambda w: w.pick((one_of("onion soup/洋葱汤, fried rice/炒饭, noodle salad/凉面, lentil curry/咖喱扁豆, apple cake/苹果蛋糕, beef dumplings/牛肉饺子, tomato pasta/番茄意面, grilled fish/烤鱼, mushroom risotto/蘑菇烩饭, spring rolls/春卷")(w), made(("{x} soup", "{x}汤"))(w), made(("{x} noodles", "{x}面"))(w))))
SPOT = string(lambda w: w.pick((proper(w), made(("Café {y}", "{y}餐厅"))(w), made(("the {y} Inn", "{y}饭馆"))(w), made(("Casa {y}", "{y}小馆"))(w))))
DAY = string(lambda w: w.pick((lambda: w.pick(words.DAYS)[w.zh], lambda: date(w)))())
TIME = string(clock)
FILE = string(file_name, quoted=True)
FOLDER = string(lambda w: w.pick((words.invented(w.rng), words.invented(w.rng).capitalize(), words.invented(w.rng, 1) + "_" + words.invented(w.rng, 1), one_of("Holidays/旅行, Invoices/发票, Drafts/草稿, Recipes/食谱, Archive/存档")(w))), quoted=True)
MAIL = string(lambda w: f"{words.invented(w.rng, 1)}{w.pick(('', '', '.' + words.invented(w.rng, 1)))}@{words.invented(w.rng, 1)}.{w.pick(('com', 'org', 'net', 'cn'))}")
PET = string(proper)
SPECIES = string(one_of("cow/奶牛, horse/马, goat/山羊, sheep/绵羊, parrot/鹦鹉, rabbit/兔子, donkey/驴, turtle/乌龟, cat/猫, dog/狗, pig/猪, hen/母鸡"))
DRUG = string(lambda w: words.invented(w.rng))
CROP = string(lambda w: w.pick((one_of("wheat/小麦, barley/大麦, corn/玉米, potatoes/土豆, carrots/胡萝卜, beans/豆子, rye/黑麦, lettuce/生菜")(w), word(w))))
SUBJECT = string(one_of("maths/数学, history/历史, biology/生物, music/音乐, physics/物理, chemistry/化学, geography/地理, art/美术, Latin/拉丁语, German/德语"))
SPORT = string(one_of("football/足球, tennis/网球, judo/柔道, swimming/游泳, chess/国际象棋, handball/手球, rowing/划船, archery/射箭, badminton/羽毛球, volleyball/排球"))
COURT = string(one_of("tennis/网球, badminton/羽毛球, volleyball/排球, handball/手球, squash/壁球, basketball/篮球, table tennis/乒乓球"))
TEAM = string(lambda w: w.pick((proper(w), made(("{y} United", "{y}联队"))(w), made(("{y} Rovers", "{y}队"))(w))))
MACHINE = string(lambda w: w.pick((one_of("press/冲压机, lathe/车床, mixer/搅拌机, conveyor/传送带, cutter/切割机, dryer/烘干机, compressor/压缩机, crane/吊车")(w), made(("{x} press", "{x}机"))(w), made(("{a} {n}", "{n}号{a}"), rows("press/冲压机, robot/机器人, pump/水泵, furnace/炉子"))(w))))
STREET = string(lambda w: f"{proper(w)}路{w.rng.randrange(1, 300)}号" if w.zh else f"{w.rng.randrange(1, 300)} {proper(w)} {w.pick(('Road', 'Street', 'Lane', 'Square'))}")
MONEY = number(2, 900, 2)
CURRENCY = string(one_of("euros/欧元, dollars/美元, yen/日元, francs/法郎, pounds/英镑, rupees/卢比, kroner/克朗, pesos/比索"))
SIZE = enum("small/小杯, medium/中杯, large/大杯")


def phrase(en: str, zh: str, quoted: bool = False) -> Source:
    """Values of several words: the {a} thing and the {p} place are of lists, {x} a name, {y} and {z} are invented, {n} is a number, {d} a day, {f} a food, {t} a town, {s} an animal."""
    def draw(w: Writer) -> str:
        return w.words(en, zh, a=w.pick(words.THINGS), p=w.pick(words.PLACES), n=w.rng.randrange(2, 90), x=words.person(w.rng, w.zh), y=_proper_or_han(w), z=word(w), d=w.pick(words.DAYS), k=w.pick(words.KIN), q=w.pick(words.ADJECTIVES), f=w.pick(words.FOODS), t=w.pick(words.CITIES), s=w.pick(words.ANIMALS))
    return string(draw, quoted)


def _proper_or_han(w: Writer) -> str:
    return word(w) if w.zh else proper(w)


def lower(w: Writer) -> str:
    """A name of small letters, as machines have them."""
    a, b = words.invented(w.rng, 1), words.invented(w.rng, w.rng.choice((1, 2)))
    return w.pick((b, f"{a}-{b}", f"{b}-{w.rng.randrange(1, 40)}", f"{b}{w.rng.randrange(1, 20):02d}", f"{a}_{b}"))


MESSAGE = phrase(
    "[I'm stuck in traffic near the {p}|the {a} is still at {x}'s place|can we meet at the {p} instead|happy birthday from all of us|don't forget the {a}|the meeting with {x} moves to {d}|we are already at the {p}|your {a} has arrived|thank you for the {q} {a}|I'll bring {n} {a}s on {d}|{x} is ill and stays at home|the key is under the {a}|we had to leave the {p} early|please ring {x} before {d}|dinner is at {y} tonight|my train is {n} minutes late|I found your {a} at the {p}|no school on {d}]",
    "[我堵在{p}附近了|{a}还在{x}那里|能不能改在{p}见|祝你生日快乐|别忘了带{a}|和{x}的会改到{d}了|我们已经到{p}了|你的{a}到货了|谢谢你送的{a}|{d}我带{n}个{a}过去|{x}病了，在家休息|钥匙在{a}下面|我们提前离开{p}了|{d}之前给{x}回个电话|今晚在{y}吃饭|我的车晚点{n}分钟|你的{a}落在{p}了|{d}不上课]", True)
QUERY = phrase(
    "[how to repair the {a}|history of {y}|used {a}s under {n} euros|best {p} in {y}|{y} {n} manual|{q} {a} made of glass|the life of {x} {y}|{z} and {z}s compared|{a}s for left-handed people|opening of the {p} in {y}|why the {a} makes a noise|{x} on {z}]",
    "[{a}怎么修|{y}的历史|{n}元以下的二手{a}|{y}最好的{p}|{y}{n}使用说明|玻璃做的{a}|{x}的生平|{y}和{z}的区别|左撇子用的{a}|{y}的{p}什么时候开张|{a}为什么有响声|{x}论{z}]", True)
BUG = phrase(
    "[crash when opening the {a} page|the {z} button does nothing|login fails for {x}|slow start after update {n}|wrong total in the {a} report|page {n} stays empty|{z} is shown twice|the {p} map doesn't load|no sound after {n} minutes|saving the {a} takes for ever|text runs out of the {z} window]",
    "[打开{a}页面就崩溃|{z}按钮没反应|{x}登录不了|更新{n}之后启动很慢|{a}报表的合计不对|第{n}页是空白的|{z}显示了两遍|{p}地图加载不出来|{n}分钟后没有声音|保存{a}特别慢|文字超出了{z}窗口]", True)
HEADLINE = phrase(
    "[New {p} opens in {y}|{x} wins the {y} cup|{n} jobs lost at {y}|Fire in the old {p}|Why {y} needs a {q} {p}|{x} talks about the {a}|A night at the {p}|Ten questions for {x}|What the {a} taught me|The secret of the {q} {a}|{y} says no to {z}]",
    "[{y}新开了一家{p}|{x}夺得{y}杯冠军|{y}裁员{n}人|老{p}起火|为什么{y}需要一个{p}|{x}谈{a}|{p}的一夜|问{x}十个问题|{a}教会我的事|{a}的秘密|{y}拒绝了{z}]", True)
SUBJECT_LINE = phrase(
    "[Offer for {n} {a}s|Question about the {a}|Invoice number {n}|Trip to {y}|Minutes of {d}|Your visit to the {p}|Contract with {y}|Lost {a}|Photos from {y}|Change of plan for {d}|Welcome to {y}]",
    "[{n}个{a}的报价|关于{a}的问题|{n}号发票|{y}之行|{d}的会议纪要|您到访{p}一事|与{y}的合同|{a}丢失|{y}的照片|{d}计划变更|欢迎来到{y}]", True)
SENTENCE = phrase(
    "[Where is the nearest {p}|The {a} belongs to my {k}|I would like a {q} {a}|We leave {y} on {d}|How much is the {a}|My {k} works at the {p}|There are {n} {a}s in the {p}|Nobody has seen {x} today|I lost my {a} in {y}|Please close the {a}]",
    "[最近的{p}在哪里|这个{a}是我{k}的|我们{d}离开{y}|{a}多少钱|我{k}在{p}上班|{p}里有{n}个{a}|今天没人见过{x}|我的{a}在{y}丢了|请把{a}给我|{d}我要去{p}]", True)
DAMAGE = phrase(
    "[water drips from the ceiling|the {a} is cracked|strange smell in the {p}|the {a} fell down the stairs|rats behind the {a}|broken glass next to the {p}|the lock of the {a} is stuck|smoke near the {a}|graffiti on the wall of the {p}|the {a} is missing]",
    "[天花板漏水|{a}裂了|{p}里有怪味|{a}从楼梯上掉下来了|{a}后面有老鼠|{p}旁边有碎玻璃|{a}的锁卡住了|{a}附近冒烟|{p}墙上被人涂鸦|{a}不见了]", True)
HOST = string(lower)
BRANCH = string(lambda w: f"{w.pick(('fix', 'feature', 'hotfix', 'release', 'dev'))}{w.pick('/-_')}{lower(w)}" if w.rng.random() < 0.6 else lower(w))
VERSION = string(lambda w: ".".join(str(w.rng.randrange(30)) for _ in range(w.pick((2, 3, 3)))))
SITE = string(lambda w: f"{w.pick(('', '', 'www.', 'api.', 'shop.'))}{words.invented(w.rng)}.{w.pick(('com', 'org', 'net', 'io', 'cn'))}")
ADDRESS = string(lambda w: ".".join(str(w.rng.randrange(1, 255)) for _ in range(4)))
LANGUAGE = string(one_of("Spanish/西班牙语, French/法语, German/德语, Japanese/日语, Italian/意大利语, Arabic/阿拉伯语, Korean/韩语, Russian/俄语, Portuguese/葡萄牙语, Turkish/土耳其语, Swedish/瑞典语, Thai/泰语"))
DATE = string(date)
COMPANY = string(lambda w: w.pick((made(("{y} Ltd", "{y}有限公司")), made(("{y} & Sons", "{y}父子公司")), made(("{y} Logistics", "{y}物流")), made(("{y} Holding", "{y}集团")), made(("{y}", "{y}"))))(w))
KEY = string(lambda w: "_".join(words.invented(w.rng, 1).upper() for _ in range(w.pick((1, 2, 2, 3)))))
MATERIAL = string(one_of("cement/水泥, gravel/碎石, sand/沙子, bricks/砖, steel beams/钢梁, plywood/胶合板, insulation foam/保温泡沫, roof tiles/瓦片, glass panes/玻璃板, white paint/白漆, floor boards/地板, copper pipes/铜管"))
PLATE = string(lambda w: f"{w.pick('京沪粤浙苏川鲁')}{w.rng.choice('ABCDEFG')}{w.rng.randrange(10**4, 10**5)}" if w.zh else f"{''.join(w.rng.choice('ABCDEFGHJKLMNPRSTUVWXYZ') for _ in range(w.pick((2, 3))))} {w.rng.randrange(10, 9999)}")
LETTERS = string(lambda w: str(w.rng.randrange(10**3, 10**w.rng.randrange(4, 9))))
WING = string(lambda w: w.pick((made(("ward {n}", "{n}号病区")), made(("{y} Wing", "{y}楼")), made(("{y}", "{y}科")))) (w))
TALLY = whole(2, 60)


def entry(names: str, about: str, thing: str, en: str, zh: str, gives: str = "", both: str = "", **fields: tuple[str, Source]) -> Errand:
    return Errand(tuple(names.split("|")), tuple(about.split("|")), pair(thing), {s: (tuple(keys.split()), source) for s, (keys, source) in fields.items()},
                  f"[{en}]", f"[{zh}]", tuple(rows(gives)) if gives else (), both)
# fmt: on
