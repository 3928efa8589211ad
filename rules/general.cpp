#include "rules/general.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <vector>

namespace vermilion::rules {
namespace {

constexpr std::array kDocuments{
    GeneralDocument{"business_licence", "营业执照", /*carries_credit_code=*/true},
    GeneralDocument{"electronic_licence", "电子营业执照", /*carries_credit_code=*/true},
    GeneralDocument{"institution_certificate", "事业单位法人证书", /*carries_credit_code=*/true},
    GeneralDocument{"association_certificate", "社会团体法人登记证书",
                    /*carries_credit_code=*/true},
    GeneralDocument{"medical_licence", "医疗机构执业许可证", /*carries_credit_code=*/true},
    GeneralDocument{"id_card", "居民身份证", /*carries_credit_code=*/false},
    GeneralDocument{"authorisation_letter", "授权委托书", /*carries_credit_code=*/false},
    GeneralDocument{"seal_sheet", "电子签章采集表", /*carries_credit_code=*/false},
    GeneralDocument{"application_form", "数字证书用户申请表", /*carries_credit_code=*/true},
    GeneralDocument{"appointment_letter", "负责人任命书", /*carries_credit_code=*/false},
};

}  // namespace

std::span<const GeneralDocument> general_documents() {
  return kDocuments;
}

pipeline::Plan general_plan(std::span<const pipeline::CheckDescription> checks) {
  pipeline::Plan plan;
  for (const auto& check : checks) {
    if (check.general) plan.checks.push_back({.check = std::string(check.id)});
  }
  return plan;
}

Result<pipeline::Plan> general_plan_for(std::string_view document,
                                        std::span<const pipeline::CheckDescription> checks) {
  const auto known = std::ranges::find(kDocuments, document, &GeneralDocument::id);
  if (known == kDocuments.end()) {
    std::vector<std::string_view> ids;
    for (const auto& row : kDocuments) ids.push_back(row.id);
    return tl::make_unexpected(Error{
        ErrorKind::UnknownDocument,
        fmt::format("there is no document \"{}\"; known are {}", document, fmt::join(ids, ", "))});
  }
  pipeline::Plan plan = general_plan(checks);
  plan.document = std::string(document);
  plan.checks.push_back({.check = "document_kind_matches"});
  std::erase_if(plan.checks, [&](const pipeline::CheckRequest& request) {
    if (request.check.starts_with("credit_code")) return !known->carries_credit_code;
    // An electronic licence is not stamped by hand, and a letter is stamped over the name that
    // signs it.
    if (document == "electronic_licence") return request.check.starts_with("seal_");
    const bool letter = document == "authorisation_letter" || document == "appointment_letter";
    return letter && request.check == "seal_clear_of_text";
  });
  return plan;
}

}  // namespace vermilion::rules
