"""How the things that a text says of someone are named in a table: `founder: Ada`."""

from training.bank import traits as t
from training.bank.traits import Trait
from training.words import Pair

# fmt: off
_LABELS: dict[Trait, Pair] = {
    t.LIVES: ("home: {x}", "住址：{x}"), t.BORN: ("born in: {x}", "出生地：{x}"), t.JOB: ("job: {x}", "职业：{x}"), t.AGE: ("age: {x}", "年龄：{x}岁"), t.FOOD: ("favourite food: {x}", "最爱的食物：{x}"),
    t.DOG: ("dog: {x}", "狗名：{x}"), t.PARTNER: ("married to: {x}", "伴侣：{x}"), t.PLAYS: ("instrument: {x}", "乐器：{x}"), t.PHONE: ("phone: {x}", "电话：{x}"), t.CAME: ("here since: {x}", "到来年份：{x}年"),
    t.BIRTHDAY: ("birthday: {x}", "生日：{x}"), t.HOBBY: ("hobby: {x}", "爱好：{x}"), t.CHILDREN: ("children: {x}", "孩子数量：{x}个"), t.TALL: ("height: {x} centimetres", "身高：{x}厘米"),
    t.SPEAKS: ("language: {x}", "语言：{x}"), t.WORKPLACE: ("employer: {x}", "单位：{x}"), t.STREET: ("address: {x} Street", "地址：{x}路"), t.RISES: ("gets up at: {x}", "起床时间：{x}"), t.BOSS: ("boss: {x}", "上司：{x}"),
    t.FRIEND: ("best friend: {x}", "好友：{x}"), t.COLLECTS: ("collection: {x}", "收藏：{x}"), t.BUILT: ("year built: {x}", "建造年份：{x}年"), t.STANDS: ("location: {x}", "位置：{x}"), t.COSTS: ("price: {x} coins", "价格：{x}元"),
    t.OWNER: ("owner: {x}", "主人：{x}"), t.COLOUR: ("colour: {x}", "颜色：{x}"), t.WEIGHS: ("weight: {x} kilos", "重量：{x}公斤"), t.STUFF: ("material: {x}", "材料：{x}"), t.OPENS: ("opens: {x}", "开门时间：{x}"),
    t.CLOSES: ("closes: {x}", "关门时间：{x}"), t.TICKET: ("ticket: {x} coins", "门票：{x}元"), t.HIGH: ("height: {x} metres", "高度：{x}米"), t.LONG: ("length: {x} metres", "长度：{x}米"), t.FLOORS: ("floors: {x}", "楼层：{x}层"),
    t.ROOMS: ("rooms: {x}", "房间数量：{x}个"), t.DESIGNED: ("designer: {x}", "设计者：{x}"), t.FOUNDED: ("founded: {x}", "成立年份：{x}年"), t.FOUNDER: ("founder: {x}", "创始人：{x}"), t.STAFF: ("staff: {x}", "员工：{x}名"),
    t.WARES: ("goods: {x}", "商品：{x}"), t.OFF: ("closed on: {x}", "休息日：{x}"), t.HEAD: ("run by: {x}", "负责人：{x}"), t.ROAD: ("nearest stop: {x}", "最近车站：{x}站"), t.VISITORS: ("visitors a year: {x}", "每年游客：{x}名"),
    t.EATS: ("feed: {x}", "食物：{x}"), t.DWELLS: ("zoo: {x}", "所在地：{x}"), t.KEEPER: ("keeper: {x}", "饲养员：{x}"), t.SLEEPS: ("sleep: {x} hours a day", "每天睡眠：{x}小时"), t.YOUNG: ("young ones: {x}", "幼崽：{x}只"),
    t.SPEED: ("speed: {x} kilometres an hour", "时速：{x}公里"), t.NICK: ("nickname: {x}", "外号：{x}"), t.FEARS: ("afraid of: {x}", "害怕的东西：{x}"), t.PEOPLE_IN: ("inhabitants: {x}", "居民：{x}名"), t.MAYOR: ("mayor: {x}", "镇长：{x}"),
    t.KNOWN: ("known for: {x}", "特色：{x}"), t.TALK: ("language: {x}", "语言：{x}"), t.PORT: ("port: {x}", "港口：{x}"), t.MONTH: ("month: {x}", "月份：{x}"), t.DAYS_LONG: ("length: {x} days", "持续天数：{x}天"),
    t.STARTS: ("start: {x}", "开始时间：{x}"), t.HELD: ("town: {x}", "举办地：{x}"), t.PRIZE: ("prize: {x} coins", "奖金：{x}元"), t.WINNER: ("winner last year: {x}", "去年冠军：{x}"), t.SPONSOR: ("sponsor: {x}", "赞助商：{x}"),
    t.MADE_BY: ("maker: {x}", "厂家：{x}"), t.WARRANTY: ("warranty: {x} months", "保修期：{x}个月"), t.POWER: ("power: {x} watts", "功率：{x}瓦"), t.MODEL: ("model number: {x}", "型号：{x}"), t.INVENTED: ("inventor: {x}", "发明者：{x}"),
    t.BOUGHT: ("bought in: {x}", "购买年份：{x}年"), t.ROOM: ("room: {x}", "房间号：{x}号"), t.AUTHOR: ("author: {x}", "作者：{x}"), t.PAGES: ("pages: {x}", "页数：{x}页"), t.OUT: ("published in: {x}", "出版年份：{x}年"),
    t.PUBLISHER: ("publisher: {x} Press", "出版社：{x}出版社"), t.ABOUT: ("hero: {x}", "主人公：{x}"), t.SOLD: ("copies sold: {x}", "销量：{x}本"), t.CHAPTERS: ("chapters: {x}", "章数：{x}章"), t.WRITTEN_IN: ("language: {x}", "语言：{x}"),
    t.SHELF: ("shelf: {x}", "书架：{x}号"), t.PAINTED: ("pictures by: {x}", "插图作者：{x}"), t.BATTERY: ("battery: {x} hours", "续航：{x}小时"),
}
# fmt: on


def label(trait: Trait) -> Pair | None:
    """Its line in a table, if it has one."""
    return trait.label or _LABELS.get(trait)
