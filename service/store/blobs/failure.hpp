#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>

namespace vermilion::service::store::blobs {

enum class Fault : std::uint8_t {
  Missing,      // never kept, or erased
  Damaged,      // what lies there is not what was kept, or not of this id
  KeyUnknown,   // wrapped by a key the key file does not have
  TooLarge,     // more than kBlobBytesMax
  NoSpace,      // may work once there is room again
  Unavailable,  // the disk or the database refused
};

struct Failure {
  Fault fault = Fault::Unavailable;
  std::string what;  // names the id and the place, never the content
};

template <class T>
using Result = tl::expected<T, Failure>;

}  // namespace vermilion::service::store::blobs
