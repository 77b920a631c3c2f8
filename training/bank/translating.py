"""The many ways a translation is asked for: the language in {l}, the text in {t}, given terms in {g}."""

from training.words import Pair

# fmt: off
FRONT: Pair = (
    "[[I'd like this translated into {l}|Would you translate the following into {l}|Can you give me this in {l}|I need a translation into {l}|Help me say this in {l}|What's the {l} version of this|What's the {l} for|Please write this in {l}|My boss wants this in {l}|My customers speak only {l}, so please translate|This has to go out in {l}|How would you put this in {l}|I have to write this in {l}|The {l} for this, please|Switch this to {l}|Change this to {l}|Rewrite this in {l}|From here into {l}|Translation into {l} wanted|Task: translate into {l}|Target language: {l}. Text|Into {l}|{l} version, please|Now in {l}|And this in {l}|The next one in {l}, please|A sentence for you to put into {l}|Here is something to translate into {l}|Would you be so kind as to translate this into {l}|I can't write {l}. Please translate|I don't speak {l}, so please translate|I don't know how to say this in {l}|Can you tell me how to say this in {l}|I was asked to translate this into {l}|My homework: translate into {l}|In {l} this is|How do people say this in {l}|How does one say the following in {l}|Somebody sent me this and I want it in {l}|For my trip I need this in {l}|For a sign in our shop, in {l}|Let me have this in {l}|Do this in {l}|Convert to {l}|Please do a {l} translation of this|Say the same in {l}|I want to tell a friend this in {l}][:|.|:\n]{g} {t}"
    "|[task: translation\nto: {l}\ntext: {t}{g}|Text: {t}\nLanguage: {l}{g}|to {l} >{g} {t}|translate({l}):{g} {t}|Sentence: {t}{g}\n{l}:|Original: {t}{g}\nTranslation ({l}):|Here is a text.\n\n{t}\n\nI need it in {l}.{g}]]",
    "[[我需要把这句话译成{l}|请帮忙把下面的内容译成{l}|能不能给我翻成{l}|这句{l}该怎么说|老板要这句话的{l}版|我的客户只懂{l}，请翻译|我不会{l}，帮我翻一下|我不知道这句话用{l}怎么说|想请你译成{l}|作业：翻译成{l}|任务：译成{l}|目标语言：{l}。原文|{l}版|换成{l}|改写成{l}|下一句，译成{l}|下面这句话请转成{l}|出门旅行要用，请翻成{l}|店里要挂牌子，请写成{l}|有人发给我这句话，想看{l}的|请告诉我这句话的{l}说法|同样的意思，用{l}说|劳驾，译成{l}|需要{l}译文|请问下面这句在{l}里怎么讲|我要对朋友用{l}说这句话|帮我把这个变成{l}|给外国朋友看的，请写成{l}][：|。|：\n]{g}{t}"
    "|[任务：翻译\n目标：{l}\n原文：{t}{g}|原文：{t}\n语言：{l}{g}|原文：{t}{g}\n{l}译文：|句子：{t}{g}\n{l}：|下面是一段话。\n\n{t}\n\n请给我{l}的。{g}]]",
)
BACK: Pair = (
    "[{t}\n\n[Now the same in {l}, please|Could I have this in {l}|I'd like that in {l}|How would that be in {l}|{l}, please|Into {l}, please|Same thing in {l}|The {l} for that|Please translate that into {l} for me|That's what I want to say in {l}|My friend reads only {l}. What do I send|What would somebody who speaks {l} say|This needs to be in {l}|How do I write that in {l}|Make that {l}|I want to say this in {l}|What would you write in {l}|That, in {l}|-> {l}|Can you do that in {l}|I got this message. What is it in {l}|Put the above into {l}|Translate the text above into {l}|The same sentence in {l}|Send me that in {l}].{g}"
    "|{t} [in {l}|in {l}, please|- {l}, please|--> {l}|(in {l})|(to {l})|- translate into {l}|- how would you say that in {l}|- {l} translation, please|- I need this in {l}|- what would that be in {l}]{g}]",
    "[{t}\n\n[上面这段，请用{l}说|我想要{l}的|这句要译成{l}|同一句话，{l}怎么说|请给我{l}译文|换成{l}|我朋友只看{l}，该怎么写|会说{l}的人会怎么说|这句得用{l}写|把它变成{l}|就是这句，想用{l}说|改成{l}|上文译为{l}|能翻成{l}吗]。{g}|{t}[，{l}怎么讲|，用{l}该怎么说|（译成{l}）|——请译成{l}|，请翻成{l}|，换成{l}呢|，{l}版是什么|，帮我译成{l}]{g}]",
)
INSIDE: Pair = (
    "[How would a speaker of {l} say {t}?|How do people say {t} in {l}?|How does one say {t} in {l}?|How is {t} said in {l}?|How can I say {t} in {l}?|How should I write {t} in {l}?|What do I say in {l} if I mean {t}?|If I want to say {t}, what do I say in {l}?|I'd like to say {t}, but in {l}.|I want my friend to read {t} in {l}.|Say {t} in {l}.|Tell me how to say {t} in {l}.|Tell me what {t} is in {l}.|Give me {t} in {l}.|Let me have {t} in {l}.|What's {t} in {l}?|What's the {l} for {t}?|What would {t} be in {l}?|Could you say {t} in {l}?|Could you translate {t} into {l} for me?|Would you write {t} in {l}?|Write {t} in {l}, please.|In {l}, what is {t}?|In {l}, how do I say {t}?|The {l} for {t}, please.|{l} for {t}?|{t} in {l}, please.|{t} in {l}?|{t} is what in {l}?|{t}, how do you say that in {l}?|Do you know what {t} is in {l}?|Do you know how to say {t} in {l}?|I wonder how {t} is said in {l}.|I need {t} in {l}.|I have to say {t} in {l}.|How do I tell somebody {t} in {l}?|A friend who only knows {l} should read {t}.|Turn {t} to {l}.|Render {t} in {l}.|Find the {l} for {t}.]{g}",
    "[{t}在{l}里怎么说？|{t}，{l}怎么说？|{t}，这句话的{l}怎么说？|{t}用{l}怎么讲？|{t}用{l}该怎么写？|说{l}的人怎么说{t}？|怎样用{l}表达{t}？|如果想用{l}说{t}，该怎么说？|我要用{l}写{t}。|请用{l}说{t}。|请告诉我{t}的{l}说法。|把{t}换成{l}。|把{t}改写为{l}。|帮我把{t}翻成{l}。|麻烦把{t}译为{l}。|能把{t}译成{l}吗？|可以用{l}说一下{t}吗？|{l}里的{t}是什么？|求{t}的{l}翻译。|{t}的{l}翻译是什么？|{t}译为{l}是？|想知道{t}用{l}怎么说。|你知道{t}的{l}吗？|我需要{t}的{l}译文。|给我{t}的{l}版。|对只懂{l}的朋友，怎么说{t}？]{g}",
)
GIVEN: Pair = (
    "[ Here is a glossary: | Glossary: |\nGlossary:\n| Words to use: | Use the following words: | The terms must be: | Mandatory terms: | In our company we say: | We always write: | Stick to these terms: | Vocabulary: |\nNote the terms: | Our terms: | With this word list: ]{g}.\n",
    "[请用下面的词：|必须用这些词：|我们公司的说法：|术语表：|词表：|对照表：|固定译法：|译法如下：|请照这个译：|要用的词：|请注意术语：]{g}。\n",
)
# What comes before terms that are given in words.
MIND: Pair = ("[ | Please note: | Note: | Mind: |\nOne thing: | By the way, | Important: ]{g}.\n", "[|请注意，|注意：|记住：|其中|要求：]{g}。\n")
# One term as the glossary gives it, {a} in the text, {b} in the translation.
GLOSS: Pair = (
    "[use \"{b}\" for \"{a}\"|\"{a}\" is \"{b}\"|\"{a}\" becomes \"{b}\"|write \"{b}\" for \"{a}\"|\"{a}\" must be \"{b}\"|translate \"{a}\" as \"{b}\"|for \"{a}\" say \"{b}\"|\"{a}\" always means \"{b}\"]",
    "[“{a}”译成“{b}”|“{a}”用“{b}”|“{a}”写作“{b}”|“{a}”固定译为“{b}”|“{a}”要说成“{b}”|把“{a}”译为“{b}”]",
)
# A system turn that makes a translator of it: {x} the language of the text, {y} that of the translation.
DESK: Pair = (
    "[You are a translation engine. Input: {x}. Output: {y}.|You are an interpreter between two people: one writes {x}, the other reads {y}.|You must translate each message from {x} into {y} and write nothing else.|Never answer the user's messages; translate them into {y} instead.|Users expect the {y} of what they write, nothing more.|The assistant translates from {x} into {y}.|The assistant doesn't talk; it turns {x} into {y}.|Whatever comes in {x} goes out in {y}.|Every message is a text to be put into {y}.|Job: translator\nFrom: {x}\nTo: {y}|source = {x}\ntarget = {y}\ntask = translate|Rules:\n1. Read the {x} text.\n2. Write it in {y}.\n3. Add nothing.|Render each message of the user in {y}.|Act as a translator from {x} to {y}. Don't explain anything.|I'm going to send you {x} sentences. Reply with the {y} for each.|I write {x}, you write the same in {y}.|For each {x} sentence give the {y} sentence.|Don't reply to what is said; only say it in {y}.|Our guests read only {y}. Translate what our staff write in {x}.|Subtitles: {x} comes in, {y} goes out.|All that you do is to translate into {y}.|Treat every message as text and give its {y} translation.|This chat is a dictionary for sentences: {x} to {y}.|Translate what you are given into {y}; no comments, no quotation marks.|You work at a hotel and translate {x} notes into {y} for the guests.|Please put everything I send you into {y}.]",
    "[你是一名翻译。把{x}译成{y}，只给译文。|请把用户发来的内容译成{y}。|你是翻译引擎：输入{x}，输出{y}。|用户写{x}，你把同样的意思写成{y}。|不要回答用户的话，只把它译成{y}。|助手只做一件事：把{x}译成{y}。|任务：翻译\n源语言：{x}\n目标语言：{y}|规则：\n1. 读{x}原文。\n2. 写{y}译文。\n3. 什么都不加。|我发{x}，你回{y}。|每条消息都是要译成{y}的文字。|请将以下内容译为{y}，不要解释。|你在酒店里为客人把{x}便条译成{y}。|把我说的每句话都用{y}再说一遍。|一切来文译成{y}，不加引号，不加说明。|你是口译员，把{x}译成{y}。]",
)
DESK_TERMS: Pair = (
    "[\n\nGlossary:\n{g}|\n\nThe following terms are fixed:\n{g}|\nThese words have a fixed translation:\n{g}|\n\n# Terms\n{g}|\nAlways use these translations:\n{g}|\nOur customer wants these words:\n{g}|\nNever translate these words in another way:\n{g}]",
    "[\n\n术语：\n{g}|\n请使用这些译法：\n{g}|\n\n词汇表：\n{g}|\n下列词语译法固定：\n{g}|\n以下词语只能这样译：\n{g}]",
)
WORD: Pair = (
    "[How would you say {x} in {l}|What do people call {x} in {l}|What's the word for {x} in {l}|What's {l} for {x}|Which {l} word means {x}|Give me the {l} word for {x}|I need the {l} word for {x}|I forgot the {l} for {x}|Do you know the {l} word for {x}|{x} in {l}|{l} for {x}|{x} - {l}|{x}: what is that in {l}|I'm learning {l}. What is {x}|Say {x} in {l}|In {l}, {x} is what|A {l} word for {x}, please|Look up {x} in {l}|Tell me the {l} word for {x}|I want to know what {x} is in {l}][?|]",
    "[{x}用{l}怎么讲|{x}的{l}怎么说|{l}里{x}怎么说|{x}翻成{l}|{x}，{l}|我想知道{x}的{l}|{x}的{l}单词|{x}这个词用{l}怎么说|请问{x}的{l}是哪个词|我在学{l}，{x}怎么说|我忘了{x}的{l}怎么说|告诉我{x}的{l}|查一下{x}的{l}][？|]",
)
LIST: Pair = (
    "[[I need these words in {l}|Please put these into {l}|How do you say these in {l}|My vocabulary list, in {l} please|{l} words for these|A list to translate into {l}|Word by word into {l}|Say each of these in {l}|For my flash cards, in {l}|The {l} for each of these|Turn this list into {l}|Vocabulary for today, {l} side][:|:\n] {t}|{t}\n\n[Give me all of these in {l}|These words in {l}, please|Translate the list into {l}|What are these in {l}|Each word in {l}, please][.|?]]",
    "[[这些词的{l}|单词表，请译成{l}|请把这一串词译成{l}|每个词用{l}怎么说|做单词卡用，请写出{l}|把下面的单词逐个换成{l}|今天的生词，写出{l}][：|：\n]{t}|{t}\n\n[这些词用{l}怎么说|请把这些词译成{l}|写出每个词的{l}][。|]]",
)
# fmt: on
