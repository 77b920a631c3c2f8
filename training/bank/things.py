"""What can be said of things, wares, works and places: recipes, plants, games, rules, mails, parcels, songs, flats, rivers, apps."""

from training import words
from training.bank.traits import (
    AGE,
    AREA,
    BOUGHT,
    COLOUR,
    COSTS,
    DESIGNED,
    FOUNDED,
    FOUNDER,
    HEAD,
    HIGH,
    INVENTED,
    KNOWN,
    MADE_BY,
    MODEL,
    OWNER,
    PHONE,
    ROOM,
    SPEED,
    STUFF,
    TONGUES,
    WARRANTY,
    WEIGHS,
    Kind,
    Trait,
    Value,
    clock,
    date,
    month,
    name,
    person,
    town,
    whole,
)
from training.words import Pair
from training.writer import Slot, Writer

_PRAISE: list[Pair] = [
    ("a quiet motor", "声音小"), ("a soft handle", "手柄柔软"), ("a clear screen", "屏幕清晰"), ("strong seams", "缝线结实"), ("a low price", "价格低"), ("quick delivery", "送货快"), ("simple buttons", "按键简单"),
    ("a firm stand", "底座稳"), ("bright colours", "颜色鲜艳"), ("a long cable", "电线长"), ("good packing", "包装好"), ("a fresh smell", "气味清新"),
]  # fmt: skip
_BLAME: list[Pair] = [
    ("a loose lid", "盖子松"), ("a weak lock", "锁不牢"), ("a loud fan", "风扇吵"), ("thin walls", "壁太薄"), ("a short cable", "电线短"), ("slow delivery", "送货慢"), ("a bad manual", "说明书差"),
    ("a strange smell", "有怪味"), ("sharp edges", "边缘太锋利"), ("missing screws", "缺螺丝"), ("dull colours", "颜色暗"), ("a heavy lid", "盖子太重"),
]  # fmt: skip
_PARTS: list[Pair] = [
    ("flour", "面粉"), ("lentils", "扁豆"), ("potatoes", "土豆"), ("mushrooms", "蘑菇"), ("spinach", "菠菜"), ("almonds", "杏仁"), ("chicken", "鸡肉"), ("beans", "豆子"), ("pumpkin", "南瓜"), ("leeks", "韭葱"), ("salmon", "三文鱼"), ("oats", "燕麦"),
]  # fmt: skip
_BESIDE: list[Pair] = [
    ("mint tea", "薄荷茶"), ("sour cream", "酸奶油"), ("fresh bread", "新鲜面包"), ("plum sauce", "梅子酱"), ("pickles", "泡菜"), ("honey", "蜂蜜"), ("rice", "米饭"), ("lemon slices", "柠檬片"), ("green salad", "蔬菜沙拉"),
]  # fmt: skip
_BARRED: list[Pair] = [
    ("loud music", "大声放音乐"), ("open fires", "生明火"), ("fishing", "钓鱼"), ("smoking", "吸烟"), ("ball games", "玩球"), ("parking", "停车"), ("swimming", "游泳"), ("cycling", "骑自行车"), ("camping", "露营"), ("feeding the ducks", "喂鸭子"), ("flying drones", "放无人机"),
]  # fmt: skip
_FOR_WHOM: list[Pair] = [("children", "儿童"), ("dog owners", "养狗的人"), ("visitors", "访客"), ("drivers", "司机"), ("tenants", "租户"), ("shop owners", "店主"), ("students", "学生"), ("cyclists", "骑车的人"), ("builders", "建筑工人")]  # fmt: skip
_MATTERS: list[Pair] = [
    ("the broken lift", "电梯坏了"), ("next year's plan", "明年的计划"), ("the office move", "办公室搬迁"), ("holiday dates", "放假日期"), ("the late delivery", "送货延误"), ("a lost badge", "丢失的工牌"), ("the new printer", "新打印机"), ("the canteen menu", "食堂菜单"),
]  # fmt: skip
_INSIDE: list[Pair] = [
    ("a teapot", "一个茶壶"), ("two books", "两本书"), ("spare parts", "零件"), ("winter boots", "冬靴"), ("a violin", "一把小提琴"), ("old letters", "旧信件"), ("seeds", "种子"), ("glass plates", "玻璃盘"), ("a clock", "一个钟"), ("toy trains", "玩具火车"), ("cheese", "奶酪"),
]  # fmt: skip
_SHOWN: list[Pair] = [
    ("a sleeping cat", "一只睡着的猫"), ("a stormy sea", "暴风雨中的大海"), ("an empty chair", "一把空椅子"), ("three fishermen", "三个渔夫"), ("a snowy village", "雪中的村庄"), ("a bowl of pears", "一碗梨"), ("a girl with a drum", "一个拿鼓的女孩"), ("a burning barn", "着火的谷仓"), ("two dancers", "两个舞者"),
]  # fmt: skip
_SITES: list[Pair] = [("full sun", "阳光充足的地方"), ("half shade", "半阴的地方"), ("deep shade", "阴凉处"), ("wet soil", "潮湿的土里"), ("dry sand", "干沙地里"), ("stony ground", "石头地里")]  # fmt: skip
_CROPS: list[Pair] = [("wheat", "小麦"), ("maize", "玉米"), ("hops", "啤酒花"), ("strawberries", "草莓"), ("cabbage", "卷心菜"), ("onions", "洋葱"), ("sunflowers", "向日葵"), ("barley", "大麦"), ("garlic", "大蒜")]  # fmt: skip
_CAUGHT: list[Pair] = [("trout", "鳟鱼"), ("pike", "狗鱼"), ("eels", "鳗鱼"), ("carp", "鲤鱼"), ("salmon", "三文鱼"), ("perch", "鲈鱼"), ("crabs", "螃蟹")]  # fmt: skip
_SPOTS: list[Pair] = [
    ("under a bench", "长椅下面"), ("on the night bus", "夜班车上"), ("beside the pond", "池塘边"), ("in the cloakroom", "衣帽间里"), ("behind the piano", "钢琴后面"), ("at the ticket desk", "售票处"), ("on the stairs", "楼梯上"), ("near the fountain", "喷泉旁边"), ("in the lift", "电梯里"),
]  # fmt: skip
_PLACED: list[Pair] = [("the hall", "大厅"), ("the cellar", "地下室"), ("the east wing", "东翼"), ("the tower room", "塔楼房间"), ("the café", "咖啡厅"), ("the library", "图书室"), ("the staircase", "楼梯间"), ("the chapel", "小教堂")]  # fmt: skip
_DUTIES: list[Pair] = [("selling tickets", "卖票"), ("feeding horses", "喂马"), ("answering phones", "接电话"), ("packing boxes", "装箱"), ("mending nets", "补渔网"), ("washing cars", "洗车"), ("writing reports", "写报告"), ("baking rolls", "烤小面包"), ("sorting letters", "分拣信件")]  # fmt: skip


def _one(pairs: list[Pair]) -> Value:
    return lambda w: w.pick(pairs)


def _stars(w: Writer) -> Slot:
    return f"{w.rng.randrange(1, 5)}.{w.rng.randrange(1, 10)}"


def _version(w: Writer) -> Slot:
    return f"{w.rng.randrange(1, 30)}.{w.rng.randrange(0, 20)}"


def _plate(w: Writer) -> Slot:
    return f"{words.invented(w.rng, 1)[:2].upper()} {w.rng.randrange(100, 9999)}"


# fmt: off
HUE = Trait(("{n} [is {x} in colour|looks {x}|shines {x} in the light|is {x} all over].", "{n}[颜色是{x}|看上去是{x}|通体{x}]。"),
    ("[What colour is {n}|Which colour does {n} have|What is the colour of {n}|Of what colour is {n}|In which colour does {n} shine|How would I know {n} by its colour]", "{n}[是什么颜色|的颜色是什么|看上去是什么颜色|什么颜色]"), lambda w: w.pick(words.COLOURS), ("{n} has a nice colour.", "{n}的颜色很好看。"), label=("colour: {x}", "颜色：{x}"))
STARS = Trait(("{n} [is rated {x} stars|has {x} stars|gets {x} stars from buyers|scores {x} stars].", "{n}[的评分是{x}星|得到{x}星|有{x}星好评]。"),
    ("[How many stars does {n} have|What is the rating of {n}|How is {n} rated|How good is {n}, in stars|What score do buyers give {n}|How many stars did people give {n}]", "{n}[的评分是多少|有几颗星|得了几星|评分多少星]"), _stars, ("{n} is well liked.", "{n}很受欢迎。"), label=("rating: {x} stars", "评分：{x}星"))
REVIEWS = Trait(("{n} [has {x} reviews|was reviewed by {x} buyers|drew {x} reviews].", "{n}[有{x}条评价|收到{x}条评论]。"),
    ("[How many reviews does {n} have|By how many buyers was {n} reviewed|How many people wrote about {n}|What is the number of reviews of {n}|How often was {n} reviewed]", "{n}[有多少条评价|收到几条评论|的评价有几条|多少人评论过]"), whole(2, 90000), ("{n} has reviews.", "{n}有人评价。"), label=("reviews: {x}", "评价数：{x}条"))
PRAISED = Trait(("[Buyers praise {n} for {x}|{n} is praised for {x}|What people like about {n} is {x}|{n} wins hearts with {x}].", "{n}[的优点是{x}|受好评是因为{x}]。"),
    ("[What do buyers praise about {n}|What is good about {n}|What do people like about {n}|For what is {n} praised|What is the strong point of {n}|With what does {n} win hearts|What speaks for {n}]", "{n}[的优点是什么|好在哪里|受好评是因为什么|有什么长处]"), _one(_PRAISE), ("Buyers praise {n}.", "{n}口碑不错。"), label=("pros: {x}", "优点：{x}"))
BLAMED = Trait(("[Some complain about {x} with {n}|{n} is criticised for {x}|The weak point of {n} is {x}|{n} loses points for {x}].", "{n}[的缺点是{x}|被批评{x}]。"),
    ("[What do people complain about with {n}|What is bad about {n}|For what is {n} criticised|What is the weak point of {n}|What speaks against {n}|For what does {n} lose points|What should I be warned of before I buy {n}]", "{n}[的缺点是什么|不好在哪里|被批评什么|有什么毛病]"), _one(_BLAME), ("{n} isn't perfect.", "{n}并不完美。"), label=("cons: {x}", "缺点：{x}"))
COMES_IN = Trait(("{n} [is delivered within {x} days|arrives within {x} days|reaches you in {x} days].", "{n}[{x}天内送到|{x}天就能到货]。"),
    ("[How long does the delivery of {n} take|Within how many days is {n} delivered|How soon do I get {n}|When I order {n}, how many days must I wait|How fast is {n} delivered]", "{n}[几天能送到|要几天到货|多久能收到|多少天送到]"), whole(2, 60), ("{n} is delivered.", "{n}可以送货。"), label=("delivery: {x} days", "送货时间：{x}天"))
IN_STOCK = Trait(("[There are {x} pieces of {n} in stock|{n} is in stock with {x} pieces|{x} pieces of {n} are left].", "{n}[库存{x}件|还有{x}件]。"),
    ("[How many pieces of {n} are in stock|How many of {n} are left|What is the stock of {n}|How many pieces of {n} could I still buy]", "{n}[库存多少件|还有几件|还剩多少|的库存是多少]"), whole(2, 9000), ("{n} is in stock.", "{n}有货。"), label=("in stock: {x} pieces", "库存：{x}件"))
CHEAPER = Trait(("{n} [is {x} percent cheaper this week|has been cut in price by {x} percent|comes with {x} percent off].", "{n}[本周便宜{x}%|降价{x}%]。"),
    ("[By how many percent is {n} cheaper|How much off is there on {n}|How many percent off does {n} come with|By how much was the price of {n} cut|What discount is there on {n}]", "{n}[便宜了百分之几|降价多少|的折扣是多少|优惠百分之多少]"), whole(3, 80), ("{n} is on offer.", "{n}在打折。"), label=("discount: {x} percent", "优惠：{x}%"))
SERVES = Trait(("{n} [serves {x} people|is enough for {x} people|feeds {x} people].", "{n}[够{x}个人吃|是{x}人份]。"),
    ("[How many people does {n} serve|For how many people is {n} enough|How many does {n} feed|How many guests can eat from {n}|For how many is {n}]", "{n}[够几个人吃|是几人份|能喂饱多少人|够多少人吃]"), whole(2, 40), ("{n} feeds many.", "{n}够很多人吃。"), label=("serves: {x} people", "份量：{x}人份"))
OVEN = Trait(("{n} [needs {x} degrees in the oven|is baked at {x} degrees|wants an oven of {x} degrees].", "{n}[用{x}度烤|要{x}度的烤箱]。"),
    ("[At what temperature is {n} baked|How hot must the oven be for {n}|How many degrees does {n} need|To how many degrees do I set the oven for {n}|What oven heat does {n} want]", "{n}[用多少度烤|要几度的烤箱|的烘烤温度是多少|烤箱要调到多少度]"), whole(120, 260), ("{n} goes into the oven.", "{n}要放进烤箱。"), label=("oven: {x} degrees", "烤箱：{x}度"))
BAKES = Trait(("{n} [bakes for {x} minutes|stays in the oven for {x} minutes|is ready after {x} minutes of baking].", "{n}[要烤{x}分钟|烤{x}分钟就好]。"),
    ("[How long does {n} bake|How many minutes does {n} stay in the oven|When can I take {n} out, after how many minutes|After how many minutes of baking is {n} ready|What is the baking time of {n}]", "{n}[要烤多久|烤几分钟|要在烤箱里放多长时间|的烘烤时间是多少]"), whole(5, 180), ("{n} has to bake.", "{n}需要烘烤。"), label=("baking time: {x} minutes", "烘烤时间：{x}分钟"))
MAIN_PART = Trait(("{n} [is made mainly from {x}|is mostly {x}|is based on {x}].", "{n}[主要用{x}做|的主料是{x}]。"),
    ("[What is {n} mainly made from|What is the main ingredient of {n}|What is {n} based on|What is mostly in {n}|What do I need most of for {n}]", "{n}[主要用什么做|的主料是什么|以什么为主|里最多的是什么]"), _one(_PARTS), ("{n} has many ingredients.", "{n}的用料很多。"), label=("main ingredient: {x}", "主料：{x}"))
EGGS = Trait(("[{n} calls for {x} eggs|{x} eggs go into {n}|{n} takes {x} eggs].", "[{n}要用{x}个鸡蛋|做{n}要放{x}个鸡蛋]。"),
    ("[How many eggs go into {n}|How many eggs does {n} take|How many eggs do I need for {n}|For how many eggs does {n} call]", "[{n}要用几个鸡蛋|做{n}要放多少个鸡蛋|{n}里有几个蛋|{n}需要几个鸡蛋]"), whole(2, 24), ("There are eggs in {n}.", "{n}里有鸡蛋。"), label=("eggs: {x}", "鸡蛋用量：{x}个"))
SUGAR = Trait(("{n} [contains {x} grams of sugar|is sweetened with {x} grams of sugar|needs {x} grams of sugar].", "{n}[放{x}克糖|含{x}克糖]。"),
    ("[How much sugar is in {n}|How many grams of sugar does {n} need|How sweet is {n}, in grams of sugar|With how much sugar is {n} sweetened]", "{n}[放多少糖|含几克糖|里有多少糖|要用多少克糖]"), whole(5, 900), ("{n} is sweet.", "{n}是甜的。"), label=("sugar: {x} grams", "糖的用量：{x}克"))
EATEN_WITH = Trait(("{n} [is served with {x}|goes well with {x}|is best with {x}].", "{n}[配{x}吃|搭配{x}最好]。"),
    ("[What is {n} served with|What goes well with {n}|What should I put on the table with {n}|With what is {n} best|What do people have with {n}]", "{n}[配什么吃|搭配什么最好|和什么一起吃|跟什么搭配]"), _one(_BESIDE), ("{n} tastes good.", "{n}味道很好。"), label=("served with: {x}", "搭配：{x}"))
RESTS = Trait(("{n} [must rest for {x} hours|is left to stand for {x} hours|needs {x} hours of rest].", "{n}[要静置{x}小时|得放{x}个小时]。"),
    ("[How long must {n} rest|For how many hours is {n} left to stand|How many hours of rest does {n} need|For how long do I leave {n} alone]", "{n}[要静置多久|得放几个小时|要放多长时间|需要静置几小时]"), whole(2, 48), ("{n} needs rest.", "{n}需要静置。"), label=("rest: {x} hours", "静置时间：{x}小时"))
LEARNT_FROM = Trait(("[The recipe of {n} comes from {x}|{x} handed down the recipe of {n}|{n} is cooked after a recipe by {x}].", "{n}的做法是{x}[教的|传下来的]。"),
    ("[From whom is the recipe of {n}|Whose recipe is {n}|Who handed down the recipe of {n}|By whom is the recipe of {n}]", "{n}的做法是[谁教的|谁传下来的|从谁那里来的|跟谁学的]"), person, ("The recipe of {n} is old.", "{n}的做法很古老。"), True, ("recipe by: {x}", "做法来自：{x}"))
BLOOMS = Trait(("{n} [blooms in {x}|is in flower in {x}|opens its flowers in {x}].", "{n}[{x}开花|的花期在{x}]。"),
    ("[When does {n} bloom|In which month is {n} in flower|In what month does {n} open its flowers|What is the month of bloom of {n}|When can I see the flowers of {n}]", "{n}[什么时候开花|几月开花|的花期在几月|在哪个月开花]"), month, ("{n} blooms once a year.", "{n}一年开一次花。"), label=("in bloom: {x}", "花期：{x}"))
WATER = Trait(("{n} [wants water every {x} days|is watered every {x} days|needs a drink every {x} days].", "{n}[每{x}天浇一次水|隔{x}天要浇水]。"),
    ("[How often does {n} want water|Every how many days is {n} watered|How often must I water {n}|After how many days does {n} need water again]", "{n}[多久浇一次水|几天浇一次水|隔几天要浇水|每几天要浇水]"), whole(2, 40), ("{n} needs water.", "{n}需要浇水。"), label=("water: every {x} days", "浇水间隔：每{x}天"))
SITE = Trait(("{n} [grows best in {x}|likes {x}|wants to stand in {x}].", "{n}[喜欢长在{x}|适合种在{x}]。"),
    ("[Where does {n} grow best|What spot does {n} like|Where should I plant {n}|In what place does {n} want to stand|What is the right spot for {n}]", "{n}[喜欢长在哪里|适合种在什么地方|种在哪里好|要放在什么样的地方]"), _one(_SITES), ("{n} is not easy to place.", "{n}对地方很挑剔。"), label=("spot: {x}", "环境：{x}"))
FOUND_BY = Trait(("[{n} was discovered by {x}|{x} discovered {n}|It was {x} who discovered {n}].", "{n}[是{x}发现的|由{x}发现]。"),
    ("[Who discovered {n}|By whom was {n} discovered|Who saw {n} first|Whose discovery was {n}|Who is the discoverer of {n}]", "{n}[是谁发现的|由谁发现|是谁最先发现的|的发现者是谁]"), person, ("{n} was discovered by chance.", "{n}是偶然发现的。"), True, ("discovered by: {x}", "发现者：{x}"))
FOUND_IN_YEAR = Trait(("{n} [was discovered in {x}|has been known since {x}|was first seen in {x}].", "{n}[是{x}年发现的|发现于{x}年]。"),
    ("[When was {n} discovered|In which year was {n} first seen|Since when has {n} been known|What is the year of discovery of {n}]", "{n}[是哪年发现的|什么时候发现的|发现于哪一年|从哪年起为人所知]"), whole(1500, 2030), ("{n} was discovered long ago.", "{n}很早就被发现了。"), label=("discovered: {x}", "发现年份：{x}年"))
GROWS_TO = Trait(("{n} [grows to {x} centimetres|gets {x} centimetres high|reaches {x} centimetres].", "{n}[能长到{x}厘米|长{x}厘米高]。"),
    ("[How high does {n} get|How tall does {n} grow|How many centimetres does {n} reach|To what height does {n} grow|How big does {n} get]", "{n}[能长多高|长到多少厘米|有多高|会长到多高]"), whole(5, 900), ("{n} grows fast.", "{n}长得很快。"), label=("height: {x} centimetres", "高度：{x}厘米"))
FOR_PLAYERS = Trait(("{n} [is for {x} players|is played by {x} people|needs {x} players].", "{n}[{x}个人玩|需要{x}名玩家]。"),
    ("[How many players is {n} for|How many people play {n}|How many players does {n} need|For how many players is {n}|By how many people is {n} played]", "{n}[几个人玩|需要多少玩家|要几个人才能玩|是几人游戏]"), whole(2, 13), ("{n} is not for one alone.", "{n}一个人玩不了。"), label=("players: {x}", "人数：{x}人"))
A_ROUND = Trait(("[A round of {n} takes {x} minutes|{n} takes {x} minutes a round|After {x} minutes a round of {n} is over].", "{n}一局[要{x}分钟|{x}分钟]。"),
    ("[How long does a round of {n} take|How many minutes is a round of {n}|After how many minutes is a round of {n} over|How much time does a round of {n} take]", "{n}一局[要多久|几分钟|多长时间|要玩多长时间]"), whole(5, 240), ("A round of {n} is short.", "{n}一局很快。"), label=("a round: {x} minutes", "一局时长：{x}分钟"))
CARDS = Trait(("{n} [has {x} cards|comes with {x} cards|is played with {x} cards].", "{n}[有{x}张牌|配有{x}张卡片]。"),
    ("[How many cards does {n} have|With how many cards is {n} played|How many cards come with {n}|What is the number of cards in {n}]", "{n}[有多少张牌|用几张牌|配有几张卡片|一共多少张牌]"), whole(12, 400), ("There are cards in {n}.", "{n}里有卡牌。"), label=("cards: {x}", "牌数：{x}张"))
MIN_AGE = Trait(("{n} [is for people from {x} years on|may be played from the age of {x}|is open to everyone over {x} years].", "{n}[适合{x}岁以上|{x}岁以上才能玩]。"),
    ("[From what age is {n}|How old must one be for {n}|For what age is {n} made|From how many years on may one play {n}|What is the lowest age for {n}]", "{n}[几岁以上能玩|适合多大的人|多少岁才能玩|的最低年龄是几岁]"), whole(3, 19), ("{n} is not for babies.", "{n}不适合婴儿。"), label=("age from: {x} years", "年龄：{x}岁以上"))
FORBIDS = Trait(("{n} [forbids {x}|bans {x}|puts an end to {x}|does not allow {x}].", "{n}[禁止{x}|不允许{x}]。"),
    ("[What does {n} forbid|What is banned by {n}|What is not allowed under {n}|What may people no longer do because of {n}|To what does {n} put an end]", "{n}[禁止什么|不允许做什么|不让人做什么|规定不能做什么]"), _one(_BARRED), ("{n} is strict.", "{n}很严格。"), label=("forbidden: {x}", "禁止事项：{x}"))
FINE = Trait(("[Whoever breaks {n} pays {x} coins|The fine under {n} is {x} coins|Breaking {n} costs {x} coins].", "违反{n}[罚款{x}元|要罚{x}元]。"),
    ("[What is the fine under {n}|How much does it cost to break {n}|What must people pay who break {n}|How high is the fine for breaking {n}|How many coins does one pay for breaking {n}]", "违反{n}[罚多少钱|要罚款多少|会被罚几元|的罚款是多少]"), whole(5, 9000), ("There is a fine for breaking {n}.", "违反{n}会被罚款。"), label=("fine: {x} coins", "罚款：{x}元"))
IN_FORCE = Trait(("{n} [is in force from {x}|takes effect on {x}|holds from {x} on].", "{n}[从{x}起生效|{x}开始实行]。"),
    ("[From when is {n} in force|When does {n} take effect|On what date does {n} begin to hold|From which day on must people follow {n}]", "{n}[什么时候生效|从哪天起实行|哪天开始实行|的生效日期是哪天]"), date, ("{n} is in force soon.", "{n}即将生效。"), label=("in force from: {x}", "生效日期：{x}"))
APPLIES = Trait(("{n} [applies to {x}|is meant for {x}|concerns {x}].", "{n}[针对{x}|适用于{x}]。"),
    ("[To whom does {n} apply|Who is {n} meant for|Whom does {n} concern|Who must follow {n}|For whom is {n}]", "{n}[针对谁|适用于什么人|是给谁定的|管的是什么人]"), _one(_FOR_WHOM), ("{n} doesn't apply to everyone.", "{n}并不针对所有人。"), label=("applies to: {x}", "适用对象：{x}"))
SIGNED = Trait(("[{n} was signed by {x}|{x} signed {n}|Under {n} stands the name of {x}].", "{n}[由{x}签署|是{x}签的]。"),
    ("[Who signed {n}|By whom was {n} signed|Whose name stands under {n}|Whose signature does {n} bear]", "{n}[由谁签署|是谁签的|是谁签字的|上签的是谁的名字]"), person, ("{n} has been signed.", "{n}已经签署。"), True, ("signed by: {x}", "签署人：{x}"))
WORDED = Trait(("{n} [is written in {x}|is in {x}|is worded in {x}].", "{n}[是用{x}写的|的语言是{x}]。"),
    ("[In which language is {n}|What language is {n} in|In what language is {n} written|Which language must I know to understand {n}|What is the language of {n}]", "{n}[是用什么语言写的|的语言是什么|是哪种语言的|用的是什么语言]"), lambda w: w.pick(TONGUES), label=("language: {x}", "语言：{x}"))
SENT_BY = Trait(("[{n} was sent by {x}|{x} sent {n}|{n} comes from {x}].", "{n}[是{x}寄的|由{x}发出]。"),
    ("[Who sent {n}|By whom was {n} sent|From whom is {n}|Who is the sender of {n}|Whom does {n} come from]", "{n}[是谁寄的|由谁发出|的发件人是谁|是谁发来的]"), person, ("{n} was sent yesterday.", "{n}是昨天发出的。"), True, ("from: {x}", "发件人：{x}"))
SENT_TO = Trait(("[{n} is addressed to {x}|{n} was meant for {x}|{x} is to receive {n}].", "{n}[的收件人是{x}|是给{x}的]。"),
    ("[To whom is {n} addressed|Who is to receive {n}|For whom was {n} meant|Who should get {n}|Whose name is on {n} as receiver]", "{n}[的收件人是谁|是给谁的|要给谁|寄给谁]"), person, ("{n} has been received.", "{n}已经收到了。"), True, ("to: {x}", "收件人：{x}"))
SENT_AT = Trait(("{n} [went out at {x}|was sent at {x}|left the outbox at {x}].", "{n}[是{x}发出的|{x}发送]。"),
    ("[At what time was {n} sent|When did {n} go out|What time was {n} sent|At which hour did {n} leave the outbox]", "{n}[是几点发出的|什么时候发送的|几点发的|的发送时间是几点]"), clock, ("{n} was sent today.", "{n}是今天发的。"), label=("sent at: {x}", "发送时间：{x}"))
MATTER = Trait(("{n} [is about {x}|concerns {x}|has to do with {x}].", "{n}[说的是{x}|的主题是{x}]。"),
    ("[What is {n} about|What does {n} concern|What is the subject of {n}|With what does {n} have to do|What's the matter in {n}]", "{n}[说的是什么|的主题是什么|关于什么事|讲的什么事]"), _one(_MATTERS), ("{n} is urgent.", "{n}很紧急。"), label=("subject: {x}", "主题：{x}"))
ATTACHED = Trait(("{n} [has {x} attachments|comes with {x} files|carries {x} attachments].", "{n}[有{x}个附件|带了{x}个附件]。"),
    ("[How many attachments does {n} have|How many files come with {n}|With how many files does {n} come|What is the number of attachments of {n}]", "{n}[有几个附件|带了多少附件|的附件有几个|有多少个附件]"), whole(2, 40), ("There are files with {n}.", "{n}带附件。"), label=("attachments: {x}", "附件：{x}个"))
ANSWER_BY = Trait(("[{n} wants an answer by {x}|{n} must be answered by {x}|The deadline in {n} is {x}].", "{n}[要求{x}前答复|的答复期限是{x}]。"),
    ("[By when must {n} be answered|What is the deadline in {n}|Until when can one answer {n}|By what date does {n} want an answer|How long do I have to answer {n}]", "{n}[要求什么时候前答复|的答复期限是哪天|最晚哪天答复|要在哪天前答复]"), date, ("{n} wants an answer.", "{n}需要答复。"), label=("answer by: {x}", "答复期限：{x}"))
CONTAINS = Trait(("{n} [contains {x}|holds {x}|is filled with {x}].", "{n}[里装的是{x}|里面是{x}|装着{x}]。"),
    ("[What is in {n}|What does {n} contain|What does {n} hold|With what is {n} filled|What will I see when I open {n}]", "{n}[里装的是什么|里面是什么|里有什么|装着什么东西]"), _one(_INSIDE), ("{n} is well packed.", "{n}包装得很好。"), label=("contents: {x}", "内容：{x}"))
POSTED_IN = Trait(("{n} [was posted in {x}|was handed in at {x}|started its way in {x}].", "{n}[从{x}寄出|是在{x}寄的]。"),
    ("[Where was {n} posted|In which town was {n} handed in|Where did {n} start its way|From what town was {n} sent]", "{n}[从哪里寄出|是在哪里寄的|从哪个城市寄来|的寄出地是哪里]"), town, label=("posted in: {x}", "寄出地：{x}"))
DUE = Trait(("{n} [will be there on {x}|is due on {x}|should arrive on {x}].", "{n}[{x}送到|预计{x}到]。"),
    ("[When will {n} be there|On what date is {n} due|When should {n} arrive|Which day can I expect {n}|When am I to get {n}]", "{n}[什么时候送到|预计哪天到|哪天能到|的到货日期是哪天]"), date, ("{n} is on its way.", "{n}已经在路上了。"), label=("due on: {x}", "预计到达：{x}"))
COURIER = Trait(("[{n} is brought by {x}|{x} brings {n} to the door|The courier of {n} is {x}].", "{n}[由{x}派送|的快递员是{x}]。"),
    ("[Who brings {n}|By whom is {n} brought|Who is the courier of {n}|Who will ring the bell with {n}]", "{n}[由谁派送|的快递员是谁|是谁送来的|谁来送]"), person, ("A courier has {n}.", "{n}在快递员手里。"), True, ("courier: {x}", "快递员：{x}"))
TRACKING = Trait(("[The number of {n} is {x}|{n} has the number {x}|You can look up {n} under {x}].", "{n}的[单号是|编号是]{x}。"),
    ("[What is the number of {n}|Which number does {n} have|Under what number can I look up {n}|By what number do they know {n}]", "{n}的[单号是多少|编号是什么|号码是多少|编号是多少]"), whole(1000, 999999), ("{n} has a number.", "{n}有编号。"), label=("number: {x}", "编号：{x}"))
SUNG = Trait(("[{n} is sung by {x}|{x} sings {n}|The voice in {n} is that of {x}].", "{n}[是{x}唱的|由{x}演唱]。"),
    ("[Who sings {n}|By whom is {n} sung|Whose voice is in {n}|Whose voice do we hear in {n}|Who is the singer of {n}]", "{n}[是谁唱的|由谁演唱|的演唱者是谁|是哪位歌手唱的]"), person, ("{n} is sung softly.", "{n}唱得很轻。"), True, ("singer: {x}", "演唱：{x}"))
COMPOSED = Trait(("[{n} was composed by {x}|{x} composed {n}|The tune of {n} is by {x}].", "{n}[由{x}作曲|的作曲者是{x}]。"),
    ("[Who composed {n}|By whom was {n} composed|Who wrote the tune of {n}|Whose tune is {n}|Who is the composer of {n}]", "{n}[由谁作曲|的作曲者是谁|的曲子是谁写的|是谁作的曲]"), person, ("{n} has a fine tune.", "{n}旋律优美。"), True, ("composer: {x}", "作曲：{x}"))
SECONDS = Trait(("{n} [runs for {x} seconds|is {x} seconds long|takes {x} seconds].", "{n}[长{x}秒|时长{x}秒]。"),
    ("[How long is {n}|How many seconds does {n} run|What is the length of {n}|For how many seconds does {n} play]", "{n}[有多长|时长多少秒|有几秒|多长时间]"), whole(20, 600), ("{n} is short.", "{n}很短。"), label=("length: {x} seconds", "时长：{x}秒"))
CHART = Trait(("{n} [reached number {x} in the charts|climbed to number {x} in the charts|got as far as number {x}].", "{n}[在排行榜上排第{x}|最高排到第{x}名]。"),
    ("[How high did {n} get in the charts|Which number did {n} reach|What place did {n} get in the charts|How far did {n} climb]", "{n}[在排行榜上排第几|最高排到第几名|的排名是多少|排第几]"), whole(1, 100), ("{n} was in the charts.", "{n}上过排行榜。"), label=("chart place: {x}", "排行：第{x}"))
RELEASED = Trait(("{n} [was released in {x}|came out in {x}|has been around since {x}].", "{n}[{x}年发行|是{x}年推出的]。"),
    ("[When was {n} released|In which year did {n} come out|Since when has {n} been around|What year is {n} from|How old is {n}, from which year]", "{n}[是哪年发行的|什么时候推出的|发行于哪一年|是哪一年的]"), whole(1950, 2030), ("{n} isn't new.", "{n}不是新的。"), label=("released: {x}", "发行年份：{x}年"))
HEARD_BY = Trait(("{n} [was played {x} times|has been heard {x} times|has {x} plays].", "{n}[播放了{x}次|有{x}次播放]。"),
    ("[How often was {n} played|How many times has {n} been heard|How many plays does {n} have|What is the number of plays of {n}]", "{n}[播放了多少次|有多少次播放|放了几次|的播放量是多少]"), whole(100, 90000), ("{n} is often played.", "{n}经常被播放。"), label=("plays: {x}", "播放量：{x}次"))
PAINTED_BY = Trait(("[{n} was painted by {x}|{x} painted {n}|{n} is a work by {x}].", "{n}[是{x}画的|出自{x}之手]。"),
    ("[Who painted {n}|By whom was {n} painted|Whose work is {n}|Who is the painter of {n}|From whose brush does {n} come]", "{n}[是谁画的|出自谁之手|的作者是谁|是哪位画家画的]"), person, ("{n} was painted in oil.", "{n}是油画。"), True, ("painter: {x}", "画家：{x}"))
SHOWS = Trait(("{n} [shows {x}|depicts {x}|is a picture of {x}].", "{n}[画的是{x}|上面是{x}]。"),
    ("[What does {n} show|What can one see in {n}|What is {n} a picture of|What does {n} depict|What is to be seen on {n}]", "{n}[画的是什么|上面是什么|上画了什么|的内容是什么]"), _one(_SHOWN), ("{n} is beautiful.", "{n}很美。"), label=("shows: {x}", "画面：{x}"))
HANGS = Trait(("{n} [hangs in {x}|has its place in {x}|can be seen in {x}].", "{n}[挂在{x}|陈列在{x}]。"),
    ("[Where does {n} hang|Where can I see {n}|In which part of the house is {n}|Where must I look for {n}|What is the place of {n}]", "{n}[挂在哪里|陈列在哪里|挂在什么地方|在哪儿能看到]"), _one(_PLACED), ("{n} hangs in a good light.", "{n}挂的地方光线很好。"), label=("place: {x}", "位置：{x}"))
MADE_IN_YEAR = Trait(("{n} [was painted in {x}|dates from {x}|was finished in {x}].", "{n}[创作于{x}年|是{x}年完成的]。"),
    ("[When was {n} painted|In which year was {n} finished|From what year does {n} date|What year is {n} from|How old is {n}, from which year]", "{n}[是哪年画的|创作于哪一年|什么时候完成的|是哪一年的作品]"), whole(1400, 2030), ("{n} is rather old.", "{n}年代很久了。"), label=("year: {x}", "年份：{x}年"))
RENT = Trait(("[The rent of {n} is {x} coins a month|{n} costs {x} coins a month|Whoever moves into {n} pays {x} coins a month].", "{n}[月租{x}元|每月租金{x}元]。"),
    ("[What is the rent of {n}|How much is {n} a month|What does one pay for {n} each month|How many coins a month is {n}|What would I have to pay to live in {n}]", "{n}[月租多少|每月租金多少钱|租一个月多少钱|一个月要付多少]"), whole(50, 9000), ("The rent of {n} is fair.", "{n}的租金很公道。"), label=("rent: {x} coins a month", "月租：{x}元"))
SQUARE = Trait(("{n} [measures {x} square metres|has {x} square metres|offers {x} square metres].", "{n}[面积{x}平方米|有{x}平方米]。"),
    ("[How large is {n}|How many square metres does {n} have|What is the size of {n}|How much space is there in {n}|How many square metres does {n} offer]", "{n}[有多大|面积多少平方米|有几平方米|的面积是多少]"), whole(9, 400), ("{n} is large enough.", "{n}够大。"), label=("size: {x} square metres", "面积：{x}平方米"))
ON_FLOOR = Trait(("{n} [is on floor {x}|lies on floor {x}|can be found on floor {x}].", "{n}[在{x}楼|位于{x}楼]。"),
    ("[On which floor is {n}|What floor is {n} on|How high up is {n}, on what floor|To which floor must I go for {n}]", "{n}[在几楼|位于几楼|在第几层|要上几楼]"), whole(2, 60), ("{n} is not on the ground floor.", "{n}不在一楼。"), label=("floor: {x}", "楼层：{x}楼"))
FREE_FROM = Trait(("{n} [is free from {x}|can be had from {x} on|stands empty from {x}].", "{n}[{x}起可以入住|从{x}起空出来]。"),
    ("[From when is {n} free|When can I move into {n}|From what date can {n} be had|On which day does {n} become free|What is the earliest day to get {n}]", "{n}[什么时候可以入住|从哪天起空出来|最早哪天能住|哪天能搬进去]"), date, ("{n} will be free soon.", "{n}快空出来了。"), label=("free from: {x}", "入住日期：{x}"))
LANDLORD = Trait(("[{n} is let by {x}|{x} lets {n}|The landlord of {n} is {x}].", "{n}的房东是{x}。"),
    ("[Who lets {n}|By whom is {n} let|Who is the landlord of {n}|Whom should I ask about renting {n}|To whom does the rent of {n} go]", "{n}的房东[是谁|叫什么|叫什么名字|是哪位]"), person, ("{n} has a friendly landlord.", "{n}的房东很友好。"), True, ("landlord: {x}", "房东：{x}"))
PAYS = Trait(("{n} [pays {x} coins a month|brings {x} coins a month|is paid with {x} coins a month].", "{n}[月薪{x}元|每月给{x}元]。"),
    ("[What does {n} pay|How many coins a month does {n} bring|What is the pay for {n}|How much can one earn with {n}|What are the wages of {n}]", "{n}[月薪多少|每月给多少钱|的工资是多少|能挣多少钱]"), whole(300, 9000), ("{n} is well paid.", "{n}待遇不错。"), label=("pay: {x} coins a month", "月薪：{x}元"))
HOURS = Trait(("{n} [takes {x} hours a week|means {x} hours a week|fills {x} hours a week].", "{n}每周[工作{x}小时|要{x}个小时]。"),
    ("[How many hours a week does {n} take|How many hours is {n} a week|What hours a week does {n} mean|How much time a week does {n} fill]", "{n}每周[工作几小时|要多少小时|要做多久|工作多长时间]"), whole(4, 50), ("{n} has fixed hours.", "{n}时间固定。"), label=("hours a week: {x}", "每周工时：{x}小时"))
DUTY = Trait(("{n} [is about {x}|means {x}|is mostly {x}].", "{n}[主要是{x}|的内容是{x}]。"),
    ("[What does one do in {n}|What is {n} about|What kind of work is {n}|What does {n} mean in practice|What would I be doing in {n}]", "{n}[主要做什么|的内容是什么|是干什么的|要做些什么]"), _one(_DUTIES), ("{n} is varied.", "{n}很有变化。"), label=("duties: {x}", "内容：{x}"))
CONTACT = Trait(("[Questions about {n} go to {x}|Whoever wants {n} should write to {x}|{x} answers questions about {n}].", "{n}[请联系{x}|的联系人是{x}]。"),
    ("[Who answers questions about {n}|To whom should I write about {n}|Whom do I contact about {n}|Who is the contact for {n}|With whom should I speak about {n}]", "{n}[请联系谁|的联系人是谁|要找谁|该跟谁联系]"), person, None, True, ("contact: {x}", "联系人：{x}"))
APPLY_BY = Trait(("[You can apply for {n} until {x}|The last day to apply for {n} is {x}|Letters for {n} must be in by {x}].", "{n}[的申请截止到{x}|{x}截止申请]。"),
    ("[Until when can I apply for {n}|What is the last day to apply for {n}|By when must letters for {n} be in|What is the deadline for {n}]", "{n}[什么时候截止申请|的申请截止日期是哪天|最晚哪天申请|申请到哪天为止]"), date, ("You must apply for {n}.", "{n}需要申请。"), label=("apply by: {x}", "申请截止：{x}"))
CLUB_SIZE = Trait(("{n} [has {x} members|counts {x} members|has grown to {x} members].", "{n}[有{x}名会员|会员一共{x}人]。"),
    ("[How many members does {n} have|How large is {n}|How many people belong to {n}|To how many members has {n} grown|What is the number of members of {n}]", "{n}[有多少会员|会员一共几人|的会员有几名|有几个会员]"), whole(5, 9000), ("{n} is growing.", "{n}越来越大。"), label=("members: {x}", "会员人数：{x}人"))
MEETS = Trait(("{n} [meets on {x}|comes together every {x}|has its evening on {x}].", "{n}[每{x}活动|{x}聚会]。"),
    ("[When does {n} meet|On which day does {n} come together|What day does {n} have its evening|On what day of the week does {n} meet]", "{n}[每周哪天活动|星期几聚会|什么时候聚会|在星期几活动]"), lambda w: w.pick(words.DAYS), ("{n} meets every week.", "{n}每周都聚会。"), label=("meets on: {x}", "活动日：{x}"))
YEARLY = Trait(("[Members of {n} pay {x} coins a year|Membership of {n} costs {x} coins a year|{n} asks {x} coins a year of its members].", "{n}[的会费每年{x}元|一年收{x}元会费]。"),
    ("[What do members of {n} pay|How much is the membership of {n}|How many coins a year does {n} ask of its members|What is the yearly fee of {n}|What does it cost to belong to {n}]", "{n}[的会费是多少|一年收多少会费|会员一年交多少钱|的年费多少]"), whole(5, 900), ("Membership of {n} isn't free.", "{n}要交会费。"), label=("yearly fee: {x} coins", "会费：每年{x}元"))
TREASURER = Trait(("[{x} looks after the money of {n}|The treasurer of {n} is {x}|The money of {n} is in the hands of {x}].", "{n}[的钱由{x}管|的财务是{x}]。"),
    ("[Who looks after the money of {n}|Who is the treasurer of {n}|In whose hands is the money of {n}|Who keeps the accounts of {n}]", "{n}[的钱由谁管|的财务是谁|的账是谁管的|的钱归谁管]"), person, ("{n} has some money.", "{n}有一些钱。"), True, ("treasurer: {x}", "财务：{x}"))
KM = Trait(("{n} [is {x} kilometres long|flows for {x} kilometres|runs {x} kilometres to the sea].", "{n}[长{x}公里|全长{x}公里]。"),
    ("[How long is {n}|How many kilometres does {n} flow|What is the length of {n}|How many kilometres long is {n}|How far does {n} run]", "{n}[有多长|全长多少公里|长几公里|的长度是多少]"), whole(5, 6000), ("{n} is long.", "{n}很长。"), label=("length: {x} kilometres", "全长：{x}公里"))
RISES_IN = Trait(("{n} [rises near {x}|has its source near {x}|begins in the hills of {x}].", "{n}[发源于{x}附近|的源头在{x}]。"),
    ("[Where does {n} rise|Where is the source of {n}|Near which town does {n} begin|Where does {n} have its source|From where does {n} come]", "{n}[发源于哪里|的源头在哪里|从什么地方流出来|的发源地是哪里]"), town, ("{n} rises in the hills.", "{n}发源于山里。"), label=("source: {x}", "源头：{x}"))
FLOWS_INTO = Trait(("{n} [flows into the {x}|joins the {x}|pours its water into the {x}].", "{n}[流入{x}河|汇入{x}河]。"),
    ("[Into which river does {n} flow|What river does {n} join|Into what does {n} pour its water|Which river gets the water of {n}]", "{n}[流入哪条河|汇入哪条河|最后流进什么河|流到哪条河里]"), name, ("{n} flows into another river.", "{n}流入另一条河。"), label=("flows into: the {x}", "汇入河流：{x}河"))
DEEP = Trait(("{n} [is {x} metres deep|reaches a depth of {x} metres|goes down {x} metres].", "{n}[深{x}米|的深度是{x}米]。"),
    ("[How deep is {n}|What is the depth of {n}|How many metres deep is {n}|How far down does {n} go|What depth does {n} reach]", "{n}[有多深|深多少米|的深度是多少|水深几米]"), whole(2, 300), ("{n} is deep.", "{n}很深。"), label=("depth: {x} metres", "深度：{x}米"))
BRIDGES = Trait(("[There are {x} bridges over {n}|{n} is crossed by {x} bridges|{x} bridges cross {n}].", "{n}上[有{x}座桥|架了{x}座桥]。"),
    ("[How many bridges are there over {n}|By how many bridges is {n} crossed|How many bridges cross {n}|What is the number of bridges over {n}]", "{n}上[有几座桥|架了多少座桥|有多少座桥|一共几座桥]"), whole(2, 90), ("There are bridges over {n}.", "{n}上有桥。"), label=("bridges: {x}", "桥梁数量：{x}座"))
FISH = Trait(("[People catch {x} in {n}|{n} is full of {x}|{n} is rich in {x}].", "[{n}里有很多{x}|在{n}能钓到{x}]。"),
    ("[What can one catch in {n}|What is {n} full of|What do people fish for in {n}|In what is {n} rich|Which animals live in {n}]", "[{n}里有什么|在{n}能钓到什么|{n}里什么最多|{n}能捕到什么]"), _one(_CAUGHT), ("People go fishing in {n}.", "人们常在{n}钓鱼。"), label=("fish: {x}", "鱼类：{x}"))
FIRST_UP = Trait(("[{x} was first on top of {n}|{n} was first climbed by {x}|The first to climb {n} was {x}].", "[第一个登上{n}的是{x}|{n}最早由{x}登顶]。"),
    ("[Who was first on top of {n}|By whom was {n} first climbed|Who climbed {n} first|Who was the first to climb {n}]", "[第一个登上{n}的是谁|{n}最早由谁登顶|谁最先爬上{n}|是谁第一个登上{n}的]"), person, ("{n} has been climbed.", "{n}有人登顶过。"), True, ("first climbed by: {x}", "首登者：{x}"))
WAY_UP = Trait(("[The way up {n} takes {x} hours|It takes {x} hours to climb {n}|Climbing {n} takes {x} hours].", "[爬{n}要{x}小时|登上{n}需要{x}个小时]。"),
    ("[How long is the way up {n}|How many hours does it take to climb {n}|How much time do I need to climb {n}|After how many hours is one on top of {n}]", "[爬{n}要多久|登上{n}需要几个小时|爬上{n}要几小时|爬{n}得花多长时间]"), whole(2, 30), ("The way up {n} is steep.", "{n}的路很陡。"), label=("way up: {x} hours", "登山用时：{x}小时"))
HUT = Trait(("[The hut on {n} is kept by {x}|{x} keeps the hut on {n}|In the hut on {n} lives {x}].", "{n}上的小屋[由{x}看管|里住着{x}]。"),
    ("[Who keeps the hut on {n}|By whom is the hut on {n} kept|Who lives in the hut on {n}|Who runs the hut on {n}]", "{n}上的小屋[由谁看管|里住着谁|是谁在管|归谁管]"), person, ("There is a hut on {n}.", "{n}上有一座小屋。"), True, ("hut kept by: {x}", "小屋看管人：{x}"))
MOONS = Trait(("{n} [has {x} moons|is circled by {x} moons|is orbited by {x} moons].", "{n}[有{x}颗卫星|有{x}颗卫星环绕]。"),
    ("[How many moons does {n} have|By how many moons is {n} circled|How many moons circle {n}|What is the number of moons of {n}]", "{n}[有几颗卫星|有多少颗卫星|的卫星有几颗|被几颗卫星环绕]"), whole(2, 90), ("{n} has moons.", "{n}有卫星。"), label=("moons: {x}", "卫星数量：{x}颗"))
A_DAY = Trait(("[A day on {n} lasts {x} hours|{n} turns once in {x} hours|{n} needs {x} hours to turn once].", "{n}[上一天有{x}小时|{x}小时自转一圈]。"),
    ("[How long is a day on {n}|In how many hours does {n} turn once|How many hours does a day on {n} last|How long does {n} need to turn once]", "{n}[上一天有几个小时|多久自转一圈|自转一圈要多少小时|的一天有多长]"), whole(3, 900), ("{n} turns slowly.", "{n}转得很慢。"), label=("a day: {x} hours", "一天时长：{x}小时"))
A_YEAR = Trait(("[{n} circles its star in {x} days|A year on {n} has {x} days|{n} needs {x} days for a full round].", "{n}[绕恒星一圈要{x}天|上一年有{x}天]。"),
    ("[In how many days does {n} circle its star|How long is a year on {n}|How many days does a year on {n} have|How long does {n} need for a full round]", "{n}[绕恒星一圈要几天|上一年有多少天|的一年有多长|公转一圈要多少天]"), whole(4, 9000), ("{n} circles a star.", "{n}绕着一颗恒星转。"), label=("a year: {x} days", "一年天数：{x}天"))
NAMED_AFTER = Trait(("{n} [was named after {x}|owes its name to {x}|got its name from {x}].", "{n}[以{x}的名字命名|得名于{x}]。"),
    ("[After whom was {n} named|Whom was {n} named after|To whom does {n} owe its name|From whom did {n} get its name|Whose name does {n} carry]", "{n}[以谁的名字命名|得名于谁|是用谁的名字命名的|的名字来自谁]"), person, ("{n} got its name late.", "{n}很晚才有名字。"), True, ("named after: {x}", "名字来源：{x}"))
DEVELOPED = Trait(("[{n} was written by {x}|{x} programmed {n}|{n} is the work of {x}].", "{n}[是{x}开发的|由{x}编写]。"),
    ("[Who programmed {n}|By whom was {n} written|Whose work is {n}|Who is the maker of {n}|Who wrote the code of {n}]", "{n}[是谁开发的|由谁编写|的开发者是谁|是谁写的程序]"), person, ("{n} is well written.", "{n}写得很好。"), True, ("developer: {x}", "开发者：{x}"))
VERSION = Trait(("[The newest version of {n} is {x}|{n} has reached version {x}|{n} is now at version {x}].", "{n}的[最新版本是|当前版本是]{x}。"),
    ("[What is the newest version of {n}|Which version has {n} reached|At what version is {n} now|What version of {n} should I have]", "{n}的[最新版本是多少|当前版本是什么|版本号是多少|现在是什么版本]"), _version, ("{n} was updated.", "{n}更新过了。"), label=("version: {x}", "版本：{x}"))
MEGABYTES = Trait(("{n} [takes up {x} megabytes|is {x} megabytes large|needs {x} megabytes of space].", "{n}[占{x}兆|大小是{x}兆]。"),
    ("[How large is {n}|How many megabytes does {n} take up|How much space does {n} need|What is the size of {n}]", "{n}[有多大|占多少兆|的大小是多少|需要多少空间]"), whole(2, 9000), ("{n} needs little space.", "{n}占的空间很小。"), label=("size: {x} megabytes", "大小：{x}兆"))
DOWNLOADS = Trait(("{n} [was downloaded {x} times|has {x} downloads|counts {x} downloads].", "{n}[被下载了{x}次|有{x}次下载]。"),
    ("[How often was {n} downloaded|How many downloads does {n} have|How many times was {n} downloaded|What is the number of downloads of {n}]", "{n}[被下载了多少次|有几次下载|的下载量是多少|下载过多少次]"), whole(10, 90000), ("{n} is often downloaded.", "{n}下载的人很多。"), label=("downloads: {x}", "下载量：{x}次"))
IN_TONGUES = Trait(("{n} [speaks {x} languages|can be had in {x} languages|comes in {x} languages].", "{n}[支持{x}种语言|有{x}种语言]。"),
    ("[How many languages does {n} speak|In how many languages can {n} be had|In how many languages does {n} come|What is the number of languages of {n}]", "{n}[支持几种语言|有多少种语言|能用几种语言|的语言有几种]"), whole(2, 90), label=("languages: {x}", "语言：{x}种"))
LAY = Trait(("{n} [was found {x}|lay {x}|turned up {x}].", "{n}[是在{x}找到的|掉在{x}]。"),
    ("[Where was {n} found|Where did {n} lie|Where did {n} turn up|Where did somebody find {n}|In what spot was {n}]", "{n}[是在哪里找到的|掉在哪里|是在什么地方捡到的|在哪儿被发现]"), _one(_SPOTS), ("{n} was found.", "{n}找到了。"), label=("found: {x}", "拾到地点：{x}"))
HANDED_IN = Trait(("[{n} was handed in by {x}|{x} handed in {n}|It was {x} who brought {n} to the desk].", "{n}[是{x}交来的|由{x}捡到]。"),
    ("[Who handed in {n}|By whom was {n} handed in|Who brought {n} to the desk|Whom should I thank for handing in {n}]", "{n}[是谁交来的|由谁捡到|是谁送来的|我该谢谢谁捡到了]"), person, ("{n} was handed in.", "{n}有人交来了。"), True, ("handed in by: {x}", "交来人：{x}"))
REWARD = Trait(("[There is a reward of {x} coins for {n}|Whoever finds {n} gets {x} coins|The finder of {n} is paid {x} coins].", "[找到{n}的人可得{x}元|{n}的酬金是{x}元]。"),
    ("[How high is the reward for {n}|What does the finder of {n} get|How many coins are promised for {n}|What is paid to whoever finds {n}]", "[找到{n}的人能得多少钱|{n}的酬金是多少|找到{n}给几元|找回{n}有多少酬金]"), whole(5, 900), ("There is a reward for {n}.", "找到{n}有酬金。"), label=("reward: {x} coins", "酬金：{x}元"))
COWS = Trait(("[{n} keeps {x} cows|There are {x} cows on {n}|{n} is home to {x} cows].", "{n}[养了{x}头牛|有{x}头牛]。"),
    ("[How many cows does {n} keep|How many cows are there on {n}|To how many cows is {n} home|What is the number of cows on {n}]", "{n}[养了几头牛|有多少头牛|的牛有几头|一共养了多少牛]"), whole(2, 900), ("{n} keeps cows.", "{n}养牛。"), label=("cows: {x}", "牛的数量：{x}头"))
GROWS = Trait(("{n} [grows {x}|has fields of {x}|lives on {x}].", "{n}[种{x}|种的是{x}]。"),
    ("[What does {n} grow|What is in the fields of {n}|What crop does {n} live on|What do they grow on {n}|Which crop does {n} have]", "{n}[种什么|种的是什么|地里长什么|种的是什么庄稼]"), _one(_CROPS), ("{n} has good fields.", "{n}的地很好。"), label=("crop: {x}", "作物：{x}"))
FARMER = Trait(("[The farmer on {n} is {x}|{n} is worked by {x}|{x} works the land of {n}].", "{n}[由{x}耕种|的农夫是{x}]。"),
    ("[Who is the farmer on {n}|By whom is {n} worked|Who works the land of {n}|Whose work keeps {n} going]", "{n}[由谁耕种|的农夫是谁|是谁在种|的地谁在种]"), person, None, True, ("farmer: {x}", "农夫：{x}"))
EGGS_A_DAY = Trait(("[The hens of {n} lay {x} eggs a day|{n} gets {x} eggs a day|{n} has {x} eggs each morning].", "{n}[每天收{x}个鸡蛋|一天有{x}个鸡蛋]。"),
    ("[How many eggs a day does {n} get|How many eggs do the hens of {n} lay|How many eggs are there on {n} each day|What number of eggs does {n} get in a day]", "{n}[每天收几个鸡蛋|一天有多少鸡蛋|一天能收几个蛋|每天有多少个鸡蛋]"), whole(4, 9000), ("There are hens on {n}.", "{n}养鸡。"), label=("eggs a day: {x}", "每日鸡蛋：{x}个"))
SEATS = Trait(("{n} [has {x} seats|seats {x} people|offers {x} seats].", "{n}[有{x}个座位|能坐{x}个人]。"),
    ("[How many seats does {n} have|How many people can sit in {n}|For how many people is there a seat in {n}|How many does {n} seat]", "{n}[有几个座位|能坐多少人|能坐几个人|的座位有几个]"), whole(2, 30), label=("seats: {x}", "座位数量：{x}个"))
MILEAGE = Trait(("{n} [has done {x} kilometres|shows {x} kilometres on the clock|has {x} kilometres behind it].", "{n}[跑了{x}公里|的里程是{x}公里]。"),
    ("[How many kilometres has {n} done|What is the mileage of {n}|How far has {n} been driven|What does the clock of {n} show in kilometres]", "{n}[跑了多少公里|的里程是多少|开了多远|已经跑了几公里]"), whole(100, 300000), ("{n} has been driven a lot.", "{n}跑过很多路。"), label=("mileage: {x} kilometres", "里程：{x}公里"))
PLATE = Trait(("[The number plate of {n} is {x}|{n} has the plate {x}|{n} is registered as {x}].", "{n}的车牌[是|号码是]{x}。"),
    ("[What is the number plate of {n}|Which plate does {n} have|As what is {n} registered|What does it say on the plate of {n}]", "{n}的车牌[是什么|号码是多少|是多少|写的是什么]"), _plate, ("{n} has a new plate.", "{n}换了车牌。"), label=("plate: {x}", "车牌：{x}"))
LITRES = Trait(("{n} [drinks {x} litres on a hundred kilometres|needs {x} litres for a hundred kilometres|burns {x} litres on a hundred kilometres].", "{n}[百公里油耗{x}升|跑一百公里要{x}升油]。"),
    ("[How much does {n} drink on a hundred kilometres|How many litres does {n} need for a hundred kilometres|How thirsty is {n}, in litres|What does {n} burn on a hundred kilometres]", "{n}[百公里油耗多少|跑一百公里要几升油|的油耗是多少升|有多费油，几升]"), whole(3, 40), label=("fuel: {x} litres on a hundred kilometres", "百公里油耗：{x}升"))
MIN_AGE_JOB = Trait(("[For {n} you must be {x} years old|{n} is for people of {x} years and over|Nobody under {x} years gets {n}].", "{n}要求[年满{x}岁|{x}岁以上]。"),
    ("[How old must one be for {n}|From what age can I have {n}|What is the lowest age for {n}|What age does {n} ask for]", "{n}要求[几岁以上|年满多少岁|多大年龄|的最低年龄是几岁]"), whole(14, 60), label=("age from: {x} years", "年龄要求：{x}岁以上"))
AGE_OF = Trait(("{n} [is {x} million years old|has an age of {x} million years|was formed {x} million years ago].", "{n}[有{x}百万年的历史|的年龄是{x}百万年]。"),
    ("[How old is {n}|What is the age of {n}|How many million years ago was {n} formed|How many million years old is {n}]", "{n}[有多少年的历史|的年龄是多少|有多古老|存在多久了]"), whole(2, 9000), label=("age: {x} million years", "年龄：{x}百万年"))


def _named(ways: tuple[Pair, ...], nouns: tuple[Pair, ...]) -> tuple[Pair, ...]:
    return tuple((way[0].replace("@", noun[0]), way[1].replace("@", noun[1])) for way in ways for noun in nouns)


_THE = (("the {w} @", "{w}@"),)
PRODUCTS = Kind(_named((("the {w} @", "{w}@"),), (("kettle", "水壶"), ("headset", "耳机"), ("rucksack", "背包"), ("toaster", "烤面包机"), ("desk lamp", "台灯"), ("watch", "手表"), ("office chair", "办公椅"), ("blender", "搅拌机"))),
    (STARS, REVIEWS, PRAISED, BLAMED, COMES_IN, IN_STOCK, CHEAPER, COSTS, HUE, WEIGHS, MADE_BY, WARRANTY, MODEL, STUFF), ("the product", "这件商品"))
RECIPES = Kind(_named(_THE, (("cake", "蛋糕"), ("pie", "馅饼"), ("casserole", "砂锅"), ("bread", "面包"), ("pudding", "布丁"))),
    (SERVES, OVEN, BAKES, MAIN_PART, EGGS, SUGAR, EATEN_WITH, RESTS, LEARNT_FROM), ("the dish", "这道菜"))
PLANTS = Kind(_named(_THE, (("rose", "玫瑰"), ("orchid", "兰花"), ("fern", "蕨"), ("lily", "百合"), ("cactus", "仙人掌"), ("tulip", "郁金香"))),
    (BLOOMS, WATER, SITE, FOUND_BY, FOUND_IN_YEAR, GROWS_TO, HUE, COSTS, NAMED_AFTER), ("the plant", "这种植物"))
GAMES = Kind((('the board game "{w}"', "桌游《{w}》"), ('the card game "{w}"', "纸牌游戏《{w}》"), ('the game "{w}"', "游戏《{w}》")),
    (FOR_PLAYERS, A_ROUND, CARDS, MIN_AGE, RELEASED, STARS, COSTS, INVENTED, MADE_BY, IN_STOCK), ("the game", "这个游戏"))
RULES = Kind(_named((("the {w} @", "{w}@"), ("the new park @", "新的公园@")), (("law", "法令"), ("rule", "规定"), ("notice", "告示"))),
    (FORBIDS, FINE, IN_FORCE, APPLIES, SIGNED, WORDED, ROOM, TRACKING), ("the rule", "这条规定"))
MAILS = Kind((("the {w} mail", "{w}邮件"), ("the letter about {w}", "关于{w}的信"), ("the {w} message", "{w}消息")),
    (SENT_BY, SENT_TO, SENT_AT, MATTER, ATTACHED, ANSWER_BY, WORDED, TRACKING), ("the mail", "这封信"))
PARCELS = Kind(_named((("the {w} @", "{w}@"), ("the heavy @", "那个重@")), (("parcel", "包裹"), ("crate", "箱子"))),
    (CONTAINS, POSTED_IN, DUE, COURIER, TRACKING, WEIGHS, SENT_BY, SENT_TO, HUE, STUFF), ("the parcel", "这个包裹"))
SONGS = Kind((('the song "{w}"', "歌曲《{w}》"), ('the waltz "{w}"', "圆舞曲《{w}》"), ('the hymn "{w}"', "赞歌《{w}》")),
    (SUNG, COMPOSED, SECONDS, CHART, RELEASED, HEARD_BY, WORDED, STARS), ("the song", "这首歌"))
PAINTINGS = Kind((('the painting "{w}"', "油画《{w}》"), ('the picture "{w}"', "画作《{w}》"), ('the portrait "{w}"', "肖像画《{w}》")),
    (PAINTED_BY, SHOWS, HANGS, MADE_IN_YEAR, OWNER, COSTS, WEIGHS, TRACKING), ("the picture", "这幅画"))
FLATS = Kind(_named((("the {w} @", "{w}@"), ("the small @", "小@"), ("the bright @", "明亮的@")), (("flat", "公寓"), ("studio", "单间"), ("loft", "阁楼"))),
    (RENT, SQUARE, ON_FLOOR, FREE_FROM, LANDLORD, COLOUR, PHONE, CONTACT), ("the flat", "这套房子"))
POSTS = Kind((("the {w} job", "{w}的工作"), ("the post at {w}", "{w}的职位"), ("the weekend job at {w}", "{w}的周末兼职")),
    (PAYS, HOURS, DUTY, CONTACT, APPLY_BY, MIN_AGE_JOB, PHONE, TRACKING), ("the job", "这份工作"))
CLUBS = Kind((("the {w} club", "{w}俱乐部"), ("the {w} choir", "{w}合唱团"), ("the {w} society", "{w}协会"), ("the {w} chess club", "{w}象棋社")),
    (CLUB_SIZE, MEETS, YEARLY, TREASURER, FOUNDED, FOUNDER, HEAD, PHONE, CONTACT), ("the club", "这个社团"))
RIVERS = Kind((("the {w}", "{w}河"), ("the river {w}", "{w}河"), ("the {w} creek", "{w}溪")),
    (KM, RISES_IN, FLOWS_INTO, DEEP, BRIDGES, FISH, FOUND_BY, NAMED_AFTER), ("the river", "这条河"))
MOUNTAINS = Kind((("Mount {w}", "{w}山"), ("the {w} peak", "{w}峰"), ("the {w} mountain", "{w}山")),
    (HIGH, FIRST_UP, WAY_UP, HUT, NAMED_AFTER, FOUND_IN_YEAR, KNOWN, AREA), ("the mountain", "这座山"))
PLANETS = Kind((("the planet {w}", "行星{w}"), ("the comet {w}", "彗星{w}"), ("the dwarf planet {w}", "矮行星{w}")),
    (MOONS, A_DAY, A_YEAR, NAMED_AFTER, FOUND_BY, FOUND_IN_YEAR, HUE, AGE_OF), ("the celestial body", "这颗星"))
APPS = Kind((("the app {w}", "{w}应用"), ("{w}Note", "{w}笔记"), ("the {w} app", "{w}应用"), ("the browser {w}", "{w}浏览器"), ("the program {w}", "{w}程序")),
    (DEVELOPED, VERSION, MEGABYTES, DOWNLOADS, IN_TONGUES, STARS, REVIEWS, COSTS, RELEASED), ("the app", "这个软件"))
LOST = Kind((("the {w} umbrella", "{w}牌雨伞"), ("the lost wallet", "丢失的钱包"), ("the lost ring", "丢失的戒指"), ("the {w} suitcase", "{w}牌行李箱"), ("the key of {w}", "{w}的钥匙"), ("the lost cap", "丢失的帽子")),
    (LAY, HANDED_IN, REWARD, HUE, OWNER, STUFF, ROOM, TRACKING), ("the lost thing", "这件失物"))
FARMS = Kind((("the {w} farm", "{w}农场"), ("{w} Farm", "{w}农场"), ("the old {w} farm", "老{w}农场")),
    (COWS, GROWS, FARMER, EGGS_A_DAY, AREA, OWNER, FOUNDED, KNOWN), ("the farm", "这个农场"))
CARS = Kind((("the {w} car", "{w}汽车"), ("the {w} van", "{w}面包车"), ("the old taxi", "旧出租车"), ("the {w} truck", "{w}卡车"), ("the red jeep", "红色吉普车")),
    (SEATS, MILEAGE, PLATE, LITRES, COSTS, OWNER, BOUGHT, SPEED, DESIGNED, WEIGHS), ("the car", "这辆车"))
# fmt: on
WORKS_AND_WARES = (
    PRODUCTS,
    RECIPES,
    PLANTS,
    GAMES,
    RULES,
    MAILS,
    PARCELS,
    SONGS,
    PAINTINGS,
    FLATS,
    POSTS,
    CLUBS,
    RIVERS,
    MOUNTAINS,
    PLANETS,
    APPS,
    LOST,
    FARMS,
    CARS,
)  # fmt: skip
# One question could mean both.
ALIKE = (
    {COSTS, CHEAPER},
    {STARS, CHART},
    {OVEN, BAKES, RESTS},
    {MAIN_PART, EGGS, SUGAR},
    {FOUND_BY, NAMED_AFTER},
    {INVENTED, MADE_BY, DESIGNED},
    {ROOM, TRACKING},
    {PHONE, TRACKING},
    {PHONE, CONTACT},
    {LANDLORD, CONTACT},
    {HEAD, TREASURER, FOUNDER, CONTACT},
    {SENT_BY, POSTED_IN},
    {SENT_BY, COURIER},
    {SQUARE, ON_FLOOR},
    {DUE, ANSWER_BY},
    {RISES_IN, FLOWS_INTO},
    {FARMER, OWNER},
    {OWNER, HANDED_IN},
    {LAY, ROOM},
    {SUNG, COMPOSED},
    {MATTER, WORDED},
    {DUTY, APPLIES},
    {COLOUR, HUE, SHOWS},
    {OWNER, PAINTED_BY},
    {SECONDS, HEARD_BY},
    {PAYS, HOURS},
    {KNOWN, GROWS},
    {AGE_OF, FOUND_IN_YEAR},
    {AGE, AGE_OF},
    {STUFF, CONTAINS},
    {HIGH, WAY_UP},
    {RELEASED, VERSION},
    {AREA, HIGH},
    {WARRANTY, COMES_IN},
)
