"""Small facts, each as name, two sentences and one line, in English and Chinese."""

from dataclasses import dataclass

from training import words
from training.words import Pair

CAPITALS: tuple[tuple[Pair, Pair], ...] = (
    *words.CAPITALS,
    (("India", "印度"), ("New Delhi", "新德里")), (("Turkey", "土耳其"), ("Ankara", "安卡拉")), (("Hungary", "匈牙利"), ("Budapest", "布达佩斯")),
    (("Finland", "芬兰"), ("Helsinki", "赫尔辛基")), (("Denmark", "丹麦"), ("Copenhagen", "哥本哈根")), (("Belgium", "比利时"), ("Brussels", "布鲁塞尔")),
    (("Cuba", "古巴"), ("Havana", "哈瓦那")), (("Peru", "秘鲁"), ("Lima", "利马")), (("Brazil", "巴西"), ("Brasilia", "巴西利亚")),
    (("Argentina", "阿根廷"), ("Buenos Aires", "布宜诺斯艾利斯")), (("Mexico", "墨西哥"), ("Mexico City", "墨西哥城")), (("Kenya", "肯尼亚"), ("Nairobi", "内罗毕")),
    (("Vietnam", "越南"), ("Hanoi", "河内")), (("Iceland", "冰岛"), ("Reykjavik", "雷克雅未克")), (("Ukraine", "乌克兰"), ("Kyiv", "基辅")),
    (("Romania", "罗马尼亚"), ("Bucharest", "布加勒斯特")), (("New Zealand", "新西兰"), ("Wellington", "惠灵顿")), (("Czechia", "捷克"), ("Prague", "布拉格")),
    (("the USA", "美国"), ("Washington", "华盛顿")), (("the UK", "英国"), ("London", "伦敦")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing it can explain; every field is (English, Chinese)."""

    name: tuple[str, str]
    first: tuple[str, str]
    second: tuple[str, str]
    line: tuple[str, str]


def _topics(rows: str) -> tuple[Topic, ...]:
    out = []
    for block in rows.strip().split("\n\n"):
        en, zh = (line.split(" # ") for line in block.split("\n"))
        out.append(Topic(*zip(en, zh, strict=True)))  # type: ignore[arg-type]
    return tuple(out)


# name # first sentence # second sentence # one line; Chinese below. Brackets are choices.
TOPICS = _topics("""
quantum computing # Quantum computing [uses|is computing with] qubits, which can be in a mix of 0 and 1 at the same time. # This lets a quantum computer solve [some|certain] problems, such as factoring large numbers, much faster than an ordinary one. # Quantum computing uses qubits, which can be 0 and 1 at once, to solve some problems much faster.
量子计算 # 量子计算使用量子比特，它可以同时处于 0 和 1 的混合状态。 # 因此量子计算机解决[某些|一些]问题，例如分解大数，比普通计算机快得多。 # 量子计算用可以同时是 0 和 1 的量子比特，更快地解决某些问题。

neural networks # A neural network is made of layers of simple units that pass numbers to each other through weighted links. # It learns from examples by [changing|adjusting] the weights a little, so that its answers get better. # A neural network learns from examples by adjusting the weights between its layers of simple units.
神经网络 # 神经网络由一层层简单的单元组成，它们通过带权重的连接传递数字。 # 它从例子中学习，一点点调整权重，让答案越来越好。 # 神经网络通过调整各层单元之间的权重，从例子中学习。

artificial intelligence # Artificial intelligence means programs that do things which seem to need thinking, such as understanding language. # Most of it today learns from examples instead of following fixed rules. # Artificial intelligence is software that does tasks which seem to need thinking.
人工智能 # 人工智能是指能做看起来需要思考的事的程序，例如理解语言。 # 今天大多数人工智能从例子中学习，而不是按固定的规则工作。 # 人工智能是能做看起来需要思考的事的软件。

machine learning # Machine learning is a way to make programs that improve with data. # Instead of writing every rule by hand, we show examples and let the program find the pattern. # Machine learning lets a program find patterns in examples instead of following hand-written rules.
机器学习 # 机器学习是让程序随着数据变得更好的方法。 # 我们不用手写每条规则，而是给出例子，让程序自己找出规律。 # 机器学习让程序从例子中找出规律，而不是靠手写的规则。

deep learning # Deep learning is machine learning with neural networks of many layers. # The early layers find simple patterns, and the later ones combine them into ideas. # Deep learning is machine learning with neural networks of many layers.
深度学习 # 深度学习是使用多层神经网络的机器学习。 # 前面的层发现简单的规律，后面的层把它们组合成概念。 # 深度学习是使用多层神经网络的机器学习。

language models # A language model predicts the next piece of text from the text so far. # By doing this again and again, it writes whole answers; I am a small one. # A language model writes text by predicting the next piece again and again.
语言模型 # 语言模型根据前面的文字预测下一小段文字。 # 一次又一次这样做，它就能写出完整的回答；我就是一个小的语言模型。 # 语言模型通过不断预测下一小段来写文字。

gravity # Gravity is the force that pulls things with mass toward each other. # It keeps us on the ground and the planets in their paths around the Sun. # Gravity is the pull between things with mass.
重力 # 重力是有质量的物体互相吸引的力。 # 它让我们站在地上，也让行星绕着太阳转。 # 重力是有质量的物体之间的吸引力。

photosynthesis # Photosynthesis is how plants make food from light, water and carbon dioxide. # It gives off the oxygen that we breathe. # Photosynthesis is how plants turn light, water and air into food and oxygen.
光合作用 # 光合作用是植物用光、水和二氧化碳制造养分的过程。 # 它放出我们呼吸的氧气。 # 光合作用是植物用光、水和空气制造养分和氧气的过程。

the internet # The internet is a worldwide network of computers that exchange small packets of data. # Web pages, mail and video calls all travel over it. # The internet is a worldwide network of computers that exchange data.
互联网 # 互联网是世界范围的计算机网络，它们互相交换小小的数据包。 # 网页、邮件和视频通话都通过它传送。 # 互联网是互相交换数据的全球计算机网络。

black holes # A black hole is a place where so much mass is packed together that not even light can escape. # Many form when a very heavy star collapses at the end of its life. # A black hole is a place whose gravity is so strong that light can't escape.
黑洞 # 黑洞是质量非常集中的地方，连光都逃不出来。 # 许多黑洞是很重的恒星在生命结束时坍缩形成的。 # 黑洞是引力强到连光都逃不出来的地方。

DNA # DNA is a long molecule that carries the building plan of a living thing. # It is written in four chemical letters and passed from parents to children. # DNA is the molecule that carries the building plan of living things.
DNA # DNA 是一种很长的分子，带着生物的建造计划。 # 它用四种化学字母写成，由父母传给孩子。 # DNA 是带着生物建造计划的分子。

recursion # Recursion is when a function calls itself to solve a smaller part of the same problem. # It needs a simple case at which it stops. # Recursion is when a function calls itself on a smaller problem until a simple case is reached.
递归 # 递归是函数调用自己来解决同一个问题中较小的部分。 # 它需要一个简单的情况来停止。 # 递归是函数不断用更小的问题调用自己，直到简单的情况。

algorithms # An algorithm is a clear list of steps that solves a problem. # A recipe is one for cooks; sorting a list is one for computers. # An algorithm is a clear list of steps that solves a problem.
算法 # 算法是解决问题的一系列清楚的步骤。 # 菜谱是给厨师的算法，给列表排序是给计算机的算法。 # 算法是解决问题的一系列清楚的步骤。

Python # Python is a programming language that is easy to read and has a large library. # People use it for the web, for science and for machine learning. # Python is an easy-to-read programming language with many uses.
Python # Python 是一种容易读的编程语言，有很大的库。 # 人们用它做网站、科学和机器学习。 # Python 是一种容易读、用途很多的编程语言。

databases # A database is a program that keeps data in order and finds it again quickly. # Many use tables with rows and columns, and the language SQL to ask for them. # A database stores data in order so that it can be found quickly.
数据库 # 数据库是把数据有序保存并能快速找到的程序。 # 许多数据库使用由行和列组成的表，并用 SQL 语言来查询。 # 数据库有序地保存数据，以便快速找到。

electricity # Electricity is the flow of tiny charges, mostly electrons, through a wire. # It carries energy to lamps, motors and computers. # Electricity is the flow of tiny charges that carries energy.
电 # 电是微小的电荷，主要是电子，在电线里的流动。 # 它把能量送到灯、电机和计算机。 # 电是带着能量的微小电荷的流动。

rainbows # A rainbow appears when sunlight enters drops of rain and is split into its colours. # You see it with the Sun behind you and the rain in front. # A rainbow is sunlight split into its colours by drops of rain.
彩虹 # 阳光进入雨滴被分成各种颜色时，就会出现彩虹。 # 太阳在你身后、雨在你前面时就能看到它。 # 彩虹是被雨滴分成各种颜色的阳光。

the Moon # The Moon is the rocky body that circles the Earth about once a month. # Its pull makes the tides, and we always see the same side of it. # The Moon is the rocky body that circles the Earth about once a month.
月球 # 月球是大约每个月绕地球一圈的岩石天体。 # 它的引力引起潮汐，而我们总是看到它的同一面。 # 月球是大约每个月绕地球一圈的岩石天体。

the Sun # The Sun is the star at the centre of our solar system. # It shines because hydrogen turns into helium in its hot core. # The Sun is the star that gives us light and warmth.
太阳 # 太阳是太阳系中心的恒星。 # 它发光是因为氢在炽热的核心里变成氦。 # 太阳是给我们光和热的恒星。

volcanoes # A volcano is an opening in the ground where hot melted rock comes out. # The rock cools, and over time it builds a mountain. # A volcano is an opening where hot melted rock comes out of the ground.
火山 # 火山是地面上的开口，炽热的熔岩从那里流出来。 # 熔岩冷却，时间久了就堆成一座山。 # 火山是炽热的熔岩流出地面的开口。

evolution # Evolution is the slow change of living things over many generations. # Those that fit their world better have more young, so their traits spread. # Evolution is the slow change of living things over many generations.
进化 # 进化是生物经过许多代的缓慢变化。 # 更适应环境的生物有更多后代，所以它们的特征会传播开来。 # 进化是生物经过许多代的缓慢变化。

encryption # Encryption turns a message into a form that only someone with the key can read. # It protects passwords, payments and private talk. # Encryption makes a message readable only for those who have the key.
加密 # 加密把信息变成只有拥有密钥的人才能读的形式。 # 它保护密码、付款和私人谈话。 # 加密让信息只有拥有密钥的人才能读。

operating systems # An operating system is the program that runs a computer and shares it between other programs. # Linux, Windows and macOS are well-known ones. # An operating system runs the computer and shares it between programs.
操作系统 # 操作系统是管理计算机、让其他程序共用它的程序。 # Linux、Windows 和 macOS 都很有名。 # 操作系统管理计算机，让各个程序共用它。

tokens # A token is a small piece of text, such as a word or a part of one. # Language models read and write text as a row of tokens. # A token is the small piece of text that a language model works with.
词元 # 词元是一小段文字，例如一个词或词的一部分。 # 语言模型把文字当作一串词元来读和写。 # 词元是语言模型处理的一小段文字。

sleep # Sleep is the rest that the body and the brain need every night. # While we sleep, the brain sorts what we learned. # Sleep is the rest that body and brain need every night.
睡眠 # 睡眠是身体和大脑每晚都需要的休息。 # 我们睡觉时，大脑会整理学到的东西。 # 睡眠是身体和大脑每晚需要的休息。

climate change # Climate change is the slow warming of the Earth, mainly because we burn coal, oil and gas. # It brings more heat, storms and higher seas. # Climate change is the warming of the Earth, mainly from burning coal, oil and gas.
气候变化 # 气候变化是地球慢慢变暖，主要因为我们燃烧煤、石油和天然气。 # 它带来更多的高温、风暴和更高的海平面。 # 气候变化是地球变暖，主要因为燃烧煤、石油和天然气。

robots # A robot is a machine that senses the world and acts on it by a program. # Robots build cars, clean floors and explore other planets. # A robot is a machine that senses and acts by a program.
机器人 # 机器人是能感知世界并按程序行动的机器。 # 机器人制造汽车、清洁地板，也探索别的行星。 # 机器人是能感知并按程序行动的机器。

qwenchat # qwenchat is a Python package for chatting with Qwen models on your own machine. # It works in a terminal, from Python and as a service, and it brings me along as a small model to try. # qwenchat is a Python package for chatting with Qwen models on your own machine.
qwenchat # qwenchat 是一个 Python 软件包，可以在你自己的机器上和 Qwen 模型聊天。 # 它可以在终端、Python 里和作为服务使用，并带着我这个小模型供你试用。 # qwenchat 是在你自己的机器上和 Qwen 模型聊天的 Python 软件包。
""")
