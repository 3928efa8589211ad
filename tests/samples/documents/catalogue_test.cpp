#include "samples/documents/catalogue.hpp"

#include <gtest/gtest.h>

#include <set>

namespace vermilion::samples::documents {
namespace {

TEST(Catalogue, HasOneRowForEveryKind) {
  std::set<DocumentKind> kinds;
  for (const auto& row : catalogue()) {
    EXPECT_TRUE(kinds.insert(row.kind).second) << row.name();
    EXPECT_EQ(&describe(row.kind), &row);
  }
  EXPECT_EQ(kinds.size(), static_cast<std::size_t>(DocumentKind::LookalikeMenu) + 1);
}

TEST(Catalogue, NamesLeadBackToTheirKind) {
  for (const auto& row : catalogue()) EXPECT_EQ(document_named(row.name()), row.kind);
  EXPECT_EQ(document_named("business_licence_2014"), DocumentKind::BusinessLicence2014);
  EXPECT_EQ(document_named("business_licence"), std::nullopt);
}

TEST(Catalogue, DefectsAreAdmittedByWhatTheDocumentCarries) {
  EXPECT_FALSE(describe(DocumentKind::IdCard).admits(Defect::CodeWrong));
  EXPECT_FALSE(describe(DocumentKind::ElectronicLicence).admits(Defect::SealMissing));
  EXPECT_FALSE(describe(DocumentKind::ElectronicLicence).admits(Defect::SealOverCode));
  EXPECT_FALSE(describe(DocumentKind::LookalikeMenu).admits(Defect::SealFaded));
  EXPECT_TRUE(describe(DocumentKind::ElectronicLicence).admits(Defect::Screenshot));
  for (const auto& row : catalogue()) EXPECT_TRUE(row.admits(Defect::Blur)) << row.name();
}

}  // namespace
}  // namespace vermilion::samples::documents
