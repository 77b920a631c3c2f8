"""How people type small work on a text or a list; {x} is what is worked on, {a} and {b} are words in it."""

# fmt: off
CAPITALS = (
    "[make it all caps -> {x}|all caps please: {x}|{x}\n\nall caps pls|can you put this in capitals: {x}|\"{x}\" - in big letters please|I need this in capital letters for a sign:\n{x}|uppercase: {x}|UPPERCASE this: {x}|Turn every letter of this into a capital: {x}|{x} -> all uppercase|Shout this: {x}|Please write the following in upper case. {x}|Give me '{x}' in caps|For the poster, all in capitals: {x}|caps lock version of: {x}|Rewrite with capital letters only: {x}|{x}\nSame text, capital letters.|How would \"{x}\" look in all capitals?|Capitalize every letter: {x}|Put the next line in upper case\n{x}|Change this to upper case: {x}|Change to capitals: {x}|to upper: {x}|Convert \"{x}\" to uppercase]",
    "[全部改成大写：{x}|下面这句里的字母都用大写：{x}|{x}\n字母改大写|把“{x}”里的英文字母变成大写|大写一下：{x}]",
)
SMALL = (
    "[all lowercase please: {x}|make it lower case -> {x}|{x}\n\nno capitals please|Stop shouting, small letters: {x}|lowercase: {x}|Put '{x}' in small letters|Rewrite without any capitals: {x}|to lower case: {x}|This is all in capitals, make it small: {x}|Someone left caps lock on: {x}\nFix it, all small letters.|Change this to lower case: {x}]",
    "[全部改成小写：{x}|字母都变小写：{x}|{x}\n字母改小写]",
)
SWAP = (
    "[Swap \"{a}\" for \"{b}\" in this sentence: {x}|Replace {a} with {b}: {x}|{x}\nPut {b} instead of {a}.|In \"{x}\" change {a} to {b}|change the word {a} to {b}: {x}|{x} -> {b} instead of {a}|It's not {a}, it's {b}. Fix this: {x}|Take this sentence: {x} Now write it with {b} instead of {a}.|find {a}, replace by {b}\n{x}|Use {b} in place of {a} here: {x}|I wrote {a} but meant {b}: {x}|Rewrite with {b} where it says {a}: {x}|Sentence: {x}\n{a} → {b}|Same sentence but with {b} instead of {a}: {x}|Please exchange the word \"{a}\" for \"{b}\". {x}]",
    "[把句子里的“{a}”换成“{b}”：{x}|把{a}改成{b}：{x}|{x}\n{a}换成{b}|“{x}”这句里，{a}应该是{b}，改一下|不是{a}，是{b}，帮我改：{x}|将“{x}”中的{a}替换为{b}|{x}（{a}→{b}）|我写错了，{a}要写成{b}：{x}|用{b}代替{a}，重写这句话：{x}|查找{a}，替换为{b}：{x}]",
)
REMOVE = (
    "[Remove the {a} from this: {x}|take {a} off my list: {x}|{x}\nwithout the {a}|my list without {a}: {x}|Cross out {a}: {x}|We already have {a}. New list? {x}|I don't need the {a} any more: {x}|{x}\nStrike {a}.|Everything but {a}: {x}|Here's the list: {x}. Delete {a}.|drop {a} from: {x}|Can you leave out {a}? {x}|List: {x}\nGone: {a}\nWhat remains?|In the list {x}, please cross out {a}.|I bought the {a} already, update the list: {x}|{x} - minus {a}]",
    "[把{a}从里面去掉：{x}|清单上划掉{a}：{x}|{x}\n不要{a}|{a}已经买了，更新一下清单：{x}|除了{a}，其他都写出来：{x}|去掉{a}还剩什么？{x}|{x}，删掉{a}|名单：{x}。{a}不用了。|清单{x}里拿掉{a}|我不需要{a}了：{x}]",
)
ADD = (
    "[Add {a} to my list: {x}|{x}\nplus {a}|put {a} at the end: {x}|My list: {x}. One more thing, {a}.|I forgot {a}: {x}|{x} and {a} - write the whole list|We also need {a}. The list so far: {x}|append {a}: {x}|List: {x}\nNew: {a}\nAll together?|Also {a}, please. So far I have {x}.]",
    "[清单上加上{a}：{x}|{x}\n再加{a}|忘了{a}，补上：{x}|还要{a}，目前的清单是：{x}|在最后加上{a}：{x}|我的清单：{x}。再添一样，{a}。]",
)
LARGEST = (
    "[biggest number here: {x}|which of these is the biggest? {x}|largest number out of {x}|max of {x}?|What's the highest of these? {x}|{x} - which is the largest?|Pick the greatest number: {x}|{x}\nthe top one?|Tell me the maximum: {x}|From these scores the best one, please: {x}|Which number is the largest: {x}?|Only the biggest: {x}|The highest value in this row: {x}|find the max: {x}]",
    "[哪个数最大？{x}|最大的是哪个：{x}|{x}，哪个最大？|找出最大的数：{x}|这几个数里最大的是多少？{x}|{x}\n最大值？|给我最大的那个：{x}|{x}里最大的数]",
)
SMALLEST = (
    "[smallest number out of {x}|which of these is the smallest? {x}|lowest one: {x}|min of {x}?|What's the least of these? {x}|{x} - which is the smallest?|Pick the smallest number: {x}|{x}\nthe lowest?|Tell me the minimum: {x}|The cheapest of these prices: {x}|Which number is the smallest: {x}?|Only the smallest: {x}|The lowest value in this row: {x}|find the min: {x}]",
    "[哪个数最小？{x}|最小的是哪个：{x}|{x}，哪个最小？|找出最小的数：{x}|这几个数里最小的是多少？{x}|{x}\n最小值？|给我最小的那个：{x}|{x}里最小的数]",
)
FIRST = (
    "[Who or what comes first here? {x}|first one on the list: {x}|{x}\nJust the first.|What's at the top of this list? {x}|Name the first: {x}|{x} - the first one?|My list begins with what? {x}|The first entry only, please: {x}|Only the first of these: {x}|number one of {x}?]",
    "[名单上排第一个的是谁？名单：{x}|第一个是什么？{x}|{x}，第一个是？|只要第一个：{x}|排在最前面的是哪个？{x}|{x}\n开头第一个|清单的第一样：{x}]",
)
LAST = (
    "[Who or what comes last here? {x}|last one on the list: {x}|{x}\nJust the last.|What's at the bottom of this list? {x}|Name the last: {x}|{x} - the last one?|My list ends with what? {x}|The final entry only, please: {x}|Only the last of these: {x}|What stands at the very end? {x}]",
    "[名单上排最后的是谁？名单：{x}|最后一个是什么？{x}|{x}，最后一个是？|只要最后一个：{x}|排在末尾的是哪个？{x}|{x}\n最后那个|清单的最后一样：{x}]",
)
COUNT = (
    "[How many things are on my list? {x}|count these for me: {x}|{x}\nhow many is that|How long is this list? {x}|number of items: {x}|{x} - how many?|I lost count: {x}|How many have I got here? {x}|So how many are there in {x}?|List: {x}\nTotal count?]",
    "[我的清单上有几样东西？{x}|数一下：{x}|{x}\n一共几个|这里有多少样？{x}|{x}，几样？|帮我数数有几个：{x}]",
)
REVERSE = (
    "[flip the order: {x}|{x}\nbackwards please|Back to front: {x}|Read me this list from the end: {x}|the other way around: {x}|{x} -> reversed|Last becomes first: {x}|Start with the last: {x}|reverse: {x}|Can you turn this list upside down? {x}]",
    "[倒过来排：{x}|{x}\n倒着来|顺序颠倒一下：{x}|从最后一个开始念：{x}|反着排列：{x}|{x}，反过来]",
)
ONCE = (
    "[My list has doubles, clean it up and keep the order: {x}|Drop what's there twice: {x}|{x}\nno duplicates please|dedupe: {x}|Every item only once: {x}|I wrote some things twice: {x}. Fix that.|Take out the repeats, keep the order: {x}|{x} -> unique|Get rid of the duplicates: {x}|Remove the double entries: {x}]",
    "[有重复的，帮我清理一下：{x}|{x}\n去重|每样只留一个：{x}|重复的去掉，顺序不变：{x}|我写重了几个：{x}，改一下|删掉重复的，保持顺序：{x}]",
)
COMMAS = (
    "[Join these with commas: {x}|put commas between these: {x}|{x}\nadd the commas|Separate with commas: {x}|comma separated please: {x}|{x} -> with commas|Turn the spaces into commas: {x}]",
    "[用逗号连起来：{x}|{x}\n中间加逗号|加上逗号：{x}|把空格改成逗号：{x}]",
)
WORD_BACKWARDS = (
    "[spell the word {x} backwards|{x} spelled backwards|what is {x} backwards?|Write {x} from the last letter to the first.|reverse the letters of {x}|{x} in reverse letters|Turn the word \"{x}\" around, letter by letter.]",
    "[“{x}”倒过来怎么写？|把“{x}”这几个字倒着写|{x}，反着写|倒着念“{x}”]",
)
BACKWARDS = (
    "[{x} backwards|Read this from the end: {x}|reverse {x}|Flip these letters: {x}|From the last letter to the first: {x}]", "[倒过来：{x}|反着写：{x}]",
)
# fmt: on
