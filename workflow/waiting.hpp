#pragma once

#include "workflow/messages.hpp"
#include "workflow/order.hpp"
#include "workflow/working_days.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// "Why is my order waiting?"
namespace vermilion::workflow {

enum class WaitingFor : std::uint8_t {
  Beginning,
  Form,
  Verification,
  Documents,
  Replacements,  // of what the machine found to block
  Submission,
  Inspection,
  AReviewer,
  TheReviewer,
  Corrections,  // of what the reviewer rejected
  NewOrder,     // the project is the wrong one
  Payment,
  MailedOriginals,
  Transport,
  QuarantinedParcel,  // the paper lies here since before the payment
  PaperCheck,
  PaperSupplement,
  Telephone,  // the agent was not reached
  SecondPerson,
  Making,
  MakingEnds,
  SealContact,
  SealImpressions,
  SealTransport,  // they are on their way
  SealMaking,
  Courier,
  Collection,
  Nothing,           // 已发放, by courier
  NothingCollected,  // 已发放, 自取
  RenewalPayment,
  Download,
  DownloadEnds,
  NothingRenewed,
  NothingVoid,
  HeldPayment,
  RefundLetter,
  RefundDecision,
  RefundArrival,
  RefundRepeat,
};
inline constexpr std::size_t kWaitings = static_cast<std::size_t>(WaitingFor::RefundRepeat) + 1;

std::string_view name_of(WaitingFor what);

struct Waiting {
  WaitingFor what = WaitingFor::Nothing;
  std::optional<Role> turn;  // unset: nobody's, the order is closed
  Instant since{};
  std::optional<Instant> until;
  Words words;  // what is missing, who was called when, …
};

// Whose turn it is, what is missing, since when and until when. A refund or a held payment comes
// before what the stage waits for.
[[nodiscard]] Waiting waiting_for(const Order& order, const ProjectTerms& terms,
                                  const WorkingDays& calendar, Instant now);

[[nodiscard]] std::string text_of(const Waiting& waiting, Language language);

}  // namespace vermilion::workflow
