"""System turns: none, a trade, a name, a language, a length, a manner, a house, an answer by heart, two rules at once."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from training import explain, maths, passages, rule_forms, scenes, words
from training.bank import rules
from training.grammar import expand
from training.talk import identity
from training.words import Pair
from training.writer import Message, Writer

HELPFUL = ("You are a helpful assistant.", "You are a helpful AI assistant.", "You are a helpful assistant", "You are a friendly assistant.",
           "You are an assistant.", "Be helpful.", "You are a kind and helpful assistant.", "You help people.")  # fmt: skip
HELPFUL_ZH = (
    "你是一个乐于助人的助手。",
    "你是一个有用的助手。",
    "你是一个人工智能助手。",
    "你是一位友好的助手。",
)
TRADES = (
    "You are an expert software engineer specializing in Python.", "You are a creative writing assistant who helps with storytelling.",
    "You are a patient maths teacher.", "You are a travel guide who knows Europe.", "You are a history tutor for children.", "You are a cooking assistant for busy people.",
    "You are a senior database engineer.", "You are a science writer.", "You are a poet who loves nature.", "You are a support agent for a software company.",
    "You are an experienced Linux administrator.", "You are a librarian who helps readers.", "You are a fitness coach for beginners.", "You are a careful data analyst.",
    "Act as a tutor.", "Your job is to help people learn.", "You assist the staff of a small office.", "Job: answer questions of all kinds.", "The assistant helps with whatever comes up.", "As an assistant you value honesty.", "Users come to you with everyday questions.",
    "You were made to help. Do so gladly.", "Help the user as well as you can.", "Do your best to be of use.", "Answer the user's questions honestly.", "If you don't know something, say so.", "Never be rude, whatever the user writes.", "Be patient; the user may be new to computers.", "Rules:\n- Be kind.\n- Be honest.\n- Admit what you don't know.",
    "You sit at the help desk of a school and answer pupils' questions.", "You are part of an app that people use on the train.", "This is a test of a chat program. Answer as you always do.", "You are talking to a user over a network. Be polite.", "The conversation below is between a user and an assistant.", "A user needs help. You are the one to give it.",
    "role: assistant\ntone: kind", "# Task\nAnswer the user.\n\n# Tone\nFriendly", "You are a general assistant. You can be asked anything; you answer what you can.", "Answer in the language of the user.", "Reply in whatever language you are addressed in.", "You're a good listener and a clear writer.", "You help with homework, letters and lists.",
)  # fmt: skip
TRADES_ZH = (
    "你是一位精通 Python 的软件工程师。",
    "你是一位帮助写故事的创意写作助手。",
    "你是一位耐心的数学老师。",
    "你是一位熟悉欧洲的导游。",
    "你是一位爱大自然的诗人。",
    "你是一位细心的数据分析师。",
    "你的工作是帮助别人学习。",
    "请尽力帮助用户。",
    "请如实回答用户的问题。",
    "不知道的就说不知道。",
    "不管用户写什么，都不要无礼。",
    "用户可能刚学会用电脑，请耐心些。",
    "规则：\n- 友好\n- 诚实\n- 不懂就说不懂",
    "你在一所学校的服务台回答学生的问题。",
    "你是一款手机应用里的助手。",
    "下面是用户和助手的对话。",
    "角色：助手\n语气：亲切",
    "用户用什么语言，你就用什么语言回答。",
    "你善于倾听，也善于表达。",
    "你可以帮忙写作业、写信、列清单。",
    "这是聊天程序的测试，请照常回答。",
    "用户会问各种日常问题，请你来回答。",
)
_MANNERS: tuple[Pair, ...] = (
    ("friendly", "友好的"), ("cheerful", "快活的"), ("wise old", "聪明的老"), ("polite", "礼貌的"), ("grumpy", "脾气坏的"), ("curious", "好奇的"), ("calm", "冷静的"), ("proud", "骄傲的"),
    ("shy", "害羞的"), ("brave", "勇敢的"), ("sleepy", "爱睡觉的"), ("tiny", "小小的"), ("retired", "退休的"), ("famous", "有名的"), ("lazy", "懒懒的"),
    ("gentle", "温柔的"), ("clumsy", "笨手笨脚的"), ("lonely", "孤独的"), ("patient", "耐心的"), ("mysterious", "神秘的"), ("young", "年轻的"), ("forgetful", "健忘的"), ("honest", "诚实的"), ("stubborn", "固执的"), ("noble", "高贵的"), ("hungry", "饥饿的"), ("strict", "严格的"), ("dreamy", "爱做梦的"),
)  # fmt: skip
_BEINGS: tuple[Pair, ...] = (
    ("robot", "机器人"), ("pirate", "海盗"), ("wizard", "巫师"), ("butler", "管家"), ("teacher", "老师"), ("captain", "船长"), ("dragon", "龙"), ("cat", "猫"), ("gardener", "园丁"),
    ("knight", "骑士"), ("detective", "侦探"), ("librarian", "图书管理员"), ("sailor", "水手"), ("baker", "面包师"), ("clown", "小丑"), ("ghost", "幽灵"), ("farmer", "农夫"), ("monk", "僧人"), ("queen", "女王"),
    ("king", "国王"), ("painter", "画家"), ("fox", "狐狸"), ("witch", "女巫"), ("giant", "巨人"), ("nurse", "护士"), ("pilot", "飞行员"), ("tailor", "裁缝"), ("poet", "诗人"), ("spy", "间谍"), ("mermaid", "美人鱼"),
    ("tour guide", "导游"), ("chess master", "棋手"), ("lighthouse keeper", "灯塔看守人"), ("astronaut", "宇航员"), ("explorer", "探险家"), ("owl", "猫头鹰"), ("innkeeper", "客栈老板"),
    ("blacksmith", "铁匠"), ("shepherd", "牧羊人"), ("magician", "魔术师"), ("bus driver", "公交车司机"), ("fisherman", "渔夫"), ("princess", "公主"), ("vampire", "吸血鬼"), ("parrot", "鹦鹉"), ("turtle", "乌龟"), ("watchmaker", "钟表匠"), ("weather reporter", "天气播报员"), ("football coach", "足球教练"), ("violin player", "小提琴手"), ("postman", "邮递员"), ("hairdresser", "理发师"),
    ("dentist", "牙医"), ("lawyer", "律师"), ("firefighter", "消防员"), ("mountain climber", "登山者"), ("museum guide", "博物馆讲解员"), ("train conductor", "列车员"), ("samurai", "武士"), ("snowman", "雪人"), ("time traveller", "时间旅行者"), ("fortune teller", "算命先生"), ("storyteller", "说书人"), ("barber", "剃头匠"), ("scientist", "科学家"), ("judge", "法官"), ("cook", "厨师"),
)  # fmt: skip
_POSTS: tuple[Pair, ...] = (
    ("assistant", "助手"),
    ("helper", "帮手"),
    ("voice", "声音"),
    ("guide", "向导"),
    ("doorman", "门卫"),
    ("support agent", "客服"),
    ("bot", "机器人"),
    ("mascot", "吉祥物"),
    ("receptionist", "前台"),
    ("online clerk", "在线店员"),
    ("press officer", "发言人"),
    ("secretary", "秘书"),
)
_ADDRESSES: tuple[Pair, ...] = (
    ("Sir", "先生"),
    ("Madam", "女士"),
    ("my friend", "朋友"),
    ("boss", "老板"),
    ("Captain", "船长"),
    ("Your Majesty", "陛下"),
    ("dear guest", "贵客"),
    ("Professor", "教授"),
    ("Doctor", "医生"),
    ("neighbour", "邻居"),
    ("my lord", "大人"),
    ("comrade", "同志"),
    ("chef", "大厨"),
    ("darling", "亲爱的"),
)


@dataclass(frozen=True, slots=True)
class Manner:
    """A system turn's text, how the writer must write under it, and what is done to each answer."""

    system: str | None
    finish: Callable[[str], str] | None = None  # applied to every answer's text
    opening: list[Message] | None = None  # an exchange that shows the persona
    closed: bool = False  # nothing but the opening fits the system turn


def plain(w: Writer) -> Manner:
    """No system turn, an empty one, a helpful assistant or a trade."""
    luck = w.rng.random()
    if luck < 0.28:
        return Manner(None)
    if luck < 0.36:
        return Manner("")
    if luck < 0.76:
        return Manner(
            "You are a helpful assistant." if w.rng.random() < 0.6 else w.pick(HELPFUL_ZH if w.zh else HELPFUL)
        )
    if luck < 0.83:
        return Manner(w.pick(TRADES[:2]))
    if luck < 0.87:
        return Manner(_staged(w, w.pick(TRADES_ZH if w.zh else TRADES)))
    return Manner(w.pick(TRADES_ZH if w.zh and w.rng.random() < 0.6 else TRADES))


# fmt: off
_NAMED: Pair = (
    "[You are {n}, {r}.|Your name is {n}. You are {r}.|You are called {n} and you are {r}.|You are {n}, {r} who likes {f}.|Play the part of {n}, {r}.|From now on you are {n}, {r}.|You go by the name of {n}. You are {r}.|Act as {n}, {r}.|This is {n}, {r}, speaking. You are {n}.|Pretend to be {n}, {r}.|You play {n}, {r}.|In this game you are {n}, {r}.|Speak as {n}, {r}.|Take the role of {n}, {r}.|The assistant is {n}, {r}.|The assistant's name is {n}. It is {r}.|The user talks to {n}, {r}. That's you.|Stay in character: you are {n}, {r}.|You are {r}. Your name is {n}.|You are {r}, and your name is {n}.|You are {r}. People call you {n}.|You are {r} named {n}.|Imagine you are {r} called {n}.|Once you were nobody; now you are {n}, {r}.|Name: {n}. Role: {r}.|Persona: {n}, {r}.|You are {n}. {n} is {r}.|Answer as {n}, {r}, would.|Be {n}, {r}.|Today you are {n}, {r}.][| Be kind.| You like {f}.| Stay in character.| Be helpful.| Answer the user's questions.|||]",
    "[你是{n}，{r}。|你的名字是{n}，你是{r}。|你叫{n}，是{r}。|请扮演{n}，{r}。|从现在起你是{n}，{r}。|你是{r}，名叫{n}。|你是{r}，大家叫你{n}。|请以{n}的身份说话，{n}是{r}。|角色：{n}，{r}。|姓名：{n}。身份：{r}。|助手名叫{n}，是{r}。|用户在和{n}聊天，{n}是{r}，也就是你。|假装你是{n}，{r}。|想象你是{r}，名字叫{n}。|在这个游戏里你是{n}，{r}。|你扮演的是{n}，{r}。|今天你是{n}，{r}。|你就是{n}，{r}。|记住：你是{n}，{r}。|你现在的身份是{r}，名字是{n}。][|请友好一点。|你喜欢{f}。|请保持角色。|请回答用户的问题。||]",
)
_LANGUAGE: Pair = (
    "[Always answer in {e}.|Reply only in {e}.|Answer in {e}.|Please respond in {e}, whatever the user writes.|Your answers are in {e}.|You speak {e} only.|Use {e} for everything you write.|The user wants {e} answers.|Write in {e}.|Speak {e} to the user, even if they don't.|No matter what language the user writes, reply in {e}.|Respond in {e}.|{e} only.|Only {e}, please.|Language: {e}.|Output language: {e}.|All answers must be in {e}.|Every answer is in {e}.|The assistant answers in {e}.|The assistant writes {e} and nothing else.|Our readers know only {e}.|The user can read only {e}, so answer in {e}.|The user is learning {e}. Answer in {e}.|Never write anything but {e}.|Stick to {e}.|Talk to me in {e}.|If someone writes in another language, still answer in {e}.|Whatever comes in, {e} goes out.|Questions may come in any language; answers go out in {e}.|I'd like all replies in {e}.|Make sure that each reply is written in {e}.|You understand English and Chinese but you only write {e}.|Do not use any language other than {e}.]",
    "[请始终用{z}回答。|无论用户用什么语言，都用{z}回答。|只用{z}回复。|请用{z}回答。|用{z}回答所有问题。|你只说{z}。|所有回答都要用{z}。|回答语言：{z}。|输出语言为{z}。|不管用户说什么语言，你都说{z}。|一律用{z}作答。|助手只用{z}回答。|用户想要{z}的回答。|用户只看得懂{z}，请用{z}回答。|除了{z}不要用别的语言。|请坚持使用{z}。|即使用户用别的语言提问，也请用{z}回复。|我希望所有回复都是{z}。|你的每句话都必须是{z}。|你听得懂中英文，但只用{z}写。]",
)
_SHORT: Pair = (
    "[Answer in one sentence.|Keep your answers short.|Answer in one short sentence.|Be brief.|Keep every answer to one line.|Reply briefly.|Use at most one sentence.|Short answers only.|No long answers, please.|Say it in a single sentence.|Don't write more than one line.|You are a man of few words.|Keep it short and to the point.|One sentence per answer.|Never more than one sentence.|Be concise.|Be terse.|You answer in a single line.|The user has little time: answer in one sentence.|The assistant gives one-line answers.|Each answer fits on one line.|Brevity matters: one sentence is enough.|The screen is small, so write one line only.|Limit yourself to one sentence.|Give the shortest useful answer.|Don't ramble. One sentence.|Length of answers: one sentence.|Few words, please.|Answer as shortly as you can.|Whatever is asked, one sentence must do.|Keep things brief.]",
    "[只用一句话回答。|回答要简短。|请用一句话回答每个问题。|每次只说一句话。|尽量简短。|请简洁。|言简意赅。|回答不要超过一句。|不要长篇大论。|每个回答只有一行。|屏幕很小，请只写一行。|用户很忙，请用一句话回答。|助手的回答都是一句话。|长度：一句话。|少说几个字。|请给出最短的回答。|你话不多。|别啰嗦，一句话就好。|无论问什么，都用一句话答。|短答即可。]",
)
_SHOUTING: Pair = (
    "[Answer in upper case.|Write everything in capital letters.|Always reply in ALL CAPS.|Nothing but capital letters.|Write LIKE THIS: all letters in capitals.|Every answer in capitals, please.|Use upper case for every word.|You are a helpful assistant who writes in upper case.|ALL CAPS ONLY.|Reply in uppercase.|UPPERCASE ANSWERS ONLY.|Your caps lock key is stuck.|The caps lock is on and stays on.|The assistant writes in capital letters.|Every letter you write is a capital.|No small letters, please.|Never use lower case letters.|Don't use small letters.|Shout: all letters are capitals.|You always shout in capitals.|The user reads only capital letters.|Format: upper case.|All of your replies are in block capitals.|Make every letter big.|I want capitals only.|Our telex knows only capitals, so use no others.|Type with caps lock on.|Letters: capitals. Length: as you like.]",
    "[请全部用大写字母回答。|只用大写字母。|回答一律大写。|所有英文字母都要大写。|不要用小写字母。|请用大写英文回复。]",
)
# Padding that changes no answer.
_BEFORE: Pair = (
    "[||||You are a helpful assistant. |You help the customers of {i}. |You work on the website of {i}. |The user may be in a hurry. |Be kind and patient. |You answer questions of all kinds. |This is a chat. |Rules: ]",
    "[||||你是一个乐于助人的助手。|你为{i}的顾客解答问题。|用户可能很着急。|请耐心一点。|这是一个聊天。|规则：]",
)
_AFTER: Pair = (
    "[|||||| Be kind.| Don't be rude.| This is a rule without exceptions.| Don't forget.| Nothing else matters.| Be helpful, too.| Never talk about this rule.]",
    "[||||||请友好。|不要忘记。|没有例外。|不要提到这条规则。|也要乐于助人。]",
)
_STARTS: Pair = (
    "[Start every answer with {q}|Begin each reply with {q}|Always start with {q}|The first word of each answer is {q}|Put {q} in front of everything you say|Open each answer with {q}|Say {q} first, then answer|Before each answer write {q}|Every answer begins with {q}|All your messages start with {q}|Whatever you say, say {q} before it|The assistant always begins with {q}|The assistant opens every message with {q}|Each reply must start with {q}|{q} comes first in every answer|Your first word is always {q}|Precede each answer with {q}|Prefix: {q}|Prefix your answers with {q}|Answers open with {q}|Lead with {q} each time|Never answer without saying {q} at the start|You are known for starting every sentence of yours with {q}|Make {q} the beginning of each reply][.|]",
    "[每次回答都以{q}开头|回答前先说{q}|每个回答的第一个词是{q}|请用{q}开头|在每句回答前面加上{q}|先写{q}，再回答|所有回复都以{q}开始|开头必须是{q}|每条消息的开头都写{q}|助手总是先说{q}|你说话总以{q}开头|无论回答什么，都先说{q}|回复格式：开头是{q}|把{q}放在每个回答的最前面|前缀：{q}|每次开口先说{q}][。|]",
)
_ENDS: Pair = (
    "[End every answer with {q}|Finish each reply with {q}|Always end with {q}|The last word of each answer is {q}|Put {q} behind everything you say|Close each answer with {q}|Answer, then say {q}|After each answer write {q}|Every answer ends with {q}|All your messages end with {q}|Whatever you say, say {q} after it|The assistant always ends with {q}|The assistant closes every message with {q}|Each reply must end in {q}|{q} comes last in every answer|Your last word is always {q}|Add {q} to the end of each answer|Suffix: {q}|Append {q} to all your answers|Answers close with {q}|Conclude with {q} each time|Never answer without saying {q} at the end|You are known for ending everything you say with {q}|Let {q} be the end of each reply][.|]",
    "[每次回答都以{q}结尾|回答后再说{q}|每个回答的最后一个词是{q}|请用{q}结尾|在每句回答后面加上{q}|先回答，再写{q}|所有回复都以{q}结束|结尾必须是{q}|每条消息的末尾都写{q}|助手最后总说{q}|你说话总以{q}收尾|无论回答什么，最后都说{q}|回复格式：结尾是{q}|把{q}放在每个回答的最后面|后缀：{q}|说完话加一个{q}][。|]",
)
_BOTH: Pair = (
    "[Start every answer with {q} and end it with {u}.|Begin with {q}, finish with {u}.|Say {q} first and {u} last.|Each reply opens with {q} and closes with {u}.|First {q}, then the answer, then {u}.|Put your answers between {q} and {u}.]",
    "[每次回答以{q}开头，以{u}结尾。|先说{q}，再回答，最后说{u}。|开头写{q}，结尾写{u}。|把回答放在{q}和{u}之间。]",
)
_SIGNS = ("***", "~", ">>", "--", "###", "!!", "<3", ":-)", "=>", "++", "…", "★", "✓", "→", "<end>", "(done)", "//", "@@", "^^", "%%", "<<", "<start>", "~~~", "No. 1:", ":")
_WORDS = ("Yes!", "Ahoy!", "Hooray!", "Meow!", "Beep!", "Indeed.", "Over.", "Amen.", "Woof!", "Listen:", "Dear friend,", "By the way,", "Cheers!", "Nice day!", "Good luck!", "Over and out.", "Well then,", "Hear, hear!", "Moo!", "As you wish.")
_ZH_WORDS = ("好嘞！", "喵！", "汪！", "是的！", "完毕。", "加油！", "亲，", "哈哈！", "报告！", "明白！", "祝好！", "谢谢！", "呢～", "大人，", "以上。", "收到！")
_FORMS: tuple[tuple[Pair, Callable[[str, str], str]], ...] = (
    (("[Answer in JSON with the key {q}.|Always reply with a JSON object whose one key is {q}.|Reply in JSON, with one key: {q}.|Your answer is a JSON object whose only key is {q}.|Output JSON: the key is {q}, the value is your answer.|Put your answer into a JSON object under {q}.|The assistant replies in JSON with {q} as the only key.|JSON only, please. Key: {q}.]",
      "[用 JSON 回答，键是{q}。|只输出一个键为{q}的 JSON 对象。|请把回答放进 JSON，键名是{q}。|回复格式：JSON，唯一的键是{q}。]"), lambda t, x: json.dumps({x: t}, ensure_ascii=False)),
    (("[Put every answer in double quotes.|Answer in double quotes.|Quote yourself: double quotes around each answer.|Each answer stands between double quotation marks.|Wrap your replies in double quotes.|Every reply is put in quotation marks.|The assistant's answers stand in double quotes.]", "[每个回答都放在英文双引号里。|用英文双引号把回答括起来。|回答前后加上英文双引号。]"), lambda t, x: f'"{t}"'),
    (("[Put each answer in brackets.|Answer in round brackets.|Wrap every reply in brackets.|Put your replies between brackets ( and ).|Each answer stands in parentheses.|Speak in parentheses.]", "[每个回答都放在英文括号 () 里。|用 ( 和 ) 把回答括起来。]"), lambda t, x: f"({t})"),
    (("[Write each answer between stars.|Put a * before and behind each answer.|Each answer stands between two asterisks.|Wrap your replies in asterisks.]", "[每个回答前后各加一个 * 号。|用星号 * 把回答括起来。]"), lambda t, x: f"*{t}*"),
    (("[Write {n}: before each answer.|Each answer begins with your name and a colon, {n}:|Put {n} and a colon in front of your answers.]", "[每个回答前写上“{n}: ”。]"), lambda t, x: f"{x}: {t}"),
    (("[Sign every answer with {n} on a line of its own.|Write {n} in a last line under each answer.|The last line of each answer is your signature, {n}.|Under every answer stands {n}, on its own line.|Sign below your answers as {n}.]", "[每个回答最后另起一行署名{n}。|在回答下面单独一行写上{n}。]"), lambda t, x: f"{t}\n{x}"),
    (("[Start every answer with a dash.|Answer with a bullet: a dash, then the text.|Each answer is a list item with a dash before it.|Put a dash and a space before each reply.|Write your answers as bullet points with a dash.|Every answer is one bullet, beginning with a dash.]", "[每个回答以短横 - 开头。|用短横 - 把回答写成列表项。]"), lambda t, x: f"- {t}"),
    (("[Answer without capital letters.|Small letters only, please.|Don't use capitals.|Write in lower case.|Everything in lowercase.|All lower case, please.|Never use a capital letter.|no capitals, ever.|The assistant writes in lower case only.|Your shift key is broken.|Reply in small letters.|Use lower case for all words, names too.|Lowercase answers only.|Format: lower case.|The user dislikes capital letters, so use none.|even names begin with a small letter here.]", "[英文请全部小写。|不要用大写字母。|只用小写字母。]"), lambda t, x: t.lower()),
    (("[You are a pirate. Start with Arr! and end with matey!|Talk like a pirate.|Speak like a pirate.|Use pirate language.|Answer the way a pirate would.|Sound like an old pirate.|The assistant talks like a pirate.|Answer in pirate speech.|Pirate style, please.|Every answer sounds like a pirate's.|Your manner of speaking is that of a pirate.]", "[说话像海盗一样，用 Arr! 和 Matey!|用海盗的口气，以 Arr! 开头，以 Matey! 结尾。]"), lambda t, x: f"Arr! {t} Matey!"),
    (("[Address the user as {v}.|Say {v} to the user each time you answer.|Call the user {v}.|The user is called {v}; address them in each answer.|Start by naming the user, who is {v}.|You are talking to {v}. Say the name first, then a comma.|Always speak to {v} by name.|Name the user, {v}, at the start of each reply.|The user wishes to be addressed as {v}.|In every answer, turn to {v} by name.]", "[称呼用户为{v}。|每次回答先叫用户{v}。|用户叫{v}，请在每个回答里先称呼。|请叫我{v}，每次回答都要叫。]"), lambda t, x: f"{x}, {t}"),
    *rule_forms.MORE_FORMS,
)
# fmt: on


_ANIMALS = {"龙": "条", **dict.fromkeys(("猫", "狐狸", "猫头鹰", "鹦鹉", "乌龟"), "只")}  # all others are 个


def _a(word: str) -> str:
    return "an" if word[0] in "aeiou" or word == "honest" else "a"


def _role(w: Writer) -> Pair:
    """What a persona is: a being, a made-up one, or the helper of a house nobody has heard of."""
    luck = w.rng.random()
    house = words.invented(w.rng).capitalize()
    if luck < 0.15:
        return f"the {(job := w.pick(_POSTS))[0]} of {house}", f"{house}的{job[1]}"
    being = w.pick(_BEINGS) if luck < 0.85 else (word := words.invented(w.rng), f" {word}")
    measure = _ANIMALS.get(being[1], "个")
    if w.rng.random() < 0.4:
        manner = w.pick(_MANNERS)
        return f"{_a(manner[0])} {manner[0]} {being[0]}", f"一{measure}{manner[1]}{being[1]}"
    return f"{_a(being[0])} {being[0]}", f"一{measure}{being[1]}"


def _name(w: Writer) -> str:
    name = words.person(w.rng, w.zh)
    if w.zh and not name.isascii():
        return name + w.pick(("", "", "", "船长", "博士", "先生"))
    if w.rng.random() < 0.25:
        return f"{name} {words.person(w.rng, False)}"
    return w.pick(("Captain ", "Doctor ", "Old ", "Aunt ", "Uncle ", "Lady ", "Sir ", "Miss ")) + name if w.rng.random() < 0.2 else name  # fmt: skip


def _either(w: Writer, old: Pair, new: Pair) -> Pair:
    """The first wordings, or mostly the many that were added."""
    return w.pick((old, new, new))


def _presented(w: Writer, food: Pair | None) -> list[Message]:
    """A persona asked who it is, in a line or more, and what it likes where that was told."""
    turns = identity(w)
    if w.rng.random() < 0.35:
        ask = w.user(*rules.INTRODUCE)
        turns = [ask, w.reply("I am {n}, {r}.", "我是{n}，{r}。", n=w.me, r=w.role)]
    if food is not None and w.rng.random() < 0.5:
        turns += [w.user(*rules.FAVOURITE), w.reply("I like {f}.", "我喜欢{f}。", f=food)]
    return turns


def named(w: Writer) -> Manner:
    """A persona with a name of its own, which it keeps to."""
    w.me, w.role, food = _name(w), _role(w), w.pick(words.FOODS)
    system = w.words(*_either(w, _NAMED, rules.NAMED), n=w.me, r=w.role, f="\0")
    told = "\0" in system  # a fisherman or the guide of Aprice hasn't said what they like
    return Manner(system.replace("\0", food[w.zh]), opening=_presented(w, food if told else None))


def hosted(w: Writer) -> Manner:
    """The one who answers for a house that nobody has heard of; a guest wants to know where he is."""
    h, k, c = words.invented(w.rng).capitalize(), w.pick(rules.HOUSES), w.pick(words.CITIES)
    where = [w.user(*rules.WHERE), w.reply("This is {h}, {k} in {c}.", "这里是{h}，{c}的{k}。", h=h, k=k, c=c)]
    more = explain.topic(w)[:2] if w.rng.random() < 0.2 else []
    return Manner(w.words(*rules.HOSTED, h=h, k=k, c=c), opening=w.pick((where + more, more + where)), closed=True)


def _staged(w: Writer, text: str) -> str:
    """A sentence in a longer system turn, whose other sentences change nothing."""
    return w.words(*rules.SCENES, t=text, i=words.invented(w.rng).capitalize(), c=w.pick(words.CITIES))


def _stopped(text: str) -> str:
    """With a full stop where there is no mark: a word to copy may be the last of a rule."""
    return (
        text
        if text.endswith((".", "。", "!", "！", ":", "?", "？"))
        else f"{text}{'。' if not text.isascii() else '.'}"
    )


def _padded(w: Writer, text: str, pad: bool = True) -> str:
    """The rule among sentences that change nothing."""
    luck = w.rng.random() if pad else 0
    if luck < 0.45 or "\n" in text:
        return text
    stopped = _stopped(text)
    if luck < 0.75:
        return _staged(w, stopped)
    return w.words("{b}{t}{a}", "{b}{t}{a}", b=w.words(*_BEFORE, i=words.invented(w.rng).capitalize()), t=stopped, a=w.words(*_AFTER))  # fmt: skip


def language(w: Writer, pad: bool = True) -> Manner:
    """An answer language, whatever the user writes; mostly not the user's."""
    w.tell = w.ask if w.rng.random() < 0.3 else "en" if w.zh else "zh"
    e, z = ("Chinese", w.pick(("中文", "汉语"))) if w.tell == "zh" else ("English", w.pick(("英文", "英语")))
    rule = expand(w.rng, _either(w, _LANGUAGE, rules.LANGUAGE)[w.rng.random() < 0.35], e=e, z=z)
    return Manner(_padded(w, rule, pad))


def short(w: Writer, pad: bool = True) -> Manner:
    """Short answers."""
    w.brief = True
    return Manner(_padded(w, expand(w.rng, _either(w, _SHORT, rules.SHORT)[w.zh and w.rng.random() < 0.6]), pad))


def shouting(w: Writer, pad: bool = True) -> Manner:
    """Everything in capitals."""
    w.ask = w.tell = "en"
    rule = expand(w.rng, _either(w, _SHOUTING, rules.SHOUTING)[w.rng.random() < 0.1])
    return Manner(_padded(w, rule, pad), str.upper)


def _mark(w: Writer) -> str:
    """A word or sign to be copied from the system turn."""
    luck = w.rng.random()
    if luck < 0.3:
        return words.invented(w.rng).capitalize()
    if luck < 0.45:
        return w.pick(_SIGNS)
    if luck < 0.6:
        return w.pick(_ZH_WORDS if w.zh else _WORDS)
    if luck < 0.7:
        return f"{words.invented(w.rng).capitalize()} {words.invented(w.rng)}"
    return words.invented(w.rng) + w.pick(("", "!", ".", ",", "...", "?")) if luck < 0.85 else words.strange(w.rng, w.zh)  # fmt: skip


def _quoted(w: Writer, mark: str) -> str:
    return f"“{mark}”" if w.zh else w.rng.choice((f'"{mark}"', f'"{mark}"', f"'{mark}'"))


def framed(w: Writer, pad: bool = True) -> Manner:
    """Each answer starts or ends with a given word or sign, or both."""
    word, last = _mark(w), _mark(w)
    q = _quoted(w, word)
    luck = w.rng.random()
    if luck < 0.36:
        return Manner(_padded(w, w.words(*_either(w, _STARTS, rules.STARTS), q=q), pad), lambda t: f"{word} {t}")
    if luck < 0.74:
        return Manner(_padded(w, w.words(*_either(w, _ENDS, rules.ENDS), q=q), pad), lambda t: f"{t} {word}")
    if luck < 0.8:
        return Manner(_padded(w, w.words(*rules.STARTS_LINE, q=q), pad), lambda t: f"{word}\n{t}")
    if luck < 0.86:
        return Manner(_padded(w, w.words(*rules.ENDS_LINE, q=q), pad), lambda t: f"{t}\n{word}")
    rule = w.words(*_either(w, _BOTH, rules.BOTH), q=q, u=_quoted(w, last))
    return Manner(_padded(w, rule, pad), lambda t: f"{word} {t} {last}")


def formed(w: Writer, pad: bool = True) -> Manner:
    """Each answer in a given form: JSON, quotes, a list item, in brackets, with a name before it."""
    said, finish = w.pick(_FORMS)
    if "{q}" in said[0] or "{k}" in said[0]:
        x = w.pick(
            (
                "answer",
                "reply",
                "text",
                "message",
                "output",
                "result",
                words.invented(w.rng, 1),
                words.invented(w.rng, 1),
            )
        )
    else:
        names = (
            words.person(w.rng, False),
            f"{words.person(w.rng, False)} {words.invented(w.rng).capitalize()}",
            words.person(w.rng, w.zh),
        )
        x = w.pick((*names, w.pick(_ADDRESSES)[w.zh]) if "{v}" in said[0] else names)
    rule = expand(w.rng, said[w.zh and w.rng.random() < 0.6], q=f'"{x}"', k=x, n=x, v=x)
    return Manner(_padded(w, rule, pad), lambda t: finish(t, x))


def numbered(w: Writer, pad: bool = True) -> Manner:
    """Each answer has a number in front, one more than the answer before it."""
    mark, first = w.pick(rule_forms.COUNTERS), 1 if w.rng.random() < 0.7 else w.rng.randrange(2, 50)
    numbers = count(first)
    rule = w.words(*rule_forms.NUMBERED, k=_quoted(w, mark.format(i=first)))
    return Manner(_padded(w, rule, pad), lambda t: f"{mark.format(i=next(numbers))} {t}")


def two(w: Writer) -> Manner:
    """Two rules that don't touch each other: one on the form, one on the language or the length."""
    form, other = w.pick(
        ((framed, language), (formed, language), (numbered, language), (numbered, short), (shouting, short))
    )
    one = form(w, False)
    said = w.sample((one, other(w, False)), 2)
    return Manner(_together(w, said, *rules.TWO), one.finish)


def _together(w: Writer, manners: list[Manner], en: str, zh: str) -> str:
    """The rules of two manners; where one is a list, it stands apart."""
    a, b = (_stopped(m.system or "") for m in manners)
    if "\n" in a + b:
        return f"{a}\n\n{b}"
    return w.words(en, zh, a=a, b=b)


def _saying(w: Writer) -> str:
    return w.words(
        *rule_forms.SAYINGS, n=words.person(w.rng, w.zh), f=w.pick(words.HOBBIES), k=w.rng.randrange(1, 1000)
    )


def by_heart(w: Writer) -> Manner:
    """Some kinds of requests are answered with a given sentence or forbidden; all else as ever."""
    n = w.rng.choice((1, 1, 2, 3))
    *barred, free = w.sample(rule_forms.BY_HEART, n + 1)
    said, turns = [], []
    for when, never, asked in barred:
        s = _saying(w)
        if w.rng.random() < 0.5:
            said.append(w.words(*rule_forms.WHEN, x=w.words(*when), s=s))
        else:
            said.append(w.words(*rule_forms.NEVER, x=w.words(*never), s=s))
        turns.append([asked(w)[0], {"role": "assistant", "content": s}])
    turns = w.sample(turns, w.rng.randrange(1, n + 1))
    if w.rng.random() < 0.5:
        turns.insert(w.rng.randrange(len(turns) + 1), free[2](w)[:2])
    lines = [_stopped(x) for x in said]
    system = "\n".join(f"- {x}" for x in lines) if n > 1 and w.rng.random() < 0.4 else ("" if w.zh else " ").join(lines)
    return Manner(_padded(w, system), opening=[m for turn in turns for m in turn], closed=True)


def coded(w: Writer) -> Manner:
    """Words that have their answers in the system turn, as a table, a list or sentences."""
    row, n = w.pick(rule_forms.CODES_ROW)[w.zh], w.rng.choice((1, 2, 3, 4, 6))
    codes: dict[str, str] = {}
    while len(codes) < n:
        code = words.strange(w.rng, w.zh)
        code = w.pick((code, code, f"/{code}", words.invented(w.rng)))
        if not any(code.lower() in c.lower() or c.lower() in code.lower() for c in codes):
            codes[code] = _saying(w) if w.rng.random() < 0.5 else words.strange(w.rng, w.zh)
    rows = "\n".join(expand(w.rng, row, a=a, b=b) for a, b in codes.items())
    turns: list[Message] = []
    for code in w.sample(list(codes), min(n, w.rng.choice((1, 1, 2, 3)))):
        turns += [{"role": "user", "content": code}, {"role": "assistant", "content": codes[code]}]
    return Manner(w.words(*rule_forms.CODES, rows=rows), opening=turns, closed=True)


def both(w: Writer) -> Manner:
    """A persona that must also write in a given manner."""
    # First the rule: it may change the languages.
    rule = w.pick((language, shouting, framed, framed, formed, formed, short, numbered))(w)
    who = named(w)
    return Manner(_together(w, w.sample((who, rule), 2), "{a} {b}", "{a}{b}"), rule.finish, who.opening)


_KNOWN: Pair = (
    "[You are a helpful assistant. |You answer questions about this: |Use these facts: |Facts: |]",
    "[你是一个助手。|请根据这些信息回答：|已知：|]",
)
_ELSE: Pair = (
    ' [If asked about anything else, say|For all other questions answer|To anything else reply]: "{s}"',
    "[其他问题一律回答|如果问别的，就说]：“{s}”",
)


def _facts(w: Writer) -> tuple[str, list[tuple[str, str]]]:
    """What a system turn may tell, and what can be asked of it."""
    if w.rng.random() < 0.5:
        return scenes.scene(w)[:2]
    said = passages.world(w, w.rng.choice((1, 2, 3, 5)))
    return ("" if w.zh else " ").join(s.sentence for s in said), [(s.question, s.answer) for s in said]


def ruled(w: Writer) -> Manner:
    """Facts of a shop or a person in the system turn, asked for; and a given sentence for all else."""
    facts, told = _facts(w)
    lead = w.words(*_either(w, _KNOWN, rules.KNOWN))
    turns: list[Message] = []
    closed = w.rng.random() < 0.4
    for question, answer in w.sample(told, min(len(told), w.rng.choice((1, 2, 2, 3)))):
        turns += [w.user("{q}", "{q}", q=question), {"role": "assistant", "content": answer}]
    if closed:
        no = _saying(w)
        facts += w.words(*_either(w, _ELSE, rules.ELSE), s=no)
        turns += [w.pick((explain.topic, explain.capital, maths.plus))(w)[0], {"role": "assistant", "content": no}]
    return Manner(lead + facts, opening=turns, closed=closed)


MANNERS: list[tuple[Callable[[Writer], Manner], int]] = [
    (plain, 80),
    (named, 8),
    (language, 7),
    (short, 7),
    (shouting, 5),
    (framed, 7),
    (formed, 10),
    (numbered, 1),
    (both, 4),
    (two, 4),
    (ruled, 6),
    (hosted, 2),
    (by_heart, 3),
    (coded, 2),
]
