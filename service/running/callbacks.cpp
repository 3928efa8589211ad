#include "service/running/callbacks.hpp"

#include <array>

namespace vermilion::service::running {

using Answer = Callbacks::Answer;
using effects::Reception;

Answer Callbacks::wechat(const http::Headers& headers, std::string_view body) {
  if (!ears_.wechat) return Answer::Deaf;
  return take(effects::hear_wechat(headers, body, *ears_.wechat, stamps_().now));
}

Answer Callbacks::alipay(std::string_view body) {
  if (!ears_.alipay) return Answer::Deaf;
  return take(effects::hear_alipay(body, *ears_.alipay));
}

Answer Callbacks::verification(const http::Headers& headers, std::string_view body) {
  if (!ears_.verification) return Answer::Deaf;
  bool is_broken = false;
  const auto find = [&](const std::string& id) {
    auto order = orders_.order(id);
    is_broken = !order;
    return order ? *std::move(order) : workflow::Order{};
  };
  const auto hearing =
      effects::hear_verification(headers, body, *ears_.verification, stamps_().now, find);
  return is_broken ? Answer::Broken : take(hearing);
}

Answer Callbacks::courier(const std::string& id, std::string_view body) {
  if (!ears_.courier) return Answer::Deaf;
  const auto order = orders_.order(id);
  if (!order) return Answer::Broken;
  return take(effects::hear_courier(body, *ears_.courier, *order));
}

Answer Callbacks::take(const effects::Hearing& hearing) {
  if (!hearing) return Answer::Forged;
  switch (reception_.take(*hearing)) {
    case Reception::Answer::Stored:
      return Answer::Stored;
    case Reception::Answer::Refused:
      return Answer::Refused;
    case Reception::Answer::Broken:
      break;
  }
  return Answer::Broken;
}

std::string_view name_of(Answer answer) {
  constexpr std::array<std::string_view, 5> kNames{"stored", "refused", "broken", "forged", "deaf"};
  return kNames[static_cast<std::size_t>(answer)];
}

}  // namespace vermilion::service::running
