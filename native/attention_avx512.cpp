#define QWENCHAT_ISA avx512
#include "attention.inc"
#include "rows.inc"
