#include "service/store/imports/hall_keys.hpp"

#include "pipeline/credit_code/credit_code.hpp"
#include "service/csv/csv.hpp"
#include "workflow/refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>

namespace vermilion::service::store::imports {
namespace {

namespace credit_code = vermilion::pipeline::credit_code;

constexpr std::array<std::string_view, 6> kColumns{"credit_code", "project",  "serial",
                                                   "key_id",      "main_key", "valid_until"};
using Mistakes = std::vector<Mistake>;

// Where each column stands.
using Head = std::map<std::string_view, std::size_t>;

Head head_of(const csv::Row& row, Mistakes& mistakes) {
  Head head;
  for (const auto name : kColumns) {
    const auto at = csv::column(row, name);
    if (at) head[name] = *at;
    if (!at) mistakes.push_back({1, std::string(name), "there must be one such column"});
  }
  for (const std::string& name : row) {
    if (std::ranges::find(kColumns, name) != kColumns.end()) continue;
    mistakes.push_back({1, name, "no such column is known"});
  }
  return head;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// The end of that day in Beijing, eight hours ahead of UTC.
std::optional<workflow::Instant> end_of_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return workflow::Instant(std::chrono::sys_days(date)) + std::chrono::hours(24 - 8) -
         std::chrono::seconds(1);
}

bool is_word(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
           c == '-';
  });
}

// One row; says what is wrong with it in as many places as there are.
class RowReader {
 public:
  RowReader(const Head& head, const csv::Row& row, std::size_t number, Mistakes& mistakes)
      : head_(head), row_(row), number_(number), mistakes_(mistakes) {}

  HallKey key() {
    HallKey key;
    key.credit_code = text("credit_code");
    if (const auto good = credit_code::check(key.credit_code); !good) {
      complain("credit_code", fmt::format("\"{}\" is no credit code: {}", key.credit_code,
                                          credit_code::name(good.error())));
    }
    key.project = word("project");
    key.certificate.serial = word("serial");
    key.certificate.key_id = word("key_id");
    key.certificate.main_key = yes_or_no("main_key");
    key.certificate.valid_until = day("valid_until");
    return key;
  }

 private:
  const std::string& text(std::string_view column) const { return row_[head_.at(column)]; }

  std::string word(std::string_view column) {
    if (!is_word(text(column))) {
      complain(column, fmt::format("\"{}\" is not letters, digits, _ and -", text(column)));
    }
    return text(column);
  }

  bool yes_or_no(std::string_view column) {
    if (text(column) != "yes" && text(column) != "no") {
      complain(column, fmt::format("\"{}\" is neither yes nor no", text(column)));
    }
    return text(column) == "yes";
  }

  workflow::Instant day(std::string_view column) {
    const auto end = end_of_day(text(column));
    if (!end) complain(column, fmt::format("\"{}\" is no day; write 2027-11-21", text(column)));
    return end.value_or(workflow::Instant{});
  }

  void complain(std::string_view column, std::string why) {
    mistakes_.push_back({number_, std::string(column), std::move(why)});
  }

  const Head& head_;
  const csv::Row& row_;
  std::size_t number_;
  Mistakes& mistakes_;
};

// What rows say against each other.
void compare(const std::vector<HallKey>& keys, Mistakes& mistakes) {
  std::map<std::string, std::size_t> serials;
  std::map<std::string, std::size_t> main_keys;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::size_t row = i + 2;
    const auto [same, fresh] = serials.emplace(keys[i].certificate.serial, row);
    if (!fresh) {
      mistakes.push_back({row, "serial", fmt::format("stands in row {}, too", same->second)});
    }
    if (!keys[i].certificate.main_key) continue;
    const auto [other, alone] = main_keys.emplace(keys[i].credit_code + "/" + keys[i].project, row);
    if (!alone) {
      mistakes.push_back({row, "main_key",
                          fmt::format("the main key of this organisation and project is in row {}",
                                      other->second)});
    }
  }
}

// By the table's key or by its rule that a serial is made once: which of the two is broken first,
// the databases do not agree.
bool is_known(const database::Error& error) {
  return error.kind == database::ErrorKind::Constraint &&
         error.constraint.starts_with("certificates.serial");
}

// The refusal's code, if the ledger will not have it.
database::Result<std::optional<std::string>> refused_main_key(orders::Orders& orders,
                                                              const HallKey& key,
                                                              const std::string& by) {
  const workflow::organisation::Command command{
      "hall/" + key.certificate.serial,
      {workflow::Role::Service, by},
      workflow::organisation::ImportMainKey{key.project, key.certificate.serial,
                                            key.certificate.valid_until}};
  const auto answer = orders.say(key.credit_code, command);
  if (!answer) return tl::unexpected(answer.error());
  if (*answer) return std::optional<std::string>();
  return std::optional(std::string(workflow::name_of(answer->error().code)));
}

}  // namespace

tl::expected<std::vector<HallKey>, Mistakes> read_hall_keys(std::string_view text) {
  const auto rows = csv::read(text);
  if (!rows || rows->empty()) return tl::unexpected(Mistakes{{0, "", "this is no CSV file"}});
  Mistakes mistakes;
  const Head head = head_of(rows->front(), mistakes);
  if (!mistakes.empty()) return tl::unexpected(mistakes);
  std::vector<HallKey> keys;
  for (std::size_t i = 1; i < rows->size(); ++i) {
    const csv::Row& row = (*rows)[i];
    if (row.size() != rows->front().size()) {
      mistakes.push_back(
          {i + 1, "", fmt::format("{} fields instead of {}", row.size(), rows->front().size())});
      keys.emplace_back();
      continue;
    }
    keys.push_back(RowReader(head, row, i + 1, mistakes).key());
  }
  if (mistakes.empty()) compare(keys, mistakes);
  if (!mistakes.empty()) return tl::unexpected(mistakes);
  return keys;
}

database::Result<Imported> import_hall_keys(orders::Orders& orders,
                                            const std::vector<HallKey>& keys,
                                            const std::string& by) {
  Imported imported;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const HallKey& key = keys[i];
    if (key.certificate.main_key) {
      const auto refused = refused_main_key(orders, key, by);
      if (!refused) return tl::unexpected(refused.error());
      if (*refused) {
        imported.refused.push_back({i + 2, "main_key", **refused});
        continue;
      }
    }
    const auto done = orders.import_certificate({key.credit_code, key.project, key.certificate});
    if (!done && !is_known(done.error())) return tl::unexpected(done.error());
    (done ? imported.fresh : imported.known) += 1;
  }
  return imported;
}

}  // namespace vermilion::service::store::imports
