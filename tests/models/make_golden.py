"""Makes golden.npz: what transformers' own classes answer for the small random models.

    python -m tests.models.make_golden [--all]     (needs torch and transformers; prints their versions)

For each case: float32 logits over a prompt, and 64 greedy tokens after it. Without --all only cases that the file
doesn't have yet; the parity test looks at all of them.
"""

import sys
from pathlib import Path
from typing import Any

import numpy as np

from tests.models.random_model import CASES, random_prompt, random_tensors, stacked

N_PROMPT, N_GREEDY = 70, 64
GOLDEN = Path(__file__).parent / "golden.npz"


def reference(config: dict[str, Any]) -> Any:
    """transformers' model of this config, with our random weights."""
    import torch
    from transformers import AutoConfig, AutoModelForCausalLM

    hf = AutoConfig.for_model(**{k: v for k, v in config.items() if k != "architectures"})
    model = AutoModelForCausalLM.from_config(hf, attn_implementation="eager", dtype=torch.float32).eval()
    weights = {name: torch.from_numpy(values) for name, values in stacked(random_tensors(config)).items()}
    missing, unexpected = model.load_state_dict(weights, strict=False)
    assert not unexpected, unexpected
    assert set(missing) <= {"lm_head.weight"}, missing
    model.tie_weights()
    return model


def answers(config: dict[str, Any]) -> tuple[np.ndarray, np.ndarray]:
    """Logits [N_PROMPT, n_vocab] and N_GREEDY tokens, recomputed whole at each token: no cache to be wrong."""
    import torch

    model, ids = reference(config), random_prompt(config, N_PROMPT)
    with torch.no_grad():
        logits = model(torch.tensor([ids]), use_cache=False).logits[0].numpy()
        for _ in range(N_GREEDY):
            last = model(torch.tensor([ids]), use_cache=False).logits[0, -1]
            ids.append(int(last.argmax()))
    return logits, np.array(ids[N_PROMPT:], np.int32)


def main() -> None:
    """Write the golden file."""
    import torch
    import transformers

    stored = {} if "--all" in sys.argv else dict(np.load(GOLDEN))
    stored = {key: values for key, values in stored.items() if key.partition("/")[0] in CASES}
    for name, config in CASES.items():
        if f"{name}/logits" in stored:
            continue
        logits, greedy = answers(config)
        stored[f"{name}/logits"], stored[f"{name}/greedy"] = logits.astype(np.float32), greedy
    stored["versions"] = np.array([f"torch {torch.__version__}", f"transformers {transformers.__version__}"])
    np.savez_compressed(GOLDEN, **stored)
    print(*stored["versions"], GOLDEN.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
