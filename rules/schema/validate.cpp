#include "rules/schema/validate.hpp"

#include "rules/forms/form_facts.hpp"
#include "rules/messages.hpp"
#include "rules/placeholders.hpp"
#include "rules/schema/form_boxes.hpp"
#include "rules/schema/key_set.hpp"
#include "rules/schema/references.hpp"
#include "rules/schema/scalars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace vermilion::rules::schema {
namespace {

using yaml::Member;
using yaml::Node;
using yaml::NodeKind;
using yaml::Span;

// What a value stands under, for the words of a mistake.
struct At {
  std::string_view key;
  Span span;  // of the key; where nothing stands behind it, that is pointed at
  Words summary;
};

// What the names around a value mean for it.
struct Scope {
  const DocumentNames* type = nullptr;                // the document type an override changes
  const pipeline::CheckDescription* check = nullptr;  // whose parameters `with:` holds
  bool reviewed = false;                              // a person answers: there is no check
};

class Validator {
 public:
  Validator(const yaml::Source& source, const Catalogue& catalogue, const ProjectNames& project)
      : source_(source), catalogue_(catalogue), project_(project) {}

  void file(const Node& node, FileKind kind);
  std::vector<Mistake> take();

 private:
  struct Reference {
    const Node* node;
    const Value* value;
  };

  void value(const Node& node, const Value& value, const At& at, const Scope& scope);
  void scalar(const Node& node, const Value& value, const At& at);
  void object(const Node& node, const Shape& shape, const Scope& scope);
  void list(const Node& node, const Value& value, const At& at, const Scope& scope);
  void map(const Node& node, const Value& value, const At& at, const Scope& scope);
  void parameters(const Node& node, const At& at, const Scope& scope);

  void duplicates(const Node& node, std::string_view identity);
  void changed_rule(const Node& node, const Scope& scope);
  [[nodiscard]] Scope scope_in(const Node& node, const Shape& shape, Scope scope) const;

  void text(const Node& node, const At& at);
  void placeholders(const Node& node);
  void facts(const Node& node);
  void names_in(const Node& node, const Known& known, MistakeCode code);
  void boxes(const Node& file);
  void word(const Node& node, const Known& known, std::string_view key);
  void look_up(MistakeCode code, const Node& node, const Known& known);
  void file_name(const Node& node, FileKind kind);

  void add(Mistake mistake);
  void add(MistakeCode code, Span span, std::map<std::string, std::string> words = {});
  [[nodiscard]] const pipeline::CheckDescription* check(std::string_view id) const;
  [[nodiscard]] std::string line_of(std::size_t at) const;

  const yaml::Source& source_;
  const Catalogue& catalogue_;
  const ProjectNames& project_;
  std::vector<Mistake> mistakes_;
  std::vector<Reference> references_;
};

std::map<std::string, std::string> words_of(const At& at) {
  return words_of_key(at.key, at.summary);
}

std::string_view name(NodeKind kind) {
  switch (kind) {
    case NodeKind::Null:
      return "nothing";
    case NodeKind::Scalar:
      return "text";
    case NodeKind::Sequence:
      return "list";
    case NodeKind::Mapping:
      break;
  }
  return "mapping";
}

NodeKind node_kind(ValueKind kind) {
  switch (kind) {
    case ValueKind::List:
      return NodeKind::Sequence;
    case ValueKind::Map:
    case ValueKind::Object:
    case ValueKind::Parameters:
      return NodeKind::Mapping;
    default:
      return NodeKind::Scalar;
  }
}

// "{zh: …, en: …}" says more than "a group of keys".
std::string expected_of(const Value& value) {
  const bool translated = value.kind == ValueKind::Object && find(*value.shape, "zh") != nullptr;
  return std::string(translated ? "texts" : schema::name(value.kind));
}

void Validator::add(Mistake mistake) {
  if (mistakes_.size() < kMistakesMax) mistakes_.push_back(std::move(mistake));
}

void Validator::add(MistakeCode code, Span span, std::map<std::string, std::string> words) {
  add(Mistake{code, span, std::move(words)});
}

const pipeline::CheckDescription* Validator::check(std::string_view id) const {
  const auto found = std::ranges::find(catalogue_.checks, id, &pipeline::CheckDescription::id);
  return found == catalogue_.checks.end() ? nullptr : &*found;
}

std::string Validator::line_of(std::size_t at) const {
  const auto end = source_.text.begin() + static_cast<std::ptrdiff_t>(at);
  return fmt::format("{}", 1 + std::count(source_.text.begin(), end, '\n'));
}

// ---- values

void Validator::value(const Node& node, const Value& value, const At& at, const Scope& scope) {
  if (mistakes_.size() >= kMistakesMax) return;
  if (node.kind == NodeKind::Null) {
    return add(MistakeCode::ValueMissing, at.span,
               {{"key", std::string(at.key)}, {"expected", expected_of(value)}});
  }
  const bool lone_item = value.scalar_too && node.kind == NodeKind::Scalar;
  if (lone_item) return this->value(node, *value.item, at, scope);
  if (node.kind != node_kind(value.kind)) {
    auto words = words_of(at);
    words["expected"] = expected_of(value);
    words["found"] = name(node.kind);
    return add(MistakeCode::TypeWrong, node.span, std::move(words));
  }
  switch (value.kind) {
    case ValueKind::List:
      return list(node, value, at, scope);
    case ValueKind::Map:
      return map(node, value, at, scope);
    case ValueKind::Object:
      return object(node, *value.shape, scope);
    case ValueKind::Parameters:
      return parameters(node, at, scope);
    default:
      return scalar(node, value, at);
  }
}

void Validator::scalar(const Node& node, const Value& value, const At& at) {
  switch (value.kind) {
    case ValueKind::Text:
      return text(node, at);
    case ValueKind::Template:
      text(node, at);
      return placeholders(node);
    case ValueKind::Id:
      if (!is_id(node.text)) add(MistakeCode::IdWrong, node.span, {{"value", node.text}});
      return;
    case ValueKind::Source:
      if (!is_source(node.text)) add(MistakeCode::SourceWrong, node.span, {{"value", node.text}});
      return;
    case ValueKind::Boolean:
      if (auto read = boolean(node, at.key); !read) add(std::move(read.error()));
      return;
    case ValueKind::Number:
    case ValueKind::Whole: {
      const Known words = known_of(value.words);
      if (std::ranges::find(words, node.text) != words.end()) return;
      if (nearest_in(node.text, words)) return word(node, words, at.key);
      auto read = number(node, value, at.key);
      if (read) return;
      read.error().words.merge(words_of(at));
      return add(std::move(read.error()));
    }
    case ValueKind::Word:
      return word(node, known_of(value.words), at.key);
    case ValueKind::Print:
      text(node, at);
      return facts(node);
    case ValueKind::Fact:
      return look_up(MistakeCode::FactUnknown, node, known_of(forms::form_fact_names()));
    case ValueKind::Column:
      return word(node, known_of(forms::form_column_names()), at.key);
    case ValueKind::Check:
      return look_up(MistakeCode::CheckUnknown, node, names_of(value, project_, catalogue_));
    default:
      references_.push_back({&node, &value});
  }
}

void Validator::text(const Node& node, const At& at) {
  if (node.text.find_first_not_of(" \t\n") != std::string::npos) return;
  add(MistakeCode::TextEmpty, node.span, {{"key", std::string(at.key)}});
}

void Validator::placeholders(const Node& node) {
  Known known{"value", "threshold"};
  for (const std::string_view word : finding_words()) known.push_back(word);
  names_in(node, known, MistakeCode::PlaceholderUnknown);
}

void Validator::facts(const Node& node) {
  names_in(node, known_of(forms::form_fact_names()), MistakeCode::FactUnknown);
}

// The first name in braces that is not known, at its place.
void Validator::names_in(const Node& node, const Known& known, MistakeCode code) {
  for (const std::string_view name : placeholders_of(node.text)) {
    if (std::ranges::find(known, name) != known.end()) continue;
    const std::size_t at = source_.text.find(fmt::format("{{{}}}", name), node.span.begin);
    const bool found = at < node.span.end;  // not so where an escape hides it
    const Span span = found ? Span{at + 1, at + 1 + name.size()} : node.span;
    const Node word{.kind = NodeKind::Scalar, .span = span, .text = std::string(name)};
    return look_up(code, word, known);
  }
}

void Validator::word(const Node& node, const Known& known, std::string_view key) {
  auto mistake = unknown(MistakeCode::ValueUnknown, node, known);
  if (!mistake) return;
  mistake->words["key"] = key;
  add(std::move(*mistake));
}

void Validator::list(const Node& node, const Value& value, const At& at, const Scope& scope) {
  if (node.items.empty() && !value.may_be_empty)
    return add(MistakeCode::ListEmpty, node.span, words_of(at));
  for (const Node& item : node.items) {
    this->value(item, *value.item, {at.key, item.span, at.summary}, scope);
  }
  const bool named = value.item->kind == ValueKind::Object && !value.item->shape->identity.empty();
  if (named) duplicates(node, value.item->shape->identity);
}

void Validator::duplicates(const Node& node, std::string_view identity) {
  std::map<std::string_view, std::size_t> lines;
  for (const Node& item : node.items) {
    const Node* id = item.find(identity);
    if (id == nullptr || id->kind != NodeKind::Scalar) continue;
    const auto [first, is_new] = lines.emplace(id->text, id->span.begin);
    if (is_new) continue;
    add(MistakeCode::IdDuplicate, id->span,
        {{"value", id->text}, {"line", line_of(first->second)}});
  }
}

void Validator::map(const Node& node, const Value& value, const At& at, const Scope& scope) {
  if (node.members.empty()) return add(MistakeCode::ListEmpty, node.span, words_of(at));
  for (const Member& member : node.members) {
    const Node name = name_node(member);
    if (value.name->kind == ValueKind::Defect) {
      look_up(MistakeCode::DefectUnknown, name, names_of(*value.name, project_, catalogue_));
    } else {
      scalar(name, *value.name, {at.key, member.key_span, {}});
    }
    this->value(member.value, *value.item, {member.key, member.key_span, {}}, scope);
  }
}

void Validator::parameters(const Node& node, const At& at, const Scope& scope) {
  if (scope.reviewed) {
    return add(MistakeCode::KeysExclude, at.span, {{"key", "with"}, {"other", "review"}});
  }
  if (scope.check == nullptr) return;  // which one is not known: said elsewhere
  Known known;
  for (const auto& parameter : scope.check->parameters) known.push_back(parameter.name);
  for (const Member& member : node.members) {
    const auto parameter = std::ranges::find(scope.check->parameters, member.key,
                                             &pipeline::ParameterDescription::name);
    if (parameter == scope.check->parameters.end()) {
      auto mistake = unknown(MistakeCode::ParameterUnknown, name_node(member), known);
      mistake->words["check"] = scope.check->id;
      add(std::move(*mistake));
      continue;
    }
    const Value taken{.kind = ValueKind::Number,
                      .min = parameter->min,
                      .max = parameter->max,
                      .unit = parameter->unit};
    value(member.value, taken,
          {member.key, member.key_span, {parameter->summary_zh, parameter->summary}}, scope);
  }
}

// ---- groups of keys

void Validator::object(const Node& node, const Shape& shape, const Scope& scope) {
  const Scope inner = scope_in(node, shape, scope);
  for (const Member& member : node.members) {
    const Key* key = find(shape, member.key);
    if (key == nullptr) continue;
    value(member.value, key->value, {key->name, member.key_span, key->summary}, inner);
  }
  for (Mistake& mistake : wrong_keys(node, shape, source_)) add(std::move(mistake));
  if (find(shape, "off") != nullptr) changed_rule(node, inner);
}

Scope Validator::scope_in(const Node& node, const Shape& shape, Scope scope) const {
  if (const Node* type = node.find("type"); type != nullptr && find(shape, "override") != nullptr) {
    scope.type = catalogue_.names.document(type->text);
  }
  if (find(shape, "check") == nullptr) return scope;
  const Node* id = node.find("check");
  const Node* rule = node.find("rule");
  if (id != nullptr) {
    scope.check = check(id->text);
  } else if (node.find("review") != nullptr) {
    scope.reviewed = true;
  } else if (rule != nullptr && scope.type != nullptr) {
    const auto changed = scope.type->rules.find(rule->text);
    if (changed == scope.type->rules.end()) return scope;
    scope.check = check(changed->second);
    scope.reviewed = changed->second.empty();
  }
  return scope;
}

// A change names a rule of the type, or is a whole rule of its own.
void Validator::changed_rule(const Node& node, const Scope& scope) {
  const Node* rule = node.find("rule");
  if (rule == nullptr || rule->kind != NodeKind::Scalar || scope.type == nullptr) return;
  if (!scope.type->whole || scope.type->rules.contains(rule->text)) return;
  if (node.find("check") == nullptr && node.find("review") == nullptr) {
    Known known;
    for (const auto& [id, check] : scope.type->rules) known.push_back(id);
    return look_up(MistakeCode::RuleUnknown, *rule, known);
  }
  if (node.find("source") != nullptr) return;
  add(missing_key(node, *find(shape_of(FileKind::Project), "source")));
}

// ---- the file

// Of a type's own form; what a project makes of it compile() looks at.
void Validator::boxes(const Node& file) {
  const Node* form = file.find("form");
  if (form == nullptr) return;
  for (Mistake& mistake : box_mistakes(*form)) add(std::move(mistake));
}

void Validator::look_up(MistakeCode code, const Node& node, const Known& known) {
  if (auto mistake = unknown(code, node, known)) add(std::move(*mistake));
}

// rules/projects/x.test.yaml -> "x"
std::string_view stem_of(std::string_view file) {
  file.remove_prefix(file.find_last_of('/') + 1);
  return file.substr(0, file.find('.'));
}

void Validator::file_name(const Node& node, FileKind kind) {
  const Node* id = node.find(kind == FileKind::Document ? "document" : "project");
  if (id == nullptr || id->kind != NodeKind::Scalar || !source_.name.ends_with(".yaml")) return;
  const std::string_view stem = stem_of(source_.name);
  if (id->text == stem) return;
  add(MistakeCode::FileNameDiffers, id->span, {{"value", id->text}, {"file", std::string(stem)}});
}

void Validator::file(const Node& node, FileKind kind) {
  const Shape& shape = shape_of(kind);
  const Value whole{.kind = ValueKind::Object, .shape = &shape};
  value(node, whole, {shape.id, node.span, shape.title}, {});
  if (mistakes_.empty()) file_name(node, kind);
  if (mistakes_.empty()) boxes(node);
  if (!mistakes_.empty()) return;
  for (const auto& [named, taken] : references_) {
    auto mistake = look_up_reference(*named, *taken, project_, catalogue_);
    if (mistake) add(std::move(*mistake));
  }
}

std::vector<Mistake> Validator::take() {
  std::ranges::stable_sort(mistakes_, {},
                           [](const Mistake& mistake) { return mistake.span.begin; });
  return std::move(mistakes_);
}

}  // namespace

ProjectNames names_within(const Node& file, FileKind kind, const Names& names) {
  if (kind == FileKind::Project) return project_names(file, names);
  // A document type is used by projects it does not know.
  if (kind == FileKind::Document) return {.operations = {"new", "reissue", "renew"}};
  const Node* id = file.find("project");
  const ProjectNames* project = id == nullptr ? nullptr : names.project(id->text);
  return project == nullptr ? ProjectNames{.whole = false} : *project;
}

FileKind kind_of(const Node& file, const yaml::Source& source) {
  if (source.name.ends_with(".test.yaml") || file.find("cases") != nullptr) return FileKind::Cases;
  if (file.find("project") != nullptr) return FileKind::Project;
  if (file.find("document") != nullptr) return FileKind::Document;
  const auto fitting = [&](FileKind kind) {
    return std::ranges::count_if(file.members, [&](const Member& member) {
      return find(shape_of(kind), member.key) != nullptr;
    });
  };
  const bool document = fitting(FileKind::Document) > fitting(FileKind::Project);
  return document ? FileKind::Document : FileKind::Project;
}

std::vector<Mistake> validate(const Node& file, const yaml::Source& source, FileKind kind,
                              const Catalogue& catalogue) {
  const ProjectNames project = names_within(file, kind, catalogue.names);
  Validator validator(source, catalogue, project);
  validator.file(file, kind);
  return validator.take();
}

}  // namespace vermilion::rules::schema
