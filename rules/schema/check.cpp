#include "rules/schema/check.hpp"

#include "rules/yaml/parse.hpp"

#include <algorithm>

namespace vermilion::rules::schema {
namespace {

using yaml::Node;
using yaml::Source;

struct File {
  const Source* source;
  tl::expected<Node, Mistake> tree;
  FileKind kind = FileKind::Project;
  std::vector<Mistake> mistakes = {};
};

// What a file that cannot be read is probably called: rules/documents/licence_copy.yaml
std::string stem_of(const std::string& file) {
  const std::string name = file.substr(file.find_last_of('/') + 1);
  return name.substr(0, name.find('.'));
}

FileKind kind_by_place(const std::string& file) {
  if (file.ends_with(".test.yaml")) return FileKind::Cases;
  return file.find("documents/") != std::string::npos ? FileKind::Document : FileKind::Project;
}

File read(const Source& source) {
  File file{.source = &source, .tree = yaml::parse(source)};
  file.kind = file.tree ? kind_of(*file.tree, source) : kind_by_place(source.name);
  if (!file.tree) file.mistakes = {file.tree.error()};
  return file;
}

class Library {
 public:
  Library(std::span<const Source> files, std::span<const Source> beside,
          const Surroundings& surroundings)
      : catalogue_{surroundings.checks,
                   {.samples = surroundings.samples, .defects = surroundings.defects}} {
    for (const Source& source : files) files_.push_back(read(source));
    const auto is_checked = [&](const Source& source) {
      return std::ranges::find(files, source.name, &Source::name) != files.end();
    };
    for (const Source& source : beside) {
      if (!is_checked(source)) files_.push_back(read(source));
    }
  }

  // Types first, then the projects made of them, then the cases of those.
  void check() {
    for (const FileKind kind : {FileKind::Document, FileKind::Project, FileKind::Cases}) {
      for (File& file : files_) {
        if (file.kind != kind) continue;
        if (file.tree) file.mistakes = validate(*file.tree, *file.source, kind, catalogue_);
        remember(file);
      }
    }
  }

  [[nodiscard]] const std::vector<File>& files() const { return files_; }
  [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }

 private:
  void remember(const File& file) {
    const bool whole = file.mistakes.empty();
    if (file.kind == FileKind::Document) {
      DocumentNames names = file.tree ? document_names(*file.tree) : DocumentNames{};
      names.whole = whole;
      if (!whole) names.id = stem_of(file.source->name);
      catalogue_.names.documents.push_back(std::move(names));
    } else if (file.kind == FileKind::Project) {
      ProjectNames names = file.tree ? project_names(*file.tree, catalogue_.names) : ProjectNames{};
      names.whole = names.whole && whole;
      if (!whole) names.id = stem_of(file.source->name);
      catalogue_.names.projects.push_back(std::move(names));
    }
  }

  Catalogue catalogue_;
  std::vector<File> files_;
};

}  // namespace

std::vector<std::vector<Mistake>> check(std::span<const Source> files,
                                        std::span<const Source> beside,
                                        const Surroundings& surroundings) {
  Library library(files, beside, surroundings);
  library.check();
  std::vector<std::vector<Mistake>> mistakes;
  for (std::size_t i = 0; i < files.size(); ++i) mistakes.push_back(library.files()[i].mistakes);
  return mistakes;
}

Catalogue catalogue_of(std::span<const Source> files, const Surroundings& surroundings) {
  Library library({}, files, surroundings);
  library.check();
  return library.catalogue();
}

}  // namespace vermilion::rules::schema
