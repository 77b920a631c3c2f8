"""Runs prompts through OpenVINO GenAI. Started by the peer's own Python: imports nothing of ours.

stdin: {"model", "threads", "prompts", "n_generate", "warmup", "at_once", "options"}; the last line of stdout:
{"load_s", "runs": [{"first_s", "rest_s", "ids"}], "about"}. All prompts at once are one run, by continuous batching.
"""

import json
import sys
import time
from typing import Any

import numpy as np
import openvino
import openvino_genai


def run(pipeline: Any, prompt: list[int], n_generate: int) -> dict[str, Any]:
    """One greedy answer of exactly `n_generate` ids, timed as they arrive."""
    config = openvino_genai.GenerationConfig()
    config.max_new_tokens = n_generate
    config.ignore_eos = True
    config.do_sample = False
    ids = np.asarray([prompt], dtype=np.int64)
    inputs = openvino_genai.TokenizedInputs(openvino.Tensor(ids), openvino.Tensor(np.ones_like(ids)))
    result = pipeline.generate(inputs, config)
    metrics = result.perf_metrics
    first_s = metrics.get_ttft().mean / 1e3
    rest_s = metrics.get_tpot().mean / 1e3 * (n_generate - 1) if n_generate > 1 else 0.0
    return {"first_s": first_s, "rest_s": rest_s, "ids": [int(token) for token in result.tokens[0]]}


def run_at_once(pipeline: Any, prompts: list[list[int]], n_generate: int) -> dict[str, Any]:
    """All prompts together, each answered by exactly `n_generate` ids."""
    config = openvino_genai.GenerationConfig()
    config.max_new_tokens = n_generate
    config.ignore_eos = True
    config.do_sample = False
    tensors = [openvino.Tensor(np.asarray([prompt], dtype=np.int64)) for prompt in prompts]
    start = time.perf_counter()
    results = pipeline.generate(tensors, [config] * len(prompts))
    took_s = time.perf_counter() - start
    ids = [int(token) for result in results for token in result.m_generation_ids[0]]
    if len(ids) != n_generate * len(prompts):
        raise SystemExit(f"{len(ids)} ids came, {n_generate * len(prompts)} were asked for")
    return {"first_s": 0.0, "rest_s": took_s, "ids": ids}


def batching(job: dict[str, Any], options: dict[str, Any]) -> Any:
    """A pipeline for many at once, with memory for all of them."""
    scheduler = openvino_genai.SchedulerConfig()
    scheduler.cache_size = 2
    return openvino_genai.ContinuousBatchingPipeline(job["model"], scheduler, "CPU", options)


def main() -> None:
    """Load, warm up, run, print."""
    job = json.load(sys.stdin)
    start = time.perf_counter()
    options = {"INFERENCE_NUM_THREADS": job["threads"], **job.get("options", {})}
    at_once = bool(job.get("at_once"))
    pipeline = batching(job, options) if at_once else openvino_genai.LLMPipeline(job["model"], "CPU", **options)
    load_s = time.perf_counter() - start
    if job.get("warmup"):
        run_at_once(pipeline, [job["warmup"]], 4) if at_once else run(pipeline, job["warmup"], 4)
    if at_once:
        runs = [run_at_once(pipeline, job["prompts"], job["n_generate"])]
    else:
        runs = [run(pipeline, prompt, job["n_generate"]) for prompt in job["prompts"]]
    capabilities = openvino.Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    precision = options.get("INFERENCE_PRECISION_HINT", "auto")
    about = {"version": openvino_genai.__version__, "precision": precision, "capabilities": " ".join(capabilities)}
    print(json.dumps({"load_s": load_s, "runs": runs, "about": about}))


main()
