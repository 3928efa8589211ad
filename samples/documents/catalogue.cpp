#include "samples/documents/catalogue.hpp"

#include "samples/documents/business_licence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace vermilion::samples::documents {
namespace {

using enum DocumentKind;

constexpr std::array kCatalogue{
    DocumentDescription{BusinessLicence2014, "business_licence", "2014", "营业执照",
                        Category::Company, true, true, true, false, business_licence_2014},
    DocumentDescription{BusinessLicence2019, "business_licence", "2019", "营业执照",
                        Category::Company, true, true, true, false, business_licence_2019},
    DocumentDescription{ElectronicLicence, "electronic_licence", "", "电子营业执照",
                        Category::Company, true, false, false, false, electronic_licence},
};

}  // namespace

std::string DocumentDescription::name() const {
  return layout.empty() ? std::string(id) : fmt::format("{}_{}", id, layout);
}

bool DocumentDescription::admits(Defect defect) const {
  const auto& row = samples::describe(defect);
  if (row.family == Family::SealPlace && !carries_holder_seal) return false;
  switch (row.needs) {
    case Needs::Nothing:
      return true;
    case Needs::HolderSeal:
      return carries_holder_seal;
    case Needs::CreditCode:
      return carries_code;
    case Needs::Paper:
      return on_paper;
  }
  return true;
}

std::span<const DocumentDescription> catalogue() {
  return kCatalogue;
}

const DocumentDescription& describe(DocumentKind kind) {
  return *std::ranges::find(kCatalogue, kind, &DocumentDescription::kind);
}

std::optional<DocumentKind> document_named(std::string_view name) {
  const auto row = std::ranges::find_if(
      kCatalogue, [&](const DocumentDescription& each) { return each.name() == name; });
  if (row == kCatalogue.end()) return std::nullopt;
  return row->kind;
}

}  // namespace vermilion::samples::documents
