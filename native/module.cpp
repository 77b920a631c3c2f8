// The door of the compiled voice.
#include <stdexcept>
#include <string>

#include "voice.hpp"

namespace nb = nanobind;
using namespace qwenchat;

NB_MODULE(_cpu, m) {
  m.doc() = "The compiled CPU voice; `qwenchat.kernels.cpu` is its door.";
  nb::set_leak_warnings(false);  // what a traceback or a notebook still holds at exit is no news to a user
  nb::class_<Array>(m, "Array")
      .def_prop_ro("shape", [](const Array &a) { return nb::make_tuple(a.rows, a.cols); });
  VoiceClass voice(m, "Voice");
  voice
      .def("__init__",
           [](Voice *self, int n_threads, const std::string &isa) {
             Isa best = detect_isa(), want = best;
             if (isa != "auto" && !isa_from_name(isa.c_str(), &want))
               throw std::invalid_argument("isa: got '" + isa + "'; known: auto portable avx2 avx512 amx neon");
             if (want != best && (want > best || want == Isa::neon || best == Isa::neon) && want != Isa::portable)
               throw std::invalid_argument("isa: this machine has no " + isa + ", its best is " + isa_name(best));
             new (self) Voice(n_threads, want);
           })
      .def_prop_ro("isa", [](const Voice &v) { return isa_name(v.isa); })
      .def_prop_ro("n_threads", [](const Voice &v) { return v.pool.size(); });
  bind_weights(m, voice);
  bind_grids(m, voice);
  bind_linear(m, voice);
  bind_cache(m, voice);
  bind_attention(m, voice);
  bind_rows(m, voice);
  bind_candidates(m, voice);
  bind_delta(m, voice);
  bind_experts(m, voice);
  bind_adapters(m);
  m.def("best_isa", [] { return isa_name(detect_isa()); });
}
