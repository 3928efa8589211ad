#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// Reading what people send, strictly: every member is asked for by name and type, and one that
// nobody asks for is a mistake. All mistakes are told at once, each at its place.
namespace vermilion::service::orders {

struct Mistake {
  std::string pointer;  // JSON pointer: "/recipient/person/mobile"
  std::string text;     // Chinese

  friend bool operator==(const Mistake&, const Mistake&) = default;
};
using Mistakes = std::vector<Mistake>;

class Members {
 public:
  using Json = nlohmann::json;

  // `at` is the pointer to the object. Both must outlive it.
  Members(const Json& object, std::string at, Mistakes& mistakes);

  // Has to be there and say something; at most so many characters.
  std::string text(std::string_view name, std::size_t most);
  // Empty where it is left out or null.
  std::string text_if_any(std::string_view name, std::size_t most);
  bool flag(std::string_view name);
  bool flag_or(std::string_view name, bool otherwise);
  std::int64_t number(std::string_view name, std::int64_t least, std::int64_t most);
  std::int64_t number_or(std::string_view name, std::int64_t least, std::int64_t most,
                         std::int64_t otherwise);
  // 64 hexadecimal digits in lower case.
  std::string sha256(std::string_view name);
  std::vector<std::string> texts_if_any(std::string_view name, std::size_t most_items,
                                        std::size_t most);

  // One of the names; the value it stands for.
  template <class T>
  T one_of(std::string_view name, const std::map<std::string_view, T>& names) {
    const std::string said = text(name, kNameMost);
    const auto found = names.find(said);
    if (found != names.end()) return found->second;
    if (!said.empty()) mistaken(name, told_names(names));
    return T{};
  }

  // Whatever it holds, tabs and all, by the bytes: a file of somebody's.
  std::string content(std::string_view name, std::size_t most_bytes);
  // The same by name.
  std::map<std::string, std::string> contents_if_any(std::string_view name, std::size_t most_items,
                                                     std::size_t most_bytes);

  void object(std::string_view name, const std::function<void(Members&)>& read);
  void object_if_any(std::string_view name, const std::function<void(Members&)>& read);
  void list(std::string_view name, std::size_t most_items,
            const std::function<void(Members&)>& read_item);

  // Whatever was not asked for is nobody's.
  void end();

 private:
  static constexpr std::size_t kNameMost = 64;  // names of ours are shorter

  template <class T>
  static std::string told_names(const std::map<std::string_view, T>& names) {
    std::string text = "应为其中之一：";
    for (const auto& [name, value] : names) {
      text += text.ends_with("：") ? "" : "、";
      text += name;
    }
    return text;
  }

  const Json* find(std::string_view name);
  const Json* wanted(std::string_view name);
  std::string text_in(const Json& value, std::string_view name, std::size_t most);
  std::int64_t number_in(const Json& value, std::string_view name, std::int64_t least,
                         std::int64_t most);
  bool flag_in(const Json& value, std::string_view name);
  void mistaken(std::string_view name, std::string text);

  const Json& object_;
  std::string at_;
  Mistakes& mistakes_;
  std::set<std::string, std::less<>> asked_for_;
};

// The object a body is, or what is wrong with it: no JSON, no object, a name twice.
[[nodiscard]] nlohmann::json object_in(std::string_view body, Mistakes& mistakes);

}  // namespace vermilion::service::orders
