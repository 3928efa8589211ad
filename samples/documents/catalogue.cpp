#include "samples/documents/catalogue.hpp"

#include "samples/documents/application_form.hpp"
#include "samples/documents/appointment_letter.hpp"
#include "samples/documents/association_certificate.hpp"
#include "samples/documents/authorisation_letter.hpp"
#include "samples/documents/business_licence.hpp"
#include "samples/documents/id_card.hpp"
#include "samples/documents/institution_certificate.hpp"
#include "samples/documents/lookalikes.hpp"
#include "samples/documents/medical_licence.hpp"
#include "samples/documents/seal_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace vermilion::samples::documents {
namespace {

using enum DocumentKind;

// Ids are those of rules and reports.
constexpr std::array kCatalogue{
    DocumentDescription{BusinessLicence2014, "business_licence", "2014", "营业执照",
                        Category::Company, kCode | kHolderSeal | kPaper, business_licence_2014},
    DocumentDescription{BusinessLicence2019, "business_licence", "2019", "营业执照",
                        Category::Company, kCode | kHolderSeal | kPaper, business_licence_2019},
    DocumentDescription{ElectronicLicence, "electronic_licence", "", "电子营业执照",
                        Category::Company, kCode, electronic_licence},
    DocumentDescription{IdCard, "id_card", "", "居民身份证", Category::Company,
                        kHolderSeal | kPaper | kCard, id_card},
    DocumentDescription{InstitutionCertificate, "institution_certificate", "", "事业单位法人证书",
                        Category::Institution, kCode | kHolderSeal | kPaper,
                        institution_certificate},
    DocumentDescription{AssociationCertificate, "association_certificate", "",
                        "社会团体法人登记证书", Category::Association, kCode | kHolderSeal | kPaper,
                        association_certificate},
    DocumentDescription{MedicalLicence, "medical_licence", "", "医疗机构执业许可证",
                        Category::Clinic, kCode | kHolderSeal | kPaper, medical_licence},
    DocumentDescription{AuthorisationLetter, "authorisation_letter", "", "法人授权委托书",
                        Category::Company, kCode | kHolderSeal | kPaper, authorisation_letter},
    DocumentDescription{SealSheet, "seal_sheet", "", "电子签章采集表", Category::Company,
                        kCode | kHolderSeal | kPaper, seal_sheet},
    DocumentDescription{ApplicationForm, "application_form", "", "数字证书用户申请表",
                        Category::Company, kCode | kHolderSeal | kPaper | kByName,
                        application_form},
    DocumentDescription{AppointmentLetter, "appointment_letter", "", "入赣负责人任命书",
                        Category::Company, kHolderSeal | kPaper | kByName, appointment_letter},
    DocumentDescription{LookalikeLetterhead, "lookalike", "letterhead", "", Category::Company,
                        kPaper | kLookalike, letterhead},
    DocumentDescription{LookalikeTexture, "lookalike", "brick_wall", "", Category::Company,
                        kPaper | kLookalike, brick_wall},
    DocumentDescription{LookalikeBankLetter, "lookalike", "bank_letter", "", Category::Company,
                        kPaper | kLookalike, bank_letter},
    DocumentDescription{LookalikeMosaic, "lookalike", "mosaic", "", Category::Company,
                        kPaper | kLookalike, mosaic},
    DocumentDescription{LookalikeMenu, "lookalike", "menu", "", Category::Company,
                        kPaper | kLookalike, menu},
};

}  // namespace

std::string DocumentDescription::name() const {
  return layout.empty() ? std::string(id) : fmt::format("{}_{}", id, layout);
}

bool DocumentDescription::admits(Defect defect) const {
  const auto& row = samples::describe(defect);
  if (row.family == Family::SealPlace && !is(kHolderSeal)) return false;
  switch (row.needs) {
    case Needs::Nothing:
      return true;
    case Needs::HolderSeal:
      return is(kHolderSeal);
    case Needs::CreditCode:
      return is(kCode);
    case Needs::Paper:
      return is(kPaper);
    case Needs::Card:
      return is(kCard);
  }
  return true;
}

std::span<const DocumentDescription> catalogue() {
  return kCatalogue;
}

const DocumentDescription& describe(DocumentKind kind) {
  return *std::ranges::find(kCatalogue, kind, &DocumentDescription::kind);
}

std::optional<DocumentKind> document_named(std::string_view name) {
  const auto row = std::ranges::find_if(
      kCatalogue, [&](const DocumentDescription& each) { return each.name() == name; });
  if (row == kCatalogue.end()) return std::nullopt;
  return row->kind;
}

}  // namespace vermilion::samples::documents
