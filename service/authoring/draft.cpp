#include "service/authoring/draft.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace vermilion::service::authoring {
namespace {

using nlohmann::json;
using store::database::ErrorKind;
using store::database::Parameters;
using store::database::Transaction;
using Text = std::string;
using Number = std::int64_t;
using MaybeNumber = std::optional<std::int64_t>;

constexpr std::array<std::string_view, 5> kStates{"draft", "shadow", "asked", "live", "dropped"};

DraftState state_named(std::string_view name) {
  for (std::size_t i = 0; i < kStates.size(); ++i) {
    if (kStates[i] == name) return static_cast<DraftState>(i);
  }
  Transaction::fail(ErrorKind::Ours, "a draft in a state nobody knows");
}

std::string text_of(const Edits& edits) {
  json object = json::object();
  for (const auto& [path, text] : edits) object[path] = text ? json(*text) : json();
  return object.dump();
}

Edits edits_in(const std::string& text) {
  Edits edits;
  const json object = json::parse(text);
  for (const auto& [path, value] : object.items()) {
    edits[path] = value.is_null() ? std::nullopt : std::optional(value.get<std::string>());
  }
  return edits;
}

Parameters values_of(const Draft& draft) {
  return {draft.id,
          draft.title,
          draft.author,
          draft.base,
          text_of(draft.edits),
          name_of(draft.state),
          draft.version,
          draft.made_at_s,
          draft.changed_at_s,
          draft.shadow_since_s,
          draft.asked_by,
          draft.asked_at_s,
          draft.reason,
          draft.digest,
          draft.confirmed_by,
          draft.confirmed_at_s};
}

constexpr const char* kColumns =
    "id, title, author, base, files, state, version, made_at, changed_at, shadow_since, asked_by,"
    " asked_at, reason, digest, confirmed_by, confirmed_at";

std::vector<Draft> drafts_where(Transaction& transaction, const std::string& rest,
                                const Parameters& with) {
  std::vector<Draft> found;
  for (auto& [id, title, author, base, files, state, version, made_at, changed_at, shadow_since,
              asked_by, asked_at, reason, digest, confirmed_by, confirmed_at] :
       transaction.rows<Text, Text, Text, Text, Text, Text, Number, Number, Number, MaybeNumber,
                        Text, MaybeNumber, Text, Text, Text, MaybeNumber>(
           std::string("SELECT ") + kColumns + " FROM rule_drafts " + rest, with)) {
    found.push_back({id, title, author, base, edits_in(files), state_named(state), version, made_at,
                     changed_at, shadow_since, asked_by, asked_at, reason, digest, confirmed_by,
                     confirmed_at});
  }
  return found;
}

}  // namespace

std::string_view name_of(DraftState state) {
  return kStates[static_cast<std::size_t>(state)];
}

void add(Transaction& transaction, const Draft& draft) {
  transaction.run(std::string("INSERT INTO rule_drafts (") + kColumns +
                      ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,"
                      " $16)",
                  values_of(draft));
}

void change(Transaction& transaction, Draft& draft) {
  ++draft.version;
  draft.changed_at_s = transaction.now_ms() / 1000;
  transaction.run("DELETE FROM rule_drafts WHERE id = $1", {draft.id});
  add(transaction, draft);
}

std::optional<Draft> find_draft(Transaction& transaction, const std::string& id) {
  auto found = drafts_where(transaction, "WHERE id = $1", {id});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<Draft> all_drafts(Transaction& transaction) {
  return drafts_where(transaction, "ORDER BY changed_at DESC, id", {});
}

void add(Transaction& transaction, const ShadowJudgement& judgement) {
  transaction.run(
      "INSERT INTO shadow_judgements (draft_id, order_id, slot, version, rules, kept_at_ms, before,"
      " after, appeared, vanished) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      {judgement.draft, judgement.order, judgement.slot, judgement.version, judgement.rules,
       judgement.kept_at_ms, judgement.before, judgement.after, json(judgement.appeared).dump(),
       json(judgement.vanished).dump()});
}

bool is_judged(Transaction& transaction, const ShadowJudgement& judgement) {
  return transaction
      .row<Text>(
          "SELECT draft_id FROM shadow_judgements WHERE draft_id = $1 AND order_id = $2"
          " AND slot = $3 AND version = $4 AND rules = $5",
          {judgement.draft, judgement.order, judgement.slot, judgement.version, judgement.rules})
      .has_value();
}

std::int64_t judged_up_to_ms(Transaction& transaction, const std::string& draft) {
  const auto row = transaction.row<Number>(
      "SELECT COALESCE(MAX(kept_at_ms), 0) FROM shadow_judgements WHERE draft_id = $1", {draft});
  return row ? std::get<0>(*row) : 0;
}

ShadowCounts shadow_counts(Transaction& transaction, const std::string& draft) {
  ShadowCounts counts;
  for (const auto& [before, after, alike, count] : transaction.rows<Text, Text, Number, Number>(
           "SELECT before, after, CASE WHEN appeared = '[]' AND vanished = '[]' THEN 1 ELSE 0 END,"
           " COUNT(*) FROM shadow_judgements WHERE draft_id = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
           {draft})) {
    const bool open = before.empty() || after.empty();
    counts.reports += count;
    counts.open += open ? count : 0;
    counts.alike += !open && before == after && alike != 0 ? count : 0;
    counts.verdicts[{before, after}] += count;
  }
  return counts;
}

}  // namespace vermilion::service::authoring
