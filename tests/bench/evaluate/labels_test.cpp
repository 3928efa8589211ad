#include "bench/evaluate/labels.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace vermilion::evaluate {
namespace {

TEST(Labels, QuotedFieldsMayHoldTabsQuotesAndLineFeeds) {
  const tests::TemporaryFolder folder;
  folder.write("labels.tsv",
               "file\tcategory\twidth\theight\tlabels_json\n"
               "a/1.jpg\tlicence\t640\t480\t\"{\"\"credit_code\"\": \"\"A\"\",\n\"\"x\"\":\t1}\"\n"
               "b/2.png\tqr\t10\t20\t{}\n");
  const auto images = read_labels(folder.path());
  ASSERT_EQ(images.size(), 2U);
  EXPECT_EQ(images[0].file, "a/1.jpg");
  EXPECT_EQ(images[0].path, folder.path() / "a/1.jpg");
  EXPECT_EQ(images[0].width, 640);
  EXPECT_EQ(images[0].labels.at("credit_code"), "A");
  EXPECT_EQ(images[0].labels.at("x"), 1);
  EXPECT_EQ(images[1].category, "qr");
  EXPECT_EQ(images[1].height, 20);
}

TEST(Labels, FolderWithoutThemIsRefused) {
  const tests::TemporaryFolder folder;
  EXPECT_THROW(read_labels(folder.path()), std::runtime_error);
}

TEST(Labels, TextThatIsMissingOrNullIsEmpty) {
  const nlohmann::json labels{{"text", "x"}, {"null", nullptr}, {"number", 1}};
  EXPECT_EQ(text_of(labels, "text"), "x");
  EXPECT_EQ(text_of(labels, "null"), "");
  EXPECT_EQ(text_of(labels, "number"), "");
  EXPECT_EQ(text_of(labels, "missing"), "");
}

}  // namespace
}  // namespace vermilion::evaluate
