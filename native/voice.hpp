// One compiled voice: its threads, its memory for activations, its instruction set.
#pragma once

#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>

#include "array.hpp"
#include "isa.hpp"
#include "pool.hpp"

namespace qwenchat {

struct Voice {
  Voice(int n_threads, Isa isa) : isa(isa), pool(n_threads) {}
  const Isa isa;
  Pool pool;
  Arena arena;  // emptied by each step: one forward pass at a time
};

// Each kernel family adds its words to the class and its own types to the module.
using VoiceClass = nanobind::class_<Voice>;

}  // namespace qwenchat
