"""Runs prompts through OpenVINO GenAI. Started by the peer's own Python: imports nothing of ours.

stdin: {"model", "threads", "prompts", "n_generate", "warmup", "options"}; the last line of stdout:
{"load_s", "runs": [{"first_s", "rest_s", "ids"}], "about"}.
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


def main() -> None:
    """Load, warm up, run, print."""
    job = json.load(sys.stdin)
    start = time.perf_counter()
    options = {"INFERENCE_NUM_THREADS": job["threads"], **job.get("options", {})}
    pipeline = openvino_genai.LLMPipeline(job["model"], "CPU", **options)
    load_s = time.perf_counter() - start
    if job.get("warmup"):
        run(pipeline, job["warmup"], 4)
    runs = [run(pipeline, prompt, job["n_generate"]) for prompt in job["prompts"]]
    capabilities = openvino.Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    precision = options.get("INFERENCE_PRECISION_HINT", "auto")
    about = {"version": openvino_genai.__version__, "precision": precision, "capabilities": " ".join(capabilities)}
    print(json.dumps({"load_s": load_s, "runs": runs, "about": about}))


main()
