"""A small grammar that writes one sentence in English and Chinese at once; one wording here for each one there."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from training import words
from training.bank import frames
from training.words import Pair
from training.writer import Writer


@dataclass(frozen=True, slots=True)
class Noun:
    """A thing that can be counted: its word, its plural, the Chinese word and its measure word."""

    en: str
    many: str
    zh: str
    measure: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a sentence speaks of; `form` is 0 for I, 1 for you, we and they, 2 for he, she and it."""

    en: str
    zh: str
    form: int


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb's four forms, its Chinese word, and what it takes: a class of `_OBJECTS`."""

    base: str
    third: str
    past: str
    doing: str
    zh: str
    takes: str


_ODD = {"cherry": "cherries", "peach": "peaches", "mango": "mangoes", "mouse": "mice", "wolf": "wolves", "fox": "foxes", "sheep": "sheep",
        "box": "boxes", "watch": "watches", "knife": "knives", "dress": "dresses", "brush": "brushes", "butterfly": "butterflies"}  # fmt: skip
_MEASURES = {"书": "本", "笔": "支", "灯": "盏", "桌子": "张", "椅子": "把", "钥匙": "把", "手机": "部", "帽子": "顶", "鞋": "只", "窗户": "扇", "门": "扇", "雨伞": "把",
             "镜子": "面", "勺子": "把", "外套": "件", "马": "匹", "牛": "头", "鲸鱼": "头", "葡萄": "颗", "樱桃": "颗", "香蕉": "根"}  # fmt: skip


_MORE_PLACES: list[Pair] = [("cinema", "电影院"), ("post office", "邮局"), ("supermarket", "超市"), ("zoo", "动物园"), ("swimming pool", "游泳池"), ("gym", "健身房"), ("café", "咖啡馆")]  # fmt: skip
_VENUES = ("library", "shop", "restaurant", "museum", "bank", "hotel", "market", "theatre")  # what opens and closes


def _nouns(pairs: list[Pair], measure: str) -> list[Noun]:
    return [Noun(en, _ODD.get(en, en + "s"), zh, _MEASURES.get(zh, measure)) for en, zh in pairs]


_NOUNS: dict[str, list[Noun]] = {
    "thing": [*_nouns(words.THINGS, "个"), *(Noun(en, _ODD.get(en, en + "s"), zh, m) for en, zh, m in (
        ("letter", "信", "封"), ("ticket", "票", "张"), ("flower", "花", "朵"), ("shirt", "衬衫", "件"), ("computer", "电脑", "台"), ("newspaper", "报纸", "份"),
        ("watch", "手表", "块"), ("camera", "相机", "台"), ("map", "地图", "张"), ("knife", "刀", "把"), ("bike", "自行车", "辆"),
        ("bowl", "碗", "个"), ("plate", "盘子", "个"), ("towel", "毛巾", "条"), ("pillow", "枕头", "个"), ("blanket", "毯子", "条"), ("ring", "戒指", "枚"), ("guitar", "吉他", "把"),
        ("dress", "裙子", "条"), ("basket", "篮子", "个"), ("candle", "蜡烛", "根"), ("brush", "刷子", "把"), ("hammer", "锤子", "把"), ("suitcase", "行李箱", "个"), ("wallet", "钱包", "个"), ("toy", "玩具", "个"), ("fork", "叉子", "把")))],
    "animal": [*_nouns(words.ANIMALS, "只"), *_nouns([("elephant", "大象"), ("pig", "猪"), ("camel", "骆驼")], "头"), *_nouns([("goat", "山羊"), ("frog", "青蛙"), ("bee", "蜜蜂"), ("butterfly", "蝴蝶"), ("squirrel", "松鼠"), ("penguin", "企鹅")], "只")],
    "fruit": _nouns(words.FRUITS, "个"), "job": _nouns([*words.JOBS, ("waiter", "服务员"), ("judge", "法官"), ("actor", "演员"), ("singer", "歌手"), ("tailor", "裁缝"), ("journalist", "记者"), ("dentist", "牙医")], "位"),
    "place": _nouns([*words.PLACES, *_MORE_PLACES], "个"), "venue": _nouns([*(p for p in words.PLACES if p[0] in _VENUES), *_MORE_PLACES], "个"),
    "reading": [Noun("book", "books", "书", "本"), Noun("letter", "letters", "信", "封"), Noun("newspaper", "newspapers", "报纸", "份")],
    "letter": [Noun("letter", "letters", "信", "封")],
    "vehicle": [Noun("car", "cars", "汽车", "辆"), Noun("bus", "buses", "公共汽车", "辆"), Noun("taxi", "taxis", "出租车", "辆")],
}  # fmt: skip
_FOODS = [f for f in words.FOODS if f[0] not in ("eggs",)]
_VERBS = (
    Verb("like", "likes", "", "", "喜欢", "any"), Verb("love", "loves", "", "", "爱", "any"), Verb("want", "wants", "", "", "想要", "one"),
    Verb("need", "needs", "", "", "需要", "one"), Verb("buy", "buys", "bought", "buying", "买", "ware"), Verb("sell", "sells", "sold", "selling", "卖", "ware"),
    Verb("eat", "eats", "ate", "eating", "吃", "food"), Verb("drink", "drinks", "drank", "drinking", "喝", "drink"), Verb("read", "reads", "read", "reading", "读", "reading"),
    Verb("drive", "drives", "drove", "driving", "开", "vehicle"), Verb("know", "knows", "", "", "认识", "person"), Verb("see", "", "saw", "", "看见", "seen"),
    Verb("find", "", "found", "", "找到", "seen"), Verb("lose", "", "lost", "", "丢", "thing"), Verb("bring", "brings", "brought", "", "带来", "ware"),
    Verb("use", "uses", "used", "using", "用", "thing"), Verb("wash", "washes", "washed", "washing", "洗", "thing"), Verb("draw", "draws", "drew", "drawing", "画", "seen"),
    Verb("help", "helps", "helped", "helping", "帮助", "person"), Verb("call", "calls", "called", "", "打电话给", "person"), Verb("visit", "visits", "visited", "visiting", "看望", "person"),
    Verb("carry", "carries", "carried", "carrying", "搬", "thing"), Verb("feed", "feeds", "fed", "feeding", "喂", "animal"), Verb("write", "writes", "wrote", "writing", "写", "letter"),
)  # fmt: skip
_SIMPLE = tuple(v for v in _VERBS if v.third)
_DONE = tuple(v for v in _VERBS if v.past and v.base not in ("call",))
_DOING = tuple(v for v in _VERBS if v.doing)
_CLASSES: dict[str, tuple[str, ...]] = {
    "ware": ("thing", "fruit", "thing"), "seen": ("thing", "animal"), "one": ("thing", "fruit", "thing"), "any": ("animal", "fruit", "fruit"),
}  # fmt: skip
_PRONOUNS = (
    ("I", "我", 0),
    ("you", "你", 1),
    ("he", "他", 2),
    ("she", "她", 2),
    ("we", "我们", 1),
    ("they", "他们", 1),
)
_OWNERS: tuple[Pair, ...] = (
    ("my", "我"),
    ("your", "你"),
    ("his", "他"),
    ("her", "她"),
    ("our", "我们"),
    ("their", "他们"),
)
_COUNTS: tuple[Pair, ...] = (("two", "两"), ("three", "三"), ("four", "四"), ("five", "五"), ("six", "六"), ("seven", "七"), ("eight", "八"), ("nine", "九"), ("ten", "十"))  # fmt: skip
_FEELINGS: tuple[Pair, ...] = (("happy", "很高兴"), ("sad", "很难过"), ("busy", "很忙"), ("tired", "累了"), ("hungry", "饿了"), ("thirsty", "渴了"), ("ill", "病了"))  # fmt: skip
_LOOKS: tuple[Pair, ...] = tuple(
    a for a in words.ADJECTIVES if a[0] not in ("hot", "warm", "cold", "fast", "slow", "quiet", "round", "strong")
)
_FOOD_LOOKS: tuple[Pair, ...] = (
    ("hot", "热"),
    ("cold", "冷"),
    ("good", "好"),
    ("cheap", "便宜"),
    ("expensive", "贵"),
    ("sweet", "甜"),
)
_ANIMAL_LOOKS: tuple[Pair, ...] = (("big", "大"), ("small", "小"), ("fast", "快"), ("slow", "慢"), ("beautiful", "漂亮"), ("clever", "聪明"), ("quiet", "安静"))  # fmt: skip
_MORE: tuple[Pair, ...] = (("bigger", "大"), ("smaller", "小"), ("longer", "长"), ("shorter", "短"), ("heavier", "重"), ("lighter", "轻"), ("cheaper", "便宜"), ("newer", "新"))  # fmt: skip
_SPOTS: tuple[Pair, ...] = (("on the table", "桌子上"), ("under the table", "桌子下面"), ("under the chair", "椅子下面"), ("in the box", "盒子里"), ("in the bag", "包里"),
                            ("behind the door", "门后面"), ("in the kitchen", "厨房里"), ("in the garden", "花园里"), ("on the bed", "床上"), ("next to the window", "窗户旁边"))  # fmt: skip
_PAST: tuple[Pair, ...] = (
    ("", ""),
    ("", ""),
    (" yesterday", "昨天"),
    (" last week", "上个星期"),
    (" this morning", "今天早上"),
)
_DAILY: tuple[Pair, ...] = (("", ""), ("", ""), (" every day", "每天"), (" every morning", "每天早上"))
_AHEAD: tuple[Pair, ...] = (
    ("", ""),
    (" tomorrow", "明天"),
    (" today", "今天"),
    (" next week", "下个星期"),
    (" tonight", "今晚"),
)
_SET: tuple[Pair, ...] = (
    ("Thank you very much.", "非常感谢。"), ("Good morning.", "早上好。"), ("Good night.", "晚安。"), ("See you tomorrow.", "明天见。"), ("I don't understand.", "我不明白。"),
    ("Please help me.", "请帮帮我。"), ("What time is it?", "现在几点？"), ("How are you?", "你好吗？"), ("Excuse me.", "打扰一下。"), ("I'm sorry.", "对不起。"),
    ("You're welcome.", "不客气。"), ("What is your name?", "你叫什么名字？"), ("Please wait.", "请等一下。"), ("No problem.", "没问题。"), ("I don't know.", "我不知道。"),
    ("Please sit down.", "请坐。"), ("Where are you from?", "你来自哪里？"), ("Happy birthday!", "生日快乐！"), ("Goodbye.", "再见。"), ("Have a good trip!", "一路平安！"),
    *frames.PHRASES,
    ("It is raining.", "下雨了。"), ("I love you.", "我爱你。"), ("How old are you?", "你多大了？"), ("Welcome!", "欢迎！"),
)  # fmt: skip


def _article(word: str) -> str:
    return f"an {word}" if word[0].lower() in "aeiou" else f"a {word}"


@dataclass(slots=True)
class Hand:
    """Draws the parts of a sentence; a given `term` takes the place of the first noun."""

    w: Writer
    term: Pair | None = None

    def noun(self, kind: str) -> Noun:
        """A noun of the kind, or the term, measured by 个, where that is still to be put somewhere."""
        if self.term is not None:
            (en, zh), self.term = self.term, None
            return Noun(en, en + "s", zh, "个")
        return self.w.pick(_NOUNS[kind])

    def word(self, pairs: list[Pair]) -> Pair:
        """A word that isn't counted, or the term."""
        if self.term is not None:
            term, self.term = self.term, None
            return term
        return self.w.pick(pairs)

    def who(self) -> Subject:
        """A pronoun, a name, someone's kin, the one of a job."""
        luck = self.w.rng.random()
        if luck < 0.5:
            return Subject(*self.w.pick(_PRONOUNS))
        if luck < 0.66:
            n = words.person(self.w.rng, self.w.rng.random() < 0.4)
            return Subject(n, n, 2)
        if luck < 0.86:
            (en, zh), (kin, zh_kin) = self.w.pick(_OWNERS), self.w.pick(words.KIN)
            return Subject(f"{en} {kin}", zh + zh_kin, 2)
        job = self.w.pick(_NOUNS["job"])
        if luck < 0.93:
            return Subject(f"the {job.en}", job.zh, 2)
        return Subject(f"this {job.en}", f"这{job.measure}{job.zh}", 2)

    def one(self, kind: str) -> Pair:
        """A thing, some number of it, this or that one, or somebody's."""
        n = self.noun(kind)
        luck = self.w.rng.random()
        if luck < 0.5:
            return _article(n.en), f"一{n.measure}{n.zh}"
        if luck < 0.65:
            en, zh = self.w.pick(_COUNTS)
            return f"{en} {n.many}", f"{zh}{n.measure}{n.zh}"
        if luck < 0.72:
            k = self.w.rng.randrange(11, 100)
            return f"{k} {n.many}", f"{k}{n.measure}{n.zh}"
        if luck < 0.88:
            en, zh = self.w.pick((("this", "这"), ("that", "那")))
            return f"{en} {n.en}", f"{zh}{n.measure}{n.zh}"
        en, zh = self.w.pick(
            (
                ("new", "新"),
                ("old", "旧"),
                ("big", "大"),
                ("small", "小"),
                ("red", "红色的"),
                ("blue", "蓝色的"),
                ("green", "绿色的"),
            )
        )
        return _article(f"{en} {n.en}"), f"一{n.measure}{zh}{n.zh}"

    def _person(self) -> Pair:
        if self.w.rng.random() < 0.5:
            n = words.person(self.w.rng, self.w.rng.random() < 0.4)
            return n, n
        (en, zh), (kin, zh_kin) = self.w.pick(_OWNERS), self.w.pick(words.KIN)
        return f"{en} {kin}", zh + zh_kin

    def object(self, takes: str, general: bool) -> Pair:
        """What a verb takes: in general ("apples"), or one of it."""
        if takes == "person":
            return self._person()
        if takes == "drink":
            en, zh = self.word(words.DRINKS)
            return (en, zh) if general or self.w.rng.random() < 0.5 else (f"a cup of {en}", f"一杯{zh}")
        if takes == "food" and self.w.rng.random() < 0.5:
            return self.word(_FOODS)
        if takes == "any" and self.w.rng.random() < 0.4:
            return self.word(self.w.pick((_FOODS, words.DRINKS)))
        kind = "fruit" if takes == "food" else self.w.pick(_CLASSES.get(takes, (takes,)))
        n = self.noun(kind) if general else None
        return (n.many, n.zh) if n else self.one(kind)


def _be(s: Subject) -> str:
    return ("am", "are", "is")[s.form]


def _do(s: Subject) -> str:
    return "does" if s.form == 2 else "do"


def _plain(h: Hand) -> Pair:
    s, v = h.who(), h.w.pick(_SIMPLE)
    en, zh = h.object(v.takes, v.takes != "one")
    day, zh_day = h.w.pick(_DAILY) if v.doing else ("", "")
    return f"{s.en} {v.third if s.form == 2 else v.base} {en}{day}.", f"{s.zh}{zh_day}{v.zh}{zh}。"


def _negative(h: Hand) -> Pair:
    s, v = h.who(), h.w.pick(_SIMPLE)
    en, zh = h.object(v.takes, v.takes != "one")
    return f"{s.en} {_do(s)}n't {v.base} {en}.", f"{s.zh}不{v.zh}{zh}。"


def _question(h: Hand) -> Pair:
    s, v = h.who(), h.w.pick(_SIMPLE)
    en, zh = h.object(v.takes, v.takes != "one")
    return f"{_do(s)} {s.en} {v.base} {en}?", f"{s.zh}{v.zh}{zh}吗？"


def _past(h: Hand) -> Pair:
    s, v, (day, zh_day) = h.who(), h.w.pick(_DONE), h.w.pick(_PAST)
    en, zh = h.object(v.takes, False)
    return f"{s.en} {v.past} {en}{day}.", f"{s.zh}{zh_day}{v.zh}了{zh}。"


def _past_not(h: Hand) -> Pair:
    s, v, n = h.who(), h.w.pick([v for v in _DONE if v.takes in ("thing", "ware", "seen")]), h.noun("thing")
    return f"{s.en} didn't {v.base} that {n.en}.", f"{s.zh}没有{v.zh}那{n.measure}{n.zh}。"


def _doing(h: Hand) -> Pair:
    s, v = h.who(), h.w.pick(_DOING)
    en, zh = h.object(v.takes, False)
    return f"{s.en} {_be(s)} {v.doing} {en}.", f"{s.zh}正在{v.zh}{zh}。"


def _wish(h: Hand) -> Pair:
    s, v, (day, zh_day) = h.who(), h.w.pick(_DOING), h.w.pick(_AHEAD)
    en, zh = h.object(v.takes, False)
    return f"{s.en} {'wants' if s.form == 2 else 'want'} to {v.base} {en}{day}.", f"{s.zh}{zh_day}想{v.zh}{zh}。"


def _having(h: Hand) -> Pair:
    s, kind, luck = h.who(), h.w.pick(("thing", "thing", "animal", "fruit")), h.w.rng.random()
    if luck < 0.5:
        n = h.noun(kind)
        if luck < 0.25:
            return f"{s.en} {_do(s)}n't have {_article(n.en)}.", f"{s.zh}没有{n.zh}。"
        return f"{_do(s)} {s.en} have {_article(n.en)}?", f"{s.zh}有{n.zh}吗？"
    en, zh = h.one(kind)
    while en.startswith(("this", "that")):
        en, zh = h.one(kind)
    return f"{s.en} {'has' if s.form == 2 else 'have'} {en}.", f"{s.zh}有{zh}。"


def _calling(h: Hand) -> Pair:
    s = h.who()
    while s.en.startswith(("the ", "this ")):
        s = h.who()
    n, luck = h.noun("job"), h.w.rng.random()
    what = n.many if s.en in ("we", "they") else _article(n.en)
    if luck < 0.6:
        return f"{s.en} {_be(s)} {what}.", f"{s.zh}是{n.zh}。"
    if luck < 0.8:
        return f"{s.en} {_be(s)} not {what}.", f"{s.zh}不是{n.zh}。"
    return f"{_be(s)} {s.en} {what}?", f"{s.zh}是{n.zh}吗？"


def _being_at(h: Hand) -> Pair:
    s, n, luck = h.who(), h.noun("place"), h.w.rng.random()
    if luck < 0.4:
        day, zh_day = h.w.pick((*_AHEAD[2:3], ("", ""), ("", ""), *((f" on {en}", zh) for en, zh in words.DAYS)))
        return f"{s.en} {_be(s)} at the {n.en}{day}.", f"{s.zh}{zh_day}在{n.zh}。"
    if luck < 0.5:
        return f"{s.en} {_be(s)} not at the {n.en}.", f"{s.zh}不在{n.zh}。"
    if luck < 0.6:
        return f"{_be(s)} {s.en} at the {n.en}?", f"{s.zh}在{n.zh}吗？"
    if luck < 0.75:
        day, zh_day = h.w.pick(_AHEAD)
        return f"{s.en} {_be(s)} going to the {n.en}{day}.", f"{s.zh}{zh_day}要去{n.zh}。"
    if luck < 0.9:
        day, zh_day = h.w.pick(_PAST)
        return f"{s.en} went to the {n.en}{day}.", f"{s.zh}{zh_day}去了{n.zh}。"
    return f"{s.en} {'wants' if s.form == 2 else 'want'} to go to the {n.en}.", f"{s.zh}想去{n.zh}。"


def _living(h: Hand) -> Pair:
    s, (en, zh), one = h.who(), h.w.pick(words.CITIES), h.w.rng.randrange(5)
    end = "s" if s.form == 2 else ""
    return (
        (f"{s.en} live{end} in {en}.", f"{s.zh}住在{zh}。"),
        (f"{s.en} come{end} from {en}.", f"{s.zh}来自{zh}。"),
        (f"{s.en} work{end} in {en}.", f"{s.zh}在{zh}工作。"),
        (f"{_do(s)} {s.en} live in {en}?", f"{s.zh}住在{zh}吗？"),
        (f"where {_do(s)} {s.en} live?", f"{s.zh}住在哪里？"),
    )[one]


def _look(h: Hand) -> Pair:
    kind = h.w.pick(("thing", "thing", "food", "animal", "fruit"))
    looks = {"thing": _LOOKS, "animal": _ANIMAL_LOOKS}.get(kind, _FOOD_LOOKS)
    en, zh = h.w.pick(looks)
    if kind == "food":
        noun, zh_noun = h.word([*(f for f in _FOODS if f[0][-1] != "s"), *words.DRINKS])
    else:
        n = h.noun(kind)
        noun, zh_noun = n.en, n.zh
        luck = h.w.rng.random()
        if luck < 0.2:
            return f"this {noun} is too {en}.", f"这{n.measure}{zh_noun}太{zh}了。"
        if luck < 0.35:
            (own, zh_own), what = h.w.pick(_OWNERS), f"{zh_noun}很{zh}"
            return f"{own} {noun} is {en}.", f"{zh_own}的{what}。"
        if luck < 0.45:
            return f"that {noun} is very {en}.", f"那{n.measure}{zh_noun}非常{zh}。"
    one = h.w.rng.randrange(5)
    return (
        (f"the {noun} is {en}.", f"{zh_noun}很{zh}。"),
        (f"the {noun} is very {en}.", f"{zh_noun}非常{zh}。"),
        (f"the {noun} is not {en}.", f"{zh_noun}不{zh}。"),
        (f"is the {noun} {en}?", f"{zh_noun}{zh}吗？"),
        (f"the {noun} is too {en}.", f"{zh_noun}太{zh}了。"),
    )[one]


def _feeling(h: Hand) -> Pair:
    s, (en, zh) = h.who(), h.w.pick(_FEELINGS)
    if h.w.rng.random() < 0.25:
        return f"{_be(s)} {s.en} {en}?", f"{s.zh}{zh.removeprefix('很')}吗？"
    return f"{s.en} {_be(s)} {en}.", f"{s.zh}{zh}。"


def _compared(h: Hand) -> Pair:
    a, b, (en, zh) = h.noun("thing"), h.noun("thing"), h.w.pick(_MORE)
    while b.zh == a.zh:
        b = h.noun("thing")
    return f"the {a.en} is {en} than the {b.en}.", f"{a.zh}比{b.zh}{zh}。"


def _spot(h: Hand) -> Pair:
    n, (en, zh), one = h.noun(h.w.pick(("thing", "animal"))), h.w.pick(_SPOTS), h.w.rng.randrange(5)
    many, zh_many = h.w.pick(_COUNTS)
    own, zh_own = h.w.pick(_OWNERS)
    return (
        (f"the {n.en} is {en}.", f"{n.zh}在{zh}。"),
        (f"there is {_article(n.en)} {en}.", f"{zh}有一{n.measure}{n.zh}。"),
        (f"there are {many} {n.many} {en}.", f"{zh}有{zh_many}{n.measure}{n.zh}。"),
        (f"{own} {n.en} is {en}.", f"{zh_own}的{n.zh}在{zh}。"),
        (f"is the {n.en} {en}?", f"{n.zh}在{zh}吗？"),
    )[one]


def _where(h: Hand) -> Pair:
    luck = h.w.rng.random()
    if luck < 0.3:
        s = h.who()
        return f"where {_be(s)} {s.en}?", f"{s.zh}在哪里？"
    if luck < 0.5:
        (own, zh_own), n = h.w.pick(_OWNERS), h.noun("thing")
        return f"where is {own} {n.en}?", f"{zh_own}的{n.zh}在哪里？"
    n = h.noun("place")
    if luck < 0.7:
        return f"where is the {n.en}?", f"{n.zh}在哪里？"
    m = h.noun("place")
    while m.zh == n.zh:
        m = h.noun("place")
    return f"the {n.en} is near the {m.en}.", f"{n.zh}在{m.zh}附近。"


def _trade(h: Hand) -> Pair:
    n, k, one = h.noun(h.w.pick(("thing", "fruit"))), h.w.rng.randrange(2, 100), h.w.rng.randrange(6)
    many, zh_many = h.w.pick(_COUNTS)
    own, zh_own = h.w.pick(_OWNERS)
    return (
        (f"how much is the {n.en}?", f"{n.zh}多少钱？"),
        (f"how much is this {n.en}?", f"这{n.measure}{n.zh}多少钱？"),
        (f"this {n.en} costs {k} yuan.", f"这{n.measure}{n.zh}要{k}元。"),
        (f"please give me {many} {n.many}.", f"请给我{zh_many}{n.measure}{n.zh}。"),
        (f"please give me {own} {n.en}.", f"请给我{zh_own}的{n.zh}。"),
        (f"this is {own} {n.en}.", f"这是{zh_own}的{n.zh}。"),
    )[one]


def _about(h: Hand) -> Pair:
    s, (hobby, zh_hobby), k = h.who(), h.word(words.HOBBIES), h.w.rng.randrange(2, 100)
    n = words.person(h.w.rng, h.w.rng.random() < 0.4)
    (own, zh_own), (kin, zh_kin) = h.w.pick(_OWNERS), h.w.pick(words.KIN)
    colour, zh_colour = h.w.pick(words.COLOURS)
    return h.w.pick((
        (f"{s.en} {'enjoys' if s.form == 2 else 'enjoy'} {hobby}.", f"{s.zh}喜欢{zh_hobby}。"),
        (f"{own} hobby is {hobby}.", f"{zh_own}的爱好是{zh_hobby}。"),
        *(((f"{own} name is {n}.", f"{zh_own}叫{n}。"), (f"{own} {kin} is called {n}.", f"{zh_own}{zh_kin}叫{n}。"),
           (f"{own} favourite colour is {colour}.", f"{zh_own}最喜欢的颜色是{zh_colour}。"), (f"{s.en} {_be(s)} {k} years old.", f"{s.zh}{k}岁。"),
           (f"{own} {kin}'s name is {n}.", f"{zh_own}{zh_kin}的名字是{n}。")) if hobby in dict(words.HOBBIES) else ()),
    ))  # fmt: skip


def _days(h: Hand) -> Pair:
    (day, zh_day), (city, zh_city), (cond, zh_cond) = (
        h.w.pick(words.DAYS),
        h.w.pick(words.CITIES),
        h.w.pick(words.CONDITIONS),
    )
    return h.w.pick((
        (f"today is {day}.", f"今天是{zh_day}。"), (f"tomorrow is {day}.", f"明天是{zh_day}。"), (f"we meet on {day}.", f"我们{zh_day}见面。"),
        (f"is today {day}?", f"今天是{zh_day}吗？"), (f"the weather in {city} is {cond}.", f"{zh_city}的天气是{zh_cond}。"), *h.w.sample(_SET, 8),
    ))  # fmt: skip


@dataclass(slots=True)
class Filling:
    """What fills the slots of one frame: the same slot is the same thing in both languages."""

    h: Hand
    subject: Subject
    nouns: dict[str, Noun] = field(default_factory=dict)
    said: dict[str, Pair] = field(default_factory=dict)

    def value(self, slot: str) -> Pair:
        """The slot in English and in Chinese."""
        if slot not in self.said:
            shape, _, kind = slot.partition(":")
            self.said[slot] = self._counted(shape, kind) if kind else self._plain(slot)
        return self.said[slot]

    def _counted(self, shape: str, kind: str) -> Pair:
        while kind not in self.nouns:
            n = self.h.noun(kind.rstrip("2"))
            if n.zh not in [x.zh for x in self.nouns.values()]:
                self.nouns[kind] = n
        n = self.nouns[kind]
        en, zh = self.h.w.pick(_COUNTS)
        return {
            "one": (n.en, n.zh),
            "the": (f"the {n.en}", n.zh),
            "a": (_article(n.en), f"一{n.measure}{n.zh}"),
            "this": (f"this {n.en}", f"这{n.measure}{n.zh}"),
            "which": (f"which {n.en}", f"哪{n.measure}{n.zh}"),
            "few": (n.many, f"几{n.measure}{n.zh}"),
            "many": (n.many, n.zh),
            "n": (f"{en} {n.many}", f"{zh}{n.measure}{n.zh}"),
        }[shape]

    def _plain(self, slot: str) -> Pair:
        w, h = self.h.w, self.h
        kind = slot.rstrip("2")
        if kind in ("k", "m", "h"):
            k = str(w.rng.randrange(*{"k": (2, 100), "m": (2, 10), "h": (1, 13)}[kind]))
            return k, k
        drawn: Pair
        if kind == "kin":
            (own, zh_own), (kin, zh_kin) = w.pick(_OWNERS), w.pick(words.KIN)
            drawn = f"{own} {kin}", zh_own + zh_kin
        elif kind in ("drink", "food", "hobby"):
            drawn = h.word({"drink": words.DRINKS, "food": _FOODS, "hobby": words.HOBBIES}[kind])
        else:
            drawn = w.pick(_SLOTS[kind])
        # Nobody is taller than himself.
        taken = drawn in self.said.values() or drawn[0] == self.subject.en
        return self._plain(slot) if taken else drawn


_SLOTS: dict[str, tuple[Pair, ...] | list[Pair]] = {
    "city": words.CITIES, "day": words.DAYS, "colour": words.COLOURS, "spot": _SPOTS, "lang": frames.LANGUAGES,
    "country": frames.COUNTRIES, "air": frames.AIRS, "mood": frames.MOODS,
}  # fmt: skip


def _frame(h: Hand) -> Pair:
    s, (en, zh) = h.who(), h.w.pick(frames.FRAMES)
    filling = Filling(h, s)
    be, do, have = _be(s), _do(s), "has" if s.form == 2 else "have"
    base, third, past, doing, deed = h.w.pick(frames.DEEDS)
    adj, er, est, degree = h.w.pick(frames.DEGREES)
    agreed = {"s": (s.en, s.zh), "be": (be, ""), "do": (do, ""), "have": (have, ""), "v": (base, deed), "vs": (third if s.form == 2 else base, ""),
              "ved": (past, ""), "ving": (doing, ""), "adj": (adj, degree), "er": (er, ""), "est": (est, "")}  # fmt: skip
    filling.said |= agreed
    en = re.sub(r"<(.*?)\|(.*?)>", r"\2" if s.form == 2 else r"\1", en)
    en = re.sub(r"{(.*?)}", lambda m: filling.value(m[1])[0], en)
    return en, re.sub(r"{(.*?)}", lambda m: filling.value(m[1])[1], zh)


_FORMS: tuple[Callable[[Hand], Pair], ...] = (
    _plain, _plain, _plain, _negative, _question, _past, _past, _past_not, _doing, _wish, _having, _having, _calling, _being_at, _being_at,
    _living, _look, _look, _feeling, _compared, _spot, _where, _trade, _about, _days, _days, *[_frame] * 25,
)  # fmt: skip


def _tidy(en: str) -> str:
    return en[:1].upper() + en[1:]


def sentence(w: Writer, term: Pair | None = None) -> Pair:
    """A sentence in both languages; with a term, one in which it stands."""
    while True:
        h = Hand(w, term)
        en, zh = w.pick(_FORMS)(h)
        # No sentence is clearer for "our wife", and where a term found no place another form is drawn.
        if h.term is None and (term is None or (term[0] in en and term[1] in zh)) and not _odd(en):
            return _tidy(en), zh


def _odd(en: str) -> bool:
    return any(
        x in en.lower() for x in ("our wife", "our husband", "their wife", "their husband", "his husband", "her wife")
    )


def joined(w: Writer) -> Pair:
    """Two sentences made one."""
    (a, zh_a), (b, zh_b) = (_plain(Hand(w)), w.pick((_negative, _plain))(Hand(w)))
    if _odd(a + b):
        return joined(w)
    return _tidy(f"{a[:-1]}, but {b}"), f"{zh_a[:-1]}，但是{zh_b}"
