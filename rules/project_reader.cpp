#include "rules/project_reader.hpp"

#include "rules/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <utility>

namespace vermilion::rules {

std::map<std::string, std::string> unknown_words(const std::string& name,
                                                 const std::vector<std::string>& known) {
  std::map<std::string, std::string> words{{"name", name},
                                           {"known", fmt::format("{}", fmt::join(known, ", "))}};
  if (const auto meant = nearest(name, known)) words["nearest"] = *meant;
  return words;
}

ProjectReader::ProjectReader(ConditionNames names, std::span<const RuleFile> document_types,
                             std::map<std::string, Origin, std::less<>>& origins)
    : names_(std::move(names)), document_types_(document_types), origins_(origins) {}

void ProjectReader::read(const RuleFile& file, Project& project) {
  file_ = &file;
  read_mapping(file.tree, project);
}

void ProjectReader::read(const RuleFile& file, DocumentType& type) {
  file_ = &file;
  read_mapping(file.tree, type);
}

void ProjectReader::condition(std::string_view key, Condition& condition) {
  within(key, [&](const yaml::Node& node) {
    auto parsed = parse_condition(node.text, names_);
    note(node);
    if (parsed) {
      condition = std::move(*parsed);
      return;
    }
    Mistake mistake = std::move(parsed.error());
    // Of a text in quotes the first byte is the quote. Escapes are rare in conditions; then the
    // place is a little early.
    const std::size_t begin = node.span.begin + (node.quoted ? 1 : 0);
    const auto placed = [&](std::size_t at) { return std::min(begin + at, node.span.end); };
    mistaken(mistake.code, {placed(mistake.span.begin), placed(mistake.span.end)},
             std::move(mistake.words));
  });
}

void ProjectReader::alternatives(std::vector<DocumentType>& types) {
  if (here_->find("type") != nullptr) return read_type(*here_, types);
  const yaml::Node* any_of = here_->find("any_of");
  if (any_of == nullptr) return wrong(*here_, "type");
  for (const yaml::Node& alternative : any_of->items) read_type(alternative, types);
}

void ProjectReader::read_type(const yaml::Node& node, std::vector<DocumentType>& types) {
  const yaml::Node* id = node.find("type");
  if (id == nullptr) return wrong(node, "type");
  const auto file = std::ranges::find(document_types_, id->text, &RuleFile::id);
  if (file == document_types_.end()) {
    std::vector<std::string> known;
    for (const RuleFile& type : document_types_) known.push_back(type.id);
    return mistaken(MistakeCode::DocumentUnknown, id->span, unknown_words(id->text, known));
  }
  const Step step(*this, id->text);
  DocumentType& type = named(id->text, types);
  // A type serves projects that do not have all its variants: what it says of them is not met.
  const RuleFile* project = std::exchange(file_, &*file);
  ConditionNames names = names_;
  for (auto& [name, values] : names_) values.clear();
  read_mapping(file->tree, type);
  names_ = std::move(names);
  file_ = project;
  if (const yaml::Node* changes = node.find("override")) read_mapping(*changes, type);
  note(*id);
}

void ProjectReader::sources(Sources& sources) {
  const yaml::Node* node = here_->find("source");
  if (node == nullptr) return;
  sources.clear();
  if (node->kind == yaml::NodeKind::Scalar) sources.push_back(node->text);
  for (const yaml::Node& item : node->items) sources.push_back(item.text);
}

void ProjectReader::assign(const yaml::Node& node, std::string& value) {
  if (node.kind != yaml::NodeKind::Scalar) return wrong(node, "text");
  value = node.text;
  note(node);
}

void ProjectReader::assign(const yaml::Node& node, bool& value) {
  if (node.text != "true" && node.text != "false") return wrong(node, "true or false");
  value = node.text == "true";
  note(node);
}

template <class Number>
void ProjectReader::assign_number(const yaml::Node& node, Number& value) {
  const char* end = node.text.data() + node.text.size();
  const auto [stopped, error] = std::from_chars(node.text.data(), end, value);
  if (error != std::errc() || stopped != end) return wrong(node, "number");
  note(node);
}

void ProjectReader::assign(const yaml::Node& node, int& value) {
  assign_number(node, value);
}
void ProjectReader::assign(const yaml::Node& node, std::int64_t& value) {
  assign_number(node, value);
}
void ProjectReader::assign(const yaml::Node& node, std::size_t& value) {
  assign_number(node, value);
}
void ProjectReader::assign(const yaml::Node& node, double& value) {
  assign_number(node, value);
}

void ProjectReader::assign(const yaml::Node& node, LocalText& value) {
  for (const yaml::Member& member : node.members) {
    const Step step(*this, member.key);
    if (member.key == "zh") assign(member.value, value.zh);
    if (member.key == "en") assign(member.value, value.en);
  }
}

bool ProjectReader::is_off(const yaml::Node& item) {
  const yaml::Node* off = item.find("off");
  return off != nullptr && off->text == "true";
}

// Items without an id of their own are told apart by the slot they are about, else by their place.
std::string ProjectReader::item_name(const yaml::Node& item, std::size_t place) {
  const yaml::Node* slot = item.find("slot");
  return slot == nullptr ? std::to_string(place) : slot->text;
}

void ProjectReader::switch_off(const yaml::Node& id, std::vector<Rule>& rules) {
  if (std::erase_if(rules, [&](const Rule& rule) { return rule.id == id.text; }) > 0) return;
  unknown_rule(id, rules);
}

void ProjectReader::unknown_rule(const yaml::Node& id, std::vector<Rule>& rules) {
  std::erase_if(rules, [&](const Rule& rule) { return rule.id == id.text; });
  std::vector<std::string> known;
  for (const Rule& rule : rules) known.push_back(rule.id);
  mistaken(MistakeCode::RuleUnknown, id.span, unknown_words(id.text, known));
}

void ProjectReader::note(const yaml::Node& node) {
  origins_[path_] = {file_->source.name, node.span};
}

// Validation refuses such a file with better words; here it only must not be taken for something.
void ProjectReader::wrong(const yaml::Node& node, std::string_view wanted) {
  mistaken(MistakeCode::TypeWrong, node.span, {{"expected", std::string(wanted)}});
}

void ProjectReader::mistaken(MistakeCode code, yaml::Span span,
                             std::map<std::string, std::string> words) {
  mistakes_.push_back({file_->source.name, {code, span, std::move(words)}});
}

}  // namespace vermilion::rules
