#pragma once

#include "rules/yaml/tree.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

// The names a rule file gives, for the files that refer to them.
namespace vermilion::rules::schema {

struct DocumentNames {
  std::string id;
  std::map<std::string, std::string, std::less<>> rules = {};  // rule -> its check; "" a review
  bool whole = true;  // false: the file has mistakes, and there may be rules we do not know of
};

struct ProjectNames {
  std::string id;
  std::vector<std::string> operations = {};
  std::vector<std::string> variants = {};
  std::vector<std::string> slots = {};
  std::vector<std::string> rules = {};  // of the slots' types, of overrides, of comparisons
  bool whole = true;
};

struct Names {
  std::vector<DocumentNames> documents = {};
  std::vector<ProjectNames> projects = {};
  std::vector<std::string> samples = {};  // what `vermilion samples make` can draw
  std::vector<std::string> defects = {};

  [[nodiscard]] const DocumentNames* document(std::string_view id) const;
  [[nodiscard]] const ProjectNames* project(std::string_view id) const;
};

// These take any tree and pass over what is not as it should be.
[[nodiscard]] DocumentNames document_names(const yaml::Node& file);
[[nodiscard]] ProjectNames project_names(const yaml::Node& file, const Names& names);

}  // namespace vermilion::rules::schema
