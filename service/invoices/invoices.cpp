#include "service/invoices/invoices.hpp"

#include "service/csv/csv.hpp"
#include "service/payment/beijing.hpp"
#include "service/payment/yuan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace vermilion::service::invoices {
namespace {

using payment::fen_of;
using payment::yuan_text;

// A title is at most 100 bytes in GBK, where a Chinese character has two and in UTF-8 three.
constexpr std::size_t kTitleMax = 150;
constexpr std::size_t kNumberDigits = 20;

const csv::Row kRequestHead{"订单号", "购买方名称", "纳税人识别号", "邮箱", "项目名称", "金额"};
const csv::Row kResultHead{"订单号", "发票号码", "购买方名称", "纳税人识别号", "金额", "开票日期"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_tax_id(std::string_view text) {
  const bool characters =
      std::ranges::all_of(text, [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); });
  return text.empty() || (characters && text.size() >= 15 && text.size() <= 20);
}

bool is_title(std::string_view text) {
  return !text.empty() && text.size() <= kTitleMax && text.find_first_of("<>\r\n") == text.npos &&
         !csv::looks_like_formula(text);
}

std::string_view fault_of(const Asked& asked) {
  if (asked.order.empty() || csv::looks_like_formula(asked.order)) return "no order";
  if (!is_title(asked.title)) return "the title can be none";
  if (!is_tax_id(asked.tax_id)) return "the tax id can be none";
  const bool mailable =
      asked.email.find('@') != std::string::npos && !csv::looks_like_formula(asked.email);
  if (!mailable) return "no e-mail address";
  return asked.amount_fen > 0 ? "" : "no amount";
}

// "2026-11-21"
std::optional<std::chrono::sys_days> day_of(const std::string& text) {
  const auto noon = payment::from_beijing_time(text + " 12:00:00");
  if (!noon) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(*noon);
}

// Why a row is not what was asked for; nothing when it is.
std::string_view difference(const csv::Row& row, const Asked& asked) {
  if (row[2] != asked.title) return "another title";
  if (row[3] != asked.tax_id) return "another tax id";
  if (fen_of(row[4]) != asked.amount_fen) return "another amount";
  return "";
}

class Reading {
 public:
  explicit Reading(std::span<const Asked> asked) : asked_(asked) {}

  void take(const csv::Row& row, std::size_t line) {
    if (row.size() != kResultHead.size()) return complain(line, {}, "another number of columns");
    const auto wanted = std::ranges::find(asked_, row[0], &Asked::order);
    if (wanted == asked_.end()) return complain(line, row[0], "nobody asked for it");
    if (const auto why = difference(row, *wanted); !why.empty()) return complain(line, row[0], why);
    const auto on = day_of(row[5]);
    if (!on || !is_invoice_number(row[1], *on)) return complain(line, row[0], "no such number");
    if (!numbers_.insert(row[1]).second) return complain(line, row[0], "a number used twice");
    if (!orders_.insert(row[0]).second) return complain(line, row[0], "a second invoice");
    results.issued.push_back({row[0], row[1], *on});
  }

  Results results;

 private:
  void complain(std::size_t line, const std::string& order, std::string_view why) {
    results.complaints.push_back({line, order, std::string(why)});
  }

  std::span<const Asked> asked_;
  std::set<std::string> numbers_;
  std::set<std::string> orders_;
};

}  // namespace

bool is_invoice_number(std::string_view number, std::chrono::sys_days on) {
  if (number.size() != kNumberDigits || !std::ranges::all_of(number, is_digit)) return false;
  const int year = int(std::chrono::year_month_day(on).year());
  return number.substr(0, 2) == fmt::format("{:02}", year % 100);
}

tl::expected<std::string, Complaint> request_file(std::span<const Asked> asked) {
  std::string file = csv::line_of(kRequestHead);
  for (const Asked& one : asked) {
    if (const auto why = fault_of(one); !why.empty()) {
      return tl::unexpected(Complaint{0, one.order, std::string(why)});
    }
    file += csv::line_of(
        {one.order, one.title, one.tax_id, one.email, one.item, yuan_text(one.amount_fen)});
  }
  return file;
}

tl::expected<std::vector<Asked>, std::string> read_requests(std::string_view file) {
  const auto rows = csv::read(file);
  if (!rows || rows->empty() || rows->front() != kRequestHead) {
    return tl::unexpected(std::string("no file of requests"));
  }
  std::vector<Asked> asked;
  for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
    const auto amount = row->size() == kRequestHead.size() ? fen_of(row->at(5)) : std::nullopt;
    if (!amount) return tl::unexpected(std::string("a row that is none"));
    asked.push_back({row->at(0), row->at(1), row->at(2), row->at(3), row->at(4), *amount});
  }
  return asked;
}

Results read_results(std::string_view file, std::span<const Asked> asked) {
  Reading reading(asked);
  const auto rows = csv::read(file);
  if (!rows || rows->empty() || rows->front() != kResultHead) {
    reading.results.complaints.push_back({0, {}, "no file of results"});
    return reading.results;
  }
  for (std::size_t i = 1; i < rows->size(); ++i) reading.take(rows->at(i), i + 1);
  return reading.results;
}

std::string result_head() {
  return csv::line_of(kResultHead);
}

std::string result_line(const Asked& asked, std::string_view number, std::string_view date) {
  return csv::line_of({asked.order, std::string(number), asked.title, asked.tax_id,
                       yuan_text(asked.amount_fen), std::string(date)});
}

}  // namespace vermilion::service::invoices
