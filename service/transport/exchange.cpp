#include "service/transport/exchange.hpp"

namespace vermilion::service::transport {

std::string_view name(Failure::Kind kind) {
  return kind == Failure::Kind::NotSent ? "not_sent" : "unknown";
}

}  // namespace vermilion::service::transport
