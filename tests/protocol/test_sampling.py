"""The sampling table: types, ranges, names and stops."""

import math
from fractions import Fraction

import pytest

from qwenchat.protocol import InvalidValue, QwenChatError, Sampling
from qwenchat.protocol.sampling import MAX_SEED, PARAMETERS

EDGES = {
    "temperature": ([0, 0.7, 1, 1.999], [-0.01, 2, 2.5]),
    "top_p": ([0.01, 1, 1.0], [0, 0.0, 1.01, -1]),
    "top_k": ([0, 1, 10**9], [-1]),
    "min_p": ([0, 0.5, 1], [-0.1, 1.1]),
    "repetition_penalty": ([0.01, 1, 50], [0, -1]),
    "presence_penalty": ([-2, 0, 2], [-2.01, 2.01]),
    "frequency_penalty": ([-2, 0, 2], [-2.01, 2.01]),
    "max_new_tokens": ([1, 10**6], [0, -1]),
    "min_new_tokens": ([0, 1, 10**6], [-1]),
    "seed": ([0, MAX_SEED], [-1, MAX_SEED + 1]),
}


def test_the_table_and_the_class_name_the_same_parameters() -> None:
    assert (
        set(EDGES)
        == set(PARAMETERS)
        == set(Sampling.__struct_fields__)
        - {
            "stop",
            "stop_ids",
            "logit_bias",
            "n_logprobs",
        }
    )


@pytest.mark.parametrize("name", EDGES)
def test_ranges(name: str) -> None:
    good, bad = EDGES[name]
    for value in good:
        assert getattr(Sampling.from_mapping({name: value}), name) == value
    for value in (*bad, True, False, "1", [1], math.nan, math.inf, -math.inf, -(10**400)):
        with pytest.raises(InvalidValue) as caught:
            Sampling.from_mapping({name: value})
        assert caught.value.param == name
        assert str(caught.value).startswith(f"{name}: got ")
        assert PARAMETERS[name].allowed in str(caught.value)


@pytest.mark.parametrize(
    ("name", "given", "taken"),
    [
        ("temperature", 5e-324, 1e-5),
        ("repetition_penalty", 5e-324, 1e-6),
        ("repetition_penalty", 1e308, 1e6),
        ("top_k", 10**30, 2**31),
    ],
)
def test_what_arithmetic_cannot_tell_is_taken_as_the_farthest_it_can(name: str, given: float, taken: float) -> None:
    assert getattr(Sampling.from_mapping({name: given}), name) == taken


def test_an_integer_parameter_takes_no_fraction_and_a_float_one_takes_an_integer() -> None:
    with pytest.raises(InvalidValue, match=r"top_k: got 5\.0; allowed: an integer at least 0"):
        Sampling.from_mapping({"top_k": 5.0})
    temperature = Sampling.from_mapping({"temperature": 1}).temperature
    assert type(temperature) is float
    assert Sampling.from_mapping({"temperature": Fraction(1, 2)}).temperature == 0.5


def test_numpy_numbers_count_as_numbers() -> None:
    numpy = pytest.importorskip("numpy", reason="numpy is not installed")
    sampling = Sampling.from_mapping({"top_k": numpy.int64(3), "top_p": numpy.float32(0.5)})
    assert (sampling.top_k, sampling.top_p) == (3, 0.5)
    assert type(sampling.top_k) is int
    with pytest.raises(InvalidValue):
        Sampling.from_mapping({"top_k": numpy.bool_(True)})


def test_a_misspelt_name_is_an_error_with_a_hint() -> None:
    with pytest.raises(InvalidValue, match="did you mean 'temperature'"):
        Sampling.from_mapping({"temprature": 1})
    with pytest.raises(InvalidValue, match=r"known: .*top_p"):
        Sampling.from_mapping({"zzz": 1})


def test_none_and_absence_mean_the_default() -> None:
    defaults = Sampling(temperature=0.3, seed=7, stop=("x",))
    assert Sampling.from_mapping({"temperature": None, "seed": None, "stop": None}, defaults) == defaults
    assert Sampling.from_mapping({"top_k": 4}, defaults).temperature == 0.3


@pytest.mark.parametrize(
    ("given", "text", "ids"),
    [
        ("\n\n", ("\n\n",), ()),
        (["a", "b"], ("a", "b"), ()),
        ([1, 2], (), ((1, 2),)),
        ([[1, 2], [3]], (), ((1, 2), (3,))),
        ([], (), ()),
    ],
)
def test_stops(given: object, text: tuple[str, ...], ids: tuple[tuple[int, ...], ...]) -> None:
    sampling = Sampling.from_mapping({"stop": given})
    assert (sampling.stop, sampling.stop_ids) == (text, ids)


@pytest.mark.parametrize("bad", ["", [""], ["a", 1], [[]], [[1], "a"], [[-1]], [True], 5, {"a": 1}, [[1.0]]])
def test_bad_stops(bad: object) -> None:
    with pytest.raises(InvalidValue, match="stop: got"):
        Sampling.from_mapping({"stop": bad})


def test_the_errors_are_ours_and_value_errors() -> None:
    with pytest.raises(InvalidValue) as caught:
        Sampling.from_mapping({"top_p": 0})
    assert isinstance(caught.value, QwenChatError)
    assert isinstance(caught.value, ValueError)
    assert caught.value.value == 0
    assert str(caught.value) == "top_p: got 0; allowed: a number in (0, 1]"


def test_biases_by_id() -> None:
    sampling = Sampling.from_mapping({"logit_bias": {5: 1, "7": -100.0}, "n_logprobs": 20})
    assert (sampling.logit_bias, sampling.n_logprobs) == (((5, 1.0), (7, -100.0)), 20)
    assert Sampling.from_mapping({"logit_bias": {}}).logit_bias == ()


@pytest.mark.parametrize("bad", [[1], "5", {"x": 1}, {"-1": 1}, {-1: 1}, {True: 1}, {5: 101}, {5: "1"}, {5: math.nan}])
def test_bad_biases(bad: object) -> None:
    with pytest.raises(InvalidValue, match=r"logit_bias: got .*\[-100, 100\]"):
        Sampling.from_mapping({"logit_bias": bad})


@pytest.mark.parametrize("bad", [-1, 21, 1.0, True, "1"])
def test_bad_numbers_of_alternatives(bad: object) -> None:
    with pytest.raises(InvalidValue, match=r"n_logprobs: got .*\[0, 20\]"):
        Sampling.from_mapping({"n_logprobs": bad})
