#pragma once

#include "service/effects/partners.hpp"
#include "service/effects/reception.hpp"
#include "service/http/message.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace vermilion::service::running {

// Partners calling back: what came is verified, then remembered and said in one transaction.
class Callbacks {
 public:
  // All must outlive it.
  Callbacks(effects::Reception& reception, const effects::Ears& ears, store::orders::Orders& orders,
            effects::Stamps stamps)
      : reception_(reception), ears_(ears), orders_(orders), stamps_(std::move(stamps)) {}

  // Deaf: no such partner is set up. Forged: not signed as it must be. The others as the reception
  // says.
  enum class Answer : std::uint8_t { Stored, Refused, Broken, Forged, Deaf };

  [[nodiscard]] Answer wechat(const http::Headers& headers, std::string_view body);
  [[nodiscard]] Answer alipay(std::string_view body);
  [[nodiscard]] Answer verification(const http::Headers& headers, std::string_view body);
  [[nodiscard]] Answer courier(const std::string& order, std::string_view body);

 private:
  Answer take(const effects::Hearing& hearing);

  effects::Reception& reception_;
  const effects::Ears& ears_;
  store::orders::Orders& orders_;
  effects::Stamps stamps_;
};

[[nodiscard]] std::string_view name_of(Callbacks::Answer answer);

}  // namespace vermilion::service::running
