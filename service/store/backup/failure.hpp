#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>

namespace vermilion::service::store::backup {

enum class Fault : std::uint8_t {
  Refused,  // not into this place, not from this backup
  Failed,   // disk or database would not
  Damaged,  // what lies there is not what was backed up
};

struct Failure {
  Fault fault = Fault::Failed;
  std::string what;
};

template <class T>
using Result = tl::expected<T, Failure>;

}  // namespace vermilion::service::store::backup
