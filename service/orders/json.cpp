#include "service/orders/json.hpp"

#include <fmt/format.h>

#include <chrono>

namespace vermilion::service::orders {

std::string written(workflow::Instant at) {
  using namespace std::chrono;
  const auto day = floor<days>(at);
  const year_month_day date{day};
  const hh_mm_ss time{at - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

Json written(const rules::LocalText& text) {
  return {{"zh", text.zh}, {"en", text.in(rules::Language::English)}};
}

Json written(const workflow::Certificate& certificate) {
  return {{"serial", certificate.serial},
          {"key_id", certificate.key_id},
          {"valid_until", written(certificate.valid_until)},
          {"main_key", certificate.main_key}};
}

Json written(const workflow::Parcel& parcel) {
  return {{"carrier", parcel.carrier}, {"number", parcel.number}};
}

Json written(const workflow::Person& person) {
  return {{"name", person.name}, {"mobile", person.mobile}};
}

Json written(const workflow::InvoiceData& data) {
  return {{"title", data.title}, {"tax_id", data.tax_id}, {"email", data.email}};
}

Json coded(std::string_view code, std::string_view zh, std::string_view en) {
  return {{"code", code}, {"zh", zh}, {"en", en}};
}

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace);
}

}  // namespace vermilion::service::orders
