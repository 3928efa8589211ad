#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

// application/x-www-form-urlencoded: how Alipay's gateway is asked and calls back.
namespace vermilion::service::payment::alipay {

using Parameters = std::map<std::string, std::string>;  // sorted, as the signature wants them

// Nothing when an escape is broken or a name stands twice: which of the two was signed?
[[nodiscard]] std::optional<Parameters> from_form(std::string_view body);
[[nodiscard]] std::string to_form(const Parameters& parameters);

}  // namespace vermilion::service::payment::alipay
