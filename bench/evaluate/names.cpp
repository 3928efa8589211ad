#include "bench/evaluate/names.hpp"

#include "bench/evaluate/figures.hpp"
#include "bench/evaluate/inspections.hpp"
#include "pipeline/codec/decode.hpp"
#include "pipeline/framed.hpp"
#include "pipeline/intake/intake.hpp"
#include "pipeline/limits.hpp"
#include "pipeline/page.hpp"
#include "pipeline/page/area.hpp"
#include "pipeline/text/characters.hpp"
#include "pipeline/text/fields.hpp"
#include "pipeline/tools.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace vermilion::evaluate {
namespace {

constexpr const char* kFact = "organisation";

// Bounds on the likeness, to choose one from.
constexpr std::array kBounds{1.0, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5};

struct Licence {
  const Labelled* image = nullptr;
  std::string name;
  std::vector<std::byte> bytes;
};

std::vector<Licence> with_sure_names(const std::vector<Labelled>& images) {
  std::vector<Licence> licences;
  for (const Labelled& image : images) {
    if (!image.labels.value("org_name_sure", false)) continue;
    licences.push_back({&image, text_of(image.labels, "org_name"), bytes_of(image.path)});
  }
  return licences;
}

// Each Han character of the name in turn, in the place of the one a third of the name further on:
// a name as long, of the same characters but one.
std::vector<std::string> neighbours_of_name(const std::string& name) {
  const std::u32string characters = pipeline::text::characters_of(name);
  std::vector<std::string> neighbours;
  for (std::size_t i = 0; i < characters.size(); i += 2) {
    std::u32string other = characters;
    other[i] =
        characters[(i + std::max<std::size_t>(1, characters.size() / 3)) % characters.size()];
    if (other != characters && pipeline::text::is_han(other[i]) &&
        pipeline::text::is_han(characters[i])) {
      neighbours.push_back(pipeline::text::utf8_of(other));
    }
  }
  return neighbours;
}

double likeness_of(pipeline::text::RowReader& rows, const std::string& expected) {
  const auto field = pipeline::text::field_of(rows, kFact, expected);
  return field ? field->score : 0;
}

// The likenesses of all names held against all licences.
struct Tally {
  std::vector<double> right;
  std::vector<double> others;
  std::vector<double> neighbours;
  std::vector<double> cpu_ms;

  void add(pipeline::Page& page, const Licence& licence, const std::vector<Licence>& all) {
    pipeline::text::RowReader& rows = page.rows();
    pipeline::Costs costs;
    right.push_back(costs.measure("right", [&] { return likeness_of(rows, licence.name); }));
    cpu_ms.push_back(static_cast<double>(costs.stages().front().cpu_ns) / 1e6);
    for (const Licence& other : all) {
      if (other.name != licence.name) others.push_back(likeness_of(rows, other.name));
    }
    for (const std::string& neighbour : neighbours_of_name(licence.name)) {
      neighbours.push_back(likeness_of(rows, neighbour));
    }
  }
};

// As the pipeline does it; nothing where the file is no picture.
std::optional<pipeline::Page> page_of(const Licence& licence, pipeline::Tools& tools,
                                      pipeline::Costs& costs) {
  const auto intake = pipeline::intake::examine(licence.bytes, licence.image->file,
                                                pipeline::limits::kFileBytesCeiling);
  if (!intake.header) return std::nullopt;
  auto planes = pipeline::codec::decode(licence.bytes, *intake.header);
  if (!planes) return std::nullopt;
  if (const auto area = pipeline::page::area_of(planes->luma)) {
    *planes = pipeline::cut_out(*planes, *area);
  }
  return pipeline::Page(std::move(*planes), *intake.header, {}, tools, costs);
}

void print_row(const std::string& what, const std::vector<double>& likenesses) {
  fmt::print("  {:<42}", fmt::format("{} {}", likenesses.size(), what));
  for (const double bound : kBounds) {
    fmt::print(" {:>6}",
               std::ranges::count_if(likenesses, [&](double value) { return value >= bound; }));
  }
  fmt::print("\n");
}

}  // namespace

pipeline::Result<void> print_names(const std::filesystem::path& models,
                                   const std::vector<Labelled>& images, bool each) {
  auto tools = pipeline::tools_in(models);
  if (!tools) return tl::make_unexpected(tools.error());
  const std::vector<Licence> licences = with_sure_names(images);
  Tally tally;
  for (const Licence& licence : licences) {
    pipeline::Costs costs;
    auto page = page_of(licence, *tools, costs);
    if (!page) continue;
    tally.add(*page, licence, licences);
    if (each) fmt::print("    {} {:.2f}\n", licence.image->file, tally.right.back());
  }
  fmt::print("names of organisations expected on real licences\n  {:<42}", "likeness at least");
  for (const double bound : kBounds) fmt::print(" {:>6}", bound);
  fmt::print("\n");
  print_row("right names", tally.right);
  print_row("names of other organisations", tally.others);
  print_row("right names with one character exchanged", tally.neighbours);
  const auto accepted = std::ranges::count_if(
      tally.right, [](double value) { return value >= pipeline::text::kBorneOut; });
  fmt::print("  accepted as the bound is set: {}\n",
             percent(static_cast<int>(accepted), static_cast<int>(tally.right.size())));
  fmt::print("  reading the right name: {}\n", spread(tally.cpu_ms, "ms"));
  return {};
}

}  // namespace vermilion::evaluate
