"""What a text can say of people, buildings, shops, companies, animals, towns, festivals, machines and books."""

from collections.abc import Callable
from dataclasses import dataclass

from training import words
from training.words import Pair
from training.writer import Slot, Writer

Value = Callable[[Writer], Slot]


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing a text can say: {n} is the one, {s} whose it is, {o} the one as an object, {a} the article of {x}.

    `near` says something that lies near and holds no answer. After a `person` for a value, "she" could be two.
    `label` is its line in a table, {x} in it.
    """

    said: Pair
    asked: Pair
    value: Value
    near: Pair | None = None
    person: bool = False
    label: Pair | None = None


def listed(pairs: list[Pair]) -> Value:
    return lambda w: w.pick(pairs) if w.rng.random() < 0.6 else words.invented(w.rng)


def whole(low: int, high: int) -> Value:
    return lambda w: w.rng.randrange(low, high)


def town(w: Writer) -> Slot:
    if w.rng.random() < 0.4:
        return w.pick(words.CITIES)
    first = words.invented(w.rng).capitalize()
    return first if w.rng.random() < 0.8 else f"{words.invented(w.rng, 1).capitalize()} {first}"


def person(w: Writer) -> str:
    """A name of one word or of two."""
    one = words.person(w.rng, w.zh)
    if not one.isascii() or w.rng.random() < 0.5:
        return one
    return f"{one} {words.invented(w.rng).capitalize()}"


def clock(w: Writer) -> Slot:
    return f"{w.rng.randrange(5, 24)}:{w.rng.choice(('00', '15', '30', '45'))}"


def date(w: Writer) -> Slot:
    month, day = w.rng.randrange(12), w.rng.randrange(1, 29)
    return f"{day} {words.MONTHS[month]}", f"{month + 1}月{day}日"


def month(w: Writer) -> Slot:
    month = w.rng.randrange(12)
    return words.MONTHS[month], f"{month + 1}月"


def name(w: Writer) -> Slot:
    return words.invented(w.rng).capitalize()


YEAR = whole(1200, 2030)
STUFFS: list[Pair] = [
    ("wood", "木头"), ("glass", "玻璃"), ("stone", "石头"), ("iron", "铁"), ("paper", "纸"), ("silver", "银"), ("brick", "砖"), ("steel", "钢"), ("clay", "陶土"),
]  # fmt: skip
_WARES: list[Pair] = [
    ("lamps", "灯"), ("clocks", "钟表"), ("boots", "靴子"), ("bicycles", "自行车"), ("toys", "玩具"), ("books", "书"), ("chairs", "椅子"), ("hats", "帽子"),
    ("pumps", "水泵"), ("ropes", "绳子"), ("candles", "蜡烛"), ("tents", "帐篷"), ("mirrors", "镜子"), ("drums", "鼓"), ("stamps", "邮票"), ("maps", "地图"),
]  # fmt: skip
_TRADES: list[Pair] = [*words.JOBS, ("florist", "花艺师"), ("tailor", "裁缝"), ("plumber", "水管工"), ("carpenter", "木匠"), ("dentist", "牙医"), ("clerk", "职员")]  # fmt: skip
_FEED: list[Pair] = [
    ("grass", "草"), ("fish", "鱼"), ("carrots", "胡萝卜"), ("berries", "浆果"), ("seeds", "种子"), ("leaves", "树叶"), ("nuts", "坚果"), ("apples", "苹果"),
]  # fmt: skip
TONGUES: list[Pair] = [
    ("French", "法语"), ("German", "德语"), ("Spanish", "西班牙语"), ("Russian", "俄语"), ("Japanese", "日语"), ("Italian", "意大利语"), ("Greek", "希腊语"),
]  # fmt: skip
_MUSIC: list[Pair] = [("piano", "钢琴"), ("guitar", "吉他"), ("harp", "竖琴"), ("organ", "风琴"), ("zither", "古筝"), ("lute", "琵琶")]  # fmt: skip

# fmt: off
LIVES = Trait(("{n} [lives in|has a home in|has settled in|makes a home in] {x}.", "{n}[住在|家住|定居在]{x}。"),
    ("[Where does {n} live|In which city does {n} live|What is {s} town|Where is the home of {n}|Which place does {n} call home|{n} lives where|Where is {n} at home|In what town can I find {s} home|Tell me where {n} lives.]", "{n}[住在[哪里|哪个城市|什么地方]|住哪儿|的家在哪里|把家安在哪里]"), town, ("{n} [moved house last year|likes the new flat].", "{n}[去年搬了家|很喜欢新房子]。"))
BORN = Trait(("{n} [was born in|comes from|grew up in] {x}.", "{n}[出生在|生于]{x}。"),
    ("[Where was {n} born|What is the birthplace of {n}|In which town was {n} born|What is {s} place of birth|{n} was born where|Where did {n} come into the world|What is {s} home town|Where does {n} come from]", "{n}[出生在哪里|在哪里出生|的出生地是哪里|生在什么地方|是在哪儿来到这个世界的]"), town)
JOB = Trait(("{n} [works as|earns a living as|is|has found work as] {a} {x}.", "{n}[的工作是|是一名|的职业是|当]{x}。"),
    ("[What is {s} job|What does {n} work as|What does {n} do for a living|What is the profession of {n}|Which job does {n} have|How does {n} earn money|What kind of work does {n} do|What is {n} by trade|What is {s} occupation|How does {n} make a living|What line of work is {n} in]", "{n}[的工作是什么|是做什么的|做什么工作|的职业是什么|靠什么谋生|从事什么职业|是干哪一行的]"), listed(_TRADES), ("{n} [works a lot|starts work early].", "{n}[工作很忙|很早就去上班]。"))
AGE = Trait(("{n} [is {x} years old|turned {x} this year|is {x} years of age].", "{n}[今年{x}岁|{x}岁了|已经{x}岁了]。"),
    ("[How old is {n}|What is {s} age|How many years old is {n}|What age is {n}|What is the age of {n}|How many years has {n} lived|What age does {n} have]", "{n}[多大了|今年几岁|多少岁|的年龄是多少|今年多大|年纪多大]"), whole(2, 99), ("{n} [had a birthday last week|is still young].", "{n}[上个星期过了生日|还年轻]。"))
FOOD = Trait(("{n} [likes {x} best|loves to eat {x}|eats {x} whenever possible].", "{n}[最喜欢吃|最爱吃|天天想吃]{x}。"),
    ("[What does {n} like to eat|What is {s} favourite food|What does {n} like to eat most|Which food does {n} prefer|What does {n} love to eat|What would {n} like on the plate]", "{n}[最喜欢吃什么|最爱吃什么|喜欢什么食物|爱吃的是什么]"), listed(words.FOODS), ("{n} [is a good eater|is often hungry].", "{n}[胃口很好|常常肚子饿]。"))
DOG = Trait(("[{n} has a dog called {x}|{s} dog is called {x}|{n} walks a dog named {x}|{s} dog answers to the name {x}].", "{n}[有一只狗叫|的狗叫|养了一只狗，名叫]{x}。"),
    ("[What is the name of {s} dog|What is {s} dog called|How is the dog of {n} called|Which name has {s} dog|What does {n} call the dog|By what name does {n} call the dog]", "{n}[的狗叫什么|的狗叫什么名字|给狗起了什么名字|养的狗叫什么]"), person, ("{n} has a [big|small|lively] dog.", "{n}有一只[很大的|可爱的]狗。"), True)
PARTNER = Trait(("{n} [is married to|is the partner of|has long been married to] {x}.", "{n}的[爱人|伴侣|另一半]是{x}。"),
    ("[Who is {n} married to|Who is married to {n}|Whom did {n} marry|Who is the wife or husband of {n}|Who is {s} partner|What is the name of {s} partner|Who shares {s} life]", "{n}[的爱人是谁|和谁结婚了|的伴侣是谁|的爱人叫什么|跟谁是一对]"), person, ("{n} [is married|got married in spring].", "{n}[已经结婚了|春天结的婚]。"), True)
PLAYS = Trait(("{n} [plays the {x}|has learned to play the {x}|can play the {x} well].", "{n}[会弹|弹得一手好|在学]{x}。"),
    ("[What does {n} play|Which instrument does {n} play|What instrument has {n} learned|On what does {n} make music|Which instrument can {n} play]", "{n}[弹什么乐器|的乐器是什么|弹什么|用什么乐器演奏]"), lambda w: w.pick(_MUSIC), ("{n} [loves music|often goes to concerts].", "{n}[热爱音乐|常去听音乐会]。"))
PHONE = Trait(("[The phone number of {n} is {x}|{s} number is {x}|You can reach {o} at {x}|To speak with {o}, dial {x}].", "[{n}的电话是{x}|{n}的号码是{x}|要找{n}，请打{x}]。"),
    ("[What is {s} phone number|What number does {n} have|Under which number can I call {n}|How can I reach {n} by phone|Which number should I dial for {n}|I want to ring {n}, what is the number]", "[{n}的电话是多少|{n}的号码是什么|打什么号码能找到{n}|怎么给{n}打电话]"), whole(1000, 99999), ("{n} [has a new phone|is often on the phone].", "{n}[换了新电话|常常打电话]。"))
SISTER = Trait(("[{s} sister is called {x}|{n} has a sister called {x}|{x} is {s} sister].", "{n}的[姐姐叫|妹妹叫|姐妹是]{x}。"),
    ("[What is {s} sister called|Who is {s} sister|What is the name of {s} sister|How is the sister of {n} called|Which name has {s} sister|Whom does {n} call sister]", "{n}的[姐妹叫什么|姐妹是谁|姐妹叫什么名字]"), person, ("{n} has a sister.", "{n}有一个姐妹。"), True)
FATHER = Trait(("[{s} father is called {x}|{s} father is {x}|{n} is a child of {x}|{x} is the father of {o}].", "{n}的[父亲叫|父亲是|爸爸是]{x}。"),
    ("[What is {s} father called|Who is {s} father|What is the name of {s} father|Whose child is {n}|Who is the father of {n}|Which name has {s} father]", "{n}的[父亲叫什么|父亲是谁|爸爸是谁|爸爸叫什么名字]"), person, ("The father of {n} is a kind man.", "{n}的父亲人很好。"), True)
CAME = Trait(("{n} [came here|moved here|arrived in town] in {x}.", "{n}[在{x}年来到这里|{x}年搬到这里|从{x}年起在这里]。"),
    ("[When did {n} come here|In which year did {n} come here|Since when is {n} here|What was the year {n} came here|Since what year has {n} been here|When did {n} arrive]", "{n}[哪一年来到这里|什么时候来到这里的|从哪一年起在这里|是哪年来的]"), whole(1900, 2030))
BIRTHDAY = Trait(("[{s} birthday is on {x}|{n} has a birthday on {x}|{n} celebrates a birthday on {x}].", "{n}[的生日是{x}|{x}过生日]。"),
    ("[When is {s} birthday|On what day is {s} birthday|What is the date of {s} birthday|When does {n} celebrate a birthday|On which date does {n} become a year older|When should I congratulate {n}]", "{n}[的生日是哪天|的生日是什么时候|哪天过生日|几月几日过生日]"), date, ("{n} likes birthdays.", "{n}喜欢过生日。"))
HOBBY = Trait(("[{s} hobby is {x}|{n} spends free hours on {x}|{n} enjoys {x} after work].", "{n}[的爱好是|业余时间喜欢|下班后常常]{x}。"),
    ("[What is {s} hobby|How does {n} spend free time|What does {n} do for fun|What does {n} enjoy|What does {n} like to do after work|Which pastime does {n} have]", "{n}[的爱好是什么|空闲时做什么|喜欢做什么|业余时间干什么]"), listed(words.HOBBIES), ("{n} has little free time.", "{n}空闲时间很少。"))
DRIVES = Trait(("[{n} drives a car from {x}|{s} car was made by {x}|{n} owns a car made by {x}].", "{n}[开的是{x}牌汽车|的汽车是{x}牌的]。"),
    ("[What car does {n} drive|Who made {s} car|Which brand is {s} car|What make of car does {n} have|From which maker is {s} car|Which firm built {s} car]", "{n}[开什么牌子的车|的车是什么牌子|的汽车是哪个牌子的]"), name, ("{n} has a fast car.", "{n}有一辆很快的车。"))
CHILDREN = Trait(("{n} [has {x} children|is the parent of {x} children|has brought up {x} children].", "{n}[有{x}个孩子|养了{x}个孩子]。"),
    ("[How many children does {n} have|How many kids has {n} got|What is the number of {s} children|{n} has how many children|How many sons and daughters does {n} have|How large is {s} flock of children]", "{n}[有几个孩子|有多少个孩子|生了几个孩子|家里有几个孩子]"), whole(2, 9), ("{n} likes children.", "{n}很喜欢孩子。"))
TALL = Trait(("{n} [is {x} centimetres tall|measures {x} centimetres|has a height of {x} centimetres].", "{n}[身高{x}厘米|有{x}厘米高]。"),
    ("[How tall is {n}|What is {s} height|How many centimetres does {n} measure|How many centimetres tall is {n}|What height does {n} have|How high does {n} reach]", "{n}[多高|有多高|的身高是多少|高多少厘米]"), whole(95, 210), ("{n} is rather tall.", "{n}个子挺高。"))
SPEAKS = Trait(("{n} [speaks {x} at home|is learning {x}|talks in {x} with friends].", "{n}[在家说|正在学|和朋友说]{x}。"),
    ("[Which language does {n} speak|What language does {n} use|Which tongue does {n} speak|What is {s} language|In what language does {n} talk|Which foreign language does {n} know]", "{n}[说什么语言|讲什么话|会哪种语言|用什么语言说话]"), lambda w: w.pick(TONGUES), ("{n} talks a lot.", "{n}话很多。"))
WORKPLACE = Trait(("{n} [has a desk at|is employed by|has a post at] {x}.", "{n}[在{x}上班|受雇于{x}]。"),
    ("[Where does {n} work|Who employs {n}|At which firm does {n} work|What is {s} employer|For whom does {n} work|At what company is {n} employed]", "{n}[在哪里上班|在哪家公司工作|的单位是哪里|受雇于谁]"), name)
STREET = Trait(("[{s} address is {x} Street|{n} can be found in {x} Street|You find {o} in {x} Street].", "{n}[的地址是{x}路|在{x}路]。"),
    ("[In which street is {n}|What is {s} address|Which street is {n} in|In what street can I find {n}|What street should I go to for {n}|On which street do I find {n}]", "{n}[在哪条路|的地址是什么|在什么路上|在哪条街]"), name)
RISES = Trait(("{n} [gets up at {x}|is out of bed at {x}|wakes at {x} each day].", "{n}[每天{x}起床|{x}就起来了]。"),
    ("[When does {n} get up|At what time does {n} get up|When does {n} wake up|What time is {n} out of bed|At which hour does {s} day begin|When does {n} rise]", "{n}[几点起床|什么时候起床|每天几点起来|一天从几点开始]"), lambda w: f"{w.rng.randrange(4, 11)}:{w.rng.choice(('00', '10', '20', '30', '45'))}", ("{n} gets up early.", "{n}起得很早。"))
BOSS = Trait(("[{s} boss is {x}|{n} works under {x}|{n} takes orders from {x}].", "{n}[的上司是|的老板是]{x}。"),
    ("[Who is {s} boss|Who gives {n} orders|Under whom does {n} work|What is the name of {s} boss|Who is above {n} at work|Whose orders does {n} follow]", "{n}[的上司是谁|的老板是谁|在谁手下工作|听谁的指挥]"), person, ("{n} likes the boss.", "{n}喜欢自己的上司。"), True)
FRIEND = Trait(("[{s} best friend is {x}|{n} has a close friend, {x}|{n} is best friends with {x}].", "{n}[最好的朋友是|的好友是]{x}。"),
    ("[Who is {s} best friend|Whom does {n} trust most as a friend|With whom is {n} friends|What is the name of {s} friend|Who is close to {n}|Who is {n} best friends with]", "{n}[最好的朋友是谁|和谁是好朋友|的好友叫什么|的朋友是谁]"), person, ("{n} has many friends.", "{n}有很多朋友。"), True)
COLLECTS = Trait(("{n} [collects {x}|keeps a collection of {x}|has shelves full of {x}].", "{n}[收集|收藏]{x}。"),
    ("[What does {n} collect|What is in {s} collection|Of what does {n} have a collection|Which things does {n} collect|What fills {s} shelves|What does {n} gather at home]", "{n}[收集什么|收藏什么|的收藏品是什么|喜欢收集什么]"), lambda w: w.pick(_WARES), ("{n} is a collector.", "{n}是个收藏家。"))
BUILT = Trait(("{n} [was built in {x}|was finished in {x}|dates from {x}|has stood since {x}].", "{n}[建于{x}年|是{x}年建成的|{x}年就有了]。"),
    ("[When was {n} built|In which year was {n} built|What is the year {n} was built|Since when does {n} stand|From which year is {n}|When did they build {n}|When was {n} put up|What year does {n} date from]", "{n}[建于哪一年|什么时候建的|是什么时候建成的|是哪年建的|建成的年份是什么|从哪年就有了]"), YEAR, ("{n} is [very|rather] old.", "{n}[很|相当]古老。"))
STANDS = Trait(("{n} [stands in|can be found in|is in|lies in] {x}.", "{n}[在|位于|坐落在]{x}。"),
    ("[Where does {n} stand|Where is {n}|In which town is {n}|Where can I find {n}|{n} is where|In what place is {n}|Where must I go to see {n}|What is the location of {n}]", "{n}[在哪里|在哪儿|在什么地方|位于哪里|坐落在何处|在哪个城市]"), town)
COSTS = Trait(("{n} [costs {x} coins|is on sale for {x} coins|can be bought for {x} coins].", "{n}[的价格是{x}元|卖{x}元|售价{x}元]。"),
    ("[How much does {n} cost|What is the price of {n}|How many coins is {n}|What must I pay for {n}|How expensive is {n}|What does {n} cost|How much money do I need for {n}|What do they ask for {n}]", "{n}[多少钱|的价格是多少|卖多少钱|要花多少元|的售价是多少|贵不贵，多少钱]"), whole(2, 5000), ("{n} is rather cheap.", "{n}不贵。"))
OWNER = Trait(("[{n} belongs to {x}|{n} is owned by {x}|{x} owns {o}].", "{n}[属于{x}|是{x}的|归{x}所有]。"),
    ("[Who owns {n}|To whom does {n} belong|Whose is {n}|Who does {n} belong to|Who is the owner of {n}|Whose property is {n}|In whose hands is {n}]", "{n}[属于谁|是谁的|的主人是谁|归谁所有|为谁所有]"), person, ("{n} has a new owner.", "{n}有了新主人。"), True)
COLOUR = Trait(("[The colour of {n} is {x}|{n} is painted {x}|{s} colour is {x}|{n} has been {x} from the start].", "{n}[的颜色是{x}|被刷成了{x}|一直是{x}]。"),
    ("[What colour is {n}|Which colour does {n} have|What is the colour of {n}|In which colour is {n}|What colour did they give {n}|In what colour is {n} painted]", "{n}[是什么颜色[的|]|的颜色是什么|被刷成什么颜色]"), listed(words.COLOURS), ("{n} has a nice colour.", "{n}的颜色很好看。"))
WEIGHS = Trait(("{n} [weighs {x} kilos|has a weight of {x} kilos|brings {x} kilos to the scales].", "{n}[重{x}公斤|有{x}公斤重|的重量是{x}公斤]。"),
    ("[How much does {n} weigh|What is the weight of {n}|What does {n} weigh|How many kilos is {n}|How heavy is {n}|How many kilos does {n} bring to the scales]", "{n}[有多重|多重|重多少公斤|的重量是多少|称起来多少公斤]"), whole(1, 900), ("{n} is quite heavy.", "{n}挺重的。"))
STUFF = Trait(("{n} [is made of|consists of|was made from] {x}.", "{n}[是用{x}做的|由{x}制成|的材料是{x}]。"),
    ("[What is {n} made of|Which material is {n} made of|What material is {n}|From what is {n} made|What was used to make {n}|What does {n} consist of]", "{n}[是用什么做的|是什么材料做的|由什么制成|的材料是什么]"), lambda w: w.pick(STUFFS))
OPENS = Trait(("{n} [opens at {x}|lets people in from {x}|opens its doors at {x}].", "{n}[{x}开门|从{x}开始营业|{x}开放]。"),
    ("[When does {n} open|At what time does {n} open|From when is {n} open|How early does {n} open|What time can I go to {n}|From what time may I enter {n}|What is the opening time of {n}]", "{n}[几点开门|什么时候开门|几点开|从几点开始营业|的开门时间是几点]"), clock, ("{n} is open every day.", "{n}每天都开。"))
CLOSES = Trait(("{n} [closes at {x}|shuts at {x}|shuts its doors at {x}].", "{n}[{x}关门|到{x}结束营业|{x}就关了]。"),
    ("[When does {n} close|At what time does {n} shut|Until when is {n} open|What is the closing time of {n}|How late can I visit {n}|When do they lock up {n}]", "{n}[几点关门|什么时候关门|开到几点|的关门时间是几点|营业到几点]"), clock, ("{n} is open every day.", "{n}每天都开。"))
TICKET = Trait(("[A ticket for {n} costs {x} coins|Visitors of {n} pay {x} coins|Entry to {n} is {x} coins].", "[{n}的门票是{x}元|去{n}要买{x}元的票|进{n}要付{x}元]。"),
    ("[How much is a ticket for {n}|What is the ticket price of {n}|What do visitors of {n} pay|How many coins is the entry to {n}|What does it cost to visit {n}|How much must I pay to get into {n}]", "[{n}的门票多少钱|{n}的票价是多少|去{n}要付多少钱|进{n}要花多少元|参观{n}要多少钱]"), whole(2, 90), ("Tickets for {n} are sold at the gate.", "{n}的门票在门口卖。"))
HIGH = Trait(("{n} [is {x} metres high|rises {x} metres|has a height of {x} metres].", "{n}[高{x}米|有{x}米高|的高度是{x}米]。"),
    ("[How high is {n}|What is the height of {n}|How many metres high is {n}|How tall is {n}|How many metres does {n} rise|What height does {n} have]", "{n}[有多高|多高|高多少米|的高度是多少|有多少米高]"), whole(2, 900), ("{n} is very high.", "{n}很高。"))
LONG = Trait(("{n} [is {x} metres long|has a length of {x} metres|runs for {x} metres].", "{n}[长{x}米|有{x}米长|的长度是{x}米]。"),
    ("[How long is {n}|What is the length of {n}|How many metres long is {n}|What length does {n} have|How many metres does {n} run|How many metres is it from one end of {n} to the other]", "{n}[有多长|多长|长多少米|的长度是多少|有多少米长]"), whole(2, 9000), ("{n} is very long.", "{n}很长。"))
FLOORS = Trait(("{n} [has {x} floors|was built with {x} floors|is {x} floors tall].", "{n}[有{x}层|一共{x}层]。"),
    ("[How many floors does {n} have|How many storeys has {n}|What is the number of floors of {n}|{n} has how many floors|How many levels are in {n}|Over how many floors does {n} go]", "{n}[有几层|有多少层|一共几层|的楼层数是多少]"), whole(2, 60))
ROOMS = Trait(("{n} [has {x} rooms|holds {x} rooms|counts {x} rooms].", "{n}[有{x}个房间|一共有{x}间房]。"),
    ("[How many rooms does {n} have|How many rooms are in {n}|What is the number of rooms of {n}|{n} has how many rooms|How many rooms can one find in {n}|How many rooms does {n} count]", "{n}[有几个房间|有多少房间|里有多少间房|一共几间房]"), whole(2, 400))
DESIGNED = Trait(("[{n} was designed by {x}|{x} drew the plans for {o}|{s} designer was {x}].", "{n}[是{x}设计的|由{x}设计|的设计者是{x}]。"),
    ("[Who designed {n}|Who drew the plans for {n}|Whose design is {n}|Who was the designer of {n}|Who is behind the design of {n}|By whom was {n} designed]", "{n}[是谁设计的|由谁设计|的设计者是谁|出自谁的设计]"), person, ("{n} is well designed.", "{n}设计得很好。"), True)
FOUNDED = Trait(("{n} [was founded in {x}|was set up in {x}|began in {x}|has existed since {x}].", "{n}[成立于{x}年|是{x}年创办的|{x}年开始]。"),
    ("[When was {n} founded|In which year was {n} set up|Since when does {n} exist|When did {n} begin|In what year did {n} start|What is the founding year of {n}|How far back does {n} go, to which year]", "{n}[成立于哪一年|是什么时候创办的|是哪年开始的|从哪一年起就有了|的创办年份是什么]"), YEAR, ("{n} is [very|rather] old.", "{n}历史[很|相当]悠久。"))
FOUNDER = Trait(("[{n} was founded by {x}|{x} founded {o}|{s} founder is {x}|{x} started {o}].", "{n}[是{x}创办的|由{x}创立|的创始人是{x}]。"),
    ("[Who founded {n}|Who started {n}|Who is the founder of {n}|By whom was {n} set up|Who set up {n}|Whose idea was {n}]", "{n}[是谁创办的|由谁创立|的创始人是谁|是谁办起来的]"), person, None, True)
STAFF = Trait(("{n} [employs {x} people|has a staff of {x}|gives work to {x} people].", "{n}[有{x}名员工|雇了{x}个人]。"),
    ("[How many people does {n} employ|How many people work for {n}|How large is the staff of {n}|What is the number of workers of {n}|How many employees does {n} have|{n} gives work to how many people]", "{n}[有多少员工|有多少人上班|雇了多少人|的员工有几名]"), whole(2, 9000), ("{n} is looking for staff.", "{n}正在招人。"))
WARES = Trait(("{n} [sells {x}|deals in {x}|makes and sells {x}].", "{n}[卖|专卖|出售]{x}。"),
    ("[What does {n} sell|What can I buy from {n}|What goods does {n} offer|In what does {n} deal|What is on sale at {n}|Which wares does {n} have]", "{n}[卖什么|出售什么|卖的是什么东西|有什么商品]"), lambda w: w.pick(_WARES), ("{n} sells fine things.", "{n}的东西很好。"))
OFF = Trait(("{n} [is closed on {x}|stays shut on {x}|takes a rest on {x}].", "{n}[{x}休息|{x}不开门]。"),
    ("[On which day is {n} closed|When is {n} closed all day|What day does {n} stay shut|Which day of the week is {n} closed|On what day can't I visit {n}|Which is the day of rest of {n}]", "{n}[星期几休息|哪天不开门|每周哪天休息|哪一天关门休息]"), lambda w: w.pick(words.DAYS), ("{n} has long opening hours.", "{n}开放时间很长。"))
HEAD = Trait(("[{n} is run by {x}|{n} is led by {x}|{x} is in charge of {o}].", "{n}[由{x}管理|的负责人是{x}|由{x}领导]。"),
    ("[Who runs {n}|Who leads {n}|Who is in charge of {n}|Who is the head of {n}|By whom is {n} led|Who manages {n}]", "{n}[由谁管理|的负责人是谁|由谁领导|谁在管]"), person, ("{n} is well run.", "{n}管理得很好。"), True)
ROAD = Trait(("[The nearest stop to {n} is {x}|For {n}, get off at {x}|The train station for {n} is {x}].", "[离{n}最近的车站是{x}站|去{n}要在{x}站下车]。"),
    ("[What is the nearest stop to {n}|Where do I get off for {n}|Which station is close to {n}|At what stop must I leave the train for {n}|What is the station for {n}|Which stop is best for {n}]", "[离{n}最近的车站是哪个|去{n}在哪站下车|{n}附近是什么站|到{n}要在哪一站下]"), name)
VISITORS = Trait(("{n} [has {x} visitors a year|draws {x} guests each year|welcomes {x} people a year].", "{n}[每年有{x}名游客|一年接待{x}人]。"),
    ("[How many visitors does {n} have|How many people visit {n} in a year|How many guests come to {n}|What is the yearly number of visitors of {n}|How many people does {n} draw|{n} gets how many visitors]", "{n}[每年有多少游客|一年接待多少人|每年有多少人参观|的游客有多少]"), whole(100, 90000), ("{n} has many visitors.", "{n}游客很多。"))
EATS = Trait(("{n} [eats {x}|lives on {x}|is fed with {x}].", "{n}[吃{x}|以{x}为食|爱吃{x}]。"),
    ("[What does {n} eat|What is {n} fed with|On what does {n} live|What is the food of {n}|What do they feed {n}|Which food is right for {n}]", "{n}[吃什么|以什么为食|的食物是什么|要喂什么]"), lambda w: w.pick(_FEED), ("{n} is always hungry.", "{n}总是很饿。"))
DWELLS = Trait(("{n} [lives in the zoo of|has a den in|was brought to] {x}.", "{n}[在{x}的动物园里|生活在{x}]。"),
    ("[Where does {n} live|In which town is {n}|Where can I see {n}|Where is the home of {n}|In what place does {n} live|To which town must I go for {n}]", "{n}[住在哪里|生活在什么地方|在哪个城市|在哪儿能看到]"), town)
KEEPER = Trait(("[{n} is looked after by {x}|{x} looks after {o}|{s} keeper is {x}].", "{n}[由{x}照顾|的饲养员是{x}]。"),
    ("[Who looks after {n}|Who takes care of {n}|Who is the keeper of {n}|By whom is {n} cared for|In whose care is {n}|Who minds {n}]", "{n}[由谁照顾|的饲养员是谁|谁在照顾|是谁在养]"), person, ("{n} is well cared for.", "{n}得到很好的照顾。"), True)
SLEEPS = Trait(("{n} [sleeps {x} hours a day|rests for {x} hours each day|spends {x} hours a day asleep].", "{n}[每天睡{x}个小时|一天要睡{x}小时]。"),
    ("[How many hours does {n} sleep|How long does {n} sleep|How much sleep does {n} get|For how many hours does {n} rest|How many hours a day is {n} asleep|{n} sleeps how long]", "{n}[每天睡几个小时|一天睡多久|要睡多长时间|睡多少小时]"), whole(3, 22), ("{n} sleeps a lot.", "{n}很能睡。"))
YOUNG = Trait(("{n} [has {x} young ones|gave birth to {x} young ones|is raising {x} young ones].", "{n}[有{x}只幼崽|生了{x}只小的]。"),
    ("[How many young ones does {n} have|How many little ones has {n}|What is the number of {s} young|How many babies did {n} get|How many young is {n} raising|{n} has how many young ones]", "{n}[有几只幼崽|生了几只|有多少只小的|养了几只幼崽]"), whole(2, 13))
SPEED = Trait(("{n} [runs at {x} kilometres an hour|reaches {x} kilometres an hour|can do {x} kilometres an hour].", "{n}[每小时能跑{x}公里|时速{x}公里|的速度是每小时{x}公里]。"),
    ("[How fast is {n}|What is the speed of {n}|How many kilometres an hour can {n} do|What speed does {n} reach|How quick is {n}|At what speed does {n} go]", "{n}[有多快|的速度是多少|每小时跑多少公里|时速多少|跑得多快]"), whole(3, 320), ("{n} is very fast.", "{n}很快。"))
NICK = Trait(("{n} [goes by the nickname {x}|is nicknamed {x}|is known to all as {x}].", "{n}[的外号是|的绰号叫|人称]{x}。"),
    ("[What is the nickname of {n}|What do people call {n}|By what nickname does {n} go|As what is {n} known|Which nickname did {n} get|What other name has {n}]", "{n}[的外号是什么|的绰号叫什么|被人叫做什么|还有什么名字]"), name)
FEARS = Trait(("{n} [is afraid of {x}|fears {x}|runs away from {x}].", "{n}[害怕|最怕|怕]{x}。"),
    ("[What is {n} afraid of|What does {n} fear|What frightens {n}|What scares {n}|From what does {n} run away|Which thing makes {n} afraid]", "{n}[怕什么|害怕什么|被什么吓到|最怕的是什么]"), lambda w: w.pick((("thunder", "打雷"), ("water", "水"), ("cars", "汽车"), ("drums", "鼓声"), ("snow", "雪"), ("fire", "火"), ("bells", "铃声"))))
PEOPLE_IN = Trait(("{n} [has {x} inhabitants|is home to {x} people|counts {x} people].", "{n}[有{x}名居民|的人口是{x}|住着{x}人]。"),
    ("[How many inhabitants does {n} have|How many people live in {n}|What is the population of {n}|{n} is home to how many people|How many people does {n} count|How large is the population of {n}]", "{n}[有多少居民|的人口是多少|住着多少人|有多少人口]"), whole(40, 90000), ("{n} has few inhabitants.", "{n}居民很少。"))
MAYOR = Trait(("[The mayor of {n} is {x}|{s} mayor is called {x}|{n} elected {x} as mayor].", "[{n}的镇长是{x}|{n}选了{x}当镇长]。"),
    ("[Who is the mayor of {n}|What is the name of {s} mayor|Who was elected mayor of {n}|What is the mayor of {n} called|Who governs {n}|Who holds the office of mayor in {n}]", "{n}[的镇长是谁|选了谁当镇长|的镇长叫什么|归谁治理]"), person, ("{n} has a mayor.", "{n}有一位镇长。"), True)
FERRY = Trait(("[The ferry to {n} leaves from {x}|Boats to {n} start in {x}|To get to {n}, take the boat from {x}].", "[去{n}的船从{x}出发|到{n}要在{x}坐船]。"),
    ("[Where does the ferry to {n} leave from|From where do boats go to {n}|Where can I take a boat to {n}|In which port does the ferry to {n} start|Where must I board for {n}|From which town can I sail to {n}]", "[去{n}的船从哪里出发|到{n}要在哪里坐船|在哪里上船去{n}|哪儿有船去{n}]"), town, ("A ferry goes to {n}.", "有船去{n}。"))
AREA = Trait(("{n} [covers {x} hectares|has an area of {x} hectares|takes up {x} hectares].", "{n}[面积{x}公顷|占地{x}公顷]。"),
    ("[How large is {n}|What is the area of {n}|How many hectares does {n} cover|How big is {n}|How many hectares is {n}|What size does {n} have]", "{n}[有多大|的面积是多少|占地多少公顷|多大面积]"), whole(2, 9000), ("{n} is not very large.", "{n}不太大。"))
KNOWN = Trait(("{n} [is famous for its {x}|is known for its {x}|is proud of its {x}].", "{n}[以{x}闻名|因{x}出名]。"),
    ("[What is {n} famous for|For what is {n} known|What made {n} famous|Why do people know {n}|What is {n} proud of|What is {n} best known for]", "{n}[以什么闻名|因什么出名|出名的是什么|靠什么有名]"), lambda w: w.pick(_WARES), ("{n} is famous.", "{n}很有名。"))
TALK = Trait(("[People in {n} speak {x}|The language of {n} is {x}|{s} people speak {x}].", "{n}[人说|的语言是|那里讲]{x}。"),
    ("[Which language do people in {n} speak|What is the language of {n}|What is spoken in {n}|In which language can I talk to people in {n}|What tongue do they speak in {n}|Which language is used in {n}]", "{n}[人说什么语言|的语言是什么|那里讲什么话|用什么语言]"), lambda w: w.pick(TONGUES))
PORT = Trait(("[The port of {n} is called {x}|{s} port has the name {x}|Ships to {n} enter the port {x}].", "{n}的[港口叫|码头叫]{x}。"),
    ("[What is the port of {n} called|What is the name of {s} port|Which port does {n} have|Which port belongs to {n}|What name has the port of {n}|Into which port of {n} do ships come]", "{n}的[港口叫什么|码头叫什么|港口叫什么名字|码头有什么名字]"), name, ("{n} has a port.", "{n}有一个港口。"))
HILL = Trait(("[The highest hill of {n} is the {x}|{s} highest hill is the {x}|Above {n} rises the {x}, its highest hill].", "{n}[最高的山是{x}山|的最高峰叫{x}山]。"),
    ("[What is the highest hill of {n}|Which hill of {n} is the highest|What is {s} highest hill called|Which hill rises above {n}|What is the name of the highest hill of {n}|Which hill is above all others in {n}]", "{n}[最高的山是什么|的最高峰叫什么|哪座山最高|最高的山叫什么名字]"), name, ("{n} has many hills.", "{n}有很多山。"))
MONTH = Trait(("{n} [takes place in {x}|is held in {x}|is celebrated in {x}].", "{n}[在{x}举行|每年{x}举办]。"),
    ("[When does {n} take place|In which month is {n} held|What month is {n} in|When is {n} celebrated|In what month can I go to {n}|Which month is the month of {n}]", "{n}[什么时候举行|在几月举办|是哪个月的|在哪个月]"), month, ("{n} takes place every year.", "{n}每年都举行。"))
DAYS_LONG = Trait(("{n} [lasts {x} days|goes on for {x} days|takes {x} days].", "{n}[持续{x}天|一共{x}天|要办{x}天]。"),
    ("[How long does {n} last|How many days does {n} last|For how many days does {n} go on|What is the length of {n} in days|How many days does {n} take|{n} goes on for how long]", "{n}[持续几天|一共几天|办多少天|要多长时间]"), whole(2, 30), ("{n} is short.", "{n}很短。"))
STARTS = Trait(("{n} [starts at {x}|begins at {x}|gets going at {x}].", "{n}[{x}开始|从{x}开始]。"),
    ("[At what time does {n} start|When does {n} begin|What time does {n} get going|At which hour does {n} start|How early does {n} begin|From what time is {n} on]", "{n}[几点开始|什么时候开始|从几点开始|的开始时间是几点]"), clock, ("{n} starts on time.", "{n}准时开始。"))
HELD = Trait(("{n} [is held in|takes place in|is celebrated in] {x}.", "{n}[在{x}举行|的举办地是{x}]。"),
    ("[Where is {n} held|In which town is {n}|Where does {n} take place|Where must I go for {n}|Which town is the home of {n}|In what place is {n} celebrated]", "{n}[在哪里举行|的举办地是哪里|在哪个城市办|在什么地方]"), town)
PRIZE = Trait(("[The winner of {n} gets {x} coins|The prize of {n} is {x} coins|Whoever wins at {n} is given {x} coins].", "[{n}的奖金是{x}元|在{n}获胜能得{x}元]。"),
    ("[What does the winner of {n} get|How large is the prize of {n}|How many coins is the prize of {n}|What can I win at {n}|How much money can one win at {n}|What sum goes to the winner of {n}]", "[{n}的奖金是多少|在{n}获胜能得多少钱|{n}的奖有多少元|赢了{n}能拿多少]"), whole(10, 9000), ("There is a prize at {n}.", "{n}设有奖金。"))
WINNER = Trait(("[Last year {n} was won by {x}|The last winner of {n} was {x}|{x} won last at {n}].", "[去年{n}的冠军是{x}|{n}去年由{x}获胜]。"),
    ("[Who won {n} last year|Who was the last winner of {n}|Last year, who won at {n}|By whom was {n} won last year|Who came first at {n} last year|Whose victory did {n} see last year]", "[去年谁赢了{n}|{n}去年的冠军是谁|{n}去年由谁获胜|谁是{n}去年的赢家]"), person, ("{n} had a winner last year.", "{n}去年有人获胜。"), True)
SERVED = Trait(("[Guests of {n} are served {x}|At {n} people eat {x}|The dish of {n} is {x}].", "[{n}上大家吃{x}|{n}的招牌菜是{x}]。"),
    ("[What do people eat at {n}|What are guests of {n} served|What is the dish of {n}|Which food is there at {n}|What is on the plates at {n}|What can I eat at {n}]", "{n}[上吃什么|的招牌菜是什么|有什么吃的|能吃到什么]"), listed(words.FOODS))
SPONSOR = Trait(("[{n} is paid for by {x}|{x} pays for {o}|{s} sponsor is {x}].", "{n}[由{x}出资|的赞助商是{x}]。"),
    ("[Who pays for {n}|Who is the sponsor of {n}|By whom is {n} paid for|Whose money makes {n} possible|Who gives the money for {n}|Which sponsor does {n} have]", "{n}[由谁出资|的赞助商是谁|的钱是谁出的|靠谁赞助]"), name)
MADE_BY = Trait(("[{n} was made by {x}|{s} maker is {x}|{x} makes {o}].", "{n}[是{x}制造的|的厂家是{x}|由{x}生产]。"),
    ("[Who made {n}|Which firm makes {n}|Who is the maker of {n}|What is the brand of {n}|By whom was {n} made|From which maker does {n} come]", "{n}[是谁制造的|的厂家是哪家|由谁生产|是什么牌子]"), name)
BATTERY = Trait(("{n} [runs {x} hours on one charge|works {x} hours without a break|needs a charge after {x} hours].", "{n}[充一次电能用{x}小时|可以连续工作{x}小时]。"),
    ("[How many hours does {n} run|How long does {n} work on one charge|After how many hours must I charge {n}|How long does the battery of {n} last|For how many hours can I use {n}|What is the running time of {n}]", "{n}[能用几个小时|充一次电用多久|能连续工作多长时间|的电池能用多久]"), whole(2, 96), ("{n} has a battery.", "{n}有电池。"))
WARRANTY = Trait(("[{n} has a warranty of {x} months|The warranty of {n} lasts {x} months|{n} is under warranty for {x} months].", "{n}[保修{x}个月|的保修期是{x}个月]。"),
    ("[How long is the warranty of {n}|How many months is {n} under warranty|What warranty does {n} have|For how many months can I have {n} mended free|What is the warranty period of {n}|How many months of warranty come with {n}]", "{n}[保修多久|的保修期是多长|保修几个月|能免费修几个月]"), whole(3, 120), ("{n} comes with a warranty.", "{n}有保修。"))
POWER = Trait(("{n} [uses {x} watts|needs {x} watts|draws {x} watts].", "{n}[的功率是{x}瓦|耗电{x}瓦]。"),
    ("[How many watts does {n} use|What is the power of {n}|How much power does {n} need|How many watts does {n} draw|What does {n} take in watts|{n} needs how many watts]", "{n}[的功率是多少|耗电多少瓦|用多少瓦|需要多大功率]"), whole(5, 9000), ("{n} needs little power.", "{n}很省电。"))
MODEL = Trait(("[The model number of {n} is {x}|{s} model number is {x}|{n} carries the model number {x}].", "{n}[的型号是|标着型号]{x}。"),
    ("[What is the model number of {n}|Which model number does {n} carry|What model is {n}|Which model is {n}|Under what model number is {n} sold|What number is on {n}]", "{n}[的型号是什么|是什么型号|标的型号是多少|是哪个型号]"), lambda w: f"{words.invented(w.rng, 1)[:2].upper()}-{w.rng.randrange(10, 999)}")
INVENTED = Trait(("[{n} was invented by {x}|{s} inventor is {x}|{x} invented {o}].", "{n}[是{x}发明的|的发明者是{x}]。"),
    ("[Who invented {n}|Who is the inventor of {n}|Whose invention is {n}|By whom was {n} invented|Who came up with {n}|Who had the idea for {n}]", "{n}[是谁发明的|的发明者是谁|是谁的发明|是谁想出来的]"), person, None, True)
BOUGHT = Trait(("{n} [was bought in {x}|has been in use since {x}|was put to work in {x}].", "{n}[是{x}年买的|{x}年开始使用]。"),
    ("[When was {n} bought|In which year was {n} bought|Since when is {n} in use|When did they buy {n}|When was {n} put to work|What year is {n} from]", "{n}[是哪年买的|什么时候买的|从哪年开始用|是哪一年开始使用的]"), whole(1960, 2030))
ROOM = Trait(("{n} [stands in room {x}|is kept in room {x}|can be found in room {x}].", "{n}[放在{x}号房间|在{x}号房]。"),
    ("[In which room is {n}|Where is {n} kept|What room is {n} in|Where can I find {n}|Which room must I go to for {n}|Where do they keep {n}]", "{n}[放在哪里|在几号房间|在哪个房间|放在几号房]"), whole(1, 600))
AUTHOR = Trait(("[{n} was written by {x}|{x} wrote {o}|{x} is the author of {o}].", "{n}[是{x}写的|的作者是{x}|出自{x}之手]。"),
    ("[Who wrote {n}|Who is the author of {n}|By whom was {n} written|Whose book is {n}|From whose pen does {n} come|What is the name of the author of {n}]", "{n}[是谁写的|的作者是谁|出自谁之手|是谁的作品]"), person, ("{n} was written by hand.", "{n}是用手写的。"), True)
PAGES = Trait(("{n} [has {x} pages|runs to {x} pages|fills {x} pages].", "{n}[有{x}页|一共{x}页]。"),
    ("[How many pages does {n} have|How long is {n}|How many pages are in {n}|What is the number of pages of {n}|How thick is {n}, how many pages|{n} has how many pages]", "{n}[有多少页|一共几页|有多厚，多少页|的页数是多少]"), whole(12, 1900), ("{n} is rather thick.", "{n}相当厚。"))
OUT = Trait(("{n} [came out in {x}|was published in {x}|was first printed in {x}].", "{n}[出版于{x}年|是{x}年出版的]。"),
    ("[When did {n} come out|In which year was {n} published|When was {n} published|What year is {n} from|When was {n} first printed|Since which year can one read {n}]", "{n}[是哪年出版的|什么时候出版的|出版于哪一年|的出版年份是什么]"), YEAR, ("{n} is an old book.", "{n}是一本旧书。"))
PUBLISHER = Trait(("[{n} is published by {x} Press|{x} Press brought out {o}|{s} publisher is {x} Press].", "{n}[由{x}出版社出版|的出版社是{x}出版社]。"),
    ("[Who published {n}|Which press brought out {n}|What is the publisher of {n}|At which press did {n} come out|By whom is {n} published|What publishing house printed {n}]", "{n}[由哪家出版社出版|的出版社是哪家|是哪里出版的|是哪个出版社的]"), name)
ABOUT = Trait(("{n} [is about|tells of|tells the story of] {a} {x}.", "{n}[讲的是|说的是]一个{x}的故事。"),
    ("[What is {n} about|Who is {n} about|Of whom does {n} tell|What is the subject of {n}|Whose story does {n} tell|Who is the hero of {n}]", "{n}[讲的是什么|讲了谁的故事|说的是什么人|的主人公是什么人]"), lambda w: w.pick([j for j in words.JOBS if j[0] != "student"]), ("{n} has a hero.", "{n}有一个主人公。"))
SOLD = Trait(("[{x} copies of {n} have been sold|{n} has sold {x} copies|{n} found {x} buyers].", "{n}[卖了{x}本|售出{x}册]。"),
    ("[How many copies of {n} have been sold|How many copies has {n} sold|How often was {n} sold|How many buyers did {n} find|How many people bought {n}|What are the sales of {n}]", "{n}[卖了多少本|售出多少册|的销量是多少|有多少人买]"), whole(100, 90000), ("{n} sells well.", "{n}卖得很好。"))
CHAPTERS = Trait(("{n} [has {x} chapters|is split into {x} chapters|comes in {x} chapters].", "{n}[有{x}章|分为{x}章]。"),
    ("[How many chapters does {n} have|Into how many chapters is {n} split|What is the number of chapters of {n}|How many chapters are in {n}|How many chapters must I read in {n}|{n} comes in how many chapters]", "{n}[有几章|分为多少章|一共几章|有多少章]"), whole(3, 90))
WRITTEN_IN = Trait(("{n} [was written in {x}|was first told in {x}|is in {x}].", "{n}[是用{x}写的|的语言是{x}]。"),
    ("[In which language was {n} written|What language is {n} in|Which tongue was used for {n}|In what language was {n} first told|What is the language of {n}|Which language must I know to read {n}]", "{n}[是用什么语言写的|的语言是什么|是哪种语言的|用的是什么语言]"), lambda w: w.pick(TONGUES))
SHELF = Trait(("{n} [stands on shelf {x}|has its place on shelf {x}|belongs on shelf {x}].", "{n}[放在第{x}号书架|在{x}号书架上]。"),
    ("[On which shelf is {n}|Where does {n} stand|What shelf is {n} on|Where can I find {n}|Which shelf does {n} belong on|Where do I have to look for {n}]", "{n}[在几号书架|放在哪里|在哪个书架上|要到几号书架找]"), whole(1, 400))
PAINTED = Trait(("[The pictures in {n} are by {x}|{x} drew the pictures for {n}|{s} pictures come from {x}].", "{n}的插图[是{x}画的|出自{x}之手]。"),
    ("[Who drew the pictures for {n}|Whose pictures are in {n}|Who made the pictures of {n}|Whose drawings does {n} hold|Who is the artist of the pictures in {n}]", "{n}的插图[是谁画的|出自谁之手|由谁创作|的作者是谁]"), person, ("There are pictures in {n}.", "{n}有插图。"), True)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing: what its names are made of ("{w}" a name nobody has met), what can be said of it, what any of it is."""

    names: tuple[Pair, ...]
    traits: tuple[Trait, ...]
    noun: Pair = ("", "")


PEOPLE = Kind((), (
    LIVES, BORN, JOB, AGE, FOOD, DOG, PARTNER, PLAYS, PHONE, CAME, BIRTHDAY, HOBBY, DRIVES, CHILDREN, TALL, SPEAKS, WORKPLACE, RISES, BOSS, FRIEND, COLLECTS, NICK, SISTER, FATHER,
))
BUILDINGS = Kind(
    tuple((f"{way} {en}", f"{w}{zh}") for en, zh in (("bridge", "桥"), ("tower", "塔"), ("castle", "城堡"), ("museum", "博物馆"), ("theatre", "剧院"), ("library", "图书馆"), ("hotel", "酒店"), ("hospital", "医院"), ("school", "学校"))
          for way, w in (("the {w}", "{w}"), ("the {w}", "{w}"), ("the old", "老"), ("the new", "新"), ("the red", "红"))),
    (BUILT, STANDS, COSTS, OWNER, COLOUR, STUFF, OPENS, CLOSES, TICKET, HIGH, LONG, FLOORS, ROOMS, DESIGNED, OFF, HEAD, ROAD, VISITORS, AREA, STREET, NICK, PHONE), ("the place", "这个地方"))
SHOPS = Kind(
    tuple((f"{way} {en}", f"{w}{zh}") for en, zh in (("bakery", "面包店"), ("bookshop", "书店"), ("café", "咖啡馆"), ("market", "市场"), ("restaurant", "餐厅"), ("toy shop", "玩具店"), ("flower shop", "花店"))
          for way, w in (("the {w}", "{w}"), ("the {w}", "{w}"), ("the little", "小"), ("the new", "新"))),
    (STANDS, OWNER, COLOUR, OPENS, CLOSES, FOUNDED, FOUNDER, STAFF, WARES, OFF, HEAD, ROAD, VISITORS, STREET, PHONE, KNOWN, COSTS, AREA, NICK, ROOMS), ("the shop", "这家店"))
COMPANIES = Kind(
    (("{w}", "{w}"), ("{w} Works", "{w}工厂"), ("{w} and {w}", "{w}公司"), ("the {w} company", "{w}公司"), ("the {w} bank", "{w}银行"), ("{w} Travel", "{w}旅行社")),
    (STANDS, OWNER, FOUNDED, FOUNDER, STAFF, WARES, HEAD, PHONE, STREET, KNOWN, OPENS, CLOSES, OFF, ROAD, AREA, FLOORS, ROOMS, NICK, COSTS, VISITORS), ("the company", "这家公司"))
ANIMALS = Kind(
    tuple((f"the {en}{more}", f"{zh}{more.strip()}") for en, zh in words.ANIMALS for more in ("", " {w}", " {w}")),
    (AGE, WEIGHS, COLOUR, OWNER, EATS, DWELLS, KEEPER, SLEEPS, YOUNG, SPEED, NICK, FEARS, CAME, BIRTHDAY, TALL, COSTS, BORN, FRIEND, VISITORS), ("the animal", "这只动物"))
TOWNS = Kind(
    (("{w}", "{w}岛"), ("{w} Island", "{w}岛"), ("the island of {w}", "{w}岛"), ("the town of {w}", "{w}镇"), ("{w} Bay", "{w}湾"), ("the village of {w}", "{w}村")),
    (PEOPLE_IN, MAYOR, FERRY, AREA, KNOWN, TALK, PORT, HILL, FOUNDED, FOUNDER, VISITORS, NICK, LONG, ROAD, OWNER, HEAD, PHONE, TICKET, HIGH, SERVED), ("the place", "这个地方"))
FESTIVALS = Kind(
    tuple((f"{way} {en}", f"{w}{zh}") for en, zh in (("festival", "节"), ("fair", "集市"), ("concert", "音乐会"), ("race", "赛跑"), ("show", "展览")) for way, w in (("the {w}", "{w}"), ("the summer", "夏日"), ("the winter", "冬日"))),
    (MONTH, DAYS_LONG, STARTS, HELD, PRIZE, WINNER, SERVED, SPONSOR, FOUNDED, FOUNDER, TICKET, VISITORS, HEAD, STAFF, ROAD, KNOWN, NICK, PHONE, COSTS, OWNER), ("the event", "这个活动"))
MACHINES = Kind(
    tuple((f"{way} {en}", f"{w}{zh}") for en, zh in (("printer", "打印机"), ("oven", "烤箱"), ("robot", "机器人"), ("pump", "水泵"), ("drone", "无人机"), ("camera", "相机"), ("boat", "船"), ("bike", "自行车")) for way, w in (("the {w}", "{w}"), ("the new", "新"), ("the small", "小"), ("the {w}", "{w}"))),
    (COSTS, OWNER, COLOUR, WEIGHS, STUFF, HIGH, LONG, DESIGNED, SPEED, MADE_BY, BATTERY, WARRANTY, POWER, MODEL, INVENTED, BOUGHT, ROOM, NICK, KNOWN, KEEPER), ("the thing", "这件东西"))
BOOKS = Kind(
    (('"{w}"', "《{w}》"), ('"The {w}"', "《{w}》"), ('"The Book of {w}"', "《{w}之书》"), ('"{w} and {w}"', "《{w}》"), ("the novel {w}", "小说《{w}》")),
    (COSTS, OWNER, COLOUR, WEIGHS, AUTHOR, PAGES, OUT, PUBLISHER, ABOUT, SOLD, CHAPTERS, WRITTEN_IN, SHELF, PAINTED, BOUGHT), ("the book", "这本书"))
# fmt: on
# Two that one question could mean: of the same one they are said, and asked for, in the first of their words alone.
CLOSE = (
    {STANDS, STREET, ROOM, SHELF, HELD, DWELLS, BORN},
    {LIVES, STREET, BORN},
    {FOUNDED, BUILT, CAME, BOUGHT, OUT},
    {HEAD, MAYOR, OWNER, FOUNDER, KEEPER},
    {HIGH, LONG, TALL, DAYS_LONG, PAGES, AREA},
    {MADE_BY, INVENTED, DESIGNED},
    {WARES, KNOWN},
    {AUTHOR, PAINTED},
    {TICKET, COSTS, PRIZE},
    {STARTS, OPENS},
    {LIVES, CAME},
    {PARTNER, FRIEND},
    {BORN, PORT},
    {ROAD, FERRY},
    {EATS, FOOD},
    {MODEL, NICK},
    {FLOORS, HIGH},
    {OFF, CLOSES},
    {MONTH, STARTS},
    {AGE, BIRTHDAY},
    {DOG, NICK},
)  # fmt: skip
THINGS = (BUILDINGS, SHOPS, COMPANIES, ANIMALS, TOWNS, FESTIVALS, MACHINES, BOOKS)
