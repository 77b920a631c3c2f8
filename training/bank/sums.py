"""More ways to ask for a plain sum: in passing, as a blank to fill, with the numbers told first, in letters."""

# fmt: off
# By the sign between {a} and {b}; what is asked is always `{a} sign {b}`.
ASKED: dict[str, tuple[str, str]] = {
    "×": (
        "[What do I get when I take {a} exactly {b} times[?|]|{a}, {b}, multiply[.|!|]|Two factors, {a} and {b}. Product?|My factors are {a} and {b}; what is the product?|I need {a} multiplied by {b}, please.|I'm stuck on {a} times {b}.|My homework says {a} times {b}. What's the answer?|My daughter asks what {a} times {b} is.|Check for me what {a} multiplied by {b} gives."
        "|{a} × {b} = ?|? = {a} × {b}|{a} * {b} = ___|___ = {a} * {b}|{a} times {b} = ...|Fill in the blank: {a} × {b} = __|Fill in: {a} times {b} is ___.|multiply: {a}, {b}|product({a}, {b})|first factor: {a}\nsecond factor: {b}\nproduct:|Factors: {a}, {b}\nProduct: ?"
        "|Could you multiply {a} by {b}?|Would you multiply {a} and {b} for me?|I'd like to have {a} multiplied by {b}.|I multiply {a} by {b}. [My result should be what|What should I get|Which result is right]?|Someone multiplied {a} by {b}. What came out?|The numbers are {a} and {b}. [Multiply them.|What is their product?|Give me their product.]"
        "|Here are two numbers: {a} and {b}. Multiply.|If you had to multiply {a} by {b}, what would you say?|No calculator here: {a} times {b}?|Without a calculator, what's {a} times {b}?"
        "|The product of two numbers, {a} and {b}: which is it?|{a} added to itself until it stands there {b} times: how much?|How much is {b} times as much as {a}?|{b} times as many as {a} is how many?|What number is {b} times as big as {a}?|{a} is multiplied by {b}. [Result?|What is the result?]|Result of {a} multiplied with {b}?|Multiplication, please: {a} and {b}."
        "|Let x = {a} and y = {b}. Find xy.|p is {a}, q is {b}: what is p times q?|When one factor is {a} and the other {b}, what's the product?|The calculator is broken. I need {a} times {b}.]",
        "[两个因数是{a}和{b}，积是多少？|一个因数是{a}，另一个是{b}，积呢？|{a} × {b} = ?|? = {a} × {b}|{a} × {b} = ___|填空：{a} × {b} = __|{a}乘{b}，等于（  ）|因数：{a}、{b}\n积：|两个数{a}、{b}，[乘起来是多少？|求它们的积。|相乘。]|我不会算{a}乘{b}。|作业里问{a}乘以{b}得多少。|孩子问我{a}乘{b}是多少。"
        "|手边没计算器，{a}乘{b}得多少？|不用计算器，{a}乘以{b}等于几？|能帮我把{a}和{b}乘一下吗？|想请你算个乘法：{a}和{b}。|{a}扩大到原来的{b}倍是多少？|{a}的{b}倍等于多少？|求{b}个{a}的和。|{b}个{a}相加得多少？|什么数是{a}的{b}倍？|x={a}，y={b}，xy=？|设甲数{a}，乙数{b}，求两数的积。|{a}被乘以{b}，结果是什么？|乘法题：{a}，{b}。]",
    ),
    "+": (
        "[What do I get when I add {b} to {a}[?|]|{a} and then {b} on top: how much?|{a} and {b}, all in all?|{a} and another {b}?|First {a}, then {b} more. Where are we?|I have to add {a} and {b}.|I can't add {a} and {b} in my head.|My homework says {a} plus {b}. What's the answer?|My son asks what {a} plus {b} is.|Check for me what {a} and {b} give together."
        "|{a} + {b} = ?|? = {a} + {b}|{a} + {b} = ___|___ = {a} + {b}|{a} plus {b} = ...|Fill in the blank: {a} + {b} = __|Fill in: {a} plus {b} is ___.|add: {a}, {b}|sum({a}, {b})|first number: {a}\nsecond number: {b}\nsum:|Numbers: {a}, {b}\nSum: ?|{a}\n+ {b}\n= ?|{a}\n{b}\nTotal?"
        "|Could you add {a} and {b}?|Would you add up {a} and {b} for me?|I'd like to have {b} added to {a}.|I add {b} to {a}. [What should I get|Which result is right]?|The numbers are {a} and {b}. [Add them.|What is their sum?|Give me their sum.]|Here are two numbers: {a} and {b}. Add.|No calculator here: {a} plus {b}?|Without a calculator, what's {a} plus {b}?"
        "|Begin at {a} and go {b} further. [Where do you end|Which number is it]?|Count {b} on from {a}. What do you reach?|From {a}, {b} up: which number?|{b} comes on top of {a}. Total?|{a} grows by {b}. What is it then?|{a} is raised by {b}. What does that make?|Raise {a} by {b}.|Which number do I reach if I go {b} up from {a}?|{b} more than {a} is what?|What's {b} more than {a}?|What is {a} increased by {b}?"
        "|Let x = {a} and y = {b}. Find x + y.|p is {a}, q is {b}: what is p plus q?|What minus {b} is {a}?|Which number less {b} gives {a}?|? - {b} = {a}|I took {b} from a number and had {a}. What was the number?|I think of a number. Without {b} it is {a}. Which number is it?|The bill has two lines, {a} and {b}. What's at the bottom?|Two prices: {a} and {b}. Together?|One costs {a}, the other {b}. Both?|On one page {a}, on the other {b}. Altogether?]",
        "[{a} + {b} = ?|? = {a} + {b}|{a} + {b} = ___|填空：{a} + {b} = __|{a}加{b}，等于（  ）|加数：{a}、{b}\n和：|两个加数是{a}和{b}，和是多少？|两个数{a}、{b}，[加起来是多少？|求它们的和。|相加。]|我不会算{a}加{b}。|作业里问{a}加{b}得多少。|孩子问我{a}加{b}是多少。|手边没计算器，{a}加{b}得多少？|不用计算器，{a}加上{b}等于几？|能帮我把{a}和{b}加一下吗？|想请你算个加法：{a}和{b}。"
        "|从{a}往后数{b}个数是几？|{a}再往上加{b}，到多少了？|{a}涨了{b}，变成多少？|{a}上面再添{b}呢？|先{a}，再来{b}，一共？|x={a}，y={b}，x+y=？|设甲数{a}，乙数{b}，求两数的和。|什么数减{b}等于{a}？|? - {b} = {a}|一个数减去{b}得{a}，这个数是几？|我想了一个数，减掉{b}还剩{a}，是哪个数？|两样东西，一样{a}，一样{b}，合起来？|两笔账，{a}和{b}，合计？|{a}\n{b}\n合计？|{a}比哪个数少{b}？]",
    ),
    "-": (
        "[What do I get when I take {b} away from {a}[?|]|{a}, then {b} away: how much?|{a} but {b} less?|{a} without {b}?|I have to subtract {b} from {a}.|I can't do {a} minus {b} in my head.|My homework says {a} minus {b}. What's the answer?|My son asks what {a} minus {b} is.|Check for me what {a} less {b} gives."
        "|{a} - {b} = ?|? = {a} - {b}|{a} - {b} = ___|___ = {a} - {b}|{a} minus {b} = ...|Fill in the blank: {a} - {b} = __|Fill in: {a} minus {b} is ___.|difference({a}, {b})|from: {a}\ntake: {b}\nleft:|{a}\n- {b}\n= ?|Could you subtract {b} from {a}?|Would you take {b} off {a} for me?|I'd like to have {b} taken from {a}.|I subtract {b} from {a}. [What should I get|Which result is right]?"
        "|The numbers are {a} and {b}. [What is their difference?|Give me their difference.|How far apart are they?]|How far apart are {a} and {b}?|No calculator here: {a} minus {b}?|Without a calculator, what's {a} minus {b}?|Begin at {a} and go {b} back. [Where do you end|Which number is it]?|Count {b} back from {a}. What do you reach?|From {a}, {b} down: which number?|{a} falls by {b}. What is it then?|{a} is lowered by {b}. What does that make?|Lower {a} by {b}.|{b} less than {a} is what?|What's {b} less than {a}?|What is {a} decreased by {b}?"
        "|Let x = {a} and y = {b}. Find x - y.|p is {a}, q is {b}: what is p minus q?|{b} plus what is {a}?|{b} + ? = {a}|? + {b} = {a}|{b} + ___ = {a}|{b} and how many more make {a}?|How many more than {b} is {a}?|How much do I have to add to {b} for {a}?|What has to be added to {b} so that it is {a}?|Which number goes with {b} to make {a}?|Up to {a} from {b}, how much?|{a} - ? = {b}|{a} minus what is {b}?|What do I take from {a} to be left with {b}?|I think of a number. With {b} more it is {a}. Which number is it?|Two numbers make {a}. One is {b}. What is the other?|{b} of {a} are done. How many are to go?|{b} out of {a} are gone. The rest?|{a} in all, {b} of them used. Left?]",
        "[{a} - {b} = ?|? = {a} - {b}|{a} - {b} = ___|填空：{a} - {b} = __|{a}减{b}，等于（  ）|被减数{a}，减数{b}，差是多少？|被减数：{a}\n减数：{b}\n差：|两个数{a}、{b}，[相差多少？|求它们的差。]|我不会算{a}减{b}。|作业里问{a}减{b}得多少。|孩子问我{a}减{b}是多少。|手边没计算器，{a}减{b}得多少？|不用计算器，{a}减去{b}等于几？|能帮我算算{a}减{b}吗？|想请你算个减法：{a}减{b}。|从{a}往回数{b}个数是几？"
        "|{a}往下减{b}，到多少了？|{a}降了{b}，变成多少？|x={a}，y={b}，x-y=？|设甲数{a}，乙数{b}，求甲减乙。|{b}加几等于{a}？|{b} + ? = {a}|? + {b} = {a}|{b} + （  ） = {a}|{a} - ? = {b}|{a}减去几等于{b}？|{b}还差多少到{a}？|要凑成{a}，{b}还要加多少？|从{b}到{a}还差几？|一个数加上{b}得{a}，这个数是几？|我想了一个数，加上{b}是{a}，是哪个数？|两个数的和是{a}，其中一个是{b}，另一个呢？|一共{a}，用了{b}，剩下？|{a}里面去掉{b}呢？|{a}比{b}大多少？]",
    ),
    "÷": (
        "[What do I get when I divide {a} by {b}[?|]|{a} ÷ {b} = ?|? = {a} ÷ {b}|{a} / {b} = ___|Fill in: {a} divided by {b} is ___.|{a} over {b}?|The quotient of {a} and {b}|What's the quotient of {a} and {b}?|dividend: {a}\ndivisor: {b}\nquotient:|Could you divide {a} by {b}?|I have to divide {a} by {b}.|The numbers are {a} and {b}. Divide the first by the second.|Cut {a} into {b} equal parts. How big is one?|{a} in {b} equal parts: one part is what?|Split {a} {b} ways.|{a} split {b} ways?|{a} shared by {b}?"
        "|How many {b}s are [there in|in] {a}?|How many times is {b} contained in {a}?|How many times do I have to take {b} to get {a}?|{b} × ? = {a}|? × {b} = {a}|{b} times what is {a}?|{b} times ___ is {a}.|What times {b} is {a}?|Which number multiplied by {b} gives {a}?|{a} is {b} times which number?|I think of a number. Taken {b} times it is {a}. Which number is it?|The product is {a}, one factor is {b}. The other factor?|Let x = {a} and y = {b}. Find x divided by y.|My homework says {a} divided by {b}. What's the answer?|Without a calculator, what's {a} divided by {b}?]",
        "[{a} ÷ {b} = ?|? = {a} ÷ {b}|{a} ÷ {b} = ___|填空：{a} ÷ {b} = __|{a}除以{b}，等于（  ）|被除数{a}，除数{b}，商是多少？|被除数：{a}\n除数：{b}\n商：|求{a}除以{b}的商。|我不会算{a}除以{b}。|作业里问{a}除以{b}得多少。|不用计算器，{a}除以{b}等于几？|能帮我算算{a}除以{b}吗？|{a}分成{b}等份，一份是多少？|{b} × ? = {a}|? × {b} = {a}|{b} × （  ） = {a}|几乘{b}等于{a}？|{a}是哪个数的{b}倍？|{a}是{b}的几倍？|一个数的{b}倍是{a}，这个数是几？|积是{a}，一个因数是{b}，另一个因数呢？|x={a}，y={b}，x÷y=？|{a}里有多少个{b}？]",
    ),
}

# A part of {a}, and what {a} is divided by.
PARTS: tuple[tuple[int, str, str], ...] = (
    (2, "[half of|one half of|the half of]", "[一半|二分之一]"), (3, "[a third of|one third of]", "三分之一"), (4, "[a quarter of|one fourth of|a fourth of]", "四分之一"),
    (5, "[a fifth of|one fifth of]", "五分之一"), (10, "[a tenth of|one tenth of|ten percent of]", "[十分之一|百分之十]"),
)
PART_ASKED = (
    "[What is {p} {a}?|What's {p} {a}?|How much is {p} {a}?|{p} {a}|{p} {a}?|{p} {a} = ?|Find {p} {a}.|Give me {p} {a}.|I need {p} {a}.|Tell me {p} {a}.|If I keep {p} {a}, what do I have?|{p} {a} is how much?|Take {p} {a}. What is it?|I have {a} and give away {p} that. How much do I give away?]",
    "[{a}的{p}是多少？|{a}的{p}是几？|{a}的{p}|求{a}的{p}。|{a}的{p}等于多少？|{a}拿出{p}，是多少？|请算{a}的{p}。|{a}，取它的{p}，得多少？|我有{a}，分出去{p}，分出去多少？]",
)

# A number times itself.
SQUARED = (
    "[What is {a} squared?|{a} squared|{a} squared = ?|The square of {a}|What's the square of {a}?|Square {a}.|Multiply {a} by itself.|{a} times itself?|What do I get when I multiply {a} by itself?|A square has sides of {a}. What's its area?|{a}²|{a}² = ?|{a}^2]",
    "[{a}的平方是多少？|{a}的平方|{a}²|{a}² = ?|求{a}的平方。|{a}乘以它自己得多少？|{a}自乘是多少？|正方形边长{a}，面积是多少？|{a}^2]",
)

# Sums whose numbers are written in letters: {a}, {b} and the sign as people say it.
IN_LETTERS: dict[str, tuple[str, str]] = {
    "+": ("[What is {a} plus {b}?|How much is {a} plus {b}?|{a} plus {b}|{a} plus {b}?|{a} and {b} make how many?|{a} and {b}, how much?|Add {a} and {b}.|Add {b} to {a}.|What's the sum of {a} and {b}?|What do I get when I add {b} to {a}?|Please work out {a} plus {b}.|{a} and {b} more?|Calculate {a} plus {b} in figures.|Write in figures: {a} plus {b} is what?]",
          "[{a}加{b}等于多少？|{a}加{b}等于几？|{a}加{b}|{a}加上{b}是多少？|{a}和{b}的和是多少？|{a}与{b}一共是多少？|算一下{a}加{b}。|把{a}和{b}加起来。|用数字写出{a}加{b}的结果。|比{a}多{b}的数是几？]"),
    "-": ("[What is {a} minus {b}?|How much is {a} minus {b}?|{a} minus {b}|{a} minus {b}?|{a} take away {b}?|{a} less {b}?|Take {b} from {a}.|Subtract {b} from {a}.|What's left of {a} without {b}?|What do I get when I take {b} from {a}?|Please work out {a} minus {b}.|What is the difference between {a} and {b}?|{b} plus what is {a}?]",
          "[{a}减{b}等于多少？|{a}减{b}等于几？|{a}减{b}|{a}减去{b}是多少？|{a}和{b}的差是多少？|从{a}里拿走{b}还有多少？|算一下{a}减{b}。|{a}比{b}多几？|比{a}少{b}的数是几？|用数字写出{a}减{b}的结果。]"),
    "×": ("[What is {a} times {b}?|How much is {a} times {b}?|{a} times {b}|{a} times {b}?|Multiply {a} by {b}.|What's the product of {a} and {b}?|{a} multiplied by {b}?|What do I get when I multiply {a} by {b}?|Please work out {a} times {b}.|Calculate {a} times {b} in figures.]",
          "[{a}乘{b}等于多少？|{a}乘{b}等于几？|{a}乘以{b}|{a}乘以{b}是多少？|{a}和{b}的积是多少？|{b}个{a}是多少？|{a}的{b}倍是多少？|算一下{a}乘{b}。|用数字写出{a}乘{b}的结果。]"),
}

# Three numbers, all to be added; and what is said where the third is added or taken away.
THREE = (
    "[{a}, {b}, {c}: total?|{a}, {b} and {c} together?|{a}\n{b}\n{c}\nSum?|{a}\n{b}\n{c}\n[Add these up.|What's the total?|All together?]|Add these: {a}, {b}, {c}.|sum({a}, {b}, {c})|What do {a}, {b} and {c} come to?|My three prices are {a}, {b} and {c}. What do I pay?|On the receipt: {a}, {b}, {c}. What should stand below?|The numbers are {a}, {b} and {c}. Add them.|What do I get when I add {a}, {b} and {c}?|If I add {a}, {b} and {c}, what comes out?|Three numbers, {a}, {b}, {c}; I need the sum.|Could you add up {a}, {b} and {c} for me?|{a} plus {b} plus {c}[?|]|What's {a} plus {b} plus {c}?|Bread {a}, milk {b}, eggs {c}. Total?|Breakfast {a}, lunch {b}, dinner {c}: what did I spend?|The parts are {a}, {b} and {c}. How much is the whole?]",
    "[{a}、{b}、{c}，合计？|{a}、{b}和{c}加起来是多少？|{a}\n{b}\n{c}\n[合计？|加一下。|一共多少？]|把{a}、{b}、{c}相加。|{a}加{b}加{c}等于多少？|三个数：{a}、{b}、{c}，和是多少？|小票上写着{a}、{b}、{c}，总数是多少？|面包{a}，牛奶{b}，鸡蛋{c}，一共？|早饭{a}，午饭{b}，晚饭{c}，一共花了多少？|求{a}、{b}、{c}三个数的和。|能把{a}、{b}、{c}加一下吗？]",
)
TURNED: dict[str, tuple[str, str]] = {
    "+": ("[{a} plus {b}, and another {c}?|Take {a}, put {b} to it and then {c}.|{a} and {b}, then {c} on top. Result?|I begin with {a}. I add {b}, then {c}. What is it?|{a}, plus {b}, plus {c}.|First {a} + {b}, and to the result {c} more. What comes out?]",
          "[先算{a}加{b}，再加{c}，结果是多少？|从{a}开始，加{b}，再加{c}，得几？|{a}加上{b}以后再加上{c}是多少？]"),
    "-": ("[{a} plus {b} minus {c}[?|]|What's {a} plus {b} minus {c}?|{a} plus {b}, without {c}?|Take {a}, put {b} to it and take {c} off.|{a} and {b}, then {c} off. Result?|I begin with {a}. I add {b}, then take {c} away. What is it?|First {a} + {b}, and from the result take {c}. What comes out?|From the sum of {a} and {b}, subtract {c}.]",
          "[先算{a}加{b}，再减{c}，结果是多少？|从{a}开始，加{b}，再减{c}，得几？|{a}与{b}的和减去{c}是多少？|{a}加{b}减{c}等于几？|{a}加上{b}，去掉{c}，还有多少？]"),
}
# fmt: on
