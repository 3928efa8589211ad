#include "service/scans/report.hpp"

#include "pipeline/digest.hpp"
#include "rules/report_json.hpp"
#include "rules/stored_report.hpp"
#include "service/crypto/base64.hpp"
#include "service/scans/comparison.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <set>
#include <utility>

namespace vermilion::service::scans {
namespace {

using json = nlohmann::ordered_json;

std::string text_of(const json& value) {
  return value.dump(-1, ' ', /*ensure_ascii=*/false, json::error_handler_t::replace);
}

// Two lines: the document, and the pictures no document holds.
std::string written(KeptReport kept) {
  json pictures = json::array();
  if (kept.report.facts.seals) {
    for (auto& seal : *kept.report.facts.seals) {
      pictures.push_back(crypto::to_base64(std::exchange(seal.picture, {})));
    }
  }
  const auto document = rules::to_json(kept.report, kept.judgement, /*with_costs=*/true);
  return text_of(document) + '\n' + text_of(pictures);
}

std::set<std::string> blocking_in(const rules::Judgement& judgement) {
  std::set<std::string> codes;
  for (const auto& finding : judgement.findings) {
    if (finding.level == pipeline::Level::Block) codes.emplace(pipeline::name(finding.code));
  }
  return codes;
}

struct Lines {
  std::string document;
  std::string pictures;
};

Result<Lines> lines_of(const House& house, const Seen& seen) {
  const auto id = store::blobs::BlobId::parse(seen.report_sha256);
  if (!id) return failed(Fault::Broken, "a report is named by no digest");
  const auto bytes = house.blobs.get(*id);
  if (!bytes) return failed(bytes.error());
  const std::size_t end = bytes->find('\n');
  if (end == std::string::npos) return failed(Fault::Broken, "a report of one line");
  return Lines{bytes->substr(0, end), bytes->substr(end + 1)};
}

void put_pictures_back(const std::string& line, pipeline::Report& report) {
  const json pictures = json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!pictures.is_array() || !report.facts.seals) return;
  for (std::size_t i = 0; i < report.facts.seals->size() && i < pictures.size(); ++i) {
    const auto bytes = pictures[i].is_string()
                           ? crypto::from_base64(pictures[i].get_ref<const std::string&>())
                           : std::nullopt;
    (*report.facts.seals)[i].picture = bytes.value_or("");
  }
}

// What is told of a version that counts no more is told without what its order says today.
Result<std::string> cross_of(House& house, const workflow::Order& order, const Scan& scan) {
  const auto document = order.documents.find(scan.slot);
  if (document == order.documents.end() || document->second.sha256 != scan.sha256) return "[]";
  auto compared = compare(house, order);
  if (!compared) return tl::make_unexpected(compared.error());
  return std::move(compared->findings);
}

std::string etag_of(const Scan& scan, const Seen& seen, const std::string& cross) {
  const auto bytes = std::as_bytes(std::span(cross));
  return fmt::format("{}-{:.16}-{:.16}", scan.version, seen.report_sha256, pipeline::sha256(bytes));
}

// `document` is an object with members.
std::string shown(const Scan& scan, const std::string& document, const std::string& cross) {
  return fmt::format("{{\"slot\":{},\"version\":{},{},\"cross\":{}}}", json(scan.slot).dump(),
                     scan.version, document.substr(1, document.size() - 2), cross);
}

}  // namespace

Result<Seen> keep(House& house, const Scan& scan, const std::string& rules,
                  const KeptReport& kept) {
  const auto id = house.blobs.put(written(kept));
  if (!id) return failed(id.error());
  Seen seen{.rules = rules,
            .verdict = std::string(name(kept.judgement.verdict)),
            .blocking = blocking_in(kept.judgement),
            .report_sha256 = id->text()};
  const auto done = house.orders.database().transact([&](store::database::Transaction& writing) {
    seen.inspected_at_ms = writing.now_ms();
    add(writing, scan, seen);
    set_state(writing, scan, State::Inspected);
  });
  if (!done) return failed(done.error());
  return seen;
}

Result<KeptReport> kept_report(const House& house, const Seen& seen) {
  const auto lines = lines_of(house, seen);
  if (!lines) return tl::make_unexpected(lines.error());
  const auto document = json::parse(lines->document, nullptr, /*allow_exceptions=*/false);
  auto stored = rules::stored_report(document);
  if (!stored) {
    return failed(Fault::Broken, fmt::format("a kept report: {}: {}", stored.error().place,
                                             stored.error().complaint));
  }
  put_pictures_back(lines->pictures, stored->report);
  return KeptReport{std::move(stored->report), std::move(stored->judgement)};
}

Result<Shown> show_report(House& house, const workflow::Order& order, const std::string& slot,
                          std::optional<std::int64_t> version) {
  std::optional<Scan> scan;
  std::optional<Seen> seen;
  const auto read = house.orders.database().read([&](store::database::Transaction& reading) {
    scan = find_scan(reading, order.id, slot, version);
    seen = scan ? find_seen(reading, *scan) : std::nullopt;
  });
  if (!read) return failed(read.error());
  if (!scan || (!seen && scan->state == State::Replaced)) return failed(Fault::NotThere, slot);
  if (!seen) return Shown{.scan = *std::move(scan), .etag = {}, .json = {}};
  const auto lines = lines_of(house, *seen);
  if (!lines) return tl::make_unexpected(lines.error());
  const auto cross = cross_of(house, order, *scan);
  if (!cross) return tl::make_unexpected(cross.error());
  Shown shown{.scan = *scan,
              .etag = etag_of(*scan, *seen, *cross),
              .json = scans::shown(*scan, lines->document, *cross)};
  return shown;
}

}  // namespace vermilion::service::scans
