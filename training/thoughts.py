"""Plain thoughts for answers that need little thinking, by family; each (English, Chinese)."""

from training.words import Pair

ANY: Pair = ("This is simple.", "这很简单。")
PLAIN: dict[str, Pair] = {
    "greeting": ("The user greets me. I should greet back.", "用户在问好，我也问好。"),
    "identity": (
        "The user asks who I am. I should say it plainly.",
        "用户问我是谁，我应该如实回答。",
    ),
    "abilities": ("The user asks what I can do. I should list it.", "用户问我能做什么，我列出来。"),
    "manners": ("A polite word. I should answer kindly.", "这是客气话，我友好地回答。"),
    "powers": ("The user asks what I can do here. I should be honest.", "用户问我会不会这个，我如实说明。"),
    "empty": ("There is little to go on here. I should answer kindly.", "这里没什么内容，我友好地回答。"),
    "unknown": ("I don't know this. I should say so.", "这个我不知道，应该说明。"),
    "feeling": ("The user asks how I am. I should answer kindly.", "用户问我好不好，我友好地回答。"),
    "limits": ("The user asks what I am. I should be honest.", "用户问我是什么，我如实说明。"),
    "capital": ("A country and its capital. I know this one.", "用户问首都，这个我知道。"),
    "persona": ("The system turn says who I am. I keep to it.", "系统消息说了我是谁，我照做。"),
    "joke": ("The user wants to laugh. A small joke will do.", "用户想笑一笑，讲个小笑话。"),
    "vague": ("Something is missing here. I should say what I can.", "这里缺少内容，我说能说的。"),
    "topic": (
        "The user wants an explanation. Two sentences will do.",
        "用户想要解释，我简短说明。",
    ),
    "poem": ("A poem. Four lines will do.", "用户想要一首诗，四行就好。"),
    "haiku": ("A haiku has three lines of five, seven and five syllables.", "俳句有三行，五、七、五。"),
    "space": (
        "A story about space. It needs a hero, a trip and a discovery.",
        "太空故事，要有主角、旅行和发现。",
    ),
    "tale": ("A story. It needs a hero, a find and an ending.", "一个故事，要有主角、发现和结尾。"),
    "no_weather": ("I have no weather tool here, so I can't know.", "我没有天气工具，所以不知道。"),
    "memory": (
        "The user told me before.",
        "用户之前说过。",
    ),
}
