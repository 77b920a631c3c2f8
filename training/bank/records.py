"""A bank of things that texts tell: their fields, the values of these, and the sentences that hold them."""

import re
from dataclasses import dataclass, field
from typing import Any

from training import words
from training.bank import record_values as draw
from training.bank.record_values import Kind, Value
from training.grammar import expand
from training.writer import Writer

_YEAR, _COUNT = draw.number(1890, 2030), draw.number(2, 300)

# Of each field: the names it may be asked by in English, in Chinese, and its values.
# fmt: off
FIELDS: dict[str, tuple[str, str, Value]] = {
    "name": ("name|name|person|full_name", "姓名|名字|姓名", draw.full_name), "age": ("age", "年龄|岁数", draw.number(17, 98)), "petage": ("age", "年龄|岁数", draw.number(2, 19)), "city": ("city|town|place|home", "城市|地点|住处|所在地", draw.town),
    "job": ("job|profession|work|occupation", "职业|工作|职位", draw.job), "email": ("email|mail|e-mail|email_address", "邮箱|电子邮件|邮件", draw.mail),
    "phone": ("phone|tel|phone_number|telephone", "电话|电话号码|联系电话", draw.phone), "hobby": ("hobby|pastime|interest", "爱好|兴趣", draw.of(words.HOBBIES)),
    "born": ("born|birth_year|year_of_birth|birthYear", "出生年份|生年", _YEAR), "language": ("language|speaks|tongue", "语言|会说", draw.of(draw.TONGUES)), "company": ("company|employer|firm", "公司|单位", draw.firm),
    "kids": ("children|kids|number_of_children", "孩子数|孩子", draw.number(2, 9)), "pet": ("pet|animal", "宠物|动物", draw.of(draw.BEASTS)), "food": ("food|favourite_food|dish", "食物|最爱的食物", draw.of(words.FOODS)),
    "product": ("product|item|article|name", "商品|产品|物品|名称", draw.of(draw.GOODS)), "price": ("price|cost|price", "价格|金额|价钱|售价", draw.price), "colour": ("colour|color", "颜色", draw.of(words.COLOURS)),
    "weight": ("weight|kg|weight_kg", "重量|公斤数", draw.tenths(1, 60)), "count": ("count|quantity|number|pieces", "数量|个数|件数", _COUNT), "brand": ("brand|maker|manufacturer", "品牌|牌子|厂家", draw.firm),
    "stuff": ("material|made_of", "材料|材质", draw.of(draw.STUFFS)), "code": ("code|id|number|reference", "编号|代码|号码", draw.code), "stock": ("in_stock|available", "有货|现货", draw.yes),
    "rooms": ("rooms|room_count|number_of_rooms", "房间数|房间", draw.number(2, 12)), "size": ("size|area|square_metres", "面积|大小|平方米", draw.number(20, 400)), "rent": ("rent|price|monthly_rent", "租金|房租|月租", draw.number(200, 6000)),
    "floor": ("floor|level|storey", "楼层|层", draw.number(2, 40)), "street": ("street|address|road", "街道|街", lambda r, zh: draw.signs(r, 2, 3) + r.choice("路街") if zh else f"{draw.word(r)} {r.choice(('Street', 'Road', 'Lane', 'Alley'))}"),
    "flight": ("flight|flight_number|number|code", "航班|航班号", draw.code), "from": ("from|origin|start|departure_city", "出发地|起点|始发站", draw.town), "to": ("to|destination|target|goal", "目的地|终点|到达地", draw.town),
    "time": ("time|time|hour", "时间|时刻", draw.clock), "gate": ("gate", "登机口", lambda r, zh: r.choice("ABCDEF") + str(r.randrange(1, 60))), "seat": ("seat|seat_number", "座位|座位号", lambda r, zh: str(r.randrange(1, 60)) + r.choice("ABCDEF")),
    "platform": ("platform|track", "站台|站台号", draw.number(1, 25)), "train": ("train|train_number|number", "车次|列车", draw.code), "day": ("day|weekday", "星期|日子", draw.of(words.DAYS)), "date": ("date|date|when", "日期", draw.date),
    "sender": ("sender|from", "寄件人|发件人", draw.full_name), "receiver": ("receiver|recipient|to|addressee", "收件人|收货人", draw.full_name),
    "title": ("title|name|title", "标题|名称|片名", draw.title), "booktitle": ("title|book|name", "书名|标题|名称", draw.title), "director": ("director|made_by|filmmaker", "导演", draw.full_name), "author": ("author|writer|written_by", "作者", draw.full_name),
    "year": ("year|released|release_year|year", "年份|年|年代", _YEAR), "pages": ("pages|page_count|number_of_pages", "页数", draw.number(40, 900)), "minutes": ("minutes|duration|length|runtime", "分钟|时长|分钟数", draw.number(5, 200)),
    "singer": ("singer|artist|band|by", "歌手|演唱者", draw.full_name), "song": ("song|title|track", "歌曲|歌名", draw.title), "painter": ("painter|artist|creator", "画家|作者", draw.full_name), "work": ("painting|title|picture|work", "画|画名|作品", draw.title),
    "petname": ("name|pet|pet_name", "名字|宠物名", lambda r, zh: draw.signs(r, 2, 2) if zh else draw.word(r)), "beast": ("animal|species|kind|type", "动物|种类|物种", draw.of(draw.BEASTS)), "owner": ("owner|keeper|belongs_to", "主人|饲主", draw.full_name),
    "legs": ("speed|km_per_hour|top_speed", "速度|时速|最高速度", draw.number(10, 330)), "dish": ("dish|recipe|name|meal", "菜名|菜|名称", draw.of(draw.DISHES)), "serves": ("serves|people|portions|persons", "人数|份数", draw.number(2, 13)),
    "ingredient": ("ingredient|main_ingredient", "配料|主料", draw.of(draw.INGREDIENTS)), "grams": ("grams|weight|g", "克数|克", draw.number(50, 950)), "degrees": ("temperature|degrees|heat", "温度|度数", draw.number(90, 250)), "cook": ("cook|chef|name", "厨师|姓名", draw.full_name),
    "topic": ("topic|subject|about|theme", "主题|议题", lambda r, zh: r.choice(("预算", "新网站", "招聘", "搬家", "年度报告", "新菜单", "安全", "假期", "预测")) if zh else r.choice(("the budget", "hiring", "the new roof", "safety", "the menu", "next year", "the website", "parking", "the move")).removeprefix("the ")),
    "room": ("room|room_number|where", "房间|房间号|教室", draw.number(2, 700)), "leader": ("leader|host|chair|organiser", "主持人|负责人", draw.full_name), "place": ("place|location|venue|where", "地点|场所|地方", draw.of(words.PLACES, draw.SPOTS)),
    "student": ("student|name|pupil|candidate", "学生|姓名|考生", draw.full_name), "subject": ("subject|exam|course", "科目|课程", draw.of(draw.SUBJECTS)), "points": ("points|score|mark|result", "分数|成绩|得分", draw.number(12, 100)), "passed": ("passed|success", "及格|通过", draw.yes),
    "teacher": ("teacher|instructor|tutor", "老师|教师", draw.full_name), "firm": ("company|name|firm|business", "公司|名称|企业", draw.firm), "boss": ("boss|director|head|ceo", "老板|负责人|经理", draw.full_name), "founder": ("founder|founded_by", "创始人", draw.full_name),
    "founded": ("founded|year|since|founding_year", "成立年份|年份|创立于", _YEAR), "staff": ("employees|staff|workers|people", "员工|员工数|人数", draw.number(3, 3000)), "makes": ("product|makes|goods", "产品|生产", draw.of(draw.STORES)),
    "bridge": ("bridge|name", "桥|名称|桥名", lambda r, zh: draw.signs(r, 2, 2) + "桥" if zh else f"{draw.word(r)} Bridge"), "tower": ("tower|name|building", "塔|名称|建筑", lambda r, zh: draw.signs(r, 2, 2) + "塔" if zh else f"{draw.word(r)} Tower"),
    "length": ("length|metres|length_m", "长度|米数", draw.number(20, 3000)), "height": ("height|metres|height_m", "高度|高", draw.number(15, 800)), "built": ("year|built|year_built|completed", "年份|建成年份|建于", _YEAR), "lamp": ("open|is_open", "开放|营业", draw.yes),
    "car": ("car|model|name", "车型|汽车|型号", lambda r, zh: draw.signs(r, 2, 2) + (f"{r.randrange(2, 9)}" if r.random() < .5 else "") if zh else draw.word(r) + r.choice(("", f" {r.randrange(2, 90)}", f" {draw.word(r)}"))), "vehicle": ("vehicle|type|kind", "车辆|类型|种类", draw.of(draw.VEHICLES)),
    "km": ("kilometres|km|mileage", "公里数|里程", draw.number(500, 300000)), "doors": ("doors|number_of_doors", "车门数|门数", draw.number(2, 6)), "seats": ("seats|places|capacity", "座位数|容量|座位", draw.number(2, 900)), "plate": ("plate|licence_plate|number", "车牌|车牌号", draw.code),
    "event": ("event|name|what", "活动|名称", draw.of(draw.EVENTS)), "guests": ("guests|visitors|people|attendance", "人数|来宾|观众", draw.number(12, 5000)), "free": ("free|free_entry", "免费", draw.yes),
    "degree": ("temperature|degrees|celsius", "温度|气温|度数", draw.number(1, 42)), "sky": ("weather|sky|condition|conditions", "天气|天气情况", draw.of(words.CONDITIONS[:-1])), "wind": ("wind|wind_speed|km_h", "风速|风", draw.number(3, 120)), "rainmm": ("rain|rainfall|mm", "降雨量|雨量", draw.number(1, 90)),
    "home": ("winner|home_team|first_team", "胜者|获胜者|赢家", lambda r, zh: draw.signs(r, 2, 3) + "队" if zh else draw.word(r)), "away": ("loser|other_team|beaten", "输家|败者|负方", lambda r, zh: draw.signs(r, 2, 3) + "队" if zh else draw.word(r)), "score": ("score|result", "比分|结果", draw.won),
    "sport": ("sport|discipline|game", "运动|项目", draw.of(draw.SPORTS)), "athlete": ("athlete|name|player", "运动员|姓名|选手", draw.full_name), "rank": ("place|rank|position", "名次|排名", draw.number(2, 60)),
    "invoice": ("invoice|invoice_number|number|id", "发票|发票号|编号", draw.code), "total": ("total|amount|sum", "总额|金额|合计", draw.price), "customer": ("customer|client|name|buyer", "客户|顾客|姓名", draw.full_name), "due": ("due|due_date|pay_by", "到期日|截止日期", draw.date), "paid": ("paid|is_paid|settled", "已付|已付款", draw.yes),
    "goods": ("item|product|goods|what|things", "物品|商品|货物|东西", draw.of(draw.STORES)), "spot": ("place|location|room|where", "地点|位置|地方", draw.of(draw.SPOTS)), "shop": ("shop|store|name", "商店|店名|店", draw.firm), "opens": ("opens|opening_time|from", "开门时间|开门", draw.clock), "closes": ("closes|closing_time|until", "关门时间|关门", draw.clock),
    "hotel": ("hotel|name", "酒店|名称|酒店名", lambda r, zh: draw.signs(r, 2, 3) + "酒店" if zh else f"Hotel {draw.word(r)}"), "stars": ("stars|rating", "星级|星", draw.number(2, 6)), "nights": ("nights|number_of_nights|stay", "晚数|天数", draw.number(2, 21)), "guest": ("guest|name|booked_by", "客人|姓名|预订人", draw.full_name),
    "table": ("table|table_number", "桌号|桌", draw.number(2, 60)), "restaurant": ("restaurant|name|place", "餐厅|餐馆|名称", draw.firm), "river": ("river|name", "河流|名称|河", lambda r, zh: draw.signs(r, 1, 2) + "河" if zh else draw.word(r)), "riverkm": ("length|kilometres|km", "长度|公里", draw.number(30, 6000)),
    "mountain": ("mountain|name|peak", "山|名称|山名", lambda r, zh: draw.signs(r, 2, 2) + "山" if zh else f"Mount {draw.word(r)}"), "country": ("country|land|region", "国家|地区", lambda r, zh: draw.signs(r, 2, 2) + "国" if zh else draw.word(r)), "people": ("population|inhabitants|people", "人口", draw.number(300, 9000000)), "mayor": ("mayor|head", "市长", draw.full_name),
    "village": ("name|town|place|city", "名称|城市|地名", draw.town), "patient": ("patient|name", "病人|患者|姓名", draw.full_name), "doctor": ("doctor|physician", "医生|大夫", draw.full_name), "team": ("team|club|name", "球队|队名|俱乐部", lambda r, zh: draw.signs(r, 2, 3) + "队" if zh else f"{draw.word(r)} {r.choice(('United', 'Rovers', 'Wolves', 'Stars'))}"),
    "coach": ("coach|trainer", "教练", draw.full_name), "plant": ("plant|name|species", "植物|名称", draw.of([("rose", "玫瑰"), ("tulip", "郁金香"), ("fern", "蕨"), ("cactus", "仙人掌"), ("mint", "薄荷"), ("ivy", "常春藤"), ("olive tree", "橄榄树"), ("lily", "百合"), ("daisy", "雏菊")])), "cm": ("height|cm|size", "高度|厘米", draw.number(5, 240)),
    "ship": ("ship|name|vessel", "船|船名", draw.title), "planet": ("planet|name|star", "行星|名称|星球", lambda r, zh: draw.signs(r, 2, 2) + "星" if zh else draw.word(r)), "moons": ("moons|number_of_moons", "卫星数|卫星", draw.number(2, 90)), "app": ("app|program|name|software", "应用|软件|名称", lambda r, zh: draw.signs(r, 2, 3) if zh else draw.word(r)),
    "version": ("version|release", "版本|版本号", lambda r, zh: f"{r.randrange(1, 20)}.{r.randrange(10)}.{r.randrange(10)}"), "server": ("server|host|machine", "服务器|主机", lambda r, zh: words.invented(r, 1) + "-" + str(r.randrange(2, 99))), "errors": ("errors|error_count|failures", "错误数|错误", _COUNT), "user": ("user|username|login", "用户|用户名", lambda r, zh: words.invented(r, 2)),
    "course": ("course|class|name", "课程|名称", draw.of(draw.SUBJECTS, draw.TONGUES)), "weeks": ("weeks|duration|length", "周数|周", draw.number(2, 40)), "musician": ("musician|name|player", "演奏者|姓名", draw.full_name), "instrument": ("instrument|plays", "乐器", draw.of(draw.INSTRUMENTS)), "distance": ("distance|km|kilometres", "距离|公里数", draw.number(2, 900)),
    "hours": ("hours|duration|time_needed", "小时|小时数", draw.number(2, 30)), "buyer": ("buyer|bought_by", "买家|买方", draw.full_name), "seller": ("seller|vendor|sold_by", "卖家|卖方", draw.full_name), "fruit": ("fruit|product|item", "水果|商品", draw.of(words.FRUITS)), "percent": ("percent|share|discount", "百分比|折扣", draw.number(2, 95)),
    "task": ("task|job|to_do", "任务|事项", lambda r, zh: r.choice(words.DEEDS)[1] + r.choice(words.OBJECTS)[1] if zh else f"{r.choice(words.DEEDS)[0]} the {r.choice(words.OBJECTS)[0]}"), "assignee": ("assignee|person|responsible|who", "负责人|执行人", draw.full_name), "deadline": ("deadline|due|until", "截止日期|期限", draw.date), "done": ("done|finished|completed", "完成|已完成", draw.yes),
    "museum": ("museum|museum_name", "博物馆|馆名", lambda r, zh: draw.signs(r, 2, 2) + "博物馆" if zh else f"{draw.word(r)} Museum"), "ticket": ("ticket|ticket_price|price|entry", "门票|票价", draw.price), "lake": ("lake|name", "湖|名称", lambda r, zh: draw.signs(r, 2, 2) + "湖" if zh else f"Lake {draw.word(r)}"), "depth": ("depth|metres|depth_m", "深度|水深", draw.number(3, 900)),
}

# Sentences of one field about a subject named before: {S} is it at a sentence's start, {his} its possessive.
MORE: dict[str, tuple[str, str]] = {
    "age": ("[{S} is {age} years old.|{S} is {age}.|{S} turned {age} this year.|Age: {age}.|{S} has just turned {age}.]", "[{S}今年{age}岁。|{S}{age}岁了。|{S}刚满{age}岁。|年龄：{age}岁。]"),
    "petage": ("[{S} is {petage} years old.|{S} is {petage}.|{His} age is {petage}.]", "[{S}{petage}岁。|{S}今年{petage}岁了。|年龄：{petage}岁。]"),
    "city": ("[{S} lives in {city}.|{His} home is in {city}.|{S} has moved to {city}.|{S} comes from {city}.|You will find {him} in {city}.]", "[{S}住在{city}。|{S}来自{city}。|{S}的家在{city}。|{S}现在在{city}生活。]"),
    "job": ("[{S} works as {a job}.|{S} is {a job}.|By profession {S_} is {a job}.|{S} earns money as {a job}.|{S} became {a job} years ago.]", "[{S}是{job}。|{S}的工作是{job}。|{S}当{job}。|{S}是一名{job}。|{S}做{job}很多年了。]"),
    "email": ("[You can write to {email}.|{His} address is {email}.|Mail: {email}|Mail goes to {email}.|Write to {him} at {email}.|{email} is {his} e-mail.]", "[邮箱是{email}。|可以写信到{email}。|邮件请发到{email}。|电子邮箱：{email}]"),
    "phone": ("[Call {phone}.|{His} phone number is {phone}.|{S} can be reached at {phone}.|Phone: {phone}.|The number to ring is {phone}.]", "[电话是{phone}。|请拨打{phone}。|联系电话：{phone}。|打{phone}可以找到{S}。]"),
    "hobby": ("[{S} enjoys {hobby}.|In the evening {S_} likes {hobby}.|{His} hobby is {hobby}.|At weekends {S_} goes for {hobby}.]", "[{S}喜欢{hobby}。|{S}的爱好是{hobby}。|周末{S}常常{hobby}。]"),
    "born": ("[{S} was born in {born}.|{His} year of birth is {born}.|Born: {born}.|It was in {born} that {S_} was born.]", "[{S}生于{born}年。|{S}是{born}年出生的。|出生年份：{born}年。]"),
    "language": ("[{S} speaks {language}.|{S} talks to the family in {language}.|{His} mother tongue is {language}.|{language} is what {S_} speaks at home.]", "[{S}会说{language}。|{S}的母语是{language}。|{S}在家说{language}。]"),
    "company": ("[{S} works for {company}.|{His} employer is {company}.|{S} has a post at {company}.|{S} joined {company} last spring.]", "[{S}在{company}上班。|{S}的单位是{company}。|{S}去年进了{company}。]"),
    "kids": ("[{S} has {kids} children.|{S} is raising {kids} kids.|{His} {kids} children go to school.]", "[{S}有{kids}个孩子。|{S}家里有{kids}个孩子。|{S}的{kids}个孩子都上学了。]"),
    "pet": ("[{S} keeps {a pet}.|{S} has {a pet} at home.|{His} pet is {a pet}.]", "[{S}养了一只{pet}。|{S}的宠物是{pet}。|{S}家里有一只{pet}。]"),
    "food": ("[{S} likes to eat {food}.|{His} favourite food is {food}.|Nothing tastes better to {him} than {food}.]", "[{S}最爱吃{food}。|{S}喜欢吃{food}。|{S}最喜欢的食物是{food}。]"),
    "price": ("[{S} costs {price} [euros|dollars|pounds|coins].|The price is {price} [euros|dollars|pounds].|You pay {price} [euros|dollars].|Price: {price} [euros|pounds].|{S} is yours for {price} [euros|dollars].|They want {price} [euros|pounds] for {him}.]", "[{S}的价格是{price}元。|售价{price}元。|{S}卖{price}元。|{S}要{price}块钱。|价格：{price}元。|{price}元就能买到。]"),
    "colour": ("[{S} is {colour}.|The colour is {colour}.|{His} colour is {colour}.]", "[{S}是{colour}的。|颜色是{colour}。|{S}的颜色：{colour}。]"),
    "weight": ("[{S} weighs {weight} [kg|kilos|kilograms].|{His} weight is {weight} [kg|kilos].|On the scales: {weight} kg.]", "[{S}重{weight}公斤。|重量是{weight}公斤。|{S}有{weight}公斤重。]"),
    "count": ("[There are {count} of them.|We have {count} pieces.|{count} are left.|Quantity: {count}.]", "[一共有{count}个。|还剩{count}个。|数量：{count}个。]"),
    "brand": ("[{S} is made by {brand}.|The maker is {brand}.|The brand is {brand}.|{S} comes from {brand}.]", "[{S}是{brand}生产的。|品牌是{brand}。|厂家是{brand}。]"),
    "stuff": ("[{S} is made of {stuff}.|The material is {stuff}.|They made {him} out of {stuff}.]", "[{S}是用{stuff}做的。|材料是{stuff}。|材质：{stuff}。]"),
    "code": ("[The code is {code}.|Its number is {code}.|Reference: {code}.|You find {him} under {code}.]", "[编号是{code}。|编号：{code}。|代码为{code}。]"),
    "stock": ("[{S} is in stock.|{S} is available now.|You can have {him} today, {S_} is in stock.]#[{S} is out of stock.|{S} is not available.|{S} is sold out.]", "[{S}有货。|现在有货。|{S}现货供应。]#[{S}没有货。|现在缺货。|{S}卖完了。]"),
    "rooms": ("[{S} has {rooms} rooms.|There are {rooms} rooms.|Rooms: {rooms}.|With {rooms} rooms {S_} is large enough.]", "[{S}有{rooms}个房间。|一共{rooms}间房。|房间数是{rooms}。]"),
    "size": ("[{S} measures {size} square metres.|The area is {size} square metres.|{size} m² in all.]", "[面积是{size}平方米。|{S}有{size}平方米。|{S}的大小为{size}平方米。]"),
    "rent": ("[The rent is {rent} [euros|dollars|pounds] a month.|{S} costs {rent} [euros|dollars] a month.|Each month you pay {rent} [euros|pounds].]", "[房租每月{rent}元。|每个月要付{rent}元。|月租{rent}元。]"),
    "floor": ("[{S} is on floor {floor}.|You go up to floor {floor}.|Floor: {floor}.]", "[{S}在{floor}楼。|位于{floor}层。|楼层是{floor}楼。]"),
    "street": ("[{S} is in {street}.|The address is {street}.|You find {him} in {street}.]", "[{S}在{street}。|地址是{street}。|{S}位于{street}。]"),
    "time": ("[It begins at {time}.|The time is {time}.|Be there at {time}.|Start: {time}.]", "[{time}开始。|时间是{time}。|请{time}到。]"),
    "gate": ("[Boarding is at gate {gate}.|Go to gate {gate}.|The gate is {gate}.]", "[请到{gate}登机口。|登机口是{gate}。|在{gate}登机。]"),
    "seat": ("[The seat is {seat}.|You sit in {seat}.|Your seat: {seat}.]", "[座位是{seat}。|座位号{seat}。|您坐{seat}。]"),
    "platform": ("[It waits on platform {platform}.|Go to platform {platform}.|The platform is number {platform}.]", "[在{platform}号站台上车。|站台是{platform}号。|请到{platform}号站台。]"),
    "day": ("[The day is {day}.|It is on {day}.|See you on {day}.|That will be on {day}.]", "[时间是{day}。|定在{day}。|{day}见。]"),
    "date": ("[The date is {date}.|It is planned for {date}.|Date: {date}.]", "[日期是{date}。|定在{date}。|日期：{date}。]"),
    "year": ("[{S} came out in {year}.|{S} dates from {year}.|The year is {year}.|{year} was the year it appeared.]", "[{S}是{year}年的。|年份是{year}年。|那是{year}年的事。]"),
    "pages": ("[{S} has {pages} pages.|The story fills {pages} pages.|It takes {pages} pages to the end.]", "[{S}有{pages}页。|全书{pages}页。|一共{pages}页。]"),
    "minutes": ("[{S} takes {minutes} minutes.|{S} lasts {minutes} minutes.|It is over after {minutes} minutes.|Length: {minutes} minutes.]", "[{S}要{minutes}分钟。|时长{minutes}分钟。|一共{minutes}分钟。]"),
    "owner": ("[{His} owner is {owner}.|{S} belongs to {owner}.|{owner} is the owner.|{owner} takes care of {him}.]", "[{S}的主人是{owner}。|主人叫{owner}。|{S}归{owner}所有。]"),
    "legs": ("[{S} can do {legs} km an hour.|{His} top speed is {legs} km/h.|{S} reaches {legs} km/h.]", "[{S}时速{legs}公里。|最高时速{legs}公里。|{S}每小时能跑{legs}公里。]"),
    "serves": ("[{S} serves {serves}.|It is enough for {serves} people.|{serves} people can eat of it.]", "[够{serves}个人吃。|{serves}人份。|可供{serves}人食用。]"),
    "ingredient": ("[The main ingredient is {ingredient}.|It needs a lot of {ingredient}.|You can't make it without {ingredient}.]", "[主料是{ingredient}。|要用很多{ingredient}。|少不了{ingredient}。]"),
    "degrees": ("[Bake it at {degrees} degrees.|The oven is set to {degrees} degrees.|Heat: {degrees} degrees.]", "[烤箱温度{degrees}度。|用{degrees}度来烤。|温度设为{degrees}度。]"),
    "cook": ("[The cook is {cook}.|{cook} is in the kitchen.|{cook} cooks it best.]", "[厨师是{cook}。|做菜的是{cook}。|{cook}做得最好。]"),
    "topic": ("[The topic is {topic}.|We will talk about {topic}.|It is about {topic}.]", "[主题是{topic}。|我们要谈{topic}。|会上讨论{topic}。]"),
    "room": ("[It is in room {room}.|Room {room} is the place.|Come to room {room}.]", "[在{room}号房间。|房间是{room}号。|请到{room}号房间。]"),
    "leader": ("[The host is {leader}.|{leader} leads it.|{leader} is in charge.]", "[由{leader}主持。|负责人是{leader}。|主持人是{leader}。]"),
    "place": ("[The place is the {place}.|It is held at the {place}.|We meet at the {place}.]", "[地点在{place}。|在{place}举行。|我们在{place}见。]"),
    "passed": ("[{S} passed.|{S} has passed the exam.|So {S_} passed.]#[{S} failed.|{S} did not pass.|So {S_} has failed.]", "[{S}及格了。|{S}通过了考试。]#[{S}没有及格。|{S}没通过考试。]"),
    "teacher": ("[The teacher is {teacher}.|{teacher} teaches it.|Lessons are given by {teacher}.]", "[老师是{teacher}。|由{teacher}授课。|教这门课的是{teacher}。]"),
    "boss": ("[The boss is {boss}.|{boss} runs it.|{boss} is the head of it.]", "[老板是{boss}。|负责人是{boss}。|由{boss}管理。]"),
    "founded": ("[{S} was founded in {founded}.|{S} has existed since {founded}.|It all began in {founded}.]", "[{S}成立于{founded}年。|{S}是{founded}年创立的。|一切始于{founded}年。]"),
    "staff": ("[{S} employs {staff} people.|{staff} people work there.|{S} has {staff} employees.]", "[{S}有{staff}名员工。|员工一共{staff}人。|{staff}个人在那里工作。]"),
    "makes": ("[{S} makes {makes}.|{S} produces {makes}.|{makes} are what they make.]", "[{S}生产{makes}。|产品是{makes}。|那里制造{makes}。]"),
    "length": ("[{S} is {length} metres long.|{His} length is {length} metres.|From end to end it measures {length} metres.]", "[{S}长{length}米。|长度是{length}米。|全长{length}米。]"),
    "height": ("[{S} is {height} metres high.|{His} height is {height} metres.|{S} rises to {height} metres.]", "[{S}高{height}米。|高度是{height}米。|有{height}米高。]"),
    "built": ("[{S} was built in {built}.|{S} was finished in {built}.|Builders completed {him} in {built}.]", "[{S}建于{built}年。|{S}是{built}年建成的。|{built}年完工。]"),
    "lamp": ("[{S} is open.|At the moment {S_} is open.|You can go in, {S_} is open.]#[{S} is closed.|At the moment {S_} is closed.|{S} isn't open.]", "[{S}现在开放。|{S}开着。|可以进去，{S}正在开放。]#[{S}现在不开放。|{S}关闭了。|{S}没有开。]"),
    "km": ("[{S} has done {km} km.|The counter shows {km} kilometres.|So far {S_} has gone {km} km.]", "[{S}跑了{km}公里。|里程是{km}公里。|表上显示{km}公里。]"),
    "doors": ("[{S} has {doors} doors.|Doors: {doors}.|You get in by {doors} doors.]", "[{S}有{doors}个车门。|车门数是{doors}。|一共{doors}个车门。]"),
    "seats": ("[{S} has {seats} seats.|There are seats for {seats}.|{seats} people can sit in {him}.]", "[{S}有{seats}个座位。|座位数是{seats}。|能坐{seats}人。]"),
    "plate": ("[The plate is {plate}.|Its licence plate reads {plate}.|Plate: {plate}.]", "[车牌是{plate}。|车牌号为{plate}。|车牌：{plate}。]"),
    "guests": ("[{guests} people came.|There were {guests} visitors.|{guests} guests are expected.]", "[来了{guests}人。|有{guests}位观众。|预计有{guests}人参加。]"),
    "free": ("[Entry is free.|You pay nothing.|It is free for everyone.]#[Entry is not free.|You have to pay.|It isn't free.]", "[免费入场。|不用付钱。|大家都免费。]#[不是免费的。|要付钱。|需要买票。]"),
    "wind": ("[The wind blows at {wind} km/h.|Wind: {wind} km/h.|The wind reaches {wind} km an hour.]", "[风速{wind}公里。|风速是每小时{wind}公里。|风每小时{wind}公里。]"),
    "rainmm": ("[{rainmm} mm of rain fell.|Rainfall: {rainmm} mm.|We got {rainmm} mm of rain.]", "[降雨量{rainmm}毫米。|下了{rainmm}毫米的雨。|雨量是{rainmm}毫米。]"),
    "sport": ("[The sport is {sport}.|It was about {sport}.|They play {sport}.]", "[项目是{sport}。|比的是{sport}。|这是{sport}比赛。]"),
    "due": ("[It is due on {due}.|Please pay by {due}.|Due date: {due}.]", "[到期日是{due}。|请在{due}前付款。|截止日期：{due}。]"),
    "paid": ("[It has been paid.|It is paid.|The money has arrived, it is paid.]#[It has not been paid.|It is still unpaid.|Nobody has paid it yet.]", "[已经付款。|钱已经付了。|这笔款已付清。]#[还没有付款。|钱还没付。|尚未付款。]"),
    "opens": ("[The doors open at {opens}.|It opens at {opens}.|You can come from {opens} on.]", "[{opens}开门。|早上{opens}开始营业。|开门时间是{opens}。]"),
    "closes": ("[It closes at {closes}.|The doors shut at {closes}.|Come before {closes}, then it closes.]", "[{closes}关门。|晚上{closes}结束营业。|关门时间是{closes}。]"),
    "stars": ("[{S} has {stars} stars.|It was given {stars} stars.|Rating: {stars} stars.]", "[{S}有{stars}颗星。|评为{stars}星。|星级是{stars}星。]"),
    "nights": ("[The stay is for {nights} nights.|{nights} nights are booked.|It is booked for {nights} nights.]", "[住{nights}晚。|订了{nights}晚。|一共住{nights}晚。]"),
    "people": ("[{people} people live there.|{S} has {people} inhabitants.|The population is {people}.]", "[那里住着{people}人。|人口是{people}。|{S}有{people}人。]"),
    "mayor": ("[The mayor is {mayor}.|{mayor} is mayor there.|They elected {mayor} mayor.]", "[市长是{mayor}。|{mayor}是那里的市长。|大家选了{mayor}当市长。]"),
    "country": ("[{S} lies in {country}.|You find {him} in {country}.|The country is {country}.]", "[{S}在{country}。|位于{country}。|国家是{country}。]"),
    "coach": ("[The coach is {coach}.|{coach} trains them.|They are coached by {coach}.]", "[教练是{coach}。|由{coach}训练。|{coach}担任教练。]"),
    "cm": ("[{S} is {cm} cm tall.|{S} has grown to {cm} cm.|{His} height is {cm} cm.]", "[{S}高{cm}厘米。|长到了{cm}厘米。|高度是{cm}厘米。]"),
    "moons": ("[{S} has {moons} moons.|{moons} moons go round {him}.|There are {moons} moons.]", "[{S}有{moons}颗卫星。|一共{moons}颗卫星。|{moons}颗卫星绕着它转。]"),
    "version": ("[The version is {version}.|We are at version {version}.|Version {version} came out today.]", "[版本是{version}。|现在是{version}版。|版本号为{version}。]"),
    "errors": ("[There were {errors} errors.|It reports {errors} errors.|{errors} errors were counted.]", "[有{errors}个错误。|报告了{errors}个错误。|一共{errors}个错误。]"),
    "weeks": ("[It lasts {weeks} weeks.|It goes on for {weeks} weeks.|After {weeks} weeks it is over.]", "[持续{weeks}周。|一共{weeks}周。|为期{weeks}周。]"),
    "hours": ("[It takes {hours} hours.|It lasts {hours} hours.|Plan {hours} hours for it.]", "[需要{hours}个小时。|一共{hours}小时。|要花{hours}个小时。]"),
    "percent": ("[There is {percent} percent off.|The discount is {percent} %.|You save {percent} percent.]", "[优惠百分之{percent}。|折扣是{percent}%。|便宜{percent}%。]"),
    "done": ("[It is done.|It has been finished.|The work is finished.]#[It is not done yet.|It isn't finished.|It still has to be done.]", "[已经完成。|做完了。|这件事办好了。]#[还没有完成。|没做完。|这件事还没办。]"),
    "deadline": ("[It must be ready by {deadline}.|The deadline is {deadline}.|It is due on {deadline}.]", "[期限是{deadline}。|截止日期是{deadline}。|要在{deadline}前完成。]"),
    "ticket": ("[A ticket costs {ticket} [euros|dollars|pounds].|Entry is {ticket} [euros|pounds].|You pay {ticket} [euros|dollars] to get in.]", "[门票{ticket}元。|一张票{ticket}元。|票价是{ticket}元。]"),
    "depth": ("[{S} is {depth} metres deep.|{His} depth is {depth} metres.|It goes down {depth} metres.]", "[{S}深{depth}米。|水深{depth}米。|深度是{depth}米。]"),
}

# Each kind of thing: how a text begins in English and in Chinese, what more may be said, and what the thing is called later.
KINDS: tuple[tuple[str, str, str, str, str], ...] = (
    ("[This is {name}.|Meet {name}.|I know {name} well.|Let me tell you about {name}.|{name} came by today.]", "[这是{name}。|我的朋友叫{name}。|认识一下{name}。|我来介绍{name}。]", "age city job email phone hobby born language company kids pet food", "person", "name"),
    ("[{name} is {age} years old and lives in {city}.|{name} ({age}) lives in {city}.|In {city} lives {name}, who is {age}.|{name}, {age}, comes from {city}.|{name} from {city} is {age}.]", "[{name}今年{age}岁，住在{city}。|住在{city}的{name}{age}岁了。|{name}（{age}岁）来自{city}。|来自{city}的{name}今年{age}岁。]", "job email phone hobby language kids pet food company", "person", "name"),
    ("[{name} is {a job} in {city}.|{name} works in {city} as {a job}.|My neighbour {name} is {a job} from {city}.|We met {a job} from {city} called {name}.|In {city}, {name} found work as {a job}.|{name} makes a living as {a job} in {city}.]", "[{name}在{city}当{job}。|{name}是{city}的{job}。|我在{city}认识了{job}{name}。|{job}{name}住在{city}。]", "age email phone hobby born language food kids", "person", "name"),
    ("[{name}, {a job} of {age}, likes {hobby}.|At {age}, {name} still works as {a job}.|{name} is {age} and works as {a job}.|{name} turned {age} and became {a job}.|{name} has been {a job} for long and is now {age}.]", "[{name}{age}岁，是一名{job}。|{age}岁的{name}是{job}。|{name}今年{age}岁，职业是{job}。|{name}做{job}，今年{age}岁。]", "city email phone language company pet", "person", "name"),
    ("[Contact: {name}, {email}, {phone}|{name}, phone {phone}, mail {email}|{name} <{email}>, {phone}|For questions ask {name} ({email} or {phone}).|Please reach {name} at {email} or call {phone}.|{name} / {phone} / {email}]", "[联系人：{name}，{phone}，{email}|{name}，电话{phone}，邮箱{email}|有问题请找{name}，电话{phone}，邮箱{email}。|{name} / {phone} / {email}]", "city company", "person", "name"),
    ("[{name} works at {company} and can be reached at {email}.|Write to {name} of {company}: {email}|{name} from {company} left the address {email}.|At {company} your contact is {name}, {email}.]", "[{name}在{company}工作，邮箱是{email}。|{company}的{name}留下了邮箱{email}。|请联系{company}的{name}：{email}]", "phone city job", "person", "name"),
    ("[{name} was born in {city} in {born}.|Born in {born} in {city}, {name} loves {hobby}.|In {born}, {name} was born in {city}.|{city} is where {name} was born in {born}.]", "[{name}{born}年生于{city}。|{born}年，{name}出生在{city}。|生于{born}年的{name}来自{city}，爱好是{hobby}。]", "job language kids food", "person", "name"),
    ("[{name} speaks {language} and has {kids} children.|{name} and the {kids} children speak {language} at home.|With {kids} kids at home, {name} teaches {language}.]", "[{name}会说{language}，有{kids}个孩子。|{name}有{kids}个孩子，他们都说{language}。|会说{language}的{name}有{kids}个孩子。]", "city age phone food", "person", "name"),
    ("[The {product} costs {price} [euros|dollars|pounds|coins].|{price} [euros|dollars|pounds] for the {product}.|You get the {product} for {price} [euros|dollars].|The price of the {product} is {price} [euros|pounds].|{product}: {price} [euros|dollars]|We sell {a product} for {price} [euros|pounds].|They ask {price} [euros|dollars] for {a product}.]", "[{product}{price}元。|这件{product}卖{price}元。|{product}的价格是{price}元。|花{price}元就能买到{product}。|{product}，售价{price}元。|一件{product}要{price}块。]", "colour weight brand stuff stock code", "thing", "product"),
    ("[The {colour} {product} by {brand} costs {price} [euros|dollars].|{brand} makes {a product} for {price} [euros|pounds], in {colour}.|New from {brand}: {a product} for {price} [euros|dollars], colour {colour}.|For {price} [euros|dollars] {brand} sells {a product} in {colour}.]", "[{brand}的{product}是{colour}的，{price}元。|{colour}的{product}，品牌{brand}，{price}元。|{brand}新出的{product}卖{price}元，颜色是{colour}。]", "weight stuff stock code", "thing", "product"),
    ("[We have {count} {goods} in the {spot}.|There are {count} {goods} in the {spot}.|In the {spot} lie {count} {goods}.|{count} {goods} are stored in the {spot}.|The {spot} holds {count} {goods}.|Someone put {count} {goods} into the {spot}.]", "[{spot}里有{count}个{goods}。|{goods}有{count}个，都在{spot}。|我们在{spot}放了{count}个{goods}。|{spot}存着{count}个{goods}。|有{count}个{goods}在{spot}里。]", "", "thing", "goods"),
    ("[{customer} ordered {count} {goods} for {price} [euros|dollars].|{count} {goods} for {customer}, {price} [euros|dollars] in all.|{customer} paid {price} [euros|pounds] for {count} {goods}.|An order of {count} {goods} came from {customer}; the price is {price} [euros|pounds].|{customer} wants {count} {goods} and pays {price} [euros|dollars].]", "[{customer}订了{count}个{goods}，一共{price}元。|{customer}买了{count}个{goods}，付了{price}元。|{customer}要{count}个{goods}，价格{price}元。|{count}个{goods}，{customer}付{price}元。]", "date code", "thing", "goods"),
    ("[{customer} bought {a product} on {day} for {price} [euros|dollars].|On {day}, {customer} paid {price} [euros|pounds] for {a product}.|{a product}! {customer} bought it on {day} for only {price} [euros|dollars].]", "[{customer}{day}花{price}元买了{product}。|{day}，{customer}买了{product}，花了{price}元。|{product}被{customer}{day}买走了，{price}元。]", "colour weight stuff", "thing", "product"),
    ("[{seller} sold {a product} to {buyer} for {price} [euros|dollars].|{buyer} bought {a product} from {seller} and paid {price} [euros|pounds].|{buyer} gave {seller} {price} [euros|dollars] for {a product}.]", "[{seller}把{product}以{price}元卖给了{buyer}。|{buyer}从{seller}那里花{price}元买了{product}。|{buyer}付给{seller}{price}元，买了{product}。]", "colour weight", "thing", "product"),
    ("[The flat in {city} has {rooms} rooms and costs {rent} [euros|dollars] a month.|A flat with {rooms} rooms in {city}, {rent} [euros|pounds] a month.|To let in {city}: {rooms} rooms, {rent} [euros|dollars].|For {rent} [euros|dollars] a month you get {rooms} rooms in {city}.]", "[{city}的公寓有{rooms}个房间，每月{rent}元。|{city}有一套{rooms}间房的公寓，月租{rent}元。|出租：{city}，{rooms}个房间，{rent}元一个月。]", "size floor street", "The flat|这套房子", ""),
    ("[Our house in {street} has {rooms} rooms and {size} square metres.|The house, {size} square metres with {rooms} rooms, stands in {street}.|In {street} there is a house with {rooms} rooms on {size} square metres.]", "[我们在{street}的房子有{rooms}个房间，{size}平方米。|{street}有一座{size}平方米的房子，{rooms}个房间。|房子在{street}，面积{size}平方米，有{rooms}个房间。]", "city colour", "The house|这座房子", ""),
    ("[Flight {flight} leaves {from} for {to} at {time}.|{flight} flies from {from} to {to} at {time}.|At {time} flight {flight} takes off in {from} and goes to {to}.|Passengers to {to}: {flight} leaves from {from} at {time}.]", "[航班{flight}在{time}从{from}飞往{to}。|{flight}从{from}到{to}，{time}起飞。|{time}，{flight}航班离开{from}飞往{to}。]", "gate seat day", "The flight|航班", ""),
    ("[Train {train} goes from {from} to {to} at {time}.|The {time} train from {from} to {to} is {train}.|{train} to {to} leaves {from} at {time}.|From {from} you take {train} to {to} at {time}.]", "[{train}次列车{time}从{from}开往{to}。|从{from}到{to}坐{train}，{time}开。|{train}于{time}离开{from}，开往{to}。]", "platform seat day", "The train|列车", ""),
    ("[The bus from {from} to {to} takes {minutes} minutes.|It is {minutes} minutes by bus from {from} to {to}.|You ride {minutes} minutes from {from} to reach {to}.]", "[从{from}到{to}的公交要{minutes}分钟。|坐车从{from}去{to}要{minutes}分钟。|{from}到{to}，路上{minutes}分钟。]", "price seats", "The bus|公交车", ""),
    ("[{name} drove {distance} km from {from} to {to}.|From {from} to {to}, {name} went {distance} kilometres.|The way from {from} to {to} was {distance} km long for {name}.]", "[{name}从{from}开车到{to}，走了{distance}公里。|从{from}到{to}，{name}走了{distance}公里。|{name}离开{from}，走了{distance}公里到{to}。]", "hours day", "The trip|路程", ""),
    ("[A parcel from {sender} to {receiver} weighs {weight} kg.|{sender} sent {receiver} a parcel of {weight} kg.|{receiver} got a parcel of {weight} kilos from {sender}.|For {receiver}: one parcel, {weight} kg, sent by {sender}.]", "[{sender}寄给{receiver}的包裹重{weight}公斤。|{receiver}收到了{sender}寄来的{weight}公斤的包裹。|{sender}给{receiver}寄了一个{weight}公斤的包裹。]", "code date", "The parcel|包裹", ""),
    ("[The letter for {receiver} comes from {sender}.|{sender} has written a letter to {receiver}.|{receiver} received a letter from {sender}.]", "[{sender}给{receiver}写了一封信。|{receiver}收到{sender}的信。|这封给{receiver}的信是{sender}写的。]", "date", "The letter|信", ""),
    ("[The film {title} by {director} came out in {year}.|{title} ({year}) is a film by {director}.|{director} made {title} in {year}.|In {year} {director} filmed {title}.|\"{title}\" is a film of {year}.|{title} was released in {year}.|I saw {title}, a film from {year} by {director}.]", "[《{title}》是{director}{year}年导演的电影。|{director}在{year}年拍了《{title}》。|电影《{title}》{year}年上映。|{year}年的《{title}》由{director}导演。]", "minutes", "It|影片", ""),
    ("[{author} wrote {booktitle} in {year}.|{booktitle} is a book by {author} from {year}.|The book \"{booktitle}\" appeared in {year}.|In {year} {author} published {booktitle}.|{booktitle} was written by {author} in {year}.|I am reading {booktitle} by {author}.|{booktitle} by {author}, {year}.]", "[{author}{year}年写了《{booktitle}》。|《{booktitle}》是{author}的书，{year}年出版。|《{booktitle}》出版于{year}年，作者是{author}。|我在读{author}的《{booktitle}》。]", "pages price", "The book|这本书", ""),
    ("[{singer} sang {song} in {year}.|The song {song} by {singer} is from {year}.|{song} was a hit for {singer} in {year}.|In {year} everybody heard {song} by {singer}.]", "[{singer}{year}年唱了《{song}》。|歌曲《{song}》是{singer}{year}年的作品。|{year}年，{singer}的《{song}》很流行。]", "minutes", "It|这首歌", ""),
    ("[{painter} painted {work} in {year}.|{work} is a picture by {painter} from {year}.|The {museum} shows {work} by {painter}.|{work}, painted by {painter}, hangs in the {museum}.]", "[{painter}{year}年画了《{work}》。|《{work}》是{painter}的画，画于{year}年。|{museum}展出{painter}的《{work}》。]", "price", "The picture|这幅画", ""),
    ("[The {beast} {petname} belongs to {owner}.|{owner} has {a beast} called {petname}.|{owner}'s {beast} is called {petname}.|{petname} is {a beast} and lives with {owner}.|{a beast} named {petname} lives at {owner}'s.]", "[{owner}有一只{beast}，叫{petname}。|{petname}是{owner}的{beast}。|{owner}家的{beast}叫{petname}。|{owner}养了一只名叫{petname}的{beast}。]", "petage colour weight", "pet", "petname"),
    ("[{petname} is {a beast} of {petage} years.|{petname}, our {beast}, is {petage} years old.|Our {beast} {petname} is {petage}.|{a beast} called {petname} turned {petage} today.]", "[{petname}是一只{petage}岁的{beast}。|我们的{beast}{petname}{petage}岁了。|{beast}{petname}今年{petage}岁。]", "colour weight owner", "pet", "petname"),
    ("[{a beast} can run at {legs} km/h.|The {beast} reaches {legs} kilometres an hour.|At {legs} km an hour the {beast} is fast.]", "[{beast}每小时能跑{legs}公里。|{beast}的最高时速是{legs}公里。|一只{beast}时速可达{legs}公里。]", "weight colour", "The animal|这只动物", ""),
    ("[The {dish} takes {minutes} minutes and serves {serves}.|{dish} for {serves} people is ready in {minutes} minutes.|In {minutes} minutes you have {dish} for {serves}.|Cook the {dish} for {minutes} minutes; it is enough for {serves}.]", "[{dish}要做{minutes}分钟，够{serves}个人吃。|做{serves}人份的{dish}要{minutes}分钟。|{dish}{minutes}分钟就好，可供{serves}人。]", "ingredient cook", "It|这道菜", ""),
    ("[For the {dish} you need {grams} grams of {ingredient}.|Take {grams} g of {ingredient} for the {dish}.|{grams} grams of {ingredient} go into the {dish}.|The {dish} is made with {grams} g of {ingredient}.]", "[做{dish}要{grams}克{ingredient}。|{dish}里放{grams}克{ingredient}。|取{grams}克{ingredient}，用来做{dish}。]", "minutes degrees serves", "It|这道菜", ""),
    ("[The meeting about {topic} is on {day} at {time}.|On {day} at {time} we meet about {topic}.|We talk about {topic} on {day} at {time} in room {room}.|Room {room}, {day}, {time}: {topic}.|{leader} leads the meeting on {topic} on {day}.]", "[关于{topic}的会议{day}{time}开。|{day}{time}我们开会讨论{topic}。|{day}在{room}号房间讨论{topic}。|{leader}{day}主持{topic}会议。]", "leader room minutes", "The meeting|会议", ""),
    ("[{name} will be at the {place} on {day} at {time}.|We see {name} at the {place} at {time} on {day}.|On {day} at {time} {name} waits at the {place}.|Come to the {place} at {time} on {day}, {name} is waiting.]", "[{name}{day}{time}在{place}等我们。|我们{day}{time}在{place}见{name}。|{day}{time}去{place}找{name}。]", "phone", "person", "name"),
    ("[{student} got {points} points in {subject}.|In {subject}, {student} scored {points} points.|{points} points for {student} in {subject}.|{student} wrote the {subject} exam and reached {points} points.]", "[{student}{subject}考了{points}分。|{subject}考试{student}得了{points}分。|{student}的{subject}成绩是{points}分。]", "passed teacher", "person", "student"),
    ("[{teacher} teaches {course} in room {room}.|The {course} class by {teacher} lasts {weeks} weeks.|{course} with {teacher} is on {day}.|On {day} {teacher} gives a lesson in {course}.]", "[{teacher}在{room}教室教{course}。|{teacher}的{course}课{day}上。|{course}课由{teacher}教，一共{weeks}周。]", "weeks time price", "The class|课程", ""),
    ("[{firm} was founded in {founded} by {founder}.|{founder} founded {firm} in {founded}.|Since {founded} {firm} has been in {city}.|The company {firm} in {city} makes {makes}.|{firm}, a maker of {makes}, has {staff} employees.]", "[{firm}由{founder}于{founded}年创立。|{founder}{founded}年创办了{firm}。|{city}的{firm}生产{makes}。|{firm}在{city}，有{staff}名员工。]", "staff boss email phone", "The company|这家企业", ""),
    ("[{bridge} is {length} metres long and was built in {built}.|In {built} they built {bridge}, {length} metres long.|{length} metres long, {bridge} was finished in {built}.|{bridge} in {city} has a length of {length} metres.]", "[{bridge}长{length}米，建于{built}年。|{built}年建成的{bridge}全长{length}米。|{city}的{bridge}长{length}米。]", "height lamp", "It|它", ""),
    ("[{tower} is {height} metres high.|{tower} in {city} is {height} metres tall.|{tower}, built in {built}, rises {height} metres.|At {height} metres {tower} looks over {city}.]", "[{tower}高{height}米。|{city}的{tower}有{height}米高。|建于{built}年的{tower}高{height}米。]", "ticket lamp", "It|它", ""),
    ("[The {car} has {doors} doors and costs {price} [euros|dollars].|{name} drives {a colour} {car}.|{a car} from {year} for {price} [euros|dollars].|The {colour} {car} was built in {year}.]", "[{car}有{doors}个车门，卖{price}元。|{name}开一辆{colour}的{car}。|{year}年的{car}，售价{price}元。|这辆{colour}的{car}是{year}年的。]", "km plate seats", "The car|这辆车", ""),
    ("[The {vehicle} {plate} belongs to {owner}.|{owner} drives {a vehicle} with the plate {plate}.|{plate} is the {vehicle} of {owner}.]", "[车牌{plate}的{vehicle}是{owner}的。|{owner}的{vehicle}车牌是{plate}。|{owner}开着一辆{vehicle}，车牌{plate}。]", "colour seats km", "thing", "vehicle"),
    ("[The {event} in {city} is on {date}.|On {date} there is {a event} in {city}.|{city} invites you to {a event} on {date}.|{a event} takes place in {city} on {date}.]", "[{city}的{event}在{date}举行。|{date}，{city}有{event}。|{event}定于{date}在{city}举行。]", "guests time free", "It|它", ""),
    ("[{guests} people came to the {event} at the {place}.|The {event} at the {place} had {guests} visitors.|At the {place} {guests} guests saw the {event}.]", "[{guests}人来{place}参加{event}。|{place}的{event}有{guests}名观众。|在{place}，{guests}人看了{event}。]", "day leader free", "It|它", ""),
    ("[It is {sky} in {city} with {degree} degrees.|In {city} it is {degree} degrees and {sky}.|Weather for {city}: {sky}, {degree} degrees.|{city} reports {degree} degrees and {sky} weather.|{day} in {city} will be {sky} at {degree} degrees.]", "[{city}天气{sky}，{degree}度。|今天{city}{degree}度，{sky}。|{city}的气温是{degree}度，天气{sky}。|{city}{day}{sky}，{degree}度。]", "wind rainmm", "It|天气", ""),
    ("[{home} beat {away} {score}.|{home} won {score} against {away}.|{away} lost to {home} {score}.|The game ended {score}: {home} beat {away}.|On {day} {home} won against {away} by {score}.]", "[{home}以{score}战胜{away}。|{away}以{score}输给了{home}。|{home}{score}赢了{away}。|{day}{home}以{score}打败了{away}。]", "sport guests", "It|比赛", ""),
    ("[{athlete} came in place {rank} in {sport}.|In {sport}, {athlete} finished in place {rank}.|Place {rank} in {sport} went to {athlete}.]", "[{athlete}在{sport}比赛中得了第{rank}名。|{sport}比赛第{rank}名是{athlete}。|{athlete}{sport}拿了第{rank}名。]", "age coach", "person", "athlete"),
    ("[{team} play in {city} and are trained by {coach}.|{coach} trains {team} in {city}.|The coach of {team} is {coach}.|{team}, a club from {city}, play {sport}.]", "[{coach}在{city}训练{team}。|{team}的教练是{coach}。|{city}的{team}由{coach}执教。|{team}是{city}的{sport}队。]", " guests", "It|球队", ""),
    ("[Invoice {invoice} for {customer}: {total} [euros|dollars].|{customer} has to pay {total} [euros|pounds] on invoice {invoice}.|The invoice {invoice} over {total} [euros|dollars] goes to {customer}.|{customer} got invoice {invoice} with a total of {total} [euros|dollars].]", "[发票{invoice}，客户{customer}，共{total}元。|{customer}的发票{invoice}一共{total}元。|给{customer}开了发票{invoice}，总额{total}元。]", "due paid", "The invoice|发票", ""),
    ("[The shop {shop} in {street} opens at {opens} and closes at {closes}.|{shop}, {street}, open from {opens} to {closes}.|From {opens} until {closes} you can shop at {shop}.|{shop} is open from {opens} to {closes}.]", "[{street}的{shop}{opens}开门，{closes}关门。|{shop}营业时间{opens}到{closes}。|{shop}在{street}，{opens}开门，{closes}关门。]", " email", "The shop|店里", ""),
    ("[{guest} booked {nights} nights at {hotel}.|{hotel}: {nights} nights for {guest}.|At {hotel}, {guest} stays for {nights} nights.|{guest} stays {nights} nights at {hotel} in {city}.]", "[{guest}在{hotel}订了{nights}晚。|{hotel}，{guest}住{nights}晚。|{guest}在{city}的{hotel}住{nights}晚。]", "price stars", "The hotel|酒店", ""),
    ("[{guest} booked table {table} at {restaurant} for {day}.|Table {table} at {restaurant} is for {guest} on {day}.|On {day} at {time} {guest} eats at {restaurant}, table {table}.]", "[{guest}在{restaurant}订了{day}的{table}号桌。|{restaurant}{table}号桌{day}留给{guest}。|{day}{time}，{guest}在{restaurant}{table}号桌吃饭。]", "", "It|它", ""),
    ("[The river {river} is {riverkm} km long and flows through {country}.|The {river} flows {riverkm} kilometres through {country}.|In {country} the river {river} runs for {riverkm} km.]", "[{river}长{riverkm}公里，流经{country}。|{country}的{river}全长{riverkm}公里。|{river}在{country}流了{riverkm}公里。]", "", "The river|河", ""),
    ("[{mountain} in {country} is {height} metres high.|{mountain} rises {height} metres in {country}.|The highest place in {country} is {mountain} with {height} metres.]", "[{country}的{mountain}高{height}米。|{mountain}在{country}，有{height}米高。|{country}最高的是{mountain}，{height}米。]", "", "The mountain|山", ""),
    ("[{lake} is {depth} metres deep.|{lake} in {country} goes down {depth} metres.|In {country} lies {lake}, {depth} metres deep.]", "[{lake}深{depth}米。|{country}的{lake}水深{depth}米。|{lake}在{country}，深{depth}米。]", "", "The lake|湖", ""),
    ("[{village} has {people} inhabitants.|{people} people live in {village}.|{village}, a town in {country}, has {people} inhabitants.|The mayor of {village} is {mayor}.]", "[{village}有{people}人。|{people}人住在{village}。|{country}的{village}有{people}人口。|{village}的市长是{mayor}。]", "country mayor", "The place|那里", ""),
    ("[{patient} sees {doctor} on {day} at {time}.|{doctor} expects {patient} on {day} at {time}.|On {day} at {time} {patient} has to go to {doctor}, the doctor.]", "[病人{patient}{day}{time}去看{doctor}医生。|{doctor}医生{day}{time}给{patient}看病。|{day}{time}，{patient}约了{doctor}大夫。]", "room", "It|它", ""),
    ("[The {plant} in the {spot} is {cm} cm tall.|In the {spot} grows {a plant} of {cm} cm.|{name} planted {a plant} in the {spot}.|{a plant} of {cm} cm stands in the {spot}.]", "[{spot}的{plant}高{cm}厘米。|{spot}里有一棵{cm}厘米高的{plant}。|{name}在{spot}种了{plant}。]", "colour", "It|它", ""),
    ("[The ship {ship} sails from {from} to {to}.|{ship} left {from} for {to} on {day}.|On {day} the ship {ship} goes from {from} to {to}.]", "[“{ship}”号从{from}开往{to}。|{day}，“{ship}”号离开{from}前往{to}。|船“{ship}”号从{from}到{to}。]", "length seats", "The ship|这艘船", ""),
    ("[The planet {planet} has {moons} moons.|{moons} moons go round the planet {planet}.|{planet} is a planet with {moons} moons.]", "[行星{planet}有{moons}颗卫星。|{moons}颗卫星绕着{planet}。|{planet}是一颗有{moons}颗卫星的行星。]", "colour", "It|它", ""),
    ("[{app} version {version} costs {price} [euros|dollars].|The app {app} is now at version {version}.|{firm} released {app} {version}.|Version {version} of {app} is by {firm}.]", "[{app}{version}版卖{price}元。|应用{app}现在是{version}版。|{firm}发布了{app}{version}版。]", "", "It|它", ""),
    ("[The server {server} reported {errors} errors on {day}.|{errors} errors on {server} since {day}.|On {day} we counted {errors} errors on {server}.|{user} saw {errors} errors on {server}.]", "[服务器{server}{day}报告了{errors}个错误。|{day}{server}有{errors}个错误。|{user}在{server}上看到{errors}个错误。]", " version", "It|它", ""),
    ("[{musician} plays the {instrument} in {city}.|On the {instrument}: {musician} from {city}.|{musician} has played the {instrument} for {hours} hours.]", "[{musician}在{city}演奏{instrument}。|来自{city}的{musician}演奏{instrument}。|{musician}练了{hours}个小时{instrument}。]", "age email", "person", "musician"),
    ("[The {fruit} is {percent} percent off at {shop}.|At {shop} the {fruit} is {percent} percent cheaper.|{shop} gives {percent} percent off on every {fruit}.]", "[{shop}的{fruit}便宜百分之{percent}。|{fruit}在{shop}打折，优惠百分之{percent}。|在{shop}买{fruit}优惠{percent}%。]", "price day", "It|它", ""),
    ("[{assignee} has to {task} by {deadline}.|By {deadline}, {assignee} must {task}.|Task for {assignee}: {task}, until {deadline}.|To do: {task}. {assignee} does it.]", "[{assignee}要在{deadline}前{task}。|{deadline}前，{assignee}负责{task}。|任务：{task}，由{assignee}负责。]", "done", "It|它", ""),
    ("[{museum} in {city} opened in {built}.|A ticket for {museum} costs {ticket} [euros|dollars].|{museum} asks {ticket} [euros|pounds] for a ticket.|In {built} {museum} was built in {city}.]", "[{city}的{museum}建于{built}年。|{museum}的门票是{ticket}元。|{museum}{built}年建成，在{city}。]", "ticket lamp", "The museum|馆里", ""),
    ("[The {stuff} {product} weighs {weight} kg.|{a product} of {stuff}, {weight} kg, code {code}.|{code}: {product}, {weight} kg.|Under {code} we sell {a product} of {weight} kilos.]", "[{stuff}的{product}重{weight}公斤。|编号{code}的{product}重{weight}公斤。|{product}，{code}，{weight}公斤，{stuff}做的。]", "price colour stock", "thing", "product"),
    ("[{name} lost {a colour} {product} at the {place} on {day}.|At the {place} {name} found {a colour} {product}.|On {day} {name} left {a product} at the {place}.]", "[{name}{day}在{place}丢了一件{colour}的{product}。|{name}在{place}捡到{colour}的{product}。|{day}{name}把{product}忘在{place}了。]", "", "thing", "product"),
    ("[{count} {goods} arrived on {date} from {company}.|{company} delivered {count} {goods} on {date}.|On {date}, {count} {goods} came from {company}.]", "[{company}{date}送来{count}个{goods}。|{date}，{company}的{count}个{goods}到了。|{count}个{goods}{date}从{company}运来。]", "price code", "It|它们", ""),
    ("[{teacher} reads from {booktitle} at the {place} on {day}.|On {day} {teacher} shows {booktitle} to the class at the {place}.|At the {place} {teacher} talks about {booktitle}.]", "[{teacher}{day}在{place}朗读《{booktitle}》。|{day}，{teacher}在{place}讲《{booktitle}》。|{teacher}在{place}介绍《{booktitle}》。]", "time free", "It|它", ""),
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Record:
    """A text, and what it says, by field; `lacking` are fields that it might have told and doesn't."""

    text: str
    values: dict[str, Any]
    lacking: tuple[str, ...]
    keys: dict[str, tuple[str, str]] = field(default_factory=dict)  # by what names each field is asked for
    kind: Kind | None = None


_SLOT = re.compile(r"\{(a )?(\w+)\}")


def _fields(text: str) -> list[str]:
    return [f for f in dict.fromkeys(m[2] for m in _SLOT.finditer(text)) if f in FIELDS]


def _article(value: str, first: bool) -> str:
    return f"{'A' if first else 'a'}{'n' if value[0].lower() in 'aeiou' else ''} {value}"


def _subject(w: Writer, kind: str, main: str, values: dict[str, Any]) -> dict[str, str]:
    """How a text goes on to speak of what it began with: by a pronoun, by name, or as what it is."""
    rng = w.rng
    if w.zh:
        if kind in ("person", "pet", "thing"):
            known = kind == "person" and values[main] in words.ZH_NAMES + words.NAMES
            word = (
                values[main] if known or rng.random() < 0.25 else w.pick(("他", "她") if kind == "person" else ("它",))
            )
        else:
            word = w.pick((kind.split("|")[1], "它"))
        return {"S": word}
    if kind == "person":
        first = values[main].split()[0]
        if first in words.NAMES or rng.random() < 0.2:  # whether that is a he or a she is not ours to guess
            word = w.pick((first, first, values[main]))
            return {"S": word, "S_": word, "His": f"{word}'s", "his": f"{word}'s", "him": word}
        return w.pick(({"S": "He", "S_": "he", "His": "His", "his": "his", "him": "him"}, {"S": "She", "S_": "she", "His": "Her", "his": "her", "him": "her"}))  # fmt: skip
    word = "It"
    if rng.random() < 0.5:
        if kind == "pet":
            word = values[main]
        elif kind != "thing":
            word = kind.partition("|")[0]
        elif main != "goods":  # many of them are no "it"
            word = f"The {values[main]}"
    small = word if kind == "pet" and word != "It" else word[0].lower() + word[1:]
    return {"S": word, "S_": small, "His": f"{word}'s" if word != "It" else "Its", "his": f"{small}'s" if word != "It" else "its", "him": small}  # fmt: skip


def record(w: Writer) -> Record:
    """One to six sentences about one thing of some kind."""
    rng = w.rng
    en, zh, extras, kind, main = w.pick(KINDS)
    begin = expand(rng, zh if w.zh else en)
    told = _fields(begin)
    spare = [f for f in extras.split() if f in MORE and f not in told]
    more = rng.sample(spare, min(len(spare), w.pick((0, 0, 1, 1, 2, 2, 3, 4) if len(told) > 1 else (1, 2, 3, 4, 5))))
    values: dict[str, Any] = {}
    for f in (*told, *more):
        values[f] = FIELDS[f][2](rng, w.zh)
        while values[f] in [v for k, v in values.items() if k != f]:  # a value that stands for two things is nobody's
            values[f] = FIELDS[f][2](rng, w.zh)
    slots: dict[str, str] = _subject(w, kind, main, values)
    lines = [begin]
    for f in more:
        pattern = MORE[f][w.zh]
        if values[f] is True or values[f] is False:
            pattern = pattern.split("#")[not values[f]]
        lines.append(expand(rng, pattern))
    slots |= {f: str(v) for f, v in values.items()}
    filled = (_SLOT.sub(lambda m: _article(slots[m[2]], not m.start()) if m[1] else slots[m[2]], x) for x in lines)
    text = ("" if w.zh else " ").join(
        x if x[-1] in ".!。" else x + ("。" if w.zh else ".") if len(lines) > 1 and x is not lines[-1] else x
        for x in filled
    )
    lacking = tuple(f for f in spare if f not in more)
    return Record(text, values, lacking, {f: FIELDS[f][:2] for f in (*values, *lacking)})
