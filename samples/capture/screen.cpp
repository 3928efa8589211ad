#include "samples/capture/screen.hpp"

#include "samples/canvas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace vermilion::samples::capture {
namespace {

// The canvas measures in millimetres; here one of them is ten pixels.
constexpr double kPxPerMm = 10;

// What viewers look like: black, dark, the grey of PDF viewers, the light grey of messengers,
// white.
struct Look {
  int margin;
  int bar;
};
constexpr std::array kLooks{Look{0, 0},     Look{0, 28},    Look{18, 18},
                            Look{84, 50},   Look{84, 250},  Look{237, 237},
                            Look{237, 255}, Look{255, 255}, Look{255, 247}};

Colour grey(int level) {
  return {level / 255.0, level / 255.0, level / 255.0};
}

Colour on(int ground) {
  return grey(ground < 128 ? 235 : 30);
}

void draw_status(Canvas& screen, double height, int ground, Random& random) {
  const double width = screen.size().width;
  const Font font{.typeface = Typeface::Sans, .size_mm = height * 0.5, .bold = true};
  const double baseline = height * 0.7;
  screen.text({width * 0.06, baseline},
              fmt::format("{:02}:{:02}", random.integer(0, 23), random.integer(0, 59)), font,
              on(ground));
  screen.text({width * 0.80, baseline}, random.chance(0.5) ? "5G" : "4G", font, on(ground));
  const Rect battery{width * 0.88, height * 0.34, width * 0.06, height * 0.38};
  screen.frame(battery, height * 0.05, on(ground));
  screen.fill({battery.x, battery.y, battery.width * random.uniform(0.2, 1), battery.height},
              on(ground));
}

void draw_title(Canvas& screen, double top, double height, int ground, Random& random) {
  static constexpr std::array kTitles{"营业执照.jpg", "图片预览", "IMG_20210512", "文件.pdf",
                                      "3/12"};
  const double width = screen.size().width;
  const Font font{.typeface = Typeface::Sans, .size_mm = height * 0.36};
  const double middle = top + height / 2;
  screen.line({width * 0.04, middle}, {width * 0.06, middle + height * 0.14}, 0.3, on(ground));
  screen.line({width * 0.04, middle}, {width * 0.06, middle - height * 0.14}, 0.3, on(ground));
  screen.text({width / 2, middle + height * 0.13}, random.choose(kTitles), font, on(ground),
              Align::Centre);
}

void draw_buttons(Canvas& screen, double top, double height, int ground) {
  static constexpr std::array kButtons{"发送", "编辑", "保存", "更多"};
  const Font font{.typeface = Typeface::Sans, .size_mm = height * 0.24};
  for (std::size_t i = 0; i < kButtons.size(); ++i) {
    const double x = screen.size().width * (static_cast<double>(i) + 0.5) / kButtons.size();
    screen.frame({x - height * 0.13, top + height * 0.16, height * 0.26, height * 0.26},
                 height * 0.03, on(ground));
    screen.text({x, top + height * 0.78}, kButtons[i], font, on(ground), Align::Centre);
  }
}

}  // namespace

Shot on_screen(const Shot& shot, Random random) {
  static constexpr std::array kProportions{16.0 / 9, 19.5 / 9, 20.0 / 9};
  const cv::Size page = shot.picture.size();
  const double share = random.chance(0.4) ? 1 : random.uniform(0.9, 0.98);
  const double width = std::ceil(page.width / share);
  // Two pages side by side are looked at on a screen that lies on its side.
  const double tall = std::max(width * random.choose(kProportions), page.height * 1.25);
  const Look look = random.choose(kLooks);
  Canvas screen = Canvas::paper({width / kPxPerMm, std::ceil(tall) / kPxPerMm}, kPxPerMm * 25.4);
  const double status = 0.035 * screen.size().height;
  const double title = 0.05 * screen.size().height;
  const double buttons = 0.07 * screen.size().height;
  screen.fill({0, 0, screen.size().width, screen.size().height}, grey(look.margin));
  screen.fill({0, 0, screen.size().width, status + title}, grey(look.bar));
  screen.fill({0, screen.size().height - buttons, screen.size().width, buttons}, grey(look.bar));
  draw_status(screen, status, look.bar, random);
  draw_title(screen, status, title, look.bar, random);
  draw_buttons(screen, screen.size().height - buttons, buttons, look.bar);

  Shot result{picture_of(screen), {}, shot.perspective};
  const double free_from = (status + title) * kPxPerMm;
  const double free_to = (screen.size().height - buttons) * kPxPerMm;
  const cv::Point at((result.picture.cols - page.width) / 2,
                     static_cast<int>((free_from + free_to - page.height) / 2));
  shot.picture.copyTo(result.picture(cv::Rect(at, page)));
  result.place = shifted_by(at.x, at.y) * shot.place;
  result.page_area = pipeline::Box{at.x, at.y, page.width, page.height};
  return result;
}

}  // namespace vermilion::samples::capture
