"""What people ask of tools: a bank of errands with their names, fields and wordings, and where values come from."""

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
def _pair(text: str) -> Pair:
    en, zh = text.split("/")
    return en, zh


def _from(pairs: str) -> Callable[[Writer], str]:
    rows = [_pair(p) for p in pairs.split(", ")]
    return lambda w: w.pick(rows)[w.zh]


def _string(draw: Callable[[Writer], str], quoted: bool = False) -> Source:
    return Source("string", draw, quoted=quoted)


def _flag(true: str, false: str) -> Source:
    return Source("boolean", lambda w: w.rng.random() < 0.5, flags=(_pair(true), _pair(false)))


def _enum(pairs: str) -> Source:
    return Source("string", _from(pairs), options=tuple(_pair(p) for p in pairs.split(", ")))


def _whole(low: int, high: int) -> Source:
    return Source("integer", lambda w: w.rng.randrange(low, high))


def _number(low: int, high: int, digits: int = 1) -> Source:
    def draw(w: Writer) -> float:
        value = w.rng.randrange(low * 10**digits, high * 10**digits) / 10**digits
        return int(value) if value.is_integer() or w.rng.random() < 0.3 else value  # nobody says 22.0 degrees
    return Source("number", draw)


def _word(w: Writer) -> str:
    """A word from no list, of the user's letters."""
    return "".join(words.han(w.rng) for _ in range(w.rng.choice((2, 2, 3)))) if w.zh and w.rng.random() < 0.7 else words.invented(w.rng)


def _proper(w: Writer) -> str:
    return _word(w).capitalize()


def _person(w: Writer) -> str:
    first = words.person(w.rng, w.zh)
    return f"{first} {words.invented(w.rng).capitalize()}" if first.isascii() and w.rng.random() < 0.35 else first


def _made(pattern: Pair, *lists: list[Pair]) -> Callable[[Writer], str]:
    """Values of a word from no list ({x}), words of lists ({a}, {b}) and a number ({n})."""
    def draw(w: Writer) -> str:
        drawn: dict[str, Slot] = {name: w.pick(rows) for name, rows in zip("ab", lists, strict=False)}
        return w.words(*pattern, x=_word(w), y=_proper(w), n=w.rng.randrange(2, 90), **drawn)
    return draw


def _rows(pairs: str) -> list[Pair]:
    return [_pair(p) for p in pairs.split(", ")]


def _code(w: Writer) -> str:
    rng = w.rng
    letters = "".join(rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(rng.choice((1, 2, 2, 3))))
    number = rng.randrange(10 ** rng.randrange(1, 6))
    return w.pick((f"{letters}{number}", f"{letters}-{number}", f"{number}{letters}", f"{letters}{number}{letters[:1]}", words.strange(rng, False).replace(" ", "-")))


def _date(w: Writer) -> str:
    rng = w.rng
    day, month = rng.randrange(1, 29), rng.randrange(1, 13)
    if rng.random() < 0.4:
        return f"{rng.randrange(2024, 2035)}-{month:02d}-{day:02d}"
    if w.zh:
        return f"{month}月{day}日"
    return w.pick((f"{day} {words.MONTHS[month - 1]}", f"{words.MONTHS[month - 1]} {day}"))


def _time(w: Writer) -> str:
    rng = w.rng
    if rng.random() < 0.75:
        return f"{rng.randrange(24):02d}:{rng.choice((0, 5, 10, 15, 20, 30, 40, 45, 50)):02d}"
    return f"{w.pick(('上午', '下午', '晚上'))}{rng.randrange(1, 12)}点" if w.zh else f"{rng.randrange(1, 13)} {w.pick(('am', 'pm'))}"


def _file(w: Writer) -> str:
    stem = words.invented(w.rng, w.rng.choice((1, 2)))
    if w.rng.random() < 0.4:
        stem = w.pick((stem + "_" + words.invented(w.rng, 1), f"{stem}-{w.rng.randrange(100)}", f"{w.pick(words.THINGS)[0]}_{stem}"))
    return f"{stem}.{w.pick(('txt', 'pdf', 'csv', 'md', 'png', 'docx', 'zip', 'json', 'mp3'))}"


_COLOUR_ROWS = words.COLOURS
_GOODS = _rows("bolts/螺栓, filters/滤芯, chairs/椅子, jackets/夹克, candles/蜡烛, batteries/电池, blankets/毯子, notebooks/笔记本, gloves/手套, brushes/刷子, mugs/马克杯, cables/电缆, tiles/瓷砖, pillows/枕头, boots/靴子, lamps/台灯, screws/螺丝, towels/毛巾, helmets/头盔, backpacks/背包")

PERSON = _string(_person)
TOWN = _string(lambda w: place(w) if w.zh or w.rng.random() < 0.8 else f"{w.pick(('Port', 'North', 'Old', 'San', 'Upper', 'Lake'))} {_proper(w)}")
ROOM = _string(_from("bedroom/卧室, kitchen/厨房, hall/走廊, attic/阁楼, bathroom/浴室, living room/客厅, guest room/客房, study/书房, garage/车库, cellar/地下室, nursery/儿童房, dining room/餐厅, workshop/工作间, laundry room/洗衣房, office/办公室, porch/门廊, conservatory/阳光房, playroom/游戏室"))
CODE = _string(_code)
GOODS = _string(lambda w: w.pick((_made(("{a}", "{a}"), _GOODS), _made(("{a} {b}", "{a}{b}"), _COLOUR_ROWS, _GOODS), _made(("{x} {a}", "{x}{a}"), _GOODS), _made(("{y} {a}", "{y}{a}"), _GOODS)))(w))
BRAND = _string(lambda w: w.pick((_proper(w), _made(("{y} {n}", "{y}{n}"))(w), _made(("{y} Foods", "{y}公司"))(w), _made(("{y} Trading", "{y}商行"))(w))))
TITLE = _string(lambda w: w.pick((
    _made(("{y}", "{y}")), _made(("The {a} {b}", "{a}的{b}"), words.ADJECTIVES, words.THINGS), _made(("{y} in the {a}", "{a}里的{y}"), words.PLACES),
    _made(("Song of {y}", "{y}之歌")), _made(("{a} at Night", "夜里的{a}"), words.THINGS), _made(("My {a} {y}", "我的{a}{y}"), words.KIN), _made(("{y} {n}", "{y}{n}"))))(w), quoted=True)
BAND = _string(lambda w: w.pick((_person(w), _proper(w), _made(("The {y}s", "{y}乐队"))(w))))
TEXT = _string(lambda w: w.words(
    "[the {a} is in the {p}|buy {n} {a}s|I will be {n} minutes late|call {x} about the {a}|please bring the {a}|the {p} is closed|meet {x} at the {p}|{x} has the {a}|return the {a} to {x}|ask {x} for the {a}]",
    "[{a}在{p}|买{n}个{a}|我晚到{n}分钟|给{x}打电话问{a}的事|请带上{a}|{p}关门了|在{p}见{x}|{a}在{x}那里|把{a}还给{x}|找{x}要{a}]",
    a=w.pick(words.THINGS), p=w.pick(words.PLACES), n=w.rng.randrange(2, 60), x=words.person(w.rng, w.zh)))
TOPIC = _string(lambda w: w.pick((_proper(w), _made(("the {y} project", "{y}项目"))(w), _from("budget review/预算评审, team lunch/团队午餐, dentist/看牙医, piano lesson/钢琴课, yoga class/瑜伽课, staff party/员工聚会, parents' evening/家长会, book club/读书会, rehearsal/排练, site visit/实地考察")(w))), quoted=True)
DISH = _string(lambda w: w.pick((_from("onion soup/洋葱汤, fried rice/炒饭, noodle salad/凉面, lentil curry/咖喱扁豆, apple cake/苹果蛋糕, beef dumplings/牛肉饺子, tomato pasta/番茄意面, grilled fish/烤鱼, mushroom risotto/蘑菇烩饭, spring rolls/春卷")(w), _made(("{x} soup", "{x}汤"))(w), _made(("{x} noodles", "{x}面"))(w))))
SPOT = _string(lambda w: w.pick((_proper(w), _made(("Café {y}", "{y}餐厅"))(w), _made(("the {y} Inn", "{y}饭馆"))(w), _made(("Casa {y}", "{y}小馆"))(w))))
DAY = _string(lambda w: w.pick((lambda: w.pick(words.DAYS)[w.zh], lambda: _date(w)))())
TIME = _string(_time)
FILE = _string(_file, quoted=True)
FOLDER = _string(lambda w: w.pick((words.invented(w.rng), words.invented(w.rng).capitalize(), words.invented(w.rng, 1) + "_" + words.invented(w.rng, 1), _from("Holidays/旅行, Invoices/发票, Drafts/草稿, Recipes/食谱, Archive/存档")(w))), quoted=True)
MAIL = _string(lambda w: f"{words.invented(w.rng, 1)}{w.pick(('', '', '.' + words.invented(w.rng, 1)))}@{words.invented(w.rng, 1)}.{w.pick(('com', 'org', 'net', 'cn'))}")
PET = _string(_proper)
SPECIES = _string(_from("cow/奶牛, horse/马, goat/山羊, sheep/绵羊, parrot/鹦鹉, rabbit/兔子, donkey/驴, turtle/乌龟, cat/猫, dog/狗, pig/猪, hen/母鸡"))
DRUG = _string(lambda w: words.invented(w.rng))
CROP = _string(lambda w: w.pick((_from("wheat/小麦, barley/大麦, corn/玉米, potatoes/土豆, carrots/胡萝卜, beans/豆子, rye/黑麦, lettuce/生菜")(w), _word(w))))
SUBJECT = _string(_from("maths/数学, history/历史, biology/生物, music/音乐, physics/物理, chemistry/化学, geography/地理, art/美术, Latin/拉丁语, German/德语"))
SPORT = _string(_from("football/足球, tennis/网球, judo/柔道, swimming/游泳, chess/国际象棋, handball/手球, rowing/划船, archery/射箭, badminton/羽毛球, volleyball/排球"))
COURT = _string(_from("tennis/网球, badminton/羽毛球, volleyball/排球, handball/手球, squash/壁球, basketball/篮球, table tennis/乒乓球"))
TEAM = _string(lambda w: w.pick((_proper(w), _made(("{y} United", "{y}联队"))(w), _made(("{y} Rovers", "{y}队"))(w))))
MACHINE = _string(lambda w: w.pick((_from("press/冲压机, lathe/车床, mixer/搅拌机, conveyor/传送带, cutter/切割机, dryer/烘干机, compressor/压缩机, crane/吊车")(w), _made(("{x} press", "{x}机"))(w), _made(("{a} {n}", "{n}号{a}"), _rows("press/冲压机, robot/机器人, pump/水泵, furnace/炉子"))(w))))
STREET = _string(lambda w: f"{_proper(w)}路{w.rng.randrange(1, 300)}号" if w.zh else f"{w.rng.randrange(1, 300)} {_proper(w)} {w.pick(('Road', 'Street', 'Lane', 'Square'))}")
MONEY = _number(2, 900, 2)
CURRENCY = _string(_from("euros/欧元, dollars/美元, yen/日元, francs/法郎, pounds/英镑, rupees/卢比, kroner/克朗, pesos/比索"))
SIZE = _enum("small/小杯, medium/中杯, large/大杯")


def _e(names: str, about: str, thing: str, en: str, zh: str, gives: str = "", both: str = "", **fields: tuple[str, Source]) -> Errand:
    return Errand(tuple(names.split("|")), tuple(about.split("|")), _pair(thing), {s: (tuple(keys.split()), source) for s, (keys, source) in fields.items()},
                  f"[{en}]", f"[{zh}]", tuple(_rows(gives)) if gives else (), both)


_HOME = (
    _e("dim lamp|set lamp level|lamp brightness|adjust brightness", "Set how bright a lamp is|Dims the lamp of a room|调节灯的亮度", "lamp/灯",
       "Turn the {r} lamp down to {n}|It's too bright in the {r}, {n} would be enough for the lamp|Could you bring the light in the {r} to {n}?|{n} for the lamp in the {r}, please|I'd like the {r} light at {n}|Dim the {r}|My eyes hurt. The lamp in the {r} should go to {n}|Lamp to {n}, please|Make the {r} light dimmer",
       "把{r}的灯调到{n}|{r}太亮了，灯调成{n}吧|{r}的灯光能调到{n}吗？|我想让{r}的灯亮度是{n}|灯调到{n}|把{r}的灯调暗一点",
       r=("room place where location area", ROOM), n=("level brightness value percent", _whole(1, 100))),
    _e("switch light|light on off|toggle lamp|light switch", "Turn a light on or off|开关灯", "light/灯",
       "Turn {o} the light in the {r}|Lights {o} in the {r}|I want the light in the {r} {o}|Could you switch the {r} light {o}?|The {r}: light {o}, please|Please make sure the {r} light is {o}|I'm in bed already, the {r} light should be {o}|Switch the light {o}",
       "{o}{r}的灯|把{r}的灯{o}|我已经躺下了，{r}的灯帮我{o}|{r}，请把灯{o}|能把{r}的灯{o}吗？|请{o}灯",
       r=("room place where location zone", ROOM), o=("on state power enabled", _flag("on/打开", "off/关掉")), both="r"),
    _e("set thermostat|set temperature|change heating|heat room", "Set the temperature of a room|设置室温|Heating control", "heating/暖气",
       "I'm freezing, make it {t} degrees in the {r}|Heat the {r} to {t} degrees|Can we have {t} °C in the {r}?|The {r} should be {t} degrees warm|I'd love {t} degrees in the {r} tonight|{t} degrees in the {r}, please|It's so cold. Warm up the {r}|Make it {t} degrees|Bring the {r} up to {t} °C before the guests come|Set the heating to {t} degrees",
       "好冷啊，把{r}调到{t}度|{r}加热到{t}度|{r}能不能{t}度？|我希望{r}保持{t}度|{t}度就好，在{r}|太冷了，把{r}弄暖和点|温度调到{t}度|客人来之前，让{r}升到{t}度",
       t=("temperature degrees target value celsius", _number(14, 28)), r=("room place zone where location", ROOM)),
    _e("move blinds|set blinds|open blinds|blinds control", "Open or close the blinds|控制百叶窗", "blinds/百叶窗",
       "{o} the blinds in the {r}|The sun blinds me, {o} the blinds in the {r}|Could you {o} the blinds in the {r}?|Blinds in the {r}: {o}|I want to sleep. Please {o} the {r} blinds|In the {r}, {o} the blinds please",
       "{o}{r}的百叶窗|太阳太晃眼了，{o}{r}的百叶窗|能{o}{r}的百叶窗吗？|我要睡觉了，请把{r}的百叶窗{o}|{r}的百叶窗请{o}",
       r=("room place window_of where location", ROOM), o=("open opened up", _flag("open/打开", "close/关上"))),
    _e("run vacuum|clean room|start vacuum robot|vacuum", "Send the robot to clean a room|派扫地机器人打扫", "robot/机器人",
       "The {r} is dirty, send the robot for {n} minutes|Vacuum the {r}|Have the {r} vacuumed for {n} minutes|Can the robot clean the {r}?|There are crumbs all over the {r}|I need the {r} clean by tonight|Let the robot run for {n} minutes|{n} minutes of vacuuming in the {r}, please",
       "{r}脏了，让扫地机器人扫{n}分钟|打扫一下{r}|让机器人去{r}吸尘{n}分钟|能清扫一下{r}吗？|{r}到处是碎屑|让机器人扫{n}分钟",
       r=("room place where area", ROOM), n=("minutes duration time_limit", _whole(5, 90)), both="r"),
    _e("lock door|door lock|secure door", "Lock or unlock a door|门锁", "door/门",
       "{o} the {r} door|I'm leaving, please {o} the door of the {r}|Would you {o} the {r} door for me?|The {r} door, {o} it|Don't forget to {o} the door to the {r}",
       "{o}{r}的门|我要出门了，请{o}{r}的门|{r}的门帮我{o}|能{o}{r}的门吗？",
       r=("door room which place", ROOM), o=("locked lock closed secured", _flag("lock/锁上", "unlock/打开")), both="r"),
)
_SHOP = (
    _e("query stock|stock level|check inventory|get stock", "How many pieces are in stock|Look up the stock of a product|查询库存", "stock/库存",
       "How many {x} are left?|Do we still have {x}?|How many {x} do we have in {p}?|Are there any {x} left in {p}?|I wonder how many {x} there are in {p}|A customer asks for {x}, do we have them?|{x}: how many are there?|What do we still have in {p}?|Count the {x} for me",
       "还剩多少{x}？|{x}还有吗？|{p}那边还有多少{x}？|我想知道{p}还有没有{x}|有客人要{x}，我们还有吗？|{x}，还有几个？",
       "stock/库存, left/剩余, quantity/数量", "x", x=("product item article goods name", GOODS), p=("branch shop store place city", TOWN)),
    _e("order supplies|restock|reorder goods|purchase order", "Order more of a product from a supplier|向供应商订货", "order/订单",
       "We need {n} more {x} from {s}|Order {n} {x} from {s}|We're running out of {x}, get {n} from {s}|Can {s} send us {n} {x}?|Get us {n} {x}|I'd like {n} new {x}, and {s} should deliver them|Ask {s} for {n} {x}|{n} {x} from {s}, please|Please restock {x}",
       "向{s}订{n}个{x}|{x}快没了，从{s}再进{n}个|能让{s}送{n}个{x}来吗？|我们还要{n}个{x}|请{s}发{n}个{x}过来|从{s}进货：{x}，{n}个|请给我们补{x}",
       n=("quantity count amount pieces number", _whole(2, 500)), x=("product item article goods", GOODS), s=("supplier vendor company source", BRAND)),
    _e("set price|change price|update price", "Change the price of a product|修改价格", "price/价格",
       "From now on {x} cost {n} {c}|The {x} should cost {n} {c}|Make it {n} {c} for the {x}|{x} are too cheap, take {n} {c}|Can we sell {x} for {n} {c}?|Put {n} {c} on the {x}|Our {x} need a new price",
       "{x}从现在起卖{n}{c}|把{x}改成{n}{c}|{x}太便宜了，改卖{n}{c}|能把{x}卖{n}{c}吗？|{x}要换个价，{n}{c}|{x}该调价了",
       x=("product item article goods", GOODS), n=("price amount value cost", MONEY), c=("currency unit money", CURRENCY)),
    _e("return article|refund order|start return", "Send an order back for a refund|退货", "return/退货",
       "I don't like what came with {c}, {r}|Take back {c}, {r}|I want to return {c} because {r}|{c} has to go back, {r}|Can I get my money back for {c}?|I'd like to send an order back, {r}|Return {c}, please",
       "我要退{c}，{r}|{c}我不想要了，{r}|能把{c}退掉吗？{r}|订单{c}想退，因为{r}|我想退货，{r}|请退{c}",
       both="", c=("order order_id reference number", CODE), r=("reason why cause", _enum("it is broken/坏了, it is too small/太小, it came too late/送晚了, wrong colour/颜色不对"))),
    _e("apply coupon|use voucher|redeem code", "Use a voucher code|使用优惠券", "voucher/优惠券",
       "I have a voucher, it says {c}|Take {c} off my bill, it's a coupon|Can I still use the coupon {c}?|{c} should get me something off|I got {c} from the newsletter, use it|Redeem {c} for me|I've got a voucher",
       "我有张优惠券，{c}|用优惠券{c}|优惠码{c}还能用吗？|报纸上送的优惠码{c}，帮我用掉|{c}，这是我的优惠券|我有一张优惠券", c=("code coupon voucher", CODE)),
    _e("find shop hours|opening hours|shop hours", "When a shop is open|查询营业时间", "shop/商店",
       "When does {s} open on {d}?|Is {s} open on {d}?|How long can I shop at {s} on {d}?|Until when is {s} open?|I want to go to {s} on {d}, will they be open?|Is the shop open on {d}?",
       "{s}{d}几点开门？|{d}{s}开门吗？|我{d}想去{s}，开着吗？|{s}营业到几点？|{d}店里开门吗？",
       "closing/关门, opening/开门", "s", s=("shop store name where", SPOT), d=("day date when", DAY)),
)
_TRAVEL = (
    _e("book train|train ticket|reserve train", "Book a seat on a train|订火车票", "train/火车",
       "I have to be in {b} on {d}, get me a train from {a}|A train from {a} to {b} on {d}, please|Is there a train seat to {b} from {a} on {d}?|Get me from {a} to {b} by train on {d}|By rail from {a} to {b}, I travel on {d}|I'd like to take the train to {b} on {d}|On {d} I leave {a} for {b} by train|Train from {a} to {b}",
       "{d}我要从{a}坐火车去{b}|订一张{d}{a}到{b}的火车票|我{d}得到{b}，从{a}坐火车|从{a}到{b}，{d}，火车|{d}想坐火车去{b}|要一张{a}去{b}的火车票",
       a=("from origin start departure from_city", TOWN), b=("to destination end arrival to_city", TOWN), d=("date day on when", DAY)),
    _e("search flights|find flight|flight search", "Find flights between two cities|查找航班", "flight/航班",
       "I want to fly from {a} to {b} on {d}|What flights go to {b} from {a} on {d}?|Which planes leave {a} for {b} on {d}?|Flying out of {a} on {d}, landing in {b}: what is there?|How do I fly to {b} on {d}?|Are there flights from {a} to {b}?|My sister lives in {b}. Find me a plane from {a} on {d}",
       "{d}从{a}飞{b}有哪些航班？|我想{d}从{a}飞到{b}|{d}有没有{a}去{b}的飞机？|我姐姐在{b}，帮我看{d}从{a}出发的飞机|从{a}到{b}有航班吗？|{d}飞{b}有票吗？",
       "flights/航班, price/价格", a=("origin from start departure", TOWN), b=("destination to target arrival", TOWN), d=("date day when", DAY)),
    _e("book hotel|reserve hotel|hotel booking", "Book a room in a hotel|预订酒店", "room/房间",
       "I need a bed in {p} for {n} nights, {b}|{n} nights in {p}, {b}|Could you get me a hotel room in {p} for {n} nights {b}?|We're staying in {p} for {n} nights, a room {b} please|Find us somewhere to sleep in {p}, {n} nights, {b}|A hotel in {p}, {n} nights|I need a hotel in {p}|I need a hotel for {n} nights",
       "我要在{p}住{n}晚，{b}|{p}的酒店，{n}晚，{b}|帮我在{p}找间房，住{n}个晚上，{b}|能在{p}订{n}晚的酒店吗？{b}|在{p}订酒店|订{n}晚酒店",
       p=("city place location town where", TOWN), n=("nights stay length days", _whole(2, 20)), b=("breakfast with_breakfast meals", _flag("with breakfast/含早餐", "without breakfast/不含早餐"))),
    _e("rent car|hire car|car rental", "Rent a car|租车", "car/汽车",
       "I need a car in {p} for {n} days|{n} days with a rented car in {p}, please|Could I have a car for {n} days when I land in {p}?|We want to drive around {p} for {n} days|Hire something with four wheels in {p} for {n} days|I need a car in {p}|Rent me a car for {n} days",
       "我在{p}要用{n}天车|在{p}租一辆车，{n}天|到了{p}能租{n}天车吗？|我们想在{p}自驾{n}天|我要在{p}租车|租车{n}天",
       p=("city pickup place location", TOWN), n=("days duration length", _whole(2, 30))),
    _e("call taxi|order taxi|get cab|request ride", "Send a taxi to an address|叫出租车", "taxi/出租车",
       "I need a cab from {a} to {b} at {t}|Pick me up at {a} at {t}, I'm going to {b}|Taxi for {t}, from {a} to {b}|Can a driver take me from {a} to {b} at {t}?|My bus is gone. Get me from {a} to {b}|At {t} someone should drive me to {b}, I'm at {a}|A taxi at {t} from {a}",
       "{t}从{a}打车去{b}|{t}来{a}接我，去{b}|要一辆出租车，{a}到{b}，{t}|{t}能派车送我从{a}去{b}吗？|公交没了，叫车从{a}到{b}|{t}叫辆车到{a}",
       a=("pickup from start address", STREET), b=("dropoff to destination target", STREET), t=("time at when", TIME)),
    _e("check passport|visa rules|visa needed", "Whether a visa is needed|查询签证", "visa/签证",
       "Do I need a visa for {b} if I'm from {a}?|I'm from {a} and going to {b}. Visa?|Can people from {a} enter {b} without a visa?|What visa does {b} want from someone from {a}?|Do I need a visa for {b}?",
       "我是{a}人，去{b}要签证吗？|从{a}去{b}需要签证吗？|{a}的人进{b}要不要签证？|去{b}要签证吗？", "days/天数, fee/费用",
       a=("nationality home from country", _string(_proper)), b=("country destination to target", _string(_proper))),
)
_CALENDAR = (
    _e("add event|create event|calendar add|new appointment", "Put something into the calendar|添加日程", "event/日程",
       "Put {x} in my calendar for {d} at {t}|I have {x} on {d} at {t}, note it down|{d}, {t}: {x}|Remember that {x} is on {d} at {t}|Could you block {t} on {d} for {x}?|On {d} at {t} there's {x}|{x} on {d}, please put it down|Add {x} at {t}",
       "{d}{t}有{x}，记到日历里|把{x}加到日历，{d}{t}|{d}，{t}：{x}|能把{d}{t}留给{x}吗？|{d}有{x}，加进去|日历里加上{t}的{x}",
       x=("title event what subject name", TOPIC), d=("date day when on", DAY), t=("time start at hour", TIME)),
    _e("move meeting|reschedule|postpone meeting|shift appointment", "Move an appointment to another time|改期", "meeting/会议",
       "{x} can't be on {d} any more, make it {t}|Move {x} to {d} at {t}|Could we do {x} on {d} at {t} instead?|{x} should rather start at {t} on {d}|I can't make it, put {x} on {d} at {t}|Push {x} to {d}",
       "{x}改到{d}{t}|把{x}挪到{d}{t}|我来不了，{x}换到{d}{t}行吗？|{x}延到{d}|{x}推迟到{d}{t}吧",
       x=("meeting event title name", TOPIC), d=("date new_date day", DAY), t=("time new_time at", TIME)),
    _e("cancel appointment|drop event|remove event", "Take an appointment out of the calendar|取消日程", "appointment/预约",
       "{x} on {d} won't happen|Forget about {x} on {d}|I'm ill, call off {x} on {d}|Take {x} out of my calendar, the one on {d}|Can you scratch {x} on {d}?|I won't be at {x}, cancel it",
       "{d}的{x}取消|{x}不去了，{d}那个|我病了，{d}的{x}帮我取消|能把{d}的{x}删掉吗？|{x}不去了，取消吧",
       x=("event title appointment name", TOPIC), d=("date day when", DAY)),
    _e("free slots|find free time|check availability", "Find when someone is free|查询空闲时间", "time/时间",
       "When is {p} free on {d}?|Does {p} have {n} minutes on {d}?|I need {n} minutes with {p} on {d}, when can we?|Find {n} free minutes in the calendar of {p} on {d}|Is {p} busy on {d}?|On {d} I want to talk to {p} for {n} minutes. When is there room?",
       "{p}{d}什么时候有空？|{p}{d}有{n}分钟吗？|{d}我要和{p}谈{n}分钟，什么时候行？|看看{d}{p}忙不忙|{d}{p}哪里有{n}分钟空？",
       "slots/空档, start/开始", "p", p=("person user who name", PERSON), d=("date day on", DAY), n=("minutes duration length", _whole(10, 120))),
    _e("invite guest|add attendee|invite to event", "Invite someone to an event|邀请参加", "invitation/邀请",
       "{p} should come to {x} too|Ask {p} to join {x}|I'd like to have {p} at {x}|Can we invite {p} to {x}?|For {x} we also want {p}|Put {p} on the guest list of {x}|Invite {p}",
       "请{p}也来{x}|{x}叫上{p}|我想让{p}参加{x}|能邀请{p}来{x}吗？|{x}的名单里加上{p}|邀请{p}",
       "", "p", p=("guest person attendee who", PERSON), x=("event meeting title occasion", TOPIC)),
)
_POST = (
    _e("track parcel|parcel status|where is parcel|trace shipment", "Find out where a parcel is|查询包裹", "parcel/包裹",
       "Where is {c}?|Where is my parcel {c}?|Track the parcel {c}|Has {c} been delivered yet?|When will {c} arrive?|I'm waiting for {c}|Still no sign of {c}, where is it?|{c} should have come yesterday. Where is it?|Where is my parcel?|My parcel hasn't come, where is it?",
       "{c}到哪了？|我的包裹{c}在哪里？|查一下包裹{c}|{c}送到了吗？|一直没收到{c}，到哪了？|{c}昨天就该到了，在哪？|我的包裹到哪了？",
       "days/天数, stops/站数", "c", c=("code tracking_id parcel number reference", CODE)),
    _e("ship parcel|send package|dispatch box", "Send a parcel to someone|寄包裹", "parcel/包裹",
       "I want to send {n} kg to {p} in {t}|A box for {p} in {t}, it weighs {n} kg|Ship {n} kg to {p}, who lives in {t}|{p} in {t} should get a parcel of {n} kg|Can you send this to {t}? It is {n} kg, for {p}|Get this box to {p} in {t}",
       "给{t}的{p}寄{n}公斤|我要寄个包裹到{t}，收件人{p}，{n}公斤|{p}在{t}，给他寄{n}公斤的箱子|能寄到{t}吗？{n}公斤，给{p}|把这个箱子寄给{t}的{p}",
       n=("weight kg mass", _number(1, 40)), p=("recipient receiver name", PERSON), t=("city destination town place", TOWN)),
    _e("hold mail|pause delivery|stop deliveries", "Keep the mail back for some days|暂停投递", "mail/邮件",
       "We're away from {a} to {b}, keep our mail|No letters from {a} to {b}, please|Can the post wait from {a} until {b}?|Keep everything back between {a} and {b}|Hold my letters from {a} on|From {a} to {b} nobody is home, don't bring the post",
       "{a}到{b}我们不在家，邮件先别送|从{a}到{b}不要送信|信件能从{a}留到{b}吗？|{a}起先别送信|{a}至{b}家里没人，别送邮件",
       a=("from start start_date begin", _string(_date)), b=("to until end end_date", _string(_date))),
    _e("change address|update address|redirect mail", "Change where things are delivered|修改地址", "address/地址",
       "I've moved to {s} in {t}|My new home is {s}, {t}|From now on send everything to {s} in {t}|We live at {s} in {t} now|Please deliver to {s} in {t} instead|Could you note that I live at {s} now?",
       "我搬到{t}{s}了|新家在{t}{s}|以后都寄到{t}，{s}|现在我们住{t}{s}|请改送到{s}",
       s=("street address line", STREET), t=("city town place", TOWN)),
    _e("pickup point|find post office|nearest drop off", "Find a place to drop a parcel|查找寄件点", "place/地点",
       "Where can I drop a parcel near {s}?|Which post office is close to {s}?|I'm at {s} with a box, where do I take it?|Is there a parcel shop around {s}?|Where can I leave a parcel?",
       "{s}附近哪里可以寄包裹？|离{s}最近的邮局在哪？|我在{s}，手上有个箱子，去哪寄？|哪里可以寄包裹？", "distance/距离, number/编号",
       s=("address near location place", STREET)),
)
_MONEY = (
    _e("transfer money|send money|pay person|make transfer", "Send money to someone|转账", "transfer/转账",
       "{p} gets {n} {c} from me|Send {n} {c} to {p}|I owe {p} {n} {c}, pay it back|Pay {p} {n} {c} for the concert|Give {p} {n} {c}|Could you wire {n} {c} to {p}?|I'd like to pay {p} back the {n} {c}|Please send {p} some money|Transfer {n} {c}",
       "给{p}转{n}{c}|我欠{p}{n}{c}，还给他|转{n}{c}给{p}|能给{p}汇{n}{c}吗？|演唱会的钱，{n}{c}，付给{p}|给{p}转钱|转{n}{c}",
       p=("recipient to payee name person", PERSON), n=("amount sum value", MONEY), c=("currency unit", CURRENCY)),
    _e("exchange rate|convert currency|currency convert", "Convert an amount of money|兑换货币", "rate/汇率",
       "How much is {n} {a} in {b}?|What do I get in {b} for {n} {a}?|I have {n} {a} left, what is that in {b}?|{n} {a} in {b}|Turn {n} {a} into {b}|If I change {n} {a} I get how many {b}?|What are {n} {a} worth?",
       "{n}{a}是多少{b}？|{n}{a}能换多少{b}？|我还有{n}{a}，换成{b}是多少？|{n}{a}换{b}|把{n}{a}换成{b}|{n}{a}值多少？", "amount/金额, rate/汇率",
       n=("amount value sum", _number(2, 900, 2)), a=("from from_currency source base", CURRENCY), b=("to to_currency target into", CURRENCY)),
    _e("log expense|add expense|note spending", "Write down what was spent|记账", "expense/支出",
       "I spent {n} {c} on {x}|{x} cost me {n} {c} today|Write down {n} {c} for {x}|{n} {c} went to {x}|Just paid {n} {c} for {x}, note it|Could you log the {n} {c} for {x}?|I've just bought {x}, note it",
       "{x}花了{n}{c}|今天买{x}用了{n}{c}|记一笔，{x}，{n}{c}|刚付了{n}{c}买{x}，记下来|能记一下{x}的{n}{c}吗？|刚买了{x}，记一下",
       n=("amount sum price cost", MONEY), c=("currency unit", CURRENCY), x=("category item what purpose", GOODS)),
    _e("account balance|get balance|check balance", "How much is in an account|查询余额", "account/账户",
       "How much do I have in {c}?|What's left in the account {c}?|Am I rich yet? Look at {c}|Is there still money in {c}?|I want to know what is in {c}|Show me what I have in {c}|How much money do I have left?",
       "{c}里还有多少钱？|账户{c}还剩多少？|看看{c}里有多少钱|{c}里还有钱吗？|我还剩多少钱？", "balance/余额", "c", c=("account account_id number", CODE)),
    _e("pay bill|settle invoice|pay invoice", "Pay a bill|支付账单", "bill/账单",
       "The bill {c} is due, pay the {n} {u} by {d}|Settle {c} by {d}, it's {n} {u}|{c} must be paid until {d}|Please pay {c}, {n} {u}|I got a bill, {c}, over {n} {u}, due on {d}. Pay it|Could you pay what I owe on {c}?",
       "账单{c}到期了，{d}前付{n}{u}|{d}之前付清{c}，{n}{u}|请付{c}，{n}{u}|我收到账单{c}，{n}{u}，{d}到期，付掉|{c}能在{d}前付掉吗？",
       c=("invoice bill reference number", CODE), n=("amount sum total", MONEY), u=("currency unit", CURRENCY), d=("due_date date by until", DAY)),
    _e("savings goal|save for|new savings plan", "Save up for something|设置储蓄目标", "goal/目标",
       "I want to save {n} {c} for {x}|Help me put {n} {c} aside for {x}|{x} will cost me {n} {c}, start saving|One day I'll buy {x}, set aside {n} {c}|I'm saving for {x}",
       "我要为{x}存{n}{c}|帮我攒{n}{c}买{x}|{x}要{n}{c}，开始存吧|想买{x}，先存{n}{c}|我在存钱买{x}",
       n=("target amount goal sum", _whole(50, 9000)), c=("currency unit", CURRENCY), x=("purpose name what", GOODS)),
)
_MEDIA = (
    _e("play song|play music|start song|play track", "Play a song|播放歌曲", "song/歌曲",
       "Play {x} by {b}|I want to hear {x} by {b}|Put on {x} from {b}|Can we listen to {x} by {b}?|{x} by {b}, please, and loud|I'm in the mood for {x} by {b}|Let's hear {x}|Something by {b}, please|Could you put {x} on?",
       "放{b}的{x}|我想听{b}唱的{x}|来一首{b}的{x}|能放{b}的{x}吗？|今天想听{x}|放点{b}的歌|播{x}",
       x=("song title track name", TITLE), b=("artist band singer by", BAND)),
    _e("set volume|change volume|volume", "Set how loud it is|调节音量", "volume/音量",
       "It's too loud in the {r}, go down to {n}|Volume in the {r} to {n}|I can't hear anything in the {r}, make it {n}|Can you set the sound in the {r} to {n}?|{n} is loud enough for the {r} speaker|Make the {r} speaker louder|Sound to {n}",
       "{r}太吵了，音量降到{n}|{r}的音量调到{n}|{r}听不清，音量{n}|{r}的音响能调到{n}吗？|把{r}的音响开大点|音量{n}",
       r=("room speaker place where", ROOM), n=("level volume value", _whole(1, 60))),
    _e("add to playlist|playlist add|put on playlist", "Add a song to a playlist|添加到歌单", "playlist/歌单",
       "Add {x} to my {l} list|{x} belongs on the {l} playlist|Put {x} on {l}|I like {x}, save it in {l}|Can {x} go to the {l} playlist?|My {l} playlist needs {x}|Save {x} in one of my playlists",
       "把{x}加到歌单{l}|{x}收进{l}|我喜欢{x}，存到{l}里|能把{x}放进歌单{l}吗？|歌单{l}里加上{x}|把{x}收进歌单",
       "", "x", x=("song title track", _string(_proper, True)), l=("playlist list name", _string(_proper))),
    _e("movie times|cinema program|film showings|showtimes", "When a film is on|查询电影场次", "film/电影",
       "When is {x} on in {p}?|Is {x} still running in {p}?|I'd love to see {x} in {p} on {d}, when is it on?|At what time can I watch {x} in {p} on {d}?|Which cinema in {p} shows {x} on {d}?|When does {x} start on {d}?",
       "{p}什么时候放{x}？|{x}在{p}还上映吗？|{d}想在{p}看{x}，几点？|{p}哪家影院{d}放{x}？|{d}{x}几点开场？",
       "hall/影厅, seats/座位", x=("film movie title", TITLE), p=("city place town", TOWN), d=("day date on", DAY)),
    _e("cinema seats|book cinema|film tickets", "Buy tickets for a film|买电影票", "tickets/票",
       "{n} tickets for {x} at {t}|We're {n} people and want to see {x} at {t}|Get us {n} seats for {x}, the {t} show|Could you get {n} tickets for {x}?|{x} at {t}, {n} of us|I want to take my friends to {x} at {t}, {n} seats|Tickets for {x}, please",
       "{x}，{t}场，{n}张票|我们{n}个人想看{t}的{x}|买{n}张{x}的票，{t}|能买{n}张{x}的票吗？|{t}的{x}，{n}个座位|买{x}的票",
       n=("seats tickets count people", _whole(2, 12)), x=("film movie title", TITLE), t=("time showing at", TIME)),
    _e("rate film|give stars|review film", "Give stars to a film|给电影打分", "rating/评分",
       "{n} stars for {x}|{x} was great, give it {n} stars|I'd say {x} deserves {n} points|I found {x} boring. {n} stars|Can you give {x} {n} stars from me?|I've seen {x}, put in my stars",
       "{x}给{n}颗星|{x}真好看，打{n}分|我觉得{x}值{n}分|{x}太无聊了，{n}星|我看完{x}了，帮我打分",
       x=("film movie title", TITLE), n=("stars rating points score", _whole(1, 11))),
)
_FOOD = (
    _e("book table|reserve table|restaurant booking", "Book a table in a restaurant|餐厅订位", "table/餐桌",
       "{n} seats for {p} at {t} in {s}|A table for {n} at {s}, {t}, name is {p}|We're {n} and want to eat at {s} at {t}, on the name of {p}|Can {s} take {n} of us at {t}?|{s} at {t}, {n} people, for {p}|I'd like to take {n} people to {s} at {t}|Get {p} a table for {n}|A table at {s} at {t}, please",
       "{s}，{t}，{n}位，{p}订的|{t}在{s}要{n}个人的桌子，姓名{p}|我们{n}个人{t}想去{s}吃饭，用{p}的名字|{s}{t}能坐{n}个人吗？|给{p}订{n}人桌|{t}在{s}订个桌",
       n=("people guests seats persons party_size", _whole(2, 20)), p=("name customer guest for", PERSON), t=("time at when", TIME), s=("restaurant place venue where", SPOT)),
    _e("order dish|order food|food order", "Order a dish for delivery|点外卖", "order/订单",
       "I'm hungry, {n} times {x} from {s}|{n} portions of {x} from {s}|Get us {n} {x} from {s}|Could {s} bring {n} portions of {x}?|We'd like to eat {x}, {n} portions, from {s}|Have {n} portions of {x} brought here|{x} from {s}, please",
       "饿了，从{s}点{n}份{x}|{s}的{x}，{n}份|来{n}份{x}，从{s}叫|{s}能送{n}份{x}吗？|我们想吃{x}，要{n}份|点{s}的{x}",
       n=("portions quantity count number", _whole(2, 15)), x=("dish food item meal", DISH), s=("restaurant from place", SPOT)),
    _e("order coffee|coffee order|make coffee", "Order a coffee|点咖啡", "coffee/咖啡",
       "A {z} coffee for {p}, {m}|{p} drinks a {z} coffee, {m}|One {z} coffee {m}, please, the name is {p}|Could I get a {z} coffee {m} for {p}?|I'm tired. A {z} one, {m}|{p} needs a coffee, {z} and {m}|A coffee for {p}",
       "给{p}来一{z}咖啡，{m}|{p}要{z}咖啡，{m}|一份{z}咖啡，{m}，名字{p}|能给{p}做{z}咖啡吗？{m}|困了，{z}咖啡，{m}|给{p}来咖啡",
       z=("size cup", SIZE), p=("name customer for", PERSON), m=("milk with_milk", _flag("with milk/加奶", "without milk/不加奶"))),
    _e("get recipe|find recipe|recipe search", "Find a recipe|查食谱", "recipe/食谱",
       "How do I cook {x}?|I want to make {x} for {n} people|What goes into {x}?|Tonight there will be {x}, {n} of us are eating. How do I make it?|I'd like to know how {x} is made|Something to cook for {n} people|{x} for {n}: how?",
       "{x}怎么做？|我想给{n}个人做{x}|{x}要放什么？|今晚吃{x}，{n}个人，怎么做？|做{x}的方法是什么？|给{n}个人做点吃的", "minutes/分钟, steps/步骤", "x",
       x=("dish name recipe food", DISH), n=("people servings portions", _whole(2, 12))),
    _e("shopping list|add to list|groceries add", "Put something on the shopping list|加入购物清单", "list/清单",
       "We're out of {x}|{n} {x} on the shopping list|Write down {n} {x} for the shopping|Put {x} on the list, {n} pieces|I have to buy {n} {x}, don't let me forget|The list needs {x}|Don't let me come home without {x}",
       "{x}用完了|购物清单加{n}个{x}|记下要买{n}个{x}|把{x}写到清单上，{n}个|我得买{n}个{x}，别让我忘|别忘了买{x}",
       "", "x", n=("quantity count amount", _whole(2, 30)), x=("item product what", GOODS)),
    _e("calories of|count calories|nutrition info", "How many calories a food has|查询热量", "food/食物",
       "How many calories are in {n} grams of {x}?|I ate {n} g of {x}, how bad is that?|Is {x} fattening?|What do {n} grams of {x} mean for my diet?|I'm on a diet, tell me about {n} grams of {x}",
       "{n}克{x}有多少热量？|我吃了{n}克{x}，热量多少？|{x}会胖吗？|在减肥，{n}克{x}行吗？", "calories/热量, fat/脂肪",
       n=("grams amount weight", _whole(10, 900)), x=("food dish item", DISH)),
)
_FILES = (
    _e("rename file|change file name", "Give a file another name|重命名文件", "file/文件",
       "{a} should be called {b}|Rename {a} to {b}|Call {a} {b} from now on|I don't like the name {a}, make it {b}|Could you turn {a} into {b}? Only the name|{b} is a better name for {a}|The file {a} needs a better name",
       "把{a}改名为{b}|{a}以后叫{b}|{a}这名字不好，改成{b}|能把{a}重命名成{b}吗？|{b}更适合{a}，改名吧|给{a}换个名字",
       a=("old_name source from file", FILE), b=("new_name target to name", FILE)),
    _e("move file|put file", "Move a file to a folder|移动文件", "file/文件",
       "{f} belongs in {d}|Put {f} into the folder {d}|Move {f} over to {d}|I keep losing {f}, put it in {d}|Could {f} go to {d}?|In {d} I'd like to have {f}, not here|Put {f} somewhere else",
       "{f}放到{d}里|把{f}移到文件夹{d}|{f}老找不到，放进{d}|{f}能挪到{d}吗？|我想把{f}放在{d}|把{f}挪个地方",
       "", "f", f=("file path name source", FILE), d=("folder directory target to", FOLDER)),
    _e("delete file|remove file|erase file", "Delete a file|删除文件", "file/文件",
       "Get rid of {f}|I don't need {f} any more|{f} can go|Throw {f} away|Delete {f} for good|Is {f} still there? Then delete it|I want {f} gone|Get rid of that old file",
       "删掉{f}|{f}不要了|{f}可以删了|把{f}彻底删除|我不需要{f}了|把那个旧文件删了", "", "f", f=("file path name filename", FILE)),
    _e("share file|give access|send file", "Share a file with someone|分享文件", "file/文件",
       "{p} needs to see {f}|Let {p} read {f}|Share {f} with {p}|Can {p} have {f}?|I want {p} to have a look at {f}|Send {f} over to {p}|{f} is for {p}, send it|Share {f}",
       "{p}要看{f}|让{p}能看{f}|把{f}分享给{p}|{f}能给{p}吗？|{f}是给{p}的，发过去|分享{f}",
       "", "p", p=("person user with to", PERSON), f=("file document name", FILE)),
    _e("search files|find in files|grep", "Find files that hold a word|搜索文件内容", "files/文件",
       "Which files in {d} mention {x}?|Where in {d} did I write about {x}?|I know {x} stands somewhere in {d}|Look through {d} for {x}|Is there anything on {x} in {d}?|Find everything with {x} in it",
       "{d}里哪些文件提到{x}？|我在{d}哪里写过{x}？|在{d}里找{x}|{d}里有关于{x}的东西吗？|找出所有含有{x}的文件",
       "hits/结果, files/文件", x=("text word query pattern", _string(_word, True)), d=("folder directory path where", FOLDER)),
    _e("make backup|back up|backup folder", "Back up a folder|备份", "backup/备份",
       "Save a copy of {d} to {t}|I'm afraid of losing {d}, copy it to {t}|Back {d} up on {t}|{d} should be safe on {t}|Could you keep a second {d} on {t}?|Back up {d}",
       "把{d}备份到{t}|怕丢了{d}，复制一份到{t}|{d}在{t}上存一份|{d}能备份到{t}吗？|备份{d}",
       "", "d", d=("folder source what", FOLDER), t=("drive target disk to", CODE)),
)
_HEALTH = (
    _e("book doctor|doctor appointment|see doctor", "Make an appointment with a doctor|预约医生", "appointment/预约",
       "My back hurts, I need to see {p} on {d} at {t}|Can {p} see me on {d} at {t}?|Get me in with {p} on {d}, {t} would be good|I'd like to come to {p} at {t} on {d}|{p} should look at my knee on {d} at {t}|I have to see {p} soon",
       "我背疼，{d}{t}想看{p}医生|{p}医生{d}{t}有号吗？|帮我挂{p}医生的号，{d}{t}|想约{p}医生，{d}{t}|我得去看{p}医生",
       p=("doctor physician with name", PERSON), d=("date day on", DAY), t=("time at slot", TIME)),
    _e("take pill reminder|add medicine|medication plan", "Plan when a medicine is taken|用药计划", "medicine/药",
       "I take {n} mg of {x} at {t}|{x}, {n} mg, every day at {t}|At {t} I have to swallow {n} mg of {x}|The doctor gave me {x}, {n} mg at {t}|Don't let me forget {x} at {t}|I need {x} from now on, {n} mg",
       "我{t}吃{n}毫克{x}|每天{t}{x}{n}毫克|医生开了{x}，{n}毫克，{t}吃|{t}提醒我吃{x}|从现在起我要吃{x}，{n}毫克",
       n=("dose mg amount", _whole(5, 900)), x=("medicine drug name", DRUG), t=("time at when", TIME)),
    _e("log weight|record weight|save weight", "Write down a body weight|记录体重", "weight/体重",
       "I'm at {n} kg today|{n} kg this morning|The scales say {n} kg|{p} weighs {n} kg now|Write down {n} kg for {p}|My weight has changed, it's {n} kg|{p} stood on the scales again",
       "我今天{n}公斤|早上称了{n}公斤|{p}现在{n}公斤|给{p}记{n}公斤|体重变了，{n}公斤|{p}又称体重了", n=("kg weight value", _number(40, 120)), p=("person name who", PERSON)),
    _e("log sleep|record sleep|sleep diary", "Write down how long someone slept|记录睡眠", "sleep/睡眠",
       "I slept from {a} to {b}|Fell asleep at {a}, woke up at {b}|In bed by {a} and up again at {b}|It was {b} when I woke, I'd gone to sleep at {a}|My night went from {a} until {b}|I fell asleep at {a}",
       "我从{a}睡到{b}|{a}睡着，{b}醒的|{b}才醒，{a}睡的|昨晚{a}到{b}在睡|我{a}睡着的", a=("start from asleep begin", TIME), b=("end to awake until", TIME)),
)
_SCHOOL = (
    _e("enter grade|add mark|grade student|record score", "Write down a student's points|登记成绩", "grade/成绩",
       "{p} got {n} points in {s}|Give {p} {n} in {s}|{n} points for {p} in {s}|In {s} {p} has {n} points, put it in|Could you enter {n} for {p} in {s}?|{p} did well in {s}, {n} points|{p} has done the {s} exam",
       "{p}{s}得了{n}分|给{p}的{s}打{n}分|{s}，{p}，{n}分，登记一下|{p}{s}考得不错，{n}分|{p}考完{s}了，登记一下",
       p=("student pupil name", PERSON), n=("points grade score mark", _whole(1, 101)), s=("subject course class", SUBJECT)),
    _e("mark absent|report absence|sick note", "Report that a pupil is absent|请假登记", "absence/缺席",
       "{p} won't come on {d}, {r}|{p} has to stay at home on {d}, {r}|My daughter {p} can't be at school on {d}|On {d} {p} is missing, {r}|{r}, so {p} stays home on {d}|{p} won't come to school",
       "{p}{d}不能来上学，{r}|{d}{p}请假，{r}|{r}，{p}{d}在家|我女儿{p}{d}去不了学校|{p}不能来上学了",
       p=("pupil student child name", PERSON), d=("date day on", DAY), r=("reason cause why", _enum("fever/发烧, doctor's visit/看医生, family party/家庭聚会, broken leg/腿骨折"))),
    _e("assign homework|set homework|give homework", "Give homework to a class|布置作业", "homework/作业",
       "Class {c} does page {n} in {s} for {d}|Page {n} of {s} for class {c}, due {d}|For {d}, {c} should read page {n} in {s}|{c} has homework: {s}, page {n}|Let {c} work on page {n} of the {s} book until {d}|Homework for {c} in {s}",
       "{c}班{d}前做{s}第{n}页|{s}第{n}页，{c}班，{d}交|让{c}班{d}前看{s}第{n}页|{c}班作业：{s}，第{n}页|给{c}班布置{s}作业",
       c=("class group for", _string(lambda w: f"{w.rng.randrange(1, 13)}{w.rng.choice('ABCDEF')}")), n=("page pages number", _whole(2, 300)), s=("subject course book", SUBJECT), d=("due date deadline", DAY)),
    _e("borrow book|lend book|library loan|check out book", "Borrow a book from the library|借书", "book/书",
       "I'd like to take {x} home, my card is {c}|{x} on card {c}, please|Can I have {x} for two weeks? My card says {c}|Let the reader with card {c} have {x}|I want to read {x}|My library card is {c}, I want a book",
       "我想借{x}，证号{c}|{x}借给{c}|能借{x}吗？我的借书证是{c}|给{c}办{x}的借阅|我想借{x}", x=("title book name", TITLE), c=("card member reader_id", CODE)),
    _e("find classroom|room of lesson|where is lesson", "Find the room of a lesson|查询教室", "lesson/课",
       "Where do I have {s} on {d}?|Which room is {s} in on {d}?|I can't find my {s} lesson on {d}|{s} on {d}: where is it?|Where must I go for {s}?",
       "{d}的{s}在哪上？|{s}{d}在哪个教室？|我找不到{d}{s}的教室|{s}在哪上课？", "number/编号, level/级别", "s", s=("subject lesson course", SUBJECT), d=("day date on", DAY)),
)
_FARM = (
    _e("water field|irrigate|start irrigation", "Water a field|灌溉", "field/田",
       "Field {f} is dry, give it water for {n} minutes|{n} minutes of water on field {f}|Let field {f} drink for {n} minutes|Could you run the sprinklers on {f} for {n} minutes?|It hasn't rained. {f} needs {n} minutes of water|The plants on {f} are thirsty",
       "{f}号地干了，浇{n}分钟|给{f}号地浇水{n}分钟|{f}号地能浇{n}分钟吗？|好久没下雨，{f}号地要浇{n}分钟|{f}号地的庄稼缺水了", f=("field plot zone area", CODE), n=("minutes duration time", _whole(3, 120))),
    _e("sow crop|plant field|plan sowing", "Sow a crop on a field|播种", "field/田",
       "I want {x} on {f} this year, sow on {d}|Sow {x} on {f} on {d}|{f} gets {x} on {d}|On {d} we put {x} into {f}|Could {x} go on field {f} on {d}?|This year it's {x} for {f}|Field {f} is ready for sowing",
       "今年{f}号地种{x}，{d}播|{d}在{f}号地播{x}|{f}号地{d}种{x}|能{d}在{f}号地种{x}吗？|{f}号地今年种{x}|{f}号地可以播种了", x=("crop seed plant what", CROP), f=("field plot area where", CODE), d=("date day when", DAY)),
    _e("record harvest|log yield|harvest weight", "Write down a harvest|记录收成", "harvest/收成",
       "We brought in {n} tons of {x} from {f}|{f} gave {n} tons of {x}|{n} tons of {x} came off field {f}|Put down {n} tons of {x} for {f}|The {x} on {f} are in, {n} tons|We've harvested {n} tons of {x}",
       "{f}号地收了{n}吨{x}|收了{n}吨{x}，{f}号地的|{x}在{f}号地收了{n}吨|记一下{f}号地{n}吨{x}|收了{n}吨{x}", n=("tons weight amount", _number(1, 90)), x=("crop what product", CROP), f=("field plot from", CODE)),
    _e("feed animals|give feed|feeding", "Give feed to the animals in a stable|喂牲口", "feed/饲料",
       "Stable {s} gets {n} kg of hay|Give {n} kg of feed to stable {s}|The animals in stable {s} are hungry, {n} kg please|{n} kg of feed into stable {s}|Could stable {s} have {n} kg more to eat?|Something to eat for stable {s}",
       "{s}号棚喂{n}公斤|给{s}号棚{n}公斤饲料|{s}号棚的牲口饿了，{n}公斤|能给{s}号棚添{n}公斤草吗？|给{s}号棚喂点吃的", s=("stable barn stall", CODE), n=("kg amount weight", _number(2, 200))),
    _e("milk yield|get milk|milk of cow", "How much milk an animal gave|查询产奶量", "milk/牛奶",
       "How much milk did {p} give on {d}?|Did {p} give enough milk on {d}?|What came out of {p} on {d}?|{p}, on {d}: how many litres?|How much milk do we get from {p}?",
       "{p}{d}产了多少奶？|{d}{p}挤了多少奶？|{p}{d}的奶够吗？|{p}产多少奶？", "litres/升", "p", p=("cow animal name", PET), d=("date day on", DAY)),
)
_FACTORY = (
    _e("stop machine|halt machine|shut down machine", "Stop a machine|停机", "machine/机器",
       "The {m} in hall {h} is smoking, stop it|Halt the {m} in hall {h}|Can someone stop the {m} in hall {h}?|The {m} has to stand still, it's in hall {h}|Hall {h}: switch the {m} off|The {m} makes a strange noise. Stop it",
       "{h}号车间的{m}冒烟了，快停|停下{h}号车间的{m}|能把{h}号车间的{m}停了吗？|{h}号车间，{m}停机|{m}声音不对，停下来", m=("machine device unit", MACHINE), h=("hall building line", _whole(1, 40))),
    _e("set speed|machine speed|change speed", "Set the speed of a machine|调整转速", "speed/速度",
       "Let the {m} turn at {n} rpm|The {m} is too slow, {n} rpm|{n} rpm for the {m}|Could the {m} run at {n} rpm?|I want {n} rpm on the {m}|The {m} should go faster",
       "{m}调到每分钟{n}转|{m}太慢了，{n}转|{n}转，给{m}设上|{m}能开到{n}转吗？|让{m}快一点", m=("machine device unit", MACHINE), n=("rpm speed rate", _whole(50, 6000))),
    _e("report fault|request repair|machine fault", "Report a fault of a machine|报修", "report/报告",
       "The {m} is broken, {u}|{u}: the {m} doesn't work|Something is wrong with the {m}, {u}|Please have the {m} looked at, {u}|The {m} leaks oil. It's {u}|The {m} won't start",
       "{m}坏了，{u}|{u}，{m}不工作|{m}有问题，{u}|请派人看{m}，{u}|{m}漏油，{u}|{m}开不了机", m=("machine device what", MACHINE), u=("urgent high_priority emergency", _flag("it's urgent/很急", "there's no hurry/不急"))),
    _e("produce batch|start production|make parts", "Start the production of parts|开始生产", "batch/批次",
       "Make {n} pieces of {c} until {d}|{n} of {c}, ready by {d}|By {d} we need {n} pieces of {c}|Could you start on {n} {c} for {d}?|The customer wants {n} pieces of {c} on {d}|Produce {c}",
       "{d}前生产{n}件{c}|{c}要{n}件，{d}交|客户{d}要{n}件{c}|能开始做{n}件{c}吗？|{d}之前我们需要{c}{n}件|生产{c}", n=("quantity pieces count", _whole(2, 900)), c=("part part_id article", CODE), d=("deadline due date", DAY)),
    _e("assign shift|plan shift|put on shift", "Put a worker on a shift|排班", "shift/班次",
       "{p} works the {s} shift on {d}|Put {p} on the {s} shift on {d}|On {d} {p} takes the {s} shift|Can {p} do {s} on {d}?|I need {p} for the {s} shift, {d}|{p} should work on {d}",
       "{p}{d}上{s}|{d}给{p}排{s}|{s}，{d}，{p}来|{p}{d}能上{s}吗？|{d}让{p}上班", p=("worker employee name", PERSON), s=("shift slot kind", _enum("early/早班, late/晚班, night/夜班")), d=("date day on", DAY)),
)
_SPORT = (
    _e("log run|add run|record run", "Write down a run|记录跑步", "run/跑步",
       "I ran {k} km in {n} minutes|{k} kilometres, {n} minutes, I'm done|Just back from {k} km, it took me {n} minutes|{n} minutes for {k} km today|Note my run, {k} km in {n} minutes|Ran {k} km",
       "我跑了{k}公里，{n}分钟|{n}分钟跑完{k}公里|刚跑完{k}公里，用了{n}分钟|记下今天{k}公里{n}分钟|跑了{k}公里", k=("distance km length", _number(2, 42)), n=("minutes time duration", _whole(8, 300))),
    _e("match result|get score|game score", "The result of a match|查询比分", "match/比赛",
       "How did {a} play against {b}?|Did {a} beat {b}?|{a} against {b}, what was the score?|What's the score between {a} and {b}?|I missed {a} against {b}. Who won?|How did {a} play?",
       "{a}对{b}比分多少？|{a}赢了{b}吗？|{a}和{b}谁赢了？|没看到{a}对{b}，结果呢？|{a}踢得怎么样？", "goals/进球, points/分数", a=("home team first team_a", TEAM), b=("away opponent second team_b", TEAM)),
    _e("book court|reserve court|court booking", "Book a court|预订场地", "court/场地",
       "We want to play {s} at {t} on {d}|A court for {s} on {d} at {t}|Is there a place to play {s} on {d} at {t}?|{d}, {t}, {s}: get us a court|Reserve us something for {s} at {t}|We'd like to play {s}",
       "{d}{t}我们想打{s}，订场地|{s}场地，{d}{t}|{d}{t}有地方打{s}吗？|帮我们订{t}的{s}场|我们想玩{s}，订个场地", s=("sport game kind", COURT), t=("time at start", TIME), d=("day date on", DAY)),
    _e("join course|sign up|enrol", "Sign someone up for a sports course|报名课程", "course/课程",
       "{p} wants to learn {s}|Put {p} into the {s} course|Sign {p} up for {s}|I'd like my son {p} to do {s}|Is there room for {p} in {s}?|{p} needs some sport",
       "{p}想学{s}|给{p}报{s}班|{s}课程报上{p}|我儿子{p}想练{s}|{s}班还能加{p}吗？|给{p}报个运动班", "", "p", p=("person name member who", PERSON), s=("course sport class", SPORT)),
    _e("player stats|stats of player|player goals", "Numbers about a player|球员数据", "player/球员",
       "How many goals did {p} score for {a}?|How good is {p} at {a}?|What about {p} from {a}, how many goals?|I'd like to see the numbers of {p} at {a}|How many goals has {p}?",
       "{p}在{a}进了几个球？|{a}的{p}表现如何？|看看{a}{p}的数据|{p}进了几球？", "goals/进球, games/场次", "", p=("player name who", PERSON), a=("team club side", TEAM)),
)
_STATION = (
    _e("read sensor|sensor value|get reading", "Read a sensor|读取传感器", "sensor/传感器",
       "What does {c} show?|What does sensor {c} say?|Give me what {c} measures|Let me see the value of {c}|I need the reading of {c}|Is sensor {c} still alive? What does it show?|What does the sensor show?",
       "{c}显示多少？|传感器{c}的读数是多少？|看看{c}测到什么|我要{c}的读数|传感器显示多少？", "value/数值, level/级别", "c", c=("sensor sensor_id device id", CODE)),
    _e("set alert|add warning|alarm limit", "Warn when a value is passed|设置警报", "alert/警报",
       "Tell me when {c} goes over {n}|Warn me if {c} is above {n}|{c} must not pass {n}, let me know if it does|If {c} ever reaches {n} I want to hear of it|Shout when {c} hits {n}|I worry about {c}, {n} is the limit|Warn me about {c}",
       "{c}超过{n}就告诉我|{c}到{n}时提醒我|{c}不能过{n}，过了说一声|我担心{c}，上限是{n}|{c}有异常就提醒我", c=("sensor source device station", CODE), n=("limit threshold max above", _number(1, 300))),
    _e("water level|river level|get river level", "The level of a river|查询水位", "river/河",
       "How high is the {x} at {p}?|Is the {x} rising in {p}?|I live by the {x} in {p}, is there a flood coming?|Water of the {x} at {p}?|How deep is the {x} in {p} now?|How high is the {x}?",
       "{x}河在{p}水位多高？|{p}的{x}河涨水了吗？|我住在{p}的{x}河边，会发洪水吗？|{x}河水位多少？", "height/高度, level/级别", x=("river water name", _string(_proper)), p=("place at town location", TOWN)),
    _e("place station|install station|add station", "Set up a new measuring station|新建测站", "station/测站",
       "A new station {c} goes up at {n} metres in {p}|We've built {c} in {p}, {n} m up|{p} gets station {c}, at {n} metres|Note a new station: {c}, {p}, {n} m high|At {n} m in {p} there's now {c}|We've built a new one, {c}",
       "{p}新建了{c}站，海拔{n}米|{c}站在{p}，{n}米高|在{p}{n}米处加一个站{c}|新建了一个站{c}", c=("station code id", CODE), n=("height altitude metres", _whole(2, 4000)), p=("place location town", TOWN)),
)
_PETS = (
    _e("feed pet|give food|pet feeder", "Give food to a pet|喂宠物", "pet/宠物",
       "{p} is hungry, {n} grams|Give {p} {n} grams|{n} grams of food for {p}|Could {p} get {n} grams now?|I'm late, {p} needs {n} grams to eat|{p} looks at me with hungry eyes",
       "{p}饿了，{n}克|给{p}{n}克粮|{p}能吃{n}克吗？现在喂|我晚回，{p}要喂{n}克|{p}饿了，喂一下", p=("pet animal name", PET), n=("grams amount portion", _whole(10, 600))),
    _e("vet visit|book vet|vet appointment", "Make an appointment with the vet|预约兽医", "appointment/预约",
       "{p} limps, take us to the vet on {d} at {t}|The vet should see {p} on {d} at {t}|My {s} {p} must go to the vet on {d} at {t}|A vet for {p}, {d}, {t}|Can the vet look at {p} on {d}?|{p} needs the vet, it's a {s}",
       "{p}瘸了，{d}{t}看兽医|{d}{t}给{p}约兽医|我的{s}{p}要在{d}{t}看兽医|兽医{d}能看{p}吗？|{p}要看兽医，是{s}", p=("pet name animal", PET), d=("date day on", DAY), t=("time at when", TIME), s=("species kind type", SPECIES)),
    _e("adopt animal|register animal|add animal", "Register a new animal|登记动物", "animal/动物",
       "We have a new {s} called {p}, {n} kg|{p} is our new {s} and weighs {n} kg|A {s} has come to us, {n} kg, we call it {p}|Please note {p}, a {s} of {n} kg|Our {s} is now {p}|There's a new {s} here",
       "新来了一只{s}，叫{p}，{n}公斤|{p}是我们新来的{s}，重{n}公斤|登记一下{p}，{s}，{n}公斤|新来了只{s}", s=("species kind animal type", SPECIES), p=("name called pet", PET), n=("weight kg mass", _number(1, 400))),
    _e("find lost pet|report lost|lost pet", "Report that a pet is lost|寻找丢失的宠物", "report/报告",
       "My {s} {p} ran away near {x}|{p} is gone! A {s}, last seen at {x}|Has anyone seen {p}, my {s}? It was at {x}|We lost our {s} {p} around {x}|A {s} called {p} got lost at {x}|My {s} ran away",
       "我的{s}{p}在{x}附近跑丢了|{p}不见了！是只{s}，最后在{x}|有人看到{s}{p}吗？在{x}走失的|我的{s}丢了", s=("species kind animal", SPECIES), p=("name pet called", PET), x=("place last_seen where street", STREET)),
)
_OFFICE = (
    _e("send mail|write email|email someone", "Send an e-mail|发邮件", "mail/邮件",
       "Write to {m}: {x}|Mail {m} that \"{x}\"|Let {m} know by mail: {x}|\"{x}\", send that to {m}|Could you tell {m} this? {x}|An e-mail to {m}: {x}|I have to answer {m}",
       "发邮件给{m}：{x}|写信到{m}：“{x}”|邮件告诉{m}：{x}|“{x}”，发到{m}|我得给{m}回邮件", m=("to recipient address email", MAIL), x=("text body message content", TEXT)),
    _e("make note|write note|add note|save memo", "Write something down|记笔记", "note/笔记",
       "Write down: {x}|Note that \"{x}\"|Keep this for later: {x}|'{x}', please write that down|Don't let me forget this: {x}|Make a note: {x}|I want to write something down",
       "记下：{x}|记一下“{x}”|以后要用，记住：{x}|“{x}”，写下来|我想记点东西", x=("text note content memo", TEXT)),
    _e("add todo|create task|new task|todo", "Give someone a task|新建任务", "task/任务",
       "{p} has to do this by {d}: {x}|By {d} I want {p} to take care of this: {x}|\"{x}\": that's for {p}, until {d}|A job for {p}: {x}|Could {p} do this by {d}? {x}|{p} should do something for me by {d}",
       "{p}要在{d}前做：{x}|{d}前让{p}办：{x}|“{x}”，交给{p}，{d}前|给{p}的活：{x}|让{p}{d}前做件事", p=("assignee person who owner", PERSON), d=("due date deadline by", DAY), x=("task text what title", TEXT)),
    _e("add contact|save contact|new contact|save number", "Save someone's number|保存联系人", "contact/联系人",
       "{p} has a new number, {n}|Save {n} as {p}|The number of {p} is {n}|You can reach {p} under {n}, save it|{n} belongs to {p}|I've met {p}, keep the contact",
       "{p}的新号码是{n}|把{n}存为{p}|{n}是{p}的，存一下|打{n}能找到{p}，记下|我认识了{p}，存到通讯录", p=("name person contact", PERSON), n=("phone number tel", _string(lambda w: str(w.rng.randrange(10**5, 10**9))))),
    _e("find phone|lookup contact|get number", "Find someone's phone number|查询电话", "number/电话",
       "How can I ring {p}?|What's {p}'s number?|I need to call {p} from {f}, which number?|Under which number do I reach {p} at {f}?|Who knows the phone of {p}?|Which number do I ring at {f}?",
       "{p}的电话是多少？|我要打给{f}的{p}，号码呢？|怎么联系{f}的{p}？|{p}电话几号？|{f}电话几号？", "number/号码", "p", p=("name person contact who", PERSON), f=("company firm organisation", BRAND)),
    _e("print document|print file|print pages", "Print a document|打印文件", "document/文件",
       "I need {f} on paper, {n} copies, {c}|{n} copies of {f}, {c}|Print {f} {n} times, {c}|Could I have {f} {n} times on paper?|For the meeting I need {n} copies of {f}|{f} on paper, please|Print {n} copies",
       "打印{f}，{n}份，{c}|我要{n}份纸质的{f}，{c}|{f}打{n}份|开会要{n}份{f}|{f}打出来|打印{n}份", f=("file document name", FILE), n=("copies count number", _whole(2, 60)), c=("colour color in_colour", _flag("in colour/彩色", "in black and white/黑白"))),
    _e("book meeting room|reserve meeting room|find meeting room", "Reserve a meeting room|预订会议室", "room/会议室",
       "We're {n} people and need a room at {t} on {d}|A room for {n} on {d}, {t}|Where can {n} of us meet at {t} on {d}?|On {d} at {t} we're {n}, get us a meeting room|{n} people will sit together at {t}, find a room|We need a room at {t} on {d}",
       "{d}{t}我们{n}个人要会议室|{n}人的会议室，{d}{t}|{d}{t}{n}个人在哪开会？|{t}有{n}个人开会，找个会议室|{d}{t}要一间会议室", n=("people seats persons size", _whole(2, 40)), t=("time at start", TIME), d=("date day on", DAY)),
    _e("request leave|take holiday|vacation request", "Ask for days off|申请休假", "leave/休假",
       "I'd like to be off from {a} to {b}|I'm on holiday between {a} and {b}|I won't be in the office from {a} until {b}|Can I stay away from {a} to {b}?|My holiday ends on {b} and starts on {a}|I want some days off from {a} on",
       "我想从{a}休到{b}|{a}到{b}我休假|{a}至{b}我不在办公室|能从{a}休到{b}吗？|我想从{a}起休假", a=("start from first_day begin", _string(_date)), b=("end to last_day until", _string(_date))),
)
_TOWN = (
    _e("find parking|parking spots|free parking", "Find free parking spaces|查找停车位", "parking/停车",
       "Where can I leave my car near {s}?|Is there room for my car around {s} at {t}?|I drive to {s} and arrive at {t}, where do I park?|Any free parking by {s}?|My car has to go somewhere near {s} at {t}|Where can I leave my car?",
       "{s}附近哪里能停车？|{t}到{s}，停哪？|{s}有空车位吗？|我{t}开车到{s}，车停哪里？|我的车停哪里？", "spaces/车位, price/价格", s=("near street address place", STREET), t=("time at when arrival", TIME)),
    _e("next bus|bus times|bus departure", "When the next bus goes|查询公交", "bus/公交",
       "When does the {n} leave from {s}?|When is the next {n} at {s}?|I'm at {s}, waiting for bus {n}|How long until bus {n} comes to {s}?|Is bus {n} late at {s}?|When does bus {n} go?",
       "{n}路车什么时候到{s}？|{s}下一班{n}路几点？|我在{s}等{n}路，还要多久？|{n}路什么时候来？", "minutes/分钟", n=("line bus route number", _whole(2, 300)), s=("stop station from at", _string(_proper))),
    _e("report pothole|road damage|street damage", "Report damage in a street|报告道路损坏", "report/报告",
       "There's a hole in the road at {s}|The lamp at {s} is broken|Somebody should mend the road at {s}, {u}|Water comes out of the ground at {s}, {u}|At {s} a tree lies on the road|There's a hole in the road",
       "{s}路上有个坑|{s}的路灯坏了|{s}的路该修了，{u}|{s}地面冒水，{u}|路上有个坑", s=("street place address where", STREET), u=("dangerous danger risk", _flag("it's dangerous/很危险", "it isn't dangerous/不危险"))),
    _e("museum tickets|buy museum ticket|museum entry", "Buy tickets for a museum|买博物馆门票", "tickets/门票",
       "{n} adults want to see the {x} museum on {d}|{n} tickets for the {x} museum, {d}|On {d} I take {n} friends to the {x} museum|Can {n} of us get into the {x} museum on {d}?|Tickets for the {x} museum on {d}|{n} tickets for the museum",
       "{d}{n}个人去{x}博物馆|{x}博物馆，{n}张票，{d}|{d}想带{n}个朋友看{x}博物馆|{d}去{x}博物馆的票|博物馆的票要{n}张", n=("tickets people count visitors", _whole(2, 30)), x=("museum name place", _string(_proper)), d=("date day on", DAY)),
    _e("charge car|find charger|charging station", "Find a charger for an electric car|查找充电桩", "charger/充电桩",
       "My battery is nearly empty, I'm in {p} and need {n} kW|Where in {p} can I charge with {n} kW?|Is there a plug for my car in {p}?|{n} kW for my car somewhere in {p}|I drive through {p}, where do I charge?|Where can I charge with {n} kW?",
       "快没电了，我在{p}，要{n}千瓦的桩|{p}哪里能用{n}千瓦充电？|{p}有充电的地方吗？|路过{p}，在哪充电？|哪里有{n}千瓦的桩？", "distance/距离, price/价格", p=("city place near location", TOWN), n=("power kw min_power", _whole(3, 350))),
    _e("rent bike|unlock bike|take bike", "Take a rented bike|租自行车", "bike/自行车",
       "I'm standing in front of bike {c}, {n} minutes please|I'd like to ride {c} for {n} minutes|Give me {c}, I need it for {n} minutes|Can I have bike {c} for {n} minutes?|I take bike {c}|A bike for {n} minutes, please",
       "我在{c}号车前，骑{n}分钟|骑{c}号车{n}分钟|{c}号车能用{n}分钟吗？|我要骑{c}号车|要一辆自行车骑{n}分钟", c=("bike bike_id code number", CODE), n=("minutes duration time", _whole(5, 180))),
)
_TALK = (
    _e("define word|word meaning|dictionary", "Look up what a word means|查词典", "word/词",
       "What does {x} mean?|I've read {x} somewhere, what is it?|{x}, what's that in {l}?|Explain the word {x} in {l}|What do people mean when they say {x}?|How would you define {x}?",
       "{x}是什么意思？|我看到{x}这个词，什么意思？|用{l}解释{x}|{x}怎么理解？", "page/页码, number/编号", "", x=("word term text", _string(_word, True)), l=("language lang in", _string(_from("Spanish/西班牙语, French/法语, German/德语, Japanese/日语, Italian/意大利语, Arabic/阿拉伯语, Korean/韩语")))),
    _e("tell joke|make joke|get joke", "Tell a joke about something|讲笑话", "joke/笑话",
       "Make me laugh about a {x}|I'm bored, something funny with a {x}|Do you know a joke about a {x}?|Cheer me up with a {x} joke|Something funny, please",
       "讲个{x}的笑话|好无聊，来个{x}的段子|有没有关于{x}的笑话？|讲点好笑的", x=("topic about subject", SPECIES)),
    _e("paint picture|draw picture|generate image", "Make a picture|生成图片", "picture/图片",
       "I'd like to see a {s} in {c}|A {c} {s}, painted please|Paint me a {s}, {c}|Could you draw a {s} in {c}?|For my wall: a {s} in {c}|Draw me a {s}|Make me a picture in {c}",
       "画一只{c}的{s}|我想看{c}的{s}，画出来|能画一只{s}吗？要{c}|挂墙上用，{s}，{c}|画一只{s}|给我画张{c}的图", s=("subject what object motif", SPECIES), c=("colour color tone", _string(_from("red/红色, blue/蓝色, green/绿色, purple/紫色, grey/灰色, pink/粉色, brown/棕色, silver/银色")))),
    _e("ring phone|call person|phone person", "Ring someone|打电话", "call/电话",
       "Get me {p} on the line|I want to speak to {p}|Ring {p}, {v}|Could you put me through to {p}?|I miss {p}, call, {v}|Let me talk to {p}, {v}|I want to speak to someone",
       "给{p}打电话，{v}|我想和{p}说话|接通{p}|好想{p}，打过去，{v}|能帮我打给{p}吗？|我想找人说话", p=("person name who contact", PERSON), v=("video with_video camera", _flag("with video/开视频", "without video/不开视频"))),
    _e("start game|new game|play game", "Start a game|开始游戏", "game/游戏",
       "Let's play {x}, {n} players|{n} of us want to play {x}|Who's up for {x}? We're {n}|A round of {x} for {n}|I'm bored, start {x}|Could we play {x} with {n} players?|We're {n}, start a game",
       "来玩{x}，{n}个人|我们{n}个人想玩{x}|来一局{x}，{n}人|无聊了，开{x}|我们{n}个人，开一局", x=("game name title", _string(_proper)), n=("players people count", _whole(2, 12))),
)
DOMAINS = (_HOME, _SHOP, _TRAVEL, _CALENDAR, _POST, _MONEY, _MEDIA, _FOOD, _FILES, _HEALTH, _SCHOOL, _FARM, _FACTORY, _SPORT, _STATION, _PETS, _OFFICE, _TOWN, _TALK)
ERRANDS = tuple(e for domain in DOMAINS for e in domain)
# fmt: on
