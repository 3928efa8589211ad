#include "service/review/decision.hpp"

#include "service/review/precision.hpp"
#include "workflow/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace vermilion::service::review {
namespace {

using store::orders::Saying;
using workflow::Matter;
using Outcome = Decided::Outcome;
using OnDocument = Decision::OnDocument;

const ShownDocument* shown_in(const Case& shown, const std::string& slot) {
  const auto found = std::ranges::find(shown.documents, slot, &ShownDocument::slot);
  return found == shown.documents.end() ? nullptr : &*found;
}

Got<void> stale(std::string what) {
  return trouble(Changed{std::move(what)});
}

Got<void> reasons_fit(const OnDocument& document, const std::string& pointer) {
  if (document.accepted && !document.reasons.empty()) {
    return wrong(pointer + "/reasons",
                 "通过的资料不需要原因。An accepted document has no reasons.");
  }
  if (document.reasons.size() > kReasonsMost) {
    return wrong(pointer + "/reasons", "原因太多了。Too many reasons.");
  }
  for (const std::string& reason : document.reasons) {
    if (reason.empty() || reason.size() > kReasonBytesMost) {
      return wrong(pointer + "/reasons",
                   "原因不能为空，也不要超过 200 字。"
                   "A reason is neither empty nor longer than 600 bytes.");
    }
  }
  return {};
}

Got<void> documents_fit(const Decision& decision, const Case& shown) {
  std::set<std::string> decided;
  for (std::size_t i = 0; i < decision.documents.size(); ++i) {
    const OnDocument& document = decision.documents[i];
    const std::string pointer = fmt::format("/documents/{}", i);
    const auto* there = shown_in(shown, document.slot);
    if (there == nullptr) return wrong(pointer + "/slot", "没有这份资料。No such document.");
    if (there->document.sha256 != document.sha256) return stale("documents/" + document.slot);
    if (!decided.insert(document.slot).second) {
      return wrong(pointer + "/slot", "同一份资料出现了两次。Decided twice.");
    }
    if (const auto fit = reasons_fit(document, pointer); !fit) return fit;
  }
  if (decided.size() != shown.documents.size()) {
    return wrong("/documents", "每份资料都要作出决定。Every document is to be decided.");
  }
  return {};
}

bool refuses(const Decision& decision) {
  return decision.wrong_project || !std::ranges::all_of(decision.documents, &OnDocument::accepted);
}

Outcome outcome_of(const Decision& decision) {
  if (refuses(decision)) return Outcome::Rejected;
  const bool asks = decision.let_pass && decision.let_pass->digest.empty();
  return asks ? Outcome::AsksSecondPerson : Outcome::Approved;
}

// What is said after the documents.
std::vector<workflow::Body> closing(const Decision& decision, const workflow::Order& order) {
  const std::string subject =
      workflow::sha256_of(workflow::subject_of(order, Matter::OverrideFinding));
  switch (outcome_of(decision)) {
    case Outcome::Rejected:
      return {workflow::Reject{decision.wrong_project}};
    case Outcome::AsksSecondPerson:
      return {
          workflow::AskSecondPerson{Matter::OverrideFinding, decision.let_pass->reason, subject},
          workflow::ReleaseReview{}};
    case Outcome::Approved:
      break;
  }
  if (!decision.let_pass) return {workflow::Approve{}};
  return {workflow::ConfirmAsSecond{Matter::OverrideFinding, decision.let_pass->digest},
          workflow::Approve{}};
}

std::vector<workflow::Body> all_of(const Decision& decision, const workflow::Order& order) {
  std::vector<workflow::Body> bodies;
  for (const OnDocument& document : decision.documents) {
    bodies.emplace_back(workflow::DecideDocument{document.slot, document.sha256, document.accepted,
                                                 document.reasons});
  }
  for (auto& body : closing(decision, order)) bodies.push_back(std::move(body));
  return bodies;
}

void keep_labels(const Saying& saying, const Case& shown, const std::string& reviewer,
                 const Decision& decision, const std::string& id) {
  for (const OnDocument& document : decision.documents) {
    const auto& reading = shown_in(shown, document.slot)->reading;
    if (!reading) continue;
    keep(saying.transaction, Label{.id = fmt::format("{}/{}", id, document.slot),
                                   .reading = *reading,
                                   .reviewer = reviewer,
                                   .round = shown.order.round,
                                   .accepted = document.accepted,
                                   .reasons = document.reasons,
                                   .decided_at_s = saying.transaction.now_ms() / 1000});
  }
}

void line(std::string& text, std::string_view value) {
  text += fmt::format("{}: {}\n", value.size(), value);
}

constexpr std::string_view kEnd = "end";

}  // namespace

std::string_view name_of(Outcome outcome) {
  constexpr std::array<std::string_view, 3> kNames{"approved", "rejected", "asks_second_person"};
  return kNames[static_cast<std::size_t>(outcome)];
}

Got<void> fits(const Decision& decision, const Case& shown) {
  if (decision.digest != shown.digest) return stale("digest");
  if (const auto fit = documents_fit(decision, shown); !fit) return fit;
  if (decision.let_pass && refuses(decision)) {
    return wrong("/override", "退回的订单不需要放行。What is refused needs nothing to pass.");
  }
  return {};
}

std::string id_of(const Decision& decision, const std::string& order, const std::string& reviewer) {
  std::string text;
  for (const auto* value : {&order, &reviewer, &decision.digest}) line(text, *value);
  for (const OnDocument& document : decision.documents) {
    line(text, document.slot);
    line(text, document.accepted ? "accepted" : "refused");
    for (const std::string& reason : document.reasons) line(text, reason);
  }
  line(text, decision.wrong_project ? "wrong project" : "");
  line(text, decision.let_pass ? decision.let_pass->reason : "");
  line(text, decision.let_pass ? decision.let_pass->digest : "");
  // 128 bits tell decisions apart as well as any id does.
  return "review/" + workflow::sha256_of(text).substr(0, 32);
}

std::optional<Decided> decided_before(const workflow::Order& order,
                                      std::span<const workflow::Event> history,
                                      const std::string& id) {
  const auto end =
      std::ranges::find(history, fmt::format("{}/{}", id, kEnd), &workflow::Event::command);
  if (end == history.end()) return std::nullopt;
  const Outcome outcome = end->kind == workflow::EventKind::Approved   ? Outcome::Approved
                          : end->kind == workflow::EventKind::Rejected ? Outcome::Rejected
                                                                       : Outcome::AsksSecondPerson;
  return Decided{outcome, order.version};
}

Got<Decided> say(const Saying& saying, const Case& shown, const std::string& reviewer,
                 const Decision& decision) {
  const std::string id = id_of(decision, shown.order.id, reviewer);
  const auto bodies = all_of(decision, shown.order);
  Decided decided{outcome_of(decision), 0};
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const bool last = i + 1 == bodies.size();
    const workflow::Command command{
        last ? fmt::format("{}/{}", id, kEnd) : fmt::format("{}/{}", id, i),
        {workflow::Role::Reviewer, reviewer},
        bodies[i]};
    auto answer = store::orders::say(saying, shown.order.id, command);
    if (!answer) return trouble(std::move(answer.error()));
    decided.version = answer->order.version;
  }
  keep_labels(saying, shown, reviewer, decision, id);
  return decided;
}

}  // namespace vermilion::service::review
