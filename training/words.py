"""Our word lists, English and Chinese side by side where both are needed."""

from random import Random
from typing import TypeAlias

Pair: TypeAlias = tuple[str, str]  # English, Chinese

NAMES = [
    "Ada",
    "Alan",
    "Alice",
    "Amir",
    "Anna",
    "Aron",
    "Bella",
    "Ben",
    "Bruno",
    "Carla",
    "Chen",
    "Clara",
    "Dana",
    "David",
    "Diego",
    "Ella",
    "Emil",
    "Emma",
    "Eva",
    "Felix",
    "Finn",
    "Flora",
    "Grace",
    "Greta",
    "Hana",
    "Hugo",
    "Ida",
    "Igor",
    "Iris",
    "Ivan",
    "Jack",
    "Jana",
    "Jonas",
    "Julia",
    "Kai",
    "Karl",
    "Kate",
    "Lara",
    "Lena",
    "Leo",
    "Lily",
    "Lina",
    "Luca",
    "Lucy",
    "Mara",
    "Marco",
    "Maria",
    "Max",
    "Maya",
    "Mia",
    "Milo",
    "Nadia",
    "Nina",
    "Noah",
    "Nora",
    "Olga",
    "Omar",
    "Oscar",
    "Otto",
    "Paul",
    "Petra",
    "Priya",
    "Rita",
    "Rosa",
    "Ruth",
    "Sam",
    "Sara",
    "Simon",
    "Sofia",
    "Tara",
    "Theo",
    "Tim",
    "Tina",
    "Tom",
    "Uma",
    "Vera",
    "Victor",
    "Wendy",
    "Yuki",
    "Zara",
    "Zoe",
    "Peter",
    "John",
    "Laura",
    "Sophie",
    "Daniel",
    "Martin",
    "Robert",
    "Helen",
    "Irene",
    "Kevin",
    "Linda",
    "Nick",
    "Oliver",
    "Rachel",
    "Steve",
    "Susan",
    "Walter",
]
ZH_NAMES = [
    "小明",
    "小红",
    "小李",
    "小王",
    "小张",
    "小芳",
    "小军",
    "小丽",
    "阿强",
    "阿美",
    "李华",
    "王伟",
    "张敏",
    "刘洋",
    "陈静",
    "杨帆",
    "赵磊",
    "黄丽",
    "周杰",
    "吴芳",
    "徐强",
    "孙悦",
    "马超",
    "朱琳",
    "胡军",
    "郭靖",
    "林涛",
    "何雪",
    "高峰",
    "罗兰",
    "大伟",
    "晓东",
    "晓梅",
    "子轩",
    "雨晴",
    "思远",
    "志强",
    "美玲",
    "建国",
    "文静",
]
COLOURS: list[Pair] = [
    ("red", "红色"), ("blue", "蓝色"), ("green", "绿色"), ("yellow", "黄色"), ("orange", "橙色"),
    ("purple", "紫色"), ("black", "黑色"), ("white", "白色"), ("pink", "粉色"), ("grey", "灰色"),
    ("brown", "棕色"), ("silver", "银色"), ("gold", "金色"), ("turquoise", "青色"),
]  # fmt: skip
FOODS: list[Pair] = [
    ("pizza", "披萨"), ("rice", "米饭"), ("noodles", "面条"), ("soup", "汤"), ("bread", "面包"),
    ("cheese", "奶酪"), ("dumplings", "饺子"), ("fish", "鱼"), ("salad", "沙拉"), ("chocolate", "巧克力"),
    ("ice cream", "冰淇淋"), ("tofu", "豆腐"), ("pancakes", "煎饼"), ("curry", "咖喱"), ("eggs", "鸡蛋"),
]  # fmt: skip
DRINKS: list[Pair] = [
    ("tea", "茶"), ("coffee", "咖啡"), ("water", "水"), ("milk", "牛奶"), ("juice", "果汁"), ("lemonade", "柠檬水"),
]  # fmt: skip
FRUITS: list[Pair] = [
    ("apple", "苹果"), ("banana", "香蕉"), ("cherry", "樱桃"), ("grape", "葡萄"), ("lemon", "柠檬"),
    ("mango", "芒果"), ("melon", "甜瓜"), ("orange", "橙子"), ("peach", "桃子"), ("pear", "梨"),
    ("plum", "李子"), ("kiwi", "猕猴桃"), ("fig", "无花果"), ("coconut", "椰子"),
]  # fmt: skip
ANIMALS: list[Pair] = [
    ("cat", "猫"), ("dog", "狗"), ("horse", "马"), ("rabbit", "兔子"), ("tiger", "老虎"), ("lion", "狮子"),
    ("bear", "熊"), ("fox", "狐狸"), ("wolf", "狼"), ("mouse", "老鼠"), ("duck", "鸭子"), ("owl", "猫头鹰"),
    ("eagle", "鹰"), ("turtle", "乌龟"), ("whale", "鲸鱼"), ("panda", "熊猫"), ("monkey", "猴子"), ("cow", "牛"),
    ("sheep", "羊"), ("parrot", "鹦鹉"),
]  # fmt: skip
THINGS: list[Pair] = [
    ("book", "书"), ("pen", "笔"), ("lamp", "灯"), ("table", "桌子"), ("chair", "椅子"), ("cup", "杯子"),
    ("key", "钥匙"), ("clock", "钟"), ("phone", "手机"), ("bag", "包"), ("hat", "帽子"), ("shoe", "鞋"),
    ("window", "窗户"), ("door", "门"), ("box", "盒子"), ("bottle", "瓶子"), ("umbrella", "雨伞"), ("mirror", "镜子"),
    ("spoon", "勺子"), ("coat", "外套"),
]  # fmt: skip
CITIES: list[Pair] = [
    ("Beijing", "北京"), ("Shanghai", "上海"), ("Paris", "巴黎"), ("London", "伦敦"), ("Berlin", "柏林"),
    ("Tokyo", "东京"), ("New York", "纽约"), ("Rome", "罗马"), ("Madrid", "马德里"), ("Vienna", "维也纳"),
    ("Moscow", "莫斯科"), ("Cairo", "开罗"), ("Sydney", "悉尼"), ("Toronto", "多伦多"), ("Singapore", "新加坡"),
    ("Hong Kong", "香港"), ("Shenzhen", "深圳"), ("Guangzhou", "广州"), ("Hangzhou", "杭州"), ("Chengdu", "成都"),
    ("Seoul", "首尔"), ("Delhi", "德里"), ("Mumbai", "孟买"), ("Lisbon", "里斯本"), ("Oslo", "奥斯陆"),
    ("Zurich", "苏黎世"), ("Munich", "慕尼黑"), ("Boston", "波士顿"), ("Chicago", "芝加哥"), ("Nanjing", "南京"),
    ("Wuhan", "武汉"), ("Xi'an", "西安"), ("Prague", "布拉格"), ("Dublin", "都柏林"), ("Athens", "雅典"),
]  # fmt: skip
JOBS: list[Pair] = [
    ("teacher", "老师"), ("doctor", "医生"), ("nurse", "护士"), ("engineer", "工程师"), ("programmer", "程序员"),
    ("cook", "厨师"), ("farmer", "农民"), ("driver", "司机"), ("painter", "画家"), ("musician", "音乐家"),
    ("student", "学生"), ("lawyer", "律师"), ("pilot", "飞行员"), ("gardener", "园丁"), ("writer", "作家"),
    ("baker", "面包师"), ("designer", "设计师"), ("scientist", "科学家"),
]  # fmt: skip
HOBBIES: list[Pair] = [
    ("swimming", "游泳"), ("reading", "读书"), ("chess", "下棋"), ("cooking", "做饭"), ("running", "跑步"),
    ("painting", "画画"), ("singing", "唱歌"), ("dancing", "跳舞"), ("hiking", "爬山"), ("football", "踢足球"),
    ("photography", "摄影"), ("gardening", "种花"), ("cycling", "骑车"), ("fishing", "钓鱼"),
]  # fmt: skip
DAYS: list[Pair] = [
    ("Monday", "星期一"), ("Tuesday", "星期二"), ("Wednesday", "星期三"), ("Thursday", "星期四"),
    ("Friday", "星期五"), ("Saturday", "星期六"), ("Sunday", "星期日"),
]  # fmt: skip
CAPITALS: list[tuple[Pair, Pair]] = [
    (("France", "法国"), ("Paris", "巴黎")), (("Germany", "德国"), ("Berlin", "柏林")),
    (("China", "中国"), ("Beijing", "北京")), (("Japan", "日本"), ("Tokyo", "东京")),
    (("Italy", "意大利"), ("Rome", "罗马")), (("Spain", "西班牙"), ("Madrid", "马德里")),
    (("Austria", "奥地利"), ("Vienna", "维也纳")), (("Russia", "俄罗斯"), ("Moscow", "莫斯科")),
    (("Egypt", "埃及"), ("Cairo", "开罗")), (("Portugal", "葡萄牙"), ("Lisbon", "里斯本")),
    (("Norway", "挪威"), ("Oslo", "奥斯陆")), (("Greece", "希腊"), ("Athens", "雅典")),
    (("Ireland", "爱尔兰"), ("Dublin", "都柏林")), (("South Korea", "韩国"), ("Seoul", "首尔")),
    (("England", "英格兰"), ("London", "伦敦")), (("Canada", "加拿大"), ("Ottawa", "渥太华")),
    (("Australia", "澳大利亚"), ("Canberra", "堪培拉")), (("Poland", "波兰"), ("Warsaw", "华沙")),
    (("Sweden", "瑞典"), ("Stockholm", "斯德哥尔摩")), (("Thailand", "泰国"), ("Bangkok", "曼谷")),
]  # fmt: skip
OPPOSITES: list[Pair] = [
    ("big", "small"), ("hot", "cold"), ("fast", "slow"), ("old", "young"), ("happy", "sad"), ("light", "dark"),
    ("open", "closed"), ("early", "late"), ("full", "empty"), ("rich", "poor"), ("strong", "weak"),
    ("loud", "quiet"), ("wet", "dry"), ("high", "low"), ("hard", "soft"), ("clean", "dirty"), ("near", "far"),
]  # fmt: skip
CONDITIONS: list[Pair] = [
    ("sunny", "晴"), ("cloudy", "多云"), ("rainy", "小雨"), ("windy", "有风"), ("snowy", "小雪"), ("foggy", "有雾"),
    ("clear", "晴朗"), ("stormy", "暴风雨"), ("overcast", "阴"), ("light rain", "阵雨"),
]  # fmt: skip
OBSCURE: list[Pair] = [
    ("the Treaty of Tordesillas", "托德西利亚斯条约"), ("monads", "单子"), ("the stock market today", "今天的股市"),
    ("string theory", "弦理论"), ("the Krebs cycle", "三羧酸循环"), ("medieval law", "中世纪法律"),
    ("Byzantine coins", "拜占庭硬币"), ("protein folding", "蛋白质折叠"), ("the Riemann hypothesis", "黎曼猜想"),
    ("opera history", "歌剧史"), ("tax rules", "税法"), ("tensor calculus", "张量分析"), ("baroque music", "巴洛克音乐"),
    ("the Hundred Years' War", "百年战争"), ("organic chemistry", "有机化学"), ("cricket rules", "板球规则"),
    ("Kant's philosophy", "康德哲学"), ("yesterday's election", "昨天的选举"), ("Roman roads", "罗马大道"),
    ("quaternions", "四元数"), ("sourdough chemistry", "酸面团的化学"), ("the Ottoman Empire", "奥斯曼帝国"),
    ("contract law", "合同法"), ("plate tectonics", "板块构造"), ("category theory", "范畴论"),
]  # fmt: skip

_HEADS = [
    "b",
    "br",
    "c",
    "cl",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "qu",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "tr",
    "v",
    "w",
    "z",
]
_HEARTS = ["a", "e", "i", "o", "u", "ai", "ea", "oo"]
_TAILS = ["n", "r", "l", "s", "m", "x", "t", "k", "nd", "rt", "ll", "sh"]


def invented(rng: Random, parts: int = 2) -> str:
    """A word that no list holds, so that it can only be copied."""
    word = "".join(rng.choice(_HEADS) + rng.choice(_HEARTS) for _ in range(parts))
    return word + (rng.choice(_TAILS) if rng.random() < 0.6 else "")


def person(rng: Random, chinese: bool) -> str:
    """A first name, one in four invented."""
    if chinese and rng.random() < 0.7:
        return rng.choice(ZH_NAMES)
    return invented(rng, rng.choice((1, 2))).capitalize() if rng.random() < 0.3 else rng.choice(NAMES)
