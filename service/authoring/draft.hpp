#pragma once

#include "service/authoring/files.hpp"
#include "service/store/database/transaction.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermilion::service::authoring {

enum class DraftState : std::uint8_t {
  Draft,   // is being written
  Shadow,  // judges beside the live rules
  Asked,   // waits for the second person; judges on
  Live,    // was made live; kept as it was
  Dropped,
};
[[nodiscard]] std::string_view name_of(DraftState state);

struct Draft {
  std::string id;
  std::string title;
  std::string author;
  std::string base;  // digest of the set it was begun from
  Edits edits;
  DraftState state = DraftState::Draft;
  std::int64_t version = 1;
  std::int64_t made_at_s = 0;
  std::int64_t changed_at_s = 0;
  std::optional<std::int64_t> shadow_since_s;
  std::string asked_by;
  std::optional<std::int64_t> asked_at_s;
  std::string reason;
  std::string digest;  // of the subject the first person was shown
  std::string confirmed_by;
  std::optional<std::int64_t> confirmed_at_s;

  friend bool operator==(const Draft&, const Draft&) = default;
};

// Rows of rule_drafts.
void add(store::database::Transaction& transaction, const Draft& draft);
// Counts its version up and notes the time.
void change(store::database::Transaction& transaction, Draft& draft);
[[nodiscard]] std::optional<Draft> find_draft(store::database::Transaction& transaction,
                                              const std::string& id);
// The last changed first.
[[nodiscard]] std::vector<Draft> all_drafts(store::database::Transaction& transaction);

// What a draft in shadow said of one report, beside what was said.
struct ShadowJudgement {
  std::string draft;
  std::string order;
  std::string slot;
  std::int64_t version = 0;  // of the scan
  std::string rules;         // digest of the project it was judged by
  std::int64_t kept_at_ms = 0;
  std::string before;  // verdict; empty: it would have to be looked at anew
  std::string after;
  std::vector<std::string> appeared;  // rules
  std::vector<std::string> vanished;
};
void add(store::database::Transaction& transaction, const ShadowJudgement& judgement);
[[nodiscard]] bool is_judged(store::database::Transaction& transaction,
                             const ShadowJudgement& judgement);
// When the last report was kept that it has judged; 0: none was.
[[nodiscard]] std::int64_t judged_up_to_ms(store::database::Transaction& transaction,
                                           const std::string& draft);

struct ShadowCounts {
  std::int64_t reports = 0;
  std::int64_t alike = 0;  // same verdict, same rules
  std::int64_t open = 0;
  std::map<std::pair<std::string, std::string>, std::int64_t> verdicts;  // (before, after)
};
[[nodiscard]] ShadowCounts shadow_counts(store::database::Transaction& transaction,
                                         const std::string& draft);

}  // namespace vermilion::service::authoring
