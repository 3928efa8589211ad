#include "pipeline/checks/seal_present.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;
using samples::DocumentKind;
using tests::a_stamped_copy;
using tests::a_stamped_copy_of;
using tests::checked;
using tests::codes;
using tests::with;

TEST(SealPresent, UnstampedDocumentIsRefused) {
  for (const auto document :
       {DocumentKind::IdCard, DocumentKind::AuthorisationLetter, DocumentKind::SealSheet}) {
    const Report report =
        checked("seal_present", with(a_stamped_copy_of(document), Defect::SealMissing));
    ASSERT_EQ(codes(report), "SEAL_NONE");
    const Finding& found = report.findings.front();
    EXPECT_EQ(found.level, Level::Block);
    EXPECT_EQ(found.value, 0);
    EXPECT_EQ(found.threshold, 1);
  }
}

TEST(SealPresent, StampedDocumentsAreNotReported) {
  for (const auto document :
       {DocumentKind::BusinessLicence2014, DocumentKind::BusinessLicence2019, DocumentKind::IdCard,
        DocumentKind::InstitutionCertificate, DocumentKind::AssociationCertificate,
        DocumentKind::MedicalLicence, DocumentKind::AuthorisationLetter, DocumentKind::SealSheet}) {
    const auto recipe = a_stamped_copy_of(document);
    EXPECT_EQ(codes(checked("seal_present", recipe)), "") << static_cast<int>(document);
    EXPECT_EQ(codes(checked("seal_present", tests::in_colour(recipe))), "")
        << static_cast<int>(document);
  }
}

// Telling the registrar's seal from the holder's is a judgement.
TEST(SealPresent, WhereOnlyTheRegistrarsStandsAPersonLooks) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const Report report =
        checked("seal_present", with(tests::in_colour(a_stamped_copy(seed)), Defect::SealMissing));
    ASSERT_EQ(codes(report), "SEAL_NONE") << seed;
    EXPECT_EQ(report.findings.front().level, Level::Warn);
  }
}

TEST(SealPresent, LookalikesBearNoSeal) {
  for (const auto document : {DocumentKind::LookalikeLetterhead, DocumentKind::LookalikeTexture,
                              DocumentKind::LookalikeBankLetter, DocumentKind::LookalikeMosaic,
                              DocumentKind::LookalikeMenu}) {
    for (const std::uint64_t seed : {1, 2}) {
      EXPECT_EQ(codes(checked("seal_present", a_stamped_copy_of(document, seed))), "SEAL_NONE")
          << static_cast<int>(document) << ' ' << seed;
    }
  }
}

// Three ways a seal is hard to see; each is there all the same.
TEST(SealPresent, DamagedSealIsStillASeal) {
  for (const auto& [defect, strength] : {std::pair(Defect::SealFaded, 0.2),
                                         {Defect::SealBrokenBorder, 0.4},
                                         {Defect::SealSmeared, 2.0},
                                         {Defect::SealBw, 1.0}}) {
    EXPECT_EQ(codes(checked("seal_present", with(a_stamped_copy(), defect, strength))), "")
        << describe(defect).id;
  }
}

TEST(SealPresent, GreySealOfTheRegistrarIsNotTakenForTheHolders) {
  for (const auto document :
       {DocumentKind::BusinessLicence2019, DocumentKind::InstitutionCertificate,
        DocumentKind::AssociationCertificate}) {
    EXPECT_EQ(
        codes(checked("seal_present", with(a_stamped_copy_of(document), Defect::SealMissing))),
        "SEAL_NONE");
  }
}

TEST(SealPresent, RedSealOfTheRegistrarIsNotTakenForTheHolders) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const auto recipe =
        tests::in_colour(a_stamped_copy_of(DocumentKind::AssociationCertificate, seed));
    EXPECT_EQ(codes(checked("seal_present", with(recipe, Defect::SealMissing))), "SEAL_NONE");
  }
}

TEST(SealPresent, SealOfTheRegistrarAloneWithoutAnEmblemIsNotTakenForTheHolders) {
  GTEST_SKIP() << "known miss: on medical licences without an emblem, nothing but its place tells "
                  "the registrar's seal from that of a letter";
  EXPECT_EQ(codes(checked("seal_present", with(a_stamped_copy_of(DocumentKind::MedicalLicence),
                                               Defect::SealMissing))),
            "SEAL_NONE");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
