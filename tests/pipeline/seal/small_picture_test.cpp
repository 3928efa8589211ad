#include "pipeline/seal/small_picture.hpp"

#include "pipeline/codec/decode.hpp"
#include "pipeline/intake/intake.hpp"
#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/seal/find.hpp"
#include "pipeline/seal/likeness.hpp"
#include "samples/encode/jpeg.hpp"
#include "samples/picture.hpp"
#include "samples/seals/impression.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>

namespace vermilion::pipeline::seal {
namespace {

using samples::Random;
using samples::seals::Impression;

// The small picture of the seal on a page that was saved as JPEG.
std::string taken_of(const samples::Picture& page, int dpi, int quality) {
  const auto bytes = samples::encode::jpeg(page, dpi, {.quality = quality});
  const auto file = std::as_bytes(std::span(bytes));
  const auto intake = intake::examine(file, "page.jpg", file.size());
  const page::Pyramid pyramid(codec::decode(file, intake.header.value()).value());
  const auto found = find_red(pyramid, page::light_of(pyramid));
  if (found.impressions.empty()) throw std::runtime_error("no seal was found");
  return small_picture(pyramid.luma(0), found.impressions.front().outline);
}

// A seal and the desk it is stamped on; each `nth` another.
class Desk {
 public:
  explicit Desk(std::uint64_t nth) : random_(5000 + nth), dpi_(nth % 2 == 0 ? 200 : 300) {
    first_.design = samples::seals::company_seal("样州市墨舟测绘有限公司", "3699991234567",
                                                 random_.uniform(38, 45));
    first_.centre = place(random_);
    first_.turn_deg = random_.uniform(-20, 20);
    first_.stamping = samples::seals::natural_stamping(random_);
    original_ = stamped(first_, random_.child("first"));
  }

  // How alike the first stamping, saved, is to a copy of it that was pasted into another page.
  double pasted() {
    Random random = random_.child("paste");
    samples::Picture page = blank();
    const int margin = px(2);
    const auto box = samples::seals::box_of(first_);
    const cv::Rect from(px(box.x) - margin, px(box.y) - margin, px(box.width) + 2 * margin,
                        px(box.height) + 2 * margin);
    const cv::Point aside(random.integer(-9, 9), random.integer(-9, 9));
    original_(from).copyTo(page(from + aside));
    return likeness(taken_of(original_, dpi_, random.integer(70, 92)),
                    taken_of(page, dpi_, random.integer(60, 92)));
  }

  // To a second stamping of the same seal, turned by so much against the first.
  double stamped_again(double turned_deg) {
    Random random = random_.child("again");
    Impression second = first_;
    second.centre = place(random);
    second.turn_deg += turned_deg;
    const auto colour = second.stamping.colour;
    second.stamping = samples::seals::natural_stamping(random);
    second.stamping.colour = colour;  // the same pad
    return likeness(taken_of(original_, dpi_, random.integer(70, 92)),
                    taken_of(stamped(second, random), dpi_, random.integer(60, 92)));
  }

  double any_turn() { return random_.child("turn").uniform(-20, 20); }

 private:
  [[nodiscard]] int px(double mm) const { return cvRound(mm * dpi_ / 25.4); }
  [[nodiscard]] samples::Picture blank() const {
    return samples::Picture(px(90), px(90), cv::Vec3b(248, 247, 246));
  }
  static samples::Point place(Random& random) {
    return {45 + random.uniform(-5, 5), 45 + random.uniform(-5, 5)};
  }
  [[nodiscard]] samples::Picture stamped(const Impression& impression, Random random) const {
    samples::Picture page = blank();
    samples::seals::stamp(page, dpi_, impression, std::move(random));
    return page;
  }

  Random random_;
  int dpi_;
  Impression first_;
  samples::Picture original_;
};

constexpr std::uint64_t kDesks = 12;

TEST(SmallPicture, PastedCopyIsKnownThroughAnotherJpeg) {
  for (std::uint64_t nth = 0; nth < kDesks; ++nth) {
    EXPECT_GE(Desk(nth).pasted(), kCopyLikeness) << nth;
  }
}

// Also where it is turned by a few tenths of a millimetre at the rim, nearer than a hand comes
// twice.
TEST(SmallPicture, SecondStampingIsNoCopyHoweverItIsTurned) {
  for (std::uint64_t nth = 0; nth < kDesks; ++nth) {
    Desk desk(nth);
    EXPECT_LT(desk.stamped_again(desk.any_turn()), kCopyLikeness) << nth;
    EXPECT_LT(desk.stamped_again(-1.2), kCopyLikeness) << nth;
    EXPECT_LT(desk.stamped_again(0.4), kCopyLikeness) << nth;
  }
}

}  // namespace
}  // namespace vermilion::pipeline::seal
