#include "isa.hpp"

#include <cstring>

#if defined(__x86_64__) && defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace qwenchat {

#if defined(__x86_64__)
// Linux hands out tile registers only to a process that asks: arch_prctl(ARCH_REQ_XCOMP_PERM, XTILEDATA).
static bool tiles_granted() {
#if defined(__linux__)
  return syscall(SYS_arch_prctl, 0x1023, 18) == 0;
#else
  return false;
#endif
}
#endif

#if defined(__x86_64__)
static void cpuid(unsigned leaf, unsigned sub, unsigned r[4]) {
  asm volatile("cpuid" : "=a"(r[0]), "=b"(r[1]), "=c"(r[2]), "=d"(r[3]) : "a"(leaf), "c"(sub));
}
#endif

Isa detect_isa() {
#if defined(__x86_64__)
  __builtin_cpu_init();
  const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c");
  if (!avx2) return Isa::portable;
  const bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                      __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bf16");
  if (!avx512) return Isa::avx2;
  unsigned r[4];
  cpuid(7, 0, r);
  const bool tiles = (r[3] >> 22 & 1) && (r[3] >> 24 & 1) && (r[3] >> 25 & 1);  // AMX-BF16, AMX-TILE, AMX-INT8
  return tiles && tiles_granted() ? Isa::amx : Isa::avx512;
#elif defined(__aarch64__)
  return Isa::neon;
#else
  return Isa::portable;
#endif
}

static const char *const kNames[] = {"portable", "avx2", "avx512", "amx", "neon"};

const char *isa_name(Isa isa) { return kNames[static_cast<int>(isa)]; }

bool isa_from_name(const char *name, Isa *isa) {
  for (int i = 0; i < 5; ++i) {
    if (std::strcmp(name, kNames[i]) == 0) {
      *isa = static_cast<Isa>(i);
      return true;
    }
  }
  return false;
}

}  // namespace qwenchat
