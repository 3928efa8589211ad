#pragma once

#include "pipeline/report.hpp"
#include "rules/judge.hpp"

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include <optional>
#include <string>

// The documents of report_json.hpp, read back. They lie in files people can edit, so nothing of
// them is believed: a member that is missing, unknown, doubled or of another kind, a name that is
// none of ours, a verdict that the findings contradict, each is refused at its place.
namespace vermilion::rules {

// What a document still tells. Numbers have the digits they were written with; those of the
// measurements are exact.
struct StoredReport {
  // `findings` are those of intake and decoder alone: what the checks found follows from the
  // measurements. Costs are gone.
  pipeline::Report report;

  Judgement judgement;

  // Why there was nothing to report on: the file could not be opened, or the program failed.
  std::optional<std::string> failure = {};

  friend bool operator==(const StoredReport&, const StoredReport&) = default;
};

struct BadReport {
  std::string place;      // "/facts/seals/0/box"; empty: the document as a whole
  std::string complaint;  // "four whole numbers are expected"

  friend bool operator==(const BadReport&, const BadReport&) = default;
};

[[nodiscard]] tl::expected<StoredReport, BadReport> stored_report(
    const nlohmann::ordered_json& document);

}  // namespace vermilion::rules
