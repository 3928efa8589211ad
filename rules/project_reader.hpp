#pragma once

#include "rules/compile.hpp"
#include "rules/condition.hpp"
#include "rules/project_fields.hpp"
#include "rules/project_words.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The inside of compile.cpp: walks the fields of a project over the trees it is written in.
namespace vermilion::rules {

// {name, known, nearest?} of a mistake about a name that is not there.
std::map<std::string, std::string> unknown_words(const std::string& name,
                                                 const std::vector<std::string>& known);

// Reads each value onto what stands there already, so that an override is read like any other
// mapping: keys it has replace, keys it lacks leave alone.
class ProjectReader {
 public:
  ProjectReader(ConditionNames names, std::span<const RuleFile> document_types,
                std::map<std::string, Origin, std::less<>>& origins);

  void read(const RuleFile& file, Project& project);
  void read(const RuleFile& file, DocumentType& type);
  std::vector<FileMistake> take_mistakes() { return std::move(mistakes_); }

  // The visitor of project_fields.hpp.
  template <class T>
  void operator()(std::string_view key, T& value) {
    within(key, [&](const yaml::Node& node) { assign(node, value); });
  }

  void flag(std::string_view key, std::string_view word, bool& value) {
    within(key, [&](const yaml::Node& node) {
      value = node.text == word;
      note(node);
    });
  }

  template <class T>
  void list(std::string_view key, std::vector<T>& values) {
    within(key, [&](const yaml::Node& node) {
      values.clear();
      for (const yaml::Node& item : node.items) {
        values.emplace_back();
        const Step step(*this, item_name(item, values.size()));
        read_mapping(item, values.back());
      }
    });
  }

  template <class T>
  void by_id(std::string_view key, std::string_view id_key, std::vector<T>& values) {
    within(key, [&](const yaml::Node& node) {
      note(node);
      for (const yaml::Node& item : node.items) read_item(item, id_key, values);
    });
  }

  template <class T>
  void by_key(std::string_view key, std::vector<T>& values) {
    within(key, [&](const yaml::Node& node) {
      for (const yaml::Member& member : node.members) {
        const Step step(*this, member.key);
        read_mapping(member.value, named(member.key, values));
      }
    });
  }

  void condition(std::string_view key, Condition& condition);
  void alternatives(std::vector<DocumentType>& types);
  void sources(Sources& sources);

 private:
  // One step down the path that origins are kept by.
  class Step {
   public:
    Step(ProjectReader& reader, std::string_view name)
        : path_(reader.path_), length_(path_.size()) {
      if (!path_.empty()) path_ += '/';
      path_ += name;
    }
    ~Step() { path_.resize(length_); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    std::string& path_;
    std::size_t length_;
  };

  template <class T>
  static T& named(const std::string& id, std::vector<T>& values) {
    const auto known = std::ranges::find(values, id, &T::id);
    if (known != values.end()) return *known;
    values.emplace_back();
    values.back().id = id;
    return values.back();
  }

  template <class Read>
  void within(std::string_view key, Read&& read) {
    const yaml::Node* node = here_->find(key);
    if (node == nullptr) return;
    const Step step(*this, key);
    read(*node);
  }

  template <class T>
  void read_mapping(const yaml::Node& node, T& value) {
    const yaml::Node* outer = std::exchange(here_, &node);
    note(node);
    fields(*this, value);
    here_ = outer;
  }

  template <class T>
  void read_item(const yaml::Node& item, std::string_view id_key, std::vector<T>& values) {
    const yaml::Node* id = item.find(id_key);
    if (id == nullptr) return wrong(item, id_key);
    const Step step(*this, id->text);
    if constexpr (std::same_as<T, Rule>) {
      if (is_off(item)) return switch_off(*id, values);
    }
    T& value = named(id->text, values);
    read_mapping(item, value);
    if constexpr (std::same_as<T, Rule>) {
      if (value.check.empty() && value.review.empty()) unknown_rule(*id, values);
    }
  }

  template <class T>
  void assign(const yaml::Node& node, T& value) {
    if constexpr (std::is_enum_v<T>) {
      const auto read = value_of<T>(node.text);
      read ? void(value = *read) : wrong(node, "word");
      note(node);
    } else {
      read_mapping(node, value);
    }
  }

  template <class T>
  void assign(const yaml::Node& node, std::optional<T>& value) {
    if (node.text == "unset") return value.reset();
    if (!value) value.emplace();
    assign(node, *value);
  }

  template <class T>
  void assign(const yaml::Node& node, std::vector<T>& values) {
    values.clear();
    for (const yaml::Node& item : node.items) {
      const Step step(*this, item.text);
      values.emplace_back();
      assign(item, values.back());
    }
    note(node);
  }

  template <class T, class Less>
  void assign(const yaml::Node& node, std::map<std::string, T, Less>& values) {
    for (const yaml::Member& member : node.members) {
      const Step step(*this, member.key);
      assign(member.value, values[member.key]);
    }
  }

  void assign(const yaml::Node& node, std::string& value);
  void assign(const yaml::Node& node, bool& value);
  void assign(const yaml::Node& node, int& value);
  void assign(const yaml::Node& node, std::int64_t& value);
  void assign(const yaml::Node& node, std::size_t& value);
  void assign(const yaml::Node& node, double& value);
  void assign(const yaml::Node& node, LocalText& value);
  template <class Number>
  void assign_number(const yaml::Node& node, Number& value);

  static bool is_off(const yaml::Node& item);
  static std::string item_name(const yaml::Node& item, std::size_t place);
  // Neither a rule of the type nor a whole one of its own.
  void unknown_rule(const yaml::Node& id, std::vector<Rule>& rules);
  void switch_off(const yaml::Node& id, std::vector<Rule>& rules);
  void read_type(const yaml::Node& node, std::vector<DocumentType>& types);
  void note(const yaml::Node& node);
  void wrong(const yaml::Node& node, std::string_view wanted);
  void mistaken(MistakeCode code, yaml::Span span, std::map<std::string, std::string> words);

  ConditionNames names_;
  std::span<const RuleFile> document_types_;
  std::map<std::string, Origin, std::less<>>& origins_;
  std::vector<FileMistake> mistakes_;
  const RuleFile* file_ = nullptr;
  const yaml::Node* here_ = nullptr;
  std::string path_;
};

}  // namespace vermilion::rules
