#pragma once

#include <nlohmann/json.hpp>

#include <fstream>

namespace vermilion::service::payment {

// Messages of both gateways, signed with a key whose private half was thrown away, and checked with
// OpenSSL's command line.
inline nlohmann::json vectors() {
  return nlohmann::json::parse(
      std::ifstream(VERMILION_SOURCE_DIR "/tests/service/payment/vectors.json"));
}

}  // namespace vermilion::service::payment
