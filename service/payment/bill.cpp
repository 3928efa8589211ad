#include "service/payment/bill.hpp"

#include "service/csv/csv.hpp"
#include "service/payment/alipay/gbk.hpp"
#include "service/payment/yuan.hpp"
#include "service/zip/zip.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace vermilion::service::payment {
namespace {

using Key = std::pair<std::string, std::string>;
using Read = tl::expected<std::vector<Booking>, std::string>;

Key key_of(const Booking& booking) {
  return {booking.attempt, booking.refund};
}

// What stands a second time is told at once; the first is kept.
std::map<Key, Booking> by_key(std::span<const Booking> bookings, bool are_there,
                              std::vector<Difference>& differences) {
  std::map<Key, Booking> found;
  for (const Booking& booking : bookings) {
    if (found.emplace(key_of(booking), booking).second) continue;
    differences.push_back({Difference::Kind::Doubled, are_there ? booking : Booking{},
                           are_there ? Booking{} : booking});
  }
  return found;
}

std::string_view bare(std::string_view field) {
  constexpr std::string_view kAround = "` \t\r";
  const auto first = field.find_first_not_of(kAround);
  if (first == field.npos) return {};
  return field.substr(first, field.find_last_not_of(kAround) - first + 1);
}

csv::Row bare(const csv::Row& row) {
  csv::Row fields;
  for (const auto& field : row) fields.emplace_back(bare(std::string_view(field)));
  return fields;
}

// The places of the columns, in the order they are named; nothing when one is missing.
std::optional<std::vector<std::size_t>> places(const csv::Row& head,
                                               std::initializer_list<std::string_view> names) {
  std::vector<std::size_t> found;
  for (const auto name : names) {
    const auto place = csv::column(head, name);
    if (!place) return std::nullopt;
    found.push_back(*place);
  }
  return found;
}

// Alipay writes refunds as negative amounts.
std::optional<std::int64_t> moved(std::string_view yuan) {
  if (yuan.starts_with('-')) yuan.remove_prefix(1);
  return fen_of(yuan);
}

// Twenty thousand trades of 500 bytes, ten times over.
constexpr std::size_t kBillBytesMax = 100 * 1024 * 1024;

tl::unexpected<std::string> broken(std::size_t line, std::string_view why) {
  return tl::unexpected(fmt::format("line {}: {}", line, why));
}

}  // namespace

std::string_view name(Difference::Kind kind) {
  switch (kind) {
    case Difference::Kind::MissingHere:
      return "missing_here";
    case Difference::Kind::MissingThere:
      return "missing_there";
    case Difference::Kind::OtherAmount:
      return "other_amount";
    case Difference::Kind::Doubled:
      break;
  }
  return "doubled";
}

std::vector<Difference> reconcile(std::span<const Booking> there, std::span<const Booking> here) {
  std::vector<Difference> differences;
  const auto theirs = by_key(there, true, differences);
  auto ours = by_key(here, false, differences);
  for (const auto& [key, booking] : theirs) {
    const auto known = ours.find(key);
    if (known == ours.end()) {
      differences.push_back({Difference::Kind::MissingHere, booking, {}});
      continue;
    }
    if (known->second.amount_fen != booking.amount_fen) {
      differences.push_back({Difference::Kind::OtherAmount, booking, known->second});
    }
    ours.erase(known);
  }
  for (const auto& [key, booking] : ours) {
    differences.push_back({Difference::Kind::MissingThere, {}, booking});
  }
  return differences;
}

Read wechat::read_bill(std::string_view file) {
  const auto rows = csv::read(file);
  if (!rows || rows->empty()) return broken(1, "no bill");
  const auto columns =
      places(rows->front(), {"商户订单号", "微信订单号", "交易状态", "应结订单金额", "商户退款单号",
                             "退款金额", "退款状态"});
  if (!columns) return broken(1, "columns are missing");
  const auto& at = *columns;
  std::vector<Booking> bookings;
  for (std::size_t i = 1; i < rows->size() && !rows->at(i).front().starts_with("总"); ++i) {
    const csv::Row row = bare(rows->at(i));
    if (row.size() != rows->front().size()) return broken(i + 1, "another number of columns");
    const bool refund = row[at[2]] == "REFUND";
    if (!refund && row[at[2]] != "SUCCESS") continue;  // REVOKED: nothing was paid
    if (refund && row[at[6]] != "SUCCESS") continue;   // under way, or came to nothing
    const auto amount = fen_of(row[refund ? at[5] : at[3]]);
    if (!amount) return broken(i + 1, "no amount");
    bookings.push_back({row[at[0]], refund ? row[at[4]] : std::string(), row[at[1]], *amount});
  }
  return bookings;
}

Read alipay::read_bill(std::string_view file) {
  const auto rows = csv::read(file);
  if (!rows) return broken(1, "no bill");
  const auto is_note = [](const csv::Row& row) { return row.front().starts_with('#'); };
  const auto head = std::find_if_not(rows->begin(), rows->end(), is_note);
  if (head == rows->end()) return broken(1, "no bill");
  const csv::Row names = bare(*head);
  const auto columns = places(
      names, {"商户订单号", "支付宝交易号", "业务类型", "订单金额（元）", "退款批次号/请求号"});
  if (!columns) return broken(1, "columns are missing");
  const auto& at = *columns;
  std::vector<Booking> bookings;
  for (auto line = head + 1; line != rows->end() && !is_note(*line); ++line) {
    const csv::Row row = bare(*line);
    const auto number = static_cast<std::size_t>(line - rows->begin()) + 1;
    if (row.size() != names.size()) return broken(number, "another number of columns");
    const auto amount = moved(row[at[3]]);
    if (!amount) return broken(number, "no amount");
    const bool refund = row[at[2]] == "退款";
    bookings.push_back({row[at[0]], refund ? row[at[4]] : std::string(), row[at[1]], *amount});
  }
  return bookings;
}

Read alipay::read_bill_archive(std::string_view archive) {
  const auto entries = zip::unpacked(archive, kBillBytesMax);
  if (!entries) return tl::unexpected(entries.error());
  for (const auto& [name, content] : *entries) {
    const auto title = utf8_of_gbk(name);
    if (!title || !title->ends_with("_业务明细.csv")) continue;
    const auto text = utf8_of_gbk(content);
    return text ? read_bill(*text) : broken(1, "no text in GBK");
  }
  return tl::unexpected(std::string("there is no list of trades in the archive"));
}

}  // namespace vermilion::service::payment
