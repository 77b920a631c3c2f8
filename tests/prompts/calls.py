"""Calls as models write them, well and badly: the corpus, and how it is parsed in pieces."""

from dataclasses import dataclass
from typing import Any

from qwenchat.prompts.call_events import CallEvent, CallName, CallText, Ending, merged
from qwenchat.prompts.calls import Form, feed_calls, start_calls
from qwenchat.protocol import Answer

TOOLS: dict[str, Any] = {
    "f": {
        "type": "object",
        "properties": {
            "text": {"type": "string"},
            "n": {"type": "integer"},
            "x": {"type": "number"},
            "yes": {"type": "boolean"},
            "maybe": {"type": ["integer", "null"]},
            "any": {"anyOf": [{"type": "object"}, {"type": "string"}]},
            "place": {"$ref": "#/$defs/Place"},
            "color": {"enum": ["red", "7"]},
            "level": {"enum": [1, 2]},
            "items": {"type": "array"},
        },
        "$defs": {"Place": {"type": "object"}},
    },
    "g": {},
}


def parsed(form: Form, chunks: list[str], tools: Any = TOOLS, ending: Ending = Ending.DONE) -> list[CallEvent]:
    """All events of a text that comes in `chunks`."""
    state, events = start_calls(form, tools), list[CallEvent]()
    for chunk in chunks:
        state, told = feed_calls(state, chunk)
        events += told
    return merged([*events, *feed_calls(state, "", ending)[1]])


def source_of(event: CallEvent) -> str:
    return event.source if isinstance(event, CallName | CallText) else event.text


def told(events: list[CallEvent]) -> tuple[str, list[tuple[str, str]]]:
    """The answer's text, and the calls as (name, arguments)."""
    text, calls = "", list[tuple[str, str]]()
    for event in events:
        if isinstance(event, Answer):
            text += event.text
        elif isinstance(event, CallName):
            calls.append((event.name, ""))
        elif isinstance(event, CallText):
            calls[-1] = (calls[-1][0], calls[-1][1] + event.text)
    return text, calls


@dataclass(frozen=True)
class Hard:
    """A text, what it tells, and why it is here."""

    why: str
    form: Form
    text: str
    answer: str
    calls: list[tuple[str, str]]
    ending: Ending = Ending.DONE


def hermes(why: str, text: str, answer: str, *calls: tuple[str, str], **rest: Any) -> Hard:
    return Hard(why, Form.HERMES, text, answer, list(calls), **rest)


def xml(why: str, text: str, answer: str, *calls: tuple[str, str], **rest: Any) -> Hard:
    return Hard(why, Form.XML, text, answer, list(calls), **rest)


def one(key: str, value: str) -> str:
    """An XML call of f with one argument, as the templates write it."""
    return f"<tool_call>\n<function=f>\n<parameter={key}>\n{value}\n</parameter>\n</function>\n</tool_call>"


CUT = Ending.CUT
HARD = [
    hermes(
        "the end tag in a string",
        '<tool_call>\n{"name": "f", "arguments": {"text": "a</tool_call>b"}}\n</tool_call>',
        "",
        ("f", '{"text": "a</tool_call>b"}'),
    ),
    hermes(
        "braces, quotes and backslashes in strings",
        r'<tool_call>{"name": "f", "arguments": {"a": "}\"{\\", "b": {"c": [{"d": "]"}]}}}</tool_call>',
        "",
        ("f", r'{"a": "}\"{\\", "b": {"c": [{"d": "]"}]}}'),
    ),
    hermes("an escaped name", r'<tool_call>{"name": "f\u006f", "arguments": {}}</tool_call>', "", ("fo", "{}")),
    hermes("half a surrogate in a name", r'<tool_call>{"name": "f\ud83d", "arguments": {}}</tool_call>', "", ("f\ufffd", "{}")),
    hermes(
        "arguments that begin with something else are no JSON: the reader gets all of them",
        '<tool_call>{"name": "f", "arguments": <x> {"n": [1, 2]}}</tool_call>',
        "",
        ("f", '<x> {"n": [1, 2]}'),
    ),
    hermes(
        "arguments encoded twice, as some services send them and some models learned",
        r'<tool_call>{"name": "f", "arguments": "{\"n\": 1}"}</tool_call>',
        "",
        ("f", '{"n": 1}'),
    ),
    hermes("no arguments", '<tool_call>{"name": "f"}</tool_call>', "", ("f", "{}")),
    hermes("null for arguments", '<tool_call>{"name": "f", "arguments": null}</tool_call>', "", ("f", "{}")),
    hermes("the older key", '<tool_call>{"name": "f", "parameters": {"n": 1}}</tool_call>', "", ("f", '{"n": 1}')),
    hermes(
        "the arguments first, with keys nobody knows",
        '<tool_call>{"id": [1, {"name": "x"}], "arguments": {"name": "y"}, "name": "f", "type": "function"}</tool_call>',
        "",
        ("f", '{"name": "y"}'),
    ),
    hermes(
        "text about calls, and calls with nothing between",
        'I look.\n\n<tool_call>\n{"name": "f"}\n</tool_call><tool_call>{"name": "g"}</tool_call>\n\nDone.\n',
        "I look.Done.\n",
        ("f", "{}"),
        ("g", "{}"),
    ),
    hermes("a list in one block", '<tool_call>[{"name": "f"}, {"name": "g"}]</tool_call>', "", ("f", "{}"), ("g", "{}")),
    hermes("two in one block", '<tool_call>{"name": "f"}\n{"name": "g"}</tool_call>', "", ("f", "{}"), ("g", "{}")),
    hermes("no end tag", '<tool_call>\n{"name": "f", "arguments": {"n": 1}}\n', "", ("f", '{"n": 1}')),
    hermes(
        "no end tag before the next",
        '<tool_call>\n{"name": "f"}\n<tool_call>\n{"name": "g"}\n</tool_call>',
        "",
        ("f", "{}"),
        ("g", "{}"),
    ),
    hermes("a brace too few", '<tool_call>{"name": "f", "arguments": {"n": 1}\n</tool_call>x', "x", ("f", '{"n": 1}')),
    hermes("a brace too many", '<tool_call>{"name": "f", "arguments": {"n": 1}}}\n</tool_call>x', "x", ("f", '{"n": 1}')),
    hermes(
        "a string without its end: no string holds a raw newline before a tag",
        '<tool_call>{"name": "f", "arguments": {"text": "a}}\n</tool_call>x',
        "x",
        ("f", '{"text": "a}}'),
    ),
    hermes(
        "raw control characters in a string, which JSON wants escaped",
        '<tool_call>{"name": "f", "arguments": {"text": "a\nb\tc"}}</tool_call>',
        "",
        ("f", r'{"text": "a\nb\tc"}'),
    ),
    hermes("arguments that are no JSON: the reader finds out", "<tool_call>{\"name\": \"f\", \"arguments\": {'n': 1,}}</tool_call>", "", ("f", "{'n': 1,}")),
    hermes("no JSON at all", "<tool_call>\nf(n=1)\n</tool_call>", "\nf(n=1)", ),
    hermes("an object that is no call", '<tool_call>{"nom": "f"}</tool_call>x', '{"nom": "f"}x'),
    hermes("an object that is no call, with a tag in a string", '<tool_call>{"nom": "a<tool_call>b"}</tool_call>', '{"nom": "ab"}'),
    hermes("an empty name", '<tool_call>{"name": "", "arguments": {}}</tool_call>', '{"name": "", "arguments": {}}'),
    hermes("single quotes", "<tool_call>{'name': 'f'}</tool_call>", "{'name': 'f'}"),
    hermes("an empty block", "<tool_call>\n</tool_call>\nHi", "Hi"),
    hermes("a lone end tag", "Hi</tool_call>\nyou", "Hiyou"),
    hermes("what only looks like a tag", "a <tool_calls> <tool_cal\n\n<b", "a <tool_calls> <tool_cal\n\n<b"),
    hermes("an invented function is told, too", '<tool_call>{"name": "rm_rf"}</tool_call>', "", ("rm_rf", "{}")),
    hermes("cut before the name", '<tool_call>\n{"name": "f', '\n{"name": "f', ending=CUT),
    hermes("cut behind the name", '<tool_call>\n{"name": "f", ', "", ("f", ""), ending=CUT),
    hermes("cut in the arguments", '<tool_call>{"name": "f", "arguments": {"text": "a\\', "", ("f", '{"text": "a\\'), ending=CUT),
    hermes("cut in a tag", "Hi\n<tool_ca", "Hi\n<tool_ca", ending=CUT),
    xml("a string that looks like a number", one("text", "12"), "", ("f", '{"text": "12"}')),
    xml("white space is the value's, but for a newline at each end", one("text", "\n  a \n"), "", ("f", r'{"text": "\n  a \n"}')),
    xml("an empty value", one("text", ""), "", ("f", '{"text": ""}')),
    xml("a value on the tag's line", "<tool_call><function=f><parameter=text>a</parameter></function></tool_call>", "", ("f", '{"text": "a"}')),
    xml("code with tags of its own", one("text", '<b class="x">&amp;</b>\n<tool_call>\n</tool_call>'), "", ("f", r'{"text": "<b class=\"x\">&amp;</b>\n<tool_call>\n</tool_call>"}')),
    xml("the closing tag in a value", one("text", "a </parameter> b"), "", ("f", '{"text": "a </parameter> b"}')),
    xml("the function's closing tag in a value", one("text", "a\n</function>\nb"), "", ("f", r'{"text": "a\n</function>\nb"}')),
    xml("types", one("n", " 3 ") + one("n", "4.0") + one("x", "2.50") + one("yes", "True"), "", ("f", '{"n": 3}'), ("f", '{"n": 4}'), ("f", '{"x": 2.50}'), ("f", '{"yes": true}')),
    xml("null where it may be, in two languages", one("maybe", "null") + one("maybe", "None") + one("text", "null"), "", ("f", '{"maybe": null}'), ("f", '{"maybe": null}'), ("f", '{"text": "null"}')),
    xml("a wrong type stays a string", one("n", "many") + one("x", "NaN") + one("yes", "1"), "", ("f", '{"n": "many"}'), ("f", '{"x": "NaN"}'), ("f", '{"yes": "1"}')),
    xml("a union with string", one("any", '{"a": 1}') + one("any", "12") + one("any", "{a"), "", ("f", '{"any": {"a": 1}}'), ("f", '{"any": "12"}'), ("f", '{"any": "{a"}')),
    xml("a type by reference", one("place", '{"city": "Bern"}'), "", ("f", '{"place": {"city": "Bern"}}')),
    xml("enums without a type", one("color", "7") + one("level", "2"), "", ("f", '{"color": "7"}'), ("f", '{"level": 2}')),
    xml("a Python literal where JSON is due", one("items", "['a', True, None]"), "", ("f", '{"items": ["a", true, null]}')),
    xml("Python that computes stays a string", one("items", "[__import__('os')]"), "", ("f", '{"items": "[__import__(\'os\')]"}')),
    xml("brackets without end", one("items", "[" * 3000), "", ("f", '{"items": "' + "[" * 3000 + '"}')),
    xml("a number longer than Python reads", one("n", "9" * 5000), "", ("f", '{"n": ' + "9" * 5000 + "}")),
    xml("an unknown argument is a string", one("no", "1"), "", ("f", '{"no": "1"}')),
    xml("an invented function is told, its arguments as strings", "<tool_call>\n<function=h>\n<parameter=n>\n1\n</parameter>\n</function>\n</tool_call>", "", ("h", '{"n": "1"}')),
    xml("no opening tag", "So:\n<function=f>\n<parameter=n>\n1\n</parameter>\n</function>\n</tool_call>", "So:", ("f", '{"n": 1}')),
    xml("a bare tag of no function there is", "Write <function=h> first", "Write <function=h> first"),
    xml("no end of the value before the next", "<tool_call>\n<function=f>\n<parameter=text>\na\n<parameter=n>\n1\n</parameter>\n</function>\n</tool_call>", "", ("f", '{"text": "a", "n": 1}')),
    xml("no end of the value before the function's", "<tool_call>\n<function=f>\n<parameter=text>\na\n</function>\n</tool_call>", "", ("f", '{"text": "a"}')),
    xml("no end of the function", "<tool_call>\n<function=f>\n<parameter=n>\n1\n</parameter>\n</tool_call>x", "x", ("f", '{"n": 1}')),
    xml("the next call before the end of one", "<tool_call>\n<function=f>\n<tool_call>\n<function=g>\n</function>\n</tool_call>", "", ("f", "{}"), ("g", "{}")),
    xml("no end at all", "<tool_call>\n<function=f>\n<parameter=n>\n1", "", ("f", '{"n": 1}')),
    xml("a tag without its bracket", "<tool_call>\n<function=f\n<parameter=text\na\n</parameter>\n</function>\n</tool_call>", "", ("f", '{"text": "a"}')),
    xml("a tag without its name", "<tool_call>\n<function=>\n</function>\n</tool_call>", "\n<function=>\n</function>"),
    xml("JSON between the tags of this form", '<tool_call>\n{"name": "f"}\n</tool_call>', '\n{"name": "f"}'),
    xml("several in one block", "<tool_call>\n<function=f>\n</function>\n<function=g>\n</function>\n</tool_call>", "", ("f", "{}"), ("g", "{}")),
    xml("cut in a string", "<tool_call>\n<function=f>\n<parameter=text>\nab\n</par", "", ("f", r'{"text": "ab\n</par'), ending=CUT),
    xml("cut between arguments: a half call must not look whole", "<tool_call>\n<function=f>\n<parameter=n>\n1\n</parameter>\n", "", ("f", '{"n": 1'), ending=CUT),
    xml("cut in a number, which may go on", "<tool_call>\n<function=f>\n<parameter=n>\n1", "", ("f", '{"n": '), ending=CUT),
    xml("cut in the function's name", "<tool_call>\n<function=f", "\n<function=f", ending=CUT),
]  # fmt: skip
