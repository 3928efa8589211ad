// Drafts in shadow: they judge what is reported beside the live rules.
#include "pipeline/checks/catalogue.hpp"
#include "rules/replay.hpp"
#include "service/authoring/drafts.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace vermilion::service::authoring {
namespace {

using review::Got;
using store::database::Transaction;

// A report is written down some moments after the time it says it was kept at.
constexpr std::int64_t kOverlap_ms = 60'000;

std::string verdict_of(const rules::Side& side) {
  return side.verdict ? std::string(rules::name(*side.verdict)) : std::string();
}

void tell_changes(const rules::ReplayedScan& scan, ShadowJudgement& judgement) {
  for (const rules::FindingChange& change : scan.changes) {
    if (!change.before) judgement.appeared.push_back(change.after->rule);
    if (!change.after) judgement.vanished.push_back(change.before->rule);
  }
}

// Nothing: the report cannot be read as one of ours, and says nothing of any rules.
std::optional<ShadowJudgement> judged(const review::ReportKey& key, const std::string& report,
                                      const projects::Kept& kept, const projects::RuleSet& draft,
                                      ShadowJudgement judgement) {
  const auto json = nlohmann::ordered_json::parse(report, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return std::nullopt;
  const auto stored = rules::stored_report(json);
  if (!stored || !stored->judgement.rules) return std::nullopt;
  const std::string& project = stored->judgement.rules->project;
  const auto live = kept.rules_with_digest(project, key.rules);
  const auto found = draft.projects.find(project);
  rules::Projects before;
  rules::Projects after;
  if (live != nullptr) before.push_back(*live);
  if (found != draft.projects.end()) after.push_back(*found->second.rules);
  const auto scan =
      rules::replay(*stored, before, after, {project, key.slot}, pipeline::check_descriptions());
  judgement.before = verdict_of(scan.before);
  judgement.after = verdict_of(scan.after);
  tell_changes(scan, judgement);
  return judgement;
}

}  // namespace

store::database::Result<std::size_t> Drafts::catch_up(int most) {
  const auto drafts = orders_.database().read(all_drafts);
  if (!drafts) return tl::make_unexpected(drafts.error());
  std::size_t done = 0;
  for (const Draft& draft : *drafts) {
    if (draft.state != DraftState::Shadow && draft.state != DraftState::Asked) continue;
    const auto judged = judge(draft, most);
    if (!judged) return judged;
    done += *judged;
  }
  return done;
}

store::database::Result<std::size_t> Drafts::judge(const Draft& draft, int most) {
  const auto files = files_of(draft);
  const auto set = files ? kept_.set_with_digest(projects::digest_of(*files)) : nullptr;
  if (set == nullptr) return 0;
  const auto last = orders_.database().read(
      [&](Transaction& transaction) { return judged_up_to_ms(transaction, draft.id); });
  if (!last) return tl::make_unexpected(last.error());
  const std::int64_t since_ms = draft.shadow_since_s.value_or(0) * 1000;
  std::size_t done = 0;
  for (const auto& key : reports_.kept(std::max(since_ms, *last - kOverlap_ms), most)) {
    ShadowJudgement judgement{.draft = draft.id,
                              .order = key.order,
                              .slot = key.slot,
                              .version = key.version,
                              .rules = key.rules,
                              .kept_at_ms = key.kept_at_ms,
                              .before = {},
                              .after = {},
                              .appeared = {},
                              .vanished = {}};
    const auto known = orders_.database().read(
        [&](Transaction& transaction) { return is_judged(transaction, judgement); });
    if (!known) return tl::make_unexpected(known.error());
    const auto report = *known ? std::nullopt : reports_.read(key);
    const auto said =
        report ? judged(key, *report, kept_, *set, std::move(judgement)) : std::nullopt;
    if (!said) continue;
    const auto kept = orders_.database().transact([&](Transaction& transaction) {
      if (!is_judged(transaction, *said)) add(transaction, *said);
    });
    if (!kept) return tl::make_unexpected(kept.error());
    ++done;
  }
  return done;
}

Got<ShadowCounts> Drafts::shadow_counts(const std::string& id) {
  return review::got(orders_.database().read(
      [&](Transaction& transaction) { return authoring::shadow_counts(transaction, id); }));
}

}  // namespace vermilion::service::authoring
