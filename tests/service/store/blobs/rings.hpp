#pragma once

#include "service/store/blobs/key_ring.hpp"

#include <fmt/format.h>

#include <initializer_list>

namespace vermilion::service::store::blobs {

// Keys with these ids; the same id is the same key in every ring of the tests.
inline KeyRing ring_of(std::initializer_list<int> ids) {
  std::string text;
  for (const int id : ids) text += fmt::format("{} {}\n", id, fmt::format("{:064x}", id + 0xbeef));
  return KeyRing::parse(text).value();
}

}  // namespace vermilion::service::store::blobs
