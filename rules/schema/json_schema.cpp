#include "rules/schema/json_schema.hpp"

#include "rules/forms/form_facts.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <set>
#include <string>

namespace vermilion::rules::schema {
namespace {

using Json = nlohmann::ordered_json;
using Checks = std::span<const pipeline::CheckDescription>;

Json schema_of(const Value& value, Checks checks);

// 5 and not 5.0, as the author would write it.
Json bound(double value) {
  if (std::trunc(value) == value) return static_cast<std::int64_t>(value);
  return value;
}

Json bounded(const char* type, const Value& value) {
  return {{"type", type}, {"minimum", bound(value.min)}, {"maximum", bound(value.max)}};
}

Json any_of(Json first, std::span<const std::string_view> words) {
  if (words.empty()) return first;
  Json either;
  either["anyOf"] = Json::array({std::move(first), Json{{"enum", words}}});
  return either;
}

Json list_schema(const Value& value, Checks checks) {
  Json item = schema_of(*value.item, checks);
  Json list{{"type", "array"}, {"minItems", value.may_be_empty ? 0 : 1}, {"items", item}};
  if (!value.scalar_too) return list;
  return {{"anyOf", Json::array({std::move(item), std::move(list)})}};
}

Json map_schema(const Value& value, Checks checks) {
  return {{"type", "object"},
          {"minProperties", 1},
          {"propertyNames", schema_of(*value.name, checks)},
          {"additionalProperties", schema_of(*value.item, checks)}};
}

Json check_ids(Checks checks) {
  Json ids = Json::array();
  for (const auto& check : checks) ids.push_back(check.id);
  return {{"enum", std::move(ids)}};
}

Json finding_names() {
  Json names = Json::array();
  for (const auto& kind : pipeline::finding_kinds()) names.push_back(kind.name);
  return {{"enum", std::move(names)}};
}

Json id_schema() {
  return {{"type", "string"}, {"pattern", "^[a-z][a-z0-9_]{0,63}$"}};
}

// Digits without quotes are a text where a text is asked for: "36" and 36 are one to us.
Json schema_of(const Value& value, Checks checks) {
  switch (value.kind) {
    case ValueKind::Text:
    case ValueKind::Template:
    case ValueKind::Print:
      return {{"type", Json::array({"string", "number", "boolean"})}, {"minLength", 1}};
    case ValueKind::Number:
      return any_of(bounded("number", value), value.words);
    case ValueKind::Whole:
      return any_of(bounded("integer", value), value.words);
    case ValueKind::Boolean:
      return {{"type", "boolean"}};
    case ValueKind::Word:
      return {{"enum", value.words}};
    case ValueKind::Source:
      return {{"type", "string"}, {"pattern", R"(^S[0-9]{1,3}(/[0-9]{1,3}\.[0-9]{1,3})?$)"}};
    case ValueKind::Check:
      return check_ids(checks);
    case ValueKind::Fact:
      return {{"enum", forms::form_fact_names()}};
    case ValueKind::Column:
      return {{"enum", forms::form_column_names()}};
    case ValueKind::Finding:
      return finding_names();
    case ValueKind::FindingOrRule:
      return {{"anyOf", Json::array({finding_names(), id_schema()})}};
    case ValueKind::List:
      return list_schema(value, checks);
    case ValueKind::Map:
      return map_schema(value, checks);
    case ValueKind::Object:
      return {{"$ref", fmt::format("#/$defs/{}", value.shape->id)}};
    case ValueKind::Parameters:
      return {{"type", "object"}, {"minProperties", 1}};
    case ValueKind::Id:
      return id_schema();
    default:
      return {{"type", "string"}, {"minLength", 1}};
  }
}

std::string description(const Key& key) {
  std::string text = fmt::format("{}。{}.", key.summary.zh, key.summary.en);
  if (!key.value.unit.empty()) text += fmt::format(" [{}]", key.value.unit);
  if (!key.fallback.empty()) text += fmt::format(" (= {})", key.fallback);
  return text;
}

// Exactly one, or at most one, of a group of keys.
void add_groups(Json& schema, const Shape& shape) {
  Json all = schema.contains("allOf") ? schema["allOf"] : Json::array();
  Json choices = Json::array();
  for (const auto& key : shape.one_of) choices.push_back({{"required", Json::array({key})}});
  if (!choices.empty() && shape.one_needed) all.push_back({{"oneOf", choices}});
  if (!choices.empty() && !shape.one_needed) {
    all.push_back({{"not", {{"required", shape.one_of}}}});
  }
  Json some = Json::array();
  for (const auto& key : shape.some_of) some.push_back({{"required", Json::array({key})}});
  if (!some.empty()) all.push_back({{"anyOf", std::move(some)}});
  if (!all.empty()) schema["allOf"] = std::move(all);
}

Json parameters_of(const pipeline::CheckDescription& check) {
  Json properties = Json::object();
  for (const auto& parameter : check.parameters) {
    Json one{
        {"type", "number"}, {"minimum", bound(parameter.min)}, {"maximum", bound(parameter.max)}};
    one["description"] = fmt::format("{}。{}. [{}] (= {})", parameter.summary_zh, parameter.summary,
                                     parameter.unit, parameter.fallback);
    properties[std::string(parameter.name)] = std::move(one);
  }
  return {{"properties", std::move(properties)}, {"additionalProperties", false}};
}

// Which parameters `with:` takes depends on the check beside it.
void add_parameters(Json& schema, Checks checks) {
  Json all = Json::array();
  for (const auto& check : checks) {
    Json named{{"properties", {{"check", {{"const", check.id}}}}},
               {"required", Json::array({"check"})}};
    all.push_back(
        {{"if", std::move(named)}, {"then", {{"properties", {{"with", parameters_of(check)}}}}}});
  }
  schema["allOf"] = std::move(all);
}

Json definition(const Shape& shape, Checks checks) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const Key& key : shape.keys) {
    Json property = schema_of(key.value, checks);
    property["description"] = description(key);
    properties[std::string(key.name)] = std::move(property);
    if (key.required) required.push_back(key.name);
  }
  Json schema{{"title", fmt::format("{} / {}", shape.title.zh, shape.title.en)},
              {"type", "object"},
              {"properties", std::move(properties)},
              {"additionalProperties", false}};
  if (!required.empty()) schema["required"] = std::move(required);
  if (find(shape, "with") != nullptr && find(shape, "check") != nullptr) {
    add_parameters(schema, checks);
  }
  add_groups(schema, shape);
  return schema;
}

void collect(const Value& value, std::set<const Shape*>& met);

void collect(const Shape& shape, std::set<const Shape*>& met) {
  if (!met.insert(&shape).second) return;
  for (const Key& key : shape.keys) collect(key.value, met);
}

void collect(const Value& value, std::set<const Shape*>& met) {
  if (value.shape != nullptr) collect(*value.shape, met);
  if (value.item != nullptr) collect(*value.item, met);
}

}  // namespace

Json json_schema(FileKind kind, Checks checks) {
  const Shape& root = shape_of(kind);
  std::set<const Shape*> met;
  collect(root, met);
  Json definitions = Json::object();
  for (const Shape* shape : shapes()) {  // in the order of the table, whatever the addresses
    if (met.contains(shape)) definitions[std::string(shape->id)] = definition(*shape, checks);
  }
  return {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
          {"$ref", fmt::format("#/$defs/{}", root.id)},
          {"$defs", std::move(definitions)}};
}

}  // namespace vermilion::rules::schema
