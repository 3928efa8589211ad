#pragma once

#include "pipeline/finding.hpp"
#include "pipeline/form/template.hpp"
#include "pipeline/limits.hpp"
#include "pipeline/measurement.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What is to be checked, and against which thresholds. Plain values: `rules` makes a Plan without
// linking a single check.
namespace vermilion::pipeline {

struct ParameterDescription {
  std::string_view name;  // unit last: "edge_spread_warn_mm"
  std::string_view unit;
  double fallback;  // used when a plan says nothing
  double min;
  double max;
  std::string_view summary;  // one line for rule authors
  std::string_view summary_zh;
};

class Parameters;  // pipeline/decide.hpp
struct Plan;

// What a measurement amounts to; nothing where it is as it should be.
using Decide = std::optional<Finding> (*)(const Measurement& measured,
                                          const Parameters& parameters);

struct CheckDescription {
  std::string_view id;  // stable; a statement that holds or not: "seal_present"
  std::string_view summary;
  std::string_view summary_zh;
  bool general;  // looks at any scan; runs when no project is named
  std::span<const FindingCode> finds;
  std::span<const ParameterDescription> parameters;
  std::span<const std::string_view> measures = {};  // the values `decide` reads
  Decide decide = nullptr;               // pure; null: whatever was measured is a finding
  bool (*asked)(const Plan&) = nullptr;  // the plan says what it takes to look; null: any does
};

// One check to run. Parameters left out take their fallback.
struct CheckRequest {
  std::string check;
  std::string rule = {};  // quoted by the findings
  std::map<std::string, double, std::less<>> parameters = {};
  std::map<FindingCode, Level> levels = {};  // where a rule wants another level than the code's own
};

// What the page says of this fact is wanted: "organisation", as pipeline/text/field_labels.hpp and
// the fields of a form name it. Held against the order's text where that is known.
struct FieldRequest {
  std::string fact;
  std::optional<std::string> expected = {};

  friend bool operator==(const FieldRequest&, const FieldRequest&) = default;
};

struct Plan {
  std::size_t max_bytes = limits::kFileBytes;
  std::vector<CheckRequest> checks;
  std::optional<std::string> document;  // the kind expected, for the check document_kind_matches
  std::optional<std::string>
      expected_code;  // the order's: how likely the page shows exactly this credit code is measured
                      // too, which costs something only where another code or none is read
  std::optional<std::string> expected_citizen_id;  // the order's, for the check card_number_valid;
                                                   // never told in the report
  std::vector<FieldRequest> fields;    // Facts::fields is wanted, at the price of reading them
  std::optional<form::Template> form;  // the form of ours the scan is of, for checks of its parts
  bool seal_pictures = false;          // SealFact::picture is wanted
  std::optional<std::chrono::sys_days> today;  // for what expires
};

}  // namespace vermilion::pipeline
