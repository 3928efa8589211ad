#include "models/training/printed_line.hpp"

#include "models/training/faces.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace vermilion::models {
namespace {

constexpr std::string_view kCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::u32string_view kHan =
    U"统一社会信用代码证照编号注册号名称类型住所法定代表人成立日期营业期限经营范围登记机关年月日有"
    U"限公司"
    U"科技服务销售技术开发咨询一般项目许可凭依法须经批准的除外自主展活动市场监督管理局区路号室楼层"
    U"省市县镇村";

constexpr int kDrawnHeight = 56;  // pixels of a capital before wear

std::u32string run_of(Random& random, std::string_view from, int count) {
  std::u32string text;
  for (int i = 0; i < count; ++i) {
    text += static_cast<char32_t>(
        from[static_cast<std::size_t>(whole(random, 0, static_cast<int>(from.size()) - 1))]);
  }
  return text;
}

std::u32string han(Random& random, int count) {
  std::u32string text;
  for (int i = 0; i < count; ++i) {
    text += kHan[static_cast<std::size_t>(whole(random, 0, static_cast<int>(kHan.size()) - 1))];
  }
  return text;
}

struct Part {
  std::u32string text;
  bool han = false;
};

std::vector<Part> parts_of(Random& random) {
  std::vector<Part> parts;
  if (chance(random, 0.35)) parts.push_back({han(random, whole(random, 1, 6)), true});
  if (chance(random, 0.12)) parts.push_back({chance(random, 0.5) ? U"：" : U"（", true});
  if (chance(random, 0.85)) {
    parts.push_back({run_of(random, chance(random, 0.3) ? kCharacters.substr(0, 10) : kCharacters,
                            whole(random, 12, 20))});
  } else {
    parts.push_back({han(random, whole(random, 8, 18)), true});
  }
  if (chance(random, 0.2)) {
    constexpr std::array<std::u32string_view, 5> kSuffixes{U"（1-1）", U"(1/1)", U"（副本）",
                                                           U"、。", U"-—"};
    parts.push_back(
        {std::u32string(kSuffixes[static_cast<std::size_t>(whole(random, 0, 4))]), true});
  }
  return parts;
}

struct Drawn {
  cv::Mat coverage;
  std::vector<PrintedGlyph> glyphs;
  float baseline = 0;
};

Drawn drawn_line(Random& random) {
  constexpr int kMargin = 3 * kDrawnHeight;
  Pen pen(4600, 4 * kDrawnHeight);
  Drawn drawn{.baseline = 2.5F * kDrawnHeight};
  const auto family = random_family(random);
  const auto han_family = kHanFamilies[static_cast<std::size_t>(whole(random, 0, 3))];
  const auto weight = chance(random, 0.2)    ? PANGO_WEIGHT_BOLD
                      : chance(random, 0.15) ? PANGO_WEIGHT_LIGHT
                                             : PANGO_WEIGHT_NORMAL;
  const double spacing =
      chance(random, 0.45)
          ? 0
          : kDrawnHeight * uniform(random, -0.06, chance(random, 0.3) ? 0.7 : 0.25);
  double x = kMargin;
  for (const Part& part : parts_of(random)) {
    pen.set_face(part.han ? han_family : family, weight,
                 kDrawnHeight * (part.han ? uniform(random, 0.95, 1.1) : 1.0));
    for (const char32_t c : part.text) {
      double advance = 0;
      if (x > 4200) break;
      drawn.glyphs.push_back(pen.draw(c, x, drawn.baseline, advance));
      x += advance + (part.han ? 0 : spacing);
    }
    x += kDrawnHeight * uniform(random, 0.1, 1.0);
  }
  cv::Mat all = pen.coverage();
  drawn.coverage =
      all(cv::Rect(0, 0, std::min(all.cols, static_cast<int>(x) + kMargin), all.rows)).clone();
  return drawn;
}

void wear_strokes(cv::Mat& coverage, Random& random) {
  if (!chance(random, 0.3)) return;
  const cv::Mat kernel = cv::Mat::ones(whole(random, 2, 5), whole(random, 2, 5), CV_8U);
  if (chance(random, 0.6))
    cv::dilate(coverage, coverage, kernel);
  else
    cv::erode(coverage, coverage, kernel);
}

cv::Mat on_paper(const cv::Mat& coverage, Random& random) {
  const double paper = uniform(random, 120, 250);
  const double ink = paper * uniform(random, 0.05, chance(random, 0.25) ? 0.7 : 0.45);
  cv::Mat image;
  coverage.convertTo(image, CV_32F, (ink - paper) / 255, paper);
  if (chance(random, 0.3)) {  // uneven light
    for (int x = 0; x < image.cols; ++x)
      image.col(x) *= 1 + 0.15 * std::sin(0.003 * x + uniform(random, 0, 0.01));
  }
  if (chance(random, 0.3)) {  // guilloche
    const double pitch = uniform(random, 14, 60);
    const double depth = uniform(random, 0.02, 0.12);
    for (int y = 0; y < image.rows; ++y) {
      for (int x = 0; x < image.cols; ++x) {
        image.at<float>(y, x) *= static_cast<float>(
            1 - depth * (0.5 + 0.5 * std::sin(x / pitch + 3 * std::sin(y / pitch))));
      }
    }
  }
  return image;
}

// What scanner and camera do to a picture whose capitals are `capital` pixels high.
cv::Mat scanned(cv::Mat image, double capital, Random& random) {
  if (chance(random, 0.75)) {
    cv::GaussianBlur(image, image, {}, uniform(random, 0.25, 0.95) * std::max(1.0, capital / 16));
  }
  if (chance(random, 0.25)) {  // sharpened by the driver
    cv::Mat soft;
    cv::GaussianBlur(image, soft, {}, 1.2);
    image += uniform(random, 0.3, 1.0) * (image - soft);
  }
  if (chance(random, 0.7)) {
    const double noise = uniform(random, 1, 9);
    for (int y = 0; y < image.rows; ++y) {
      for (int x = 0; x < image.cols; ++x) {
        // A sum of uniforms: near enough to a normal distribution, and the same everywhere.
        image.at<float>(y, x) +=
            static_cast<float>(noise * (uniform(random, -1, 1) + uniform(random, -1, 1)));
      }
    }
  }
  cv::Mat grey;
  image.convertTo(grey, CV_8U);
  return grey;
}

}  // namespace

PrintedLine printed_line(Random& random) {
  Drawn drawn = drawn_line(random);
  wear_strokes(drawn.coverage, random);
  const double capital = 6 * std::pow(34.0 / 6, uniform(random, 0, 1));
  const double scale = capital / kDrawnHeight;
  cv::Mat image = on_paper(drawn.coverage, random);
  cv::resize(image, image, {}, scale, scale, cv::INTER_AREA);

  const double slope = uniform(random, -0.02, 0.02);
  const auto middle = static_cast<float>(drawn.baseline * scale - capital / 2);
  const cv::Point2f pivot(static_cast<float>(image.cols) / 2, middle);
  const cv::Mat turn = cv::getRotationMatrix2D(pivot, -slope * 180 / CV_PI, 1);
  cv::warpAffine(image, image, turn, image.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);

  PrintedLine line{.image = scanned(std::move(image), capital, random),
                   .glyphs = std::move(drawn.glyphs),
                   .capital_height = static_cast<float>(capital),
                   .slope_rad = static_cast<float>(slope)};
  for (PrintedGlyph& glyph : line.glyphs) {
    glyph.begin *= static_cast<float>(scale);
    glyph.end *= static_cast<float>(scale);
  }
  line.length = line.glyphs.back().end - line.glyphs.front().begin;
  line.centre.x = (line.glyphs.back().end + line.glyphs.front().begin) / 2;
  line.centre.y = middle + (line.centre.x - pivot.x) * static_cast<float>(std::tan(slope));
  return line;
}

cv::Mat printed_block(Random& random) {
  constexpr int kWidth = 1800;
  constexpr int kHeight = 1500;
  Pen pen(kWidth, kHeight);
  const double pitch = kDrawnHeight * uniform(random, 1.35, 2.6);
  const auto family = kHanFamilies[static_cast<std::size_t>(whole(random, 0, 3))];
  pen.set_face(family, chance(random, 0.25) ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
               kDrawnHeight * 0.8);
  for (double y = 1.5 * kDrawnHeight; y < kHeight - kDrawnHeight; y += pitch) {
    const double indent = kDrawnHeight * uniform(random, 0.5, chance(random, 0.3) ? 12 : 2);
    const double end = kWidth - kDrawnHeight * uniform(random, 1, chance(random, 0.5) ? 14 : 2);
    const double spacing = chance(random, 0.15) ? kDrawnHeight * uniform(random, 0.1, 1) : 0;
    for (double x = indent; x < end;) {
      const bool number = chance(random, 0.12);
      const std::u32string text = number ? run_of(random, kCharacters, whole(random, 1, 8))
                                         : han(random, whole(random, 2, 8));
      for (const char32_t c : text) {
        double advance = 0;
        pen.draw(c, x, y, advance);
        x += advance + spacing;
        if (x > end) break;
      }
    }
  }
  cv::Mat coverage = pen.coverage();
  wear_strokes(coverage, random);
  const double capital = 6 * std::pow(26.0 / 6, uniform(random, 0, 1));
  cv::Mat image = on_paper(coverage, random);
  cv::resize(image, image, {}, capital / kDrawnHeight, capital / kDrawnHeight, cv::INTER_AREA);
  return scanned(std::move(image), capital, random);
}

}  // namespace vermilion::models
