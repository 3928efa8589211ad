#include "service/scans/comparison.hpp"

#include "pipeline/digest.hpp"
#include "rules/report_json.hpp"
#include "service/scans/order_facts.hpp"
#include "service/scans/report.hpp"
#include "service/scans/scan.hpp"
#include "workflow/organisation/organisation.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iterator>
#include <optional>
#include <utility>

namespace vermilion::service::scans {
namespace {

using json = nlohmann::ordered_json;
using rules::OrderFinding;
using store::database::Transaction;
using workflow::Order;

// A present scan that was inspected.
struct Entry {
  Scan scan;
  Seen seen;
};

std::vector<Entry> entries_of(Transaction& transaction, const Order& order) {
  std::vector<Entry> entries;
  for (Scan& scan : present_scans(transaction, order.id)) {
    auto seen = find_seen(transaction, scan);
    if (seen) entries.push_back({std::move(scan), *std::move(seen)});
  }
  return entries;
}

Result<rules::OrderFacts> facts(House& house, const Order& order) {
  if (order.operation != workflow::Operation::New) return facts_of(order);
  const auto organisation = house.orders.organisation(order.organisation);
  if (!organisation) return failed(organisation.error());
  const auto key = main_key_of(*organisation, order.project);
  return facts_of(order, key.state == workflow::MainKey::State::Issued && key.order != order.id);
}

std::string basis_of(const Order& order, const rules::OrderFacts& facts,
                     const std::vector<Entry>& entries) {
  std::string text = order.terms_digest + '\n';
  for (const Entry& entry : entries) {
    text +=
        fmt::format("{} {} {}\n", entry.scan.slot, entry.scan.version, entry.seen.report_sha256);
  }
  for (const std::string_view name : rules::text_fact_names()) {
    text += fmt::format("{}={}\n", name, rules::text_fact(facts, name).value_or(""));
  }
  text += fmt::format("{} {}", facts.legal_person_verified.value_or(false),
                      facts.main_key_exists.value_or(false));
  return pipeline::sha256(std::as_bytes(std::span(text)));
}

json written(const rules::Sight& sight) {
  json object{{"document", sight.document}, {"value", sight.value}};
  if (sight.box) object["box"] = {sight.box->x, sight.box->y, sight.box->width, sight.box->height};
  return object;
}

// The words of reports, whoever writes them.
json written(const OrderFinding& found) {
  rules::Judgement alone;
  alone.findings = {found.finding};
  json object = rules::to_json({}, alone, /*with_costs=*/false).at("findings").at(0);
  object["sights"] = json::array();
  for (const rules::Sight& sight : found.sights) object["sights"].push_back(written(sight));
  return object;
}

struct Kept {
  json findings = json::array();
  std::map<std::string, std::set<std::string>> blocking;
};

Kept kept_of(const std::vector<OrderFinding>& findings) {
  Kept kept;
  for (const OrderFinding& found : findings) {
    if (found.finding.code == pipeline::FindingCode::DocMissing) continue;
    kept.findings.push_back(written(found));
    if (found.finding.level != pipeline::Level::Block) continue;
    for (const rules::Sight& sight : found.sights) {
      if (sight.document == rules::kTheOrder) continue;
      kept.blocking[sight.document].emplace(pipeline::name(found.finding.code));
    }
  }
  return kept;
}

std::string text_of(const json& value) {
  return value.dump(-1, ' ', /*ensure_ascii=*/false, json::error_handler_t::replace);
}

class Comparison {
 public:
  Comparison(House& house, const Order& order) : house_(house), order_(order) {}

  Result<Compared> compared() {
    auto facts = scans::facts(house_, order_);
    if (!facts) return tl::make_unexpected(facts.error());
    std::optional<std::string> kept;
    const auto read = house_.orders.database().read([&](Transaction& reading) {
      entries_ = entries_of(reading, order_);
      basis_ = basis_of(order_, *facts, entries_);
      kept = kept_under_basis(reading);
    });
    if (!read) return failed(read.error());
    return kept ? read_kept(*kept) : worked_out(*facts);
  }

 private:
  std::optional<std::string> kept_under_basis(Transaction& reading) const {
    const auto row = reading.row<std::string>(
        "SELECT findings_sha256 FROM comparisons WHERE order_id = $1 AND basis = $2",
        {order_.id, basis_});
    return row ? std::optional(std::get<0>(*row)) : std::nullopt;
  }

  Result<Compared> read_kept(const std::string& sha256) const {
    const auto id = store::blobs::BlobId::parse(sha256);
    if (!id) return failed(Fault::Broken, "a comparison is named by no digest");
    const auto bytes = house_.blobs.get(*id);
    if (!bytes) return failed(bytes.error());
    const json kept = json::parse(*bytes, nullptr, /*allow_exceptions=*/false);
    if (!kept.is_object()) return failed(Fault::Broken, "a kept comparison is none");
    return Compared{basis_, text_of(kept.at("findings")),
                    kept.at("blocking").get<decltype(Compared::blocking)>()};
  }

  Result<Compared> worked_out(const rules::OrderFacts& facts) const {
    const auto project = house_.rules(order_.project, order_.terms_digest);
    if (!project) return failed(Fault::Broken, "the rules of the order are not kept");
    std::vector<rules::SlotReport> reports;
    for (const Entry& entry : entries_) {
      auto kept = kept_report(house_, entry.seen);
      if (!kept) return tl::make_unexpected(kept.error());
      if (rules::find_slot(*project, entry.scan.slot) == nullptr) continue;
      reports.push_back({entry.scan.slot, std::move(kept->report)});
    }
    return keep(kept_of(rules::judge_order(*project, facts, reports).findings));
  }

  Result<Compared> keep(const Kept& kept) const {
    const json document{{"findings", kept.findings}, {"blocking", kept.blocking}};
    const auto id = house_.blobs.put(text_of(document));
    if (!id) return failed(id.error());
    const auto done = house_.orders.database().transact([&](Transaction& writing) {
      writing.run(
          "INSERT INTO comparisons (order_id, basis, findings_sha256, compared_at_ms) "
          "VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
          {order_.id, basis_, id->text(), writing.now_ms()});
    });
    if (!done) return failed(done.error());
    return Compared{basis_, text_of(kept.findings), kept.blocking};
  }

  House& house_;
  const Order& order_;
  std::vector<Entry> entries_;
  std::string basis_;
};

}  // namespace

Result<Compared> compare(House& house, const Order& order) {
  return Comparison(house, order).compared();
}

}  // namespace vermilion::service::scans
