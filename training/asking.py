"""The many ways people ask about a subject, known or not: what tells them apart must be the subject alone."""

from training.words import Pair
from training.writer import Message, Writer

# Those for which "What is" and "it" are wrong end like this; "photosynthesis" and "the Ottoman Empire" don't.
_MANY = ("ks", "ls", "es", "ms", "ws", "ns", "ts", "ds")

# fmt: off
ABOUT: Pair = (
    "[[What {be}|What exactly {be}|Explain|Please explain|Tell me about|Can you explain|How would you explain|Describe|Could you explain|Explain to me|I want to learn about|I'd like to know about|Give me an introduction to|Teach me about|Help me understand|Can you tell me about|Give me a short explanation of|Define|What do you mean by|Say something about|Can you help me understand|What should I know about|Give me the basics of|Could you tell me what is meant by|How can I understand|Introduce|Something on|Write a few words about|Enlighten me about|Fill me in on|Walk me through|Make sense of|Break down|A short introduction to|Be my teacher: explain|What's the meaning of|People keep talking about] {x}[| in simple terms| in two sentences| simply| briefly| in plain words| in a few words][?|.|]"
    "|[I'm reading about {x}|I've heard of {x}|Give me the idea behind {x}|What's the idea behind {x}|I'm curious about {x}|I never understood {x}|I don't understand {x}|I'm confused about {x}|I know nothing about {x}|My homework is about {x}|What's the deal with {x}|What's all the fuss about {x}|Everyone talks about {x}|People keep talking about {x}|What do you know about {x}|What can you say about {x}|What does one mean by {x}|Please teach me the idea of {x}|What is known about {x}|A few words on {x}|Two sentences on {x}|I need a quick overview of {x}|Got a minute to explain {x}|Mind explaining {x}|Let us talk about {x}|Talk about {x}|What {be} {x} all about|What {be} {x} about|What {be} {x} exactly|What {be} {x} in simple words|What {do} {x} mean|What does the word {x} stand for|Do you know what {x} {be}|Can you tell me what {x} {be}|Tell me what {x} {be}|I'd like to know what {x} {be}|I wonder what {x} {be}|I have no idea what {x} {be}|Nobody could tell me what {x} {be}|Could you say in your own words what {x} {be}|Say what {x} {be}|How would you explain {x} to a child|Explain {x} to a ten-year-old|Explain {x} as if I were five|Can {x} be explained simply|Make {x} easy to understand for me|I want {x} explained|I have to give a talk on {x}, help me|I want to understand {x}, can you help|Is {x} something you can explain|Are you able to explain {x}|Put {x} into plain words|Let's talk about {x} for a moment|Have you got an explanation of {x}][?|.|]"
    "|[{x}: what's that|{x}: what {be} {it}|{x}, explained simply|{x}, in short|{x} - explain|{x} for beginners|{x}. Explain|{x}? I don't get it|{x} means what|{x}, what {be} {it}|{x}, please explain|What about {x}|And {x}|{x} in a nutshell|{x} - what does that mean|{x}. What should I know][?|.|]"
    "|[My teacher mentioned {x} today|I keep hearing about {x}|I read about {x} in the paper|Somebody told me about {x}|My son asked me about {x}|There was a talk about {x} at work|They were speaking of {x} on the radio|I came across {x} in a book|We have a test about {x} tomorrow|The word was {x}|It's about {x}|I saw a film on {x}]. [What {be} {it}|What {be} {it} in simple words|Can you explain|Explain {it2}, please|What is that|What does that mean|Help me understand|Tell me more|What do I need to know]?]",
    "[[什么是{x}|{x}是什么|解释一下{x}|请解释{x}|给我讲讲{x}|介绍一下{x}|你了解{x}吗|简单介绍{x}|{x}是什么意思|能说说{x}吗|帮我理解{x}|{x}的基本概念是什么|给我说说{x}|能解释{x}吗|我不懂{x}|想知道{x}是什么|讲讲{x}|谈谈{x}|我想了解{x}|用两句话解释{x}|请说明{x}|{x}是怎么回事|{x}是啥|啥是{x}|{x}，这是什么|{x}到底是什么|怎么理解{x}|如何向孩子解释{x}|用简单的话说说{x}|关于{x}，你知道些什么|说一说{x}的意思|聊聊{x}吧|科普一下{x}|{x}怎么解释|{x}指的是什么|何为{x}|所谓{x}是指什么|请用通俗的话讲{x}|对于{x}你知道多少|我对{x}很好奇|我一直没弄懂{x}|能不能讲讲{x}|麻烦介绍下{x}|请教一下，{x}是什么|{x}的意思是什么|简单说说{x}|{x}呢|教教我{x}|{x}是个什么东西|谁能告诉我{x}是什么|我想学{x}，先介绍一下|如果要解释{x}，你会怎么说|{x}，给我讲讲|{x}，解释一下|{x}：简单说明|别人老提{x}，那是什么|请问{x}是指什么|能给我普及一下{x}吗|把{x}讲清楚一点|我需要了解{x}|有人问我{x}，我该怎么说][？|。|]"
    "|[老师今天提到了{x}|我最近常听到{x}|书上写到{x}|朋友跟我说起{x}|新闻里说到{x}|孩子问我{x}|明天要考{x}|我在看一篇关于{x}的文章|同事们在讨论{x}|我刚听说{x}这个词]，[那是什么|是什么意思|能解释一下吗|请简单讲讲|你能说说吗|帮我理解一下|到底是什么]？]",
)
# fmt: on


def about(w: Writer, name: Pair) -> Message:
    """A question about `name`, in grammar that fits it."""
    many = name[0].endswith(_MANY) and not name[0].startswith("the ")
    be, it, it2, do = ("are", "they", "them", "do") if many else ("is", "it", "it", "does")
    pattern = ABOUT[0].replace("{be}", be).replace("{it2}", it2).replace("{it}", it).replace("{do}", do)
    return w.user(pattern, ABOUT[1], x=name)
