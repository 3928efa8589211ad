#include "bench/evaluate/readings.hpp"

#include "bench/speed/statistics.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace vermilion::evaluate {
namespace {

bool holds(const Reading& reading, const std::string& text) {
  return !text.empty() && std::ranges::any_of(reading.symbols, [&](const std::string& symbol) {
    return symbol.find(text) != std::string::npos;
  });
}

// What is read from both, where `found` does not say that the first is enough.
template <class Found>
std::vector<Reading> chain(const std::vector<Reading>& first, const std::vector<Reading>& second,
                           const Found& found) {
  if (second.empty()) return first;
  assert(first.size() == second.size());
  std::vector<Reading> both;
  for (std::size_t i = 0; i < first.size(); ++i) {
    Reading reading = first[i];
    if (!found(reading)) {
      const double cpu_ms = reading.cpu_ms;
      reading = second[i];
      reading.cpu_ms += cpu_ms;
    }
    both.push_back(std::move(reading));
  }
  return both;
}

}  // namespace

Reading reading_of(const Inspected& inspected) {
  const auto& facts = inspected.report.facts;
  Reading reading{.cpu_ms = inspected.cpu_ms};
  if (facts.qr) {
    for (const auto& symbol : *facts.qr) reading.symbols.push_back(symbol.text);
  }
  if (const auto& code = facts.credit_code) {
    reading.code = code->value;
    reading.from_print = code->source == pipeline::CodeSource::Ocr;
  }
  return reading;
}

Readings chain(const Readings& first, const Readings& second) {
  const auto has_code = [](const Reading& reading) { return reading.code.has_value(); };
  const auto has_symbol = [](const Reading& reading) { return !reading.symbols.empty(); };
  return {chain(first.licences, second.licences, has_code),
          chain(first.no_code, second.no_code, has_code),
          chain(first.symbols, second.symbols, has_symbol)};
}

Standing standing_of(const Readings& readings, const Truths& truths) {
  Standing standing;
  std::vector<double> cpu_ms;
  for (std::size_t i = 0; i < truths.codes.size(); ++i) {
    standing.claims.count(readings.licences[i].code, truths.codes[i]);
    cpu_ms.push_back(readings.licences[i].cpu_ms);
  }
  if (!cpu_ms.empty()) {
    standing.cpu_ms = speed::mean(cpu_ms);
    standing.cpu_ms_p95 = speed::p95(cpu_ms);
  }
  for (const Reading& reading : readings.no_code) {
    standing.from_print += reading.code && reading.from_print;
    standing.from_symbol += reading.code && !reading.from_print;
  }
  if (readings.symbols.empty()) return standing;
  standing.decoded = 0;
  standing.as_labelled = 0;
  for (std::size_t i = 0; i < truths.symbols.size(); ++i) {
    *standing.decoded += !readings.symbols[i].symbols.empty();
    *standing.as_labelled += holds(readings.symbols[i], truths.symbols[i]);
  }
  return standing;
}

}  // namespace vermilion::evaluate
