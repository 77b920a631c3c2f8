"""How anything is told, corrected and asked for, whatever it is; {t} names it ("my dog's name"), {x} is its value."""

from training.words import Pair

# fmt: off
# Around a statement; {s} begins as a sentence does, {l} goes on with one.
WRAPS: Pair = (
    "[[Just so you know|For the record|Before I forget|While I think of it|In case I ask later|FYI|One thing about me|Something you should know|Small thing|To begin with|I should mention this|A bit of background|Off topic|Note to self|Since you keep notes|PS|Two words about my life|Here's something for later]: {l}."
    "|[Not that it matters, but|I may have said this already, but|Nobody asked, but|Funny enough,|As you may have guessed,|It's no secret:|As it happens,|Believe it or not,|Small update:|Right, so|Anyway,|Oh, and|Well, you see,|Speaking of which,] {l}."
    "|{s}. [Just so you know.|In case it comes up.|That's for your notes.|You might need it later.|I'll ask you about it later.|Keep that somewhere.|No need to do anything with it.|Don't let me forget it.|More on that another time.|That's all for now.|I thought you should hear that.|Why am I telling you this? Because I forget everything.|Got that?|Now you know.|Keep it in mind, will you?|Please hold on to that.]"
    "|{s}, [just saying|by the way|in case you need it|for what it's worth|so that you know|as I keep telling everybody|don't forget].|({s}.)|{s} (keep this for later).|{s}!|{s} :)|{s}... [long story|but never mind].|{s} - [remember that|important for later|please note].]",
    "[[对了|顺便说一句|跟你说个事|先记一下|备注|说个事儿|给你提供个信息|闲聊一句|怕忘了先说|补充一点|提前说明|你记着|有件小事|以后可能用得上|跟你交个底][：|，]{s}。"
    "|{s}。[你记一下。|先告诉你一声。|以后可能会问你。|别忘了啊。|回头我要问的。|帮我记着。|没别的事，就是说一声。|我这人记性差，你替我记着。|你心里有数就行。|就这些。|知道了吧？|这个以后有用。]"
    "|{s}，[你记着|别忘了|帮我记一下|顺便告诉你|跟你说一声|先说清楚]。|（{s}。）|{s}！|{s}~|{s}哈。|{s}……[说来话长|不多说了]。|[也没人问我，不过|可能说过了，|说起来，|话说|其实呢，|不瞒你说，]{s}。]",
)
# Only around what can stand behind "that".
THATS: Pair = (
    "[[Can you|Could you|Would you|Will you] [keep in mind|make a note|remember|write down] that {l}?|[Did I tell you|Have I mentioned|Did you know|Have I told you yet] that {l}?|[I'd like you to know|You should know|Don't forget|Bear in mind|Please remember|Make a note|I want you to remember|Let it be known|I don't know if I told you|It may help you to know|It's good to know|Let me tell you|I forgot to say] that {l}.]",
    "[你能记一下吗？|麻烦记一下，|能不能帮我记住：|请你记住，|劳驾记一笔：|别忘了，|我想让你知道，|不知道跟你说过没有，|我跟你说过吧，]{s}。",
)
# In the middle of a story that holds nothing else of the kind.
STORIES: Pair = (
    "[[It has been raining all morning.|I've just come in from the cold.|The others are still asleep.|I've had a long day and I'm a bit tired.|Sorry for the long message.|Excuse the typos, the keyboard is new.|I'm tidying up my papers.|What a week!|The line was busy for an hour, so now I'm writing to you.|I made myself comfortable and thought I'd write.|Last night I couldn't sleep and made lists in my head.|I'm on a break, so let me be quick.|The lights went out here for a moment.|Everybody wants something from me today.] {s}. [Anyway, that's enough from me.|But I'm rambling.|And outside it's getting dark.|Now I'll put the kettle on.|I have to run in a minute.|Such is life.|Let's see what comes next.|More news soon.|I hope your day is quieter.|Well, back to work.|The phone is ringing, one second.]"
    "|[Thanks for being there.|Good to have you back.|You're a patient listener.|I like talking to you.|So much to do, so little time.|My head is full today.] {s}.|{s}. [It took me ages to get this far, by the way.|That's how it is.|Some find that odd, I don't.|The rest is boring.|People keep asking me, so there you go.|Life is full of details.|I had to look that up myself.]]",
    "[[外面下了一上午的雨。|刚进门，冷死了。|今天累坏了。|不好意思，话有点多。|键盘是新的，打错字别介意。|我正在整理文件。|这一周忙得团团转。|昨晚没睡好，脑子里全是事。|趁休息跟你说两句。|刚才停了一下电。|今天谁都来找我。]{s}。[好了，不啰嗦了。|我又扯远了。|天快黑了。|我去烧壶水。|马上要出门了。|生活就是这样。|有新消息再说。|先干活去了。|电话响了，等一下。]"
    "|[有你在真好。|跟你聊天挺轻松。|事情太多，时间太少。|脑子里乱糟糟的。]{s}。|{s}。[说起来也挺不容易的。|事情就是这样。|别的没什么好说的。|总有人问我，干脆都说了。|这还是我特意查的。]]",
)
# Label and value; {T} begins a line, {n} is the same without "my", {Q} one or the other.
LABELLED: Pair = (
    "[{T}: {x}|{T}: {x}.|{T} = {x}|{T} is {x}.|{T}? {x}.|{T} - {x}|Put down {x} as {t}.|As for {t}: {x}.|For {t}, note {x}.|Note down {t}: {x}.|In your notes, under {t}, write {x}.|{x}. That's {t}.|{x} - that's {t}.|{x} is {t}, by the way.|You'll want to know {t}: {x}.|If anyone asks about {t}: {x}.|When I ask you for {t}, the right answer is {x}.|Save {t}: {x}|Store this. {T}: {x}.|Here's what to note for {t}: {x}.|Next, {t}: {x}|Let {t} be {x}.|One line for your notes - {n}: {x}|{T} ({x}) is something I often forget.|Fact: {t} is {x}.|So, {t} - that's {x}.|To be filed: {n} = {x}|{n}: {x}]",
     "[{t}：{x}|{t}是{x}。|{t}＝{x}|{t}？{x}。|{t}——{x}|把{t}记成{x}。|说到{t}，是{x}。|关于{t}，记一下：{x}。|记一下{t}：{x}。|备忘录里{t}一栏写{x}。|{x}，这是{t}。|要是有人问{t}，就说{x}。|我以后问你{t}，答案是{x}。|存一下{t}：{x}|现在告诉你{t}：{x}。|{t}（{x}）我老是忘。|记录：{n}＝{x}|{n}：{x}|我把{t}告诉你，是{x}。|{t}嘛，{x}。|{n} - {x}]",
)
# Several of them at once, one a line or in a row.
LIST_HEADS: Pair = (
    "[|||My details:|Some facts about me:|For your notes:|Please keep these:|Here's what you should know:|Memo:|# Notes|Two or three things to remember:|Profile:|About me:|Save this list:|Things I keep forgetting:]",
    "[|||我的信息：|几件事记一下：|备忘：|请记住这些：|资料如下：|# 笔记|我老忘的几样：|帮我存一下：|清单：]",
)
LIST_ENDS: Pair = ("[|||Please remember it all.|That's the list.|I'll ask about it later.|Thanks!]", "[|||都记住了啊。|就这些。|回头我会问你。|谢谢！]")
# Two sentences; what comes second goes on in small letters where the first says so.
JOINTS: Pair = (
    "[. |. By the way, |. And also, |, and |; |. On top of that, |. Besides, |. Also: |. Next: |. Oh, and |. One more thing: |, while |. As for the rest: |. Second: |. And before I forget: |\n| / ]",
    "[，|。|；|。对了，|，还有，|。另外，|，而且|。再说一个：|。顺便说一句，|。还有件事：|\n|。差点忘了，]",
)
TOLD_SEVERAL: Pair = (
    "[Thanks, I'll remember that.|Got it, thank you.|Noted!|I've made a note of all of it.|OK, all noted.|Thanks, it's all written down.|Got it.|Understood.]",
    "[谢谢，我记住了。|好的，记住了。|都记下了。|好，全记住了。|收到，记好了。|明白了。]",
)

# Taking back {x} for {y}; {S} is the new statement. The first know nothing but the values.
CORRECTED: Pair = (
    "[[Sorry, I was wrong|Wait, no|Correction|No wait, it's different|I mixed that up|Let me put that right|My mistake|I have to correct myself|Please change that|I got it wrong|One correction|Let me start over|I checked, and it's like this|Small change|Hang on]: {l}."
    "|[Actually,|Oh dear, that was wrong,|Hm, no,|Sorry,|On second thoughts,|No, no,|Oops,] {l}.|[Forget what I said before.|Oh, that was wrong.|Ignore what I wrote.|That's out of date.|I talked nonsense.|I wasn't paying attention.|I just looked it up again.|Things have changed.] {S}."
    "|No, not {x}: {y}.|Not {x}, I meant {y}.|I meant {y}, not {x}.|Scrap that: {y}, not {x}.|Scrap {x}, make it {y}.|{y}, not {x}, sorry.|Did I say {x}? I meant {y}.|Sorry, typo: {y} instead of {x}.|Where I said {x}, it should be {y}.|It's {y} and not {x}, I was confused.|Strike {x}. It's {y}.|*{y}, not {x}|Replace {x} with {y}, I got it wrong.|I wrote {x}, but {y} is right.|{x} was wrong. {y} is correct.|{x}? No, {y}. Sorry.|It was {x}, but that changed: now it's {y}.|No longer {x}: it's {y} now.|{x} is out of date, it's {y} these days.]",
    "[[对不起，我说错了|不对|更正一下|等等，应该是这样|我记错了|刚才说的不对|改一下|我弄混了|说漏嘴了，重来|刚查了一下，是这样的|纠正一下|情况有变]：{S}。|[其实|哎呀，错了，|抱歉，|不不，|不好意思，|想起来了，]{S}。|[刚才的作废。|别管我前面说的。|那是旧的了。|我刚才没走心。|有变化。]{S}。"
    "|不是{x}，是{y}。|不对，不是{x}，应该是{y}。|我想说的是{y}，不是{x}。|{x}作废，改成{y}。|说错了，{y}，不是{x}。|我说的是{x}吗？应该是{y}。|打错了，{x}应为{y}。|前面的{x}请改成{y}。|{x}错了，{y}才对。|原来是{x}，现在变成{y}了。|不再是{x}了，现在是{y}。|把{x}划掉，换成{y}。|{y}才对，{x}是我记错了。]",
)
# These name it too.
CORRECTED_BY_NAME: Pair = (
    "[Change {t} from {x} to {y}.|Please update {t}: {y}.|About {t}: forget {x}, it's {y}.|{T} has changed: now {y}.|Hold on, {t} is not {x}. It's {y}.|Turns out {t} is {y}.|New: {t} is {y} now.|{T} is {y} now, no longer {x}.|{T} - I said {x}, but it's {y}.|In your notes, {t} should be {y}.|Make {t} {y} instead.|Regarding {t}: {y} is right, {x} was a slip.|{T} used to be {x}. Since today it's {y}.|Overwrite {t} with {y}.|I gave you the wrong value for {t}. The right one: {y}.|{T}: {y} (not {x})|Update - {n}: {y}]",
    "[把{t}从{x}改成{y}。|请更新{t}：{y}。|关于{t}，忘掉{x}，是{y}。|{t}变了，现在是{y}。|等下，{t}不是{x}，是{y}。|原来{t}是{y}。|{t}现在是{y}了，不再是{x}。|{t}我说成{x}了，其实是{y}。|{t}那一栏改成{y}。|{t}：{y}（不是{x}）|更新：{n}＝{y}|{t}以前是{x}，今天起是{y}。|我把{t}说错了，正确的是{y}。]",
)
CHANGED: Pair = (
    "[Thanks for telling me.|OK, I've changed that.|Thanks, corrected.|OK, {y} it is.|Changed to {y}.|Got it: {y} now.|No problem, I've updated it.|Updated: {y}.]",
    "[谢谢告诉我。|好的，改过来了。|好，改成{y}了。|没关系，已更正：{y}。|明白，现在是{y}。|更新好了。]",
)

# Asking for it by its name.
ASKED: Pair = (
    "[Remind me of {t}.|Could you remind me of {t}?|What was {t} again?|What is {t}?|{T}?|{T}, please.|I've forgotten {t}.|I can't recall {t}. You have it, don't you?|I'd like to check that you still have {t}.|Let's see whether you noted {t}.|Do you have {t} written down?|Did you keep a note of {t}? Tell me.|Tell me {t} again.|Say {t} once more, please.|I need you to tell me {t}.|Look up {t} in what I told you.|Somebody's asking for {t}. What do I say?|I'm filling in a form and it wants {t}.|The form asks for {t}. What goes there?|What did I say about {t}?|What do you have for {t}?|{T} - what was it?|Quick check: {t}?|A test for your memory: {t}?|I need to know {t} now.|I told you {t} earlier. What was it?|Earlier I mentioned {t}. Repeat it, please.|If I asked you for {t}, what would you say?|Would you happen to remember {t}?|Is {t} still in your notes? What is it?|My memory is terrible. {T}?|Scroll up and tell me {t}.|What have you got down as {t}?|It's about {t}. What did I tell you?|Let me hear what you have for {t}.|You know {t}, right? Say it.|I wonder if you still know {t}.|Help me out, {t} has slipped my mind.|{T} is on the tip of my tongue...|Which one was it, {t}?|I hope you remember {t}, because I don't.|Do me a favour and repeat {t}.|From our chat: {t}?|Going by what I told you, what is {t}?|Next question: {t}?|I have a blank where {t} should be.|Can you tell me {t}?|Read back what you noted for {t}.|Confirm {t} for me, please.|I'm about to write down {t}. What is it?|Name {t}.|You were told {t}. Well?|Let me see whether we agree on {t}. What do you have?|{Q}?|{Q}:|Lookup: {Q}|I'd be grateful if you told me {t}.|Would you mind repeating {t}?|Any idea what {t} was?|My friend next to me doesn't believe you know {t}. Tell us!|So, {t} was...?|Let me test you. {T}?]",
    "[帮我回忆一下{t}。|{t}呢？|{t}，你那边记的是什么？|把{t}再说一遍。|我忘了{t}。|{t}我想不起来了。|你还记得{t}吗？|还记不记得{t}？|看看你有没有记住{t}。|我之前说过{t}，再告诉我一次。|有人问起{t}，我该怎么说？|表格上要填{t}，填什么？|关于{t}，我是怎么说的？|查一下我说过的{t}。|{t}？|{t}，麻烦说一下。|考考你：{t}？|我现在要填{t}。|{t}你记下来了吧？|{t}，发我一下。|说说{t}。|提醒我一下{t}。|劳驾，{t}。|我确认一下{t}，你念给我听。|{t}到底是什么来着？|一时想不起{t}，你说说。|{t}就在嘴边，说不出来。|往上翻翻，{t}写着呢，告诉我。|你要是还记得{t}，就说一下。|前面提到过{t}，重复一下。|{Q}？|{Q}：|查询：{Q}|你知道{t}吧？说出来。|我想核对一下{t}。|能再告诉我一遍{t}吗？|我记性不好，{t}？|朋友不信你记得{t}，你说给他听。|不知道你还记不记得{t}。|把{t}报给我。|下一个问题：{t}？|{t}，帮我对一下。|我正要写下{t}，是什么？]",
)
# After a correction.
ASKED_NEWEST: Pair = (
    "[What's the latest on {t}?|So what is {t} now?|After the change, what is {t}?|Which value holds now for {t}?|Which is right for {t}?|I changed {t}. What is it now?|With the correction, {t} is...?|What's the current state of {t}?|In the end, what is {t}?|I corrected {t}. Tell me the right one.|Give me {t}, the newest one.|{T}, as of now?|Did my correction get through? What is {t}?]",
    "[{t}现在是什么？|更正以后，{t}是什么？|{t}最新的是什么？|{t}到底哪个对？|我改过{t}，现在是什么？|说到底{t}是什么？|我的更正你记下了吗？{t}是什么？|以最新的为准，{t}是什么？|{t}，要改过之后的。]",
)
# One of two is right.
WHICH: Pair = (
    "[{T}: {p} or {q}?|Is {t} {p} or {q}?|{p} or {q}: which one is {t}?|I keep mixing up {p} and {q}. Which is {t}?|For {t}, did I say {p} or {q}?|I'm torn between {p} and {q}. What was {t}?|Was it {p} or {q}, {t}?|{T} - was that {p}, or was it {q}?|Which of the two is {t}, {p} or {q}?|Somebody says {p}, somebody says {q}. What did I give you as {t}?|Either {p} or {q} is {t}. Which?|When it comes to {t}: {p} or {q}?|Help me choose: {t} is {p} or {q}?]",
    "[{t}是{p}还是{q}？|{p}还是{q}，哪个是{t}？|我老把{p}和{q}弄混，{t}是哪个？|{t}我说的是{p}还是{q}？|{p}和{q}里，哪个是{t}？|有人说{p}，有人说{q}，{t}到底是哪个？|{t}：{p}还是{q}？|二选一：{t}，{p}还是{q}？|我拿不准{t}是{p}还是{q}。]",
)
# A sentence with a gap {c}, or one that stops where the value should come {b}.
GAPS: Pair = (
    "[{c}|Fill in: {c}|Complete this: {c}|Finish the sentence: {c}|Fill the gap: {c}|What belongs in the gap? {c}|{c} What goes there?|Please complete: {c}|Copy this and fill the blank: {c}|In my notes there's a hole: {c}|Cloze: {c}|{c} (fill in)]",
    "[{c}|填空：{c}|补全这句话：{c}|把空填上：{c}|空里该填什么？{c}|请补充完整：{c}|{c}空里是什么？|我的笔记缺一块：{c}|完成句子：{c}|{c}（填空）]",
)
BREAKS: Pair = (
    "[{b}...|{b}...?|{b}?|{b} what again?|Go on: {b}...|Finish this for me: {b}...|{b} - well?|As I told you, {b}...|{b} what?|{b}, hm, what was it?]",
    "[{b}……|{b}……？|{b}？|{b}什么来着？|接着说：{b}……|把话说完：{b}……|我说过，{b}……|{b}，嗯，什么来着？]",
)
# fmt: on
