"""Our word lists, English and Chinese side by side where both are needed."""

import json
from collections.abc import Callable
from functools import cache
from random import Random
from typing import TypeAlias

from training import MODEL_DIR
from training.bank.nouns import COMMON, ZH_COMMON

Pair: TypeAlias = tuple[str, str]  # English, Chinese

NAMES = (
    "Ada Alan Alice Amir Anna Aron Bella Ben Bruno Carla Chen Clara Dana David Diego Ella Emil Emma Eva Felix Finn "
    "Flora Grace Greta Hana Hugo Ida Igor Iris Ivan Jack Jana Jonas Julia Kai Karl Kate Lara Lena Leo Lily Lina "
    "Luca Lucy Mara Marco Maria Max Maya Mia Milo Nadia Nina Noah Nora Olga Omar Oscar Otto Paul Petra Priya Rita "
    "Rosa Ruth Sam Sara Simon Sofia Tara Theo Tim Tina Tom Uma Vera Victor Wendy Yuki Zara Zoe Peter John Laura "
    "Sophie Daniel Martin Robert Helen Irene Kevin Linda Nick Oliver Rachel Steve Susan Walter"
).split()
ZH_NAMES = (
    "小明 小红 小李 小王 小张 小芳 小军 小丽 阿强 阿美 李华 王伟 张敏 刘洋 陈静 杨帆 赵磊 黄丽 周杰 吴芳 "
    "徐强 孙悦 马超 朱琳 胡军 郭靖 林涛 何雪 高峰 罗兰 大伟 晓东 晓梅 子轩 雨晴 思远 志强 美玲 建国 文静"
).split()
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
    ("the Treaty of Tordesillas", "托德西利亚斯条约"), ("monads", "单子"),
    ("string theory", "弦理论"), ("the Krebs cycle", "三羧酸循环"), ("medieval law", "中世纪法律"),
    ("Byzantine coins", "拜占庭硬币"), ("protein folding", "蛋白质折叠"), ("the Riemann hypothesis", "黎曼猜想"),
    ("opera history", "歌剧史"), ("tax rules", "税法"), ("tensor calculus", "张量分析"), ("baroque music", "巴洛克音乐"),
    ("the Hundred Years' War", "百年战争"), ("organic chemistry", "有机化学"), ("cricket rules", "板球规则"),
    ("Kant's philosophy", "康德哲学"), ("Roman roads", "罗马大道"),
    ("quaternions", "四元数"), ("sourdough chemistry", "酸面团的化学"), ("the Ottoman Empire", "奥斯曼帝国"),
    ("contract law", "合同法"), ("plate tectonics", "板块构造"), ("category theory", "范畴论"),
]  # fmt: skip

FIELDS: list[Pair] = [
    ("name", "姓名"), ("age", "年龄"), ("city", "城市"), ("country", "国家"), ("email", "邮箱"), ("phone", "电话"), ("date", "日期"), ("time", "时间"),
    ("price", "价格"), ("colour", "颜色"), ("size", "尺寸"), ("weight", "重量"), ("title", "标题"), ("author", "作者"), ("year", "年份"), ("job", "职业"),
    ("company", "公司"), ("street", "街道"), ("number", "编号"), ("status", "状态"), ("room", "房间"), ("hobby", "爱好"), ("food", "食物"), ("language", "语言"),
    ("team", "团队"), ("code", "代码"), ("product", "产品"), ("quantity", "数量"), ("total", "总额"), ("owner", "主人"), ("type", "类型"), ("place", "地点"),
    ("speed", "速度"), ("animal", "动物"), ("drink", "饮料"), ("day", "星期"), ("teacher", "老师"), ("school", "学校"), ("book", "书"), ("song", "歌曲"),
    ("score", "分数"), ("level", "级别"), ("key", "钥匙"), ("car", "汽车"), ("brand", "品牌"), ("material", "材料"), ("shape", "形状"), ("height", "高度"),
]  # fmt: skip

ADJECTIVES: list[Pair] = [
    ("big", "大"), ("small", "小"), ("new", "新"), ("old", "旧"), ("long", "长"), ("short", "短"), ("heavy", "重"), ("light", "轻"), ("cheap", "便宜"),
    ("expensive", "贵"), ("beautiful", "漂亮"), ("clean", "干净"), ("dirty", "脏"), ("warm", "暖和"), ("cold", "冷"), ("hot", "热"), ("fast", "快"),
    ("slow", "慢"), ("quiet", "安静"), ("strong", "结实"), ("good", "好"), ("round", "圆"), ("soft", "软"), ("hard", "硬"),
]  # fmt: skip
PLACES: list[Pair] = [
    ("school", "学校"), ("hospital", "医院"), ("park", "公园"), ("library", "图书馆"), ("station", "车站"), ("airport", "机场"), ("shop", "商店"),
    ("restaurant", "餐厅"), ("office", "办公室"), ("museum", "博物馆"), ("bank", "银行"), ("hotel", "酒店"), ("market", "市场"), ("garden", "花园"),
    ("kitchen", "厨房"), ("beach", "海滩"), ("bridge", "桥"), ("factory", "工厂"), ("theatre", "剧院"), ("farm", "农场"),
]  # fmt: skip
KIN: list[Pair] = [
    ("mother", "妈妈"), ("father", "爸爸"), ("sister", "姐姐"), ("brother", "哥哥"), ("friend", "朋友"), ("aunt", "阿姨"), ("uncle", "叔叔"),
    ("cousin", "表哥"), ("neighbour", "邻居"), ("boss", "老板"), ("daughter", "女儿"), ("son", "儿子"), ("grandmother", "奶奶"), ("grandfather", "爷爷"),
    ("wife", "妻子"), ("husband", "丈夫"), ("colleague", "同事"), ("doctor", "医生"), ("teacher", "老师"), ("roommate", "室友"),
]  # fmt: skip
MONTHS = "January February March April May June July August September October November December".split()
# What the tools of the schooling do, and to what.
DEEDS: list[Pair] = [
    ("find", "查找"), ("book", "预订"), ("cancel", "取消"), ("create", "创建"), ("delete", "删除"), ("update", "更新"), ("send", "发送"), ("open", "打开"),
    ("close", "关闭"), ("start", "启动"), ("stop", "停止"), ("check", "检查"), ("count", "统计"), ("convert", "转换"), ("download", "下载"),
    ("upload", "上传"), ("print", "打印"), ("share", "分享"), ("rename", "重命名"), ("move", "移动"), ("copy", "复制"), ("play", "播放"), ("order", "订购"),
    ("buy", "购买"), ("sell", "出售"), ("reserve", "预约"), ("schedule", "安排"), ("track", "跟踪"), ("rate", "评价"), ("lock", "锁上"), ("record", "记录"),
    ("show", "显示"), ("hide", "隐藏"), ("read", "读取"), ("save", "保存"), ("repair", "修理"), ("paint", "粉刷"), ("measure", "测量"), ("clean", "清洁"),
    ("pay", "支付"), ("wash", "清洗"), ("bake", "烘烤"), ("feed", "喂养"), ("water", "浇灌"), ("charge", "充电"), ("fill", "装满"), ("empty", "清空"), ("carry", "搬运"),
    ("ship", "寄送"), ("wrap", "包装"), ("tune", "调音"), ("scan", "扫描"), ("sort", "整理"), ("merge", "合并"), ("split", "拆分"), ("verify", "验证"), ("approve", "批准"),
    ("assign", "分配"), ("archive", "归档"), ("block", "屏蔽"), ("call", "呼叫"), ("compare", "比较"), ("draw", "绘制"), ("export", "导出"), ("import", "导入"), ("fix", "修复"),
    ("forward", "转发"), ("freeze", "冻结"), ("hire", "雇用"), ("install", "安装"), ("invite", "邀请"), ("load", "加载"), ("park", "停放"), ("plan", "计划"), ("plant", "种植"),
    ("publish", "发布"), ("rent", "租"), ("reset", "重置"), ("return", "归还"), ("review", "审阅"), ("sign", "签署"), ("submit", "提交"), ("test", "测试"), ("unlock", "解锁"),
    ("weigh", "称"), ("heat", "加热"), ("cool", "冷却"), ("light", "点亮"), ("raise", "升起"), ("lower", "放下"), ("mix", "混合"), ("cut", "切"), ("name", "命名"), ("mark", "标记"),
]  # fmt: skip
OBJECTS: list[Pair] = [
    ("flight", "航班"), ("hotel", "酒店"), ("table", "餐桌"), ("ticket", "票"), ("order", "订单"), ("file", "文件"), ("folder", "文件夹"), ("song", "歌曲"),
    ("video", "视频"), ("picture", "图片"), ("note", "笔记"), ("task", "任务"), ("meeting", "会议"), ("event", "活动"), ("account", "账户"), ("user", "用户"),
    ("invoice", "发票"), ("payment", "付款"), ("package", "包裹"), ("recipe", "食谱"), ("book", "书"), ("car", "汽车"), ("taxi", "出租车"), ("train", "火车"),
    ("light", "灯"), ("door", "门"), ("window", "窗户"), ("device", "设备"), ("sensor", "传感器"), ("server", "服务器"), ("database", "数据库"),
    ("report", "报告"), ("message", "消息"), ("contact", "联系人"), ("alarm", "闹钟"), ("camera", "相机"), ("robot", "机器人"), ("map", "地图"),
    ("route", "路线"), ("movie", "电影"), ("game", "游戏"), ("lesson", "课程"), ("room", "房间"), ("bike", "自行车"), ("stock", "股票"), ("loan", "贷款"),
    ("parcel", "邮包"), ("printer", "打印机"), ("garden", "花园"), ("heater", "暖气"), ("boat", "船"), ("ladder", "梯子"), ("engine", "发动机"), ("carpet", "地毯"),
    ("piano", "钢琴"), ("fence", "栅栏"), ("gate", "大门"), ("oven", "烤箱"), ("kettle", "水壶"), ("battery", "电池"), ("screen", "屏幕"), ("drone", "无人机"), ("tent", "帐篷"),
    ("letter", "信"), ("form", "表格"), ("contract", "合同"), ("photo", "照片"), ("channel", "频道"), ("bridge", "桥"), ("pump", "水泵"), ("elevator", "电梯"), ("fountain", "喷泉"),
    ("cake", "蛋糕"), ("coat", "外套"), ("tree", "树"), ("dish", "菜"), ("office", "办公室"), ("seat", "座位"), ("tool", "工具"), ("wheel", "轮子"),
]  # fmt: skip

_HEADS = "b bl br c ch cl cr d dr f fl fr g gl gr h j k kl kn l m n p ph pl pr qu r s sc sh sk sl sm sn sp st str sw t th tr tw v w wr y z".split()
_HEARTS = "a a e e i i o o u u y ai au ea ee ei ia ie io oa oo ou ue".split()
_TAILS = "b ck d f g k l ld ll lt m mp n nd ng nn nt p r rd rk rn rt s sh ss st t th tt x z".split()
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
HAN = (
    "一乙丁七万三上下不丑专且世丘东丝丞严中丰丹主丽久义乐乔九习书云互五井亚交亦产亨京亮人仁今介从仙代令以仪任伊伏优伟传伯佳"
    "侠俊保信修俞倩健偌傲允元兆先光克全兰兴典冉冬冰凌凡凤凯刚利前剑力劲励勇勤包化北千华卓南博卫印厚原双可史叶司吉同名向吕"
    "君听启吟含周和品哲唐嘉园国圆土圣坚坤城培基堂塔墨士声夏夕多夜天太夫央奇奕妍妙姗姚姜娜娟婉婷媛子孔存孟季学宁宇安宏宗官"
    "定宜宝实宣容宽密富寒寿封尊小少尔尚展山岚岩岳峰崇川州工左巧希帅平年广庄康延建弘强彤彦彩影征微徐德心志忠念怀思怡恒恩悦"
    "惠意慧成才扬承振捷敏文斌斯方旭昊昌明易星春昭晋晓晨景晴智月有朋朗木未本朴权李村来杰松林果枫柏柔柯柳栋树格桂桐桑梁梅梓"
    "梦森楚楠榕樱欣欧歌正武水永江池汤沈沐沙河油波泰泽洁洋洪流浩海涛涵淑清渊温湘源溪滨漫潇澄澜火灵炎烨然煜熙燕牧玉王玲珊珍"
    "珠琪琳琴琼瑜瑞瑶璐璟甜生用田申画登白百皓益盛真石硕祖祥福秀秋秦程穆空立章童竹笑笛米素紫红纯纹经绍维罗美群羽翔翠翰耀胜"
    "能舒航良艺芝芬花苏若苗英茂茜茹荣莉莎莲菁菲萌萍萱葛蒋蓉蓝蔡薇藏虎虹蝶袁西言许诗诚语谢谷豪贝贤贵赫超越路轩辉达远连通"
    "逸道邓邦郑郝采里野金钟钱铭锋锦长门闵阳阿陆陈陶雁雄雅雨雪雯雷霁霖霞露青静韩韵音韦项顺颖风飞香马骏高魏鸣鸿鹏鹤麟黎黛龙"
)


@cache
def _pieces() -> list[str]:
    """The vocabulary's pieces of words: one in seven stands in no sentence of ours unless behind a space."""
    vocab = json.loads((MODEL_DIR / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    return [t for t in vocab if 1 < len(t) < 9 and t.isascii() and t.isalpha()]


def invented(rng: Random, parts: int = 2) -> str:
    """A word that no list holds, so that it can only be copied."""
    if rng.random() < 0.35:
        return "".join(rng.choice(_pieces()).lower() for _ in range(rng.choice((1, 2, 2)) if parts < 3 else 3))
    if rng.random() < 0.1:
        return "".join(rng.choice(_LETTERS) for _ in range(rng.randrange(2, 8)))
    word = "".join(rng.choice(_HEADS) + rng.choice(_HEARTS) for _ in range(parts))
    if rng.random() < 0.15:
        word = rng.choice(_HEARTS) + rng.choice(_TAILS) + word
    return (
        word + (rng.choice(_TAILS) if rng.random() < 0.6 else "") + (rng.choice("aeio") if rng.random() < 0.15 else "")
    )


def han(rng: Random) -> str:
    """A character: of our names, or any of the 3,666 common ones in the first rows of GB 2312."""
    if rng.random() < 0.6:
        return rng.choice(HAN)
    return bytes((0xB0 + rng.randrange(39), 0xA1 + rng.randrange(94))).decode("gb2312")


def person(rng: Random, chinese: bool) -> str:
    """A first name, mostly invented."""
    if chinese and rng.random() < 0.8:
        if rng.random() < 0.4:
            return rng.choice(ZH_NAMES)
        return "".join(han(rng) for _ in range(rng.choice((2, 2, 3))))
    return invented(rng, rng.choice((1, 2, 2))).capitalize() if rng.random() < 0.6 else rng.choice(NAMES)


def _spelled(rng: Random, signs: str, low: int, high: int) -> str:
    return "".join(rng.choice(signs) for _ in range(rng.randrange(low, high)))


_STRANGE: tuple[Callable[[Random], str], ...] = (
    lambda rng: invented(rng, rng.choice((1, 2, 2, 3))),
    lambda rng: invented(rng, rng.choice((1, 2, 2, 3))),
    lambda rng: invented(rng, rng.choice((1, 2))).capitalize(),
    lambda rng: invented(rng, 1) + rng.choice("_-.") + invented(rng, 1),
    lambda rng: _spelled(rng, _LETTERS.upper() + "0123456789", 2, 7),
    lambda rng: invented(rng, 1).upper(),
    lambda rng: str(rng.randrange(10 ** rng.randrange(1, 8))),
    lambda rng: f"{invented(rng, 1)} {invented(rng, 2)}",
)


def strange(rng: Random, chinese: bool) -> str:
    """A word of letters, signs or digits that must be copied: lower case, capital, joined, a code, a number."""
    if chinese and rng.random() < 0.3:
        return "".join(han(rng) for _ in range(rng.randrange(1, 5)))
    return rng.choice(_STRANGE)(rng)


def bare(text: str) -> str:
    """A text without case, spaces and marks: two that differ only there are one."""
    return "".join(ch for ch in text.lower() if ch.isalnum())


LISTS = (
    COLOURS,
    FOODS,
    DRINKS,
    FRUITS,
    ANIMALS,
    THINGS,
    CITIES,
    JOBS,
    HOBBIES,
    DAYS,
    CONDITIONS,
    PLACES,
    KIN,
    ADJECTIVES,
    DEEDS,
    OBJECTS,
)


_PLAIN: tuple[Callable[[Random], str], ...] = (
    lambda rng: str(rng.randrange(10 ** rng.randrange(1, 6))),
    lambda rng: str(rng.randrange(10 ** rng.randrange(1, 6))),
    lambda rng: f"{rng.randrange(1990, 2040)}-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}",
    lambda rng: f"{invented(rng, 1)}@{invented(rng, 1)}.{rng.choice(('com', 'org', 'net', 'cn'))}",
    lambda rng: f"{rng.randrange(24):02d}:{rng.randrange(60):02d}",
)


def anything(rng: Random, chinese: bool) -> str:
    """A value: strange, a name, a plain word of the lists, a number, a date, an address, a time."""
    luck = rng.random()
    if luck < 0.35:
        return strange(rng, chinese)
    if luck < 0.5:
        return person(rng, chinese)
    if luck < 0.65:
        return rng.choice(rng.choice(LISTS))[chinese]
    if luck < 0.8:
        return common(rng, chinese)
    return rng.choice(_PLAIN)(rng)


def common(rng: Random, chinese: bool) -> str:
    """An everyday word."""
    return commons(rng, chinese, 1)[0]


def commons(rng: Random, chinese: bool, n: int) -> list[str]:
    """`n` different everyday words."""
    return rng.sample(ZH_COMMON if chinese else COMMON, n)
