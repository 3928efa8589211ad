#include "bench/evaluate/labels.hpp"

#include <charconv>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>

namespace vermilion::evaluate {
namespace {

using Row = std::vector<std::string>;

// Quotes may enclose tabs, line feeds and doubled quotes.
std::vector<Row> rows_of(const std::string& text) {
  std::vector<Row> rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      rows.back().back() += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == '\t' && !quoted) {
      rows.back().emplace_back();
    } else if (c == '\n' && !quoted) {
      rows.push_back({""});
    } else if (c != '\r') {
      rows.back().back() += c;
    }
  }
  if (rows.back().size() == 1) rows.pop_back();
  return rows;
}

int number(const std::string& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

std::string text_of(const nlohmann::json& labels, const char* key) {
  const auto label = labels.find(key);
  return label != labels.end() && label->is_string() ? label->get<std::string>() : "";
}

std::vector<Labelled> read_labels(const std::filesystem::path& folder) {
  std::ifstream file(folder / "labels.tsv", std::ios::binary);
  if (!file) throw std::runtime_error("no labels.tsv in " + folder.string());
  const auto rows = rows_of({std::istreambuf_iterator<char>(file), {}});
  std::map<std::string, std::size_t> column;
  for (std::size_t i = 0; i < rows.front().size(); ++i) column[rows.front()[i]] = i;
  std::vector<Labelled> labelled;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto field = [&](const char* name) { return rows[i].at(column.at(name)); };
    labelled.push_back({.path = folder / field("file"),
                        .file = field("file"),
                        .category = field("category"),
                        .width = number(field("width")),
                        .height = number(field("height")),
                        .labels = nlohmann::json::parse(field("labels_json"))});
  }
  return labelled;
}

}  // namespace vermilion::evaluate
