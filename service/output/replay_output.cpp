#include "service/output/replay_output.hpp"

#include "rules/excerpt.hpp"
#include "rules/messages.hpp"
#include "rules/words.hpp"
#include "service/output/plain_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace vermilion::service::output {
namespace {

using json = nlohmann::ordered_json;
using pipeline::Finding;
using rules::FindingChange;
using rules::Language;
using rules::ReplayedScan;
using rules::Side;
using rules::Verdict;
using rules::VerdictMatrix;

constexpr int kReplaySchema = 1;  // of the JSON; members may be added under the same number

constexpr std::array kVerdicts{Verdict::Accept, Verdict::Refer, Verdict::Reject,
                               Verdict::Unreadable};

std::string either(Language language, std::string_view zh, std::string_view en) {
  return std::string(language == Language::Chinese ? zh : en);
}

// ---- for people

std::string open_word(Language language) {
  return either(language, "未定", "open");
}

std::string heading(std::size_t index, Language language) {
  return index == VerdictMatrix::kOpen ? open_word(language)
                                       : std::string(word(kVerdicts[index], language));
}

// Padded on the left to so many cells.
std::string to_the_right(std::string_view text, std::size_t cells) {
  const std::size_t width = rules::display_width(text);
  return fmt::format("{:{}}{}", "", cells - std::min(cells, width), text);
}

std::string matrix_text(const VerdictMatrix& matrix, Language language) {
  constexpr std::size_t kCells = 13;
  std::string text = to_the_right(either(language, "旧＼新", "old \\ new"), kCells);
  for (std::size_t after = 0; after <= VerdictMatrix::kOpen; ++after) {
    text += to_the_right(heading(after, language), kCells);
  }
  for (std::size_t before = 0; before <= VerdictMatrix::kOpen; ++before) {
    text += fmt::format("\n{}", to_the_right(heading(before, language), kCells));
    for (std::size_t after = 0; after <= VerdictMatrix::kOpen; ++after) {
      text += to_the_right(fmt::format("{}", matrix.at(before, after)), kCells);
    }
  }
  return text + "\n";
}

std::string place_text(const Finding& finding) {
  if (!finding.box) return {};
  const auto& box = *finding.box;
  return fmt::format(" [{},{},{},{}]", box.x, box.y, box.width, box.height);
}

std::string measured_text(const Finding& finding) {
  if (!finding.value || !finding.threshold) return {};
  return fmt::format(" {} / {}", rules::number_text(*finding.value),
                     rules::number_text(*finding.threshold));
}

std::string line(const FindingChange& change, Language language) {
  const Finding& shown = change.after ? *change.after : *change.before;
  const char mark = !change.before ? '+' : !change.after ? '-' : '~';
  std::string level(word(shown.level, language));
  if (mark == '~') level = fmt::format("{} → {}", word(change.before->level, language), level);
  return plain_text(fmt::format("  {} {} {} {}{}{} {}", mark, level, name(shown.code),
                                rules::text_of(shown, language).label, measured_text(shown),
                                place_text(shown), shown.rule)) +
         "\n";
}

std::string title(const ReplayedScan& scan) {
  if (scan.document.empty()) return plain_text(scan.file);
  return plain_text(fmt::format("{} ({}/{})", scan.file, scan.project, scan.document));
}

std::string verdict_word(const Side& side, Language language) {
  return side.verdict ? std::string(word(*side.verdict, language)) : open_word(language);
}

std::string verdicts(const ReplayedScan& scan, Language language) {
  return fmt::format("{} → {}", verdict_word(scan.before, language),
                     verdict_word(scan.after, language));
}

std::string reasons(const Side& side, std::string_view of, Language language) {
  std::string text;
  if (!side.covered) {
    text +=
        fmt::format("  {}{}\n", of,
                    either(language, "没有这个项目或文件。", "has no such project or document."));
  }
  for (const auto& gap : side.gaps) {
    text += plain_text(fmt::format("  {}{}", of, sentence(gap, language))) + "\n";
  }
  return text;
}

// ---- for programs

std::string verdict_name(std::size_t index) {
  return index == VerdictMatrix::kOpen ? "open" : std::string(name(kVerdicts[index]));
}

json to_json(const VerdictMatrix& matrix) {
  json rows = json::object();
  for (std::size_t before = 0; before <= VerdictMatrix::kOpen; ++before) {
    json& row = rows[verdict_name(before)] = json::object();
    for (std::size_t after = 0; after <= VerdictMatrix::kOpen; ++after) {
      row[verdict_name(after)] = matrix.at(before, after);
    }
  }
  return rows;
}

json to_json(const Finding& finding) {
  json object{{"code", name(finding.code)},
              {"level", name(finding.level)},
              {"check", finding.check},
              {"rule", finding.rule}};
  if (finding.box) {
    object["box"] = {finding.box->x, finding.box->y, finding.box->width, finding.box->height};
  }
  if (finding.value) object["value"] = *finding.value;
  if (finding.threshold) object["threshold"] = *finding.threshold;
  return object;
}

json to_json(const Side& side) {
  json object = json::object();
  object["covered"] = side.covered;
  if (side.verdict) object["verdict"] = name(*side.verdict);
  object["gaps"] = json::array();
  for (const auto& gap : side.gaps) {
    object["gaps"].push_back({{"kind", name(gap.kind)},
                              {"rule", gap.rule},
                              {"what", gap.what},
                              {"message", sentence(gap, Language::Chinese)},
                              {"message_en", sentence(gap, Language::English)}});
  }
  return object;
}

json to_json(const ReplayedScan& scan) {
  json object{{"file", scan.file},
              {"project", scan.project},
              {"document", scan.document},
              {"before", to_json(scan.before)},
              {"after", to_json(scan.after)},
              {"appeared", json::array()},
              {"vanished", json::array()},
              {"regraded", json::array()}};
  for (const FindingChange& change : scan.changes) {
    if (!change.before) {
      object["appeared"].push_back(to_json(*change.after));
    } else if (!change.after) {
      object["vanished"].push_back(to_json(*change.before));
    } else {
      json regraded = to_json(*change.after);
      regraded["level_before"] = name(change.before->level);
      object["regraded"].push_back(std::move(regraded));
    }
  }
  return object;
}

json to_json(const std::vector<ReplayedScan>& scans) {
  json array = json::array();
  for (const ReplayedScan& scan : scans) array.push_back(to_json(scan));
  return array;
}

}  // namespace

void Replay::add(ReplayedScan scan) {
  ++scans;
  matrix.count(scan);
  if (scan.is_open()) {
    open.push_back(std::move(scan));
  } else if (scan.differs()) {
    changed.push_back(std::move(scan));
  }
}

std::string pretty(const Replay& replay, Language language) {
  std::string text = matrix_text(replay.matrix, language);
  for (const ReplayedScan& scan : replay.changed) {
    text += fmt::format("\n{}: {}\n", title(scan), verdicts(scan, language));
    for (const FindingChange& change : scan.changes) text += line(change, language);
  }
  for (const ReplayedScan& scan : replay.open) {
    text += fmt::format("\n{}: {}\n", title(scan), verdicts(scan, language));
    text += reasons(scan.before, either(language, "旧规则：", "old rules: "), language);
    text += reasons(scan.after, either(language, "新规则：", "new rules: "), language);
  }
  return text;
}

json to_json(const Replay& replay) {
  json unread = json::array();
  for (const UnreadReport& report : replay.unread) {
    unread.push_back(
        {{"file", report.file}, {"place", report.bad.place}, {"complaint", report.bad.complaint}});
  }
  return {{"schema", kReplaySchema},          {"scans", replay.scans},
          {"matrix", to_json(replay.matrix)}, {"changed", to_json(replay.changed)},
          {"open", to_json(replay.open)},     {"unread", std::move(unread)}};
}

std::string summary(const Replay& replay, Language language) {
  const char* const text = language == Language::Chinese
                               ? "重新判定 {} 份：{} 份有变化，{} 份未定，{} 份报告读不了"
                               : "{} scans judged again: {} changed, {} open, {} reports not read";
  return fmt::format(fmt::runtime(text), replay.scans, replay.changed.size(), replay.open.size(),
                     replay.unread.size());
}

}  // namespace vermilion::service::output
