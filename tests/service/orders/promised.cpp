#include "tests/service/orders/promised.hpp"

#include "rules/yaml/parse.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace vermilion::tests {
namespace {

using nlohmann::json;
using rules::yaml::Node;
using rules::yaml::NodeKind;

const Node& document() {
  static const Node kDocument = [] {
    std::ostringstream text;
    text << std::ifstream(VERMILION_SOURCE_DIR "/service/openapi.yaml").rdbuf();
    auto parsed = rules::yaml::parse({"service/openapi.yaml", text.str()});
    EXPECT_TRUE(parsed);
    return parsed ? *parsed : Node{};
  }();
  return kDocument;
}

const Node* find(const Node* node, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) node = node == nullptr ? nullptr : node->find(key);
  return node;
}

// "#/components/schemas/Order"
const Node* referred(const std::string& reference) {
  const Node* node = &document();
  std::istringstream keys(reference.substr(2));
  for (std::string key; node != nullptr && std::getline(keys, key, '/');) node = node->find(key);
  return node;
}

bool is_of(const json& value, std::string_view type) {
  if (type == "null") return value.is_null();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  if (type == "array") return value.is_array();
  if (type == "object") return value.is_object();
  return false;
}

// The words of a scalar or of a list of them.
std::vector<std::string> words(const Node& node) {
  if (node.kind != NodeKind::Sequence) return {node.text};
  std::vector<std::string> all;
  for (const Node& item : node.items)
    all.push_back(item.kind == NodeKind::Null ? "null" : item.text);
  return all;
}

std::string difference(const json& value, const Node& schema, const std::string& at);

std::string difference_of_members(const json& value, const Node& schema, const std::string& at) {
  const Node* properties = schema.find("properties");
  const Node* others = schema.find("additionalProperties");
  if (const Node* required = schema.find("required")) {
    for (const std::string& name : words(*required)) {
      if (!value.contains(name)) return fmt::format("{}/{} is missing", at, name);
    }
  }
  for (const auto& [name, member] : value.items()) {
    const Node* promised = find(properties, {name});
    const std::string place = fmt::format("{}/{}", at, name);
    if (promised == nullptr && others != nullptr && others->kind == NodeKind::Mapping) {
      promised = others;
    }
    if (promised == nullptr) return place + " is not promised";
    if (auto found = difference(member, *promised, place); !found.empty()) return found;
  }
  return "";
}

std::string difference(const json& value, const Node& schema, const std::string& at) {
  if (const Node* reference = schema.find("$ref")) {
    const Node* target = referred(reference->text);
    return target == nullptr ? reference->text + " is not there" : difference(value, *target, at);
  }
  if (const Node* any = schema.find("anyOf")) {
    const bool fits = std::ranges::any_of(
        any->items, [&](const Node& one) { return difference(value, one, at).empty(); });
    return fits ? "" : fmt::format("{}: {} is none of what may be", at, value.dump());
  }
  if (const Node* names = schema.find("enum")) {
    const std::string said = value.is_string() ? value.get<std::string>() : value.dump();
    const auto all = words(*names);
    return std::ranges::find(all, said) != all.end()
               ? ""
               : fmt::format("{}: {} is none of the names", at, value.dump());
  }
  if (const Node* type = schema.find("type")) {
    const auto types = words(*type);
    if (std::ranges::none_of(types, [&](const auto& one) { return is_of(value, one); })) {
      return fmt::format("{}: {} is no {}", at, value.dump(), types.front());
    }
  }
  if (value.is_object()) return difference_of_members(value, schema, at);
  const Node* items = schema.find("items");
  for (std::size_t i = 0; value.is_array() && items != nullptr && i < value.size(); ++i) {
    if (auto found = difference(value[i], *items, fmt::format("{}/{}", at, i)); !found.empty()) {
      return found;
    }
  }
  return "";
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

}  // namespace

std::string broken_promise(std::string_view method, std::string_view route, int status,
                           const json& answer) {
  const Node* response =
      find(&document(), {"paths", route, lower(method), "responses", std::to_string(status)});
  if (response == nullptr) return fmt::format("{} is not promised", status);
  if (status >= 400) return "";  // a problem: held to the document by the server's own tests
  const Node* schema = find(response, {"content", "application/json", "schema"});
  return schema == nullptr ? "nothing is promised" : difference(answer, *schema, "");
}

}  // namespace vermilion::tests
