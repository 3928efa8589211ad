#pragma once

#include "rules/mistake.hpp"
#include "rules/project.hpp"
#include "rules/yaml/tree.hpp"

#include <tl/expected.hpp>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// A project's file and the document types it refers to -> what they mean together.
namespace vermilion::rules {

// A rule file that was read and validated.
struct RuleFile {
  std::string id;  // what its name and its first key say: "licence_copy"
  yaml::Source source;
  yaml::Node tree;
};

// A mistake and the file it stands in.
struct FileMistake {
  std::string file;
  Mistake mistake;
};

// Applies every override, field by field and rule by rule, and keeps for each value where it was
// written. Trees that passed validation compile; what validation cannot see, since it spans files,
// is a mistake here: a document type, slot, operation or rule that is not there, a condition about
// a variant the project does not have. An unset fee is no mistake.
[[nodiscard]] tl::expected<Project, std::vector<FileMistake>> compile(
    const RuleFile& project, std::span<const RuleFile> document_types);

// A document type by itself, as a project has it that changes nothing of it.
[[nodiscard]] tl::expected<DocumentType, std::vector<FileMistake>> compile_document(
    const RuleFile& type);

}  // namespace vermilion::rules
