"""The trained model is transformers' Qwen3, whatever the length; Muon's steps are the plain ones."""

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


@pytest.mark.parametrize("shape", [(24, 72), (72, 24), (32, 32)])
@pytest.mark.parametrize("n_rows_that_matter", [3, 24])
def test_gathered_steps_are_the_plain_ones(shape, n_rows_that_matter):
    import torch

    from training.muon import _QUINTIC, orthogonal

    torch.manual_seed(0)
    g = torch.randn(shape[0], n_rows_that_matter) @ torch.randn(n_rows_that_matter, shape[1]) + 1e-3 * torch.randn(
        *shape
    )
    a, b, c = _QUINTIC
    x = g / g.norm()
    for _ in range(5):
        gram = x.mT @ x
        x = x @ (a * torch.eye(shape[1]) + b * gram + c * gram @ gram)
    torch.testing.assert_close(orthogonal(g, torch.float32), x, atol=1e-4, rtol=1e-3)
