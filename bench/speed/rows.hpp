#pragma once

#include "bench/speed/measured.hpp"
#include "bench/speed/program.hpp"

#include <tl/expected.hpp>

#include <map>
#include <string>
#include <string_view>

// What is measured, brought into rows of figures.
namespace vermilion::speed {

struct Row {
  double ms = 0;                               // Google Benchmark's own column of time
  std::map<std::string, double> figures = {};  // by name; those that make no sense here are absent
};

// Or why there is none, which is no failure: "not installed".
using MaybeRow = tl::expected<Row, std::string>;

MaybeRow start_row(Measured& measured, const Errand& errand);
MaybeRow memory_row(Measured& measured, const Load& load, int workers);
MaybeRow inspect_row(Measured& measured, const Category& category);
MaybeRow stage_row(Measured& measured, const Category& category, std::string_view stage);
MaybeRow rest_row(Measured& measured, const Category& category);
MaybeRow document_row(Measured& measured, const Category& category, std::string_view document);
MaybeRow tool_row(Measured& measured, const Category& category, const Tool& tool);
MaybeRow all_tools_row(Measured& measured, const Category& category);
MaybeRow same_pages_row(Measured& measured, const Category& category);
MaybeRow rules_row(Measured& measured, const RuleErrand& errand);
MaybeRow workers_row(Measured& measured, const BatchKind& batch, int workers);

}  // namespace vermilion::speed
