"""Runs prompts through qwenchat, by its Python door.

stdin: {"model", "threads", "prompts", "n_generate", "warmup", "options": {"quantization"}}; the last line of
stdout: {"load_s", "runs": [{"first_s", "rest_s", "ids"}], "about", "pool_bytes"}.
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


def main() -> None:
    """Load, warm up, run, print."""
    job = json.load(sys.stdin)
    start = time.perf_counter()
    import qwenchat

    model = qwenchat.AutoModelForCausalLM.from_pretrained(job["model"], threads=job["threads"], **job["options"])
    load_s = time.perf_counter() - start
    if job.get("warmup"):
        run(model, job["warmup"], 4)
    runs = [run(model, prompt, job["n_generate"]) for prompt in job["prompts"]]
    print(json.dumps({"load_s": load_s, "runs": runs, "about": {"version": qwenchat.__version__}}))


main()
