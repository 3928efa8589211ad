#include "service/commands/rules_check.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/excerpt.hpp"
#include "rules/schema/check.hpp"
#include "rules/yaml/parse.hpp"
#include "samples/defects.hpp"
#include "samples/documents/catalogue.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <algorithm>
#include <fstream>
#include <ostream>
#include <system_error>

namespace vermilion::service::commands {
namespace {

namespace fs = std::filesystem;
namespace drawn = vermilion::samples;
using cli::Console;
using cli::ExitCode;
using vermilion::rules::Mistake;
using vermilion::rules::yaml::Source;

constexpr int kCheckSchema = 1;  // of the JSON; members may be added under the same number

vermilion::rules::schema::Surroundings surroundings() {
  vermilion::rules::schema::Surroundings around{.checks = pipeline::check_descriptions()};
  for (const auto& document : drawn::documents::catalogue()) {
    around.samples.push_back(document.name());
  }
  for (const auto& defect : drawn::defects()) around.defects.emplace_back(defect.id);
  return around;
}

// One byte more than may be: that much says the file is too large.
tl::expected<Source, std::string> read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  Source source{.name = path.string(), .text = {}};
  source.text.resize(vermilion::rules::yaml::kBytesMax + 1);
  file.read(source.text.data(), static_cast<std::streamsize>(source.text.size()));
  if (!file.is_open() || file.bad()) {
    return tl::unexpected(fmt::format("{}: cannot be read", path.string()));
  }
  source.text.resize(static_cast<std::size_t>(file.gcount()));
  return source;
}

std::vector<fs::path> rule_files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    if (entry.is_regular_file(error) && entry.path().extension() == ".yaml") {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

// Files as named; folders stand for the rule files below them.
tl::expected<std::vector<fs::path>, std::string> files_of(const std::vector<std::string>& paths) {
  std::vector<fs::path> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      files.emplace_back(path);
      continue;
    }
    const auto found = rule_files_in(path);
    if (found.empty()) return tl::unexpected(fmt::format("{}: no rule files (*.yaml) there", path));
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

tl::expected<std::vector<Source>, std::string> read_all(const std::vector<fs::path>& paths) {
  std::vector<Source> sources;
  for (const fs::path& path : paths) {
    auto source = read(path);
    if (!source) return tl::unexpected(std::move(source.error()));
    sources.push_back(std::move(*source));
  }
  return sources;
}

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
  const auto paths = files_of(options.paths.empty() ? whole : options.paths);
  if (!paths) return refuse(console, paths.error());
  const auto files = read_all(*paths);
  if (!files) return refuse(console, files.error());
  const auto beside = read_all(rule_files_in(options.rules));
  if (!beside) return refuse(console, beside.error());

  const auto mistakes = vermilion::rules::schema::check(*files, *beside, surroundings());
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
