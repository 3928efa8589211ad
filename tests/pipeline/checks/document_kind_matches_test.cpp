#include "pipeline/checks/document_kind_matches.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::DocumentKind;
using tests::a_sample;
using tests::a_stamped_copy_of;
using tests::codes;

Report checked(DocumentKind document, std::optional<std::string> expected) {
  Plan plan = tests::only("document_kind_matches");
  plan.document = std::move(expected);
  return tests::inspected(a_sample(a_stamped_copy_of(document)), plan);
}

TEST(DocumentKindMatches, FileInTheWrongSlotIsReportedWithBothTitles) {
  const Report report = checked(DocumentKind::BusinessLicence2019, "id_card");
  ASSERT_EQ(codes(report), "DOC_WRONG_KIND");
  const Finding& found = report.findings.front();
  EXPECT_EQ(found.words.at("title"), "营业执照");
  EXPECT_NE(found.words.at("expected"), "id_card") << "people are told the title, not the id";
  EXPECT_TRUE(found.box);
  ASSERT_TRUE(report.facts.document);
  EXPECT_EQ(report.facts.document->kind, "business_licence");
}

TEST(DocumentKindMatches, FileInTheRightSlotIsNot) {
  for (const auto document :
       {DocumentKind::BusinessLicence2014, DocumentKind::BusinessLicence2019,
        DocumentKind::InstitutionCertificate, DocumentKind::AssociationCertificate,
        DocumentKind::MedicalLicence, DocumentKind::AuthorisationLetter}) {
    const std::string kind = a_sample(a_stamped_copy_of(document)).truth.document;
    EXPECT_EQ(codes(checked(document, kind)), "") << kind;
  }
}

// What cannot be told is not held against the applicant.
TEST(DocumentKindMatches, PageWithoutATitleIsNotReported) {
  EXPECT_EQ(codes(checked(DocumentKind::LookalikeMosaic, "business_licence")), "");
}

TEST(DocumentKindMatches, WithoutAnExpectationNothingIsRead) {
  const Report report = checked(DocumentKind::BusinessLicence2019, std::nullopt);
  EXPECT_EQ(codes(report), "");
  EXPECT_FALSE(report.facts.document);
}

TEST(DocumentKindMatches, UnknownExpectationIsQuotedAsItIs) {
  const Report report = checked(DocumentKind::BusinessLicence2019, "bill_of_lading");
  ASSERT_EQ(codes(report), "DOC_WRONG_KIND");
  EXPECT_EQ(report.findings.front().words.at("expected"), "bill_of_lading");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
