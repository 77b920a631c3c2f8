"""Which architecture a checkpoint is."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from msgspec.structs import replace

from qwenchat.kernels.words import Array, Cache, Floats, Kernels, LayerSpec, Step
from qwenchat.models.ahead import Ahead
from qwenchat.models.config import Config
from qwenchat.models.decoder import Decoder, Layer
from qwenchat.models.dense import DenseConfig, dense_config, dense_layer
from qwenchat.models.fields import ConfigError, Fields
from qwenchat.models.first import first_config
from qwenchat.models.hybrid import HybridConfig, hybrid_ahead, hybrid_config, hybrid_layer
from qwenchat.models.weights import WeightSource

# Keys that say nothing about the arithmetic of one forward pass, or that the loader reads elsewhere.
HARMLESS = frozenset(
    # Dual chunk attention only acts beyond the native window, which is our limit.
    "_name_or_path architectures attention_dropout attn_dropout_prob auto_map bf16 bos_token_id"
    " chunk_size_feed_forward cross_attention_hidden_size dtype dual_chunk_attention_config emb_dropout_prob"
    " eos_token_id fp16 fp32 id2label image_token_id initializer_range is_decoder is_encoder_decoder label2id"
    " language_model_only mamba_ssm_dtype max_window_layers model_type mtp_num_hidden_layers"
    " mtp_use_dedicated_embeddings name_or_path onnx_safe output_attentions output_hidden_states"
    " output_router_logits pad_token_id pretraining_tp problem_type quantization quantization_config return_dict"
    " router_aux_loss_coef scale_attn_weights seq_length softmax_in_fp32 tokenizer_class tokenizer_type torch_dtype"
    " transformers_version unsloth_fixed unsloth_version use_cache use_cache_kernel use_cache_quantization"
    " use_flash_attn use_mrope video_token_id vision_config vision_end_token_id vision_start_token_id".split()
)


class Model(Protocol):
    """A function of ids, positions and a cache."""

    @property
    def config(self) -> Config:
        """Shapes and switches."""
        ...

    @property
    def memory(self) -> Sequence[LayerSpec]:
        """What each layer keeps of the past, for `Kernels.cache`."""
        ...

    def stretch(self, n_prompt: int) -> int:
        """The stretch of a prompt of this length, for `Plan.stretches`; its keys differ from another stretch's."""
        ...

    @property
    def guesses(self) -> bool:
        """Whether it has a head that guesses ahead, for `forward_told` and `guess`."""
        ...

    def forward(self, step: Step, cache: Cache) -> Array:
        """Logits [n_wanted, n_vocab]."""
        ...

    def forward_told(self, step: Step, cache: Cache, before: Floats) -> tuple[Array, Array]:
        """The same logits, and all rows' hidden states; `before` [n_seqs, n_hidden]: those of the tokens before."""
        ...

    def guess(self, step: Step, cache: Cache, before: Floats) -> tuple[Array, Array]:
        """The head's logits [n_seqs, n_vocab] for what follows one token a sequence, and its states to go on from."""
        ...


READERS: Mapping[str, Callable[[Fields], Config]] = {
    "qwen": first_config,
    "qwen2": dense_config,
    "qwen2_moe": dense_config,
    "qwen3": dense_config,
    "qwen3_5": hybrid_config,
    "qwen3_5_moe": hybrid_config,
    "qwen3_5_moe_text": hybrid_config,
    "qwen3_5_text": hybrid_config,
    "qwen3_moe": dense_config,
    "qwen3_next": hybrid_config,
}
LAYERS: Mapping[type[Config], Callable[[Any, Kernels, WeightSource, int], Layer]] = {
    DenseConfig: dense_layer,
    HybridConfig: hybrid_layer,
}
AHEAD: Mapping[type[Config], Callable[[Any, Kernels, WeightSource], Ahead | None]] = {HybridConfig: hybrid_ahead}
# Known by name, and what they would need.
NOT_SERVED: Mapping[str, str] = {
    "qwen4_exp": "Qwen3.8-Flash-Next needs four residual streams with learned mixing, sparse attention with an indexer,"
    " and hashed n-gram embeddings, none of which is here yet; Qwen3.8-27B and Qwen3.5-35B-A3B are served",
}


def config_from(raw: Mapping[str, Any]) -> Config:
    """The checked config of a known architecture; raises ConfigError, naming the key, otherwise."""
    fields = Fields(raw)
    kind = raw.get("model_type")
    if kind is None:
        raise ConfigError(f"config.json: the key 'model_type' is missing; known: {', '.join(READERS)}")
    if kind in NOT_SERVED:
        raise ConfigError(f"config.json: model_type is {kind!r}: {NOT_SERVED[kind]}")
    if kind not in READERS:
        raise ConfigError(f"config.json: model_type is {kind!r}; known: {', '.join(READERS)}")
    return replace(READERS[kind](fields), unknown=tuple(key for key in fields.left() if key not in HARMLESS))


def build(config: Config, weights: WeightSource, kernels: Kernels, ahead: bool = False) -> Model:
    """The model of this config, its weights taken from `weights`; with `ahead`, the head that guesses too, if any."""
    kind = type(config)
    layer = partial(LAYERS[kind], config, kernels)
    if not ahead or kind not in AHEAD:
        return Decoder(config, layer, weights, kernels)
    return Decoder(config, layer, weights, kernels, partial(AHEAD[kind], config, kernels))
