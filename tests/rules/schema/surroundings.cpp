#include "tests/rules/schema/surroundings.hpp"

#include "rules/yaml/parse.hpp"

#include <array>

namespace vermilion::tests {
namespace {

using pipeline::CheckDescription;
using pipeline::FindingCode;
using pipeline::ParameterDescription;

constexpr std::array kPhoto{FindingCode::ImgPhoto};
constexpr std::array kNoSeal{FindingCode::SealNone};
constexpr std::array kParameters{
    ParameterDescription{"photo_max", "", 0.3, 0, 1, "score from which a person looks",
                         "评分达到此值转人工"},
    ParameterDescription{"side_min_mm", "mm", 20, 5, 400, "shortest side", "最短边"},
};
constexpr std::array kChecks{
    CheckDescription{"page_scanned", "the page was scanned", "是扫描件", true, kPhoto, kParameters},
    CheckDescription{"seal_present", "a seal is there", "有印章", true, kNoSeal, {}},
};

}  // namespace

rules::schema::Catalogue small_catalogue(const std::string& project) {
  rules::schema::Catalogue catalogue{.checks = kChecks};
  catalogue.names.documents = {{"licence_copy",
                                {{"licence_scanned", "page_scanned"},
                                 {"licence_sealed", "seal_present"},
                                 {"licence_read", ""}}},
                               {"electronic_licence", {{"licence_valid", ""}}}};
  catalogue.names.projects = {{.id = project,
                               .operations = {"new", "renew"},
                               .variants = {"main", "sub"},
                               .slots = {"licence", "seal_sheet"},
                               .rules = {"licence_scanned", "licence_sealed"}}};
  catalogue.names.samples = {"business_licence_2019", "id_card"};
  catalogue.names.defects = {"seal_faded", "blur"};
  return catalogue;
}

std::vector<rules::Mistake> mistakes_of(const rules::yaml::Source& source) {
  const auto tree = rules::yaml::parse(source);
  if (!tree) return {tree.error()};
  const auto kind = rules::schema::kind_of(*tree, source);
  const std::string stem = source.name.substr(0, source.name.find('.'));
  return rules::schema::validate(
      *tree, source, kind, small_catalogue(stem == "project_unknown" ? "project_known" : stem));
}

}  // namespace vermilion::tests
