"""What people tell of themselves and of what is theirs: name, age, kin, pets, codes, plans."""

from training import words
from training.bank.memory_kinds import Kind, date, number, one_of, trade
from training.words import Pair

_SPOTS: list[Pair] = [("drawer", "抽屉"), ("kitchen", "厨房"), ("car", "车"), ("office", "办公室"), ("blue box", "蓝盒子"), ("garden", "花园"), ("red bag", "红包"), ("basement", "地下室"), ("wardrobe", "衣柜"), ("tin", "铁罐"), ("hall cupboard", "门厅柜子"), ("glove box", "手套箱"), ("attic", "阁楼"), ("toolbox", "工具箱"), ("trunk", "后备箱"), ("cellar", "地窖"), ("laundry basket", "洗衣篮"), ("shed", "棚子")]  # fmt: skip
_FAVOURITES: list[Pair] = [("band", "乐队"), ("singer", "歌手"), ("film", "电影"), ("novel", "小说"), ("game", "游戏"), ("team", "球队"), ("café", "咖啡馆"), ("painter", "画家"), ("park", "公园"), ("poet", "诗人"), ("song", "歌"), ("album", "专辑"), ("magazine", "杂志"), ("restaurant", "餐厅"), ("bakery", "面包店"), ("museum", "博物馆"), ("podcast", "播客"), ("writer", "作家"), ("actor", "演员"), ("board game", "桌游"), ("beach", "海滩"), ("bookshop", "书店")]  # fmt: skip
_HELPERS: list[Pair] = [("dentist", "牙医"), ("doctor", "医生"), ("lawyer", "律师"), ("vet", "兽医"), ("banker", "银行顾问"), ("hairdresser", "理发师")]  # fmt: skip
_LOCKED: list[Pair] = [("locker", "储物柜"), ("suitcase", "行李箱"), ("safe", "保险箱"), ("gate", "大门"), ("garage", "车库"), ("bike lock", "自行车锁"), ("letterbox", "信箱"), ("cash box", "钱箱"), ("diary", "日记本")]  # fmt: skip
_KEPT: list[Pair] = [("passport", "护照"), ("umbrella", "雨伞"), ("ring", "戒指"), ("camera", "相机"), ("wallet", "钱包"), ("hat", "帽子"), ("spare key", "备用钥匙"), ("torch", "手电筒"), ("notebook", "笔记本"), ("tape measure", "卷尺"), ("hand cream", "护手霜"), ("power bank", "充电宝")]  # fmt: skip
# Fields that have a kind of their own, with an answer of its own, are none of the others.
_OWN = (
    "name age city colour job hobby food number time date day place animal owner teacher email phone size company room code "
    "car language book drink score key"
).split()

# What fills the slots in which facts of one kind differ.
KEYS: dict[str, list[Pair]] = {
    "a": [a for a in words.ANIMALS if a[0][0] not in "aeiou"],
    "f": [f for f in words.FIELDS if f[0] not in _OWN],
    "k": words.KIN,
    "v": _FAVOURITES,
    "d": _HELPERS,
    "c": _LOCKED,
    "o": _KEPT,
}

PERSONAL: dict[str, Kind] = {
    "name": Kind(
        ("my name", "我的名字"),
        ("[My name is {x}|I'm {x}|I am {x}|Call me {x}|You can call me {x}|Please call me {x}|My friends call me {x}|Hi, I'm {x}|Hello, my name is {x}|This is {x}|The name is {x}|People know me as {x}|It's {x} here|At work they call me {x}|My parents named me {x}|{x} is what I'm called|You are talking to {x}|I go by {x}|In case you wonder, I'm {x}|Let me introduce myself: {x}|{x}, that's me][.|!|]",
         "[我叫{x}|我的名字是{x}|我是{x}|叫我{x}吧|你可以叫我{x}|你好，我叫{x}|大家都叫我{x}|认识一下，我是{x}|父母给我起名{x}|同事们叫我{x}|{x}就是我|跟你说话的是{x}|我姓名是{x}|我是{x}，请多关照][。|！|]"),
        ("[Nice to meet you, {x}!|Hello, {x}!|Hi {x}, nice to meet you!]", "[很高兴认识你，{x}！|你好，{x}！]"),
        ("[What is my name|What's my name|Do you remember my name|Who am I|Can you tell me my name|Do you know my name|What did I say my name was|What am I called|Tell me my name|What name do I have|How did I say I am called|Which name is mine|Please say my name|Under what name do you know me|Can you still name me|And my name|How should you call me|By what name do I go|Do you still know what I'm called|Remember who you are talking to|What was it I told you about my name|Say, who is writing to you|Which name did I mention|Which name have I told you|What name did I introduce myself with|You have my name, what is it|Repeat my name to me|So what was my name|Name me|Which name did you note down for me][?|]",
         "[我叫什么名字|我叫什么|你还记得我的名字吗|我是谁|你知道我叫什么吗|我的名字是什么|说出我的名字|我刚才说我叫什么|我的名字呢|还记得我是谁吗|该怎么称呼我|在跟你说话的是谁|我告诉过你我叫什么吧|叫得出我的名字吗|我报的是什么名字|我说的是哪个名字|那我的姓名是][？|]"),
        ("Your name is {x}.", "你叫{x}。"), lambda w: words.person(w.rng, w.zh)),
    "age": Kind(
        ("my age", "我的年龄"),
        ("[I am {x} years old|I'm {x} years old|I'm {x}|My age is {x}|I just turned {x}|I've lived for {x} years now|Last week I became {x}|At {x} I still feel fine|There were {x} candles on my cake this year|I've got {x} years behind me|Being {x}, I have seen a lot|Next to my age you can write {x}][.|]", "[我今年{x}岁|我{x}岁了|我的年龄是{x}岁|我刚满{x}岁|上周我过了{x}岁生日|我都{x}岁了，身体还不错|年龄写{x}岁就行|我已经活了{x}年][。|]"),
        ("[Got it, you are {x} years old.|Thanks, I'll remember that you are {x}.]", "[好的，你{x}岁。|记住了，你{x}岁。]"),
        ("[How old am I|What is my age|Do you remember my age|What age am I|How many years old am I|What did I say my age was|Tell me my age|And my age|Do you still know how old I am|How many candles were on my cake|What was it I told you about my age|How many years have I lived|Which age did I mention|Remember my age|Remember how old I am|How many years do I count|So how old was I|How old did I say I was|What age did I tell you|How many years are behind me][?|]", "[我今年几岁|我多大了|你记得我的年龄吗|我的年龄是多少|我今年多大|还记得我多少岁吗|我说过我几岁来着|我满几岁了|我活了多少年了|我报的年龄是多少|我的岁数是|我说自己多大][？|]"),
        ("You are {x} years old.", "你{x}岁。"), number(6, 95), twin="kinage"),
    "colour": Kind(
        ("my favourite colour", "我最喜欢的颜色"),
        ("[My favourite colour is {x}|My favorite color is {x}|I like {x} best of all colours|The colour I love most is {x}|Everything I own should be {x}, my favourite colour|For me no colour beats {x}|I love the color {x}][.|]",
         "[我最喜欢的颜色是{x}|我最爱{x}|我喜欢{x}这个颜色|颜色里我最爱{x}|对我来说{x}最好看][。|]"),
        ("[{x} is a nice colour!|Noted: your favourite colour is {x}.]", "[{x}很好看！|记住了，你最喜欢{x}。]"),
        ("[What is my favourite colour|What's my favorite color|Which colour do I like best|Do you remember my favourite colour|What color do I like|Which colour is my favourite|And the colour I like|Do you still know my favourite colour|In what colour should I paint my room|Tell me my favourite colour][?|]",
         "[我最喜欢什么颜色|我最喜欢的颜色是什么|你记得我喜欢的颜色吗][？|]"),
        ("Your favourite colour is {x}.", "你最喜欢的颜色是{x}。"), one_of(words.COLOURS)),
    "city": Kind(
        ("the place where I live", "我住的地方"),
        ("[I live in {x}|My home is in {x}|I'm from {x}|I come from {x}|I moved to {x}|My home town is {x}|Since I moved to {x} I sleep better|My flat in {x} is small but bright|I've settled in {x}|Greetings from {x}, where I live|Life at home in {x} is quiet|I have a little house in {x}|{x} is where I live][.|]", "[我住在{x}|我来自{x}|我家在{x}|我搬到了{x}|自从搬到{x}，我睡得好多了|我在{x}安了家|{x}是我的家|我在{x}有一套小房子|我现在定居{x}][。|]"),
        ("[{x} sounds nice!|Noted, you live in {x}.]", "[{x}是个好地方！|记住了，你住在{x}。]"),
        ("[Where do I live|Which city do I live in|Do you remember where I live|Where is my home|Where am I from|In what place do I live|What town do I live in|What is my home town|Tell me where I live|And where do I live|Which place is my home|Do you still know where I live|What was it I told you about my home|Where would you send my letters|Which town did I move to|Remember the town I live in][?|]", "[我住在哪里|我住在哪个城市|你记得我住哪里吗|我来自哪里|我住哪儿|我的家在什么地方|说说我住哪里|还记得我家在哪儿吗|我说过我住什么地方|我搬到哪里了|我在哪儿安的家][？|]"),
        ("You live in {x}.", "你住在{x}。"), lambda w: w.pick(words.CITIES) if w.rng.random() < 0.5 else words.invented(w.rng).capitalize(), twin="kincity"),
    "food": Kind(
        ("my favourite food", "我最喜欢的食物"),
        ("[My favourite food is {x}|I love eating {x}|I like {x} most|The food I like best is {x}|My favorite food is {x}|Nothing tastes better to me than {x}|I could eat {x} every day|Give me {x} and I'm happy|Of all dishes I love {x}][.|]", "[我最喜欢吃{x}|我爱吃{x}|我最喜欢的食物是{x}|我天天都想吃{x}|对我来说{x}最好吃|有{x}吃我就开心][。|]"),
        ("[{x}, good choice!|Noted: you like {x}.]", "[{x}，好选择！|记住了，你喜欢{x}。]"),
        ("[What is my favourite food|What do I like to eat|What's my favorite food|Which food do I like|What do I love to eat|What food do I prefer|Which meal is my favourite|Tell me what I like to eat|What could I eat every day|What dish makes me happy|Do you still know my favourite food|What would you cook for me][?|]", "[我最喜欢吃什么|我爱吃什么|我最喜欢的食物是什么|还记得我爱吃的是什么吗|我天天想吃什么|请我吃饭该点什么][？|]"),
        ("Your favourite food is {x}.", "你最喜欢吃{x}。"), one_of(words.FOODS), twin="kinfood"),
    "job": Kind(
        ("my job", "我的工作"),
        ("[I work as a {x}|I am a {x}|I'm a {x}|By trade I'm a {x}|I earn my bread as a {x}|As a {x} I get up early|Being a {x} keeps me busy|I've been a {x} for years|They hired me as a {x}|My work as a {x} is fun][.|]", "[我是{x}|我的工作是{x}|我做{x}|我靠当{x}谋生|当{x}每天都很忙|我当了很多年{x}|公司请我当{x}][。|]"),
        ("[A {x}, how interesting!|Noted, you work as a {x}.]", "[{x}，真有意思！|记住了，你是{x}。]"),
        ("[What is my job|What do I do for a living|What's my job|Do you remember my job|What do I work as|What am I by trade|How do I earn my money|Do you still know what I do for work|What was it I told you about my job|Which profession do I have|As what did they hire me][?|]", "[我是做什么的|我的工作是什么|你记得我的职业吗|我靠什么谋生|我从事什么职业|我干哪一行|还记得我做什么工作吗][？|]"),
        ("You work as a {x}.", "你是{x}。"), trade, twin="kinjob"),
    "hobby": Kind(
        ("my hobby", "我的爱好"),
        ("[My hobby is {x}|I like {x} in my free time|I enjoy {x}|In my spare time I love {x}|After work you'll find me at {x}|Most weekends go to {x}|Nothing relaxes me like {x}|I've taken up {x}][.|]", "[我的爱好是{x}|我空闲时喜欢{x}|我喜欢{x}|下班后我总是{x}|周末我一般{x}|{x}最让我放松][。|]"),
        ("[{x} is fun!|Noted: you enjoy {x}.]", "[{x}很有意思！|记住了，你喜欢{x}。]"),
        ("[What is my hobby|What do I like to do|What's my hobby|What do I do in my free time|How do I spend my weekends|What do I do for fun|Do you still know my hobby|What relaxes me|What was it I told you about my free time][?|]", "[我的爱好是什么|我喜欢做什么|我空闲时做什么|我周末干什么|还记得我的爱好吗|什么让我放松|我下班后做什么][？|]"),
        ("Your hobby is {x}.", "你的爱好是{x}。"), one_of(words.HOBBIES)),
    "number": Kind(
        ("", ""),
        ("[Remember the number {x}|My lucky number is {x}|The number is {x}|Please remember this number: {x}|Keep the number {x} in mind|Remember {x}|Note the number {x}|Here is a number for later: {x}|Hold on to the number {x}|Please keep {x} for me|Bear the number {x} in mind|I'm thinking of the number {x}][.|]",
         "[请记住数字{x}|我的幸运数字是{x}|记住这个数字：{x}|数字是{x}|先记下数字{x}|替我记着{x}|我想到的数字是{x}|有个数字要你记：{x}][。|]"),
        ("[I'll remember {x}.|Got it: {x}.|OK, {x}.]", "[我记住了：{x}。|好的，{x}。]"),
        ("[What is the number|What's my number|Which number did I tell you|What number did I ask you to remember|What was the number|What's my lucky number|Do you remember the number|Tell me the number|And the number|What number did I give you|Can you give me the number|The number, please|Which one was the number|Which number did you keep for me|What number was it|Which number do you hold for me|Which number did I name|Say the number again|So which number was it|Which number was I thinking of|Do you still have the number][?|]",
         "[数字是多少|我让你记住的数字是什么|我的幸运数字是多少|刚才的数字是什么|你还记得那个数字吗|我说的是哪个数字|你替我记着的数字是|再说一遍那个数字|那个数字呢][？|]"),
        ("The number is {x}.", "数字是{x}。"), number(2, 9999)),
    "word": Kind(
        ("", ""),
        ("[The secret word is {x}|The password is {x}|Remember the word {x}|The code word is {x}|Keep this word in mind: {x}][.|]", "[密码是{x}|暗号是{x}|记住这个词：{x}|口令是{x}][。|]"),
        ("[I'll remember it.|Got it: {x}.]", "[我记住了。|好的：{x}。]"),
        ("[What is the secret word|What is the password|Which word did I tell you|What was the word|What's the code word|Tell me the password|The word, please|What word should you remember|And the password|Give me the secret word|What's the right word][?|]",
         "[密码是什么|暗号是什么|我让你记的词是什么|口令是什么][？|]"),
        ("The word is {x}.", "是{x}。"), lambda w: words.invented(w.rng, w.rng.choice((1, 2, 2)))),
    "thing": Kind(
        ("my {f}", "我的{f}"),
        ("[My {f} is {x}|The {f} is {x}|Remember: my {f} is {x}|Please note that my {f} is {x}|For your information, my {f} is {x}|{x} is my {f}|I have {x} as my {f}|My {f}: {x}][.|]", "[我的{f}是{x}|请记住我的{f}是{x}|{f}是{x}][。|]"),
        ("[Noted: your {f} is {x}.|Got it: {x}.|OK, I'll remember your {f}.]", "[记住了，你的{f}是{x}。|好的：{x}。]"),
        ("[What is my {f}|What's my {f}|Tell me my {f}|Do you remember my {f}|What did I say my {f} was|What was my {f}|And my {f}|Give me my {f}|Which {f} is mine|Can you say my {f}|I forgot my {f}, what is it|My {f}, please][?|]", "[我的{f}是什么|你还记得我的{f}吗|告诉我我的{f}|{f}是什么|我的{f}呢|我忘了我的{f}，是什么][？|]"),
        ("Your {f} is {x}.", "你的{f}是{x}。"), lambda w: words.anything(w.rng, w.zh)),
    "kin": Kind(
        ("my {k}'s name", "我{k}的名字"),
        ("[My {k} is called {x}|My {k}'s name is {x}|{x} is my {k}|I have a {k} named {x}|Yesterday my {k} {x} came to dinner|My {k}, {x}, says hello|I live near my {k} {x}|You should meet my {k} {x}|I'm writing this with {x}, my {k}][.|]", "[我{k}叫{x}|我{k}的名字是{x}|{x}是我{k}|昨天我{k}{x}来吃饭了|我{k}{x}向你问好|我有个{k}，名叫{x}|你该认识一下我{k}，名叫{x}][。|]"),
        ("[Say hello to {x} from me!|Noted: your {k} is {x}.]", "[替我向{x}问好！|记住了，你{k}叫{x}。]"),
        ("[What is my {k}'s name|What is my {k} called|Who is my {k}|Do you remember my {k}'s name|What's the name of my {k}|Tell me the name of my {k}|How is my {k} called|And my {k}|Which name has my {k}|Name my {k}|Do you still know my {k}'s name|What was it I told you about my {k}|By what name does my {k} go][?|]", "[我{k}叫什么|你记得我{k}的名字吗|我{k}是谁|还记得我{k}叫什么吗|我{k}叫什么名字|我说过我{k}的名字是什么][？|]"),
        ("Your {k}'s name is {x}.", "你{k}叫{x}。"), lambda w: words.person(w.rng, w.zh)),
    "plan": Kind(
        ("", ""),
        ("[I have an appointment at {x}|My train leaves at {x}|We meet at {x}|The meeting is at {x}|I have to be there at {x}|Don't let me miss the bus at {x}|At {x} the show begins|They expect me at {x}|My taxi comes at {x}][.|]", "[我{x}有个约会|我的火车{x}出发|我们{x}见面|会议在{x}|我{x}得到那里|演出{x}开始|出租车{x}来接我|别让我错过{x}的车][。|]"),
        ("[Noted: {x}.|OK, at {x}.]", "[记住了：{x}。|好的，{x}。]"),
        ("[At what time is it|Which time did I tell you|What time did I say|Do you remember the time|Tell me the time I told you|What was the time again|At which hour is it|The time, please|At what time must I be there|Do you still know the time|Remember the hour I told you][?|]", "[是几点|我说的是几点|你记得时间吗|几点来着|再说一遍时间|还记得是几点吗|我该几点到][？|]"),
        ("It is at {x}.", "是{x}。"), lambda w: f"{w.rng.randrange(1, 24)}:{w.rng.randrange(60):02d}"),
    "pet": Kind(
        ("my {a}'s name", "我家{a}的名字"),
        ("[My {a}'s name is {x}|I have a {a} called {x}|I have a {a} named {x}|My {a} is called {x}|I have to feed my {a} {x} now|My {a} {x} is asleep on the sofa|At home {x}, my {a}, waits for me|I moved here with my {a} {x}|We took in a {a} and named it {x}][.|]", "[我的{a}叫{x}|我有一只{a}，叫{x}|我家{a}名叫{x}|我的{a}叫{x}，正在睡觉|我得去喂我的{a}，它叫{x}|我收养了一只{a}，起名{x}|我带着我的{a}搬来了，它叫{x}][。|]"),
        ("[{x} is a lovely name for a {a}!|Say hello to {x} from me!]", "[{x}真是个可爱的名字！|替我向{x}问好！]"),
        ("[What is my {a}'s name|What's my {a} called|Do you remember my {a}'s name|What is the name of my {a}|How is my {a} called|Tell me the name of my {a}|Which name has my {a}|What did I name my {a}|And my {a}|Do you still know my {a}'s name|To what name does my {a} answer|What was it I told you about my {a}][?|]", "[我的{a}叫什么|你记得我的{a}叫什么吗|我家{a}叫什么名字|还记得我{a}的名字吗|我给{a}起了什么名字|我的{a}名叫什么][？|]"),
        ("Your {a}'s name is {x}.", "你的{a}叫{x}。"), lambda w: words.person(w.rng, w.zh)),
    "favourite": Kind(
        ("my favourite {v}", "我最喜欢的{v}"),
        ("[My favourite {v} is {x}|The {v} I like best is {x}|No {v} is better than {x}, if you ask me|Of every {v} I know, I love {x} most|As {v} I always choose {x}|{x} is my favourite {v}][.|]", "[我最喜欢的{v}是{x}|说到{v}，我最爱{x}|{x}是我最爱的{v}|{v}里面我总选{x}][。|]"),
        ("[Noted: your favourite {v} is {x}.|{x}, good choice!]", "[记住了，你最喜欢的{v}是{x}。|{x}，好选择！]"),
        ("[What is my favourite {v}|Which {v} do I like best|What {v} do I love most|Do you still know my favourite {v}|What was it I told you about my favourite {v}|Which {v} would I choose|What {v} do I prefer][?|]", "[我最喜欢的{v}是什么|我最爱什么{v}|还记得我喜欢的{v}吗|{v}里我会选什么|我喜欢哪个{v}][？|]"),
        ("Your favourite {v} is {x}.", "你最喜欢的{v}是{x}。"), lambda w: words.invented(w.rng).capitalize()),
    "appointment": Kind(
        ("the day of my appointment with the {d}", "我和{d}约的日子"),
        ("[My appointment with the {d} is on {x}|I see the {d} on {x}|On {x} I have to go to the {d}|The {d} expects me on {x}|I'm a bit afraid of {x}, when I go to the {d}][.|]", "[我{x}要去看{d}|我和{d}约在{x}|{d}让我{x}去|我跟{d}的预约是{x}][。|]"),
        ("[Noted: {x}.|OK, on {x}.]", "[记住了：{x}。|好的，{x}。]"),
        ("[When is my appointment with the {d}|On which day do I see the {d}|When must I go to the {d}|What day does the {d} expect me|Do you still know when I see the {d}|On what day is my visit to the {d}][?|]", "[我哪天去看{d}|我和{d}约在哪天|{d}的预约是星期几|还记得我什么时候看{d}吗|我该哪天去找{d}][？|]"),
        ("Your appointment with the {d} is on {x}.", "你和{d}的预约是{x}。"), lambda w: w.pick(words.DAYS)),
    "lock": Kind(
        ("the code of my {c}", "我{c}的密码"),
        ("[The code of my {c} is {x}|My {c} opens with {x}|To open my {c} I type {x}|I set the code of my {c} to {x}|My {c} has the code {x}|{x} opens my {c}][.|]", "[我的{c}密码是{x}|打开我的{c}要输{x}|我把{c}的密码设成了{x}|{x}能打开我的{c}][。|]"),
        ("[I'll remember it.|Got it: {x}.]", "[我记住了。|好的：{x}。]"),
        ("[What is the code of my {c}|How do I open my {c}|What must I type to open my {c}|Which code has my {c}|Do you still know the code of my {c}|What opens my {c}|I stand before my {c}, what was the code][?|]", "[我的{c}密码是多少|怎么打开我的{c}|开{c}要输什么|还记得我{c}的密码吗|什么能打开我的{c}][？|]"),
        ("Your {c} code is {x}.", "你的{c}密码是{x}。"), number(100, 999999)),
    "birthday": Kind(
        ("my birthday", "我的生日"),
        ("[My birthday is on {x}|I was born on {x}|On {x} I have my birthday|I celebrate my birthday on {x}|Each year on {x} I get a birthday cake|Come to my birthday party on {x}][.|]", "[我的生日是{x}|我{x}过生日|我出生在{x}|每年{x}我都吃生日蛋糕|{x}来参加我的生日会吧][。|]"),
        ("[Noted: {x}.|OK, {x}.]", "[记住了：{x}。|好的，{x}。]"),
        ("[When is my birthday|On what date is my birthday|When was I born|What day is my birthday|Do you still know my birthday|When should you congratulate me|On which date do I get a cake][?|]", "[我的生日是哪天|我什么时候过生日|我几月几日出生|还记得我的生日吗|该在哪天祝我生日快乐][？|]"),
        ("Your birthday is on {x}.", "你的生日是{x}。"), date, twin="kinbirthday"),
    "kinjob": Kind(
        ("my {k}'s job", "我{k}的工作"),
        ("[My {k} works as a {x}|My {k} is a {x}|My {k} found work as a {x}|My {k} earns a living as a {x}|Being a {x}, my {k} is always busy][.|]", "[我{k}是{x}|我{k}的工作是{x}|我{k}当{x}|我{k}靠当{x}谋生][。|]"),
        ("[Noted: your {k} works as a {x}.|How interesting!]", "[记住了，你{k}是{x}。|真有意思！]"),
        ("[What is my {k}'s job|What does my {k} do for a living|What does my {k} work as|How does my {k} earn money|What is my {k} by trade|Do you still know what my {k} does for work][?|]", "[我{k}是做什么的|我{k}的工作是什么|我{k}靠什么谋生|还记得我{k}的职业吗][？|]"),
        ("Your {k} works as a {x}.", "你{k}是{x}。"), trade),
    "kinage": Kind(
        ("my {k}'s age", "我{k}的年龄"),
        ("[My {k} is {x} years old|My {k} turned {x}|My {k} just became {x}|We celebrated with my {k}, who is {x} now|My {k}'s age is {x}][.|]", "[我{k}{x}岁|我{k}今年{x}岁|我{k}刚满{x}岁|我{k}已经{x}岁了][。|]"),
        ("[Noted: your {k} is {x} years old.|OK, {x}.]", "[记住了，你{k}{x}岁。|好的，{x}岁。]"),
        ("[How old is my {k}|What is my {k}'s age|What age is my {k}|How many years old is my {k}|Do you still know how old my {k} is][?|]", "[我{k}多大了|我{k}今年几岁|还记得我{k}的年龄吗|我{k}多少岁][？|]"),
        ("Your {k} is {x} years old.", "你{k}{x}岁。"), number(2, 99)),
    "buy": Kind(
        ("what I need to buy", "我要买的东西"),
        ("[I need to buy {x}|Remind me to buy {x}|I have to get {x} on the way home|My shopping list says {x}|We've run out of {x}, so I must buy some|Don't let me leave the shop without {x}][.|]", "[我要买{x}|提醒我买{x}|回家路上我得买{x}|我的购物单上写着{x}|家里没有{x}了，我得去买][。|]"),
        ("[OK, {x}.|I'll remember it.]", "[好的，{x}。|我记住了。]"),
        ("[What do I need to buy|What should I buy|What is on my shopping list|What must I get on the way home|I'm in the shop, what was I looking for|Do you still know what I have to buy][?|]", "[我要买什么|我该买什么|我的购物单上有什么|我在商店，要买什么来着|还记得我要买的东西吗][？|]"),
        ("You need to buy {x}.", "你要买{x}。"), one_of(words.FOODS)),
    "spot": Kind(
        ("the place of my {o}", "我放{o}的地方"),
        ("[My {o} is in the {x}|I put my {o} in the {x}|I left my {o} in the {x}|The {x} is where I keep my {o}|You'll find my {o} in the {x}|I hid my {o} in the {x}][.|]", "[我的{o}在{x}里|我把{o}放在{x}里了|我把{o}落在{x}里了|我的{o}藏在{x}里|{x}里放着我的{o}][。|]"),
        ("[OK, in the {x}.|I'll remember it.]", "[好的，在{x}里。|我记住了。]"),
        ("[Where is my {o}|Where did I put my {o}|Where did I leave my {o}|Where do I keep my {o}|I can't find my {o}, where is it|Do you still know where my {o} is|In what place is my {o}][?|]", "[我的{o}在哪里|我把{o}放哪儿了|我找不到{o}，在哪儿|还记得我的{o}放在哪里吗|我的{o}放在什么地方][？|]"),
        ("Your {o} is in the {x}.", "你的{o}在{x}里。"), lambda w: w.pick(_SPOTS), labelled=False),
    "trip": Kind(
        ("my travel destination", "我旅行的目的地"),
        ("[I'm going to travel to {x}|My next trip goes to {x}|I booked a flight to {x}|Next month I'm off to {x}|We plan a holiday in {x}|I can't wait for my holiday in {x}][.|]", "[我要去{x}旅行|我下次旅行去{x}|我订了去{x}的机票|下个月我去{x}度假|我们打算去{x}度假][。|]"),
        ("[Have a good trip!|OK, {x}.]", "[旅途愉快！|好的，{x}。]"),
        ("[Where am I going to travel|Where does my next trip go|To which place did I book a flight|Where will I spend my holiday|Do you still know where I want to travel|What is the goal of my trip][?|]", "[我要去哪里旅行|我下次旅行去哪儿|我订了去哪里的机票|我去哪里度假|还记得我要去哪儿旅行吗][？|]"),
        ("You are going to travel to {x}.", "你要去{x}旅行。"), lambda w: w.pick(words.CITIES) if w.rng.random() < 0.4 else words.invented(w.rng).capitalize()),
}  # fmt: skip
