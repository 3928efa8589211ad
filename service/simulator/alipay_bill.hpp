#pragma once

#include "service/http/message.hpp"
#include "service/simulator/book.hpp"
#include "service/simulator/sides.hpp"

#include <string>
#include <string_view>

// The bill of a day as Alipay hands it out: a zip of two lists in GBK, for half a minute, to
// whoever has its address.
namespace vermilion::service::simulator {

inline constexpr std::string_view kBillFile = "/downloadBillFile.resource?";

// Nothing traded, no bill.
[[nodiscard]] bool has_bill(std::string_view day, const Book& book);

// Where it can be had, behind the host.
[[nodiscard]] std::string bill_path(std::string_view day, const AlipaySide& side, Instant now);

[[nodiscard]] http::Answer alipay_bill_file(const std::string& path, const Book& book,
                                            const AlipaySide& side, Instant now);

}  // namespace vermilion::service::simulator
