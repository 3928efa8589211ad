#include "service/commands/rules_check.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/excerpt.hpp"
#include "rules/schema/check.hpp"
#include "service/commands/rule_files.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ostream>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;
using vermilion::rules::Mistake;
using vermilion::rules::yaml::Source;

constexpr int kCheckSchema = 1;  // of the JSON; members may be added under the same number

using MistakesByFile = std::vector<std::vector<Mistake>>;

void write_pretty(const std::vector<Source>& files, const MistakesByFile& mistakes,
                  vermilion::rules::Language language, std::ostream& out) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (const Mistake& mistake : mistakes[i]) {
      out << vermilion::rules::render(mistake, files[i], language) << "\n\n";
    }
  }
}

void write_json(const std::vector<Source>& files, const MistakesByFile& mistakes,
                std::ostream& out) {
  auto all = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (const Mistake& mistake : mistakes[i]) {
      all.push_back(vermilion::rules::to_json(mistake, files[i]));
    }
  }
  const nlohmann::ordered_json document{
      {"schema", kCheckSchema}, {"files", files.size()}, {"mistakes", std::move(all)}};
  out << document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

ExitCode refuse(Console& console, std::string_view complaint) {
  console.err << fmt::format("vermilion rules check: {}\n", complaint);
  return ExitCode::WrongUse;
}

std::string summary(std::size_t files, std::size_t mistakes, vermilion::rules::Language language) {
  return language == vermilion::rules::Language::Chinese
             ? fmt::format("检查了 {} 个文件，{} 处错误", files, mistakes)
             : fmt::format("{} files checked, {} mistakes", files, mistakes);
}

}  // namespace

ExitCode rules_check(const RulesCheckOptions& options, Console& console) {
  const std::vector<std::string> whole{options.rules.string()};
  const auto paths = rule_files_named(options.paths.empty() ? whole : options.paths);
  if (!paths) return refuse(console, paths.error());
  const auto files = read_rule_files(*paths);
  if (!files) return refuse(console, files.error());
  const auto beside = read_rule_files(rule_files_in(options.rules));
  if (!beside) return refuse(console, beside.error());

  const auto mistakes = vermilion::rules::schema::check(
      *files, *beside, surroundings(pipeline::check_descriptions()));
  if (options.format == "json") {
    write_json(*files, mistakes, console.out);
  } else {
    write_pretty(*files, mistakes, options.language, console.out);
  }
  std::size_t count = 0;
  for (const auto& of_file : mistakes) count += of_file.size();
  console.err << summary(files->size(), count, options.language) << '\n';
  return count == 0 ? ExitCode::Accepted : ExitCode::WrongUse;
}

}  // namespace vermilion::service::commands
