"""What can be said of happenings and journeys: meetings, courses, matches, trips, tests, accidents, storms, trains, ships."""

from training import words
from training.bank.traits import (
    BUILT,
    HEAD,
    HELD,
    LONG,
    OWNER,
    SPEED,
    SPONSOR,
    TONGUES,
    Kind,
    Trait,
    Value,
    clock,
    date,
    month,
    name,
    person,
    town,
    whole,
)
from training.words import Pair
from training.writer import Slot, Writer

_REASONS: list[Pair] = [
    ("the roof leaked", "屋顶漏水了"), ("a pipe had burst", "水管爆了"), ("the key was lost", "钥匙丢了"), ("it had snowed all night", "下了一夜的雪"), ("a tree lay across the road", "有棵树倒在路上"),
    ("the lights went out", "停电了"), ("half the people were ill", "一半的人病了"), ("an engine would not start", "发动机打不着火"), ("nobody had signed the papers", "没人在文件上签字"), ("the wind was too strong", "风太大"),
    ("the money had run out", "钱用完了"), ("a cow stood in the way", "有头牛挡住了路"), ("the river was too high", "河水涨得太高"), ("the phones did not work", "电话打不通"), ("a bag had been forgotten", "有个包忘了拿"),
    ("there was thick fog", "雾太大"), ("the map was wrong", "地图画错了"), ("two wheels were broken", "坏了两个轮子"), ("the bread had run out", "面包吃完了"), ("there was ice on the rails", "铁轨结了冰"),
]  # fmt: skip
_TOPICS: list[Pair] = [
    ("parking", "停车问题"), ("the budget", "预算"), ("the new roof", "新屋顶"), ("school lunches", "学校午餐"), ("the summer trip", "夏季旅行"), ("street lights", "路灯"), ("fire safety", "消防安全"),
    ("clean water", "饮用水"), ("first aid", "急救"), ("garden tools", "园艺工具"), ("old coins", "古钱币"), ("bird songs", "鸟叫声"), ("sea maps", "航海图"), ("bread baking", "烤面包"), ("night shifts", "夜班"),
]  # fmt: skip
_GEAR: list[Pair] = [
    ("warm socks", "厚袜子"), ("a pencil", "一支铅笔"), ("a raincoat", "一件雨衣"), ("a torch", "一个手电筒"), ("sun cream", "防晒霜"), ("a passport", "护照"), ("rubber boots", "胶鞋"), ("a towel", "一条毛巾"),
    ("a helmet", "头盔"), ("work gloves", "手套"), ("a water bottle", "一个水壶"), ("a calculator", "一个计算器"), ("a photo", "一张照片"), ("an apron", "一条围裙"), ("a blanket", "一条毯子"),
]  # fmt: skip
_SPORTS: list[Pair] = [("football", "足球"), ("handball", "手球"), ("hockey", "曲棍球"), ("volleyball", "排球"), ("basketball", "篮球"), ("rugby", "橄榄球"), ("water polo", "水球")]  # fmt: skip
_CARGO: list[Pair] = [
    ("coal", "煤"), ("bananas", "香蕉"), ("salt", "盐"), ("timber", "木材"), ("bicycles", "自行车"), ("rice", "大米"), ("marble", "大理石"), ("wool", "羊毛"), ("tea", "茶叶"), ("copper", "铜"), ("pianos", "钢琴"), ("cotton", "棉花"),
]  # fmt: skip
_RELICS: list[Pair] = [
    ("a bronze bell", "一口铜钟"), ("a stone wall", "一段石墙"), ("a wooden boat", "一条木船"), ("silver coins", "一些银币"), ("old bones", "一些古老的骨头"), ("a clay jar", "一个陶罐"), ("a hidden lake", "一个隐秘的湖"),
    ("a deep cave", "一个深洞"), ("three gold rings", "三枚金戒指"), ("a broken sword", "一把断剑"), ("a warm spring", "一处温泉"), ("a rare orchid", "一株稀有的兰花"),
]  # fmt: skip
_MATTER: list[Pair] = [("salt water", "盐水"), ("vinegar", "醋"), ("milk", "牛奶"), ("copper wire", "铜线"), ("yeast", "酵母"), ("olive oil", "橄榄油"), ("sand", "沙子"), ("ice", "冰"), ("lemon juice", "柠檬汁"), ("iron dust", "铁粉")]  # fmt: skip
_SUBJECTS: list[Pair] = [("maths", "数学"), ("history", "历史"), ("biology", "生物"), ("physics", "物理"), ("geography", "地理"), ("chemistry", "化学"), ("law", "法律"), ("botany", "植物学")]  # fmt: skip


def _one(pairs: list[Pair]) -> Value:
    return lambda w: w.pick(pairs)


def reason(w: Writer) -> Slot:
    """A clause that tells why, now and then with a name in it."""
    if w.rng.random() < 0.65:
        return w.pick(_REASONS)
    who = person(w)
    return w.pick(
        (
            (f"{who} had fallen ill", f"{who}病了"),
            (f"{who} had overslept", f"{who}睡过头了"),
            (f"{who} had the wrong key", f"{who}拿错了钥匙"),
            (f"{who} had gone home", f"{who}回家去了"),
        )
    )


def _score(w: Writer) -> Slot:
    return f"{w.rng.randrange(0, 9)}:{w.rng.randrange(0, 9)}"


# fmt: off
DAY_OF = Trait(("{n} [is on {x}|is planned for {x}|has been fixed for {x}|will be on {x}].", "{n}[定在{x}|安排在{x}|是{x}的事]。"),
    ("[On which day is {n}|What day is {n}|Which day of the week is {n} planned for|Which day should I keep free for {n}|What weekday is {n}|For which day was {n} fixed|Tell me what day {n} is.|I want to go to {n}, which day is that]", "{n}[是星期几|定在哪天|安排在星期几|在哪一天|是哪天的事]"), lambda w: w.pick(words.DAYS), ("{n} is this week.", "{n}就在这个星期。"), label=("day: {x}", "日期：{x}"))
BEGINS_AT = Trait(("{n} [starts at {x}|begins at {x} sharp|gets under way at {x}|is called for {x}].", "{n}[{x}开始|{x}准时开始|从{x}开始]。"),
    ("[At what time does {n} start|What time does {n} begin|What time is {n}|What time should I be at {n}|At what hour does {n} get under way|What's the starting time of {n}|Tell me at what time {n} begins.]", "{n}[几点开始|几点钟开始|开始的时间是几点|要几点到]"), clock, ("{n} starts on time.", "{n}准时开始。"), label=("start: {x}", "开始时间：{x}"))
MINUTES = Trait(("{n} [lasts {x} minutes|takes {x} minutes|is over after {x} minutes|goes on for {x} minutes].", "{n}[持续{x}分钟|要{x}分钟|一共{x}分钟]。"),
    ("[How long does {n} last|How many minutes does {n} take|How long is {n}|After how many minutes is {n} over|How much time should I plan for {n}|What is the duration of {n}|How long will {n} go on]", "{n}[要多长时间|持续多久|一共几分钟|多长时间能结束|得花多少分钟]"), whole(5, 240), ("{n} is not too long.", "{n}时间不长。"), label=("duration: {x} minutes", "时长：{x}分钟"))
IN_ROOM = Trait(("{n} [takes place in room {x}|is in room {x}|has been moved to room {x}|is held in room {x}].", "{n}[在{x}号房间举行|改到了{x}号房间|在{x}室]。"),
    ("[In which room is {n}|Where is {n}|What room is {n} in|Where do I have to go for {n}|Which room is it for {n}|Which door do I knock at for {n}|Where does {n} take place]", "{n}[在几号房间|在哪里举行|在哪个房间|去哪个房间参加|在哪儿]"), whole(1, 900), ("{n} is in this building.", "{n}就在这栋楼里。"), label=("room: {x}", "房间：{x}"))
CHAIR = Trait(("[{n} is chaired by {x}|{x} is in the chair at {n}|{x} leads through {n}].", "{n}[由{x}主持|的主持人是{x}]。"),
    ("[Who chairs {n}|Who is in the chair at {n}|Who leads through {n}|By whom is {n} chaired|Who has the chair at {n}|Tell me who chairs {n}.]", "{n}[由谁主持|的主持人是谁|谁来主持|是谁主持的]"), person, ("{n} has a chair.", "{n}有主持人。"), True, ("chair: {x}", "主持人：{x}"))
TURNOUT = Trait(("[{n} drew {x} people|{n} was attended by {x} people|{x} people took part in {n}|{x} people came to {n}].", "[{n}有{x}人参加|参加{n}的有{x}人|{n}来了{x}个人]。"),
    ("[How many people came to {n}|How many took part in {n}|How well attended was {n}, how many people|How many people were at {n}|What was the turnout at {n}|How many did {n} draw|By how many people was {n} attended]", "[{n}来了多少人|参加{n}的有几个人|有多少人参加{n}|{n}的参加人数是多少]"), whole(2, 900), ("{n} was well attended.", "{n}来的人不少。"), label=("people present: {x}", "参加人数：{x}人"))
TOPIC = Trait(("{n} [is about {x}|deals with {x}|turns on {x}|is given over to {x}].", "{n}[的主题是{x}|讲的是{x}|讨论的是{x}]。"),
    ("[What is {n} about|What does {n} deal with|What is the topic of {n}|Which subject does {n} turn on|What will people talk about at {n}|What's the matter of {n}|What theme does {n} have]", "{n}[的主题是什么|讲的是什么|关于什么|讨论什么|说的是哪方面的事]"), _one(_TOPICS), ("{n} has an interesting topic.", "{n}的主题很有意思。"), label=("topic: {x}", "主题：{x}"))
ABSENT = Trait(("[{x} could not come to {n}|{x} missed {n}|{x} was absent from {n}|{x} sent an apology for {n}].", "[{x}没能参加{n}|{x}缺席了{n}|{n}上{x}请假了]。"),
    ("[Who missed {n}|Who could not come to {n}|Who was absent from {n}|Who did not make it to {n}|Who was not there at {n}|Whose chair stayed empty at {n}]", "[谁没参加{n}|谁缺席了{n}|{n}上谁请了假|{n}谁没来]"), person, ("Not everyone came to {n}.", "{n}没有到齐。"), True, ("absent: {x}", "缺席者：{x}"))
MINUTES_BY = Trait(("[{x} took the minutes at {n}|{x} wrote the minutes of {n}|The minutes of {n} were kept by {x}].", "{n}的[记录由{x}做|记录员是{x}|会议记录是{x}写的]。"),
    ("[Who took the minutes at {n}|Who wrote the minutes of {n}|By whom were the minutes of {n} kept|Whose job were the minutes of {n}|Who kept notes at {n}]", "{n}的[记录是谁做的|记录员是谁|会议记录是谁写的|记录由谁负责]"), person, ("There are minutes of {n}.", "{n}有记录。"), True, ("minutes: {x}", "记录员：{x}"))
AGAIN = Trait(("{n} [will be repeated on {x}|comes round again on {x}|is to be held again on {x}].", "{n}[下一次是{x}|{x}会再办一次]。"),
    ("[When will {n} be repeated|When is {n} held again|When does {n} come round again|On what date is the next {n}, after this one|When is there another chance to see {n}]", "{n}[下一次是什么时候|什么时候再办|下次是哪天|哪天会再办一次]"), date, ("{n} will be repeated.", "{n}还会再办。"), label=("repeated on: {x}", "下次日期：{x}"))
PUT_OFF = Trait(("{n} [was put off because {x}|had to be moved because {x}|was called off because {x}|could not be held because {x}].", "{n}[推迟了，因为{x}|没有办成，因为{x}|改期了，原因是{x}]。"),
    ("[Why was {n} put off|Why did {n} not happen as planned|What was the reason that {n} was not held on time|How come {n} had to wait|For what reason was {n} called off|What stopped {n}|What got in the way of {n}]", "{n}[为什么没有按时办|为什么改期了|推迟的原因是什么|是因为什么没办成|怎么没按计划进行]"), reason, ("{n} was put off.", "{n}推迟了。"))
VOTES_YES = Trait(("[At {n}, {x} members voted yes|{x} members said yes at {n}|There were {x} votes in favour at {n}].", "[{n}上有{x}人投了赞成票|{n}上{x}票赞成|{n}得到{x}张赞成票]。"),
    ("[How many members voted yes at {n}|How many votes in favour were there at {n}|How many said yes at {n}|What was the number of yes votes at {n}|How many were in favour at {n}]", "{n}上[有多少人赞成|有几票赞成|多少人投了赞成票|赞成票有几张]"), whole(2, 300), ("There was a vote at {n}.", "{n}上投了票。"), label=("votes in favour: {x}", "赞成票：{x}"))
FEE = Trait(("[The fee for {n} is {x} coins|Taking part in {n} costs {x} coins|{n} has a fee of {x} coins|Whoever joins {n} pays {x} coins].", "[{n}的费用是{x}元|参加{n}要{x}元|{n}每人收{x}元]。"),
    ("[What is the fee for {n}|How much does it cost to take part in {n}|How much is {n}|What do I pay for {n}|How many coins is {n}|What will {n} cost me|How much money should I bring for {n}]", "[{n}的费用是多少|参加{n}要多少钱|{n}每人收多少|{n}多少钱|去{n}得交多少元]"), whole(2, 900), ("{n} is not free.", "{n}不是免费的。"), label=("fee: {x} coins", "费用：{x}元"))
PLACES_LEFT = Trait(("{n} [has room for {x} people|takes at most {x} people|offers {x} places|can hold {x} people].", "{n}[最多{x}人|可以容纳{x}人|有{x}个名额]。"),
    ("[How many people can join {n}|How many places does {n} have|For how many is there room at {n}|What is the most that {n} can take|How many can {n} hold|How many places are there for {n}]", "{n}[最多几个人|能容纳多少人|有多少名额|的名额有几个]"), whole(4, 500), ("Places for {n} are few.", "{n}的名额很少。"), label=("places: {x}", "名额：{x}"))
BRING = Trait(("[For {n}, everyone must bring {x}|Whoever comes to {n} should bring {x}|{n} asks people to bring {x}|Nobody gets into {n} without {x}].", "[参加{n}要带{x}|去{n}请自带{x}|{n}需要准备{x}]。"),
    ("[What must I bring to {n}|What should people bring to {n}|What do I need for {n}|What do I have to have with me for {n}|Without what does nobody get into {n}|What should be in my bag for {n}]", "[参加{n}要带什么|去{n}需要自带什么|{n}要准备什么|{n}得带上什么]"), _one(_GEAR), ("{n} needs some preparation.", "{n}需要做些准备。"), label=("to bring: {x}", "需带物品：{x}"))
SIGN_UP = Trait(("[You can sign up for {n} until {x}|The last day to sign up for {n} is {x}|{n} takes names until {x}|Names for {n} must be in by {x}].", "{n}[的报名截止到{x}|报名到{x}为止|的最后报名日期是{x}]。"),
    ("[Until when can I sign up for {n}|What is the last day to sign up for {n}|By when must I sign up for {n}|What is the deadline for {n}|How long can one still sign up for {n}|When does the list for {n} close]", "{n}[什么时候截止报名|的报名截止日期是哪天|最晚哪天报名|报名到什么时候]"), date, ("You must sign up for {n}.", "{n}需要报名。"), label=("sign up by: {x}", "报名截止：{x}"))
TEACHER = Trait(("[{n} is taught by {x}|{x} teaches {n}|The teacher of {n} is {x}|{s} teacher is called {x}].", "{n}[由{x}讲授|的老师是{x}|是{x}教的]。"),
    ("[Who teaches {n}|Who is the teacher of {n}|By whom is {n} taught|Who gives {n}|What's the name of the teacher of {n}|With whom would I learn in {n}]", "{n}[是谁教的|的老师是谁|由谁讲授|是哪位老师上的]"), person, ("{n} has a good teacher.", "{n}的老师很好。"), True, ("teacher: {x}", "老师：{x}"))
WEEKS = Trait(("{n} [runs over {x} weeks|takes {x} weeks|is spread over {x} weeks|is done after {x} weeks].", "{n}[一共{x}周|为期{x}周|要{x}个星期]。"),
    ("[How many weeks does {n} take|How long does {n} run|Over how many weeks is {n} spread|After how many weeks is {n} done|For how many weeks will I be busy with {n}|What is the length of {n} in weeks]", "{n}[一共几周|为期多久|要几个星期|要上多长时间]"), whole(2, 52), ("{n} takes a while.", "{n}时间不短。"), label=("length: {x} weeks", "为期：{x}周"))
LANGUAGE_OF = Trait(("{n} [is given in {x}|is held in {x}|takes place in {x}].", "{n}[用{x}进行|用的语言是{x}]。"),
    ("[In which language is {n}|What language is {n} in|Which language must I know for {n}|In what language is {n} held|What tongue do they use at {n}]", "{n}[用什么语言|是用哪种语言进行的|用什么话讲|用的是什么语言]"), lambda w: w.pick(TONGUES), label=("language: {x}", "语言：{x}"))
ORGANISER = Trait(("[{n} is organised by {x}|{x} organises {n}|{x} set up {n} this time].", "{n}[由{x}组织|是{x}组织的|的主办方是{x}]。"),
    ("[Who organises {n}|By whom is {n} organised|Who is behind {n}|Who set up {n} this time|Who makes {n} happen|Whose work is it to organise {n}]", "{n}[由谁组织|是谁组织的|的主办方是谁|是谁办的]"), person, ("{n} is well organised.", "{n}组织得很好。"), True, ("organiser: {x}", "主办人：{x}"))
SCORE = Trait(("{n} [ended {x}|finished {x}|came to an end at {x}|closed with a score of {x}].", "{n}[的比分是{x}|以{x}结束|最后是{x}]。"),
    ("[How did {n} end|What was the score of {n}|What was the result of {n}|What was the final score in {n}|With what score did {n} close|How did {n} turn out|Tell me the score of {n}.]", "{n}[的比分是多少|最后几比几|的结果怎么样|打成几比几|以什么比分结束]"), _score, ("{n} was exciting.", "{n}很精彩。"), label=("score: {x}", "比分：{x}"))
FIRST_GOAL = Trait(("[{x} scored first in {n}|The first goal in {n} was scored by {x}|{x} shot the first goal of {n}].", "{n}的第一个球[是{x}进的|由{x}打入]。"),
    ("[Who scored first in {n}|Who shot the first goal of {n}|By whom was the first goal in {n}|Who opened the scoring in {n}|Whose goal was the first in {n}]", "{n}的第一个球[是谁进的|由谁打入|是谁踢进去的]"), person, ("A goal was scored early in {n}.", "{n}很早就有了进球。"), True, ("first goal: {x}", "首个进球：{x}"))
REFEREE = Trait(("[The referee of {n} was {x}|{x} was the referee in {n}|{x} blew the whistle in {n}].", "{n}的[裁判是{x}|主裁判由{x}担任]。"),
    ("[Who was the referee of {n}|Who blew the whistle in {n}|Who had the whistle in {n}|What was the name of the referee in {n}|By whom was {n} refereed]", "{n}的[裁判是谁|主裁判由谁担任|裁判叫什么]"), person, ("The referee of {n} was strict.", "{n}的裁判很严。"), True, ("referee: {x}", "裁判：{x}"))
WATCHED = Trait(("[{n} was watched by {x} people|{x} people watched {n}|{n} had {x} people in the stands].", "[{n}有{x}名观众|{x}人观看了{n}|现场看{n}的有{x}人]。"),
    ("[How many people watched {n}|How many people were in the stands for {n}|How many spectators did {n} have|By how many people was {n} watched|How large was the crowd at {n}]", "[{n}有多少观众|多少人看了{n}|现场看{n}的有几个人|{n}的观众人数是多少]"), whole(20, 90000), ("The stands were full at {n}.", "{n}座无虚席。"), label=("spectators: {x}", "观众人数：{x}人"))
WON_BY = Trait(("[{n} was won by {x}|{x} won {n}|The winner of {n} was {x}|{n} went to {x}].", "{n}[由{x}获胜|的胜者是{x}|最后是{x}赢了]。"),
    ("[Who won {n}|Who was the winner of {n}|By whom was {n} won|To whom did {n} go|Who came out on top in {n}|Whose victory was {n}|Tell me who won {n}.]", "{n}[谁赢了|的胜者是谁|是谁获胜|最后谁赢了]"), name, ("{n} was hard to win.", "{n}很难赢。"), label=("winner: {x}", "胜者：{x}"))
GROUND = Trait(("{n} [is played at {x} Park|takes place at {x} Park|has its place at {x} Park].", "{n}在{x}体育场[举行|进行]。"),
    ("[Where is {n} played|At which ground is {n}|Where does {n} take place|Which park is {n} at|Where must I go to see {n}|On what ground is {n} played]", "{n}在[哪里举行|哪个体育场|什么地方进行|哪儿]"), name, ("{n} is played outdoors.", "{n}在室外进行。"), label=("ground: {x} Park", "场地：{x}体育场"))
COACH = Trait(("[The coach of {n} is {x}|{n} is trained by {x}|{x} coaches {o}|{s} coach is called {x}].", "{n}[的教练是{x}|由{x}执教]。"),
    ("[Who coaches {n}|Who is the coach of {n}|By whom is {n} trained|Who trains {n}|What is the coach of {n} called|Under whom does {n} train]", "{n}[的教练是谁|由谁执教|是谁带的|的教练叫什么]"), person, ("{n} trains hard.", "{n}训练很刻苦。"), True, ("coach: {x}", "教练：{x}"))
LEADS_TEAM = Trait(("[The captain of {n} is {x}|{s} captain is {x}|{x} wears the captain's band of {n}].", "{n}的队长是{x}。"),
    ("[Who is the captain of {n}|Who wears the captain's band of {n}|Who leads {n} on the field|What is {s} captain called]", "{n}的[队长是谁|队长叫什么名字|队长由谁担任|队长是哪位]"), person, ("{n} has a new captain.", "{n}换了新队长。"), True, ("captain: {x}", "队长：{x}"))
PLACED = Trait(("{n} [is in place {x} of the table|stands in place {x}|has climbed to place {x}|is number {x} in the league].", "{n}[排在第{x}位|目前排名第{x}|在联赛中排第{x}]。"),
    ("[In which place is {n}|What place is {n} in|Where in the table does {n} stand|What is the rank of {n}|What number is {n} in the league]", "{n}[排第几|目前排名第几|在联赛中排第几|的名次是多少]"), whole(1, 40), ("{n} did well this year.", "{n}今年表现不错。"), label=("place: {x}", "名次：{x}"))
TITLES = Trait(("{n} [has won {x} cups|holds {x} cups|can show {x} cups].", "{n}[拿过{x}个奖杯|赢过{x}座奖杯]。"),
    ("[How many cups has {n} won|How many cups does {n} hold|What is the number of cups of {n}|How many trophies stand in the case of {n}]", "{n}[拿过几个奖杯|赢过多少座奖杯|有多少个奖杯|一共得过几个奖杯]"), whole(2, 60), ("{n} has won before.", "{n}以前赢过。"), label=("cups: {x}", "奖杯数：{x}"))
SPORT = Trait(("{n} [plays {x}|is a {x} team|trains for {x}].", "{n}[打{x}|是一支{x}队|练的是{x}]。"),
    ("[What does {n} play|Which sport does {n} play|What kind of team is {n}|What sport is {n} in|What game does {n} train for]", "{n}[打什么球|练什么项目|是什么队|是哪个项目的球队]"), _one(_SPORTS), ("{n} loves sport.", "{n}热爱运动。"), label=("sport: {x}", "项目：{x}"))
PLAYERS = Trait(("{n} [has {x} players|counts {x} players|is made up of {x} players].", "{n}[有{x}名队员|一共{x}个人]。"),
    ("[How many players does {n} have|How many people are in {n}|How large is {n}, how many players|What is the number of players in {n}|{n} is made up of how many players]", "{n}[有多少队员|一共几个人|队员有几名|有几个人]"), whole(5, 60), ("{n} has many players.", "{n}队员很多。"), label=("players: {x}", "队员人数：{x}名"))
SET_OUT = Trait(("{n} [set out on {x}|left on {x}|got going on {x}|started out on {x}].", "{n}[{x}出发|是{x}动身的|于{x}启程]。"),
    ("[When did {n} set out|On what date did {n} leave|On which day did {n} start out|When did {n} get going|What was the starting date of {n}]", "{n}[什么时候出发的|是哪天动身的|哪天启程|的出发日期是哪天]"), date, ("{n} set out early.", "{n}很早就出发了。"), label=("set out on: {x}", "出发日期：{x}"))
MEMBERS = Trait(("{n} [had {x} members|was made by {x} people|took {x} people along].", "{n}[有{x}名成员|由{x}人组成|带了{x}个人]。"),
    ("[How many members did {n} have|How many people went on {n}|How many were in {n}|What was the size of {n}, in people|By how many people was {n} made]", "{n}[有多少成员|由几个人组成|去了多少人|带了几个人]"), whole(2, 90), ("{n} was a small group.", "{n}人不多。"), label=("members: {x}", "成员人数：{x}人"))
WENT_FAR = Trait(("{n} [covered {x} kilometres|went {x} kilometres|was {x} kilometres long in the end].", "{n}[走了{x}公里|全程{x}公里|行程{x}公里]。"),
    ("[How far did {n} go|How many kilometres did {n} cover|What distance did {n} cover|How long was the way of {n}|How many kilometres was {n}]", "{n}[走了多远|全程多少公里|走了多少公里|的行程是多少]"), whole(3, 9000), ("{n} went far.", "{n}走得很远。"), label=("distance: {x} kilometres", "行程：{x}公里"))
FOUND = Trait(("{n} [found {x}|came upon {x}|brought {x} to light].", "{n}[发现了{x}|找到了{x}]。"),
    ("[What did {n} find|What did {n} come upon|What was found by {n}|What did {n} bring to light|What was the find of {n}|What turned up thanks to {n}]", "{n}[发现了什么|找到了什么|有什么发现|的收获是什么]"), _one(_RELICS), ("{n} found something rare.", "{n}有罕见的发现。"), label=("find: {x}", "发现物：{x}"))
TURNED_BACK = Trait(("{n} [turned back because {x}|had to give up because {x}|ended early because {x}].", "{n}[提前结束了，因为{x}|中途放弃了，因为{x}]。"),
    ("[Why did {n} turn back|Why did {n} end early|What made {n} give up|What was the reason that {n} ended early|How come {n} did not go on]", "{n}[为什么提前结束|为什么中途放弃|放弃的原因是什么|怎么没有继续下去]"), reason, ("{n} ended early.", "{n}提前结束了。"))
GOAL_TOWN = Trait(("{n} [went to {x}|was bound for {x}|led to {x}|had {x} as its goal].", "{n}[的目的地是{x}|去的是{x}|前往{x}]。"),
    ("[Where did {n} go|What was the goal of {n}|Where was {n} bound for|To what place did {n} lead|Where was {n} heading]", "{n}[的目的地是哪里|去的是哪里|前往什么地方|要去哪儿]"), town, ("{n} went to a far place.", "{n}去了很远的地方。"), label=("goal: {x}", "目的地：{x}"))
DONE_BY = Trait(("[{n} was carried out by {x}|{x} carried out {n}|{x} did {n}|{n} was the work of {x}].", "{n}[由{x}完成|是{x}做的]。"),
    ("[Who carried out {n}|Who did {n}|By whom was {n} done|Whose work was {n}|Who was the one behind {n}]", "{n}[由谁完成|是谁做的|是谁负责做的|出自谁之手]"), person, ("{n} was done with care.", "{n}做得很仔细。"), True, ("carried out by: {x}", "实验人：{x}"))
HEATED = Trait(("{n} [was done at {x} degrees|ran at {x} degrees|needed a temperature of {x} degrees].", "{n}[在{x}度下进行|的温度是{x}度|需要{x}度的温度]。"),
    ("[At what temperature was {n} done|How warm was it in {n}|How many degrees did {n} need|What was the temperature of {n}|How hot was {n}]", "{n}[在多少度下进行|的温度是多少|需要多少度|是在什么温度下做的]"), whole(2, 900), ("{n} needed some warmth.", "{n}需要加热。"), label=("temperature: {x} degrees", "温度：{x}度"))
RUNS = Trait(("{n} [was repeated {x} times|was run {x} times|was tried {x} times].", "{n}[重复了{x}次|一共做了{x}次|试了{x}遍]。"),
    ("[How many times was {n} repeated|How often was {n} run|How often was {n} tried|What was the number of runs of {n}|How many times did they do {n}]", "{n}[重复了几次|一共做了多少次|试了几遍|做了几回]"), whole(2, 900), ("{n} was repeated.", "{n}重复了多次。"), label=("runs: {x}", "次数：{x}"))
USED = Trait(("{n} [was done with {x}|used {x}|needed {x}|started from {x}].", "{n}[用的是{x}|使用了{x}|以{x}为材料]。"),
    ("[What was {n} done with|What did {n} use|Which material did {n} need|What substance was used in {n}|From what did {n} start]", "{n}[用的是什么|使用了什么材料|以什么为材料|用什么做的]"), _one(_MATTER), ("{n} used something simple.", "{n}用的东西很简单。"), label=("material: {x}", "材料：{x}"))
TURNED = Trait(("[In {n} the liquid turned {x}|At the end of {n} the liquid was {x}|{n} turned the liquid {x}].", "{n}中液体变成了{x}。"),
    ("[What colour did the liquid turn in {n}|Which colour was the liquid at the end of {n}|What colour did {n} give the liquid|Into which colour did the liquid change in {n}]", "{n}中液体[变成了什么颜色|变成什么色|最后是什么颜色|的颜色变成了什么]"), lambda w: w.pick(words.COLOURS), ("The liquid changed in {n}.", "{n}中液体起了变化。"), label=("colour at the end: {x}", "最终颜色：{x}"))
HAPPENED = Trait(("{n} [happened on {x}|took place on {x}|occurred on {x}].", "{n}[发生在{x}|是{x}发生的]。"),
    ("[When did {n} happen|On what date did {n} occur|When was {n}|What is the date of {n}|On which day did {n} take place]", "{n}[是什么时候发生的|发生在哪天|是哪天的事|的日期是哪天]"), date, ("{n} happened this year.", "{n}发生在今年。"), label=("date: {x}", "日期：{x}"))
AT_SPOT = Trait(("{n} [happened in {x} Street|took place in {x} Street|occurred in {x} Street].", "{n}发生在{x}路。"),
    ("[Where did {n} happen|In which street did {n} occur|What was the scene of {n}|Which street was {n} in|In what street was {n}]", "{n}[发生在哪里|发生在哪条路|是在哪条路上发生的|的地点是哪里]"), name, ("{n} happened in town.", "{n}发生在城里。"), label=("place: {x} Street", "地点：{x}路"))
HURT = Trait(("{n} [hurt {x} people|left {x} people hurt|sent {x} people to hospital].", "{n}[造成{x}人受伤|有{x}人受伤]。"),
    ("[How many people were hurt in {n}|How many did {n} send to hospital|How many injured people were there after {n}|How many people did {n} hurt|What was the number of people hurt in {n}]", "{n}[造成多少人受伤|有几个人受伤|伤了多少人|的受伤人数是多少]"), whole(2, 80), ("People were hurt in {n}.", "{n}有人受伤。"), label=("people hurt: {x}", "受伤人数：{x}人"))
CAUSE = Trait(("{n} [happened because {x}|came about because {x}|could happen because {x}].", "{n}[发生是因为{x}|的原因是{x}]。"),
    ("[Why did {n} happen|What caused {n}|What was the cause of {n}|How did {n} come about|What led to {n}|For what reason did {n} happen|How come there was {n}]", "{n}[为什么会发生|是什么原因|的原因是什么|是怎么发生的|是什么引起的]"), reason, ("{n} had a cause.", "{n}是有原因的。"), label=("cause: {x}", "原因：{x}"))
WITNESS = Trait(("[{n} was seen by {x}|{x} saw {n} with open eyes|A witness of {n} was {x}|{x} was there as a witness of {n}].", "{n}[的目击者是{x}|被{x}看见了]。"),
    ("[Who saw {n}|Who was a witness of {n}|By whom was {n} seen|Who can tell as a witness of {n}|Whose eyes saw {n}]", "{n}[的目击者是谁|被谁看见了|有谁看到了|是谁亲眼看见的]"), person, ("{n} was seen by somebody.", "{n}有人看见。"), True, ("witness: {x}", "目击者：{x}"))
DAMAGE = Trait(("{n} [caused damage of {x} coins|did damage worth {x} coins|cost {x} coins in damage].", "{n}[造成{x}元的损失|的损失是{x}元]。"),
    ("[How much damage did {n} cause|What did {n} cost in damage|How high was the damage of {n}|How many coins of damage did {n} do|What is the sum of the damage of {n}]", "{n}[造成了多少损失|的损失是多少|损失了多少钱|让人损失了几元]"), whole(20, 90000), ("{n} did some damage.", "{n}造成了损失。"), label=("damage: {x} coins", "损失：{x}元"))
RESCUED = Trait(("[After {n}, {x} was the first to help|{x} was first on the spot of {n}|{x} came first to help after {n}].", "{n}后[{x}最先赶到|最先来帮忙的是{x}]。"),
    ("[Who was the first to help after {n}|Who came first to the spot of {n}|Who was first on the spot of {n}|By whom came the first help after {n}]", "{n}后[谁最先赶到|最先来帮忙的是谁|是谁先来帮忙的]"), person, ("Help came soon after {n}.", "{n}后很快有人来帮忙。"), True, ("first to help: {x}", "最先赶到：{x}"))
BLOCKED = Trait(("{n} [blocked the road for {x} minutes|held up traffic for {x} minutes|stopped all cars for {x} minutes].", "{n}[堵了{x}分钟的路|让交通停了{x}分钟]。"),
    ("[For how long did {n} block the road|How many minutes did {n} hold up traffic|How long was the road closed because of {n}|How long did {n} stop the cars]", "{n}[堵了多久的路|让交通停了几分钟|堵路堵了多长时间|造成多长时间的堵车]"), whole(5, 600), ("{n} blocked the road.", "{n}堵住了路。"), label=("road blocked: {x} minutes", "堵路时间：{x}分钟"))
WIND = Trait(("{n} [brought winds of {x} kilometres an hour|blew at {x} kilometres an hour|reached {x} kilometres an hour].", "{n}的[风速是每小时{x}公里|风速达到每小时{x}公里]。"),
    ("[How fast did {n} blow|How strong was {n}|What wind did {n} bring|What speed did {n} reach|How many kilometres an hour did {n} reach]", "{n}[的风速是多少|有多强|的风有多大|每小时多少公里]"), whole(40, 320), ("{n} was strong.", "{n}很强。"), label=("wind: {x} kilometres an hour", "风速：每小时{x}公里"))
STRUCK = Trait(("{n} [struck {x} first|hit {x} first|reached land at {x}].", "{n}[最先到达{x}|在{x}登陆]。"),
    ("[Where did {n} strike first|Which town did {n} hit first|Where did {n} reach land|What place did {n} strike first|In which town was {n} felt first]", "{n}[最先到达哪里|在哪里登陆|先到了哪个地方|最先影响哪里]"), town, ("{n} came from the sea.", "{n}来自海上。"), label=("reached land at: {x}", "登陆地点：{x}"))
TREES = Trait(("{n} [felled {x} trees|tore out {x} trees|knocked down {x} trees].", "{n}[刮倒了{x}棵树|吹倒{x}棵树]。"),
    ("[How many trees did {n} fell|How many trees fell in {n}|How many trees did {n} knock down|What number of trees did {n} take]", "{n}[刮倒了多少棵树|吹倒几棵树|让多少棵树倒了|弄倒了几棵树]"), whole(2, 9000), ("{n} felled trees.", "{n}刮倒了树。"), label=("trees felled: {x}", "倒树数量：{x}棵"))
DARK = Trait(("{n} [left {x} homes in the dark|cut the power of {x} homes|took the light from {x} homes].", "{n}[让{x}户停了电|造成{x}户停电]。"),
    ("[How many homes did {n} leave in the dark|How many homes lost power in {n}|To how many homes did {n} cut the power|How many homes were dark after {n}]", "{n}[让多少户停了电|造成几户停电|后有多少户没有电|影响了多少户的用电]"), whole(10, 9000), ("{n} cut the power.", "{n}造成停电。"), label=("homes without power: {x}", "停电户数：{x}户"))
FROM = Trait(("{n} [comes from {x}|sets off in {x}|starts its journey in {x}].", "{n}[从{x}出发|的始发站是{x}]。"),
    ("[Where does {n} come from|Where does {n} set off|In which town does {n} start its journey|From where does {n} come|Where can one get on {n} first|What is the starting point of {n}]", "{n}[从哪里出发|的始发站是哪里|是从哪儿来的|从什么地方开出]"), town, label=("from: {x}", "始发站：{x}"))
TO = Trait(("{n} [goes to {x}|ends in {x}|is bound for {x}|takes people to {x}].", "{n}[开往{x}|的终点站是{x}]。"),
    ("[Where does {n} go|What is the last stop of {n}|Where does {n} end|Which town is {n} bound for|Where will {n} take me|What is the destination of {n}]", "{n}[开往哪里|的终点站是哪里|最后到哪里|去什么地方]"), town, label=("to: {x}", "终点站：{x}"))
DEPARTS = Trait(("{n} [leaves at {x}|departs at {x}|pulls out at {x}|is off at {x}].", "{n}[{x}出发|{x}发车]。"),
    ("[When does {n} leave|At what time does {n} depart|What time is {n} off|By what time must I be there for {n}|What is the departure time of {n}|When does {n} pull out]", "{n}[几点出发|什么时候发车|的发车时间是几点|几点开]"), clock, ("{n} leaves on time.", "{n}准点出发。"), label=("departure: {x}", "发车时间：{x}"))
ARRIVES = Trait(("{n} [arrives at {x}|gets in at {x}|is due at {x}|comes in at {x}].", "{n}[{x}到达|{x}到站]。"),
    ("[When does {n} arrive|At what time does {n} get in|What time is {n} due|When can I pick up someone from {n}|What is the arrival time of {n}|When does {n} come in]", "{n}[几点到达|什么时候到站|的到达时间是几点|几点到]"), clock, ("{n} arrives on time.", "{n}准点到达。"), label=("arrival: {x}", "到达时间：{x}"))
PLATFORM = Trait(("{n} [leaves from platform {x}|stands at platform {x}|uses platform {x}|has been moved to platform {x}].", "{n}[在{x}号站台|停靠{x}号站台]。"),
    ("[From which platform does {n} leave|Which platform is {n} at|What platform do I need for {n}|At which platform does {n} stand|To what platform must I go for {n}]", "{n}[在几号站台|停靠哪个站台|要去几号站台坐|在哪个站台]"), whole(1, 40), ("The platform of {n} has changed.", "{n}的站台改了。"), label=("platform: {x}", "站台：{x}号站台"))
STOPS = Trait(("{n} [makes {x} stops|stops {x} times|halts {x} times on the way].", "{n}[一共停{x}站|途中停{x}次]。"),
    ("[How many stops does {n} make|How often does {n} stop|How many times does {n} halt on the way|What is the number of stops of {n}]", "{n}[一共停几站|途中停多少次|要停几次|停多少站]"), whole(2, 60), ("{n} is slow.", "{n}很慢。"), label=("stops: {x}", "停站次数：{x}次"))
LATE = Trait(("{n} [is {x} minutes late|runs {x} minutes late|has a delay of {x} minutes].", "{n}[晚点{x}分钟|晚了{x}分钟]。"),
    ("[How late is {n}|How many minutes late is {n}|How long must I wait for {n}|What is the delay of {n}|By how many minutes is {n} late|How big is the delay of {n}]", "{n}[晚点多久|晚了几分钟|晚点多少分钟|要多等多长时间]"), whole(3, 240), ("{n} is not on time.", "{n}没有准点。"), label=("delay: {x} minutes", "晚点时间：{x}分钟"))
LATE_WHY = Trait(("{n} [was late because {x}|could not leave on time because {x}|had to wait because {x}|got held up because {x}].", "{n}[晚点了，因为{x}|没有准时出发，因为{x}|晚点的原因是{x}]。"),
    ("[Why was {n} late|What made {n} late|What was the reason for the delay of {n}|How come {n} was late|What held up {n}|For what reason did {n} have to wait|Why was {n} not on time]", "{n}[为什么晚点|晚点的原因是什么|怎么没准时出发|为什么没有准点|因为什么晚了]"), reason, ("{n} was late.", "{n}晚点了。"), label=("reason for delay: {x}", "晚点原因：{x}"))
DRIVEN = Trait(("[{n} is driven by {x}|{x} drives {o}|{x} is at the controls of {n}].", "{n}[由{x}驾驶|的驾驶员是{x}]。"),
    ("[Who drives {n}|Who is at the controls of {n}|By whom is {n} driven|What is the name of the driver of {n}|In whose hands are the controls of {n}]", "{n}[由谁驾驶|的驾驶员是谁|是谁开的|谁在开]"), person, ("{n} has a good driver.", "{n}的驾驶员很好。"), True, ("driver: {x}", "驾驶员：{x}"))
CARRIES = Trait(("{n} [carries {x} passengers|has {x} passengers on board|takes {x} passengers].", "{n}[载有{x}名乘客|坐了{x}名乘客]。"),
    ("[How many passengers does {n} carry|How many passengers are on {n}|How many people are on board of {n}|What number of passengers does {n} take]", "{n}[载有多少乘客|坐了几名乘客|上有多少乘客|的乘客有几名]"), whole(2, 900), ("{n} is full.", "{n}坐满了。"), label=("passengers: {x}", "乘客人数：{x}名"))
FARE = Trait(("[A seat on {n} costs {x} coins|The fare for {n} is {x} coins|You pay {x} coins to ride on {n}].", "[{n}的票价是{x}元|坐{n}要{x}元]。"),
    ("[How much is a seat on {n}|What is the fare for {n}|What do I pay to ride on {n}|How many coins does a ride on {n} cost|What does it cost to go with {n}]", "[{n}的票价是多少|坐{n}要多少钱|坐一次{n}几元|{n}的票多少钱]"), whole(2, 900), ("{n} isn't free.", "{n}不是免费的。"), label=("fare: {x} coins", "票价：{x}元"))
EVERY = Trait(("{n} [runs every {x} minutes|comes every {x} minutes|leaves every {x} minutes].", "{n}[每{x}分钟一班|每隔{x}分钟发一班]。"),
    ("[How often does {n} run|Every how many minutes does {n} come|How long between two runs of {n}|At what interval does {n} leave]", "{n}[多久一班|每隔几分钟发一班|几分钟一班|多长时间来一班]"), whole(3, 90), ("{n} runs often.", "{n}班次很多。"), label=("interval: {x} minutes", "间隔：{x}分钟"))
CARRIAGES = Trait(("{n} [has {x} carriages|is made up of {x} carriages|pulls {x} carriages].", "{n}[有{x}节车厢|由{x}节车厢组成]。"),
    ("[How many carriages does {n} have|How many carriages is {n} made up of|What is the number of carriages of {n}|How many carriages does {n} pull]", "{n}[有几节车厢|由多少节车厢组成|拉了几节车厢|的车厢有多少节]"), whole(2, 40), label=("carriages: {x}", "车厢数量：{x}节"))
GATE = Trait(("{n} [leaves from gate {x}|boards at gate {x}|is called at gate {x}].", "{n}[在{x}号登机口登机|的登机口是{x}号]。"),
    ("[From which gate does {n} leave|What is the gate of {n}|At which gate does {n} board|Which gate should I go to for {n}|To what gate do I go for {n}]", "{n}[在几号登机口|的登机口是几号|在哪个登机口登机|去哪个登机口]"), whole(1, 90), ("The gate of {n} has changed.", "{n}换了登机口。"), label=("gate: {x}", "登机口：{x}号"))
CAPTAIN = Trait(("[The captain of {n} is {x}|{n} sails under {x}|{s} captain is called {x}|{x} is captain of {n}].", "{n}[的船长是{x}|由{x}任船长]。"),
    ("[Who is the captain of {n}|Under whom does {n} sail|Who commands {n}|What is the captain of {n} called|Who stands on the bridge of {n} as captain]", "{n}[的船长是谁|由谁任船长|的船长叫什么|是谁指挥的]"), person, ("{n} has an old captain.", "{n}的船长年纪很大。"), True, ("captain: {x}", "船长：{x}"))
CREW = Trait(("{n} [has a crew of {x}|needs a crew of {x}|sails with a crew of {x}].", "{n}[有{x}名船员|的船员一共{x}人]。"),
    ("[How large is the crew of {n}|How many sailors work on {n}|How many people are in the crew of {n}|What crew does {n} need|How big a crew does {n} sail with]", "{n}[有多少船员|的船员有几人|上有几名船员|的船员一共多少人]"), whole(2, 300), ("{n} has a good crew.", "{n}的船员很好。"), label=("crew: {x}", "船员人数：{x}人"))
CARGO = Trait(("{n} [is loaded with {x}|carries {x}|has {x} in its hold].", "{n}[装的是{x}|运的是{x}|载着{x}]。"),
    ("[What is {n} loaded with|What does {n} carry|What is in the hold of {n}|What cargo does {n} have|Which goods are on {n}]", "{n}[装的是什么|运的是什么货|载着什么|上有什么货物]"), _one(_CARGO), ("{n} is fully loaded.", "{n}装得满满的。"), label=("cargo: {x}", "货物：{x}"))
HARBOUR = Trait(("[{n} has its home port in {x}|{n} is at home in {x}|The home port of {n} is {x}].", "{n}的[母港是{x}|母港在{x}]。"),
    ("[What is the home port of {n}|Which port is home to {n}|In which port is {n} at home|Where does {n} have its home port]", "{n}的[母港是哪里|母港在哪里|母港在哪个城市|母港是什么地方]"), town, ("{n} is in port.", "{n}正在港口。"), label=("home port: {x}", "母港：{x}"))
TONS = Trait(("{n} [weighs {x} tons|has a weight of {x} tons|comes to {x} tons].", "{n}[重{x}吨|的吨位是{x}吨]。"),
    ("[How many tons does {n} weigh|How heavy is {n}|What is the weight of {n}|{n} comes to how many tons|What does {n} weigh]", "{n}[重多少吨|有多重|的吨位是多少|多少吨]"), whole(2, 90000), ("{n} is heavy.", "{n}很重。"), label=("weight: {x} tons", "吨位：{x}吨"))
LAUNCHED = Trait(("{n} [was launched in {x}|has sailed since {x}|first went to sea in {x}].", "{n}[{x}年下水|从{x}年开始航行]。"),
    ("[When was {n} launched|In which year did {n} first go to sea|Since when has {n} sailed|What year is {n} from|In what year was {n} launched]", "{n}[是哪年下水的|什么时候下水|从哪年开始航行|是哪一年的船]"), whole(1800, 2030), ("{n} is an old ship.", "{n}是一艘老船。"), label=("launched: {x}", "下水年份：{x}年"))
QUESTIONS = Trait(("{n} [has {x} questions|is made up of {x} questions|asks {x} questions].", "{n}[有{x}道题|一共{x}道题]。"),
    ("[How many questions does {n} have|How many questions are there in {n}|What is the number of questions in {n}|How many questions must I answer in {n}]", "{n}[有多少道题|一共几道题|要答几道题|的题目有多少道]"), whole(3, 200), ("{n} is rather long.", "{n}题目不少。"), label=("questions: {x}", "题数：{x}道"))
TO_PASS = Trait(("[To pass {n} you need {x} points|Whoever gets {x} points passes {n}|{n} is passed with {x} points].", "[{n}{x}分及格|通过{n}要{x}分]。"),
    ("[How many points do I need to pass {n}|With how many points is {n} passed|What must I reach to pass {n}|What is the pass mark of {n}|How many points are enough for {n}]", "[{n}多少分及格|通过{n}要几分|{n}的及格线是多少|{n}考多少分能过]"), whole(10, 300), ("{n} is hard to pass.", "{n}很难通过。"), label=("pass mark: {x} points", "及格线：{x}分"))
SUBJECT = Trait(("{n} [is in {x}|tests {x}|covers {x}|is all about {x}].", "{n}[考的是{x}|的科目是{x}]。"),
    ("[Which subject is {n} in|What does {n} test|What subject does {n} cover|What must I learn for {n}|In what subject is {n}]", "{n}[考的是什么|的科目是什么|考哪一科|考什么科目]"), _one(_SUBJECTS), ("{n} is difficult.", "{n}很难。"), label=("subject: {x}", "科目：{x}"))
MARKED = Trait(("[{n} is marked by {x}|{x} marks {n}|The papers of {n} go to {x}].", "{n}[由{x}批改|的卷子归{x}改]。"),
    ("[Who marks {n}|By whom is {n} marked|To whom do the papers of {n} go|Who gives the marks for {n}]", "{n}[由谁批改|的卷子谁改|是谁改卷|的卷子归谁改]"), person, None, True, ("marked by: {x}", "阅卷：{x}"))
DIRECTED = Trait(("[{n} was directed by {x}|{x} directed {n}|The director of {n} is {x}].", "{n}[由{x}执导|的导演是{x}]。"),
    ("[Who directed {n}|Who is the director of {n}|By whom was {n} directed|Whose direction was {n} under]", "{n}[的导演是谁|由谁执导|是谁导演的|是哪个导演的]"), person, ("{n} was well directed.", "{n}导演得很好。"), True, ("director: {x}", "导演：{x}"))
LEAD = Trait(("[{x} has the leading part in {n}|The leading part in {n} is played by {x}|The star of {n} is {x}].", "{n}[的主演是{x}|由{x}主演]。"),
    ("[Who has the leading part in {n}|Who is the star of {n}|By whom is the leading part in {n} played|Who plays the main part in {n}]", "{n}[的主演是谁|由谁主演|的主角是谁演的|谁演主角]"), person, ("{n} has a star.", "{n}有明星参演。"), True, ("leading part: {x}", "主演：{x}"))
ACTS = Trait(("{n} [has {x} acts|is split into {x} acts|runs over {x} acts].", "{n}[有{x}幕|分为{x}幕]。"),
    ("[How many acts does {n} have|Into how many acts is {n} split|What is the number of acts in {n}|Over how many acts does {n} run]", "{n}[有几幕|分为多少幕|一共几幕|有多少幕]"), whole(2, 12), label=("acts: {x}", "幕数：{x}幕"))
FIRST_SHOWN = Trait(("{n} [was first shown on {x}|was on stage for the first time on {x}|opened on {x}].", "{n}[首演是{x}|{x}首次上演]。"),
    ("[When was {n} first shown|On what date did {n} open|When was {n} on stage for the first time|What was the first date of {n}]", "{n}[首演是哪天|什么时候首次上演|是哪天首演的|的首演日期是什么]"), date, ("{n} is new on stage.", "{n}刚刚上演。"), label=("first shown: {x}", "首演：{x}"))
GUIDE = Trait(("[{n} is guided by {x}|{x} guides {o}|{s} guide is {x}|The guide on {n} is {x}].", "{n}[的导游是{x}|由{x}带队]。"),
    ("[Who guides {n}|Who is the guide on {n}|By whom is {n} guided|Whom do I follow on {n}|What is the guide of {n} called]", "{n}[的导游是谁|由谁带队|是谁带的|的导游叫什么]"), person, ("{n} has a guide.", "{n}有导游。"), True, ("guide: {x}", "导游：{x}"))
MEET_AT = Trait(("[People meet for {n} at {x} Square|{n} starts from {x} Square|The meeting point of {n} is {x} Square].", "{n}[的集合地点是{x}广场|在{x}广场集合]。"),
    ("[Where do people meet for {n}|What is the meeting point of {n}|Where does {n} start from|Where should I wait for {n}|At which square does {n} begin]", "{n}[在哪里集合|的集合地点是哪里|在什么地方集合|要在哪儿等]"), name, ("{n} has a meeting point.", "{n}有集合地点。"), label=("meeting point: {x} Square", "集合地点：{x}广场"))
IN_MONTH = Trait(("{n} [is planned for {x}|is to be in {x}|will come in {x}].", "{n}[计划在{x}|安排在{x}]。"),
    ("[In which month is {n}|What month is {n} planned for|For which month is {n} planned|In what month will {n} be]", "{n}[在几月|计划在哪个月|安排在几月|是哪个月]"), month, ("{n} is planned already.", "{n}已经计划好了。"), label=("month: {x}", "月份：{x}"))


def _named(ways: tuple[Pair, ...], nouns: tuple[Pair, ...]) -> tuple[Pair, ...]:
    return tuple((way[0].replace("@", noun[0]), way[1].replace("@", noun[1])) for way in ways for noun in nouns)


_THE = (("the {w} @", "{w}@"),)
MEETINGS = Kind(_named((("the {w} @", "{w}@"), ("the @ of the {w} group", "{w}小组的@")), (("meeting", "会议"), ("assembly", "大会"), ("council", "委员会会议"))),
    (DAY_OF, BEGINS_AT, MINUTES, IN_ROOM, CHAIR, TURNOUT, TOPIC, ABSENT, MINUTES_BY, AGAIN, PUT_OFF, VOTES_YES, LANGUAGE_OF), ("the meeting", "这次会议"))
COURSES = Kind(_named((("the {w} @", "{w}@"), ("the evening @", "晚间@"), ("the beginners' @", "初级@")), (("course", "课程"), ("class", "班"), ("workshop", "工作坊"))),
    (DAY_OF, BEGINS_AT, IN_ROOM, TEACHER, WEEKS, FEE, PLACES_LEFT, BRING, SIGN_UP, TOPIC, LANGUAGE_OF, PUT_OFF, ORGANISER), ("the course", "这门课"))
EXAMS = Kind(_named((("the {w} @", "{w}@"), ("the final @", "期末@")), (("exam", "考试"), ("test", "测验"))),
    (DAY_OF, BEGINS_AT, MINUTES, IN_ROOM, QUESTIONS, TO_PASS, SUBJECT, MARKED, BRING, FEE, PUT_OFF, LANGUAGE_OF), ("the exam", "这次考试"))
MATCHES = Kind(_named((("the {w} @", "{w}@"), ("the cup @", "杯赛@")), (("match", "比赛"), ("final", "决赛"), ("semi-final", "半决赛"))),
    (DAY_OF, BEGINS_AT, MINUTES, SCORE, FIRST_GOAL, REFEREE, WATCHED, WON_BY, GROUND, SPONSOR, PUT_OFF, ORGANISER), ("the match", "这场比赛"))
TEAMS = Kind((("{w} United", "{w}联队"), ("{w} Rovers", "{w}队"), ("{w} Town", "{w}雄狮队"), ("FC {w}", "{w}足球俱乐部"), ("the {w} team", "{w}队")),
    (COACH, LEADS_TEAM, PLACED, TITLES, SPORT, PLAYERS, SPONSOR, OWNER), ("the team", "这支球队"))
EXPEDITIONS = Kind(_named(_THE, (("expedition", "探险"), ("journey", "之行"), ("search", "搜寻行动"), ("dig", "考古发掘"))),
    (SET_OUT, MEMBERS, WENT_FAR, FOUND, TURNED_BACK, HEAD, SPONSOR, ORGANISER, WEEKS), ("the trip", "这次行动"))
EXPERIMENTS = Kind(_named((("the {w} @", "{w}@"), ("the second @", "第二次@")), (("experiment", "实验"), ("trial", "试验"))),
    (DONE_BY, HEATED, RUNS, USED, TURNED, MINUTES, IN_ROOM, TURNED_BACK, SPONSOR), ("the experiment", "这个实验"))
ACCIDENTS = Kind(_named(_THE, (("accident", "事故"), ("crash", "车祸"), ("fire", "火灾"))),
    (HAPPENED, AT_SPOT, HURT, CAUSE, WITNESS, DAMAGE, RESCUED, BLOCKED), ("the accident", "这起事故"))
STORMS = Kind((("storm {w}", "风暴{w}"), ("the storm {w}", "风暴{w}"), ("typhoon {w}", "台风{w}"), ("hurricane {w}", "飓风{w}")),
    (HAPPENED, WIND, STRUCK, TREES, DARK, HURT, DAMAGE, BLOCKED), ("the storm", "这场风暴"))
TRAINS = Kind((("the {w} express", "{w}快车"), ("the {w} train", "{w}列车"), ("the night train {w}", "{w}号夜车"), ("the {w} tram", "{w}号电车")),
    (FROM, TO, DEPARTS, ARRIVES, PLATFORM, STOPS, LATE, LATE_WHY, DRIVEN, CARRIES, FARE, CARRIAGES, EVERY), ("the train", "这趟车"))
BUSES = Kind((("bus {w}", "{w}号公交车"), ("the {w} bus", "{w}路公交车"), ("the shuttle {w}", "{w}班车"), ("the {w} coach", "{w}大巴")),
    (FROM, TO, DEPARTS, ARRIVES, STOPS, LATE, LATE_WHY, DRIVEN, CARRIES, FARE, EVERY), ("the bus", "这趟车"))
FLIGHTS = Kind((("flight {w}", "{w}航班"), ("the {w} flight", "{w}航班"), ("the {w} plane", "{w}号飞机")),
    (FROM, TO, DEPARTS, ARRIVES, GATE, LATE, LATE_WHY, CARRIES, FARE, OWNER, STOPS), ("the plane", "这架飞机"))
SHIPS = Kind((("the {w}", "{w}号"), ("the ship {w}", "{w}号轮船"), ("the sailing ship {w}", "帆船{w}号"), ("the steamer {w}", "汽船{w}号")),
    (CAPTAIN, CREW, CARGO, HARBOUR, TONS, LAUNCHED, TO, DEPARTS, LONG, SPEED, OWNER, LATE_WHY), ("the ship", "这艘船"))
PLAYS_ON_STAGE = Kind((('the play "{w}"', "话剧《{w}》"), ('the opera "{w}"', "歌剧《{w}》"), ('the musical "{w}"', "音乐剧《{w}》"), ('the ballet "{w}"', "芭蕾舞剧《{w}》")),
    (DIRECTED, LEAD, ACTS, FIRST_SHOWN, MINUTES, WATCHED, FEE, BEGINS_AT, LANGUAGE_OF, PUT_OFF, SPONSOR), ("the show", "这场演出"))
TOURS = Kind(_named((("the {w} @", "{w}@"), ("the {w} @", "{w}@"), ("the Sunday @", "周日@")), (("tour", "之旅"), ("hike", "徒步活动"), ("boat trip", "游船活动"))),
    (BEGINS_AT, GUIDE, MEET_AT, FEE, PLACES_LEFT, BRING, SIGN_UP, MINUTES, STOPS, LANGUAGE_OF, PUT_OFF, IN_MONTH), ("the tour", "这次活动"))
EVENINGS = Kind(_named((("the {w} @", "{w}@"), ("the spring @", "春季@")), (("party", "聚会"), ("lecture", "讲座"), ("quiz", "知识竞赛"), ("flea market", "跳蚤市场"))),
    (DAY_OF, BEGINS_AT, MINUTES, ORGANISER, TURNOUT, FEE, BRING, PLACES_LEFT, PUT_OFF, TOPIC, HELD, AGAIN), ("the event", "这个活动"))
# fmt: on
HAPPENINGS = (
    MEETINGS,
    COURSES,
    EXAMS,
    MATCHES,
    TEAMS,
    EXPEDITIONS,
    EXPERIMENTS,
    ACCIDENTS,
    STORMS,
    TRAINS,
    BUSES,
    FLIGHTS,
    SHIPS,
    PLAYS_ON_STAGE,
    TOURS,
    EVENINGS,
)  # fmt: skip
# One question could mean both.
LIKE = (
    {DAY_OF, AGAIN},
    {DAY_OF, SIGN_UP},
    {DAY_OF, IN_MONTH},
    {IN_ROOM, HELD},
    {CHAIR, ORGANISER, HEAD, TEACHER, GUIDE},
    {ORGANISER, SPONSOR, DONE_BY},
    {MINUTES, WEEKS},
    {TURNOUT, PLACES_LEFT, WATCHED},
    {HEAD, OWNER},
    {TOPIC, SUBJECT},
    {WENT_FAR, WEEKS},
    {BUILT, LAUNCHED},
    {FROM, HARBOUR},
    {TO, HARBOUR},
    {GOAL_TOWN, FOUND},
    {COACH, HEAD},
    {LEADS_TEAM, HEAD},
    {COACH, LEADS_TEAM},
    {CARRIES, CREW},
    {CARRIES, CARGO},
    {USED, TURNED},
    {LONG, TONS},
    {FEE, SPONSOR},
    {MEET_AT, BEGINS_AT},
    {AT_SPOT, STRUCK},
    {CAPTAIN, OWNER},
    {BLOCKED, MINUTES},
    {MARKED, TEACHER},
    {DIRECTED, LEAD},
    {RESCUED, WITNESS},
)
# What was called off had no winner and no guests.
APART = tuple(
    {PUT_OFF, then} for then in (WON_BY, TURNOUT, SCORE, FIRST_GOAL, WATCHED, VOTES_YES, ABSENT, MINUTES_BY, REFEREE)
)
