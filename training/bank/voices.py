"""Texts in the first person: letters, diaries, mails and chats, and who did what in them."""

from dataclasses import dataclass

from training import words
from training.bank.events import reason
from training.bank.traits import Value, clock, person, town, whole
from training.words import Pair
from training.writer import Writer


@dataclass(frozen=True, slots=True)
class Deed:
    """What someone did or will do, its words the same behind "I" and behind a name; and the questions for {x}."""

    words: Pair
    asked: Pair
    value: Value


_THINGS: list[Pair] = [
    ("an old lamp", "一盏旧灯"), ("a grey hat", "一顶灰帽子"), ("two umbrellas", "两把伞"), ("a wooden chair", "一把木椅子"), ("a silver spoon", "一把银勺子"), ("a red kite", "一只红风筝"), ("a small drum", "一面小鼓"), ("a box of pears", "一箱梨"),
    ("three candles", "三支蜡烛"), ("a map of Spain", "一张西班牙地图"), ("a jar of honey", "一罐蜂蜜"), ("a pair of gloves", "一副手套"), ("a green carpet", "一块绿地毯"), ("a used piano", "一架旧钢琴"),
]  # fmt: skip
_GONE: list[Pair] = [("the house key", "家里的钥匙"), ("a glove", "一只手套"), ("the train ticket", "火车票"), ("a gold ring", "一枚金戒指"), ("the phone", "手机"), ("the passport", "护照"), ("a blue cap", "一顶蓝帽子"), ("the shopping list", "购物清单")]  # fmt: skip
_PLANTS: list[Pair] = [("tulips", "郁金香"), ("beans", "豆子"), ("garlic", "大蒜"), ("roses", "玫瑰"), ("potatoes", "土豆"), ("mint", "薄荷"), ("sunflowers", "向日葵"), ("onions", "洋葱")]  # fmt: skip


def _one(pairs: list[Pair]) -> Value:
    return lambda w: w.pick(pairs)


# fmt: off
DEEDS = (
    Deed(("bought {x}", "买了{x}"), ("[What did {n} buy|Which thing did {n} buy|What was bought by {n}|What did {n} spend money on]", "{n}[买了什么|买的是什么东西|花钱买了什么]"), _one(_THINGS)),
    Deed(("[met|ran into] {x} at the station", "在车站[碰见|遇到]了{x}"), ("[Whom did {n} meet at the station|Who did {n} run into at the station|Who was at the station when {n} was there]", "{n}在车站[碰见了谁|遇到了谁|见到的是谁]"), person),
    Deed(("went to {x} last week", "上周去了{x}"), ("[Where did {n} go last week|To which town did {n} go|Which place did {n} visit last week]", "{n}上周去了[哪里|什么地方|哪个城市]"), town),
    Deed(("paid {x} coins for the taxi", "坐出租车花了{x}元"), ("[How much did {n} pay for the taxi|What did the taxi cost {n}|How many coins did {n} pay for the taxi]", "{n}坐出租车花了[多少钱|多少元|几元]"), whole(5, 400)),
    Deed(("got up at {x} today", "今天{x}起的床"), ("[When did {n} get up|At what time did {n} get up today|What time was it when {n} got up]", "{n}今天[几点起的床|什么时候起床的|几点起来的]"), clock),
    Deed(("had {x} for lunch", "午饭吃了{x}"), ("[What did {n} have for lunch|What did {n} eat at lunch|Which food did {n} have at noon]", "{n}午饭吃了[什么|些什么|什么东西]"), _one(words.FOODS)),
    Deed(("lost {x}", "弄丢了{x}"), ("[What did {n} lose|What has gone missing from {n}|Which thing did {n} lose]", "{n}[弄丢了什么|丢了什么东西|把什么弄丢了]"), _one(_GONE)),
    Deed(("waited {x} minutes for the bus", "等公交车等了{x}分钟"), ("[How long did {n} wait for the bus|How many minutes did {n} wait for the bus|How long was {n} at the bus stop]", "{n}等公交车等了[多久|几分钟|多长时间]"), whole(3, 120)),
    Deed(("walked {x} kilometres on Sunday", "星期天走了{x}公里"), ("[How far did {n} walk on Sunday|How many kilometres did {n} walk|What distance did {n} walk on Sunday]", "{n}星期天走了[多远|多少公里|几公里]"), whole(2, 60)),
    Deed(("slept only {x} hours", "只睡了{x}个小时"), ("[How long did {n} sleep|How many hours did {n} sleep|How much sleep did {n} get]", "{n}睡了[多久|几个小时|多长时间]"), whole(2, 9)),
    Deed(("read {x} pages in the evening", "晚上看了{x}页书"), ("[How many pages did {n} read|How much did {n} read in the evening|How many pages did {n} get through]", "{n}晚上看了[几页书|多少页书|多少页]"), whole(3, 400)),
    Deed(("spoke with {x} on the phone", "和{x}通了电话"), ("[With whom did {n} speak on the phone|Who was on the phone with {n}|Who did {n} talk to on the phone]", "{n}[和谁通了电话|跟谁打了电话|给谁打过电话]"), person),
    Deed(("will fly to {x} next month", "下个月要飞去{x}"), ("[Where will {n} fly next month|To which town will {n} fly|What is the goal of {n} next month]", "{n}下个月要飞去[哪里|哪个城市|什么地方]"), town),
    Deed(("could not come because {x}", "没能来，因为{x}"), ("[Why could {n} not come|Why didn't {n} come|What kept {n} from coming|What reason did {n} give for not coming]", "{n}[为什么没来|怎么没来|没来的原因是什么]"), reason),
    Deed(("left the office at {x}", "{x}离开了办公室"), ("[When did {n} leave the office|At what time did {n} leave the office|Until when was {n} in the office]", "{n}[几点离开了办公室|什么时候离开办公室的|几点下的班]"), clock),
    Deed(("found {x} coins in the street", "在街上捡到了{x}元钱"), ("[How many coins did {n} find|How much money did {n} find in the street|What sum did {n} find]", "{n}在街上捡到了[多少钱|几元钱|多少元]"), whole(2, 90)),
    Deed(("got a letter from {x}", "收到了{x}的信"), ("[From whom did {n} get a letter|Who wrote {n} a letter|Whose letter did {n} get]", "{n}收到了谁的信"), person),
    Deed(("learned {x} new words", "学了{x}个新词"), ("[How many new words did {n} learn|How many words did {n} learn]", "{n}学了[几个新词|多少个新词|多少新词]"), whole(5, 200)),
    Deed(("painted the door {x}", "把门刷成了{x}"), ("[What colour did {n} paint the door|Which colour did {n} give the door|In what colour did {n} paint the door]", "{n}把门刷成了[什么颜色|什么色]"), _one(words.COLOURS)),
    Deed(("must be at the dentist's at {x}", "{x}要去看牙医"), ("[When must {n} be at the dentist's|At what time must {n} see the dentist|What time does the dentist expect {n}]", "{n}[几点要去看牙医|什么时候要去看牙医|几点看牙]"), clock),
    Deed(("baked {x} rolls", "烤了{x}个小面包"), ("[How many rolls did {n} bake|How many rolls came from the oven of {n}|How many rolls are the work of {n}]", "{n}烤了[几个小面包|多少个小面包|多少小面包]"), whole(4, 200)),
    Deed(("saw {x} birds at the lake", "在湖边看见了{x}只鸟"), ("[How many birds did {n} see|How many birds did {n} count at the lake]", "{n}在湖边看见了[几只鸟|多少只鸟|多少鸟]"), whole(2, 300)),
    Deed(("drank {x} cups of tea", "喝了{x}杯茶"), ("[How many cups of tea did {n} drink|How much tea did {n} drink|How many cups did {n} have]", "{n}喝了[几杯茶|多少杯茶|多少茶]"), whole(2, 15)),
    Deed(("planted {x} in the garden", "在花园里种了{x}"), ("[What did {n} plant|What did {n} put in the garden|What will grow in the garden thanks to {n}]", "{n}在花园里种了[什么|些什么]"), _one(_PLANTS)),
    Deed(("came home late because {x}", "很晚才回家，因为{x}"), ("[Why did {n} come home late|Why was {n} late home|What made {n} late home|How come {n} got home so late]", "{n}[为什么很晚才回家|怎么那么晚才回家|晚回家的原因是什么]"), reason),
    Deed(("will visit {x} on Sunday", "星期天要去看{x}"), ("[Whom will {n} visit on Sunday|Who can expect {n} on Sunday|To whom will {n} go on Sunday]", "{n}星期天要去看[谁|望谁]"), person),
    Deed(("won {x} coins in the lottery", "买彩票中了{x}元"), ("[How much did {n} win|How many coins did {n} win in the lottery|What sum did {n} win]", "{n}买彩票中了[多少钱|多少元|几元]"), whole(5, 9000)),
    Deed(("borrowed a bike from {x}", "向{x}借了自行车"), ("[From whom did {n} borrow a bike|Whose bike did {n} borrow|Who lent {n} a bike]", "{n}[向谁借了自行车|借了谁的自行车|是跟谁借的自行车]"), person),
    Deed(("moved to {x} in spring", "春天搬到了{x}"), ("[Where did {n} move in spring|To which town did {n} move|Which town did {n} move to]", "{n}春天搬到了[哪里|哪个城市|什么地方]"), town),
    Deed(("sold the old car for {x} coins", "把旧车卖了{x}元"), ("[For how much did {n} sell the old car|How many coins did {n} get for the old car|What did the old car bring {n}]", "{n}把旧车卖了[多少钱|多少元|几元]"), whole(100, 9000)),
)
_STARTS: Pair = ("[||||By the way, |Also, |And |What else? |Oh, and |As for news: |Imagine, ]", "[||||对了，|还有，|另外，|哦，|告诉你，|说说近况，]")
_LETTERS: tuple[Pair, ...] = (
    ("Dear {y},\n{t}\n[Yours|Love|Best wishes|Greetings from], {n}", "亲爱的{y}：\n{t}\n[你的朋友|祝好|此致敬礼]，{n}"), ("[Diary of {n}|From {n}'s diary|{n}, diary, page {k}]\n{t}", "[{n}的日记|摘自{n}的日记|{n}日记第{k}页]\n{t}"),
    ("From: {n}\nTo: {y}\nSubject: [hello|news|how are you]\n\n{t}", "发件人：{n}\n收件人：{y}\n主题：[你好|近况|问候]\n\n{t}"), ("Hi {y}, {n} here. {t}", "{y}你好，我是{n}。{t}"), ("[Postcard:|Card:] {t} [See you!|Miss you.] {n}", "明信片：{t}[回头见！|想你。]{n}"),
    ("My name is {n}. {t}", "我叫{n}。{t}"), ('{n} [wrote|writes|told {y}]: "{t}"', "{n}[写道|说|对{y}说]：“{t}”"),
)
_CHAT: tuple[Pair, ...] = (("{n}: {s}", "{n}：{s}"), ("{n}: {s}", "{n}：{s}"), ("{c} {n}: {s}", "{c} {n}：{s}"), ("<{n}> {s}", "<{n}> {s}"), ('"{s}", {v} {n}.', "{n}{v}：“{s}”"), ("- {n}: {s}", "- {n}：{s}"))
# fmt: on


@dataclass(frozen=True, slots=True)
class Told:
    """A deed of someone: their words without the subject, who it was, and the value."""

    who: str
    deed: Deed
    words: str

    def answer(self, w: Writer) -> str:
        """In the third person."""
        return f"{self.who}{self.words}。" if w.zh else f"{self.who} {self.words}."


def question(w: Writer, deed: Deed, who: str) -> str:
    """The question of what someone did."""
    return w.words(*deed.asked, n=who) + ("？" if w.zh else "?")


def _said(w: Writer, t: Told, start: str) -> str:
    return f"{start}我{t.words}。" if w.zh else f"{start}I {t.words}."


def _names(w: Writer, n: int) -> list[str]:
    out: list[str] = []
    while len(out) < n:
        one = person(w)
        if not any(one in x or x in one for x in out):
            out.append(one)
    return out


def voices(w: Writer) -> tuple[str, list[tuple[str, str]], str | None]:
    """A text of one or some who tell of themselves, questions with answers, and now and then one that it leaves open."""
    rng = w.rng
    names = _names(w, rng.choice((2, 2, 3, 4, 5)))
    *speakers, reader = names
    deeds = rng.sample(DEEDS, rng.choice((2, 3, 4, 5)))
    *deeds, hidden = deeds
    told: list[Told] = []
    used = set(names)
    for who in speakers:
        for deed in deeds if len(speakers) == 1 else rng.sample(deeds, min(len(deeds), rng.choice((1, 1, 2)))):
            drawn = deed.value(w)
            x = str(drawn[w.zh] if isinstance(drawn, tuple) else drawn)
            if not any(x in u or u in x for u in used):
                used.add(x)
                told.append(Told(who, deed, w.words(*deed.words, x=x)))
    if not told:
        return voices(w)
    if len(speakers) == 1:
        text = ("" if w.zh else " ").join(_said(w, t, w.words(*_STARTS) if i else "") for i, t in enumerate(told))
        text = w.words(*w.pick(_LETTERS), t=text, n=speakers[0], y=reader, k=rng.randrange(2, 99))
    else:
        rng.shuffle(told)
        row, lines, minute = w.pick(_CHAT), [], rng.randrange(500, 1200)
        for t in told:
            minute += rng.randrange(1, 9)
            s = _said(w, t, w.words(*_STARTS) if "{v}" not in row[0] else "")
            lines.append(w.words(*row, n=t.who, s=s.rstrip(".") if "{v}" in row[0] else s, v=w.words("[said|wrote|added]", "[说|写道|补充说]"), c=f"{minute // 60}:{minute % 60:02d}"))  # fmt: skip
        text = "\n".join(lines)
    asked = []
    for t in rng.sample(told, min(len(told), rng.choice((1, 2, 3)))):
        luck, q = rng.random(), question(w, t.deed, t.who)
        if luck < 0.25:
            q = f"谁{t.words}？" if w.zh else f"Who {t.words}?"
        elif luck < 0.45 and len(speakers) == 1:
            q = question(w, t.deed, w.words("the [writer|author]", "[作者|写这段话的人]"))
        asked.append((q, t.answer(w)))
    return text, asked, question(w, hidden, w.pick(speakers)) if rng.random() < 0.3 else None
