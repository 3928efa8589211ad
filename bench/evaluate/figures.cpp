#include "bench/evaluate/figures.hpp"

#include "bench/evaluate/claims.hpp"
#include "bench/speed/statistics.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace vermilion::evaluate {
namespace {

using pipeline::Box;

// Boxes of the labels are fractions x0 y0 x1 y1 of the picture.
Box box_from(const nlohmann::json& fractions, int width, int height) {
  const double x0 = fractions[0].get<double>() * width;
  const double y0 = fractions[1].get<double>() * height;
  const double x1 = fractions[2].get<double>() * width;
  const double y1 = fractions[3].get<double>() * height;
  return {static_cast<int>(x0), static_cast<int>(y0), static_cast<int>(x1 - x0),
          static_cast<int>(y1 - y0)};
}

// Where a box of the stored picture lies once it is turned.
Box turned(const Box& box, int clockwise_deg, int width, int height) {
  switch (clockwise_deg) {
    case 90:
      return {height - box.y - box.height, box.x, box.height, box.width};
    case 180:
      return {width - box.x - box.width, height - box.y - box.height, box.width, box.height};
    case 270:
      return {box.y, width - box.x - box.width, box.height, box.width};
    default:
      return box;
  }
}

// A labelled box on the upright page. Pictures with an EXIF turn were labelled as viewers show
// them, which is upright.
Box upright_box(const nlohmann::json& fractions, const Labelled& image,
                const pipeline::Report& report) {
  const int turn = report.image ? report.image->rotation_deg : 0;
  if (image.labels.contains("exif_orientation") && turn % 180 != 0) {
    return box_from(fractions, image.height, image.width);
  }
  return turned(box_from(fractions, image.width, image.height), turn, image.width, image.height);
}

std::vector<double> costs_of(const std::vector<Inspected>& inspected) {
  std::vector<double> costs;
  for (const Inspected& one : inspected) costs.push_back(one.cpu_ms);
  return costs;
}

template <class Key>
void print_shares(const std::map<Key, int>& counts) {
  for (const auto& [key, count] : counts) fmt::print("    {:<24} {}\n", key, count);
}

}  // namespace

double overlap(const Box& a, const Box& b) {
  const int width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
  const int height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const double shared = static_cast<double>(width) * height;
  return shared / (static_cast<double>(a.width) * a.height +
                   static_cast<double>(b.width) * b.height - shared);
}

std::string percent(int part, int whole) {
  return fmt::format("{} of {} ({:.1f} %)", part, whole, whole == 0 ? 0.0 : 100.0 * part / whole);
}

std::string spread(const std::vector<double>& values, const char* unit) {
  if (values.empty()) return "none";
  return fmt::format("mean {:.1f}, median {:.1f}, p95 {:.1f}, max {:.1f} {}", speed::mean(values),
                     speed::median(values), speed::p95(values), std::ranges::max(values), unit);
}

void print_codes(const std::vector<Inspected>& licences, bool each) {
  Claims claims;
  std::map<std::string, int> exact_by;
  for (const auto& [image, report, cpu_ms] : licences) {
    const std::string expected = image->labels.at("credit_code");
    const auto& code = report.facts.credit_code;
    const bool right = code && code->value == expected;
    claims.count(code ? std::optional(code->value) : std::nullopt, expected);
    if (right) ++exact_by[code->read_by + " / " + std::string(name(code->source))];
    if (each) {
      fmt::print("  {:<28} {:<6} {} {:.3f} {:.1f} ms\n", image->file,
                 right  ? "exact"
                 : code ? "WRONG"
                        : "absent",
                 code ? code->value : std::string("-"), code ? code->confidence : 0.0, cpu_ms);
    }
  }
  const int all = claims.all();
  fmt::print(
      "credit codes on {} licences that show one\n  exact  {}\n  wrong  {}\n  absent {}\n  CPU    "
      "{}\n",
      all, percent(claims.exact, all), percent(claims.wrong, all), percent(claims.absent, all),
      spread(costs_of(licences), "ms"));
  fmt::print("  exact by reader\n");
  print_shares(exact_by);
}

void print_no_codes(const std::vector<Inspected>& licences, bool each) {
  int by_print = 0;
  int by_symbol = 0;
  int misprints = 0;
  for (const auto& [image, report, cpu_ms] : licences) {
    const auto& code = report.facts.credit_code;
    by_print += code && code->source == pipeline::CodeSource::Ocr;
    by_symbol += code && code->source != pipeline::CodeSource::Ocr;
    const bool misprint = std::ranges::any_of(report.findings, [](const auto& finding) {
      return finding.code == pipeline::FindingCode::UsccBadCheck;
    });
    misprints += misprint;
    if (each && (code || misprint))
      fmt::print("  {:<28} {} {}\n", image->file, code ? code->value : std::string("-"),
                 misprint ? "misprint" : "");
  }
  const int all = static_cast<int>(licences.size());
  fmt::print(
      "{} licences without a readable code\n  claimed from print {}\n  claimed from a QR symbol "
      "{}\n  called misprinted {}\n  CPU {}\n",
      all, by_print, by_symbol, misprints, spread(costs_of(licences), "ms"));
}

void print_seals(const std::vector<Inspected>& images, bool each) {
  int labelled = 0;
  int found = 0;
  int claimed = 0;
  int false_claims = 0;
  int boxed = 0;
  int box_hits = 0;
  for (const auto& [image, report, cpu_ms] : images) {
    std::vector<Box> truth;
    int red_rounds = 0;
    bool all_boxed = true;
    for (const auto& seal : image->labels.at("seals")) {
      const std::string colour = text_of(seal, "colour");
      if (text_of(seal, "shape") != "round" || colour.find("red") == std::string::npos) continue;
      ++red_rounds;
      if (!seal.contains("bbox_frac") || !seal["bbox_frac"].is_array()) {
        all_boxed = false;
        continue;
      }
      truth.push_back(upright_box(seal["bbox_frac"], *image, report));
    }
    std::vector<Box> claims;
    for (const auto& seal : report.facts.seals.value_or(std::vector<pipeline::SealFact>{})) {
      if (seal.shape == pipeline::SealShape::Round && seal.redness > 0.3)
        claims.push_back(seal.box);
    }
    int hits = 0;
    int near = 0;
    for (const Box& box : truth) {
      hits +=
          std::ranges::any_of(claims, [&](const Box& claim) { return overlap(box, claim) >= 0.5; });
      near +=
          std::ranges::any_of(claims, [&](const Box& claim) { return overlap(box, claim) >= 0.2; });
    }
    const int seen = all_boxed ? near : std::min<int>(red_rounds, static_cast<int>(claims.size()));
    labelled += red_rounds;
    found += seen;
    claimed += static_cast<int>(claims.size());
    const int wrong =
        std::max(0, static_cast<int>(claims.size()) - (all_boxed ? near : red_rounds));
    false_claims += wrong;
    boxed += static_cast<int>(truth.size());
    box_hits += hits;
    if (each && (seen < red_rounds || wrong > 0 || hits < static_cast<int>(truth.size()))) {
      fmt::print("  {:<44} labelled {} claimed {} seen {} box hits {} of {}\n", image->file,
                 red_rounds, claims.size(), seen, hits, truth.size());
    }
  }
  fmt::print(
      "round red seals on {} images\n  recall    {}\n  precision {}\n  box hits at IoU 0.5 {}\n  "
      "CPU {}\n",
      images.size(), percent(found, labelled), percent(claimed - false_claims, claimed),
      percent(box_hits, boxed), spread(costs_of(images), "ms"));
}

void print_symbols(const std::vector<Inspected>& images, bool each) {
  int decoded = 0;
  int labelled = 0;
  int exact = 0;
  for (const auto& [image, report, cpu_ms] : images) {
    const auto& symbols = report.facts.qr;
    const std::string expected = text_of(image->labels, "expected_text");
    const bool any = symbols && !symbols->empty();
    const bool right =
        any && std::ranges::any_of(*symbols, [&](const auto& s) { return s.text == expected; });
    decoded += any;
    labelled += !expected.empty();
    exact += right;
    if (each && !right) {
      fmt::print("  {:<44} {}\n", image->file,
                 any ? "other text: " + symbols->front().text.substr(0, 60) : "not decoded");
    }
  }
  const int all = static_cast<int>(images.size());
  fmt::print("QR symbols on {} images\n  decoded {}\n  exact   {}\n  CPU     {}\n", all,
             percent(decoded, all), percent(exact, labelled), spread(costs_of(images), "ms"));
}

void print_skew(const std::vector<Inspected>& images, bool each) {
  std::vector<double> errors;
  for (const auto& [image, report, cpu_ms] : images) {
    if (!report.image) continue;
    const double expected = image->labels.at("expected_angle_deg");
    errors.push_back(std::abs(report.image->skew_deg - expected));
    if (each)
      fmt::print("  {:<28} {:.2f} expected {:.0f}\n", image->file, report.image->skew_deg,
                 expected);
  }
  fmt::print("skew on {} pages (labels are whole degrees)\n  error {}\n", images.size(),
             spread(errors, "deg"));
}

void print_hostile(const std::vector<Inspected>& files, bool each) {
  std::map<std::string, int> reasons;
  int decoded = 0;
  int nameless = 0;
  for (const auto& [image, report, cpu_ms] : files) {
    decoded += report.readable;
    if (report.readable) continue;
    if (report.findings.empty()) ++nameless;
    for (const auto& finding : report.findings) {
      if (finding.level == pipeline::Level::Block) ++reasons[std::string(name(finding.code))];
    }
    if (each) fmt::print("  {:<60} {:.1f} ms\n", image->file, cpu_ms);
  }
  fmt::print(
      "{} hostile files survived\n  decoded {}, refused without a reason {}\n  CPU {}\n  refused "
      "for\n",
      files.size(), decoded, nameless, spread(costs_of(files), "ms"));
  print_shares(reasons);
}

}  // namespace vermilion::evaluate
