#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>

namespace vermilion::rules {

enum class ErrorKind : std::uint8_t {
  BadOrder,         // the order's facts are not what they should be
  UnknownDocument,  // no such document type
  BadKeys,          // the key file is not what it should be
  Unprintable,      // a form that would come out wrong: a character without a glyph, no room
};

struct Error {
  ErrorKind kind;
  std::string detail;  // one sentence for a person: what, where, what to do
};

template <class T>
using Result = tl::expected<T, Error>;

}  // namespace vermilion::rules
