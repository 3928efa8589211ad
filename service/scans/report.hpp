#pragma once

#include "rules/judge.hpp"
#include "service/scans/failure.hpp"
#include "service/scans/house.hpp"
#include "service/scans/scan.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>

// Reports as they are kept, and as people get them.
namespace vermilion::service::scans {

// A report and what no document tells: small pictures of its seals, which only the comparison of
// documents needs.
struct KeptReport {
  pipeline::Report report;
  rules::Judgement judgement;
};

[[nodiscard]] Result<Seen> keep(House& house, const Scan& scan, const std::string& rules,
                                const KeptReport& kept);
[[nodiscard]] Result<KeptReport> kept_report(const House& house, const Seen& seen);

struct Shown {
  Scan scan;
  std::string etag;  // without quotes; empty until it is inspected
  std::string json;  // the report with `slot`, `version` and `cross`; empty until it is inspected
};

// Of a version of a slot, or the last one; NotThere: nothing lies in it.
[[nodiscard]] Result<Shown> show_report(House& house, const workflow::Order& order,
                                        const std::string& slot,
                                        std::optional<std::int64_t> version);

}  // namespace vermilion::service::scans
