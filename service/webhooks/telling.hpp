#pragma once

#include "service/http/message.hpp"
#include "service/transport/exchange.hpp"
#include "service/webhooks/webhooks.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

// Webhooks are told, each in the order of the ledger: the next entry goes out once the one before
// it is over with.
namespace vermilion::service::webhooks {

// What one is told: what happened, no name and no number of a person.
struct News {
  std::string id;  // "msg_…_4711": the same however often it is sent
  std::string event;
  std::string order;
  std::string stage;
  std::int64_t number = 0;
  std::int64_t at_s = 0;
};

// Signed as Standard Webhooks 1 has it: HMAC-SHA256 over "id.timestamp.body".
[[nodiscard]] http::Request request_of(const News& news, std::string_view secret,
                                       std::int64_t now_s);

struct Habits {
  std::chrono::milliseconds pause{5'000};  // before the second try; doubled before each further one
  std::chrono::milliseconds longest_pause{3'600'000};
  int tries =
      18;  // with these pauses about eight hours; then it is a dead letter, and the next goes
  std::chrono::milliseconds lease{30'000};  // six times the longest exchange
};

// How the program behind an address is reached.
using CarrierTo =
    std::function<tl::expected<transport::Carrier, std::string>(const std::string& url)>;

// Over the network, within five seconds and no further than allowed.
[[nodiscard]] CarrierTo carrier_by(Reach reach);

// Everything that is due. Gives how many were told. Any number of programs may do it at once.
[[nodiscard]] store::database::Result<int> tell_all(store::database::Database& database,
                                                    const CarrierTo& carrier_to,
                                                    std::string_view key, const Habits& habits,
                                                    const std::stop_token& stop);

}  // namespace vermilion::service::webhooks
