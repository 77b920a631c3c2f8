#define QWENCHAT_ISA portable
#include "delta.inc"
