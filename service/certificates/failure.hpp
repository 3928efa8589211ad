#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>

namespace vermilion::service::certificates {

enum class Fault : std::uint8_t {
  Refused,      // what was asked for must not be made; asking again changes nothing
  Differs,      // this request was answered before, when it asked for something else
  Unknown,      // no such certificate
  Unavailable,  // the register or a file could not be read or written; later, perhaps
};

struct Failure {
  Fault fault = Fault::Refused;
  std::string what;  // quotes no key
};

template <class T>
using Result = tl::expected<T, Failure>;

[[nodiscard]] inline tl::unexpected<Failure> failed(Fault fault, std::string what) {
  return tl::unexpected(Failure{fault, std::move(what)});
}

}  // namespace vermilion::service::certificates
