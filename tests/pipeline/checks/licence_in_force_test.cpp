#include "pipeline/checks/licence_in_force.hpp"

#include "pipeline/page.hpp"
#include "pipeline/tools.hpp"
#include "samples/canvas.hpp"
#include "samples/picture.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace vermilion::pipeline::checks {
namespace {

using namespace std::chrono_literals;

// What is found on a page that ends on 2027-05-31, looked at on that day.
std::vector<Finding> on(std::chrono::year_month_day day) {
  samples::Canvas sheet = samples::Canvas::paper({210, 150}, 200);
  const samples::Font font{.size_mm = 4.2};
  // Print enough to tell which way is up.
  for (const double y : {30.0, 40.0, 50.0, 90.0, 100.0, 110.0}) {
    sheet.text({25, y}, "本证件由登记机关颁发，持有人应当妥善保管，不得涂改、转借。", font);
  }
  sheet.text({25, 70}, "有效期限", font);
  sheet.text({50, 70}, "2015年06月01日至2027年05月31日", font);
  static auto kTools = tools_in(VERMILION_SOURCE_DIR "/models");
  Costs costs;
  Page page(tests::planes_of(samples::picture_of(sheet)), {},
            {.fields = {{"valid_until"}}, .today = std::chrono::sys_days(day)}, *kTools, costs);
  return decide(kLicenceInForce.description, kLicenceInForce.measure(page),
                {.check = "licence_in_force"});
}

TEST(LicenceInForce, DocumentThatEndsLongAfterPasses) {
  EXPECT_TRUE(on(2026y / 11 / 21).empty());
}

TEST(LicenceInForce, DocumentThatHasEndedIsReported) {
  const auto found = on(2027y / 6 / 10);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().code, FindingCode::LicenceExpired);
}

}  // namespace
}  // namespace vermilion::pipeline::checks
