#include "rules/diff_words.hpp"

#include "rules/canonical.hpp"
#include "rules/mistake_text.hpp"
#include "rules/schema/keys.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace vermilion::rules {
namespace {

using nlohmann::json;
using schema::Key;
using schema::Shape;
using schema::Value;
using schema::ValueKind;

std::string_view either(Language language, std::string_view zh, std::string_view en) {
  return language == Language::Chinese ? zh : en;
}

std::size_t first_of(std::string_view text, std::initializer_list<std::string_view> marks) {
  std::size_t first = text.size();
  for (const std::string_view mark : marks) first = std::min(first, text.find(mark));
  return first;
}

// A summary up to its first pause names the thing, the rest explains it; "true: not shown yet"
// explains the only word that can stand there.
std::string_view name_in(std::string_view summary) {
  for (const std::string_view value : {"true：", "true: ", "log：", "log: "}) {
    if (summary.starts_with(value)) summary.remove_prefix(value.size());
  }
  return summary.substr(0, first_of(summary, {"，", "；", "：", ",", ";", ":"}));
}

const json* member(const json* object, const std::string& name) {
  if (object == nullptr || !object->is_object()) return nullptr;
  const auto found = object->find(name);
  return found == object->end() ? nullptr : &*found;
}

// How values of a place are written: their unit, and what holds where nothing is said.
struct Scale {
  std::string_view unit = {};
  std::string fallback = {};
  bool share = false;  // of a whole: told in percent
};

std::string number_text(double number, const Scale& scale, Language language) {
  if (scale.unit == "fen")
    return fmt::format("{} {}", number / 100, either(language, "元", "yuan"));
  if (scale.share) return fmt::format("{:.6g}%", number * 100);
  if (scale.unit.empty()) return fmt::format("{}", number);
  return fmt::format("{} {}", number, schema_word(scale.unit, language));
}

std::string value_text(const json& value, const Scale& scale, Language language) {
  if (value.is_number()) return number_text(value.get<double>(), scale, language);
  if (value.is_boolean()) {
    return std::string(value.get<bool>() ? either(language, "是", "yes")
                                         : either(language, "否", "no"));
  }
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return value.dump();
  std::vector<std::string> items;
  for (const json& item : value) items.push_back(value_text(item, scale, language));
  return fmt::format("{}", fmt::join(items, either(language, "、", ", ")));
}

std::string value_text(const std::optional<std::string>& value, const Scale& scale,
                       Language language) {
  if (value) return value_text(json::parse(*value), scale, language);
  if (scale.fallback.empty()) return std::string(either(language, "不写", "not said"));
  return fmt::format("{} {}", either(language, "默认", "default"), scale.fallback);
}

// Walks a path through the table of keys and both rule sets at once.
class Walk {
 public:
  Walk(const json& before, const json& after, std::span<const pipeline::CheckDescription> checks,
       Language language)
      : before_(&before), after_(&after), checks_(checks), language_(language) {}

  std::vector<std::string> steps;
  Scale scale;

  void go(std::string_view path) {
    while (!path.empty()) {
      const auto slash = path.find('/');
      step(std::string(path.substr(0, slash)));
      path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    }
  }

 private:
  enum class At { Shape, Items, Parameters, Elsewhere };

  void step(const std::string& name) {
    const At at = at_;
    if (at == At::Parameters) find_parameter(name);
    descend(name);
    switch (at) {
      case At::Shape:
        return enter_key(name);
      case At::Items:
        return enter_item(name);
      case At::Parameters:
        return;
      case At::Elsewhere:
        return steps.push_back(name);
    }
  }

  void descend(const std::string& name) {
    for (const json** side : {&before_, &after_}) {
      const json* items = member(*side, "items");
      *side = member(items != nullptr ? items : *side, name);
    }
  }

  void enter_key(const std::string& name) {
    // Alternatives of a slot stand in the file under two keys; here under one.
    if (shape_->id == "slot" && name == "types") {
      steps.emplace_back(either(language_, "文件种类", "document type"));
      return enter_items(schema::shape_of(schema::FileKind::Document));
    }
    const Key* key = schema::find(*shape_, name);
    if (key == nullptr) {
      at_ = At::Elsewhere;
      return steps.push_back(name);
    }
    steps.emplace_back(name_in(either(language_, key->summary.zh, key->summary.en)));
    scale = {.unit = key->value.unit};
    enter_value(key->value);
  }

  void enter_value(const Value& value) {
    at_ = At::Elsewhere;
    if (value.kind == ValueKind::Object) {
      at_ = At::Shape;
      shape_ = value.shape;
    } else if (value.kind == ValueKind::Parameters) {
      at_ = At::Parameters;
    } else if (value.item != nullptr && value.item->kind == ValueKind::Object) {
      enter_items(*value.item->shape);
    }
  }

  void enter_items(const Shape& shape) {
    at_ = At::Items;
    shape_ = &shape;
    rule_ = nullptr;
  }

  void enter_item(const std::string& id) {
    at_ = At::Shape;
    rule_ = after_ != nullptr ? after_ : before_;
    const json* name = member(member(rule_, "name"), std::string(either(language_, "zh", "en")));
    steps.push_back(name == nullptr ? id : fmt::format("{} ({})", name->get<std::string>(), id));
  }

  void find_parameter(const std::string& name) {
    at_ = At::Elsewhere;
    const json* id = member(rule_, "check");
    const auto check = id == nullptr ? checks_.end()
                                     : std::ranges::find(checks_, id->get<std::string>(),
                                                         &pipeline::CheckDescription::id);
    if (check != checks_.end()) {
      const auto found =
          std::ranges::find(check->parameters, name, &pipeline::ParameterDescription::name);
      if (found != check->parameters.end()) return enter_parameter(*found);
    }
    steps.push_back(name);
  }

  void enter_parameter(const pipeline::ParameterDescription& parameter) {
    steps.emplace_back(either(language_, parameter.summary_zh, parameter.summary));
    scale = {.unit = parameter.unit,
             .share = parameter.unit.empty() && parameter.min == 0 && parameter.max == 1};
    scale.fallback = number_text(parameter.fallback, scale, language_);
  }

  const json* before_;
  const json* after_;
  std::span<const pipeline::CheckDescription> checks_;
  Language language_;
  At at_ = At::Shape;
  const Shape* shape_ = &schema::shape_of(schema::FileKind::Project);
  const json* rule_ = nullptr;  // the item entered last
};

}  // namespace

std::vector<ChangeWords> changes_in_words(const Project& before, const Project& after,
                                          std::span<const pipeline::CheckDescription> checks,
                                          Language language) {
  const json was = canonical(before);
  const json is = canonical(after);
  std::vector<ChangeWords> words;
  for (Change& change : changes(before, after)) {
    Walk walk(was, is, checks, language);
    walk.go(change.path);
    ChangeWords told{.change = std::move(change), .steps = std::move(walk.steps)};
    if (told.change.kind == Change::Kind::Changed || told.change.kind == Change::Kind::Moved) {
      told.before = value_text(told.change.before, walk.scale, language);
      told.after = value_text(told.change.after, walk.scale, language);
    }
    words.push_back(std::move(told));
  }
  return words;
}

}  // namespace vermilion::rules
