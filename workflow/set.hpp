#pragma once

#include <cstdint>

namespace vermilion::workflow {

// Some of the enumerators of an enumeration of at most 64: `Set{Role::Maker} | Role::Finance`.
template <class Enum>
struct Set {
  std::uint64_t bits = 0;

  constexpr Set() = default;
  constexpr Set(Enum one) : bits(std::uint64_t{1} << static_cast<unsigned>(one)) {}

  constexpr bool contains(Enum one) const { return (bits & Set(one).bits) != 0; }
  constexpr bool overlaps(Set other) const { return (bits & other.bits) != 0; }
  constexpr bool empty() const { return bits == 0; }

  friend constexpr Set operator|(Set a, Set b) {
    a.bits |= b.bits;
    return a;
  }
  friend constexpr bool operator==(Set, Set) = default;
};

}  // namespace vermilion::workflow
