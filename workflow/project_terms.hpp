#pragma once

#include "workflow/money.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a project's rules say that matters to the life of an order, as plain values. Whoever knows
// the rules fills them in; conditions on operation and variant are already decided here.
namespace vermilion::workflow {

enum class Operation : std::uint8_t { New, Reissue, Renew, Change, Cancel };
std::string_view name_of(Operation operation);

enum class Channel : std::uint8_t { WeChat, Alipay, BankTransfer };
std::string_view name_of(Channel channel);

// A document an order must have before it is submitted.
struct SlotTerms {
  std::string id;
  std::string name_zh;
  std::string name_en;
  bool from_template = false;  // printed from the form made for this order, so it can be outdated
};

// A paper the parcel must hold.
struct PaperTerms {
  std::string slot;
  bool original = false;
};

struct VariantTerms {
  std::string id;
  std::optional<Fen> fee;  // unset: not open yet
  bool per_year = false;   // the fee is for one year
  bool main_key = false;   // 主锁: one per organisation and project
  bool seal = false;       // an electronic seal is made with it
  std::vector<SlotTerms> slots;
  std::vector<PaperTerms> paper;
};

// The days, in Beijing, in which something is offered; both ends belong to it, unset is open.
struct Period {
  std::optional<std::chrono::sys_days> first;
  std::optional<std::chrono::sys_days> last;
};

// Days around the end of a certificate in which it may be renewed.
struct RenewalWindow {
  int before_days = 90;
  int after_days = 365;
};

struct OperationTerms {
  Operation operation = Operation::New;
  Period offered;
  std::optional<RenewalWindow> window;
  std::vector<VariantTerms> variants;
};

// Working days, unless said otherwise.
struct SlaTerms {
  int making = 3;
  int making_alarm = 2;    // staff are told from then on
  int invoice = 3;         // after making
  int invoice_late = 5;    // after making and data, if the data came after the making
  int unmailed_days = 30;  // calendar days until a paid order without parcel is listed
};

struct ProjectTerms {
  std::string id;
  std::string digest;  // of the rule set these terms were read from
  std::string name_zh;
  std::string name_en;
  std::string hall_phone;
  bool draft = false;               // not offered yet
  bool asks_eligibility = false;    // user types that are a matter for the hall exist
  bool scope_acknowledged = false;  // where the certificate is valid must be acknowledged
  std::string agreement;            // version of the agreement to accept; empty: none
  bool verification = false;        // 法人核验
  bool verified_before_upload = false;
  bool one_main_key = false;
  std::vector<Channel> channels;
  SlaTerms sla;
  int refund_days = 365;  // what WeChat Pay allows after the payment
  std::vector<OperationTerms> operations;
};

// Null when the project offers none.
const OperationTerms* find_operation(const ProjectTerms& terms, Operation operation);
const VariantTerms* find_variant(const ProjectTerms& terms, Operation operation,
                                 std::string_view variant);
const SlotTerms* find_slot(const VariantTerms& variant, std::string_view slot);

}  // namespace vermilion::workflow
