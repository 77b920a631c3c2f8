"""The user's words put otherwise: what means the same, a word more, a word nobody knows.

Works on a pattern's own words, before the slots' values come in, so that whatever has to be copied stays as it is.
"""

import re
from random import Random

from training import words

# fmt: off
# In each row every phrase may stand for every other, those behind > only in the others' place. `{` at the end: only in front of
# a slot.
_ALIKE = """
what is the/what's the>what would be the/what might be the
what is my/what's my/what would be my/what was my
what are the/which are the/what would be the
how many {>what number of {
do you still know/do you still remember/can you recall/do you recall/can you still tell/do you still have in mind
do you remember/do you recall/can you recall/can you remember/do you still know
did i tell you/have i told you/did i mention/did i say
i told you/i've told you/i mentioned/i was telling you/i let you know
i need to know/i have to know/i must know/i'm trying to find out/i want to find out
i want to know/i'd like to know/i would like to know/i'd love to know/i'm keen to know/i'd be interested to hear/i wish to know
i want to/i wish to/i would like to/i intend to/i'd like to/i'm hoping to
tell me the/let me know the/give me the>let me have the/name me the
tell me what/let me know what/inform me what/say what
tell me which/let me know which/say which/point out which
tell me how/let me know how/say how
tell me where/let me know where/say where
tell me who/let me know who/say who
tell me my/let me know my/remind me of my/give me my/let me hear my
show me the/let me see the/display the/let me have a look at the
can you/could you/are you able to/would you be able to/is it possible for you to
could you please/would you please/would you be so kind as to/might i ask you to/i'd be grateful if you would
right now/at present/at the moment/at this moment/just now
this list/the following list/this little list/the list here/this series
these words/the following words/the words here/these terms
these items/the following items/the items here/these entries/these things
these numbers/the following numbers/the numbers here/these figures
this text/the following text/this passage/this piece of writing/this paragraph/the text here
the text below/the passage below/what stands below/the lines below/the paragraph below
from the text/out of the text/based on the text/going by the text/from the passage
this sentence/the following sentence/this phrase/the sentence here
sort these/arrange these>order these/put in order these
sort this list/arrange this list/put this list in order/order this list
alphabetically/in alphabetical order/by the alphabet/from a to z
in ascending order/in rising order/in increasing order/going up/from the lowest to the highest
in descending order/in falling order/in decreasing order/going down/from the highest to the lowest
from small to large/smallest first/starting with the smallest/from low to high
from large to small/largest first/starting with the largest/from high to low
backwards/in reverse/back to front/the other way round/from the end to the start
in reverse order/the other way round/back to front/from last to first
compute {/calculate {/work out {/figure out {/evaluate {/determine {
translate this/render this/put this/bring this/turn this
translate {/render {>put {
my favourite/my favorite/my preferred/my most loved
my name is {/i'm called {/i go by the name of {/people call me {/the name is {/they named me {
i live in {/i'm based in {/i reside in {/my place is in {/i've made my home in {
years old/years of age
how do i/how can i/how would i/how might i/in what way do i
is called {/goes by the name of {/is named {/bears the name {/answers to the name of {
where is my/where can i find my/where do i find my/where did i put my/in which place is my
a question about/a query about/something to ask about/a quick question on
a list of/a row of/a series of
in one sentence/in a single sentence/with just one sentence/using one sentence/in no more than one sentence
in two sentences/in a couple of sentences/using two sentences/with two sentences/in two short sentences
a poem/a piece of poetry/some verses/a few lines of verse/a rhyme
as json/in json form/in json format/formatted as json/in the form of json/as a json object
the keys/the fields/the properties/the attributes/the key names
remove the/delete the/take out the/drop the/get rid of the/strip the/leave out the
remove {/delete {>take out {/drop {/get rid of {/leave out {
replace {>swap {/exchange {/substitute {
once more/again/one more time/another time
are left/are left over>remain/are still there
is left/is left over>remains/is still there
altogether/in total/in all>all in all/overall/all told/taken together
costs {>is priced at {/goes for {/sells for {
buys {>purchases {/gets {/picks up {/takes home {
capital letters/upper case/big letters/block letters/capitals
the duplicates/the repeats/the double entries/what is there twice
the largest/the biggest/the highest/the greatest/the top
the smallest/the lowest/the least
talking to/speaking to/chatting with/dealing with/in contact with
introduce yourself/present yourself/say who you are/say a word about yourself
thanks/thank you>cheers/many thanks/much obliged
sorry>apologies/pardon me/my bad
explain {/describe {/clarify {/shed light on {/walk me through {/teach me about {
remember the/keep in mind the/don't forget the/bear in mind the/hold on to the
remember that/keep in mind that/don't forget that>bear in mind that/mark that
remember:/keep in mind:/don't forget:/bear in mind:/mark this:/please save:
my birthday is/my date of birth is/i was born/my day of birth is
the capital of/the capital city of/the seat of government of
i'm>i am
i'd like>i would like/i'd love/i want
don't>do not
it's>it is
i've>i have
haven't>have not
you're>you are
here is a/here's a>below is a/this is a
here is my/here's my>below is my/this is my
the number of/the count of/the amount of
how much does>what does
i have to go/i must go/i need to go/i've got to go
write me/compose me/make me>put together for me
the result>the outcome/the answer
every word/each word/all the words one by one
start with {/begin with {/open with {
end with {/close with {/finish with {/conclude with {
only the/just the/nothing but the/solely the
only {/just {/nothing but {/solely {
"""
_ALIKE_ZH = """
告诉我>跟我说/让我知道/跟我讲
什么>啥
哪里/哪儿/什么地方/何处
怎么/如何/怎样
你还记得/你还记着/你记得/你还想得起
还记得/还记着/仍然记得/可记得
知道>清楚/晓得/明白
现在>此刻/眼下/目前/这会儿
今天>今日
最喜欢/最中意/最爱/最钟爱/顶喜欢
我喜欢>我喜爱/我中意/我爱
住在{/居住在{/定居在{/家住{
我叫{/我名叫{/我的名字叫{/本人叫{/我姓名{
这个列表/这个清单/下列各项/这一列/这串东西
列表/清单/序列
翻译成/译成/翻成/译为/转成/转换成
一段文字/一段内容/一篇短文/一份材料/几句话
下面的/以下的/下列的/后面的
上面的/以上的/前面的/刚才的
写成/改写成/写为/表示成
提取/抽取/摘出/找出/抽出
从小到大/由小到大/按升序/从低到高
从大到小/由大到小/按降序/从高到低
倒过来/反过来/颠倒过来/从后往前/倒着
去掉/删掉/除去/去除/剔除/删除
重复的/相同的/一样的/重样的
一共/总共/合计/共计/加起来/拢共
还剩>剩下/还余/剩
记住/记下/记牢/别忘了/牢记/记好
请记住/请记下/别忘了/麻烦记住/请牢记
帮我/替我>给我/为我
请帮我/麻烦帮我/劳驾帮我/请替我/能不能帮我
可以吗/行吗/好吗/成吗/能行吗
等于多少>得多少/是多少/结果是多少/得数是多少
等于几>得几/是几/结果是几
计算/算一下>算算/求/算一算
输出/返回>给出/写出/列出
只要>仅要/光要/单要
只输出/仅输出/只给出/仅返回/只写出
一句话/一个句子/短短一句
两句话/两个句子/短短两句
一首诗/一首小诗/几行诗/一首短诗
复述/照说/照样说
回答>作答/答复/回复
谢谢/多谢/感谢/谢啦/谢了
你好/您好/哈喽/嗨/你好啊
星期几/周几/礼拜几
什么时候/何时/啥时候/哪个时候
哪个>哪一个
公里/千米
我想知道/我想了解/我很想弄清楚/我好奇
能不能/可不可以/能否/可否
解释一下/说明一下/讲解一下/讲一讲
叫什么名字>名字叫什么/叫什么
字段>键/属性/项目
换成/改成/替换成>改为/换为
"""
_MORE = ("just", "really", "actually", "simply", "maybe", "perhaps", "quickly", "basically", "of course", "um", "er", "well", "honestly", "please")
_MORE_ZH = ("其实", "那个", "嗯", "就是", "麻烦", "顺便", "呃", "稍微")
# A word nobody knows may stand for any but these, on which the meaning hangs.
_KEY = frozenset(
    "not never without don't only first last before after more less than most least each every both none nobody nothing number name "
    "list sort reverse translate english chinese json count upper lower capital letters repeat remove replace plus minus times divided "
    "sentence sentences line lines word words text haiku poem story tool remember same other next again left together thought "
    "what which where when whose whom much many long often does subtract multiply divide product difference compute these those this that with from into".split()
)
# fmt: on
_MESSAGES = 0.4  # so many of the messages are looked at for phrases to put otherwise, and so many of the phrases found
_PHRASES = 0.6


def _rows(table: str) -> dict[str, tuple[str, ...]]:
    """Each phrase with those that may stand for it; the first row that has a phrase counts."""
    out: dict[str, tuple[str, ...]] = {}
    for row in table.strip().splitlines():
        both, _, more = row.partition(">")
        phrases = [p for part in (both, more) for p in part.split("/") if p]
        for phrase in both.split("/"):
            out.setdefault(phrase, tuple(p for p in phrases if p != phrase))
    return out


def _finder(rows: dict[str, tuple[str, ...]], edge: str) -> re.Pattern[str]:
    """Any of the phrases, the longest first, at the edges of words where a language has them."""
    longest = sorted(rows, key=len, reverse=True)
    return re.compile("|".join(edge + re.escape(p) + ("" if p[-1] in "{:" else edge) for p in longest), re.IGNORECASE)


_EN, _ZH = _rows(_ALIKE), _rows(_ALIKE_ZH)
_FIND_EN, _FIND_ZH = _finder(_EN, r"\b"), _finder(_ZH, "")
_UNKNOWN = re.compile(r"(?<![{\w'])[a-z]{4,}(?![}\w'])")
_GAP = re.compile(r"(?<=[a-z]) (?=[a-z{])")
_GAP_ZH = re.compile(r"(?<=[一-鿿])(?=[把给在是有用])")


def _alike(rng: Random, text: str, zh: bool) -> str:
    rows, find = (_ZH, _FIND_ZH) if zh else (_EN, _FIND_EN)

    def other(m: re.Match[str]) -> str:
        if rng.random() > _PHRASES:
            return m[0]
        new = rng.choice(rows[m[0].lower()])
        return new[0].upper() + new[1:] if m[0][0].isupper() else new

    text = find.sub(other, text)
    return text if zh else re.sub(r"\bi(?=\b[ '])", "I", text)


def _one(rng: Random, text: str, places: re.Pattern[str], put: str) -> str:
    """`text` with `put` at one of the places."""
    found = [m for m in places.finditer(text) if m[0] not in _KEY]
    if not found:
        return text
    m = rng.choice(found)
    return text[: m.start()] + put + text[m.end() :]


def reworded(rng: Random, text: str, zh: bool) -> str:
    """A pattern's words, the slots still open, as somebody else would put them; most stay as they are."""
    luck = rng.random()
    if luck < _MESSAGES:
        text = _alike(rng, text, zh)
    elif luck < _MESSAGES + 0.05:
        more = rng.choice(_MORE_ZH if zh else _MORE)
        text = _one(rng, text, _GAP_ZH, more) if zh else _one(rng, text, _GAP, f" {more} ")
    elif luck < _MESSAGES + 0.08 and not zh:
        text = _one(rng, text, _UNKNOWN, words.invented(rng))
    return text
