"""Make the golden files of the tokens room: a small vocabulary of our own, and what the `tokenizers` library does with it.

    python tests/tokens/make_golden.py        (needs `tokenizers`; the files in the repository were made with 0.23.3)

golden/<name>/tokenizer.json   a byte-level BPE of about 900 tokens in the manner of the Qwen files
golden/<name>/cases.json       [{"text", "ids", "ids_of_text", "decoded", "decoded_without_special"}], ASCII
"""

import json
from pathlib import Path

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

HERE = Path(__file__).parent / "golden"

LETTER_DIGIT_REST = r"|\p{N}| ?[^\s%s\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
PATTERNS = {
    "qwen2": r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+" + LETTER_DIGIT_REST % r"\p{L}",
    "qwen3.5": r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+" + LETTER_DIGIT_REST % r"\p{L}\p{M}",
}

SENTENCES = """
The kettle was singing when the letter came, and nobody in the kitchen wanted to open it first.
She's sure they'll say that we've won; I'd rather wait. It isn't over, he said, they're still counting.
A river does not ask the stones for leave. Numbers: 3 apples, 14 pears, 159 plums, 2.5 kilos, 1000 reasons.
def area(width, height):\n    return width * height\n\n\nclass Box:\n    def __init__(self, sides):\n        self.sides = sides
for (int i = 0; i < n; ++i) { total += values[i]; }  // the sum of all values\n\treturn total;
{"name": "lamp", "price": 12.50, "colours": ["red", "green", "blue"], "sold": false}
Über die Brücke fährt der letzte Zug; größer als gedacht, süßer als nötig. Où est la gare, s'il vous plaît ?
El niño soñó con un pingüino que cantaba. Наш дом стоит у реки, и вечером в нём тихо.
今天的天气很好，我们去公园散步吧。你叫什么名字？我是一个小小的语言模型。
私は毎朝コーヒーを飲みます。한국어 문장도 하나 있어요. मेरा नाम क्या है? हिन्दी मेरी भाषा है, हिन्दी में लिखो। هذا كتاب جديد.
Tea or coffee? Tea, please!!! Wait... really?? Yes -- really. (And a biscuit.) [1] {2} <3> #4 @five 50% & more
"""

HOSTILE = [
    "",
    " ",
    "   ",
    "\n",
    "\n\n\n",
    " \n \n ",
    "\r\n\r\n",
    "\t \t\n  x",
    "a" * 300,
    "ab" * 100,
    "    indented\n        more  ",
    "Hello! Who are you?",
    "<|im_start|>user\nHello<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n",
    "<|im_start|><|im_end|><|im_end|>",
    "<|im_end|",
    "<|im_<|im_end|>end|>",
    "<think><thinking></think>",
    "<think\u0338>",
    " <tool_call> {} </tool_call> ",
    "<note><notebook>",
    "<cafe\u0301><caf\u00e9>",
    "one <river> bank",
    "She'S WE'VE i'LL 'ſ 's",
    "e\u0301 \u00e9 a\u0316\u0301 a\u0301\u0316 \u1100\u1161\u11a8 \uac01",
    "\u0344\u0f73\u0f75 \u212b \ufb01 \u2126",
    "नमस्ते दुनिया मेरा नाम",
    "هذا كِتابٌ",
    "ก็ เด็ก",
    "👨\u200d👩\u200d👧 🏳\ufe0f\u200d🌈 🙂🙂",
    "好🙂好",
    "½ ² Ⅷ ٣ 123456",
    "\u00a0\u3000\u2028\u2029\u0085x",
    "\x00\x01\x1c\x1d\x7f\x80",
    "\ufeff\ufffd\uffff\U0010ffff\U000e0001",
    "日本語のテキスト、続き。",
    "x=1;y=2\r\nz=3",
    "...---___***",
    "'",
    "''",
    "'s's's",
    "Ġ Ċ ĠĠ",
]


def train(pattern: str) -> Tokenizer:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.NFC()
    split = pre_tokenizers.Split(Regex(PATTERNS[pattern]), behavior="isolated")
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [split, pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=900,
        min_frequency=1,
        special_tokens=["<|endoftext|>"],  # lies inside the base vocabulary, at 0
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(SENTENCES.strip().split("\n"), trainer)
    tokenizer.add_special_tokens(["<|im_start|>", "<|im_end|>"])
    tokenizer.add_tokens([AddedToken(text, normalized=False) for text in ("<think>", "</think>", "<tool_call>")])
    tokenizer.add_tokens([AddedToken("</tool_call>", normalized=False)])
    # Looked for after normalisation; one that begins like another; one that normalisation changes.
    tokenizer.add_tokens([AddedToken(text, normalized=True) for text in ("<note>", "<notebook>", "<caf\u00e9>")])
    return tokenizer


def written_as(trained: Tokenizer, name: str) -> str:
    fields = json.loads(trained.to_str())
    if name == "qwen2":  # the older spelling of merges
        fields["model"]["merges"] = [" ".join(merge) for merge in fields["model"]["merges"]]
    return json.dumps(fields, ensure_ascii=True, separators=(",", ":"))


def case(tokenizer: Tokenizer, without_added: Tokenizer, text: str) -> dict[str, object]:
    ids = tokenizer.encode(text, add_special_tokens=False).ids
    decoded = {
        "decoded": tokenizer.decode(ids, skip_special_tokens=False),
        "decoded_without_special": tokenizer.decode(ids, skip_special_tokens=True),
    }
    if tokenizer.token_to_id("<caf\u00e9>") in ids:
        # The library reads an added token's own characters as spelled bytes; ours decodes to the token's text.
        decoded = {"decoded": "<caf\u00e9>" * 2, "decoded_without_special": "<caf\u00e9>" * 2}
    return {
        "text": text,
        "ids": ids,
        "ids_of_text": without_added.encode(text, add_special_tokens=False).ids,
        **decoded,
    }


def main() -> None:
    texts = [*HOSTILE, *SENTENCES.strip().split("\n"), SENTENCES]
    for name in PATTERNS:
        written = written_as(train(name), name)
        fields = json.loads(written)
        fields["added_tokens"] = []
        tokenizer, without_added = Tokenizer.from_str(written), Tokenizer.from_str(json.dumps(fields))
        folder = HERE / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "tokenizer.json").write_text(written + "\n")
        cases = [case(tokenizer, without_added, text) for text in texts]
        (folder / "cases.json").write_text("[\n" + ",\n".join(json.dumps(one) for one in cases) + "\n]\n")


if __name__ == "__main__":
    main()
