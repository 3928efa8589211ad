#pragma once

#include "service/authoring/draft.hpp"
#include "service/projects/archive.hpp"
#include "service/projects/kept.hpp"
#include "service/review/reports.hpp"
#include "service/review/trouble.hpp"
#include "service/store/orders/orders.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Rules on their way: draft -> shadow -> live. A draft is what its author says it is; in shadow it
// judges every new report beside the live rules and nobody but authors is shown what it says; live
// it is what a second person confirmed, by the digest of what both were shown. Orders keep the
// rules they were begun under all the while.
namespace vermilion::service::authoring {

class Drafts {
 public:
  // All of these must outlive it.
  Drafts(store::orders::Orders& orders, projects::Kept& kept, const review::Reports& reports)
      : orders_(orders), kept_(kept), reports_(reports) {}

  // `id` is given by whoever asks, so that the same request is the same draft.
  [[nodiscard]] review::Got<Draft> begin(const std::string& id, const std::string& author,
                                         const std::string& title, const Edits& edits);
  [[nodiscard]] review::Got<std::vector<Draft>> list();
  [[nodiscard]] review::Got<Draft> find(const std::string& id);
  // Only while it is being written; of the version that was shown, where one is said. Any author
  // may. Nothing: the file is taken away.
  [[nodiscard]] review::Got<Draft> write(const std::string& id, const std::string& path,
                                         const std::optional<std::string>& text,
                                         std::optional<std::int64_t> version);
  [[nodiscard]] review::Got<Draft> drop(const std::string& id);

  // The live files; of a draft those it was begun from, with its edits.
  [[nodiscard]] review::Got<Files> live_files() const;
  [[nodiscard]] review::Got<Files> files_of(const Draft& draft) const;
  // Other rules have gone live since it was begun.
  [[nodiscard]] bool is_outdated(const Draft& draft) const;

  // Its rules must be sound. A question that was asked is taken back by it.
  [[nodiscard]] review::Got<Draft> shadow(const std::string& id);
  // The canonical text two persons are shown: what it was begun from, each file with its digest,
  // what each project means before and after.
  [[nodiscard]] review::Got<std::string> subject_of(const Draft& draft) const;
  // The first person's question; `digest` is SHA-256 of the subject that was shown.
  [[nodiscard]] review::Got<Draft> ask(const std::string& id, const std::string& by,
                                       const std::string& reason, const std::string& digest);
  // The second person's word: live from the commit on.
  [[nodiscard]] review::Got<Draft> confirm(const std::string& id, const std::string& by,
                                           const std::string& digest);

  // Back to a set that was live before, at once and by one person: two persons agreed to it then,
  // and what is wrong now harms applicants while a second is looked for.
  [[nodiscard]] review::Got<projects::Publication> roll_back(const std::string& to,
                                                             const std::string& by,
                                                             const std::string& reason);
  // The last first.
  [[nodiscard]] review::Got<std::vector<projects::Publication>> publications();

  // Judges what was reported since by every draft in shadow. For a clock to call; how many.
  [[nodiscard]] store::database::Result<std::size_t> catch_up(int most = 500);
  [[nodiscard]] review::Got<ShadowCounts> shadow_counts(const std::string& id);

  const review::Reports& reports() const { return reports_; }
  projects::Kept& kept() { return kept_; }

 private:
  template <class Work>
  [[nodiscard]] review::Got<Draft> change(const std::string& id, Work&& work);
  [[nodiscard]] store::database::Result<std::size_t> judge(const Draft& draft, int most);

  store::orders::Orders& orders_;
  projects::Kept& kept_;
  const review::Reports& reports_;
};

}  // namespace vermilion::service::authoring
