"""What the families write is right: sums come out, calls fit their tools, answers stand in their texts."""

import datetime
import doctest
import json
import re
from itertools import islice
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training import (
    bilingual,
    comparisons,
    copying,
    dates,
    errands,
    explain,
    extraction,
    generate,
    list_tasks,
    lists,
    maths,
    memory,
    out_of_reach,
    passages,
    personas,
    record_styles,
    sums,
    textwork,
    tool_turns,
    toolbox,
    tools,
    translate,
    words,
)
from training.bank import records, stories, traits
from training.bank.errands import ERRANDS
from training.bank.known_tools import TOOLS
from training.bank.unknown import FAR_COUNTRIES
from training.facts import CAPITALS
from training.generate import conversations
from training.writer import Writer

KINDS = {"string": str, "integer": int, "number": (int, float), "boolean": bool}
SEEDS = range(150)


def each_of(seeds):
    """Runs a test of one seed for all of them, in one test of pytest: a thousand small ones cost seconds."""

    def over(test):
        def run():
            for seed in seeds:
                try:
                    test(seed)
                except Exception as e:
                    e.add_note(f"seed {seed}")
                    raise

        run.__name__, run.__doc__ = test.__name__, test.__doc__
        return run

    return over


def last_number(text: str) -> int:
    return int(re.findall(r"\d+", text)[-1])


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(sums).failed == 0


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_columns_add_and_take_away(a, b):
    assert last_number(sums.added(a, b)) == a + b
    assert last_number(sums.taken(max(a, b), min(a, b))) == abs(a - b)


@given(st.integers(1, 999), st.integers(1, 99))
def test_columns_multiply(a, b):
    assert last_number(sums.multiplied(a, b)) == a * b


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_two_numbers_compare(a, b):
    if a != b:
        a, b = sorted((a, b))
        assert sums.compared(str(a), str(b)).endswith(f"smaller {a}, larger {b}")
        assert sums.compared(str(b), str(a)).endswith(f"larger {b}, smaller {a}")


@given(st.integers(1, 12), st.integers(1, 12))
def test_the_times_table_divides(a, b):
    assert last_number(sums.divided(a * b, b)) == a


def asked_and_answered(family, tongue):
    """What a family asks and answers, with the thought where there is one."""
    for seed in range(400):
        ask, answer = family(Writer(Random(seed), tongue, tongue))
        yield ask["content"], answer.get("reasoning_content", ""), answer["content"]


RIGHT = {"+": lambda a, b, c: a + b, "-": lambda a, b, c: a - b, "×": lambda a, b, c: a * b, "÷": lambda a, b, c: a / b,
         "×+": lambda a, b, c: a * b + c, "×-": lambda a, b, c: a * b - c, "-×": lambda a, b, c: c - a * b,
         "++": lambda a, b, c: a + b + c, "+-": lambda a, b, c: a + b - c, "--": lambda a, b, c: a - b - c}  # fmt: skip


@pytest.mark.parametrize("signs", RIGHT)
def test_a_storys_numbers_come_out(signs):
    w = Writer(Random(1))
    for _ in range(100):
        a, b, c, result, work = maths._drawn(w, signs)
        assert result == RIGHT[signs](a, b, c) == last_number(work) >= 2


def test_a_story_says_every_number_it_needs():
    for signs, en, says, zh, zh_says in stories.STORIES:
        for text, answer in ((en, says), (zh, zh_says)):
            assert {"{a}", "{b}", "{c}"} - {x for x in ("{a}", "{b}", "{c}") if x in text} == (
                set() if len(signs) > 1 else {"{c}"}
            )
            assert "{r}" in answer


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_a_story_ends_with_what_its_work_ends_with(tongue):
    for ask, thought, answer in asked_and_answered(maths.problem, tongue):
        work, said = (thought, answer) if thought else answer.split("\n\n")
        assert str(last_number(work)) in re.findall(r"\d+", said)
        assert set(re.findall(r"\d+", said)) <= {*re.findall(r"\d+", ask), str(last_number(work))}


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_the_larger_is_larger(tongue):
    for ask, _, answer in asked_and_answered(comparisons.compare, tongue):
        said = answer.split("\n\n")[-1]
        if number := re.search(r"[\d.]*\d", said):
            asked = sorted(map(float, re.findall(r"\d[\d.]*\d|\d", ask)))
            assert float(number[0]) == asked[0 if re.search("smal|小", said) else -1]


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_a_walk_over_the_week_ends_where_the_answer_stands(tongue):
    for _, thought, answer in asked_and_answered(dates.weekday, tongue):
        steps = (thought or answer.split("\n\n")[0]).split(", ")
        if "/" in steps[-1]:
            count, day = steps[-1].split(" ")
            assert count.split("/") == [str(len(steps))] * 2
            assert day in answer.split("\n\n")[-1]


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_the_clock_goes_on(tongue):
    for ask, _, answer in asked_and_answered(dates.clock, tongue):
        h, m = map(int, re.search(r"(\d+):(\d+)", ask).groups())
        n = int(re.search(r"(\d+) ?(hour|minute|小时|分钟)", ask)[1])
        end = h * 60 + m + n * (60 if re.search("hours?|小时", ask) else 1)
        assert answer.rstrip(".。").endswith(f"{end // 60}:{end % 60:02d}")


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_the_clock_goes_back(tongue):
    for ask, _, answer in asked_and_answered(dates.clock_back, tongue):
        h, m = map(int, re.search(r"(\d+):(\d+)", ask).groups())
        n = int(re.search(r"(\d+) ?(hour|minute|小时|分钟)", ask)[1])
        end = h * 60 + m - n * (60 if re.search("hours?|小时", ask) else 1)
        assert answer.rstrip(".。").endswith(f"{end // 60}:{end % 60:02d}")


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_the_minutes_between_two_times_are_counted(tongue):
    for ask, _, answer in asked_and_answered(dates.minutes, tongue):
        first, second = sorted(int(h) * 60 + int(m) for h, m in re.findall(r"(\d+):(\d+)", ask))
        assert last_number(answer) == second - first


def test_a_number_below_a_hundred_is_said():
    said = [maths._in_letters(n) for n in (1, 10, 11, 19, 20, 47, 90)]
    assert said == [("one", "一"), ("ten", "十"), ("eleven", "十一"), ("nineteen", "十九"), ("twenty", "二十"),
                    ("forty-seven", "四十七"), ("ninety", "九十")]  # fmt: skip
    assert len({maths._in_letters(n) for n in range(1, 100)}) == 99


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_a_sum_in_letters_or_of_parts_comes_out(tongue):
    for family in (maths.letters, maths.divide, maths.chain):
        for _, _, answer in asked_and_answered(family, tongue):
            left, right = answer.split("\n\n")[-1].rstrip(".。").split(" = ")
            assert eval(left.replace("×", "*").replace("÷", "/")) == int(right)


@each_of(SEEDS)
def test_what_becomes_of_a_list_is_made_of_it(seed):
    for family in (list_tasks.list_filter, list_tasks.list_pair, list_tasks.list_one):
        ask, answer = family(writer(seed))
        if not re.match(r"There are|Yes|No|有|没有", answer["content"]):
            assert all(x in ask["content"] for x in re.split(", |、", answer["content"]))


@each_of(SEEDS)
def test_the_longest_word_is_longer_than_the_others(seed):
    _, items, best = list_tasks.by_length(writer(seed))
    others = [len(x) for x in items if x != best]
    assert len(best) > max(others) or len(best) < min(others)


@each_of(SEEDS)
def test_what_is_copied_of_a_text_stands_in_it(seed):
    for family in (textwork.word_parts, textwork.times_over):
        ask, answer = family(writer(seed))
        assert all(x in ask["content"] for x in answer["content"].splitlines()[0].split(" "))


def test_a_date_is_as_the_calendar_has_it():
    seen, month = 0, rf"\b({'|'.join(words.MONTHS)})\b"
    for ask, _, answer in asked_and_answered(dates.date, "en"):
        end = re.search(rf"(\d+) {month}\.", answer)
        day = re.search(rf"(\d+)(?:st|nd|rd|th)? (?:of )?{month}", ask) or re.search(rf"{month} (\d+)", ask)
        days = re.search(r"(\d+) days?", ask)
        if end and day and days:
            number, name = sorted(day.groups())
            begin = datetime.date(2023, words.MONTHS.index(name) + 1, int(number))
            back = re.search(r"before|ago|Go back|Take", ask, re.IGNORECASE) and not re.search("Take your time", ask)
            then = begin + datetime.timedelta(int(days[1]) * (-1 if back else 1))
            assert (then.day, words.MONTHS[then.month - 1]) == (int(end[1]), end[2])
            seen += 1
    assert seen > 100


@pytest.mark.parametrize("zh", [False, True])
def test_every_call_fits_a_tool_on_offer(zh):
    seen = 0
    for c in islice(conversations(21 + zh), 2500):
        offered = {t["function"]["name"]: t["function"]["parameters"] for t in c.tools or ()}
        assert len(offered) == len(c.tools or ())
        for m in c.messages:
            for call in m.get("tool_calls", ()):
                function, seen = call["function"], seen + 1
                wanted = offered[function["name"]]
                assert set(wanted["required"]) <= set(function["arguments"]) <= set(wanted["properties"])
                for key, value in function["arguments"].items():
                    about = wanted["properties"][key]
                    assert isinstance(value, KINDS[about["type"]])
                    assert value in about.get("enum", [value])
    assert seen > 300


@each_of(SEEDS)
def test_an_argument_that_is_copied_stands_in_the_users_words(seed):
    w = Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2])
    x = toolbox.want(w)
    said = toolbox.asked(w, x)["content"]
    assert all(str(v) in said for v in x.arguments.values() if not isinstance(v, bool))


def writer(seed: int) -> Writer:
    return Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2])


def written(v: object, said: str) -> bool:
    """As it is, or a small number as a word."""
    return str(v) in said or (
        isinstance(v, int) and any(v == n + 2 and x in said for row in errands.NUMBERS for n, x in enumerate(row))
    )


def stand_in(said: str, x: toolbox.Want) -> bool:
    properties = x.schema["function"]["parameters"]["properties"]
    fits = all(
        isinstance(v, KINDS[properties[k]["type"]]) and v in properties[k].get("enum", [v])
        for k, v in x.arguments.items()
    )
    return fits and all(written(v, said) for v in x.arguments.values() if not isinstance(v, bool))


@pytest.mark.parametrize("row", ERRANDS, ids=lambda e: e.names[0])
def test_an_errand_is_called_with_what_is_said(row):
    for seed in range(30):
        w = writer(seed)
        x = errands.errand(w, row)
        assert x.arguments
        assert set(x.schema["function"]["parameters"]["required"]) <= set(x.arguments)
        assert stand_in(toolbox.asked(w, x)["content"], x)
        other = toolbox.again(w, x)
        assert list(other.arguments) == list(x.arguments)
        assert stand_in(toolbox.asked(w, other)["content"], other)


def test_each_errand_can_be_said_in_many_ways():
    assert len(ERRANDS) >= 100
    names = [n for e in ERRANDS for n in e.names]
    assert len(set(names)) == len(names)
    for e in ERRANDS:
        assert e.en.count("|") >= 3
        assert e.zh.count("|") >= 2
        for slot in e.fields:
            assert f"{{{slot}}}" in e.en
            assert f"{{{slot}}}" in e.zh
        for pattern in (e.en, e.zh):
            assert set(re.findall(r"{(.*?)}", pattern)) <= set(e.fields)


@each_of(SEEDS)
def test_one_errand_for_several_values_is_called_in_their_order(seed):
    ask, tasks = errands.together(writer(seed))
    assert all(stand_in(ask["content"], x) for x in tasks)
    key = next(k for k, v in tasks[0].arguments.items() if v != tasks[1].arguments[k])
    places = [ask["content"].index(str(x.arguments[key])) for x in tasks]
    assert places == sorted(places)


@each_of(SEEDS)
def test_what_an_errand_lacks_is_required_and_not_said(seed):
    w = writer(seed)
    x, key = errands.lacking(w)
    said = toolbox.asked(w, x)["content"]
    assert key in x.schema["function"]["parameters"]["required"]
    assert all(written(v, said) for k, v in x.arguments.items() if k != key and not isinstance(v, bool))


def test_what_lacks_of_a_tool_that_was_there_is_required_and_not_said():
    lacked = 0
    for seed in range(400):
        w = writer(seed)
        old = errands.want(w)
        found = errands.lacking_again(w, old)
        if found is None:
            continue
        x, key = found
        lacked += isinstance(x, errands.Task)
        assert x.schema is old.schema
        assert key in x.schema["function"]["parameters"]["required"]
        assert set(x.schema["function"]["parameters"]["required"]) <= set(x.arguments)
        asked, answer = tool_turns.missing(w, found).messages[:2]
        assert key in answer["content"]
        if isinstance(x, errands.Task):
            told = {k: v for k, v in x.arguments.items() if k != key and isinstance(v, str)}
            assert all(v in asked["content"] for v in told.values())
            assert not isinstance(x.arguments[key], str) or x.arguments[key] not in asked["content"]
    assert lacked > 50


def told(gave) -> list[str]:
    """The values of a result that an answer tells: not whether it went well, nor what is around the values."""
    if isinstance(gave, dict):
        around = {"status", "code", "count", "success", "ok"}
        return [v for k, x in gave.items() if k not in around or len(gave) == 1 for v in told(x)]
    if isinstance(gave, list):
        return [v for x in gave for v in told(x)]
    return [] if isinstance(gave, bool) or gave in {"ok", "done", "success", "finished"} else [str(gave)]


def test_several_calls_have_as_many_results_and_one_answer_that_tells_them():
    known = {n for t in TOOLS for n in t.names}
    for seed in SEEDS:
        ask, calls, *results, answer = tool_turns.several(writer(seed)).messages
        assert ask["role"] == "user"
        assert [r["role"] for r in results] == ["tool"] * len(calls["tool_calls"])
        for one, r in zip(calls["tool_calls"], results, strict=True):
            if one["function"]["name"] not in known and r["content"][0] in "{[":
                assert all(v in answer["content"] for v in told(json.loads(r["content"])))


@pytest.mark.parametrize("tool", TOOLS, ids=lambda t: t.names[0])
def test_a_well_known_tool_is_called_with_what_is_said(tool):
    for pattern in (tool.en, tool.zh, *tool.tell, *tool.each, *tool.texts):
        assert set(re.findall(r"{(.*?)}", pattern)) <= {*tool.args, *tool.gifts}
    for seed in range(40):
        w = writer(seed)
        x, _ = tools.known(w, tool)
        assert set(x.schema["function"]["parameters"]["required"]) <= set(x.arguments)
        assert stand_in(toolbox.asked(w, x)["content"], x)
        other = toolbox.again(w, x)
        assert other.schema is x.schema
        assert set(x.schema["function"]["parameters"]["required"]) <= set(other.arguments)
        assert stand_in(toolbox.asked(w, other)["content"], other)
        gave, answer = x.given(w)
        assert not re.search(r"{\w}", answer["content"] + str(gave))
        lacked, key = tools.known(w, tool, lacking=True)
        said = toolbox.asked(w, lacked, without=key)["content"]
        rest = {k: v for k, v in lacked.arguments.items() if k != key}
        assert key in lacked.schema["function"]["parameters"]["required"]
        assert all(written(v, said) for v in rest.values())


def test_well_known_tools_for_each_of_several_values_are_called_in_their_order():
    for seed in range(80):
        ask, tasks = tools.for_each(writer(seed))
        values = [str(next(iter(x.arguments.values()))) for x in tasks]
        assert len(set(values)) == len(values) > 1
        places = [ask["content"].index(v) for v in values]
        assert places == sorted(places)


def test_a_well_known_tool_that_does_an_errand_bars_that_errand():
    for tool in TOOLS:
        if tool.rival:
            assert errands.known(tool.rival)
            assert all(errands.same(n, tool.rival) for n in tool.names if tool.kind not in tools.BROAD)
        elif tool.kind not in tools.BROAD:
            assert not any(errands.known(n) for n in tool.names)


def test_of_what_tells_the_weather_or_the_time_one_is_on_offer():
    kinds = [
        {tools.USES[kind](writer(seed)).schema["function"]["name"] for seed in range(200)}
        for kind in ("weather", "clock")
    ]
    seen = 0
    for c in islice(conversations(8), 5000):
        offered = {t["function"]["name"] for t in c.tools or ()}
        for names in kinds:
            seen += bool(offered & names)
            assert len(offered & names) < 2
    assert seen > 40


def test_nothing_answers_in_the_texts_words_where_another_language_is_asked_for():
    w, m = Writer(Random(1), "en", "zh"), generate.mix()
    assert not {generate._some(w, m, 1)[1] for _ in range(1500)} & {"passage", "summary", "polite"}


def test_what_no_tool_can_do_is_not_on_offer():
    for seed in range(300):
        turn = tool_turns.unfit(writer(seed))
        names = [s["function"]["name"] for s in turn.schemas]
        assert not any(n == b or errands.same(n, b) for n in names for b in turn.barred)


@each_of(SEEDS)
def test_an_answer_stands_in_its_passage(seed):
    messages = passages.passage(Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2]))
    text = messages[0]["content"]
    for m in messages[1::2]:
        # What a table says is told in a sentence: its names and numbers stand in the text, or most of its signs.
        told = re.findall(r"\d+|[A-Z][A-Za-z]*", m["content"])
        if told and all(word.lower() in text.lower() for word in told):
            continue
        if not told and sum(ch in text for ch in m["content"]) > len(m["content"]) / 2:
            continue
        # A name may stand for the pronoun in front: what comes behind it is said word for word.
        said = m["content"].rstrip(".。")
        assert any(said[i:] in text for i in range(max(1, len(said) - 2))) or m["content"] in {
            "The text doesn't say.", "文中没有提到。", "I have read it.", "OK, what would you like to know?", "我读完了。", "好的，你想知道什么？",
        }  # fmt: skip


def _leaves(x):
    return [leaf for y in (x.values() if isinstance(x, dict) else x) for leaf in _leaves(y)] if isinstance(x, dict | list) else [x]  # fmt: skip


@pytest.mark.parametrize("family", [*(f for f, _ in extraction.FAMILIES.values()), copying.as_json])
def test_an_object_is_json_whose_values_stand_in_the_text(family):
    for seed in SEEDS:
        said = ""
        for m in family(Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2])):
            if m["role"] == "user":
                said += m["content"]
            elif m["content"][0] in "{[":
                for value in _leaves(json.loads(m["content"])):
                    assert value is None or isinstance(value, bool) or str(value) in said


@pytest.mark.parametrize("zh", [False, True])
def test_every_kind_can_be_told_and_asked_for(zh):
    """Beginnings name fields that there are, each field has its sentences and a key that no other field has."""
    slot = re.compile(r"\{(?:a )?(\w+)\}")
    for kind in record_styles.KINDS:
        assert set(slot.findall(kind.begin[zh])) <= set(kind.fields), kind.noun
        keys = {f: t.keys[zh].split("|") for f, t in kind.fields.items()}
        for f, t in kind.fields.items():
            assert any(all(k not in mine for g, mine in keys.items() if g != f) for k in keys[f]), (kind.noun, f)
            for tell in t.tell[zh].split("#"):
                assert len(set(tell.strip("[]").split("|"))) >= 3, (kind.noun, f)
                assert ("#" in t.tell[zh]) is not ("{" in tell), (kind.noun, f)
            assert ("#" in t.tell[zh]) is isinstance(t.value(Random(0), zh), bool), (kind.noun, f)


@each_of(SEEDS)
def test_what_the_text_lacks_is_written_as_the_request_says(seed):
    ask, answer = extraction.gaps(Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2]))
    fills = re.findall(r'null|"[^"]*"', ask["content"])
    for value in json.loads(answer["content"]).values():
        told = isinstance(value, bool | list) or str(value) in ask["content"]
        assert told or json.dumps(value, ensure_ascii=False) in fills


@pytest.mark.parametrize("zh", [False, True])
def test_every_sentence_of_the_bank_can_be_told(zh):
    """Each choice of each pattern names fields that there are, and a field told later has its sentence."""
    for en, chinese, extras, kind, main in records.KINDS:
        begin = chinese if zh else en
        slots = set(re.findall(r"\{(?:a )?(\w+)\}", begin))
        assert slots <= set(records.FIELDS), begin
        assert set(extras.split()) <= set(records.MORE), extras
        assert "|" in kind or main in slots
    for field, sides in records.MORE.items():
        assert all(x.count("[") == x.count("]") for x in sides)
        assert set(re.findall(r"\{(?:a )?(\w+)\}", sides[zh])) <= {field, "S", "S_", "His", "his", "him"}, field


@each_of(SEEDS)
def test_a_record_says_what_it_holds(seed):
    w = Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2])
    record = records.record(w)
    assert not re.search(r"[{}\[\]|#]", record.text), record.text
    assert not set(record.lacking) & set(record.values)
    assert all(isinstance(v, bool) or str(v) in record.text for v in record.values.values())


@each_of(SEEDS)
def test_what_is_sorted_or_reversed_holds_the_same_items(seed):
    for family in (lists.ordered, lists.reverse):
        ask, answer = family(Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2]))
        items = re.split(r", |、|-| ", answer["content"])
        assert all(item in ask["content"] for item in items)
        if all(item.isdigit() for item in items) and family is lists.ordered:
            assert [int(x) for x in items] in (sorted(map(int, items)), sorted(map(int, items), reverse=True))


@each_of(SEEDS)
def test_the_thought_of_a_sorting_ends_in_its_order(seed):
    w = Writer(Random(seed), "en", "en")
    _, answer = next(x for x in (lists.ordered(w) for _ in range(100)) if "reasoning_content" in x[1])
    last = answer["reasoning_content"].splitlines()[-1]
    row = [x.partition("=")[2] for x in last.split(", ") if "=" in x]
    assert row == answer["content"].split(", ")


def test_what_one_odd_question_could_mean_is_asked_for_plainly():
    both = 0
    for seed in range(500):
        w = Writer(Random(seed))
        for c in passages._claims(w, 8, [passages._named(w, passages.PEOPLE)]):
            if c.trait is traits.BORN:
                both += c.plain
                assert not c.plain or "was born in" in c.words
                assert not c.plain or passages._question(w, c) == "Where was {n} born"
    assert both > 25


def test_given_terms_are_used():
    used = 0
    for seed in range(400):
        system, turns = translate.desk(Writer(Random(seed)))
        targets = re.findall(r" = (.+?)(?:;|$)", system, re.MULTILINE)
        used += any(t in m["content"] for t in targets for m in turns[1::2])
    assert used > 80


def test_a_sentence_has_one_translation_either_way():
    w, there, back = Writer(Random(8)), {}, {}
    for _ in range(8000):
        en, zh = bilingual.sentence(w)
        assert there.setdefault(en, zh) == zh
        assert back.setdefault(zh, en) == en


@pytest.mark.parametrize("zh", [False, True])
def test_a_fact_is_told_and_answered_with_its_value(zh):
    side = ("en", "zh")[zh]
    for seed, name in enumerate([*memory.KINDS] * 10):
        w = Writer(Random(seed), side, side)
        f = memory.fact(w, name)
        x = f.slots["x"]
        value = str(x[zh] if isinstance(x, tuple) else x)
        assert value in memory.told(w, f)[0]["content"]
        assert value.lower() in memory.asked(w, f)[1]["content"].lower()


@pytest.mark.parametrize("side", ["en", "zh"])
def test_of_facts_told_beside_each_other_each_keeps_its_own_value(side):
    several = 0
    for seed, name in enumerate([*memory.KINDS] * 10):
        w = Writer(Random(seed), side, side)
        f = memory.fact(w, name)
        assert len({g.key for g in (f, *f.beside)}) == 1 + len(f.beside)
        text = memory.told(w, f)[0]["content"]
        for g in f.beside:
            x = g.slots["x"]
            assert str(x[side == "zh"] if isinstance(x, tuple) else x) in text
            several += 1
    assert several > 100


@pytest.mark.parametrize("side", ["en", "zh"])
def test_a_corrected_fact_is_answered_with_its_newest_value(side):
    for seed, name in enumerate([*memory.KINDS] * 10):
        w = Writer(Random(seed), side, side)
        old = memory.fact(w, name)
        turns, new = memory.corrected(w, name, old)
        x = new.slots["x"]
        value = str(x[side == "zh"] if isinstance(x, tuple) else x)
        assert new.was != x
        assert value in turns[-2]["content"]
        assert value.lower() in memory.asked(w, new)[1]["content"].lower()


def test_a_quarter_of_the_texts_leave_a_question_open():
    texts = [passages.passage(Writer(Random(seed))) for seed in range(600)]
    open_ones = sum(any(m["content"] == "The text doesn't say." for m in text) for text in texts)
    assert 100 < open_ones < 210


def test_a_drill_is_nothing_but_copying():
    drilled = [c.family for c in islice(conversations(5, drill=1.0), 50)]
    assert set(drilled) <= set(copying.FAMILIES)


@pytest.mark.parametrize("languages", [("en", "en"), ("zh", "zh"), ("en", "zh"), ("zh", "en")])
def test_a_capital_is_that_of_the_country_asked_for(languages):
    ask, tell = (side == "zh" for side in languages)
    for seed in SEEDS:
        question, answer = explain.capital(Writer(Random(seed), *languages))
        form = "{}的首都是{}。" if tell else "The capital of {} is {}."
        right = [row for row in CAPITALS if form.format(row[0][tell], row[1][tell]) == answer["content"]]
        assert len(right) == 1
        assert any(asked[ask] in question["content"] for asked in right[0])


@each_of(SEEDS)
def test_a_persona_says_the_name_and_the_role_of_its_system_turn(seed):
    w = Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2])
    manner = personas.named(w)
    assert w.me in manner.system
    assert w.role[w.zh].strip() in manner.system
    assert w.me in manner.opening[1]["content"]
    assert w.role[w.zh] in manner.opening[1]["content"]


@each_of(SEEDS)
def test_what_frames_an_answer_stands_in_the_system_turn(seed):
    manner = personas.framed(Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2]))
    before, after = (side.strip() for side in manner.finish("\0").split("\0"))
    assert before in manner.system
    assert after in manner.system
    assert before + after


@each_of(SEEDS)
def test_what_is_known_by_heart_stands_in_the_system_turn(seed):
    w = Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2])
    manner = personas.coded(w)
    for ask, answer in zip(manner.opening[::2], manner.opening[1::2], strict=True):
        assert manner.system.index(answer["content"]) >= 0
        assert ask["content"] in manner.system
    manner = personas.by_heart(w)
    answers = [m["content"] for m in manner.opening[1::2]]
    assert sum(a in manner.system for a in answers) >= len(answers) - 1


@each_of(SEEDS)
def test_a_numbered_answer_follows_the_one_before(seed):
    manner = personas.numbered(Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2]))
    first, second = (int(re.search(r"\d+", re.sub("^A(?=[0-9])", "", manner.finish("\0")))[0]) for _ in "ab")
    assert second == first + 1
    assert str(first) in manner.system


@each_of(SEEDS)
def test_two_rules_stand_in_one_system_turn(seed):
    manner = personas.two(Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2]))
    assert manner.finish is not None
    assert not re.search(r"\{[a-z]\}|。。|[a-z]\.\.$", manner.system), manner.system


@each_of(range(400))
def test_no_slot_is_left_in_a_question_out_of_reach(seed):
    question, answer = out_of_reach.unknown(Writer(Random(seed), *(("en", "en"), ("zh", "zh"))[seed % 2]))
    assert not re.search(r"[{}|@]|(?<!\w)\[", question["content"] + answer["content"])
    name = re.search(r"enough about (.+?)\.(?: |$)|who (.+) is\.$|不知道(.+)是谁|我对(.+)了解不够", answer["content"])
    if name:
        assert next(filter(None, name.groups())) in question["content"]


def test_a_country_whose_capital_is_unknown_is_none_of_the_facts():
    known = {name for country, _ in CAPITALS for name in country}
    assert not known & {name for country in FAR_COUNTRIES for name in country}
    asked = [out_of_reach._capital(writer(seed)) for seed in range(40)]
    assert all("know" in answer["content"] or "不知道" in answer["content"] for _, answer in asked)
