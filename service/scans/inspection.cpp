#include "service/scans/inspection.hpp"

#include "service/inspection/terms.hpp"
#include "service/scans/comparison.hpp"
#include "service/scans/order_facts.hpp"
#include "service/scans/outcome.hpp"
#include "service/scans/print.hpp"
#include "service/scans/report.hpp"
#include "service/scans/scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace vermilion::service::scans {
namespace {

using effects::Carried;
using effects::Outcome;
using store::database::Transaction;
using Kind = effects::Failure::Kind;

// The name is held against the bytes; an upload has none but its kind.
std::string_view file_of(pipeline::ImageFormat format) {
  switch (format) {
    case pipeline::ImageFormat::Png:
      return "scan.png";
    case pipeline::ImageFormat::Bmp:
      return "scan.bmp";
    case pipeline::ImageFormat::Jpeg:
      break;
  }
  return "scan.jpg";
}

class Inspection {
 public:
  Inspection(House& house, const effects::Task& task)
      : house_(house), task_(task), order_(task.order), slot_(task.effect.words.at("slot")) {}

  Outcome<Carried> carried() {
    const auto* document = find_document(order_, slot_);
    if (document == nullptr || document->sha256 != sha256()) return Carried{};
    const auto begun = begin();
    if (!begun) return tl::make_unexpected(begun.error());
    if (!seen_) {
      auto looked = look();
      if (!looked) return tl::make_unexpected(looked.error());
    }
    return said();
  }

 private:
  const std::string& sha256() const { return task_.effect.words.at("sha256"); }

  // Somebody is at it now: applicants see that it moves.
  Outcome<void> begin() {
    std::optional<Scan> scan;
    const auto done = house_.orders.database().transact([&](Transaction& writing) {
      scan = find_scan(writing, order_.id, slot_);
      seen_ = scan ? find_seen(writing, *scan, order_.terms_digest) : std::nullopt;
      if (scan && !seen_) set_state(writing, *scan, State::Inspecting);
    });
    if (!done) return not_done(done.error());
    if (!scan || scan->sha256 != sha256()) {
      return effects::failed(Kind::Never, "nobody has uploaded this scan");
    }
    scan_ = *std::move(scan);
    return {};
  }

  Outcome<void> look() {
    const auto project = house_.rules(order_.project, order_.terms_digest);
    if (!project) return effects::failed(Kind::Later, "the rules of the order are not kept");
    const auto terms =
        inspection::project_terms(project, slot_, facts_of(order_), house_.form_keys);
    if (!terms) return effects::failed(Kind::Never, terms.error());
    const auto bytes = house_.blobs.get(*store::blobs::BlobId::parse(scan_.sha256));
    if (!bytes) return not_done(bytes.error());
    auto report = report_on(*bytes, terms->plan);
    if (!report) return tl::make_unexpected(report.error());
    KeptReport kept{*std::move(report), {}};
    kept.judgement = terms->judge(kept.report);
    const auto told = tell_of_the_print(kept);
    if (!told) return tl::make_unexpected(told.error());
    const auto seen = keep(house_, scan_, order_.terms_digest, kept);
    if (!seen) return not_done(seen.error());
    seen_ = *seen;
    return {};
  }

  Outcome<pipeline::Report> report_on(const std::string& bytes, const pipeline::Plan& plan) try {
    auto report = house_.look(order_.organisation, std::as_bytes(std::span(bytes)),
                              file_of(scan_.format), plan);
    if (report) return *std::move(report);
    return effects::failed(Kind::Later, "others are looked at first");
  } catch (const std::exception& error) {
    return effects::failed(Kind::Later, fmt::format("no worker: {}", error.what()));
  }

  // Whether the form on the scan was printed before the order was filled in anew.
  Outcome<void> tell_of_the_print(KeptReport& kept) {
    const auto print = print_on(kept.report);
    if (!print) return tl::make_unexpected(print.error());
    auto finding = *print ? outdated(**print, order_) : std::nullopt;
    if (!finding) return {};
    if (kept.judgement.rules) {
      finding->rule = fmt::format("{}/{}/form", order_.project, kept.judgement.rules->type);
    }
    kept.judgement.findings.push_back(*std::move(finding));
    kept.judgement.verdict = rules::verdict_of(kept.report.readable, kept.judgement.findings);
    return {};
  }

  Outcome<std::optional<Print>> print_on(const pipeline::Report& report) {
    const auto imprint = imprint_on(report, house_.form_keys);
    if (!imprint) return std::nullopt;
    auto print = house_.orders.database().read(
        [&](Transaction& reading) { return print_of(reading, *imprint); });
    if (!print) return not_done(print.error());
    return *std::move(print);
  }

  Outcome<Carried> said() {
    auto order = house_.orders.order(order_.id);
    if (!order) return not_done(order.error());
    order_ = *std::move(order);
    const auto kept = kept_report(house_, *seen_);
    if (!kept) return not_done(kept.error());
    const auto print = print_on(kept->report);
    if (!print) return tl::make_unexpected(print.error());
    const auto compared = compare(house_, order_);
    if (!compared) return not_done(compared.error());
    auto blocking = blocking_in(slot_, seen_->blocking, *compared);
    Carried carried;
    workflow::NoteInspection noted{slot_, scan_.sha256, std::move(blocking), {}};
    if (*print) noted.mark = mark_of(**print, order_);
    carried.say.push_back(because("", std::move(noted)));
    return add_what_changes_elsewhere(*compared, std::move(carried));
  }

  static std::vector<std::string> blocking_in(const std::string& slot, std::set<std::string> codes,
                                              const Compared& compared) {
    const auto across = compared.blocking.find(slot);
    if (across != compared.blocking.end()) codes.merge(std::set(across->second));
    return {codes.begin(), codes.end()};
  }

  // What this scan brings to light about another, or no longer does.
  Outcome<Carried> add_what_changes_elsewhere(const Compared& compared, Carried carried) {
    const auto seen = seen_elsewhere();
    if (!seen) return tl::make_unexpected(seen.error());
    for (const auto& [slot, own] : *seen) {
      const workflow::Document& document = order_.documents.at(slot);
      auto blocking = blocking_in(slot, own, compared);
      if (blocking == document.blocking) continue;
      carried.say.push_back(because(
          "/" + slot, workflow::NoteInspection{slot, document.sha256, std::move(blocking), {}}));
    }
    return carried;
  }

  // By slot, what blocks in the other scans the order was told of. Of two that were seen at the
  // same time the earlier is told first: the later then knows of both.
  Outcome<std::map<std::string, std::set<std::string>>> seen_elsewhere() {
    bool is_later = false;
    auto found = house_.orders.database().read([&](Transaction& reading) {
      std::map<std::string, std::set<std::string>> blocking;
      for (const Scan& scan : present_scans(reading, order_.id)) {
        const auto* document = find_document(order_, scan.slot);
        const bool lies_there = document != nullptr && document->sha256 == scan.sha256;
        const auto seen =
            lies_there && scan.slot != slot_ ? find_seen(reading, scan) : std::nullopt;
        if (!seen) continue;
        if (document->inspected) blocking[scan.slot] = seen->blocking;
        is_later |= !document->inspected && std::tie(seen->inspected_at_ms, scan.slot) <
                                                std::tie(seen_->inspected_at_ms, slot_);
      }
      return blocking;
    });
    if (!found) return not_done(found.error());
    if (is_later) return effects::failed(Kind::Later, "another scan of the order is told first");
    return *std::move(found);
  }

  workflow::Command because(const std::string& what, workflow::NoteInspection noted) const {
    return {fmt::format("because/{}{}", task_.effect.key, what),
            {workflow::Role::System, "inspection"},
            std::move(noted)};
  }

  House& house_;
  const effects::Task& task_;
  workflow::Order order_;  // as it stood at first, then as it stands
  const std::string& slot_;
  Scan scan_;
  std::optional<Seen> seen_;
};

}  // namespace

Outcome<Carried> inspect(House& house, const effects::Task& task) {
  return Inspection(house, task).carried();
}

}  // namespace vermilion::service::scans
