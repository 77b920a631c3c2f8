#define QWENCHAT_ISA avx2
#include "attention.inc"
#include "rows.inc"
