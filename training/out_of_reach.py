"""Questions that a small model cannot answer, and the plain answers that say so."""

from collections.abc import Callable, Sequence
from random import Random

from training.asking import about, either, in_one_line
from training.bank import unknown as bank
from training.bank.capitals import CAPITAL_WAYS
from training.words import (
    ANIMALS,
    CAPITALS,
    CITIES,
    DEEDS,
    DRINKS,
    FOODS,
    HOBBIES,
    KIN,
    OBJECTS,
    OBSCURE,
    Pair,
    invented,
    person,
)
from training.writer import Message, Slot, Writer

# fmt: off
_ATTRIBUTES = (
    ("height", "高度"), ("history", "历史"), ("melting point", "熔点"), ("population", "人口"), ("author", "作者"), ("recipe", "做法"), ("inventor", "发明者"), ("length", "长度"),
    ("temperature", "温度"), ("age", "年龄"), ("formula", "公式"), ("price", "价格"), ("speed", "速度"), ("ending", "结局"), ("text", "原文"), ("winner", "冠军"),
    ("origin", "来历"), ("weight", "重量"), ("size", "尺寸"), ("founder", "创始人"), ("owner", "主人"), ("address", "地址"), ("depth", "深度"), ("area", "面积"), ("plot", "情节"), ("main character", "主角"),
    ("anthem", "国歌"), ("president", "总统"), ("mayor", "市长"), ("capital", "首都"), ("currency", "货币"), ("boiling point", "沸点"), ("latin name", "拉丁名"), ("opening time", "开放时间"), ("phone number", "电话号码"),
)
# Subjects that no list holds: the answer names them.
_SUBJECTS: tuple[Pair, ...] = (
    ("the {i} theorem", "{i}定理"), ("the {i} effect", "{i}效应"), ("the {i} war", "{i}战争"), ("{i} music", "{i}音乐"), ("the {i} method", "{i}方法"), ("the {i} dynasty", "{i}王朝"), ("{i} cooking", "{i}菜"),
    ("the {i} treaty", "{i}条约"), ("{i} grammar", "{i}语法"), ("the {i} festival", "{i}节"), ("the planet {i}", "行星{i}"), ("the {i} rules", "{i}规则"), ("the {i} machine", "{i}机"), ("{i} medicine", "{i}医学"),
    ("{i}", "{i}"), ("the company {i}", "{i}公司"), ("the film {i}", "电影《{i}》"), ("the book {i}", "小说《{i}》"), ("the game {i}", "游戏{i}"), ("the {i} law", "{i}法"),
)
_PEOPLE: Pair = (
    "[[Who is|Who was|Tell me about|Do you know|What about|What do you know about|What can you tell me about|Give me a biography of|Write a short biography of|Who exactly is|Have you ever met|I'm looking for] {x}|Is {x} famous|Where does {x} live|What did {x} say yesterday|When was {x} born|Have you heard of {x}|What is {x} known for|Why is {x} famous|Is {x} still alive|When did {x} die|How old is {x}|How tall is {x}|What did {x} invent|What did {x} write|Whom did {x} marry|Is {x} married|Where did {x} go to school|What does {x} do for a living|Which books did {x} write|What films did {x} make|Does the name {x} mean anything to you|Does the name {x} ring a bell|{x}, who is that|{x}: who's that|Somebody called {x} rang. Who is that|I read about {x} today. Who is it|Tell me who {x} is|Can you say who {x} is|I'd like to know who {x} is|Name three facts about {x}][?|]",
    "[{x}是谁|你认识{x}吗|介绍一下{x}|{x}是做什么的|听说过{x}吗|谁是{x}|{x}是什么人|{x}出名吗|{x}住在哪里|{x}什么时候出生的|{x}还在世吗|{x}多大了|{x}写过什么书|{x}发明了什么|{x}为什么有名|{x}结婚了吗|{x}昨天说了什么|讲讲{x}的生平|你知道{x}这个人吗|有个叫{x}的人，他是谁|我今天读到{x}，这是谁|说说{x}的故事|{x}有哪些成就|请问{x}是哪位|{x}这个名字你熟悉吗|给我写一段{x}的简介][？|]",
)
_CLOCK: Pair = (
    "[What day is it today|What time is it|What's the date|What is today's date|What year is it|Which day of the week is it|Do you know the time|What's the time|Can you tell me the time|Have you got the time|How late is it|What is the current time|What month is it|What's the current year|Which month are we in|Tell me the date|Tell me what time it is|I need to know the time|Could you tell me today's date|What's today|Is it Monday today|Is it already midnight|Is it late|Is it morning or evening now|What hour is it|What time is it in {c}|What time is it now in {c}|How many days until Christmas|How long until midnight|Which week of the year is this|What date is tomorrow|What day was yesterday|I've lost my watch. What time is it|My clock has stopped, what's the time|Is today a holiday|time now|today's date]?",
    "[现在几点了|今天几号|今天星期几|今年是哪一年|今天是什么日子|现在几点|几点了|现在是什么时间|现在是几月|今天是几月几号|今天周几|告诉我现在的时间|告诉我今天的日期|能告诉我时间吗|请报一下时间|今天是星期一吗|现在是早上还是晚上|{c}现在几点|{c}那边几点了|离过年还有几天|明天几号|昨天是星期几|我的表停了，现在几点|这是今年的第几周|今天是假期吗|现在时间|当前日期]？",
)
_LIVE: Pair = (
    "[What's in the news|What happened today|Who won the game yesterday|What is the price of gold|What's the latest news|What is the stock price of Apple|What's the exchange rate|What happened in {i} this morning|Any news from {c}|What are today's headlines|What's new in the world|What's going on in {c}|What's trending today|Who won last night|Who won the match between {i} and {j}|How did {i} play against {j}|What was the score of {i} against {j}|Who scored for {i} on Sunday|Did {i} win yesterday|Did {i} beat {j}|Who leads the league|Who is first in the {i} league|Who won the {i} cup|What's the score right now|How much is a share of {i}|What does {i} stock cost now|How are the markets today|What's the price of oil today|How much is a litre of milk in {c} today|What does bread cost these days|How much is a flight to {c} right now|How much is a room in {c} tonight|What is a bitcoin worth|How many euros do I get for a dollar today|How is the traffic in {c}|Is there a traffic jam near {c}|Is the train to {c} on time|When does the next bus to {i} leave|When does the next train to {c} go|Is my flight delayed|Which films are on tonight|What's on TV tonight|Is the shop in {i} open now|Is the museum in {c} open now|Who won the election in {i}|Tell me the latest from {c}|Give me today's news|Did anything happen in {c} today|Are there any concerts in {c} this week|Who is the richest person right now|What's number one in the charts]?",
    "[今天有什么新闻|昨天谁赢了比赛|现在金价是多少|最近发生了什么|今天股价多少|汇率是多少|今天的头条是什么|{c}有什么新消息|{c}今天发生了什么|世界上有什么新鲜事|今天的热搜是什么|{i}队和{j}队谁赢了|{i}队昨天赢了吗|{i}对{j}的比分是多少|{i}杯谁得了冠军|现在比分多少|{i}公司的股价是多少|今天油价多少|比特币现在值多少钱|今天牛奶多少钱一升|去{c}的机票现在多少钱|今晚{c}的酒店多少钱|今天一美元换多少人民币|{c}现在堵车吗|去{c}的火车准点吗|下一班去{c}的车几点|我的航班晚点了吗|今晚电视上有什么|今晚有什么电影|{c}的博物馆现在开门吗|{i}的选举谁赢了|给我讲讲今天的新闻|{c}这周有演唱会吗|现在谁是首富|股市今天怎么样|排行榜第一是什么歌]？",
)
_FAR: Pair = (
    "[How does the novel {I} end|How does the film {I} end|Who is the hero of the film {I}|What happens in the third chapter of {I}|What is the book {I} about|Who dies in {I}|Who wrote {I}|Who wrote the song {I}|Who sings {I}|Who directed {I}|Who plays the main part in {I}|Who painted {I}|How many pages does the novel {I} have|In which year was the battle of {I}|When was the battle of {I}|Who won the battle of {I}|Who was king of {I} in {y}|Who ruled {I} in {y}|What happened in {I} in {y}|What happened on the 3rd of May {y}|Who was the mayor of {I} in {y}|When was {I} founded|How many people live in {I}|How many people live in {c}|How high is Mount {I}|How deep is Lake {I}|How long is the river {I}|Which river flows through {I}|In which country is {I}|Where is {I}|How far is it from {c} to {I}|How far is {I} from {c}|What language do they speak in {I}|What is the currency of {I}|What is the capital of {I}|Which city is the capital of {I}|{I}: name its capital|What's the phone number of the {I} hotel|What is the address of the {I} museum|What does the word {i} mean in Swahili|How do you say {i} in Finnish|What is the chemical formula of {i}|How many calories are in {i}|At what temperature does {i} melt|Who invented the {i}|When was the {i} invented|Why do people in {I} wear hats|What do people eat in {I}|Which team does {I} play for|How many stars are in the galaxy {I}|How many species of {a} are there|How long does a {a} live|What is the best restaurant in {c}|Which hotel in {c} is the best|Prove the {I} conjecture][?|]",
    "[小说《{I}》的结局是什么|电影《{I}》讲了什么|《{I}》的主角是谁|《{I}》是谁写的|《{I}》这首歌是谁唱的|《{I}》的导演是谁|《{I}》第三章发生了什么|《{I}》最后谁死了|《{I}》这幅画是谁画的|{I}战役发生在哪一年|{I}战役谁赢了|{y}年{I}的国王是谁|{y}年{I}发生了什么|{y}年5月3日发生了什么|{I}是什么时候建立的|{I}有多少人口|{c}有多少人口|{I}山有多高|{I}湖有多深|{I}河有多长|哪条河流过{I}|{I}在哪个国家|{I}在哪里|从{c}到{I}有多远|{I}说什么语言|{I}用什么货币|{I}的首都是哪里|哪个城市是{I}的首都|{I}酒店的电话是多少|{I}博物馆的地址是什么|{i}用芬兰语怎么说|{i}的化学式是什么|{i}的熔点是多少度|谁发明了{i}|{i}是哪年发明的|{I}人吃什么|世界上有多少种{a}|{a}能活多少年|{c}最好的餐厅是哪家|{c}哪家酒店最好|证明{I}猜想][？|]",
)
_DOCTOR: Pair = (
    "[How much {i} may I take|How many tablets of {i} can I take a day|Is {i} safe in pregnancy|Which pills help against a fever|I have a pain in my chest. What is it|I have a rash on my arm, what could it be|My child has swallowed a coin, what now|What does my blood test mean|Should I have the operation|My knee hurts when I run, why|Can I take {i} together with {j}|Is a temperature of 39 dangerous|My back has hurt for weeks. What should I take|What illness do I have|Do I need surgery|Is this mole dangerous|Which medicine do I need|I can't hear on one side, what is wrong|What are the side effects of {i}|How do I cure a cold|What's the right dose of {i} for a child][?|]",
    "[{i}一天能吃几片|{i}吃多少合适|怀孕能吃{i}吗|发烧该吃什么药|我胸口疼，是什么病|我手臂上起了疹子，是怎么回事|孩子吞了硬币怎么办|我的验血结果是什么意思|我该不该做手术|我跑步时膝盖疼，为什么|{i}和{j}能一起吃吗|烧到39度危险吗|我背疼了几个星期，该吃什么|我得了什么病|这颗痣危险吗|我需要什么药|{i}有什么副作用|感冒怎么治|我一只耳朵听不见，怎么了][？|]",
)
_LAWYER: Pair = (
    "[Can I sue my landlord|Can I sue {I}|Is my contract valid|May my boss fire me for that|How do I fight a parking ticket|Do I have to pay this fine|What is the penalty for that|Is it legal to record a call|How long can my landlord keep the deposit|Who gets the house after a divorce|How do I write a valid will|May I copy this film|Am I liable if my dog bites someone|Do I have the right to a refund|Which law covers this|Can my neighbour cut down my tree|How much tax do I owe|Must I answer the police|How do I appeal against a verdict|Should I sign this contract with {I}|My landlord wants to throw me out. May he do that][?|]",
    "[我能起诉房东吗|我能告{I}吗|我的合同有效吗|老板可以因此辞退我吗|这张罚单怎么申诉|我必须交这笔罚款吗|这样做会判什么刑|电话录音合法吗|房东能扣押金多久|离婚后房子归谁|遗嘱怎么写才有效|我的狗咬了人，我要负责吗|我有权退款吗|这个适用哪条法律|邻居可以砍我的树吗|我要交多少税|怎么上诉|该不该和{I}签这份合同|房东要赶我走，他可以这样做吗][？|]",
)
_PRIVATE: Pair = (
    "[What did I have for breakfast|What did I eat last night|What did I dream last night|How many sisters do I have|How many brothers do I have|How many children do I have|Where did I put my keys|Where did I park|Where have I left my glasses|What is my shoe size|How tall am I|How much do I weigh|What is my blood type|What's in my pocket|What's on my desk|How much money do I have|What's my bank balance|What did I do last weekend|Where was I yesterday|Whom did I call this morning|What did I buy yesterday|Which school did I go to|When is my birthday|What's my address|What is my surname|Which car do I drive|What am I wearing|Am I married|Which book am I reading|What am I thinking of|What did my boss say to me|Which languages do I speak|When did I get up this morning][?|]",
    "[我早饭吃了什么|我昨晚吃了什么|我昨晚梦见了什么|我有几个兄弟姐妹|我有几个孩子|我把钥匙放哪儿了|我的车停在哪里|我的眼镜放在哪里|我穿多大的鞋|我有多高|我有多重|我是什么血型|我口袋里有什么|我桌上有什么|我有多少钱|我的银行余额是多少|我上周末做了什么|我昨天去了哪里|我今天早上给谁打了电话|我昨天买了什么|我上的是哪所学校|我的生日是哪天|我的地址是什么|我姓什么|我开什么车|我穿着什么衣服|我结婚了吗|我在读哪本书|我在想什么|老板跟我说了什么|我会说哪些语言|我今天几点起床的][？|]",
)
_RELATIVES: Pair = (
    "[What did my {k} [eat|have for lunch|have for breakfast|dream|buy|do|say|wear|cook] [yesterday|last night|this morning|today|last week]|What's my {k}'s phone number|what is my {k}'s favourite film|my {k}'s phone number pls|Give me the number of my {k}|Where is my {k} right now|What is my {k} doing at the moment|What is my {k} thinking|How old is my {k}'s boss|What colour is my {k}'s car|What colour is the front door of my {k}|What did my {k} give me for my birthday|How many [pens|coins|spoons|books] are in my [drawer|pocket|bag|kitchen]|Which number have I written down|I wrote a word on a piece of paper, which one|I'm thinking of an animal, which is it|I hid a coin in one hand. Left or right|Guess what I'm holding|What am I holding in my hand|What's in the box on my table|What's behind me|Who rang at my door [today|yesterday|just now]|Which film did we watch on [Sunday|Friday|Monday]|How many people are in the room with me|What's the weather outside my window|What's my neighbour's dog called|What colour is my neighbour's car|How loud was my neighbour last night|What is written on the note on my fridge|Which bus did I take this morning|Who sat next to me at school|What was I wearing yesterday|How many steps did I walk today|How well did I sleep][?|]",
    "[我{k}[昨天|昨晚|今天早上|今天][吃了什么|做了什么|买了什么|说了什么|穿了什么|梦见了什么]|请告诉我我{k}的电话号码|我{k}的电话是多少|我{k}最喜欢哪部电影|我{k}现在在哪儿|我{k}在干什么呢|我{k}在想什么|我{k}的车是什么颜色的|我{k}家的门是什么颜色|我{k}送了我什么生日礼物|我的抽屉里有几支笔|我口袋里有几枚硬币|我包里有几本书|我在纸上写了一个数，是几|我心里想的是什么动物|我手里拿着什么|猜猜我手上是什么|我桌上的盒子里装着什么|我身后是什么|今天谁按了我家门铃|我们星期天看了哪部电影|我房间里现在有几个人|我窗外天气怎么样|我邻居的狗叫什么|我邻居的车是什么颜色的|隔壁邻居昨晚几点睡的|我冰箱上的纸条写了什么|我今天早上坐的哪路车|上学时谁坐在我旁边|我昨天穿的什么|我今天走了多少步|我昨晚睡得好吗][？|]",
)
_DEEDS: Pair = (
    "[[Please |Can you |Could you |Would you |I want you to |Kindly |I'd like you to |Be so kind and |Go and |I need you to |Will you |You could |]{d} [a|the|my] {t}[ for me| right now|||][.|?|, please|]|The {t} is waiting, {d} it.|My {t}: {d} it, please.|It's time to {d} the {t}.|Don't forget to {d} my {t} tomorrow.|Would it be possible to {d} my {t}?|Somebody has to {d} the {t}. Will you?"
    "|Call [my mother|{p}|a taxi|the police|my office|the restaurant].|Order [a pizza|some flowers|a taxi|dinner for two] for me.|Remind me to water the plants [at six|tomorrow|tonight].|Wake me up at seven.|Turn [on|off] the [light|radio|heating|lamp in the hall].|Send [an email|a text|ten euros|flowers] to {p}.|Text {p} that I'm late.|Book [a flight to {c}|a table for four|a room in {c}].|Pay my [rent|bill|phone bill].|Save this to my desktop.|Take a photo of me.|Make me a sandwich.|Cook dinner for us.|Walk my dog.|Drive me to {c}.|Play some music.|Post this for me online.|Delete all my mails.|Restart my computer.|Print ten copies of this page.|Bring me a cup of tea.|Lock the front door.|Do the dishes for me.|Buy me a ticket to {c}.]",
    "[[请|帮我|你能|麻烦|请你|能不能|我要你|可以帮我|去|麻烦你]{d}{t}[吗？|。|]|该{d}{t}了，你来吧。|明天别忘了{d}我的{t}。|有人得{d}{t}，你来行吗？"
    "|给[我妈妈|{p}|公司|餐厅]打个电话。|帮我[点个披萨|订束花|叫辆车|点两个人的晚饭]。|[六点|明天|今晚]提醒我浇花。|七点叫我起床。|[打开|关掉][灯|收音机|暖气]。|给{p}发[邮件|短信|一条消息]。|告诉{p}我要迟到了。|订一张去{c}的机票。|订一个四人的桌子。|在{c}订个房间。|替我交[房租|电费|话费]。|把这个存到桌面。|给我拍张照。|给我做个三明治。|帮我做晚饭。|帮我遛狗。|开车送我去{c}。|放点音乐。|把这个发到网上。|删掉我所有的邮件。|重启我的电脑。|把这页打印十份。|给我倒杯茶。|把大门锁上。|帮我洗碗。|给我买张去{c}的票。]",
)
_ATTRIBUTE: Pair = (
    "[[What is|What's|Tell me|Do you know|I'd like to know|Give me|Can you tell me|Look up|I need|Could you find out] the {a} of {x}|{x}: what is the {a}|{x} - {a}|What {a} does {x} have|Which {a} has {x}|About {x}: what is the {a}|The {a} of {x} is what][?|]",
    "[{x}的{a}是什么|告诉我{x}的{a}|你知道{x}的{a}吗|{x}的{a}|想知道{x}的{a}|请问{x}的{a}是多少|{x}，{a}是什么|关于{x}，它的{a}是什么][？|。]",
)
_WAYS_PEOPLE = either(_PEOPLE, bank.PEOPLE)
_WAYS_CLOCK = either(_CLOCK, bank.CLOCK)
_WAYS_LIVE = either(_LIVE, bank.LIVE)
_WAYS_FAR = either(_FAR, bank.FAR, bank.FAR)
_NOT_KNOWN: Pair = ("I'm sorry, I don't know that.", "抱歉，这个我不知道。")
_SMALL: Pair = (" [I'm only a small model.|A bigger Qwen model may know it.]", "[我只是个小模型。|更大的 Qwen 模型也许知道。]")
# fmt: on


def _end(w: Writer, more: Pair) -> Pair:
    """The second half of an answer, left off where short ones are wanted."""
    return ("", "") if w.brief else more


def _name(rng: Random) -> str:
    word = invented(rng).capitalize()
    return f"{word} {invented(rng).capitalize()}" if rng.random() < 0.2 else word


def _said(w: Writer, asked: Pair, answer: Pair, more: Pair = ("", ""), **slots: Slot) -> list[Message]:
    """A question with values drawn for its slots, and its answer."""
    drawn: dict[str, Slot] = {
        "i": invented(w.rng), "j": invented(w.rng), "I": _name(w.rng), "c": w.pick(CITIES), "y": w.rng.randrange(200, 1900),
        "a": w.pick([a for a in ANIMALS if a[0][0] not in "aeiou"]), "p": person(w.rng, w.zh), "k": w.pick(CAPITALS)[0],
        "f": (liked := w.sample(w.pick((HOBBIES, DRINKS)), 2))[0], "g": liked[1],
    }  # fmt: skip
    end = _end(w, more)
    return [w.user(*asked, **(drawn | slots)), w.reply(answer[0] + end[0], answer[1] + end[1], **slots)]


def _deed(w: Writer) -> list[Message]:
    """Deeds in the world, with no tool at hand."""
    no = ("I'm sorry, I can't do that: I have no tool for it here.", "抱歉，这个我做不到，我这里没有工具。")
    return _said(w, _DEEDS, no, d=w.pick(DEEDS), t=w.pick(OBJECTS))


def _attribute(w: Writer) -> list[Message]:
    luck = w.rng.random()
    things = OBSCURE if luck < 0.3 else (*ANIMALS, *FOODS, *CITIES)
    x = invented(w.rng) if luck > 0.65 else w.pick(things)
    return _said(w, _ATTRIBUTE, _NOT_KNOWN, _SMALL, a=w.pick(_ATTRIBUTES), x=x)


def _capital(w: Writer) -> list[Message]:
    """Of a country that is none of the facts: only its name tells it from those."""
    name = _name(w.rng)
    x = w.pick(bank.FAR_COUNTRIES) if w.rng.random() < 0.7 else (name, name)
    return _said(w, CAPITAL_WAYS, _NOT_KNOWN, _SMALL, x=x, o=w.pick(CAPITALS)[0], c=w.pick(CITIES))


def _subject(w: Writer) -> list[Message]:
    """A subject that isn't among the topics, asked about like one of them."""
    if w.rng.random() < 0.5:
        x = w.pick(OBSCURE)
    else:
        en, zh = w.pick(_SUBJECTS)
        word = invented(w.rng)
        x = (en.replace("{i}", word.capitalize()), zh.replace("{i}", word.capitalize()))
    end = _end(w, (" [I'm a small model; a bigger Qwen model could explain it.|I'm only a small model.]", "[我是个小模型，更大的 Qwen 模型可以解释。|我只是个小模型。]"))  # fmt: skip
    if w.rng.random() < 0.12:
        return [in_one_line(w, x), w.reply("I'm sorry, I don't know enough about {x}.", "抱歉，我对{x}了解不够。", x=x)]
    return [
        about(w, x),
        w.reply("I'm sorry, I don't know enough about {x}." + end[0], "抱歉，我对{x}了解不够。" + end[1], x=x),
    ]


def _someone(w: Writer) -> list[Message]:
    name = person(w.rng, True) if w.zh else f"{person(w.rng, False)} {person(w.rng, False)}"
    if w.rng.random() < 0.3:
        return _said(
            w, _WAYS_PEOPLE, ("I'm sorry, I don't know who {x} is.", "抱歉，我不知道{x}是谁。"), x=w.pick(bank.FAMOUS)
        )
    return _said(w, _WAYS_PEOPLE, ("I'm sorry, I don't know who {x} is.", "抱歉，我不知道{x}是谁。"), x=name)


def _clock(w: Writer) -> list[Message]:
    return _said(w, _WAYS_CLOCK, ("I don't know: I have no clock. Please look at your device.", "我不知道，我没有时钟。请看看你的设备。"))  # fmt: skip


def _live(w: Writer) -> list[Message]:
    return _said(w, _WAYS_LIVE, ("I don't know. I have no access to news or live data.", "我不知道。我看不到新闻和实时数据。"))  # fmt: skip


def _far(w: Writer) -> list[Message]:
    return _said(w, _WAYS_FAR, _NOT_KNOWN, _SMALL)


def _future(w: Writer) -> list[Message]:
    return _said(w, bank.FUTURE, ("I don't know: I can't see into the future.", "我不知道，我看不到未来。"))


def _opinion(w: Writer) -> list[Message]:
    return _said(w, bank.OPINION, ("I have no opinions: I'm only a small model.", "我没有自己的看法，我只是个小模型。"))


def _advice(w: Writer) -> list[Message]:
    """Medical and legal questions belong to those who know."""
    if w.rng.random() < 0.5:
        return _said(w, _DOCTOR, _NOT_KNOWN, (" Please ask a doctor.", "请问医生。"))
    return _said(w, _LAWYER, _NOT_KNOWN, (" Please ask a lawyer.", "请问律师。"))


def _private(w: Writer) -> list[Message]:
    """What the user never told; none of it is a kind of fact that `memory` tells."""
    asked = w.pick((_PRIVATE, _RELATIVES, _RELATIVES))
    return _said(w, asked, ("You haven't told me yet.", "你还没告诉我。"), k=w.pick(KIN))


_KINDS: tuple[tuple[Callable[[Writer], list[Message]], int], ...] = (
    (_deed, 3), (_attribute, 3), (_capital, 3), (_subject, 5), (_someone, 3), (_clock, 2), (_live, 4), (_far, 6), (_advice, 2), (_private, 4), (_future, 1), (_opinion, 2),
)  # fmt: skip


# No tool could be meant to answer these.
_NO_ERRANDS = tuple(
    row for row in _KINDS if row[0] in (_capital, _subject, _someone, _far, _advice, _private, _opinion)
)


def unknown(w: Writer) -> list[Message]:
    """A question out of its reach gets an honest answer, and where it can the answer names the subject."""
    return _one_of(w, _KINDS)


def unknown_to_tools(w: Writer) -> list[Message]:
    """The same where tools are on offer, which might do a deed or know the time."""
    return _one_of(w, _NO_ERRANDS)


def _one_of(w: Writer, rows: Sequence[tuple[Callable[[Writer], list[Message]], int]]) -> list[Message]:
    kinds, weights = zip(*rows, strict=True)
    made: list[Message] = w.rng.choices(kinds, weights)[0](w)
    return made
