"""The forms that texts and questions about them come in: what stands around a text, lists, chats, tables, short questions."""

from training.words import Pair

# fmt: off
FILLERS: tuple[Pair, ...] = (
    ("[It was a long day.|The sky was clear.|Many people know this.|That is well known.|The street was quiet.|Nobody was surprised.|The weather was mild.|Some call it luck.|This has been so for years.|There was music in the air.|The coffee was cold by then.|A letter came in the morning.|We heard this from a neighbour.|More could be said, of course.|The rest is quickly told.]",
     "[那是漫长的一天。|天空很晴朗。|很多人都知道。|街上很安静。|没有人感到意外。|天气很温和。|多年来一直如此。|空气中有音乐。|早上来了一封信。|这是邻居说的。|当然还有很多可说的。|大家都这么讲。]"),
    ("[Not everyone likes that.|So far, so good.|People still talk about it.|You may have read about this.|The details are in the files.|Some were glad about that.|Nothing else is known so far.|It could be worse.|The children liked that best.|This was confirmed on request.|Please tell the others.|Our reporter was there.|Time will show.]",
     "[有人不太满意。|目前一切顺利。|大家还在谈论这件事。|你可能听说过。|详情见附件。|有些人很高兴。|其他情况还不清楚。|情况还不算糟。|孩子们最喜欢这个。|这一点已经核实。|请转告其他人。|本报记者在现场。|以后再看吧。]"),
)
# Around the text: what stands before it and behind it.
FRAMES: tuple[Pair, ...] = (
    ("{t}", "{t}"), ("{t}", "{t}"), ("{t}", "{t}"), ("{t}", "{t}"),
    ("[News|Notes|About this|From the paper|Info|Chapter {k}|Page {k}]\n\n{t}", "[消息|笔记|简介|摘自报纸|说明|第{k}章|第{k}页]\n\n{t}"),
    ("# [Notes|Overview|Facts|In short]\n{t}", "# [笔记|概况|资料|简述]\n{t}"),
    ('"{t}"', "“{t}”"), ("<text>\n{t}\n</text>", "<text>\n{t}\n</text>"), ("---\n{t}\n---", "---\n{t}\n---"),
    ("Dear [friend|all|reader],\n{t}\n[Best wishes|See you soon|Warm greetings]!", "[亲爱的朋友|大家好|各位读者]：\n{t}\n[祝好|再见|此致敬礼]！"),
    ("[Hello all!|Here is what I know.|You asked me to write this down.] {t}", "[大家好！|我知道的是这些。|你让我写下来。]{t}"),
    ("NOTICE\n\n{t}\n\n[The caretaker|Please do not remove|By order of the office]", "[通知|公告|启事]\n\n{t}\n\n[特此通知|请勿撕下|管理处]"),
    ("[LOCAL NEWS|In brief|Breaking news|Today in town|The week in short] - {t}", "[本地新闻|简讯|快讯|今日要闻|一周要闻]｜{t}"),
    ("[Minutes, page {k}|Protocol no. {k}]\n{t}\n[End of the minutes.|Meeting closed.]", "[会议记录第{k}页|纪要（{k}）]\n{t}\n[记录完毕。|散会。]"),
    ("[Subject: what you asked|Subject: news|Re: your question|Fwd: info]\n\nHi,\n\n{t}\n\n[Cheers|Regards|Bye for now]", "[主题：你问的事|主题：近况|回复：你的问题|转发：资料]\n\n你好，\n\n{t}\n\n[祝顺利|谢谢|先这样]"),
    ("[Dear diary,|Today's entry.|Before I go to bed, a few lines.] {t}", "[亲爱的日记：|今天记一笔。|睡前写几句。]{t}"),
    ("```\n{t}\n```", "```\n{t}\n```"), ("> {t}", "> {t}"), ("<doc id=\"{k}\">{t}</doc>", "<doc id=\"{k}\">{t}</doc>"),
    ("[Have you heard?|Guess what.|You won't believe it, but here goes.|I looked it up for you.|This is what the sign says:] {t}", "[你听说了吗？|你猜怎么着。|我帮你查了一下。|牌子上是这么写的：|说出来你可能不信。]{t}"),
    ("[Product page|From the catalogue|Wiki|Encyclopedia, vol. {k}|Fact file {k}]: {t}", "[商品页面|目录摘录|百科|词条（{k}）|档案{k}]：{t}"),
    ("{t} [(Source: our archive)|(as of today)|- the editors|End of message.]", "{t}[（来源：本馆资料）|（截至今天）|——编辑部|（完）]"),
)
BEFORE: Pair = (
    "[Read this text:\n|Here is a text:\n|Text:\n|Text: |Passage: |Read the following passage.\n\n|Use this text:\n|Answer from this text:\n|Read this: |Have a look at this: |This is what I read: |I got this note: |Look at these lines:\n|My aunt wrote this: |The text:\n\n|Please read: "
    "|This hung on the door:\n|A colleague sent me this:\n\n|I copied this from a website:\n|It says here: |Someone posted this:\n|From the leaflet: |Context: |Context:\n|Source:\n|Take this as given: |Suppose you read this:\n|I found this in the mail:\n|This came in today: |What my notes say:\n|Here you go:\n\n||]",
    "[阅读下面的文字：\n|这是一段文字：\n|文章：|请读这段话：\n|读一读：|请看：|看看这段话：\n|我收到了这封信：\n|材料：\n|下面是一段短文。\n|先读这个："
    "|门上贴着这个：\n|同事发给我的：\n|我从网上抄来的：\n|上面写着：|有人发了这个：\n|宣传单上说：|背景：|资料如下：\n|群里有人说：\n|我记下来的：\n|刚收到的消息：\n|课本上有这么一段：\n|帮我看看这段：\n||]")
ASKED: tuple[Pair, ...] = (
    ("{q}", "{q}"), ("{q}", "{q}"), ("{q}", "{q}"), ("{q}", "{q}"),
    ("[Question: |Q: |My question: |Please tell me: |What I want to know: |Answer this: |Now tell me: |Can you tell me from this text: |Now my question: |So: |I'd like to know from it: ]{q}",
     "[问题：|请问，|我想知道，|现在告诉我：|问：|请回答：|那么，|我的问题是：|看完告诉我：]{q}"),
    ("[According to the text, |From what you read: |Going by the text, |From the text: |As far as the text says: |In this text: ]{q}", "[根据这段文字，|根据上文，|按文中所说，|从文中看，|文章里说，|照这段话，]{q}"),
    ("{q} [Answer from the text.|Look in the text.|It should be in there.]", "{q}[请从文中找答案。|看看文中怎么说。|文里应该有。]"),
    ("[My boss wants to know: |Someone just asked me: |I only need one thing from this: |I read it twice and still wonder: |For my homework: |I have to fill in a form: |One short answer, please: |Help me out here: |Just this: |All I care about: |I got lost. |My son asks: |To be sure: |Long text, short question: |Can you find it? |No summary, please, only this: |Did you catch this: ]{q}",
     "[老板想知道：|刚才有人问我：|我只想问一件事：|看了两遍还是没明白，|作业里问：|要填表，|简单回答就好：|帮帮我，|就问一句：|我只关心这个：|孩子问我：|确认一下，|文章有点长，我就问：|你帮我找找，|不用总结，只回答：|我没看清，]{q}"),
    ("{q} [I can't find it.|I must have missed it.|One sentence will do.|My eyes are tired.|I have no time to read it all.|Keep it short.|I was asked about it.]", "{q}[我没找到。|我看漏了。|一句话就行。|我眼睛花了。|我没时间细看。|简短点。|有人问起。]"),
)
# Text and question in one message; {b} and {a} are one of the rows above each.
WHOLE: tuple[Pair, ...] = (
    ("{b}{t}\n\n{a}", "{b}{t}\n\n{a}"), ("{b}{t}\n\n{a}", "{b}{t}\n\n{a}"), ("{b}{t}\n\n{a}", "{b}{t}\n\n{a}"), ("{b}{t}\n{a}", "{b}{t}\n{a}"), ("{b}{t}\n{a}", "{b}{t}\n{a}"), ("{b}{t} {a}", "{b}{t}{a}"), ("{b}{t} {a}", "{b}{t}{a}"),
    ("{q}\n\n{t}", "{q}\n\n{t}"), ("{q}\n\n[Text|The text|Read this|Here it says]: {t}", "{q}\n\n[文章|材料|看这段|文字]：{t}"),
    ("[I have a question about the text below.|A question on the text that follows.] {q}\n\n{t}", "[关于下面的文字，我有个问题。|看了下面的话再回答：]{q}\n\n{t}"),
    ("[Text|Context|Passage|Document]: {t}\n[Question|Q]: {q}\n[Answer|A]:", "[文章|背景|材料|段落]：{t}\n[问题|问]：{q}\n[回答|答]："),
    ("[Find the answer in the text.|Use nothing but the text.|Answer the question with the help of the text.]\n\n[Text|Context]: {t}\n\nQuestion: {q}", "[请在文中找答案。|只根据文章回答。|根据材料回答问题。]\n\n[文章|材料]：{t}\n\n问题：{q}"),
    ("{q} [It must be in here somewhere|See below|Here's what I have|I only have this|This is all I was given]:\n\n{t}", "{q}[应该就在这里面|见下文|我手上有这些|我只有这段|给我的就是这些]：\n\n{t}"),
    ("[Hi, somebody sent me this and I don't see it:|Hello, I'm reading this at the moment:|Sorry, long mail, see here:]\n\n{t}\n\n{q} [Thanks!|Thank you.|Cheers!|]", "[你好，有人发给我这个，我没看明白：|你好，我正在看这段：|不好意思，邮件有点长：]\n\n{t}\n\n{q}[谢谢！|谢啦。|麻烦了。|]"),
    ("Question: {q}\n\nText:\n{t}", "问题：{q}\n\n文章：\n{t}"),
    ("[Answer from the text, or say that the text doesn't say.|Only use this text; if it isn't in there, say so.|If the text doesn't tell, say that.|Stick to the text.|Don't guess, the text must say it.|Answer only with what the text says.] {t} {q}",
     "[只看这段话回答，没有就说没有提到。|根据短文回答，文中没有就说没提到。|不要猜，文中没说就直说。|请根据下面的文字回答问题。|帮我从文中找答案。|只能用文中的信息。][\n|文：|短文：|]{t}[\n|问：|问题：|]{q}"),
    ("{b}{t}\n[Going by this text, |According to the passage, |From this, |Judging by the above: |So, |OK so |Hm, ]{q}", "{b}{t}[\n|][照这段话看，|根据短文，|所以，|那么请问，|问：|请问：]{q}"),
    ("[Passage|Text|Story|Note]: {t} [Q|Question]: {q} [A|Answer]:", "[短文|阅读|文字|材料]：{t}[问|问题|请问]：{q}"),
    ("[Tell me this when you have read the lines below|Please keep this question in mind while you read|First the question]: {q}\n---\n{t}\n---", "[读完下面的文字回答我|带着这个问题读下文|先说问题]：{q}\n---\n{t}\n---"),
)
AFTER_READING: Pair = ("[I have read it.|OK, what would you like to know?]", "[我读完了。|好的，你想知道什么？]")
# A question of a few words, {l} being the line's name in a table.
SHORT: Pair = (
    "[{n} - {l}?|{n}: {l}?|{n}, {l}?|Please look up for {n}: {l}.|I need one thing about {n}: {l}.|About {n} I only need this: {l}.|Give me for {n}: {l}.|Find this for {n}: {l}.|What do we know about {n}? I mean this: {l}.|{l} ({n})?|I'm filling in a form on {n}. Next field: {l}.|For {n}, what should I put under \"{l}\"?]",
    "[{n}的{l}？|{n}，{l}？|查一下{n}的{l}。|{n}的{l}是？|帮我找一下{n}的{l}。|我只想知道{n}的{l}。|{n}：{l}？|说一下{n}的{l}。|请给出{n}的{l}。|把{n}的{l}告诉我。|要填表，{n}的{l}该写什么？|还差{n}的{l}，帮我补上。|{l}（{n}）？]",
)
# Two questions in one breath.
BOTH: tuple[Pair, ...] = (
    ("{p} {q}", "{p}{q}"), ("{p} And {r}", "{p}还有，{q}"), ("[Two things: |Two questions. ]{p} {q}", "[两个问题：|问两件事：]{p}{q}"), ("1. {p}\n2. {q}", "1. {p}\n2. {q}"), ("{p} Also, {r}", "{p}另外，{q}"), ("- {p}\n- {q}", "- {p}\n- {q}"),
)
# Something said wrong and put right at once.
TAKEN_BACK: Pair = (
    "{y} [No, wait, that was wrong. |Sorry, I mixed that up. |Correction: |No, that is not right. |Oh, I was mistaken. |Scratch that. |An error, as we know now: |Let me put that right: ]{x}",
    "{y}[不对，说错了，|更正：|抱歉，记错了，|不，应该是：|刚才说得不对，|上面写错了，|哦，弄错了，]{x}",
)
# Lines: what stands in front of each; {i} counts, {c} is a time of the day, {p} one of those who speak.
BULLETS: tuple[Pair, ...] = (
    ("- ", "- "), ("* ", "* "), ("• ", "• "), ("", ""), ("{i}. ", "{i}. "), ("{i}) ", "{i}）"), ("Item {i}: ", "第{i}项："), ("§ {i} ", "第{i}条　"), ("({i}) ", "（{i}）"), ("Note {i}: ", "注{i}："),
    ("{p}: ", "{p}："), ("{p}: ", "{p}："), ("{c} {p}: ", "{c} {p}："), ("{p} ({c}): ", "{p}（{c}）："), ("{c} {p}> ", "{c} {p}> "), ("<{p}> ", "<{p}> "),
)
# What speakers say in front of what they tell.
PUT_IN: Pair = (
    "[|||Did you know? |Listen: |As far as I know: |Well, |I heard this: |Don't forget: |By the way: |Oh, and: |Right. ]",
    "[|||你知道吗？|听我说，|据我所知，|嗯，|听说，|别忘了，|对了，|哦，还有，|是的。]",
)
CHATTER: Pair = ("[Really?|Ah, OK.|Good to know.|I see.|What else?|Are you sure?|Thanks, and what more?|haha|Interesting.|Go on.]", "[真的吗？|哦，好的。|知道了。|原来如此。|还有呢？|你确定吗？|谢谢，还有吗？|哈哈|有意思。|接着说。]")
# Tables: the title, and a line of the table.
TITLES: tuple[Pair, ...] = (
    ("{n}", "{n}"), ("# {n}", "# {n}"), ("[Name|What|About]: {n}", "[名称|关于|条目]：{n}"), ("== {n} ==", "== {n} =="), ("**{n}**", "**{n}**"), ("[Data sheet|Fact sheet|Card|Profile|Entry]: {n}", "[资料卡|档案|卡片|简介|登记表]：{n}"),
    ("{n} [at a glance|in figures and facts|in short]", "{n}[一览|基本情况|速览]"), ("+++ {n} +++", "【{n}】"),
)
LINES: tuple[Pair, ...] = (
    ("{l}: {v}", "{l}：{v}"), ("{l}: {v}", "{l}：{v}"), ("- {l}: {v}", "- {l}：{v}"), ("* **{l}:** {v}", "* **{l}：**{v}"), ("{l}\t{v}", "{l}\t{v}"), ("{l} = {v}", "{l} = {v}"), ("{l} - {v}", "{l} - {v}"), ("{l} ... {v}", "{l}……{v}"),
    ("• {l} → {v}", "• {l} → {v}"), ("{l}\n  {v}", "{l}\n  {v}"),
)
# fmt: on
