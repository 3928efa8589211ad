#include "service/cases/recipe.hpp"

#include "samples/defects.hpp"
#include "samples/documents/catalogue.hpp"

#include <fmt/format.h>

namespace vermilion::service::cases {
namespace {

std::string out_of_range(const samples::DefectDescription& row, double strength) {
  if (strength >= row.mildest && strength <= row.strongest) return {};
  return fmt::format("its strength is {} to {} {}, not {}", row.mildest, row.strongest, row.unit,
                     strength);
}

}  // namespace

tl::expected<samples::Recipe, std::string> recipe_of(const rules::CaseSample& sample) {
  using samples::Copy;
  samples::Recipe recipe{.document = samples::documents::document_named(sample.document).value(),
                         .copy = sample.in_colour ? Copy::Colour : Copy::BlackAndWhite,
                         .dpi = sample.dpi,
                         .seed = sample.seed};
  samples::Wishes wishes{.documents = {recipe.document}};
  for (const rules::PlantedDefect& planted : sample.defects) {
    const samples::Defect defect = samples::defect_named(planted.id).value();
    wishes.defects.push_back(defect);
    recipe.defects.push_back({defect, planted.strength});
    std::string why = samples::conflict(wishes);
    if (why.empty()) why = out_of_range(samples::describe(defect), planted.strength);
    if (!why.empty()) {
      return tl::make_unexpected(fmt::format("{}, {}: {}", sample.document, planted.id, why));
    }
  }
  return recipe;
}

}  // namespace vermilion::service::cases
