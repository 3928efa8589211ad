#include "bench/calibrate/scans.hpp"

#include "bench/evaluate/labels.hpp"

#include <array>
#include <fstream>
#include <iterator>

namespace vermilion::calibrate {
namespace {

using samples::Defect;

// What comes in: most at 200 dpi.
constexpr std::array kDpi{200, 150, 200, 300};

constexpr std::array kHarmless{Defect::Turn90,      Defect::Turn180,    Defect::Turn270,
                               Defect::Progressive, Defect::PngPalette, Defect::Watermark};

template <class Choices>
const auto& in_turn(const Choices& choices, int nth) {
  return choices[static_cast<std::size_t>(nth) % choices.size()];
}

}  // namespace

double place_among_strengths(std::span<const Planting> defects, int nth, int count) {
  const int kinds = static_cast<int>(defects.size());
  const int each = (count + kinds - 1) / kinds;
  return (nth / kinds + 0.5) / each;
}

samples::Recipe with_defect(std::span<const Planting> defects, int nth, int count,
                            std::uint64_t seed) {
  const Planting& planting = in_turn(defects, nth);
  const int kinds = static_cast<int>(defects.size());
  samples::Recipe recipe = samples::random_recipe(
      seed, {.defects = {planting.defect}, .dpi = in_turn(kDpi, nth / kinds)});
  recipe.defects.front().strength = planting.mildest + place_among_strengths(defects, nth, count) *
                                                           (planting.strongest - planting.mildest);
  return recipe;
}

samples::Recipe sound(int nth, std::uint64_t seed) {
  samples::Wishes wishes{.dpi = in_turn(kDpi, nth / 2)};
  if (nth % 2 == 1)
    wishes.defects.push_back(in_turn(kHarmless, nth / (2 * static_cast<int>(kDpi.size()))));
  return samples::random_recipe(seed, wishes);
}

std::vector<RealScan> real_scans(const std::filesystem::path& folder) {
  std::vector<RealScan> scans;
  for (const auto& image : evaluate::read_labels(folder)) {
    if (image.category == evaluate::kLicences) {
      scans.push_back({image.path, image.file, image.labels.at("credit_code")});
    } else if (image.category == evaluate::kLicencesNoCode) {
      scans.push_back({image.path, image.file, ""});
    }
  }
  return scans;
}

std::vector<std::byte> bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto* begin = reinterpret_cast<const std::byte*>(text.data());
  return {begin, begin + text.size()};
}

}  // namespace vermilion::calibrate
