#include "rules/canonical.hpp"

#include "pipeline/digest.hpp"
#include "rules/project_fields.hpp"
#include "rules/project_words.hpp"

#include <nlohmann/json.hpp>

namespace vermilion::rules {
namespace {

using nlohmann::json;

json written(const LocalText& text);
template <class T>
json written(const std::vector<T>& values);
template <class T>
json written(const std::map<std::string, T>& values);
template <class T>
json written(const T& value);

class Writer {
 public:
  json object = json::object();

  template <class T>
  void operator()(const char* key, const T& value) {
    if (!(written(value) == written(T{}))) object[key] = written(value);
  }

  template <class T>
  void operator()(const char* key, const std::optional<T>& value) {
    if (value) object[key] = written(*value);
  }

  void flag(const char* key, const char* word, bool value) {
    if (value) object[key] = word;
  }

  template <class T>
  void list(const char* key, const std::vector<T>& values) {
    if (values.empty()) return;
    for (const T& value : values) object[key].push_back(written(value));
  }

  template <class T>
  void by_id(const char* key, const char*, const std::vector<T>& values) {
    if (values.empty()) return;
    json& members = object[key];
    for (const T& value : values) {
      members["items"][value.id] = written(value);
      members["order"].push_back(value.id);
    }
  }

  template <class T>
  void by_key(const char* key, const std::vector<T>& values) {
    by_id(key, nullptr, values);
  }

  void alternatives(const std::vector<DocumentType>& types) { by_id("types", nullptr, types); }

  void condition(const char* key, const Condition& condition) {
    if (condition != Condition{}) object[key] = text_of(condition);
  }

  void sources(const Sources&) {}
};

json written(const LocalText& text) {
  return {{"zh", text.zh}, {"en", text.en}};
}

template <class T>
json written(const std::vector<T>& values) {
  json array = json::array();
  for (const T& value : values) array.push_back(written(value));
  return array;
}

template <class T>
json written(const std::map<std::string, T>& values) {
  json members = json::object();
  for (const auto& [key, value] : values) members[key] = written(value);
  return members;
}

template <class T>
json written(const T& value) {
  if constexpr (std::is_enum_v<T>) {
    return word_of(value);
  } else if constexpr (std::is_constructible_v<json, T>) {
    return value;
  } else {
    Writer writer;
    fields(writer, value);
    return std::move(writer.object);
  }
}

}  // namespace

json canonical(const Project& project) {
  json document = written(project);
  document["project"] = project.id;
  return document;
}

std::string digest_of(const Project& project) {
  const std::string text = canonical(project).dump();
  return pipeline::sha256(std::as_bytes(std::span(text.data(), text.size())));
}

}  // namespace vermilion::rules
