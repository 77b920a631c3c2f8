"""Medians, ratios, shares and verdicts; who is absent is told."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from benchmarks.adapters.runner import random_prompt
from benchmarks.contestants import ContestantFailed, Sample, Work, others_share, run_program
from benchmarks.figures import FIGURES, Figure, Ratio, Share
from benchmarks.places import Places
from benchmarks.report import outcome_lines, table, verdict_line
from benchmarks.roster import roster
from benchmarks.rounds import Outcome, Round, Verdict, run_figure
from benchmarks.shapes import QWEN3_06B

FIGURE = Figure(
    "f",
    "a figure",
    Work("decode", 8, 8),
    "ours",
    ("peer", "variant"),
    (Ratio(("peer", "variant"), 1.5), Share(0.5)),
    "read",
    weight_element_bytes=1,
    usual_shares={"peer": 0.7},
)


def sample(tokens_s: float, others: float = 0.0) -> Sample:
    return Sample(tokens_s, peak_bytes=5 << 20, others=others)


@dataclass
class Fake:
    """Gives the rates it was told, one a round."""

    name: str
    rates: Sequence[float] = ()
    reason: str | None = None
    calls: list[int] = field(default_factory=list)

    def absent(self) -> str | None:
        return self.reason

    def measure(self, work: Work, seed: int) -> Sample:
        self.calls.append(seed)
        if not self.rates:
            raise ContestantFailed("fell over")
        return sample(self.rates[len(self.calls) - 1])

    def ids(self, prompts: Sequence[Sequence[int]], n_generate: int) -> list[list[int]]:
        return [[1] * n_generate for _ in prompts]


def run(ours: Fake, peer: Fake, variant: Fake, n_rounds: int = 3) -> Outcome:
    everybody = {c.name: c for c in (ours, peer, variant)}
    return run_figure(FIGURE, everybody, lambda: 100.0, n_rounds, lambda line: None)


def test_everybody_runs_once_a_round_and_the_medians_are_of_rounds() -> None:
    ours, peer = Fake("ours", [60, 90, 66]), Fake("peer", [30, 30, 44])
    outcome = run(ours, peer, Fake("variant", [40, 45, 20]))
    assert ours.calls == peer.calls == [1000, 1001, 1002]
    assert outcome.rate("ours") == 66
    assert outcome.ratio("ours", "peer") == 2.0  # 60/30, 90/30, 66/44
    assert outcome.share("ours") == 0.66
    # Against several variants of a peer its best one counts: 60/40, 90/45, 66/20.
    assert [v.value for v in outcome.verdicts()] == [2.0, 0.66]
    assert all(v.reached for v in outcome.verdicts())


def test_the_best_variant_of_a_peer_decides() -> None:
    outcome = run(Fake("ours", [60]), Fake("peer", [10]), Fake("variant", [50]), n_rounds=1)
    assert outcome.verdicts()[0] == Verdict(FIGURE.targets[0], 1.2)
    assert not outcome.verdicts()[0].reached


def test_an_absent_peer_is_told_and_its_target_is_not_reached() -> None:
    gone = Fake("peer", reason="not installed")
    outcome = run(Fake("ours", [60, 60, 60]), gone, Fake("variant", reason="nor this"))
    assert gone.calls == []
    assert outcome.missing == {"peer": "not installed", "variant": "nor this"}
    assert outcome.verdicts()[0].value is None
    lines = "\n".join(outcome_lines(outcome))
    assert "absent: peer: not installed" in lines
    assert "NOT MEASURED" in lines


def test_a_peer_that_fails_is_told_with_its_words() -> None:
    outcome = run(Fake("ours", [60, 60, 60]), Fake("peer"), Fake("variant", [1, 1, 1]))
    assert outcome.missing == {"peer": "failed: fell over"}


def test_ours_failing_is_no_success() -> None:
    outcome = run(Fake("ours"), Fake("peer", [1, 1, 1]), Fake("variant", [1, 1, 1]))
    assert [v.reached for v in outcome.verdicts()] == [False, False]
    assert outcome_lines(outcome)


def test_disturbed_rounds_are_left_out_where_enough_others_are_there() -> None:
    def outcome(*rounds: tuple[float, float]) -> Outcome:
        made = (Round(100.0, {"ours": sample(rate, others)}) for rate, others in rounds)
        return Outcome(FIGURE, tuple(made), {})

    assert outcome((50, 0.0), (10, 0.5), (52, 0.0)).rate("ours") == 51
    noisy = outcome((50, 0.0), (10, 0.5), (12, 0.5))
    assert noisy.rate("ours") == 12
    assert "DISTURBED" in outcome_lines(noisy)[0]


def test_a_peer_far_below_its_usual_share_is_called_weak() -> None:
    outcome = run(Fake("ours", [60]), Fake("peer", [50]), Fake("variant", [50]), n_rounds=1)
    assert outcome.weak() == {"peer": 0.7}
    assert "perhaps crippled" in "\n".join(outcome_lines(outcome))


def test_verdict_lines() -> None:
    assert verdict_line(Verdict(Ratio(("peer",), 1.35), 1.4)) == "1.40 x peer (at least 1.35): reached"
    assert verdict_line(Verdict(Share(0.9), 0.42)) == "42 % of the limit (at least 90 %): NOT reached"


def test_a_table_lines_up() -> None:
    assert table([("", "a"), ("name", "1.0"), ("x", "10.0")]) == [
        "         a",
        "----  ----",
        "name   1.0",
        "x     10.0",
    ]


def test_share_of_others() -> None:
    assert others_share(busy_s=3.0, own_s=2.0, took_s=1.0, n_cores=2) == 0.5
    assert others_share(busy_s=1.9, own_s=2.0, took_s=1.0, n_cores=2) == 0.0


def test_a_program_that_ends_badly_is_told_with_its_last_words() -> None:
    try:
        run_program(["sh", "-c", "echo no such thing >&2; exit 3"])
    except ContestantFailed as e:
        assert "ended with 3" in str(e)
        assert "no such thing" in str(e)
    else:
        raise AssertionError("it should have failed")


def test_a_program_is_told_its_input_and_watched() -> None:
    finished = run_program(["cat"], stdin="hello")
    assert finished.stdout == "hello"
    assert finished.peak_bytes > 0


def test_without_a_peers_folder_every_peer_is_absent_with_a_reason(tmp_path: Path) -> None:
    everybody = roster(Places(tmp_path, tmp_path, None), n_threads=2)
    reasons = {name: contestant.absent() for name, contestant in everybody.items()}
    assert all(reasons[name] for name in reasons if not name.startswith("qwenchat"))
    assert "setup_peers.sh" in str(reasons["llama.cpp-bf16"])
    assert reasons["qwenchat-int8"] is None


def test_who_is_left_out_says_so(tmp_path: Path) -> None:
    everybody = roster(Places(tmp_path, tmp_path, None), 2, without=["qwenchat-int8"])
    assert everybody["qwenchat-int8"].absent() == "left out by --without"
    with pytest.raises(ValueError, match=r"nobody is called 'llama'.*llama\.cpp-q8_0"):
        roster(Places(tmp_path, tmp_path, None), 2, without=["llama"])


def test_every_figure_names_known_contestants() -> None:
    known = roster(Places(Path(), Path(), None), n_threads=2)
    for figure in FIGURES:
        assert {figure.ours, *figure.peers} <= set(known)
        assert all(set(t.peers) <= set(figure.peers) for t in figure.targets if isinstance(t, Ratio))


def test_the_limit_of_decoding_counts_weights_and_history() -> None:
    by_name = {figure.name: figure for figure in FIGURES}
    weights = QWEN3_06B.matrix_elements()
    assert by_name["behind-2048-int8"].bytes_per_token(QWEN3_06B) == weights + QWEN3_06B.cache_bytes(2080)
    assert by_name["decode-bf16"].bytes_per_token(QWEN3_06B) == 2 * weights + QWEN3_06B.cache_bytes(64)


def test_prompts_of_different_seeds_share_no_start() -> None:
    assert random_prompt(4, seed=1) == random_prompt(4, seed=1)
    assert random_prompt(4, seed=1)[0] != random_prompt(4, seed=2)[0]
