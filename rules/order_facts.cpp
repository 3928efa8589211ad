#include "rules/order_facts.hpp"

#include "rules/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace vermilion::rules {
namespace {

struct TextFact {
  std::string_view name;
  std::optional<std::string> OrderFacts::*member;
};

constexpr std::array kTexts{
    TextFact{"credit_code", &OrderFacts::credit_code},
    TextFact{"organisation", &OrderFacts::organisation},
    TextFact{"operation", &OrderFacts::operation},
    TextFact{"variant", &OrderFacts::variant},
    TextFact{"organisation_kind", &OrderFacts::organisation_kind},
    TextFact{"province", &OrderFacts::province},
    TextFact{"order_number", &OrderFacts::order_number},
    TextFact{"legal_person", &OrderFacts::legal_person},
    TextFact{"agent", &OrderFacts::agent},
    TextFact{"agent_id", &OrderFacts::agent_id},
    TextFact{"jiangxi_head", &OrderFacts::jiangxi_head},
};

struct Flag {
  std::string_view name;
  std::optional<bool> OrderFacts::*member;
};

constexpr std::array kFlags{
    Flag{"legal_person_verified", &OrderFacts::legal_person_verified},
    Flag{"main_key_exists", &OrderFacts::main_key_exists},
};

constexpr auto kTextNames = [] {
  std::array<std::string_view, kTexts.size()> names{};
  std::ranges::transform(kTexts, names.begin(), &TextFact::name);
  return names;
}();

constexpr auto kDetailNames = std::to_array<std::string_view>({"date",
                                                               "organisation_address",
                                                               "legal_person_id",
                                                               "legal_person_mobile",
                                                               "agent_mobile",
                                                               "agent_email",
                                                               "recipient",
                                                               "recipient_mobile",
                                                               "recipient_address",
                                                               "invoice_title",
                                                               "invoice_tax_number",
                                                               "invoice_email",
                                                               "jiangxi_head_id",
                                                               "jiangxi_head_mobile",
                                                               "certificate_serial",
                                                               "verification_url",
                                                               "refund_reason",
                                                               "refund_amount",
                                                               "refund_account_name",
                                                               "refund_account_number",
                                                               "refund_bank",
                                                               "refund_email"});

// Who may hold a certificate, by what it is registered as (2.32).
constexpr std::array<std::string_view, 6> kOrganisationKinds{
    "company", "institution", "association", "government", "medical", "other"};

// GB/T 2260, the first two digits.
constexpr std::array<std::string_view, 34> kProvinces{
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34",
    "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52",
    "53", "54", "61", "62", "63", "64", "65", "71", "81", "82"};

tl::unexpected<Error> bad_order(std::string detail) {
  return tl::make_unexpected(Error{ErrorKind::BadOrder, std::move(detail)});
}

std::vector<std::string_view> member_names() {
  std::vector<std::string_view> names(kTextNames.begin(), kTextNames.end());
  for (const Flag& flag : kFlags) names.push_back(flag.name);
  names.insert(names.end(), kDetailNames.begin(), kDetailNames.end());
  return names;
}

tl::unexpected<Error> unknown(std::string_view member) {
  const auto names = member_names();
  const auto meant = nearest(member, std::span<const std::string_view>(names));
  return bad_order(fmt::format("the order has a member \"{}\"; {}", member,
                               meant ? fmt::format("did you mean \"{}\"?", *meant)
                                     : fmt::format("known are {}", fmt::join(names, ", "))));
}

Result<void> one_of(std::string_view member, const std::optional<std::string>& value,
                    std::span<const std::string_view> known) {
  if (!value || std::ranges::find(known, *value) != known.end()) return {};
  return bad_order(
      fmt::format("\"{}\" is \"{}\"; it is one of {}", member, *value, fmt::join(known, ", ")));
}

Result<void> read(const std::string& member, const nlohmann::json& value, OrderFacts& facts) {
  if (const auto text = std::ranges::find(kTexts, member, &TextFact::name); text != kTexts.end()) {
    if (!value.is_string()) return bad_order(fmt::format("\"{}\" must be a string", member));
    facts.*text->member = value.get<std::string>();
    return {};
  }
  if (const auto flag = std::ranges::find(kFlags, member, &Flag::name); flag != kFlags.end()) {
    if (!value.is_boolean()) return bad_order(fmt::format("\"{}\" must be true or false", member));
    facts.*flag->member = value.get<bool>();
    return {};
  }
  if (std::ranges::find(kDetailNames, member) != kDetailNames.end()) {
    if (!value.is_string()) return bad_order(fmt::format("\"{}\" must be a string", member));
    facts.details[member] = value.get<std::string>();
    return {};
  }
  return unknown(member);
}

}  // namespace

Result<OrderFacts> parse_order_facts(std::string_view json) {
  const auto order = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!order.is_object()) {
    return bad_order("the order is not a JSON object; write {\"credit_code\": \"…\"}");
  }
  OrderFacts facts;
  for (const auto& [member, value] : order.items()) {
    if (const auto done = read(member, value, facts); !done) {
      return tl::make_unexpected(done.error());
    }
  }
  const auto kind = one_of("organisation_kind", facts.organisation_kind, kOrganisationKinds);
  if (!kind) return tl::make_unexpected(kind.error());
  const auto province = one_of("province", facts.province, kProvinces);
  if (!province) return tl::make_unexpected(province.error());
  return facts;
}

std::optional<std::string_view> text_fact(const OrderFacts& order, std::string_view name) {
  const auto fact = std::ranges::find(kTexts, name, &TextFact::name);
  if (fact != kTexts.end()) {
    const auto& text = order.*fact->member;
    return text ? std::optional<std::string_view>(*text) : std::nullopt;
  }
  const auto detail = order.details.find(name);
  if (detail == order.details.end()) return std::nullopt;
  return detail->second;
}

void set_fact(OrderFacts& order, std::string_view name, std::string value) {
  if (std::ranges::find(kDetailNames, name) != kDetailNames.end()) {
    order.details[std::string(name)] = std::move(value);
    return;
  }
  if (const auto text = std::ranges::find(kTexts, name, &TextFact::name); text != kTexts.end()) {
    order.*text->member = std::move(value);
    return;
  }
  const auto flag = std::ranges::find(kFlags, name, &Flag::name);
  assert(flag != kFlags.end() && "the table of keys holds the same names");
  order.*flag->member = value == "true";
}

std::span<const std::string_view> text_fact_names() {
  return kTextNames;
}

std::span<const std::string_view> order_detail_names() {
  return kDetailNames;
}

std::span<const std::string_view> organisation_kinds() {
  return kOrganisationKinds;
}

std::span<const std::string_view> provinces() {
  return kProvinces;
}

}  // namespace vermilion::rules
