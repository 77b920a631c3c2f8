// A vector of a checkpoint in fp32: the weights of a norm.
#pragma once

#include <cstdint>
#include <vector>

namespace qwenchat {

struct Vector {
  std::vector<float> values;
  int64_t size() const { return static_cast<int64_t>(values.size()); }
};

}  // namespace qwenchat
