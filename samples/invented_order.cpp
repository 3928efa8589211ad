#include "samples/invented_order.hpp"

#include "samples/invented.hpp"

#include <fmt/format.h>

namespace vermilion::samples {
namespace {

std::string number(std::string_view beginning, int digits, Random& random) {
  return fmt::format("{}{}", beginning, random.digits(digits));
}

}  // namespace

std::map<std::string, std::string> invent_order(const Random& random) {
  const Organisation holder = invent_organisation(Category::Company, random.child("organisation"));
  const auto name = [&](const char* who) { return invent_person(random.child(who)).name; };
  Random numbers = random.child("numbers");
  const std::string order_number = number("2026112", 10, numbers);
  return {{"order_number", order_number},
          {"date", fmt::format("2026-11-{:02}", numbers.integer(1, 28))},
          {"organisation", holder.name},
          {"credit_code", holder.code_meant},
          {"organisation_address", holder.address},
          {"legal_person", holder.legal_person},
          {"legal_person_id", number("369999197", 9, numbers)},
          {"legal_person_mobile", number("199000", 5, numbers)},
          {"agent", name("agent")},
          {"agent_id", number("369999199", 9, numbers)},
          {"agent_mobile", number("199000", 5, numbers)},
          {"agent_email", "agent@example.org"},
          {"jiangxi_head", name("head")},
          {"jiangxi_head_id", number("369999198", 9, numbers)},
          {"jiangxi_head_mobile", number("199000", 5, numbers)},
          {"recipient", name("recipient")},
          {"recipient_mobile", number("199000", 5, numbers)},
          {"recipient_address", holder.address},
          {"invoice_title", holder.name},
          {"invoice_tax_number", holder.code_meant},
          {"invoice_email", "invoice@example.org"},
          {"refund_account_name", holder.name},
          {"refund_account_number", number("36", 17, numbers)},
          {"refund_bank", fmt::format("中国工商银行{}支行", holder.city)},
          {"refund_amount", "220.00"},
          {"refund_reason", "重复下单"},
          {"refund_email", "refund@example.org"},
          {"certificate_serial", number("36", 14, numbers)},
          {"verification_url", fmt::format("https://ca.example.org/v/{}", order_number)}};
}

}  // namespace vermilion::samples
