#pragma once

#include "bench/evaluate/inspections.hpp"

#include <initializer_list>
#include <string>
#include <utility>

// Inspections as they might have come out, for the figures made of them.
namespace vermilion::evaluate {

// A code by a reader, as the report names it; "qr" means that the symbol alone showed it.
inline pipeline::CreditCodeFact a_code(std::string value, std::string read_by) {
  pipeline::CreditCodeFact code{.value = std::move(value)};
  code.source = read_by == "qr" ? pipeline::CodeSource::Qr : pipeline::CodeSource::Ocr;
  code.read_by = std::move(read_by);
  return code;
}

// Stages and what each cost in milliseconds; the whole costs `rest_ms` more.
inline Inspected an_inspection(const Labelled& image,
                               std::initializer_list<std::pair<const char*, std::int64_t>> stages,
                               double rest_ms = 0) {
  Inspected one{.image = &image, .cpu_ms = rest_ms};
  for (const auto& [stage, ms] : stages) {
    one.report.costs.push_back({stage, 1, ms * 1'000'000});
    one.cpu_ms += static_cast<double>(ms);
  }
  return one;
}

}  // namespace vermilion::evaluate
