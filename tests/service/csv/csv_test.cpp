#include "service/csv/csv.hpp"

#include <gmock/gmock.h>

#include <random>

namespace vermilion::service::csv {
namespace {

using testing::ElementsAre;

TEST(Csv, RowsAreReadWithEitherLineEnd) {
  EXPECT_THAT(*read("\xEF\xBB\xBF"
                    "a,b\r\nc,\n,d"),
              ElementsAre(Row{"a", "b"}, Row{"c", ""}, Row{"", "d"}));
}

TEST(Csv, QuotedFieldsHoldAnything) {
  EXPECT_THAT(*read("\"a,\"\"b\"\"\r\n\",c\r\n"), ElementsAre(Row{"a,\"b\"\r\n", "c"}));
}

TEST(Csv, BrokenQuotesAreNoTable) {
  EXPECT_FALSE(read("\"a"));
  EXPECT_FALSE(read("\"a\"b,c"));
}

TEST(Csv, WhatIsWrittenIsReadBack) {
  std::minstd_rand random(3);
  constexpr std::string_view kBytes = "ab,\"\r\n=中";
  for (int i = 0; i < 5'000; ++i) {
    Row row(1 + random() % 4);
    for (auto& field : row) {
      for (auto length = random() % 6; length > 0; --length) {
        field += kBytes[random() % kBytes.size()];
      }
    }
    EXPECT_THAT(*read(line_of(row)), ElementsAre(row));
  }
}

TEST(Csv, ColumnMustStandOnce) {
  EXPECT_EQ(column({"a", "b"}, "b"), 1u);
  EXPECT_EQ(column({"a", "b"}, "c"), std::nullopt);
  EXPECT_EQ(column({"b", "b"}, "b"), std::nullopt);
}

TEST(Csv, FormulasAreKnown) {
  for (const char* field : {"=1+1", "+1", "-1", "@x", "\tx"})
    EXPECT_TRUE(looks_like_formula(field));
  for (const char* field : {"", "江西", "1=1"}) EXPECT_FALSE(looks_like_formula(field));
}

}  // namespace
}  // namespace vermilion::service::csv
