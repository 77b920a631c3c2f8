"""The many ways people ask about a subject, known or not: what tells them apart must be the subject alone."""

from training.words import Pair
from training.writer import Message, Writer

# Those for which "What is" and "it" are wrong end like this; "photosynthesis" and "the Ottoman Empire" don't.
_MANY = ("ks", "ls", "es", "ms", "ws", "ns", "ts", "ds")


def shapes(lines: str) -> str:
    """One choice of all that stands in `lines`, of which each holds one or several with `|` between; ⏎ is a new line.

    >>> shapes("Hi.|Ho.\\nName:⏎{x}")
    '[Hi.|Ho.|Name:\\n{x}]'
    """
    return f"[{'|'.join(lines.strip().splitlines())}]".replace("⏎", "\n")


def either(*pairs: Pair) -> Pair:
    """One of several choices, each as often as the others, however many ways it holds."""
    return f"[{'|'.join(en for en, _ in pairs)}]", f"[{'|'.join(zh for _, zh in pairs)}]"


# fmt: off
_PLAIN: Pair = (
    "[[What {be}|What exactly {be}|Explain|Please explain|Tell me about|Can you explain|How would you explain|Describe|Could you explain|Explain to me|I want to learn about|I'd like to know about|Give me an introduction to|Teach me about|Help me understand|Can you tell me about|Give me a short explanation of|Define|What do you mean by|Say something about|Can you help me understand|What should I know about|Give me the basics of|Could you tell me what is meant by|How can I understand|Introduce|Something on|Write a few words about|Enlighten me about|Fill me in on|Walk me through|Make sense of|Break down|A short introduction to|Be my teacher: explain|What's the meaning of|People keep talking about] {x}[| in simple terms| in two sentences| simply| briefly| in plain words| in a few words][?|.|]"
    "|[I'm reading about {x}|I've heard of {x}|Give me the idea behind {x}|What's the idea behind {x}|I'm curious about {x}|I never understood {x}|I don't understand {x}|I'm confused about {x}|I know nothing about {x}|My homework is about {x}|What's the deal with {x}|What's all the fuss about {x}|Everyone talks about {x}|People keep talking about {x}|What do you know about {x}|What can you say about {x}|What does one mean by {x}|Please teach me the idea of {x}|What is known about {x}|A few words on {x}|Two sentences on {x}|I need a quick overview of {x}|Got a minute to explain {x}|Mind explaining {x}|Let us talk about {x}|Talk about {x}|What {be} {x} all about|What {be} {x} about|What {be} {x} exactly|What {be} {x} in simple words|What {do} {x} mean|What does the word {x} stand for|Do you know what {x} {be}|Can you tell me what {x} {be}|Tell me what {x} {be}|I'd like to know what {x} {be}|I wonder what {x} {be}|I have no idea what {x} {be}|Nobody could tell me what {x} {be}|Could you say in your own words what {x} {be}|Say what {x} {be}|How would you explain {x} to a child|Explain {x} to a ten-year-old|Explain {x} as if I were five|Can {x} be explained simply|Make {x} easy to understand for me|I want {x} explained|I have to give a talk on {x}, help me|I want to understand {x}, can you help|Is {x} something you can explain|Are you able to explain {x}|Put {x} into plain words|Let's talk about {x} for a moment|Have you got an explanation of {x}][?|.|]"
    "|[{x}: what's that|{x}: what {be} {it}|{x}, explained simply|{x}, in short|{x} - explain|{x} for beginners|{x}. Explain|{x}? I don't get it|{x} means what|{x}, what {be} {it}|{x}, please explain|What about {x}|And {x}|{x} in a nutshell|{x} - what does that mean|{x}. What should I know][?|.|]"
    "|[My teacher mentioned {x} today|I keep hearing about {x}|I read about {x} in the paper|Somebody told me about {x}|My son asked me about {x}|There was a talk about {x} at work|They were speaking of {x} on the radio|I came across {x} in a book|We have a test about {x} tomorrow|The word was {x}|It's about {x}|I saw a film on {x}]. [What {be} {it}|What {be} {it} in simple words|Can you explain|Explain {it2}, please|What is that|What does that mean|Help me understand|Tell me more|What do I need to know]?]",
    "[[什么是{x}|{x}是什么|解释一下{x}|请解释{x}|给我讲讲{x}|介绍一下{x}|你了解{x}吗|简单介绍{x}|{x}是什么意思|能说说{x}吗|帮我理解{x}|{x}的基本概念是什么|给我说说{x}|能解释{x}吗|我不懂{x}|想知道{x}是什么|讲讲{x}|谈谈{x}|我想了解{x}|用两句话解释{x}|请说明{x}|{x}是怎么回事|{x}是啥|啥是{x}|{x}，这是什么|{x}到底是什么|怎么理解{x}|如何向孩子解释{x}|用简单的话说说{x}|关于{x}，你知道些什么|说一说{x}的意思|聊聊{x}吧|科普一下{x}|{x}怎么解释|{x}指的是什么|何为{x}|所谓{x}是指什么|请用通俗的话讲{x}|对于{x}你知道多少|我对{x}很好奇|我一直没弄懂{x}|能不能讲讲{x}|麻烦介绍下{x}|请教一下，{x}是什么|{x}的意思是什么|简单说说{x}|{x}呢|教教我{x}|{x}是个什么东西|谁能告诉我{x}是什么|我想学{x}，先介绍一下|如果要解释{x}，你会怎么说|{x}，给我讲讲|{x}，解释一下|{x}：简单说明|别人老提{x}，那是什么|请问{x}是指什么|能给我普及一下{x}吗|把{x}讲清楚一点|我需要了解{x}|有人问我{x}，我该怎么说][？|。|]"
    "|[老师今天提到了{x}|我最近常听到{x}|书上写到{x}|朋友跟我说起{x}|新闻里说到{x}|孩子问我{x}|明天要考{x}|我在看一篇关于{x}的文章|同事们在讨论{x}|我刚听说{x}这个词]，[那是什么|是什么意思|能解释一下吗|请简单讲讲|你能说说吗|帮我理解一下|到底是什么]？]",
)
# The same asked by other people: from a situation, of an audience, as a label, after a greeting, in one word.
_OTHERWISE: Pair = (
    shapes("""
ELI5: {x}.|eli5 {x}|{x}, ELI5 please|{x} eli5
Explain {x} like I'm [five|six|eight|ten].|Pretend I'm [six|seven] years old and explain {x} to me.|Talk to me as to a child: what {be} {x}?
How would you tell a child what {x} {be}?|What would you say to a kid who asks about {x}?|A child asks you what {x} {be}. What do you answer?
My little [girl|boy] wants to know what {x} {be}. What do I tell [her|him]?|[My grandmother|My neighbour|My son|My boss] asked me what {x} {be}, and I had no answer.|How do I explain {x} to [my grandmother|my kids|my parents|a beginner]?
Explain {x} to someone who has never heard of {it2}.|Imagine a class that has never heard of {x}. Go ahead, teacher.|You are the teacher, I am the pupil, and today's subject is {x}.
In layman's terms, what {be} {x}?|{x} in layman's terms, please.|In plain English, what {be} {x}?|In your own words, what {be} {x}?|In everyday language: {x}.|Simply put, what {be} {x}?
No jargon, please: what {be} {x}?|Without any difficult words, what {be} {x}?|Skip the technical terms and tell me what {x} {be}.|I'm no expert. What {be} {x}?|I'm not a specialist, so keep it simple: {x}.
What's the basic idea of {x}?|What's the gist of {x}?|What's the main idea behind {x}?|What {be} {x} in essence?|The essence of {x}, please.|What is meant by {x}?|What does the term {x} refer to?|What do people mean when they say {x}?
Give me a definition of {x}.|Definition of {x}|Definition: {x}|Define {x} for me.|define {x}|How would a dictionary define {x}?|How {be} {x} defined?|meaning of {x}|Dictionary entry for {x}, please.
I [have never understood|never really got|still don't get|can't wrap my head around|don't quite follow|struggle with] {x}.|{x} went right over my head at school.|I always nod when people mention {x}, but I have no clue.|Honestly, I have no clue about {x}.|I'm embarrassed to ask, but what {be} {x}?|Stupid question maybe, but what {be} {x}?|Silly question: what {be} {x}?
This may be a basic question, but what {be} {x}, actually?|So what {be} {x}, actually?|OK but what {be} {x} really?|What on earth {be} {x}?|What the heck {be} {x}?|Just what {be} {x}?|And what might {x} be?|wtf {be} {x}|whats {x}|wat {be} {x}|{x}???|{x}?
What, in short, {be} {x}?|Shortly: what {be} {x}?|Quick: what {be} {x}?|Real quick, {x}?|Short answer, please: what {be} {x}?|I only have a minute. What {be} {x}?|Don't write an essay, just tell me what {x} {be}.|A brief explanation of {x} would do.|Two lines about {x}, not more.|Just the basics of {x}.
{x}|{x}|{x}.|{x}!|{x}, please.|Topic: {x}|Subject: {x}|Explain: {x}|explain {x}|Question: what {be} {x}?|Q: What {be} {x}?⏎A:|Topic: {x}⏎Task: explain|Task: explain⏎Topic: {x}|Term: {x}⏎Explanation:|Word: {x}⏎Meaning:|Keyword: {x}|FAQ: what {be} {x}?|Glossary: {x}|Help topic: {x}|info {x}|{x} explained|{x} explanation|{x} meaning|{x} basics|{x} 101|what {be} {x}|intro to {x}
Good [morning|evening|day]! Could you tell me what {x} {be}?|Hello, I'd like to understand {x}.|Hi! Quick question about {x}: what {be} {it}?|Hey, got a second? What {be} {x}?|Dear assistant, what {be} {x}? Yours, a curious reader.|Hello! I'm a student and need to know what {x} {be}.|hi, whats {x}?
I'd be grateful for an explanation of {x}.|Would you be so kind as to explain {x}?|Would you mind telling me what {x} {be}?|Might I ask what {x} {be}?|Could I trouble you for an explanation of {x}?|If it's not too much trouble, explain {x}.|Be so kind and tell me about {x}.|It would be great if you could explain {x}.|I'd appreciate a short explanation of {x}.|Please be patient with me and explain {x}.
My question is about {x}.|My question is what {x} {be}.|I have a question: what {be} {x}?|There's one thing I want to know: what {be} {x}?|Something I've always wondered: what {be} {x}?|I keep wondering what {x} {be}.|What I'd like to know is what {x} {be}.|What I don't understand is {x}.|The thing I don't get is {x}.
I have an exam on {x} and understand nothing.|Tomorrow I must say something about {x} in class.|I'm preparing a talk about {x}. Where do I begin?|I'm writing an article about {x} and need an opening.|For my essay I need two sentences on {x}.|I need a caption that explains {x}.|We're doing {x} at school right now and I'm lost.|In a meeting they said {x} and I just smiled.|There's a poster about {x} at our library. What {be} {it}?|The quiz asked about {x} and I didn't know.|In the crossword I found {x}. What {be} {it}?|It says {x} here. What's that supposed to be?|My book says {x}, but not what that means.|Someone at dinner would not stop talking about {x}. What {be} {it}?|A podcast I like did an episode on {x}. What {be} {it} about?
You know what {x} {be}, don't you?|Surely you can tell me what {x} {be}.|I bet you know what {x} {be}.|Let's see if you know what {x} {be}.|Test question for you: what {be} {x}?|Do you have any idea what {x} {be}?|Have you any knowledge of {x}?|Are you familiar with {x}?|Does {x} mean anything to you?|What comes to mind when you hear {x}?|What would you tell me about {x}?|How much can you tell me about {x}?|Anything you can tell me about {x}?|Can you shed some light on {x}?|Could you clear up what {x} {be}?|Care to explain {x}?|Show me that you understand {x}.
Let me hear what {x} {be}.|Let me in on {x}.|Get me started with {x}.|Bring me up to speed on {x}.|Give me a first idea of {x}.|Give me a rough idea of what {x} {be}.|Give me the short version of {x}.|Educate me on {x}.|Lecture me briefly on {x}.|Sum up {x} for me.|Summarise {x} for a beginner.|Outline {x}.|Clarify {x}.|Characterise {x} briefly.|Say in simple words what {x} {be}.|Write two sentences that explain {x}.|Write a short paragraph on {x}.|State what {x} {be}.|Describe {x} to me as if I knew nothing.
Tell me something about {x}.|Tell me a bit about {x}.|Tell us about {x}, will you?|Tell me more about {x}.|Tell me everything you know about {x}.|I want to hear about {x}.|Today I'd like to learn about {x}.|I'm here to learn about {x}.|Let's learn about {x}.|Next subject: {x}.|Now for something else: {x}.|Then explain {x}.|Now explain {x}.|And what {be} {x}?|And {x}? What's that?|What about {x}, what {be} {it}?|How about {x}? Can you explain that?
I thought I knew what {x} meant, but I don't.|I used to know what {x} {be}, but I forgot.|I forgot what {x} {be}.|Remind me what {x} {be}.|I can't remember what {x} {be}.|Can you remind me what {x} {be}?|What {be} {x} again?|What {be} {x}, once more?
"""),
    shapes("""
用大白话[说说|讲讲|解释]{x}。|大白话讲一下{x}|说人话，{x}是什么？|别用术语，{x}是什么？|不要专业名词，讲讲{x}。|通俗点说，{x}是什么？|简单来讲{x}是什么？|一句两句说清楚{x}。
把我当成[五岁|六岁|十岁]的孩子，给我讲讲{x}。|像对小朋友那样解释{x}。|怎么跟小孩子说{x}？|小朋友问{x}是什么，该怎么答？|我家孩子问我{x}是啥，我答不上来。|[奶奶|我妈|邻居]问我{x}是什么，怎么跟[她|人家]说？|给小学生讲讲{x}。|给外行人讲讲{x}。|对一个完全不懂的人，你会怎么讲{x}？
{x}|{x}|{x}？|{x}。|{x}是？|{x}？？|{x}啥意思|{x} 解释|解释：{x}|主题：{x}|题目：{x}|关键词：{x}|名词解释：{x}|名词解释⏎{x}|问：{x}是什么？⏎答：|术语：{x}⏎含义：|任务：解释⏎内容：{x}|百科：{x}|概念：{x}|定义：{x}|{x}的定义|{x} 是什么|{x} 入门|{x}简介|简述{x}|浅谈{x}|概述{x}
给{x}下个定义。|{x}怎么定义？|如何定义{x}？|{x}该怎么定义？|词典里会怎么写{x}？|{x}这个词什么意思？|{x}这个概念是什么？|{x}这个说法指的是什么？|人们说的{x}到底指什么？|大家常说的{x}是什么？
我从来没搞懂过{x}。|我一直没明白{x}。|{x}我怎么也弄不明白。|说实话，我对{x}一窍不通。|说来惭愧，我不知道{x}是什么。|问个傻问题，{x}是什么？|问个基础的问题：{x}是什么？|可能很基础，但{x}到底是啥？|我一听{x}就头大。|{x}听得我一头雾水。|上学的时候就没学会{x}。|别人讲{x}时我只会点头，其实不懂。|我不是专业的，{x}是什么？|小白求解释{x}。|小白一枚，{x}是什么？|萌新请教，{x}是啥？
{x}的核心思想是什么？|{x}的基本思想是什么？|{x}的大意是什么？|{x}的要点是什么？|{x}背后的想法是什么？|{x}说白了是什么？|{x}究竟是怎么一回事？|{x}讲的是什么？|{x}说的是什么？|{x}大概是什么样的东西？|{x}是干什么的？
早上好，请问{x}是什么？|你好，想请教一下{x}。|您好，能给我解释一下{x}吗？|嗨，问一下{x}是什么。|在吗？想问问{x}是什么。|老师好，什么是{x}？|晚上好，我想弄懂{x}。
劳驾，讲讲{x}。|能否赐教，{x}是什么？|请不吝赐教：{x}。|烦请解释{x}。|可否简单介绍一下{x}？|方便的话，给我讲讲{x}。|如果你知道{x}，请告诉我。|有劳你说明一下{x}。|拜托解释下{x}。
明天考试要考{x}，我还不懂。|写作文要用到{x}，帮我解释两句。|要做一个关于{x}的报告，先给我讲讲。|作业里有一题问{x}是什么。|开会时有人提到{x}，我没敢问。|播客里一直在说{x}，那是什么？|图书馆有张{x}的海报，那是什么？|刚在书里看到{x}，不太明白。|饭桌上大家聊{x}，我插不上话。|我在准备一个关于{x}的演讲。|上课讲{x}，我走神了。|文章里出现了{x}，没解释是什么。
你应该知道{x}吧？|考考你，{x}是什么？|你对{x}熟悉吗？|听到{x}，你会想到什么？|{x}你懂吗？|{x}你知道吗？|你知不知道{x}是什么？|你懂不懂{x}？|你能说清楚{x}吗？|关于{x}，你能告诉我什么？|说说你所知道的{x}。|你来说说，什么叫{x}？|什么叫{x}？|啥叫{x}？|{x}是个啥？|{x}是个什么概念？
带我入门{x}吧。|带我了解一下{x}。|给我补补{x}的课。|给我扫扫盲，{x}。|帮我弄懂{x}。|让我明白{x}是什么。|我今天想学学{x}。|接下来讲{x}。|下一个话题：{x}。|那{x}呢，是什么？|再说说{x}。|换个话题，讲讲{x}。|先从{x}讲起吧。
我忘了{x}是什么。|{x}是什么来着？|我以前知道{x}，现在忘了。|记不清{x}是什么了。|再提醒我一次，{x}是什么？
用几句话说说{x}。|两三句话讲一下{x}。|写两句话解释{x}。|写一小段介绍{x}。|只说重点，{x}是什么？|没时间看长文，{x}是什么？|不用太长，说说{x}。|三言两语说下{x}。
"""),
)
ABOUT: Pair = either(_PLAIN, _OTHERWISE)
# Asked for one sentence at once.
_ONE_LINE: Pair = (
    shapes("""
[Explain|Describe|Define|Sum up|Summarise|Introduce] {x} in [one sentence|one line|a single sentence|a single line|just one sentence|one short sentence].|In [one sentence|one line|a single sentence]: what {be} {x}?|In [one sentence|one line|a single sentence], what {be} {x}?|In one sentence, {x}.
What {be} {x}, in one sentence?|What {be} {x}? One sentence, please.|What {be} {x}? Just one line.|{x} in [one sentence|one line|a single sentence].|{x}, one sentence.|{x}: one line, please.|One sentence on {x}.|One line about {x}, please.|One-line definition of {x}.|One-liner: {x}|tl;dr {x}|{x} tl;dr|TL;DR of {x}, please.
Give me {x} in one line.|Give me one sentence on {x}.|Give me a one-sentence explanation of {x}.|Tell me in one sentence what {x} {be}.|Can you say in one sentence what {x} {be}?|Can you put {x} into one sentence?|Could you define {x} in a single line?|If you had only one sentence for {x}, what would it be?|I have room for one line only: what {be} {x}?|Use one sentence to explain {x}.|Topic: {x}⏎Length: one sentence|Write exactly one sentence about {x}.|Boil {x} down to one line.|Not more than one sentence, please: what {be} {x}?|I need a single sentence that says what {x} {be}.|Squeeze {x} into one sentence.
"""),
    shapes("""
用一句话[解释|介绍|说明|概括|说说|讲讲]{x}。|一句话[解释|介绍|说明|概括]{x}。|请用一句话说明什么是{x}。|{x}，一句话。|{x}，一句话概括。|一句话：什么是{x}？|一句话告诉我{x}是什么。|能用一句话说清{x}吗？|用一行字介绍{x}。|一行字说明{x}。|{x}是什么？只说一句。|{x}是什么？一句话就好。|{x}是什么？一句话回答。|只用一句话，{x}是什么？|给{x}下一句话定义。|如果只能说一句，{x}是什么？|主题：{x}⏎长度：一句话|写一句话介绍{x}。|把{x}浓缩成一句话。|我只看一句话：{x}是什么？|最多一句话，{x}是什么？
"""),
)
# fmt: on


def in_one_line(w: Writer, name: Pair) -> Message:
    """The same, asked for in one sentence."""
    return about(w, name, _ONE_LINE)


def about(w: Writer, name: Pair, ways: Pair = ABOUT) -> Message:
    """A question about `name`, in grammar that fits it."""
    many = name[0].endswith(_MANY) and (not name[0].startswith("the ") or name[0].endswith(" rules"))
    be, it, it2, do = ("are", "they", "them", "do") if many else ("is", "it", "it", "does")
    pattern = ways[0].replace("{be}", be).replace("{it2}", it2).replace("{it}", it).replace("{do}", do)
    return w.user(pattern, ways[1], x=name)
