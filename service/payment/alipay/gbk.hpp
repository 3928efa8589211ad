#pragma once

#include <optional>
#include <string>
#include <string_view>

// Alipay writes its bills, and the names of the files they are in, in GBK.
namespace vermilion::service::payment::alipay {

// GB18030 holds GBK and what was added to it since: rare characters of names. Nothing when a byte
// does not fit.
[[nodiscard]] std::optional<std::string> utf8_of_gbk(std::string_view text);
[[nodiscard]] std::optional<std::string> gbk_of_utf8(std::string_view text);

}  // namespace vermilion::service::payment::alipay
