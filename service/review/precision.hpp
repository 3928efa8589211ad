#pragma once

#include "service/review/readings.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// How far people bear the machine out, rule by rule.
namespace vermilion::service::review {

struct Agreement {
  enum class Kind : std::uint8_t {
    Upheld,      // it found something, and the document was refused for that
    Overturned,  // it found something, and a person let the document pass or refused it for else
    Missed,      // it found nothing of the kind, and the document was refused for that
  };

  std::string rule;  // empty of what was missed: nobody asked
  std::string code;
  Kind kind = Kind::Upheld;

  friend bool operator==(const Agreement&, const Agreement&) = default;
};
[[nodiscard]] std::string_view name_of(Agreement::Kind kind);

// What one decision says of each rule that spoke and each reason nobody spoke of. Notes only
// inform, so they are neither upheld nor overturned. Pure.
[[nodiscard]] std::vector<Agreement> agreements_of(std::span<const Flag> flags, bool accepted,
                                                   std::span<const std::string> reasons);

// A decision as it is counted.
struct Label {
  std::string id;  // of the command
  Reading reading;
  std::string reviewer;
  unsigned round = 0;
  bool accepted = false;
  std::vector<std::string> reasons;
  std::int64_t decided_at_s = 0;
};
// Once for each scan, as long as people say the same of it.
void keep(store::database::Transaction& transaction, const Label& label);

struct RulePrecision {
  std::string rule;  // empty: no rule, of what was missed
  std::string code;
  std::int64_t upheld = 0;
  std::int64_t overturned = 0;
  std::int64_t missed = 0;

  // Of what it found, the share that a person bore out, in thousandths; -1: nothing was decided.
  [[nodiscard]] int precision_per_thousand() const;
};
// By rule and code; of one rule where it is named.
[[nodiscard]] std::vector<RulePrecision> precision(store::database::Transaction& transaction,
                                                   const std::string& rule);

// Of what the machine accepted and a person looked at all the same.
struct SampleCounts {
  std::int64_t looked = 0;
  std::int64_t confirmed = 0;
  std::int64_t rejected = 0;  // a wrong accept each
};
[[nodiscard]] SampleCounts sample_counts(store::database::Transaction& transaction);

}  // namespace vermilion::service::review
