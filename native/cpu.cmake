# The compiled CPU voice. Sources of one instruction set are objects of their own, so that nothing compiled for
# a newer machine can be linked into the portable path.
nanobind_add_module(_cpu NB_STATIC
  native/module.cpp
  native/isa.cpp
  native/weights.cpp
  native/linear.cpp
  native/grid.cpp
  native/cache.cpp
  native/attend.cpp
  native/rows.cpp
  native/candidates.cpp
  native/delta.cpp
  native/experts.cpp
  native/adapters.cpp
)
# Results must not depend on how the compiler fuses or reorders arithmetic.
set(arithmetic -ffp-contract=off -fno-math-errno -fno-trapping-math)
target_compile_options(_cpu PRIVATE ${arithmetic})
find_package(Threads REQUIRED)
target_link_libraries(_cpu PRIVATE Threads::Threads)
install(TARGETS _cpu LIBRARY DESTINATION qwenchat/kernels/cpu)

# cpu_kernels(<set> <flags> <sources>...): objects of one instruction set.
function(cpu_kernels set flags)
  add_library(_cpu_${set} OBJECT ${ARGN})
  set_target_properties(_cpu_${set} PROPERTIES POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden)
  separate_arguments(flags)
  target_compile_options(_cpu_${set} PRIVATE -O3 -fno-exceptions -fno-rtti ${arithmetic} ${flags})
  target_sources(_cpu PRIVATE $<TARGET_OBJECTS:_cpu_${set}>)
endfunction()

cpu_kernels(portable "" native/linear_portable.cpp native/grid_portable.cpp native/attention_portable.cpp native/delta_portable.cpp)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64|amd64")
  cpu_kernels(avx2 "-mavx2 -mfma -mf16c" native/linear_avx2.cpp native/grid_avx2.cpp native/attention_avx2.cpp
    native/delta_avx2.cpp)
  set(avx512 "-mavx512f -mavx512bw -mavx512dq -mavx512vl -mavx512vnni -mavx512bf16 -mavx2 -mfma -mf16c -mprfchw")
  cpu_kernels(avx512 "${avx512} -mprefer-vector-width=512" native/linear_avx512.cpp native/grid_avx512.cpp native/attention_avx512.cpp
    native/delta_avx512.cpp)
  cpu_kernels(amx "${avx512} -mamx-tile -mamx-int8 -mamx-bf16 -mprefer-vector-width=512"
    native/linear_amx.cpp native/attention_amx.cpp)
endif()
