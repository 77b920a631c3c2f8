"""Poems, haiku and stories from grammars with slots; no two need be the same."""

from training.asking import either
from training.bank import creative as bank
from training.words import ANIMALS, FRUITS, NAMES, THINGS, ZH_NAMES, Pair, invented, person
from training.writer import Message, Writer

_POEM_AI = (
    "[A mind of numbers, calm and bright,\nit reads our words by day and night.|In quiet rows of ones and noughts\nthere grows a little web of thoughts."
    "|A thousand numbers, row on row,\nlearn from the things we say and know.|It has no hands, it has no face,\nit finds the next word in its place.]\n"
    "[It has no heart, it has no fear,\nit answers when a voice is near.|It guesses, fails, and tries once more,\nand learns what it did not before."
    "|We ask, it answers, line by line,\na patient friend of our design.|It dreams no dreams, it sheds no tears,\nbut keeps the words of all our years.]"
)
_POEM_ANY = (
    "[I think of {x} when day is new,\nand all the sky is washed in blue.|O {x}, so gentle and so near,\nyou bring me joy throughout the year."
    "|There is a song in {x}, I say,\nthat softly sings the night away.|When I see {x} I start to smile,\nand stop to rest a little while.]\n"
    "[The wind goes by, the hours are slow,\nand soft and warm the lamplights glow.|The stars come out, the night is deep,\nand all the world lies down to sleep."
    "|The morning comes with golden light,\nand puts the shadows all to flight.|So let us walk, and let us sing,\nand see what joy the day will bring.]"
)
_POEM_ZH = (
    "[{x}在清晨的光里，|我轻轻想起{x}，|风吹过{x}，|{x}像一首小小的歌，]\n[静静地陪着我。|带来一点温柔。|唤醒新的一天。|照亮安静的路。]\n"
    "[夜晚星星亮起，|云慢慢走过天空，|雨落在窗前，|时光轻轻流过，]\n[世界安然入梦。|我的心也变得明亮。|我把它写进诗里。|一切都刚刚好。]"
)
_POEM_AI_ZH = (
    "[一串串数字在夜里发光，|没有手，也没有脸，|安静的网络一层又一层，]\n[读着我们写下的话。|却懂得一点语言。|学着我们的模样。]\n"
    "[你问，它答，一行又一行，|它猜错了，就再试一次，|它不做梦，也不流泪，]\n[像一位耐心的朋友。|每次都更好一点。|只把词语轻轻接上。]"
)
_HAIKU = {
    "AI": "[Numbers in the dark|A quiet machine|Cold and silent chips]\n[learning all the words we wrote|finds the next word in the stream|dreaming of a human voice]\n[line by patient line|one small step each time|answering at last]",
    "any": "[A still garden pond|Snow on the mountain|Rain on the window|Wind in the tall grass|Leaves fall from the tree|The moon on the lake]\n"
    "[a small bird sings to the dawn|a lone fox crosses the field|the evening bell sounds far off|the first light touches the hill|someone walks home in the dusk]\n"
    "[and the day begins|then silence again|night comes soft and slow|winter is not far|spring is on its way]",
}
_HAIKU_ZH = {
    "AI": "[机器静静想|数字夜里亮|无声的芯片]\n[读着人间的词语|一行一行学说话|寻找下一个词语]\n[慢慢地回答|天就要亮了|像一颗小星]",
    "any": "[静静的池塘|雪落在山上|雨打着窗户|风吹过草地|秋叶落下来]\n[一只小鸟在歌唱|远处传来了钟声|有人踏月走回家|晨光照亮了山坡]\n[新的一天来|四周又安静|夜色慢慢深|春天不远了]",
}
_SUBJECTS = (
    ("the sea", "大海"), ("autumn", "秋天"), ("spring", "春天"), ("winter", "冬天"), ("summer", "夏天"), ("the moon", "月亮"), ("rain", "雨"), ("snow", "雪"),
    ("love", "爱"), ("friendship", "友谊"), ("home", "家"), ("my garden", "我的花园"), ("the night", "夜晚"), ("music", "音乐"), ("time", "时间"), ("tea", "茶"),
    ("the city", "城市"), ("the stars", "星星"), ("a river", "河流"), ("my mother", "我的妈妈"),
    ("hope", "希望"), ("peace", "和平"), ("coffee", "咖啡"), ("bread", "面包"), ("a long journey", "长长的旅途"), ("the wind", "风"), ("the old house", "老房子"), ("my grandfather", "我的爷爷"), ("the forest", "森林"),
    ("sleep", "睡眠"), ("the Moon", "月球"), ("gravity", "重力"), ("the morning", "早晨"), ("a bicycle", "自行车"), ("mountains", "高山"), ("books", "书"), ("robots", "机器人"), ("school", "学校"),
)  # fmt: skip
_AI_NAMES = (("AI", "AI"), ("artificial intelligence", "人工智能"), ("AI", "人工智能"), ("AI", "AI"))


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def poem(w: Writer) -> list[Message]:
    """A rhymed poem of four lines."""
    ai = w.rng.random() < 0.4
    name = person(w.rng, w.zh)
    own: Pair = (f"my friend {name}", f"我的朋友{name}")
    town: Pair = (word := invented(w.rng).capitalize(), word)
    x = (
        w.pick(_AI_NAMES)
        if ai
        else w.pick((w.pick(_SUBJECTS), w.pick(_SUBJECTS), ("the " + (a := w.pick(ANIMALS))[0], a[1]), own, town))
    )
    if not ai and w.rng.random() < 0.12:
        return [w.user("[[Write|Compose|Give me|Can you write|Write me|Make up|Let me hear|I'd like] [a [short |little |]poem|some poetry|four lines of verse|a rhyme|a verse]|Be a poet for me|Poem, please|Any poem will do|I feel like reading a poem|Say something in rhyme|Surprise me with a poem|Do you write poetry? Show me][.|?|!|]", "[写一首诗|写首小诗|来一首短诗|给我写首诗|作首诗吧|吟诗一首|来几行诗|随便写首诗|想读一首诗|写四行诗|来点诗意的|你会写诗吗？写一首][。|]"),
                w.reply(_POEM_ANY, _POEM_ZH, x=w.pick(_SUBJECTS))]  # fmt: skip
    ask = w.user(
        *either(
            (
                "[[Write|Compose|Give me|Can you write|Please write|Could you compose|Make up|I'd like|Write me|I want|Please compose|Create|Would you write|Let me have|Can I have|Try to write|Can you make|Let's have|Think up|I need|Do you have|Sing me|Recite|Could I hear|Improvise|How about|Put together|Come up with] [[a short|a little|a brief|a|a four-line|a tiny|a rhymed|a simple|a nice|one more] [poem|verse|rhyme|ode|ballad|stanza]|four lines [of poetry|of verse|in rhyme|that rhyme]|some [verses|lines of poetry|rhymes|poetry]|a few [rhymes|rhyming lines|verses]|a poem of four lines|a piece of poetry|two couplets] [about|on|in praise of] {x}[.|!|?|]"
                "|[Four lines of poetry on {x}|A poem about {x}, please|A verse on {x}|{x}: a poem, please|{x}, as a poem|{x} in four lines of verse|{x} in rhyme|Put {x} into verse|Turn {x} into a poem|Make a poem out of {x}|Be a poet and write about {x}|You are a poet. Your subject is {x}|Say something about {x} in verse|Say something about {x} in rhyme|My poem should be about {x}|Let {x} be the subject of a poem|I love {x}; write a poem on that|It's my wife's birthday and she loves {x}. Write her a poem|For my class I need a poem on {x}|Can you rhyme about {x}|Could {x} be made into a poem|Poem about {x}|Poem: {x}|Rhyme something about {x}|Write poetry about {x}|Write something poetic about {x}|Write in verse about {x}|Praise {x} in a poem|I'm in the mood for a poem on {x}|Would {x} make a good poem? Try|Please be creative: a poem, subject {x}][.|!|?|]]",
                "[写一首关于{x}的[短|小|]诗|以{x}为题写首诗|给我写一首{x}的诗|来一首关于{x}的短诗|请写一首关于{x}的诗|写首{x}的小诗|写四行关于{x}的诗|用四行诗写写{x}|为{x}作一首诗|给{x}写首诗|作诗一首，题目是{x}|{x}，写首诗|用诗来描写{x}|把{x}写成诗|来几句关于{x}的诗|写几行关于{x}的诗句|能写一首{x}的诗吗|我想要一首关于{x}的诗|诗的主题是{x}，请写|请你当一回诗人，写写{x}|用诗歌赞美{x}|题目：{x}，体裁：诗|关于{x}，来首诗吧|我喜欢{x}，给我写首诗|课上要用一首关于{x}的诗|吟诗一首，写{x}|帮我写首诗，主题{x}|想听一首关于{x}的诗|编一首{x}的小诗|押韵地说说{x}][。|！|]",
            ),
            bank.POEM,
        ),
        x=x,
    )
    return [ask, w.reply(_POEM_AI if ai else _POEM_ANY, _POEM_AI_ZH if ai else _POEM_ZH, x=x)]


# A subject's own first line, of five syllables and of five characters.
_OPENINGS: dict[Pair, Pair] = {
    ("rain", "雨"): ("Rain on the window", "雨打着窗户"), ("snow", "雪"): ("Snow on the mountain", "雪落在山上"), ("the wind", "风"): ("Wind in the tall grass", "风吹过草地"),
    ("the moon", "月亮"): ("The moon on the lake", "月亮照湖面"), ("a pond", "池塘"): ("A still garden pond", "静静的池塘"), ("autumn leaves", "秋叶"): ("Leaves fall from the tree", "秋叶落下来"),
    ("the sea", "大海"): ("Waves upon the shore", "海浪拍沙滩"), ("a cat", "猫"): ("A cat on the wall", "墙上一只猫"), ("the stars", "星星"): ("Stars above the roof", "屋顶的星星"),
    ("a river", "小河"): ("The river runs on", "小河慢慢流"), ("a bird", "鸟"): ("A bird on a branch", "枝头一只鸟"), ("the mountains", "山"): ("Mountains wrapped in mist", "山上起了雾"),
    ("the night", "夜晚"): ("Night above the town", "小城的夜晚"), ("tea", "茶"): ("Steam above my cup", "一杯热茶香"), ("frost", "霜"): ("Frost on the window", "窗上结了霜"), ("love", "爱"): ("Two hands, side by side", "两人手牵手"),
}  # fmt: skip
_HAIKU_ASK: Pair = (
    "[[Write|Compose|Give me|Can you write|Please write|Write me|Make|Could you write|I'd like|Let me hear|Create|I want|Try|Would you write|Now|Come up with|Improvise|Let's have|How about|I need|Show me|May I have|Think up|Do you know how to write] [a haiku|a little haiku|one haiku|a Japanese haiku|a classic haiku|a short haiku|a haiku poem|a five-seven-five poem|a poem in haiku form|three lines in haiku style]{o}[.|!|?|]|[Haiku{o}, please|A haiku{o}|haiku{o}|One haiku{o}, if you like|Your next task is a haiku{o}|Five, seven, five: a haiku{o}|I feel like a haiku{o}|I'd love to read a haiku{o}|Could you be Basho for a moment and write a haiku{o}|It's time for a haiku{o}|Surprise me with a haiku{o}|My class collects haiku, write one{o}][.|!|?|]]",
    "[写一首{o}俳句|来一首{o}俳句|给我写首{o}俳句|请写一首{o}俳句|作一首{o}俳句|写首{o}俳句吧|能写一首{o}俳句吗|我想要一首{o}俳句|想读一首{o}俳句|请来一首{o}俳句|编一首{o}俳句|试着写一首{o}俳句|五七五，写一首{o}俳句|帮我写一首{o}俳句|来首{o}俳句听听|你会写{o}俳句吗，来一首|用俳句的形式写一首{o}短诗|再来一首{o}俳句|给我一首三行的{o}俳句][。|！|]",
)  # fmt: skip


def haiku(w: Writer) -> list[Message]:
    """Three lines of five, seven and five; a subject that has a line of its own opens with it."""
    luck = w.rng.random()
    kind = "AI" if luck < 0.3 else "any"
    x: Pair | None = None
    opening: Pair | None = None
    if luck < 0.3:
        x = w.pick(_AI_NAMES)
    elif luck < 0.4:
        x = w.pick((("nature", "自然"), ("the seasons", "四季"), ("silence", "寂静"), ("the countryside", "乡村")))
    elif luck < 0.7:
        x, opening = w.pick(tuple(_OPENINGS.items()))
    about = (f" {w.pick(('about', 'on', 'about', 'with the theme of'))} {x[0]}", f"关于{x[1]}的") if x else ("", "")
    ask = w.user(*either(_HAIKU_ASK, bank.HAIKU), o=about)
    lines = _HAIKU[kind], _HAIKU_ZH[kind]
    if opening:
        lines = tuple(f"{first}\n{rest.split(chr(10), 1)[1]}" for first, rest in zip(opening, lines, strict=True))  # type: ignore[assignment]
    return [ask, w.reply(*lines)]


def space_story(w: Writer) -> list[Message]:
    """A story of a voyage."""
    ask = w.user(
        *either(
            (
                "[Help me write|Write|Tell me|Can you write|Please write|I need|Help me with|Let's write|Make up|Could you help me write|I want to write|Create|Would you write|I'd like to hear|Give me|Start|Can you tell me|Compose|How about|Think up|Come up with|Invent|I feel like|Read me|Let me hear|Improvise|We need|My kids want|Could I have] [a story|a short story|a tale|a little story|an adventure|a bedtime story|a science fiction story] "
                "[about|on] [space exploration|space|space travel|a space journey|exploring space|a trip to Mars|astronauts|a spaceship|a voyage to the stars|outer space|a rocket|a crew in space|a lonely spaceship|the first trip to another planet|flying to the stars|life on a space station|explorers of distant planets][.|!|?|]",
                "[帮我写一个关于{x}的故事|写一个{x}的故事|讲一个关于{x}的故事|请写一个{x}故事|我想要一个关于{x}的故事|编一个{x}的故事|来个{x}的故事|给我讲个{x}的故事|写一篇关于{x}的小故事|故事的主题是{x}，请写|能写一个{x}的故事吗|我想听{x}的故事|孩子想听关于{x}的故事|帮我编个{x}的冒险故事|一起写个{x}的故事吧|以{x}为题写个故事|来一段关于{x}的科幻故事][。|！|]",
            ),
            bank.SPACE,
        ),
        x=w.pick(("太空探索", "太空", "宇航员", "宇宙飞船", "火星旅行", "太空旅行")),
    )
    ship = w.pick(
        (
            ("Morning Star", "晨星号"),
            ("Long Road", "远路号"),
            ("Silver Wing", "银翼号"),
            ("Hope", "希望号"),
            ("Wanderer", "漫游者号"),
            ("Blue Heron", "蓝鹭号"),
        )
    )
    place = w.pick(
        (
            ("Mars", "火星"),
            ("a moon of ice", "一颗冰的卫星"),
            ("a green planet", "一颗绿色的行星"),
            ("the edge of the galaxy", "银河的边缘"),
            ("a silent planet", "一颗寂静的行星"),
            ("Jupiter", "木星"),
        )
    )
    en = (
        "[Captain {n}|Pilot {n}|Doctor {n}|Young {n}] looked out of the window of the {s}. [For three years|For a hundred days|For many months] the ship had flown toward {p}. "
        "[One morning a strange signal came from the dark.|Then, one night, the radio began to sing.|Suddenly a warm light appeared ahead.|One day the engine went silent.] "
        '[The crew was afraid|Everyone held their breath|No one spoke a word], but {n} [smiled|stayed calm|took the controls] and said: "[This is why we came.|Let us go and see.|We have come too far to turn back.]" '
        "[Slowly the ship came down|They landed softly|They stepped outside], and there they found [a garden of glass flowers|an old machine that still remembered songs|footprints in the dust|a small blue stone that glowed]. "
        "[It was the beginning of a new journey.|They knew then that they were not alone.|And far away, the Earth shone like a little lamp.]"
    )
    zh = (
        "[{n}船长|飞行员{n}|{n}博士|年轻的{n}]从{s}的窗口向外看。飞船已经向{p}飞了[三年|一百天|好几个月]。"
        "[一天早上，黑暗中传来奇怪的信号。|一天夜里，收音机突然唱起歌来。|忽然，前面出现了温暖的光。|有一天，发动机突然安静了。]"
        "[大家都很害怕|所有人都屏住呼吸|没有人说话]，{n}却[笑了笑|很冷静|握住方向盘]说：“[我们就是为此而来。|我们去看看吧。|都走到这里了，不能回头。]”"
        "[飞船慢慢降落|他们轻轻着陆|他们走出飞船]，在那里发现了[一座玻璃花的花园|一台还记得歌的旧机器|尘土里的脚印|一块发光的蓝色小石头]。"
        "[这是新旅程的开始。|他们知道，自己并不孤单。|远处，地球像一盏小灯在发光。]"
    )
    return [ask, w.reply(en, zh, n=(w.pick(NAMES), w.pick(ZH_NAMES)), s=(ship[0], ship[1]), p=place)]


def tale(w: Writer) -> list[Message]:
    """A small story of an animal, a person and a thing; the user may say of whom and what."""
    animal, thing = w.pick(ANIMALS), w.pick(THINGS)
    name: str | Pair = (w.pick(NAMES), w.pick(ZH_NAMES))
    en_about, zh_about = "", ""
    luck = w.rng.random()
    if luck < 0.5:
        name = person(w.rng, w.zh) if luck < 0.3 else name
        en_about = f" [about|of] {_a(animal[0])}" + (" [called|named|whose name is] {n}" if luck < 0.3 else "")
        zh_about = "关于" + ("一只叫{n}的" if luck < 0.3 else "") + animal[1] + "的"
        if luck < 0.15:
            en_about += f" [and|who finds] {_a(thing[0])}"
            zh_about = "关于" + "一只叫{n}的" + animal[1] + f"和{thing[1]}的"
    en_ways, zh_ways = either(
        (
            "[[Tell me|Write|Make up|Can you tell me|Please tell me|Invent|I'd like to hear|Give me|Could you tell me|Write me|Create|I want|Let me hear|Would you tell me|Come up with|Now tell me|Read me|Think up|Improvise|How about|Tell us|Do you know|Share] [a creative story|a story|a short story|a bedtime story|a little tale|a funny story|an original story|a fairy tale|a tale|a fable|a cosy story|a made-up story]@[.|!|?|]"
            "|[My daughter can't sleep, tell her a story@|Once upon a time... go on with a story@|Story time! One@|A story@, please|The children want a story@|I'm bored, tell me a story@|Entertain me with a story@|Tonight I'd like a story@|Be a storyteller: one story@|Use your fantasy and write a story@|Story@|Let's hear a tale@][.|!|]]",
            "[讲一个@[有创意的|短|睡前|小|]故事|给我讲个@故事|编一个@故事|写一个@[短|小|有创意的|]故事|我想听@故事|来个@故事|孩子睡不着，讲个@故事|说一个@童话|给大家讲个@故事|写一则@寓言|发挥想象，写个@故事|我好无聊，讲个@故事|今晚想听一个@故事|随便讲个@小故事|编个@童话故事|请你来讲一个@故事|故事时间，来一个@故事][。|！|吧。|]",
        ),
        bank.TALE,
    )
    ask = w.user(
        en_ways.replace("@", en_about),
        zh_ways.replace("@", zh_about),
        n=name,
    )  # fmt: skip
    if w.brief:
        return [ask, w.reply("[Once upon a time|Long ago] {a} named {n} found a magic {t} and [shared it with everyone in the village|wished that no one would be lonely].",
                             "[从前|很久以前]，一只叫{n}的{a}发现了一个神奇的{t}，[把它分享给村里的每一个人|许愿谁都不再孤单]。", a=(_a(animal[0]), animal[1]), n=name, t=thing)]  # fmt: skip
    en = (
        "[Once upon a time|Long ago|In a small village by the sea|At the edge of a forest], there lived [a young {a}|an old {a}|a curious {a}|a shy {a}] named {n}. "
        "Every [morning|evening|night] {n} [walked to the river|climbed the hill|looked at the stars] and dreamed of [a far country|a great adventure|a true friend]. "
        "One day {n} found [a magic|a tiny golden|a talking|an old, dusty] {t} [under a tree|on the path|in the snow]. "
        '["Make a wish," it whispered.|It began to glow.|It told a story of the sea.] '
        "[{n} thought for a long time, and wished that no one would be lonely.|{n} shared it with everyone in the village.|{n} followed its light over the hills.] "
        "[From that day on, the lights in the village never went out.|And they all lived happily ever after.|And if you listen at night, you can still hear the song.]"
    )
    zh = (
        "[从前|很久以前|在海边的小村里|在森林的边上]，住着一只[年轻的|好奇的|害羞的|老]{a}，名叫{n}。"
        "每天[早上|傍晚|夜里]，{n}都[走到河边|爬上小山|看着星星]，梦想着[远方的国家|一次伟大的冒险|一个真正的朋友]。"
        "有一天，{n}[在树下|在路上|在雪里]发现了一个[神奇的|金色的小|会说话的|又旧又脏的]{t}。"
        "[“许个愿吧。”它轻轻说。|它开始发光。|它讲了一个大海的故事。]"
        "[{n}想了很久，希望谁都不再孤单。|{n}把它分享给村里的每一个人。|{n}跟着它的光翻过了小山。]"
        "[从那天起，村里的灯再也没有熄灭。|从此大家过上了幸福的生活。|如果你在夜里仔细听，还能听到那首歌。]"
    )
    return [ask, w.reply(en, zh, a=animal, n=name, t=thing)]


def joke(w: Writer) -> list[Message]:
    """A small joke."""
    a, t = w.pick(ANIMALS), w.pick(THINGS)
    return [
        w.user(*either(("[Tell me a joke|Make me laugh|Do you know a joke|Say something funny|A joke, please|I need a laugh|Cheer me up with a joke|Got a joke|Can you be funny|Joke time|Can you tell a joke|Let me hear a joke|I want to laugh|Give me a joke|Tell us a good one|Know any jokes|Have you got a joke for me|My day was dull, tell me a joke|joke][.|!|?|]", "[讲个笑话|说个笑话|逗我笑一下|来个笑话|你会讲笑话吗，来一个|我想笑一笑|给我讲个笑话|来个好笑的|让我开心一下，说个笑话|有什么笑话吗|说点好笑的][。|吧。|]"), bank.JOKE)),
        w.reply("Why did the {a} bring a {t} to school? Because [it wanted to be ready for anything|the teacher said to bring something useful|nobody told it not to]!",
                "{a}为什么带着{t}去上学？因为[它什么都想准备好|老师说要带有用的东西|没有人说不可以]！", a=a, t=t),
    ]  # fmt: skip


def suggestion(w: Writer) -> list[Message]:
    """What to eat or do."""
    f = w.pick(FRUITS)
    return [
        w.user("[What should I eat|What can I have for a snack|Recommend a fruit|Suggest a fruit|Name a fruit|Tell me a fruit|Pick a fruit for me|Which fruit should I buy|Choose a fruit|I am hungry, what shall I eat|Any idea for a snack|What would be a healthy snack|Give me an idea for a snack|I feel like fruit, which one|Say any fruit][?|.|]", "[推荐一种水果|我该吃什么水果|说一种水果|给我推荐水果|帮我选一种水果|我饿了，吃点什么水果好|买什么水果好|随便说个水果|想吃水果，吃哪种][。|？|]"),
        w.reply("How about {f}?", "来点{f}怎么样？", f=(("an " if f[0][0] in "aeiou" else "a ") + f[0], f[1])),
    ]  # fmt: skip


FAMILIES = {
    "poem": (poem, 4),
    "haiku": (haiku, 3),
    "space": (space_story, 3),
    "tale": (tale, 4),
    "joke": (joke, 1),
    "suggestion": (suggestion, 1),
}
