#include "service/verification/verification.hpp"

#include "service/payment/beijing.hpp"
#include "service/verification/signing.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace vermilion::service::verification {
namespace {

using Json = nlohmann::ordered_json;
using State = Result::State;

constexpr std::string_view kPath = "/v1/verifications";
constexpr std::array<std::string_view, 3> kChannels{"face", "bank_card", "counter"};

std::optional<State> state_of(std::string_view word) {
  if (word == "pending") return State::Pending;
  if (word == "passed") return State::Passed;
  if (word == "failed") return State::Failed;
  return std::nullopt;
}

std::string text(const Json& json, const char* member) {
  const auto found = json.find(member);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<Instant> instant(const Json& json, const char* member) {
  return payment::from_rfc3339(text(json, member));
}

// A result without consent before it is none: the law wants it asked for separately.
bool is_complete(const Result& result) {
  const bool known_channel = std::ranges::find(kChannels, result.channel) != kChannels.end();
  return known_channel && result.consented_at != Instant{} && result.consented_at <= result.at;
}

tl::expected<Result, Distrust> result_of(std::string_view body) {
  const Json json = Json::parse(body, nullptr, false);
  if (!json.is_object()) return tl::unexpected(Distrust::Incomplete);
  const auto state = state_of(text(json, "state"));
  Result result{.notice = text(json, "notice"),
                .order = text(json, "order"),
                .reference = text(json, "reference"),
                .state = state.value_or(State::Pending),
                .channel = text(json, "channel"),
                .at = instant(json, "at").value_or(Instant{}),
                .consented_at = instant(json, "consented_at").value_or(Instant{})};
  if (!state || result.order.empty() || result.reference.empty()) {
    return tl::unexpected(Distrust::Incomplete);
  }
  if (*state == State::Passed && !is_complete(result)) return tl::unexpected(Distrust::Incomplete);
  return result;
}

}  // namespace

http::Request start_request(const Account& account, const Subject& subject, const Stamp& stamp) {
  const Json body{{"order", subject.order},
                  {"credit_code", subject.credit_code},
                  {"organisation", subject.organisation},
                  {"consent", subject.consent},
                  {"notify_url", account.notify_url}};
  return signed_request({"POST", std::string(kPath), {}, body.dump()}, account, stamp);
}

http::Request query_request(const Account& account, std::string_view order, const Stamp& stamp) {
  return signed_request({"GET", fmt::format("{}/{}", kPath, order), {}, {}}, account, stamp);
}

tl::expected<Started, Distrust> read_started(const http::Answer& answer, std::string_view order,
                                             const Account& account, Instant now) {
  if (const auto ours = verify(answer.headers, answer.body, account, now); !ours) {
    return tl::unexpected(ours.error());
  }
  const Json json = Json::parse(answer.body, nullptr, false);
  if (!json.is_object() || answer.status != 200) return tl::unexpected(Distrust::Incomplete);
  if (text(json, "order") != order) return tl::unexpected(Distrust::Foreign);
  Started started{text(json, "reference"), text(json, "url"),
                  instant(json, "expires").value_or(Instant{})};
  if (started.reference.empty() || started.url.empty()) return tl::unexpected(Distrust::Incomplete);
  return started;
}

tl::expected<Result, Distrust> read_result(const http::Answer& answer, const Account& account,
                                           Instant now) {
  if (const auto ours = verify(answer.headers, answer.body, account, now); !ours) {
    return tl::unexpected(ours.error());
  }
  if (answer.status != 200) return tl::unexpected(Distrust::Incomplete);
  return result_of(answer.body);
}

tl::expected<Result, Distrust> read_notice(const http::Headers& headers, std::string_view body,
                                           const Account& account, Instant now) {
  if (const auto ours = verify(headers, body, account, now); !ours) {
    return tl::unexpected(ours.error());
  }
  auto result = result_of(body);
  if (result && result->notice.empty()) return tl::unexpected(Distrust::Incomplete);
  return result;
}

}  // namespace vermilion::service::verification
