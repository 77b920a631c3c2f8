// What the driver of attention and the code of each instruction set tell each other: plain data only.
#pragma once

#include <cstdint>

namespace qwenchat {

constexpr int kBlock = 64;       // words.BLOCK
constexpr int kRun = 256;        // words.KEYS_AT_ONCE
constexpr int kMaxRows = 64;     // query vectors of one piece: so many, or 32 or fewer
constexpr int kMaxHeadDim = 256;
constexpr int kShared = 32;      // values of a head that share an exponent in int8 (words.SHARED)
constexpr int kStoreGroup = 32;  // positions whose values are stored (and first zeroed) by one thread

// One layer. Memory: [n_blocks][layers][n_kv][keys | values], so that a new block is new memory in one place, however many
// layers there are; `memory` is this layer's part of the first. Each side is kBlock * padded values:
//   keys   [token / 16][k][16] words, values [dim / 16][k][16] words,
// where a word is an fp32 (k = dim, or token) or two neighbours of k in bf16. So both products of attention read
// panels of 16 columns whose k ascends in steps of 64 bytes, which is what VDPBF16PS and a bf16 tile want too.
// Packed memory is unpacked to words of bf16 as it is read (kept.inc).
struct AttnShape {
  int64_t n_heads, n_kv, group;      // group = n_heads / n_kv
  int64_t head_dim, padded;          // padded to 32 with zeros
  int64_t window;                    // a large number when there is none
  float scale_log2e, eps;
  int64_t logn;                      // 0 where there is none
  const float *q_norm, *k_norm;      // padded with zeros, or null
  bool bf16;    // what q, k, v and weights are rounded to; or fp32
  bool packed;  // keys and values are kept as int8, and multiplied as bf16
  char *memory;
  int64_t side_bytes, block_bytes;  // of all layers
};

// Rows of one sequence within one kStoreGroup of positions: their q, k, v for kv heads [kv, kv_end).
struct AttnStore {
  const float *qkv;  // of the first row
  int64_t n_rows, kv, kv_end, position;
  const float *cos, *sin;  // of the first row; `half` padded to 16
  const float *q_factor;   // of the first row: what its queries are multiplied by; or null
  int64_t half;
  char *block;  // of kv head 0: keys, then values
  char *q;      // of kv head 0, [n_rows, group, padded] rotated, in the type of the cache
  int64_t q_stride;  // bytes between kv heads
};

// Up to kMaxRows query vectors of one kv head, (row, head of the group) flattened, against runs [run, run_end).
struct AttnPiece {
  const char *q;
  int64_t n;           // vectors
  int64_t first;       // index of the first vector in its sequence's rows * group
  int64_t n_past;
  const int32_t *table;
  int64_t kv;
  int64_t run, run_end;
  float *partial;      // [run][n][padded + 16]: output, maximum, sum; or null: finish here
  float *out;          // of the sequence's first row, [rows, n_heads * head_dim]
  uint32_t *room;      // packed: for the keys of a block and the values of a run as bf16
};

struct AttnKernels {
  void (*store)(const AttnShape &, const AttnStore &);
  void (*attend)(const AttnShape &, const AttnPiece &);
  // Merges the partial results of runs [run, run_end) in ascending order.
  void (*finish)(const AttnShape &, const AttnPiece &);
};

// Part of a row of logits.
struct Scan {
  const float *logits;
  const uint32_t *mask;  // bit i % 32 of word i / 32 from the first logit on, or null
  float *copy;           // where masked logits go, or null
  int64_t n;
  float heat_log2e;      // log2(e) / temperature
  float *peaks;          // [ceil(n / peak)] maximum of every `peak` logits
  int64_t peak;          // a multiple of 16
  float top, mass;       // result: the largest logit, and the sum of exp((logit - top) / temperature)
  bool bad;              // result: a NaN or +inf was seen
};

struct RowKernels {
  void (*norm)(const float *x, const float *w, int64_t n, float eps, float *y);
  void (*scan)(Scan &);
  void (*angles)(const float *inv_freq, int64_t half, int64_t padded, float scale, float position, float *cos,
                 float *sin);
};

const AttnKernels &attn_kernels_portable();
const AttnKernels &attn_kernels_avx2();
const AttnKernels &attn_kernels_avx512();
const AttnKernels &attn_kernels_amx();
const RowKernels &row_kernels_portable();
const RowKernels &row_kernels_avx2();
const RowKernels &row_kernels_avx512();

}  // namespace qwenchat
