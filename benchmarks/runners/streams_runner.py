"""Runs many answers at once through the engine alone, for what a server adds.

Arguments: checkpoint, threads, quantization ("-" for none), streams, tokens a stream. One line of JSON on stdout for
each line on stdin: {"tokens_s", "first_s"}, of all streams at once and of one stream alone (the median of some).
"""

import asyncio
import json
import sys
import time
from statistics import median
from typing import Any

N_ALONE = 20


async def answer(model: Any, tokenizer: Any, i: int, n_tokens: int) -> tuple[int, float]:
    """How many tokens came, and the seconds to the first, rendering and tokenising included."""
    from qwenchat.engine import Request, Token
    from qwenchat.protocol.sampling import Sampling

    start, first_s, n = time.perf_counter(), 0.0, 0
    ids = tokenizer.ids(tokenizer.pieces([{"role": "user", "content": f"Go {i}"}]))
    # Nothing ends an answer but its length: here as through the server.
    never = tuple((end, -100.0) for end in tokenizer.turn_end_ids())
    sampling = Sampling(temperature=0.0, max_new_tokens=n_tokens, logit_bias=never)
    async for event in model.engine.astream(Request(ids, sampling, tokenizer.turn_end_ids(), len(tokenizer))):
        if not n:
            first_s = time.perf_counter() - start
        n += isinstance(event, Token)
    return n, first_s


async def measure(model: Any, tokenizer: Any, n_streams: int, n_tokens: int) -> dict[str, float]:
    """All streams at once, then one alone, again and again."""
    start = time.perf_counter()
    counted = await asyncio.gather(*(answer(model, tokenizer, i, n_tokens) for i in range(n_streams)))
    tokens_s = sum(n for n, _ in counted) / (time.perf_counter() - start)
    firsts = [(await answer(model, tokenizer, -1, 2))[1] for _ in range(N_ALONE)]
    return {"tokens_s": tokens_s, "first_s": median(firsts)}


def main() -> None:
    """Load, then measure once for each line that comes."""
    checkpoint, threads, quantization, n_streams, n_tokens = sys.argv[1:]
    from qwenchat import AutoModelForCausalLM, AutoTokenizer

    kind = None if quantization == "-" else quantization
    model = AutoModelForCausalLM.from_pretrained(
        checkpoint, threads=int(threads), quantization=kind, speculative_tokens=0
    )
    tokenizer = AutoTokenizer.from_pretrained(checkpoint)
    asyncio.run(measure(model, tokenizer, int(n_streams), 4))
    for _ in sys.stdin:
        print(json.dumps(asyncio.run(measure(model, tokenizer, int(n_streams), int(n_tokens)))), flush=True)


main()
