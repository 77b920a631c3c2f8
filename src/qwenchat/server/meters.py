"""What a server counts. Cheap while it runs; the library that writes it down is loaded by the first who asks."""

import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from qwenchat.protocol.figure import Figure
from qwenchat.protocol.wire.errors import NO_PATH
from qwenchat.server.exchange import Exchange

if TYPE_CHECKING:
    from prometheus_client.core import Metric

BOUNDS_S = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0)
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def buckets(bounds: Sequence[float], counts: Sequence[int]) -> list[tuple[str, float]]:
    """(upper bound, how many up to it), as Prometheus wants them."""
    return [(bound, float(n)) for bound, n in zip((*map(str, bounds), "+Inf"), accumulate(counts), strict=True)]


class Histogram(Struct):
    """How often a time fell between two bounds, and the sum of all."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS_S) + 1))
    total_s: float = 0.0

    def add(self, seconds: float) -> None:
        """One more."""
        self.counts[bisect_left(BOUNDS_S, seconds)] += 1
        self.total_s += seconds


class Meters(Struct, eq=False):
    """Counts since the start, by model."""

    requests: Counter[tuple[str, str, int]] = field(default_factory=Counter)  # path, model, status
    tokens: Counter[tuple[str, str]] = field(default_factory=Counter)  # model, kind
    first_token: dict[str, Histogram] = field(default_factory=dict)
    whole: dict[str, Histogram] = field(default_factory=dict)
    progress: int = 0  # of the engines, when somebody last looked
    progressed: float = 0.0  # when that was, if it had grown

    def note_progress(self, progress: int) -> None:
        """The engines' steps, all together: a long prompt moves on though nothing of its answer is made yet."""
        if progress != self.progress:
            self.progress, self.progressed = progress, time.perf_counter()

    def add(self, exchange: Exchange) -> None:
        """Count an exchange that is over."""
        # A path or a name that nobody serves would be a series of its own, and there is no end to them.
        path = "-" if exchange.error == NO_PATH.code else exchange.path.split("/models/")[0]
        model = exchange.model if exchange.usage else "-"
        self.requests[path, model, exchange.status] += 1
        if exchange.usage is None:
            return
        usage = exchange.usage
        counts = {"prompt": usage.n_prompt, "generated": usage.n_generated, "cached": usage.n_cached}
        for kind, n in counts.items():
            self.tokens[model, kind] += n
        self.whole.setdefault(model, Histogram()).add(exchange.seconds)
        if exchange.first_token_s is not None:
            self.first_token.setdefault(model, Histogram()).add(exchange.first_token_s)

    def text(self, n_running: int, models: Mapping[str, Sequence[Figure]]) -> bytes:
        """All of it in Prometheus' text format, and the figures of each local model."""
        from prometheus_client import CollectorRegistry, Gauge, generate_latest

        registry = CollectorRegistry()
        registry.register(self)
        registry.register(_Engines(models))
        running = Gauge("qwenchat_running", "requests in the making", registry=registry)
        running.set(n_running)
        return generate_latest(registry)

    def collect(self) -> "Iterator[Metric]":
        """The server's own metrics, for prometheus_client."""
        from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily

        requests = CounterMetricFamily("qwenchat_requests", "replies", labels=("path", "model", "status"))
        for (path, model, status), n in self.requests.items():
            requests.add_metric((path, model, str(status)), n)
        tokens = CounterMetricFamily("qwenchat_tokens", "tokens", labels=("model", "kind"))
        for labels, n in self.tokens.items():
            tokens.add_metric(labels, n)
        yield from (requests, tokens)
        times = {"first_token": "until the first token of an answer", "request": "until the end of a reply"}
        for (name, about), histograms in zip(times.items(), (self.first_token, self.whole), strict=True):
            family = HistogramMetricFamily(f"qwenchat_{name}_seconds", f"seconds {about}", labels=("model",))
            for model, histogram in histograms.items():
                family.add_metric((model,), buckets(BOUNDS_S, histogram.counts), histogram.total_s)
            yield family


class _Engines(Struct, frozen=True, eq=False):
    """What the local models tell, each figure a family with one series a model."""

    models: Mapping[str, Sequence[Figure]]

    def collect(self) -> "Iterator[Metric]":
        """The metrics, for prometheus_client."""
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily

        kinds = {"counter": CounterMetricFamily, "gauge": GaugeMetricFamily, "histogram": HistogramMetricFamily}
        families: dict[str, Metric] = {}
        for model, figures in self.models.items():
            for f in figures:
                family: Any = families.setdefault(
                    f.name, kinds[f.kind](f"qwenchat_engine_{f.name}", f.about, labels=("model",))
                )
                if f.kind == "histogram":
                    family.add_metric((model,), buckets(f.bounds, f.counts), f.value)
                else:
                    family.add_metric((model,), f.value)
        yield from families.values()
