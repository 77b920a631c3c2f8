#define QWENCHAT_ISA amx
#include "attention.inc"
