#include "rules/yaml/cursor.hpp"

#include <algorithm>
#include <utility>

namespace vermilion::rules::yaml {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::string_view kBlanks = " \r\t";

// A blank at the end counts: it is what makes a colon end a key.
std::string_view from_first_word(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(kBlanks), text.size()));
}

std::string_view trimmed(std::string_view text) {
  text = from_first_word(text);
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

std::string unquoted(std::string_view text) {
  const bool quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                      text.back() == text.front();
  return std::string(quoted ? text.substr(1, text.size() - 2) : text);
}

// "slot: licence" -> "slot" and "licence"; no key without a colon that ends it.
struct Pair {
  std::string_view key;
  std::string_view value;
};

std::optional<Pair> pair_in(std::string_view text) {
  for (std::size_t colon = text.find(':'); colon != kNone; colon = text.find(':', colon + 1)) {
    const bool ends = colon + 1 == text.size() || text[colon + 1] == ' ';
    if (ends) return Pair{trimmed(text.substr(0, colon)), text.substr(colon + 1)};
  }
  return std::nullopt;
}

bool opens_flow(std::string_view value) {
  return value.starts_with('{') || value.starts_with('[');
}

bool opens_block(std::string_view value) {
  return value.starts_with('|') || value.starts_with('>');
}

bool opens_quote(std::string_view value) {
  return value.starts_with('"') || value.starts_with('\'');
}

// What is open in `{…}` and `[…]`, character by character.
class Flow {
 public:
  // The level that its first mapping is.
  explicit Flow(Level first) : first_(std::move(first)) {}

  void read(std::string_view text) {
    for (const char c : text) read(c);
  }

  [[nodiscard]] bool closed() const { return begun_ && open_.empty(); }

  // Nothing inside quotes.
  [[nodiscard]] std::optional<Cursor> cursor(std::vector<Level> around) const {
    if (quote_ != 0 || open_.empty()) return std::nullopt;
    for (const Group& group : open_) {
      if (group.mapping) around.push_back(group.level);
    }
    const Group& last = open_.back();
    return Cursor{.levels = std::move(around),
                  .key = last.mapping ? last.pending : last.level.key,
                  .in_list = !last.mapping,
                  .typed = std::string(trimmed(word_))};
  }

 private:
  struct Group {
    bool mapping;
    Level level;          // of a list: the key it stands under
    std::string pending;  // behind its colon
  };

  void read(char c) {
    if (quote_ != 0) {
      word_ += c;
      if (c == quote_) quote_ = 0;
    } else if ((c == '"' || c == '\'') && trimmed(word_).empty()) {
      quote_ = c;
      word_ += c;
    } else if (c == '{' || c == '[') {
      open(c == '{');
    } else if (c == '}' || c == ']') {
      end_word();
      if (!open_.empty()) open_.pop_back();
    } else if (c == ',') {
      end_word();
    } else if (c == ' ' && word_.ends_with(':') && !open_.empty() && open_.back().mapping) {
      open_.back().pending = trimmed(std::string_view(word_).substr(0, word_.size() - 1));
      open_.back().level.keys.emplace(open_.back().pending, "");
      word_.clear();
    } else if (c != '\n' && c != '\r') {
      word_ += c;
    }
  }

  void open(bool mapping) {
    Level level = first_;
    if (!open_.empty()) {
      level.keys.clear();
      const Group& around = open_.back();
      level.key = around.mapping ? around.pending : around.level.key;
      level.item = !around.mapping;
    }
    open_.push_back({mapping, std::move(level), {}});
    begun_ = true;
    word_.clear();
  }

  void end_word() {
    if (!open_.empty() && open_.back().mapping && !open_.back().pending.empty()) {
      open_.back().level.keys[open_.back().pending] = unquoted(trimmed(word_));
      open_.back().pending.clear();
    }
    word_.clear();
  }

  Level first_;
  std::vector<Group> open_;
  std::string word_;
  char quote_ = 0;
  bool begun_ = false;
};

// The mappings that indentation holds open, line by line.
class Block {
 public:
  // A whole line before the cursor's.
  void read(std::string_view line) {
    if (in_text(line)) return;
    if (flow_) {
      flow_->read(line);
      if (flow_->closed()) flow_.reset();
      return;
    }
    const std::string_view words = trimmed(line);
    if (words.empty() || words.starts_with('#')) return;
    const std::string_view content = enter(line);
    if (opens_flow(content)) return begin_flow_of_item(content);
    if (const auto pair = pair_in(content)) take(*pair);
  }

  // The cursor's line, up to it.
  [[nodiscard]] std::optional<Cursor> last(std::string_view line) {
    if (in_text(line) || trimmed(line).starts_with('#')) return std::nullopt;
    if (flow_) {
      flow_->read(line);
      return flow_->cursor(levels());
    }
    const std::string_view content = enter(line);
    const auto pair = opens_flow(content) ? std::nullopt : pair_in(content);
    const std::string_view value = trimmed(pair ? pair->value : content);
    if (opens_quote(value) || opens_block(value)) return std::nullopt;
    if (pair) take(*pair);
    if (opens_flow(content)) begin_flow_of_item(content);
    if (flow_) return flow_->cursor(levels());
    return Cursor{.levels = levels(),
                  .key = pair ? std::string(pair->key) : std::string(),
                  .in_list = false,
                  .typed = std::string(value)};
  }

 private:
  struct Frame {
    std::size_t column;  // of its keys
    Level level;
    std::string open_key;  // the last one; what is indented further stands under it
  };

  // Closes what this line no longer stands in, opens what it begins, and returns what is written
  // there.
  std::string_view enter(std::string_view line) {
    std::size_t column = line.find_first_not_of(' ');
    if (column == kNone) column = line.size();
    bool dashed = false;
    while (line.substr(column).starts_with("- ")) {
      close_beyond(column);
      const std::size_t behind = std::min(line.find_first_not_of(' ', column + 1), line.size());
      open(behind, true);
      column = behind;
      dashed = true;
    }
    if (!dashed) {
      close_beyond(column);
      if (frames_.back().column < column) open(column, false);
    }
    return from_first_word(line.substr(column));
  }

  void close_beyond(std::size_t column) {
    while (frames_.size() > 1 && frames_.back().column > column) frames_.pop_back();
  }

  void open(std::size_t column, bool item) {
    frames_.push_back({column, {.key = frames_.back().open_key, .item = item, .keys = {}}, {}});
  }

  void take(const Pair& pair) {
    Frame& frame = frames_.back();
    const std::string_view value = trimmed(pair.value);
    frame.open_key = pair.key;
    frame.level.keys[std::string(pair.key)] = opens_flow(value) ? "" : unquoted(value);
    if (opens_block(value)) text_of_ = frame.column;
    if (opens_flow(value)) {
      begin_flow(from_first_word(pair.value), {.key = std::string(pair.key)});
    }
  }

  // `- {slot: licence}`: the braces are the item that the dash began.
  void begin_flow_of_item(std::string_view text) {
    Level item = frames_.back().level;
    if (frames_.size() > 1) frames_.pop_back();
    begin_flow(text, std::move(item));
  }

  void begin_flow(std::string_view text, Level first) {
    flow_.emplace(std::move(first));
    flow_->read(text);
    if (flow_->closed()) flow_.reset();
  }

  // In a `|` or `>` block: whatever is indented further than its key.
  bool in_text(std::string_view line) {
    if (!text_of_) return false;
    const std::size_t column = line.find_first_not_of(' ');
    if (column == kNone || column > *text_of_) return true;
    text_of_.reset();
    return false;
  }

  [[nodiscard]] std::vector<Level> levels() const {
    std::vector<Level> levels;
    for (const Frame& frame : frames_) levels.push_back(frame.level);
    return levels;
  }

  std::vector<Frame> frames_{{0, {}, {}}};
  std::optional<std::size_t> text_of_;
  std::optional<Flow> flow_;
};

}  // namespace

std::optional<Cursor> cursor_at(std::string_view file, std::size_t at) {
  Block block;
  std::string_view rest = file.substr(0, at);
  for (std::size_t end = rest.find('\n'); end != kNone; end = rest.find('\n')) {
    block.read(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  return block.last(rest);
}

}  // namespace vermilion::rules::yaml
