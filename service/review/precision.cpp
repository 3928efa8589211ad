#include "service/review/precision.hpp"

#include "pipeline/finding.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace vermilion::service::review {
namespace {

using store::database::Transaction;
using Kind = Agreement::Kind;

using Named = std::pair<std::string, std::string>;  // rule, code

// Each rule once for each code, however many places it found.
std::set<Named> spoken(std::span<const Flag> flags) {
  std::set<Named> names;
  for (const Flag& flag : flags) {
    if (flag.level != "note") names.insert({flag.rule, flag.code});
  }
  return names;
}

bool is_of_a_finding(std::string_view reason) {
  return pipeline::finding_code(reason).has_value();
}

// Who rejects one document decides on the others again when it comes back; they are the same scans
// and the same word.
bool was_decided_alike(Transaction& transaction, const Reading& reading, bool accepted) {
  const auto last = transaction.row<std::int64_t>(
      "SELECT accepted FROM decisions WHERE order_id = $1 AND slot = $2 AND sha256 = $3"
      " ORDER BY decided_at DESC, round DESC LIMIT 1",
      {reading.order, reading.slot, reading.sha256});
  return last && std::get<0>(*last) == (accepted ? 1 : 0);
}

}  // namespace

std::string_view name_of(Kind kind) {
  constexpr std::array<std::string_view, 3> kNames{"upheld", "overturned", "missed"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Agreement> agreements_of(std::span<const Flag> flags, bool accepted,
                                     std::span<const std::string> reasons) {
  std::vector<Agreement> agreements;
  std::set<std::string> told;
  for (const auto& [rule, code] : spoken(flags)) {
    const bool upheld = !accepted && std::ranges::find(reasons, code) != reasons.end();
    agreements.push_back({rule, code, upheld ? Kind::Upheld : Kind::Overturned});
    told.insert(code);
  }
  if (accepted) return agreements;
  for (const std::string& reason : std::set<std::string>(reasons.begin(), reasons.end())) {
    if (is_of_a_finding(reason) && !told.contains(reason)) {
      agreements.push_back({"", reason, Kind::Missed});
    }
  }
  return agreements;
}

void keep(Transaction& transaction, const Label& label) {
  const Reading& reading = label.reading;
  if (was_decided_alike(transaction, reading, label.accepted)) return;
  transaction.run(
      "INSERT INTO decisions (id, order_id, slot, sha256, project, type, reviewer, round, verdict,"
      " accepted, sampled, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
      {label.id, reading.order, reading.slot, reading.sha256, reading.project, reading.type,
       label.reviewer, static_cast<std::int64_t>(label.round), reading.verdict,
       label.accepted ? 1 : 0, reading.sampled ? 1 : 0, label.decided_at_s});
  for (const Agreement& agreement : agreements_of(reading.flags, label.accepted, label.reasons)) {
    transaction.run(
        "INSERT INTO agreements (decision, rule, code, outcome) VALUES ($1, $2, $3, $4)",
        {label.id, agreement.rule, agreement.code, name_of(agreement.kind)});
  }
}

int RulePrecision::precision_per_thousand() const {
  const std::int64_t found = upheld + overturned;
  return found == 0 ? -1 : static_cast<int>((upheld * 1000 + found / 2) / found);
}

std::vector<RulePrecision> precision(Transaction& transaction, const std::string& rule) {
  std::vector<RulePrecision> all;
  for (auto& [name, code, upheld, overturned, missed] :
       transaction.rows<std::string, std::string, std::int64_t, std::int64_t, std::int64_t>(
           "SELECT rule, code,"
           " CAST(SUM(CASE WHEN outcome = 'upheld' THEN 1 ELSE 0 END) AS BIGINT),"
           " CAST(SUM(CASE WHEN outcome = 'overturned' THEN 1 ELSE 0 END) AS BIGINT),"
           " CAST(SUM(CASE WHEN outcome = 'missed' THEN 1 ELSE 0 END) AS BIGINT)"
           " FROM agreements WHERE $1 = '' OR rule = $2 GROUP BY rule, code ORDER BY rule, code",
           {rule, rule})) {
    all.push_back({std::move(name), std::move(code), upheld, overturned, missed});
  }
  return all;
}

SampleCounts sample_counts(Transaction& transaction) {
  const auto row = transaction.row<std::int64_t, std::int64_t>(
      "SELECT COUNT(*), CAST(COALESCE(SUM(accepted), 0) AS BIGINT) FROM decisions"
      " WHERE sampled = 1");
  const auto [looked, confirmed] = row.value_or(std::make_tuple(std::int64_t{0}, std::int64_t{0}));
  return {looked, confirmed, looked - confirmed};
}

}  // namespace vermilion::service::review
