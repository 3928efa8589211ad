#include "bench/speed/corpus.hpp"

#include "pipeline/intake/intake.hpp"
#include "pipeline/limits.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace vermilion::speed {
namespace {

pipeline::intake::Header header_of(const Bytes& file) {
  const auto intake = pipeline::intake::examine(file, "", pipeline::limits::kFileBytes);
  EXPECT_TRUE(intake.header);
  return intake.header.value_or(pipeline::intake::Header{});
}

class Corpus : public testing::TestWithParam<Category> {};

TEST_P(Corpus, PagesAreUploadsWithABaselineJpegOfTheSameSizeBeside) {
  for (const Page& page : draw(GetParam(), 2)) {
    EXPECT_LE(page.file.size(), pipeline::limits::kFileBytes);
    const auto file = header_of(page.file);
    const auto jpeg = header_of(page.baseline_jpeg);
    EXPECT_EQ(jpeg.format, pipeline::ImageFormat::Jpeg);
    EXPECT_EQ(file.width, jpeg.width);
    EXPECT_EQ(file.height, jpeg.height);
  }
}

INSTANTIATE_TEST_SUITE_P(Speed, Corpus, testing::ValuesIn(categories()),
                         [](const auto& category) { return std::string(category.param.name); });

TEST(Corpus, SamePagesAreDrawnEachTime) {
  const Category& category = categories().front();
  const auto once = draw(category, 2);
  const auto again = draw(category, 2);
  for (std::size_t i = 0; i < once.size(); ++i) EXPECT_EQ(once[i].file, again[i].file);
}

TEST(Corpus, EveryDocumentIsAmongThePages) {
  const auto names = document_names();
  std::set<std::string> drawn;
  for (const Page& page : draw(categories().front(), static_cast<int>(names.size()))) {
    drawn.insert(page.document);
  }
  EXPECT_EQ(drawn, std::set<std::string>(names.begin(), names.end()));
}

}  // namespace
}  // namespace vermilion::speed
