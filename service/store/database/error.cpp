#include "service/store/database/error.hpp"

#include <array>

namespace vermilion::service::store::database {

std::string_view name_of(ErrorKind kind) {
  constexpr std::array<std::string_view, 6> kNames{"busy",   "constraint", "down",
                                                   "schema", "stale",      "ours"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace vermilion::service::store::database
