#pragma once

#include "service/store/record/fields.hpp"
#include "service/store/record/names.hpp"

#include <nlohmann/json.hpp>

#include <concepts>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

// From values to JSON and back, going by the tables of fields and names. What cannot be read throws
// Unreadable, which record.cpp catches.
namespace vermilion::service::store::record {

using Json = nlohmann::json;

struct Unreadable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

template <class T>
concept Struct = !std::is_null_pointer_v<std::remove_cv_t<decltype(kFields<T>)>>;
template <class T>
concept Plain = std::same_as<T, std::string> || std::integral<T>;
template <class T>
concept Named = std::is_enum_v<T>;

// Writing

template <Struct T>
Json written(const T& value);

template <Plain T>
Json written(const T& value) {
  return value;
}
template <Named T>
Json written(const T& value) {
  return std::string(stored_name(value));
}
inline Json written(const workflow::Fen& fen) {
  return fen.amount;
}
inline Json written(const workflow::Instant& at) {
  return static_cast<std::int64_t>(at.time_since_epoch().count());
}
template <class T>
Json written(const std::vector<T>& values) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(written(value));
  return list;
}

template <class T>
void write_member(Json& object, std::string_view name, const T& value) {
  object[std::string(name)] = written(value);
}
// What is unset is left out.
template <class T>
void write_member(Json& object, std::string_view name, const std::optional<T>& value) {
  if (value) write_member(object, name, *value);
}

template <Struct T>
Json written(const T& value) {
  Json object = Json::object();
  std::apply(
      [&](const auto&... field) { (write_member(object, field.name, value.*field.member), ...); },
      kFields<T>);
  return object;
}

// Reading

template <Struct T>
void read(const Json& json, T& value);

template <Plain T>
void read(const Json& json, T& value) {
  value = json.get<T>();
}
template <Named T>
void read(const Json& json, T& value) {
  const auto& name = json.get_ref<const std::string&>();
  const auto found = named<T>(name);
  if (!found) throw Unreadable("unknown name: " + name);
  value = *found;
}
inline void read(const Json& json, workflow::Fen& fen) {
  fen.amount = json.get<std::int64_t>();
}
inline void read(const Json& json, workflow::Instant& at) {
  at = workflow::Instant(std::chrono::seconds(json.get<std::int64_t>()));
}
template <class T>
void read(const Json& json, std::optional<T>& value) {
  read(json, value.emplace());
}
template <class T>
void read(const Json& json, std::vector<T>& values) {
  for (const Json& item : json.get_ref<const Json::array_t&>()) read(item, values.emplace_back());
}

// An object whose members are all asked for; one that nobody asks for is of a newer program.
class Members {
 public:
  explicit Members(const Json& object) : object_(object.get_ref<const Json::object_t&>()) {}

  template <class T>
  void read_into(std::string_view name, T& value) {
    const Json* json = find(name);
    if (json != nullptr) read(*json, value);
  }
  const Json* find(std::string_view name) {
    const auto found = object_.find(std::string(name));
    if (found == object_.end()) return nullptr;
    ++asked_for_;
    return &found->second;
  }
  const Json& at(std::string_view name) {
    const Json* json = find(name);
    if (json == nullptr) throw Unreadable("missing: " + std::string(name));
    return *json;
  }
  void must_all_be_known() const {
    if (asked_for_ != object_.size()) throw Unreadable("members nobody knows");
  }

 private:
  const Json::object_t& object_;
  std::size_t asked_for_ = 0;
};

template <Struct T>
void read(const Json& json, T& value) {
  Members members(json);
  std::apply(
      [&](const auto&... field) { (members.read_into(field.name, value.*field.member), ...); },
      kFields<T>);
  members.must_all_be_known();
}

}  // namespace vermilion::service::store::record
