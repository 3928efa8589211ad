#include "service/scans/scan.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <sstream>
#include <tuple>
#include <utility>

namespace vermilion::service::scans {
namespace {

using pipeline::ImageFormat;
using store::database::Parameters;
using store::database::Transaction;

constexpr std::chrono::milliseconds kHour = std::chrono::hours(1);

constexpr std::array<std::string_view, 4> kStateNames{"waiting", "inspecting", "inspected",
                                                      "replaced"};
static_assert(kStateNames.size() == static_cast<std::size_t>(State::Replaced) + 1);

State state_of(std::string_view name) {
  return static_cast<State>(std::ranges::find(kStateNames, name) - kStateNames.begin());
}

ImageFormat format_of(std::string_view name) {
  constexpr std::array kFormats{ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Bmp};
  return *std::ranges::find(kFormats, name, [](ImageFormat each) { return pipeline::name(each); });
}

// In the order of columns.
using Row = std::tuple<std::string, std::string, std::int64_t, std::string, std::string,
                       std::int64_t, std::string, std::string, std::int64_t, std::string>;

Scan scan_of(Row row) {
  auto& [order, slot, version, organisation, sha256, bytes, format, state, at, by] = row;
  return {std::move(order),
          std::move(slot),
          version,
          std::move(organisation),
          std::move(sha256),
          bytes,
          format_of(format),
          state_of(state),
          at,
          std::move(by)};
}

std::vector<Scan> scans_where(Transaction& transaction, std::string_view condition,
                              const Parameters& with) {
  auto rows = transaction.rows<std::string, std::string, std::int64_t, std::string, std::string,
                               std::int64_t, std::string, std::string, std::int64_t, std::string>(
      fmt::format("SELECT order_id, slot, version, organisation, sha256, bytes, format, state, "
                  "uploaded_at_ms, uploaded_by FROM scans WHERE {} ORDER BY slot, version",
                  condition),
      with);
  std::vector<Scan> found;
  for (Row& row : rows) found.push_back(scan_of(std::move(row)));
  return found;
}

std::set<std::string> words_in(const std::string& text) {
  std::istringstream words(text);
  return {std::istream_iterator<std::string>(words), {}};
}

}  // namespace

std::string_view name_of(State state) {
  return kStateNames[static_cast<std::size_t>(state)];
}

Scan add(Transaction& transaction, Scan scan) {
  const auto last = find_scan(transaction, scan.order, scan.slot);
  scan.version = last ? last->version + 1 : 1;
  transaction.run(
      "UPDATE scans SET state = 'replaced' WHERE order_id = $1 AND slot = $2 "
      "AND state IN ('waiting', 'inspecting')",
      {scan.order, scan.slot});
  transaction.run(
      "INSERT INTO scans (order_id, slot, version, organisation, sha256, bytes, format, state, "
      "uploaded_at_ms, uploaded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      {scan.order, scan.slot, scan.version, scan.organisation, scan.sha256, scan.bytes,
       pipeline::name(scan.format), name_of(scan.state), scan.uploaded_at_ms, scan.by});
  return scan;
}

void set_state(Transaction& transaction, const Scan& scan, State state) {
  transaction.run("UPDATE scans SET state = $4 WHERE order_id = $1 AND slot = $2 AND version = $3",
                  {scan.order, scan.slot, scan.version, name_of(state)});
}

std::vector<Scan> scans_in(Transaction& transaction, const std::string& order,
                           const std::string& slot) {
  return scans_where(transaction, "order_id = $1 AND slot = $2", {order, slot});
}

std::optional<Scan> find_scan(Transaction& transaction, const std::string& order,
                              const std::string& slot, std::optional<std::int64_t> version) {
  auto found = scans_in(transaction, order, slot);
  if (version) {
    std::erase_if(found, [&](const Scan& scan) { return scan.version != *version; });
  }
  if (found.empty()) return std::nullopt;
  return std::move(found.back());
}

std::vector<Scan> present_scans(Transaction& transaction, const std::string& order) {
  return scans_where(transaction,
                     "order_id = $1 AND version = (SELECT max(l.version) FROM scans AS l "
                     "WHERE l.order_id = scans.order_id AND l.slot = scans.slot)",
                     {order});
}

std::int64_t waiting_of(Transaction& transaction, const std::string& organisation) {
  const auto row = transaction.row<std::int64_t>(
      "SELECT count(*) FROM scans WHERE organisation = $1 AND state IN ('waiting', 'inspecting') "
      "AND uploaded_at_ms > $2",
      {organisation, transaction.now_ms() - kHour.count()});
  return std::get<0>(*row);
}

void add(Transaction& transaction, const Scan& scan, const Seen& seen) {
  transaction.run(
      "INSERT INTO reports (order_id, slot, version, rules, verdict, blocking, report_sha256, "
      "inspected_at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
      {scan.order, scan.slot, scan.version, seen.rules, seen.verdict,
       fmt::format("{}", fmt::join(seen.blocking, " ")), seen.report_sha256, seen.inspected_at_ms});
}

std::optional<Seen> find_seen(Transaction& transaction, const Scan& scan,
                              const std::optional<std::string>& rules) {
  auto row = transaction.row<std::string, std::string, std::string, std::string, std::int64_t>(
      "SELECT rules, verdict, blocking, report_sha256, inspected_at_ms FROM reports WHERE order_id "
      "= $1 "
      "AND slot = $2 AND version = $3 AND (rules = $4 OR $5 = 1) ORDER BY inspected_at_ms DESC "
      "LIMIT 1",
      {scan.order, scan.slot, scan.version, rules.value_or(""), rules ? 0 : 1});
  if (!row) return std::nullopt;
  auto& [digest, verdict, blocking, report, at] = *row;
  return Seen{std::move(digest), std::move(verdict), words_in(blocking), std::move(report), at};
}

}  // namespace vermilion::service::scans
