#include "rules/order_facts.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace vermilion::rules {
namespace {

tl::unexpected<Error> bad_order(std::string detail) {
  return tl::make_unexpected(Error{ErrorKind::BadOrder, std::move(detail)});
}

}  // namespace

Result<OrderFacts> parse_order_facts(std::string_view json) {
  const auto order = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!order.is_object()) {
    return bad_order("the order is not a JSON object; write {\"credit_code\": \"…\"}");
  }
  OrderFacts facts;
  for (const auto& [member, value] : order.items()) {
    auto* fact = member == "credit_code"    ? &facts.credit_code
                 : member == "organisation" ? &facts.organisation
                                            : nullptr;
    if (fact == nullptr) {
      return bad_order(fmt::format(
          "the order has a member \"{}\"; known are \"credit_code\" and \"organisation\"", member));
    }
    if (!value.is_string()) return bad_order(fmt::format("\"{}\" must be a string", member));
    *fact = value.get<std::string>();
  }
  return facts;
}

}  // namespace vermilion::rules
