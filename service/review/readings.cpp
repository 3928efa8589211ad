#include "service/review/readings.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <utility>

namespace vermilion::service::review {
namespace {

using nlohmann::ordered_json;
using store::database::Transaction;

std::string text_at(const ordered_json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// A check nobody's rule asked for speaks in its own name.
Flag flag_of(const ordered_json& finding) {
  std::string rule = text_at(finding, "rule");
  if (rule.empty()) rule = text_at(finding, "check");
  return {std::move(rule), text_at(finding, "code"), text_at(finding, "level")};
}

void add_flags(const ordered_json& findings, std::vector<Flag>& flags) {
  if (!findings.is_array()) return;
  for (const ordered_json& finding : findings) {
    if (finding.is_object()) flags.push_back(flag_of(finding));
  }
}

// What the order as a whole shows counts for its documents, too: a seal pasted from one into
// another is nowhere to be seen in either alone.
void count_cross(std::string& verdict, const std::vector<Flag>& cross) {
  for (const Flag& flag : cross) {
    if (flag.level == "block" && verdict != "unreadable") verdict = "reject";
    if (flag.level == "warn" && verdict == "accept") verdict = "refer";
  }
}

}  // namespace

Reading reading_of(const ShownReport& report, const workflow::Order& order, const std::string& slot,
                   const Samples& samples) {
  Reading reading{.order = order.id,
                  .slot = slot,
                  .sha256 = order.documents.at(slot).sha256,
                  .project = order.project,
                  .type = {},
                  .verdict = "unreadable",
                  .sampled = false,
                  .round = order.round,
                  .read_at_s = 0,
                  .flags = {}};
  const auto json = ordered_json::parse(report.json, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return reading;
  if (std::string verdict = text_at(json, "verdict"); !verdict.empty()) {
    reading.verdict = std::move(verdict);
  }
  if (const auto rules = json.find("rules"); rules != json.end() && rules->is_object()) {
    reading.type = text_at(*rules, "type");
  }
  if (const auto findings = json.find("findings"); findings != json.end()) {
    add_flags(*findings, reading.flags);
  }
  std::vector<Flag> cross;
  if (const auto between = json.find("cross"); between != json.end()) add_flags(*between, cross);
  count_cross(reading.verdict, cross);
  reading.flags.insert(reading.flags.end(), cross.begin(), cross.end());
  reading.sampled = reading.verdict == "accept" && samples.drawn(reading.sha256);
  return reading;
}

void keep(Transaction& transaction, const Reading& reading) {
  const store::database::Parameters scan{reading.order, reading.slot, reading.sha256};
  constexpr const char* kScan = " WHERE order_id = $1 AND slot = $2 AND sha256 = $3";
  transaction.run(std::string("DELETE FROM reading_flags") + kScan, scan);
  transaction.run(std::string("DELETE FROM readings") + kScan, scan);
  transaction.run(
      "INSERT INTO readings (order_id, slot, sha256, project, type, verdict, sampled,"
      " round, read_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {reading.order, reading.slot, reading.sha256, reading.project, reading.type, reading.verdict,
       reading.sampled ? 1 : 0, static_cast<std::int64_t>(reading.round),
       transaction.now_ms() / 1000});
  for (std::size_t i = 0; i < reading.flags.size(); ++i) {
    const Flag& flag = reading.flags[i];
    transaction.run(
        "INSERT INTO reading_flags (order_id, slot, sha256, number, rule, code, level)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {reading.order, reading.slot, reading.sha256, static_cast<std::int64_t>(i), flag.rule,
         flag.code, flag.level});
  }
}

std::vector<Reading> readings_of(Transaction& transaction, const std::string& order) {
  using Text = std::string;
  using Number = std::int64_t;
  std::vector<Reading> readings;
  std::map<std::pair<Text, Text>, std::size_t> place;
  for (auto& [slot, sha256, project, type, verdict, sampled, round, read_at] :
       transaction.rows<Text, Text, Text, Text, Text, Number, Number, Number>(
           "SELECT slot, sha256, project, type, verdict, sampled, round, read_at"
           " FROM readings"
           " WHERE order_id = $1 ORDER BY slot, read_at, sha256",
           {order})) {
    place[{slot, sha256}] = readings.size();
    readings.push_back({order,
                        slot,
                        sha256,
                        project,
                        type,
                        verdict,
                        sampled != 0,
                        static_cast<unsigned>(round),
                        read_at,
                        {}});
  }
  for (auto& [slot, sha256, rule, code, level] : transaction.rows<Text, Text, Text, Text, Text>(
           "SELECT slot, sha256, rule, code, level FROM reading_flags WHERE order_id = $1"
           " ORDER BY slot, sha256, number",
           {order})) {
    const auto found = place.find({slot, sha256});
    if (found != place.end()) readings[found->second].flags.push_back({rule, code, level});
  }
  return readings;
}

}  // namespace vermilion::service::review
