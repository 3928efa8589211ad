#include "service/authoring/drafts.hpp"

#include "service/authoring/publication_subject.hpp"
#include "service/store/ledger/ledger.hpp"
#include "service/store/orders/refusals.hpp"
#include "workflow/approval.hpp"
#include "workflow/digest.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace vermilion::service::authoring {
namespace {

using review::Changed;
using review::Got;
using review::NotNow;
using review::trouble;
using review::Unknown;
using review::wrong;
using store::database::Transaction;
using store::orders::Saying;

// What happens to rules stands in the ledger beside what happens to orders.
constexpr std::string_view kStream = "rules";

void note(Transaction& transaction, std::string_view kind, const nlohmann::json& body) {
  store::ledger::append(transaction, {std::string(kStream), std::string(kind), body.dump(),
                                      transaction.now_ms() / 1000});
}

tl::unexpected<review::Trouble> closed() {
  return trouble(NotNow{"DRAFT_IS_CLOSED", "草稿已经试运行、发布或放弃，不能再改；请另起一份草稿。",
                        "The draft is no longer being written; begin another."});
}

tl::unexpected<review::Trouble> not_in_shadow() {
  return trouble(NotNow{"DRAFT_NOT_IN_SHADOW", "草稿要先试运行，才能申请发布。",
                        "A draft runs in shadow before it is made live."});
}

tl::unexpected<review::Trouble> outdated() {
  return trouble(NotNow{"DRAFT_IS_OUTDATED", "起草之后已发布了别的规则；请以现行规则另起一份草稿。",
                        "Other rules have gone live since it was begun; begin another from them."});
}

}  // namespace

template <class Work>
Got<Draft> Drafts::change(const std::string& id, Work&& work) {
  return review::got(orders_.transact([&](Saying& saying) -> Got<Draft> {
    saying.transaction.lock("rule_drafts");
    auto draft = find_draft(saying.transaction, id);
    if (!draft) return trouble(Unknown{});
    if (const Got<void> done = work(saying.transaction, *draft); !done) {
      return trouble(done.error());
    }
    authoring::change(saying.transaction, *draft);
    return *draft;
  }));
}

Got<Draft> Drafts::begin(const std::string& id, const std::string& author, const std::string& title,
                         const Edits& edits) {
  for (const auto& [path, text] : edits) {
    if (!is_rule_path(path)) return wrong("/files", "没有这样的规则文件：" + path);
  }
  static_cast<void>(kept_.refresh());
  const auto live = kept_.live();
  if (live == nullptr) return trouble(Unknown{});
  return review::got(orders_.transact([&](Saying& saying) -> Got<Draft> {
    Transaction& transaction = saying.transaction;
    transaction.lock("rule_drafts");
    if (auto before = find_draft(transaction, id)) {
      const bool same = before->author == author && before->title == title;
      if (same) return *before;
      return trouble(NotNow{"KEY_REUSED", "同一请求编号已用于其他内容。",
                            "This idempotency key came with another request before."});
    }
    Draft draft;
    draft.id = id;
    draft.title = title;
    draft.author = author;
    draft.base = live->digest;
    draft.edits = edits;
    draft.made_at_s = draft.changed_at_s = transaction.now_ms() / 1000;
    add(transaction, draft);
    return draft;
  }));
}

Got<std::vector<Draft>> Drafts::list() {
  return review::got(orders_.database().read(all_drafts));
}

Got<Draft> Drafts::find(const std::string& id) {
  auto found = orders_.database().read(
      [&](Transaction& transaction) { return find_draft(transaction, id); });
  if (!found) return trouble(std::move(found.error()));
  if (!*found) return trouble(Unknown{});
  return std::move(**found);
}

Got<Draft> Drafts::write(const std::string& id, const std::string& path,
                         const std::optional<std::string>& text,
                         std::optional<std::int64_t> version) {
  if (!is_rule_path(path)) return wrong("/query/path", "没有这样的规则文件。No such rule file.");
  return change(id, [&](Transaction&, Draft& draft) -> Got<void> {
    if (draft.state != DraftState::Draft) return closed();
    if (version && *version != draft.version) return trouble(Changed{"draft"});
    draft.edits[path] = text;
    return {};
  });
}

Got<Draft> Drafts::drop(const std::string& id) {
  return change(id, [&](Transaction& transaction, Draft& draft) -> Got<void> {
    if (draft.state == DraftState::Live || draft.state == DraftState::Dropped) return closed();
    draft.state = DraftState::Dropped;
    note(transaction, "draft_dropped", {{"draft", draft.id}});
    return {};
  });
}

Got<Files> Drafts::live_files() const {
  static_cast<void>(kept_.refresh());
  const auto live = kept_.live();
  if (live == nullptr) return trouble(Unknown{});
  return live->files;
}

Got<Files> Drafts::files_of(const Draft& draft) const {
  const auto base = kept_.set_with_digest(draft.base);
  if (base == nullptr) return trouble(Unknown{});
  return edited(base->files, draft.edits);
}

bool Drafts::is_outdated(const Draft& draft) const {
  const auto live = kept_.live();
  return draft.state != DraftState::Live && live != nullptr && live->digest != draft.base;
}

Got<Draft> Drafts::shadow(const std::string& id) {
  const auto found = find(id);
  if (!found) return found;
  const auto files = files_of(*found);
  if (!files) return trouble(files.error());
  const auto set = sound(*files);
  if (!set) return trouble(set.error());
  auto shadowed = change(id, [&](Transaction& transaction, Draft& draft) -> Got<void> {
    if (draft.version != found->version) return trouble(Changed{"draft"});
    if (draft.state == DraftState::Live || draft.state == DraftState::Dropped) return closed();
    if (!draft.shadow_since_s) draft.shadow_since_s = transaction.now_ms() / 1000;
    draft.state = DraftState::Shadow;
    draft.asked_by.clear();
    draft.asked_at_s.reset();
    draft.reason.clear();
    draft.digest.clear();
    projects::keep(transaction, *set);
    note(transaction, "draft_in_shadow", {{"draft", draft.id}, {"rule_set", set->digest}});
    return {};
  });
  if (shadowed) static_cast<void>(kept_.refresh());
  return shadowed;
}

Got<std::string> Drafts::subject_of(const Draft& draft) const {
  const auto files = files_of(draft);
  if (!files) return trouble(files.error());
  const auto before = kept_.set_with_digest(draft.base);
  const auto after = kept_.set_with_digest(projects::digest_of(*files));
  if (before == nullptr || after == nullptr) return not_in_shadow();
  return subject_text(draft, *before, *after);
}

Got<Draft> Drafts::ask(const std::string& id, const std::string& by, const std::string& reason,
                       const std::string& digest) {
  const auto found = find(id);
  if (!found) return found;
  const auto shown = subject_of(*found);
  if (!shown) return trouble(shown.error());
  return change(id, [&](Transaction& transaction, Draft& draft) -> Got<void> {
    if (draft.version != found->version) return trouble(Changed{"draft"});
    if (draft.state != DraftState::Shadow) return not_in_shadow();
    if (workflow::sha256_of(*shown) != digest) return trouble(Changed{"subject"});
    if (is_outdated(draft)) return outdated();
    draft.state = DraftState::Asked;
    draft.asked_by = by;
    draft.asked_at_s = transaction.now_ms() / 1000;
    draft.reason = reason;
    draft.digest = digest;
    note(transaction, "publication_asked",
         {{"draft", draft.id}, {"by", by}, {"reason", reason}, {"digest", digest}});
    return {};
  });
}

Got<Draft> Drafts::confirm(const std::string& id, const std::string& by,
                           const std::string& digest) {
  const auto found = find(id);
  if (!found) return found;
  const auto shown = subject_of(*found);
  if (!shown) return trouble(shown.error());
  const auto files = files_of(*found);
  if (!files) return trouble(files.error());
  const auto set = kept_.set_with_digest(projects::digest_of(*files));
  auto confirmed = change(id, [&](Transaction& transaction, Draft& draft) -> Got<void> {
    using workflow::Instant;
    const workflow::Actor second{workflow::Role::RuleAuthor, by};
    if (draft.state == DraftState::Live && draft.confirmed_by == by) return closed();
    if (draft.state != DraftState::Asked) {
      return trouble(workflow::Refusal{workflow::RefusalCode::NobodyAsked, {}});
    }
    const workflow::Approval asked{
        .matter = workflow::Matter::PublishRules,
        .digest = draft.digest,
        .asked_by = {workflow::Role::RuleAuthor, draft.asked_by},
        .asked_at = Instant(std::chrono::seconds(draft.asked_at_s.value_or(0))),
        .reason = draft.reason};
    const std::int64_t now_s = transaction.now_ms() / 1000;
    auto approval = workflow::confirm(asked, second, digest, workflow::sha256_of(*shown),
                                      Instant(std::chrono::seconds(now_s)));
    if (!approval) {
      if (store::orders::concerns_security(approval.error().code)) {
        store::orders::note_refusal(transaction, kStream, "confirm_publication", second,
                                    approval.error().code, now_s);
      }
      return trouble(std::move(approval.error()));
    }
    // Whoever publishes holds the same lock, so nothing goes live between this look and the commit.
    transaction.lock(kStream);
    const auto published = projects::publications(transaction);
    if (published.empty() || published.back().rule_set != draft.base) return outdated();
    projects::publish(transaction, *set, by, draft.reason);
    draft.state = DraftState::Live;
    draft.confirmed_by = by;
    draft.confirmed_at_s = now_s;
    note(transaction, "rules_published",
         {{"draft", draft.id},
          {"rule_set", set->digest},
          {"asked_by", draft.asked_by},
          {"confirmed_by", by},
          {"reason", draft.reason},
          {"digest", digest}});
    return {};
  });
  if (confirmed) static_cast<void>(kept_.refresh());
  return confirmed;
}

Got<projects::Publication> Drafts::roll_back(const std::string& to, const std::string& by,
                                             const std::string& reason) {
  static_cast<void>(kept_.refresh());
  const auto set = kept_.set_with_digest(to);
  if (set == nullptr) return trouble(Unknown{});
  auto done = review::got(orders_.transact([&](Saying& saying) -> Got<projects::Publication> {
    Transaction& transaction = saying.transaction;
    transaction.lock(kStream);
    const auto before = projects::publications(transaction);
    if (std::ranges::count(before, to, &projects::Publication::rule_set) == 0) {
      return trouble(Unknown{});  // tried out, never live: two persons have not agreed to it
    }
    if (before.back().rule_set == to) {
      return trouble(
          NotNow{"RULES_ARE_LIVE", "这一版规则就是现行规则。", "These rules are the live ones."});
    }
    const std::int64_t number = projects::publish(transaction, *set, by, reason);
    note(transaction, "rules_rolled_back",
         {{"from", before.back().rule_set}, {"to", to}, {"by", by}, {"reason", reason}});
    return projects::Publication{number, to, transaction.now_ms() / 1000, by, reason};
  }));
  if (done) static_cast<void>(kept_.refresh());
  return done;
}

Got<std::vector<projects::Publication>> Drafts::publications() {
  auto all = review::got(orders_.database().read(projects::publications));
  if (all) std::ranges::reverse(*all);
  return all;
}

}  // namespace vermilion::service::authoring
