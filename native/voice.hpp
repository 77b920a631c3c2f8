// One compiled voice: its threads, its memory for activations, its instruction set.
#pragma once

#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>

#include "array.hpp"
#include "grid.hpp"
#include "isa.hpp"
#include "linear.hpp"
#include "pool.hpp"

namespace qwenchat {

inline LinearTable linear_for(Isa isa) {
#if defined(__x86_64__)
  if (isa == Isa::amx) return linear_amx();
  if (isa == Isa::avx512) return linear_avx512();
  if (isa == Isa::avx2) return linear_avx2();
#endif
  (void)isa;
  return linear_portable();
}

inline GridTable grids_for(Isa isa) {
#if defined(__x86_64__)
  if (isa == Isa::amx || isa == Isa::avx512) return grid_avx512();
  if (isa == Isa::avx2) return grid_avx2();
#endif
  (void)isa;
  return grid_portable();
}

struct Voice {
  Voice(int n_threads, Isa isa) : isa(isa), linear(linear_for(isa)), grids(grids_for(isa)), pool(n_threads) {}
  const Isa isa;
  const LinearTable linear;
  const GridTable grids;
  Pool pool;
  Arena arena;  // emptied by each step: one forward pass at a time
  // The adapter of each row of the step, and of each wanted row, -1 for none; empty where no row has any.
  std::vector<int32_t> adapters, wanted_adapters;
};

// Each kernel family adds its words to the class and its own types to the module.
using VoiceClass = nanobind::class_<Voice>;
void bind_weights(nanobind::module_ &m, VoiceClass &voice);
void bind_grids(nanobind::module_ &m, VoiceClass &voice);
void bind_linear(nanobind::module_ &m, VoiceClass &voice);
void bind_cache(nanobind::module_ &m, VoiceClass &voice);
void bind_attention(nanobind::module_ &m, VoiceClass &voice);
void bind_rows(nanobind::module_ &m, VoiceClass &voice);
void bind_candidates(nanobind::module_ &m, VoiceClass &voice);
void bind_delta(nanobind::module_ &m, VoiceClass &voice);
void bind_experts(nanobind::module_ &m, VoiceClass &voice);
void bind_adapters(nanobind::module_ &m);

}  // namespace qwenchat
