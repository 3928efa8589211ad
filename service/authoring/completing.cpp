#include "service/authoring/completing.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "service/commands/rule_files.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vermilion::service::authoring {
namespace {

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

// Where the text of a line ends, or the file.
std::size_t end_of_line(std::string_view text, std::size_t from) {
  return std::min(text.find('\n', from), text.size());
}

}  // namespace

std::optional<std::size_t> byte_at(std::string_view text, std::size_t line, std::size_t column) {
  std::size_t begin = 0;
  for (std::size_t i = 1; i < line; ++i) {
    begin = end_of_line(text, begin) + 1;
    if (begin > text.size()) return std::nullopt;
  }
  const std::size_t end = end_of_line(text, begin);
  std::size_t at = begin;
  for (std::size_t character = 0; at < end; ++at) {
    if (begins_character(text[at]) && ++character == column) break;
  }
  return at;
}

std::vector<rules::schema::Completion> complete(const rules::yaml::Source& file, std::size_t at,
                                                const std::vector<rules::yaml::Source>& beside) {
  const auto around = commands::surroundings(pipeline::check_descriptions());
  const auto catalogue = rules::schema::catalogue_of(beside, around);
  return rules::schema::completions(file, at, catalogue);
}

nlohmann::ordered_json to_json(const std::vector<rules::schema::Completion>& completions) {
  auto array = nlohmann::ordered_json::array();
  for (const auto& one : completions) {
    array.push_back({{"text", one.text}, {"zh", one.zh}, {"en", one.en}});
  }
  return array;
}

}  // namespace vermilion::service::authoring
