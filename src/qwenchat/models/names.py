"""What the tensors of a checkpoint are called: the same parts have had two sets of names."""

from msgspec import Struct


class Names(Struct, frozen=True):
    """Names of a decoder's tensors; those of a layer come after `layer`, and without their ".weight" or ".bias"."""

    embed: str
    norm: str
    head: str
    layer: str  # with {} where the layer's number goes
    input_norm: str
    ffn_norm: str
    qkv: tuple[str, ...]  # q, k and v, or the one that is all three
    out: str
    gate: str
    up: str
    down: str

    def at(self, i: int) -> str:
        """The beginning of the names of layer `i`."""
        return self.layer.format(i)


def later_names(prefix: str = "model.") -> Names:
    """Qwen1.5 and everything since; text models inside larger ones have a longer prefix."""
    return Names(
        embed=f"{prefix}embed_tokens",
        norm=f"{prefix}norm",
        head="lm_head",
        layer=f"{prefix}layers.{{}}.",
        input_norm="input_layernorm",
        ffn_norm="post_attention_layernorm",
        qkv=("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"),
        out="self_attn.o_proj",
        gate="mlp.gate_proj",
        up="mlp.up_proj",
        down="mlp.down_proj",
    )


FIRST = Names(
    embed="transformer.wte",
    norm="transformer.ln_f",
    head="lm_head",
    layer="transformer.h.{}.",
    input_norm="ln_1",
    ffn_norm="ln_2",
    qkv=("attn.c_attn",),
    out="attn.c_proj",
    gate="mlp.w2",  # w2 goes through the silu, w1 doesn't
    up="mlp.w1",
    down="mlp.c_proj",
)
