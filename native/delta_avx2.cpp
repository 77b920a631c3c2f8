#define QWENCHAT_ISA avx2
#include "delta.inc"
