#include "service/effects/billing.hpp"

#include "service/crypto/digest.hpp"
#include "service/payment/wechat/notice.hpp"
#include "service/payment/wechat/requests.hpp"

#include <fmt/format.h>

#include <utility>

namespace vermilion::service::effects {
namespace {

using payment::wechat::Merchant;

template <class T>
using Fetched = tl::expected<T, std::string>;

Fetched<http::Answer> asked(const transport::Carrier& carrier, const http::Request& request) {
  auto exchanged = carrier(request);
  if (!exchanged) return tl::unexpected(exchanged.error().reason);
  return *std::move(exchanged);
}

Fetched<payment::BillFile> file_of(const http::Answer& answer, const Merchant& merchant,
                                   payment::Instant now) {
  auto file = payment::wechat::read_bill_file(answer, merchant, now);
  if (file) return *std::move(file);
  return tl::unexpected(
      fmt::format("the answer ({}) names no bill: {}", answer.status, payment::name(file.error())));
}

Fetched<std::vector<payment::Booking>> bookings_in(const http::Answer& answer,
                                                   const payment::BillFile& file) {
  if (crypto::hex(crypto::sha1(answer.body)) != file.sha1) {
    return tl::unexpected(std::string("the file is not the one that was announced"));
  }
  return payment::wechat::read_bill(answer.body);
}

}  // namespace

FetchBill wechat_bills(Merchant merchant, transport::Carrier carrier, Stamps stamps) {
  return [merchant = std::move(merchant), carrier = std::move(carrier),
          stamps = std::move(stamps)](const std::string& day) {
    return asked(carrier, payment::wechat::bill_request(merchant, day, stamps()))
        .and_then(
            [&](const http::Answer& answer) { return file_of(answer, merchant, stamps().now); })
        .and_then([&](const payment::BillFile& file) {
          if (file.url.empty()) return Fetched<std::vector<payment::Booking>>();
          return asked(carrier, payment::wechat::bill_file_request(merchant, file, stamps()))
              .and_then([&](const http::Answer& answer) { return bookings_in(answer, file); });
        });
  };
}

}  // namespace vermilion::service::effects
