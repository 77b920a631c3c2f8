"""The trained model is transformers' Qwen3, whatever the length; Muon's updates; several processes train one model."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.parity


@pytest.mark.parametrize("n_tokens", [1, 7, 128, 129, 300])
def test_hidden_states_and_gradients_are_transformers(n_tokens):
    import torch
    from transformers import Qwen3Config, Qwen3ForCausalLM

    from training.model import Shape, Tiny

    shape = Shape(vocab_size=64, hidden_size=32, num_hidden_layers=2, head_dim=8, intermediate_size=48)
    torch.manual_seed(n_tokens)
    ours = Tiny(shape)
    theirs = Qwen3ForCausalLM(Qwen3Config(**shape.to_dict(), tie_word_embeddings=True)).float()
    missing, extra = theirs.load_state_dict({f"model.{k}": v for k, v in ours.state_dict().items()}, strict=False)
    assert missing in ([], ["lm_head.weight"])
    assert not extra
    ids = torch.randint(64, (2, n_tokens))
    places = torch.stack((torch.arange(n_tokens), torch.arange(n_tokens) + 1000 * (torch.arange(n_tokens) > 3)))
    learned = torch.rand(2, n_tokens) < 0.4
    learned[0, -1] = True
    at = learned.nonzero(as_tuple=True)
    got, want = ours.logits(ours.hidden(ids, places, at)), theirs(ids, position_ids=places).logits[at]
    torch.testing.assert_close(got, want, atol=1e-4, rtol=1e-4)
    weights = torch.randn_like(got)
    (got * weights).sum().backward()
    (want * weights).sum().backward()
    for name in ("layers.0.self_attn.k_proj", "layers.1.self_attn.q_proj", "layers.0.mlp.up_proj"):
        torch.testing.assert_close(
            ours.get_submodule(name).weight.grad, theirs.model.get_submodule(name).weight.grad, atol=1e-3, rtol=1e-3
        )


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
@pytest.mark.parametrize("shape", [(96, 288), (288, 96), (96, 96)])
@pytest.mark.parametrize("rank", [3, 30, 96])
def test_muons_update_is_half_orthogonal_whatever_the_gradient(shape, rank, dtype):
    import torch

    from training.muon import orthogonal

    torch.manual_seed(rank)
    # As gradients are: few directions, some far weaker than others.
    weak = torch.diag(10.0 ** (-torch.arange(rank) / 6))
    g = torch.randn(shape[0], rank) @ weak @ torch.randn(rank, shape[1])
    update = orthogonal(g, getattr(torch, dtype)).float()
    strengths = torch.linalg.svdvals(update)
    assert strengths[0] < 1.3
    assert strengths[2] > 0.6
    assert (update * g).sum() > 0


def _pool(number, folder):
    import torch
    import torch.distributed as dist

    from training.model import Shape, Tiny
    from training.train import parted, pooled

    dist.init_process_group("gloo", init_method=f"file://{folder}/meet", rank=number, world_size=2)
    model = Tiny(Shape(vocab_size=8, hidden_size=8, num_hidden_layers=1, head_dim=4, intermediate_size=8))
    for i, p in enumerate(model.parameters()):
        p.grad = torch.full_like(p, i + 10.0 * number)
    counts = pooled(model, [100.0, number])
    torch.save((counts, [p.grad for p in model.parameters()]), f"{folder}/{number}")
    parted()


def test_processes_share_gradients_and_counts(tmp_path):
    import torch
    import torch.multiprocessing

    torch.multiprocessing.spawn(_pool, (tmp_path,), nprocs=2)
    for number in (0, 1):
        counts, grads = torch.load(tmp_path / str(number))
        assert counts == [200, 1]
        assert all((g == i + 5).all() for i, g in enumerate(grads))


def test_two_processes_train_one_model(tmp_path):
    from training.train import CHECKPOINT, load

    command = [
        sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2", "-m", "--", "training.train", "--run",
        tmp_path, "--minutes", "0.05", "--dtype", "float32", "--no-compile", "--batch-tokens", "1024",
    ]  # fmt: skip
    for sitting in (1, 2):
        ran = subprocess.run([*command, "--resume"], capture_output=True, text=True, timeout=300, check=False)
        assert ran.returncode == 0, ran.stderr
        state, _, progress = load(tmp_path / CHECKPOINT)
        assert progress.sittings == sitting
        assert progress.step >= sitting
    assert 1024 < progress.tokens / progress.step < 2048
    assert all(t.isfinite().all() for t in state["master"].values())
