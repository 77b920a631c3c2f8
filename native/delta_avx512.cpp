#define QWENCHAT_ISA avx512
#include "delta.inc"
