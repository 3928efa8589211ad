#include "rules/yaml/parse.hpp"

#include "rules/yaml/encoding.hpp"
#include "rules/yaml/slips.hpp"
#include "rules/yaml/syntax.hpp"

#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <map>
#include <utility>

namespace vermilion::rules::yaml {
namespace {

using Composed = tl::expected<Node, Mistake>;

tl::unexpected<Mistake> refused(MistakeCode code, Span span,
                                std::map<std::string, std::string> words = {}) {
  return tl::unexpected(Mistake{code, span, std::move(words)});
}

class Event {
 public:
  Event() = default;
  ~Event() { yaml_event_delete(&event_); }
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;

  yaml_event_t* get() { return &event_; }
  [[nodiscard]] yaml_event_type_t type() const { return event_.type; }
  const yaml_event_t* operator->() const { return &event_; }

 private:
  yaml_event_t event_{};
};

std::string_view view(const yaml_char_t* text) {
  return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

std::string_view view(const char* text) {
  return text == nullptr ? "" : text;
}

struct Properties {
  std::string_view anchor;
  std::string_view tag;
};

Properties properties_of(const yaml_event_t& event) {
  switch (event.type) {
    case YAML_SCALAR_EVENT:
      return {view(event.data.scalar.anchor), view(event.data.scalar.tag)};
    case YAML_SEQUENCE_START_EVENT:
      return {view(event.data.sequence_start.anchor), view(event.data.sequence_start.tag)};
    case YAML_MAPPING_START_EVENT:
      return {view(event.data.mapping_start.anchor), view(event.data.mapping_start.tag)};
    default:
      return {};
  }
}

class Composer {
 public:
  explicit Composer(std::string_view text) : text_(text), starts_(character_starts(text)) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~Composer() { yaml_parser_delete(&parser_); }
  Composer(const Composer&) = delete;
  Composer& operator=(const Composer&) = delete;

  Composed document();

 private:
  tl::expected<void, Mistake> next(Event& event);
  Composed node(const Event& event, int depth);
  Composed scalar(const Event& event);
  Composed sequence(const Event& start, int depth);
  Composed mapping(const Event& start, int depth);
  tl::expected<Member, Mistake> key(const Event& event);

  [[nodiscard]] Mistake complaint() const;
  [[nodiscard]] std::size_t byte_at(const yaml_mark_t& mark) const;
  [[nodiscard]] Span span_of(const Event& event) const;
  [[nodiscard]] Span word_at(std::size_t at) const;
  [[nodiscard]] std::size_t end_of_content(std::size_t begin, std::size_t end) const;

  std::string_view text_;
  std::vector<std::size_t> starts_;
  yaml_parser_t parser_{};
};

std::size_t Composer::byte_at(const yaml_mark_t& mark) const {
  return starts_[std::min(mark.index, starts_.size() - 1)];
}

Span Composer::span_of(const Event& event) const {
  return {byte_at(event->start_mark), byte_at(event->end_mark)};
}

// From a mark to the next blank: an anchor, a tag, `---`.
Span Composer::word_at(std::size_t at) const {
  return {at, std::min(text_.find_first_of(" \r\n,]}", at), text_.size())};
}

// libyaml ends blocks where the next token begins, blank lines later.
std::size_t Composer::end_of_content(std::size_t begin, std::size_t end) const {
  const std::size_t last = text_.substr(0, end).find_last_not_of(" \t\r\n");
  return last == std::string_view::npos ? begin : std::max(begin, last + 1);
}

Mistake Composer::complaint() const {
  return mistake_of({.context = view(parser_.context),
                     .context_at = byte_at(parser_.context_mark),
                     .problem = view(parser_.problem),
                     .problem_at = byte_at(parser_.problem_mark)},
                    text_);
}

tl::expected<void, Mistake> Composer::next(Event& event) {
  if (yaml_parser_parse(&parser_, event.get()) == 0) return tl::unexpected(complaint());
  const auto [anchor, tag] = properties_of(*event.get());
  const std::size_t at = byte_at(event->start_mark);
  if (!anchor.empty()) return refused(MistakeCode::YamlAnchor, word_at(at));
  if (!tag.empty()) return refused(MistakeCode::YamlTag, word_at(at));
  if (event.type() == YAML_ALIAS_EVENT) return refused(MistakeCode::YamlAlias, span_of(event));
  return {};
}

Composed Composer::document() {
  Event begin;
  Event start;
  if (const auto read = next(begin); !read) return tl::unexpected(read.error());
  if (const auto read = next(start); !read) return tl::unexpected(read.error());
  if (start.type() == YAML_STREAM_END_EVENT) return refused(MistakeCode::FileEmpty, {});
  const auto& directives = start->data.document_start;
  if (directives.version_directive != nullptr ||
      directives.tag_directives.start != directives.tag_directives.end) {
    return refused(MistakeCode::YamlDirective, word_at(byte_at(start->start_mark)));
  }
  Event first;
  if (const auto read = next(first); !read) return tl::unexpected(read.error());
  auto root = node(first, 1);
  if (!root) return root;
  Event end;
  Event after;
  if (const auto read = next(end); !read) return tl::unexpected(read.error());
  if (const auto read = next(after); !read) return tl::unexpected(read.error());
  if (after.type() == YAML_STREAM_END_EVENT) return root;
  return refused(MistakeCode::YamlSecondDocument, word_at(byte_at(after->start_mark)));
}

Composed Composer::node(const Event& event, int depth) {
  if (event.type() == YAML_SCALAR_EVENT) return scalar(event);
  if (depth > kDepthMax) {
    return refused(MistakeCode::YamlTooDeep, word_at(byte_at(event->start_mark)),
                   {{"max", fmt::format("{}", kDepthMax)}});
  }
  return event.type() == YAML_SEQUENCE_START_EVENT ? sequence(event, depth) : mapping(event, depth);
}

Composed Composer::scalar(const Event& event) {
  const auto& data = event->data.scalar;
  Node node{.kind = NodeKind::Scalar, .span = span_of(event)};
  node.span.end = end_of_content(node.span.begin, node.span.end);
  node.text.assign(reinterpret_cast<const char*>(data.value), data.length);
  node.quoted = data.style != YAML_PLAIN_SCALAR_STYLE;
  if (node.quoted) return node;
  if (node.text.empty() || node.text == "~" || node.text == "null") node.kind = NodeKind::Null;
  if (auto slip = slip_in_scalar(text_, node.span)) return tl::unexpected(std::move(*slip));
  return node;
}

Composed Composer::sequence(const Event& start, int depth) {
  Node node{.kind = NodeKind::Sequence, .span = span_of(start)};
  while (true) {
    Event event;
    if (const auto read = next(event); !read) return tl::unexpected(read.error());
    if (event.type() == YAML_SEQUENCE_END_EVENT) {
      node.span.end = end_of_content(node.span.begin, byte_at(event->end_mark));
      return node;
    }
    auto item = this->node(event, depth + 1);
    if (!item) return item;
    node.items.push_back(std::move(*item));
  }
}

tl::expected<Member, Mistake> Composer::key(const Event& event) {
  if (event.type() != YAML_SCALAR_EVENT) {
    return refused(MistakeCode::YamlKeyNotText, word_at(byte_at(event->start_mark)));
  }
  auto text = scalar(event);
  if (!text) return tl::unexpected(std::move(text.error()));
  if (text->text == "<<" && !text->quoted) return refused(MistakeCode::YamlMergeKey, text->span);
  return Member{.key = std::move(text->text), .key_span = text->span, .value = {}};
}

Composed Composer::mapping(const Event& start, int depth) {
  Node node{.kind = NodeKind::Mapping, .span = span_of(start)};
  std::map<std::string, std::size_t> lines;
  while (true) {
    Event event;
    if (const auto read = next(event); !read) return tl::unexpected(read.error());
    if (event.type() == YAML_MAPPING_END_EVENT) {
      node.span.end = end_of_content(node.span.begin, byte_at(event->end_mark));
      return node;
    }
    auto member = key(event);
    if (!member) return tl::unexpected(std::move(member.error()));
    const std::size_t line = event->start_mark.line + 1;
    const auto [first, is_new] = lines.emplace(member->key, line);
    if (!is_new) {
      return refused(MistakeCode::YamlKeyDuplicate, member->key_span,
                     {{"key", member->key}, {"line", fmt::format("{}", first->second)}});
    }
    Event content;
    if (const auto read = next(content); !read) return tl::unexpected(read.error());
    auto value = this->node(content, depth + 1);
    if (!value) return value;
    member->value = std::move(*value);
    node.members.push_back(std::move(*member));
  }
}

}  // namespace

tl::expected<Node, Mistake> parse(const Source& source) {
  if (auto mistake = unreadable(source.text)) return tl::unexpected(std::move(*mistake));
  return Composer(source.text).document();
}

}  // namespace vermilion::rules::yaml
