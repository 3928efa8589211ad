#include "tests/service/authoring/shipped_files.hpp"

#include "service/commands/rule_files.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace vermilion::tests {

service::projects::Files shipped_files() {
  const std::filesystem::path folder = VERMILION_SOURCE_DIR "/rules";
  service::projects::Files files;
  for (const auto* part : {"projects", "documents"}) {
    for (const auto& file : service::commands::rule_files_in(folder / part)) {
      files[std::filesystem::relative(file, folder).string()] =
          service::commands::read_rule_file(file)->text;
    }
  }
  return files;
}

std::string with(std::string text, std::string_view word, std::string_view other) {
  const auto at = text.find(word);
  EXPECT_NE(at, text.npos) << word;
  if (at != text.npos) text.replace(at, word.size(), other);
  return text;
}

}  // namespace vermilion::tests
