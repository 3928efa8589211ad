#include "bench/evaluate/drawn_seals.hpp"

#include "bench/evaluate/figures.hpp"
#include "pipeline/checks/catalogue.hpp"
#include "pipeline/limits.hpp"
#include "rules/general.hpp"
#include "samples/make.hpp"
#include "samples/random.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <span>
#include <utility>
#include <vector>

namespace vermilion::evaluate {
namespace {

using pipeline::SealFact;
using pipeline::SealRole;
using pipeline::SealShape;
using samples::Copy;
using samples::Defect;
using samples::DocumentKind;

// The shares a box must cover of a seal's to be on it, and to be it.
constexpr double kOn = 0.3;
constexpr double kIs = 0.85;

struct Condition {
  const char* name;
  std::vector<Defect> defects;
  int dpi = 200;
};

std::vector<Condition> conditions() {
  using enum Defect;
  return {{"clean", {}},
          {"clean, 100 dpi", {}, 100},
          {"clean, 300 dpi", {}, 300},
          {"faint", {SealFaded}},
          {"dark", {SealDark}},
          {"purple", {SealPurple}},
          {"orange", {SealOrange}},
          {"grey paper", {BackgroundGrey}},
          {"yellow paper", {PaperYellow}},
          {"pink paper", {PaperPink}},
          {"faint on grey", {SealFaded, BackgroundGrey}},
          {"faint on yellow", {SealFaded, PaperYellow}},
          {"faint on pink", {SealFaded, PaperPink}},
          {"dark on grey", {SealDark, BackgroundGrey}},
          {"purple on pink", {SealPurple, PaperPink}},
          {"orange on yellow", {SealOrange, PaperYellow}},
          {"watermark", {SealUnderWatermark}},
          {"faint, watermark", {SealFaded, SealUnderWatermark}},
          {"dense text", {SealOverText}},
          {"faint, dense text", {SealFaded, SealOverText}},
          {"red strip", {RedStrip}},
          {"faint, red strip", {SealFaded, RedStrip}},
          {"red headline", {RedHeadline}},
          {"page edge", {SealAtEdge}},
          {"faint, page edge", {SealFaded, SealAtEdge}},
          {"broken border", {SealBrokenBorder}},
          {"smeared", {SealSmeared}},
          {"soft", {SealBlurred}},
          {"low quality", {JpegLowQuality}},
          {"faint, low quality", {SealFaded, JpegLowQuality}},
          {"photo", {Photo}},
          {"faint, photo", {SealFaded, Photo}},
          {"small", {Lowres}},
          {"faint, small", {SealFaded, Lowres}}};
}

constexpr std::array kDocuments{
    DocumentKind::BusinessLicence2014,    DocumentKind::BusinessLicence2019,
    DocumentKind::InstitutionCertificate, DocumentKind::AssociationCertificate,
    DocumentKind::MedicalLicence,         DocumentKind::AuthorisationLetter};

samples::Recipe recipe(const Condition& condition, std::uint64_t seed) {
  const samples::Random random(seed);
  samples::Random strengths = random.child("strengths");
  samples::Recipe recipe{.document = kDocuments[seed / 2 % kDocuments.size()],
                         .copy = seed % 2 == 0 ? Copy::Colour : Copy::BlackAndWhite,
                         .dpi = condition.dpi,
                         .seed = seed};
  for (const Defect defect : condition.defects) {
    const auto& row = samples::describe(defect);
    recipe.defects.push_back({defect, strengths.uniform(row.mildest, row.strongest)});
  }
  return recipe;
}

struct Tally {
  int seals = 0;
  int found = 0;
  int twice = 0;
  int boxed = 0;
  int role = 0;
  int elsewhere = 0;  // claims on no seal, red or grey
  std::vector<double> centre_px;
  std::vector<double> radius_share;
  std::vector<double> redness;
};

double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

bool is_curved_and_red(const samples::SealTruth& seal) {
  return seal.colour == "red" && (seal.shape == SealShape::Round || seal.shape == SealShape::Oval);
}

void count_place(Tally& tally, const samples::Truth& page, const samples::SealTruth& seal,
                 const SealFact& fact) {
  const auto& box = fact.box;
  const bool cut = seal.box.x == 0 || seal.box.y == 0 ||
                   seal.box.x + seal.box.width == page.width ||
                   seal.box.y + seal.box.height == page.height;
  if (cut || page.perspective) return;
  tally.centre_px.push_back(std::hypot(box.x + box.width / 2.0 - seal.centre_x,
                                       box.y + box.height / 2.0 - seal.centre_y));
  if (!fact.diameter_mm) return;
  tally.radius_share.push_back(std::abs(*fact.diameter_mm / seal.diameter_mm - 1));
}

void count(Tally& tally, const samples::Truth& page, const samples::SealTruth& seal,
           std::span<const SealFact> facts) {
  const SealFact* best = nullptr;
  int on = 0;
  for (const SealFact& fact : facts) {
    if (overlap(seal.box, fact.box) < kOn) continue;
    ++on;
    if (best == nullptr || overlap(seal.box, fact.box) > overlap(seal.box, best->box)) best = &fact;
  }
  ++tally.seals;
  tally.twice += on > 1;
  if (best == nullptr) return;
  ++tally.found;
  tally.boxed += overlap(seal.box, best->box) >= kIs;
  tally.role += best->role == seal.role;
  tally.redness.push_back(best->redness);
  count_place(tally, page, seal, *best);
}

int elsewhere(const samples::Truth& page, std::span<const SealFact> facts) {
  return static_cast<int>(std::ranges::count_if(facts, [&](const SealFact& fact) {
    return std::ranges::none_of(
        page.seals, [&](const auto& seal) { return overlap(seal.box, fact.box) >= kOn; });
  }));
}

Tally tally_of(pipeline::Inspector& inspector, const pipeline::Plan& plan,
               const Condition& condition, std::uint64_t first, const SealMatrix& wanted) {
  Tally tally;
  for (std::uint64_t seed = first; seed < first + static_cast<unsigned>(wanted.count); ++seed) {
    const samples::Sample sample = samples::make(recipe(condition, seed));
    const auto report = inspector.inspect(sample.bytes, "drawn." + sample.extension, plan);
    const auto facts = report.facts.seals.value_or(std::vector<SealFact>{});
    const Tally before = tally;
    for (const samples::SealTruth& seal : sample.truth.seals) {
      if (is_curved_and_red(seal)) count(tally, sample.truth, seal, facts);
    }
    tally.elsewhere += elsewhere(sample.truth, facts);
    const int missed = tally.seals - tally.found - before.seals + before.found;
    const int unboxed = tally.found - tally.boxed - before.found + before.boxed;
    const int misnamed = tally.found - tally.role - before.found + before.role;
    const int false_ones = tally.elsewhere - before.elsewhere;
    if (wanted.each && missed + unboxed + misnamed + false_ones + tally.twice - before.twice > 0) {
      fmt::print("    {} {:<24} {:<16} missed {} box {} role {} elsewhere {}\n", seed,
                 sample.truth.document, sample.truth.copy, missed, unboxed, misnamed, false_ones);
    }
  }
  return tally;
}

void print(const Condition& condition, const Tally& t) {
  const auto share = [](int part, int whole) { return whole == 0 ? 0.0 : 100.0 * part / whole; };
  fmt::print(
      "{:<20} {:>5} {:>7.1f} {:>6} {:>7.1f} {:>10} {:>7.1f}  {:.2f} {:.2f}    {:.2f} {:.2f}"
      "     {:.2f} {:.2f}\n",
      condition.name, t.seals, share(t.found, t.seals), t.twice, share(t.boxed, t.seals),
      t.elsewhere, share(t.role, t.found), quantile(t.centre_px, 0.5), quantile(t.centre_px, 0.95),
      100 * quantile(t.radius_share, 0.5), 100 * quantile(t.radius_share, 0.95),
      quantile(t.redness, 0.05), quantile(t.redness, 0.5));
}

}  // namespace

void print_drawn_seals(pipeline::Inspector& inspector, const SealMatrix& wanted) {
  pipeline::Plan plan = rules::general_plan(pipeline::check_descriptions());
  plan.max_bytes = pipeline::limits::kFileBytesCeiling;
  fmt::print(
      "red seals on {} drawn pages of each condition\n{:<20} seals found % twice  box %  "
      "elsewhere  role %  centre px    radius %      redness\n{:<67} p50  p95     p50  p95"
      "      p5  p50\n",
      wanted.count, "", "");
  std::uint64_t next = wanted.seed;
  for (const Condition& condition : conditions()) {
    const std::uint64_t first = std::exchange(next, next + 1000);
    if (!wanted.only.empty() && wanted.only != condition.name) continue;
    print(condition, tally_of(inspector, plan, condition, first, wanted));
    std::fflush(stdout);
  }
}

}  // namespace vermilion::evaluate
