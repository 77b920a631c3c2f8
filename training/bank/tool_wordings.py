"""How people ask for a tool drawn from deeds, objects and fields, and how they say what was lacking: patterns only."""

# fmt: off
# {d} is the deed, {t} the object, {T} the object with its article, {r} what is said of the arguments, in a row behind it.
_BEGGED = (
    "[Please |Can you |I want you to |I'd like to |Could you |Please |I need to |I need you to |Let us |Time to |Now |Help me |Would it be possible to |We have to |Would you |Would you please |Kindly |Be so kind and |Let's |Quick, |Make sure to |You should |I would like you to |Will you |||||||]{d} [{T} |the |my |this |our |]{t}[| for me| now| today| right away]{r}[.||?|, please|, can you|, if you can|, will you?|, would you?]",
    "[请|帮我|请帮我|麻烦|我想|我要|现在|能不能|可以|麻烦你|请你|]{d}[一下|]{t}{r}[。||，好吗|，可以吗？]",
)
_QUESTION = (
    "[May I ask you to|Are you able to|How about you|Why don't you|Is it OK to|Any chance to|Can somebody|Would you mind if I asked you to|Can we|Shall we|Is it possible to] {d} [the|my|our|this] {t}{r}?",
    "[能否|可不可以|能不能|是不是可以|方便的话能不能|可否|有空的话能不能]{d}{t}{r}？",
)
_TELLING = (
    "[I've got to|We really must|I was told to|My boss wants me to|It's high time to|Somebody has to|The plan is to|All I want is to|What I need is to|I'm supposed to|We agreed to|The next step is to|It would be great to|I'd be happy if you could|I'd appreciate it if you would|I was hoping you could|I'm in a hurry, so] {d} [the|my|our|this] {t}{r}.",
    "[我得|我们必须|老板让我|该|有人要|计划是|下一步是|说好了要|我正准备|赶时间，快]{d}{t}{r}。",
)
_OTHER = (
    "There's {T} {t} to {d}{r}.|I have {T} {t} to {d}{r}.|Here's what to do: {d} the {t}{r}.|One job for you, {d} the {t}{r}.|To do: {d} {t}{r}|{d} {t}{r}|{t}: {d} it{r}.|The {t}, please {d} it{r}.|About the {t}: I want you to {d} it{r}.|That {t} again! {d} it{r}.|As for the {t}, {d} it{r}, please.|My {t} is waiting. Please {d} it{r}.|I can't {d} the {t} myself, do it{r}.|Next, {d} the {t}{r}.|First thing today: {d} the {t}{r}.|We need to talk about the {t}. Can you {d} it{r}?|You can {d} {T} {t}, right? Do it{r}."
    "|Don't forget to {d} the {t}{r}.|Go ahead and {d} the {t}{r}.|Just {d} the {t}{r}, OK?|And now {d} the {t}{r}, thanks.|Could I get you to {d} the {t}{r}?|I'm asking you to {d} the {t}{r}.|Since you're here, {d} the {t}{r}.|If it isn't too much trouble, {d} the {t}{r}.|It's about my {t}. Please {d} it{r}.",
    "有个{t}要{d}{r}。|{t}需要{d}{r}。|把{t}{d}一下{r}。|{t}的事，帮我{d}{r}。|关于{t}，请{d}{r}。|待办：{d}{t}{r}|{d}{t}{r}|{t}，{d}{r}|我自己没法{d}{t}，你来吧{r}。|今天先{d}{t}{r}。|接下来{d}{t}{r}。|别忘了{d}{t}{r}。|顺手{d}一下{t}吧{r}。|要是不麻烦，{d}{t}{r}。|既然你在，就{d}{t}吧{r}。|任务是{d}{t}{r}。|我的{t}还等着呢，{d}一下{r}。|求你了，{d}{t}{r}。|给我{d}{t}{r}。|想请你{d}{t}{r}。",
)
# The frames with many heads come more often than those with one.
ASKED = tuple(f"[{a}|{a}|{a}|{b}|{b}|{c}|{c}|[{d}]|[{d}]|[{d}]|[{d}]]" for a, b, c, d in zip(_BEGGED, _QUESTION, _TELLING, _OTHER, strict=True))
# The arguments stand before the deed, {a}, or in sentences of their own, {s}.
FIRST = (
    "[[{a}: |Here is what I need, {a}: |With this, {a}, |{a}, that's all I know. |It should be {a}. |We said {a}. |So, {a}. |My notes say {a}. |Given {a}, |The details first: {a}. |{a}. With that, |I only know this much: {a}. |Look: {a}. Now ]please {d} [{T} |the |my |]{t}[.||]"
    "|[Please|I want to|I need to|We have to|I'd like you to|Can you please|You're going to] {d} the {t}. [Details: {a}.|Here's the rest: {a}.|Make it {a}.|That is, {a}.|To be exact: {a}.|What you need: {a}.|It goes like this: {a}.|I'd say {a}.|As always: {a}.|The data: {a}]"
    "|There's {T} {t} I want to {d}. {s}|Please {d} the {t}. {s}|{s} Please {d} the {t}.|{s} With that in mind, {d} the {t}.|I have to {d} {T} {t}. {s}|{s} Can you {d} the {t} for me?|I'd like to {d} the {t}. {s} Thank you!|{s} Now you know all, so {d} the {t}.|About the {t} you should {d}: {s}]",
    "[{a}，请{d}{t}[。|]|{a}，就这样{d}{t}。|按{a}来{d}{t}|我只知道{a}，{d}{t}吧|要求是{a}。请{d}{t}。|请{d}{t}。具体是：{a}|我要{d}{t}，{a}，谢谢|帮我{d}{t}，信息如下：{a}|{d}{t}，还是老样子：{a}|有个{t}要{d}。{s}|{s}请{d}{t}。|{s}就这么{d}{t}吧。|我想{d}{t}。{s}|请你{d}{t}。{s}谢谢！|{s}可以{d}{t}了。]",
)
# One argument in a sentence of its own.
SENTENCE = ("[The {k} is {v}.|Take {v} as {k}.|Use {v} for {k}.|{k} should be {v}.|For {k} it's {v}.|Put in {v} as the {k}.|I want {v} as {k}.|As {k}, {v}.]", "[{k}是{v}。|{k}用{v}。|{k}填{v}。|{k}就写{v}。|{k}要{v}。|{k}选{v}。]")
# A form: a head, then one line (or a piece of a line) for each argument.
HEADS = (
    "[{d} {t}|Please {d} the {t}|Task: {d} {t}|To do: {d} {t}|Request: {d} the {t}|I'd like to {d} the {t} as follows|{d} the {t} with these values|Please {d} {T} {t} like this|Job: {d} {t}|Can you {d} the {t}? Here is the form|What to do: {d} the {t}]",
    "[{d}{t}|请{d}{t}|任务：{d}{t}|待办：{d}{t}|请按下面的信息{d}{t}|{d}{t}，参数如下|要求：{d}{t}|帮我{d}{t}，表格如下|事项：{d}{t}]",
)
LINES = (("{k}: {v}", "{k}: {v}", "{k} = {v}", "- {k}: {v}", "* {k}: {v}", "{k} - {v}", "{k} -> {v}", "{k}\t{v}", "{k}={v}", "[{k}] {v}", "{n}. {k}: {v}"), ("{k}：{v}", "{k}：{v}", "{k}={v}", "- {k}：{v}", "{k}: {v}", "{k} {v}", "{n}. {k}：{v}", "· {k}：{v}"))
# By the tool's own name, {n}; {r} is "a: 1, b: 2", {j} the same as JSON.
NAMED = (
    "[Use {n}, {r}|Call {n} with {r}|Use the tool {n}: {r}|Run {n} ({r})|{n}: {r}|{n} {r}|Please call {n} with {j}|{n} {j}|Use {n} with these arguments: {j}|Let {n} do it, {r}|Can you run {n} with {r}?|I want {n} with {r}|The tool {n}, please, {r}|Try {n}. {r}]",
    "[用{n}，{r}|调用{n}，{r}|用工具{n}：{r}|运行{n}（{r}）|{n}：{r}|请调用{n}，参数{j}|{n} {j}|用{n}试试，{r}|请用{n}来做，{r}]",
)
NAMED_PLAIN = ("[Use {n}, {r}|Call {n} with {r}|Run {n}. {r}|{n}, please: {r}|Let {n} do it, {r}]", "[用{n}，{r}|调用{n}，{r}|运行{n}，{r}|{n}：{r}]")
BARE_NAMED = ("[Use {n}|Call {n}|Run {n}, please|Use the tool {n}|{n}, please|Please run {n}|Let {n} do it|Can you call {n}?]", "[用{n}|调用{n}|请运行{n}|用工具{n}|跑一下{n}|请调用{n}]")

# What was lacking is said: the value alone, in a sentence, with a reason, after another that was wrong ({u}).
GIVEN = (
    "[{v}|{v}|{v}|{k}: {v}|{k} {v}|{k} = {v}|Use {v}|Take {v}|The {k} is {v}|{v}, please|Oh, {v}|Sorry, {v}|Let's say {v}|I meant {v}|It's {v}|It is {v}|Make it {v}|{v} is the {k}|I'd like {v}|{v} will do|I'd go for {v}|Right, I forgot. {v}|My mistake, {v}|As {k} use {v}|Ah yes, the {k}. It's {v}|Good that you ask: {v}|Didn't I say? {v}|I thought I had said it. {v}|Hm, {v}|{v}, I think|{v}, as always|That would be {v}|{v} should be fine|Well, {v} then|Try {v}|Put {v}|Please take {v}|The one I want is {v}|For {k}, {v}|Same as last time: {v}|You can use {v}|I just looked it up: {v}|It says {v} here|My wife says {v}|They told me {v}|{v}, because it's always that|{v}, since nothing else works|Take {v}, everybody does|OK. {v}|Sure: {v}|Thanks for asking. {v}|Yes, of course, {v}|Sorry, I was too fast. The {k} is {v}|One second... {v}|Set {k} to {v}|Your question about the {k}: {v}|{v}, that's the {k}|\"{v}\"][.|]",
    "[{v}|{v}|{v}|{k}是{v}|{k}：{v}|{k}={v}|用{v}|{v}吧|哦，{v}|忘了说，{v}|就{v}|是{v}|就用{v}吧|{k}用{v}|不好意思，{v}|对了，忘了，是{v}|我刚才没说吗？{v}|应该是{v}|选{v}|填{v}|写{v}就行|老样子，{v}|嗯，{v}|谢谢提醒，{v}|我查了一下，是{v}|他们说是{v}|那就{v}|{k}的话，{v}|还是{v}好了|用{v}，一直都是这个|好的，{v}|稍等……是{v}|抱歉说漏了，{k}是{v}|你问的{k}是{v}|“{v}”][。|]",
)
CORRECTED = (
    "[{u}. No, wait, {v}|Use {u}... no, {v}|{u}, or rather {v}|First I wanted {u}, but now I want {v}|Not {u} but {v}|I'd say {u}. Hm, no: {v}|It used to be {u}, now it is {v}]",
    "[{u}，不对，是{v}|先写{u}……算了，用{v}|不是{u}，是{v}|本来想用{u}，现在改成{v}|以前是{u}，现在是{v}]",
)
GIVEN_FLAG = ("[{v}|{v}|{k}: {v}|{v}, please|Oh, {v}|Sorry, {v}|{v}, of course|I'd say {v}|OK, {v}|{v}, thanks|Set {k} to {v}][.|]", "[{v}|{k}：{v}|哦，{v}|忘了说，{v}|嗯，{v}|不好意思，{v}|{k}设为{v}][。|]")

# Several things at once: what stands before all, and what joins them.
LISTED = (
    "[Please do this:|I need several things:|To do:|My list for today:|A few things, please:|Could you do all of these?|Here's what I want:|Please take care of the following:|Tasks:|All of this today:|Can you help me with these:|I have a list:|These, please:|Do these in this order:]",
    "[请做这些：|我有几件事：|待办：|今天的清单：|麻烦办几件事：|下面这些都要：|请处理以下事项：|任务：|能帮我做这些吗：|按顺序来：]",
)
STEPS = (("First: {0}. After that: {1}", "First: {0}. Then: {1}", "Start with this: {0}. When that's done: {1}", "Two things. One: {0}. Two: {1}", "Both of these: {0}; {1}", "{0}. And while you're at it: {1}", "{0}. That's one. The other: {1}", "Before you forget: {0}. Besides that: {1}", "{0}. Plus: {1}", "{0}. Another thing: {1}", "{0}. Oh, and {1}", "{0}. At the same time: {1}", "{0}; {1}", "{0}\n{1}", "I want two things from you. {0}. {1}", "Can you do two things for me? {0}. {1}", "1: {0} 2: {1}", "{0}\n\nand\n\n{1}"),
         ("第一：{0}。第二：{1}", "先做这个：{0}。然后：{1}", "两件事。一：{0}。二：{1}", "{0}。顺便，{1}", "{0}。同时，{1}", "{0}。还有一件事：{1}", "{0}；{1}", "{0}\n{1}", "{0}。做完以后：{1}", "这两个都要：{0}；{1}", "{0}。对了，{1}", "帮我做两件事。{0}。{1}"))
TWICE = (("{c}, and the same once more {p}", "{c}, and then again {p}", "{c}. The same {p}", "{c}. Once more, this time {p}", "{c}. Then repeat that {p}", "{c}. Likewise {p}", "{c}; the same again, but {p}", "Twice, please. {c}, and the second time {p}", "{c}, and also the same {p}"), ("{c}，同样再来一次，{p}", "{c}。然后再来一遍，这次{p}", "{c}；同样，{p}", "要两次。{c}，第二次{p}", "{c}，还有同样的，{p}"))

NOTHING = ("Nothing was found.", "什么也没找到。")
# fmt: on
