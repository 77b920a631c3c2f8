"""What people let drop in passing and ask for later: gates, cats, schools, anniversaries, whose turn it is."""

from collections.abc import Callable

from training import words
from training.bank.memory_kinds import NOTED, Kind, clock, date, day, human, number, place, title, town
from training.words import Pair
from training.writer import Slot, Writer

# fmt: off
_COFFEES: list[Pair] = [("a flat white", "澳白"), ("a double espresso", "双份浓缩"), ("a latte with oat milk", "燕麦奶拿铁"), ("a cappuccino", "卡布奇诺"), ("an iced americano", "冰美式"), ("a mocha without cream", "不加奶油的摩卡"), ("a decaf", "低因咖啡"), ("a macchiato", "玛奇朵"), ("a filter coffee with honey", "加蜂蜜的滴滤咖啡"), ("a cold brew", "冷萃")]
_LOSABLE: list[Pair] = [("the left glove", "左手的手套"), ("a gold earring", "一只耳环"), ("the bus pass", "公交卡"), ("the sunglasses", "墨镜"), ("the new hat", "帽子"), ("a library book", "图书馆的书"), ("the headphones", "耳机"), ("the bicycle pump", "打气筒"), ("the lunch box", "饭盒"), ("the thermos", "保温杯"), ("the student card", "学生证"), ("the reading glasses", "老花镜")]
_PARTS: list[Pair] = [("knee", "膝盖"), ("back", "后背"), ("shoulder", "肩膀"), ("ankle", "脚踝"), ("wrist", "手腕"), ("neck", "脖子"), ("elbow", "胳膊肘"), ("hip", "胯骨"), ("jaw", "下巴"), ("thumb", "大拇指"), ("heel", "脚后跟")]
_SPICES: list[Pair] = [("cinnamon", "肉桂"), ("star anise", "八角"), ("nutmeg", "肉豆蔻"), ("lemon peel", "柠檬皮"), ("fish sauce", "鱼露"), ("smoked paprika", "烟熏红椒粉"), ("a spoon of coffee", "一勺咖啡"), ("white pepper", "白胡椒"), ("rock sugar", "冰糖"), ("sesame oil", "香油"), ("cardamom", "小豆蔻"), ("vinegar", "醋")]
_COSTUMES: list[Pair] = [("a pirate", "海盗"), ("a ghost", "幽灵"), ("a lobster", "龙虾"), ("a clown", "小丑"), ("a knight", "骑士"), ("a wizard", "巫师"), ("a penguin", "企鹅"), ("a vampire", "吸血鬼"), ("a mermaid", "美人鱼"), ("a robot", "机器人"), ("a scarecrow", "稻草人")]
_FEARS: list[Pair] = [("spiders", "蜘蛛"), ("heights", "高处"), ("lightning", "打雷"), ("lifts", "电梯"), ("needles", "打针"), ("deep water", "深水"), ("snakes", "蛇"), ("flying", "坐飞机"), ("the dark", "黑暗"), ("bats", "蝙蝠"), ("moths", "飞蛾"), ("dogs", "狗")]
_COLLECTED: list[Pair] = [("stamps", "邮票"), ("coins", "硬币"), ("postcards", "明信片"), ("old maps", "老地图"), ("fridge magnets", "冰箱贴"), ("bottle caps", "瓶盖"), ("sea shells", "贝壳"), ("vinyl records", "黑胶唱片"), ("comic books", "漫画书"), ("matchboxes", "火柴盒"), ("snow globes", "水晶球"), ("fountain pens", "钢笔")]
_SAVED_FOR: list[Pair] = [("a motorbike", "一辆摩托车"), ("a camper van", "一辆房车"), ("a new roof", "翻修屋顶"), ("a piano", "一架钢琴"), ("a telescope", "一台望远镜"), ("a sewing machine", "一台缝纫机"), ("a sailing boat", "一条帆船"), ("a dishwasher", "一台洗碗机"), ("a drone", "一架无人机"), ("a winter coat", "一件冬大衣")]
_DISHES: list[Pair] = [("lentil soup", "扁豆汤"), ("fried rice", "炒饭"), ("lasagne", "千层面"), ("stuffed peppers", "酿青椒"), ("fish cakes", "鱼饼"), ("tomato omelette", "番茄炒蛋"), ("goulash", "土豆炖牛肉"), ("braised pork", "红烧肉"), ("risotto", "烩饭"), ("mapo tofu", "麻婆豆腐"), ("hotpot", "火锅"), ("potato gratin", "焗土豆")]
_POSTS: list[Pair] = [("goalkeeper", "守门员"), ("left back", "左后卫"), ("striker", "前锋"), ("midfielder", "中场"), ("captain", "队长"), ("substitute", "替补"), ("centre back", "中后卫"), ("right winger", "右边锋")]
_TALKS: list[Pair] = [("bees", "蜜蜂"), ("volcanoes", "火山"), ("bicycles", "自行车"), ("sleep", "睡眠"), ("the Moon", "月球"), ("bridges", "桥梁"), ("old trees", "古树"), ("recycling", "垃圾分类"), ("tea", "茶叶"), ("submarines", "潜水艇"), ("folk songs", "民歌"), ("glaciers", "冰川")]
_DOINGS: list[Pair] = [("canoeing", "划船"), ("bowling", "打保龄球"), ("ice skating", "滑冰"), ("camping", "露营"), ("climbing", "攀岩"), ("mushroom picking", "采蘑菇"), ("dancing", "跳舞"), ("shopping for shoes", "买鞋"), ("sledging", "玩雪橇"), ("sailing", "开帆船"), ("horse riding", "骑马"), ("birdwatching", "观鸟")]
_SIGNS: list[Pair] = [("Aries", "白羊座"), ("Taurus", "金牛座"), ("Gemini", "双子座"), ("Cancer", "巨蟹座"), ("Leo", "狮子座"), ("Virgo", "处女座"), ("Libra", "天秤座"), ("Scorpio", "天蝎座"), ("Sagittarius", "射手座"), ("Capricorn", "摩羯座"), ("Aquarius", "水瓶座"), ("Pisces", "双鱼座")]
_HINTS: list[Pair] = [("the first bicycle", "第一辆自行车"), ("grandma's street", "奶奶家那条街"), ("the blue boat", "蓝色的小船"), ("the holiday by the lake", "湖边的假期"), ("the teacher with the beard", "留胡子的老师"), ("the old piano", "旧钢琴"), ("the name of the rabbit", "兔子的名字"), ("the green door", "绿色的门"), ("the song from the wedding", "婚礼上的歌"), ("the pear tree", "那棵梨树")]
_YOUNG: tuple[Pair, ...] = (("son", "儿子"), ("daughter", "女儿"), ("niece", "侄女"), ("nephew", "侄子"), ("grandson", "孙子"), ("granddaughter", "孙女"), ("little sister", "妹妹"), ("little brother", "弟弟"), ("goddaughter", "干女儿"))


def _year(low: int, high: int) -> Callable[[Writer], Slot]:
    """A year; not long ago, or long."""
    return lambda w: str(w.rng.randrange(low, high))


def _two(w: Writer) -> Slot:
    """Two names, the same in both languages."""
    a, b = human(w), human(w)
    return (f"{a} and {b}", f"{a}和{b}") if a != b else _two(w)


def _gate(w: Writer) -> Slot:
    return f"{w.rng.choice('ABCDEFGHK')}{w.rng.randrange(1, 90)}"


def _late(w: Writer) -> Slot:
    return f"{w.rng.randrange(17, 24)}:{w.rng.randrange(0, 60, 5):02d}"


# As in `memories.BANK`: a conversation tells one kind of a name at most. Names that exist there or in `personal_memories` are
# those whose questions might be taken for these; what stands under them comes behind what stands there already.
DAILY: dict[str, tuple[Kind, ...]] = {
    "pet": (Kind(
        ("my two cats' names", "我家两只猫的名字"),
        ("[My two cats are called {x}|I have two cats, {x}|We've got {x} at home, two very lazy cats|The sofa belongs to {x}, my two cats, I only sit on the floor|I can't come before six, somebody has to feed my two cats, {x}|The shelter gave us two cats yesterday and the children named them {x}|You should hear {x} at five in the morning, my two cats want breakfast|I opened the window for a minute and both cats were gone, but {x} came back by themselves|I share my flat with two cats who answer to {x}|Two cats live with me: {x}|It was a quiet evening, a book, some tea, and my two cats {x} on the blanket][.|]",
         "[我家两只猫叫{x}|我养了两只猫，{x}|家里有{x}两只懒猫，整天睡觉|沙发是{x}的，我家两只猫把我挤到地上坐|六点前我走不开，得喂我那两只猫{x}|昨天领养了两只猫，孩子们起名叫{x}|早上五点{x}就叫，我家两只猫要吃早饭|窗户开了一会儿，两只猫都跑了，还好{x}自己回来了|跟我一起住的还有两只猫，{x}|昨晚看看书喝喝茶，两只猫{x}就趴在毯子上|我那两只猫，一胖一瘦，叫{x}][。|]"),
        ("[Hello to {x}!|Two cats, how lovely!|Noted: {x}.]", "[替我向{x}问好！|两只猫，真好！|记住了：{x}。]"),
        ("[What are my two cats called|Who are my two cats|The names of my cats, please|What was it I called my two cats|Remind me, what are the names of my two cats|The cat sitter asks what to call the two of them|Do you still know both of my cats' names|I told you about my two cats, what are they called again|Which two names do my cats have|What do I shout when both cats are out][?|]",
         "[我家两只猫叫什么|我那两只猫叫什么来着|两只猫的名字，说一下|还记得我两只猫的名字吗|请人来喂猫，两只猫怎么称呼|我给两只猫起了什么名字|跟你提过我的两只猫，叫什么|提醒我一下我家两只猫叫啥|两只猫都跑出去了，我该喊什么][？|]"),
        ("Your two cats are called {x}.", "你家两只猫叫{x}。"), _two),
     Kind(
        ("the name of my first pet", "我养的第一只宠物的名字"),
        ("[My first pet was called {x}|When I was six I got my first pet and named it {x}|I still have a photo of {x}, my first pet|The first animal that was ever mine had the name {x}|{x} was my first pet, a hamster with one ear|Nobody believes it, but I cried for weeks over {x}, my very first pet|Long before the ones we have now there was {x}, the first pet I ever had|My parents didn't want animals, but I brought home a stray, {x}, my first pet|We buried my first pet under the apple tree, it was called {x}|I was cleaning the attic and found the collar of my first pet, {x}][.|]",
         "[我养的第一只宠物叫{x}|六岁那年我有了第一只宠物，取名{x}|我还留着{x}的照片，那是我的第一只宠物|小时候第一次养小动物，名字叫{x}|{x}是我养过的第一只宠物，是只仓鼠|为了第一只宠物{x}，我哭了好几个星期|爸妈不让养，我还是抱回来一只，叫{x}，我的头一只宠物|我第一只宠物埋在苹果树下，它叫{x}|收拾阁楼翻出我第一只宠物的项圈，上面写着{x}|现在养的不算，最早那只宠物叫{x}][。|]"),
        NOTED,
        ("[What was my first pet called|What's the name of my first pet|The website wants to know my first pet|Who was my first pet|Remind me of the first pet I had|How did I name the very first animal I had|The security question is about my first pet, what do I put|Do you still know my first pet's name|I mentioned the first pet I ever had, what was it called again][?|]",
         "[我第一只宠物叫什么|我养的第一只宠物叫什么名字|网站问我第一只宠物的名字|还记得我最早那只宠物叫啥吗|我小时候的第一只宠物叫什么来着|安全问题问第一只宠物，填什么|我说过我的头一只宠物，名字是|提醒我，我第一次养的宠物叫什么][？|]"),
        ("Your first pet was called {x}.", "你的第一只宠物叫{x}。"), human),),
    "birthday": (Kind(
        ("the year I was born", "我出生的年份"),
        ("[I was born in {x}|My year of birth is {x}|In {x} I came into the world|I'm a child of {x}|It says {x} on my birth certificate|I belong to those of {x}, the same year as half of my street|They asked for my ID at the bar, as if anybody born in {x} looked like a teenager|My mother says the winter of {x} was the coldest ever, that's when I was born|The wine in the cellar is from {x}, just like me, I was born that year|Write {x} where they want my year of birth][.|]",
         "[我是{x}年出生的|我生于{x}年|我出生那年是{x}年|身份证上写着我{x}年生|{x}年我来到这个世界|我跟半条街的人同年，都是{x}年生的|买酒还查我证件，{x}年出生的人哪像小孩|我妈说{x}年冬天特别冷，就是那年生的我|地窖里那瓶酒跟我同岁，都是{x}年的，我也那年出生|出生年份那栏我填{x}][。|]"),
        NOTED,
        ("[In which year was I born|What year was I born in|What's my year of birth|Which year was it that I came into the world|Remind me of my birth year|The form wants my year of birth|Since which year have I been alive|Do you still know what year I was born in|Which year stands on my birth certificate][?|]",
         "[我是哪年出生的|我哪一年生的|我的出生年份是多少|还记得我出生在哪一年吗|表格要填出生年份|我说过我是哪年生人|提醒我一下，我是哪一年出生的|我身份证上是哪年生][？|]"),
        ("Your year of birth is {x}.", "你是{x}年出生的。"), _year(1930, 2018)),
     Kind(
        ("my star sign", "我的星座"),
        ("[My star sign is {x}|I'm a {x}, if you believe in stars|The stars made me a {x}|I don't believe in horoscopes, but I'm a {x}|My aunt reads me the horoscope every Sunday, always the bit for {x}, my star sign|On the dating app I had to give my star sign, {x}|Typical {x}, they say about me, that's my star sign|For horoscopes: {x} is my sign|Whatever the paper says about {x}, that's my sign, comes true on the bus to work|I was given a mug with {x} on it, my sign in the zodiac][.|]",
         "[我的星座是{x}|我是{x}的，信不信由你|我不信星座，不过我是{x}|姑姑每周给我念运势，念的都是{x}，我的星座|相亲软件要填星座，我填了{x}|大家说我是典型的{x}|看运势的话，我是{x}|报纸上写{x}怎样怎样，我的星座总被说中|别人送我个杯子，印着{x}，是我的星座|按生日算我属于{x}][。|]"),
        NOTED,
        ("[What is my star sign|Which sign of the zodiac am I|What's my sign|Which horoscope should I read|Remind me what star sign I am|Under which sign am I|Somebody wants to read my stars, what sign was it|Do you still know my star sign|What was my sign in the zodiac again][?|]",
         "[我是什么星座|我的星座是哪个|我什么星座来着|看运势该看哪个星座|还记得我是什么座的吗|有人要给我算运势，我是什么星座|提醒我一下我的星座|我说过我是哪个星座][？|]"),
        ("Your star sign is {x}.", "你的星座是{x}。"), lambda w: w.pick(_SIGNS)),),
    "trip": (Kind(
        ("the place of my last holiday", "我上次度假的地方"),
        ("[Last summer we were in {x}|We spent our last holiday in {x}|My last holiday was in {x}|I'm still brown from {x}, where we went last summer|The photos from last summer are ready, two hundred of {x}|It rained for two weeks, but I loved our last holiday in {x}|After last year's holiday in {x} I never want to see a tent again|We lost a suitcase on the way to {x} last summer, but the holiday itself was fine|I learned to dive last summer, when we were in {x}|Last year the whole family went to {x} in one car, that was a holiday|I bought this shirt on my last holiday, in {x}][.|]",
         "[去年夏天我们在{x}度假|我上次度假去的是{x}|上个假期我们是在{x}过的|我晒得这么黑，是去年夏天在{x}晒的|去年夏天的照片洗好了，两百张{x}|上次度假在{x}，下了两周的雨，可我还是喜欢|去年在{x}度完假，我再也不想住帐篷了|去年夏天去{x}，路上丢了个箱子，假期倒挺好|我去年夏天学会了潜水，就在{x}|去年全家挤一辆车去了{x}度假|这件衬衫是上次度假在{x}买的][。|]"),
        ("[That sounds nice!|Noted: {x}.]", "[听起来不错！|记住了：{x}。]"),
        ("[Where did we go last summer|Where was my last holiday|In which place did I spend last summer|Where did I get so brown|Remind me where we were last summer|What was the place of our last holiday again|Do you still know where I was on holiday last year|I told you about last summer, where was that|Where were the holiday photos taken][?|]",
         "[去年夏天我们去了哪里|我上次度假在哪儿|上个假期我在哪里过的|还记得我去年夏天去了哪儿吗|我上回度假的地方是哪里来着|度假照片是在哪里拍的|跟你说过去年夏天的事，是在哪里|提醒我，去年度假去的是哪儿][？|]"),
        ("Last summer's holiday was in {x}.", "你上次度假在{x}。"), town),),
    "gate": (Kind(
        ("my gate at the airport", "我的登机口"),
        ("[My gate is {x}|I board at gate {x}|They've just called gate {x} for us|The screen finally shows my gate, it's {x}|I'm running to gate {x} with two bags and a child on my arm|Security took for ever, now I have ten minutes to get to my gate, {x}|I've found a seat near gate {x} and wait for boarding|They moved us to gate {x}, at the other end of the airport of course|Boarding pass, passport, water, all there, and my gate is {x}|If you lose me in the shops, I'll be at gate {x}][.|]",
         "[我的登机口是{x}|我在{x}登机口上飞机|广播说我们去{x}登机口|屏幕终于出来了，我的登机口是{x}|我拖着两个包抱着孩子往{x}登机口跑|安检排了半天，只剩十分钟赶到{x}登机口|我在{x}登机口旁边找了个座位等着|登机口改成{x}了，偏偏在机场另一头|护照、水都带了，登机口{x}|逛店走散了就到{x}登机口找我][。|]"),
        NOTED,
        ("[Which gate do I board at|What's my gate|Where do I have to go for boarding, which gate|Remind me of my gate|At which gate is my plane|I'm in the duty-free shop, which gate was it again|To which gate did they move us|Do you still know my gate|Gate number, please][?|]",
         "[我的登机口是几号|我在哪个登机口|登机口是多少来着|还记得我的登机口吗|我在免税店，该去哪个登机口|登机口改到哪里了|提醒我一下登机口|飞机在哪个口登机][？|]"),
        ("Your gate is {x}.", "你的登机口是{x}。"), _gate),),
    "lock": (Kind(
        ("the number of my locker", "我储物柜的柜号"),
        ("[I have locker {x}|My locker is number {x}|At the pool they gave me locker {x}|My bag and my jacket are in locker {x}|I've put everything in locker {x} and gone swimming|Mine is locker {x}, the one with the dent in the door|The gym was full today and only locker {x} at the very end was free, so I took it|All the lockers look alike, so I tell myself: locker {x} is mine|Locker {x} is mine until the end of term|My things are safe, they are in locker number {x}][.|]",
         "[我用的是{x}号柜子|我的储物柜是{x}号|游泳馆给了我{x}号柜|包和外套都放在{x}号柜了|我把东西锁进{x}号柜就下水了|我的柜子是{x}号，门上有个坑|今天健身房人多，只剩最里头{x}号柜空着，我就用了|柜子都长一个样，我得记住是{x}号柜|这学期{x}号柜归我用|东西都安全，存在{x}号储物柜里][。|]"),
        NOTED,
        ("[Which locker is mine|What's the number of my locker|Which locker do I have|In which locker are my things|Remind me which locker I took|I'm standing here in a towel, which locker was it|Do you still know my locker number|All lockers look alike, which one is mine again][?|]",
         "[我的柜子是几号|我用的哪个储物柜|几号柜是我的|我的东西在几号柜里|还记得我的柜号吗|我裹着毛巾呢，我是几号柜来着|提醒我一下柜号|柜子都一样，我的是哪个号][？|]"),
        ("Your locker is number {x}.", "你的储物柜是{x}号。"), number(2, 600)),),
    "flat": (Kind(
        ("my flat number", "我的门牌号"),
        ("[I live in flat {x}|My flat is number {x}|Ring at {x}, that's my flat|The parcel should go to flat {x}, where I live|We're the ones in flat {x}, the door with the wreath|If you come by, the lift is broken, so walk up to flat {x}|People below complain about noise from flat {x}, that's us, I'm afraid|The postman always mixes me up with next door, my flat is {x}|On the bell there's no name, just {x}, my flat number|I've moved within the building and now have flat {x}][.|]",
         "[我住{x}室|我家门牌号是{x}|按{x}的门铃，就是我家|快递送到{x}室，那是我家|门上挂花环的那户，{x}室，就是我们|电梯坏了，你来的话爬楼到{x}室，我住那儿|楼下嫌{x}室吵，唉，说的就是我们家|邮递员老送错，我家是{x}室|门铃上没写名字，只写了{x}，我的门牌号|我在同一栋楼里搬了家，现在住{x}室][。|]"),
        NOTED,
        ("[What is my flat number|Which flat do I live in|At which number should they ring|The courier asks for the number of my flat|Which flat is ours|Remind me of my flat number|What did I say, which flat am I in|Do you still know the number of my flat][?|]",
         "[我住几室|我家门牌号是多少|该按几号的门铃找我|快递问我住哪一室|还记得我的门牌号吗|我住的是哪一户来着|提醒我一下我家几室|我说过我住多少号房][？|]"),
        ("Your flat number is {x}.", "你家门牌号是{x}。"), number(11, 2900)),),
    "lost": (Kind(
        ("the thing I lost", "我丢的东西"),
        ("[I've lost {x}|I can't find {x} anywhere, I've lost it for good|I lost {x} on the tram this morning|I must have dropped {x} in the park, it's lost|Have you ever been that stupid? I went out for bread and lost {x}|It was a lovely evening until I noticed I had lost {x}|The lady at the lost property office wrote it down: {x}|I'm rather sad, I lost {x} and it was a present|On the way from the cinema to the bus I lost {x}|If somebody calls from lost property, it's about {x}][.|]",
         "[我丢了{x}|我的东西丢了，是{x}|今天早上在电车上我弄丢了{x}|{x}找不到了，肯定是掉在公园里了|出门买个面包，把{x}弄丢了，真笨|昨晚本来挺开心，后来发现丢了{x}|失物招领处的人登记了：丢失{x}|有点难过，丢了{x}，还是别人送的|从电影院走到车站，路上丢了{x}|要是失物招领打电话来，就是说我丢的{x}][。|]"),
        ("[Oh no! I hope it turns up.|I'm sorry to hear that.|Noted.]", "[哎呀，希望能找回来。|真可惜。|记下了。]"),
        ("[What did I lose|What have I lost|What is it that I can't find any more|Lost property asks what I'm missing|What was it I dropped on the way|Remind me what I lost|What am I still looking for|Do you still know what I lost][?|]",
         "[我丢了什么|我弄丢的是什么|我什么东西不见了|失物招领问我丢的是什么|还记得我丢了啥吗|我在找什么来着|提醒我一下我丢了什么东西|路上掉的是什么][？|]"),
        ("You lost {x}.", "你丢了{x}。"), lambda w: w.pick(_LOSABLE), labelled=False),),
    "date": (Kind(
        ("our wedding anniversary", "我们的结婚纪念日"),
        ("[Our wedding anniversary is on {x}|We got married on {x}|We celebrate our anniversary on {x}|Every year on {x} my better half expects flowers|I forgot our anniversary once and never again: it's {x}|It poured on {x} when we said yes, our wedding day|Inside my ring it says {x}, the day we married|We never go to work on {x}, it's our wedding anniversary|The restaurant keeps a table for us every {x}, our anniversary|I married on {x} in a tiny village church][.|]",
         "[我们的结婚纪念日是{x}|我们是{x}结婚的|每年{x}我们过结婚纪念日|每年{x}爱人都等着我送花，那天是结婚纪念日|我忘过一次结婚纪念日，再不敢忘了，{x}|我们结婚那天下大雨，{x}|戒指里刻着{x}，我们结婚的日子|{x}我们从不上班，要过结婚纪念日|每逢{x}餐厅都给我们留座，是结婚纪念日|我{x}在一个小村子里办的婚礼][。|]"),
        NOTED,
        ("[When is our wedding anniversary|On what date did we get married|Which day is our anniversary|When do I have to bring flowers home|What does it say inside my ring|Remind me of our anniversary|What was our wedding day again|Do you still know when we married|I mustn't forget the anniversary, when is it][?|]",
         "[我们的结婚纪念日是哪天|我们哪天结的婚|结婚纪念日是几月几号|我该哪天送花庆祝结婚纪念日|戒指里刻的是什么日子|还记得我们是什么时候结婚的吗|提醒我，结婚纪念日是哪天来着|我可不能忘结婚纪念日，是几号][？|]"),
        ("Your wedding anniversary is on {x}.", "你们的结婚纪念日是{x}。"), date),
     Kind(
        ("the date of my last {z}", "我上次{z}的日期"),
        ("[My last {z} was on {x}|I had my last {z} on {x}|The sticker says {x} for the last {z}|On {x} I got a {z}, so I'm fine for now|I keep forgetting when I had a {z}, it was on {x}|It hurt a little, but since {x} I have the last {z} behind me|My calendar shows the last {z} on {x}|I looked through all the bills: the last {z} was on {x}|They asked me about my last {z} and I said {x}|Time flies, my last {z} was already on {x}][.|]",
         "[我上次{z}是{x}|{x}我刚做过{z}|单子上写着上次{z}是{x}|上次{z}的时间我老忘，是{x}|我{x}去做了{z}，暂时不用管了|日历上记着，上次{z}在{x}|翻了一堆账单，上次{z}是{x}|人家问我上次{z}什么时候，我说{x}|时间真快，上次{z}都是{x}的事了|从{x}做完{z}到现在，一切正常][。|]"),
        NOTED,
        ("[When was my last {z}|When did I have my last {z}|On what date was the last {z}|How long ago was my last {z}, what date|Remind me when I last had a {z}|They want the date of my last {z}|Do you still know when my last {z} was|What was the date of the last {z} again][?|]",
         "[我上次{z}是什么时候|上次{z}是哪天|我最近一次{z}是几月几号|还记得我上次{z}的日子吗|人家问我上次{z}的时间|我上回{z}是哪天来着|提醒我上次{z}是几号|我什么时候做的上一次{z}][？|]"),
        ("Your last {z} was on {x}.", "你上次{z}是{x}。"), date,
        (("tetanus shot", "打破伤风针"), ("haircut", "理发"), ("eye test", "查视力"), ("blood test", "验血"), ("tyre change", "换轮胎"), ("flu shot", "打流感疫苗"), ("boiler check", "锅炉检修"), ("dental cleaning", "洗牙"))),),
    "school": (Kind(
        ("my {z}'s school", "我{z}的学校"),
        ("[My {z} goes to {x} School|My {z}'s school is called {x}|I drop my {z} off at {x} School every morning|My {z} has just started at {x}, a small school near the river|They were full everywhere, but {x} School took my {z}|I'm late because my {z} forgot the lunch box and I had to drive back to {x} School|My {z} loves school now, {x} has a real theatre|The teachers at {x} School say my {z} talks too much|We moved house only so that my {z} could go to {x} School|My {z} will sing at the summer party of {x} School][.|]",
         "[我{z}在{x}学校上学|我{z}的学校叫{x}|每天早上我送{z}去{x}学校|我{z}刚转到{x}，河边那所小学校|别的学校都满了，{x}学校收了我{z}|我{z}忘带饭盒，我又开车跑了一趟{x}学校，所以迟到了|我{z}现在可喜欢上学了，{x}学校有个小剧场|{x}学校的老师说我{z}话太多|为了让{z}上{x}学校，我们专门搬了家|{x}学校夏天的晚会上，我{z}要唱歌][。|]"),
        NOTED,
        ("[Which school does my {z} go to|What's the name of my {z}'s school|Where does my {z} go to school|To which school do I drive my {z}|Remind me of my {z}'s school|The form asks for the school of my {z}|What was my {z}'s school called again|Do you still know which school my {z} is at][?|]",
         "[我{z}上哪所学校|我{z}的学校叫什么|我{z}在哪儿上学|我每天送{z}去哪个学校|还记得我{z}的学校吗|表格要填我{z}的学校|我{z}读的是哪个学校来着|提醒我一下我{z}学校的名字][？|]"),
        ("Your {z}'s school is called {x}.", "你{z}的学校叫{x}。"), title, _YOUNG),
     Kind(
        ("my {z}'s classroom", "我{z}的教室"),
        ("[My {z}'s classroom is {x}|My {z} is taught in room {x}|For the parents' afternoon I have to go to {x}, my {z}'s classroom|I ran up and down the corridors until I found {x}, where my {z} has lessons|They moved my {z}'s class to room {x}, since the roof leaks|My {z} left the gym bag in the classroom, room {x}|The drawings on the wall of {x} are by my {z}'s class|Second stairs on the left, then {x}, that's the classroom of my {z}|We should hand the cake in at {x}, my {z}'s classroom|Room {x} is where my {z} sits all day][.|]",
         "[我{z}的教室是{x}|我{z}在{x}教室上课|开放日我得去{x}，我{z}的教室|我在走廊里跑来跑去才找到{x}，我{z}在那儿上课|屋顶漏水，我{z}的班搬到{x}教室了|我{z}把运动包忘在教室了，{x}室|{x}教室墙上的画是我{z}班上画的|左边第二个楼梯上去，{x}，就是我{z}的教室|蛋糕送到{x}，我{z}的教室|我{z}一整天都在{x}教室][。|]"),
        NOTED,
        ("[Which classroom is my {z} in|What's my {z}'s classroom|In which room does my {z} have lessons|I'm at the school door, which room is my {z}'s|Where do I bring the cake for my {z}'s class, which room|Remind me of my {z}'s classroom|Do you still know the room of my {z}'s class|To what room did they move my {z}'s class][?|]",
         "[我{z}在哪个教室|我{z}的教室是几号|我在校门口，{z}在哪间教室|还记得我{z}的教室吗|蛋糕要送到我{z}的哪间教室|我{z}的班搬到哪个教室了|提醒我一下{z}的教室号|我{z}上课的教室是哪间来着][？|]"),
        ("Your {z}'s classroom is {x}.", "你{z}的教室是{x}。"), place, _YOUNG),),
    "drink": (Kind(
        ("my coffee order", "我点的咖啡"),
        ("[My coffee order is {x}|For me {x}, please, when you get coffee|I always order {x} at the coffee place|At the corner café they start making {x} when they see me, that's my order|If the intern goes for coffee again, mine is {x}|I slept badly, so the first thing I'll get from the coffee bar is {x}, as always|Everybody at the office has a silly coffee order and mine is {x}|I said {x} and they gave me tea, can't they get my coffee order right|Without {x} from the coffee shop I don't function before nine|My usual from the coffee van is {x}][.|]",
         "[我的咖啡点{x}|买咖啡的话，给我带{x}|我去咖啡店总点{x}|街角咖啡店一看见我就开始做{x}|实习生要是去买咖啡，我要{x}|昨晚没睡好，一会儿先去咖啡店来份{x}，老样子|办公室人人点咖啡都有讲究，我的是{x}|我点的咖啡明明是{x}，却给我上了茶|早上九点前没有咖啡店的{x}，我就不转|咖啡车那儿我的老样子是{x}][。|]"),
        NOTED,
        ("[What's my coffee order|Which coffee do I want|What should they bring me from the coffee place|Someone is getting coffee, what's mine|What do I always order at the café|Remind me of my coffee order|What was my usual coffee again|Do you still know how I take my coffee order][?|]",
         "[我的咖啡点什么|我喝哪种咖啡|有人去买咖啡，给我带什么|我在咖啡店总点什么|还记得我的咖啡要什么样的吗|我的老样子咖啡是什么来着|提醒我一下我点的咖啡|该给我买哪种咖啡][？|]"),
        ("Your coffee order is {x}.", "你点的咖啡是{x}。"), lambda w: w.pick(_COFFEES), twin="kincoffee"),),
    "kincoffee": (Kind(
        ("my {k}'s coffee order", "我{k}点的咖啡"),
        ("[My {k}'s coffee order is {x}|My {k} always has {x} at the café|If I get coffee for my {k}, it has to be {x}|My {k} wants {x}, nothing else counts as coffee there|I'm in the queue at the café, {x} for my {k}|I got the order wrong last week, so this time: {x} is the coffee for my {k}|The barista knows my {k} well and writes {x} on the cup at once|It's my turn to fetch coffee, and my {k} takes {x}|I met my {k} at the café, the usual {x} stood on the table|My {k} doesn't talk in the morning before {x} from the coffee bar][.|]",
         "[我{k}的咖啡是{x}|我{k}去咖啡店总点{x}|给我{k}买咖啡，得买{x}|我{k}只认{x}，别的都不算咖啡|我在咖啡店排队，给我{k}要{x}|上周买错了，这次记住，我{k}的咖啡是{x}|店员认识我{k}，杯子上直接写{x}|今天轮到我买咖啡，我{k}要{x}|我在咖啡店碰到我{k}，桌上照旧是{x}|早上不喝{x}，我{k}不说话，咖啡瘾大][。|]"),
        NOTED,
        ("[What's my {k}'s coffee order|Which coffee does my {k} want|I'm getting coffee, what does my {k} take|What do I bring my {k} from the café|Remind me what coffee my {k} has|What was the coffee for my {k} again|Do you still know my {k}'s coffee order|At the counter: what was it for my {k}][?|]",
         "[我{k}的咖啡点什么|我{k}喝哪种咖啡|我去买咖啡，给我{k}带什么|还记得我{k}要什么咖啡吗|我{k}的咖啡是哪种来着|提醒我一下我{k}点的咖啡|我在柜台，我{k}要的是什么咖啡|咖啡该给我{k}买哪种][？|]"),
        ("Your {k}'s coffee order is {x}.", "你{k}的咖啡是{x}。"), lambda w: w.pick(_COFFEES)),),
    "met": (Kind(
        ("the person I met at the {z}", "我在{z}碰到的人"),
        ("[I met {x} at the {z}|At the {z} I ran into {x}|I bumped into {x} at the {z}, what a small world|Guess who stood behind me at the {z}: {x}|I only went to the {z} for ten minutes and talked to {x} for an hour|After all these years I met {x} again, at the {z} of all places|I was at the {z}, nothing special, just {x} was there too and we had a chat|We were about to leave the {z} when {x} came in, so I met an old friend|My trip to the {z} was worth it, I met {x} there|{x} called my name across the whole {z}, we hadn't met in years][.|]",
         "[我在{z}碰到了{x}|今天去{z}遇见{x}了|世界真小，在{z}撞见了{x}|猜我在{z}见到谁了，{x}|本来去{z}就十分钟，碰到{x}聊了一个钟头|多年没见，竟然在{z}又见到{x}|去了趟{z}，没什么事，就是遇到了{x}|刚要离开{z}，{x}进来了，正好碰上|这趟{z}没白去，见到了{x}|{x}在{z}老远就喊我，好几年没见了][。|]"),
        NOTED,
        ("[Whom did I meet at the {z}|Who was it that I met at the {z}|Who did I run into at the {z}|Remind me who I met at the {z}|Whom did I see at the {z} again|Do you still know who was at the {z}|I told you about somebody at the {z}, who was it|With whom did I chat at the {z}][?|]",
         "[我在{z}碰到谁了|我在{z}遇见的是谁|在{z}我见到了谁来着|还记得我在{z}碰见谁吗|提醒我一下在{z}遇到的人是谁|跟你说过我在{z}碰到个人，是谁|在{z}跟我聊天的是谁|我在{z}撞见了哪位][？|]"),
        ("You met {x} at the {z}.", "你在{z}碰到了{x}。"), human,
        (("market", "菜市场"), ("post office", "邮局"), ("gym", "健身房"), ("theatre", "剧院"), ("bus stop", "公交站"), ("petrol station", "加油站"), ("supermarket", "超市"), ("swimming pool", "游泳馆"), ("conference", "研讨会"))),),
    "hint": (Kind(
        ("the password hint for the {z}", "{z}的密码提示"),
        ("[The password hint for the {z} is {x}|My hint for the {z} password: {x}|I chose {x} as the hint for the {z}|If I forget the password of the {z}, the hint is {x}|I won't tell you the password of the {z}, only the hint, {x}|Nobody but me understands the hint for the {z}, it says {x}|When the {z} locks me out it shows the hint {x}|I changed the {z} password again, and the hint is now {x}|The {z} wanted a password hint, so I typed {x}|I scribbled the hint for the {z} on an envelope, {x}][.|]",
         "[{z}的密码提示是{x}|我给{z}设的提示是{x}|{z}密码要是忘了，提示是{x}|密码不告诉你，只说提示，{z}的是{x}|{z}的密码提示只有我懂，写着{x}|{z}登不上去的时候会显示提示{x}|我又改了{z}的密码，提示现在是{x}|{z}非要填密码提示，我填了{x}|信封上记着{z}的密码提示，{x}|想起{z}的密码，就靠这个提示：{x}][。|]"),
        NOTED,
        ("[What's the password hint for the {z}|What hint did I choose for the {z}|I'm locked out of the {z}, what was the hint|Remind me of the hint for the {z}|Which hint goes with the {z} password|Give me the hint for the {z}|Do you still know the password hint of the {z}|What was the hint for the {z} again][?|]",
         "[{z}的密码提示是什么|我给{z}设了什么提示|{z}登不上了，密码提示是啥|还记得{z}的密码提示吗|提醒我一下{z}的提示|{z}的密码提示是什么来着|我只要{z}的提示，是哪个|当时给{z}填的密码提示是什么][？|]"),
        ("The password hint for the {z} is {x}.", "{z}的密码提示是{x}。"), lambda w: w.pick(_HINTS),
        (("bank site", "网银"), ("mailbox", "邮箱"), ("old computer", "旧电脑"), ("photo cloud", "相册云盘"), ("school portal", "学校网站"), ("tax site", "税务网站"))),),
    "neighbours": (Kind(
        ("the name of the neighbour {z}", "{z}邻居的名字"),
        ("[The neighbour {z} is called {x}|{x} lives {z}|A new neighbour has moved in {z}, by the name of {x}|The music you hear comes from {x}, who lives {z}|I borrowed an egg from {x}, the neighbour {z}|The parcel was left with the neighbour {z}, {x}|Every night I hear the piano from {z}, it's {x}, my neighbour, and to be honest not too bad|I've lived here for ages and only today learned that the neighbour {z} is called {x}|My spare key hangs with {x}, who lives {z}|The one {z}, {x}, waters half the gardens of the house][.|]",
         "[{z}的邻居叫{x}|{z}住的是{x}|{z}新搬来一位邻居，叫{x}|你听见的音乐是{z}邻居{x}放的|我找{z}的邻居借了个鸡蛋，人叫{x}|快递放在{z}邻居{x}那儿了|每晚{z}都有钢琴声，是邻居{x}弹的，说实话还不错|住了这么久，今天才知道{z}邻居叫{x}|备用钥匙在{z}的{x}那里|{z}的{x}，这位邻居人特别热心][。|]"),
        NOTED,
        ("[Who lives {z}|What's the name of the neighbour {z}|What is the neighbour {z} called|Remind me who lives {z}|I want to ring {z}, whom do I ask for|Do you still know the neighbour {z} by name|My parcel is with the neighbour {z}, what was the name again|How do I greet the neighbour {z}, by which name][?|]",
         "[{z}住的是谁|{z}的邻居叫什么|{z}邻居叫什么来着|还记得{z}邻居的名字吗|提醒我{z}住着谁|我要敲{z}的门，找谁|快递在{z}邻居那儿，名字是什么|怎么称呼{z}的邻居][？|]"),
        ("The neighbour {z} is called {x}.", "{z}的邻居叫{x}。"), human,
        (("upstairs", "楼上"), ("downstairs", "楼下"), ("next door", "隔壁"), ("across the hall", "对门"), ("over the road", "马路对面"), ("behind the garden", "后院那边"))),),
    "name": (Kind(
        ("my nickname at school", "我上学时的外号"),
        ("[At school my nickname was {x}|They called me {x} at school, and nobody knew why|My old classmates still use my nickname, {x}|Back in school I was {x} to everyone, a nickname from the football field|I went to the class reunion, and what do they shout across the room? {x}, my old nickname|{x} was my nickname at school|When I was ten I got a nickname I couldn't shake off: {x}|My old school bag still has my nickname on it, {x}|Even the headmaster used my nickname, {x}, when nobody listened|I hated my school nickname, {x}, and now I miss it][.|]",
         "[我上学时外号叫{x}|上学那会儿同学给我起外号叫{x}|老同学到现在还叫我外号{x}|读书时我的外号是{x}，踢球踢出来的|同学聚会上他们老远就喊{x}，我当年的外号|{x}是我上学时的外号|十岁那年得了个外号，甩都甩不掉：{x}|我的旧书包上还写着外号{x}|连校长私下都叫我的外号{x}|以前讨厌外号{x}，现在倒怀念上学那会儿了][。|]"),
        NOTED,
        ("[What was my nickname at school|What did they call me at school|Which nickname did I have as a pupil|Remind me of my school nickname|What do my old classmates shout when they see me|What was my old nickname again|Do you still know my nickname from school|I told you my school nickname, which was it][?|]",
         "[我上学时的外号是什么|同学们给我起的外号叫什么|我当年的外号是啥来着|还记得我上学时的外号吗|老同学见面喊我什么外号|提醒我一下我的外号|我读书时外号叫什么|我说过我的外号，是哪个][？|]"),
        ("Your nickname at school was {x}.", "你上学时的外号是{x}。"), title),),
    "arrival": (Kind(
        ("the time my {k} arrives", "我{k}到的时间"),
        ("[My {k} arrives at {x}|I'm picking my {k} up at {x}|The train with my {k} gets in at {x}|Vacuum, make the bed, bake something, because at {x} my {k} arrives|I have to leave work early, my {k} is at the station at {x}|My {k} wrote from the motorway and will be here at {x}|Snow on the line, so my {k} won't get here before {x}|I haven't seen my {k} for a year, and at {x} we'll be hugging on the platform|The coach was late, now they say my {k} gets here at {x}|We eat later today, my {k} doesn't arrive until {x}][.|]",
         "[我{k}{x}到|我{x}去接我{k}|我{k}那趟车{x}进站|得吸尘、铺床、烤点心，我{k}{x}就到了|今天要早走，我{k}{x}到车站|我{k}在高速上发消息说{x}到|路上下雪，我{k}要{x}才能到|一年没见我{k}了，{x}就能在站台上见面|大巴晚点，说我{k}{x}到|今晚晚点吃，我{k}要{x}才到][。|]"),
        NOTED,
        ("[When does my {k} arrive|At what time do I pick up my {k}|What time is my {k} getting here|Remind me when my {k} comes in|How long have I got to tidy up, when does my {k} arrive|When must I be at the station for my {k}|What time was my {k} arriving again|Do you still know when my {k} gets in][?|]",
         "[我{k}几点到|我几点去接我{k}|我{k}的车几点进站|还记得我{k}什么时候到吗|提醒我{k}到的时间|我{k}几点来着，几点到|我该几点去车站等我{k}|我{k}说几点能到][？|]"),
        ("Your {k} arrives at {x}.", "你{k}{x}到。"), clock),),
    "bins": (Kind(
        ("the day they collect the {z}", "收{z}的日子"),
        ("[They collect the {z} on {x}|On {x} the {z} goes out|The lorry for the {z} comes on {x}|The bin with the {z} has to stand outside on {x}|I forgot the {z} again, it smells, and they only come on {x}|The new calendar from the town says {x} for the {z}|My neighbour woke me at six to say that {x} is the day for the {z}|We've moved, and here they fetch the {z} on {x}|No more missing the {z}: every {x} it is|Whoever is home on {x} takes out the {z}][.|]",
         "[{x}收{z}|{z}{x}来收|收{z}的车{x}来|{x}得把{z}拿到外面去|又忘了倒{z}，都有味儿了，要{x}才来收|市里新发的日历写着{x}收{z}|邻居六点敲门，说{x}是收{z}的日子|搬了新家，这边{z}是{x}收|{z}别再错过了，每个{x}收|谁{x}在家谁把{z}拿出去][。|]"),
        NOTED,
        ("[When do they collect the {z}|On which day does the {z} go out|What day is it for the {z}|Remind me when the {z} is fetched|The bin is full, when do they come for the {z}|Do you still know the day for the {z}|Which day was the {z} again|When must I put out the {z}][?|]",
         "[哪天收{z}|{z}星期几来收|收{z}是哪天来着|还记得{z}哪天收吗|提醒我什么时候倒{z}|桶满了，{z}什么时候来收|我星期几得把{z}拿出去|收{z}的车哪天来][？|]"),
        ("They collect the {z} on {x}.", "{x}收{z}。"), day,
        (("paper", "废纸"), ("glass", "碎玻璃"), ("plastic", "塑料垃圾"), ("garden waste", "园林垃圾"), ("kitchen waste", "厨余垃圾"), ("scrap metal", "废铁"))),),
    "visit": (Kind(
        ("the day the {z} comes", "{z}上门的日子"),
        ("[The {z} comes on {x}|I'm expecting the {z} on {x}|On {x} I have to stay in, the {z} is coming|The {z} finally has time for us, on {x}|I called five numbers before a {z} agreed to come on {x}|It will be cold at home until {x}, that's when the {z} turns up|I've taken {x} off because of the {z}|They said the {z} would be here on {x}, morning or afternoon, who knows|We have to move the furniture before {x}, since the {z} is due|Somebody has to open the door for the {z} on {x}][.|]",
         "[{z}{x}上门|我约了{z}{x}来|{x}我得在家等{z}|{z}总算有空了，{x}过来|打了五个电话，才有个{z}答应{x}来|{z}要{x}才来，这几天家里只能将就|为了等{z}，我{x}请了假|说是{z}{x}到，上午下午还不一定|{x}{z}要来，之前得把家具挪开|{x}得有人给{z}开门][。|]"),
        NOTED,
        ("[When does the {z} come|On which day do I expect the {z}|What day is the {z} coming|Remind me when the {z} is due|When do I have to be at home for the {z}|Do you still know the day of the {z}|Which day did the {z} promise|For when did I order the {z} again][?|]",
         "[{z}哪天来|我约{z}是星期几|{z}什么时候上门|还记得{z}哪天来吗|提醒我{z}哪天到|我哪天得在家等{z}|{z}答应的是哪天来着|给{z}开门是星期几][？|]"),
        ("The {z} comes on {x}.", "{z}{x}上门。"), day,
        (("chimney sweep", "扫烟囱的师傅"), ("electrician", "电工"), ("window cleaner", "擦窗工"), ("piano tuner", "调音师"), ("carpenter", "木匠"), ("locksmith", "锁匠"), ("painter", "油漆工"), ("removal van", "搬家公司"))),),
    "dayoff": (Kind(
        ("my day off", "我休息的日子"),
        ("[My day off is {x}|I don't work on {x}|I'm off on {x}|Every {x} the shop has to do without me, it's my day off|I sleep until ten on {x}, my day off|We swapped at work and now I have {x} off|My sister has Sundays, I have {x} as my day off, so we never meet|This month the rota gives me {x} off|I do all the washing on {x}, because that's my day off|Don't call me about work on {x}, I'm off][.|]",
         "[我{x}休息|我的休息日是{x}|我{x}不上班|每个{x}店里没我，那天我休息|{x}我睡到十点，难得休息|跟同事换了班，我现在{x}休息|姐姐周末休息，我却{x}休息，老碰不上|这个月排班让我{x}休息|衣服都攒到{x}洗，那天我休息|{x}别拿工作的事找我，我休息][。|]"),
        NOTED,
        ("[When is my day off|Which day do I have off|On which day don't I work|Remind me of my day off|What day of the week am I free from work|Do you still know which day I'm off|Which day was my day off again|On what day can I sleep in, being off][?|]",
         "[我哪天休息|我星期几不上班|我的休息日是哪天|还记得我星期几休息吗|提醒我一下哪天我休息|我休息是星期几来着|哪天我可以睡懒觉不上班|排班里我哪天休息][？|]"),
        ("Your day off is {x}.", "你{x}休息。"), day),),
    "plan": (Kind(
        ("the start of my shift", "我上班的时间"),
        ("[My shift starts at {x}|I start work at {x}|My boss wants me there at {x}, when the shift begins|I can't stay for the film, since my shift begins at {x}|At {x} I have to be at my desk and look awake|The new rota is out, and I start work at {x}, which is a crime|I clock in at {x}|They changed my shift, it begins at {x} now|The bus is always full before {x}, when my shift begins|No party for me tonight, I begin work at {x}][.|]",
         "[我{x}上班|我的班{x}开始|领导让我{x}到岗|电影看不完了，我{x}要上班|{x}我就得坐在工位上装精神|新排班出来了，我{x}上班，太惨了|我{x}打卡上班|班次改了，我现在{x}上班|赶{x}上班，公交总是挤|今晚不聚了，我{x}就要上班][。|]"),
        NOTED,
        ("[When does my shift start|At what time do I start work|When do I have to clock in|Remind me when my shift begins|What time does my boss want me there|Do you still know when I begin work|When was the start of my shift again|By what time must I be at work][?|]",
         "[我几点上班|我的班几点开始|我几点打卡|还记得我几点上班吗|提醒我上班时间|我上班是几点来着|领导让我几点到岗|我最晚几点得到单位][？|]"),
        ("Your shift starts at {x}.", "你{x}上班。"), clock),
     Kind(
        ("my {z}'s bedtime", "我{z}睡觉的时间"),
        ("[My {z} goes to bed at {x}|My {z}'s bedtime is {x}|Lights out for my {z} at {x}, no discussion|The film is too long, my {z} has to be in bed by {x}|One story, one song, teeth, and at {x} my {z} sleeps|I can call you back after {x}, when my {z} is in bed|My {z} negotiates like a lawyer, but bedtime is {x}|On school days we put my {z} to bed at {x}|We tried later, but my {z} needs sleep: bedtime {x}|The babysitter should know that my {z} goes to bed at {x}][.|]",
         "[我{z}{x}上床睡觉|我{z}的睡觉时间是{x}|{x}准时关灯，我{z}得睡了|电影太长，我{z}{x}就得上床|讲个故事唱首歌刷完牙，{x}我{z}就睡|{x}以后再给你回电话，那时我{z}睡下了|我{z}老讨价还价，可{x}必须睡|上学的日子我们{x}哄{z}睡觉|试过晚一点，不行，我{z}还是{x}睡|要告诉保姆，我{z}{x}睡觉][。|]"),
        NOTED,
        ("[When does my {z} go to bed|What's my {z}'s bedtime|When is it lights out for my {z}|The babysitter asks when my {z} has to sleep|Remind me of my {z}'s bedtime|At what time must my {z} be in bed|Do you still know my {z}'s bedtime|What was bedtime for my {z} again][?|]",
         "[我{z}几点睡觉|我{z}的睡觉时间是几点|几点该给我{z}关灯|保姆问我{z}几点睡|还记得我{z}几点上床吗|提醒我{z}睡觉的时间|我{z}几点睡来着|我该几点哄{z}睡][？|]"),
        ("Your {z}'s bedtime is {x}.", "你{z}{x}睡觉。"), _late, _YOUNG),),
    "hurts": (Kind(
        ("the part of me that hurts", "我疼的地方"),
        ("[My {x} hurts|I've got a pain in my {x}|I can't sleep because of my {x}, it hurts|Since the fall on the ice my {x} has been hurting|My {x} is killing me, and the stairs don't help|I was moving boxes all day and now I have a bad {x}|I'd love to play, but my {x} hurts again|The doctor pressed my {x} and I screamed|The weather will change, I feel it in my {x}, as always when it hurts|I danced all night, it was great, only my {x} hurts today][.|]",
         "[我{x}疼|我的{x}痛得厉害|{x}疼得我睡不着|上次在冰上摔了，{x}一直疼|爬楼梯{x}疼死了|搬了一天箱子，现在{x}疼|我也想打球，可是{x}又疼了|医生一按我的{x}，我就叫出来了|要变天了，我{x}又隐隐作痛|昨晚跳舞很开心，就是今天{x}疼][。|]"),
        ("[Get well soon!|I'm sorry to hear that.|Noted.]", "[早日康复！|多保重。|记下了。]"),
        ("[What hurts me|Where does it hurt|Which part of me is in pain|The doctor asks where my pain is|Remind me what hurts|What was it that hurt me again|Do you still know where I have pain|What did I say was aching][?|]",
         "[我哪里疼|我什么地方痛|我疼的是哪儿|医生问我哪里不舒服|还记得我哪儿疼吗|我说过我哪里疼来着|提醒我一下我疼的部位|我是哪个地方痛][？|]"),
        ("Your {x} hurts.", "你{x}疼。"), lambda w: w.pick(_PARTS), labelled=False),),
    "secret": (Kind(
        ("the secret ingredient of my {z}", "我做{z}的秘方"),
        ("[The secret of my {z} is {x}|I put {x} in my {z}, don't tell anyone|Everybody asks about my {z}, and it's just {x}|My grandmother taught me to add {x} to the {z}|It's {x} that makes my {z} so special|I lost the recipe for my {z}, but I know that {x} was the secret in it|My {z} won a prize at the village fair thanks to {x}|People guess for hours and nobody finds the {x} in my {z}|We ran out of {x}, so there's no {z} today, without it the {z} is nothing|A pinch of this, a pinch of that, and {x} as the secret of my {z}][.|]",
         "[我做{z}的秘方是{x}|我的{z}里放了{x}，别告诉别人|大家都问我{z}怎么做的，其实就是加了{x}|奶奶教我做{z}要放{x}|我的{z}好吃在哪儿？就靠{x}|{z}的菜谱丢了，可我记得秘方是{x}|我的{z}得了奖，多亏了{x}|谁也猜不出我{z}里放的是{x}|{x}用完了，今天做不成{z}，少了这个秘方不行|这个一点那个一点，{z}的秘方还是{x}][。|]"),
        NOTED,
        ("[What's the secret of my {z}|What do I put in my {z} that nobody knows|What is the secret ingredient in my {z}|Remind me what goes into my {z} as the secret|I'm cooking my {z}, what must not be missing|Do you still know the secret of my {z}|What was it that makes my {z} special|What did grandmother teach me to add to the {z}][?|]",
         "[我做{z}的秘方是什么|我的{z}里放了什么|{z}里的秘密配料是啥|还记得我{z}的秘方吗|提醒我做{z}要放什么秘方|我在做{z}，少不了的是什么|我的{z}好吃靠什么来着|奶奶教我往{z}里加什么][？|]"),
        ("The secret of your {z} is {x}.", "你做{z}的秘方是{x}。"), lambda w: w.pick(_SPICES),
        (("tomato sauce", "番茄酱"), ("chicken soup", "鸡汤"), ("apple pie", "苹果派"), ("meatballs", "肉丸"), ("marinade", "腌肉"), ("bean stew", "炖豆子"))),),
    "costume": (Kind(
        ("my costume for the {z}", "我{z}上的装扮"),
        ("[I'm going to the {z} as {x}|My costume for the {z} is {x}|For the {z} I dress up as {x}|I've been sewing all night, since I want to be {x} at the {z}|At the {z} you'll know me at once: {x}|My sister wanted us all to be flowers, but I'll come to the {z} as {x}|The shop had only one costume left for the {z}, so {x} it is|I have glue in my hair and the {z} is near, but {x} will look great|Nobody at the {z} will expect me as {x}|The {z} has a motto and I found the perfect thing: {x}][.|]",
         "[{z}我扮成{x}|我在{z}上的装扮是{x}|{z}我要打扮成{x}|缝了一晚上，{z}我想当{x}|{z}上一眼就能认出我，我扮{x}|姐姐想让大家都扮花，可{z}我要扮{x}|店里只剩一套衣服了，{z}我只好扮{x}|头发上全是胶水，不过{z}上我的{x}一定好看|{z}上谁也想不到我会扮成{x}|{z}有主题，我正好扮{x}][。|]"),
        NOTED,
        ("[What am I going to the {z} as|What's my costume for the {z}|How will I dress up for the {z}|Remind me of my costume for the {z}|What do I want to be at the {z}|Do you still know my costume for the {z}|As what will they see me at the {z}|What was I going to be at the {z} again][?|]",
         "[{z}我扮什么|我在{z}上打扮成什么|我的{z}装扮是什么|还记得{z}我要扮成啥吗|提醒我{z}上扮什么|{z}我要当什么来着|{z}上我会穿成什么样|我说{z}要扮成谁][？|]"),
        ("Your costume for the {z} is {x}.", "你{z}上扮成{x}。"), lambda w: w.pick(_COSTUMES),
        (("carnival", "狂欢节"), ("school play", "学校演出"), ("masked ball", "化装舞会"), ("Halloween party", "万圣节派对"), ("office party", "公司年会"))),),
    "fear": (Kind(
        ("the thing I'm afraid of", "我害怕的东西"),
        ("[I'm afraid of {x}|I'm scared of {x}, always have been|Nothing frightens me like {x}|I know it's silly, but {x} scares me to death, I'm so afraid|We had to turn back on the trip, since I'm afraid of {x}|I can watch any horror film, only {x}, that I'm afraid of|My children laugh at me for being afraid of {x}|As a child I was brave, now I'm terrified of {x}|My hands get wet when I think of {x}, I'm that scared|There's one thing I fear, and it's {x}][.|]",
         "[我怕{x}|我从小就害怕{x}|什么都吓不倒我，就怕{x}|说来好笑，我最怕{x}|那次出去玩半路折回来，因为我怕{x}|恐怖片我都敢看，唯独害怕{x}|孩子们笑我，这么大人还怕{x}|小时候胆大，现在反倒害怕{x}|一想到{x}我手心就冒汗，太怕了|要说我怕什么，那就是{x}][。|]"),
        ("[I understand.|Noted: {x}.|I'll remember it.]", "[我明白。|记住了：{x}。|我记住了。]"),
        ("[What am I afraid of|What scares me|What frightens me most|Remind me what I'm afraid of|Of what did I say I was scared|What was my great fear again|Do you still know what scares me|What should nobody surprise me with because I fear it][?|]",
         "[我怕什么|我害怕的是什么|我最怕啥来着|还记得我怕什么吗|提醒我一下我害怕什么|什么东西会吓到我|我说过我怕的是什么|一想到什么我就手心冒汗][？|]"),
        ("You are afraid of {x}.", "你怕{x}。"), lambda w: w.pick(_FEARS), labelled=False),),
    "collect": (Kind(
        ("the thing I collect", "我收集的东西"),
        ("[I collect {x}|My collection is all {x}|I've been collecting {x} since I was eight|We have no room left because of my {x}, I collect them|From every trip I bring home {x} for my collection|My wife says one more box and I can sleep in the cellar with my {x}, I collect them|If you want to give me something, I collect {x}|I've found some rare {x} at the flea market, for my collection|Other people drink, I collect {x}|My uncle left me his {x}, and so I began to collect][.|]",
         "[我收集{x}|我有收藏的爱好，收的是{x}|我八岁就开始收集{x}|家里快放不下了，都是我收集的{x}|每次旅行我都带{x}回来收藏|家里人说再收集{x}就让我睡地下室|想送我礼物的话，我收集{x}|在旧货市场淘到了少见的{x}，收藏又多了|别人爱喝酒，我爱收藏{x}|叔叔把他的{x}留给了我，我就开始收集了][。|]"),
        NOTED,
        ("[What do I collect|What is in my collection|What have I been collecting since I was small|Remind me what I collect|They want to add to my collection, what do I collect|Do you still know what I collect|What was it I collect again|What do I look for at flea markets][?|]",
         "[我收集什么|我的收藏是什么|我从小收集的是啥|还记得我收集什么吗|提醒我一下我收藏的东西|我收集什么来着|逛旧货市场我找什么|我爱收藏什么][？|]"),
        ("You collect {x}.", "你收集{x}。"), lambda w: w.pick(_COLLECTED), labelled=False),),
    "dinner": (Kind(
        ("the dinner I'm cooking tonight", "我今晚做的菜"),
        ("[I'm cooking {x} tonight|Tonight there's {x}|We're having {x} for dinner|The kitchen already smells of {x}, our dinner|I promised the children {x} for tonight|I wanted to order in, but everything's there for {x}, so I cook that tonight|My parents come at seven and get {x} for dinner|It's cold outside, just right for {x} tonight|I bought far too many vegetables, so tonight I make {x}|For dinner I try {x}, for the first time in my life][.|]",
         "[我今晚做{x}|今天晚饭吃{x}|晚上我们家吃{x}|厨房里已经飘着{x}的香味，晚饭就吃它|我答应孩子们今晚做{x}|本来想点外卖，可材料都有，今晚就做{x}|爸妈七点来，晚饭给他们做{x}|外面冷，今晚正好做{x}|菜买多了，晚上做个{x}吧|今天晚饭我头一回试着做{x}][。|]"),
        ("[Enjoy your meal!|Noted: {x}.|{x}, good choice!]", "[祝你好胃口！|记住了：{x}。|{x}，好选择！]"),
        ("[What am I cooking tonight|What's for dinner tonight|What are we having tonight|Remind me what I wanted to cook for dinner|My parents ask what they'll get for dinner|Do you still know what I'm making tonight|What was tonight's dinner again|What did I promise to cook tonight][?|]",
         "[我今晚做什么菜|今天晚饭吃什么|我晚上打算做什么|还记得我今晚做啥吗|提醒我晚饭做什么|我说今晚做什么菜来着|爸妈问晚饭吃什么|我答应今晚做什么][？|]"),
        ("Tonight's dinner is {x}.", "你今晚做{x}。"), lambda w: w.pick(_DISHES)),),
    "saving": (Kind(
        ("the thing I'm saving for", "我攒钱要买的东西"),
        ("[I'm saving for {x}|I put money aside for {x}|Every coin goes into the jar for {x}|No restaurant for me this month, I'm saving up for {x}|My account is called rainy day, but really I'm saving for {x}|I worked all summer because I'm saving for {x}|We don't heat the bedroom, since we're saving for {x}|In two years I'll have the money for {x}, if I keep saving|My friends laugh, but I'm saving every cent for {x}|I've dreamt of {x} since I was small and now I'm saving for it][.|]",
         "[我在攒钱买{x}|我存钱是为了{x}|每个硬币都进罐子，为了{x}|这个月不下馆子，攒钱要{x}|账户写的是应急，其实是攒着换{x}|整个暑假打工，就为了攒出{x}的钱|卧室都不开暖气，省钱为了{x}|照这样攒，两年后就有钱换{x}了|朋友笑我，一分一分攒钱就为{x}|从小梦想{x}，现在开始攒钱了][。|]"),
        NOTED,
        ("[What am I saving for|What do I put money aside for|What is the jar of coins for|Remind me what I'm saving up for|Why do I save every cent|Do you still know what I'm saving for|What was I saving for again|What will I have when I've saved enough][?|]",
         "[我攒钱要买什么|我存钱为了什么|罐子里的硬币是留着干什么的|还记得我攒钱是为了啥吗|提醒我攒钱要买什么|我在攒钱买什么来着|我省吃俭用为了什么|我说攒钱是想要什么][？|]"),
        ("You are saving for {x}.", "你攒钱是为了{x}。"), lambda w: w.pick(_SAVED_FOR), labelled=False),),
    "position": (Kind(
        ("my position in the team", "我在球队的位置"),
        ("[I play as {x}|My position in the team is {x}|On Sunday I'm the {x} again|The coach made me {x}|I used to run a lot, but now the team has me as {x}|We lost four to nothing, and I was {x}, so guess who gets the blame|I've been {x} since school, in every team I played for|The others are all faster, so I'm {x}|They needed a {x} and I couldn't say no|My knees are old, but as {x} I'm still useful to the team][.|]",
         "[我踢{x}|我在队里的位置是{x}|星期天我又当{x}|教练让我踢{x}|以前我满场跑，现在队里让我当{x}|我们零比四输了，我是{x}，当然怪我|从上学起我在哪个队都是{x}|别人都比我快，我就踢{x}|队里缺个{x}，我没法推|膝盖不行了，不过当{x}还能帮上球队][。|]"),
        NOTED,
        ("[Which position do I play|What's my position in the team|What did the coach make me|As what do I play|Remind me of my position in the team|What am I on the pitch|Do you still know my position|What was my role in the team again][?|]",
         "[我踢什么位置|我在球队的位置是什么|教练让我踢哪个位置|我在场上是什么角色|还记得我踢什么位置吗|提醒我一下我的位置|我在队里踢啥来着|我当的是什么，球队里][？|]"),
        ("Your position in the team is {x}.", "你在球队踢{x}。"), lambda w: w.pick(_POSTS)),),
    "talk": (Kind(
        ("the topic of my {z}", "我{z}的题目"),
        ("[My {z} is about {x}|I'm giving a {z} on {x}|For my {z} I chose {x}|I've read six books on {x} for my {z}|The teacher gave me {x} as the topic of my {z}|I'm so nervous, my {z} on {x} is next and I have no slides|I wanted something exciting for my {z}, but got {x}|My {z} is nearly ready, you wouldn't believe how much there is to say on {x}|All weekend I sat at home with my {z}, on {x}, while the sun was shining|Ask me anything on {x}, I'm preparing a {z} about that][.|]",
         "[我的{z}讲{x}|我要做个关于{x}的{z}|我{z}选的题目是{x}|为了{z}，我看了六本讲{x}的书|老师给我{z}定的题目是{x}|好紧张，马上轮到我的{z}，讲{x}，幻灯片还没做|{z}想挑个有意思的，结果分到{x}|我的{z}快写好了，{x}能讲的真不少|周末太阳那么好，我却在家准备{z}，题目是{x}|{x}的事尽管问我，我正准备这个{z}][。|]"),
        NOTED,
        ("[What is my {z} about|What's the topic of my {z}|On what am I giving a {z}|Remind me of the subject of my {z}|Which topic did I choose for my {z}|Do you still know what my {z} is about|What was the topic of my {z} again|What do I have to read up on for my {z}][?|]",
         "[我的{z}讲什么|我{z}的题目是什么|我要做什么题目的{z}|还记得我的{z}讲啥吗|提醒我{z}的题目|我{z}选了什么来着|为了{z}我得查哪方面的书|我的{z}是关于什么的][？|]"),
        ("The topic of your {z} is {x}.", "你的{z}讲{x}。"), lambda w: w.pick(_TALKS),
        (("talk", "演讲"), ("school project", "课题"), ("podcast episode", "播客节目"), ("evening course", "夜校课"), ("newspaper column", "报纸专栏"))),),
    "doing": (Kind(
        ("my plan for {z}", "我{z}的安排"),
        ("[On {z} I'm going {x}|My plan for {z} is {x}|I'm free on {z}, so I'm going {x}|I can't come on {z}, we're going {x}|My friends talked me into {x} on {z}|If it doesn't rain I'm off {x} on {z}|The week was awful, but on {z} I'll go {x} and forget it all|I've already packed the bag for {z}, we're going {x}|No work on {z}, only {x}|We drew lots and {x} won, so that's what we do on {z}][.|]",
         "[我{z}去{x}|我{z}的安排是{x}|{z}有空，我打算{x}|{z}来不了，我们要去{x}|朋友拉我{z}一起{x}|不下雨的话我{z}去{x}|这周糟透了，{z}去{x}散散心|{z}的包都收拾好了，去{x}|{z}不干活，只{x}|抓阄定的，{z}大家去{x}][。|]"),
        ("[Have fun!|Noted: {x}.|Sounds good!]", "[玩得开心！|记住了：{x}。|听起来不错！]"),
        ("[What am I doing on {z}|What's my plan for {z}|Why can't I come on {z}, what am I up to|Remind me what I'm going to do on {z}|Do you still know my plan for {z}|What did my friends talk me into on {z}|What was it I wanted to do on {z}|What have I got planned on {z}][?|]",
         "[我{z}要做什么|我{z}有什么安排|{z}我去干什么|还记得我{z}的计划吗|提醒我{z}要干嘛|我{z}打算做什么来着|朋友约我{z}去做什么|我说{z}去干啥][？|]"),
        ("Your plan for {z} is {x}.", "你{z}去{x}。"), lambda w: w.pick(_DOINGS), tuple(words.DAYS)),),
    "callname": (Kind(
        ("the name of my {z}", "我给{z}起的名字"),
        ("[I call my {z} {x}|My {z} has a name, {x}|I've named my {z} {x}|Everything gets a name at our place, even my {z}, it's {x}|Don't laugh, I say good morning to my {z}, and its name is {x}|My {z} broke down again, poor {x}, I'd named it after an aunt|The children christened my {z} {x} with a glass of lemonade|On the side of my {z} somebody painted its name, {x}|I spent the weekend repairing my {z}, which I lovingly call {x}|When my {z} was new I gave it the name {x}][.|]",
         "[我管我的{z}叫{x}|我的{z}有名字，叫{x}|我给{z}起名{x}|我家什么都有名字，连{z}都叫{x}|别笑，我每天跟{z}说早安，它叫{x}|我的{z}又坏了，可怜的{x}，这名字还是我起的|孩子们用汽水给我的{z}命名，叫{x}|我{z}侧面写着它的名字{x}|周末一直在修{z}，我亲切地叫它{x}|{z}刚买来时我就取名{x}了][。|]"),
        NOTED,
        ("[What do I call my {z}|What's the name of my {z}|What name did I give my {z}|Remind me what my {z} is called|Do you still know the name of my {z}|What was my {z} called again|How did the children christen my {z}|I greet my {z} by name, which name][?|]",
         "[我管{z}叫什么|我的{z}叫什么名字|我给{z}起了什么名字|还记得我{z}的名字吗|提醒我{z}叫啥|我的{z}叫什么来着|孩子们给我的{z}取的什么名|跟{z}打招呼时我叫它什么][？|]"),
        ("The name of your {z} is {x}.", "你的{z}叫{x}。"), title,
        (("boat", "小船"), ("robot vacuum", "扫地机器人"), ("old van", "老面包车"), ("sourdough", "面团酵母"), ("rubber plant", "橡皮树"), ("racing bike", "公路车"), ("kayak", "皮划艇"), ("lawn mower", "割草机"))),),
    "city": (Kind(
        ("the place where I was born", "我出生的地方"),
        ("[I was born in {x}|My birthplace is {x}|I came into the world in {x}, during a snowstorm|In my passport it says {x} as the place of birth|I haven't been back for years, but I was born in {x}|My parents were only passing through {x} when I was born there|People hear it when I speak that I was born in {x}|The hospital in {x} where I was born is a hotel today|I never know what to say when they ask me about home, I was only born in {x}|My mother still talks of the midwife in {x}, who was there when I was born][.|]",
         "[我出生在{x}|我的出生地是{x}|我是在{x}出生的，那天下大雪|护照上出生地写的是{x}|好多年没回去了，不过我生在{x}|爸妈只是路过{x}，结果我就生在那儿了|一听口音就知道我生在{x}|我出生的那家{x}的医院现在成了酒店|别人问我老家，我只能说我生在{x}|我妈还常说起{x}那位接生婆，我就是她接生的][。|]"),
        NOTED,
        ("[Where was I born|What's my birthplace|In which place was I born|The form wants my place of birth|Remind me where I came into the world|Do you still know where I was born|What does my passport say as the place of birth|Where was it again that I was born][?|]",
         "[我在哪里出生的|我的出生地是哪儿|我生在什么地方|表格要填出生地|还记得我在哪儿出生吗|提醒我一下我的出生地|我护照上的出生地写的什么|我是在哪里生的来着][？|]"),
        ("Your birthplace is {x}.", "你出生在{x}。"), town),),
    "minder": (Kind(
        ("the person who looks after my {z}", "照看我{z}的人"),
        ("[{x} looks after my {z}|While I'm away {x} takes care of my {z}|I've asked {x} to look after my {z}|My {z} will be fine, {x} comes by every day to look after it all|The suitcase is packed, the heating is off, and {x} takes care of my {z}|I don't trust many people with my {z}, only {x} may look after them|I gave {x} the key because of my {z}, somebody has to care for them|My sister has no time, so {x} is looking after my {z}|I'll bring back a nice bottle for {x}, who looks after my {z}|We leave on Friday and {x} will mind my {z}][.|]",
         "[{x}照看我的{z}|我不在的时候{x}帮我照看{z}|我请了{x}来照看我的{z}|我的{z}不用担心，{x}天天过来照看|行李收好了，暖气关了，{z}交给{x}照看|我的{z}一般人我不放心，只让{x}照看|钥匙给了{x}，好照看我的{z}|姐姐没空，所以是{x}照看我的{z}|回来得给{x}带瓶好酒，人家照看我的{z}呢|我们星期五走，{x}管我的{z}][。|]"),
        NOTED,
        ("[Who looks after my {z}|Who takes care of my {z} while I'm away|Whom did I ask to mind my {z}|Remind me who looks after my {z}|To whom did I give the key for my {z}|Do you still know who cares for my {z}|Who was it that looks after my {z}|For whom do I bring a present because of my {z}][?|]",
         "[谁照看我的{z}|我不在时谁管我的{z}|我请了谁照看{z}|还记得谁照看我的{z}吗|提醒我{z}是谁在照看|我的{z}交给谁了|为了{z}，我把钥匙给了谁|照看我{z}的是谁来着][？|]"),
        ("{x} looks after your {z}.", "{x}照看你的{z}。"), human,
        (("house plants", "花草"), ("chickens", "鸡"), ("bees", "蜜蜂"), ("guinea pigs", "豚鼠"), ("tomatoes", "番茄苗"), ("ponies", "小马"), ("fish", "鱼"))),),
    "giver": (Kind(
        ("the person who gave me the {z}", "送我{z}的人"),
        ("[The {z} is from {x}|I got the {z} from {x}|{x} gave me the {z}|I still have to thank {x} for the {z}|The {z} was a present from {x}|You like the {z}? It's from {x}|I would never have bought such a {z} myself, I have it from {x}|Among all the presents the {z} was the nicest, and it came from {x}|I broke the {z} this morning, what will I say to {x}, who gave it to me|When {x} visits I must put the {z} on the table, after all it was {x}'s present][.|]",
         "[这{z}是{x}送的|{x}送了我{z}|我的{z}是{x}给的|我还没谢谢{x}送的{z}呢|{z}是{x}送我的礼物|你喜欢这{z}？是{x}送我的|这种{z}我自己才不会买，是{x}送的|礼物里最好的是{z}，{x}送的|早上把{z}打碎了，那是{x}送的，怎么交代|{x}来的时候得把{z}摆出来，毕竟是人家送的][。|]"),
        NOTED,
        ("[Who gave me the {z}|From whom did I get the {z}|Who is the {z} from|Remind me who gave me the {z}|I'm writing thank-you cards, who gave me the {z}|Do you still know where I got the {z}, from whom|Whom do I have to thank for the {z}|Who was it again that gave me the {z}][?|]",
         "[{z}是谁送我的|谁送了我{z}|我的{z}是谁给的|还记得{z}是谁送的吗|我在写感谢卡，{z}是谁送的|提醒我{z}是哪位送的|{z}我该谢谁|送我{z}的是谁来着][？|]"),
        ("The {z} is from {x}.", "{z}是{x}送的。"), human,
        (("blue bowl", "蓝碗"), ("table lamp", "台灯"), ("wall clock", "挂钟"), ("silk tie", "真丝领带"), ("orchid", "兰花"), ("wine jug", "酒壶"), ("cushion", "靠垫"), ("picture frame", "相框"))),),
    "year": (Kind(
        ("the year of my {z}", "我{z}的年份"),
        ("[My {z} was in {x}|The year of my {z} is {x}|In {x} I had my {z}|It was back in {x}, my {z}, and it feels like yesterday|I found an old diary with {x} on the cover, the year of my {z}|Nobody had a mobile phone in {x}, the year of my {z}|We sat on the balcony and talked about {x}, that is, about my {z}|My hair was long and my {z} went well, {x} was a good year|Since my {z} in {x} a lot has changed|I count everything from {x}, the year of my {z}][.|]",
         "[我{z}是{x}年|{x}年我{z}|我{z}那年是{x}年|一晃眼，我{z}都是{x}年的事了|翻出一本{x}年的日记，正是我{z}那年|我{z}的时候是{x}年，大家还没手机|昨晚在阳台上聊起{x}年，说的就是我{z}那年|{x}年真是好年头，我{z}了|从{x}年我{z}以后，变了好多|我记事都从{x}年算，那年我{z}][。|]"),
        NOTED,
        ("[In which year was my {z}|What year was my {z}|When was my {z}, which year|Remind me of the year of my {z}|Do you still know the year of my {z}|For the album: what year was my {z}|Which year was my {z} again|How far back is my {z}, what year was it][?|]",
         "[我{z}是哪一年|我哪年{z}的|我是在哪一年{z}的来着|还记得我{z}是哪年吗|提醒我{z}是哪一年|写相册要用，我{z}是哪年|我{z}那年是多少年|我说过我是哪年{z}的][？|]"),
        ("The year of your {z} is {x}.", "你{z}是{x}年。"), _year(1960, 2025),
        (("first job", "开始工作"), ("school leaving", "高中毕业"), ("retirement", "退休"), ("move to the country", "搬到乡下"), ("first marathon", "第一次跑马拉松"), ("military service", "当兵"), ("trip around the world", "环游世界"))),),
    "expiry": (Kind(
        ("the expiry date of my {z}", "我{z}的到期日"),
        ("[My {z} runs out on {x}|My {z} is valid until {x}|I have to renew my {z} by {x}|The expiry date on my {z} is {x}|I nearly didn't get on the ferry, luckily my {z} is good until {x}|They wrote me a letter that my {z} expires on {x}|I've looked at the small print on my {z}, it ends on {x}|After {x} my {z} is just a piece of plastic|I need new photos, because on {x} my {z} expires|The office is closed all August, and my {z} runs out on {x}][.|]",
         "[我的{z}{x}到期|我的{z}有效期到{x}|我得在{x}前换{z}|{z}上印的到期日是{x}，我的|差点没上成船，还好我的{z}到{x}才过期|来信说我的{z}{x}到期|我看了看{z}上的小字，{x}失效|过了{x}我的{z}就是块废卡|得去拍新照片了，我的{z}{x}过期|办事处整个八月不开门，我的{z}偏偏{x}到期][。|]"),
        NOTED,
        ("[When does my {z} expire|Until when is my {z} valid|By when must I renew my {z}|What's the expiry date of my {z}|Remind me when my {z} runs out|Do you still know how long my {z} is good for|When was my {z} running out again|What date is printed on my {z} as its end][?|]",
         "[我的{z}什么时候到期|我的{z}有效期到哪天|我最晚哪天得换{z}|我{z}的到期日是几号|还记得我的{z}哪天过期吗|提醒我{z}到期的日子|我的{z}几月几号失效来着|{z}上写的到期日是哪天，我的][？|]"),
        ("Your {z} expires on {x}.", "你的{z}{x}到期。"), date,
        (("driving licence", "驾照"), ("visa", "签证"), ("annual ticket", "年票"), ("residence permit", "居留证"), ("museum pass", "博物馆通票"), ("fishing licence", "钓鱼证"), ("insurance card", "医保卡"))),),
}
# fmt: on
