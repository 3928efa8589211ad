#include "service/scans/plain_jpeg.hpp"

#include "service/overlay/redraw.hpp"
#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::tests {
namespace {

using service::scans::is_plain_jpeg;

const std::string& a_drawing() {
  static const std::string kDrawing = [] {
    const auto drawn = service::overlay::redraw(a_sample(a_stamped_copy()).bytes, 90, 400);
    return std::string(reinterpret_cast<const char*>(drawn->data()), drawn->size());
  }();
  return kDrawing;
}

TEST(PlainJpeg, IsWhatWeDraw) {
  EXPECT_TRUE(is_plain_jpeg(a_drawing()));
}

TEST(PlainJpeg, HoldsNothingElse) {
  const std::string& plain = a_drawing();
  const auto with = [&](std::size_t at, const std::string& more) {
    return std::string(plain).insert(at, more);
  };
  EXPECT_FALSE(is_plain_jpeg(""));
  EXPECT_FALSE(is_plain_jpeg("<html>"));
  EXPECT_FALSE(is_plain_jpeg(with(2, std::string("\xFF\xFE\0\4ab", 6)))) << "a remark";
  EXPECT_FALSE(is_plain_jpeg(with(2, std::string("\xFF\xE1\0\4ab", 6)))) << "EXIF";
  EXPECT_FALSE(is_plain_jpeg(with(2, std::string("\xFF\xE2\0\4ab", 6)))) << "a profile";
  EXPECT_FALSE(is_plain_jpeg(plain + "PK\3\4")) << "an archive behind it";
  EXPECT_FALSE(is_plain_jpeg("GIF89a" + plain)) << "another kind before it";
  EXPECT_FALSE(is_plain_jpeg(plain.substr(0, plain.size() - 2))) << "no end";
}

TEST(PlainJpeg, CutAnywhereIsNone) {
  const std::string& plain = a_drawing();
  for (std::size_t end = 0; end < plain.size(); end += 1 + plain.size() / 500) {
    EXPECT_FALSE(is_plain_jpeg(std::string_view(plain).substr(0, end))) << end;
  }
}

}  // namespace
}  // namespace vermilion::tests
