#include "bench/evaluate/comparison.hpp"

#include "bench/evaluate/peers.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace vermilion::evaluate {
namespace {

using MaybeReadings = std::optional<Readings>;

std::vector<Reading> ours(const std::vector<Inspected>& images) {
  std::vector<Reading> readings;
  for (const Inspected& one : images) readings.push_back(reading_of(one));
  return readings;
}

Truths truths_of(Inspections& inspections) {
  Truths truths;
  for (const Inspected& one : inspections.of(kLicences))
    truths.codes.push_back(one.image->labels.at("credit_code"));
  for (const Inspected& one : inspections.of(kSymbols))
    truths.symbols.push_back(text_of(one.image->labels, "expected_text"));
  return truths;
}

MaybeReadings chained(const std::map<std::string_view, MaybeReadings>& by_peer,
                      std::initializer_list<std::string_view> names) {
  MaybeReadings all;
  for (const std::string_view name : names) {
    const MaybeReadings& next = by_peer.at(name);
    if (!next) return std::nullopt;
    all = all ? chain(*all, *next) : *next;
  }
  return all;
}

std::string cell(std::optional<int> count) {
  return count ? std::to_string(*count) : "-";
}

void print_line(std::string_view label, const MaybeReadings& readings, const Truths& truths) {
  if (!readings) return fmt::print("  {:<40}  not installed\n", label);
  const Standing standing = standing_of(*readings, truths);
  fmt::print("  {:<40}{:>7}{:>7}{:>8}{:>12}{:>9}{:>9}{:>10}{:>9.1f}{:>9.1f}\n", label,
             standing.claims.exact, standing.claims.wrong, standing.claims.absent,
             standing.from_print, standing.from_symbol, cell(standing.decoded),
             cell(standing.as_labelled), standing.cpu_ms, standing.cpu_ms_p95);
}

}  // namespace

void print_comparison(Inspections& inspections) {
  const Truths truths = truths_of(inspections);
  const Readings own{ours(inspections.of(kLicences)), ours(inspections.of(kLicencesNoCode)),
                     ours(inspections.of(kSymbols))};
  fmt::print("codes on {} licences, claims on {} that show none, symbols on {} images\n",
             own.licences.size(), own.no_code.size(), own.symbols.size());
  fmt::print("  {:<40}{:>7}{:>7}{:>8}{:>12}{:>9}{:>9}{:>10}{:>9}{:>9}\n", "", "exact", "wrong",
             "absent", "from print", "from QR", "decoded", "as label", "CPU ms", "p95");
  print_line("vermilion", own, truths);
  std::map<std::string_view, MaybeReadings> by_peer;
  for (const Peer& peer : peers()) {
    const auto& readings = by_peer[peer.tool.name] = readings_of(peer, inspections);
    print_line(peer.tool.label, readings, truths);
  }
  print_line("zxing, else tesseract eng", chained(by_peer, {"zxing", "tesseract_sparse"}), truths);
  print_line("zxing, else tesseract chi_sim", chained(by_peer, {"zxing", "tesseract_page"}),
             truths);
  print_line("zxing, else zbar, else both tesseracts",
             chained(by_peer, {"zxing", "zbar", "tesseract_sparse", "tesseract_page"}), truths);
}

}  // namespace vermilion::evaluate
