# qwenchat.tokens._bpe: byte-pair encoding over a mapped table.
nanobind_add_module(_bpe NB_STATIC native/bpe.cpp)
install(TARGETS _bpe LIBRARY DESTINATION qwenchat/tokens)
