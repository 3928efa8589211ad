#include "rules/read_reports.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace vermilion::rules {
namespace {

using json = nlohmann::ordered_json;

// A report nests six deep; what nests deeper is none, and shall not cost what it claims.
constexpr int kDepthMax = 16;

// Keeps an eye on what the library lets pass: members that stand twice, and nesting.
class Watch {
 public:
  // Of one event of the parser; false: the reading is over.
  void operator()(int depth, json::parse_event_t event, const json& parsed) {
    if (depth > kDepthMax) too_deep_ = true;
    if (event == json::parse_event_t::object_start) names_.emplace_back();
    if (event == json::parse_event_t::object_end && !names_.empty()) names_.pop_back();
    if (event != json::parse_event_t::key || names_.empty() || complaint_) return;
    const auto& name = parsed.get_ref<const std::string&>();
    auto& names = names_.back();
    if (std::ranges::find(names, name) != names.end()) {
      complaint_ = BadReport{"", fmt::format("\"{}\" stands there twice", name)};
    }
    names.push_back(name);
  }

  // What is wrong with the document that has just ended.
  std::optional<BadReport> ended() {
    auto complaint = std::exchange(complaint_, std::nullopt);
    if (std::exchange(too_deep_, false)) complaint = BadReport{"", "it nests too deep"};
    return complaint;
  }

 private:
  std::vector<std::vector<std::string>> names_;  // of the objects that are open
  std::optional<BadReport> complaint_;
  bool too_deep_ = false;
};

using Take = std::function<void(tl::expected<StoredReport, BadReport>)>;

void take_one(const json& document, Watch& watch, const Take& take) {
  if (auto wrong = watch.ended()) {
    take(tl::make_unexpected(std::move(*wrong)));
  } else {
    take(stored_report(document));
  }
}

// Parses a text whose documents stand `depth` deep and hands each over as it ends, so that a file
// of ten thousand is never in memory as a whole.
bool parse(std::string_view text, int depth_of_documents, const Take& take,
           std::string& complaint) {
  Watch watch;
  bool stray = false;
  const auto event = [&](int depth, json::parse_event_t kind, json& parsed) {
    watch(depth, kind, parsed);
    if (depth != depth_of_documents) return true;
    if (kind == json::parse_event_t::object_end) {
      take_one(parsed, watch, take);
      return false;
    }
    stray = stray || kind == json::parse_event_t::value || kind == json::parse_event_t::array_end;
    return true;
  };
  try {
    const json rest = json::parse(text, event);  // what was handed over is not in it
    stray = stray || (depth_of_documents == 1 && !rest.empty());
  } catch (const json::exception& error) {
    complaint = error.what();
    return false;
  }
  if (stray) complaint = "an object is expected";
  return !stray;
}

void read_documents(std::string_view text, int depth, const std::string& place, const Take& take) {
  std::string complaint;
  if (!parse(text, depth, take, complaint)) take(tl::make_unexpected(BadReport{place, complaint}));
}

}  // namespace

void read_reports(std::string_view text, const Take& take) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return;
  if (text[begin] == '[') return read_documents(text, /*depth=*/1, "", take);
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    ++number;
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      read_documents(line, /*depth=*/0, fmt::format("line {}", number), take);
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

}  // namespace vermilion::rules
