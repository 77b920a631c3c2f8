#define QWENCHAT_ISA portable
#include "attention.inc"
#include "rows.inc"
