#include "pipeline/models.hpp"

#include "pipeline/digest.hpp"

#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <optional>

namespace vermilion::pipeline {
namespace {

constexpr std::string_view kManifest = "manifest.yaml";

tl::unexpected<Error> failure(ErrorKind kind, std::string detail) {
  return tl::make_unexpected(Error{kind, std::move(detail)});
}

std::optional<std::vector<std::byte>> bytes_of(const std::filesystem::path& path) {
  // A folder opens like a file and throws when it is read.
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(path, unknown)) return std::nullopt;
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) return std::nullopt;
  std::vector<std::byte> bytes(static_cast<std::size_t>(file.tellg()));
  file.seekg(0);
  file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!file) return std::nullopt;
  return bytes;
}

// A document of libyaml, released with its scope.
class YamlDocument {
 public:
  explicit YamlDocument(std::span<const std::byte> text) {
    if (text.empty()) return;  // libyaml asserts that there is a first byte
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
    loaded_ = yaml_parser_load(&parser, &document_) == 1;
    yaml_parser_delete(&parser);
  }
  ~YamlDocument() {
    if (loaded_) yaml_document_delete(&document_);
  }
  YamlDocument(const YamlDocument&) = delete;
  YamlDocument& operator=(const YamlDocument&) = delete;

  const yaml_node_t* root() { return loaded_ ? yaml_document_get_root_node(&document_) : nullptr; }

  const yaml_node_t* node(int index) { return yaml_document_get_node(&document_, index); }

  // The value of a key of a mapping; null when there is none.
  const yaml_node_t* value(const yaml_node_t* mapping, std::string_view key) {
    if (mapping == nullptr || mapping->type != YAML_MAPPING_NODE) return nullptr;
    for (auto* pair = mapping->data.mapping.pairs.start; pair < mapping->data.mapping.pairs.top;
         ++pair) {
      if (text(node(pair->key)) == key) return node(pair->value);
    }
    return nullptr;
  }

  static std::string text(const yaml_node_t* scalar) {
    if (scalar == nullptr || scalar->type != YAML_SCALAR_NODE) return {};
    return {reinterpret_cast<const char*>(scalar->data.scalar.value), scalar->data.scalar.length};
  }

 private:
  yaml_document_t document_{};
  bool loaded_ = false;
};

}  // namespace

Result<ModelFolder> ModelFolder::open(const std::filesystem::path& folder) {
  const auto path = folder / kManifest;
  const auto text = bytes_of(path);
  if (!text) {
    return failure(
        ErrorKind::ModelMissing,
        fmt::format("cannot read {}; point --models at the folder models/ of the program",
                    path.string()));
  }
  YamlDocument manifest(*text);
  const yaml_node_t* models = manifest.value(manifest.root(), "models");
  if (models == nullptr || models->type != YAML_SEQUENCE_NODE) {
    return failure(ErrorKind::ModelDamaged,
                   fmt::format("{} holds no list \"models\"", path.string()));
  }
  std::vector<Entry> entries;
  for (auto* item = models->data.sequence.items.start; item < models->data.sequence.items.top;
       ++item) {
    const yaml_node_t* model = manifest.node(*item);
    entries.push_back({YamlDocument::text(manifest.value(model, "name")),
                       YamlDocument::text(manifest.value(model, "file")),
                       YamlDocument::text(manifest.value(model, "sha256"))});
  }
  return ModelFolder(folder, std::move(entries));
}

Result<std::vector<std::byte>> ModelFolder::read(std::string_view name) const {
  const auto entry = std::ranges::find(entries_, name, &Entry::name);
  if (entry == entries_.end()) {
    return failure(ErrorKind::ModelMissing,
                   fmt::format("{} names no model \"{}\"", (folder_ / kManifest).string(), name));
  }
  auto bytes = bytes_of(folder_ / entry->file);
  if (!bytes) {
    return failure(ErrorKind::ModelMissing,
                   fmt::format("cannot read {}", (folder_ / entry->file).string()));
  }
  if (sha256(*bytes) != entry->sha256) {
    return failure(
        ErrorKind::ModelDamaged,
        fmt::format("{} is not the file the manifest names; restore it or, after training, "
                    "write its SHA-256 into the manifest",
                    (folder_ / entry->file).string()));
  }
  return std::move(*bytes);
}

}  // namespace vermilion::pipeline
