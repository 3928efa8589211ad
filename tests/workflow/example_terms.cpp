#include "tests/workflow/example_terms.hpp"

namespace vermilion::tests {
namespace {

using namespace workflow;

const std::vector<SlotTerms> kSubSlots{
    {"application_form", "申请表", "application form", true},
    {"licence", "营业执照", "business licence", false},
    {"id_card", "经办人身份证", "identity card", false},
    {"authorisation_letter", "法人授权委托书", "authorisation letter", true}};

std::vector<SlotTerms> main_slots() {
  auto slots = kSubSlots;
  slots.push_back({"seal_sheet", "电子签章采集表", "seal sheet", true});
  return slots;
}

VariantTerms variant(std::string id, std::optional<Fen> fee, std::vector<SlotTerms> slots,
                     bool main) {
  VariantTerms terms;
  terms.id = std::move(id);
  terms.fee = fee;
  terms.main_key = main;
  terms.seal = main;
  terms.slots = std::move(slots);
  for (const SlotTerms& slot : terms.slots) terms.paper.push_back({slot.id, true});
  return terms;
}

OperationTerms operation(Operation what, std::vector<VariantTerms> variants) {
  OperationTerms terms;
  terms.operation = what;
  terms.variants = std::move(variants);
  return terms;
}

OperationTerms renewal() {
  VariantTerms organisation;
  organisation.id = "organisation";
  organisation.fee = Fen{10000};
  organisation.per_year = true;
  VariantTerms individual;
  individual.id = "individual";
  OperationTerms terms = operation(Operation::Renew, {organisation, individual});
  terms.window = RenewalWindow{};
  return terms;
}

}  // namespace

ProjectTerms example_terms() {
  ProjectTerms terms;
  terms.id = "yingtan_sunshine";
  terms.digest = "rules-1";
  terms.name_zh = "鹰潭市阳光采购服务平台";
  terms.name_en = "Yingtan Sunshine Procurement Platform";
  terms.hall_phone = "4008001040";
  terms.asks_eligibility = true;
  terms.scope_acknowledged = true;
  terms.agreement = "2026-1";
  terms.verification = true;
  terms.verified_before_upload = true;
  terms.one_main_key = true;
  terms.channels = {Channel::WeChat, Channel::Alipay};
  VariantTerms reissue = variant("with_seal", Fen{13000}, main_slots(), true);
  terms.operations = {
      operation(Operation::New, {variant("main", Fen{22000}, main_slots(), true),
                                 variant("sub", Fen{19000}, kSubSlots, false),
                                 variant("no_fee", std::nullopt, kSubSlots, false)}),
      operation(Operation::Reissue, {std::move(reissue)}), renewal()};
  return terms;
}

}  // namespace vermilion::tests
