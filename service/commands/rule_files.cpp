#include "service/commands/rule_files.hpp"

#include "rules/yaml/parse.hpp"
#include "samples/defects.hpp"
#include "samples/documents/catalogue.hpp"
#include "samples/form_faults.hpp"
#include "service/batch/contents.hpp"
#include "service/cases/printed_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace vermilion::service::commands {

namespace fs = std::filesystem;
using rules::yaml::Source;

tl::expected<Source, std::string> read_rule_file(const fs::path& file) {
  const auto contents = batch::read_file(file, rules::yaml::kBytesMax + 1);
  if (!contents) {
    return tl::make_unexpected(fmt::format("{}: {}", file.string(), contents.error()));
  }
  const auto* text = reinterpret_cast<const char*>(contents->bytes.data());
  return Source{file.string(), {text, contents->bytes.size()}};
}

tl::expected<std::vector<Source>, std::string> read_rule_files(const std::vector<fs::path>& files) {
  std::vector<Source> sources;
  for (const fs::path& file : files) {
    auto source = read_rule_file(file);
    if (!source) return tl::make_unexpected(std::move(source.error()));
    sources.push_back(std::move(*source));
  }
  return sources;
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

tl::expected<std::vector<fs::path>, std::string> rule_files_named(
    const std::vector<std::string>& paths) {
  std::vector<fs::path> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      files.emplace_back(path);
      continue;
    }
    const auto found = rule_files_in(path);
    if (found.empty()) {
      return tl::make_unexpected(fmt::format("{}: no rule files (*.yaml) there", path));
    }
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

rules::schema::Surroundings surroundings(std::span<const pipeline::CheckDescription> checks) {
  rules::schema::Surroundings around{.checks = checks};
  for (const auto& document : samples::documents::catalogue()) {
    around.samples.push_back(document.name());
  }
  around.samples.emplace_back(cases::kForm);
  for (const auto& defect : samples::defects()) around.defects.emplace_back(defect.id);
  for (const auto& fault : samples::form_faults()) around.defects.emplace_back(fault.id);
  for (const auto fault : cases::print_faults()) around.defects.emplace_back(fault);
  return around;
}

}  // namespace vermilion::service::commands
