"""Runs prompts through qwenchat, by its Python door.

stdin: {"model", "threads", "prompts", "n_generate", "warmup", "at_once", "alone_too", "options": {"quantization"}};
the last line of stdout: {"load_s", "runs": [{"first_s", "rest_s", "ids"}], "about"}. All prompts at once are one run.
"""

import json
import sys
import time
from typing import Any


def run(model: Any, prompt: list[int], n_generate: int) -> dict[str, Any]:
    """One greedy answer of exactly `n_generate` ids, timed as they arrive."""
    start = time.perf_counter()
    arrivals, ids = [], []
    for token in model.generate_ids(prompt, max_new_tokens=n_generate, ignore_eos=True):
        arrivals.append(time.perf_counter())
        ids.append(int(token))
    if len(ids) != n_generate:
        raise SystemExit(f"{len(ids)} ids came, {n_generate} were asked for")
    return {"first_s": arrivals[0] - start, "rest_s": arrivals[-1] - arrivals[0], "ids": ids}


def run_at_once(model: Any, prompts: list[list[int]], n_generate: int) -> dict[str, Any]:
    """All prompts together; also how many rows a step had in the mean, and of them how many chose a token."""
    counters = model.engine.counters
    n_steps, n_rows, start = counters.n_steps, counters.n_rows, time.perf_counter()
    streams = [ask(model, prompt, n_generate, "together") for prompt in prompts]
    ids = [[event.id for event in stream if hasattr(event, "id")] for stream in streams]
    took_s = time.perf_counter() - start
    if any(len(answer) != n_generate for answer in ids):
        raise SystemExit(f"{[len(answer) for answer in ids]} ids came, {n_generate} were asked for of each")
    n_steps = counters.n_steps - n_steps
    batch = (
        f"{(counters.n_rows - n_rows) / n_steps:.1f} rows a step, {len(prompts) * n_generate / n_steps:.1f} answering"
    )
    return {"first_s": 0.0, "rest_s": took_s, "ids": ids, "batch": batch}


def ask(model: Any, prompt: list[int], n_generate: int, salt: str) -> Any:
    """One request, greedy; those of another salt share nothing computed."""
    from qwenchat.engine import Request
    from qwenchat.protocol.sampling import Sampling

    return model.engine.stream(Request(prompt, Sampling(temperature=0, max_new_tokens=n_generate), salt=salt))


def equal_alone(model: Any, prompts: list[list[int]], ids: list[list[int]], n_generate: int) -> str:
    """How many of the answers given together come again, id by id, when each is asked for alone."""
    alone = [[e.id for e in ask(model, prompt, n_generate, "alone") if hasattr(e, "id")] for prompt in prompts]
    return f"{sum(a == b for a, b in zip(alone, ids, strict=True))} of {len(ids)} answers equal those asked for alone"


def main() -> None:
    """Load, warm up, run, print."""
    job = json.load(sys.stdin)
    start = time.perf_counter()
    import qwenchat

    # Random weights repeat themselves, and guesses at that would flatter us: nothing is guessed ahead here.
    options = {"speculative_tokens": 0, **job["options"]}
    model = qwenchat.AutoModelForCausalLM.from_pretrained(job["model"], threads=job["threads"], **options)
    load_s = time.perf_counter() - start
    if job.get("warmup"):
        run(model, job["warmup"], 4)
    about = {"version": qwenchat.__version__}
    if job.get("at_once"):
        runs = [run_at_once(model, job["prompts"], job["n_generate"])]
        about["mean batch"] = runs[0]["batch"]
        if job.get("alone_too"):
            about["promise"] = equal_alone(model, job["prompts"], runs[0]["ids"], job["n_generate"])
    else:
        runs = [run(model, prompt, job["n_generate"]) for prompt in job["prompts"]]
    print(json.dumps({"load_s": load_s, "runs": runs, "about": about}))


main()
