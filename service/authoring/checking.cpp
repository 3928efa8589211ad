#include "service/authoring/checking.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/excerpt.hpp"
#include "rules/lint.hpp"
#include "service/commands/rule_files.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace vermilion::service::authoring {
namespace {

constexpr int kCheckSchema = 1;  // of the JSON; members may be added under the same number

}  // namespace

Checked check(std::vector<rules::yaml::Source> files,
              const std::vector<rules::yaml::Source>& beside) {
  auto mistakes =
      rules::lint(files, beside, commands::surroundings(pipeline::check_descriptions()));
  return {std::move(files), std::move(mistakes)};
}

nlohmann::ordered_json to_json(const Checked& checked) {
  auto all = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < checked.files.size(); ++i) {
    for (const rules::Mistake& mistake : checked.mistakes[i]) {
      all.push_back(rules::to_json(mistake, checked.files[i]));
    }
  }
  return {{"schema", kCheckSchema}, {"files", checked.files.size()}, {"mistakes", std::move(all)}};
}

std::string text_of(const nlohmann::ordered_json& document) {
  return document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace vermilion::service::authoring
