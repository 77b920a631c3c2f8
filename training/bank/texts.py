"""More work on a short text and more ways to ask for it: tone, case, repetition, its first and last parts, its length."""

# fmt: off
# {t} is the text, {x} a row of words, {c} the case as "upper case".
POLITE = (
    "[I want to say this to my boss, but kindly: {t}|How would a polite person put this? {t}|This sounds rude. Make it polite.\n{t}|{t}\nToo harsh. Please make it polite.|{t}\n[Say it politely.|More politely, please.|As a polite question, please.|Can this be said more kindly?|How do I ask that nicely?]|Could you make this sound friendlier? {t}|I don't want to be rude. What do I write instead of this? {t}|Turn this order into a polite question: {t}|My note says: {t} Please make it polite.|Ask for this nicely: {t}|Ask the same with good manners: {t}|The same as a friendly request: {t}|Draft: {t}\nPolite version:|Rude: {t}\nPolite:|Order: {t}\nRequest:|Soften this: {t}|Rephrase this as a polite request: {t}|Put please and could you in this: {t}|I need a courteous version of this sentence: {t}|Write this so that nobody is offended: {t}]",
    "[我想跟老板说这句话，请改得礼貌些：{t}|客气的人会怎么说？{t}|这句话太生硬了，改礼貌一点：\n{t}|{t}\n[说得客气点。|请改成礼貌的说法。|能不能说得委婉些？|怎么说才有礼貌？]|能帮我把这句说得友好一点吗？{t}|我不想显得没礼貌，该怎么写？{t}|把命令变成客气的请求：{t}|我的留言是：{t}请改得有礼貌。|同样的意思，客气地问：{t}|原句：{t}\n礼貌版：|命令：{t}\n请求：|语气缓和一些：{t}|换成礼貌的请求：{t}|委婉地表达：{t}|改成敬语：{t}]",
)
DIRECT = (
    "[Without the politeness, please: {t}|{t}\n[Say it directly.|As a plain order, please.|Shorter, as an order.]|Turn this question into an order: {t}|The same as a command: {t}|Request: {t}\nOrder:|Polite: {t}\nDirect:|Leave out the niceties: {t}|Put this bluntly: {t}|What is the order in this? {t}|I want this as a short command: {t}]",
    "[不用客气话，直接说：{t}|{t}\n[直接说。|改成命令句。|说得干脆些。]|把这个请求变成命令：{t}|请求：{t}\n命令：|礼貌：{t}\n直接：|去掉客套：{t}|同样的意思用命令语气：{t}|我要一句简短的命令：{t}]",
)
FORBID = (
    "[Make this negative: {t}|Turn this into its opposite with don't: {t}|Forbid it: {t}|Say that it must not be done: {t}|{t}\n[Now forbid it.|The same with don't.|Negative, please.]|Order: {t}\nBan:|Change this order to a ban: {t}|Write this with Don't: {t}|The negative form of this: {t}|Negate this order: {t}|How do I forbid this? {t}]",
    "[改成否定句：{t}|变成“别……”的说法：{t}|禁止这么做：{t}|{t}\n[改成禁止的说法。|用“别”来说。|变成否定。]|命令：{t}\n禁令：|把这个命令改成禁止：{t}|用“别”字改写：{t}|怎么叫人不要这样做？{t}]",
)
SAID_BY = (
    "[{n} speaks: {t}\nWrite it with the name of the speaker.|As a line of {n}: {t}|Quote {n} with this: {t}|Speaker: {n}\nWords: {t}\nReport:|{t}\n[That was {n}. Write who said it.|These are the words of {n}. Quote them.]|Put quotation marks around this and say that {n} said it: {t}]",
    "[说话的是{n}，写清是谁说的：{t}|引用{n}的话：{t}|说话人：{n}\n内容：{t}\n转述：|{t}\n[这是{n}说的，写出是谁说的。|这些是{n}的话，请引用。]|给这句话加上引号，并写明是{n}说的：{t}]",
)
CASE = (
    "[Can you write \"{x}\" in {c}?|Could you put {x} in {c}, please?|I need \"{x}\" in {c}.|I typed {x}, but it should be in {c}.|{x}\n{c}, please.|{x} -> {c}|Text: {x}\nCase: {c}|Task: {c}\nText: {x}|It should all be in {c}: {x}|My keyboard is stuck. Put this in {c}: {x}|For the sign I need {c}. The words are: {x}|The form wants {c}. Mine says: {x}|What is {x} in {c}?|What does \"{x}\" look like in {c}?|Rewrite {x} using only {c}.|Transform this to {c}:\n{x}|Take \"{x}\" and write it in {c}.|Let me see {x} in {c}.|Without changing the words, use {c}: {x}|Nothing but {c} here: {x}|Same words, {c}: {x}|{x} should be written in {c}.|Give me {x}, but in {c}.|I'd prefer {c} for this: {x}]",
    "[能把“{x}”写成{c}吗？|我需要{x}的{c}形式。|我打的是{x}，应该用{c}。|{x} -> {c}|文本：{x}\n格式：{c}|任务：{c}\n文本：{x}|表格要求用{c}，我写的是：{x}|招牌上要用{c}：{x}|请用{c}重写：\n{x}|{x}全部用{c}怎么写？|词不变，只改成{c}：{x}|把下面的文字变成{c}：\n{x}|给我{x}，但要{c}。|{x}这几个词都要{c}。|这里只能用{c}：{x}]",
)
TIMES = (
    "[Write {x} {k} times.|Say \"{x}\" {k} times.|Repeat {x} {k} times.|Type {x} {k} times in a row.|{x}, {k} times, please.|{k} times {x} in a row, please.|I want to see {x} {k} times.|Can you write \"{x}\" {k} times?|Print {x} {k} times.|Give me {k} copies of the word {x}, one after the other.|Word: {x}\nTimes: {k}|Write the word {x} {k} times over.|{x}\nWrite that {k} times.|Let me read {x} {k} times in a row.|Chant {x} {k} times.]",
    "[把“{x}”写{k}遍。|{x}重复{k}次。|说{k}遍“{x}”。|请把{x}打{k}遍。|{x}，写{k}次。|能把“{x}”写{k}遍吗？|词：{x}\n次数：{k}|{x}\n把它写{k}遍。]",
)
ON_LINES = (
    "[Write {x} {k} times, each on its own line.|Repeat {x} {k} times, one per line.|{k} lines, each with {x} on it.|Say \"{x}\" on {k} lines.|Write {x} on {k} lines, one below the other.|{x}, {k} times, a new line each time.]",
    "[把“{x}”写{k}遍，每行一遍。|{x}重复{k}次，一行一个。|写{k}行，每行都是“{x}”。|“{x}”抄{k}行。]",
)
WORD_COUNT = (
    "[How many words do I have here? {x}|{x}\nWords?|Word count, please: {x}|Word count of \"{x}\"?|My title is \"{x}\". How many words is that?|I may use ten words. How many are these? {x}|Text: {x}\nNumber of words: ?|Tell me the number of words: {x}|{x} - how many words?|Of how many words does \"{x}\" consist?|Can you count the words for me?\n{x}|I wrote: {x}. How many words did I write?|Please count the words in the line below.\n{x}|What's the word count of {x}?|If you count the words of \"{x}\", what do you get?]",
    "[我这里有几个词？{x}|{x}\n几个词？|请数词数：{x}|我的标题是“{x}”，有几个词？|文本：{x}\n词数：？|{x}，一共多少个词？|“{x}”由几个词组成？|能帮我数数有多少个词吗？\n{x}|我写了：{x}。写了几个词？|数一下下面这行的词数：\n{x}]",
)
# Parts of a row of words or sentences: English, Chinese, and which part; {t} is the text.
WORD_PARTS: tuple[tuple[str, str, int], ...] = (
    ("[What is the first word of \"{t}\"?|First word only: {t}|{t}\nWhich word comes first?|With which word does \"{t}\" begin?|Just give me the opening word: {t}|Write only the first word.\n{t}|The first word of this, please: {t}]", "[“{t}”的第一个词是什么？|只写第一个词：{t}|{t}\n开头的词是哪个？|“{t}”以哪个词开头？]", 0),
    ("[What is the last word of \"{t}\"?|Last word only: {t}|{t}\nWhich word comes last?|With which word does \"{t}\" end?|Just give me the closing word: {t}|Write only the last word.\n{t}|The last word of this, please: {t}]", "[“{t}”的最后一个词是什么？|只写最后一个词：{t}|{t}\n末尾的词是哪个？|“{t}”以哪个词结尾？]", -1),
    ("[What is the second word of \"{t}\"?|Second word only: {t}|{t}\nWhich word comes second?|The second word of this, please: {t}]", "[“{t}”的第二个词是什么？|只写第二个词：{t}|{t}\n第二个词是哪个？]", 1),
)
SENTENCE_PARTS: tuple[tuple[str, str, int], ...] = (
    ("[What is the first sentence? {t}|Give me only the first sentence: {t}|{t}\n\nCopy the first sentence.|{t}\nHow does this begin? The first sentence only.|Keep just the first sentence of this: {t}|Write out the opening sentence.\n{t}]", "[第一句是什么？{t}|只写第一句：{t}|{t}\n\n抄写第一句。|{t}\n开头那句是什么？|请只留下第一句话：{t}]", 0),
    ("[What is the last sentence? {t}|Give me only the last sentence: {t}|{t}\n\nCopy the last sentence.|{t}\nHow does this end? The last sentence only.|Keep just the last sentence of this: {t}|Write out the closing sentence.\n{t}]", "[最后一句是什么？{t}|只写最后一句：{t}|{t}\n\n抄写最后一句。|{t}\n结尾那句是什么？|请只留下最后一句话：{t}]", -1),
)
SENTENCE_COUNT = (
    "[How many sentences are in this text? {t}|Count the sentences: {t}|{t}\n\nHow many sentences is that?|Number of sentences? {t}|Of how many sentences is this made? {t}|{t}\nCount its sentences, please.]",
    "[这段话有几句？{t}|数一数有几个句子：{t}|{t}\n\n一共几句？|句子数是多少？{t}|下面有几句话？\n{t}]",
)
# What is put around a text, or at its end.
AROUND: tuple[tuple[str, str, str, str], ...] = (
    ("[Put this in quotes: {t}|Add quotation marks around this: {t}|{t}\nIn double quotes, please.|Quote this text: {t}|Set this in quotation marks: {t}]", "[给这句加上英文双引号：{t}|{t}\n加英文双引号。|用英文双引号括起来：{t}]", '"', '"'),
    ("[Put this in brackets: {t}|Put round brackets around this: {t}|{t}\nIn parentheses, please.|Write this in parentheses: {t}|Set this between round brackets: {t}]", "[给这句加上英文圆括号：{t}|{t}\n放进英文圆括号里。|用英文圆括号括起来：{t}]", "(", ")"),
    ("[Make this bold in Markdown: {t}|Put two stars before and after this: {t}|{t}\nBold, in Markdown.|Markdown bold: {t}|Write this in bold with Markdown: {t}]", "[用Markdown加粗：{t}|{t}\n用Markdown写成粗体。|前后各加两个*号：{t}]", "**", "**"),
    ("[Make this a Markdown heading: {t}|Write this as a top heading in Markdown: {t}|{t}\nAs a first-level heading in Markdown.|Put a # and a space before this: {t}]", "[写成Markdown一级标题：{t}|{t}\n变成Markdown一级标题。|前面加一个#和空格：{t}]", "# ", ""),
    ("[End this with three dots: {t}|Put three dots after this: {t}|{t}\nAdd ... at the end.|Add an ellipsis (...) to this: {t}]", "[后面加三个英文句点：{t}|{t}\n末尾加上...。|在结尾添上...：{t}]", "", "..."),
    ("[Add an exclamation mark: {t}|End this with an exclamation mark: {t}|{t}\nWith an exclamation mark, please.|Put an exclamation mark behind this: {t}]", "[末尾加一个英文感叹号：{t}|{t}\n加上英文感叹号。|在后面放一个英文感叹号：{t}]", "", "!"),
    ("[Make a question of this by adding a question mark: {t}|Add a question mark: {t}|End this with a question mark: {t}|{t}\nPut a question mark behind it.]", "[末尾加一个英文问号：{t}|{t}\n加上英文问号。|在后面放一个英文问号：{t}]", "", "?"),
)
SUMMED_UP = (
    "[In one sentence, what is this about? {t}|{t}\n\nWhat happened? One sentence.|{t}\nTL;DR|TL;DR: {t}|{t}\n\nTell me only what matters.|Too long for me. What does it say in one sentence? {t}|I have no time to read it all. The main point, please: {t}|Boil this down to one sentence: {t}|Text: {t}\nSummary:|{t}\n\nIn short?|If you had to say this in one sentence? {t}|Pick out the sentence that matters most: {t}|Leave out everything unimportant: {t}|What's the news in this? {t}|Cut this to the main sentence: {t}|What should I remember of this? {t}|The essence of this in one line: {t}|Which sentence holds the news? {t}]",
    "[一句话说说这是什么事：{t}|{t}\n\n发生了什么？一句话。|{t}\n简而言之？|太长了，重点是什么？{t}|我没时间看完，主要说了什么？{t}|浓缩成一句话：{t}|原文：{t}\n摘要：|{t}\n\n只说重点。|最重要的是哪一句？{t}|去掉不重要的内容：{t}|这条新闻讲了什么？{t}|用一句话讲清楚：{t}|{t}\n请提炼要点。|缩写成一句：{t}|哪句话是新闻的核心？{t}]",
)
# Copying word for word, and changing one word for another.
AGAIN = (
    "[Can you say this back to me? {x}|Would you repeat this? {x}|Please send this back unchanged: {x}|I say: {x}\nYou say the same.|{x}\nSay exactly that.|{x}\n\nRepeat it without changing anything.|Input: {x}\nOutput the input.|Be a parrot: {x}|Parrot this: {x}|Don't explain, just repeat: {x}|Return this text as it is: {x}|Quote me exactly: {x}|Output only this: {x}|Whatever stands here, write it again: {x}|Copy the line below.\n{x}|Do nothing but write this: {x}|I want you to say: {x}|Put this down letter by letter: {x}|Once more, the same: {x}]",
    "[能把这句再说一遍吗？{x}|请原封不动地发回来：{x}|我说：{x}\n你也照说。|{x}\n一字不差地再写一遍。|输入：{x}\n原样输出。|学我说话：{x}|像鹦鹉一样重复：{x}|不用解释，只要重复：{x}|只输出这个：{x}|抄下面这行：\n{x}|原样返回：{x}|我要你说：{x}|什么都不改，再写一次：{x}|请照抄：{x}]",
)
CHANGED = (
    "[{t}\n{a} should be {b}. Fix it.|{t}\nOops, {b}, not {a}.|I made a mistake: {a} should be {b}. {t}|Could you change {a} to {b} here? {t}|Can you swap {a} for {b} in this?\n{t}|Find: {a}\nReplace with: {b}\nText: {t}|Text: {t}\nOld: {a}\nNew: {b}|s/{a}/{b}/ in: {t}|{a} -> {b}: {t}|Everywhere {a} stands, put {b}: {t}|Not {a} but {b}! Write it again: {t}|Please correct my text, I meant {b} where I wrote {a}: {t}|Rewrite with {b} for {a}: {t}|I'd rather have {b} than {a} in this: {t}|{t}\n\nWhat is it with {b} instead of {a}?|Update this: {a} is now {b}.\n{t}|{a} has been renamed {b}. Change the text: {t}|Same text, but {b} where {a} was: {t}|Edit this so that it says {b} and not {a}: {t}|Take {a} out and put {b} in its place: {t}]",
    "[{t}\n{a}应该是{b}，请改正。|{t}\n写错了，是{b}不是{a}。|我弄错了，{a}应为{b}：{t}|能把里面的{a}换成{b}吗？{t}|查找：{a}\n替换为：{b}\n文本：{t}|文本：{t}\n旧：{a}\n新：{b}|{a} -> {b}：{t}|凡有{a}的地方都写{b}：{t}|不是{a}，是{b}！重新写：{t}|{a}改名叫{b}了，更新一下：{t}|其他不变，{a}换{b}：{t}|把{a}拿掉，放上{b}：{t}|{t}\n\n要是把{a}换成{b}呢？|帮我改一下，我把{b}写成{a}了：{t}]",
)
# How often {x} comes in the list {t}.
HOW_OFTEN = (
    "[How many times have I written {x}? {t}|Occurrences of {x}: {t}|Find: {x}\nIn: {t}\nHow often?|Count every {x}:\n{t}|{t}\nHow often do you see {x}?|{t}\n\nNumber of times {x} is there?|In the list {t}, how often does {x} come?|My list is {t}. How many times is {x} on it?|Please count how many times {x} turns up: {t}|Tally {x} in this list: {t}|How frequently does {x} occur? {t}|Go through this and count {x}: {t}|I'd like to know how often {x} is in here: {t}|Of these, how many are {x}? {t}|{x}: how many times? {t}]",
    "[我写了几次{x}？{t}|{x}的出现次数：{t}|查找：{x}\n范围：{t}\n几次？|{t}\n能看到几次{x}？|在{t}里，{x}出现了几次？|我的列表是{t}，{x}有几个？|请数数{x}出现多少回：{t}|统计一下{x}的次数：{t}|从头看一遍，{x}有几个：{t}|我想知道{x}出现几次：{t}|其中有几个是{x}？{t}|{x}：几次？{t}]",
)
# How many items the list {t} has.
HOW_MANY = (
    "[{t}\nHow many is that?|{t}\n\nCount them, please.|{t}\nNumber of items?|I've got these: {t}. How many is that?|Can you count these for me?\n{t}|I lost count. How many are these? {t}|List: {t}\nCount: ?|What's the length of this list? {t}|If you count these, how many do you get? {t}|Tell me the size of this list: {t}|Number of entries in the following: {t}|Count what I name: {t}|Here they are: {t}. And how many are they?|I need the count, nothing else: {t}]",
    "[{t}\n一共几个？|{t}\n\n请数一下。|{t}\n有几项？|我有这些：{t}。一共几个？|能帮我数数吗？\n{t}|我数乱了，这里有几个？{t}|列表：{t}\n数量：？|这个列表多长？{t}|数完是几个？{t}|下面的条目数是多少：{t}|就是这些：{t}。总共几个？|只告诉我数量：{t}]",
)
# fmt: on
