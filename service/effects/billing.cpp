#include "service/effects/billing.hpp"

#include "service/crypto/digest.hpp"
#include "service/payment/alipay/notice.hpp"
#include "service/payment/alipay/requests.hpp"
#include "service/payment/wechat/notice.hpp"
#include "service/payment/wechat/requests.hpp"

#include <fmt/format.h>

#include <utility>

namespace vermilion::service::effects {
namespace {

using payment::wechat::Merchant;

template <class T>
using Fetched = tl::expected<T, std::string>;
using Bookings = Fetched<std::vector<payment::Booking>>;
using BillFile = tl::expected<payment::BillFile, payment::Distrust>;

Fetched<http::Answer> asked(const transport::Carrier& carrier, const http::Request& request) {
  auto exchanged = carrier(request);
  if (!exchanged) return tl::unexpected(exchanged.error().reason);
  return *std::move(exchanged);
}

Fetched<payment::BillFile> named_in(const BillFile& file, const http::Answer& answer) {
  if (file) return *file;
  return tl::unexpected(
      fmt::format("the answer ({}) names no bill: {}", answer.status, payment::name(file.error())));
}

Bookings bookings_in(const http::Answer& answer, const payment::BillFile& file) {
  if (crypto::hex(crypto::sha1(answer.body)) != file.sha1) {
    return tl::unexpected(std::string("the file is not the one that was announced"));
  }
  return payment::wechat::read_bill(answer.body);
}

Bookings packed_bookings_in(const http::Answer& answer) {
  if (answer.status != 200) {
    return tl::unexpected(fmt::format("the file could not be had ({})", answer.status));
  }
  return payment::alipay::read_bill_archive(answer.body);
}

}  // namespace

FetchBill wechat_bills(Merchant merchant, transport::Carrier carrier, Stamps stamps) {
  return [merchant = std::move(merchant), carrier = std::move(carrier),
          stamps = std::move(stamps)](const std::string& day) {
    return asked(carrier, payment::wechat::bill_request(merchant, day, stamps()))
        .and_then([&](const http::Answer& answer) {
          return named_in(payment::wechat::read_bill_file(answer, merchant, stamps().now), answer);
        })
        .and_then([&](const payment::BillFile& file) {
          if (file.url.empty()) return Bookings();
          return asked(carrier, payment::wechat::bill_file_request(merchant, file, stamps()))
              .and_then([&](const http::Answer& answer) { return bookings_in(answer, file); });
        });
  };
}

FetchBill alipay_bills(payment::alipay::Application application, transport::Carrier gateway,
                       transport::Carrier files, Stamps stamps) {
  return [application = std::move(application), gateway = std::move(gateway),
          files = std::move(files), stamps = std::move(stamps)](const std::string& day) {
    return asked(gateway, payment::alipay::bill_request(application, day, stamps()))
        .and_then([&](const http::Answer& answer) {
          return named_in(payment::alipay::read_bill_file(answer, application), answer);
        })
        .and_then([&](const payment::BillFile& file) {
          if (file.url.empty()) return Bookings();
          return asked(files, payment::alipay::bill_file_request(file))
              .and_then(packed_bookings_in);
        });
  };
}

}  // namespace vermilion::service::effects
