#include "bench/calibrate/flagged.hpp"

#include "bench/calibrate/sweep.hpp"
#include "samples/make.hpp"

#include <fmt/format.h>

namespace vermilion::calibrate {
namespace {

constexpr int kSoundForEach = 4;
constexpr std::uint64_t kSeedsOfThreshold = 100'000;

std::vector<Tally> no_tallies(const std::vector<Sweep>& sweeps) {
  std::vector<Tally> tallies;
  for (const Sweep& sweep : sweeps) tallies.emplace_back(sweep.values().size());
  return tallies;
}

void add(std::vector<Tally>& tallies, const std::vector<Sweep>& sweeps,
         const pipeline::Report& report) {
  for (std::size_t i = 0; i < sweeps.size(); ++i) tallies[i].add(sweeps[i].flagged(report));
}

pipeline::Report inspected(pipeline::Inspector& inspector, const samples::Recipe& recipe,
                           const pipeline::Plan& plan) {
  const samples::Sample sample = samples::make(recipe);
  return inspector.inspect(sample.bytes, "drawn." + sample.extension, plan);
}

std::vector<Tally> false_alarms(pipeline::Inspector& inspector, const std::vector<Sweep>& sweeps,
                                const Settings& settings) {
  std::vector<Tally> tallies = no_tallies(sweeps);
  const pipeline::Plan plan = plan_of(sweeps);
  for (int i = 0; i < kSoundForEach * settings.pages; ++i) {
    const auto seed = settings.seed + static_cast<unsigned>(i);
    add(tallies, sweeps, inspected(inspector, sound(i, seed), plan));
  }
  return tallies;
}

std::vector<Tally> real_flagged(pipeline::Inspector& inspector, const std::vector<Sweep>& sweeps,
                                const Settings& settings) {
  std::vector<Tally> tallies = no_tallies(sweeps);
  const pipeline::Plan plan = plan_of(sweeps);
  for (const RealScan& scan : settings.real) {
    add(tallies, sweeps, inspector.inspect(bytes_of(scan.path), scan.file, plan));
  }
  return tallies;
}

struct Caught {
  Tally all;
  Band band;
};

Caught caught_by(pipeline::Inspector& inspector, const Sweep& sweep, std::uint64_t first_seed,
                 int pages) {
  const Tally none(sweep.values().size());
  Caught caught{none, {none, none}};
  const pipeline::Plan plan = plan_of(sweep);
  const auto& defects = sweep.threshold().defects;
  for (int i = 0; !defects.empty() && i < pages; ++i) {
    const auto recipe = with_defect(defects, i, pages, first_seed + static_cast<unsigned>(i));
    const auto flagged = sweep.flagged(inspected(inspector, recipe, plan));
    const double place = place_among_strengths(defects, i, pages);
    caught.all.add(flagged);
    if (place < 1.0 / 3) caught.band.mildest.add(flagged);
    if (place > 2.0 / 3) caught.band.strongest.add(flagged);
  }
  return caught;
}

std::string named(const Planting& planting) {
  const auto& row = samples::describe(planting.defect);
  if (planting.mildest == planting.strongest) return std::string(row.id);
  return fmt::format("{} {:g} to {:g} {}", row.id, planting.mildest, planting.strongest, row.unit);
}

std::string note_on_defects(const Threshold& threshold, int pages) {
  if (threshold.defects.empty())
    return "no drawn scan has this defect: false alarms only   样本不含此缺陷，仅示误报";
  std::string names;
  for (const Planting& planting : threshold.defects) {
    names += (names.empty() ? "" : ", ") + named(planting);
  }
  return fmt::format("{} scans with {}", pages, names);
}

std::string note_on_others(const Tally& sound, const Tally& real) {
  auto note = fmt::format("{} sound scans", sound.scans());
  if (real.scans() > 0) note += fmt::format(", {} real uploads", real.scans());
  return note;
}

bool has_band(const Threshold& threshold) {
  return !threshold.defects.empty() &&
         threshold.defects.front().mildest != threshold.defects.front().strongest;
}

std::vector<Curve> curves_of(const Tally& caught, const Tally& sound, const Tally& real) {
  std::vector<Curve> curves;
  if (caught.scans() > 0) curves.push_back({"caught", "检出", Meaning::Wanted, caught});
  curves.push_back({"false alarms", "误报", Meaning::Unwanted, sound});
  if (real.scans() > 0)
    curves.push_back({"real uploads flagged", "真实文件被标出", Meaning::Open, real});
  return curves;
}

Figure figure_of(const Sweep& sweep, const Caught& caught, const Tally& sound, const Tally& real) {
  const Threshold& threshold = sweep.threshold();
  const auto& check = check_of(threshold);
  const auto& parameter = parameter_of(threshold);
  Figure figure{
      .id = fmt::format("{}.{}", check.id, parameter.name),
      .sheet = std::string(check.id.substr(0, check.id.find('_'))),
      .heading = std::string(check.id),
      .heading_zh = std::string(check.summary_zh),
      .summary = std::string(check.summary),
      .parameter = std::string(parameter.name),
      .unit = std::string(parameter.unit),
      .parameter_summary = std::string(parameter.summary),
      .parameter_summary_zh = std::string(parameter.summary_zh),
      .axis = sweep.axis(),
      .values = sweep.values(),
      .fallback = parameter.fallback,
      .curves = curves_of(caught.all, sound, real),
      .notes = {note_on_defects(threshold, caught.all.scans()), note_on_others(sound, real)}};
  if (!has_band(threshold)) return figure;
  figure.band = caught.band;
  figure.notes.back() += "; shaded: caught, mildest to strongest third";
  return figure;
}

}  // namespace

std::vector<Figure> threshold_figures(pipeline::Inspector& inspector, const Settings& settings) {
  const std::vector<Sweep> all = sweeps();
  const auto sound = false_alarms(inspector, all, settings);
  const auto real = real_flagged(inspector, all, settings);
  std::vector<Figure> figures;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto first_seed = settings.seed + (i + 1) * kSeedsOfThreshold;
    const Caught caught = caught_by(inspector, all[i], first_seed, settings.pages);
    figures.push_back(figure_of(all[i], caught, sound[i], real[i]));
  }
  return figures;
}

}  // namespace vermilion::calibrate
