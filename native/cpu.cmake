# The compiled CPU voice. Sources of one instruction set are objects of their own, so that nothing compiled for
# a newer machine can be linked into the portable path.
nanobind_add_module(_cpu NB_STATIC
  native/module.cpp
  native/isa.cpp
)
# Results must not depend on how the compiler fuses or reorders arithmetic.
target_compile_options(_cpu PRIVATE -ffp-contract=off)
find_package(Threads REQUIRED)
target_link_libraries(_cpu PRIVATE Threads::Threads)
install(TARGETS _cpu LIBRARY DESTINATION qwenchat/kernels/cpu)
