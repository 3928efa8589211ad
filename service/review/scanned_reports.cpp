#include "service/review/scanned_reports.hpp"

#include "rules/report_json.hpp"
#include "service/scans/report.hpp"
#include "service/scans/scan.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace vermilion::service::review {
namespace {

using store::database::Transaction;

bool lies_in(const workflow::Order& order, const std::string& slot, const scans::Scan& scan) {
  const auto* document = workflow::find_document(order, slot);
  return document != nullptr && document->sha256 == scan.sha256;
}

std::optional<scans::KeptReport> kept_under(const scans::House& house, const std::string& order,
                                            const std::string& slot,
                                            std::optional<std::int64_t> version,
                                            const std::optional<std::string>& rules,
                                            const workflow::Order* lying) {
  const auto seen = house.orders.database().read([&](Transaction& transaction) {
    const auto scan = scans::find_scan(transaction, order, slot, version);
    if (!scan || (lying != nullptr && !lies_in(*lying, slot, *scan))) {
      return std::optional<scans::Seen>();
    }
    return scans::find_seen(transaction, *scan, rules);
  });
  if (!seen || !*seen) return std::nullopt;
  auto kept = scans::kept_report(house, **seen);
  if (!kept) return std::nullopt;
  return std::move(*kept);
}

}  // namespace

std::optional<ShownReport> ScannedReports::shown(const workflow::Order& order,
                                                 const std::string& slot) const {
  auto shown = scans::show_report(house_, order, slot, std::nullopt);
  if (!shown || shown->json.empty() || !lies_in(order, slot, shown->scan)) return std::nullopt;
  return ShownReport{shown->scan.version, std::move(shown->etag), std::move(shown->json)};
}

std::optional<pipeline::Report> ScannedReports::measured(const workflow::Order& order,
                                                         const std::string& slot) const {
  auto kept = kept_under(house_, order.id, slot, std::nullopt, std::nullopt, &order);
  if (!kept) return std::nullopt;
  return std::move(kept->report);
}

std::optional<std::int64_t> ScannedReports::version_of(const std::string& order,
                                                       const std::string& slot,
                                                       const std::string& sha256) const {
  const auto version = house_.orders.database().read([&](Transaction& transaction) {
    return transaction.row<std::int64_t>(
        "SELECT version FROM scans WHERE order_id = $1 AND slot = $2 AND sha256 = $3"
        " ORDER BY version DESC LIMIT 1",
        {order, slot, sha256});
  });
  if (!version || !*version) return std::nullopt;
  return std::get<0>(**version);
}

std::vector<ReportKey> ScannedReports::keys(const std::string& rest,
                                            const store::database::Parameters& with) const {
  std::vector<ReportKey> keys;
  const auto rows = house_.orders.database().read([&](Transaction& transaction) {
    return transaction.rows<std::int64_t, std::string, std::string, std::int64_t, std::string,
                            std::string, std::string>(
        "SELECT r.inspected_at_ms, r.order_id, r.slot, r.version, r.rules, s.sha256, r.verdict"
        " FROM reports r JOIN scans s ON s.order_id = r.order_id AND s.slot = r.slot"
        " AND s.version = r.version " +
            rest,
        with);
  });
  if (!rows) return keys;
  for (const auto& [at_ms, order, slot, version, rules, sha256, verdict] : *rows) {
    keys.push_back({at_ms, order, slot, version, rules, sha256, verdict});
  }
  return keys;
}

std::vector<ReportKey> ScannedReports::kept(std::int64_t from_ms, int most) const {
  return keys(
      "WHERE r.inspected_at_ms >= $1 ORDER BY r.inspected_at_ms, r.order_id, r.slot, r.version,"
      " r.rules LIMIT $2",
      {from_ms, most});
}

std::vector<ReportKey> ScannedReports::latest(int most) const {
  return keys("ORDER BY r.inspected_at_ms DESC, r.order_id, r.slot, r.version, r.rules LIMIT $1",
              {most});
}

std::optional<std::string> ScannedReports::read(const ReportKey& key) const {
  const auto kept = kept_under(house_, key.order, key.slot, key.version, key.rules, nullptr);
  if (!kept) return std::nullopt;
  return rules::to_json(kept->report, kept->judgement, /*with_costs=*/false).dump();
}

}  // namespace vermilion::service::review
