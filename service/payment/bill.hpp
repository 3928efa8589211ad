#pragma once

#include "service/payment/payment.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The bill a gateway writes of a day, and what is in it that we do not know, or know otherwise.
namespace vermilion::service::payment {

// Money that moved: a payment, or with `refund` a refund of it.
struct Booking {
  std::string attempt;
  std::string refund;  // empty for a payment
  std::string transaction;
  std::int64_t amount_fen = 0;

  friend bool operator==(const Booking&, const Booking&) = default;
};

struct Difference {
  enum class Kind : std::uint8_t {
    MissingHere,   // the gateway moved money we know nothing of
    MissingThere,  // we believe in money that is not in the bill
    OtherAmount,   //
    Doubled,       // the same money twice on one side
  };

  Kind kind = Kind::MissingHere;
  Booking there;  // as the bill has it; empty where it has not
  Booking here;

  friend bool operator==(const Difference&, const Difference&) = default;
};

[[nodiscard]] std::string_view name(Difference::Kind kind);

// By attempt and refund, whatever the order of either side. Refunds that only began are not told
// by us: what one side books before midnight and the other after shows on two days' bills.
[[nodiscard]] std::vector<Difference> reconcile(std::span<const Booking> there,
                                                std::span<const Booking> here);

// Where the file of a bill lies; its bytes are believed when their digest is this.
struct BillFile {
  std::string url;
  std::string sha1;  // hexadecimal; empty: the gateway tells none
};

namespace wechat {
// 交易账单 of all trades, CSV in UTF-8: each field begins with a backtick, a sum follows below.
[[nodiscard]] tl::expected<std::vector<Booking>, std::string> read_bill(std::string_view file);
}  // namespace wechat

namespace alipay {
// 业务明细 of the signed customer, CSV in UTF-8: notes begin with '#', fields may end with tabs.
[[nodiscard]] tl::expected<std::vector<Booking>, std::string> read_bill(std::string_view file);

// The archive it comes in: `…_业务明细.csv` beside `…_业务明细(汇总).csv`, text and names in GBK.
[[nodiscard]] tl::expected<std::vector<Booking>, std::string> read_bill_archive(
    std::string_view archive);
}  // namespace alipay

}  // namespace vermilion::service::payment
