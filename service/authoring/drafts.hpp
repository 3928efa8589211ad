#pragma once

#include "service/projects/kept.hpp"
#include "service/review/reports.hpp"
#include "service/review/trouble.hpp"
#include "service/store/orders/orders.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Rules on their way: draft -> shadow -> live. A draft is what its author says it is; in shadow it
// judges every new report beside the live rules and nobody but authors is shown what it says; live
// it is what a second person confirmed, by the digest of what both were shown.
namespace vermilion::service::authoring {

enum class DraftState : std::uint8_t { Draft, Shadow, Asked, Live, Dropped };
[[nodiscard]] std::string_view name_of(DraftState state);

// Text by path; nothing: the file is taken away.
using Edits = std::map<std::string, std::optional<std::string>>;

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
  std::int64_t shadow_from = 0;  // numbers of reports
  std::int64_t shadow_to = 0;
  std::string asked_by;
  std::optional<std::int64_t> asked_at_s;
  std::string reason;
  std::string digest;  // that the first person was shown
  std::string confirmed_by;
  std::optional<std::int64_t> confirmed_at_s;
};

// What a draft in shadow has said so far, beside the live rules.
struct ShadowCounts {
  std::int64_t reports = 0;
  std::int64_t alike = 0;
  std::int64_t open = 0;  // would have to be measured anew
  std::map<std::pair<std::string, std::string>, std::int64_t> verdicts;  // (before, after)
};

class Drafts {
 public:
  // All of these must outlive it.
  Drafts(store::orders::Orders& orders, projects::Kept& kept, const review::Reports& reports)
      : orders_(orders), kept_(kept), reports_(reports) {}

  [[nodiscard]] review::Got<Draft> begin(const std::string& author, const std::string& title,
                                         const Edits& edits);
  [[nodiscard]] review::Got<std::vector<Draft>> list();
  [[nodiscard]] review::Got<Draft> find(const std::string& id);
  // Only while it is a draft, and only the version that was shown. Any author may.
  [[nodiscard]] review::Got<Draft> write(const std::string& id, const std::string& path,
                                         const std::optional<std::string>& text,
                                         std::optional<std::int64_t> version);
  [[nodiscard]] review::Got<Draft> drop(const std::string& id);

  // The whole set of files: those it was begun from with its edits.
  [[nodiscard]] review::Got<projects::Files> files_of(const Draft& draft);

  // Its rules must be sound.
  [[nodiscard]] review::Got<Draft> shadow(const std::string& id);
  // The canonical text two persons are shown: base, every file with its digest, what changes.
  [[nodiscard]] review::Got<std::string> subject_of(const Draft& draft);
  // The first person's question; `digest` is SHA-256 of the subject that was shown.
  [[nodiscard]] review::Got<Draft> ask(const std::string& id, const std::string& by,
                                       const std::string& reason, const std::string& digest);
  // The second person's word: live from the commit on. Refused where other rules have gone live
  // meanwhile: then the draft was made from what is no longer there.
  [[nodiscard]] review::Got<Draft> confirm(const std::string& id, const std::string& by,
                                           const std::string& digest);

  struct Rollback {
    std::int64_t publication = 0;
    std::string rule_set;
  };
  // Back to a set that was live before, at once and by one person: it was confirmed by two then,
  // and what is broken now harms applicants while a second is looked for.
  [[nodiscard]] review::Got<Rollback> roll_back(const std::string& to, const std::string& by,
                                                const std::string& reason);

  // Judges what was reported since by every draft in shadow. For a clock to call; how many.
  [[nodiscard]] store::database::Result<std::size_t> catch_up(int most = 500);
  [[nodiscard]] store::database::Result<ShadowCounts> shadow_counts(const std::string& id);

 private:
  store::orders::Orders& orders_;
  projects::Kept& kept_;
  const review::Reports& reports_;
};

}  // namespace vermilion::service::authoring
