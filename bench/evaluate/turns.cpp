#include "bench/evaluate/turns.hpp"

#include "bench/evaluate/figures.hpp"
#include "bench/evaluate/turned_file.hpp"
#include "bench/speed/statistics.hpp"

#include <fmt/core.h>

namespace vermilion::evaluate {
namespace {

void turn_and_count(TurnFigures& figures, pipeline::Inspector& inspector, const Labelled& image) {
  const auto file = turned_file(bytes_of(image.path), figures.clockwise_deg);
  if (!file) {
    ++figures.not_turned;
    return;
  }
  figures.as_png += file->extension == "png";
  const auto name = fmt::format("turned.{}", file->extension);
  figures.count(inspect(inspector, image, file->bytes, name));
}

}  // namespace

void TurnFigures::count(const Inspected& licence) {
  const auto& code = licence.report.facts.credit_code;
  cpu_ms.push_back(licence.cpu_ms);
  if (licence.image->category == kLicences) {
    claims.count(code ? std::optional(code->value) : std::nullopt,
                 licence.image->labels.at("credit_code"));
  } else {
    ++no_code;
    from_print += code && code->source == pipeline::CodeSource::Ocr;
  }
}

std::vector<TurnFigures> figures_by_turn(pipeline::Inspector& inspector, Inspections& inspections) {
  std::vector<TurnFigures> turns{{0}, {90}, {180}, {270}};
  for (const auto& category : {kLicences, kLicencesNoCode}) {
    for (const Inspected& licence : inspections.of(category)) {
      turns[0].count(licence);
      for (std::size_t i = 1; i < turns.size(); ++i)
        turn_and_count(turns[i], inspector, *licence.image);
    }
  }
  return turns;
}

void print_turns(const std::vector<TurnFigures>& turns) {
  fmt::print("licences turned clockwise\n  {:>6}{:>8}{:>8}{:>8}{:>10}{:>12}{:>9}{:>8}{:>12}\n",
             "deg", "exact", "wrong", "absent", "no code", "from print", "CPU ms", "as PNG",
             "not turned");
  for (const TurnFigures& turn : turns) {
    fmt::print("  {:>6}{:>8}{:>8}{:>8}{:>10}{:>12}{:>9.1f}{:>8}{:>12}\n", turn.clockwise_deg,
               turn.claims.exact, turn.claims.wrong, turn.claims.absent, turn.no_code,
               turn.from_print, turn.cpu_ms.empty() ? 0 : speed::mean(turn.cpu_ms), turn.as_png,
               turn.not_turned);
  }
}

}  // namespace vermilion::evaluate
