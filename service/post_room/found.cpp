#include "service/post_room/found.hpp"

#include "rules/forms/payload.hpp"
#include "service/store/orders/streams.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace vermilion::service::post_room {
namespace {

using rules::forms::Imprint;
using workflow::Stage;

// Longer than any number of ours, shorter than what a scanner reads by mistake.
constexpr std::size_t kNumberMost = 32;

bool is_number_like(std::string_view read) {
  return !read.empty() && read.size() <= kNumberMost && std::ranges::all_of(read, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
           c == '_';
  });
}

Code code_of(const Imprint& imprint, bool signed_by_us) {
  return {.order = imprint.order,
          .generation = imprint.generation,
          .document = imprint.document,
          .signed_by_us = signed_by_us};
}

Answer answer_in(Stage stage) {
  switch (stage) {
    case Stage::AwaitingParcel:
    case Stage::InTransit:
    case Stage::PaperReceived:
    case Stage::PaperWrong:
    case Stage::AgentUnreachable:
      return Answer::Expected;
    case Stage::SealSupplement:
      return Answer::Supplement;
    case Stage::Draft:
    case Stage::QueuedForMachine:
    case Stage::AwaitingReviewer:
    case Stage::InReview:
    case Stage::Rejected:
    case Stage::AwaitingPayment:
      return Answer::Early;
    case Stage::PaperRight:
    case Stage::Making:
    case Stage::AwaitingCourier:
    case Stage::AwaitingCollection:
    case Stage::Issued:
    case Stage::RenewalUnpaid:
    case Stage::RenewalPaid:
    case Stage::RenewalDownloading:
    case Stage::Renewed:
    case Stage::Void:
      return Answer::Late;
    case Stage::NotBegun:
      break;
  }
  return Answer::Unknown;
}

bool is_stale(const Code& code, const workflow::Order& order) {
  return code.generation && *code.generation != order.generation;
}

}  // namespace

std::string_view name_of(Answer answer) {
  constexpr std::array<std::string_view, 7> kNames{"expected", "supplement", "early",  "late",
                                                   "stale",    "forged",     "unknown"};
  return kNames[static_cast<std::size_t>(answer)];
}

std::optional<Code> code_of(std::string_view read, std::span<const rules::forms::Key> keys) {
  if (const auto ours = rules::forms::verify(read, keys)) return code_of(*ours, true);
  if (const auto claimed = rules::forms::decode(read)) return code_of(*claimed, false);
  if (!is_number_like(read)) return std::nullopt;
  return Code{.order = std::string(read)};
}

Found find(const store::orders::Saying& saying, std::string_view read,
           std::span<const rules::forms::Key> keys) {
  auto code = code_of(read, keys);
  if (!code) return {};
  Found found{.answer = Answer::Unknown, .code = std::move(*code), .order = {}};
  if (found.code.signed_by_us == false) {
    found.answer = Answer::Forged;
    return found;
  }
  auto loaded = store::orders::recall_order(saying.transaction, found.code.order, saying.memory);
  found.answer = answer_in(loaded.state->stage);
  if (found.answer == Answer::Unknown) return found;
  found.order = *loaded.state;
  if (found.answer == Answer::Expected && is_stale(found.code, *found.order)) {
    found.answer = Answer::Stale;
  }
  return found;
}

}  // namespace vermilion::service::post_room
