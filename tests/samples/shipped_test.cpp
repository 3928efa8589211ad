#include "samples/shipped.hpp"

#include "samples/documents/catalogue.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace vermilion::samples {
namespace {

TEST(Shipped, PathsAreUniqueAndNameTheirDocument) {
  std::set<std::string> paths;
  for (const auto& [each, expected] : shipped()) {
    EXPECT_TRUE(paths.insert(each.path).second) << each.path;
    const auto& document = documents::describe(each.recipe.document);
    const std::string folder =
        document.is(documents::kLookalike) ? "lookalikes/" : std::string(document.id) + "/";
    EXPECT_TRUE(each.path.starts_with(folder)) << each.path;
  }
}

TEST(Shipped, DefectsGoWithTheDocumentAndWithEachOther) {
  for (const auto& [each, expected] : shipped()) {
    for (const Planted& a : each.recipe.defects) {
      EXPECT_TRUE(documents::describe(each.recipe.document).admits(a.defect)) << each.path;
      for (const Planted& b : each.recipe.defects) {
        EXPECT_TRUE(a == b || compatible(a.defect, b.defect)) << each.path;
      }
    }
  }
}

TEST(Shipped, WhatIsAcceptedHasNoDefectThatRefuses) {
  for (const auto& [each, expected] : shipped()) {
    const bool accepted = each.path.find("/accepted") != std::string::npos;
    if (!accepted) continue;
    for (const Defect defect : {Defect::SealMissing, Defect::SealBw, Defect::CodeWrong}) {
      EXPECT_FALSE(has(each.recipe, defect)) << each.path;
    }
  }
}

TEST(Shipped, EveryDocumentIsAmongThem) {
  std::set<DocumentKind> kinds;
  for (const auto& [each, expected] : shipped()) kinds.insert(each.recipe.document);
  EXPECT_EQ(kinds.size(), documents::catalogue().size());
}

}  // namespace
}  // namespace vermilion::samples
