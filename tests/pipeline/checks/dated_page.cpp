#include "tests/pipeline/checks/dated_page.hpp"

#include "pipeline/page.hpp"
#include "pipeline/tools.hpp"
#include "samples/canvas.hpp"
#include "samples/picture.hpp"
#include "tests/support/pages.hpp"

#include <string>

namespace vermilion::pipeline::checks {
namespace {

samples::Canvas dated_page() {
  samples::Canvas sheet = samples::Canvas::paper({210, 150}, 200);
  const samples::Font font{.size_mm = 4.2};
  // Print enough to tell which way is up.
  for (const double y : {30.0, 40.0, 50.0, 90.0, 100.0, 110.0}) {
    sheet.text({25, y}, "本证件由登记机关颁发，持有人应当妥善保管，不得涂改、转借。", font);
  }
  sheet.text({25, 70}, "有效期限", font);
  sheet.text({50, 70}, "2015年06月01日至2027年05月31日", font);
  return sheet;
}

}  // namespace

std::vector<Finding> found_on(std::chrono::year_month_day day, const Check& check) {
  static auto kTools = tools_in(VERMILION_SOURCE_DIR "/models");
  Costs costs;
  Page page(tests::planes_of(samples::picture_of(dated_page())), {},
            {.fields = {{"valid_until"}}, .today = std::chrono::sys_days(day)}, *kTools, costs);
  return decide(check.description, check.measure(page),
                {.check = std::string(check.description.id)});
}

}  // namespace vermilion::pipeline::checks
