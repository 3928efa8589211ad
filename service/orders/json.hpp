#pragma once

#include "rules/project.hpp"
#include "workflow/instant.hpp"
#include "workflow/particulars.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

// How values are written wherever they stand in an answer.
namespace vermilion::service::orders {

using Json = nlohmann::ordered_json;

// "2026-11-22T02:30:00Z"
[[nodiscard]] std::string written(workflow::Instant at);
[[nodiscard]] Json written(const rules::LocalText& text);
[[nodiscard]] Json written(const workflow::Certificate& certificate);
[[nodiscard]] Json written(const workflow::Parcel& parcel);
[[nodiscard]] Json written(const workflow::Person& person);
[[nodiscard]] Json written(const workflow::InvoiceData& data);

// What is unset is null.
template <class T>
Json written_if_any(const std::optional<T>& value) {
  return value ? Json(written(*value)) : Json(nullptr);
}
[[nodiscard]] inline Json text_if_any(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

// {"code": …, "zh": …, "en": …}
[[nodiscard]] Json coded(std::string_view code, std::string_view zh, std::string_view en);
template <class Words>
Json coded(std::string_view code, const Words& words) {
  return coded(code, words.zh, words.en);
}

// As it goes out; what is no UTF-8 is replaced.
[[nodiscard]] std::string text_of(const Json& json);

}  // namespace vermilion::service::orders
