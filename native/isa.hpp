// Which instructions this machine has; every kernel family picks its functions by this, once.
#pragma once

namespace qwenchat {

// Ordered: each x86 set includes those before it. `avx512` means F, BW, DQ, VL, VNNI and BF16; `amx` adds tiles
// of int8 and bf16. `neon` stands alone.
enum class Isa { portable, avx2, avx512, amx, neon };

Isa detect_isa();
const char *isa_name(Isa isa);
bool isa_from_name(const char *name, Isa *isa);

}  // namespace qwenchat
